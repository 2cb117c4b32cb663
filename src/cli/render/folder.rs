//! Every map as a file of its own in one folder, and a page that leads to them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use cxmap::graph::{Map, slug};
use cxmap::render::{IndexEntry, index};
use cxmap::text::counted;

use super::{RenderArgs, RenderFormat};
use crate::cli::Common;
use crate::cli::output::{DEFAULT_WIDTH, Format, Surface, replace};

/// The page that leads to the others.
const INDEX: &str = "index";
/// How long the name of a file gets, in bytes, without its suffix.
const LONGEST: usize = 120;

impl RenderArgs {
    /// Writes each map and the index. All is drawn before the first file is written.
    pub fn write_folder(&self, folder: &Path, maps: &[(String, Map)], common: &Common) -> Result<()> {
        let format = self.output.format_of_folder(RenderFormat::Html)?;
        let suffix = suffix(format);
        let paths: Vec<_> = maps.iter().map(|(path, _)| self.below(Path::new(path))).collect();
        let names: Vec<_> = names(&paths).into_iter().map(|name| format!("{name}.{suffix}")).collect();
        let surface = Surface { color: false, width: DEFAULT_WIDTH };
        let mut files = Vec::with_capacity(maps.len() + 1);
        for ((_, map), name) in maps.iter().zip(&names) {
            files.push((name.clone(), self.print_one(map, format, surface, common)?));
        }
        let entries = maps.iter().zip(&names).map(|((_, map), file)| IndexEntry { file, map });
        let page = index(&entries.collect::<Vec<_>>(), &self.picture.plain_page(self.lang)?)?;
        files.push((format!("{INDEX}.html"), page.into_bytes()));
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        for (name, bytes) in &files {
            let path = folder.join(name);
            replace(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        }
        common.say(&format!("{}: {} and {INDEX}.html", folder.display(), counted(maps.len(), "map")));
        Ok(())
    }

    /// The path of a map from the folder it was found in; of a map that is named itself, its name.
    fn below(&self, path: &Path) -> String {
        let folders = self.paths.iter().filter(|folder| folder.is_dir());
        let below =
            folders.filter_map(|folder| path.strip_prefix(folder).ok()).min_by_key(|rest| rest.as_os_str().len());
        let below = below.or(path.file_name().map(Path::new)).unwrap_or(path);
        below.to_string_lossy().into_owned()
    }
}

fn suffix(format: RenderFormat) -> &'static str {
    let known = RenderFormat::ALL.iter().find(|(known, ..)| *known == format);
    known.and_then(|(.., suffixes)| suffixes.first()).copied().unwrap_or("out")
}

/// A name for each path: letters, digits and hyphens only, so that it stays in its folder, and no name twice.
fn names(paths: &[String]) -> Vec<String> {
    let mut taken = BTreeSet::from([INDEX.to_owned()]);
    let name = |path: &String| {
        let wanted = stem(path);
        let others = (2..).map(|number: usize| format!("{wanted}-{number}"));
        let free = std::iter::once(wanted.clone()).chain(others).find(|name| !taken.contains(name));
        let name = free.unwrap_or(wanted);
        taken.insert(name.clone());
        name
    };
    paths.iter().map(name).collect()
}

/// `insurance/before.journey.yaml` is called `insurance-before`, and `insurance/journey.yaml` `insurance`.
fn stem(path: &str) -> String {
    let path = Path::new(path);
    let file = path.file_name().map(|file| file.to_string_lossy()).unwrap_or_default();
    let own = file.split('.').next().filter(|own| !own.is_empty() && *own != "journey");
    let folder = path.parent().map(Path::to_string_lossy).unwrap_or_default();
    let name = slug(&format!("{folder} {}", own.unwrap_or_default())).unwrap_or_else(|| "map".into());
    let end = (0..=LONGEST.min(name.len())).rev().find(|&end| name.is_char_boundary(end)).unwrap_or_default();
    name[..end].trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::names;

    #[track_caller]
    fn check(paths: &[&str], wanted: &[&str]) {
        assert_eq!(names(&paths.iter().map(ToString::to_string).collect::<Vec<_>>()), wanted);
    }

    #[test]
    fn names_tell_paths() {
        check(
            &[
                "insurance/before.journey.yaml",
                "care at home.journey.yaml",
                "shop/journey.yaml",
                "Été/Réclamation.yaml",
            ],
            &["insurance-before", "care-at-home", "shop", "été-réclamation"],
        );
    }

    #[test]
    fn no_name_stands_twice() {
        check(
            &["a/b.yaml", "a-b.yaml", "A/B.yml", "a-b-2.yaml", "index.yaml", "journey.yaml", "!.yaml"],
            &["a-b", "a-b-2", "a-b-3", "a-b-2-2", "index-2", "map", "map-2"],
        );
    }

    #[test]
    fn names_stay_in_their_folder() {
        for path in ["../../etc/passwd", "/etc/passwd", "..", "a/../../b", "C:\\x", "\u{0}\n/..", &"x/".repeat(500)] {
            let names = names(&[path.to_owned()]);
            assert!(
                names.iter().all(|name| !name.contains(['/', '\\', '.', '\0', ':']) && name.len() <= 120),
                "{names:?}"
            );
        }
    }
}
