//! The map itself: whose journey, in which circumstances, and what it rests on.

use crate::diff::delta::{Delta, MapAspect, Sides, persona, situation};
use crate::diff::judge::Draft;
use crate::diff::{Change, Kind};
use crate::graph::Address;
use crate::model::{Date, Journey, State, Text};

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    drafts.extend(delta.map.iter().map(|aspect| Draft::new(changed(sides, *aspect))));
}

fn changed(sides: &Sides<'_>, aspect: MapAspect) -> Change {
    let tongue = sides.tongue;
    let (before, after) = (sides.before.map.journey(), sides.after.map.journey());
    let plain = |text: Option<&Text>| text.map(|text| text.value.clone()).unwrap_or_default();
    let change = |kind, message: String, old: String, new: String| {
        let value = |text: String| Some(text).filter(|text| !text.is_empty());
        Change::new(kind, Address::Map, message).values(value(old), value(new))
    };
    match aspect {
        MapAspect::Persona => {
            let (old, new) = (plain(persona(before)), plain(persona(after)));
            change(Kind::PersonaChanged, tongue.persona_changed(&old, &new), old, new)
        }
        MapAspect::Situation => {
            let (old, new) = (plain(situation(before)), plain(situation(after)));
            let (was, is) = (tongue.quote(&old), tongue.quote(&new));
            let message = match (old.is_empty(), new.is_empty()) {
                (true, _) => tongue.situation_began(&is),
                (_, true) => tongue.situation_ended(&was),
                _ => tongue.situation_changed(&was, &is),
            };
            change(Kind::SituationChanged, message, old, new)
        }
        MapAspect::State => {
            let (old, new) = (before.state(), after.state());
            let message = tongue.state_changed(tongue.told_state(old), tongue.told_state(new));
            // That what is was is how time goes by.
            let is_plan = old == State::Future || new == State::Future;
            let kind = if is_plan { Kind::StateChanged } else { Kind::DetailsChanged };
            change(kind, message, old.to_string(), new.to_string())
        }
        MapAspect::Basis => {
            let word =
                |journey: &Journey| journey.basis.map(|basis| tongue.told_basis(basis.value)).unwrap_or_default();
            let name = |journey: &Journey| journey.basis.map(|basis| basis.to_string()).unwrap_or_default();
            let message = tongue.basis_changed(word(before), word(after));
            change(Kind::BasisChanged, message, name(before), name(after))
        }
        MapAspect::Scale => {
            let ends = |(min, max): (f64, f64)| format!("{}–{}", tongue.number(min), tongue.number(max));
            let (old, new) = (ends(before.scale()), ends(after.scale()));
            change(Kind::ScaleChanged, tongue.scale_changed(&old, &new), old, new)
        }
        MapAspect::Owner => {
            let (old, new) = (plain(before.owner.as_ref()), plain(after.owner.as_ref()));
            change(Kind::OwnerChanged, tongue.map_owner_changed(&old, &new), old, new)
        }
        MapAspect::Reviewed => {
            let last = |journey: &Journey| Some(journey.review.as_ref()?.last?.value);
            let day = |journey: &Journey| last(journey).map(|day: Date| day.to_string()).unwrap_or_default();
            let told = last(after).map(|day| tongue.date(day)).unwrap_or_default();
            change(Kind::Reviewed, tongue.reviewed(&told), day(before), day(after))
        }
    }
}
