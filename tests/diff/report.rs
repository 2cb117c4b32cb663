//! The report for people.

use cxmap::diff::report::text::{Layout, text};
use cxmap::diff::report::{JourneyReport, Report, State};
use cxmap::diff::{Impact, Kind, Options, compare};

use crate::common::{bundled, map, told, with};

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

In figures
                                  before  after
  touchpoints                          3      3
    of them below expectation          0      1
  steps on the main way                3      3
    time waited, as far as known       ?     1h
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
    assert!(told.contains("commitment-added better moment:there-for-me\nmoment-moved neutral moment:there-for-me\n"));
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
    assert_eq!(changes.iter().filter(|change| change.impact == Impact::Better).count(), 13);
}
