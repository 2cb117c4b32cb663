//! What differs and has no kind of its own: every field of the format is compared, so that no edit goes unnoticed.
//!
//! Fields are found by writing both records out, so that a new field of the format is compared from its first day.

use serde::Serialize;
use serde_json::{Map as Object, Value as Json};

use super::listening::employees;
use super::ways::whens_differ;
use super::{Sides, contents};
use crate::diff::inventory::Site;
use crate::diff::{Value, matching::Matching};
use crate::graph::{Address, TouchpointRef};
use crate::model::{Feedback, Journey, Phase, Record, Reference};

/// A field that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name, with that of the field it stands in: `expectation.because`.
    pub name: String,
    /// The value before.
    pub before: Option<Value>,
    /// The value after.
    pub after: Option<Value>,
}

/// Something in both maps that differs in fields without a kind of their own.
#[derive(Debug)]
pub struct Details {
    /// Its address on the after side.
    pub address: Address,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// What it stands on, on the after side.
    pub site: Site,
    /// Fields that hold text.
    pub texts: Vec<Field>,
    /// Whether it rests on other evidence.
    pub evidence: Option<Field>,
    /// All other fields.
    pub others: Vec<Field>,
}

/// Fields that hold the author's words.
const TEXTS: [&str; 14] = [
    "title",
    "description",
    "scenario",
    "goal",
    "goals",
    "quote",
    "because",
    "why",
    "success",
    "failure",
    "feeling",
    "thinking",
    "when",
    "open_question",
];
/// What says what a thing is, not how it is.
const IDENTITY: [&str; 2] = ["id", "was"];

/// The fields of a record that differ, apart from those that are compared elsewhere: `elsewhere` always, `if_both` where
/// both sides have them.
struct Compared {
    elsewhere: &'static [&'static str],
    if_both: &'static [&'static str],
}

pub(super) fn details(sides: &Sides<'_>) -> Vec<Details> {
    let mut all = vec![map(sides)];
    all.extend(channels(sides));
    all.extend(phases(sides));
    all.extend(sides.kept_touchpoints().flat_map(|(before, after)| touchpoint(sides, before, after)));
    all.extend(on_them(sides));
    all.retain(|details| !(details.texts.is_empty() && details.evidence.is_none() && details.others.is_empty()));
    all
}

fn map(sides: &Sides<'_>) -> Details {
    let (before, after) = (sides.before.map.journey(), sides.after.map.journey());
    let mut found = Found::default();
    let bare = |journey: &Journey| Journey {
        cxmap: journey.cxmap,
        title: journey.title.clone(),
        description: journey.description.clone(),
        scenario: journey.scenario.clone(),
        goal: journey.goal.clone(),
        language: journey.language.clone(),
        basis: journey.basis,
        owner: journey.owner.clone(),
        evidence: journey.evidence.clone(),
        extensions: journey.extensions.clone(),
        ..Journey::default()
    };
    let of_map = Compared { elsewhere: &[], if_both: &["basis", "owner"] };
    found.compare("", &bare(before), &bare(after), &of_map);
    let of_persona = Compared { elsewhere: &["needs"], if_both: &["name"] };
    found.compare("persona", &part(before.persona.as_ref()), &part(after.persona.as_ref()), &of_persona);
    let of_situation = Compared { elsewhere: &["name"], if_both: &[] };
    found.compare("situation", &part(before.situation.as_ref()), &part(after.situation.as_ref()), &of_situation);
    let last = |journey: &Journey| journey.review.as_ref().and_then(|review| review.last).map(|last| last.value);
    let of_review = Compared { elsewhere: if last(after) > last(before) { &["last"] } else { &[] }, if_both: &[] };
    found.compare("review", &part(before.review.as_ref()), &part(after.review.as_ref()), &of_review);
    found.of(Address::Map, None, Site::Map)
}

fn channels(sides: &Sides<'_>) -> Vec<Details> {
    let pairs = sides.matching.channels.kept().filter_map(|(before, after, _)| {
        let (before, after) = (sides.before.channels.get(before)?, sides.after.channels.get(after)?);
        let mut found = Found::default();
        let (old, new) = (part(before.body), part(after.body));
        found.compare("", &old, &new, &Compared { elsewhere: &["title", "status"], if_both: &[] });
        let of_status = Compared { elsewhere: &["level"], if_both: &[] };
        found.compare("status", &part(old.status.as_ref()), &part(new.status.as_ref()), &of_status);
        Some(found.of(after.address(), Some(after.title), Site::Map))
    });
    pairs.collect()
}

fn phases(sides: &Sides<'_>) -> Vec<Details> {
    let (before, after): (Vec<_>, Vec<_>) = (sides.before.map.phases().collect(), sides.after.map.phases().collect());
    let bare = |phase: &Phase| Phase {
        title: phase.title.clone(),
        description: phase.description.clone(),
        goal: phase.goal.clone(),
        owner: phase.owner.clone(),
        duration: phase.duration,
        evidence: phase.evidence.clone(),
        extensions: phase.extensions.clone(),
        ..Phase::default()
    };
    let pairs = sides.matching.phases.kept().filter_map(|(old, new, _)| {
        let (before, after) = (before.get(old)?, after.get(new)?);
        let mut found = Found::default();
        let compared = Compared { elsewhere: &["title"], if_both: &["owner", "duration"] };
        found.compare("", &bare(before.body()), &bare(after.body()), &compared);
        Some(found.of(after.address(), Some(after.title()), Site::Phase(after.index())))
    });
    pairs.collect()
}

fn touchpoint(sides: &Sides<'_>, before: TouchpointRef<'_>, after: TouchpointRef<'_>) -> Vec<Details> {
    let (old, new) = (before.body(), after.body());
    if old == new {
        return Vec::new();
    }
    let site = Site::Touchpoint(after.index().0);
    let mut found = Found::default();
    let compared = Compared {
        elsewhere: &[
            "title",
            "channel",
            "status",
            "replaced_by",
            "actors",
            "needs",
            "expectation",
            "experience",
            "promises",
            "friction_points",
            "solutions",
            "measures",
            "moment_of_truth",
            "employee",
            "feedback",
            "next",
            "start",
        ],
        if_both: &["effort", "wait", "duration", "owner"],
    };
    found.compare("", old, new, &compared);
    if sides.before.channels_of(before).is_empty() != sides.after.channels_of(after).is_empty() {
        found.add("channel", None, None);
    }
    let starts = |touchpoint: TouchpointRef<'_>| touchpoint.body().start.is_some_and(|start| start.value);
    if starts(before) != starts(after) && before.is_way_in() == after.is_way_in() {
        found.add("start", None, None);
    }
    if whens_differ(sides, before, after) {
        found.texts.push(Field { name: "next".to_owned(), before: None, after: None });
    }
    let level = if before.availability() == after.availability() {
        &["level"][..]
    } else {
        &["level", "because", "from", "until"]
    };
    found.compare(
        "status",
        &part(old.status.as_ref()),
        &part(new.status.as_ref()),
        &Compared { elsewhere: level, if_both: &[] },
    );
    let rated = Compared { elsewhere: &[], if_both: &["level"] };
    found.compare("expectation", &part(old.expectation.as_ref()), &part(new.expectation.as_ref()), &rated);
    found.compare("experience", &part(old.experience.as_ref()), &part(new.experience.as_ref()), &rated);
    let mut all = vec![found.of(after.address(), Some(after.title()), site)];

    let mut found = Found::default();
    let (pairs, is_more) = employees(before, after);
    for pair in pairs {
        found.compare("", pair.old, pair.new, &Compared { elsewhere: &[], if_both: &["expectation", "experience"] });
    }
    if is_more {
        found.add("role", None, None);
    }
    all.push(found.of(Address::Employee(after.id().to_owned()), Some(after.title()), site));

    if let (Some(old), Some(new)) = (&old.feedback, &new.feedback) {
        all.push(feedback(old, new).of(Address::Feedback(after.id().to_owned()), Some(after.title()), site));
    }
    all
}

fn feedback(old: &Feedback, new: &Feedback) -> Found {
    let mut found = Found::default();
    found.compare("", old, new, &Compared { elsewhere: &["follow_up"], if_both: &[] });
    if let (Some(old), Some(new)) = (&old.follow_up, &new.follow_up) {
        found.compare("follow_up", old, new, &Compared { elsewhere: &[], if_both: &[] });
    }
    found
}

/// What stands on the map, on phases and on touchpoints.
fn on_them(sides: &Sides<'_>) -> Vec<Details> {
    let matching = &sides.matching;
    let mut all = Vec::new();
    for (before, after, _) in matching.moments.kept() {
        let (Some(before), Some(after)) = (sides.before.moments.get(before), sides.after.moments.get(after)) else {
            continue;
        };
        let mut found = Found::default();
        found.compare("", before.body, after.body, &Compared { elsewhere: &["title", "commitment"], if_both: &[] });
        all.push(found.of(after.address(), Some(after.title()), Site::Touchpoint(after.touchpoint.index().0)));
    }
    for (before, after, _) in matching.friction.kept() {
        let (Some(before), Some(after)) = (sides.before.friction.get(before), sides.after.friction.get(after)) else {
            continue;
        };
        let mut found = Found::default();
        let elsewhere = &["title", "severity", "status", "also_at", "solutions"];
        found.compare("", before.body, after.body, &Compared { elsewhere, if_both: &["reach"] });
        all.push(found.of(after.address.clone(), Some(after.title()), after.site));
    }
    for (before, after, _) in matching.promises.kept() {
        let (Some(before), Some(after)) = (sides.before.promises.get(before), sides.after.promises.get(after)) else {
            continue;
        };
        let mut found = Found::default();
        let met = before.is_met().zip(after.is_met()).is_some_and(|(before, after)| before != after);
        let elsewhere: &[&str] = if met { &["title", "kept_at", "actual", "kept"] } else { &["title", "kept_at"] };
        found.compare("", before.body, after.body, &Compared { elsewhere, if_both: &["within", "actual", "kept"] });
        let (old, new) = (before.body.kept_at.as_ref(), after.body.kept_at.as_ref());
        found.reference("kept_at", sides, old, new);
        all.push(found.of(after.address.clone(), Some(after.title()), Site::Touchpoint(after.touchpoint.index().0)));
    }
    for (before, after, _) in matching.solutions.kept() {
        let (Some(before), Some(after)) = (sides.before.solutions.get(before), sides.after.solutions.get(after)) else {
            continue;
        };
        let mut found = Found::default();
        let slipped = contents::slips(before, after);
        let elsewhere: &[&str] =
            if slipped { &["title", "status", "touchpoint", "due"] } else { &["title", "status", "touchpoint"] };
        found.compare("", &before.body, &after.body, &Compared { elsewhere, if_both: &["owner"] });
        found.reference("touchpoint", sides, before.body.touchpoint.as_ref(), after.body.touchpoint.as_ref());
        if !same_sites(matching, &before.sites, &after.sites) {
            found.add("solutions", None, None);
        }
        let site = after.sites.first().copied().unwrap_or(Site::Map);
        all.push(found.of(after.address.clone(), Some(after.title()), site));
    }
    for (before, after, _) in matching.measures.kept() {
        let (Some(before), Some(after)) = (sides.before.measures.get(before), sides.after.measures.get(after)) else {
            continue;
        };
        let mut found = Found::default();
        found.compare("", before.body, after.body, &Compared { elsewhere: &["metric"], if_both: &["value"] });
        all.push(found.of(after.address.clone(), Some(&after.body.metric), after.site));
    }
    all
}

fn same_sites(matching: &Matching, before: &[Site], after: &[Site]) -> bool {
    let among = |site: Site| after.iter().any(|&new| contents::are_same(matching, site, new));
    let back = |site: Site| before.iter().any(|&old| contents::are_same(matching, old, site));
    before.iter().all(|&site| among(site)) && after.iter().all(|&site| back(site))
}

/// The fields that differ in one thing.
#[derive(Default)]
struct Found {
    texts: Vec<Field>,
    evidence: Option<Field>,
    others: Vec<Field>,
}

impl Found {
    fn of(self, address: Address, title: Option<&str>, site: Site) -> Details {
        Details {
            address,
            title: title.map(ToOwned::to_owned),
            site,
            texts: self.texts,
            evidence: self.evidence,
            others: self.others,
        }
    }

    fn add(&mut self, name: &str, before: Option<Value>, after: Option<Value>) {
        self.others.push(Field { name: name.to_owned(), before, after });
    }

    /// A reference differs when it names another touchpoint, however it is written.
    fn reference(&mut self, name: &str, sides: &Sides<'_>, old: Option<&Reference>, new: Option<&Reference>) {
        let is_same = match (old, new) {
            (None, None) => true,
            (Some(old), Some(new)) => match (sides.before.map.find(old), sides.after.map.find(new)) {
                (Some(old), Some(new)) => sides.matching.touchpoints.are_linked(old.index().0, new.index().0),
                _ => old == new,
            },
            _ => false,
        };
        if !is_same {
            let text = |reference: Option<&Reference>| reference.map(|reference| Value::from(reference.as_str()));
            self.add(name, text(old), text(new));
        }
    }

    fn compare<R: Record + Serialize + PartialEq>(&mut self, of: &str, before: &R, after: &R, compared: &Compared) {
        if before == after {
            return;
        }
        let (before, after) = (written(before), written(after));
        let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
        for name in names {
            let (old, new) = (before.get(name), after.get(name));
            let is_elsewhere = compared.elsewhere.contains(&name.as_str())
                || IDENTITY.contains(&name.as_str())
                || compared.if_both.contains(&name.as_str()) && old.is_some() && new.is_some();
            if is_elsewhere || old == new {
                continue;
            }
            let full = if of.is_empty() { name.clone() } else { format!("{of}.{name}") };
            let field = Field { name: full, before: old.map(value), after: new.map(value) };
            match name.as_str() {
                "evidence" => self.evidence = Some(field),
                text if TEXTS.contains(&text) => self.texts.push(field),
                _ => self.others.push(field),
            }
        }
    }
}

/// A record that is left out says nothing.
fn part<R: Default + Clone>(record: Option<&R>) -> R {
    record.cloned().unwrap_or_default()
}

/// The fields of a record, the short form written out.
fn written<R: Record + Serialize>(record: &R) -> Object<String, Json> {
    match (serde_json::to_value(record), R::SHORT) {
        (Ok(Json::Object(fields)), _) => fields,
        (Ok(Json::Null) | Err(_), _) | (Ok(_), None) => Object::new(),
        (Ok(plain), Some(short)) => Object::from_iter([(short.to_owned(), plain)]),
    }
}

fn value(json: &Json) -> Value {
    match json {
        Json::String(text) => Value::Text(text.clone()),
        Json::Number(number) => number.as_f64().map_or_else(|| Value::Text(number.to_string()), Value::from),
        Json::Array(items) if items.iter().all(Json::is_string) => {
            Value::List(items.iter().filter_map(Json::as_str).map(ToOwned::to_owned).collect())
        }
        other => Value::Text(other.to_string()),
    }
}
