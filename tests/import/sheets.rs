//! What colleagues and their programs do to a sheet that cxmap wrote, and what comes back of it.

use std::fs;
use std::time::{Duration, Instant};

use rust_xlsxwriter::Workbook;

use crate::common::{cxmap_in, cxmap_with_stdin, folder};

const MAP: &str = "cxmap: 1\ntitle: Ik verhuis\nlanguage: nl\nphases:\n  - title: Zoeken\n    goal: Een huis\n    touchpoints:\n      \
    - title: Ik zoek; elke avond\n        experience: 2.5\n        optional: true\n        friction_points:\n          - title: Weer niks\n            \
    severity: high\n      - title: Ik reageer\n  - title: Wonen\n    touchpoints:\n      - title: Ik teken\n        moment_of_truth: Sleutel\n";

/// A sheet read back: the map, and what was said.
fn read(csv: &str) -> (String, String) {
    let run = cxmap_with_stdin(&["import", "-", "--stdin-name", "t.csv"], csv);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let lint = cxmap_with_stdin(&["lint", "-", "--today", "2026-11-21", "-q"], &run.stdout);
    assert_eq!(lint.status, 0, "{}\n{}", lint.stdout, run.stdout);
    (run.stdout, run.stderr)
}

fn written() -> String {
    cxmap_with_stdin(&["render", "-", "-f", "csv"], MAP).stdout
}

#[test]
fn a_sheet_is_what_a_spreadsheet_shows() {
    assert_eq!(
        written(),
        "journey,phase,title,id,optional,experience,friction_points,moment_of_truth,phase.id,phase.goal,journey.language\n\
         Ik verhuis,Zoeken,Ik zoek; elke avond,ik-zoek-elke-avond,true,2.5,\"{\"\"title\"\":\"\"Weer \
         niks\"\",\"\"severity\"\":\"\"high\"\"}\",,zoeken,Een huis,nl\n\
         Ik verhuis,Zoeken,Ik reageer,ik-reageer,,,,,zoeken,,\n\
         Ik verhuis,Wonen,Ik teken,ik-teken,,,,Sleutel,wonen,,\n"
    );
}

#[test]
fn spreadsheets_save_in_their_own_way() {
    let wanted = read(&written()).0;
    // As Excel saves it in the Netherlands: semicolons, decimal commas, truth values in capitals.
    let dutch = "journey;phase;title;id;optional;experience;friction_points;moment_of_truth;phase.id;phase.goal;journey.language\r\n\
        Ik verhuis;Zoeken;\"Ik zoek; elke avond\";ik-zoek-elke-avond;TRUE;2,5;{title: Weer niks, severity: \
        high};;zoeken;Een huis;nl\r\nIk verhuis;Zoeken;Ik reageer;ik-reageer;;;;;zoeken;;\r\n;;;;;;;;;;\r\n\
        Ik verhuis;Wonen;Ik teken;ik-teken;;;;Sleutel;wonen;;\r\n";
    assert_eq!(read(dutch).0, wanted);
}

#[test]
fn colleagues_add_move_and_remove() {
    let lines: Vec<_> = written().lines().map(str::to_owned).collect();
    // Sorted by touchpoint, one gone, one new with no more than its phase and title, a column of their own.
    let changed = [
        format!("{},Prio?", lines[0]),
        format!("{},1", lines[3]),
        "Ik verhuis,Zoeken,Ik bezichtig,,,4,,,,,,2".to_owned(),
        format!("{},", lines[1]),
    ];
    let (map, said) = read(&changed.join("\n"));
    let outline: Vec<_> =
        map.lines().map(str::trim).filter(|line| line.contains("title:") || line.starts_with("x-")).collect();
    assert_eq!(
        outline,
        [
            "title: Ik verhuis",
            "title: Wonen",
            "title: Ik teken",
            "x-prio: 1",
            "title: Zoeken",
            "title: Ik bezichtig",
            "x-prio: 2",
            "title: Ik zoek; elke avond",
            "- title: Weer niks",
        ]
    );
    assert!(map.contains("id: ik-bezichtig") && map.contains("goal: Een huis"), "{map}");
    assert!(said.contains("“Prio?” is no field of the format; it is kept as `x-prio`"), "{said}");
}

#[test]
fn what_does_not_fit_is_kept_and_named() {
    let csv = "journey,journey.review.last,journey.colour,phase,phase.duration,title,experience,status,next,feedback.via,channel\n\
        A,1-3-2026,red,P,soon,T,good,closed,\"{\"\"to\"\": 1, \"\"share\"\": \"\"much\"\"}\",mail,\"{\"\n\
        B,,,P,,,3,,,,\n,,,Q,,,,,,,\n";
    let (map, said) = read(csv);
    for kept in [
        "x-review-last: 1-3-2026",
        "x-journey-colour: red",
        "x-duration: soon",
        "x-experience: good",
        "x-status: closed",
        "x-next: ",
        "via: mail",
        "channel: '{'",
        "title: –",
        "title: Q",
        "x-title: B",
    ] {
        assert!(map.contains(kept), "{kept}\n{map}\n{said}");
    }
    for told in [
        "`review.last`",
        "`duration`",
        "`experience`",
        "`status`",
        "`next`",
        "has no title",
        "`title` of the journey is \"B\" here",
    ] {
        assert!(said.contains(told), "{told}\n{said}");
    }
    let none = cxmap_with_stdin(&["import", "-"], "journey,phase,title\n,,\n");
    assert!(none.status == 2 && none.stderr.contains("not one touchpoint"), "{}", none.stderr);
}

/// A workbook of sheets with these cells.
fn book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (at, row) in (0..).zip(*rows) {
            sheet.write_row(at, 0, row.iter().copied()).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn the_sheets_of_details_count() {
    // The order of the sheets says nothing.
    let bytes = book(&[
        ("solutions", &[&["at.touchpoint", "at.friction_point", "title", "status"], &["t", "slow", "Hire", "planned"]]),
        (
            "touchpoints",
            &[
                &["journey", "phase", "title", "id", "friction_points", "solutions"],
                &["A", "P", "T", "t", "Slow\nNew one", "=1+1"],
            ],
        ),
        (
            "friction_points",
            &[
                &["at.phase", "at.touchpoint", "title", "severity", "Wie?"],
                &["p", "t", "Slow", "high", "Joost"],
                &["p", "t", "Dear", "huge", ""],
                &["p", "nobody", "Lost", "low", ""],
                &["", "", "", "low", ""],
            ],
        ),
        ("Parkeren", &[&["Wie belt?"]]),
    ]);
    let folder = folder(&[]);
    fs::write(folder.path().join("t.xlsx"), bytes).unwrap();
    let run = cxmap_in(folder.path(), &["import", "t.xlsx"]);
    let wanted = "cxmap: 1\ntitle: A\nphases:\n  - id: p\n    title: P\n    touchpoints:\n      - id: t\n        title: T\n        friction_points:\n          \
        - title: Slow\n            severity: high\n            solutions:\n              - title: Hire\n                status: planned\n            x-wie: Joost\n          \
        - title: Dear\n            x-severity: huge\n          - New one\n        solutions:\n          - =1+1\nx-friction-points:\n  - title: Lost\n    \
        severity: low\n  - severity: low\nx-sheets:\n  Parkeren:\n    - Wie belt?\n";
    assert_eq!(run.stdout, wanted, "{}", run.stderr);
    for told in [
        "“New one” stands with its touchpoint",
        "does not fit `severity`",
        "nothing of the journey has these ids",
        "has no `title`",
        "“Wie?” is no field",
        "“Parkeren”",
    ] {
        assert!(run.stderr.contains(told), "{told}\n{}", run.stderr);
    }
}

#[test]
fn hostile_cells_are_text() {
    let deep = "{a: ".repeat(20_000);
    let lists = format!("\"{}\"", "[".repeat(100_000));
    let marks = "\"{a: &a [x,x,x,x,x,x,x,x], b: &b [*a,*a,*a,*a,*a,*a,*a,*a], c: [*b,*b,*b,*b,*b,*b,*b,*b]}\"";
    let header = "journey,phase,title,friction_points,x-own,experience.level.level,persona.name.x\n";
    for cell in [deep.as_str(), &lists, marks, "\x1b[31mred", "\"\u{202e}\"", "\"\"\"\\ud800\"\"\""] {
        let csv = format!("{header}A,P,T,{cell},{cell},{cell},{cell}\n");
        let start = Instant::now();
        for name in ["t.csv", "foreign.csv"] {
            let csv = if name == "t.csv" { csv.clone() } else { csv.replace("journey,", "klantreis,") };
            let run = cxmap_with_stdin(&["import", "-", "--stdin-name", name], &csv);
            assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
            assert!(matches!(run.status, 0 | 2) && !run.stderr.contains("panicked"), "{}", run.stderr);
            assert!(!run.stderr.contains('\x1b') && !run.stdout.contains('\x1b'));
        }
    }
}

#[test]
fn a_text_too_long_for_a_workbook_is_named() {
    let long = "x".repeat(40_000);
    let folder = folder(&[("m.journey.yaml", &MAP.replace("Een huis", &long)), ("m.xlsx", "mine")]);
    let run = cxmap_in(folder.path(), &["render", "m.journey.yaml", "-o", "m.xlsx"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("sheet “touchpoints”, column “phase.goal”, row 2"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(folder.path().join("m.xlsx")).unwrap(), "mine");
    assert_eq!(cxmap_in(folder.path(), &["render", "m.journey.yaml", "-o", "m.csv"]).status, 0);
}

#[test]
fn what_a_diagram_leaves_out_is_said() {
    let run =
        cxmap_with_stdin(&["render", "-", "-f", "mermaid"], &MAP.replace("title: Wonen", "title: Zoeken\n    id: z2"));
    let wanted = "journey\n    title Ik verhuis\n    section Zoeken\n      Ik zoek#59; elke avond: 2.5\n      Ik reageer: \n    section Zoeken (2)\n      \
        Ik teken: \n";
    assert_eq!(run.stdout, wanted);
    for told in [
        "2 touchpoints have no rating",
        "two phases are called “Zoeken”",
        "left out: language, phase.goal, optional, friction_points, moment_of_truth",
    ] {
        assert!(run.stderr.contains(told), "{told}\n{}", run.stderr);
    }
}

#[test]
fn many_phases_are_read_in_bounds() {
    let rows: Vec<_> = (0..20_000).map(|at| format!("A,P {at},T {at},p{at}\n")).collect();
    let rows = rows.concat();
    let start = Instant::now();
    let run = cxmap_with_stdin(&["import", "-", "--dry-run"], &format!("journey,phase,title,phase.id\n{rows}"));
    assert!(run.stdout.contains("20000 phases and 20000 touchpoints"), "{}", run.stderr);
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
}
