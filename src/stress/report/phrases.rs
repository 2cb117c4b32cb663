//! The phrases of the answer, in English, Dutch and French side by side.

mod ranking;

use crate::diff::phrases::{counts, phrases};

phrases! {
    heading_closes() { en "What closes" nl "Wat er sluit" fr "Ce qui ferme" }
    heading_restricted() {
        en "What stays open with restrictions"
        nl "Wat beperkt open blijft"
        fr "Ce qui reste ouvert avec des restrictions"
    }
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
    heading_ownerless() {
        en "Solutions that lose their owner"
        nl "Oplossingen die hun eigenaar verliezen"
        fr "Solutions qui perdent leur responsable"
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
        en "As far as the map says, nobody can complete the journey any more."
        nl "Voor zover de kaart het zegt, kan niemand de klantreis nog afmaken."
        fr "D’après la carte, plus personne ne peut terminer le parcours."
    }
    cannot_begin(closed) {
        en "Customers cannot begin, because {closed}."
        nl "Klanten kunnen niet beginnen, want {closed}."
        fr "Les clients ne peuvent pas commencer, car {closed}."
    }
    stops_all(after closed) {
        en "Customers get no further after {after}, because {closed}."
        nl "Na {after} komen klanten niet verder, want {closed}."
        fr "Après {after}, les clients ne peuvent pas continuer, car {closed}."
    }
    stops_some(after closed) {
        en "Some of those who come to {after} get no further, because {closed}."
        nl "Een deel van wie bij {after} komt, kan niet verder, want {closed}."
        fr "Une partie de ceux qui arrivent à {after} ne peut pas continuer, car {closed}."
    }
    stops_share(share after closed) {
        en "Of those who come to {after}, {share} get no further, because {closed}."
        nl "Van wie bij {after} komt, kan {share} niet verder, want {closed}."
        fr "De ceux qui arrivent à {after}, {share} ne peuvent pas continuer, car {closed}."
    }
    no_longer_begin(names) {
        en "Those who begin at {names} no longer reach the end."
        nl "Wie bij {names} begint, haalt het einde niet meer."
        fr "Ceux qui commencent à {names} n’arrivent plus au bout."
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
        en "Fewer customers complete the journey: {after} of those who begin, instead of {before}."
        nl "Minder klanten maken de klantreis af: {after} van wie begint, in plaats van {before}."
        fr "Moins de clients terminent le parcours : {after} de ceux qui commencent, au lieu de {before}."
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
    still_by(names) {
        en "Those who still reach the end come by {names}."
        nl "Wie het einde nog haalt, komt langs {names}."
        fr "Ceux qui arrivent encore au bout passent par {names}."
    }
    with_extra(what) { en ", with {what}" nl ", met {what}" fr ", avec {what}" }
    more_effort(effort) { en "{effort} more effort" nl "{effort} meer moeite" fr "{effort} d’effort en plus" }
    more_waiting(time) { en "{time} more waiting" nl "{time} langer wachten" fr "{time} d’attente en plus" }
    where_instead(name) {
        en "The map does not say where customers go instead of {name}."
        nl "De kaart zegt niet waar klanten heen gaan in plaats van {name}."
        fr "La carte ne dit pas où vont les clients au lieu de {name}."
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

    on_one_channel(title channel) {
        en "{title} hangs on {channel} alone now."
        nl "{title} hangt nu alleen nog aan {channel}."
        fr "{title} ne dépend plus que de {channel}."
    }
    moment_left_to(moment channel) {
        en "{moment} is left to {channel}."
        nl "{moment} hangt alleen nog aan {channel}."
        fr "{moment} ne repose plus que sur {channel}."
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

    loses_owner(solution owner) {
        en "{solution}, of {owner}."
        nl "{solution}, van {owner}."
        fr "{solution}, de {owner}."
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

    ask_where(names) {
        en "Where do customers go instead of {names}?"
        nl "Waar gaan klanten heen in plaats van {names}?"
        fr "Où vont les clients au lieu de {names} ?"
    }
    ask_where_else(names) {
        en "Where do customers go instead of {names}? What replaces it is closed, too."
        nl "Waar gaan klanten heen in plaats van {names}? Wat het vervangt, is ook gesloten."
        fr "Où vont les clients au lieu de {names} ? Ce qui le remplace est fermé aussi."
    }
    ask_what_is_meant(names) {
        en "Where do customers go instead of {names}? What is named instead is not on the map."
        nl "Waar gaan klanten heen in plaats van {names}? Wat als vervanging genoemd wordt, staat niet op de kaart."
        fr "Où vont les clients au lieu de {names} ? Ce qui est indiqué à la place n’est pas sur la carte."
    }
    hint_replace() {
        en "In the map, `replaced_by` says where customers go instead, and `optional: true` that they can do without."
        nl "In de kaart zegt `replaced_by` waar klanten dan heen gaan, en `optional: true` dat ze zonder kunnen."
        fr "Dans la carte, `replaced_by` dit où vont alors les clients, et `optional: true` qu’ils peuvent s’en passer."
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
        en "What share of the customers still arrives? The map does not say how they divide where ways part."
        nl "Welk deel van de klanten komt er nog? De kaart zegt niet hoe ze zich verdelen waar wegen uiteengaan."
        fr "Quelle part des clients arrive encore ? La carte ne dit pas comment ils se répartissent là où les chemins se séparent."
    }
    ask_unread() {
        en "A part of the map could not be read: there may be ways round that are not counted here."
        nl "Een deel van de kaart kon niet gelezen worden: er kunnen wegen omheen zijn die hier niet meetellen."
        fr "Une partie de la carte n’a pas pu être lue : il peut y avoir des détours qui ne sont pas comptés ici."
    }
}

counts! {
    closes(_count what) {
        en "{what} closes" "{what} close"
        nl "{what} wegvalt" "{what} wegvallen"
        fr "{what} ferme" "{what} ferment"
    }
    drops_out(_count what) {
        en "{what} drops out" "{what} drop out"
        nl "{what} wegvalt" "{what} wegvallen"
        fr "{what} n’est plus disponible" "{what} ne sont plus disponibles"
    }
    is_shut(_count what) {
        en "{what} is closed" "{what} are closed"
        nl "{what} is gesloten" "{what} zijn gesloten"
        fr "{what} est fermé" "{what} sont fermés"
    }
    nothing_instead_of(count) {
        en "For one touchpoint the map does not say where customers go instead."
           "For {count} touchpoints the map does not say where customers go instead."
        nl "Van één contactmoment zegt de kaart niet waar klanten dan heen gaan."
           "Van {count} contactmomenten zegt de kaart niet waar klanten dan heen gaan."
        fr "Pour un point de contact, la carte ne dit pas où vont alors les clients."
           "Pour {count} points de contact, la carte ne dit pas où vont alors les clients."
    }
    left_on_one_channel(count) {
        en "one touchpoint hangs on a single channel now" "{count} touchpoints hang on a single channel now"
        nl "één contactmoment hangt nu aan één enkel kanaal" "{count} contactmomenten hangen nu aan één enkel kanaal"
        fr "un point de contact ne dépend plus que d’un seul canal" "{count} points de contact ne dépendent plus que d’un seul canal"
    }
    solutions_without_owner(count) {
        en "one solution loses its owner" "{count} solutions lose their owner"
        nl "één oplossing verliest haar eigenaar" "{count} oplossingen verliezen hun eigenaar"
        fr "une solution perd son responsable" "{count} solutions perdent leur responsable"
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
}
