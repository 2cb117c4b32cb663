//! The head of a picture: what the journey is called, whose it is, in which circumstances, and who answers for the map.

mod change;
mod figures;

use super::Plan;
use super::detail::Detail;
use super::grid::PADDING;
use super::stack::{Look, Span, Stack, Style, card, count, single};
use crate::graph::Address;
use crate::model::{Basis, State, Text};
use crate::render::labels::Label;
use crate::render::scene::{Anchor, Band, Kind, Lane, Node, NodeState, Paint, Point, Rect, Role, Shape};
use crate::render::{content, icons};

pub use figures::{KeyFigure, key_figures};

/// How wide a fact of the head is at least, and at most.
const FACT: (f64, f64) = (216.0, 400.0);
const GAP: f64 = 28.0;
/// Between two lines of them.
const LINE_GAP: f64 = 18.0;
/// The width of the disc with the persona's initials.
const DISC: f64 = 52.0;

/// The head.
pub fn head(plan: &Plan<'_>) -> Band {
    let full = plan.grid.full();
    let heading = heading(plan, full);
    let facts = about(plan, full, heading.bounds.bottom() + 18.0);
    let nodes: Vec<_> = [heading].into_iter().chain(facts).collect();
    let height = nodes.last().map_or(0.0, |node| node.bounds.bottom());
    let bounds = Rect { x: full.x, y: 0.0, width: full.width, height };
    Band { lane: Lane::Head, row: 0, bounds, shapes: Vec::new(), nodes }
}

/// The card with the facts, beginning there; none if the map has none.
fn about(plan: &Plan<'_>, full: Span, top: f64) -> Option<Node> {
    const MARGIN: f64 = PADDING + 4.0;
    let mut facts = plan.overlay.map_or_else(|| facts(plan), |overlay| change::facts(plan, overlay));
    let inner = full.inset(MARGIN);
    let columns = columns(inner.width, facts.len());
    let width = ((inner.width + GAP) / count(columns) - GAP).min(FACT.1);
    let mut shapes = Vec::new();
    let mut y = top + MARGIN;
    for line in facts.chunks_mut(columns) {
        let stacks = line.iter_mut().enumerate().map(|(at, fact)| {
            let mut stack = Stack::new(&plan.typesetter, Span { x: inner.x + count(at) * (width + GAP), width });
            stack.y = y;
            fact(&mut stack);
            stack
        });
        let stacks: Vec<_> = stacks.collect();
        y = stacks.iter().map(|stack| stack.y).fold(y, f64::max) + LINE_GAP;
        shapes.extend(stacks.into_iter().flat_map(|stack| stack.shapes));
    }
    let bounds = Rect { x: full.x, y: top, width: full.width, height: y - LINE_GAP + MARGIN - top };
    let ground = Shape::Rect(bounds, 12.0, Paint::fill(Role::Lane).outlined(Role::Line, 1.0));
    let is_empty = shapes.is_empty();
    shapes.insert(0, ground);
    let detail = String::new();
    (!is_empty).then_some(Node {
        address: Address::Map,
        kind: Kind::Persona,
        bounds,
        shapes,
        detail,
        state: NodeState::Plain,
    })
}

/// The title, what the map is called by, and its badges.
fn heading(plan: &Plan<'_>, full: Span) -> Node {
    let mut node =
        card(&plan.typesetter, (Address::Map, Kind::Head), full, Look { padding: 0.0, ..Look::BARE }, |stack| {
            let whole = stack.span;
            if let Some(logo) = &plan.options.logo {
                let room = plan.typesetter.room_for(logo, 15.0, Style::NAME.weight).min(whole.width / 3.0);
                let mut mark = Stack::new(&plan.typesetter, Span { x: whole.right() - room - 1.0, width: room + 1.0 });
                mark.y = 8.0;
                mark.text(logo, Style::NAME.sized(15.0).in_color(Role::Muted));
                stack.shapes.append(&mut mark.shapes);
                stack.span.width -= room + GAP;
            }
            stack.text(content::title(plan.map), Style::NAME.sized(30.0));
            stack.span = whole;
            let description = plan.map.journey().description.as_ref().map_or("", |description| description.as_str());
            let description = (description, 920.0, Style::BODY.sized(14.0).in_color(Role::Muted));
            let (below, width, style) = plan.overlay.map_or(description, |overlay| change::gist(overlay));
            if !below.is_empty() {
                stack.gap(4.0);
                stack.span.width = whole.width.min(width);
                stack.text(below, style);
                stack.span = whole;
            }
            stack.gap(12.0);
            match plan.overlay {
                Some(overlay) => change::badges(plan, overlay, stack),
                None => badges(plan, stack),
            }
        });
    node.detail = Detail::default().evidence(plan, &plan.map.journey().evidence).text();
    node
}

/// What has to be known before the map is read, each on a ground of its own.
fn badges(plan: &Plan<'_>, stack: &mut Stack<'_>) {
    let journey = plan.map.journey();
    let state = match journey.state() {
        State::Current => (Role::Quiet, Role::Ink),
        State::Future => (Role::GoodTint, Role::Future),
        State::Past => (Role::Quiet, Role::Muted),
    };
    let filled = |(ground, color)| (Paint::fill(ground), color);
    let mut badges = vec![(plan.tongue.state(journey.state()).to_owned(), filled(state))];
    let outlined = Paint::fill(Role::Lane).outlined(Role::Strong, 1.0);
    badges.extend(situation(plan).map(|words| (words, (outlined, Role::Ink))));
    badges.extend(journey.basis.map(|basis| {
        let look = match basis.value {
            Basis::Research => filled((Role::Quiet, Role::Ink)),
            Basis::Hypothesis => {
                (Paint::fill(Role::DoubtTint).outlined(Role::Doubt, 1.0).dashed(4.0, 3.0), Role::Doubt)
            }
        };
        (plan.tongue.basis(basis.value).to_owned(), look)
    }));
    badge_row(plan, badges, stack);
}

/// Words, each on a ground of its own.
fn badge_row(plan: &Plan<'_>, badges: Vec<(String, (Paint, Role))>, stack: &mut Stack<'_>) {
    const HEIGHT: f64 = 26.0;
    let style = Style::NAME.sized(12.0);
    let mut x = stack.span.x;
    for (words, (paint, color)) in badges {
        let most = stack.span.width - 24.0;
        let width = (plan.typesetter.room_for(&words, style.size, style.weight) + 1.0).min(most);
        if x > stack.span.x && x + width + 24.0 > stack.span.right() {
            x = stack.span.x;
            stack.gap(HEIGHT + 6.0);
        }
        let mut badge = Stack::new(stack.typesetter, Span { x: x + 12.0, width });
        badge.y = stack.y + (HEIGHT - style.leading()) / 2.0;
        badge.centered(&words, style.in_color(color));
        let height = (badge.y - stack.y + (HEIGHT - style.leading()) / 2.0).max(HEIGHT);
        let bounds = Rect { x, y: stack.y, width: width + 24.0, height };
        let radius = HEIGHT / 2.0;
        stack.shapes.push(Shape::Rect(bounds, radius, paint));
        stack.shapes.extend(badge.shapes);
        stack.gap(height - HEIGHT);
        x += bounds.width + 8.0;
    }
    stack.gap(HEIGHT);
}

/// The situation with its first and last day.
fn situation(plan: &Plan<'_>) -> Option<String> {
    let words = plan.tongue.situation(plan.map.journey().situation.as_ref()?)?;
    Some(plan.tongue.named(plan.label(Label::Situation), &words))
}

type Fact<'p> = Box<dyn FnMut(&mut Stack<'_>) + 'p>;

/// The facts of the head that the map has, in order.
fn facts<'p>(plan: &'p Plan<'p>) -> Vec<Fact<'p>> {
    let journey = plan.map.journey();
    let persona = journey.persona.as_ref();
    let mut facts: Vec<Fact<'p>> = Vec::new();
    if let Some(persona) = persona {
        if persona.name.is_some() || persona.description.is_some() {
            facts.push(Box::new(move |stack| who(plan, persona.name.as_ref(), persona.description.as_ref(), stack)));
        }
        if let Some(quote) = &persona.quote {
            facts.push(Box::new(move |stack| {
                stack.text(&plan.tongue.quote(quote), Style::BODY.sized(15.0).in_color(Role::Experience));
            }));
        }
    }
    let mut push = |label: Label, texts: Vec<&'p str>| {
        if !texts.is_empty() {
            facts.push(Box::new(move |stack| captioned(plan, label, &texts, stack)));
        }
    };
    push(Label::Scenario, text(journey.scenario.as_ref()));
    let goals = persona.map(|persona| persona.goals.iter().map(|goal| goal.as_str())).into_iter().flatten();
    let goals: Vec<_> = text(journey.goal.as_ref()).into_iter().chain(goals).collect();
    push(if goals.len() > 1 { Label::Goals } else { Label::Goal }, goals);
    let needs = persona.map(|persona| persona.needs.iter().map(|need| need.as_str())).into_iter().flatten();
    push(Label::Needs, needs.collect());
    let circumstances = journey.situation.as_ref().and_then(|situation| situation.description.as_ref());
    push(Label::Situation, text(circumstances));
    let figures = key_figures(plan.map, plan.tongue);
    if !figures.is_empty() {
        facts.push(Box::new(move |stack| figures::draw(plan, &figures, stack)));
    }
    if journey.owner.is_some() || journey.review.is_some() {
        facts.push(Box::new(move |stack| upkeep(plan, stack)));
    }
    facts
}

fn text(text: Option<&Text>) -> Vec<&str> {
    text.map(|text| text.as_str()).into_iter().collect()
}

/// How many facts stand side by side: as many as fit, in lines that are as even as can be.
fn columns(width: f64, facts: usize) -> usize {
    let fit = (1..=facts).rev().find(|&columns| (width + GAP) / count(columns) - GAP >= FACT.0).unwrap_or(1);
    facts.div_ceil(facts.div_ceil(fit).max(1)).max(1)
}

/// The persona: a disc with initials, the name, and who that is.
fn who(plan: &Plan<'_>, name: Option<&Text>, description: Option<&Text>, stack: &mut Stack<'_>) {
    let top = stack.y;
    let whole = stack.span;
    let center = Point::new(whole.x + DISC / 2.0, top + DISC / 2.0);
    stack.shapes.push(Shape::Circle(center, DISC / 2.0, Paint::fill(Role::Experience)));
    let words = name.map_or("", |name| name.as_str());
    let initials = content::initials(words);
    if initials.is_empty() {
        stack.shapes.extend(icons::drawn(icons::PERSON, center, 28.0, Paint::line(Role::Lane, 2.0)));
    } else {
        let baseline = Point::new(center.x, center.y + 6.3);
        let style = Style::NAME.sized(18.0).in_color(Role::Lane);
        stack.shapes.extend(single(&plan.typesetter, baseline, &initials, style, Anchor::Middle));
    }
    stack.span = whole.after(DISC + 14.0);
    stack.text(words, Style::NAME.sized(16.0));
    stack.gap(2.0);
    stack.text(description.map_or("", |description| description.as_str()), Style::BODY);
    stack.span = whole;
    stack.y = stack.y.max(top + DISC);
}

fn captioned(plan: &Plan<'_>, label: Label, texts: &[&str], stack: &mut Stack<'_>) {
    stack.text(plan.label(label), Style::CAPTION);
    for text in texts {
        stack.gap(3.0);
        if texts.len() > 1 {
            stack.bullet(text, Role::Experience);
        } else {
            stack.text(text, Style::BODY);
        }
    }
}

/// Who answers for the map, and when it was last looked at.
fn upkeep(plan: &Plan<'_>, stack: &mut Stack<'_>) {
    let journey = plan.map.journey();
    if let Some(owner) = &journey.owner {
        captioned(plan, Label::Owner, &[owner], stack);
        stack.gap(8.0);
    }
    let last = journey.review.as_ref().and_then(|review| review.last.as_ref());
    if let Some(last) = last {
        captioned(plan, Label::Reviewed, &[&plan.tongue.day(last.value)], stack);
    } else if journey.review.is_some() {
        stack.text(plan.label(Label::NotReviewed), Style::NOTE);
    }
}
