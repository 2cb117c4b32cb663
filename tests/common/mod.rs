//! What the tests through the binary share.

#![allow(dead_code, reason = "each test file uses a part")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run of the program gave.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

/// The root of the repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program at the root of the repository.
pub fn cxmap(args: &[&str]) -> Run {
    run(repository(), args, "")
}

/// Runs the program at the root of the repository with a text on standard input.
pub fn cxmap_with_stdin(args: &[&str], stdin: &str) -> Run {
    run(repository(), args, stdin)
}

/// Runs the program in a folder.
pub fn cxmap_in(folder: &Path, args: &[&str]) -> Run {
    run(folder, args, "")
}

/// Runs the program in a folder with a text on standard input.
pub fn cxmap_in_with_stdin(folder: &Path, args: &[&str], stdin: &str) -> Run {
    run(folder, args, stdin)
}

fn run(folder: &Path, args: &[&str], stdin: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cxmap"))
        .args(args)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .env_remove("COLUMNS")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that does not read its input closes it; that is its right.
    let _ = child.stdin.take().expect("a pipe").write_all(stdin.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    Run {
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        status: output.status.code().expect("an exit status"),
    }
}

/// Every bundled journey map, as paths from the root of the repository, sorted.
pub fn journeys() -> Vec<PathBuf> {
    let found = cxmap::source::walk::walk(&repository().join("journeys"), |_| None);
    assert!(found.maps.len() >= 19, "the bundled maps are there");
    found.maps.into_iter().map(|path| path.strip_prefix(repository()).unwrap().to_owned()).collect()
}

/// A folder with these files in it, gone when dropped.
pub fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// Runs Graphviz, which must accept the text without a word. Without Graphviz nothing is tested, and that is said; under
/// `CXMAP_REQUIRE_TOOLS=1` it is a failure.
pub fn graphviz(format: &str, text: &str) -> Option<String> {
    let mut command = Command::new("dot");
    let child = command.arg(format).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) if std::env::var_os("CXMAP_REQUIRE_TOOLS").is_none_or(|value| value != "1") => {
            // Past the harness, which keeps what passing tests print to itself.
            let _ = writeln!(std::io::stderr(), "SKIPPED: Graphviz cannot be run ({error}); install it to test this");
            return None;
        }
        Err(error) => panic!("Graphviz cannot be run: {error}"),
    };
    let mut input = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().unwrap();
    let written = writer.join().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr)), (Some(0), "".into()));
    written.unwrap();
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}
