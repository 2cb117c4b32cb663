//! What is known of a node besides what is drawn: reasons, evidence, where to read more. Shown when pointed at.

use super::Plan;
use crate::graph::TouchpointRef;
use crate::model::{Evidence, Text};
use crate::render::labels::Label;

/// Lines in the making.
#[derive(Default)]
pub struct Detail(Vec<String>);

impl Detail {
    /// Adds texts, those that are there.
    pub fn texts<'t>(mut self, texts: impl IntoIterator<Item = Option<&'t Text>>) -> Self {
        self.0.extend(texts.into_iter().flatten().map(|text| text.value.clone()));
        self
    }

    /// Adds a text behind what it is.
    pub fn named(mut self, plan: &Plan<'_>, name: Label, text: Option<&Text>) -> Self {
        self.0.extend(text.map(|text| plan.tongue.named(plan.label(name), text)));
        self
    }

    /// Adds what a claim rests on.
    pub fn evidence(mut self, plan: &Plan<'_>, evidence: &[Evidence]) -> Self {
        for piece in evidence {
            let confidence = piece.confidence.map(|confidence| plan.tongue.confidence(confidence.value).to_owned());
            let date = piece.date.map(|date| plan.tongue.day(date.value));
            let texts = [&piece.title, &piece.url].map(|text| text.as_ref().map(|text| text.value.clone()));
            let parts: Vec<_> = texts.into_iter().chain([date, confidence]).flatten().collect();
            self.0.push(plan.tongue.named(plan.label(Label::Evidence), &parts.join(", ")));
        }
        self
    }

    /// The lines as one text.
    pub fn text(self) -> String {
        self.0.join("\n")
    }
}

/// What is known of a touchpoint besides its card.
pub fn of_touchpoint(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>) -> String {
    let body = touchpoint.body();
    let channels = body.channel.iter().filter_map(|channel| plan.map.channel(channel));
    Detail::default()
        .texts([body.description.as_ref()])
        .texts(channels.map(|(_, channel)| channel.description.as_ref()))
        .evidence(plan, &body.evidence)
        .text()
}

/// Why a touchpoint is rated as it is.
pub fn of_rating(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>) -> String {
    let body = touchpoint.body();
    let expectation = body.expectation.as_ref().and_then(|rating| rating.because.as_ref());
    let experience = body.experience.as_ref().and_then(|rating| rating.because.as_ref());
    Detail::default()
        .named(plan, Label::ExpectationLine, expectation)
        .named(plan, Label::ExperienceLine, experience)
        .text()
}
