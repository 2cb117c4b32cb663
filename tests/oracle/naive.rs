//! The flow of a journey as slowly and plainly as the format defines it: by trying every walk.
//!
//! Written from the definitions alone; it shares nothing with the program but them.

use std::collections::BTreeSet;

use crate::random::{Journey, Name, Status, Target};
use crate::walks::{Graph, Way};

/// Everything the format says of the flow of one journey.
pub struct Flow<'j> {
    journey: &'j Journey,
    pub closed: Vec<bool>,
    pub declared: Graph,
    pub open: Graph,
}

/// Where customers end up who are sent somewhere.
#[derive(Default)]
struct Sent {
    to: Vec<End>,
    /// Something on the way names nothing.
    anywhere: bool,
}

struct End {
    place: usize,
    /// The part of them that the file says goes there.
    listed: Option<f64>,
    /// The same, with the shares of each touchpoint brought to 100%; unknown unless they make that.
    part: Option<f64>,
}

impl<'j> Flow<'j> {
    pub fn of(journey: &'j Journey) -> Self {
        let size = journey.touchpoints.len();
        let closed = (0..size).map(|number| is_closed(journey, number)).collect();
        let mut flow = Self { journey, closed, declared: Graph::new(size), open: Graph::new(size) };
        for number in 0..size {
            (flow.declared.ways[number], flow.declared.anywhere[number]) = flow.written(number);
            if number == 0 || journey.touchpoints[number].start {
                flow.declared.ways_in.push(number);
            }
        }
        flow.open_up();
        flow
    }

    fn size(&self) -> usize {
        self.closed.len()
    }

    /// The ways as the file has them, and whether one of them names nothing.
    fn written(&self, number: usize) -> (Vec<Way>, bool) {
        let following = number + 1;
        let Some(next) = &self.journey.touchpoints[number].next else {
            return (vec![Way { to: following, share: None, written: None }], false);
        };
        let ways = next.iter().enumerate().filter_map(|(at, way)| {
            let to = match way.to {
                Target::Next => following,
                Target::End => self.size(),
                Target::Lost => self.size() + 1,
                Target::Named(Name::Touchpoint(number)) => number,
                Target::Named(Name::Nobody | Name::Blank) => return None,
            };
            Some(Way { to, share: way.share, written: Some(at) })
        });
        let ways: Vec<_> = ways.collect();
        let anywhere = ways.len() < next.len() || next.is_empty();
        (ways, anywhere)
    }

    /// How customers divide over the ways of a touchpoint; `None` when the file does not say.
    fn parts(&self, number: usize) -> Option<Vec<f64>> {
        let ways = &self.declared.ways[number];
        if ways.len() == 1 && self.has_one_way(number) {
            return Some(vec![1.]);
        }
        let shares: Vec<f64> = ways.iter().filter_map(|way| way.share).collect();
        let sum: f64 = shares.iter().sum();
        let known = shares.len() == ways.len() && (99.0..=101.0).contains(&sum);
        known.then(|| shares.iter().map(|share| share / sum).collect())
    }

    fn open_up(&mut self) {
        for number in (0..self.size()).filter(|number| !self.closed[*number]) {
            self.open.anywhere[number] = self.declared.anywhere[number];
            for way in self.declared.ways[number].clone() {
                if !self.is_wall(way.to) {
                    self.open.ways[number].push(way);
                    continue;
                }
                let sent = self.send(way.to, &mut Vec::new());
                self.open.anywhere[number] |= sent.anywhere;
                for end in sent.to {
                    let outer = way.share.or(self.has_one_way(number).then_some(100.));
                    let share = outer.and_then(|outer| Some(outer * end.listed?));
                    self.open.ways[number].push(Way { to: end.place, share, ..way });
                }
            }
        }
        for way_in in self.declared.ways_in.clone() {
            let sent = self.send(way_in, &mut Vec::new());
            self.open.begins_anywhere |= sent.anywhere;
            for end in sent.to {
                if end.place < self.size() && !self.open.ways_in.contains(&end.place) {
                    self.open.ways_in.push(end.place);
                }
            }
        }
    }

    fn has_one_way(&self, number: usize) -> bool {
        self.journey.touchpoints[number].next.as_ref().is_none_or(|next| next.len() == 1)
    }

    fn is_wall(&self, place: usize) -> bool {
        self.closed.get(place) == Some(&true)
    }

    /// Where customers end up who are sent to that place. `passed`: the closed touchpoints that they come through.
    fn send(&self, place: usize, passed: &mut Vec<usize>) -> Sent {
        let mut sent = Sent::default();
        if !self.is_wall(place) {
            sent.to.push(End { place, listed: Some(1.), part: Some(1.) });
            return sent;
        }
        if passed.contains(&place) {
            return sent;
        }
        let touchpoint = &self.journey.touchpoints[place];
        if !touchpoint.replaced_by.is_empty() {
            let places = self.lives_at(place);
            sent.anywhere = self.is_replaced_by_nothing(place);
            let only = (places.len() == 1 && !sent.anywhere).then_some(1.);
            sent.to = places.into_iter().map(|place| End { place, listed: only, part: only }).collect();
        } else if touchpoint.optional {
            passed.push(place);
            let parts = self.parts(place);
            let ways = &self.declared.ways[place];
            sent.anywhere = self.declared.anywhere[place];
            for (at, way) in ways.iter().enumerate() {
                let listed = way.share.map(|share| share / 100.).or(self.has_one_way(place).then_some(1.));
                let part = parts.as_ref().map(|parts| parts[at]);
                let onward = self.send(way.to, passed);
                sent.anywhere |= onward.anywhere;
                sent.to.extend(onward.to.into_iter().map(|end| End {
                    place: end.place,
                    listed: listed.and_then(|listed| Some(listed * end.listed?)),
                    part: part.and_then(|part| Some(part * end.part?)),
                }));
            }
            passed.pop();
        }
        sent
    }

    /// The closed touchpoints that stand in for one another, beginning with that one, and the open ones behind them.
    fn stand_ins(&self, number: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut rest = vec![number];
        while let Some(place) = rest.pop() {
            if !found.contains(&place) {
                found.push(place);
                if self.is_wall(place) {
                    rest.extend(self.journey.touchpoints[place].replaced_by.iter().rev().filter_map(
                        |name| match name {
                            Name::Touchpoint(number) => Some(*number),
                            Name::Nobody | Name::Blank => None,
                        },
                    ));
                }
            }
        }
        found
    }

    fn is_replaced_by_nothing(&self, number: usize) -> bool {
        self.stand_ins(number).into_iter().filter(|place| self.is_wall(*place)).any(|place| {
            self.journey.touchpoints[place].replaced_by.iter().any(|name| !matches!(name, Name::Touchpoint(_)))
        })
    }

    pub fn lives_at(&self, number: usize) -> Vec<usize> {
        self.stand_ins(number).into_iter().filter(|place| !self.is_wall(*place)).collect()
    }

    pub fn is_unreachable(&self, number: usize) -> bool {
        let mut graph = Graph { ways_in: self.declared.ways_in.clone(), ..Graph::new(self.size()) };
        for at in 0..self.size() {
            graph.ways[at].clone_from(&self.declared.ways[at]);
            graph.anywhere[at] = self.declared.anywhere[at];
            for name in &self.journey.touchpoints[at].replaced_by {
                match name {
                    Name::Touchpoint(to) => graph.ways[at].push(Way { to: *to, share: None, written: None }),
                    Name::Nobody | Name::Blank => graph.anywhere[at] = true,
                }
            }
        }
        !graph.reached().contains(&number)
    }

    pub fn is_cut_off(&self, place: usize) -> bool {
        self.declared.reached().contains(&place) && !self.open.reached().contains(&place)
    }

    /// The touchpoints without which nobody gets there.
    pub fn bottlenecks(&self, to: usize) -> Vec<usize> {
        let ways_in = &self.open.ways_in;
        let Some(walk) = ways_in.iter().flat_map(|way_in| self.open.walks(*way_in, to)).next() else {
            return Vec::new();
        };
        let counts = |number: &usize| !ways_in.contains(number) && !self.journey.touchpoints[*number].optional;
        let needed = |number: &usize| !self.open.closure(ways_in, Some(*number)).contains(&to);
        if ways_in.contains(&to) { Vec::new() } else { walk.into_iter().filter(counts).filter(needed).collect() }
    }

    /// The greatest number of walks there that have nothing between in common.
    pub fn ways_to(&self, to: usize) -> usize {
        let starts = match self.bottlenecks(to).last() {
            Some(bottleneck) => vec![*bottleneck],
            None => self.open.ways_in.clone(),
        };
        // Only what lies between counts, so two walks through the same touchpoints are one. Those with nothing between
        // differ in their start.
        let mut walks = BTreeSet::new();
        for start in starts.iter().filter(|start| **start != to) {
            for walk in self.open.walks(*start, to) {
                let between: BTreeSet<_> = walk[1..].iter().copied().collect();
                // A walk through another start begins there.
                if starts.iter().all(|start| !between.contains(start)) {
                    walks.insert((between.is_empty().then_some(*start), between));
                }
            }
        }
        let walks: Vec<_> = walks.into_iter().map(|(_, between)| between).collect();
        usize::from(starts.contains(&to)) + most_disjoint(&walks, &BTreeSet::new())
    }

    pub fn main_way(&self) -> Option<Vec<usize>> {
        let starts = if self.size() == 0 { Vec::new() } else { self.send(0, &mut Vec::new()).to };
        let starts = starts.into_iter().map(|end| end.place).filter(|place| *place < self.size());
        starts.flat_map(|start| self.open.walks(start, self.size())).next()
    }

    /// Loops without a way out: all that can be reached from a member is the members.
    pub fn loops(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let onward: Vec<_> = (0..self.size()).map(|number| self.declared.onward(number)).collect();
        let is_endless = |number: usize| {
            let exits = onward[number].iter().any(|place| *place >= self.size());
            !exits && onward[number].iter().all(|place| onward[*place].contains(&number))
        };
        let loops: BTreeSet<_> = (0..self.size()).filter(|number| is_endless(*number)).map(|at| &onward[at]).collect();
        let only = |number: &usize, members: &BTreeSet<usize>| {
            let mut ends = onward[*number].iter().filter(|place| **place >= self.size() || is_endless(**place));
            !members.contains(number) && ends.all(|end| members.contains(end))
        };
        let led_into = |members: &BTreeSet<usize>| (0..self.size()).filter(|number| only(number, members)).collect();
        loops.iter().map(|members| (members.iter().copied().collect(), led_into(members))).collect()
    }

    /// How many of a hundred customers who begin there get to `end`: a system of linear equations, one for each
    /// touchpoint from which `end` can be reached.
    pub fn share_to_end(&self, way_in: usize) -> Option<f64> {
        let reached = self.open.closure(&[way_in], None);
        let mut chance = vec![vec![0.; self.size() + 2]; self.size()];
        for number in reached.into_iter().filter(|place| *place < self.size()) {
            let parts = self.parts(number).filter(|_| !self.open.anywhere[number])?;
            for (way, part) in self.declared.ways[number].iter().zip(parts) {
                let sent = self.send(way.to, &mut Vec::new());
                for end in sent.to {
                    chance[number][end.place] += part * end.part?;
                }
            }
        }
        Some(100. * arrival(&chance)[way_in])
    }
}

/// The effective status: as written, else unavailable when all its channels are.
fn is_closed(journey: &Journey, number: usize) -> bool {
    let touchpoint = &journey.touchpoints[number];
    let channels = &touchpoint.channels;
    match touchpoint.status {
        Some(status) => status == Status::Unavailable,
        None => !channels.is_empty() && channels.iter().all(|at| journey.channels[*at] == Status::Unavailable),
    }
}

/// Tries every set of walks that share nothing with each other nor with `taken`.
fn most_disjoint(walks: &[BTreeSet<usize>], taken: &BTreeSet<usize>) -> usize {
    let Some((first, rest)) = walks.split_first() else { return 0 };
    let without = most_disjoint(rest, taken);
    if first.is_disjoint(taken) { without.max(1 + most_disjoint(rest, &(first | taken))) } else { without }
}

/// The chance of each touchpoint's customers to arrive at the first place behind the touchpoints, by elimination.
fn arrival(chance: &[Vec<f64>]) -> Vec<f64> {
    let size = chance.len();
    let mut arrives = vec![false; size];
    for _ in 0..size {
        for from in 0..size {
            arrives[from] |= chance[from][size] > 0. || (0..size).any(|to| chance[from][to] > 0. && arrives[to]);
        }
    }
    // x[from] − Σ chance[from][to] · x[to] = chance[from][end]; who cannot arrive has x = 0.
    let mut rows: Vec<Vec<f64>> = (0..size)
        .map(|from| {
            let row = (0..=size).map(|to| match (arrives[from], to == size) {
                (false, _) => f64::from(u8::from(to == from)),
                (true, true) => chance[from][size],
                (true, false) => f64::from(u8::from(to == from)) - chance[from][to],
            });
            row.collect()
        })
        .collect();
    for column in 0..size {
        let pivot = (column..size).max_by(|a, b| rows[*a][column].abs().total_cmp(&rows[*b][column].abs()));
        rows.swap(column, pivot.unwrap_or(column));
        let pivot = rows[column].clone();
        for other in (0..size).filter(|other| *other != column) {
            let factor = rows[other][column] / pivot[column];
            rows[other].iter_mut().zip(&pivot).for_each(|(value, of_pivot)| *value -= factor * of_pivot);
        }
    }
    (0..size).map(|at| rows[at][size] / rows[at][at]).collect()
}
