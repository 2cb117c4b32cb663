//! Markdown: its fenced Mermaid diagrams, its tables, or its outline of headings and lists.

mod around;
mod blocks;
mod outline;

use self::blocks::Block;
use super::note::Notes;
use super::table::cell::Cell;
use super::table::layout::Grid;
use super::{Imported, Options, mermaid, table};
use crate::source::{Source, Span};

/// What of a document is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Diagrams, tables and outlines.
    All,
    /// Diagrams alone.
    Diagrams,
    /// Tables and outlines alone.
    Tables,
}

/// Reads every journey of a document.
pub(super) fn read(source: &Source, wanted: Wanted, options: &Options) -> Vec<Imported> {
    let mut notes = Notes::default();
    let blocks = blocks::blocks(&source.text, &mut notes);
    let (mut found, mut starts) = (Vec::new(), Vec::new());
    let mut is_outline = false;
    if wanted != Wanted::Tables {
        let diagrams = blocks.iter().filter_map(|block| match block {
            Block::Fence(parts) if mermaid::is_journey(&source.text, parts) => Some(parts),
            _ => None,
        });
        for parts in diagrams {
            starts.push(parts.first().map_or(0, |part| part.start));
            found.push(mermaid::read(source, parts));
        }
    }
    if wanted != Wanted::Diagrams {
        let mut grids = tables(&blocks, options);
        if grids.is_empty() && found.is_empty() {
            grids.extend(outline::grid(&blocks, wanted == Wanted::Tables));
            is_outline = true;
        }
        for grid in grids {
            let mut notes = std::mem::take(&mut notes);
            starts.push(first_place(&grid));
            let (journey, columns) = table::read(grid, &source.name, &options.columns, &mut notes);
            found.push(Imported { columns, ..Imported::new(source.clone(), journey, notes) });
        }
    }
    if !is_outline {
        around::keep(&mut found, &starts, &blocks, |block| match block {
            Block::Fence(parts) => wanted != Wanted::Tables && mermaid::is_journey(&source.text, parts),
            Block::Table(rows) => wanted != Wanted::Diagrams && is_journey(rows, options),
            _ => false,
        });
    }
    if found.is_empty() {
        notes.refuse(Span::default(), "there is no journey in this document").advise(
            "looked for Mermaid diagrams (```mermaid, `journey`), tables with known columns (phase, touchpoint, channel, \
             …), and outlines (`## Phase`, `### Touchpoint`, `- channel: website`)",
        );
        found.push(Imported::new(source.clone(), None, notes));
    }
    found
}

fn is_journey(rows: &[Vec<Cell>], options: &Options) -> bool {
    table::is_journey(&Grid { rows: rows.to_vec(), ..Grid::default() }, &options.columns)
}

/// Where a table begins in its document.
fn first_place(grid: &Grid) -> usize {
    grid.rows.iter().flatten().map(|cell| cell.span.start).min().unwrap_or_default()
}

/// The tables about journeys. Several alike, without phases of their own, are one journey: each stands under the heading
/// of its phase.
fn tables(blocks: &[Block], options: &Options) -> Vec<Grid> {
    let mut headings: Vec<(u8, Cell)> = Vec::new();
    let mut grids: Vec<(Grid, Vec<Cell>)> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(level, cell) => {
                headings.retain(|(above, _)| above < level);
                headings.push((*level, cell.clone()));
            }
            Block::Table(rows) => {
                let title = headings.last().map(|(_, cell)| cell.clone());
                let grid = Grid { rows: rows.clone(), title, ..Grid::default() };
                if table::is_journey(&grid, &options.columns) {
                    grids.push((grid, headings.iter().map(|(_, cell)| cell.clone()).collect()));
                }
            }
            _ => {}
        }
    }
    let header =
        |grid: &Grid| grid.rows.first().map(|row| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>());
    let is_phaseless = |grid: &Grid| !table::has_phases(grid, &options.columns);
    let mut joined: Vec<Grid> = Vec::new();
    // The one table of a document is what the whole document is about.
    if let [(grid, headings)] = grids.as_mut_slice() {
        grid.title = headings.first().cloned();
    }
    let all: Vec<_> = grids.iter().map(|(grid, _)| header(grid).filter(|_| is_phaseless(grid))).collect();
    let mut last = None;
    for ((mut grid, headings), own) in grids.into_iter().zip(&all) {
        let is_part = own.is_some() && all.iter().filter(|other| *other == own).count() > 1 && !headings.is_empty();
        if !is_part {
            last = None;
            joined.push(grid);
            continue;
        }
        let phase = grid.title.take().unwrap_or_default();
        for (at, row) in grid.rows.iter_mut().enumerate() {
            row.insert(0, if at == 0 { Cell { text: "phase".into(), ..phase.clone() } } else { phase.clone() });
        }
        if let Some(whole) = joined.last_mut().filter(|_| last == Some(own)) {
            whole.rows.extend(grid.rows.drain(1..));
        } else {
            grid.title = headings.len().checked_sub(2).and_then(|above| headings.get(above)).cloned();
            joined.push(grid);
        }
        last = Some(own);
    }
    joined
}
