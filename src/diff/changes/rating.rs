//! Expectations and satisfaction: ratings, effort and time.

use crate::diff::delta::{Delta, Fact, Sides, TouchpointAspect, on_scale, shortfall};
use crate::diff::inventory::Site;
use crate::diff::judge::{Cause, Draft, causes_after};
use crate::diff::{Change, Impact, Kind};
use crate::graph::TouchpointRef;
use crate::model::Duration;
use crate::tongue::Tongue;

/// Ratings are compared on a common scale; less is rounding.
const SAME: f64 = 1e-9;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let tongue = sides.tongue;
    let changed = delta.touchpoints.iter().filter_map(|fact| match fact {
        Fact::Changed { before, after, aspects } => Some((Pair { tongue, before: *before, after: *after }, aspects)),
        _ => None,
    });
    let mut changed: Vec<_> = changed.collect();
    let shift = |touchpoint: &Pair<'_>| touchpoint.further_short().map_or(0.0, f64::abs);
    changed.sort_by(|(one, _), (other, _)| shift(other).total_cmp(&shift(one)));
    for (touchpoint, aspects) in changed {
        let causes = touchpoint.causes(sides);
        touchpoint.judge(aspects, &causes, drafts);
    }
}

/// A touchpoint in both maps.
#[derive(Clone, Copy)]
struct Pair<'m> {
    tongue: Tongue,
    before: TouchpointRef<'m>,
    after: TouchpointRef<'m>,
}

impl Pair<'_> {
    fn judge(self, aspects: &[TouchpointAspect<'_, '_>], causes: &[Cause], drafts: &mut Vec<Draft>) {
        let differs = |wanted: fn(&TouchpointAspect<'_, '_>) -> bool| aspects.iter().any(wanted);
        let both = differs(|aspect| matches!(aspect, TouchpointAspect::Expectation))
            && differs(|aspect| matches!(aspect, TouchpointAspect::Experience));
        let gap = if both { self.gap() } else { None };
        // A narrower gap with a worse experience is the experience's echo: customers only expect less.
        let despite = gap.as_ref().is_some_and(|gap| gap.kind == Kind::GapNarrowed && gap.impact == Impact::Neutral);
        let of = |kinds: &[Kind]| -> Vec<Cause> {
            let kinds = kinds.iter().map(|kind| (*kind, self.after.address()));
            kinds.chain(causes.iter().cloned()).collect()
        };
        let of_gap = of(&[Kind::GapWidened, Kind::GapNarrowed]);
        let above_gap = if despite { of(&[Kind::ExperienceFell]) } else { causes.to_vec() };
        drafts.extend(gap.map(|change| Draft::caused_by(change, above_gap)));
        for aspect in aspects {
            let change = match aspect {
                TouchpointAspect::Expectation => self.expectation(),
                TouchpointAspect::Experience => self.experience(),
                TouchpointAspect::Effort => self.effort(),
                TouchpointAspect::Wait => self.wait(),
                TouchpointAspect::Duration => self.duration(),
                _ => continue,
            };
            let causes = match aspect {
                TouchpointAspect::Expectation => of_gap.clone(),
                TouchpointAspect::Experience if !despite => of_gap.clone(),
                _ => causes.to_vec(),
            };
            drafts.push(Draft::caused_by(change, causes));
        }
    }

    /// What happens to its moment of truth and what closes it bring about all else here.
    fn causes(self, sides: &Sides<'_>) -> Vec<Cause> {
        let closing = causes_after(sides, Site::Touchpoint(self.after.index().0));
        let moment = self.after.moment_of_truth().filter(|_| !self.after.is_closed());
        let turns = moment
            .into_iter()
            .flat_map(|(address, _)| [Kind::MomentWorsened, Kind::MomentImproved].map(|kind| (kind, address.clone())));
        turns.chain(closing).collect()
    }

    fn title(self) -> String {
        self.tongue.quote(self.after.title())
    }

    /// By how much customers are left below what they expect, as a part of the scale: how much more than before.
    fn further_short(self) -> Option<f64> {
        Some(shortfall(self.after)? - shortfall(self.before)?)
    }

    /// Whether customers get more than they did, on a common scale.
    fn is_better_lived(self) -> bool {
        self.before.experience().zip(self.after.experience()).is_some_and(|(old, new)| self.is_up(old, new))
    }

    /// Worse when customers are left further below what they expect.
    fn by_gap(self) -> Impact {
        match self.further_short() {
            Some(more) if more > SAME => Impact::Worse,
            Some(more) if more < -SAME => Impact::Better,
            _ => Impact::Neutral,
        }
    }

    /// `4 → 2; gap 0 → −2`: what one rating alone does to the gap; where both changed, the gap is a change of its own.
    fn told(self, old: f64, new: f64) -> String {
        let one = self.before.expectation() == self.after.expectation()
            || self.before.experience() == self.after.experience();
        let gaps = self.before.gap().zip(self.after.gap()).filter(|_| one);
        let gap = gaps.map(|(old, new)| self.tongue.and_gap(&self.tongue.signed(old), &self.tongue.signed(new)));
        format!("{} → {}{}", self.tongue.number(old), self.tongue.number(new), gap.unwrap_or_default())
    }

    fn change(self, kind: Kind, message: String) -> Change {
        Change::new(kind, self.after.address(), message)
    }

    fn is_up(self, old: f64, new: f64) -> bool {
        on_scale(new, self.after.map()) > on_scale(old, self.before.map())
    }

    fn expectation(self) -> Change {
        let both = |touchpoint: TouchpointRef<'_>| touchpoint.expectation().unwrap_or_default();
        let (old, new) = (both(self.before), both(self.after));
        let body = self.after.body().expectation.as_ref();
        let reason = body.and_then(|body| body.because.as_ref()).map(|reason| reason.as_str());
        let source = body.and_then(|body| body.source).map(|source| self.tongue.origin(source.value));
        let reason = self.tongue.because(reason.or(source));
        let (kind, message) = if self.is_up(old, new) {
            (Kind::ExpectationRaised, self.tongue.expects_more(&self.title(), &self.told(old, new), &reason))
        } else {
            (Kind::ExpectationLowered, self.expects_less(&self.told(old, new), &reason))
        };
        // That customers expect less makes nobody better off.
        let impact = if self.by_gap() == Impact::Worse && kind == Kind::ExpectationRaised {
            Impact::Worse
        } else {
            Impact::Neutral
        };
        self.change(kind, message).values(Some(old), Some(new)).judged(impact)
    }

    fn expects_less(self, shift: &str, reason: &str) -> String {
        let is_alone = self.before.experience() == self.after.experience() && self.before.experience().is_some();
        if is_alone && self.by_gap() == Impact::Better {
            self.tongue.expects_less_only(&self.title(), shift, reason)
        } else {
            self.tongue.expects_less(&self.title(), shift, reason)
        }
    }

    fn experience(self) -> Change {
        let both = |touchpoint: TouchpointRef<'_>| touchpoint.experience().unwrap_or_default();
        let (old, new) = (both(self.before), both(self.after));
        let reason = self.after.body().experience.as_ref().and_then(|body| body.because.as_ref());
        let reason = self.tongue.because(reason.map(|reason| reason.as_str()));
        let (kind, message) = if self.is_up(old, new) {
            (Kind::ExperienceRose, self.tongue.experience_rose(&self.title(), &self.told(old, new), &reason))
        } else {
            (Kind::ExperienceFell, self.tongue.experience_fell(&self.title(), &self.told(old, new), &reason))
        };
        self.change(kind, message).values(Some(old), Some(new))
    }

    fn gap(self) -> Option<Change> {
        let (old, new) = (self.before.gap()?, self.after.gap()?);
        let (title, was, is) = (self.title(), self.tongue.signed(old), self.tongue.signed(new));
        let verdict = self.by_gap();
        let (kind, impact, message) = match verdict {
            Impact::Worse if old >= 0.0 => (Kind::GapWidened, verdict, self.tongue.gap_fell_short(&title, &was, &is)),
            Impact::Worse => (Kind::GapWidened, verdict, self.tongue.gap_widened(&title, &was, &is)),
            Impact::Better if !self.is_better_lived() => {
                (Kind::GapNarrowed, Impact::Neutral, self.tongue.gap_only_expected_less(&title, &was, &is))
            }
            Impact::Better if new >= 0.0 => (Kind::GapNarrowed, verdict, self.tongue.gap_closed(&title, &was, &is)),
            Impact::Better => (Kind::GapNarrowed, verdict, self.tongue.gap_narrowed(&title, &was, &is)),
            Impact::Neutral => return None,
        };
        Some(self.change(kind, message).values(Some(old), Some(new)).judged(impact))
    }

    fn effort(self) -> Change {
        let effort =
            |touchpoint: TouchpointRef<'_>| touchpoint.body().effort.map(|effort| effort.value.0).unwrap_or_default();
        let (old, new) = (effort(self.before), effort(self.after));
        let shift = format!("{} → {}", self.tongue.number(old), self.tongue.number(new));
        let (kind, message) = if self.is_up(old, new) {
            (Kind::EffortRose, self.tongue.effort_rose(&self.title(), &shift))
        } else {
            (Kind::EffortFell, self.tongue.effort_fell(&self.title(), &shift))
        };
        self.change(kind, message).values(Some(old), Some(new))
    }

    fn wait(self) -> Change {
        let wait = |touchpoint: TouchpointRef<'_>| touchpoint.body().wait.map(|wait| wait.value).unwrap_or_default();
        self.time([wait(self.before), wait(self.after)], [Kind::WaitRose, Kind::WaitFell], |told, new, old| {
            self.tongue.waits(told, new, old)
        })
    }

    fn duration(self) -> Change {
        let takes =
            |touchpoint: TouchpointRef<'_>| touchpoint.body().duration.map(|time| time.value).unwrap_or_default();
        let kinds = [Kind::DurationRose, Kind::DurationFell];
        self.time([takes(self.before), takes(self.after)], kinds, |told, new, old| self.tongue.takes(told, new, old))
    }

    fn time(
        self,
        [old, new]: [Duration; 2],
        [rose, fell]: [Kind; 2],
        told: impl Fn(&str, &str, &str) -> String,
    ) -> Change {
        let message = told(&self.title(), &self.tongue.time(new), &self.tongue.time(old));
        self.change(if new > old { rose } else { fell }, message).values(Some(old.to_string()), Some(new.to_string()))
    }
}
