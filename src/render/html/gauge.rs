//! A small drawing of a rating: where on the scale expectation and experience stand. Below each other they are the
//! curve of the journey, upright.

use askama::Template;

use crate::graph::TouchpointRef;
use crate::render::Tongue;
use crate::render::labels::Label;

/// Expectation and experience on the scale of the map, in percent of its length.
#[derive(Template)]
#[template(path = "gauge.html")]
pub struct Gauge {
    description: String,
    expectation: Option<f64>,
    experience: Option<f64>,
}

impl Gauge {
    /// The gauge of a touchpoint, if anything is known.
    pub fn of(touchpoint: TouchpointRef<'_>, tongue: Tongue) -> Option<Self> {
        let (min, max) = touchpoint.map().journey().scale();
        let part = |rating: f64| ((rating - min) / (max - min) * 100.0).clamp(0.0, 100.0).round();
        let (expectation, experience) = (touchpoint.expectation(), touchpoint.experience());
        let said = [(Label::ExpectationLine, expectation), (Label::ExperienceLine, experience)];
        let said = said
            .into_iter()
            .filter_map(|(label, rating)| Some(format!("{} {}", tongue.label(label), tongue.number(rating?))));
        let description = said.collect::<Vec<_>>().join(", ");
        (!description.is_empty()).then_some(Self {
            description,
            expectation: expectation.map(part),
            experience: experience.map(part),
        })
    }

    /// Where the gap begins and how long it is, and whether experience falls short.
    fn gap(&self) -> Option<(f64, f64, bool)> {
        let (expectation, experience) = (self.expectation?, self.experience?);
        Some((expectation.min(experience), (expectation - experience).abs(), experience < expectation))
    }
}
