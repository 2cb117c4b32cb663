//! Expectations and satisfaction: ratings, effort and time.

use super::words::{because, number, quote, signed, time};
use crate::diff::delta::{Delta, Fact, Sides, TouchpointAspect, on_scale, shortfall};
use crate::diff::inventory::Site;
use crate::diff::judge::{Cause, Draft, causes_after};
use crate::diff::{Change, Impact, Kind};
use crate::graph::TouchpointRef;
use crate::model::{Duration, ExpectationSource};
use crate::source::Located;

/// Ratings are compared on a common scale; less is rounding.
const SAME: f64 = 1e-9;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let changed = delta.touchpoints.iter().filter_map(|fact| match fact {
        Fact::Changed { before, after, aspects } => Some((Pair { before: *before, after: *after }, aspects)),
        _ => None,
    });
    let mut changed: Vec<_> = changed.collect();
    let shift = |touchpoint: &Pair<'_>| touchpoint.further_short().map_or(0.0, f64::abs);
    changed.sort_by(|(one, _), (other, _)| shift(other).total_cmp(&shift(one)));
    for (touchpoint, aspects) in changed {
        let causes = causes_after(sides, Site::Touchpoint(touchpoint.after.index().0));
        touchpoint.judge(aspects, &causes, drafts);
    }
}

/// A touchpoint in both maps.
#[derive(Clone, Copy)]
struct Pair<'m> {
    before: TouchpointRef<'m>,
    after: TouchpointRef<'m>,
}

impl Pair<'_> {
    fn judge(self, aspects: &[TouchpointAspect<'_, '_>], causes: &[Cause], drafts: &mut Vec<Draft>) {
        let of_gap = |change: &Change| {
            let gap = [Kind::GapWidened, Kind::GapNarrowed].map(|kind| (kind, change.address.clone()));
            gap.into_iter().chain(causes.iter().cloned()).collect()
        };
        let differs = |wanted: fn(&TouchpointAspect<'_, '_>) -> bool| aspects.iter().any(wanted);
        let both = differs(|aspect| matches!(aspect, TouchpointAspect::Expectation))
            && differs(|aspect| matches!(aspect, TouchpointAspect::Experience));
        if both {
            drafts.extend(self.gap().map(|change| Draft::caused_by(change, causes.to_vec())));
        }
        for aspect in aspects {
            let change = match aspect {
                TouchpointAspect::Expectation => self.expectation(),
                TouchpointAspect::Experience => self.experience(),
                TouchpointAspect::Effort => self.effort(),
                TouchpointAspect::Wait => self.wait(),
                TouchpointAspect::Duration => self.duration(),
                _ => continue,
            };
            let is_part = both && matches!(aspect, TouchpointAspect::Expectation | TouchpointAspect::Experience);
            let causes = if is_part { of_gap(&change) } else { causes.to_vec() };
            drafts.push(Draft::caused_by(change, causes));
        }
    }

    fn title(self) -> String {
        quote(&self.after.body().title)
    }

    /// By how much customers are left below what they expect, as a part of the scale: how much more than before.
    fn further_short(self) -> Option<f64> {
        Some(shortfall(self.after)? - shortfall(self.before)?)
    }

    /// Worse when customers are left further below what they expect.
    fn by_gap(self) -> Impact {
        match self.further_short() {
            Some(more) if more > SAME => Impact::Worse,
            Some(more) if more < -SAME => Impact::Better,
            _ => Impact::Neutral,
        }
    }

    /// What one rating alone does to the gap; where both changed, the gap is a change of its own.
    fn told_gap(self) -> String {
        let one = self.before.expectation() == self.after.expectation()
            || self.before.experience() == self.after.experience();
        let gaps = self.before.gap().zip(self.after.gap()).filter(|_| one);
        gaps.map(|(old, new)| format!("; gap {} → {}", signed(old), signed(new))).unwrap_or_default()
    }

    fn change(self, kind: Kind, message: String) -> Change {
        Change::new(kind, self.after.address(), message)
    }

    /// A rating that rose, fell, or is known on one side only.
    fn rating(self, before: Option<f64>, after: Option<f64>, rose: Kind, fell: Kind) -> (Kind, bool) {
        match (before, after) {
            (Some(old), Some(new)) => {
                let up = on_scale(new, self.after.map()) > on_scale(old, self.before.map());
                (if up { rose } else { fell }, true)
            }
            _ => (Kind::DetailsChanged, false),
        }
    }

    fn expectation(self) -> Change {
        let (old, new) = (self.before.expectation(), self.after.expectation());
        let (kind, known) = self.rating(old, new, Kind::ExpectationRaised, Kind::ExpectationLowered);
        let body = self.after.body().expectation.as_ref();
        let reason = body.and_then(|body| body.because.as_ref()).map(|reason| reason.as_str());
        let source = body.and_then(|body| body.source).map(|source| origin(source.value));
        let reason = reason.or(source);
        let message = if known {
            let more = if kind == Kind::ExpectationRaised { "more" } else { "less" };
            format!(
                "Customers expect {more} of {} ({}{}){}",
                self.title(),
                from_to(old, new),
                self.told_gap(),
                because(reason)
            )
        } else {
            format!("What customers expect of {} is known on one side only.", self.title())
        };
        self.change(kind, message).values(old, new).judged(if known { self.by_gap() } else { Impact::Neutral })
    }

    fn experience(self) -> Change {
        let (old, new) = (self.before.experience(), self.after.experience());
        let (kind, known) = self.rating(old, new, Kind::ExperienceRose, Kind::ExperienceFell);
        let reason = self.after.body().experience.as_ref().and_then(|body| body.because.as_ref());
        let message = if known {
            let better = if kind == Kind::ExperienceRose { "better" } else { "worse" };
            let reason = because(reason.map(|reason| reason.as_str()));
            format!("{} is a {better} experience ({}{}){reason}", self.title(), from_to(old, new), self.told_gap())
        } else {
            format!("How customers experience {} is known on one side only.", self.title())
        };
        self.change(kind, message).values(old, new)
    }

    fn gap(self) -> Option<Change> {
        let (kind, words) = match self.by_gap() {
            Impact::Worse => (Kind::GapWidened, "falls further short of what customers expect"),
            Impact::Better => (Kind::GapNarrowed, "comes closer to what customers expect"),
            Impact::Neutral => return None,
        };
        let (old, new) = (self.before.gap()?, self.after.gap()?);
        let words = match kind {
            Kind::GapWidened if old >= 0.0 => "now falls short of what customers expect",
            Kind::GapNarrowed if new >= 0.0 => "no longer falls short of what customers expect",
            _ => words,
        };
        let message = format!("{} {words} (gap {} → {}).", self.title(), signed(old), signed(new));
        Some(self.change(kind, message).values(Some(old), Some(new)))
    }

    fn effort(self) -> Change {
        let effort = |touchpoint: TouchpointRef<'_>| touchpoint.body().effort.map(|effort| effort.value.0);
        let (old, new) = (effort(self.before), effort(self.after));
        let (kind, known) = self.rating(old, new, Kind::EffortRose, Kind::EffortFell);
        let message = if known {
            let more = if kind == Kind::EffortRose { "more" } else { "less" };
            format!("{} costs {more} effort ({}).", self.title(), from_to(old, new))
        } else {
            format!("The effort of {} is known on one side only.", self.title())
        };
        self.change(kind, message).values(old, new)
    }

    fn wait(self) -> Change {
        let wait = |touchpoint: TouchpointRef<'_>| touchpoint.body().wait;
        self.time(wait(self.before), wait(self.after), [Kind::WaitRose, Kind::WaitFell], ["The wait for", "is"])
    }

    fn duration(self) -> Change {
        let takes = |touchpoint: TouchpointRef<'_>| touchpoint.body().duration;
        let kinds = [Kind::DurationRose, Kind::DurationFell];
        self.time(takes(self.before), takes(self.after), kinds, ["", "takes"])
    }

    fn time(
        self,
        before: Option<Located<Duration>>,
        after: Option<Located<Duration>>,
        [rose, fell]: [Kind; 2],
        [subject, verb]: [&str; 2],
    ) -> Change {
        let (kind, message) = match (before, after) {
            (Some(old), Some(new)) => {
                let sentence =
                    format!("{subject} {} {verb} {} instead of {}.", self.title(), time(new.value), time(old.value));
                (if new.value > old.value { rose } else { fell }, sentence.trim_start().to_owned())
            }
            _ => (Kind::DetailsChanged, format!("The time for {} is known on one side only.", self.title())),
        };
        let text = |time: Option<Located<Duration>>| time.map(|time| time.to_string());
        self.change(kind, message).values(text(before), text(after))
    }
}

fn from_to(before: Option<f64>, after: Option<f64>) -> String {
    format!("{} → {}", before.map(number).unwrap_or_default(), after.map(number).unwrap_or_default())
}

fn origin(source: ExpectationSource) -> &'static str {
    match source {
        ExpectationSource::Promise => "so it was promised",
        ExpectationSource::PastExperience => "so it has been before",
        ExpectationSource::Elsewhere => "so it is elsewhere",
        ExpectationSource::WordOfMouth => "so others tell",
        ExpectationSource::Brand => "so the brand presents itself",
        ExpectationSource::PersonalNeed => "so they need it just now",
    }
}
