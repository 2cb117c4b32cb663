//! `cxmap render`: a map as a table, as Markdown, as a graph, as data.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use cxmap::graph::Map;
use cxmap::render::{TableOptions, dot, json, markdown, table};

use super::config::{Configs, PolicyArgs};
use super::input::{InputArgs, Inputs, maps};
use super::output::{Format, OutputArgs, Surface};
use super::{Common, Outcome, complain};

/// Show journey maps
///
/// A map with mistakes is shown as far as it is sound, and the mistakes are printed to standard error. A map as it was at
/// a Git revision is named as `HEAD~1:maps/claim.journey.yaml`.
///
/// Formats: table (for the terminal; the default), markdown (for change requests), dot (for Graphviz), json (for
/// programs; one map at a time, as for dot).
#[derive(Debug, Args)]
pub struct RenderArgs {
    /// Maps, or folders with maps
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    input: InputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RenderFormat {
    Table,
    Markdown,
    Dot,
    Json,
}

impl Format for RenderFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Table, "table", &["txt"]),
        (Self::Markdown, "markdown", &["md"]),
        (Self::Dot, "dot", &["dot", "gv"]),
        (Self::Json, "json", &["json"]),
    ];
}

/// Shows the maps that the arguments name.
pub fn run(args: &RenderArgs, common: &Common) -> Result<Outcome> {
    let (files, mut failures) =
        Inputs::find(&args.paths, &mut Configs::new(&args.input.lookup, &PolicyArgs::default()))?
            .read(&args.input, |read| Ok(read.loaded));
    let maps = maps(files, &mut failures, common);
    for failure in &failures {
        complain(&format!("error: {failure}"));
    }
    if !maps.is_empty() {
        args.output.write(common, |format, surface| print(&maps, format, surface))?;
    }
    Ok(if failures.is_empty() { Outcome::Clean } else { Outcome::Failed })
}

fn print(maps: &[Map], format: RenderFormat, surface: Surface) -> Result<Vec<u8>> {
    if maps.len() > 1 && matches!(format, RenderFormat::Dot | RenderFormat::Json) {
        bail!("this format takes one map at a time, and here are {}", maps.len());
    }
    let texts = maps.iter().map(|map| {
        Ok(match format {
            RenderFormat::Table => table(map, TableOptions { width: surface.width, color: surface.color }),
            RenderFormat::Markdown => markdown(map),
            RenderFormat::Dot => dot(map),
            RenderFormat::Json => json(map)?,
        })
    });
    Ok(texts.collect::<Result<Vec<_>>>()?.join("\n").into_bytes())
}
