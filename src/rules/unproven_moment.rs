//! Moments of truth that nothing proves.

use super::moment::moments;
use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Error, Info, Off};

pub(super) static RULE: Rule = Rule {
    name: "unproven-moment",
    page: include_str!("../../docs/rules/unproven-moment.md"),
    levels: Levels::new(Off, Info, Error),
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for moment in moments(context.map) {
        let body = moment.body;
        let has = |field, is_written: bool| is_written || body.broken.has(field);
        let success = has("success", body.success.is_some());
        let failure = has("failure", body.failure.is_some());
        if has("commitment", body.commitment.is_some()) || success && failure {
            continue;
        }
        let lack = match (success, failure) {
            (true, _) => "failure looks",
            (_, true) => "success looks",
            _ => "success and failure look",
        };
        let place = moment.touchpoint.title();
        let message =
            format!("nothing proves the moment of truth at “{place}”: no commitment, and no word on what {lack} like");
        let finding = RULE.at(moment.span(), message);
        sink.report(finding.help("add a `commitment`: the act that proves it; or both `success` and `failure`"));
    }
}
