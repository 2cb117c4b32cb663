//! The page about pipelines and the pre-commit hook: their commands work, and no format is forgotten.

mod common;
#[path = "common/git.rs"]
mod git;

use std::fs;

use common::{cxmap, cxmap_in, repository};
use git::Repository;

const SOUND: &str = "cxmap: 1\ntitle: I pay\nphases:\n  - title: Pay\n    touchpoints:\n      - title: I pay\n";

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap()
}

#[test]
fn the_commands_of_the_page_and_the_hook_work() {
    let (page, hook) = (read("docs/ci.md"), read(".pre-commit-hooks.yaml"));
    let blocks = page.split("```").skip(1).step_by(2).chain([hook.as_str()]).flat_map(str::lines);
    let commands: Vec<_> = blocks.filter_map(|line| line.split_once("cxmap lint -").map(|(_, args)| args)).collect();
    assert_eq!(commands.len(), 8, "{commands:?}");
    for command in commands {
        let folder = Repository::with(&[("a.journey.yaml", SOUND), ("cxmap-baseline.json", "{version: 1}")]);
        let args = format!("lint -{command}");
        // Variables of a pipeline name revisions.
        let args = args.split(' ').map(|arg| if arg.starts_with(['"', '$']) { "HEAD" } else { arg });
        let args: Vec<_> = args.map(str::to_owned).collect();
        let run = cxmap_in(folder.path(), &args.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!((run.status, run.stderr.as_str()), (0, "nothing to report in 1 map\n"), "{command}");
        for file in args.iter().filter_map(|arg| arg.split_once('=')).map(|(_, file)| file) {
            assert!(folder.path().join(file).is_file(), "{command} writes {file}");
        }
    }
}

#[test]
fn the_page_names_every_format() {
    let page = read("docs/ci.md");
    let refused = cxmap(&["lint", "-f", "none", "journeys"]).stderr;
    let formats: Vec<_> = refused.trim_end().split("the formats are ").nth(1).unwrap().split(", ").collect();
    assert_eq!(formats.len(), 8);
    for format in formats {
        assert_eq!(page.matches(&format!("\n| `{format}` | ")).count(), 1, "{format}");
    }
}
