//! Edits as oracle: a comparison gives back the script of edits that made one map of the other, and finds renames
//! although no id is written.

use std::collections::HashSet;
use std::fmt::Write as _;

use cxmap::diff::{Kind, Mirror, Options, compare, delta::Sides};

use crate::common::{Random, map};

const VERBS: &[&str] = &[
    "compare",
    "read",
    "sign",
    "report",
    "receive",
    "choose",
    "upload",
    "photograph",
    "forward",
    "cancel",
    "renew",
    "check",
    "collect",
    "return",
    "describe",
    "confirm",
];
const NOUNS: &[&str] = &[
    "premium",
    "policy",
    "invoice",
    "damage",
    "estimate",
    "garage",
    "reminder",
    "contract",
    "passport",
    "refund",
    "delivery",
    "letter",
    "appointment",
    "password",
    "complaint",
    "question",
    "receipt",
    "parcel",
    "voucher",
    "claim",
];
const PLACES: &[&str] = &[
    "at the counter",
    "by phone",
    "in the app",
    "on the website",
    "by post",
    "at home",
    "in the shop",
    "with my adviser",
];

/// A touchpoint as far as edits touch it.
#[derive(Clone)]
struct Step {
    id: String,
    title: String,
    was: Vec<String>,
    fields: Vec<(&'static str, String)>,
}

type Phases = Vec<Vec<Step>>;

fn title(random: &mut Random, taken: &mut HashSet<String>) -> String {
    loop {
        let title = format!("I {} the {} {}", random.one(VERBS), random.one(NOUNS), random.one(PLACES));
        if taken.insert(title.clone()) {
            return title;
        }
    }
}

fn journey(random: &mut Random, taken: &mut HashSet<String>) -> Phases {
    let phases = 2 + random.index(2);
    let step = |number: usize, random: &mut Random, taken: &mut HashSet<String>| Step {
        id: format!("s{number}"),
        title: title(random, taken),
        was: Vec::new(),
        fields: vec![
            ("channel", ["shop", "phone"][random.index(2)].to_owned()),
            ("owner", "Sales".to_owned()),
            ("experience", "4".to_owned()),
            ("effort", "3".to_owned()),
            ("friction_points", "[{id: queue, title: A queue}]".to_owned()),
        ],
    };
    let mut number = 0;
    (0..phases)
        .map(|_| {
            (0..3 + random.index(4))
                .map(|_| {
                    number += 1;
                    step(number, random, taken)
                })
                .collect()
        })
        .collect()
}

fn text(phases: &Phases, ids: bool) -> String {
    let mut text = "cxmap: 1\ntitle: A journey\nchannels: {shop: Shop, phone: Phone, app: App}\nphases:\n".to_owned();
    for (number, steps) in phases.iter().enumerate() {
        let _ = write!(text, "  - title: Phase {number}\n    touchpoints:\n");
        for step in steps {
            let _ = writeln!(text, "      - title: {}", step.title);
            if ids {
                let _ = writeln!(text, "        id: {}\n        was: [{}]", step.id, step.was.join(", "));
            }
            for (name, value) in &step.fields {
                let _ = writeln!(text, "        {name}: {value}");
            }
        }
    }
    text
}

fn set(step: &mut Step, name: &'static str, value: &str) {
    step.fields.retain(|(field, _)| *field != name);
    step.fields.push((name, value.to_owned()));
}

/// Changes a word or two of a title, as people do.
fn reworded(title: &str, random: &mut Random, taken: &mut HashSet<String>) -> String {
    loop {
        let words: Vec<_> = title.split(' ').collect();
        let rest = words[4..].join(" ");
        let new = match random.index(4) {
            0 => format!("I {} the {} {rest}", random.one(VERBS), words[3]),
            1 => format!("I {} the {} {}", words[1], words[3], random.one(PLACES)),
            2 => format!("I {} the new {} {rest}", words[1], words[3]),
            _ => format!("{title}, once more"),
        };
        if taken.insert(new.clone()) {
            return new;
        }
    }
}

/// Makes an edit at a step that no other edit touches, and says what a comparison should call it.
fn edit(
    phases: &mut Phases,
    used: &mut HashSet<String>,
    taken: &mut HashSet<String>,
    random: &mut Random,
) -> Option<Kind> {
    let phase = random.index(phases.len());
    let at = random.index(phases[phase].len());
    // The first one is where the journey begins, and a phase keeps something.
    if phases[phase].len() < 2 || (phase, at) == (0, 0) || !used.insert(phases[phase][at].id.clone()) {
        return None;
    }
    let step = &mut phases[phase][at];
    Some(match random.index(13) {
        0 => {
            set(step, "status", "unavailable");
            Kind::TouchpointClosed
        }
        1 => {
            set(step, "status", "limited");
            Kind::TouchpointLimited
        }
        2 => {
            step.was.push(step.id.clone());
            step.id = format!("{}x", step.id);
            used.insert(step.id.clone());
            step.title = title(random, taken);
            Kind::TouchpointRenamed
        }
        3 => {
            let step = phases[phase].remove(at);
            let to = (phase + 1) % phases.len();
            phases[to].push(step);
            Kind::TouchpointMoved
        }
        4 => {
            let id = format!("n{}", used.len());
            used.insert(id.clone());
            let step = Step { id, title: title(random, taken), was: Vec::new(), fields: Vec::new() };
            phases[phase].insert(at, step);
            Kind::TouchpointAdded
        }
        5 => {
            phases[phase].remove(at);
            Kind::TouchpointRemoved
        }
        6 => {
            set(step, "channel", "app");
            Kind::TouchpointRechannelled
        }
        7 => {
            set(step, "friction_points", "[{id: queue, title: A queue}, {id: noise, title: Some noise}]");
            Kind::FrictionAdded
        }
        8 => {
            set(step, "friction_points", "[]");
            Kind::FrictionRemoved
        }
        9 => {
            set(step, "experience", "2");
            Kind::ExperienceFell
        }
        10 => {
            set(step, "effort", "1");
            Kind::EffortFell
        }
        11 => {
            set(step, "owner", "Billing");
            Kind::TouchpointReassigned
        }
        _ => {
            let mut part = step.clone();
            part.id = format!("p{}", used.len());
            part.was = vec![step.id.clone()];
            part.title = title(random, taken);
            part.fields.clear();
            used.insert(part.id.clone());
            phases[phase].insert(at + 1, part);
            Kind::TouchpointSplit
        }
    })
}

#[test]
fn a_comparison_gives_back_the_script_of_edits() {
    let mut edits = 0;
    for seed in 0..400 {
        let mut random = Random(seed);
        let (mut used, mut taken) = (HashSet::new(), HashSet::new());
        let before = journey(&mut random, &mut taken);
        let mut after = before.clone();
        let mut script: Vec<_> =
            (0..=random.index(6)).filter_map(|_| edit(&mut after, &mut used, &mut taken, &mut random)).collect();
        script.sort();
        edits += script.len();
        let (before, after) = (text(&before, true), text(&after, true));
        // What vanishes is claimed by what took it, what follows by its cause; a split names its part.
        let told = |one: &str, other: &str| {
            let mut kinds: Vec<_> = compare(&map(one), &map(other)).iter().map(|change| change.kind).collect();
            kinds.sort();
            kinds
        };
        assert_eq!(told(&before, &after), script, "seed {seed}\n{before}\n{after}");
        let mut mirrored: Vec<_> = script
            .iter()
            .map(|kind| match kind.mirror() {
                Mirror::Kind(mirror) => mirror,
                Mirror::None(reason) => panic!("{kind}: {reason}"),
            })
            .collect();
        mirrored.sort();
        // A touchpoint that comes brings its friction, which is judged.
        let friction = script.iter().filter(|kind| **kind == Kind::TouchpointRemoved).count();
        mirrored.extend(std::iter::repeat_n(Kind::FrictionAdded, friction));
        mirrored.sort();
        assert_eq!(told(&after, &before), mirrored, "seed {seed}, the other way round\n{before}\n{after}");
    }
    assert!(edits > 800, "{edits} edits");
}

#[test]
fn renames_are_found_without_ids() {
    let (mut renamed, mut found, mut invented) = (0, 0, 0);
    for seed in 0..150 {
        let mut random = Random(seed + 10_000);
        let mut taken = HashSet::new();
        let before = journey(&mut random, &mut taken);
        let mut after = before.clone();
        for steps in &mut after {
            for step in steps {
                if random.index(3) == 0 {
                    step.title = reworded(&step.title, &mut random, &mut taken);
                }
            }
            // Something comes and something goes as well, which is not to be taken for a rename.
        }
        let gone = after[0].remove(1);
        let id = "new".to_owned();
        let last = after.len() - 1;
        after[last].push(Step { id, title: title(&mut random, &mut taken), was: Vec::new(), fields: Vec::new() });
        let (old, new) = (map(&text(&before, false)), map(&text(&after, false)));
        let sides = Sides::of(&old, &new, Options::default());
        let before: Vec<_> = before.concat();
        let after: Vec<_> = after.concat();
        for (at, step) in before.iter().enumerate() {
            let partner = sides.matching.touchpoints.after_of(at).map(|at| after[at].id.as_str());
            if step.id == gone.id {
                invented += usize::from(partner.is_some());
                continue;
            }
            let is_renamed = !after.iter().any(|other| other.title == step.title);
            renamed += usize::from(is_renamed);
            found += usize::from(is_renamed && partner == Some(step.id.as_str()));
            invented += usize::from(partner.is_some_and(|partner| partner != step.id));
        }
    }
    assert!(renamed > 400, "{renamed} renames");
    assert!(found * 100 >= renamed * 95, "{found} of {renamed} renames found");
    assert!(invented * 20 <= renamed, "{invented} pairs that are none, beside {renamed} renames");
}
