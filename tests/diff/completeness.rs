//! No edit goes unnoticed: each field of the format is changed alone, and gives exactly one change.

use cxmap::diff::compare;
use cxmap::model::schema::fields;
use serde_yaml::Value;

use crate::common::map;

/// A map in which every field of the format is written.
const MAP: &str = include_str!("../common/every-field.journey.yaml");

/// Where one of each record stands, and another value for each of its fields.
const EDITS: &[(&str, &str, &str)] = &[
    (
        "a journey map",
        "",
        "{title: Another, description: Another, scenario: Another, goal: Another, language: nl, state: past, basis: research, owner: Sales,
          channels: {branch: {title: Branch, was: desk, description: A house, status: {level: available, because: As ever, from: 2026-01-01, until: 2026-02-01}}, app: App, fax: Fax},
          solutions: [{id: hotline, title: A hotline}, {title: A van}], measures: [{metric: Trust, value: 5}, {metric: Joy}], evidence: [Two studies], x-own: 2}",
    ),
    ("a persona", "persona", "{name: Tom, description: A baker, goals: [To rest], needs: [Calm, Sleep], quote: Hm}"),
    ("a situation", "situation", "{name: Lockdown, from: 2026-02-01, until: 2026-07-01, description: All is shut}"),
    ("a review", "review", "{last: 2026-02-01, every: 6mo}"),
    (
        "a channel",
        "channels/branch",
        "{title: Office, description: A flat, status: {level: limited, because: As ever, from: 2026-01-01, until: 2026-02-01}}",
    ),
    (
        "a phase",
        "phases/1",
        "{title: Pay, description: Another, goal: Another, owner: Billing, duration: 2d, needs: [Speed, Calm], friction_points: [{title: Rain}, {title: Snow}],
          solutions: [{title: Umbrella}, {title: Tent}], measures: [], evidence: [Two studies]}",
    ),
    (
        "a touchpoint",
        "phases/1/touchpoints/0",
        "{title: I query, description: Another, channel: app, optional: false, replaced_by: leave, start: false, owner: Billing, actors: [Broker],
          needs: [Calm, Speed], effort: 6, feeling: Angry, thinking: Hm, quote: Hm, duration: 2h, wait: 2h, evidence: [Two studies],
          promises: [{id: soon, title: Soon, was: quick, within: 3d, actual: 2d, kept: 80%, kept_at: sign}, {title: Free}],
          frontstage: [{title: Smiles}], backstage: [{title: Burns}], systems: [ERP], props: [A pen], moment_of_truth: ~, feedback: ~}",
    ),
    (
        "a status",
        "phases/1/touchpoints/0/status",
        "{level: limited, because: Rain, from: 2026-01-02, until: 2026-02-02}",
    ),
    ("an expectation", "phases/1/touchpoints/0/expectation", "{level: 6, because: So they say, source: elsewhere}"),
    ("an experience", "phases/1/touchpoints/0/experience", "{level: 6, because: They are fast}"),
    (
        "a promise",
        "phases/1/touchpoints/0/promises/0",
        "{title: Quickly, within: 4d, actual: 1d, kept: 90%, kept_at: leave}",
    ),
    (
        "a friction point",
        "phases/1/touchpoints/0/friction_points/0",
        "{title: A long queue, severity: high, status: mitigated, reach: 30%, because: No desks, also_at: [sign, leave],
          solutions: [{id: second-desk, title: A second desk}, {title: A bench}], evidence: [{title: A study}]}",
    ),
    (
        "a solution",
        "phases/1/touchpoints/0/solutions/0",
        "{title: Good coffee, status: done, owner: Care, due: 2026-07-01, measured_by: csat, url: 'https://example.org/c', touchpoint: leave}",
    ),
    (
        "a measure",
        "phases/1/touchpoints/0/measures/0",
        "{value: 6, target: 2, unit: hours, better: higher, responses: 200, date: 2026-02-01, source: A panel}",
    ),
    (
        "a piece of evidence",
        "phases/1/touchpoints/0/friction_points/0/evidence/0",
        "{title: Two studies, url: 'https://example.org/d', date: 2026-02-01, confidence: observed}",
    ),
    (
        "a moment of truth",
        "phases/1/touchpoints/0/moment_of_truth",
        "{title: Do they listen?, why: So it is, success: Calm, failure: Anger, commitment: A visit, kind: smot}",
    ),
    (
        "an employee's side",
        "phases/1/touchpoints/0/employee",
        "{role: Agent, expectation: 6, experience: 6, needs: [Sleep], because: No people}",
    ),
    (
        "a step",
        "phases/1/touchpoints/0/frontstage/0",
        "{title: Waves, owner: Care, system: ERP, duration: 2m}",
    ),
    ("feedback", "phases/1/touchpoints/0/feedback", "{via: A form, open_question: Why?, follow_up: ~}"),
    ("a follow-up", "phases/1/touchpoints/0/feedback/follow_up", "{owner: Sales, within: 3d}"),
    ("a way", "phases/1/touchpoints/0/next/0", "{to: end, when: it rains}"),
];

/// Fields that are not changed alone, and why.
const WAIVED: &[(&str, &str, &str)] = &[
    ("a journey map", "cxmap", "there is one version"),
    ("a journey map", "phases", "the fields of a phase are"),
    ("a scale", "min", "the same figures on another scale are other ratings, each a change of its own"),
    ("a scale", "max", "the same figures on another scale are other ratings, each a change of its own"),
    ("a measure", "scale", "the same figure on another scale is another figure"),
    ("a measure", "metric", "it is the name: another metric is another measure"),
    ("a way", "share", "shares add up to 100%: one alone is a mistake"),
];

fn at<'v>(value: &'v mut Value, path: &str) -> &'v mut Value {
    path.split('/').filter(|part| !part.is_empty()).fold(value, |value, part| match part.parse::<usize>() {
        Ok(index) => &mut value[index],
        Err(_) => &mut value[part],
    })
}

#[test]
fn each_field_changed_alone_is_one_change() {
    let base: Value = serde_yaml::from_str(MAP).expect("YAML");
    let before = map(MAP);
    assert_eq!(compare(&before, &before), []);
    let mut wrong = Vec::new();
    for field in fields() {
        let (of, name) = (field.of.as_str(), field.name.as_str());
        let is_identity = matches!(name, "id" | "was");
        if is_identity || WAIVED.iter().any(|(waived_of, waived, _)| (*waived_of, *waived) == (of, name)) {
            continue;
        }
        let edit = EDITS.iter().find(|(record, ..)| *record == of);
        let (_, path, values) = edit.unwrap_or_else(|| panic!("{of} has no edits"));
        let values: Value = serde_yaml::from_str(values).expect("YAML");
        let Some(value) = values.get(name) else {
            // What holds a record is changed field by field.
            assert!(field.holds.is_some(), "{name} of {of} is not changed");
            continue;
        };
        let mut edited = base.clone();
        at(&mut edited, path)[name] = value.clone();
        let text = serde_yaml::to_string(&edited).expect("YAML");
        let changes = compare(&before, &map(&text));
        if changes.len() != 1 {
            let told: Vec<_> = changes
                .iter()
                .map(|change| format!("  {} {}: {}", change.kind, change.address, change.message))
                .collect();
            wrong.push(format!("{name} of {of} gives {} changes:\n{}", changes.len(), told.join("\n")));
        }
        let back = compare(&map(&text), &before);
        if back.len() != 1 {
            wrong.push(format!("{name} of {of}, the other way round, gives {} changes: {back:#?}", back.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let mut own = base;
    own["x-own"] = 2.into();
    assert_eq!(compare(&before, &map(&serde_yaml::to_string(&own).expect("YAML"))).len(), 1, "an `x-` key");
}
