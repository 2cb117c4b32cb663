//! What is to be kept in sight besides the changes: friction that nothing is done about, and who does what by when.

use std::collections::{HashMap, HashSet};

use super::story::List;
use crate::diff::delta::Sides;
use crate::diff::inventory::{FrictionItem, SolutionItem};
use crate::diff::phrases::capital;
use crate::diff::unsolved::unsolved;
use crate::graph::Address;
use crate::model::{Date, Severity, SolutionStatus, State};

/// How many lines a list has; more are only counted.
const MOST: usize = 20;

/// The lists of the section about solutions.
pub(super) fn lists(sides: &Sides<'_>) -> Vec<List> {
    let [new, known] = unanswered(sides);
    [new, known, agenda(sides)].into_iter().filter(|list| !list.lines.is_empty()).collect()
}

/// Friction of the after side that has no solution: what is new, and of what was known the worst.
fn unanswered(sides: &Sides<'_>) -> [List; 2] {
    let tongue = sides.tongue;
    let added: HashSet<&Address> =
        sides.matching.friction.added().filter_map(|at| Some(&sides.after.friction.get(at)?.address)).collect();
    let (new, known): (Vec<_>, Vec<_>) =
        unsolved(&sides.after).into_iter().partition(|friction| added.contains(&friction.address));
    let (severe, slight): (Vec<_>, Vec<_>) =
        known.into_iter().partition(|friction| friction.body.severity() >= Severity::High);
    let told = |friction: &FrictionItem<'_>| {
        let title = tongue.quote(friction.title());
        let place = sides.after.site_title(friction.site).map(|place| tongue.at(&tongue.quote(place)));
        let title = place.map_or_else(|| title.clone(), |place| format!("{title} {place}"));
        tongue.with_severity(&title, &tongue.told_severity(friction.body.severity()))
    };
    let list = |heading: String, friction: &[&FrictionItem<'_>], slight: usize| {
        let mut lines: Vec<_> = friction.iter().take(MOST).map(|friction| told(friction)).collect();
        if friction.len() > lines.len() {
            lines.push(tongue.and_more(friction.len() - lines.len()));
        }
        if slight > 0 {
            lines.push(tongue.of_less_weight(slight));
        }
        List { heading, lines }
    };
    [list(tongue.no_solution_for_new(), &new, 0), list(tongue.no_solution_for_known(), &severe, slight.len())]
}

/// The solutions that are still to come, those of one team together, the earliest first.
fn agenda(sides: &Sides<'_>) -> List {
    let tongue = sides.tongue;
    let open = sides.after.solutions.iter().filter(|solution| is_to_come(solution));
    let mut open: Vec<_> = open.map(|solution| (owner(sides, solution), due(solution), solution)).collect();
    // What has no day comes last.
    let day = |due: Option<Date>| (due.is_none(), due);
    let mut firsts: HashMap<Option<String>, (bool, Option<Date>)> = HashMap::new();
    for (owner, due, _) in &open {
        let first = firsts.entry(owner.clone()).or_insert(day(*due));
        *first = day(*due).min(*first);
    }
    open.sort_by_cached_key(|(owner, due, _)| (firsts.get(owner).copied(), owner.clone(), day(*due)));
    let told = |(owner, due, solution): &(Option<String>, Option<Date>, &SolutionItem)| {
        let owner = owner.clone().unwrap_or_else(|| capital(&tongue.no_owner()));
        let day = due.map(|due| tongue.due(&tongue.date(due))).unwrap_or_default();
        let late = if is_overdue(sides, solution) { tongue.overdue() } else { String::new() };
        let status = tongue.progress(solution.body.status());
        tongue.agenda_line(&owner, &tongue.quote(solution.title()), &format!("{status}{day}{late}"))
    };
    let mut lines: Vec<_> = open.iter().take(MOST).map(told).collect();
    if open.len() > lines.len() {
        lines.push(tongue.and_more(open.len() - lines.len()));
    }
    List { heading: tongue.agenda(), lines }
}

fn is_to_come(solution: &SolutionItem) -> bool {
    !matches!(solution.body.status(), SolutionStatus::Done | SolutionStatus::Dropped)
}

fn due(solution: &SolutionItem) -> Option<Date> {
    solution.body.due.map(|due| due.value)
}

/// Whether its day has passed. What a map shows as it was is history.
pub(super) fn is_overdue(sides: &Sides<'_>, solution: &SolutionItem) -> bool {
    let is_history = sides.after.map.journey().state() == State::Past;
    let has_passed = due(solution).zip(sides.today).is_some_and(|(due, today)| due.0 < today);
    has_passed && is_to_come(solution) && !is_history
}

/// Who answers for a solution: somebody by name, or the team of the place where it stands.
fn owner(sides: &Sides<'_>, solution: &SolutionItem) -> Option<String> {
    let of_place = || solution.sites.iter().find_map(|&site| sides.after.owner(site));
    solution.body.owner.as_ref().or_else(of_place).map(|owner| owner.value.clone())
}
