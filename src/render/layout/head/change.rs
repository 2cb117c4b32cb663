//! The head of a picture of two states: what they are called, what the change comes to, and how to read the marks.

use super::{Fact, badge_row, who};
use crate::render::labels::Label;
use crate::render::layout::Plan;
use crate::render::layout::marks::role;
use crate::render::layout::stack::{Stack, Style, single};
use crate::render::overlay::{Figure, Overlay};
use crate::render::scene::{Anchor, Paint, Point, Rect, Role, Shape, Tone};

/// What the change comes to, how wide it is set, and in which type.
pub fn gist<'o>(overlay: &'o Overlay<'_>) -> (&'o str, f64, Style) {
    (&overlay.gist, 1240.0, Style::BODY.sized(16.0))
}

/// What the states are called.
pub fn badges(plan: &Plan<'_>, overlay: &Overlay<'_>, stack: &mut Stack<'_>) {
    let [before, after] = &overlay.names;
    let names = vec![
        (before.clone(), (Paint::fill(Role::Quiet), Role::Muted)),
        (format!("→ {after}"), (Paint::fill(Role::Phase), Role::OnPhase)),
    ];
    badge_row(plan, names, stack);
}

/// Whose journey it is, the figures that differ, and how to read the marks.
pub fn facts<'p>(plan: &'p Plan<'p>, overlay: &'p Overlay<'p>) -> Vec<Fact<'p>> {
    let mut facts: Vec<Fact<'p>> = Vec::new();
    if let Some(persona) = plan.map.journey().persona.as_ref().filter(|persona| persona.name.is_some()) {
        facts.push(Box::new(move |stack| who(plan, persona.name.as_ref(), persona.description.as_ref(), stack)));
    }
    for group in &overlay.figures {
        facts.push(Box::new(move |stack| figures(group, stack)));
    }
    facts.push(Box::new(move |stack| legend(plan, stack)));
    facts
}

/// Figures below each other, each before its name.
fn figures(group: &[Figure], stack: &mut Stack<'_>) {
    for figure in group {
        let style = if figure.is_part { Style::NAME } else { Style::NAME.sized(15.0) };
        let [before, after] = &figure.values;
        let value = format!("{before} → {after}");
        let typesetter = stack.typesetter;
        let room = typesetter.room_for(&value, style.size, style.weight) + 10.0;
        stack.gap(3.0);
        if room > stack.span.width / 2.0 {
            stack.text(&value, style);
            stack.text(&figure.label, Style::NOTE);
            continue;
        }
        stack.item(&figure.label, Style::NOTE, room, |at| {
            let baseline = Point::new(at.x, at.y + style.size * 0.36);
            single(typesetter, baseline, &value, style, Anchor::Start).into_iter().collect()
        });
    }
}

/// What the colours of the marks mean.
fn legend(plan: &Plan<'_>, stack: &mut Stack<'_>) {
    let tones = [(Tone::Worse, Label::IsWorse), (Tone::Better, Label::IsBetter), (Tone::Neutral, Label::IsOtherwise)];
    let patch = |at: Point, paint: Paint| {
        vec![Shape::Rect(Rect { x: at.x, y: at.y - 6.0, width: 18.0, height: 12.0 }, 3.0, paint)]
    };
    for (tone, label) in tones {
        stack.gap(3.0);
        stack.item(plan.label(label), Style::NOTE, 26.0, |at| patch(at, Paint::fill(role(tone))));
    }
    let outline = Paint::fill(Role::Lane).outlined(Role::Strong, 1.2).dashed(4.0, 4.0);
    stack.gap(3.0);
    stack.item(plan.label(Label::IsGone), Style::NOTE, 26.0, |at| patch(at, outline));
}
