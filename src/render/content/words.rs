//! The words of tables in English, Dutch and French.

use crate::graph::Map;
use crate::render::labels::{Label, Tongue, labels};
use crate::text::range;

use super::{Column, Friction, Row, signed};

labels! {
    TableLabel;
    Phase: "Phase", "Fase", "Phase";
    Touchpoint: "Touchpoint", "Contactmoment", "Point de contact";
    Channel: "Channel", "Kanaal", "Canal";
    ChannelAndOwner: "Channel (owner)", "Kanaal (eigenaar)", "Canal (responsable)";
    Gap: "Gap", "Kloof", "Écart";
    Friction: "Friction", "Frictie", "Friction";
    NarrowExpectation: "Expec-\ntation", "Verwach-\nting", "Attente";
    NarrowExperience: "Expe-\nrience", "Erva-\nring", "Expé-\nrience";
    NoTouchpoints: "no touchpoints", "geen contactmomenten", "pas de points de contact";
    Ratings: "ratings", "scores", "notes";
    ClosedOrLimited: "Closed or limited", "Gesloten of beperkt", "Fermé ou limité";
    MomentAt: "at", "bij", "à";
}

impl Column {
    /// What stands above the column.
    pub const fn title(self, tongue: Tongue) -> &'static str {
        match self {
            Self::Phase => TableLabel::Phase.in_tongue(tongue),
            Self::Touchpoint => TableLabel::Touchpoint.in_tongue(tongue),
            Self::Channel => TableLabel::Channel.in_tongue(tongue),
            Self::Expectation => Label::ExpectationLine.in_tongue(tongue),
            Self::Experience => Label::ExperienceLine.in_tongue(tongue),
            Self::Gap => TableLabel::Gap.in_tongue(tongue),
            Self::Friction => TableLabel::Friction.in_tongue(tongue),
            Self::Moment => Label::MomentOfTruth.in_tongue(tongue),
            Self::Owner => Label::Owner.in_tongue(tongue),
        }
    }
}

impl Row<'_> {
    /// "closed" or "limited", if it is one of them.
    pub fn restriction(&self, tongue: Tongue) -> Option<String> {
        tongue.restriction(self.availability?).map(str::to_lowercase)
    }
}

impl Friction<'_> {
    /// How much it hinders.
    pub fn told_severity(&self, tongue: Tongue) -> String {
        tongue.severity(self.severity).to_lowercase()
    }

    /// What qualifies the severity: `, mitigated`, `, whole phase`.
    pub fn qualities(&self, tongue: Tongue) -> String {
        let words = [(self.is_mitigated, Label::Mitigated), (self.is_of_phase, Label::WholePhase)];
        let words = words.into_iter().filter(|(applies, _)| *applies).map(|(_, word)| word.in_tongue(tongue));
        words.fold(String::new(), |told, word| told + ", " + &word.to_lowercase())
    }
}

/// What a reader has to know before the table: whose journey, in which circumstances, which version of reality.
pub fn particulars(map: &Map, tongue: Tongue) -> Vec<String> {
    let journey = map.journey();
    let persona = journey.persona.as_ref().and_then(|persona| persona.name.as_ref());
    let owner = journey.owner.as_ref();
    let (min, max) = journey.scale();
    let parts = [
        persona.map(ToString::to_string),
        journey.situation.as_ref().and_then(|situation| tongue.situation(situation)),
        Some(tongue.state(journey.state()).to_lowercase()),
        journey.basis.map(|basis| tongue.basis(basis.value).to_lowercase()),
        owner.map(|owner| tongue.named(&Label::Owner.in_tongue(tongue).to_lowercase(), owner)),
        Some(format!("{} {}", TableLabel::Ratings.in_tongue(tongue), range(min, max))),
    ];
    parts.into_iter().flatten().map(|text| text.replace('\u{a0}', " ")).collect()
}

/// A gap to at most two decimals, with its sign.
pub fn told_gap(gap: f64, tongue: Tongue) -> String {
    if tongue == Tongue::English { signed(gap) } else { signed(gap).replace('.', ",") }
}
