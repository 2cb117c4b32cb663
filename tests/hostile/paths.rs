//! What a path may lead to.

use std::fs;
use std::path::Path;

use crate::common::journeys;
use crate::run::{cxmap, cxmap_into_closed_pipe, cxmap_reading};

const SOUND: &str = "cxmap: 1\ntitle: a\nphases:\n  - title: b\n    touchpoints:\n      - title: c\n";
const MISSPELT: &str = "cxmap: 1\ntitel: a\nphases:\n  - title: b\n    touchpoints:\n      - title: c\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

#[track_caller]
fn check(folder: &Path, args: &[&str], status: i32, stdout: &[&str], stderr: &[&str]) {
    let run = cxmap(folder, args);
    assert_eq!(run.status, status, "{args:?}: {run:?}");
    for words in stdout {
        assert!(run.stdout.contains(words), "`{words}` is wanted of {args:?}: {run:?}");
    }
    for words in stderr {
        assert!(run.stderr.contains(words), "`{words}` is wanted of {args:?}: {run:?}");
    }
}

#[test]
fn folders_without_maps() {
    let empty = folder(&[]);
    let others =
        folder(&[("notes.yaml", SOUND), ("cxmap.yaml", "profile: draft\n"), (".hidden/a.journey.yaml", SOUND)]);
    for folder in [&empty, &others] {
        for command in ["lint", "render"] {
            for path in [&[][..], &["."]] {
                let args: Vec<_> = [command].iter().chain(path).copied().collect();
                check(folder.path(), &args, 2, &[], &["`*.journey.yaml`, `journey.yaml`"]);
            }
        }
        check(folder.path(), &["diff", ".", "."], 2, &[], &[]);
    }
}

#[test]
fn files_that_are_not_there() {
    let folder = folder(&[("a.journey.yaml", MISSPELT)]);
    for args in [
        &["lint", "b.yaml"][..],
        &["render", "b.yaml"],
        &["diff", "b.yaml", "a.journey.yaml"],
        &["diff", "a.journey.yaml", "b.yaml"],
    ] {
        check(folder.path(), args, 2, &[], &["b.yaml"]);
    }
    // The others are still done, and 2 wins.
    check(
        folder.path(),
        &["lint", "b.yaml", "a.journey.yaml", "c/d.yaml"],
        2,
        &["`titel` is not a field"],
        &["b.yaml", "c/d.yaml"],
    );
}

#[cfg(unix)]
#[test]
fn files_that_cannot_be_read() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder =
        folder(&[("a.journey.yaml", MISSPELT), ("locked.journey.yaml", SOUND), ("closed/b.journey.yaml", SOUND)]);
    let lock = |name: &str| fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(0o000)).unwrap();
    lock("locked.journey.yaml");
    lock("closed");
    // Nothing is locked for root, who runs many a build; that is not this program's doing.
    if fs::File::open(folder.path().join("locked.journey.yaml")).is_err() {
        check(folder.path(), &["lint", "locked.journey.yaml"], 2, &[], &["locked.journey.yaml", "ermission"]);
        check(folder.path(), &["lint"], 2, &["`titel` is not a field"], &["locked.journey.yaml", "closed"]);
    }
    fs::set_permissions(folder.path().join("closed"), fs::Permissions::from_mode(0o755)).unwrap();
    symlink("self.journey.yaml", folder.path().join("self.journey.yaml")).unwrap();
    check(
        folder.path(),
        &["lint", "self.journey.yaml", "a.journey.yaml"],
        2,
        &["`titel` is not a field"],
        &["self.journey.yaml"],
    );
    symlink("nowhere", folder.path().join("dangling.journey.yaml")).unwrap();
    check(folder.path(), &["lint", "dangling.journey.yaml"], 2, &[], &["dangling.journey.yaml"]);
    if Path::new("/proc/self/mem").exists() {
        check(
            folder.path(),
            &["lint", "/proc/self/mem", "a.journey.yaml"],
            2,
            &["`titel` is not a field"],
            &["/proc/self/mem"],
        );
    }
    check(folder.path(), &["lint", "/dev/zero"], 2, &[], &["/dev/zero", "larger than 10 MiB"]);
    let endless = fs::File::open("/dev/zero").unwrap();
    let run = cxmap_reading(folder.path(), &["lint", "-", "a.journey.yaml"], endless.into());
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.stdout.contains("`titel` is not a field") && run.stderr.contains("larger than 10 MiB"), "{run:?}");
    check(folder.path(), &["lint", "a.journey.yaml/b.yaml"], 2, &[], &["a.journey.yaml/b.yaml"]);
}

#[cfg(unix)]
#[test]
fn folders_that_lead_back_to_themselves() {
    use std::os::unix::fs::symlink;

    let folder = folder(&[("maps/a.journey.yaml", MISSPELT)]);
    symlink("..", folder.path().join("maps/up")).unwrap();
    symlink(folder.path(), folder.path().join("maps/round")).unwrap();
    symlink("a.journey.yaml", folder.path().join("maps/b.journey.yaml")).unwrap();
    for path in [".", "maps", "maps/up", "maps/up/maps/round"] {
        let run = cxmap(folder.path(), &["lint", "-f", "concise", path]);
        assert_eq!((run.status, run.stdout.lines().count()), (1, 1), "{path}: {run:?}");
    }
}

#[test]
fn a_closed_pipe_is_silent_and_keeps_the_status() {
    let folder = folder(&[("a.journey.yaml", MISSPELT), ("b.journey.yaml", SOUND)]);
    // More than a pipe holds.
    let many: Vec<_> = (0..2_000).map(|n| format!("      - title: Stap {n}\n        kanaal: app\n")).collect();
    fs::write(folder.path().join("many.journey.yaml"), format!("{SOUND}{}", many.concat())).unwrap();
    let status = |args: &[&str]| {
        let run = cxmap_into_closed_pipe(folder.path(), args, false);
        assert_eq!(run.stderr, "", "{args:?}");
        assert_eq!(
            cxmap_into_closed_pipe(folder.path(), args, true).status,
            run.status,
            "{args:?} without standard error"
        );
        run.status
    };
    assert_eq!(status(&["lint", "-q", "many.journey.yaml"]), 1);
    assert_eq!(status(&["lint", "-q", "a.journey.yaml"]), 1);
    assert_eq!(status(&["lint", "-q", "b.journey.yaml"]), 0);
    assert_eq!(status(&["lint", "-q", "--fail-on", "never", "many.journey.yaml"]), 0);
    assert_eq!(status(&["render", "-q", "b.journey.yaml"]), 0);
    assert_eq!(status(&["diff", "-q", "b.journey.yaml", "b.journey.yaml"]), 0);
    assert_eq!(status(&["explain", "yaml-syntax"]), 0);
    assert_eq!(status(&["schema", "journey"]), 0);
    assert_eq!(status(&["--help"]), 0);
    // What is said on standard error is lost, and no more.
    let run = cxmap_into_closed_pipe(folder.path(), &["render", "many.journey.yaml"], true);
    assert_eq!(run.status, 0);
    assert_eq!(cxmap_into_closed_pipe(folder.path(), &["lint", "nowhere.yaml"], true).status, 2);
    assert_eq!(cxmap_into_closed_pipe(folder.path(), &["lint", "--nonsense"], true).status, 2);
}

/// Every bundled map, mutilated at every hundredth place: whatever becomes of it, the program gives a status.
#[test]
fn maps_that_break_off_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut count = 0;
    for path in journeys() {
        let text = fs::read_to_string(crate::common::repository().join(&path)).unwrap();
        for at in (0..text.len()).step_by(997) {
            let name =
                format!("{}-{at}.journey.yaml", path.file_name().unwrap().to_string_lossy().split('.').next().unwrap());
            fs::write(folder.path().join(name), &text.as_bytes()[..at]).unwrap();
            count += 1;
        }
    }
    assert!(count > 100);
    let run = cxmap(folder.path(), &["lint", "."]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let run = cxmap(folder.path(), &["render", "."]);
    assert!(matches!(run.status, 0 | 2), "{}", run.stderr);
}
