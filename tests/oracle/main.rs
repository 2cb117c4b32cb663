//! The flow, checked against an independent one that tries every walk, on thousands of small random journeys.

mod naive;
mod random;
mod walks;

use std::collections::BTreeMap;
use std::fmt::Debug;

use cxmap::graph::{Graph, Map, Place, TouchpointIndex};
use cxmap::model::lower::lower;
use naive::Flow;
use random::{Journey, Name, Random, Target, Touchpoint, Way};

const JOURNEYS: usize = 5_000;

/// What has to occur among the journeys, and in how many of them at least: else the comparison could not fail.
const RICHNESS: [(&str, usize); 22] = [
    ("a touchpoint is closed", 1_500),
    ("a touchpoint is closed through its channels", 400),
    ("a closed touchpoint lives on in another one", 500),
    ("a closed touchpoint lives on in several", 250),
    ("the replacements of a closed touchpoint lead nowhere", 200),
    ("customers go straight on at a closed optional touchpoint", 400),
    ("a way in is closed", 700),
    ("there are several ways in", 500),
    ("a touchpoint is unreachable", 900),
    ("a touchpoint is cut off", 1_500),
    ("`end` is cut off", 700),
    ("`lost` is cut off", 250),
    ("something leads anywhere", 150),
    ("`end` has a bottleneck", 700),
    ("`end` has several bottlenecks", 300),
    ("there are two ways to `end`", 300),
    ("there are three ways to a place", 80),
    ("a loop is endless", 500),
    ("others are led into an endless loop", 200),
    ("the main way leaves the order of the file", 400),
    ("a part of the customers gets to `end`", 200),
    ("the share that gets to `end` is unknown", 800),
];

/// Two answers to one question.
struct Disagreement {
    question: String,
    naive: String,
    program: String,
}

#[test]
fn agrees_with_a_naive_flow_on_random_journeys() {
    let mut random = Random(0x00C0_FFEE);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..JOURNEYS {
        let journey = Journey::random(&mut random);
        if let Some(disagreement) = disagreement(&journey) {
            let (journey, found) = shrink(journey, disagreement);
            panic!(
                "{}\n{}\n  naive:   {}\n  program: {}\n",
                journey.yaml(),
                found.question,
                found.naive,
                found.program
            );
        }
        for feature in features(&journey) {
            *seen.entry(feature).or_default() += 1;
        }
    }
    let counts = RICHNESS.map(|(feature, enough)| (seen.get(feature).copied().unwrap_or_default(), enough, feature));
    let row = |(count, enough, feature)| format!("{count:>5} of {enough:>4}: {feature}");
    let table = counts.map(row).join("\n");
    assert!(counts.iter().all(|(count, enough, _)| count >= enough), "too few journeys of some kind:\n{table}");
}

/// The examples of the format, computed by hand: what the naive flow is worth.
#[test]
fn the_naive_flow_gives_the_figures_of_the_format() {
    let to = |to, share| Way { to, when: None, share };
    let leads = |next| Touchpoint { next: Some(next), ..Touchpoint::default() };
    let second = Target::Named(Name::Touchpoint(1));
    let a = leads(vec![to(second, Some(70.)), to(Target::Lost, Some(30.))]);
    let b = leads(vec![to(Target::Named(Name::Touchpoint(0)), Some(50.)), to(Target::End, Some(50.))]);
    let journey = Journey { channels: Vec::new(), touchpoints: vec![a, b] };
    let share = Flow::of(&journey).share_to_end(0);
    assert!(is_close(share, Some(100. * 35. / 65.)), "{share:?}");

    // 0 start → 1 intake → 2 branch or 3 video → 4 decision → end
    let third = Target::Named(Name::Touchpoint(3));
    let decision = Target::Named(Name::Touchpoint(4));
    let intake = leads(vec![to(Target::Next, None), to(third, None)]);
    let mut branch = leads(vec![to(decision, None)]);
    let rest = Touchpoint::default;
    let touchpoints = vec![rest(), intake.clone(), branch.clone(), rest(), rest()];
    let journey = Journey { channels: Vec::new(), touchpoints };
    let flow = Flow::of(&journey);
    assert_eq!((flow.bottlenecks(4), flow.ways_to(4), flow.main_way()), (vec![1], 2, Some(vec![0, 1, 2, 4])));
    branch.status = Some(random::Status::Unavailable);
    let journey = Journey { channels: Vec::new(), touchpoints: vec![rest(), intake, branch, rest(), rest()] };
    let flow = Flow::of(&journey);
    assert_eq!((flow.bottlenecks(4), flow.ways_to(4), flow.main_way()), (vec![1, 3], 1, Some(vec![0, 1, 3, 4])));
    assert!(flow.is_cut_off(2) && !flow.is_cut_off(4));
}

/// Takes things away from a journey for as long as the two still disagree.
fn shrink(mut journey: Journey, mut found: Disagreement) -> (Journey, Disagreement) {
    while let Some(simpler) =
        journey.simpler().into_iter().find_map(|simpler| disagreement(&simpler).map(|found| (simpler, found)))
    {
        (journey, found) = simpler;
    }
    (journey, found)
}

/// The first question to which the naive flow and the program have different answers.
fn disagreement(journey: &Journey) -> Option<Disagreement> {
    let Some(lowered) = lower(&journey.yaml()).journey else {
        let question = "Can the text be read?".to_owned();
        return Some(Disagreement { question, naive: "yes".into(), program: "no".into() });
    };
    let map = Map::new(lowered, "random");
    let mut comparison = Comparison { naive: &Flow::of(journey), map: &map, found: None };
    comparison.all();
    comparison.found
}

/// One journey, read by both.
struct Comparison<'j> {
    naive: &'j Flow<'j>,
    map: &'j Map,
    found: Option<Disagreement>,
}

impl Comparison<'_> {
    fn same<A: PartialEq + Debug>(&mut self, question: impl FnOnce() -> String, naive: &A, program: &A) {
        if naive != program && self.found.is_none() {
            let (naive, program) = (format!("{naive:?}"), format!("{program:?}"));
            self.found = Some(Disagreement { question: question(), naive, program });
        }
    }

    fn all(&mut self) {
        let (naive, flow) = (self.naive, self.map.flow());
        let size = naive.closed.len();
        self.same(|| "How many touchpoints?".into(), &size, &self.map.touchpoints().len());
        self.graph("declared", &naive.declared, flow.declared());
        self.graph("open", &naive.open, flow.open());
        for number in 0..size {
            let index = TouchpointIndex(number);
            self.same(|| format!("Is t{number} closed?"), &naive.closed[number], &self.map.at(index).is_closed());
            let unreachable = flow.is_unreachable(index);
            self.same(|| format!("Is t{number} unreachable?"), &naive.is_unreachable(number), &unreachable);
            let lives_at = numbers(&flow.lives_at(index));
            self.same(|| format!("Where does t{number} live?"), &naive.lives_at(number), &lives_at);
        }
        for to in 0..size + 2 {
            let place = place(to, size);
            self.same(|| format!("Is {place:?} cut off?"), &naive.is_cut_off(to), &flow.is_cut_off(place));
            let bottlenecks = numbers(&flow.bottlenecks(place));
            self.same(|| format!("Which are the bottlenecks of {place:?}?"), &naive.bottlenecks(to), &bottlenecks);
            self.same(|| format!("How many ways to {place:?}?"), &naive.ways_to(to), &flow.ways_to(place));
        }
        let loops = flow.loops().iter().map(|found| (numbers(&found.members), numbers(&found.led_into))).collect();
        self.same(|| "Which loops are endless?".into(), &naive.loops(), &loops);
        self.same(|| "Which is the main way?".into(), &naive.main_way(), &flow.main_way().map(numbers));
        for way_in in &naive.open.ways_in {
            let share = (naive.share_to_end(*way_in), flow.share_to_end(TouchpointIndex(*way_in)));
            if !is_close(share.0, share.1) {
                self.same(|| format!("Which share gets from t{way_in} to `end`?"), &share.0, &share.1);
            }
        }
    }

    fn graph(&mut self, which: &str, naive: &walks::Graph, graph: &Graph) {
        let size = naive.ways.len();
        self.same(|| format!("Which are the {which} ways in?"), &naive.ways_in, &numbers(graph.ways_in()));
        for to in 0..size + 2 {
            let place = place(to, size);
            let reached = naive.reached().contains(&to);
            self.same(|| format!("Is {place:?} reached, {which}?"), &reached, &graph.is_reached(place));
        }
        for from in 0..size {
            let index = TouchpointIndex(from);
            // How redirection rounds a share is the program's; its effect shows in the main way and the share to `end`.
            let share = |share| if which == "declared" { share } else { None };
            let ways =
                naive.ways[from].iter().map(|way| (place(way.to, size), way.written, share(way.share))).collect();
            let program: Vec<_> = graph.ways(index).iter().map(|way| (way.to, way.written, share(way.share))).collect();
            self.same(|| format!("Which are the {which} ways of t{from}?"), &ways, &program);
            let onward = naive.onward(from);
            for to in 0..size + 2 {
                let place = place(to, size);
                let leads_to = graph.leads_to(index, place);
                self.same(|| format!("Does t{from} lead to {place:?}, {which}?"), &onward.contains(&to), &leads_to);
            }
        }
    }
}

fn place(number: usize, size: usize) -> Place {
    match number.checked_sub(size) {
        None => Place::Touchpoint(TouchpointIndex(number)),
        Some(0) => Place::End,
        Some(_) => Place::Lost,
    }
}

fn numbers(touchpoints: &[TouchpointIndex]) -> Vec<usize> {
    touchpoints.iter().map(|index| index.0).collect()
}

fn is_close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    }
}

/// Which of [`RICHNESS`] occurs in a journey.
fn features(journey: &Journey) -> Vec<&'static str> {
    let flow = Flow::of(journey);
    let size = journey.touchpoints.len();
    let (end, lost) = (size, size + 1);
    let each = || journey.touchpoints.iter().enumerate();
    let walls = || each().filter(|(number, _)| flow.closed[*number]);
    let replaced = || walls().filter(|(_, touchpoint)| !touchpoint.replaced_by.is_empty());
    let named = |touchpoint: &Touchpoint| touchpoint.replaced_by.iter().all(|name| matches!(name, Name::Touchpoint(_)));
    let shares: Vec<_> = flow.open.ways_in.iter().map(|way_in| flow.share_to_end(*way_in)).collect();
    let loops = flow.loops();
    let main_way = flow.main_way();
    let found = [
        walls().next().is_some(),
        walls().any(|(_, touchpoint)| touchpoint.status.is_none()),
        replaced().any(|(number, _)| flow.lives_at(number).len() == 1),
        replaced().any(|(number, _)| flow.lives_at(number).len() > 1),
        replaced().any(|(number, touchpoint)| named(touchpoint) && flow.lives_at(number).is_empty()),
        walls().any(|(number, touchpoint)| {
            touchpoint.optional && touchpoint.replaced_by.is_empty() && flow.declared.reached().contains(&number)
        }),
        flow.declared.ways_in.iter().any(|way_in| flow.closed[*way_in]),
        flow.open.ways_in.len() > 1,
        (0..size).any(|number| flow.is_unreachable(number)),
        (0..size).any(|number| flow.is_cut_off(number)),
        flow.is_cut_off(end),
        flow.is_cut_off(lost),
        flow.open.anywhere.contains(&true),
        !flow.bottlenecks(end).is_empty(),
        flow.bottlenecks(end).len() > 1,
        flow.ways_to(end) == 2,
        (0..size).any(|number| flow.ways_to(number) > 2),
        !loops.is_empty(),
        loops.iter().any(|(_, led_into)| !led_into.is_empty()),
        main_way.is_some_and(|way| way.windows(2).any(|pair| pair[1] != pair[0] + 1)),
        shares.iter().flatten().any(|share| (1.0..99.0).contains(share)),
        shares.contains(&None),
    ];
    RICHNESS.iter().zip(found).filter(|(_, found)| *found).map(|((feature, _), _)| *feature).collect()
}
