//! `cxmap import`: other people's maps become journey files.

mod measures;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};
use cxmap::diagnostic::Diagnostic;
use cxmap::emit::{Emitter, Full};
use cxmap::import::{ColumnMap, Imported, Kind, Options, Reading, import, to_yaml};
use cxmap::lint::{Linted, Report};
use cxmap::model::{Id, Journey};
use cxmap::source::{self, Source, walk};
use cxmap::text::{counted, printable};

use super::output::{DEFAULT_WIDTH, replace, write_stdout};
use super::{Common, Outcome, complain};

/// How many notes of one kind are shown of a file.
const SHOWN: usize = 12;

/// Turn diagrams, spreadsheets and Markdown into journey maps
///
/// Reads Mermaid `journey` diagrams, CSV and Excel tables with stages as rows or as columns, and tables and outlines in
/// Markdown; a folder imports each file in it. What had to be guessed, or has no field of its own, is said on standard
/// error at its place in the source; nothing is dropped silently.
///
/// Without `-o` the map goes to standard output. Several maps go into a folder: `-o maps/`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// Files or folders to import; `-` is standard input
    #[arg(required_unless_present = "measures")]
    paths: Vec<PathBuf>,
    /// The journey file to write, or a folder for several: `maps/`
    #[arg(short, long, value_name = "FILE|FOLDER/")]
    output: Option<PathBuf>,
    /// Replace maps that are there already
    #[arg(long)]
    force: bool,
    /// What the files are; by default as their names and contents say
    #[arg(long, value_enum, value_name = "KIND")]
    from: Option<From>,
    /// Which field a column means: "Kanaal=channel"; "-" leaves it out; may be repeated
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    columns: Vec<String>,
    /// Show how the source is read, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// What to call what is read from standard input; its suffix says what it is
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    stdin_name: String,
    #[command(flatten)]
    survey: MeasuresArgs,
}

/// The figures of a survey, and the map that they go into.
#[derive(Debug, Args)]
struct MeasuresArgs {
    /// A survey's answers, as Qualtrics, SurveyMonkey, Typeform, Delighted or Zendesk export them
    #[allow(clippy::doc_markdown, reason = "SurveyMonkey is a name, and this is the help")]
    #[arg(long, value_name = "SURVEY", requires = "into", conflicts_with_all = ["paths", "output", "from", "columns"], help_heading = "Measures")]
    measures: Option<PathBuf>,
    /// The map that NPS, CSAT and CES are written into, in their places
    #[arg(long, value_name = "MAP", requires = "measures", help_heading = "Measures")]
    into: Option<PathBuf>,
    /// What a column of the survey is: "Q1=nps", "Q2=csat@TOUCHPOINT", "Day=date", "Step=touchpoint"; may be repeated
    #[arg(long = "column", value_name = "COLUMN=WHAT", requires = "measures", help_heading = "Measures")]
    survey_columns: Vec<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum From {
    Mermaid,
    Csv,
    Markdown,
    Xlsx,
}

impl From {
    fn kind(self) -> Kind {
        match self {
            Self::Mermaid => Kind::Mermaid,
            Self::Csv => Kind::Csv,
            Self::Markdown => Kind::Markdown,
            Self::Xlsx => Kind::Xlsx,
        }
    }
}

/// A file to import: its name, and whether it was found in a folder.
struct Input {
    path: PathBuf,
    is_found: bool,
}

/// Imports what the arguments name.
pub fn run(args: &ImportArgs, common: &Common) -> Result<Outcome> {
    if let (Some(survey), Some(map)) = (&args.survey.measures, &args.survey.into) {
        return measures::run(survey, map, &args.survey.survey_columns, args.dry_run, common);
    }
    let mut options = Options { kind: args.from.map(From::kind), columns: ColumnMap::default() };
    for column in &args.columns {
        options.columns.add(column).map_err(|message| anyhow::anyhow!("--map: {message}"))?;
    }
    let mut outcome = Outcome::Clean;
    let mut fail = |message: &str| {
        complain(&format!("error: {message}"));
        outcome = Outcome::Failed;
    };
    let mut imported = Vec::new();
    for input in inputs(&args.paths, &mut fail)? {
        let bytes = if input.path.as_os_str() == "-" { source::read_stdin() } else { source::read_file(&input.path) };
        match bytes {
            Ok(bytes) => imported.extend(read(&input, &bytes, args, &options, common, &mut fail)),
            Err(error) => fail(&format!("{}: {error}", input.path.display())),
        }
    }
    if args.dry_run {
        let shown: Vec<_> = imported.iter().map(|(_, imported)| reading(imported)).collect();
        write_stdout(shown.join("\n").as_bytes())?;
    } else if !imported.is_empty() {
        write(&imported, args, common)?;
    }
    Ok(outcome)
}

/// The files that the arguments name: of a folder, those whose names say that they can be imported.
fn inputs(paths: &[PathBuf], fail: &mut impl FnMut(&str)) -> Result<Vec<Input>> {
    let mut inputs = Vec::new();
    for path in paths {
        if !path.is_dir() {
            inputs.push(Input { path: path.clone(), is_found: false });
            continue;
        }
        let found = walk::walk(path, |file| Some(Kind::of_name(&file.to_string_lossy()).is_some()));
        for failure in &found.failures {
            fail(failure);
        }
        if found.maps.is_empty() {
            bail!("{}: nothing to import here; looked for .mmd, .csv, .tsv, .xlsx and .md files", path.display());
        }
        inputs.extend(found.maps.into_iter().map(|path| Input { path, is_found: true }));
    }
    Ok(inputs)
}

/// Reads the journeys of a file, and says what there is to say of it.
fn read(
    input: &Input,
    bytes: &[u8],
    args: &ImportArgs,
    options: &Options,
    common: &Common,
    fail: &mut impl FnMut(&str),
) -> Vec<(PathBuf, Imported)> {
    let is_stdin = input.path.as_os_str() == "-";
    let name = if is_stdin { args.stdin_name.clone() } else { input.path.to_string_lossy().into_owned() };
    let all = import(&name, bytes, options);
    // A folder holds other things, too: what is no journey is passed over.
    if input.is_found && all.iter().all(|imported| imported.journey.is_none()) {
        let why = all.first().and_then(|imported| imported.notes.last()).map(|note| note.message.clone());
        common.say(&format!("{name}: passed over: {}", why.unwrap_or_default()));
        return Vec::new();
    }
    let mut sound = Vec::new();
    for imported in all {
        let is_failed = imported.journey.is_none();
        if is_failed || !common.quiet {
            tell(&imported.source, &imported.notes);
        }
        if is_failed {
            fail(&format!("{name}: nothing of this can be imported"));
        } else {
            sound.push((PathBuf::from(&name), imported));
        }
    }
    sound
}

/// Prints the notes of an import with the lines that they speak of.
fn tell(source: &Source, notes: &[Diagnostic]) {
    if source.text.is_empty() {
        for note in notes {
            let help = note.help.as_ref().map_or_else(String::new, |help| format!("; {help}"));
            complain(&format!("{}[{}]: {}{help}", note.level.as_str(), note.rule, note.message));
        }
        return;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for note in notes {
        let count = counts.entry(note.rule).or_default();
        *count += 1;
        if *count <= SHOWN {
            shown.push(note.clone());
        }
    }
    let report = Report { files: vec![Linted::new(source.clone(), shown)] };
    let mut text = Vec::new();
    // Writing to memory cannot fail; and where standard error is closed, nobody is there to be told.
    let _ = Full { color: false, width: DEFAULT_WIDTH.into() }.emit(&report, &mut text);
    let _ = std::io::Write::write_all(&mut std::io::stderr(), &text);
    for (rule, count) in counts.into_iter().filter(|(_, count)| *count > SHOWN) {
        complain(&format!("… and {} more of the kind `{rule}`\n", count - SHOWN));
    }
}

/// Writes the maps where they are wanted.
fn write(imported: &[(PathBuf, Imported)], args: &ImportArgs, common: &Common) -> Result<()> {
    let folder = args.output.as_deref().filter(|path| is_folder(path));
    let maps: Vec<_> =
        imported.iter().filter_map(|(name, imported)| Some((name, imported.journey.as_ref()?))).collect();
    match (folder, maps.as_slice()) {
        (Some(folder), maps) => {
            let names = names(maps);
            fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
            let files: Vec<_> = names.iter().map(|name| folder.join(name)).collect();
            for file in &files {
                refuse_existing(file, args.force)?;
            }
            for (file, (_, journey)) in files.iter().zip(maps) {
                write_map(file, journey, common)?;
            }
            Ok(())
        }
        (None, [(_, journey)]) => {
            if let Some(file) = &args.output {
                refuse_existing(file, args.force)?;
                return write_map(file, journey, common);
            }
            write_stdout(to_yaml(journey)?.as_bytes())?;
            common.say(&format!("imported {}", summary(journey)));
            Ok(())
        }
        (None, several) => {
            bail!("these are {} journeys: say in which folder they shall go, such as `-o maps/`", several.len())
        }
    }
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}

/// A map that somebody may have worked on is never lost by a second import.
fn refuse_existing(file: &Path, force: bool) -> Result<()> {
    if !force && file.exists() {
        bail!("{} is there already: name another file, or give --force to replace it", file.display());
    }
    Ok(())
}

fn write_map(file: &Path, journey: &Journey, common: &Common) -> Result<()> {
    let path = file.display();
    replace(file, to_yaml(journey)?.as_bytes()).with_context(|| format!("cannot write {path}"))?;
    common.say(&format!("wrote {path}: {}; see `cxmap lint {path}` for what is left to do", summary(journey)));
    Ok(())
}

fn summary(journey: &Journey) -> String {
    let touchpoints = journey.phases.iter().map(|phase| phase.touchpoints.len()).sum();
    format!("{} and {}", counted(journey.phases.len(), "phase"), counted(touchpoints, "touchpoint"))
}

/// A file's name for each map: its source's, with the title of the journey where a source has several.
fn names(maps: &[(&PathBuf, &Journey)]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for (source, journey) in maps {
        let stem = source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let stem = stem.split('.').next().unwrap_or_default().trim_matches(['<', '>']).to_owned();
        let is_alone = maps.iter().filter(|(other, _)| other == source).count() == 1;
        let title = Id::from_title(&journey.title).filter(|_| !is_alone);
        let base = title.map_or(stem.clone(), |title| format!("{stem}-{title}"));
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let name = std::iter::once(base.clone()).chain(numbered).find(|name| taken.insert(name.clone()));
        names.push(format!("{}.journey.yaml", name.unwrap_or(base)));
    }
    names
}

/// How a source is read, for people.
fn reading(imported: &Imported) -> String {
    let mut text = String::new();
    let Some(journey) = &imported.journey else { return text };
    // Writing to memory cannot fail.
    let _ =
        writeln!(text, "{}: “{}”, {}", printable(&imported.source.name), printable(&journey.title), summary(journey));
    for Reading { column, field, scale, filled } in &imported.columns {
        let scale = scale.map_or(String::new(), |(min, max)| format!(", rated {min}–{max}"));
        let column = if column.is_empty() { "(no name)".into() } else { printable(column) };
        let _ = writeln!(text, "  {column} → {}{scale} ({filled} filled)", printable(field));
    }
    for phase in &journey.phases {
        let _ = writeln!(text, "  {}", printable(&phase.title));
        for touchpoint in &phase.touchpoints {
            let _ = writeln!(text, "    {}", printable(&touchpoint.title));
        }
    }
    text
}
