//! Words of everyday use, in English, Dutch and French, for the fields of the format: lower case, without accents, blanks
//! and hyphens as underscores.

/// A field, and the words that stand for it.
///
/// A synonym helps only where its field exists: `owner` is suggested for `eigenaar` on a phase, not on a scale.
const SYNONYMS: &[(&str, &str)] = &[
    ("phases", "stages steps fases fasen stadia stappen etapes phasen moments"),
    (
        "touchpoints",
        "steps touch_points touchpoint actions activities interactions contactmomenten contactpunten stappen \
         contacts points_de_contact etapes taken",
    ),
    (
        "friction_points",
        "pain_points painpoints pains frictions friction frustrations problems issues barriers pijnpunten \
         frictiepunten fricties knelpunten ergernissen points_de_friction irritants douleurs frictie ergernis",
    ),
    (
        "solutions",
        "opportunities opportunity ideas improvements actions initiatives solution oplossingen kansen verbeteringen \
         acties opportunites ameliorations idees idee ideeen idea pistes verbeteracties quick_wins quick_win \
         pistes_d'amelioration",
    ),
    (
        "moment_of_truth",
        "mot moments_of_truth key_moment moment waarheidsmoment moment_van_de_waarheid waarheidsmomenten \
         moment_de_verite moments_de_verite moment_that_matters",
    ),
    ("state", "as_is to_be toestand etat kind"),
    ("situation", "context crisis situatie contexte circumstances"),
    ("title", "name journey label titel naam klantreis titre nom parcours customer_journey heading text"),
    ("name", "title naam nom label"),
    ("description", "summary notes note beschrijving omschrijving toelichting desc details bio age doing"),
    ("persona", "customer user klant client segment actor personne persoon person personage"),
    ("channel", "channels medium kanaal kanalen canal canaux where"),
    ("channels", "channel kanalen kanaal canaux canal"),
    (
        "owner",
        "responsible team department lead eigenaar verantwoordelijke proprietaire responsable equipe journey_owner \
         process_owner product_owner who wie qui actiehouder porteur",
    ),
    ("goal", "objective aim doel objectif but"),
    ("goals", "objectives aims doelen objectifs"),
    ("needs", "need wants behoeften behoefte noden besoins besoin behoeftes"),
    ("expectation", "expected expectations verwachting verwachtingen attente attentes"),
    (
        "experience",
        "satisfaction score rating sentiment emotion ervaring beleving tevredenheid vecu note emotie cijfer ressenti",
    ),
    ("effort", "difficulty moeite inspanning inspanningen"),
    ("feeling", "emotion emotions feelings mood gevoel emotie emoties sentiment ressenti"),
    ("thinking", "thoughts thought thinks gedachte gedachten pensee pensees"),
    ("quote", "quotes verbatim citaat citation"),
    ("duration", "time duur duree length doorlooptijd lead_time"),
    ("wait", "waiting waiting_time wait_time wachttijd attente delai temps_d'attente temps_d’attente wachttijden"),
    ("promises", "promise belofte beloften promesse promesses engagements"),
    ("within", "deadline binnen delai sla"),
    ("employee", "employees staff medewerker werknemer employe collaborateur"),
    ("employees", "employee"),
    ("frontstage", "front_stage onstage frontoffice front_office"),
    ("backstage", "back_stage backoffice back_office coulisses"),
    ("systems", "system tools systemen systeem systemes outils hulpmiddelen"),
    ("system", "systems tool systeem systeme"),
    ("props", "physical_evidence artefacts artifacts touchables"),
    ("feedback", "listening survey terugkoppeling enquete retour"),
    ("follow_up", "followup opvolging suivi closed_loop"),
    ("next", "to leads_to goto then ways transitions branches volgende daarna suivant suite"),
    ("to", "target next naar vers"),
    ("when", "if condition als wanneer si quand"),
    ("share", "probability percentage percent pourcentage aandeel part weight"),
    ("replaced_by", "replacement alternative replaces vervangen_door vervangt remplace_par fallback"),
    ("status", "state availability statut beschikbaarheid"),
    ("level", "value niveau status score rating"),
    ("because", "reason why cause omdat reden waarom oorzaak parce_que raison pourquoi"),
    ("why", "because reason waarom pourquoi"),
    ("severity", "impact priority ernst severite gravite level"),
    ("reach", "frequency percentage pourcentage bereik portee share frequence"),
    ("measures", "metrics kpis kpi indicators metingen maatstaven mesures indicateurs measure"),
    ("metric", "name kpi title indicator maatstaf indicateur metriek"),
    ("value", "score result waarde valeur"),
    ("target", "goal doel streefwaarde objectif cible"),
    ("responses", "n sample sample_size respondents reacties respons reponses"),
    ("date", "when datum on"),
    ("due", "deadline by due_date until tegen echeance when wanneer quand"),
    ("evidence", "sources proof research bewijs bronnen preuves preuve references"),
    ("url", "link href uri lien"),
    ("source", "origin bron from"),
    ("language", "lang locale taal langue"),
    ("review", "reviewed herziening revision reviews last_updated updated bijgewerkt mis_a_jour"),
    ("last", "date last_updated laatste dernier derniere"),
    ("every", "cadence frequency elke chaque interval"),
    ("until", "to end tot jusque"),
    ("from", "start since vanaf van depuis"),
    ("role", "title name rol function functie"),
    ("actors", "actor third_parties partners acteurs actoren"),
    ("cxmap", "version format"),
    ("was", "formerly previously old_id renamed_from vroeger"),
    ("basis", "based_on foundation"),
    ("scale", "schaal echelle"),
    ("min", "minimum from"),
    ("max", "maximum to"),
];

/// Synonyms that name something near. What customers do is no solution, and satisfaction is what experience leaves of an
/// expectation.
const LOOSE: &str = "actions acties activities moments age last_updated updated bijgewerkt mis_a_jour process_owner \
    product_owner percentage percent pourcentage contacts satisfaction tevredenheid score rating \
    sentiment emotion emotions emotie emoties note notes details text version kind frequency \
    weight value lead tools goal function on by if end start doorlooptijd lead_time who wie qui \
    when wanneer quand doing cijfer hulpmiddelen frequence";

/// Whether a word stands for a field, or for something near.
pub(super) fn is_near(plain: &str, field: &str) -> bool {
    SYNONYMS.iter().any(|(name, synonyms)| *name == field && has(synonyms, plain))
}

/// Whether a word, should it stand for a field, says no more than something near.
pub(super) fn is_loose(plain: &str) -> bool {
    has(LOOSE, plain)
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}
