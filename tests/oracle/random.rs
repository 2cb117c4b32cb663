//! Small random journeys, the text of the file that says them, and simpler ones to find out what a failure hangs on.

use std::fmt::Write as _;

/// How many touchpoints a journey has at most.
const MOST: usize = 7;

/// As much of a journey as the flow depends on.
#[derive(Debug, Clone, Default)]
pub struct Journey {
    pub channels: Vec<Status>,
    pub touchpoints: Vec<Touchpoint>,
}

#[derive(Debug, Clone, Default)]
pub struct Touchpoint {
    /// How many phases begin before it; all but the last of them are empty.
    pub phases: usize,
    pub status: Option<Status>,
    /// Numbers of channels.
    pub channels: Vec<usize>,
    pub optional: bool,
    pub start: bool,
    pub replaced_by: Vec<Name>,
    pub next: Option<Vec<Way>>,
}

#[derive(Debug, Clone)]
pub struct Way {
    pub to: Target,
    pub when: Option<usize>,
    /// In percent.
    pub share: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    Next,
    End,
    Lost,
    Named(Name),
}

/// What stands where the id of a touchpoint belongs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Name {
    Touchpoint(usize),
    /// An id that no touchpoint has.
    Nobody,
    /// Nothing, where something has to stand.
    Blank,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Status {
    Available,
    Limited,
    Unavailable,
}

/// Random numbers, the same in every run: xorshift64* (Vigna 2016).
pub struct Random(pub u64);

impl Random {
    /// A number below `bound`.
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).unwrap_or_default() % bound
    }

    /// True in so many cases of a hundred.
    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// What most touchpoints of one journey have in common: without it all journeys are alike.
struct Habits {
    closed: usize,
    optional: usize,
    branching: usize,
    shared: usize,
    slips: usize,
}

impl Journey {
    pub fn random(random: &mut Random) -> Self {
        let count = [0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, MOST, MOST, MOST, MOST, MOST, MOST, MOST][random.below(20)];
        let habits = Habits {
            closed: [0, 8, 20, 40][random.below(4)],
            optional: [0, 20, 60][random.below(3)],
            branching: [15, 40, 70, 90][random.below(4)],
            shared: [0, 90, 100, 100][random.below(4)],
            slips: [0, 0, 0, 0, 10][random.below(5)],
        };
        let channels = (0..random.below(4)).map(|_| status(random)).collect();
        let mut journey = Self { channels, touchpoints: Vec::new() };
        for _ in 0..count {
            let touchpoint = journey.touchpoint(count, &habits, random);
            journey.touchpoints.push(touchpoint);
        }
        journey
    }

    fn touchpoint(&self, count: usize, habits: &Habits, random: &mut Random) -> Touchpoint {
        let written = if random.chance(habits.closed) { Some(Status::Unavailable) } else { None };
        let mut channels = Vec::new();
        if !self.channels.is_empty() && random.chance(20) {
            channels = (0..=random.below(2)).map(|_| random.below(self.channels.len())).collect();
            channels.dedup();
        }
        let mut replaced_by = Vec::new();
        if random.chance(if written.is_some() { 45 } else { 10 }) {
            for _ in 0..=random.below(3) {
                replaced_by.push(name(count, habits.slips, random));
            }
            replaced_by.dedup();
        }
        Touchpoint {
            phases: [0, 0, 0, 0, 1, 1, 2, 3][random.below(8)],
            status: written.or_else(|| random.chance(10).then(|| status(random))),
            channels,
            optional: random.chance(habits.optional),
            start: random.chance(6),
            replaced_by,
            next: random.chance(habits.branching).then(|| next(count, habits, random)),
        }
    }

    /// The text of the journey file.
    pub fn yaml(&self) -> String {
        let mut text = String::from("cxmap: 1\ntitle: Random\n");
        if !self.channels.is_empty() {
            text.push_str("channels:\n");
        }
        for (number, status) in self.channels.iter().enumerate() {
            let _ = match status {
                Status::Available => writeln!(text, "  c{number}: Channel"),
                status => writeln!(text, "  c{number}:\n    status: {}", status.word()),
            };
        }
        text.push_str("phases:\n");
        let mut phases = 0;
        let mut begin = |text: &mut String| {
            phases += 1;
            let _ = writeln!(text, "  - title: Phase {phases}");
        };
        if self.touchpoints.is_empty() {
            begin(&mut text);
        }
        for (number, touchpoint) in self.touchpoints.iter().enumerate() {
            let new = touchpoint.phases.max(usize::from(number == 0));
            for _ in 0..new {
                begin(&mut text);
            }
            if new > 0 {
                text.push_str("    touchpoints:\n");
            }
            for (line, field) in touchpoint.lines(number).into_iter().enumerate() {
                let _ = writeln!(text, "      {} {field}", if line == 0 { "-" } else { " " });
            }
        }
        text
    }
}

impl Status {
    fn word(self) -> &'static str {
        match self {
            Self::Available => "available",
            Self::Limited => "limited",
            Self::Unavailable => "unavailable",
        }
    }
}

impl Name {
    /// Every second touchpoint is called by its title: the id is the slug of it.
    fn word(self) -> String {
        match self {
            Self::Touchpoint(number) if number % 2 == 0 => format!("t{number}"),
            Self::Touchpoint(number) => format!("T{number}"),
            Self::Nobody => "nobody".into(),
            Self::Blank => String::new(),
        }
    }
}

impl Touchpoint {
    /// The lines of its mapping.
    fn lines(&self, number: usize) -> Vec<String> {
        let mut lines = vec![format!("id: t{number}"), format!("title: T{number}")];
        if let Some(status) = self.status {
            lines.push(format!("status: {}", status.word()));
        }
        if !self.channels.is_empty() {
            let channels: Vec<_> = self.channels.iter().map(|channel| format!("c{channel}")).collect();
            lines.push(format!("channel: [{}]", channels.join(", ")));
        }
        for (flag, name) in [(self.optional, "optional"), (self.start, "start")] {
            if flag {
                lines.push(format!("{name}: true"));
            }
        }
        match self.replaced_by.as_slice() {
            [] => {}
            [name] if *name != Name::Blank => lines.push(format!("replaced_by: {}", name.word())),
            names => {
                lines.push("replaced_by:".into());
                lines.extend(names.iter().map(|name| format!("  - {}", name.word())));
            }
        }
        match self.next.as_deref() {
            None => {}
            Some([]) => lines.push("next: []".into()),
            Some([Way { to, when: None, share: None }]) if *to != Target::Named(Name::Blank) => {
                lines.push(format!("next: {}", to.word()));
            }
            Some(ways) => {
                lines.push("next:".into());
                lines.extend(ways.iter().map(|way| format!("  - {}", way.mapping())));
            }
        }
        lines
    }
}

impl Target {
    fn word(self) -> String {
        match self {
            Self::Next => "next".into(),
            Self::End => "end".into(),
            Self::Lost => "lost".into(),
            Self::Named(name) => name.word(),
        }
    }
}

impl Way {
    fn mapping(&self) -> String {
        let to = self.to.word();
        let mut fields = Vec::new();
        if !to.is_empty() {
            fields.push(format!("to: {to}"));
        }
        fields.extend(self.when.map(|when| format!("when: case {when}")));
        fields.extend(self.share.map(|share| format!("share: {share}%")));
        format!("{{{}}}", fields.join(", "))
    }
}

fn status(random: &mut Random) -> Status {
    [Status::Available, Status::Limited, Status::Limited, Status::Unavailable, Status::Unavailable][random.below(5)]
}

fn name(count: usize, slips: usize, random: &mut Random) -> Name {
    match random.chance(slips) {
        true if random.chance(60) => Name::Nobody,
        true => Name::Blank,
        false => Name::Touchpoint(random.below(count)),
    }
}

fn next(count: usize, habits: &Habits, random: &mut Random) -> Vec<Way> {
    if random.chance(habits.slips / 3) {
        return Vec::new();
    }
    let several = 1 + random.below(4).min(3).saturating_sub(usize::from(random.chance(30)));
    let mut ways: Vec<Way> = Vec::new();
    for number in 0..several {
        let to = match random.below(100) {
            0..30 => Target::Next,
            30..44 => Target::End,
            44..51 => Target::Lost,
            _ => Target::Named(name(count, habits.slips, random)),
        };
        let must = to == Target::Named(Name::Blank) || ways.iter().any(|way| way.to == to);
        ways.push(Way { to, when: (must || random.chance(30)).then_some(number), share: None });
    }
    if random.chance(habits.shared) && (ways.len() > 1 || random.chance(20)) {
        share(&mut ways, random);
    }
    ways
}

/// Gives all ways shares that sum to about 100%, and now and then to something that they must not.
fn share(ways: &mut [Way], random: &mut Random) {
    const TOTALS: [f64; 12] = [100., 100., 100., 100., 100., 100., 100., 99.5, 101., 99., 98., 102.];
    let mut rest = TOTALS[random.below(TOTALS.len())];
    let last = ways.len() - 1;
    for way in &mut ways[..last] {
        let share = if random.chance(4) { 0. } else { (rest * [0.1, 0.3, 0.5, 0.55, 0.8][random.below(5)]).round() };
        way.share = Some(share);
        rest -= share;
    }
    let forgotten = last > 0 && random.chance(3);
    ways[last].share = (!forgotten).then_some(if last == 0 { 60. } else { rest.min(100.) });
}

impl Journey {
    /// Every journey that has one thing less.
    pub fn simpler(&self) -> Vec<Self> {
        let mut all: Vec<Self> = (0..self.touchpoints.len()).map(|number| self.without(number)).collect();
        if self.touchpoints.iter().all(|touchpoint| touchpoint.channels.is_empty()) && !self.channels.is_empty() {
            all.push(Self { channels: Vec::new(), ..self.clone() });
        }
        for (number, touchpoint) in self.touchpoints.iter().enumerate() {
            for simpler in touchpoint.simpler() {
                let mut journey = self.clone();
                journey.touchpoints[number] = simpler;
                all.push(journey);
            }
        }
        all
    }

    /// Without that touchpoint and all that names it.
    fn without(&self, gone: usize) -> Self {
        let kept = |name: Name| match name {
            Name::Touchpoint(number) if number == gone => None,
            Name::Touchpoint(number) if number > gone => Some(Name::Touchpoint(number - 1)),
            name => Some(name),
        };
        let mut journey = self.clone();
        journey.touchpoints.remove(gone);
        for touchpoint in &mut journey.touchpoints {
            touchpoint.replaced_by = touchpoint.replaced_by.iter().filter_map(|name| kept(*name)).collect();
            let Some(ways) = &mut touchpoint.next else { continue };
            if ways.is_empty() {
                continue;
            }
            ways.retain_mut(|way| match way.to {
                Target::Named(name) => kept(name).map(|name| way.to = Target::Named(name)).is_some(),
                _ => true,
            });
            if ways.is_empty() {
                touchpoint.next = None;
            }
        }
        journey
    }
}

impl Touchpoint {
    fn simpler(&self) -> Vec<Self> {
        let mut all = Vec::new();
        let mut change = |wanted: bool, change: &dyn Fn(&mut Self)| {
            if wanted {
                let mut simpler = self.clone();
                change(&mut simpler);
                all.push(simpler);
            }
        };
        change(self.next.is_some(), &|this| this.next = None);
        change(self.status.is_some(), &|this| this.status = None);
        change(!self.channels.is_empty(), &|this| this.channels.clear());
        change(self.optional, &|this| this.optional = false);
        change(self.start, &|this| this.start = false);
        change(self.phases > 0, &|this| this.phases = 0);
        for at in 0..self.replaced_by.len() {
            change(true, &|this| {
                this.replaced_by.remove(at);
            });
        }
        let ways = self.next.as_deref().unwrap_or_default();
        let edit = |this: &mut Self, edit: &dyn Fn(&mut Vec<Way>)| this.next.iter_mut().for_each(edit);
        change(ways.iter().any(|way| way.share.is_some()), &|this| {
            edit(this, &|ways| ways.iter_mut().for_each(|way| way.share = None));
        });
        for (at, way) in ways.iter().enumerate() {
            change(ways.len() > 1, &|this| edit(this, &|ways| *ways = [&ways[..at], &ways[at + 1..]].concat()));
            let needed = way.to == Target::Named(Name::Blank) || way.when.is_none();
            change(!needed, &|this| edit(this, &|ways| ways[at].when = None));
        }
        all
    }
}
