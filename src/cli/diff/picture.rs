//! The comparison of two states as one picture.

use anyhow::{Context as _, Result, bail};
use cxmap::diff::report::Report;
use cxmap::diff::report::overlay::overlay;
use cxmap::graph::Map;
use cxmap::render::overlay::Overlay;
use cxmap::render::{compared, dot_compared};

use crate::cli::Common;
use crate::cli::picture::PictureArgs;
use cxmap::tongue::Tongue;

/// Two states of a journey, to be drawn.
pub struct TwoStates<'m> {
    after: &'m Map,
    overlay: Overlay<'m>,
    tongue: Tongue,
}

impl<'m> TwoStates<'m> {
    /// The two states that a report compares.
    ///
    /// # Errors
    /// When it compares more.
    pub fn of(report: &Report<'m>) -> Result<Self> {
        let [journey] = report.journeys.as_slice() else {
            bail!("a picture shows one journey, and here are {}: name the two files of one", report.journeys.len());
        };
        let [comparison] = journey.comparisons.as_slice() else {
            bail!(
                "a picture shows two states, and here are {}: draw two at a time, or all of them as a page (-f html)",
                journey.states.len()
            );
        };
        let after = journey.states.get(comparison.after).context("a comparison has two states")?;
        let overlay = overlay(journey, comparison, report).context("a comparison has two states")?;
        Ok(Self { after: after.map, overlay, tongue: report.options.tongue })
    }

    /// The picture as SVG.
    pub fn svg(&self, args: &PictureArgs) -> Result<String> {
        args.svg(self.after, Some(self.tongue), |options| compared(self.after, options, &self.overlay))
    }

    /// Both states as one graph.
    pub fn dot(&self) -> String {
        dot_compared(self.after, &self.overlay)
    }

    /// The picture as PNG.
    pub fn png(&self, args: &PictureArgs, common: &Common) -> Result<Vec<u8>> {
        args.png(self.after, Some(self.tongue), common, |options| compared(self.after, options, &self.overlay))
    }
}
