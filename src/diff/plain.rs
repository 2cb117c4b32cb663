//! What differs between two texts that are no journeys, line by line.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

use crate::text::printable;

/// How long is looked for the shortest difference before a longer one will do.
const PATIENCE: Duration = Duration::from_secs(1);

/// How many lines stand around a difference.
const CONTEXT: usize = 3;

/// A line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The sign it begins with: `+`, `-`, a blank, or `@` for where a stretch of lines begins.
    pub sign: char,
    /// The text, without any power over where it is shown.
    pub text: String,
}

/// The lines that differ, each stretch with some around it. Source of the form: unified context, as of GNU diff.
#[must_use]
pub fn lines(before: &str, after: &str) -> Vec<Line> {
    let difference = TextDiff::configure().timeout(PATIENCE).diff_lines(before, after);
    let mut lines = Vec::new();
    for hunk in difference.unified_diff().context_radius(CONTEXT).iter_hunks() {
        lines.push(Line { sign: '@', text: hunk.header().to_string() });
        for change in hunk.iter_changes() {
            let sign = match change.tag() {
                ChangeTag::Insert => '+',
                ChangeTag::Delete => '-',
                ChangeTag::Equal => ' ',
            };
            let text = change.value().trim_end_matches(['\n', '\r']);
            lines.push(Line { sign, text: printable(text).into_owned() });
            if change.missing_newline() {
                lines.push(Line { sign: '\\', text: " No line break at the end of the file".to_owned() });
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> String {
        let lines: Vec<_> = lines(before, after).iter().map(|line| format!("{}{}|", line.sign, line.text)).collect();
        lines.concat()
    }

    #[test]
    fn a_difference_stands_among_its_neighbours() {
        assert_eq!(told("a\n", "a\n"), "");
        assert_eq!(told("1\n2\n3\n4\n5\n", "1\n2\n3\n4\nfive\n"), "@@@ -2,4 +2,4 @@| 2| 3| 4|-5|+five|");
        assert_eq!(told("", "a"), "@@@ -0,0 +1 @@|+a|\\ No line break at the end of the file|");
        assert_eq!(told("a\n", "\x1b[2J\n"), "@@@ -1 +1 @@|-a|+\\u{1b}[2J|");
    }
}
