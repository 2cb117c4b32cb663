//! Maps that do not say whose journey they show.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Off, Warn};
use crate::graph::Address;

pub(super) static RULE: Rule = Rule {
    name: "unnamed-persona",
    page: include_str!("../../docs/rules/unnamed-persona.md"),
    levels: Levels::new(Off, Off, Warn),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let journey = context.map.journey();
    let place = match &journey.persona {
        None if journey.broken.has("persona") => return,
        None => journey.title.span,
        Some(persona) if persona.name.is_some() || persona.broken.has("name") => return,
        Some(persona) => persona.place.0,
    };
    sink.report(
        RULE.at(place, "this map does not say whose journey it is")
            .about(Address::Map)
            .help("name the kind of customer, such as `persona: Noor, plans the family's birthdays`"),
    );
}
