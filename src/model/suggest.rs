//! Near misses and synonyms: which word of the format an author meant.

/// Words of everyday use, in English, Dutch and French, and the field of the format that they stand for.
///
/// A synonym helps only where its field exists: `owner` is suggested for `eigenaar` on a phase, not on a scale.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("phases", &["stages", "steps", "fases", "fasen", "stadia", "stappen", "etapes", "phasen", "moments"]),
    (
        "touchpoints",
        &[
            "steps",
            "touch_points",
            "touchpoint",
            "actions",
            "activities",
            "interactions",
            "contactmomenten",
            "contactpunten",
            "stappen",
            "contacts",
            "points_de_contact",
            "etapes",
            "taken",
        ],
    ),
    (
        "friction_points",
        &[
            "pain_points",
            "painpoints",
            "pains",
            "frictions",
            "friction",
            "frustrations",
            "problems",
            "issues",
            "barriers",
            "pijnpunten",
            "frictiepunten",
            "fricties",
            "knelpunten",
            "ergernissen",
            "points_de_friction",
            "irritants",
            "douleurs",
            "frictie",
        ],
    ),
    (
        "solutions",
        &[
            "opportunities",
            "opportunity",
            "ideas",
            "improvements",
            "actions",
            "initiatives",
            "solution",
            "oplossingen",
            "kansen",
            "verbeteringen",
            "acties",
            "opportunites",
            "ameliorations",
            "idees",
            "idee",
            "ideeen",
            "idea",
        ],
    ),
    (
        "moment_of_truth",
        &[
            "mot",
            "moments_of_truth",
            "key_moment",
            "moment",
            "waarheidsmoment",
            "moment_van_de_waarheid",
            "waarheidsmomenten",
            "moment_de_verite",
            "moments_de_verite",
        ],
    ),
    ("state", &["as_is", "to_be", "toestand", "etat", "kind"]),
    ("situation", &["context", "crisis", "situatie", "contexte", "circumstances"]),
    (
        "title",
        &[
            "name",
            "journey",
            "label",
            "titel",
            "naam",
            "klantreis",
            "titre",
            "nom",
            "parcours",
            "customer_journey",
            "heading",
            "text",
        ],
    ),
    ("name", &["title", "naam", "nom", "label"]),
    (
        "description",
        &["summary", "notes", "note", "beschrijving", "omschrijving", "toelichting", "desc", "details", "bio", "age"],
    ),
    ("persona", &["customer", "user", "klant", "client", "segment", "actor", "personne"]),
    ("channel", &["channels", "medium", "kanaal", "kanalen", "canal", "canaux", "where"]),
    ("channels", &["channel", "kanalen", "kanaal", "canaux", "canal"]),
    (
        "owner",
        &[
            "responsible",
            "team",
            "department",
            "lead",
            "eigenaar",
            "verantwoordelijke",
            "proprietaire",
            "responsable",
            "equipe",
            "journey_owner",
            "process_owner",
            "product_owner",
        ],
    ),
    ("goal", &["objective", "aim", "doel", "objectif", "but"]),
    ("goals", &["objectives", "aims", "doelen", "objectifs"]),
    ("needs", &["need", "wants", "behoeften", "behoefte", "noden", "besoins", "besoin"]),
    ("expectation", &["expected", "expectations", "verwachting", "verwachtingen", "attente", "attentes"]),
    (
        "experience",
        &[
            "satisfaction",
            "score",
            "rating",
            "sentiment",
            "emotion",
            "ervaring",
            "beleving",
            "tevredenheid",
            "vecu",
            "note",
            "emotie",
        ],
    ),
    ("effort", &["difficulty", "moeite", "inspanning", "inspanningen"]),
    ("feeling", &["emotion", "emotions", "feelings", "mood", "gevoel", "emotie", "emoties", "sentiment", "ressenti"]),
    ("thinking", &["thoughts", "thought", "thinks", "gedachte", "gedachten", "pensee", "pensees"]),
    ("quote", &["quotes", "verbatim", "citaat", "citation"]),
    ("duration", &["time", "duur", "duree", "length"]),
    ("wait", &["waiting", "waiting_time", "wait_time", "wachttijd", "attente", "delai"]),
    ("promises", &["promise", "belofte", "beloften", "promesse", "promesses", "engagements"]),
    ("within", &["deadline", "binnen", "delai", "sla"]),
    ("employee", &["employees", "staff", "medewerker", "werknemer", "employe", "collaborateur"]),
    ("employees", &["employee"]),
    ("frontstage", &["front_stage", "onstage", "frontoffice", "front_office"]),
    ("backstage", &["back_stage", "backoffice", "back_office"]),
    ("systems", &["system", "tools", "systemen", "systeem", "systemes", "outils"]),
    ("system", &["systems", "tool", "systeem", "systeme"]),
    ("props", &["physical_evidence", "artefacts", "artifacts", "touchables"]),
    ("feedback", &["listening", "survey", "terugkoppeling", "enquete", "retour"]),
    ("follow_up", &["followup", "opvolging", "suivi", "closed_loop"]),
    (
        "next",
        &[
            "to",
            "leads_to",
            "goto",
            "then",
            "ways",
            "transitions",
            "branches",
            "volgende",
            "daarna",
            "suivant",
            "suite",
        ],
    ),
    ("to", &["target", "next", "naar", "vers"]),
    ("when", &["if", "condition", "als", "wanneer", "si", "quand"]),
    ("share", &["probability", "percentage", "percent", "pourcentage", "aandeel", "part", "weight"]),
    (
        "replaced_by",
        &["replacement", "alternative", "replaces", "vervangen_door", "vervangt", "remplace_par", "fallback"],
    ),
    ("status", &["state", "availability", "statut", "beschikbaarheid"]),
    ("level", &["value", "niveau", "status", "score", "rating"]),
    ("because", &["reason", "why", "cause", "omdat", "reden", "waarom", "oorzaak", "parce_que", "raison", "pourquoi"]),
    ("why", &["because", "reason", "waarom", "pourquoi"]),
    ("severity", &["impact", "priority", "ernst", "severite", "gravite", "level"]),
    ("reach", &["frequency", "percentage", "pourcentage", "bereik", "portee", "share"]),
    (
        "measures",
        &["metrics", "kpis", "kpi", "indicators", "metingen", "maatstaven", "mesures", "indicateurs", "measure"],
    ),
    ("metric", &["name", "kpi", "title", "indicator", "maatstaf", "indicateur", "metriek"]),
    ("value", &["score", "result", "waarde", "valeur"]),
    ("target", &["goal", "doel", "streefwaarde", "objectif", "cible"]),
    ("responses", &["n", "sample", "sample_size", "respondents", "reacties", "respons", "reponses"]),
    ("date", &["when", "datum", "on"]),
    ("due", &["deadline", "by", "due_date", "until", "tegen", "echeance"]),
    ("evidence", &["sources", "proof", "research", "bewijs", "bronnen", "preuves", "preuve", "references"]),
    ("url", &["link", "href", "uri", "lien"]),
    ("source", &["origin", "bron", "from"]),
    ("language", &["lang", "locale", "taal", "langue"]),
    (
        "review",
        &["reviewed", "herziening", "revision", "reviews", "last_updated", "updated", "bijgewerkt", "mis_a_jour"],
    ),
    ("last", &["date", "last_updated", "laatste", "dernier", "derniere"]),
    ("every", &["cadence", "frequency", "elke", "chaque", "interval"]),
    ("until", &["to", "end", "tot", "jusque"]),
    ("from", &["start", "since", "vanaf", "van", "depuis"]),
    ("role", &["title", "name", "rol", "function", "functie"]),
    ("actors", &["actor", "third_parties", "partners", "acteurs", "actoren"]),
    ("cxmap", &["version", "format"]),
    ("was", &["formerly", "previously", "old_id", "renamed_from", "vroeger"]),
    ("basis", &["based_on", "foundation"]),
    ("scale", &["schaal", "echelle"]),
    ("min", &["minimum", "from"]),
    ("max", &["maximum", "to"]),
];

/// Synonyms that name something near. What customers do is no solution, and satisfaction is what experience leaves of an
/// expectation.
const LOOSE: &[&str] = &[
    "actions",
    "acties",
    "activities",
    "moments",
    "age",
    "last_updated",
    "updated",
    "bijgewerkt",
    "mis_a_jour",
    "process_owner",
    "product_owner",
    "percentage",
    "percent",
    "pourcentage",
    "contacts",
    "satisfaction",
    "tevredenheid",
    "score",
    "rating",
    "sentiment",
    "emotion",
    "emotions",
    "emotie",
    "emoties",
    "note",
    "notes",
    "details",
    "text",
    "version",
    "kind",
    "frequency",
    "weight",
    "value",
    "lead",
    "tools",
    "goal",
    "function",
    "on",
    "by",
    "if",
    "end",
    "start",
];

/// The fields that an unknown one may stand for: its synonym where there is one, else what is spelt nearly alike.
#[must_use]
pub fn field(unknown: &str, fields: &[&'static str]) -> Vec<&'static str> {
    let plain = plain(unknown);
    let mut synonyms: Vec<_> =
        fields.iter().copied().filter(|field| plain == *field || is_near(&plain, field)).collect();
    if synonyms.is_empty() {
        synonyms = nearest(&plain, fields.iter().copied());
    }
    synonyms
}

/// Fields whose value is a number; the others that a word may stand for take text.
const FIGURES: &[&str] = &["expectation", "experience", "effort", "level", "value", "target"];

/// Of the fields that a word may stand for, those that a plain value fits: `emotion: 4` is an experience, `emotion: hopeful`
/// a feeling. All of them where it fits none.
#[must_use]
pub fn fitting(fields: &[&'static str], is_number: bool) -> Vec<&'static str> {
    let fits = |field: &&'static str| FIGURES.contains(field) == is_number;
    let fitting: Vec<_> = fields.iter().copied().filter(fits).collect();
    if fitting.is_empty() { fields.to_vec() } else { fitting }
}

/// Of these names the only one that differs from `word` in its accents and in nothing else.
#[must_use]
pub fn without_accents<'w>(word: &str, names: &[&'w str]) -> Option<&'w str> {
    let word = plain(word);
    let mut same = names.iter().copied().filter(|name| plain(name) == word);
    same.next().filter(|_| same.next().is_none())
}

/// The words spelt most like `word`, all equally near, none farther than a slip of the pen.
#[must_use]
pub fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let length = word.chars().count();
    let mut best = (length / 3).clamp(1, 3);
    let mut found = Vec::new();
    for candidate in words {
        if candidate == word || candidate.len().abs_diff(word.len()) > 12 {
            continue;
        }
        let distance = strsim::osa_distance(word, candidate);
        if distance < best || (found.is_empty() && distance == best) {
            best = distance;
            found.clear();
        }
        if distance == best && distance < length {
            found.push(candidate);
        }
    }
    found
}

/// The word that is meant beyond doubt, where only one is near: the one of which `word` is a single slip of the pen away,
/// a letter too many, too few, wrong, or swapped with its neighbour. Two slips make `resolved` of `unresolved`, and one
/// makes `visit-1` of `visit-2`: what stands for a number or an initial is never taken for a slip.
#[must_use]
pub fn certain<'w>(word: &str, near: &[&'w str]) -> Option<&'w str> {
    let &[near] = near else { return None };
    let parts = |word: &str| word.split(['-', '_']).map(str::to_owned).collect::<Vec<_>>();
    let (parts, near_parts) = (parts(word), parts(near));
    let is_long = |part: &String| part.chars().count() >= 4 && !part.chars().any(char::is_numeric);
    let is_slip = strsim::osa_distance(word, near) == 1
        && (parts.len() != near_parts.len()
            || parts.iter().zip(&near_parts).all(|(part, near)| part == near || (is_long(part) && is_long(near))));
    (word == near || is_slip).then_some(near)
}

/// Whether a word is another one for a field, and says the same.
#[must_use]
pub fn is_synonym(word: &str, field: &str) -> bool {
    let plain = plain(word);
    !LOOSE.contains(&plain.as_str()) && is_near(&plain, field)
}

fn is_near(plain: &str, field: &str) -> bool {
    SYNONYMS.iter().any(|(name, synonyms)| *name == field && synonyms.contains(&plain))
}

/// A key as the synonyms are written: lower case, without accents, blanks and hyphens as underscores.
pub(in crate::model) fn plain(key: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let letters = key.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    letters.map(|c| if matches!(c, ' ' | '-') { '_' } else { c }).take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synonyms_in_three_languages_name_the_field() {
        let fields = ["title", "phases", "channel", "friction_points", "solutions"];
        for (word, field_name) in [
            ("stages", "phases"),
            ("Étapes", "phases"),
            ("fases", "phases"),
            ("kanaal", "channel"),
            ("pain-points", "friction_points"),
            ("opportunities", "solutions"),
        ] {
            assert_eq!(field(word, &fields), [field_name], "{word}");
        }
    }

    #[test]
    fn one_slip_is_certain_unless_it_may_be_another_name() {
        for (word, near) in [("chanel", "channel"), ("expereince", "experience"), ("ipay", "i-pay"), ("high", "high")] {
            assert_eq!(certain(word, &[near]), Some(near), "{word}");
        }
        for (word, near) in [
            ("unresolved", "resolved"),
            ("visit-2", "visit-1"),
            ("visit-b", "visit-a"),
            ("lww", "low"),
            ("a1234", "a1235"),
        ] {
            assert_eq!(certain(word, &[near]), None, "{word}");
        }
        assert_eq!(certain("nede", &["need", "end"]), None, "two are near");
    }

    #[test]
    fn a_slip_of_the_pen_is_near_and_a_different_word_is_not() {
        assert_eq!(nearest("chanel", ["channel", "title"].into_iter()), ["channel"]);
        assert_eq!(nearest("ned", ["need", "end"].into_iter()), ["need", "end"], "ties are all given");
        assert!(nearest("umbrella", ["channel", "title"].into_iter()).is_empty());
    }
}
