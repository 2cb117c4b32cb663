//! Solutions under way that nobody answers for.

use super::name::name_of;
use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Error, Off, Warn};
use crate::facts::solutions::Solutions;
use crate::model::SolutionStatus::{InProgress, Planned};

pub(super) static RULE: Rule = Rule {
    name: "unowned-solution",
    page: include_str!("../../docs/rules/unowned-solution.md"),
    levels: Levels::new(Off, Warn, Error),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for plan in Solutions::of(context.map).iter().filter(|plan| !plan.is_owned) {
        let what = match plan.status() {
            Some(Planned) => "planned",
            Some(InProgress) => "in progress",
            _ => continue,
        };
        let (title, span) = name_of(plan);
        let finding = RULE.at(span, format!("“{title}” is {what}, and nobody owns it"));
        sink.report(finding.help("add the `owner` who sees to it, here or on the touchpoint or phase where it stands"));
    }
}
