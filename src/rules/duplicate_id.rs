//! Two things of one kind with the same id.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::Error;

pub(super) static RULE: Rule = Rule {
    name: "duplicate-id",
    page: include_str!("../../docs/rules/duplicate-id.md"),
    levels: Levels::new(Error, Error, Error),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for clash in context.map.clashes() {
        let id = &clash.id;
        let finding = RULE.at(clash.second, format!("a second {} with the id `{id}`", clash.kind));
        let help = if clash.derived {
            format!("the id is made from the title: give this one its own, with a line such as `id: {id}-2`")
        } else {
            format!("give this one an id of its own, such as `{id}-2`")
        };
        sink.report(finding.subject(id.as_str()).related(clash.first, "the first has it here").help(help));
    }
}
