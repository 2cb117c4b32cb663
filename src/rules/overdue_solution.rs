//! Solutions whose day has passed.

use super::name::name_of;
use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Error, Off, Warn};
use crate::facts::solutions::Solutions;
use crate::model::SolutionStatus::{Idea, InProgress, Planned};

pub(super) static RULE: Rule = Rule {
    name: "overdue-solution",
    page: include_str!("../../docs/rules/overdue-solution.md"),
    levels: Levels::new(Off, Warn, Error),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for plan in Solutions::of(context.map).iter() {
        let what = match plan.status() {
            Some(Idea) => "still an idea",
            Some(Planned) => "still planned",
            Some(InProgress) => "still in progress",
            _ => continue,
        };
        let Some(due) = plan.first(|solution| solution.due).filter(|due| due.value.0 < context.today) else { continue };
        let (title, span) = name_of(plan);
        let finding =
            RULE.at(due.span, format!("“{title}” was due on {due} and is {what}")).related(span, "what was due");
        sink.report(
            finding.help("set its `status` to `done` or `dropped` if that is how it is, or agree on a new day"),
        );
    }
}
