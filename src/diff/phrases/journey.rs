//! What is said of the map, its channels, phases, touchpoints and ways.

use super::{counts, phrases};

phrases! {
    persona_changed(old new) {
        en "This is the journey of {new}; before, of {old}."
        nl "Dit is de reis van {new}; eerder die van {old}."
        fr "C’est le parcours de {new}\u{a0}; avant, celui de {old}."
    }
    situation_began(new) {
        en "The situation is new: {new}."
        nl "Nieuwe situatie: {new}."
        fr "Nouvelle situation\u{a0}: {new}."
    }
    situation_ended(old) { en "The situation {old} is over." nl "De situatie {old} is voorbij." fr "La situation {old} est terminée." }
    situation_changed(old new) {
        en "The situation is now {new} instead of {old}."
        nl "De situatie is nu {new} in plaats van {old}."
        fr "La situation est désormais {new} au lieu de {old}."
    }
    state_changed(old new) {
        en "The map now shows the journey {new}; before, {old}."
        nl "De kaart toont de reis nu {new}; eerder {old}."
        fr "La carte montre désormais le parcours {new}\u{a0}; avant, {old}."
    }
    basis_changed(old new) {
        en "The map now rests on {new} instead of {old}."
        nl "De kaart steunt nu op {new} in plaats van op {old}."
        fr "La carte repose désormais sur {new} et non plus sur {old}."
    }
    scale_changed(old new) {
        en "Ratings are now on the scale {new} instead of {old}; they are compared on a common one."
        nl "De scores staan nu op de schaal {new} in plaats van {old}; ze zijn op één schaal vergeleken."
        fr "Les notes sont désormais sur l’échelle {new} au lieu de {old}\u{a0}; elles sont comparées sur une même échelle."
    }
    map_owner_changed(old new) {
        en "{new} now answers for the map instead of {old}."
        nl "{new} is nu verantwoordelijk voor de kaart, in plaats van {old}."
        fr "{new} répond désormais de la carte à la place de {old}."
    }
    phase_owner_changed(title old new) {
        en "The team for the phase {title} is now {new} instead of {old}."
        nl "Het team voor de fase {title} is nu {new} in plaats van {old}."
        fr "L’équipe de la phase {title} est désormais {new} au lieu de {old}."
    }
    reviewed(day) {
        en "The map was last reviewed on {day}."
        nl "De kaart is voor het laatst herzien op {day}."
        fr "La carte a été revue pour la dernière fois le {day}."
    }
    end_cut_off(reason) {
        en "Customers can no longer complete the journey{reason}"
        nl "Klanten kunnen de reis niet meer afmaken{reason}"
        fr "Les clients ne peuvent plus aller au bout du parcours{reason}"
    }
    end_restored(reason) {
        en "Customers can complete the journey again{reason}"
        nl "Klanten kunnen de reis weer afmaken{reason}"
        fr "Les clients peuvent de nouveau aller au bout du parcours{reason}"
    }
    closed_since(title) { en ": {title} does not take place." nl ": {title} gaat niet door." fr "\u{a0}: {title} n’a pas lieu." }
    open_since(title) { en ": {title} takes place." nl ": {title} gaat door." fr "\u{a0}: {title} a lieu." }

    channel_added(title) {
        en "{title} is a new channel."
        nl "{title} is een nieuw kanaal."
        fr "{title} est un nouveau canal."
    }
    channel_added_with(title status) {
        en "{title} is a new channel; it {status}"
        nl "{title} is een nieuw kanaal; het {status}"
        fr "{title} est un nouveau canal\u{a0}; il {status}"
    }
    channel_removed(title) {
        en "{title} is no longer one of the channels."
        nl "{title} is geen kanaal meer."
        fr "{title} n’est plus un canal."
    }
    channel_status(title status) {
        en "The channel {title} {status}"
        nl "Het kanaal {title} {status}"
        fr "Le canal {title} {status}"
    }
    channel_renamed(old new) {
        en "The channel {old} is now called {new}."
        nl "Het kanaal {old} heet nu {new}."
        fr "Le canal {old} s’appelle désormais {new}."
    }

    phase_added(title) { en "{title} is a new phase." nl "{title} is een nieuwe fase." fr "{title} est une nouvelle phase." }
    phase_removed(title) {
        en "{title} is no longer a phase."
        nl "{title} is geen fase meer."
        fr "{title} n’est plus une phase."
    }
    phases_merged(old new) {
        en "The phases {old} are now one: {new}."
        nl "De fasen {old} zijn nu één: {new}."
        fr "Les phases {old} n’en font plus qu’une\u{a0}: {new}."
    }
    phase_split(old new) {
        en "The phase {old} is now several: {new}."
        nl "De fase {old} is opgesplitst: {new}."
        fr "La phase {old} est désormais divisée\u{a0}: {new}."
    }
    phase_renamed(old new) {
        en "The phase {old} is now {new}."
        nl "De fase {old} heet nu {new}."
        fr "La phase {old} devient {new}."
    }
    phase_inferred(old new grounds) {
        en "The phase {old} is now {new} (inferred from {grounds})."
        nl "De fase {old} heet nu {new} (afgeleid uit {grounds})."
        fr "La phase {old} devient {new} (déduit {grounds})."
    }
    phase_reordered(title) {
        en "The phase {title} comes at another point of the journey."
        nl "De fase {title} komt op een ander punt in de reis."
        fr "La phase {title} arrive à un autre point du parcours."
    }
    phase_takes(title new old) {
        en "The phase {title} takes {new} instead of {old}."
        nl "De fase {title} duurt {new} in plaats van {old}."
        fr "La phase {title} dure {new} au lieu de {old}."
    }

    need_added(need place) {
        en "{place}customers now need: {need}."
        nl "Nieuwe behoefte{place}: {need}."
        fr "Nouveau besoin{place}\u{a0}: {need}."
    }
    need_removed(need place) {
        en "{place}this need is no longer on the map: {need}."
        nl "Behoefte die niet meer op de kaart staat{place}: {need}."
        fr "Besoin qui n’est plus sur la carte{place}\u{a0}: {need}."
    }
    at_touchpoint(title) { en "At {title}, " nl " bij {title}" fr " à l’étape {title}" }
    in_phase(title) { en "In the phase {title}, " nl " in de fase {title}" fr " dans la phase {title}" }
    in_journey() { en "Throughout the journey, " nl " in de hele reis" fr " tout au long du parcours" }

    touchpoint_added(title via phase closed) {
        en "{title}{via} is a new touchpoint in the phase {phase}{closed}."
        nl "{title}{via} is een nieuw contactmoment in de fase {phase}{closed}."
        fr "{title}{via} est un nouveau point de contact dans la phase {phase}{closed}."
    }
    which_is_closed() { en ", which does not take place" nl ", dat niet doorgaat" fr ", qui n’a pas lieu" }
    touchpoint_removed(title phase) {
        en "{title} is no longer part of the journey (it was in the phase {phase})."
        nl "{title} hoort niet meer bij de reis (het stond in de fase {phase})."
        fr "{title} ne fait plus partie du parcours (c’était dans la phase {phase})."
    }
    touchpoints_merged(old new) {
        en "{old} are now one touchpoint: {new}."
        nl "{old} zijn nu één contactmoment: {new}."
        fr "{old} ne font plus qu’un point de contact\u{a0}: {new}."
    }
    touchpoint_split(old new) {
        en "{old} is now several touchpoints: {new}."
        nl "{old} is opgesplitst in: {new}."
        fr "{old} est désormais divisé en plusieurs points de contact\u{a0}: {new}."
    }
    renamed(old new) { en "{old} is now {new}." nl "{old} is nu {new}." fr "{old} devient {new}." }
    inferred(old new grounds) {
        en "{old} is now {new} (inferred from {grounds})."
        nl "{old} is nu {new} (afgeleid uit {grounds})."
        fr "{old} devient {new} (déduit {grounds})."
    }
    reads(old new) { en "{old} now reads {new}." nl "{old} luidt nu {new}." fr "{old} se lit désormais {new}." }
    its_title() { en "the title" nl "de titel" fr "du titre" }
    its_contents() { en "what stands on it" nl "wat erbij hoort" fr "de son contenu" }
    its_channel() { en "the channel" nl "het kanaal" fr "du canal" }
    its_place() { en "the place" nl "de plaats" fr "de l’emplacement" }
    its_neighbours() { en "what comes before and after" nl "wat ervoor en erna komt" fr "de ce qui précède et suit" }
    touchpoint_moved(title old new) {
        en "{title} moved from the phase {old} to {new}."
        nl "{title} is verplaatst van de fase {old} naar {new}."
        fr "{title} passe de la phase {old} à {new}."
    }
    touchpoint_reordered(title phase) {
        en "{title} comes at another point of the phase {phase}."
        nl "{title} komt op een ander punt in de fase {phase}."
        fr "{title} arrive à un autre point de la phase {phase}."
    }
    touchpoint_status(title status) { en "{title} {status}" nl "{title} {status}" fr "{title} {status}" }
    closed_because(title reason) {
        en "{title} does not take place, because {reason}."
        nl "{title} gaat niet door, omdat {reason}."
        fr "{title} n’a pas lieu, car {reason}."
    }
    limited_because(title reason) {
        en "{title} takes place with restrictions, because {reason}."
        nl "{title} gaat maar beperkt door, omdat {reason}."
        fr "{title} n’a lieu qu’avec des restrictions, car {reason}."
    }
    rechannelled(title new old) {
        en "The channel of {title} is now {new} instead of {old}."
        nl "Het kanaal van {title} is nu {new} in plaats van {old}."
        fr "Le canal de {title} est désormais {new} au lieu de {old}."
    }
    gained_channel(title new) {
        en "{title} has a further channel: {new}."
        nl "{title} heeft er een kanaal bij: {new}."
        fr "{title} a un canal de plus\u{a0}: {new}."
    }
    lost_channel(title old) {
        en "{title} has lost a channel: {old}."
        nl "{title} is een kanaal kwijt: {old}."
        fr "{title} a perdu un canal\u{a0}: {old}."
    }
    goes_instead(title places) {
        en "Instead of {title}, customers go to {places}."
        nl "In plaats van naar {title} gaan klanten naar {places}."
        fr "Au lieu de {title}, les clients passent par {places}."
    }
    would_go_instead(title places) {
        en "If {title} does not take place, customers go to {places}."
        nl "Als {title} niet doorgaat, gaan klanten naar {places}."
        fr "Si {title} n’a pas lieu, les clients passent par {places}."
    }
    goes_no_longer(title places) {
        en "Customers no longer go to {places} instead of {title}."
        nl "Klanten gaan niet langer naar {places} in plaats van naar {title}."
        fr "Les clients ne passent plus par {places} au lieu de {title}."
    }
    reassigned(title new old) {
        en "The team for {title} is now {new} instead of {old}."
        nl "Het team voor {title} is nu {new} in plaats van {old}."
        fr "L’équipe de {title} est désormais {new} au lieu de {old}."
    }
    actors(title new old) {
        en "Also involved in {title}: {new}; before: {old}."
        nl "Ook betrokken bij {title}: {new}; eerder: {old}."
        fr "Participent aussi à {title}\u{a0}: {new}\u{a0}; avant\u{a0}: {old}."
    }
    entry_added(title) {
        en "Journeys can now begin at {title}."
        nl "De reis kan nu beginnen bij {title}."
        fr "Le parcours peut désormais commencer par {title}."
    }
    entry_removed(title) {
        en "Journeys no longer begin at {title}."
        nl "De reis begint niet meer bij {title}."
        fr "Le parcours ne commence plus par {title}."
    }
    unreachable(title reason) {
        en "No way leads to {title} any more{reason}"
        nl "Geen route leidt nog naar {title}{reason}"
        fr "Aucun chemin ne mène plus à {title}{reason}"
    }
    reachable(title reason) {
        en "Customers get to {title} again{reason}"
        nl "Klanten komen weer bij {title}{reason}"
        fr "Les clients arrivent de nouveau à {title}{reason}"
    }

    go_on(who title) { en "{who} go on to {title}" nl "gaan {who} verder naar {title}" fr "{who} passent à {title}" }
    goes_on(who title) { en "{who} go on to {title}" nl "gaat {who} verder naar {title}" fr "{who} passent à {title}" }
    complete(who) { en "{who} complete the journey" nl "ronden {who} de reis af" fr "{who} arrivent au bout du parcours" }
    completes(who) { en "{who} complete the journey" nl "rondt {who} de reis af" fr "{who} arrivent au bout du parcours" }
    give_up(who) { en "{who} give up" nl "haken {who} af" fr "{who} abandonnent" }
    gives_up(who) { en "{who} give up" nl "haakt {who} af" fr "{who} abandonnent" }
    way_added(title clause) {
        en "New: at {title}, {clause}."
        nl "Nieuw: bij {title} {clause}."
        fr "Nouveau\u{a0}: à l’étape {title}, {clause}."
    }
    no_longer_goes_on(title to) {
        en "At {title}, customers no longer go on to {to}."
        nl "Van {title} gaan klanten niet langer verder naar {to}."
        fr "De l’étape {title}, les clients ne passent plus à {to}."
    }
    no_longer_completes(title) {
        en "At {title}, customers no longer complete the journey."
        nl "Bij {title} ronden klanten de reis niet langer af."
        fr "À l’étape {title}, les clients n’arrivent plus au bout du parcours."
    }
    no_longer_gives_up(title) {
        en "At {title}, customers no longer give up."
        nl "Bij {title} haken klanten niet langer af."
        fr "À l’étape {title}, les clients n’abandonnent plus."
    }
    share_changed(title clause was) {
        en "At {title}, {clause}, instead of {was}."
        nl "Bij {title} {clause}, in plaats van {was}."
        fr "À l’étape {title}, {clause}, au lieu de {was}."
    }

    reworded(name fields) {
        en "Worded otherwise for {name}: {fields}."
        nl "Anders verwoord bij {name}: {fields}."
        fr "Formulé autrement pour {name}\u{a0}: {fields}."
    }
    other_details(name fields) {
        en "Other details of {name}: {fields}."
        nl "Andere details van {name}: {fields}."
        fr "D’autres détails de {name}\u{a0}: {fields}."
    }
    other_evidence(name) {
        en "{name} rests on other evidence."
        nl "{name} steunt op ander bewijs."
        fr "{name} repose sur d’autres preuves."
    }
    the_map() { en "the map" nl "de kaart" fr "la carte" }
}

counts! {
    channels_closed(n titles) {
        en "the channel {titles} is closed" "the channels {titles} are closed"
        nl "het kanaal {titles} gesloten is" "de kanalen {titles} gesloten zijn"
        fr "le canal {titles} est fermé" "les canaux {titles} sont fermés"
    }
    channels_limited(n titles) {
        en "the channel {titles} is not open as usual" "the channels {titles} are not open as usual"
        nl "het kanaal {titles} niet gewoon open is" "de kanalen {titles} niet gewoon open zijn"
        fr "le canal {titles} n’est pas ouvert normalement" "les canaux {titles} ne sont pas ouverts normalement"
    }
}
