//! An outline as a table: headings are phases and touchpoints, `- key: value` below them is a cell.

use super::blocks::Block;
use crate::import::table::cell::Cell;
use crate::import::table::layout::{Grid, is_name};

/// The table that an outline stands for. Unless it is `asked` for, one key that is known must tell it from any other
/// document with headings.
pub(super) fn grid(blocks: &[Block], asked: bool) -> Option<Grid> {
    let levels = Levels::of(blocks)?;
    let mut outline = Outline { levels, header: vec![named("phase"), named("touchpoint")], ..Outline::default() };
    for block in blocks {
        outline.take(block);
    }
    if outline.rows.is_empty() || !(asked || outline.has_known) {
        return None;
    }
    let mut rows = outline.above;
    rows.push(outline.header);
    rows.append(&mut outline.rows);
    Some(Grid { rows, title: outline.title, ..Grid::default() })
}

fn named(name: &str) -> Cell {
    Cell { text: name.into(), ..Cell::default() }
}

/// What the levels of headings mean.
#[derive(Debug, Clone, Copy, Default)]
struct Levels {
    title: Option<u8>,
    phase: u8,
    step: Option<u8>,
}

impl Levels {
    fn of(blocks: &[Block]) -> Option<Self> {
        let headings = blocks.iter().filter_map(|block| match block {
            Block::Heading(level, _) => Some(*level),
            _ => None,
        });
        let mut all: Vec<_> = headings.collect();
        all.sort_unstable();
        let is_lone = all.first().is_some_and(|first| all.get(1).is_some_and(|second| second > first));
        let title = all.first().copied().filter(|_| is_lone);
        all.dedup();
        let mut below = all.into_iter().filter(|level| Some(*level) != title);
        Some(Self { title, phase: below.next()?, step: below.next() })
    }
}

#[derive(Debug, Default)]
struct Outline {
    levels: Levels,
    title: Option<Cell>,
    above: Vec<Vec<Cell>>,
    header: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    /// The key whose values follow as items of their own, and how deep it stands.
    key: Option<(usize, usize)>,
    has_known: bool,
}

impl Outline {
    fn take(&mut self, block: &Block) {
        match block {
            Block::Heading(level, cell) => self.heading(*level, cell),
            Block::Item(depth, cell) => self.item(*depth, cell),
            Block::Paragraph(cell) => {
                self.key = None;
                for line in lines(cell) {
                    self.line(&line);
                }
            }
            Block::Table(_) | Block::Fence(_) => {}
        }
    }

    fn heading(&mut self, level: u8, cell: &Cell) {
        self.key = None;
        if Some(level) == self.levels.title {
            self.title = Some(cell.clone());
        } else if level == self.levels.phase {
            self.rows.push(vec![cell.clone()]);
        } else if Some(level) == self.levels.step {
            self.step(cell);
        } else {
            // Deeper headings are keys of what stands below them.
            let column = self.column(&cell.text, cell);
            self.key = Some((column, 0));
        }
    }

    /// Begins a touchpoint in the last phase.
    fn step(&mut self, cell: &Cell) {
        match self.rows.last_mut() {
            Some(phase) if phase.len() == 1 => phase.push(cell.clone()),
            _ => self.rows.push(vec![Cell::default(), cell.clone()]),
        }
    }

    fn item(&mut self, depth: usize, cell: &Cell) {
        if let Some((column, at)) = self.key {
            if depth > at || (depth == at && !is_pair(&cell.text) && self.levels.step.is_some()) {
                return self.add(column, cell, &cell.text);
            }
            self.key = None;
        }
        if self.levels.step.is_none() && depth == 0 && !is_pair(&cell.text) && !self.rows.is_empty() {
            return self.step(cell);
        }
        for line in lines(cell) {
            if let Some(column) = self.line(&line) {
                self.key = Some((column, depth));
            }
        }
    }

    /// Takes `key: value`, or a line of the description. Gives the column of a key whose value is still to come.
    fn line(&mut self, cell: &Cell) -> Option<usize> {
        if cell.text.is_empty() {
            return None;
        }
        let pair = cell.text.split_once(':').filter(|(key, _)| is_key(key));
        if self.rows.is_empty() {
            self.above.push(match pair {
                Some((key, value)) => vec![named(key), Cell { text: value.trim().into(), ..cell.clone() }],
                None => vec![named("description"), cell.clone()],
            });
            return None;
        }
        let Some((key, value)) = pair else {
            let column = self.column("description", cell);
            self.add(column, cell, &cell.text);
            return None;
        };
        self.has_known |= is_name(key);
        let column = self.column(key.trim(), cell);
        if value.trim().is_empty() {
            return Some(column);
        }
        self.add(column, cell, value.trim());
        None
    }

    fn column(&mut self, key: &str, cell: &Cell) -> usize {
        let known = self.header.iter().position(|header| header.text.eq_ignore_ascii_case(key));
        known.unwrap_or_else(|| {
            self.header.push(Cell { text: key.to_owned(), span: cell.span, ..Cell::default() });
            self.header.len() - 1
        })
    }

    /// Adds a line to a cell of the touchpoint, or of the phase that has none yet.
    fn add(&mut self, column: usize, cell: &Cell, text: &str) {
        let Some(row) = self.rows.last_mut() else { return };
        if row.len() <= column {
            row.resize_with(column + 1, Cell::default);
        }
        if let Some(target) = row.get_mut(column) {
            if target.text.is_empty() {
                *target = Cell { text: text.to_owned(), ..cell.clone() };
            } else {
                target.text.push('\n');
                target.text.push_str(text);
            }
        }
    }
}

fn is_pair(text: &str) -> bool {
    text.split_once(':').is_some_and(|(key, _)| is_name(key.trim()))
}

/// Whether what stands before a colon is short enough to be a key.
fn is_key(key: &str) -> bool {
    key.split_whitespace().count() <= 4 && !key.contains("http") && !key.is_empty()
}

/// The lines of a text, each with the place of the whole.
fn lines(cell: &Cell) -> Vec<Cell> {
    cell.text.lines().map(|line| Cell { text: line.trim().to_owned(), ..cell.clone() }).collect()
}
