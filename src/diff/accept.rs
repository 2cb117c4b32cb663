//! Changes that somebody has decided to live with: they are told apart, and fail no run.

use super::{Change, Kind};
use crate::diagnostic::Level;
use crate::model::Date;

/// A change that is accepted.
#[derive(Debug, Clone)]
pub struct Acceptance {
    /// The kind.
    pub change: Kind,
    /// The address: on the after side, or on the before side for what is gone.
    pub at: String,
    /// Why.
    pub reason: String,
    /// The last day on which it holds.
    pub until: Option<Date>,
}

/// Marks what is accepted, and says of every acceptance that does not hold why not.
///
/// What an accepted change brings about is accepted with it, unless that is an error of its own.
#[must_use]
pub fn accept<'c>(
    comparisons: impl IntoIterator<Item = &'c mut Vec<Change>>,
    acceptances: &[Acceptance],
    today: jiff::civil::Date,
) -> Vec<String> {
    let holds = |acceptance: &Acceptance| acceptance.until.is_none_or(|until| until.0 >= today);
    let mut used = vec![false; acceptances.len()];
    for changes in comparisons {
        for (acceptance, used) in acceptances.iter().zip(&mut used).filter(|(acceptance, _)| holds(acceptance)) {
            for change in changes.iter_mut() {
                *used |= mark(change, acceptance);
            }
        }
    }
    let unheeded = acceptances.iter().zip(used).filter_map(|(acceptance, used)| {
        let what = format!("`diff.accept` of {} at {}", acceptance.change, acceptance.at);
        match acceptance.until.filter(|_| !holds(acceptance)) {
            Some(until) => Some(format!("{what} ended on {until}: look at it again, or take it out")),
            None => (!used).then(|| format!("{what} matches no change: take it out, or check its address")),
        }
    });
    unheeded.collect()
}

fn mark(change: &mut Change, acceptance: &Acceptance) -> bool {
    if change.kind == acceptance.change && change.address.to_string() == acceptance.at {
        take(change, &acceptance.reason);
        return true;
    }
    let mut found = false;
    for echo in &mut change.claimed {
        found |= mark(echo, acceptance);
    }
    found
}

fn take(change: &mut Change, reason: &str) {
    change.accepted = Some(reason.to_owned());
    for echo in change.claimed.iter_mut().filter(|echo| echo.level < Level::Error) {
        take(echo, reason);
    }
}
