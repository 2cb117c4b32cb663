//! What columns are called, in English, Dutch, French, German and Spanish, and which field each name stands for.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::model::nearest;

/// What the columns of a table mean, as a path into a touchpoint; `phase` and what begins with it stand in the phase,
/// `step`, `action` and `touchpoint` may be its title, `emotion` is a rating or a feeling.
///
/// The names stand one behind the other with a comma between. They are plain: lower case, without accents, blanks between words, without "customer" or "user" before them.
const NAMES: &[(&str, &str)] = &[
    (
        "phase",
        "phase, phases, stage, stages, journey stage, journey phase, fase, fases, fasen, klantfase, reisfase, \
         etape du parcours, phasen, etapa, etapas, fase del viaje, moment, episode",
    ),
    ("step", "step, steps, stap, stappen, etape, etapes, schritt, schritte, paso, pasos, processtap, title, titel"),
    (
        "action",
        "action, actions, activity, activities, doing, what they do, task, tasks, interaction, actie, acties, \
         handeling, handelingen, activiteit, activiteiten, doen, taak, aktion, aktionen, handlung, handlungen, \
         aktivitat, activite, activites, accion, acciones, actividad, actividades, behavior, behaviour, gedrag, \
         what does the customer do, wat doet de klant, wat doe ik, wat ik doe, que fait le client, was tut der \
         kunde, que hace el cliente",
    ),
    (
        "touchpoint",
        "touchpoint, touchpoints, touch point, touch points, contactmoment, contactmomenten, contactpunt, \
         contactpunten, point de contact, points de contact, kontaktpunkt, kontaktpunkte, beruhrungspunkt, \
         beruhrungspunkte, punto de contacto, puntos de contacto, raakvlak, moment of contact",
    ),
    (
        "channel",
        "channel, channels, medium, kanaal, kanalen, canal, canaux, kanal, kanale, canales, where, waar, media, \
         device",
    ),
    (
        "description",
        "description, details, notes, note, remarks, comment, comments, beschrijving, omschrijving, toelichting, \
         opmerking, opmerkingen, notities, remarques, commentaire, commentaires, beschreibung, anmerkung, \
         anmerkungen, notizen, descripcion, notas, observaciones, summary",
    ),
    (
        "owner",
        "owner, responsible, team, department, accountable, process owner, eigenaar, verantwoordelijke, \
         verantwoordelijk, afdeling, responsable, equipe, departement, service responsable, verantwortlich, \
         verantwortlicher, abteilung, zustandig, equipo, departamento, lead, ownership, who, wie, qui, quien, wer",
    ),
    (
        "actors",
        "actor, actors, stakeholder, stakeholders, betrokkenen, partijen, acteurs, beteiligte, actores, third \
         parties, partners",
    ),
    (
        "needs",
        "need, needs, wants, expectations and needs, behoefte, behoeften, noden, besoin, besoins, bedurfnis, \
         bedurfnisse, necesidad, necesidades",
    ),
    (
        "goal",
        "goal, goals, objective, objectives, aim, doel, doelen, doelstelling, objectif, objectifs, but, ziel, \
         ziele, objetivo, objetivos, jobs to be done, job to be done",
    ),
    (
        "expectation",
        "expectation, expectations, expected, verwachting, verwachtingen, attente, attentes, erwartung, \
         erwartungen, expectativa, expectativas",
    ),
    (
        "experience",
        "experience, experience rating, satisfaction, satisfaction score, score, rating, ervaring, beleving, \
         tevredenheid, experience client, vecu, zufriedenheit, erlebnis, bewertung, satisfaccion, experiencia, \
         puntuacion, waardering, rapportcijfer, cijfer",
    ),
    (
        "emotion",
        "emotion, emotions, emotional state, emotional curve, emotion curve, sentiment, mood, emotie, emoties, \
         emotiecurve, stemming, emotional journey, stimmung, emocion, emociones, animo, emotionen, humeur",
    ),
    ("effort", "effort, difficulty, moeite, inspanning, aufwand, esfuerzo, effort score"),
    (
        "feeling",
        "feeling, feelings, feel, gevoel, gevoelens, voelt, ressenti, ressentis, gefuhl, gefuhle, sentimiento, \
         sentimientos, feels, wat voelt de klant, how does the customer feel, hoe voelt de klant zich, wat voel ik",
    ),
    (
        "thinking",
        "thinking, thought, thoughts, thinks, mindset, questions, gedachte, gedachten, denkt, vragen, pensee, \
         pensees, gedanke, gedanken, pensamiento, pensamientos, what they think, wat denkt de klant, what does the \
         customer think, wat denk ik",
    ),
    (
        "quote",
        "quote, quotes, verbatim, verbatims, citaat, citaten, quotes and verbatims, citation, citations, zitat, \
         zitate, cita, citas, voice of the customer",
    ),
    (
        "duration",
        "duration, time, time spent, length, duur, tijd, duree, dauer, zeit, duracion, tiempo, doorlooptijd, \
         timing",
    ),
    ("wait", "wait, waiting time, wait time, wachttijd, delai, temps d attente, wartezeit, tiempo de espera"),
    (
        "friction_points",
        "friction point, friction points, friction, frictions, pain point, pain points, painpoint, painpoints, \
         pain, pains, problem, problems, issue, issues, barrier, barriers, frustration, frustrations, challenge, \
         challenges, obstacles, pijnpunt, pijnpunten, frictiepunt, frictiepunten, frictie, fricties, knelpunt, \
         knelpunten, ergernis, ergernissen, probleem, problemen, irritant, irritants, point de friction, points de \
         friction, point de douleur, points de douleur, difficultes, problemes, freins, schmerzpunkt, \
         schmerzpunkte, probleme, hurden, punto de dolor, puntos de dolor, dolor, dolores, problemas, fricciones, \
         irritatie, irritaties, klacht, klachten, complaint, complaints, plaintes, beschwerden, quejas",
    ),
    (
        "solutions",
        "solution, solutions, opportunity, opportunities, idea, ideas, improvement, improvements, recommendation, \
         recommendations, how might we, oplossing, oplossingen, kans, kansen, verbetering, verbeteringen, \
         verbeterkans, verbeterkansen, verbeterpunt, verbeterpunten, ideeen, idee, actiepunten, opportunite, \
         opportunites, amelioration, ameliorations, piste, pistes, pistes d amelioration, idees, losung, losungen, \
         chance, chancen, verbesserung, verbesserungen, massnahmen, maßnahmen, solucion, soluciones, oportunidad, \
         oportunidades, mejora, mejoras, next steps",
    ),
    (
        "moment_of_truth",
        "moment of truth, moments of truth, mot, key moment, moment van de waarheid, waarheidsmoment, \
         waarheidsmomenten, moment de verite, moments de verite, moment der wahrheit, momento de la verdad, moment \
         that matters, moments that matter",
    ),
    (
        "measures",
        "measure, measures, metric, metrics, kpi, kpis, kpi s, indicator, indicators, meting, metingen, maatstaf, \
         indicateur, indicateurs, mesure, mesures, kennzahl, kennzahlen, metrica, metricas, indicadores, meetpunt, \
         success metrics",
    ),
    ("measures.nps", "nps, nps score, net promoter score"),
    ("measures.csat", "csat, csat score"),
    ("measures.ces", "ces, ces score"),
    (
        "evidence",
        "evidence, proof, source, sources, research, bewijs, bron, bronnen, onderbouwing, preuve, preuves, quelle, \
         quellen, beleg, fuente, fuentes, data sources",
    ),
    (
        "frontstage",
        "frontstage, front stage, onstage, frontstage actions, employee actions, frontoffice, front office, \
         zichtbare acties",
    ),
    (
        "backstage",
        "backstage, back stage, backstage actions, backoffice, back office, behind the scenes, internal processes, \
         interne processen, achter de schermen, en coulisses, processes, process, proces, processen, support \
         processes",
    ),
    (
        "systems",
        "system, systems, technology, tools, systeem, systemen, technologie, outils, systeme, systemes, sistemas, \
         it systems",
    ),
    ("props", "props, physical evidence, artefacts, artifacts, fysiek bewijs, middelen"),
    ("promises", "promise, promises, belofte, beloften, promesse, promesses, versprechen, promesa, promesas"),
    ("feedback.via", "feedback, survey, enquete"),
    ("employee.role", "employee, staff, medewerker, medewerkers, employe, collaborateur, mitarbeiter, empleado"),
    (
        "persona",
        "persona, personas, customer, user, klant, client, kunde, cliente, segment, doelgroep, target group, for whom, \
         voor wie, wie is de klant, pour qui, fur wen, para quien",
    ),
    ("id", "id"),
    ("status", "status, availability, beschikbaarheid"),
    ("next", "next, leads to, volgende, suivant"),
    ("replaced_by", "replaced by, replacement, vervangen door, remplace par"),
    ("#", "nr, no, number, nummer, volgnummer, order, volgorde, numero, seq, n°, step number"),
];

/// Words before or behind the name that say no more than whose journey it is.
const WHOSE: &[&str] = &[
    "customer",
    "customers",
    "customer s",
    "user",
    "users",
    "user s",
    "klant",
    "klanten",
    "client",
    "clients",
    "du client",
    "kunden",
    "kunde",
    "del cliente",
    "cliente",
    "van de klant",
    "des clients",
    "key",
    "main",
    "my",
    "our",
    "their",
    "current",
];

/// The field that a header stands for, and whether it took a slip of the pen to see it.
pub(in crate::import) fn field(header: &str) -> Option<(&'static str, bool)> {
    let name = plain(header);
    if name.is_empty() {
        return (header.trim() == "#").then_some(("#", false));
    }
    let exact = |name: &str| {
        NAMES.iter().find(|(_, names)| names.split(", ").any(|known| known == name)).map(|(field, _)| *field)
    };
    let bare = || WHOSE.iter().find_map(|word| exact(name.strip_prefix(word)?.strip_prefix(' ')?));
    let trailing = || WHOSE.iter().find_map(|word| exact(name.strip_suffix(word)?.strip_suffix(' ')?));
    if let Some(field) = exact(&name).or_else(bare).or_else(trailing) {
        return Some((field, false));
    }
    let parts =
        header.split(['/', '&', '+', ',', ':', '|']).filter(|_| header.contains(['/', '&', '+', ',', ':', '|']));
    if let Some(field) = parts.map(plain).find_map(|part| exact(&part)) {
        return Some((field, false));
    }
    // A question about it: “Wie doet wat achter de schermen?”
    let asked = |known: &&str| known.split(' ').count() >= 3 && format!(" {name} ").contains(&format!(" {known} "));
    if let Some((field, _)) = NAMES.iter().find(|(_, names)| names.split(", ").any(|known| asked(&known))) {
        return Some((field, false));
    }
    // Words of four letters are too near to each other, and “Phase 2” is a value.
    if name.len() <= 5 || name.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let all = NAMES.iter().flat_map(|(_, names)| names.split(", ")).filter(|name| name.len() > 5);
    let near = nearest(&name, all);
    near.first().and_then(|near| exact(near)).map(|field| (field, true))
}

/// Fields that only our own spreadsheets name.
const FURTHER: &[&str] = &[
    "phase.id",
    "phase.description",
    "phase.owner",
    "phase.duration",
    "was",
    "optional",
    "start",
    "expectation.because",
    "expectation.source",
    "experience.because",
    "moment_of_truth.id",
    "moment_of_truth.was",
    "moment_of_truth.why",
    "moment_of_truth.success",
    "moment_of_truth.failure",
    "moment_of_truth.commitment",
    "moment_of_truth.kind",
    "employee",
    "status.because",
    "status.from",
    "status.until",
    "feedback.open_question",
    "feedback.follow_up.owner",
    "feedback.follow_up.within",
];

/// The name of a field, as `--map` and our own spreadsheets write it.
pub(super) fn known(name: &str) -> Option<&'static str> {
    let mut all = NAMES.iter().map(|(field, _)| *field).chain(FURTHER.iter().copied());
    all.find(|field| *field == name)
}

/// What `--map` can name.
pub(super) fn all_known() -> impl Iterator<Item = &'static str> {
    let plain = NAMES.iter().map(|(field, _)| *field).filter(|field| *field != "#");
    plain.chain(FURTHER.iter().copied()).chain(["title", "-"])
}

/// A header as the names are written: lower case, without accents and marks, without what stands in brackets.
pub(in crate::import) fn plain(header: &str) -> String {
    let outside = header.split(['(', '[']).next().filter(|outside| !outside.trim().is_empty()).unwrap_or(header);
    let letters = outside.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let words: String = letters.map(|c| if c.is_alphanumeric() || c == '°' { c } else { ' ' }).take(80).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn headers_of_five_languages_name_fields() {
        for (header, name) in [
            ("Stage", "phase"),
            ("FASE", "phase"),
            ("Étape", "step"),
            ("Customer actions", "action"),
            ("Acties van de klant", "action"),
            ("📍 Touchpoints", "touchpoint"),
            ("Berührungspunkte", "touchpoint"),
            ("Canal", "channel"),
            ("Pijnpunten / frictie", "friction_points"),
            ("Pain-Points", "friction_points"),
            ("Points de friction", "friction_points"),
            ("Oportunidades", "solutions"),
            ("Emotie (1-5)", "emotion"),
            ("**Verantwoordelijke**", "owner"),
            ("NPS", "measures.nps"),
            ("Wie doet wat achter de schermen?", "backstage"),
            ("What happens behind the scenes here", "backstage"),
            ("#", "#"),
        ] {
            assert_eq!(field(header), Some((name, false)), "{header}");
        }
        assert_eq!(field("Opportunites"), Some(("solutions", false)));
        assert_eq!(field("Oportunities"), Some(("solutions", true)), "a slip of the pen");
        assert_eq!(field("Colour"), None);
    }
}
