//! Which configuration is in force for which file: the flags about it, and each `cxmap.yaml` read once.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use clap::{Arg, ArgAction, ArgMatches, Args, FromArgMatches};
use cxmap::config::{self, Config, Unsound};
use cxmap::diagnostic::Level;
use cxmap::emit::{Emitter, Full};
use cxmap::lint::{Linted, Report};
use cxmap::model::{Profile, Scalar, nearest};
use cxmap::rules::{Policy, RULES, Rule};
use cxmap::source::{decode, read_file};

use super::output::DEFAULT_WIDTH;

/// The options about where configurations come from.
#[derive(Debug, Default, Args)]
pub struct LookupArgs {
    /// The configuration to use, instead of the nearest `cxmap.yaml` from each file upwards
    #[arg(long, value_name = "FILE", conflicts_with = "isolated", help_heading = "Configuration")]
    config: Option<PathBuf>,
    /// Use no configuration file
    #[arg(long, help_heading = "Configuration")]
    isolated: bool,
    /// Pass over excluded files even if they are named outright
    #[arg(long, help_heading = "Configuration")]
    force_exclude: bool,
}

/// The options about what is found.
#[derive(Debug, Default, Args)]
pub struct PolicyArgs {
    /// How strictly maps are judged: draft, standard or governed
    #[arg(long, value_name = "PROFILE", value_parser = scalar::<Profile>, help_heading = "Configuration")]
    profile: Option<Profile>,
    #[command(flatten)]
    levels: LevelArgs,
}

/// A value of the format as an argument.
pub fn scalar<T: Scalar>(text: &str) -> Result<T, String> {
    T::parse(text).map_err(|misfit| match misfit.help {
        Some(help) => format!("{}; {help}", misfit.message),
        None => misfit.message,
    })
}

/// Levels of rules, in the order in which the flags are given: the last one wins.
#[derive(Debug, Default)]
struct LevelArgs(Vec<(&'static Rule, Level)>);

/// The flags, and the level that each sets.
const FLAGS: [(&str, char, Level, &str); 3] = [
    ("allow", 'A', Level::Off, "Switch a rule off"),
    ("warn", 'W', Level::Warn, "Make findings of a rule warnings"),
    ("deny", 'D', Level::Error, "Make findings of a rule errors"),
];

impl Args for LevelArgs {
    fn augment_args(command: clap::Command) -> clap::Command {
        FLAGS.into_iter().fold(command, |command, (name, short, _, help)| {
            let flag = Arg::new(name).long(name).short(short).value_name("RULE").help(help);
            command.arg(flag.action(ArgAction::Append).value_parser(rule).help_heading("Configuration"))
        })
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for LevelArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut flags = BTreeMap::new();
        for (name, _, level, _) in FLAGS {
            let rules = matches.get_many::<&'static Rule>(name).into_iter().flatten();
            flags.extend(matches.indices_of(name).into_iter().flatten().zip(rules.map(|rule| (*rule, level))));
        }
        Ok(Self(flags.into_values().collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn rule(name: &str) -> Result<&'static Rule, String> {
    if let Some(rule) = Rule::find(name).filter(|rule| rule.is_fixed()) {
        return Err(format!("the level of `{}` cannot be set: what it finds keeps a file from being read", rule.name));
    }
    Rule::find(name).ok_or_else(|| match nearest(name, RULES.iter().map(|rule| rule.name)).as_slice() {
        [near] => format!("there is no such rule: did you mean `{near}`?"),
        _ => "there is no such rule: `cxmap explain` lists them".into(),
    })
}

/// What is in force for a file.
#[derive(Debug, Clone)]
pub struct InForce {
    /// The configuration.
    pub config: Arc<Config>,
    /// The levels and thresholds, flags included.
    pub policy: Arc<Policy>,
}

/// The configurations of a run, each read once.
#[derive(Debug)]
pub struct Configs<'a> {
    lookup: &'a LookupArgs,
    policy: &'a PolicyArgs,
    by_folder: BTreeMap<PathBuf, InForce>,
    by_file: BTreeMap<PathBuf, InForce>,
}

impl<'a> Configs<'a> {
    /// Nothing is read yet.
    pub fn new(lookup: &'a LookupArgs, policy: &'a PolicyArgs) -> Self {
        Self { lookup, policy, by_folder: BTreeMap::new(), by_file: BTreeMap::new() }
    }

    /// Whether a file that is named outright is passed over.
    ///
    /// # Errors
    /// When a configuration cannot be read, or is not sound.
    pub fn passes_over(&mut self, file: &Path) -> Result<bool> {
        Ok(self.lookup.force_exclude && self.of_folder(folder_of(file))?.config.verdict(file) == Some(false))
    }

    /// What is in force for the files of a folder.
    ///
    /// # Errors
    /// When a configuration cannot be read, or is not sound.
    pub fn of_folder(&mut self, folder: &Path) -> Result<InForce> {
        if let Some(in_force) = self.by_folder.get(folder) {
            return Ok(in_force.clone());
        }
        let file =
            if self.lookup.isolated { None } else { self.lookup.config.clone().or_else(|| config::find(folder)) };
        let in_force = match file {
            None => self.with_flags(Config::default()),
            Some(file) => {
                if let Some(in_force) = self.by_file.get(&file) {
                    in_force.clone()
                } else {
                    let in_force = self.with_flags(read_sound("configuration", &file, Config::read)?);
                    self.by_file.insert(file, in_force.clone());
                    in_force
                }
            }
        };
        self.by_folder.insert(folder.to_owned(), in_force.clone());
        Ok(in_force)
    }

    fn with_flags(&self, config: Config) -> InForce {
        let mut policy = config.policy(self.policy.profile);
        for (rule, level) in &self.policy.levels.0 {
            policy.set_level(rule, *level);
        }
        InForce { config: Arc::new(config), policy: Arc::new(policy) }
    }
}

/// The folder that a file stands in.
pub fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Reads a file that is used only if it is sound; what is wrong with it is printed. `what` says what it is.
///
/// # Errors
/// When it cannot be read, or is not sound.
pub fn read_sound<T>(what: &str, path: &Path, read: impl Fn(&Path, &str) -> Result<T, Unsound>) -> Result<T> {
    let bytes = read_file(path).with_context(|| format!("cannot read the {what} {}", path.display()))?;
    let Ok(text) = decode(&bytes) else { bail!("the {what} {} is not UTF-8", path.display()) };
    read(path, text).or_else(|unsound| {
        tell(unsound);
        bail!("the {what} {} is not sound", path.display())
    })
}

/// Prints what is wrong with such a file, as for a map.
pub fn tell(Unsound { source, diagnostics }: Unsound) {
    let mut linted = Linted::new(source, diagnostics);
    linted.cut();
    let report = Report { files: vec![linted] };
    let mut text = Vec::new();
    // Writing to memory cannot fail, and where standard error is closed nobody is there to be told.
    let _ = Full { color: false, width: DEFAULT_WIDTH.into() }.emit(&report, &mut text);
    let _ = std::io::stderr().write_all(&text);
}
