//! `cxmap render`: a map as a picture, as a table, as Markdown, as a graph, as data.

mod folder;

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use cxmap::graph::Map;
use cxmap::render::{
    PictureOptions, TableOptions, Tongue, csv, dot, html, json, markdown, mermaid, scene, table, xlsx,
};
use cxmap::text::printable;

use super::config::{Configs, PolicyArgs, scalar};
use super::input::{InputArgs, Inputs, named_maps};
use super::output::{Format, OutputArgs, Surface};
use super::picture::PictureArgs;
use super::{Common, Outcome, complain};

/// Show journey maps
///
/// A map with mistakes is shown as far as it is sound, and the mistakes are printed to standard error. A map as it was at
/// a Git revision is named as `HEAD~1:maps/claim.journey.yaml`. With `--today`, pictures and pages mark the solutions that
/// are overdue on that day.
///
/// Formats: table (for the terminal; the default), svg and png (the journey map as a picture), html (the picture with
/// all that is behind it, as a page), markdown (for change requests), dot (for Graphviz), json (for programs), csv and xlsx
/// (for spreadsheets; `cxmap import` reads them back), mermaid (a `journey` diagram, as far as that can hold a map). All but
/// table and markdown take one map at a time, unless `-o` names a folder, such as `public/`: every map then has a file of
/// its own there (html unless `-f` says otherwise), beside an index.html that leads to them.
#[derive(Debug, Args)]
pub struct RenderArgs {
    /// Maps, or folders with maps
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    input: InputArgs,
    /// The language of labels: en, nl or fr; by default that of the map
    #[arg(long, value_name = "LANGUAGE", value_parser = scalar::<Tongue>)]
    lang: Option<Tongue>,
    #[command(flatten)]
    picture: PictureArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RenderFormat {
    Table,
    Markdown,
    Svg,
    Png,
    Html,
    Dot,
    Json,
    Csv,
    Xlsx,
    Mermaid,
}

impl Format for RenderFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Table, "table", &["txt"]),
        (Self::Markdown, "markdown", &["md"]),
        (Self::Svg, "svg", &["svg"]),
        (Self::Png, "png", &["png"]),
        (Self::Html, "html", &["html", "htm"]),
        (Self::Dot, "dot", &["dot", "gv"]),
        (Self::Json, "json", &["json"]),
        (Self::Csv, "csv", &["csv"]),
        (Self::Xlsx, "xlsx", &["xlsx"]),
        (Self::Mermaid, "mermaid", &["mmd", "mermaid"]),
    ];
}

/// Shows the maps that the arguments name.
pub fn run(args: &RenderArgs, common: &Common) -> Result<Outcome> {
    let (files, mut failures) =
        Inputs::find(&args.paths, &mut Configs::new(&args.input.lookup, &PolicyArgs::default()))?
            .read(&args.input, |read| Ok(read.loaded));
    let maps = named_maps(files, &mut failures, common);
    for failure in &failures {
        complain(&format!("error: {failure}"));
    }
    if let Some(folder) = args.output.folder() {
        args.write_folder(folder, &maps, common)?;
    } else if !maps.is_empty() {
        let maps: Vec<_> = maps.into_iter().map(|(_, map)| map).collect();
        args.output.write(common, |format, surface| args.print(&maps, format, surface, common))?;
    }
    Ok(if failures.is_empty() { Outcome::Clean } else { Outcome::Failed })
}

impl RenderArgs {
    fn print(&self, maps: &[Map], format: RenderFormat, surface: Surface, common: &Common) -> Result<Vec<u8>> {
        let takes_several = matches!(format, RenderFormat::Table | RenderFormat::Markdown);
        if maps.len() > 1 && !takes_several {
            bail!("this format takes one map at a time, and here are {}", maps.len());
        }
        let texts = maps.iter().map(|map| self.print_one(map, format, surface, common));
        Ok(texts.collect::<Result<Vec<_>>>()?.join(&b'\n'))
    }

    fn print_one(&self, map: &Map, format: RenderFormat, surface: Surface, common: &Common) -> Result<Vec<u8>> {
        let drawn = |options: &PictureOptions| scene(map, &PictureOptions { today: common.today, ..options.clone() });
        Ok(match format {
            RenderFormat::Table => {
                table(map, TableOptions { width: surface.width, color: surface.color, tongue: self.lang }).into_bytes()
            }
            RenderFormat::Svg => self.picture.svg(map, self.lang, drawn)?.into_bytes(),
            RenderFormat::Png => self.picture.png(map, self.lang, common, drawn)?,
            RenderFormat::Html => {
                let mut page = self.picture.page(map, self.lang)?;
                page.picture.today = common.today;
                html(map, &page)?.into_bytes()
            }
            RenderFormat::Markdown => markdown(map, self.lang).into_bytes(),
            RenderFormat::Dot => dot(map).into_bytes(),
            RenderFormat::Json => json(map)?.into_bytes(),
            RenderFormat::Csv => csv(map)?,
            RenderFormat::Xlsx => xlsx(map)?,
            RenderFormat::Mermaid => {
                let diagram = mermaid(map)?;
                for warning in &diagram.warnings {
                    common.say(&format!("warning: {}: {warning}", printable(map.id())));
                }
                diagram.text.into_bytes()
            }
        })
    }
}
