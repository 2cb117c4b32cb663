//! Graphs of ways, and all that follows from trying every walk. A place is a number: a touchpoint's own, then `end`,
//! then `lost`.

use std::collections::BTreeSet;

/// One graph of ways.
#[derive(Debug, Default)]
pub struct Graph {
    pub ways_in: Vec<usize>,
    /// Whether a way in leads anywhere.
    pub begins_anywhere: bool,
    pub ways: Vec<Vec<Way>>,
    /// Which touchpoints lead anywhere, because something they name is not there.
    pub anywhere: Vec<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    pub to: usize,
    /// In percent.
    pub share: Option<f64>,
    /// Which of the touchpoint's `next` it comes from.
    pub written: Option<usize>,
}

impl Graph {
    pub fn new(size: usize) -> Self {
        Self { ways: vec![Vec::new(); size], anywhere: vec![false; size], ..Self::default() }
    }

    /// All places on walks from `from`, itself included, that do not touch `without`.
    pub fn closure(&self, from: &[usize], without: Option<usize>) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut rest = from.to_vec();
        while let Some(place) = rest.pop() {
            if Some(place) != without && found.insert(place) && place < self.ways.len() {
                rest.extend(self.ways[place].iter().map(|way| way.to));
            }
        }
        found
    }

    /// The same with everything, once a touchpoint that leads anywhere is among them.
    fn anywhere_closure(&self, from: &[usize]) -> BTreeSet<usize> {
        let found = self.closure(from, None);
        let is_anywhere = found.iter().any(|place| self.anywhere.get(*place) == Some(&true));
        if is_anywhere { (0..self.ways.len() + 2).collect() } else { found }
    }

    /// Where customers get who begin the journey.
    pub fn reached(&self) -> BTreeSet<usize> {
        if self.begins_anywhere { (0..self.ways.len() + 2).collect() } else { self.anywhere_closure(&self.ways_in) }
    }

    /// Where customers get from there in one step or more.
    pub fn onward(&self, from: usize) -> BTreeSet<usize> {
        if self.anywhere[from] {
            return (0..self.ways.len() + 2).collect();
        }
        let next: Vec<_> = self.ways[from].iter().map(|way| way.to).collect();
        self.anywhere_closure(&next)
    }

    /// Every walk from one place to another that passes no touchpoint twice, without its last place; ways with the
    /// greatest known share first.
    pub fn walks(&self, from: usize, to: usize) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        self.extend_walk(&mut Vec::new(), from, to, &mut found);
        found
    }

    fn extend_walk(&self, walk: &mut Vec<usize>, at: usize, to: usize, found: &mut Vec<Vec<usize>>) {
        if at == to {
            found.push(walk.clone());
        } else if at < self.ways.len() && !walk.contains(&at) {
            walk.push(at);
            let mut ways = self.ways[at].clone();
            ways.sort_by(|a, b| b.share.unwrap_or(-1.).total_cmp(&a.share.unwrap_or(-1.)));
            for way in ways {
                self.extend_walk(walk, way.to, to, found);
            }
            walk.pop();
        }
    }
}
