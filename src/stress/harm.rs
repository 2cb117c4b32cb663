//! How much harm closings do: six figures, compared one after the other, and never added up.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::Serialize;

use super::Consequences;
use crate::graph::Map;
use crate::model::Number;

/// The harm of a closing, what weighs most first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, JsonSchema)]
pub struct Harm {
    /// Whether nobody completes the journey any more.
    pub end_cut_off: bool,
    /// How many moments of truth customers no longer get to.
    pub moments_cut_off: usize,
    /// How many promises can no longer be kept.
    pub promises_broken: usize,
    /// How many touchpoints have no alternative that had one.
    pub new_bottlenecks: usize,
    /// How many percentage points fewer of the customers reach the end, of the way in where that is most; none where it is
    /// unknown.
    #[schemars(with = "Option<f64>")]
    pub share_lost: Option<Number>,
    /// How much more effort the main way costs, in ratings of the map's scale; none where it is unknown.
    #[schemars(with = "Option<f64>")]
    pub effort_added: Option<Number>,
}

impl Harm {
    pub(super) fn of(map: &Map, consequences: &Consequences) -> Self {
        let lost = consequences.shares.iter().map(|share| Some(share.before - share.after?));
        let lost: Option<Vec<f64>> = lost.collect();
        let most = lost.and_then(|lost| lost.into_iter().max_by(f64::total_cmp));
        Self {
            end_cut_off: consequences.is_end_cut_off(),
            moments_cut_off: consequences.cut_off().filter(|fewer| fewer.moment.is_some()).count(),
            promises_broken: consequences.broken.len(),
            new_bottlenecks: consequences.newly_alone().count(),
            share_lost: most.map(rounded),
            effort_added: consequences.detour.effort_added(map).map(rounded),
        }
    }

    /// Which of two is the greater harm. Unknown is taken for none here, and shown as unknown.
    #[must_use]
    pub fn worse_first(&self, other: &Self) -> Ordering {
        let counts = |harm: &Self| (harm.end_cut_off, harm.moments_cut_off, harm.promises_broken, harm.new_bottlenecks);
        let known = |figure: Option<Number>| figure.map_or(0.0, |figure| figure.0);
        counts(self)
            .cmp(&counts(other))
            .then_with(|| known(self.share_lost).total_cmp(&known(other.share_lost)))
            .then_with(|| known(self.effort_added).total_cmp(&known(other.effort_added)))
    }

    /// Whether customers are worse off by any of the six.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.worse_first(&Self::default()) == Ordering::Greater
    }
}

/// What binary fractions leave behind is no harm.
fn rounded(figure: f64) -> Number {
    // Adding nothing turns −0 into 0.
    Number((figure * 1e6).round() / 1e6 + 0.0)
}
