//! The bundled sources, as a practitioner would have them, become maps to go on with.

use std::fs;

use crate::common::{cxmap, cxmap_with_stdin, repository};
use crate::workbook;

#[test]
fn the_bundled_workbook_is_the_one_described_here() {
    let path = repository().join("docs/examples/import/hypotheek.xlsx");
    let bytes = workbook::dutch();
    if std::env::var_os("CXMAP_BLESS").is_some() {
        fs::write(&path, &bytes).unwrap();
    }
    assert!(fs::read(&path).unwrap() == bytes, "bless docs/examples/import/hypotheek.xlsx");
}

#[test]
fn bundled_sources_become_maps_without_errors() {
    for name in ["hypotheek.xlsx", "gym-membership.md", "parental-leave.mmd"] {
        let run = cxmap(&["import", &format!("docs/examples/import/{name}")]);
        assert_eq!(run.status, 0, "{name}: {}", run.stderr);
        insta::assert_snapshot!(name.replace('.', "-"), format!("{}\n{}", run.stdout, run.stderr));
        let lint = cxmap_with_stdin(&["lint", "-", "--today", "2026-11-21"], &run.stdout);
        assert_eq!(lint.status, 0, "{name}: {}", lint.stdout);
        let again = cxmap(&["import", &format!("docs/examples/import/{name}")]);
        assert_eq!(run, again, "the same every time");
    }
}
