//! A map as its author sees it: lines, and the fields on them, found by indentation alone. It shares nothing with the
//! program's own reader and knows only the block style of the bundled maps.

use std::ops::Range;

/// The lines of a map and what stands on them.
pub struct Outline {
    /// The lines, without their ends.
    pub lines: Vec<String>,
    nodes: Vec<Node>,
}

/// A field of a mapping, or an item of a list.
pub struct Node {
    /// The names of the fields from the top down, without positions in lists: `phases/touchpoints/next/share`. An item
    /// has its list's path and `/-`.
    pub path: String,
    /// The line it begins on, from 0.
    pub line: usize,
    /// The column of its key or dash, in characters from 0.
    pub column: usize,
    /// The column of its value, in characters from 0.
    pub value_column: usize,
    /// What stands behind the colon or dash on the same line; empty where that is a further field or nothing.
    pub value: String,
    /// The line after the last one that belongs to it.
    pub end: usize,
    parent: Option<usize>,
}

impl Node {
    /// The field's name; `-` for an item.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap()
    }

    /// Whether it has a value that is written bare: no quotes, brackets, anchors.
    pub fn is_plain(&self) -> bool {
        !self.value.is_empty() && !self.value.starts_with(['"', '\'', '[', '{', '&', '*', '|', '>'])
    }

    /// All its lines.
    pub fn lines(&self) -> Range<usize> {
        self.line..self.end
    }
}

impl Outline {
    /// Finds the fields of a map.
    pub fn of(text: &str) -> Self {
        let mut outline = Self { lines: text.lines().map(str::to_owned).collect(), nodes: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        for line in 0..outline.lines.len() {
            let content = outline.lines[line].clone();
            let mut rest = content.trim_start_matches(' ');
            if rest.is_empty() || rest.starts_with('#') {
                continue;
            }
            let mut column = content.len() - rest.len();
            while let Some(after) = rest.strip_prefix("- ") {
                let value = if key(after).is_some() { "" } else { after };
                outline.push(&mut open, line, column, ("-", value, column + 2));
                (rest, column) = (after, column + 2);
            }
            if let Some(name) = key(rest) {
                let value = rest[name.len() + 1..].trim_start();
                outline.push(&mut open, line, column, (name, value, column + name.chars().count() + 2));
            }
            for &node in &open {
                outline.nodes[node].end = line + 1;
            }
        }
        outline
    }

    fn push(&mut self, open: &mut Vec<usize>, line: usize, column: usize, field: (&str, &str, usize)) {
        while open.last().is_some_and(|&top| self.nodes[top].column >= column) {
            open.pop();
        }
        let parent = open.last().copied();
        let above = parent.map_or("", |parent| self.nodes[parent].path.trim_end_matches("/-"));
        let (name, value, value_column) = field;
        let path = if above.is_empty() { name.to_owned() } else { format!("{above}/{name}") };
        open.push(self.nodes.len());
        self.nodes.push(Node { path, line, column, value_column, value: value.to_owned(), end: line + 1, parent });
    }

    /// Every field and item, in order.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter()
    }

    /// The fields, or items, of one path.
    pub fn at<'o>(&'o self, path: &'o str) -> impl Iterator<Item = &'o Node> {
        self.nodes.iter().filter(move |node| node.path == path)
    }

    /// The fields of which the path ends in one of `endings`.
    pub fn ending<'o>(&'o self, endings: &'o [&str]) -> impl Iterator<Item = &'o Node> {
        let ends = |path: &str, ending: &str| {
            path.strip_suffix(ending).is_some_and(|above| above.is_empty() || above.ends_with('/'))
        };
        self.nodes.iter().filter(move |node| endings.iter().any(|ending| ends(&node.path, ending)))
    }

    /// The fields of the mapping in which `node` stands, itself included; the fields of the map for a top-level one.
    pub fn beside<'o>(&'o self, node: &Node) -> Vec<&'o Node> {
        self.nodes.iter().filter(|other| other.parent == node.parent).collect()
    }

    /// The field of that name in the mapping in which `node` stands.
    pub fn sibling<'o>(&'o self, node: &Node, name: &str) -> Option<&'o Node> {
        self.beside(node).into_iter().find(|other| other.name() == name)
    }

    /// The fields or items right below `node`.
    pub fn below<'o>(&'o self, node: &Node) -> Vec<&'o Node> {
        let is_below = |other: &&Node| {
            other
                .parent
                .is_some_and(|parent| self.nodes[parent].path == node.path && self.nodes[parent].line == node.line)
        };
        self.nodes.iter().filter(is_below).collect()
    }

    /// The field of that name right below `node`.
    pub fn child<'o>(&'o self, node: &Node, name: &str) -> Option<&'o Node> {
        self.below(node).into_iter().find(|other| other.name() == name)
    }

    /// The line of `node` with another value.
    pub fn with_value(&self, node: &Node, value: &str) -> String {
        let head: String = self.lines[node.line].chars().take(node.value_column).collect();
        format!("{}{value}", if head.ends_with(' ') { head } else { head + " " }).trim_end().to_owned()
    }

    /// The line of `node` with another key.
    pub fn with_key(&self, node: &Node, key: &str) -> String {
        let head: String = self.lines[node.line].chars().take(node.column).collect();
        let tail: String = self.lines[node.line].chars().skip(node.column + node.name().chars().count()).collect();
        format!("{head}{key}{tail}")
    }
}

/// The key at the beginning of a text, if one is there.
fn key(text: &str) -> Option<&str> {
    if text.starts_with(['"', '\'', '&', '*', '-']) {
        return None;
    }
    let (key, rest) = text.split_once(':')?;
    (rest.is_empty() || rest.starts_with(' ')).then_some(key)
}

#[test]
fn fields_and_items_are_found_with_their_places() {
    let outline = Outline::of(
        "# a map\ncxmap: 1\nphases:\n  - title: Één: twee\n    needs:\n      - Rust\n\n      - \"a: b\"\nowner: Ik\n",
    );
    let seen: Vec<_> =
        outline.nodes().map(|node| (node.path.as_str(), node.line, node.column, node.value_column, node.end)).collect();
    assert_eq!(
        seen,
        [
            ("cxmap", 1, 0, 7, 2),
            ("phases", 2, 0, 8, 8),
            ("phases/-", 3, 2, 4, 8),
            ("phases/title", 3, 4, 11, 4),
            ("phases/needs", 4, 4, 11, 8),
            ("phases/needs/-", 5, 6, 8, 6),
            ("phases/needs/-", 7, 6, 8, 8),
            ("owner", 8, 0, 7, 9),
        ]
    );
    let title = outline.at("phases/title").next().unwrap();
    assert_eq!(title.value, "Één: twee");
    assert_eq!(outline.with_key(title, "étape"), "  - étape: Één: twee");
    assert_eq!(outline.with_value(title, "Een"), "  - title: Een");
    assert_eq!(outline.with_value(outline.sibling(title, "needs").unwrap(), "geen"), "    needs: geen");
}
