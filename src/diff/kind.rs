//! The kinds of change: their public names, what they are about and what each is the opposite of.

use std::fmt;

use serde::{Serialize, Serializer};

use super::verdict::{Impact, Question, Sign};

/// What a kind is seen the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mirror {
    /// Another kind, or the same.
    Kind(Kind),
    /// None; and why.
    None(&'static str),
}

/// One line a kind: name, question, sign, impact (`Case`: it depends, see where it is judged), opposite.
macro_rules! kinds {
    ($(#[doc = $summary:literal] $variant:ident $name:literal $question:ident $sign:ident $impact:ident <> $($mirror:ident)? $(($waiver:literal))?;)*) => {
        /// A kind of change. The names are public and stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $(#[doc = $summary] $variant,)* }

        impl Kind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The public name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// What changes of this kind say, in one sentence.
            #[must_use]
            pub fn summary(self) -> &'static str {
                match self { $(Self::$variant => $summary),* }.trim_start()
            }

            /// The page: what changes of this kind say, what they mean, and an example that is run as a test.
            #[must_use]
            pub const fn page(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!("../../docs/changes/", $name, ".md"))),* }
            }

            /// The question that changes of this kind answer.
            #[must_use]
            pub const fn question(self) -> Question {
                match self { $(Self::$variant => Question::$question),* }
            }

            /// The sign of changes of this kind.
            #[must_use]
            pub const fn sign(self) -> Sign {
                match self { $(Self::$variant => Sign::$sign),* }
            }

            /// The impact of changes of this kind; `None` where it depends on the case.
            #[must_use]
            pub const fn impact(self) -> Option<Impact> {
                match self { $(Self::$variant => kinds!(@impact $impact)),* }
            }

            /// The kind of the same change seen the other way round.
            #[must_use]
            pub const fn mirror(self) -> Mirror {
                match self { $(Self::$variant => kinds!(@mirror $($mirror)? $(($waiver))?)),* }
            }
        }
    };
    (@impact Case) => { None };
    (@impact $impact:ident) => { Some(Impact::$impact) };
    (@mirror $mirror:ident) => { Mirror::Kind(Self::$mirror) };
    (@mirror ($waiver:literal)) => { Mirror::None($waiver) };
}

kinds! {
    /// It is the journey of another kind of customer; the two are compared without saying that one is worse.
    PersonaChanged "persona-changed" Journey Differs Neutral <> PersonaChanged;
    /// The world's circumstances are others.
    SituationChanged "situation-changed" Journey Differs Neutral <> SituationChanged;
    /// The map shows another version of reality: as it is, as it is meant to be, as it was.
    StateChanged "state-changed" Journey Differs Neutral <> StateChanged;
    /// The map rests on something else: research or hypotheses.
    BasisChanged "basis-changed" Journey Differs Neutral <> BasisChanged;
    /// Ratings are on another scale; they are compared on a common one.
    ScaleChanged "scale-changed" Journey Differs Neutral <> ScaleChanged;
    /// Somebody else answers for the map or a phase.
    OwnerChanged "owner-changed" Journey Elsewhere Neutral <> OwnerChanged;
    /// The map was looked at again.
    Reviewed "reviewed" Journey Differs Neutral <> ("a review is never undone: an earlier day is a detail");
    /// Customers can no longer complete the journey.
    EndCutOff "end-cut-off" Journey Minus Worse <> EndRestored;
    /// Customers can complete the journey again.
    EndRestored "end-restored" Journey Plus Better <> EndCutOff;

    /// A channel is new.
    ChannelAdded "channel-added" Journey Plus Neutral <> ChannelRemoved;
    /// A channel is gone.
    ChannelRemoved "channel-removed" Journey Minus Neutral <> ChannelAdded;
    /// A channel is unavailable that was not.
    ChannelClosed "channel-closed" Journey Minus Worse <> ChannelReopened;
    /// A channel is no longer unavailable.
    ChannelReopened "channel-reopened" Journey Plus Better <> ChannelClosed;
    /// A channel that was available is limited.
    ChannelLimited "channel-limited" Journey Differs Worse <> ChannelRestored;
    /// A limited channel is available again.
    ChannelRestored "channel-restored" Journey Differs Better <> ChannelLimited;

    /// A phase is new.
    PhaseAdded "phase-added" Journey Plus Neutral <> PhaseRemoved;
    /// A phase is gone.
    PhaseRemoved "phase-removed" Journey Minus Neutral <> PhaseAdded;
    /// A phase has another name.
    PhaseRenamed "phase-renamed" Journey Elsewhere Neutral <> PhaseRenamed;
    /// A phase has another place among the phases.
    PhaseReordered "phase-reordered" Journey Rearranged Neutral <> PhaseReordered;
    /// Several phases are one.
    PhasesMerged "phases-merged" Journey Rearranged Neutral <> PhaseSplit;
    /// A phase is several.
    PhaseSplit "phase-split" Journey Rearranged Neutral <> PhasesMerged;
    /// Customers need something that they did not.
    NeedAdded "need-added" Journey Plus Neutral <> NeedRemoved;
    /// Customers no longer need something.
    NeedRemoved "need-removed" Journey Minus Neutral <> NeedAdded;

    /// A touchpoint is new.
    TouchpointAdded "touchpoint-added" Journey Plus Neutral <> TouchpointRemoved;
    /// A touchpoint is gone.
    TouchpointRemoved "touchpoint-removed" Journey Minus Neutral <> TouchpointAdded;
    /// A touchpoint has another name.
    TouchpointRenamed "touchpoint-renamed" Journey Elsewhere Neutral <> TouchpointRenamed;
    /// A touchpoint is in another phase.
    TouchpointMoved "touchpoint-moved" Journey Elsewhere Neutral <> TouchpointMoved;
    /// A touchpoint has another place in its phase.
    TouchpointReordered "touchpoint-reordered" Journey Rearranged Neutral <> TouchpointReordered;
    /// Several touchpoints are one.
    TouchpointsMerged "touchpoints-merged" Journey Rearranged Neutral <> TouchpointSplit;
    /// A touchpoint is several.
    TouchpointSplit "touchpoint-split" Journey Rearranged Neutral <> TouchpointsMerged;
    /// A touchpoint is unavailable that was not.
    TouchpointClosed "touchpoint-closed" Journey Minus Worse <> TouchpointReopened;
    /// A touchpoint is no longer unavailable.
    TouchpointReopened "touchpoint-reopened" Journey Plus Better <> TouchpointClosed;
    /// A touchpoint that was available is limited.
    TouchpointLimited "touchpoint-limited" Journey Differs Worse <> TouchpointRestored;
    /// A limited touchpoint is available again.
    TouchpointRestored "touchpoint-restored" Journey Differs Better <> TouchpointLimited;
    /// A touchpoint happens on other channels altogether.
    TouchpointRechannelled "touchpoint-rechannelled" Journey Elsewhere Neutral <> TouchpointRechannelled;
    /// A touchpoint happens on a further channel.
    TouchpointChannelAdded "touchpoint-channel-added" Journey Plus Better <> TouchpointChannelRemoved;
    /// A touchpoint no longer happens on one of its channels.
    TouchpointChannelRemoved "touchpoint-channel-removed" Journey Minus Worse <> TouchpointChannelAdded;
    /// The map says where customers go instead; better where they had nowhere to go.
    ReplacementNamed "replacement-named" Journey Plus Case <> ReplacementWithdrawn;
    /// The map no longer says where customers go instead; worse where they now have nowhere to go.
    ReplacementWithdrawn "replacement-withdrawn" Journey Minus Case <> ReplacementNamed;
    /// Another team answers for a touchpoint.
    TouchpointReassigned "touchpoint-reassigned" Journey Elsewhere Neutral <> TouchpointReassigned;
    /// Other third parties take part in a touchpoint.
    ActorsChanged "actors-changed" Journey Differs Neutral <> ActorsChanged;
    /// Customers no longer get to a touchpoint that is open.
    TouchpointUnreachable "touchpoint-unreachable" Journey Minus Worse <> TouchpointReachable;
    /// Customers get to a touchpoint that they could not get to.
    TouchpointReachable "touchpoint-reachable" Journey Plus Better <> TouchpointUnreachable;
    /// Journeys can begin at a touchpoint.
    EntryAdded "entry-added" Journey Plus Neutral <> EntryRemoved;
    /// Journeys no longer begin at a touchpoint.
    EntryRemoved "entry-removed" Journey Minus Neutral <> EntryAdded;

    /// Customers have a further way; worse when it is giving up.
    WayAdded "way-added" Journey Plus Case <> WayRemoved;
    /// Customers no longer have a way; better when it was giving up.
    WayRemoved "way-removed" Journey Minus Case <> WayAdded;
    /// Another share of the customers takes a way; worse when more give up.
    ShareChanged "share-changed" Journey Differs Case <> ShareChanged;

    /// A touchpoint decides the relation that did not; worse when it fails from the start.
    MomentGained "moment-gained" Moments Plus Case <> MomentLost;
    /// A moment of truth is gone.
    MomentLost "moment-lost" Moments Minus Case <> MomentGained;
    /// A moment of truth is at another touchpoint, or moved with the customer when its own closed.
    MomentMoved "moment-moved" Moments Elsewhere Neutral <> MomentMoved;
    /// Fewer ways lead to a moment of truth than before.
    MomentAtRisk "moment-at-risk" Moments Differs Worse <> MomentSecured;
    /// More ways lead to a moment of truth than before.
    MomentSecured "moment-secured" Moments Differs Better <> MomentAtRisk;
    /// Customers no longer get to a moment of truth.
    MomentCutOff "moment-cut-off" Moments Minus Worse <> MomentRestored;
    /// Customers get to a moment of truth again.
    MomentRestored "moment-restored" Moments Plus Better <> MomentCutOff;
    /// A moment of truth turns out worse: customers are left further below what they expect, or get less.
    MomentWorsened "moment-worsened" Moments Differs Case <> MomentImproved;
    /// A moment of truth turns out better; neutral when only because customers expect less.
    MomentImproved "moment-improved" Moments Differs Case <> MomentWorsened;
    /// An act proves the engagement.
    CommitmentAdded "commitment-added" Moments Plus Better <> CommitmentWithdrawn;
    /// No act proves the engagement any more.
    CommitmentWithdrawn "commitment-withdrawn" Moments Minus Worse <> CommitmentAdded;

    /// Something new hinders customers; neutral when it is resolved already.
    FrictionAdded "friction-added" Friction Plus Case <> FrictionRemoved;
    /// Friction is gone from the file; neutral when it was resolved, or vanished with what it stood on.
    FrictionRemoved "friction-removed" Friction Minus Case <> FrictionAdded;
    /// Friction is marked as resolved.
    FrictionResolved "friction-resolved" Friction Minus Better <> FrictionReopened;
    /// Resolved friction hurts again.
    FrictionReopened "friction-reopened" Friction Plus Worse <> FrictionResolved;
    /// Friction hurts more, or more customers.
    FrictionWorsened "friction-worsened" Friction Differs Worse <> FrictionEased;
    /// Friction hurts less, or fewer customers.
    FrictionEased "friction-eased" Friction Differs Better <> FrictionWorsened;
    /// Friction hinders customers elsewhere.
    FrictionMoved "friction-moved" Friction Elsewhere Neutral <> FrictionMoved;
    /// Friction has another name.
    FrictionRenamed "friction-renamed" Friction Elsewhere Neutral <> FrictionRenamed;
    /// Friction hinders customers at further touchpoints.
    FrictionSpread "friction-spread" Friction Plus Worse <> FrictionContained;
    /// Friction hinders customers at fewer touchpoints.
    FrictionContained "friction-contained" Friction Minus Better <> FrictionSpread;

    /// Something is being done, or meant to be; better once it is in progress.
    SolutionAdded "solution-added" Solutions Plus Case <> SolutionDropped;
    /// A solution is given up or gone; worse when it was in progress or done.
    SolutionDropped "solution-dropped" Solutions Minus Case <> SolutionAdded;
    /// A solution has come further.
    SolutionAdvanced "solution-advanced" Solutions Differs Better <> SolutionSetBack;
    /// A solution has fallen back.
    SolutionSetBack "solution-set-back" Solutions Differs Worse <> SolutionAdvanced;
    /// Somebody else answers for a solution.
    SolutionReassigned "solution-reassigned" Solutions Elsewhere Neutral <> SolutionReassigned;
    /// A solution that is not done is due later.
    SolutionSlipped "solution-slipped" Solutions Differs Worse <> ("an earlier day is a plan, nothing that customers have");

    /// Customers are told that something will happen; worse when it is known to be false.
    PromiseMade "promise-made" Satisfaction Plus Case <> PromiseWithdrawn;
    /// A promise is no longer made; better when it was not kept.
    PromiseWithdrawn "promise-withdrawn" Satisfaction Minus Case <> PromiseMade;
    /// A deadline is shorter.
    PromiseTightened "promise-tightened" Satisfaction Differs Better <> PromiseLoosened;
    /// A deadline is longer.
    PromiseLoosened "promise-loosened" Satisfaction Differs Worse <> PromiseTightened;
    /// A promise that was kept is not.
    PromiseBroken "promise-broken" Satisfaction Minus Worse <> PromiseKept;
    /// A promise that was not kept is.
    PromiseKept "promise-kept" Satisfaction Plus Better <> PromiseBroken;
    /// What is promised comes later than it did, or more rarely in time.
    PromiseWorsened "promise-worsened" Satisfaction Differs Worse <> PromiseImproved;
    /// What is promised comes sooner than it did, or more often in time.
    PromiseImproved "promise-improved" Satisfaction Differs Better <> PromiseWorsened;

    /// Customers expect more; worse when what they get falls further short of it.
    ExpectationRaised "expectation-raised" Satisfaction Differs Case <> ExpectationLowered;
    /// Customers expect less, which makes nobody better off.
    ExpectationLowered "expectation-lowered" Satisfaction Differs Case <> ExpectationRaised;
    /// Customers get more.
    ExperienceRose "experience-rose" Satisfaction Differs Better <> ExperienceFell;
    /// Customers get less.
    ExperienceFell "experience-fell" Satisfaction Differs Worse <> ExperienceRose;
    /// Expectation and experience both changed, and customers are left further below what they expect.
    GapWidened "gap-widened" Satisfaction Minus Case <> GapNarrowed;
    /// Both changed, and customers are left less far below what they expect; neutral when only because they expect less.
    GapNarrowed "gap-narrowed" Satisfaction Plus Case <> GapWidened;
    /// A new touchpoint gives customers less than they expect, or more; better when it is more.
    GapAdded "gap-added" Satisfaction Plus Case <> GapRemoved;
    /// A touchpoint is gone where customers got less than they expected, or more; neutral, since it vanished with it.
    GapRemoved "gap-removed" Satisfaction Minus Case <> GapAdded;
    /// It costs customers more.
    EffortRose "effort-rose" Satisfaction Differs Worse <> EffortFell;
    /// It costs customers less.
    EffortFell "effort-fell" Satisfaction Differs Better <> EffortRose;
    /// Customers wait longer.
    WaitRose "wait-rose" Satisfaction Differs Worse <> WaitFell;
    /// Customers wait less.
    WaitFell "wait-fell" Satisfaction Differs Better <> WaitRose;
    /// It takes longer, which need not be bad.
    DurationRose "duration-rose" Satisfaction Differs Neutral <> DurationFell;
    /// It takes less time, which need not be good.
    DurationFell "duration-fell" Satisfaction Differs Neutral <> DurationRose;

    /// Employees get more.
    EmployeeExperienceRose "employee-experience-rose" Satisfaction Differs Better <> EmployeeExperienceFell;
    /// Employees get less.
    EmployeeExperienceFell "employee-experience-fell" Satisfaction Differs Worse <> EmployeeExperienceRose;
    /// Employees expect more; worse when what they get falls further short of it.
    EmployeeExpectationRaised "employee-expectation-raised" Satisfaction Differs Case <> EmployeeExpectationLowered;
    /// Employees expect less, which makes nobody better off.
    EmployeeExpectationLowered "employee-expectation-lowered" Satisfaction Differs Case <> EmployeeExpectationRaised;

    /// Customers are asked what they think.
    FeedbackOpened "feedback-opened" Satisfaction Plus Better <> FeedbackStopped;
    /// Customers are no longer asked what they think.
    FeedbackStopped "feedback-stopped" Satisfaction Minus Worse <> FeedbackOpened;
    /// Somebody follows up what customers say.
    LoopClosed "loop-closed" Satisfaction Plus Better <> LoopOpened;
    /// Nobody follows up what customers say any more.
    LoopOpened "loop-opened" Satisfaction Minus Worse <> LoopClosed;
    /// A measured figure is higher; better or worse as its `better` says, else as it comes nearer its target.
    MeasureRose "measure-rose" Satisfaction Differs Case <> MeasureFell;
    /// A measured figure is lower; better or worse as its `better` says, else as it comes nearer its target.
    MeasureFell "measure-fell" Satisfaction Differs Case <> MeasureRose;
    /// Something is measured that was not.
    MeasureAdded "measure-added" Satisfaction Plus Neutral <> MeasureRemoved;
    /// Something is no longer measured.
    MeasureRemoved "measure-removed" Satisfaction Minus Neutral <> MeasureAdded;

    /// What is known of something rests on other evidence.
    EvidenceChanged "evidence-changed" Journey Differs Neutral <> EvidenceChanged;
    /// The id stayed, the title or another text is another.
    WordingChanged "wording-changed" Journey Differs Neutral <> WordingChanged;
    /// What has no kind of its own, such as a value that is known on one side only.
    DetailsChanged "details-changed" Journey Differs Neutral <> DetailsChanged;
}

impl Kind {
    /// Whether only texts and details changed, which a report for readers leaves out.
    #[must_use]
    pub const fn is_detail(self) -> bool {
        matches!(self, Self::WordingChanged | Self::EvidenceChanged | Self::DetailsChanged)
    }

    /// Whether what is worse by it is an error rather than a warning.
    #[must_use]
    pub const fn is_grave(self) -> bool {
        matches!(self, Self::EndCutOff | Self::MomentLost | Self::MomentCutOff | Self::PromiseBroken)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
