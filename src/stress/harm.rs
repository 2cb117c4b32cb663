//! How much harm closings do: figures that are compared one after the other, and never added up.
//!
//! What is lost on any reading of the map comes first: what belongs to that which closes. Then comes what follows from the
//! flow, for which a map that calls nothing optional lets everything stop everybody.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::Serialize;

use super::Consequences;
use crate::graph::Map;
use crate::model::Number;

/// The harm of a closing, what weighs most first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, JsonSchema)]
pub struct Harm {
    /// How many moments of truth belong to what closes and have no other place.
    pub moments_closed: usize,
    /// How many promises would be kept at what closes and nowhere else.
    pub promises_closed: usize,
    /// Whether nobody completes the journey any more.
    pub end_cut_off: bool,
    /// How many moments of truth customers no longer get to.
    pub moments_cut_off: usize,
    /// How many promises can no longer be kept.
    pub promises_broken: usize,
    /// How many percentage points fewer of the customers reach the end, of the way in where that is most; none where it is
    /// unknown.
    #[schemars(with = "Option<f64>")]
    pub share_lost: Option<Number>,
    /// How many touchpoints have no alternative that had one.
    pub new_bottlenecks: usize,
    /// How many touchpoints are left with one channel.
    pub left_on_one_channel: usize,
    /// How much more effort the main way costs, in ratings of the map's scale; none where it is unknown, or
    /// where those who took it get no further.
    #[schemars(with = "Option<f64>")]
    pub effort_added: Option<Number>,
}

impl Harm {
    pub(super) fn of(map: &Map, consequences: &Consequences) -> Self {
        let lost = consequences.shares.iter().map(|share| Some(share.before - share.after?));
        let lost: Option<Vec<f64>> = lost.collect();
        let most = lost.and_then(|lost| lost.into_iter().max_by(f64::total_cmp));
        let lost_moments: Vec<_> = consequences.cut_off().filter_map(|fewer| fewer.moment).collect();
        let is_follower = !consequences.is_main_way_blocked();
        Self {
            moments_closed: lost_moments.iter().filter(|at| consequences.is_lost(**at)).count(),
            promises_closed: consequences.broken.iter().filter(|broken| consequences.is_lost(broken.kept_at)).count(),
            end_cut_off: consequences.is_end_cut_off(),
            moments_cut_off: lost_moments.len(),
            promises_broken: consequences.broken.len(),
            share_lost: most.map(rounded),
            new_bottlenecks: consequences.newly_alone().count(),
            left_on_one_channel: consequences.narrowed.len(),
            effort_added: is_follower.then(|| consequences.detour.effort_added(map)).flatten().map(rounded),
        }
    }

    /// Which of two is the greater harm. Unknown is taken for none here, and shown as unknown.
    #[must_use]
    pub fn worse_first(&self, other: &Self) -> Ordering {
        let lost = |harm: &Self| (harm.moments_closed, harm.promises_closed);
        let cut_off = |harm: &Self| (harm.end_cut_off, harm.moments_cut_off, harm.promises_broken);
        let thin = |harm: &Self| (harm.new_bottlenecks, harm.left_on_one_channel);
        let known = |figure: Option<Number>| figure.map_or(0.0, |figure| figure.0);
        lost(self)
            .cmp(&lost(other))
            .then_with(|| cut_off(self).cmp(&cut_off(other)))
            .then_with(|| known(self.share_lost).total_cmp(&known(other.share_lost)))
            .then_with(|| thin(self).cmp(&thin(other)))
            .then_with(|| known(self.effort_added).total_cmp(&known(other.effort_added)))
    }

    /// Whether customers are worse off by any of them.
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
