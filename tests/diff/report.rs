//! The report for people.

use cxmap::diff::report::text::{Layout, text};
use cxmap::diff::report::{JourneyReport, Report, State};
use cxmap::diff::{Impact, Kind, Options, compare};
use cxmap::tongue::Tongue;

use crate::common::{bundled, map, outline, told, with, with_channels};

fn report(before: &str, after: &str, width: usize) -> String {
    let (before, after) = (map(before), map(after));
    let states =
        vec![State { name: "before".to_owned(), map: &before }, State { name: "after".to_owned(), map: &after }];
    let report = Report { journeys: vec![JourneyReport::of(states, Options::default())], ..Report::default() };
    text(&report, Layout { width, color: false, details: false })
}

#[test]
fn the_report_says_when_there_is_nothing_to_say() {
    assert_eq!(report(&with(""), &with(""), 80), "A journey: before → after: no differences\n");
}

#[test]
fn the_report_has_only_sections_that_say_something() {
    assert_eq!(
        report(&with("expectation: 4\nexperience: 4"), &with("expectation: 4\nexperience: 2\nwait: 1h"), 60),
        "\
A journey: before → after

For customers, the change makes one thing worse and nothing
better. Customers are left further below what they expect at
“I pay” (gap 0 → −2).

5 Expectations and satisfaction
  ~ worse  “I pay” is a worse experience (4 → 2; gap 0 →
           −2).

One change of wording or detail is not shown.
Signs: + came, − went, ~ is otherwise, ↔ is elsewhere or
called otherwise, ⇄ is rearranged.

In figures
                       before  after
  touchpoints               3      3
    below expectation       0      1
    the widest gap          0     −2
  mean gap in “Two”         0     −2
"
    );
}

#[test]
fn the_report_fits_its_width_and_shows_no_control_character() {
    for (path, text) in bundled() {
        for width in [60, 100] {
            let other = text.replace("experience: 4", "experience: 2");
            let shown = report(&text, &other, width);
            for line in shown.lines() {
                assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{}: {line}", path.display());
            }
        }
    }
    let hostile = report(&with(""), &with("friction_points: [\"\\e[31mred \\u202E turned\"]"), 80);
    assert!(hostile.contains(r"\u{1b}[31mred \u{202e} turned"), "{hostile}");
    assert!(!hostile.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn the_insurance_in_the_lockdown_is_told_as_it_happened() {
    let read = |name: &str| {
        let found =
            bundled().into_iter().find(|(path, _)| path.ends_with(format!("insurance-premium/{name}.journey.yaml")));
        map(&found.expect("the bundled pair").1)
    };
    let changes = compare(&read("before"), &read("lockdown"));
    let told = told(&changes);
    // The office closes, and the customer meets the adviser on screen.
    assert!(told.contains(
        "channel-closed worse channel:agency\n  touchpoint-closed worse touchpoint:advice\n    replacement-named neutral touchpoint:advice\n"
    ));
    // The moment of truth moved from reporting a change to asking for time, and got a commitment.
    assert!(told.contains(
        "commitment-added better moment:there-for-me\nmoment-improved better moment:there-for-me\nmoment-moved neutral \
         moment:there-for-me\n"
    ));
    // The other one moved with the customer to the screen, where it is a 4 instead of a 5.
    assert!(told.contains("    moment-worsened worse moment:advice\n    moment-moved neutral moment:advice\n"));
    // The worst new friction comes first.
    let friction: Vec<_> = changes.iter().filter(|change| change.kind == Kind::FrictionAdded).collect();
    let ids: Vec<_> = friction.iter().map(|change| change.address.to_string()).collect();
    assert_eq!(
        ids,
        [
            "friction:pay/premium-without-income",
            "friction:tell-them/jammed-lines",
            "friction:invoice/no-word-on-help",
            "friction:video-advice/pages-on-screen",
        ]
    );
    // Two of them are what employees and the satisfaction score say.
    assert_eq!(changes.iter().filter(|change| change.impact == Impact::Worse).count(), 15);
    // Three of them are solutions; two new touchpoints give more than is expected, one promise is kept sooner.
    assert_eq!(changes.iter().filter(|change| change.impact == Impact::Better).count(), 15);
}

/// The text of a report on two maps in that language, on the 21st of November 2026.
fn told_in(tongue: Tongue, before: &str, after: &str) -> String {
    let (before, after) = (map(before), map(after));
    let options = Options { tongue, today: Some(jiff::civil::date(2026, 11, 21)), ..Options::default() };
    let states =
        vec![State { name: "a.yaml".to_owned(), map: &before }, State { name: "b.yaml".to_owned(), map: &after }];
    let report = Report { options, journeys: vec![JourneyReport::of(states, options)], ..Report::default() };
    text(&report, Layout { width: 200, color: false, details: false })
}

#[test]
fn the_effect_is_counted_apart_from_the_answer() {
    let friction = |solutions: &str| with(&format!("friction_points: [{{title: A queue, severity: high{solutions}}}]"));
    let solved = friction(", solutions: [{title: A second desk, status: done}]");
    let told = told_in(Tongue::English, &with(""), &solved);
    assert!(told.contains("the change makes one thing worse and nothing better."), "{told}");
    assert!(told.contains("The answer: one new solution is in place or under way."), "{told}");
    let told = told_in(Tongue::English, &with(""), &friction(""));
    assert!(told.contains("  New friction without a solution\n    · “A queue” at “I pay” (high)\n"), "{told}");
    // Of what was known, only the worst is named.
    let known = with("friction_points: [{title: A queue, severity: high}, Rain, Snow]");
    let told = told_in(Tongue::English, &known, &known.replace("Snow", "Snow, Hail"));
    let lists = "  New friction without a solution\n    · “Hail” at “I pay” (medium)\n  Known friction without a solution\n    \
                 · “A queue” at “I pay” (high)\n    · two of medium or low severity\n";
    assert!(told.contains(lists), "{told}");
}

#[test]
fn who_does_what_by_when_is_listed_and_what_is_late_is_marked() {
    let after = with(
        "owner: Sales\nsolutions: [{title: A desk, status: planned, due: 2026-12-01}, {title: A tent, due: 2026-10-12, \
         status: in_progress, owner: Care}, {title: A van, status: done, due: 2026-01-01}, {title: A song, owner: Care}]",
    );
    let told = told_in(Tongue::English, &with("owner: Sales"), &after);
    let list = "  Still to be done: who, what, by when\n    · Care: “A tent” – in progress, due 12 October 2026 – overdue\n    \
                · Care: “A song” – an idea\n    · Sales: “A desk” – planned, due 1 December 2026\n";
    assert!(told.contains(list), "{told}");
    assert!(told.contains("one solution is overdue."), "{told}");
    let dutch = told_in(Tongue::Dutch, &with("owner: Sales"), &after);
    assert!(dutch.contains("uiterlijk 12 oktober 2026 – te laat"), "{dutch}");
    let french = told_in(Tongue::French, &with("owner: Sales"), &after);
    assert!(french.contains("pour le 1er décembre 2026") && french.contains("– en retard"), "{french}");
    // What a map shows as it was is history.
    let past = after.replace("title: A journey\n", "title: A journey\nstate: past\n");
    assert!(!told_in(Tongue::English, &past.replace("A desk", "A bench"), &past).contains("overdue"));
}

#[test]
fn new_touchpoints_count_in_the_headline() {
    let before = outline("one: a b");
    let after = outline("one: a b c") + "        expectation: 8\n        experience: 3\n";
    let scale = |text: &str| text.replace("title: A journey\n", "title: A journey\nscale: {min: 0, max: 10}\n");
    let told = told_in(Tongue::English, &scale(&before), &scale(&after));
    assert!(told.contains("further below what they expect at “Step c” (new, gap −5)."), "{told}");
    let row = told.lines().find(|line| line.contains("the widest gap")).expect("a row");
    assert!(row.split_whitespace().eq(["the", "widest", "gap", "?", "−5"]), "{row}");
}

#[test]
fn only_what_both_sides_know_is_added_up() {
    let waits = |one: &str, other: &str| {
        let text = outline("one: a b c");
        text.replacen("        was: []\n", &format!("        was: []\n{one}"), 1) + other
    };
    // Five weeks of waiting are left out of one map: that is no gain.
    let before = waits("        wait: 40m\n", "        wait: 5w\n");
    let told = told_in(Tongue::English, &before, &waits("        wait: 1h20m\n", ""));
    assert!(told.contains("time waited at the steps that stay  40 min  1 h 20 min\n"), "{told}");
}

#[test]
fn states_are_called_by_their_situation() {
    let crisis = with_channels("situation: {name: cyberaanval}\nlanguage: nl", "effort: 4");
    let told = told_in(Tongue::Dutch, &with("effort: 2"), &crisis);
    assert!(told.starts_with("A journey: ervoor → cyberaanval\n"), "{told}");
    assert!(told_in(Tongue::French, &crisis, &with("effort: 2")).starts_with("A journey\u{a0}: cyberaanval → après\n"));
    // The same situation twice tells nothing apart.
    assert!(
        told_in(Tongue::English, &crisis, &crisis.replace("effort: 4", "effort: 5")).starts_with("A journey: a → b\n")
    );
}

#[test]
fn times_and_shares_are_written_as_in_each_language() {
    let (before, after) = (with("wait: 48h"), with("wait: 10w"));
    assert!(told_in(Tongue::English, &before, &after).contains("is 10 weeks instead of 48 hours."));
    assert!(told_in(Tongue::Dutch, &before, &after).contains("is 10 weken in plaats van 48 uur."));
    let lost =
        |share: &str, rest: &str| with(&format!("next: [{{to: leave, share: {rest}}}, {{to: lost, share: {share}}}]"));
    let french = told_in(Tongue::French, &lost("5%", "95%"), &lost("12.5%", "87.5%"));
    assert!(french.contains("12,5\u{a0}% des clients abandonnent, au lieu de 5\u{a0}%."), "{french}");
}

#[test]
fn what_happens_to_satisfaction_is_told_in_the_order_of_the_journey() {
    let rated = |a: &str, b: &str, c: &str| {
        let one = |id: &str, rating: &str| {
            format!("      - {{id: {id}, title: Step {id}, expectation: 5, experience: {rating}}}\n")
        };
        "cxmap: 1\ntitle: A journey\nphases:\n  - title: One\n    touchpoints:\n".to_owned()
            + &one("a", a)
            + &one("b", b)
            + &one("c", c)
    };
    let told = told_in(Tongue::English, &rated("5", "4", "5"), &rated("4", "5", "2"));
    let section = told.split("5 Expectations and satisfaction\n").nth(1).expect("a section");
    let lines: Vec<_> = section.lines().take(3).map(|line| &line[..line.find(" is ").expect("a verb")]).collect();
    assert_eq!(lines, ["  ~ worse  “Step a”", "  ~ better “Step b”", "  ~ worst  “Step c”"]);
}

#[test]
fn the_headline_counts_what_the_report_marks() {
    let all = bundled();
    let read =
        |name: &str| map(&all.iter().find(|(path, _)| path.ends_with(format!("{name}.journey.yaml"))).unwrap().1);
    for (pair, says) in [
        (["insurance-premium/before", "insurance-premium/lockdown"], "makes 16 things worse and 14 better."),
        (["motor-claim/before", "motor-claim/lockdown"], "makes 14 things worse and 14 better."),
        (["bank-branch/before", "bank-branch/lockdown"], "makes 34 things worse and 15 better."),
    ] {
        let [before, after] = pair.map(read);
        let states = vec![State { name: "a".to_owned(), map: &before }, State { name: "b".to_owned(), map: &after }];
        let report = Report { journeys: vec![JourneyReport::of(states, Options::default())], ..Report::default() };
        let told = text(&report, Layout { width: 2_000, color: false, details: false });
        let answers =
            told.split("\n4 Solutions\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap_or_default();
        let marked = |text: &str, verdicts: &[&str]| {
            let is_marked = |line: &&str| {
                line.starts_with("  ") && verdicts.contains(&line.split_whitespace().nth(1).unwrap_or_default())
            };
            text.lines().filter(is_marked).count()
        };
        let count = |verdicts: &[&str]| marked(&told, verdicts) - marked(answers, verdicts);
        assert!(told.contains(says), "{told}");
        let counted = format!("makes {} things worse and {} better.", count(&["worse", "worst"]), count(&["better"]));
        assert_eq!(counted, says, "{told}");
    }
}
