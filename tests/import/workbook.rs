//! Workbooks as people keep them: merged cells, a sheet of notes, a title above the table.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// A Dutch journey as a bank's CX team would keep it.
pub fn dutch() -> Vec<u8> {
    build().unwrap()
}

fn build() -> Result<Vec<u8>, XlsxError> {
    let plain = Format::new();
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2026, 11, 21)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet = book.add_worksheet().set_name("Klantreis")?;
    sheet.write(0, 0, "Klantreis: Ik sluit een hypotheek af voor mijn eerste huis")?;
    sheet.write(1, 0, "Persona")?.write(1, 1, "Tim en Sanne, starters")?;
    sheet.write(2, 0, "Versie na de sessie van 4 februari, nog niet getoetst bij klanten")?;
    let header = [
        "Fase",
        "Stap van de klant",
        "Contactpunt",
        "Beleving (-2 tot 2)",
        "Emoties",
        "Citaat",
        "Pijnpunten",
        "Verbeterkansen",
        "Verantwoordelijke",
        "Doorlooptijd",
        "Moment van de waarheid",
        "NPS",
        "Prio",
    ];
    sheet.write_row(4, 0, header)?;
    let rows: [[&str; 13]; 7] = [
        [
            "Oriënteren",
            "We berekenen wat we kunnen lenen",
            "website",
            "1",
            "hoopvol",
            "“Eindelijk een bedrag”",
            "Elke rekentool zegt iets anders",
            "",
            "Digitaal",
            "20 min",
            "",
            "",
            "3",
        ],
        [
            "",
            "We plannen een gesprek",
            "website, telefoon",
            "0",
            "",
            "",
            "Pas over drie weken plek",
            "Online agenda; Avondafspraken",
            "Advies",
            "3 weken",
            "",
            "",
            "1",
        ],
        [
            "Aanvragen",
            "We zitten bij de adviseur",
            "kantoor",
            "2",
            "opgelucht",
            "“Hij nam echt de tijd”",
            "",
            "",
            "Advies",
            "90 min",
            "ja",
            "41",
            "",
        ],
        [
            "",
            "We leveren documenten aan",
            "portaal / e-mail",
            "-2",
            "gefrustreerd, moe",
            "“Wéér een loonstrook”",
            "Zelfde document drie keer gevraagd\nPortaal loopt vast",
            "Documenten één keer vragen\nBrondata ophalen met iDIN",
            "Operations",
            "een week of twee",
            "",
            "",
            "1",
        ],
        [
            "",
            "We wachten op het bindend aanbod",
            "e-mail",
            "-1",
            "gespannen",
            "",
            "Geen bericht over de stand",
            "Statusbalk in het portaal",
            "Operations",
            "10 dagen",
            "",
            "",
            "1",
        ],
        [
            "Tekenen",
            "We tekenen bij de notaris",
            "notaris",
            "2",
            "trots",
            "“Het is van ons!”",
            "",
            "",
            "Notaris",
            "1 uur",
            "x",
            "",
            "",
        ],
        [
            "Wonen",
            "We bellen over een verbouwing",
            "telefoon",
            "9",
            "",
            "",
            "Niemand kent ons dossier",
            "",
            "Klantenservice",
            "",
            "",
            "-12",
            "2",
        ],
    ];
    for (at, row) in (5..).zip(rows) {
        for (column, text) in (0..).zip(row) {
            write(sheet, at, column, text)?;
        }
    }
    // Two phases stand in merged cells, as does one owner.
    sheet.merge_range(5, 0, 6, 0, "Oriënteren", &plain)?;
    sheet.merge_range(7, 0, 9, 0, "Aanvragen", &plain)?;
    sheet.merge_range(8, 8, 9, 8, "Operations", &plain)?;
    let notes = book.add_worksheet().set_name("Parkeerplaats")?;
    notes.write(0, 0, "Vragen voor de volgende keer")?.write(1, 0, "Wie belt na de oplevering?")?;
    book.save_to_buffer()
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    match text.parse::<f64>() {
        Ok(number) => sheet.write(row, column, number)?,
        Err(_) if text.is_empty() => sheet,
        Err(_) => sheet.write(row, column, text)?,
    };
    Ok(())
}
