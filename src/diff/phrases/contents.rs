//! What is said of moments of truth, friction, solutions and promises.

use super::phrases;

phrases! {
    at_place(name place) { en "{name} at {place}" nl "{name} bij {place}" fr "{name} (étape {place})" }
    moment_gained_failing(name gap reason) {
        en "{name} is a new moment of truth, and it fails (gap {gap}){reason}"
        nl "{name} is een nieuw moment van de waarheid, en het loopt mis (kloof {gap}){reason}"
        fr "{name} est un nouveau moment de vérité, et il échoue (écart {gap}){reason}"
    }
    moment_gained_unkept(name reason) {
        en "{name} is a new moment of truth, with a promise that is not kept{reason}"
        nl "{name} is een nieuw moment van de waarheid, met een belofte die niet wordt nagekomen{reason}"
        fr "{name} est un nouveau moment de vérité, avec une promesse qui n’est pas tenue{reason}"
    }
    moment_fails(name old new) {
        en "The moment of truth {name} now fails: customers get less than they expect (gap {old} → {new})."
        nl "Het moment van de waarheid {name} loopt nu mis: klanten krijgen minder dan ze verwachten (kloof {old} → {new})."
        fr "Le moment de vérité {name} échoue désormais\u{a0}: les clients reçoivent moins que ce qu’ils attendent (écart {old} → {new})."
    }
    moment_fails_more(name old new) {
        en "The moment of truth {name} fails even more: customers get still less than they expect (gap {old} → {new})."
        nl "Het moment van de waarheid {name} loopt nog erger mis: klanten krijgen nog minder dan ze verwachten (kloof {old} → {new})."
        fr "Le moment de vérité {name} échoue plus encore\u{a0}: les clients reçoivent encore moins que ce qu’ils attendent (écart {old} → {new})."
    }
    moment_fell(name old new) {
        en "The moment of truth {name} is a worse experience than before ({old} → {new})."
        nl "Het moment van de waarheid {name} wordt slechter ervaren dan eerst ({old} → {new})."
        fr "Le moment de vérité {name} est moins bien vécu qu’avant ({old} → {new})."
    }
    moment_succeeds(name old new) {
        en "The moment of truth {name} no longer fails: customers get what they expect (gap {old} → {new})."
        nl "Het moment van de waarheid {name} loopt niet meer mis: klanten krijgen wat ze verwachten (kloof {old} → {new})."
        fr "Le moment de vérité {name} n’échoue plus\u{a0}: les clients reçoivent ce qu’ils attendent (écart {old} → {new})."
    }
    moment_fails_less(name old new) {
        en "The moment of truth {name} fails less than before (gap {old} → {new})."
        nl "Het moment van de waarheid {name} loopt minder mis dan eerst (kloof {old} → {new})."
        fr "Le moment de vérité {name} échoue moins qu’avant (écart {old} → {new})."
    }
    moment_only_expected_less(name old new) {
        en "At the moment of truth {name} the gap is smaller ({old} → {new}), but only because customers expect less."
        nl "Bij het moment van de waarheid {name} is de kloof kleiner ({old} → {new}), maar alleen omdat klanten minder verwachten."
        fr "Au moment de vérité {name}, l’écart se réduit ({old} → {new}), mais seulement parce que les clients attendent moins."
    }
    moment_rose(name old new) {
        en "The moment of truth {name} is a better experience than before ({old} → {new})."
        nl "Het moment van de waarheid {name} wordt beter ervaren dan eerst ({old} → {new})."
        fr "Le moment de vérité {name} est mieux vécu qu’avant ({old} → {new})."
    }
    moment_lived_elsewhere(title places closed) {
        en "The moment of truth {title} moves with the customer to {places}, since {closed} does not take place."
        nl "Het moment van de waarheid {title} verhuist met de klant naar {places}, omdat {closed} niet doorgaat."
        fr "Le moment de vérité {title} suit le client vers {places}, puisque {closed} n’a pas lieu."
    }
    moment_lived_again(title places) {
        en "The moment of truth {title} is back at {places}."
        nl "Het moment van de waarheid {title} is terug bij {places}."
        fr "Le moment de vérité {title} est de retour à l’étape {places}."
    }
    moment_gained(name reason) {
        en "{name} is a new moment of truth{reason}"
        nl "{name} is een nieuw moment van de waarheid{reason}"
        fr "{name} est un nouveau moment de vérité{reason}"
    }
    moment_lost(name) {
        en "{name} is no longer a moment of truth."
        nl "{name} is geen moment van de waarheid meer."
        fr "{name} n’est plus un moment de vérité."
    }
    moment_reads(old new) {
        en "The moment of truth {old} now reads {new}."
        nl "Het moment van de waarheid {old} luidt nu {new}."
        fr "Le moment de vérité {old} se lit désormais {new}."
    }
    moment_moved(title old new) {
        en "The moment of truth {title} moved from {old} to {new}."
        nl "Het moment van de waarheid {title} ligt nu bij {new}, niet meer bij {old}."
        fr "Le moment de vérité {title} passe de l’étape {old} à l’étape {new}."
    }
    moment_cut_off(title reason) {
        en "Customers can no longer get to the moment of truth {title}{reason}"
        nl "Klanten komen niet meer bij het moment van de waarheid {title}{reason}"
        fr "Les clients n’arrivent plus au moment de vérité {title}{reason}"
    }
    moment_restored(title reason) {
        en "Customers get to the moment of truth {title} again{reason}"
        nl "Klanten komen weer bij het moment van de waarheid {title}{reason}"
        fr "Les clients arrivent de nouveau au moment de vérité {title}{reason}"
    }
    moment_at_risk(title new old reason) {
        en "The moment of truth {title} is at risk: the ways to it are {new} instead of {old}{reason}"
        nl "Het moment van de waarheid {title} loopt gevaar: er leiden nog {new} in plaats van {old} routes naartoe{reason}"
        fr "Le moment de vérité {title} est menacé\u{a0}: {new} chemins y mènent au lieu de {old}{reason}"
    }
    moment_last_way(title old reason) {
        en "The moment of truth {title} is at risk: a single way leads to it, instead of {old}{reason}"
        nl "Het moment van de waarheid {title} loopt gevaar: er leidt nog maar één route naartoe, in plaats van {old}{reason}"
        fr "Le moment de vérité {title} est menacé\u{a0}: un seul chemin y mène encore, au lieu de {old}{reason}"
    }
    moment_secured(title new old reason) {
        en "The moment of truth {title} is safer: {new} ways lead to it instead of {old}{reason}"
        nl "Het moment van de waarheid {title} staat steviger: er leiden {new} routes naartoe in plaats van {old}{reason}"
        fr "Le moment de vérité {title} est plus sûr\u{a0}: {new} chemins y mènent au lieu de {old}{reason}"
    }
    commitment_added(title act) {
        en "At {title}, an act now proves the engagement: {act}"
        nl "Bij {title} bewijst nu een daad de betrokkenheid: {act}"
        fr "Pour {title}, un acte prouve désormais l’engagement\u{a0}: {act}"
    }
    commitment_withdrawn(title act) {
        en "At {title}, no act proves the engagement any more; it was: {act}"
        nl "Bij {title} bewijst geen daad de betrokkenheid meer; het was: {act}"
        fr "Pour {title}, plus aucun acte ne prouve l’engagement\u{a0}; c’était\u{a0}: {act}"
    }
    commitment_reworded(title) {
        en "The commitment at {title} is worded otherwise."
        nl "De daad bij {title} is anders verwoord."
        fr "L’engagement pour {title} est formulé autrement."
    }

    throughout(phase) { en "throughout the phase {phase}" nl "in de hele fase {phase}" fr "dans toute la phase {phase}" }
    at(place) { en "at {place}" nl "bij {place}" fr "à l’étape {place}" }
    hits(percent) {
        en ", hits {percent} of customers"
        nl ", treft {percent} van de klanten"
        fr ", touche {percent} des clients"
    }
    friction_added(weight name reason) {
        en "New friction ({weight}): {name}{reason}"
        nl "Nieuwe frictie ({weight}): {name}{reason}"
        fr "Nouvelle friction ({weight})\u{a0}: {name}{reason}"
    }
    friction_removed(name) {
        en "Friction no longer on the map: {name}."
        nl "Frictie die niet meer op de kaart staat: {name}."
        fr "Friction disparue de la carte\u{a0}: {name}."
    }
    friction_renamed(old new) {
        en "The friction {old} is now {new}."
        nl "De frictie {old} is nu {new}."
        fr "La friction {old} devient {new}."
    }
    friction_inferred(old new grounds) {
        en "The friction {old} is now {new} (inferred from {grounds})."
        nl "De frictie {old} is nu {new} (afgeleid uit {grounds})."
        fr "La friction {old} devient {new} (déduit {grounds})."
    }
    friction_moved(title new old) {
        en "The friction {title} is now felt {new}; it was {old}."
        nl "De frictie {title} is nu voelbaar {new}; dat was {old}."
        fr "La friction {title} se ressent désormais {new}\u{a0}; c’était {old}."
    }
    friction_spread(name places) {
        en "The friction {name} is now felt at {places} as well."
        nl "De frictie {name} is nu ook voelbaar bij {places}."
        fr "La friction {name} se ressent désormais aussi à l’étape {places}."
    }
    friction_contained(name places) {
        en "The friction {name} is no longer felt at {places}."
        nl "De frictie {name} is niet meer voelbaar bij {places}."
        fr "La friction {name} ne se ressent plus à l’étape {places}."
    }
    friction_resolved(name reason) {
        en "The friction {name} is resolved{reason}"
        nl "De frictie {name} is opgelost{reason}"
        fr "La friction {name} est résolue{reason}"
    }
    friction_reopened(name) {
        en "The friction {name}, once resolved, is back."
        nl "De frictie {name}, eerder opgelost, is terug."
        fr "La friction {name}, un temps résolue, est de retour."
    }
    friction_while_closed(name what channel) {
        en "The friction {name} {what}, but only while {channel} is closed."
        nl "De frictie {name} {what}, maar alleen zolang {channel} gesloten is."
        fr "La friction {name} {what}, mais seulement tant que {channel} est fermé."
    }
    friction_since_open(name what channel) {
        en "The friction {name} {what}, now that {channel} is open again."
        nl "De frictie {name} {what}, nu {channel} weer open is."
        fr "La friction {name} {what}, maintenant que {channel} est rouvert."
    }
    friction_is(name what) { en "The friction {name} {what}." nl "De frictie {name} {what}." fr "La friction {name} {what}." }
    is_mitigated() { en "is mitigated" nl "is verzacht" fr "est atténuée" }
    is_not_mitigated() { en "is no longer mitigated" nl "is niet meer verzacht" fr "n’est plus atténuée" }
    is_severity(new old) {
        en "is now {new} instead of {old}"
        nl "is nu {new} in plaats van {old}"
        fr "est désormais {new} au lieu de {old}"
    }
    now_hits(new old) {
        en "hits {new} of customers instead of {old}"
        nl "treft {new} van de klanten in plaats van {old}"
        fr "touche {new} des clients au lieu de {old}"
    }

    against(title friction) {
        en "{title} (against {friction})"
        nl "{title} (tegen {friction})"
        fr "{title} (contre {friction})"
    }
    solution_added(name state) {
        en "New solution: {name} – {state}."
        nl "Nieuwe oplossing: {name} – {state}."
        fr "Nouvelle solution\u{a0}: {name} – {state}."
    }
    solution_removed(name) {
        en "{name} is no longer among the solutions."
        nl "{name} staat niet meer bij de oplossingen."
        fr "{name} ne figure plus parmi les solutions."
    }
    solution_taken_up(name state) {
        en "The solution {name} is taken up again: {state}."
        nl "De oplossing {name} is weer opgepakt: {state}."
        fr "La solution {name} est reprise\u{a0}: {state}."
    }
    solution_dropped(name) {
        en "The solution {name} is dropped."
        nl "De oplossing {name} is geschrapt."
        fr "La solution {name} est abandonnée."
    }
    solution_progress(name new old) {
        en "The solution {name} is now {new}; it was {old}."
        nl "De oplossing {name} is nu {new}; dat was {old}."
        fr "La solution {name} est désormais {new}\u{a0}; elle était {old}."
    }
    solution_reads(old new) {
        en "The solution {old} now reads {new}."
        nl "De oplossing {old} luidt nu {new}."
        fr "La solution {old} se lit désormais {new}."
    }
    solution_reassigned(title new old) {
        en "The owner of the solution {title} is now {new} instead of {old}."
        nl "De eigenaar van de oplossing {title} is nu {new} in plaats van {old}."
        fr "Le responsable de la solution {title} est désormais {new} au lieu de {old}."
    }
    solution_slipped(title new old) {
        en "The solution {title} is due {new} instead of {old}."
        nl "De oplossing {title} komt er pas tegen {new} in plaats van {old}."
        fr "La solution {title} est attendue pour le {new} au lieu du {old}."
    }
    dropped_once(title) {
        en "The dropped solution {title} is on one side only."
        nl "De geschrapte oplossing {title} staat maar op één kaart."
        fr "La solution abandonnée {title} ne figure que d’un côté."
    }
    no_owner() { en "no owner yet" nl "nog geen eigenaar" fr "pas encore de responsable" }
    due(day) { en ", due {day}" nl ", uiterlijk {day}" fr ", pour le {day}" }

    promise_made(name) { en "New promise: {name}." nl "Nieuwe belofte: {name}." fr "Nouvelle promesse\u{a0}: {name}." }
    promise_made_kept(name takes) {
        en "New promise: {name}; {takes}."
        nl "Nieuwe belofte: {name}; {takes}."
        fr "Nouvelle promesse\u{a0}: {name}\u{a0}; {takes}."
    }
    promise_made_broken(name takes) {
        en "New promise, and not kept: {name}; {takes}."
        nl "Nieuwe belofte, die niet wordt nagekomen: {name}; {takes}."
        fr "Nouvelle promesse, non tenue\u{a0}: {name}\u{a0}; {takes}."
    }
    it_takes(time) { en "it takes {time}" nl "het duurt {time}" fr "il faut {time}" }
    kept_for(percent) {
        en "{percent} of customers get what was promised"
        nl "{percent} van de klanten krijgt wat beloofd is"
        fr "{percent} des clients obtiennent ce qui est promis"
    }
    promise_missed_further(title new old) {
        en "The promise {title} is missed by even more: {new}; before, {old}."
        nl "De belofte {title} wordt nog minder nagekomen: {new}; eerder: {old}."
        fr "La promesse {title} est encore moins tenue\u{a0}: {new}\u{a0}; avant\u{a0}: {old}."
    }
    promise_later(title new old) {
        en "The promise {title} is still kept, but less well: {new}; before, {old}."
        nl "De belofte {title} wordt nog nagekomen, maar minder goed: {new}; eerder: {old}."
        fr "La promesse {title} reste tenue, mais moins bien\u{a0}: {new}\u{a0}; avant\u{a0}: {old}."
    }
    promise_missed_less(title new old) {
        en "The promise {title} is missed by less: {new}; before, {old}."
        nl "De belofte {title} wordt nog niet nagekomen, maar het gaat beter: {new}; eerder: {old}."
        fr "La promesse {title} n’est toujours pas tenue, mais c’est mieux\u{a0}: {new}\u{a0}; avant\u{a0}: {old}."
    }
    promise_sooner(title new old) {
        en "The promise {title} is kept better than before: {new}; before, {old}."
        nl "De belofte {title} wordt beter nagekomen dan eerst: {new}; eerder: {old}."
        fr "La promesse {title} est mieux tenue qu’avant\u{a0}: {new}\u{a0}; avant\u{a0}: {old}."
    }
    promise_place(title place) { en "{title} (at {place})" nl "{title} (bij {place})" fr "{title} (à l’étape {place})" }
    promise_withdrawn(place title) {
        en "No longer promised at {place}: {title}."
        nl "Niet meer beloofd bij {place}: {title}."
        fr "N’est plus promis à l’étape {place}\u{a0}: {title}."
    }
    promise_reads(old new) {
        en "The promise {old} now reads {new}."
        nl "De belofte {old} luidt nu {new}."
        fr "La promesse {old} se lit désormais {new}."
    }
    promise_within(title new old) {
        en "{title} is promised within {new} instead of {old}."
        nl "{title} wordt beloofd binnen {new} in plaats van {old}."
        fr "{title} est promis sous {new} au lieu de {old}."
    }
    promise_kept(title takes) {
        en "The promise {title} is kept now: {takes}."
        nl "De belofte {title} wordt nu nagekomen: {takes}."
        fr "La promesse {title} est désormais tenue\u{a0}: {takes}."
    }
    promise_broken(title takes) {
        en "The promise {title} is no longer kept: {takes}."
        nl "De belofte {title} wordt niet meer nagekomen: {takes}."
        fr "La promesse {title} n’est plus tenue\u{a0}: {takes}."
    }
    promise_out_of_reach(title place reason) {
        en "The promise {title}, made at {place}, can no longer be kept{reason}"
        nl "De belofte {title}, gedaan bij {place}, kan niet meer worden nagekomen{reason}"
        fr "La promesse {title}, faite à l’étape {place}, ne peut plus être tenue{reason}"
    }
    promise_in_reach(title place reason) {
        en "The promise {title}, made at {place}, can be kept again{reason}"
        nl "De belofte {title}, gedaan bij {place}, kan weer worden nagekomen{reason}"
        fr "La promesse {title}, faite à l’étape {place}, peut de nouveau être tenue{reason}"
    }
}
