//! From a map to a scene: what stands where.

mod cards;
mod curve;
mod detail;
mod friction;
mod grid;
mod head;
mod lane;
mod marks;
mod measures;
mod merge;
mod people;
mod phases;
mod promises;
mod routes;
mod rows;
mod smooth;
mod solutions;
mod stack;
mod ways;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::Facts;
use crate::graph::{Address, Map, PhaseRef, TouchpointIndex};
use crate::model::{Date, FrictionStatus, Promise, Severity, Solution, SolutionStatus, State};

use super::content;
use super::labels::{Label, Tongue};
use super::overlay::Overlay;
use super::scene::{Band, Lane, NodeState, Scene};
use super::typeset::Typesetter;
use grid::{Grid, MARGIN, Row};
use merge::Section;
use ways::Arcs;

pub use grid::Wrap;
pub(super) use head::{KeyFigure, key_figures};
pub(super) use measures::{metric, reaches_target};
pub(super) use merge::{Pair, sections};
pub(super) use promises::by_place as promises_by_place;
pub(super) use solutions::with_ids as solutions_with_ids;

/// What of a map is drawn, and how it is laid out.
#[derive(Debug, Clone, Default)]
pub struct PictureOptions {
    /// The language of labels; by default that of the map.
    pub tongue: Option<Tongue>,
    /// When the picture is broken over several rows.
    pub wrap: Wrap,
    /// The ids of the phases to draw; all, if there are none.
    pub phases: Vec<String>,
    /// The lanes to draw besides head and phases; all, if there are none.
    pub lanes: Vec<Lane>,
    /// A name to put into the head, such as the organisation's.
    pub logo: Option<String>,
    /// The day of looking: what should be done by then and is not is marked. Without it nothing is, so that the same map
    /// gives the same picture every day.
    pub today: Option<Date>,
}

impl PictureOptions {
    /// Whether a solution should be done by now and is not. A map of the past asks for nothing.
    pub(super) fn is_overdue(&self, map: &Map, solution: &Solution) -> bool {
        let is_open =
            matches!(solution.status(), SolutionStatus::Idea | SolutionStatus::Planned | SolutionStatus::InProgress);
        let is_past = solution.due.is_some_and(|due| self.today.is_some_and(|today| due.value.0 < today.0));
        is_open && is_past && map.journey().state() != State::Past
    }

    /// Whether a phase is drawn.
    pub(super) fn shows(&self, phase: PhaseRef<'_>) -> bool {
        self.phases.is_empty() || self.phases.iter().any(|id| id == phase.id())
    }
}

/// What every part of the layout needs to know.
struct Plan<'m> {
    map: &'m Map,
    options: &'m PictureOptions,
    facts: Facts,
    /// Where customers have it best and worst, wherever they go.
    best: Option<TouchpointIndex>,
    worst: Option<TouchpointIndex>,
    tongue: Tongue,
    typesetter: Typesetter,
    /// Grave friction that nothing is done about.
    unsolved: BTreeSet<Address>,
    /// The solutions with a written id, each with all that is said of it.
    solutions: BTreeMap<String, Solution>,
    /// The promises that are kept elsewhere than where they are made, by where that is.
    kept_at: BTreeMap<TouchpointIndex, Vec<(Address, &'m Promise)>>,
    grid: Grid<'m>,
    /// What is shown of how the journey was, if something is.
    overlay: Option<&'m Overlay<'m>>,
    /// The same of the map before; it has no columns of its own.
    before: Option<Box<Plan<'m>>>,
}

/// Between two lanes.
const BETWEEN_LANES: f64 = 8.0;
/// Between two rows of phases.
const BETWEEN_ROWS: f64 = 40.0;

/// The picture of a map.
#[must_use]
pub fn scene(map: &Map, options: &PictureOptions) -> Scene {
    draw(map, options, None)
}

/// The picture of a map with what changed in it.
#[must_use]
pub fn compared(map: &Map, options: &PictureOptions, overlay: &Overlay<'_>) -> Scene {
    draw(map, options, Some(overlay))
}

fn draw<'m>(map: &'m Map, options: &'m PictureOptions, overlay: Option<&'m Overlay<'m>>) -> Scene {
    let is_shown = |section: &Section<'_>| {
        let phase = section.phase.now.or(section.phase.before);
        options.phases.is_empty() || phase.is_some_and(|phase| options.shows(phase))
    };
    let sections = merge::sections(map, overlay).into_iter().filter(is_shown).collect();
    let tongue = options.tongue.unwrap_or_else(|| Tongue::of(&map.journey().language().primary()));
    let mut plan = Plan::of(map, options, tongue);
    plan.grid = Grid::of(sections, options.wrap);
    plan.overlay = overlay;
    plan.before = overlay.map(|overlay| Box::new(Plan::of(overlay.before, options, tongue)));
    let mut bands = vec![head::head(&plan)];
    let mut y = place(&mut bands, 0.0, MARGIN);
    for (index, mut lanes) in plan.rows().enumerate() {
        y = place(&mut lanes, BETWEEN_LANES, y + if index == 0 { 20.0 } else { BETWEEN_ROWS });
        bands.extend(lanes);
    }
    Scene {
        width: plan.grid.width,
        height: y + MARGIN,
        title: plan.title(),
        description: plan.description(),
        language: map.journey().language().to_string(),
        bands,
    }
}

/// Puts bands below each other, beginning there; gives where the last ends.
fn place(bands: &mut [Band], gap: f64, top: f64) -> f64 {
    let mut y = top;
    for band in bands.iter_mut() {
        if band.lane == Lane::Touchpoints && y > top {
            y -= gap;
        }
        band.lower(y);
        y = band.bounds.bottom() + gap;
    }
    y - gap
}

impl<'m> Plan<'m> {
    fn of(map: &'m Map, options: &'m PictureOptions, tongue: Tongue) -> Self {
        let facts = Facts::of(map);
        let [best, worst] = curve::best_and_worst(map, &facts);
        let grave = facts.open_friction.iter().filter(|open| open.severity >= Severity::High);
        let unsolved = grave.flat_map(|open| open.without_solution.iter().cloned()).collect();
        Self {
            map,
            options,
            unsolved,
            facts,
            best,
            worst,
            tongue,
            typesetter: Typesetter::new(),
            solutions: solutions::with_ids(map),
            kept_at: promises::by_place(map),
            grid: Grid::default(),
            overlay: None,
            before: None,
        }
    }

    /// The lanes of each row, made as they are asked for. Of what changed, a picture shows what a meeting asks for and the
    /// lanes in which something is otherwise: those are known when all rows are.
    fn rows(&self) -> Box<dyn Iterator<Item = Vec<Band>> + '_> {
        let rows = self.grid.rows.iter().map(|row| self.lanes(row));
        if self.overlay.is_none() || !self.options.lanes.is_empty() {
            return Box::new(rows);
        }
        let tells = |band: &&Band| match band.lane {
            Lane::Phases | Lane::Ways | Lane::Touchpoints | Lane::Curve | Lane::Friction | Lane::Solutions => true,
            _ => band.nodes.iter().any(|node| node.state != NodeState::Plain),
        };
        let mut rows: Vec<_> = rows.collect();
        let telling: BTreeSet<_> = rows.iter().flatten().filter(tells).map(|band| band.lane).collect();
        for lanes in &mut rows {
            lanes.retain(|band| telling.contains(&band.lane));
        }
        Box::new(rows.into_iter())
    }

    fn lanes(&self, row: &Row<'_>) -> Vec<Band> {
        let is_wanted = |lane| self.options.lanes.is_empty() || self.options.lanes.contains(&lane);
        let arcs = Arcs::of(self, row);
        let mut bands = vec![phases::phases(self, row)];
        for &lane in Lane::ALL.iter().filter(|lane| is_wanted(**lane)) {
            bands.extend(match lane {
                Lane::Ways => ways::ways(self, row, &arcs),
                Lane::Touchpoints => Some(cards::touchpoints(self, row, &arcs)),
                _ => self.lane(row, lane),
            });
        }
        bands
    }

    fn lane(&self, row: &Row<'_>, lane: Lane) -> Option<Band> {
        let cells: &dyn lane::Cells = match lane {
            Lane::Head | Lane::Phases | Lane::Ways | Lane::Touchpoints => return None,
            Lane::Curve => return curve::curve(self, row),
            Lane::Backstage => return people::backstage(self, row),
            Lane::Needs => &phases::Needs,
            Lane::Words => &words::Words,
            Lane::Friction => &friction::Friction,
            Lane::Solutions => &solutions::Solutions,
            Lane::Promises => &promises::Promises,
            Lane::Employee => &people::Employees,
            Lane::Frontstage => &people::Frontstage,
            Lane::Measures => &measures::Measures,
            Lane::Feedback => &measures::FeedbackLoops,
        };
        lane::lane(self, row, lane, cells)
    }

    fn label(&self, label: Label) -> &'static str {
        self.tongue.label(label)
    }

    fn title(&self) -> String {
        let title = content::title(self.map);
        self.overlay.map_or_else(
            || title.to_owned(),
            |overlay| {
                let [before, after] = &overlay.names;
                format!("{title}: {before} → {after}")
            },
        )
    }

    /// The picture in a few sentences.
    fn description(&self) -> String {
        let journey = self.map.journey();
        let touchpoints = || self.map.touchpoints();
        let phases: Vec<_> = self.map.phases().map(PhaseRef::title).collect();
        let moments = touchpoints().filter(|touchpoint| touchpoint.body().moment_of_truth.is_some()).count();
        let friction = self.map.phases().flat_map(|phase| phase.body().friction_points.iter());
        let friction = friction.chain(touchpoints().flat_map(|touchpoint| touchpoint.body().friction_points.iter()));
        let friction = friction.filter(|point| point.status() != FrictionStatus::Resolved).count();
        let persona = journey.persona.as_ref().and_then(|persona| persona.name.as_ref());
        let said = |label, what: String| format!("{}.", self.tongue.named(self.label(label), &what));
        let sentences = [
            Some(said(Label::DescribedAs, content::title(self.map).to_owned())),
            persona.map(|persona| said(Label::Persona, persona.to_string())),
            Some(format!("{}.", self.tongue.state(journey.state()))),
            Some(said(Label::Phases, phases.join(", "))),
            Some(said(Label::Touchpoints, touchpoints().len().to_string())),
            Some(said(Label::MomentsOfTruth, moments.to_string())),
            Some(said(Label::Friction, friction.to_string())),
            self.overlay.map(|overlay| overlay.gist.clone()),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl Band {
    pub(super) fn lower(&mut self, by: f64) {
        self.bounds.y += by;
        self.shapes.iter_mut().for_each(|shape| shape.lower(by));
        self.nodes.iter_mut().for_each(|node| node.lower(by));
    }
}
