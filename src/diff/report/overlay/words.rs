//! The words on what is otherwise, in English, Dutch and French.

use crate::diff::Kind;
use crate::tongue::Tongue;

/// One or two words for a change of that kind, to stand on a card; none for what has no card, and for ratings, which the
/// curves tell.
#[allow(clippy::too_many_lines, reason = "a line a kind, so that the compiler sees that none is missing")]
pub const fn word(kind: Kind, tongue: Tongue) -> Option<&'static str> {
    let [en, nl, fr] = match kind {
        Kind::PhaseAdded | Kind::PromiseMade | Kind::SolutionAdded | Kind::MeasureAdded => ["New", "Nieuw", "Nouvelle"],
        Kind::TouchpointAdded
        | Kind::MomentGained
        | Kind::FrictionAdded
        | Kind::NeedAdded
        | Kind::FeedbackOpened
        | Kind::ChannelAdded
        | Kind::WayAdded => ["New", "Nieuw", "Nouveau"],
        Kind::PhaseRemoved | Kind::PromiseWithdrawn | Kind::MeasureRemoved => ["Gone", "Weg", "Disparue"],
        Kind::TouchpointRemoved
        | Kind::FrictionRemoved
        | Kind::NeedRemoved
        | Kind::ChannelRemoved
        | Kind::WayRemoved => ["Gone", "Weg", "Disparu"],
        Kind::MomentLost => ["Lost", "Verloren", "Perdu"],
        Kind::FeedbackStopped => ["No longer asked", "Niet meer gevraagd", "Plus demandé"],
        Kind::PhaseRenamed => ["Renamed", "Hernoemd", "Renommée"],
        Kind::TouchpointRenamed | Kind::FrictionRenamed => ["Renamed", "Hernoemd", "Renommé"],
        Kind::PhaseReordered | Kind::TouchpointReordered => ["Other order", "Andere volgorde", "Autre ordre"],
        Kind::PhasesMerged => ["Merged", "Samengevoegd", "Fusionnée"],
        Kind::TouchpointsMerged => ["Merged", "Samengevoegd", "Fusionné"],
        Kind::PhaseSplit => ["Split", "Opgesplitst", "Scindée"],
        Kind::TouchpointSplit => ["Split", "Opgesplitst", "Scindé"],
        Kind::TouchpointMoved | Kind::MomentMoved | Kind::FrictionMoved => ["Moved", "Verplaatst", "Déplacé"],
        Kind::TouchpointClosed | Kind::ChannelClosed => ["Closed now", "Nu gesloten", "Fermé désormais"],
        Kind::TouchpointReopened | Kind::ChannelReopened => ["Open again", "Weer open", "Rouvert"],
        Kind::TouchpointLimited | Kind::ChannelLimited => ["Limited now", "Nu beperkt", "Limité désormais"],
        Kind::TouchpointRestored | Kind::ChannelRestored => {
            ["Fully open again", "Weer helemaal open", "De nouveau sans limite"]
        }
        Kind::TouchpointRechannelled => ["Other channel", "Ander kanaal", "Autre canal"],
        Kind::TouchpointChannelAdded => ["Extra channel", "Extra kanaal", "Canal en plus"],
        Kind::TouchpointChannelRemoved => ["Fewer channels", "Minder kanalen", "Canal en moins"],
        Kind::ReplacementNamed => ["Alternative", "Alternatief", "Alternative"],
        Kind::ReplacementWithdrawn => ["No alternative", "Geen alternatief", "Sans alternative"],
        Kind::TouchpointReassigned => ["Other team", "Ander team", "Autre équipe"],
        Kind::SolutionReassigned | Kind::OwnerChanged => ["Other owner", "Andere eigenaar", "Autre responsable"],
        Kind::ActorsChanged => ["Other third parties", "Andere derden", "Autres tiers"],
        Kind::TouchpointUnreachable => ["Out of reach", "Onbereikbaar", "Hors de portée"],
        Kind::TouchpointReachable | Kind::MomentRestored => {
            ["Within reach again", "Weer bereikbaar", "De nouveau accessible"]
        }
        Kind::MomentCutOff => ["Cut off", "Afgesneden", "Inaccessible"],
        Kind::MomentAtRisk => ["At risk", "In gevaar", "Menacé"],
        Kind::MomentSecured => ["More secure", "Steviger", "Mieux assuré"],
        Kind::MomentWorsened => ["Worse", "Slechter", "Moins bon"],
        Kind::MomentImproved => ["Better", "Beter", "Meilleur"],
        Kind::CommitmentAdded => ["Commitment made", "Engagement erbij", "Engagement pris"],
        Kind::CommitmentWithdrawn => ["Commitment gone", "Engagement weg", "Engagement retiré"],
        Kind::EntryAdded => ["Way in", "Startpunt", "Point d’entrée"],
        Kind::EntryRemoved => ["No longer a way in", "Geen startpunt meer", "Plus un point d’entrée"],
        Kind::FrictionResolved => ["Resolved", "Opgelost", "Résolu"],
        Kind::FrictionReopened => ["Back again", "Weer terug", "De retour"],
        Kind::FrictionWorsened => ["Worse", "Erger", "Aggravé"],
        Kind::FrictionEased => ["Eased", "Verlicht", "Atténué"],
        Kind::FrictionSpread => ["Spread", "Uitgebreid", "Étendu"],
        Kind::FrictionContained => ["Contained", "Ingeperkt", "Circonscrit"],
        Kind::SolutionDropped => ["Dropped", "Geschrapt", "Abandonnée"],
        Kind::SolutionAdvanced => ["Further along", "Verder gevorderd", "Plus avancée"],
        Kind::SolutionSetBack => ["Set back", "Teruggevallen", "En recul"],
        Kind::SolutionSlipped => ["Later", "Later", "Reportée"],
        Kind::PromiseTightened => ["Shorter deadline", "Kortere termijn", "Délai plus court"],
        Kind::PromiseLoosened => ["Longer deadline", "Langere termijn", "Délai plus long"],
        Kind::PromiseBroken => ["No longer kept", "Niet meer nagekomen", "N’est plus tenue"],
        Kind::PromiseKept => ["Kept now", "Nu nagekomen", "Tenue désormais"],
        Kind::PromiseWorsened => ["Kept less", "Minder nagekomen", "Moins bien tenue"],
        Kind::PromiseImproved => ["Kept better", "Beter nagekomen", "Mieux tenue"],
        Kind::EffortRose => ["More effort", "Meer moeite", "Plus d’effort"],
        Kind::EffortFell => ["Less effort", "Minder moeite", "Moins d’effort"],
        Kind::WaitRose => ["Longer wait", "Langer wachten", "Attente plus longue"],
        Kind::WaitFell => ["Shorter wait", "Korter wachten", "Attente plus courte"],
        Kind::DurationRose => ["Takes longer", "Duurt langer", "Dure plus longtemps"],
        Kind::DurationFell => ["Takes less time", "Duurt korter", "Dure moins longtemps"],
        Kind::EmployeeExperienceRose | Kind::MeasureRose => ["Up", "Hoger", "En hausse"],
        Kind::EmployeeExperienceFell | Kind::MeasureFell => ["Down", "Lager", "En baisse"],
        Kind::EmployeeExpectationRaised => ["Expects more", "Verwacht meer", "Attend plus"],
        Kind::EmployeeExpectationLowered => ["Expects less", "Verwacht minder", "Attend moins"],
        Kind::LoopClosed => ["Followed up now", "Nu opgevolgd", "Suivi désormais"],
        Kind::LoopOpened => ["No follow-up", "Geen opvolging", "Plus de suivi"],
        Kind::PersonaChanged
        | Kind::SituationChanged
        | Kind::StateChanged
        | Kind::BasisChanged
        | Kind::ScaleChanged
        | Kind::Reviewed
        | Kind::EndCutOff
        | Kind::EndRestored
        | Kind::ShareChanged
        | Kind::ExpectationRaised
        | Kind::ExpectationLowered
        | Kind::ExperienceRose
        | Kind::ExperienceFell
        | Kind::GapAdded
        | Kind::GapRemoved
        | Kind::GapWidened
        | Kind::GapNarrowed
        | Kind::EvidenceChanged
        | Kind::WordingChanged
        | Kind::DetailsChanged => return None,
    };
    Some(match tongue {
        Tongue::English => en,
        Tongue::Dutch => nl,
        Tongue::French => fr,
    })
}
