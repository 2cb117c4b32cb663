//! Files that are mended: in place, at once, and none but those.

use std::fs;

use crate::common::{cxmap_in, cxmap_with_stdin, folder};

const WRONG: &str =
    "cxmap: 1\ntitel: Ik betaal\nphases:\n  - title: Betalen\n    touchpoints:\n      - title: Ik betaal\n";
const SOUND: &str =
    "cxmap: 1\ntitle: Ik betaal\nphases:\n  - title: Betalen\n    touchpoints:\n      - title: Ik betaal\n";

fn names(folder: &std::path::Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

#[test]
fn files_are_mended_in_place_and_what_is_left_decides() {
    let left = WRONG.replace("title: Betalen", "title: Betalen\n    duration: lang");
    let folder =
        folder(&[("a.journey.yaml", WRONG), ("b.journey.yaml", SOUND), ("c/journey.yaml", &left), ("d.yaml", WRONG)]);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let run = cxmap_in(folder.path(), &["lint", "--fix", "-f", "concise"]);
    assert_eq!((run.stderr.as_str(), run.status), ("fixed 2 findings in 2 files; 1 error in 3 maps\n", 1));
    assert_eq!(run.stdout, "c/journey.yaml:5:15: error[invalid-value]: `lang` is not a duration\n");
    assert_eq!((read("a.journey.yaml"), read("c/journey.yaml")), (SOUND.to_owned(), left.replace("titel", "title")));
    assert_eq!(read("d.yaml"), WRONG, "not asked for");
    assert_eq!(names(folder.path()), ["a.journey.yaml", "b.journey.yaml", "c", "d.yaml"]);
    let again = cxmap_in(folder.path(), &["lint", "--fix", "-f", "concise"]);
    assert_eq!((again.stderr.as_str(), again.status), ("fixed nothing; 1 error in 3 maps\n", 1));
    assert_eq!(cxmap_in(folder.path(), &["lint", "--fix", "a.journey.yaml", "d.yaml"]).status, 0);
}

#[test]
fn a_preview_is_a_patch_and_writes_nothing() {
    let folder = folder(&[("a.journey.yaml", WRONG), ("b.journey.yaml", SOUND)]);
    let patch = "--- a.journey.yaml\n+++ a.journey.yaml\n@@ -1,5 +1,5 @@\n cxmap: 1\n-titel: Ik betaal\n+title: Ik betaal\n phases:\n   \
                 - title: Betalen\n     touchpoints:\n";
    for args in [&["lint", "--diff"][..], &["lint", "--fix", "--diff"]] {
        let run = cxmap_in(folder.path(), args);
        assert_eq!(
            (run.stdout.as_str(), run.stderr.as_str(), run.status),
            (patch, "would fix 1 finding in 1 file\n", 1)
        );
    }
    assert_eq!(fs::read_to_string(folder.path().join("a.journey.yaml")).unwrap(), WRONG);
    let run = cxmap_in(folder.path(), &["lint", "--diff", "b.journey.yaml"]);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), ("", "would fix nothing\n", 0));
    assert_eq!(cxmap_in(folder.path(), &["lint", "--diff", "-f", "json"]).status, 2);
}

#[test]
fn standard_input_comes_out_mended_and_findings_beside_it() {
    let left = WRONG.replace("title: Betalen", "title: Betalen\n    duration: lang");
    let run = cxmap_with_stdin(&["lint", "--isolated", "--fix", "-f", "concise", "-"], &left);
    assert_eq!((run.stdout, run.status), (left.replace("titel", "title"), 1));
    let said =
        "<stdin>:5:15: error[invalid-value]: `lang` is not a duration\nfixed 1 finding in 1 file; 1 error in 1 map\n";
    assert_eq!(run.stderr, said);
    let run = cxmap_with_stdin(&["lint", "--isolated", "-q", "--fix", "-"], SOUND);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), (SOUND, "", 0));
    let run = cxmap_with_stdin(&["lint", "--isolated", "--diff", "-"], WRONG);
    assert!(run.stdout.starts_with("--- <stdin>\n+++ <stdin>\n@@") && run.status == 1, "{run:?}");
}

#[test]
fn what_is_known_is_not_mended() {
    let more = WRONG.replace("title: Betalen", "title: Betalen\n    duration: 25 min");
    let folder = folder(&[("a.yaml", WRONG)]);
    let cxmap = |args: &[&str]| cxmap_in(folder.path(), &[&["lint", "a.yaml"], args].concat());
    assert_eq!(cxmap(&["--write-baseline", "known.json"]).status, 0);
    fs::write(folder.path().join("a.yaml"), &more).unwrap();
    let run = cxmap(&["--fix", "--baseline", "known.json"]);
    let said = "fixed 1 finding in 1 file; nothing to report in 1 map, beside 1 that is known\n";
    assert_eq!((run.stderr.as_str(), run.status), (said, 0));
    assert_eq!(fs::read_to_string(folder.path().join("a.yaml")).unwrap(), more.replace("25 min", "25m"));
    assert_eq!(cxmap(&["--fix", "--write-baseline", "other.json"]).status, 2, "which first?");
}

#[test]
fn a_file_of_the_past_is_not_mended() {
    let folder = folder(&[("a.yaml", WRONG)]);
    let git = |args: &[&str]| {
        let run = std::process::Command::new("git").args(args).current_dir(folder.path()).output().unwrap();
        assert!(run.status.success(), "{run:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "a.yaml"]);
    git(&["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "a"]);
    let run = cxmap_in(folder.path(), &["lint", "--fix", "-f", "concise", "HEAD:a.yaml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("error: cannot mend HEAD:a.yaml: it is a file of the past\n"), "{}", run.stderr);
    assert!(run.stdout.starts_with("HEAD:a.yaml:2:1: error[unknown-field]"), "{}", run.stdout);
    assert_eq!(fs::read_to_string(folder.path().join("a.yaml")).unwrap(), WRONG);
}

#[test]
fn a_byte_order_mark_and_bytes_that_are_no_text_stay() {
    let folder = folder(&[("a.yaml", &format!("\u{feff}{WRONG}"))]);
    let bytes = [WRONG.as_bytes(), b"# \xff\n"].concat();
    fs::write(folder.path().join("b.yaml"), &bytes).unwrap();
    assert_eq!(cxmap_in(folder.path(), &["lint", "--fix", "a.yaml", "b.yaml"]).status, 1);
    assert_eq!(fs::read(folder.path().join("a.yaml")).unwrap(), format!("\u{feff}{SOUND}").into_bytes());
    assert_eq!(fs::read(folder.path().join("b.yaml")).unwrap(), bytes);
}

#[test]
fn a_large_map_is_mended_in_one_run() {
    let touchpoint =
        |n: usize, field: &str| format!("      - title: Stap {n}\n        {field}: website\n        wait: 3 d\n");
    let head = "cxmap: 1\ntitle: Veel\nphases:\n  - title: Alles\n    touchpoints:\n";
    let map = |field: &str| head.to_owned() + &(0..15_000).map(|n| touchpoint(n, field)).collect::<String>();
    let folder = folder(&[("a.yaml", &map("kanaal"))]);
    let run = cxmap_in(folder.path(), &["lint", "--isolated", "--fix", "-f", "concise", "a.yaml"]);
    assert_eq!((run.stderr.as_str(), run.status), ("fixed 30000 findings in 1 file; nothing to report in 1 map\n", 0));
    let text = fs::read_to_string(folder.path().join("a.yaml")).unwrap();
    assert!(text.len() > 900_000 && text == map("channel").replace("3 d\n", "3d\n"));
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_links_are_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("real/a.yaml", WRONG)]);
    let (real, link) = (folder.path().join("real/a.yaml"), folder.path().join("link.yaml"));
    fs::set_permissions(&real, fs::Permissions::from_mode(0o666)).unwrap();
    symlink("real/a.yaml", &link).unwrap();
    assert_eq!(cxmap_in(folder.path(), &["lint", "--fix", "link.yaml"]).status, 0);
    assert_eq!(fs::read_to_string(&real).unwrap(), SOUND);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o666);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_is_untouched_and_the_rest_is_mended() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.yaml", WRONG), ("b.yaml", WRONG), ("shut/c.yaml", WRONG)]);
    let mode =
        |name: &str, mode| fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
    mode("a.yaml", 0o444);
    mode("shut", 0o555);
    let is_shut = fs::write(folder.path().join("shut/try"), "").is_err();
    let run = cxmap_in(folder.path(), &["lint", "--fix", "-f", "concise", "a.yaml", "b.yaml", "shut/c.yaml"]);
    mode("shut", 0o755);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("error: cannot mend a.yaml: it is write-protected\n"), "{}", run.stderr);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!((read("a.yaml").as_str(), read("b.yaml").as_str()), (WRONG, SOUND));
    assert!(run.stdout.contains("a.yaml:2:1: error[unknown-field]"), "as it is: {}", run.stdout);
    // For the system's administrator no folder is shut.
    if is_shut {
        assert_eq!(read("shut/c.yaml"), WRONG);
        assert!(run.stderr.contains("error: cannot mend shut/c.yaml: "), "{}", run.stderr);
    }
}
