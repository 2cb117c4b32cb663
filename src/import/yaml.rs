//! Journey → the text of a journey file.

use crate::model::Journey;

/// The journey as YAML: block style, quoted where needed, lists indented as in the documentation.
///
/// # Errors
/// When an `x-` key holds what YAML cannot.
pub fn to_yaml(journey: &Journey) -> Result<String, serde_yaml::Error> {
    serde_yaml::to_string(journey).map(|yaml| indented(&yaml))
}

/// Indents every list below its key, where the writer leaves it in the key's column.
fn indented(yaml: &str) -> String {
    let mut text = String::with_capacity(yaml.len() + yaml.len() / 4);
    // The columns of the lists that are open below a key.
    let mut lists: Vec<usize> = Vec::new();
    // The column of the key whose value begins in the next line, and the one that a block of text stands behind.
    let (mut waiting, mut block) = (None, None);
    for line in yaml.lines() {
        let content = line.trim_start_matches(' ');
        let column = line.len() - content.len();
        if content.starts_with("? ") {
            return yaml.to_owned(); // A key too long for one line: lists look different then.
        }
        if content.is_empty() || block.is_some_and(|behind| column > behind) {
            push_line(&mut text, if content.is_empty() { 0 } else { 2 * lists.len() }, line);
            continue;
        }
        let is_item = content.starts_with("- ") || content == "-";
        lists.retain(|list| *list < column || (*list == column && is_item));
        if is_item && waiting == Some(column) && lists.last() != Some(&column) {
            lists.push(column);
        }
        let rest = content.trim_start_matches("- ");
        let key = column + content.len() - rest.len();
        waiting = rest.ends_with(':').then_some(key);
        block = is_block(rest).then_some(if rest.contains(": ") { key } else { key.saturating_sub(2) });
        push_line(&mut text, 2 * lists.len(), line);
    }
    text
}

fn push_line(text: &mut String, shift: usize, line: &str) {
    text.extend(std::iter::repeat_n(' ', shift));
    text.push_str(line);
    text.push('\n');
}

/// Whether a block of text begins behind the key or dash of a line.
fn is_block(rest: &str) -> bool {
    let value = rest.rsplit_once(": ").map_or(rest, |(_, value)| value);
    let Some(signs) = value.strip_prefix(['|', '>']) else { return false };
    signs.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+'))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::indented;

    #[test]
    fn lists_are_indented_below_their_keys() {
        let value = json!({"a": [{"b": ["c", "d\n- e\n  f"], "g": "h"}], "i": [], "j": [[1, 2], [3]]});
        let yaml = indented(&serde_yaml::to_string(&value).unwrap());
        let wanted = "a:\n  - b:\n      - c\n      - |-\n        d\n        - e\n          f\n    g: h\ni: []\n\
                      j:\n  - - 1\n    - 2\n  - - 3\n";
        assert_eq!(yaml, wanted);
    }

    fn values() -> impl Strategy<Value = Value> {
        let text = prop::sample::select(vec![
            "a",
            "- b",
            "c: |-",
            "d: >",
            "|",
            "e\nf",
            "g\n\n- h\n",
            "  i\nj",
            "k: l",
            "",
            "- |-\nm",
            "\n",
            "n:",
            "'o",
            "#p",
        ]);
        let leaf = prop_oneof![text.prop_map(Value::from), any::<i8>().prop_map(Value::from), Just(Value::Null)];
        leaf.prop_recursive(5, 40, 4, |inner| {
            let key = prop::sample::select(vec!["a", "b c", "d: e", "- f", "x-g", "h|"]);
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec((key, inner), 0..4)
                    .prop_map(|entries| Value::Object(entries.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn indenting_changes_nothing_that_is_said(value in values()) {
            let yaml = serde_yaml::to_string(&json!({"root": value})).unwrap();
            let again: Value = serde_yaml::from_str(&indented(&yaml)).unwrap();
            prop_assert_eq!(again, json!({"root": value}));
        }
    }
}
