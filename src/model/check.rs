//! What can only be checked once a whole journey is read: ratings against its scale, ways against each other, titles
//! that no id can be made of. A value that fails is taken out of the journey, and its field counts as broken.

use super::{Broken, Field, Id, Journey, Measure, Number, RESERVED_IDS, Scale, Text, Touchpoint, Way};
use crate::diagnostic::{Diagnostic, shape};
use crate::source::Located;
use crate::text::range;

/// Checks a journey, takes out what is off, and reports it.
pub(super) fn check(journey: &mut Journey, out: &mut Vec<Diagnostic>) {
    check_scale(&mut journey.scale, &mut journey.broken, out);
    // Beside a scale that could not be read any rating may be right.
    let ratings = if journey.broken.has("scale") { (f64::NEG_INFINITY, f64::INFINITY) } else { journey.scale() };
    check_measures(&mut journey.measures.0, out);
    for phase in &mut journey.phases.0 {
        nameable(phase.id.as_ref(), &phase.title, out);
        check_measures(&mut phase.measures.0, out);
        for touchpoint in &mut phase.touchpoints.0 {
            check_touchpoint(touchpoint, ratings, out);
        }
    }
}

fn check_touchpoint(touchpoint: &mut Touchpoint, ratings: (f64, f64), out: &mut Vec<Diagnostic>) {
    nameable(touchpoint.id.as_ref(), &touchpoint.title, out);
    reserved(touchpoint, out);
    if let Some(expectation) = &mut touchpoint.expectation {
        rating(&mut expectation.level, "level", "expectation", &mut expectation.broken, ratings, out);
    }
    if let Some(experience) = &mut touchpoint.experience {
        rating(&mut experience.level, "level", "experience", &mut experience.broken, ratings, out);
    }
    rating(&mut touchpoint.effort, "effort", "effort", &mut touchpoint.broken, ratings, out);
    for employee in &mut touchpoint.employee.0 {
        let role = employee.role.as_ref().map_or("", |role| role.as_str());
        let (expectation, experience) = (format!("{role}.expectation"), format!("{role}.experience"));
        rating(&mut employee.expectation, "expectation", &expectation, &mut employee.broken, ratings, out);
        rating(&mut employee.experience, "experience", &experience, &mut employee.broken, ratings, out);
    }
    check_measures(&mut touchpoint.measures.0, out);
    check_ways(&touchpoint.next, out);
}

/// Checks a rating, which stands in the field `name`; `subject` says of what it is one.
fn rating(
    field: &mut Option<Located<Number>>,
    name: &'static str,
    subject: &str,
    broken: &mut Broken,
    (min, max): (f64, f64),
    out: &mut Vec<Diagnostic>,
) {
    let Some(level) = field.filter(|level| !(min..=max).contains(&level.0)) else { return };
    out.push(
        Diagnostic::new(
            shape::INVALID_VALUE,
            level.span,
            format!("the rating {level} is off the scale of this map, {}", range(min, max)),
        )
        .subject(subject)
        .help(format!("write a number from {min} to {max}, or give the map another `scale`")),
    );
    *field = None;
    broken.0.push(name);
}

fn check_scale(field: &mut Option<Scale>, broken: &mut Broken, out: &mut Vec<Diagnostic>) {
    let Some(scale) = field else { return };
    if scale.broken.0.is_empty() {
        if scale.min.0 < scale.max.0 {
            return;
        }
        let finding = Diagnostic::new(
            shape::INVALID_VALUE,
            scale.max.span,
            format!("the scale ends at {}, which is not above its `min` of {}", scale.max, scale.min),
        );
        out.push(finding.subject("scale").help("write a `max` that is greater than `min`"));
    }
    *field = None;
    broken.0.push("scale");
}

fn check_measures(measures: &mut [Measure], out: &mut Vec<Diagnostic>) {
    for measure in measures {
        unit_of_percent(measure);
        check_scale(&mut measure.scale, &mut measure.broken, out);
        let Some((min, max)) = measure.scale().filter(|_| !measure.broken.has("scale")) else { continue };
        for (field, name) in [(&mut measure.value, "value"), (&mut measure.target, "target")] {
            let Some(value) = field.filter(|value| !(min..=max).contains(&value.0)) else { continue };
            out.push(
                Diagnostic::new(
                    shape::INVALID_VALUE,
                    value.span,
                    format!("{value} is off the scale of this measure, {}", range(min, max)),
                )
                .subject(name)
                .help(format!("write a number from {min} to {max}, or give the measure its own `scale`")),
            );
            *field = None;
            measure.broken.0.push(name);
        }
    }
}

/// Gives a measure whose figures are written in percent that unit, unless it has one.
fn unit_of_percent(measure: &mut Measure) {
    for figure in [&mut measure.value, &mut measure.target].into_iter().flatten().filter(|figure| figure.is_percent) {
        figure.value.is_percent = false;
        if measure.unit.is_none() && !measure.broken.has("unit") {
            measure.unit = Some(Located::new("%".to_owned(), figure.span));
        }
    }
}

fn check_ways(ways: &[Way], out: &mut Vec<Diagnostic>) {
    for (at, way) in ways.iter().enumerate() {
        let same = |other: &&Way| {
            other.to == way.to && other.when == way.when && !other.broken.has("to") && !way.broken.has("to")
        };
        if let Some(first) = ways[..at].iter().find(same) {
            out.push(
                Diagnostic::new(
                    shape::INVALID_VALUE,
                    way.to.span,
                    format!("a second way to `{}` under the same condition", way.to),
                )
                .subject(way.when.as_ref().map_or("", |when| when.as_str()))
                .related(first.to.span, "the first is here")
                .help("give each of the two its own `when`, or take one out"),
            );
        }
    }
}

fn nameable(id: Option<&Located<Id>>, title: &Text, out: &mut Vec<Diagnostic>) {
    if id.is_none() && !title.is_absent() && !title.trim().is_empty() && Id::from_title(title).is_none() {
        out.push(
            Diagnostic::new(
                shape::INVALID_VALUE,
                title.span,
                format!("`{title}` has no letter or digit to make an id of"),
            )
            .subject("title")
            .help("add an id of its own, such as `id: first-step`"),
        );
    }
}

fn reserved(touchpoint: &Touchpoint, out: &mut Vec<Diagnostic>) {
    let derived = || Id::from_title(&touchpoint.title).map(|id| Located::new(id, touchpoint.title.span));
    let Some(id) = touchpoint.id.clone().or_else(derived).filter(|id| RESERVED_IDS.contains(&id.as_str())) else {
        return;
    };
    let finding = Diagnostic::new(
        shape::INVALID_VALUE,
        id.span,
        format!("no touchpoint can have the id `{id}`: in `next` the word means something else"),
    );
    out.push(finding.subject("id").help(format!("give it another id, such as `id: {id}-step`")));
}
