//! What the report says around the changes: the paragraph at its head, headings, figures.

use super::{counts, phrases};

phrases! {
    for_customers() { en "for customers" nl "voor klanten" fr "pour les clients" }
    for_persona(name) { en "for {name}" nl "voor {name}" fr "pour {name}" }
    the_change() { en "the change" nl "de verandering" fr "le changement" }
    the_end_of(situation) { en "the end of {situation}" nl "het einde van {situation}" fr "la fin de {situation}" }
    balance(whom cause things) {
        en "{whom}, {cause} makes {things}"
        nl "{whom} maakt {cause} {things}"
        fr "{whom}, {cause} {things}"
    }
    worse_and_better(worse better) {
        en "{worse} worse and {better} better"
        nl "{worse} slechter en {better} beter"
        fr "aggrave {worse} et en améliore {better}"
    }
    only_worse(worse) {
        en "{worse} worse and nothing better"
        nl "{worse} slechter en niets beter"
        fr "aggrave {worse} et n’améliore rien"
    }
    only_better(better) {
        en "{better} better and nothing worse"
        nl "{better} beter en niets slechter"
        fr "améliore {better} et n’aggrave rien"
    }
    no_verdict(whom) {
        en "{whom}, nothing becomes worse or better"
        nl "{whom} wordt niets slechter of beter"
        fr "{whom}, rien ne s’aggrave ni ne s’améliore"
    }
    comparison_of(one other) {
        en "this compares {one} with {other}, without saying that either is worse"
        nl "dit vergelijkt {one} met {other}, zonder te zeggen dat een van beide slechter is"
        fr "ceci compare {one} et {other}, sans dire que l’un est moins bon"
    }
    also(first second) { en "{first}; {second}" nl "{first}; {second}" fr "{first}\u{a0}; {second}" }
    too(first second) { en "{first}, and {second}" nl "{first}, en {second}" fr "{first}, et {second}" }
    the_channel(title) { en "the channel {title}" nl "het kanaal {title}" fr "le canal {title}" }
    the_touchpoint(title) { en "the touchpoint {title}" nl "het contactmoment {title}" fr "le point de contact {title}" }
    with_severity(title severity) { en "{title} ({severity})" nl "{title} ({severity})" fr "{title} ({severity})" }
    the_worst_being(told worst) {
        en "{told}, the worst being {worst}"
        nl "{told}, met als ernstigste {worst}"
        fr "{told}, dont le plus grave\u{a0}: {worst}"
    }
    which_is(told worst) { en "{told}: {worst}" nl "{told}: {worst}" fr "{told}\u{a0}: {worst}" }
    end_cut_off_gist() {
        en "customers can no longer complete the journey"
        nl "klanten kunnen de reis niet meer afmaken"
        fr "les clients ne peuvent plus aller au bout du parcours"
    }
    end_restored_gist() {
        en "customers can complete the journey again"
        nl "klanten kunnen de reis weer afmaken"
        fr "les clients peuvent de nouveau aller au bout du parcours"
    }
    reach_the_end(new old) {
        en "{new} of customers reach the end, instead of {old}"
        nl "{new} van de klanten haalt het einde, in plaats van {old}"
        fr "{new} des clients arrivent au bout, au lieu de {old}"
    }
    further_below(places) {
        en "customers are left further below what they expect {places}"
        nl "de beleving blijft verder achter bij de verwachting {places}"
        fr "les clients sont plus loin de ce qu’ils attendent {places}"
    }
    closer(places) {
        en "customers come closer to what they expect {places}"
        nl "de beleving komt dichter bij de verwachting {places}"
        fr "les clients se rapprochent de ce qu’ils attendent {places}"
    }
    at_gap(place old new) {
        en "at {place} (gap {old} → {new})"
        nl "bij {place} (kloof {old} → {new})"
        fr "à {place} (écart {old} → {new})"
    }
    most_of_all(places worst) { en "{places}, most of all {worst}" nl "{places}, het meest {worst}" fr "{places}, surtout {worst}" }
    no_differences(title) { en "{title}: no differences" nl "{title}: geen verschillen" fr "{title}\u{a0}: aucune différence" }
    no_solution_yet() { en "No solution yet for" nl "Nog geen oplossing voor" fr "Pas encore de solution pour" }
    new_journey(name) { en "New journey: {name}" nl "Nieuwe reis: {name}" fr "Nouveau parcours\u{a0}: {name}" }
    gone_journey(name) { en "Journey no longer there: {name}" nl "Reis die er niet meer is: {name}" fr "Parcours disparu\u{a0}: {name}" }
    heading_journey() { en "Phases, needs and touchpoints" nl "Fasen, behoeften en contactmomenten" fr "Phases, besoins et points de contact" }
    heading_moments() { en "Moments of truth" nl "Momenten van de waarheid" fr "Moments de vérité" }
    heading_friction() { en "Friction" nl "Frictie" fr "Frictions" }
    heading_solutions() { en "Solutions" nl "Oplossingen" fr "Solutions" }
    heading_satisfaction() { en "Expectations and satisfaction" nl "Verwachtingen en tevredenheid" fr "Attentes et satisfaction" }
    heading_figures() { en "In figures" nl "In cijfers" fr "En chiffres" }
    heading_accepted() { en "Accepted" nl "Aanvaard" fr "Accepté" }
    word_worse() { en "worse" nl "slechter" fr "pire" }
    word_better() { en "better" nl "beter" fr "mieux" }
    accepted_for(reason) { en "Accepted: {reason}" nl "Aanvaard: {reason}" fr "Accepté\u{a0}: {reason}" }
}

phrases! {
    things_in_digits(n) { en "{n} things" nl "{n} dingen" fr "{n} choses" }
    further_changes(n) {
        en "{n} without a verdict: neither worse nor better in itself"
        nl "{n} zonder oordeel: op zichzelf niet slechter of beter"
        fr "{n} sans verdict\u{a0}: ni pire ni mieux en soi"
    }
}

counts! {
    things(n) { en "one thing" "{n} things" nl "één ding" "{n} dingen" fr "une chose" "{n} choses" }
    channels(n) { en "one channel" "{n} channels" nl "één kanaal" "{n} kanalen" fr "un canal" "{n} canaux" }
    touchpoints(n) {
        en "one touchpoint" "{n} touchpoints"
        nl "één contactmoment" "{n} contactmomenten"
        fr "un point de contact" "{n} points de contact"
    }
    at_touchpoints(n) {
        en "at one touchpoint" "at {n} touchpoints"
        nl "bij één contactmoment" "bij {n} contactmomenten"
        fr "à un point de contact" "à {n} points de contact"
    }
    moments(n) {
        en "one moment of truth" "{n} moments of truth"
        nl "één moment van de waarheid" "{n} momenten van de waarheid"
        fr "un moment de vérité" "{n} moments de vérité"
    }
    points(n) {
        en "one friction point" "{n} friction points"
        nl "één frictiepunt" "{n} frictiepunten"
        fr "un point de friction" "{n} points de friction"
    }
    known_points(n) {
        en "one known friction point" "{n} known friction points"
        nl "één bekend frictiepunt" "{n} bekende frictiepunten"
        fr "un point de friction connu" "{n} points de friction connus"
    }
    promises(n) { en "one promise" "{n} promises" nl "één belofte" "{n} beloften" fr "une promesse" "{n} promesses" }
    solutions(n) { en "one solution" "{n} solutions" nl "één oplossing" "{n} oplossingen" fr "une solution" "{n} solutions" }
    new_needs(n) {
        en "customers have one new need" "customers have {n} new needs"
        nl "klanten hebben er één behoefte bij" "klanten hebben er {n} behoeften bij"
        fr "les clients ont un besoin nouveau" "les clients ont {n} besoins nouveaux"
    }
    verb_closes(n) { en "closes" "close" nl "sluit" "sluiten" fr "ferme" "ferment" }
    verb_closes_too(n) { en "does, too" "do, too" nl "daarmee ook" "daarmee ook" fr "avec lui" "avec lui" }
    verb_new(n) { en "is new" "are new" nl "is nieuw" "zijn nieuw" fr "est nouveau" "sont nouveaux" }
    verb_gone(n) { en "is gone" "are gone" nl "valt weg" "vallen weg" fr "disparaît" "disparaissent" }
    verb_open_again(n) { en "is open again" "are open again" nl "is weer open" "zijn weer open" fr "rouvre" "rouvrent" }
    verb_rechannelled(n) {
        en "changes channel" "change channel"
        nl "krijgt een ander kanaal" "krijgen een ander kanaal"
        fr "change de canal" "changent de canal"
    }
    verb_moves(n) {
        en "moves to another phase" "move to other phases"
        nl "gaat naar een andere fase" "gaan naar een andere fase"
        fr "change de phase" "changent de phase"
    }
    verb_lost(n) { en "is lost" "are lost" nl "gaat verloren" "gaan verloren" fr "est perdu" "sont perdus" }
    verb_cut_off(n) {
        en "can no longer be reached" "can no longer be reached"
        nl "is niet meer bereikbaar" "zijn niet meer bereikbaar"
        fr "est hors d’atteinte" "sont hors d’atteinte"
    }
    verb_at_risk(n) { en "is at risk" "are at risk" nl "loopt gevaar" "lopen gevaar" fr "est menacé" "sont menacés" }
    verb_moment_moves(n) {
        en "moves to another touchpoint" "move to other touchpoints"
        nl "verschuift naar een ander contactmoment" "verschuiven naar een ander contactmoment"
        fr "passe à un autre point de contact" "passent à un autre point de contact"
    }
    verb_back(n) { en "is back" "are back" nl "is terug" "zijn terug" fr "est de retour" "sont de retour" }
    verb_worse(n) {
        en "is worse than before" "are worse than before"
        nl "is erger dan eerst" "zijn erger dan eerst"
        fr "s’est aggravé" "se sont aggravés"
    }
    verb_eased(n) { en "is eased" "are eased" nl "is verzacht" "zijn verzacht" fr "est atténué" "sont atténués" }
    verb_resolved(n) { en "is resolved" "are resolved" nl "is opgelost" "zijn opgelost" fr "est résolu" "sont résolus" }
    verb_broken(n) {
        en "is no longer kept" "are no longer kept"
        nl "wordt niet meer nagekomen" "worden niet meer nagekomen"
        fr "n’est plus tenue" "ne sont plus tenues"
    }
    verb_taken(n) {
        en "is in place or under way" "are in place or under way"
        nl "is er of komt eraan" "zijn er of komen eraan"
        fr "est en place ou en cours" "sont en place ou en cours"
    }
    one_without_solution(n) {
        en "it has no solution yet" "{n} of them have no solution yet"
        nl "daarvoor is nog geen oplossing" "voor {n} daarvan is nog geen oplossing"
        fr "il n’a pas encore de solution" "{n} d’entre eux n’ont pas encore de solution"
    }
    one_of_them_without(n) {
        en "one of them has no solution yet" "{n} of them have no solution yet"
        nl "voor één daarvan is nog geen oplossing" "voor {n} daarvan is nog geen oplossing"
        fr "un d’entre eux n’a pas encore de solution" "{n} d’entre eux n’ont pas encore de solution"
    }
    like_these(n) {
        en "… and one more like these" "… and {n} more like these"
        nl "… en nog één zoals deze" "… en nog {n} zoals deze"
        fr "… et un autre du même genre" "… et {n} autres du même genre"
    }
    and_more(n) { en "one more" "{n} more" nl "nog één" "nog {n}" fr "un autre" "{n} autres" }
    hidden(n) {
        en "One change of wording or detail is not shown." "{n} changes of wording or detail are not shown."
        nl "Eén wijziging van woorden of details staat er niet bij." "{n} wijzigingen van woorden of details staan er niet bij."
        fr "Un changement de formulation ou de détail n’est pas montré." "{n} changements de formulation ou de détail ne sont pas montrés."
    }
    more(n) {
        en "One more change is in the full report." "{n} more changes are in the full report."
        nl "Nog één wijziging staat in het volledige rapport." "Nog {n} wijzigingen staan in het volledige rapport."
        fr "Un autre changement figure dans le rapport complet." "{n} autres changements figurent dans le rapport complet."
    }
}
