//! The phrases of the answer, in English, Dutch and French side by side.

use crate::diff::phrases::{counts, phrases};
use crate::stress::Subject;
use crate::tongue::Tongue::{self, Dutch, English, French};

phrases! {
    heading_closes() { en "What closes" nl "Wat er sluit" fr "Ce qui ferme" }
    heading_out_of_reach() {
        en "What customers no longer get to"
        nl "Waar klanten niet meer komen"
        fr "Ce que les clients n’atteignent plus"
    }
    heading_thread() {
        en "What hangs by a thread"
        nl "Wat aan een zijden draadje hangt"
        fr "Ce qui ne tient plus qu’à un fil"
    }
    heading_promises() {
        en "Promises that can no longer be kept"
        nl "Beloften die niet meer waargemaakt kunnen worden"
        fr "Promesses qui ne peuvent plus être tenues"
    }
    heading_way() { en "The way that is left" nl "De weg die overblijft" fr "Le chemin qui reste" }
    heading_unsaid() {
        en "What is to be settled first"
        nl "Wat eerst geregeld moet worden"
        fr "Ce qui est à régler d’abord"
    }

    the_team(title) { en "the team {title}" nl "het team {title}" fr "l’équipe {title}" }
    the_system(title) { en "the system {title}" nl "het systeem {title}" fr "le système {title}" }
    what_if(journey event) { en "{journey}: if {event}" nl "{journey}: als {event}" fr "{journey} : si {event}" }

    nothing_changes() {
        en "Nothing changes: no touchpoint closes that is not closed already."
        nl "Er verandert niets: er sluit geen contactmoment dat niet al gesloten is."
        fr "Rien ne change : aucun point de contact ne ferme qui ne soit déjà fermé."
    }
    nobody_completes() {
        en "Nobody can complete the journey any more."
        nl "Niemand kan de klantreis nog afmaken."
        fr "Plus personne ne peut terminer le parcours."
    }
    all_stuck(names) {
        en "Nobody can complete the journey any more: customers get stuck at {names}."
        nl "Niemand kan de klantreis nog afmaken: klanten lopen vast bij {names}."
        fr "Plus personne ne peut terminer le parcours : les clients restent bloqués à {names}."
    }
    none_closed() {
        en "Nothing closes altogether; every way stays open."
        nl "Niets sluit helemaal; elke weg blijft open."
        fr "Rien ne ferme tout à fait ; tous les chemins restent ouverts."
    }
    still_complete() {
        en "Customers can still complete the journey."
        nl "Klanten kunnen de klantreis nog afmaken."
        fr "Les clients peuvent encore terminer le parcours."
    }
    fewer_complete(after before) {
        en "Customers can still complete the journey, but fewer do: {after} of those who begin, instead of {before}."
        nl "Klanten kunnen de klantreis nog afmaken, maar minder doen het: {after} van wie begint, in plaats van {before}."
        fr "Les clients peuvent encore terminer le parcours, mais moins y arrivent : {after} de ceux qui commencent, au lieu de {before}."
    }
    some_stuck(names) {
        en "Those who come to {names} get stuck."
        nl "Wie bij {names} komt, loopt vast."
        fr "Ceux qui arrivent à {names} restent bloqués."
    }
    same_way() {
        en "The way that most take stays the same."
        nl "De weg die de meesten nemen, blijft dezelfde."
        fr "Le chemin que prennent la plupart reste le même."
    }
    most_take(new gone extra) {
        en "Most take {new} instead of {gone}{extra}."
        nl "De meesten gaan via {new} in plaats van {gone}{extra}."
        fr "La plupart passent par {new} au lieu de {gone}{extra}."
    }
    most_skip(gone) {
        en "Most go on without {gone}."
        nl "De meesten gaan verder zonder {gone}."
        fr "La plupart continuent sans {gone}."
    }
    most_add(new extra) {
        en "Most come by {new} as well{extra}."
        nl "De meesten komen ook langs {new}{extra}."
        fr "La plupart passent aussi par {new}{extra}."
    }
    with_extra(what) { en ", with {what}" nl ", met {what}" fr ", avec {what}" }
    more_effort(effort) { en "{effort} more effort" nl "{effort} meer moeite" fr "{effort} d’effort en plus" }
    more_waiting(time) { en "{time} more waiting" nl "{time} langer wachten" fr "{time} d’attente en plus" }
    where_instead(names) {
        en "The map does not say where customers go instead of {names}."
        nl "De kaart zegt niet waar klanten heen gaan in plaats van {names}."
        fr "La carte ne dit pas où vont les clients au lieu de {names}."
    }

    closed_for_step(place step) {
        en "{place}, because the step {step} cannot be done."
        nl "{place}, omdat de stap {step} niet kan."
        fr "{place}, parce que l’étape {step} est impossible."
    }
    go_instead(places) {
        en "Customers go to {places} instead."
        nl "Klanten gaan in plaats daarvan naar {places}."
        fr "Les clients vont à la place à {places}."
    }
    straight_on() {
        en "Customers can do without it and go straight on."
        nl "Klanten kunnen zonder en gaan meteen verder."
        fr "Les clients peuvent s’en passer et continuent directement."
    }
    replacement_closed() {
        en "What replaces it is closed, too."
        nl "Wat het vervangt, is ook gesloten."
        fr "Ce qui le remplace est fermé aussi."
    }
    nothing_replaces() { en "Nothing replaces it." nl "Niets vervangt het." fr "Rien ne le remplace." }
    open_on(title channels) {
        en "{title} stays open, on {channels} only."
        nl "{title} blijft open, alleen nog via {channels}."
        fr "{title} reste ouvert, uniquement par {channels}."
    }
    open_with_restrictions(title) {
        en "{title} stays open, with restrictions."
        nl "{title} blijft beperkt open."
        fr "{title} reste ouvert, avec des restrictions."
    }

    the_end() { en "the end of the journey" nl "het einde van de klantreis" fr "la fin du parcours" }
    the_moment(moment) {
        en "the moment of truth {moment}"
        nl "het moment van de waarheid {moment}"
        fr "le moment de vérité {moment}"
    }
    moment_at(title place) { en "{title} at {place}" nl "{title} bij {place}" fr "{title} à {place}" }
    nobody_gets_there(names) {
        en "Open, but nobody gets there: {names}."
        nl "Open, maar niemand komt er nog: {names}."
        fr "Ouvert, mais personne n’y arrive plus : {names}."
    }
    stands_alone(title goals) {
        en "{title} stands alone now: every way to {goals} passes it."
        nl "{title} staat er nu alleen voor: elke weg naar {goals} loopt erlangs."
        fr "{title} est désormais seul : tout chemin vers {goals} y passe."
    }

    within_time(time) { en " (within {time})" nl " (binnen {time})" fr " (sous {time})" }
    made_here(promise place) {
        en "{promise}, made at {place}."
        nl "{promise}, gedaan bij {place}."
        fr "{promise}, faite à {place}."
    }
    made_there(promise made_at kept_at) {
        en "{promise}, made at {made_at} and to be kept at {kept_at}."
        nl "{promise}, gedaan bij {made_at} en waar te maken bij {kept_at}."
        fr "{promise}, faite à {made_at} et à tenir à {kept_at}."
    }
    still_heard() {
        en "Customers still hear it: withdraw or reword it."
        nl "Klanten krijgen ze nog te horen: trek ze in of pas ze aan."
        fr "Les clients l’entendent encore : retirez-la ou reformulez-la."
    }

    no_longer(place) { en "No longer: {place}" nl "Niet meer: {place}" fr "N’y est plus : {place}" }
    in_its_stead(place) { en "Instead: {place}" nl "In plaats daarvan: {place}" fr "À la place : {place}" }
    turned(what after before) {
        en "{what}: {after}, instead of {before}"
        nl "{what}: {after}, in plaats van {before}"
        fr "{what} : {after}, au lieu de {before}"
    }
    known_of(known all) {
        en " (known of {known} of {all})"
        nl " (bekend van {known} van de {all})"
        fr " (connu pour {known} sur {all})"
    }
    not_known() { en "unknown" nl "onbekend" fr "inconnu" }
    share_to_end() {
        en "Share that reaches the end"
        nl "Aandeel dat het einde haalt"
        fr "Part qui arrive au bout"
    }
    share_from(place) {
        en "Share of those who begin at {place} that reaches the end"
        nl "Aandeel van wie bij {place} begint dat het einde haalt"
        fr "Part de ceux qui commencent à {place} et arrivent au bout"
    }

    ask_where(name) {
        en "Where do customers go instead of {name}? Name it in its `replaced_by`."
        nl "Waar gaan klanten heen in plaats van {name}? Noem het in `replaced_by`."
        fr "Où vont les clients au lieu de {name} ? Indiquez-le dans son `replaced_by`."
    }
    ask_where_else(name) {
        en "Where do customers go instead of {name}? What its `replaced_by` names is closed, too."
        nl "Waar gaan klanten heen in plaats van {name}? Wat `replaced_by` noemt, is ook gesloten."
        fr "Où vont les clients au lieu de {name} ? Ce que nomme son `replaced_by` est fermé aussi."
    }
    ask_what_is_meant(name) {
        en "Where do customers go instead of {name}? Its `replaced_by` names nothing in the map."
        nl "Waar gaan klanten heen in plaats van {name}? `replaced_by` noemt niets dat op de kaart staat."
        fr "Où vont les clients au lieu de {name} ? Son `replaced_by` ne nomme rien de la carte."
    }
    ask_how_they_divide(name) {
        en "How do customers of {name} divide over what replaces it?"
        nl "Hoe verdelen de klanten van {name} zich over wat het vervangt?"
        fr "Comment les clients de {name} se répartissent-ils entre ce qui le remplace ?"
    }
    ask_effort(names) {
        en "How much effort does it cost customers to go to {names}?"
        nl "Hoeveel moeite kost het klanten om naar {names} te gaan?"
        fr "Quel effort le passage par {names} demande-t-il aux clients ?"
    }
    ask_shares() {
        en "What share of the customers still arrives? The map does not give a `share` for every way where ways part."
        nl "Welk deel van de klanten komt er nog? De kaart geeft niet voor elke weg een `share` waar wegen uiteengaan."
        fr "Quelle part des clients arrive encore ? La carte ne donne pas de `share` pour chaque chemin là où ils se séparent."
    }
    ask_unread() {
        en "A part of the map could not be read: there may be ways round that are not counted here."
        nl "Een deel van de kaart kon niet gelezen worden: er kunnen wegen omheen zijn die hier niet meetellen."
        fr "Une partie de la carte n’a pas pu être lue : il peut y avoir des détours qui ne sont pas comptés ici."
    }

    each_none() { en "The map names none." nl "De kaart noemt er geen." fr "La carte n’en nomme pas." }
    each_harmless() {
        en "Customers can do without any one of them."
        nl "Klanten kunnen elk ervan missen."
        fr "Les clients peuvent se passer de n’importe lequel."
    }
    each_completes() {
        en "Whichever closes, customers can still complete the journey."
        nl "Welk er ook wegvalt, klanten kunnen de klantreis nog afmaken."
        fr "Quoi qu’il manque, les clients peuvent encore terminer le parcours."
    }
    each_fatal(fatal all) {
        en "For {fatal} of the {all}, closing it alone keeps everybody from completing the journey."
        nl "Bij {fatal} van de {all} is het wegvallen ervan genoeg om niemand de klantreis te laten afmaken."
        fr "Pour {fatal} sur {all}, la seule absence empêche tout le monde de terminer le parcours."
    }
    each_worst(title) {
        en "Most harm is done by closing {title}."
        nl "De meeste schade doet het wegvallen van {title}."
        fr "Le plus grave serait l’absence de {title}."
    }
    cut_off() { en "cut off" nl "afgesneden" fr "coupée" }
    percentage_points(points) { en "{points} pt" nl "{points} pt" fr "{points} pt" }
}

counts! {
    closes(_count what) {
        en "{what} closes" "{what} close"
        nl "{what} wegvalt" "{what} wegvallen"
        fr "{what} fait défaut" "{what} font défaut"
    }
    is_limited(_count what) {
        en "{what} is limited" "{what} are limited"
        nl "{what} beperkt werkt" "{what} beperkt werken"
        fr "{what} fonctionne avec des restrictions" "{what} fonctionnent avec des restrictions"
    }
    moments_out_of_reach(count) {
        en "one moment of truth is cut off" "{count} moments of truth are cut off"
        nl "één moment van de waarheid is onbereikbaar" "{count} momenten van de waarheid zijn onbereikbaar"
        fr "un moment de vérité n’est plus atteint" "{count} moments de vérité ne sont plus atteints"
    }
    promises_out_of_reach(count) {
        en "one promise can no longer be kept" "{count} promises can no longer be kept"
        nl "één belofte kan niet meer waargemaakt worden" "{count} beloften kunnen niet meer waargemaakt worden"
        fr "une promesse ne peut plus être tenue" "{count} promesses ne peuvent plus être tenues"
    }
    left_alone(count) {
        en "one touchpoint is left without an alternative" "{count} touchpoints are left without an alternative"
        nl "één contactmoment heeft geen alternatief meer" "{count} contactmomenten hebben geen alternatief meer"
        fr "un point de contact n’a plus d’alternative" "{count} points de contact n’ont plus d’alternative"
    }
    more_switches(count) {
        en "one more change of channel" "{count} more changes of channel"
        nl "één kanaalwissel meer" "{count} kanaalwissels meer"
        fr "un changement de canal de plus" "{count} changements de canal de plus"
    }
    ways_left(count goal before) {
        en "One way is left to {goal}; there were {before}." "There are {count} ways left to {goal}; there were {before}."
        nl "Er is nog één weg naar {goal}; er waren er {before}." "Er zijn nog {count} wegen naar {goal}; er waren er {before}."
        fr "Il reste un chemin vers {goal} ; il y en avait {before}." "Il reste {count} chemins vers {goal} ; il y en avait {before}."
    }
    and_others(count) {
        en "one more" "{count} more"
        nl "nog één" "nog {count}"
        fr "un autre" "{count} autres"
    }
    each_without_harm(count) {
        en "Without harm to customers can close: one." "Without harm to customers can close: {count}."
        nl "Eén kan wegvallen zonder dat klanten er last van hebben." "Zonder last voor klanten kunnen er {count} wegvallen."
        fr "Un seul peut manquer sans dommage pour les clients." "Peuvent manquer sans dommage pour les clients : {count}."
    }
}

impl Tongue {
    /// `My journey: if one channel closes`
    pub(super) fn what_if_each(self, journey: &str, subject: Subject) -> String {
        let one = match (self, subject) {
            (English, Subject::Channel) => "one channel closes",
            (English, Subject::Touchpoint) => "one touchpoint closes",
            (English, Subject::Owner) => "one team closes",
            (English, Subject::System) => "one system closes",
            (Dutch, Subject::Channel) => "één kanaal wegvalt",
            (Dutch, Subject::Touchpoint) => "één contactmoment wegvalt",
            (Dutch, Subject::Owner) => "één team wegvalt",
            (Dutch, Subject::System) => "één systeem wegvalt",
            (French, Subject::Channel) => "un canal fait défaut",
            (French, Subject::Touchpoint) => "un point de contact fait défaut",
            (French, Subject::Owner) => "une équipe fait défaut",
            (French, Subject::System) => "un système fait défaut",
        };
        self.what_if(journey, one)
    }

    /// The headings of the table of closings, on two lines each.
    pub(super) const fn each_head(self) -> [[&'static str; 2]; 8] {
        match self {
            English => [
                ["Closed", ""],
                ["End", ""],
                ["Moments", "cut off"],
                ["Promises", "broken"],
                ["Left without", "alternative"],
                ["Share", "lost"],
                ["Effort", "added"],
                ["Not", "replaced"],
            ],
            Dutch => [
                ["Gesloten", ""],
                ["Einde", ""],
                ["Momenten", "onbereikbaar"],
                ["Beloften", "gebroken"],
                ["Zonder", "alternatief"],
                ["Aandeel", "kwijt"],
                ["Moeite", "erbij"],
                ["Niet", "vervangen"],
            ],
            French => [
                ["Fermé", ""],
                ["Fin", ""],
                ["Moments", "perdus"],
                ["Promesses", "rompues"],
                ["Sans", "alternative"],
                ["Part", "perdue"],
                ["Effort", "ajouté"],
                ["Non", "remplacés"],
            ],
        }
    }
}
