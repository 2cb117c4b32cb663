//! Mistakes about listening to customers, and speaking like them.

use super::{Operator, add_field, at, dropped};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::{is_owned, open_touchpoints, phase, top};

pub const OPERATORS: &[Operator] = &[
    ("a follow-up forgotten", |map| {
        let forget = |(item, feedback): (&Node, &Node)| {
            let asked = map.child(feedback, "via").or_else(|| map.child(feedback, "open_question"))?;
            let mistake = dropped(map, map.child(feedback, "follow_up")?)?.owns(item.lines());
            Some(mistake.finds_kept("open-loop", asked.line, asked.value_column))
        };
        feedback(map).filter_map(forget).collect()
    }),
    ("a follow-up by nobody", |map| {
        let text = ["feedback:", "  via: A form", "  follow_up:", "    within: §2w"];
        let add = |item: &&Node| add_field(item, &text, &["open-loop"]).owns(phase(map, item).lines());
        let is_free = |item: &&Node| map.child(item, "feedback").is_none() && !is_owned(map, item);
        open_touchpoints(map).iter().copied().filter(is_free).map(|item| add(&item)).collect()
    }),
    ("a question that nobody follows up", |map| new(map, &["feedback:", "  via: §A form"], "open-loop")),
    ("an open question closed", |map| {
        let close = |(item, feedback): (&Node, &Node)| {
            let question = map.child(feedback, "open_question")?;
            let mistake = at(item).value(map, question, "false");
            Some(mistake.finds_written("closed-questions", 0, question.value_column))
        };
        feedback(map).filter_map(close).collect()
    }),
    ("a new closed question", |map| {
        let text = ["feedback:", "  open_question: §false", "  follow_up:", "    owner: Customer insight"];
        new(map, &text, "closed-questions")
    }),
    ("a title in the company's voice", company_voice),
];

fn feedback(map: &Outline) -> impl Iterator<Item = (&Node, &Node)> {
    open_touchpoints(map).into_iter().filter_map(|item| Some((item, map.child(item, "feedback")?)))
}

fn new(map: &Outline, text: &[&str], rule: &'static str) -> Vec<Mistake> {
    let items = open_touchpoints(map).into_iter().filter(|item| map.child(item, "feedback").is_none());
    items.map(|item| add_field(item, text, &[rule])).collect()
}

/// Titles where the id is written, or it would be another.
fn company_voice(map: &Outline) -> Vec<Mistake> {
    let titles: &[&str] = match top(map, "language") {
        None | Some("en") => &["We help the customer", "Our app tells you all"],
        Some("nl") => &["Wij helpen de klant", "We bellen u terug", "Onze app vertelt je alles", "Ons team belt u"],
        Some("fr") => &["Nous aidons le client", "Notre appli vous dit tout", "Nos conseillers vous appellent"],
        _ => return Vec::new(),
    };
    let named = map.at("phases/touchpoints/title").filter(|title| map.sibling(title, "id").is_some());
    let speak = |title| {
        let say = |text: &&str| {
            Mistake::default()
                .value(map, title, text)
                .finds_written("company-voice", 0, title.value_column)
                .needs(&[Knowledge::Language])
        };
        titles.iter().map(say).collect::<Vec<_>>()
    };
    named.flat_map(speak).collect()
}
