//! What is done about it, apart from the effect: a crisis is not made better by the answer to it.

use std::collections::HashSet;

use super::Told;
use crate::diff::report::lists::is_overdue;
use crate::diff::{Impact, Kind};
use crate::model::SolutionStatus;

impl Told<'_, '_> {
    /// The solutions that came, went and should be there by now.
    pub(super) fn answer(&self) -> Option<String> {
        let tongue = self.tongue;
        let added: HashSet<_> = self.of(Kind::SolutionAdded).into_iter().map(|change| &change.address).collect();
        let added = self.sides.after.solutions.iter().filter(|solution| added.contains(&solution.address));
        let is_felt = |status| matches!(status, SolutionStatus::InProgress | SolutionStatus::Done);
        let (felt, meant): (Vec<_>, Vec<_>) = added.partition(|solution| is_felt(solution.body.status()));
        let overdue = self.sides.after.solutions.iter().filter(|solution| is_overdue(self.sides, solution)).count();
        let clause = |count: usize, told: &dyn Fn(usize) -> String| (count > 0).then(|| told(count));
        let told = self.joined([
            clause(felt.len(), &|count| tongue.answer_felt(count)),
            clause(meant.len(), &|count| tongue.answer_meant(count)),
            clause(self.count(Kind::SolutionAdvanced), &|count| tongue.answer_advanced(count)),
            clause(self.count(Kind::SolutionSetBack), &|count| tongue.answer_set_back(count)),
            clause(self.count_judged(Kind::SolutionDropped, Impact::Worse), &|count| tongue.answer_dropped(count)),
            clause(overdue, &|count| tongue.answer_overdue(count)),
        ]);
        told.map(|told| tongue.the_answer(&told))
    }
}
