//! The tutorial is walked from top to bottom in an empty folder: what it shows is what happens.
//!
//! A `console` block holds commands and exactly what they print. A `diff` block is an edit of the map. A `yaml` or `sh`
//! block is a file, named in its first line. `CXMAP_BLESS=1` writes what is printed into the page.

#![cfg(unix)]

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use common::repository;

/// The reader's folder, and how the last command ended.
struct Walk {
    folder: tempfile::TempDir,
    status: i32,
}

impl Walk {
    /// Runs a command in a shell that knows `cxmap`, and `$?` of the command before. Gives what a terminal would show.
    fn run(&mut self, command: &str) -> String {
        let programs = Path::new(env!("CARGO_BIN_EXE_cxmap")).parent().unwrap();
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1; (exit {}); {command}", self.status)])
            .current_dir(self.folder.path())
            .env("PATH", format!("{}:{}", programs.display(), std::env::var("PATH").unwrap()))
            .env_remove("NO_COLOR")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        self.status = output.status.code().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs the commands of a `console` block; gives the block as it should be.
    fn console(&mut self, block: &str) -> String {
        let commands = block.lines().filter_map(|line| line.strip_prefix("$ "));
        let shown: Vec<_> = commands.map(|command| format!("$ {command}\n{}", self.run(command))).collect();
        let shown = shown.concat();
        let lines: Vec<_> = shown.trim_end().lines().map(str::trim_end).collect();
        lines.join("\n")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn map(&self) -> String {
        fs::read_to_string(self.folder.path().join("journey.yaml")).unwrap()
    }
}

/// A text after an edit: what the diff shows without its `+` lines occurs once, and becomes what it shows without its `-`.
fn apply(diff: &str, text: &str) -> String {
    let side = |without: char| {
        let lines = diff.lines().filter(|line| !line.starts_with(without));
        let lines: Vec<_> = lines.map(|line| line.get(1..).unwrap_or_default()).collect();
        lines.join("\n") + "\n"
    };
    let (old, new) = (side('+'), side('-'));
    assert_eq!(text.matches(&old).count(), 1, "this stands once in the map:\n{old}");
    text.replacen(&old, &new, 1)
}

#[test]
fn the_tutorial_can_be_walked() {
    let path = repository().join("docs/tutorial.md");
    let page = fs::read_to_string(&path).unwrap();
    let mut walk = Walk { folder: tempfile::tempdir().unwrap(), status: 0 };
    let mut parts: Vec<_> = page.split("\n```").map(str::to_owned).collect();
    let mut maps = Vec::new();
    let mut workflow = None;
    let is_blessing = std::env::var_os("CXMAP_BLESS").is_some();
    for part in parts.iter_mut().skip(1).step_by(2) {
        let (language, block) = part.split_once('\n').unwrap();
        match language {
            "console" => {
                let shown = walk.console(block);
                assert!(is_blessing || shown == block, "the tutorial shows\n{block}\nbut this happens:\n{shown}");
                *part = format!("console\n{shown}");
            }
            "diff" => {
                let map = apply(block, &walk.map());
                walk.write("journey.yaml", &map);
                maps.push(map);
            }
            "yaml" | "sh" => {
                let name = block.lines().next().and_then(|line| line.strip_prefix("# ")).expect("a file's name");
                walk.write(name, &format!("{block}\n"));
                workflow = workflow.or_else(|| name.starts_with(".github").then(|| block.to_owned()));
            }
            _ => panic!("a block of {language} is neither run nor written"),
        }
    }
    if is_blessing {
        fs::write(&path, parts.join("\n```")).unwrap();
    }

    let [broken, fixed] = maps.try_into().expect("a map that is broken, then fixed");
    let workflow: serde_yaml::Value = serde_yaml::from_str(&workflow.expect("a workflow")).unwrap();
    let steps = workflow["jobs"]["lint"]["steps"].as_sequence().unwrap();
    let commands: Vec<_> = steps.iter().filter_map(|step| step["run"].as_str()).collect();
    assert_eq!(commands, ["cargo install --locked cxmap", "cxmap lint"]);
    // Neither gate lets a mistake through, nor a mere warning.
    let open_loop = fixed.replace("          follow_up:\n            owner: Web team\n            within: 2d\n", "");
    for gate in [commands[1], "sh check-journeys.sh"] {
        for (map, status) in [(&fixed, 0), (&broken, 1), (&open_loop, 1)] {
            walk.write("journey.yaml", map);
            walk.run(gate);
            assert_eq!(walk.status, status, "{gate}\n{map}");
        }
    }
}
