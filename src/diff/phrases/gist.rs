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
    the_situation(name) { en "{name}" nl "de situatie {name}" fr "la situation {name}" }
    the_answer(told) { en "the answer: {told}" nl "het antwoord: {told}" fr "la réponse\u{a0}: {told}" }
    rests_on_hypotheses() {
        en "the map now rests on hypotheses, no longer on research"
        nl "de kaart steunt nu op aannames, niet meer op onderzoek"
        fr "la carte repose désormais sur des hypothèses, et non plus sur des recherches"
    }
    reach_unknown(old) {
        en "how many customers reach the end is no longer known (it was {old}): the map does not say how they divide"
        nl "hoeveel klanten het einde halen is niet meer bekend (het was {old}): de kaart zegt niet hoe ze zich verdelen"
        fr "on ne sait plus combien de clients arrivent au bout (c’était {old})\u{a0}: la carte ne dit pas comment ils se répartissent"
    }
    ways_to(moment) { en "ways to {moment}" nl "routes naar {moment}" fr "chemins vers {moment}" }
    gap_of_phase(phase) { en "mean gap in {phase}" nl "gemiddelde kloof in {phase}" fr "écart moyen dans {phase}" }
    state_before() { en "before" nl "ervoor" fr "avant" }
    state_after() { en "after" nl "erna" fr "après" }
    state_to_state(title before after) {
        en "{title}: {before} → {after}"
        nl "{title}: {before} → {after}"
        fr "{title}\u{a0}: {before} → {after}"
    }
    at_new_gap(place gap) {
        en "at {place} (new, gap {gap})"
        nl "bij {place} (nieuw, kloof {gap})"
        fr "à l’étape {place} (nouvelle, écart {gap})"
    }
    verb_new_and_fails() { en "is new and fails" nl "is nieuw en loopt mis" fr "est nouveau et échoue" }
    word_worst() { en "worst" nl "slechtst" fr "le pire" }
    legend() {
        en "Signs: + came, − went, ~ is otherwise, ↔ is elsewhere or called otherwise, ⇄ is rearranged."
        nl "Tekens: + kwam erbij, − viel weg, ~ is anders, ↔ is elders of heet anders, ⇄ is anders geordend."
        fr "Signes\u{a0}: + apparaît, − disparaît, ~ a changé, ↔ est ailleurs ou a changé de nom, ⇄ est réorganisé."
    }
    agenda() {
        en "Still to be done: who, what, by when"
        nl "Nog te doen: wie, wat, tegen wanneer"
        fr "Encore à faire\u{a0}: qui, quoi, pour quand"
    }
    agenda_line(owner title state) { en "{owner}: {title} – {state}" nl "{owner}: {title} – {state}" fr "{owner}\u{a0}: {title} – {state}" }
    overdue() { en " – overdue" nl " – te laat" fr " – en retard" }
    no_solution_for_new() {
        en "New friction without a solution"
        nl "Nieuwe frictie zonder oplossing"
        fr "Nouvelles frictions sans solution"
    }
    no_solution_for_known() {
        en "Known friction without a solution"
        nl "Bekende frictie zonder oplossing"
        fr "Frictions connues sans solution"
    }
    worse_and_better(worse better) {
        en "{worse} worse and {better} better"
        nl "{worse} slechter en {better} beter"
        fr "dégrade {worse} et en améliore {better}"
    }
    only_worse(worse) {
        en "{worse} worse and nothing better"
        nl "{worse} slechter en niets beter"
        fr "dégrade {worse} et n’améliore rien"
    }
    only_better(better) {
        en "{better} better and nothing worse"
        nl "{better} beter en niets slechter"
        fr "améliore {better} et ne dégrade rien"
    }
    no_verdict(whom) {
        en "{whom}, nothing becomes worse or better"
        nl "{whom} wordt niets slechter of beter"
        fr "{whom}, rien ne se dégrade ni ne s’améliore"
    }
    comparison_of(one other) {
        en "this compares {one} with {other}, without saying that either is worse"
        nl "dit vergelijkt {one} met {other}, zonder te zeggen dat een van beide slechter is"
        fr "ceci compare {one} et {other}, sans dire que l’un vaut moins que l’autre"
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
        fr "à l’étape {place} (écart {old} → {new})"
    }
    most_of_all(places worst) { en "{places}, most of all {worst}" nl "{places}, het meest {worst}" fr "{places}, surtout {worst}" }
    no_differences(title) { en "{title}: no differences" nl "{title}: geen verschillen" fr "{title}\u{a0}: aucune différence" }
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
    things_in_digits(n) { en "{n} things" nl "{n} punten" fr "{n} points" }
    further_changes(n) {
        en "{n} without a verdict: neither worse nor better in itself"
        nl "{n} zonder oordeel: op zichzelf niet slechter of beter"
        fr "{n} sans verdict\u{a0}: ni pire ni mieux en soi"
    }
}

counts! {
    things(n) { en "one thing" "{n} things" nl "één punt" "{n} punten" fr "un point" "{n} points" }
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
    new_needs(n) {
        en "customers have one new need" "customers have {n} new needs"
        nl "klanten hebben er één behoefte bij" "klanten hebben er {n} behoeften bij"
        fr "les clients ont un besoin nouveau" "les clients ont {n} besoins nouveaux"
    }
    verb_closes(n) { en "closes" "close" nl "sluit" "sluiten" fr "ferme" "ferment" }
    verb_does_not_happen(n) {
        en "does not take place" "do not take place"
        nl "gaat niet door" "gaan niet door"
        fr "n’a pas lieu" "n’ont pas lieu"
    }
    verb_turns_worse(n) {
        en "turns out worse" "turn out worse"
        nl "verloopt slechter" "verlopen slechter"
        fr "se passe moins bien" "se passent moins bien"
    }
    verb_turns_better(n) {
        en "turns out better" "turn out better"
        nl "verloopt beter" "verlopen beter"
        fr "se passe mieux" "se passent mieux"
    }
    of_which_fail(n) {
        en "(one of them fails)" "({n} of them fail)"
        nl "(één daarvan loopt mis)" "({n} daarvan lopen mis)"
        fr "(dont un échoue)" "(dont {n} échouent)"
    }
    several_closed(n titles) {
        en "one touchpoint does not take place: {titles}." "{n} touchpoints do not take place: {titles}."
        nl "één contactmoment gaat niet door: {titles}." "{n} contactmomenten gaan niet door: {titles}."
        fr "un point de contact n’a pas lieu\u{a0}: {titles}." "{n} points de contact n’ont pas lieu\u{a0}: {titles}."
    }
    several_limited(n titles) {
        en "one touchpoint takes place with restrictions: {titles}." "{n} touchpoints take place with restrictions: {titles}."
        nl "één contactmoment gaat maar beperkt door: {titles}." "{n} contactmomenten gaan maar beperkt door: {titles}."
        fr "un point de contact n’a lieu qu’avec des restrictions\u{a0}: {titles}." "{n} points de contact n’ont lieu qu’avec des restrictions\u{a0}: {titles}."
    }
    at_new_touchpoints(n) {
        en "at one new touchpoint" "at {n} new touchpoints"
        nl "bij één nieuw contactmoment" "bij {n} nieuwe contactmomenten"
        fr "à un nouveau point de contact" "à {n} nouveaux points de contact"
    }
    and_at_new(n places) {
        en "{places} and at one new one" "{places} and at {n} new ones"
        nl "{places} en bij één nieuw" "{places} en bij {n} nieuwe"
        fr "{places} et à un nouveau" "{places} et à {n} nouveaux"
    }
    only_hope(n) {
        en "at one touchpoint the gap is smaller only because they expect less" "at {n} touchpoints the gap is smaller only because they expect less"
        nl "bij één contactmoment is de kloof alleen kleiner omdat ze minder verwachten" "bij {n} contactmomenten is de kloof alleen kleiner omdat ze minder verwachten"
        fr "à un point de contact, l’écart ne se réduit que parce qu’ils attendent moins" "à {n} points de contact, l’écart ne se réduit que parce qu’ils attendent moins"
    }
    new_above(n) {
        en "one new touchpoint gives more than customers expect" "{n} new touchpoints give more than customers expect"
        nl "één nieuw contactmoment geeft meer dan klanten verwachten" "{n} nieuwe contactmomenten geven meer dan klanten verwachten"
        fr "un nouveau point de contact dépasse les attentes" "{n} nouveaux points de contact dépassent les attentes"
    }
    employees_worse(n) {
        en "employees have a worse time at one touchpoint" "employees have a worse time at {n} touchpoints"
        nl "medewerkers hebben het moeilijker bij één contactmoment" "medewerkers hebben het moeilijker bij {n} contactmomenten"
        fr "les équipes vivent moins bien un point de contact" "les équipes vivent moins bien {n} points de contact"
    }
    employees_better(n) {
        en "employees have a better time at one touchpoint" "employees have a better time at {n} touchpoints"
        nl "medewerkers hebben het beter bij één contactmoment" "medewerkers hebben het beter bij {n} contactmomenten"
        fr "les équipes vivent mieux un point de contact" "les équipes vivent mieux {n} points de contact"
    }
    measures_gone(n) {
        en "one figure is no longer measured" "{n} figures are no longer measured"
        nl "één cijfer wordt niet meer gemeten" "{n} cijfers worden niet meer gemeten"
        fr "un indicateur n’est plus mesuré" "{n} indicateurs ne sont plus mesurés"
    }
    promises_broken(n) {
        en "one promise is no longer kept" "{n} promises are no longer kept"
        nl "één belofte wordt niet meer nagekomen" "{n} beloften worden niet meer nagekomen"
        fr "une promesse n’est plus tenue" "{n} promesses ne sont plus tenues"
    }
    promises_worse(n) {
        en "one promise is kept later or more rarely than before" "{n} promises are kept later or more rarely than before"
        nl "één belofte wordt later of minder vaak nagekomen dan eerst" "{n} beloften worden later of minder vaak nagekomen dan eerst"
        fr "une promesse est tenue plus tard ou plus rarement qu’avant" "{n} promesses sont tenues plus tard ou plus rarement qu’avant"
    }
    promises_made_in_vain(n) {
        en "one new promise is not kept" "{n} new promises are not kept"
        nl "één nieuwe belofte wordt niet nagekomen" "{n} nieuwe beloften worden niet nagekomen"
        fr "une nouvelle promesse n’est pas tenue" "{n} nouvelles promesses ne sont pas tenues"
    }
    promises_kept(n) {
        en "one promise is kept now" "{n} promises are kept now"
        nl "één belofte wordt nu wel nagekomen" "{n} beloften worden nu wel nagekomen"
        fr "une promesse est désormais tenue" "{n} promesses sont désormais tenues"
    }
    answer_felt(n) {
        en "one new solution is in place or under way" "{n} new solutions are in place or under way"
        nl "één nieuwe oplossing is klaar of in uitvoering" "{n} nieuwe oplossingen zijn klaar of in uitvoering"
        fr "une nouvelle solution est en place ou en cours" "{n} nouvelles solutions sont en place ou en cours"
    }
    answer_meant(n) {
        en "one new solution is only planned" "{n} new solutions are only planned"
        nl "één nieuwe oplossing is alleen nog gepland" "{n} nieuwe oplossingen zijn alleen nog gepland"
        fr "une nouvelle solution n’est que prévue" "{n} nouvelles solutions ne sont que prévues"
    }
    answer_advanced(n) {
        en "one known solution has come further" "{n} known solutions have come further"
        nl "één bekende oplossing is verder gevorderd" "{n} bekende oplossingen zijn verder gevorderd"
        fr "une solution connue a progressé" "{n} solutions connues ont progressé"
    }
    answer_set_back(n) {
        en "one known solution has fallen back" "{n} known solutions have fallen back"
        nl "één bekende oplossing is teruggevallen" "{n} bekende oplossingen zijn teruggevallen"
        fr "une solution connue a reculé" "{n} solutions connues ont reculé"
    }
    answer_dropped(n) {
        en "one solution that was in place or under way is given up" "{n} solutions that were in place or under way are given up"
        nl "één oplossing die er was of in uitvoering was, is losgelaten" "{n} oplossingen die er waren of in uitvoering waren, zijn losgelaten"
        fr "une solution en place ou en cours est abandonnée" "{n} solutions en place ou en cours sont abandonnées"
    }
    answer_overdue(n) {
        en "one solution is overdue" "{n} solutions are overdue"
        nl "één oplossing is te laat" "{n} oplossingen zijn te laat"
        fr "une solution est en retard" "{n} solutions sont en retard"
    }
    of_less_weight(n) {
        en "one of medium or low severity" "{n} of medium or low severity"
        nl "één van gemiddelde of lichte ernst" "{n} van gemiddelde of lichte ernst"
        fr "une de gravité moyenne ou faible" "{n} de gravité moyenne ou faible"
    }
    verb_new(n) { en "is new" "are new" nl "is nieuw" "zijn nieuw" fr "est nouveau" "sont nouveaux" }
    verb_gone(n) { en "is gone" "are gone" nl "valt weg" "vallen weg" fr "disparaît" "disparaissent" }
    verb_happens_again(n) {
        en "takes place again" "take place again"
        nl "gaat weer door" "gaan weer door"
        fr "a de nouveau lieu" "ont de nouveau lieu"
    }
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
