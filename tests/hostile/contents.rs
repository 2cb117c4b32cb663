//! What a file may hold.

use std::fs;

use crate::run::{Run, cxmap};

/// A sound map, in every command.
const SOUND: &str =
    "cxmap: 1\ntitle: Ik betaal\nphases:\n  - title: Betalen\n    touchpoints:\n      - title: Ik betaal de premie\n";

/// Runs a command on a file that holds these bytes, with a sound map beside it.
fn on(bytes: &[u8], args: &[&str]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.journey.yaml"), bytes).unwrap();
    fs::write(folder.path().join("sound.yaml"), SOUND).unwrap();
    cxmap(folder.path(), args)
}

/// What lint says of the bytes, one line a finding; and what render and diff do: 0 if a phase could be read, else 2.
#[track_caller]
fn check(bytes: &[u8], lint: i32, wanted: &[&str], others: i32) -> Run {
    let run = on(bytes, &["lint", "-f", "concise", "a.journey.yaml"]);
    assert_eq!(run.status, lint, "{}", start(&run.said()));
    for words in wanted {
        assert!(run.stdout.contains(words), "`{words}` is wanted in:\n{}", start(&run.said()));
    }
    assert_eq!(run.stdout.is_empty(), lint == 0, "{}", start(&run.said()));
    let full = on(bytes, &["lint", "a.journey.yaml"]);
    assert_eq!(full.status, lint);
    let render = on(bytes, &["render", "a.journey.yaml"]);
    assert_eq!(render.status, others, "render: {}", start(&render.said()));
    for sides in [["a.journey.yaml", "sound.yaml"], ["sound.yaml", "a.journey.yaml"]] {
        let diff = on(bytes, &["diff", sides[0], sides[1]]);
        assert_eq!(diff.status, others, "diff: {}", start(&diff.said()));
    }
    run
}

/// What lint says, and that render shows the rest: for what takes its time.
#[track_caller]
fn check_large(text: &str, lint: i32, wanted: &[&str]) -> Run {
    let run = on(text.as_bytes(), &["lint", "-f", "concise", "a.journey.yaml"]);
    assert_eq!(run.status, lint, "{}", start(&run.said()));
    for words in wanted {
        assert!(run.stdout.contains(words), "`{words}` is wanted in:\n{}", start(&run.said()));
    }
    let render = on(text.as_bytes(), &["render", "a.journey.yaml"]);
    assert_eq!(render.status, 0, "{}", start(&render.said()));
    run
}

fn start(text: &str) -> String {
    text.chars().take(2_000).collect()
}

/// The one finding for bytes of which no phase can be read.
#[track_caller]
fn unreadable(bytes: &[u8], finding: &str) {
    let run = check(bytes, 1, &[&format!("a.journey.yaml:{finding}")], 2);
    assert_eq!(run.stdout.lines().count(), 1, "{}", start(&run.stdout));
}

#[test]
fn bytes_that_are_not_utf_8() {
    unreadable(b"cxmap: 1\ntitle: Caf\xe9\n", "2:11: error[yaml-syntax]: from here on the file is not UTF-8");
    unreadable(b"\xff\xfe\xfd", "1:1: error[yaml-syntax]: the file is in UTF-16");
    unreadable(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "1:1: error[yaml-syntax]: from here on the file is not UTF-8");
    let overlong = b"cxmap: 1\ntitle: \xc0\xaf\n";
    unreadable(overlong, "2:8: error[yaml-syntax]: from here on the file is not UTF-8");
}

#[test]
fn utf_16() {
    let wide = |bom: bool, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let text = if bom { format!("\u{feff}{SOUND}") } else { SOUND.to_owned() };
        text.encode_utf16().flat_map(order).collect()
    };
    for bytes in [
        wide(true, u16::to_le_bytes),
        wide(true, u16::to_be_bytes),
        wide(false, u16::to_le_bytes),
        wide(false, u16::to_be_bytes),
    ] {
        unreadable(&bytes, "1:1: error[yaml-syntax]: the file is in UTF-16, where UTF-8 is wanted");
    }
}

#[test]
fn a_byte_order_mark_and_all_line_endings() {
    for ending in ["\n", "\r\n", "\r"] {
        for bom in ["", "\u{feff}"] {
            let sound = format!("{bom}{}", SOUND.replace('\n', ending));
            check(sound.as_bytes(), 0, &[], 0);
            let misspelt = sound.replace("title: Ik betaal d", "titel: Ik betaal d");
            let run = check(misspelt.as_bytes(), 1, &["a.journey.yaml:6:9: error[unknown-field]: `titel`"], 0);
            assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
            let first = sound.replace("cxmap: 1", "cxmap: 1x");
            check(first.as_bytes(), 1, &["a.journey.yaml:1:8: "], 2);
        }
    }
}

#[test]
fn tabs_and_nul() {
    unreadable(b"cxmap: 1\ntitle: a\nphases:\n\t- title: b\n", "4:1: error[yaml-syntax]: a tab cannot indent a line");
    unreadable(b"cxmap: 1\ntitle: a\0b\n", "2:9: error[yaml-syntax]: an invisible character (U+0000)");
    let nuls = [b"cxmap: 1\n".to_vec(), vec![0; 1_000_000]].concat();
    check(&nuls, 1, &["error[yaml-syntax]"], 2);
    unreadable(&[0; 3], "1:1: error[yaml-syntax]: an invisible character (U+0000)");
}

#[test]
fn endless_nesting() {
    let deep = 100_000;
    let repeated = |piece: &str| piece.repeat(deep);
    let message = "error[yaml-syntax]: nested deeper than 64 levels";
    unreadable(repeated("[").as_bytes(), &format!("1:65: {message}"));
    unreadable(repeated("{a: ").as_bytes(), &format!("1:257: {message}"));
    check(repeated("[a, {b: ").as_bytes(), 1, &[&format!("1:257: {message}")], 2);
    unreadable(repeated("- ").as_bytes(), &format!("1:129: {message}"));
    unreadable(repeated("? ").as_bytes(), &format!("1:129: {message}"));
    unreadable(format!("{}{}", repeated("["), repeated("]")).as_bytes(), &format!("1:65: {message}"));
    for item in ["a:", "-"] {
        let staircase: Vec<_> = (0..2_000).map(|level| format!("{}{item}\n", " ".repeat(level))).collect();
        let run = check(staircase.concat().as_bytes(), 1, &[], 2);
        assert!(run.stdout.contains("error[yaml-syntax]"), "{}", start(&run.stdout));
    }
    let block: Vec<_> = (0..2_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    unreadable(block.concat().as_bytes(), &format!("65:65: {message}"));
    // In the middle of a map, what stands before is read.
    check(format!("{SOUND}x-a: {}\n", repeated("[")).as_bytes(), 1, &[&format!("7:69: {message}")], 0);
}

#[test]
fn alias_bombs() {
    let message = "error[yaml-syntax]: the file grows too large once its `*` repetitions are followed";
    let list = |item: &str, count: usize| vec![item; count].join(", ");
    let lists = format!("{SOUND}x-a: &x [{}]\nx-b: [{}]\n", list("c", 3_000), list("*x", 3_000));
    check_large(&lists, 1, &["a.journey.yaml:8:", message]);
    let string = format!("{SOUND}x-a: &x {}\nx-b: [{}]\n", "c".repeat(100_000), list("*x", 100_000));
    check_large(&string, 1, &["a.journey.yaml:8:", message]);
    // Ten lists of ten lists of ten lists …
    let laughs: Vec<_> = (1..10).map(|n| format!("x-{n}: &x{n} [{}]\n", list(&format!("*x{}", n - 1), 10))).collect();
    check_large(&format!("{SOUND}x-0: &x0 ha\n{}", laughs.concat()), 1, &["a.journey.yaml:13:", message]);
    // Itself.
    let itself = "error[yaml-syntax]: `*x` stands inside the very thing it repeats";
    check(format!("{SOUND}x-a: &x [*x]\n").as_bytes(), 1, &[&format!("7:10: {itself}")], 0);
    let everything = "&x\ncxmap: 1\ntitle: a\nphases: [{title: b, touchpoints: *x}]\n";
    check(everything.as_bytes(), 1, &[&format!("4:34: {itself}")], 0);
}

/// The bombs as parts of the journey: needs, and touchpoints with needs.
#[test]
fn alias_bombs_in_fields() {
    let message = "error[yaml-syntax]: the file grows too large once its `*` repetitions are followed";
    let list = |item: &str, count: usize| vec![item; count].join(", ");
    let begin = "cxmap: 1\ntitle: a\nphases:\n  - title: b\n";
    let needs = format!("{begin}    needs: [&x {}, {}]\n", "c".repeat(100_000), list("*x", 100_000));
    check_large(&needs, 1, &["a.journey.yaml:5:", message]);
    let touchpoints = |count: usize| {
        let first = format!("      - &x {{title: c, needs: [{}]}}\n", list("d", count));
        format!("{begin}    touchpoints:\n{first}{}", "      - *x\n".repeat(count))
    };
    // The touchpoints before the one that is too much are all of one name.
    let run = check_large(&touchpoints(3_000), 1, &[message]);
    assert!(run.stdout.contains("a.journey.yaml:338:"), "{}", start(&run.stdout));
    // What is not too much is shown and compared.
    let run = on(touchpoints(300).as_bytes(), &["diff", "sound.yaml", "a.journey.yaml"]);
    assert_eq!(run.status, 0, "{}", start(&run.said()));
}

#[test]
fn too_many_slips_on_one_line() {
    for slip in ["*a, ", "!a b, ", "&a b, ", "<<: b, ", "{-a: b}, ", "a: b, "] {
        let text = format!("{SOUND}x-a: [{}]\n", slip.repeat(30_000));
        let run = on(text.as_bytes(), &["lint", "-f", "concise", "a.journey.yaml"]);
        assert_eq!(run.status, i32::from(slip != "a: b, "), "{slip}: {}", start(&run.said()));
        assert!(run.stdout.lines().count() <= 200, "{slip}: {}", run.stdout.lines().count());
    }
    let swallowed = format!("{SOUND}x-a:\n{}", "  - a\n    - b\n".repeat(30_000));
    assert_eq!(on(swallowed.as_bytes(), &["lint", "a.journey.yaml"]).status, 1);
}

#[test]
fn a_file_that_is_too_big() {
    let scalar = format!("cxmap: 1\ntitle: {}\n", "a".repeat(50 << 20));
    for args in [
        &["lint", "a.journey.yaml"][..],
        &["lint", "."],
        &["render", "a.journey.yaml"],
        &["diff", "a.journey.yaml", "sound.yaml"],
    ] {
        let run = on(scalar.as_bytes(), args);
        assert_eq!(run.status, 2, "{args:?}: {}", start(&run.said()));
        assert!(
            run.stderr.contains("a.journey.yaml") && run.stderr.contains("larger than 10 MiB"),
            "{args:?}: {}",
            run.stderr
        );
    }
    // The largest that is read, as one text.
    let text = format!("{SOUND}description: ");
    let text = format!("{text}{}\n", "a".repeat((10 << 20) - text.len() - 1));
    assert_eq!(text.len(), 10 << 20);
    check_large(&text, 0, &[]);
    assert_eq!(on(format!("{text}\n").as_bytes(), &["lint", "a.journey.yaml"]).status, 2);
}

#[test]
fn three_hundred_thousand_keys() {
    let keys: Vec<_> = (0..300_000).map(|key| format!("k{key}: 1\n")).collect();
    let text = format!("{SOUND}{}", keys.concat());
    let run = on(text.as_bytes(), &["lint", "-f", "concise", "a.journey.yaml"]);
    assert_eq!((run.status, run.stdout.lines().count()), (1, 200), "{}", start(&run.said()));
    assert!(run.stdout.starts_with("a.journey.yaml:7:1: error[unknown-field]: `k0` is not a field"));
    assert!(run.stderr.contains("299800 more"), "{}", run.stderr);
    let channels: Vec<_> = (0..300_000).map(|key| format!("  k{key}: Kanaal\n")).collect();
    check_large(&format!("{SOUND}channels:\n{}", channels.concat()), 0, &[]);
}

#[test]
fn yaml_that_the_format_refuses() {
    let more = |text: &str| format!("{SOUND}{text}").into_bytes();
    check(&more("---\ncxmap: 1\n"), 1, &["7:1: error[yaml-syntax]: a second YAML document begins here"], 0);
    check(&more("<<: {id: a}\n"), 1, &["7:1: error[yaml-syntax]: merge keys (`<<`) are not supported"], 0);
    check(&more("goal: !!str a\n"), 1, &["7:7: error[yaml-syntax]: `!!str` is not part of what follows"], 0);
    check(
        &more("goal: !!python/object:os.system a\n"),
        1,
        &["7:7: error[yaml-syntax]: `!!python/object:os.system`"],
        0,
    );
    check(&more("title: b\n"), 1, &["7:1: error[duplicate-field]: `title` is given a second time"], 0);
    check(&more("[a, b]: c\n"), 1, &["7:1: error[wrong-type]"], 0);
    check(&more("? {a: b}\n: c\n"), 1, &["7:3: error[wrong-type]"], 0);
}

#[test]
fn files_without_a_map() {
    for text in ["", "\n\n", "# nothing\n", "---\n", "~\n", "null", "\u{feff}", " "] {
        let run = check(text.as_bytes(), 1, &["1:1: error[wrong-type]: the file is empty"], 2);
        assert_eq!(run.stdout.lines().count(), 1, "{text:?}: {}", run.stdout);
    }
    for text in ["a\n", "[a]\n", "- a\n", "42", "\"\""] {
        let run = check(text.as_bytes(), 1, &["a.journey.yaml:1:1: error[wrong-type]"], 2);
        assert_eq!(run.stdout.lines().count(), 1, "{text:?}: {}", run.stdout);
    }
    check(b"*a\n", 1, &["1:1: error[yaml-syntax]"], 2);
    check(b"cxmap: 2\n", 1, &["1:8: error[unsupported-version]"], 2);
}
