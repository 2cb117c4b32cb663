//! What is said of expectations and satisfaction: of customers, of employees, and of what is measured and asked.

use super::phrases;

phrases! {
    gap_fell_short(title old new) {
        en "{title} now falls short of what customers expect (gap {old} → {new})."
        nl "{title} blijft nu achter bij wat klanten verwachten (kloof {old} → {new})."
        fr "{title} est désormais en deçà de ce que les clients attendent (écart {old} → {new})."
    }
    gap_widened(title old new) {
        en "{title} falls further short of what customers expect (gap {old} → {new})."
        nl "{title} blijft verder achter bij wat klanten verwachten (kloof {old} → {new})."
        fr "{title} s’éloigne encore de ce que les clients attendent (écart {old} → {new})."
    }
    gap_closed(title old new) {
        en "{title} no longer falls short of what customers expect (gap {old} → {new})."
        nl "{title} blijft niet meer achter bij wat klanten verwachten (kloof {old} → {new})."
        fr "{title} n’est plus en deçà de ce que les clients attendent (écart {old} → {new})."
    }
    gap_narrowed(title old new) {
        en "{title} falls less far short of what customers expect (gap {old} → {new})."
        nl "{title} blijft minder ver achter bij wat klanten verwachten (kloof {old} → {new})."
        fr "{title} se rapproche de ce que les clients attendent (écart {old} → {new})."
    }
    gap_only_expected_less(title old new) {
        en "{title} comes closer to what customers expect, but only because they expect less (gap {old} → {new})."
        nl "{title} komt dichter bij wat klanten verwachten, maar alleen omdat ze minder verwachten (kloof {old} → {new})."
        fr "{title} se rapproche de ce que les clients attendent, mais seulement parce qu’ils attendent moins (écart {old} → {new})."
    }
    gap_new_below(title expected got gap) {
        en "{title}, which is new, falls short: customers expect {expected} and get {got} (gap {gap})."
        nl "{title}, dat nieuw is, blijft achter: klanten verwachten {expected} en krijgen {got} (kloof {gap})."
        fr "{title}, qui est nouveau, déçoit\u{a0}: les clients attendent {expected} et reçoivent {got} (écart {gap})."
    }
    gap_new_above(title expected got gap) {
        en "{title}, which is new, gives more than customers expect: they expect {expected} and get {got} (gap {gap})."
        nl "{title}, dat nieuw is, geeft meer dan klanten verwachten: ze verwachten {expected} en krijgen {got} (kloof {gap})."
        fr "{title}, qui est nouveau, dépasse les attentes\u{a0}: les clients attendent {expected} et reçoivent {got} (écart {gap})."
    }
    gap_was_below(title expected got gap) {
        en "{title} fell short: customers expected {expected} and got {got} (gap {gap})."
        nl "{title} bleef achter: klanten verwachtten {expected} en kregen {got} (kloof {gap})."
        fr "{title} décevait\u{a0}: les clients attendaient {expected} et recevaient {got} (écart {gap})."
    }
    gap_was_above(title expected got gap) {
        en "{title} gave more than customers expected: they expected {expected} and got {got} (gap {gap})."
        nl "{title} gaf meer dan klanten verwachtten: ze verwachtten {expected} en kregen {got} (kloof {gap})."
        fr "{title} dépassait les attentes\u{a0}: les clients attendaient {expected} et recevaient {got} (écart {gap})."
    }
    expects_less_only(title shift reason) {
        en "Customers expect less of {title} ({shift}); only that makes the gap smaller{reason}"
        nl "Klanten verwachten minder van {title} ({shift}); alleen daardoor wordt de kloof kleiner{reason}"
        fr "Les clients attendent moins de {title} ({shift})\u{a0}; c’est la seule raison pour laquelle l’écart se réduit{reason}"
    }
    and_gap(old new) { en "; gap {old} → {new}" nl "; kloof {old} → {new}" fr "\u{a0}; écart {old} → {new}" }
    expects_more(title shift reason) {
        en "Customers expect more of {title} ({shift}){reason}"
        nl "Klanten verwachten meer van {title} ({shift}){reason}"
        fr "Les clients attendent davantage de {title} ({shift}){reason}"
    }
    expects_less(title shift reason) {
        en "Customers expect less of {title} ({shift}){reason}"
        nl "Klanten verwachten minder van {title} ({shift}){reason}"
        fr "Les clients attendent moins de {title} ({shift}){reason}"
    }
    experience_rose(title shift reason) {
        en "{title} is a better experience ({shift}){reason}"
        nl "{title} wordt beter ervaren ({shift}){reason}"
        fr "{title} est mieux vécu ({shift}){reason}"
    }
    experience_fell(title shift reason) {
        en "{title} is a worse experience ({shift}){reason}"
        nl "{title} wordt slechter ervaren ({shift}){reason}"
        fr "{title} est moins bien vécu ({shift}){reason}"
    }
    effort_rose(title shift) {
        en "{title} costs more effort ({shift})."
        nl "{title} kost meer moeite ({shift})."
        fr "{title} demande plus d’effort ({shift})."
    }
    effort_fell(title shift) {
        en "{title} costs less effort ({shift})."
        nl "{title} kost minder moeite ({shift})."
        fr "{title} demande moins d’effort ({shift})."
    }
    waits(title new old) {
        en "The wait for {title} is {new} instead of {old}."
        nl "De wachttijd bij {title} is {new} in plaats van {old}."
        fr "L’attente à l’étape {title} est de {new} au lieu de {old}."
    }
    takes(title new old) {
        en "{title} takes {new} instead of {old}."
        nl "{title} duurt {new} in plaats van {old}."
        fr "{title} prend {new} au lieu de {old}."
    }

    employees() { en "employees" nl "medewerkers" fr "l’équipe" }
    employee_expects_more(who title shift) {
        en "At {title}, the expectations of {who} rose ({shift})."
        nl "Bij {title} zijn de verwachtingen van {who} gestegen ({shift})."
        fr "À l’étape {title}, les attentes de {who} ont augmenté ({shift})."
    }
    employee_expects_less(who title shift) {
        en "At {title}, the expectations of {who} fell ({shift})."
        nl "Bij {title} zijn de verwachtingen van {who} gedaald ({shift})."
        fr "À l’étape {title}, les attentes de {who} ont baissé ({shift})."
    }
    employee_rose(who title shift) {
        en "{title} is a better experience for {who} ({shift})."
        nl "{title} wordt beter ervaren door {who} ({shift})."
        fr "{title} est mieux vécu par {who} ({shift})."
    }
    employee_fell(who title shift) {
        en "{title} is a worse experience for {who} ({shift})."
        nl "{title} wordt slechter ervaren door {who} ({shift})."
        fr "{title} est moins bien vécu par {who} ({shift})."
    }

    feedback_opened(title) {
        en "Customers are now asked what they think at {title}."
        nl "Klanten wordt nu gevraagd wat ze vinden bij {title}."
        fr "L’avis des clients est désormais demandé à l’étape {title}."
    }
    feedback_stopped(title) {
        en "Customers are no longer asked what they think at {title}."
        nl "Klanten wordt niet meer gevraagd wat ze vinden bij {title}."
        fr "L’avis des clients n’est plus demandé à l’étape {title}."
    }
    loop_closed(title who) {
        en "What customers say at {title} is now followed up by {who}."
        nl "Wat klanten zeggen bij {title} wordt nu opgevolgd door {who}."
        fr "Ce que disent les clients à l’étape {title} est désormais suivi par {who}."
    }
    loop_opened(title) {
        en "Nobody follows up what customers say at {title} any more."
        nl "Niemand volgt nog op wat klanten zeggen bij {title}."
        fr "Plus personne ne donne suite à ce que disent les clients à l’étape {title}."
    }
    measure_of(metric place) { en "{metric} at {place}" nl "{metric} bij {place}" fr "{metric} à l’étape {place}" }
    measure_of_all(metric) { en "{metric} of the whole journey" nl "{metric} van de hele reis" fr "{metric} de l’ensemble du parcours" }
    measure_rose(name new old) {
        en "{name} rose: {new}, it was {old}."
        nl "{name} is gestegen: {new}, dat was {old}."
        fr "{name} a augmenté\u{a0}: {new}, au lieu de {old}."
    }
    measure_fell(name new old) {
        en "{name} fell: {new}, it was {old}."
        nl "{name} is gedaald: {new}, dat was {old}."
        fr "{name} a baissé\u{a0}: {new}, au lieu de {old}."
    }
    measure_added(name) { en "{name} is now measured." nl "{name} wordt nu gemeten." fr "{name} est désormais mesuré." }
    measure_removed(name) {
        en "{name} is no longer measured."
        nl "{name} wordt niet meer gemeten."
        fr "{name} n’est plus mesuré."
    }
}
