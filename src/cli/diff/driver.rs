//! `cxmap diff --git-driver`: what `git diff`, `git log -p` and `git show` print of a journey map.
//!
//! Git calls it for each file with `path old-file old-hash old-mode new-file new-hash new-mode`, behind which a rename has
//! the new path and what Git says of it; for an unmerged file with the path alone. Source: `git help git`,
//! `GIT_EXTERNAL_DIFF`. Git takes every other exit status than 0 for a crash and stops.

use std::ffi::{OsStr, OsString};
use std::fmt::Write;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use anyhow::{Context as _, Result, bail};
use cxmap::diff::report::text::{Layout, text};
use cxmap::diff::report::{JourneyReport, Report, State};
use cxmap::diff::{Options, plain};
use cxmap::graph::Map;
use cxmap::render::{TableOptions, table};
use cxmap::source::{decode, read_file};
use cxmap::text::printable;
use cxmap::{Loaded, load};

use super::DiffArgs;
use crate::cli::output::{Surface, terminal, write_stdout};
use crate::cli::{Common, Outcome, complain};

/// Answers Git; whatever happens, the rest of its output must not stop.
pub fn run(args: &DiffArgs, common: &Common) -> Outcome {
    let answer = answer(args, terminal(common)).and_then(|answer| write_stdout(answer.as_bytes()));
    if let Err(error) = answer {
        complain(&format!("error: {error:#}"));
    }
    Outcome::Clean
}

/// One side, as Git gives it.
struct Side<'g> {
    path: &'g OsStr,
    hash: &'g OsStr,
    mode: &'g OsStr,
    /// None where there is no file.
    bytes: Option<Vec<u8>>,
}

fn answer(args: &DiffArgs, surface: Surface) -> Result<String> {
    let given: Vec<&OsStr> = args.git_driver.iter().map(OsString::as_os_str).collect();
    let (path, old, new, new_path) = match *given.as_slice() {
        [path] => return Ok(format!("* Unmerged path {}\n", shown(path))),
        [path, old_file, old_hash, old_mode, new_file, new_hash, new_mode, ref rest @ ..]
            if matches!(rest.len(), 0 | 2) =>
        {
            let new_path = rest.first().copied().unwrap_or(path);
            (path, [old_file, old_hash, old_mode], [new_file, new_hash, new_mode], new_path)
        }
        _ => bail!("Git gives its diff driver 1, 7 or 9 arguments, and here are {}", given.len()),
    };
    let (before, after) = (Side::read(path, old)?, Side::read(new_path, new)?);
    let mut page = heading(&before, &after, surface);
    page.push_str(&difference(&before, &after, args, surface));
    Ok(page)
}

impl<'g> Side<'g> {
    fn read(path: &'g OsStr, [file, hash, mode]: [&'g OsStr; 3]) -> Result<Self> {
        let is_there = !(file == "/dev/null" || file == "nul");
        let read = || read_file(Path::new(file)).with_context(|| format!("cannot read {}", shown(path)));
        Ok(Self { path, hash, mode, bytes: is_there.then(read).transpose()? })
    }

    /// The map, if it is one: with at least a phase.
    fn load(&self) -> Option<Loaded> {
        let loaded = load(&self.path.to_string_lossy(), self.bytes.as_deref()?);
        Some(loaded).filter(|loaded| loaded.map.as_ref().is_some_and(|map| map.phases().len() > 0))
    }

    /// The first digits of what Git calls it; of a file that is not yet added Git says only noughts.
    fn name(&self) -> String {
        let hash = self.hash.to_string_lossy();
        let is_known = hash.bytes().any(|digit| digit != b'0');
        if is_known { hash.chars().take(7).collect() } else { "now".to_owned() }
    }

    fn text(&self) -> Option<&str> {
        let text = decode(self.bytes.as_deref().unwrap_or_default()).ok()?;
        (!text.contains('\0')).then_some(text)
    }
}

fn heading(before: &Side<'_>, after: &Side<'_>, surface: Surface) -> String {
    let paths = if before.path == after.path {
        shown(after.path)
    } else {
        format!("{} → {}", shown(before.path), shown(after.path))
    };
    let mut page = colored(&paths, Style::new().bold(), surface) + "\n";
    if before.bytes.is_some() && after.bytes.is_some() && before.mode != after.mode {
        let _ = writeln!(page, "mode {} → {}", shown(before.mode), shown(after.mode));
    }
    page
}

/// What differs: between journeys, where both are, else line by line.
fn difference(before: &Side<'_>, after: &Side<'_>, args: &DiffArgs, surface: Surface) -> String {
    let (old, new) = (before.load(), after.load());
    let has_mistakes = [&old, &new].into_iter().flatten().any(|loaded| !loaded.diagnostics.is_empty());
    let told = match (old.as_ref().and_then(map_of), new.as_ref().and_then(map_of)) {
        (Some(old), Some(new)) => {
            let tongue = args.report.tongue([new]);
            let options = Options { renames: !args.no_renames, tongue, today: None };
            let state = |side: &Side<'_>, map| State { name: side.name(), map };
            let journey = JourneyReport::of(vec![state(before, old), state(after, new)], options);
            let report = Report { options, journeys: vec![journey], ..Report::default() };
            text(&report, Layout { width: surface.width.into(), color: surface.color, details: args.all })
        }
        (None, Some(new)) if before.bytes.is_none() => {
            let tongue = Some(args.report.tongue([new]));
            let options = TableOptions { width: surface.width, color: surface.color, tongue };
            format!("A new journey:\n{}", table(new, options))
        }
        (Some(old), None) if after.bytes.is_none() => {
            format!("The journey {} is no longer there.\n", quoted(&old.journey().title))
        }
        _ => return lines(before, after, surface),
    };
    if has_mistakes {
        format!("{told}The file has mistakes, and is compared as far as it is sound; `cxmap lint` names them.\n")
    } else {
        told
    }
}

fn map_of(loaded: &Loaded) -> Option<&Map> {
    loaded.map.as_ref()
}

fn lines(before: &Side<'_>, after: &Side<'_>, surface: Surface) -> String {
    let (Some(before), Some(after)) = (before.text(), after.text()) else {
        return "Binary files differ\n".to_owned();
    };
    let line = |line: &plain::Line| {
        let style = match line.sign {
            '+' => AnsiColor::Green.on_default(),
            '-' => AnsiColor::Red.on_default(),
            '@' => AnsiColor::Cyan.on_default(),
            _ => Style::new(),
        };
        // Of a stretch, the text says where it begins.
        let text = if line.sign == '@' { line.text.clone() } else { format!("{}{}", line.sign, line.text) };
        colored(&text, style, surface) + "\n"
    };
    plain::lines(before, after).iter().map(line).collect()
}

fn colored(text: &str, style: Style, surface: Surface) -> String {
    if surface.color && style != Style::new() { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

fn quoted(title: &str) -> String {
    format!("“{}”", printable(title.trim()))
}

fn shown(text: &OsStr) -> String {
    printable(&text.to_string_lossy()).into_owned()
}
