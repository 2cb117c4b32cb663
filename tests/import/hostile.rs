//! Sources that are broken, huge or not what they seem: a clear message, in bounded time and memory, and nothing written.

use std::fs;
use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::common::{cxmap_in, folder};
use crate::workbook;

/// What an import of these bytes says; it fails, soon, and leaves the map that is there alone.
fn refused(name: &str, bytes: &[u8]) -> String {
    let folder = folder(&[("out.journey.yaml", "mine")]);
    fs::write(folder.path().join(name), bytes).unwrap();
    let start = Instant::now();
    let run = cxmap_in(folder.path(), &["import", name, "-o", "out.journey.yaml", "--force"]);
    assert!(start.elapsed() < Duration::from_secs(60), "{name}: {:?}", start.elapsed());
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name}: {}", run.stderr);
    assert!(!run.stderr.contains("panicked") && run.stderr.contains("error"), "{name}: {}", run.stderr);
    assert_eq!(fs::read_to_string(folder.path().join("out.journey.yaml")).unwrap(), "mine");
    run.stderr
}

/// A workbook with one sheet of this XML.
fn sheet(xml: &mut dyn Iterator<Item = String>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    for (name, text) in [
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{rels}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns='{main}' xmlns:r='{rels}'><sheets><sheet name='A' sheetId='1' r:id='r1'/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{rels}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
            ),
        ),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    zip.write_all(format!("<worksheet xmlns='{main}'><sheetData>").as_bytes()).unwrap();
    for part in xml {
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.write_all(b"</sheetData></worksheet>").unwrap();
    zip.finish().unwrap().into_inner()
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r='{place}' t='inlineStr'><is><t>{text}</t></is></c>")
}

#[test]
fn archives_that_lie_are_refused() {
    let whole = workbook::dutch();
    for end in [4, 100, whole.len() / 2, whole.len() - 30] {
        let message = refused("cut.xlsx", &whole[..end]);
        assert!(message.contains("workbook"), "{message}");
    }
    let bomb = sheet(&mut (0..300).map(|_| " ".repeat(1 << 20)));
    assert!(bomb.len() < 1 << 20);
    assert!(refused("bomb.xlsx", &bomb).contains("larger than 128 MiB"));
    let far = sheet(&mut std::iter::once(format!("<row r='1048576'>{}</row>", cell("XFD1048576", "far"))));
    assert!(refused("far.xlsx", &far).contains("more than a journey can have"));
    let mut wide = (1..200).map(|row| format!("<row r='{row}'>{}</row>", cell(&format!("XFD{row}"), "x")));
    assert!(refused("wide.xlsx", &sheet(&mut wide)).contains("more than a journey can have"));
    let merged = "</sheetData><mergeCells><mergeCell ref='A2:XFD1048576'/></mergeCells><sheetData>".to_owned();
    refused("merged.xlsx", &sheet(&mut [cell("A1", "x"), merged].into_iter()));
}

#[test]
fn what_is_no_text_or_no_table_is_refused() {
    assert!(refused("a.csv", b"\0\x01\x02PNG").contains("zero bytes"));
    assert!(refused("a.csv", &[0x1b; 500]).contains("control characters"));
    assert!(refused("a.csv", b"").contains("nothing in it"));
    assert!(refused("a.csv", b"colour,size\nred,3\n").contains("“colour”, “size”"));
    assert!(refused("a.csv", b"phase,touchpoint\n").contains("not one touchpoint"));
    assert!(refused("a.mmd", b"flowchart TD\n A-->B\n").contains("begins with `flowchart`"));
    assert!(refused("a.mmd", b"journey\n title x\n").contains("neither sections nor tasks"));
    assert!(refused("a.md", b"# Readme\n\nHello.\n").contains("no journey in this document"));
    assert!(refused("a.xls", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]).contains("save it as .xlsx"));
}

#[test]
fn odd_texts_are_read_and_never_obeyed() {
    let quote = "\"".repeat(10_000);
    let many = "-".repeat(50_000);
    let texts = [
        "phase,step\na,\"never closed\nb,c\n".to_owned(),
        format!("phase,step\n{quote}\n"),
        format!("phase,step\na,{}\n", ";".repeat(100_000)),
        format!("# a\n## {many}\n### b\n- channel: {many}\n"),
        format!("{}x", "> ".repeat(5_000)),
        format!("journey\n{}", "a".repeat(100_000)),
        format!("journey\n{}", "%%{".repeat(30_000)),
        "phase,step\r\na,\x1b[31mred\u{202e}\r\n".to_owned(),
    ];
    for (at, text) in texts.iter().enumerate() {
        for name in ["t.csv", "t.md", "t.mmd"] {
            let folder = folder(&[(name, text)]);
            let start = Instant::now();
            let run = cxmap_in(folder.path(), &["import", name]);
            assert!(start.elapsed() < Duration::from_secs(30), "{name} {at}: {:?}", start.elapsed());
            assert!(!run.stderr.contains("panicked") && run.status != 101, "{name} {at}: {}", run.stderr);
            assert!(!run.stderr.contains('\x1b') && !run.stdout.contains('\x1b'), "{name} {at}");
        }
    }
}

#[test]
fn large_tables_are_read_in_bounds() {
    let rows: String = (0..10_000).map(|at| format!("Phase {},I do {at},web,{}\n", at / 100, at % 5 + 1)).collect();
    let folder = folder(&[("t.csv", &format!("phase,touchpoint,channel,experience\n{rows}"))]);
    let run = cxmap_in(folder.path(), &["import", "t.csv", "-o", "t.journey.yaml"]);
    assert!(run.stderr.contains("100 phases and 10000 touchpoints"), "{}", run.stderr);
    let long: String = "a,b\n".repeat(100_001);
    assert!(refused("t.csv", format!("phase,step\n{long}").as_bytes()).contains("100000 rows"));
}
