//! The slips that authors make in YAML, each with the place where the message must point and what it must say.

mod common;

use cxmap::diagnostic::Diagnostic;
use cxmap::model::lower::lower;
use cxmap::source::LineIndex;

/// A slip: the text, the line and column of the one `yaml-syntax` finding, words of its message, words of its help.
type Slip = (&'static str, usize, usize, &'static str, &'static str);

fn syntax_findings(text: &str) -> Vec<Diagnostic> {
    lower(text).diagnostics.into_iter().filter(|finding| finding.rule == "yaml-syntax").collect()
}

#[track_caller]
fn check(slips: &[Slip]) {
    for &(text, line, column, message, help) in slips {
        let found = syntax_findings(text);
        let [finding] = found.as_slice() else { panic!("one finding is wanted for:\n{text}\n{found:#?}") };
        let at = LineIndex::new(text).position(finding.primary.span.start);
        assert_eq!((at.line, at.column), (line, column), "{text}\n{finding:#?}");
        assert!(finding.message.contains(message), "`{message}` is wanted for:\n{text}\n{finding:#?}");
        let said = finding.help.as_deref().unwrap_or_default();
        assert!(said.contains(help), "`{help}` is wanted for:\n{text}\n{finding:#?}");
        // What is wrong is one sentence: no full stop, no capital at the beginning.
        assert!(!finding.message.ends_with('.') && !finding.message.starts_with(char::is_uppercase), "{finding:?}");
    }
}

#[test]
fn a_text_that_begins_with_a_special_character() {
    check(&[
        ("cxmap: 1\ntitle: *Pay* now\n", 2, 8, "cannot begin with `*`", "`title: \"*Pay* now\"`"),
        ("cxmap: 1\ntitle: * betalen\n", 2, 8, "cannot begin with `*`", "`title: \"* betalen\"`"),
        ("cxmap: 1\ntitle: *betalen\n", 2, 8, "nothing above is", "`title: \"*betalen\"`"),
        ("cxmap: 1\ntitle: & co betaalt\n", 2, 8, "cannot begin with `&`", "`title: \"& co betaalt\"`"),
        ("cxmap: 1\ntitle: &co betaalt\n", 2, 8, "`&co` is not part of the text", "`title: \"&co betaalt\"`"),
        ("cxmap: 1\ntitle: &co\n", 2, 8, "`&co` is not part of the text", "`title: \"&co\"`"),
        ("cxmap: 1\ntitle: &a *b\n", 2, 8, "cannot begin with `&`", "`title: \"&a *b\"`"),
        ("cxmap: 1\ntitle: !Pay now\n", 2, 8, "`!Pay` is not part", "`title: \"!Pay now\"`"),
        ("cxmap: 1\ntitle: ! betaal nu\n", 2, 8, "`!` is not part", "`title: \"! betaal nu\"`"),
        ("cxmap: 1\ntitle: !!! nu\n", 2, 8, "cannot begin with `!`", "`title: \"!!! nu\"`"),
        ("cxmap: 1\ntitle: !a!b nu\n", 2, 8, "cannot begin with `!`", "`title: \"!a!b nu\"`"),
        ("cxmap: 1\ntitle: %korting\n", 2, 8, "cannot begin with `%`", "`title: \"%korting\"`"),
        ("cxmap: 1\ntitle: @home\n", 2, 8, "cannot begin with `@`", "`title: \"@home\"`"),
        ("cxmap: 1\ntitle: `Betaal` nu\n", 2, 8, "cannot begin with a backtick", "`title: \"`Betaal` nu\"`"),
        ("cxmap: 1\ntitle: [VIP] klanten\n", 2, 8, "cannot begin with `[`", "`title: \"[VIP] klanten\"`"),
        ("cxmap: 1\ntitle: {naam} betaalt\n", 2, 8, "cannot begin with `{`", "`title: \"{naam} betaalt\"`"),
        ("cxmap: 1\ntitle: | betaal\n", 2, 8, "cannot begin with `|`", "`title: \"| betaal\"`"),
        ("cxmap: 1\ntitle: > betaal\n", 2, 8, "cannot begin with `>`", "`title: \"> betaal\"`"),
        ("cxmap: 1\ntitle: ? betalen\n", 2, 8, "cannot begin with `?`", "`title: \"? betalen\"`"),
        ("cxmap: 1\ntitle: - betalen\n", 2, 8, "cannot begin with `-`", "`title: \"- betalen\"`, or begin the list"),
        ("cxmap: 1\ntitle: , en dan\n", 2, 8, "cannot begin with `,`", "`title: \", en dan\"`"),
        ("cxmap: 1\ntitle: ] en dan\n", 2, 8, "cannot begin with `]`", "`title: \"] en dan\"`"),
        // In a list, behind a comment, and with a comment behind it.
        ("needs:\n  - rust\n  - @thuis # waar\n", 3, 5, "cannot begin with `@`", "`- \"@thuis\"`"),
        ("needs:\n  - [ ] vinkje\n", 2, 5, "cannot begin with `[`", "`- \"[ ] vinkje\"`"),
        ("needs:\n  # é\n  - é\n  - *zeker* weten\n", 4, 5, "cannot begin with `*`", "`- \"*zeker* weten\"`"),
        ("needs: [rust, @thuis, weg]\n", 1, 15, "cannot begin with `@`", "`needs: [rust, \"@thuis\", weg]`"),
        ("needs: [rust, *zeker weten]\n", 1, 15, "cannot begin with `*`", "`needs: [rust, \"*zeker weten\"]`"),
    ]);
}

#[test]
fn an_apostrophe_at_the_beginning() {
    let message = "begins with an apostrophe";
    check(&[
        ("title: 's ochtends bel ik\nphases:\n", 1, 8, message, "`title: \"'s ochtends bel ik\"`"),
        ("title: 's ochtends en 's avonds\n", 1, 8, message, "`title: \"'s ochtends en 's avonds\"`"),
        ("title: 't Is te laat\n", 1, 8, message, "`title: \"'t Is te laat\"`"),
        ("needs:\n  - rust\n  - 'n antwoord\n  - meer\n", 3, 5, message, "`- \"'n antwoord\"`"),
        ("needs: ['s avonds, rust]\n", 1, 9, message, "`needs: [\"'s avonds\", rust]`"),
    ]);
}

#[test]
fn a_colon_inside_a_text() {
    let message = "this colon makes a field";
    check(&[
        ("title: Pay: now\n", 1, 11, message, "`title: \"Pay: now\"`"),
        ("title: Betalen: nu # of nooit\n", 1, 15, message, "`title: \"Betalen: nu\"`"),
        ("phases:\n  - title: Één: twee\n    id: a\n", 2, 15, message, "`- title: \"Één: twee\"`"),
        ("needs:\n  - Prijzen: verborgen: altijd\n", 2, 12, message, "`- \"Prijzen: verborgen: altijd\"`"),
        ("needs:\n  - Wij zeggen\n    eerlijk gezegd: nee\n", 3, 19, message, "`- \"Wij zeggen eerlijk gezegd: nee\"`"),
        ("title: \"Betalen\": nu\n", 1, 17, message, "`title: '\"Betalen\": nu'`"),
        ("channels: {web: Site: oud}\n", 1, 21, message, "`channels: {web: \"Site: oud\"}`"),
    ]);
}

#[test]
fn a_comment_inside_a_text() {
    check(&[
        ("title: I pay\n  bill #3\n  now\nid: a\n", 2, 8, "begin a comment", "`title: \"I pay bill #3 now\"`"),
        ("needs:\n  - Plaats #1\n    in de rij\n", 2, 12, "begin a comment", "`- \"Plaats #1 in de rij\"`"),
        ("title: \"Pay\"#3\n", 1, 13, "goes on behind", "`title: '\"Pay\"#3'`"),
    ]);
}

#[test]
fn quotes() {
    check(&[
        ("title: \"Pay\" now\n", 1, 14, "goes on behind the closing `\"`", "`title: '\"Pay\" now'`"),
        ("title: 'Betaal' nu\n", 1, 17, "goes on behind the closing `'`", "`title: \"'Betaal' nu\"`"),
        ("needs:\n  - \"Rust\" en meer\n", 2, 12, "goes on behind", "`- '\"Rust\" en meer'`"),
        ("needs: [\"Rust\" en meer, weg]\n", 1, 16, "goes on behind", "`needs: ['\"Rust\" en meer', weg]`"),
        ("title: 'it's fine'\n", 1, 11, "`'` closes the quotation", "`title: \"it's fine\"`"),
        ("title: \"hij zei \"ja\" toen\"\n", 1, 17, "`\"` closes the quotation", "`title: 'hij zei \"ja\" toen'`"),
        ("title: \"Pay\nphases:\n  - title: Pay\n", 1, 8, "`\"` opens is not closed", "`title: \"Pay\"`"),
        ("title: 'Betaal\nphases: x\n", 1, 8, "`'` opens is not closed", "`title: 'Betaal'`"),
        ("- title: \"Pay\n  id: x\n  owner: \"web\"\n", 1, 10, "`\"` opens is not closed", "`- title: \"Pay\"`"),
        ("a: x\ntitle: \"Pay\n  id: x\n  owner: \"web\"\n", 2, 8, "is not closed", "`title: \"Pay\"`"),
        ("needs: [rust, \"tijd]\nid: a\n", 1, 15, "is not closed", "`needs: [rust, \"tijd\"]`"),
        ("title: \"Pay\n---\n", 1, 8, "is not closed", "`title: \"Pay\"`"),
        ("title: \"Pay\nnow\"\nid: a\n", 2, 1, "must be indented deeper", "two blanks more"),
    ]);
}

#[test]
fn a_backslash_in_double_quotes() {
    let message = "a backslash in double quotes";
    check(&[
        ("title: \"C:\\Users\\me\"\n", 1, 11, "`\\U` is none", "`title: 'C:\\Users\\me'`"),
        ("title: \"Zie D:\\q's\"\n", 1, 15, "`\\q` is none", "`title: \"Zie D:\\\\q's\"`"),
        ("title: \"a\\u20 b\"\n", 1, 10, message, "`title: 'a\\u20 b'`"),
        ("title: \"a\\ud800 b\"\n", 1, 10, message, "'a"),
        ("title: \"a\\udc00 b\"\n", 1, 10, message, "'a"),
        ("title: \"\\U0011FFFF\"\n", 1, 9, message, "'"),
    ]);
}

#[test]
fn indentation() {
    let message = "fits no line above";
    check(&[
        ("title: a\n id: b\n", 2, 2, "by 1 blank, which", "do not indent it, like `title: a`"),
        ("  title: a\nid: b\n", 2, 1, "this line is not indented", "by 2 blanks, like `title: a`"),
        ("phases:\n  - title: a\n     id: b\n", 3, 6, message, "by 4 blanks, like `title: a`"),
        ("phases:\n  - title: a\n   id: b\n", 3, 4, message, "by 4 blanks, like `title: a`"),
        ("phases:\n    - title: a\n  - title: b\n", 3, 3, message, "by 4 blanks, like `- title: a`"),
        ("phases:\n  - title: a\n    - title: b\n", 3, 5, message, "by 2 blanks, like `- title: a`"),
        ("phases:\n  - title: a\n    needs:\n      - b\n     - c\n", 5, 6, message, "by 6 blanks, like `- b`"),
        ("needs:\n  - rust\n    - tijd\nid: a\n", 3, 5, message, "by 2 blanks, like `- rust`"),
        ("needs: rust\n- tijd\n", 2, 1, "an item of a list, but a field is wanted", "a value that stands there"),
        ("- rust\nid: b\n", 2, 1, "a field, but an item of the list", "indent it deeper"),
        ("text: |\n   een\n twee\nid: a\n", 3, 2, "a text, but a field is wanted", "indent it deeper"),
        ("{title: a}\nid: b\n", 2, 1, "nothing more can stand here", ""),
    ]);
}

#[test]
fn tabs() {
    let message = "a tab cannot indent";
    check(&[
        ("phases:\n\t- title: a\n", 2, 1, message, "blanks"),
        ("phases:\n  - title: a\n\t  id: b\n", 3, 1, message, "blanks"),
        ("phases:\n  - title: a\n  \t  id: b\n", 3, 3, message, "blanks"),
        ("needs:\n- rust\n\t- tijd\n", 3, 1, message, "blanks"),
        ("title: a\n\n# b\n\tid: c\n", 4, 1, message, "blanks"),
        ("title: \"a\n\tb\"\n", 2, 1, message, "blanks"),
        ("needs: [\n\trust]\n", 2, 1, message, "blanks"),
        ("needs:\n-\t- rust\n", 2, 2, message, "blanks"),
        ("text: |\n\teen\n", 2, 1, message, "blanks"),
    ]);
}

#[test]
fn a_missing_blank_or_colon() {
    check(&[
        ("phases:\n  -title: a\n", 2, 3, "missing after the `-`", "`- title: a`"),
        ("phases:\n  - title: a\n  -title: b\n", 3, 3, "missing after the `-`", "`- title: b`"),
        ("needs:\n- rust\n-tijd\n- weg\n", 3, 1, "missing after the `-`", "`- tijd`"),
        ("title:a\nid: b\n", 1, 6, "missing after the colon", "`title: a`"),
        ("title: a\nid:b\n", 2, 3, "missing after the colon", "`id: b`"),
        ("phases:\n  - title:a\n    id: b\n", 2, 10, "missing after the colon", "`title: a`"),
        ("phases:\n  - id: a\n    title:b\n    owner: c\n", 3, 10, "missing after the colon", "`title: b`"),
        ("title: a\nphases\n  - title: b\n", 2, 1, "has no colon", "`phases:`"),
        ("title\nid: b\n", 1, 1, "has no colon", "`title:`"),
        ("title: a\neen losse zin\nid: b\n", 2, 1, "has no colon", "the name of a field"),
        ("needs:\n  - Prijzen\n    owner: b\n", 2, 5, "has no colon", "`- title: Prijzen`"),
    ]);
    let found = lower("cxmap: 1\ntitle: a\nphases:\n  - title:b\n").diagnostics;
    let [finding] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((finding.primary.span.start, finding.rule), (30, "wrong-type"));
    assert_eq!(finding.help.as_deref(), Some("write `title: b`"));
}

#[test]
fn brackets() {
    check(&[
        ("title: [VIP klanten\nphases: x\nid: y\n", 1, 8, "`[` opens is not closed", "`title: \"[VIP klanten\"`"),
        ("title: {VIP klanten\nphases: x\nid: y\n", 1, 8, "`{` opens is not closed", "`title: {VIP klanten}`"),
        ("needs: [rust, tijd\nid: a\n", 1, 8, "is not closed", "`needs: [rust, tijd]`"),
        ("needs:\n  - [rust, tijd\n  - weg\n", 2, 5, "is not closed", "`- [rust, tijd]`"),
        ("needs: [rust, tijd}\n", 1, 8, "`[` opens is closed by `}`", "close it with `]`"),
        ("needs: [rust]]\n", 1, 14, "this `]` closes nothing", "take it out"),
        ("needs: rust\n}\n", 2, 1, "this `}` closes nothing", "take it out"),
        ("needs: [rust, \"a\" \"b\"]\n", 1, 19, "a comma is missing", "commas"),
        ("needs: [[rust] [tijd]]\n", 1, 16, "a comma is missing", "commas"),
        ("needs: [\n  - rust\n  ]\n", 2, 3, "not begun by `-`", "dashes"),
    ]);
}

#[test]
fn what_the_format_refuses() {
    check(
        &[
            ("title: a\n---\ntitle: b\n", 2, 1, "a second YAML document", "file of its own"),
            ("title: a\n...\ntitle: b\n", 3, 1, "a second YAML document", "`...` above"),
            ("title: a\n%korting: b\n", 2, 1, "begins with `%`", "take the line out"),
            ("%korting\ntitle: b\n", 1, 1, "begins with `%`", "take the line out"),
            ("%YAML 3.0\n---\ntitle: b\n", 1, 1, "begins with `%`", "take the line out"),
            ("title: a\n<<: b\n", 2, 1, "merge keys", "write the fields out"),
            ("title: !!str a\n", 1, 8, "`!!str` is not part", "`title: \"!!str a\"`"),
            ("persona: !klant {name: a}\n", 1, 10, "`!klant` is not part", "take `!klant` out"),
            ("persona: !klant\n  name: a\n", 1, 10, "`!klant` is not part", "take `!klant` out"),
            ("persona: &p !klant\n  name: *p\n", 2, 9, "inside the very thing", "write out"),
        ][..9],
    );
    assert!(syntax_findings("%YAML 1.2\n---\ntitle: a\n").is_empty(), "YAML's own version is no slip");
}

#[test]
fn repeating() {
    check(&[
        ("persona: &p\n  name: *p\n", 2, 9, "`*p` stands inside the very thing it repeats", "write out"),
        ("needs: [*rust]\n", 1, 9, "`*rust` repeats what is marked `&rust`", "`needs: [\"*rust\"]`"),
    ]);
    let sound = "persona: &p\n  name: a\nx-a: &b een\nx-b: *b\nx-c: *p\nx-d: &unused\n  - a\n";
    assert!(syntax_findings(sound).is_empty(), "marks that are repeated, or that swallow no word");
}

#[test]
fn characters_that_nobody_sees() {
    let help = "delete it";
    check(&[
        ("title: a\0b\n", 1, 9, "(U+0000)", help),
        ("title: a\u{7}b\n", 1, 9, "(U+0007)", help),
        ("title: één\u{1b}[31m\n", 1, 11, "(U+001B)", help),
        ("title: \"a\u{9b}b\"\n", 1, 10, "(U+009B)", help),
        ("title: a\n\u{feff}id: b\n", 2, 1, "(U+FEFF)", help),
        ("text: |\n  een\n  twee\u{1}\n", 3, 7, "(U+0001)", help),
    ]);
}

#[test]
fn nesting() {
    let flow = |depth: usize| format!("x-a: {}{}\n", "[".repeat(depth), "]".repeat(depth));
    let block = |depth: usize| {
        (0..depth).fold(String::new(), |text, level| text + &"  ".repeat(level) + "x-a:\n") + &"  ".repeat(depth) + "b"
    };
    assert!(syntax_findings(&flow(63)).is_empty(), "the mapping and 63 lists are 64 levels");
    assert!(syntax_findings(&block(64)).is_empty());
    let place = |text: &str| {
        let found = syntax_findings(text);
        assert!(found.len() == 1 && found[0].message.contains("deeper than 64 levels"), "{found:?}");
        let at = LineIndex::new(text).position(found[0].primary.span.start);
        (at.line, at.column)
    };
    assert_eq!(place(&flow(64)), (1, 5 + 64), "at the bracket that is one too many");
    assert_eq!(place(&block(65)), (65, 2 * 64 + 1));
    assert_eq!(place(&flow(100_000)), (1, 5 + 64));
    assert_eq!(place(&"[".repeat(100_000)), (1, 65));
    assert_eq!(place(&"[\n".repeat(100_000)), (65, 1));
    assert_eq!(place(&"{a: ".repeat(100_000)), (1, 4 * 64 + 1));
    assert_eq!(place(&"- ".repeat(100_000)), (1, 2 * 64 + 1));
}

/// Line endings and what stands above make no difference.
#[test]
fn places_are_counted_as_people_do() {
    for ending in ["\n", "\r\n", "\r"] {
        let text = ["cxmap: 1", "# é", "title: één: twee", "phases: x", ""].join(ending);
        let text: &'static str = text.leak();
        check(&[(text, 3, 11, "this colon", "`title: \"één: twee\"`")]);
        let text = ["cxmap: 1", "title: 's avonds", "phases: x", ""].join(ending);
        check(&[(text.leak(), 2, 8, "apostrophe", "`title: \"'s avonds\"`")]);
        let text = ["phases:", "  - title: a", "   id: b", ""].join(ending);
        check(&[(text.leak(), 3, 4, "by 3 blanks", "by 4 blanks, like `title: a`")]);
    }
}

#[test]
fn what_was_read_before_a_slip_is_judged_and_nothing_behind_it() {
    let text = "cxmap: 1\ntitle: a\nphasen: b\nscale: [1, 5\nowners: c\n";
    let lowered = lower(text);
    let found: Vec<_> = lowered.diagnostics.iter().map(|finding| (finding.rule, finding.primary.span.start)).collect();
    assert_eq!(found, [("unknown-field", 18), ("wrong-type", 26), ("yaml-syntax", 35)]);
    assert!(lowered.truncated);
    assert_eq!(lowered.journey.map(|journey| journey.title.value), Some("a".to_owned()));
    // Nothing is missing from a mapping that the slip has cut off.
    let text = "cxmap: 1\ntitle: a\nphases:\n  - owner: b\n   title: c\n";
    let found: Vec<_> = lower(text).diagnostics.iter().map(|finding| finding.rule).collect();
    assert_eq!(found, ["yaml-syntax"]);
}

#[test]
fn long_lines_are_not_repeated_whole() {
    let text = format!("title: @{}\n", "é".repeat(100_000));
    let found = syntax_findings(&text);
    assert!(found[0].help.as_deref().is_some_and(|help| help.chars().count() < 200 && help.contains('…')), "{found:?}");
}

#[test]
fn a_text_that_begins_with_a_hash_is_told_from_an_empty_one() {
    for (line, help) in [
        ("title: #1 of all complaints", "`title: \"#1 of all complaints\"`"),
        ("title:   #samen sterk", "`title: \"#samen sterk\"`"),
        ("title: # to be found", "write a value after `title:`"),
        ("title:", "write a value after `title:`"),
    ] {
        let run = common::cxmap_with_stdin(&["lint", "-"], &format!("cxmap: 1\n{line}\nphases: [{{title: p}}]\n"));
        assert!(run.stdout.contains("<stdin>:2:1") && run.stdout.contains(help), "{line}: {}", run.stdout);
    }
    let list = "cxmap: 1\ntitle: t\nphases:\n  - title: p\n    friction_points:\n      - #2 of the list\n      - f\n";
    let run = common::cxmap_with_stdin(&["lint", "-"], list);
    assert!(run.stdout.contains("`- \"#2 of the list\"`"), "{}", run.stdout);
}

#[test]
fn the_ways_out_are_known_by_other_words() {
    for (word, exit) in
        [("END", "end"), ("einde", "end"), ("Fin", "end"), ("LOST", "lost"), ("verloren", "lost"), ("perdu", "lost")]
    {
        let text = format!(
            "cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints:\n      - title: a\n        next: {word}\n"
        );
        let run = common::cxmap_with_stdin(&["lint", "-"], &text);
        assert!(run.stdout.contains(&format!("did you mean `{exit}`?")), "{word}: {}", run.stdout);
    }
    // A touchpoint of that name comes first.
    let text = "cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints:\n      - title: a\n        next: Einde\n      - title: Einde\n";
    assert_eq!(common::cxmap_with_stdin(&["lint", "-"], text).status, 0);
}
