//! `cxmap.yaml`: what it can say, and which one is in force for a file.

mod accept;
mod raw;
mod schema;

use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::diagnostic::{Diagnostic, Level, shape};
use crate::diff::accept::Acceptance;
use crate::model::lower::read;
use crate::model::{Misfit, Profile, Text, nearest, words};
use crate::rules::{Policy, RULES, Rule, Threshold};
use crate::source::{Source, Span, repository};
use crate::yaml::Document;
use raw::{RawConfig, RawOption, RawSetting};
pub use schema::schema;

/// The name of the file.
pub const FILE_NAME: &str = "cxmap.yaml";

words! {
    /// The lowest level of findings that fails a run.
    #[derive(Default)]
    FailOn = "a level that fails a run" {
        /// Only errors.
        #[default]
        Error = "error",
        /// Warnings as well.
        Warn = "warn",
        /// Everything.
        Info = "info",
        /// Nothing.
        Never = "never",
    }
}

impl FailOn {
    /// Whether a run whose worst finding has that level fails.
    #[must_use]
    pub fn fails(self, worst: Option<Level>) -> bool {
        match self {
            Self::Error => worst >= Some(Level::Error),
            Self::Warn => worst >= Some(Level::Warn),
            Self::Info => worst >= Some(Level::Info),
            Self::Never => false,
        }
    }
}

/// What a configuration says.
#[derive(Debug)]
pub struct Config {
    /// The profile, if it names one.
    pub profile: Option<Profile>,
    /// What fails a run, if it says so.
    pub fail_on: Option<FailOn>,
    /// Changes that are accepted.
    pub accept: Vec<Acceptance>,
    rules: Vec<RuleSettings>,
    include: Gitignore,
    exclude: Gitignore,
}

/// Another level or other thresholds of a rule.
#[derive(Debug)]
struct RuleSettings {
    rule: &'static Rule,
    level: Option<Level>,
    thresholds: Vec<(&'static crate::rules::Setting, Threshold)>,
}

/// A configuration or baseline that is not sound: its text, and what is wrong with it.
#[derive(Debug)]
pub struct Unsound {
    /// The text.
    pub source: Source,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            profile: None,
            fail_on: None,
            accept: Vec::new(),
            rules: Vec::new(),
            include: Gitignore::empty(),
            exclude: Gitignore::empty(),
        }
    }
}

impl Config {
    /// Reads a configuration from its text. Patterns in it are relative to the folder of `path`.
    ///
    /// # Errors
    /// Everything that is wrong with it, at its place: a configuration is sound, or it is not used.
    pub fn read(path: &Path, text: &str) -> Result<Self, Unsound> {
        let source = Source::new(path.to_string_lossy(), text);
        let document = Document::read(&source.text);
        if document.is_empty() {
            return Ok(Self::default());
        }
        let (raw, mut diagnostics) = read::<RawConfig>(&document, &source.text, "begin with `profile: standard`");
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let config = Self::of(&raw.unwrap_or_default(), folder, &mut diagnostics);
        if diagnostics.is_empty() {
            return Ok(config);
        }
        diagnostics.sort_by_key(|finding| finding.primary.span);
        Err(Unsound { source, diagnostics })
    }

    fn of(raw: &RawConfig, folder: &Path, out: &mut Vec<Diagnostic>) -> Self {
        let rules =
            raw.rules.iter().filter_map(|(name, setting)| settings(name.as_str(), name.span, setting, out)).collect();
        Self {
            profile: raw.profile.map(|profile| profile.value),
            fail_on: raw.fail_on.map(|level| level.value),
            accept: raw.diff.as_ref().map(accept::accepted).unwrap_or_default(),
            rules,
            include: patterns(folder, &raw.include, out),
            exclude: patterns(folder, &raw.exclude, out),
        }
    }

    /// The levels and thresholds of all rules, in `profile` if one is given, else in the configured one.
    #[must_use]
    pub fn policy(&self, profile: Option<Profile>) -> Policy {
        let mut policy = Policy::of(profile.or(self.profile).unwrap_or_default());
        for settings in &self.rules {
            if let Some(level) = settings.level {
                policy.set_level(settings.rule, level);
            }
            for (setting, value) in &settings.thresholds {
                policy.set_threshold(settings.rule, setting, *value);
            }
        }
        policy
    }

    /// Whether a file found in a folder is a map: yes, no, or as its name says.
    #[must_use]
    pub fn verdict(&self, path: &Path) -> Option<bool> {
        let matches = |patterns: &Gitignore| {
            // Only what lies below the folder of the patterns can match; the library panics on anything else.
            let path = std::path::absolute(path).ok().filter(|path| path.starts_with(patterns.path()));
            path.is_some_and(|path| matches!(patterns.matched_path_or_any_parents(path, false), Match::Ignore(_)))
        };
        if matches(&self.exclude) { Some(false) } else { matches(&self.include).then_some(true) }
    }
}

/// The configuration in force for what stands in a folder: the nearest one from there up to the root of the Git
/// repository; outside a repository, the folder's own.
#[must_use]
pub fn find(folder: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(folder).ok()?;
    let root = repository::root(&absolute).unwrap_or(&absolute);
    let folders = absolute.ancestors().take_while(|ancestor| ancestor.starts_with(root));
    let found = folders.map(|folder| folder.join(FILE_NAME)).find(|file| file.is_file())?;
    // Spoken of as people would: from here, where it is below here.
    let here = std::env::current_dir().ok()?;
    Some(found.strip_prefix(here).map(Path::to_owned).unwrap_or(found))
}

fn settings(name: &str, span: Span, raw: &RawSetting, out: &mut Vec<Diagnostic>) -> Option<RuleSettings> {
    let Some(rule) = Rule::find(name) else {
        let help = match nearest(name, RULES.iter().map(|rule| rule.name)).as_slice() {
            [near] => format!("did you mean `{near}`?"),
            _ => "`cxmap explain` lists the rules".into(),
        };
        out.push(Diagnostic::new(shape::UNKNOWN_FIELD, span, format!("there is no rule `{name}`")).help(help));
        return None;
    };
    if rule.is_fixed() {
        let message = format!("the level of `{name}` cannot be set: what it finds keeps a file from being read");
        out.push(Diagnostic::new(shape::INVALID_VALUE, span, message).help("take the line out"));
    }
    let mut thresholds = Vec::new();
    for RawOption { name: option, value, is_quoted } in &raw.options {
        let Some(setting) = rule.settings.iter().find(|setting| setting.name == option.as_str()) else {
            let names: Vec<_> = rule.settings.iter().map(|setting| format!("`{}`", setting.name)).collect();
            let help = match names.as_slice() {
                [] => "it has `level` alone".into(),
                names => format!("it has `level` and {}", names.join(", ")),
            };
            let message = format!("the rule `{name}` has no option `{option}`");
            out.push(Diagnostic::new(shape::UNKNOWN_FIELD, option.span, message).help(help));
            continue;
        };
        let parsed = match setting.default {
            form if *is_quoted && form.is_unquoted() => Err(Misfit::quoted(value, form.wanted())),
            form => form.parse(value),
        };
        match parsed {
            Ok(value) => thresholds.push((*setting, value)),
            Err(misfit) => {
                let mut finding = Diagnostic::new(misfit.rule, value.span, misfit.message);
                finding.help = misfit.help.map(Into::into);
                out.push(finding);
            }
        }
    }
    Some(RuleSettings { rule, level: raw.level.map(|level| level.value), thresholds })
}

fn patterns(folder: &Path, lines: &[Text], out: &mut Vec<Diagnostic>) -> Gitignore {
    let mut builder = GitignoreBuilder::new(std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()));
    for line in lines {
        if let Err(error) = builder.add_line(None, line) {
            let message = format!("`{line}` is not a pattern of file names: {error}");
            out.push(
                Diagnostic::new(shape::INVALID_VALUE, line.span, message)
                    .help("write it as in a .gitignore, such as `drafts/` or `*.old.yaml`"),
            );
        }
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}
