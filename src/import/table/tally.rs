//! What happened to the values of whole columns: said once for each, where it happened first.

use std::collections::BTreeMap;

use super::Table;
use super::cell::Cell;
use super::columns::Column;
use super::rating::Scale;

/// What happened to values of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Misfit,
    OffScale,
    Rescaled,
    Worded,
    Told,
    Shared,
    Continued,
    Second,
    Repeated,
}

/// How often, and where first.
struct Tally {
    cell: Cell,
    count: usize,
    detail: String,
}

/// What there is to say, by column and kind.
#[derive(Default)]
pub(super) struct Tallies(BTreeMap<(usize, Kind), Tally>);

impl Tallies {
    /// Counts what happened to a value.
    pub(super) fn add(&mut self, index: usize, kind: Kind, cell: &Cell, detail: &str) {
        let first = || Tally { cell: cell.clone(), count: 0, detail: detail.to_owned() };
        self.0.entry((index, kind)).or_insert_with(first).count += 1;
    }

    /// Says once for each column what happened to its values.
    pub(super) fn tell(self, columns: &[Column], scale: Scale, table: &mut Table<'_>) {
        for ((index, kind), Tally { cell, count, detail }) in self.0 {
            let name = columns.get(index).map(|column| column.header.text.as_str()).unwrap_or_default();
            let at = table.at(&cell);
            let here = if count > 1 { format!(" ({count} cells, the first one here)") } else { String::new() };
            let span = cell.span;
            let (scale_min, scale_max) = scale;
            let key = detail.replace(['_', '.'], "-");
            match kind {
                Kind::Misfit => table
                    .notes
                    .loss(span, format!("{at}“{name}” has another form here{here}: {detail}"))
                    .advise("the text is kept under an `x-` key of the touchpoint"),
                Kind::OffScale => table
                    .notes
                    .loss(span, format!("{at}“{name}” is off its scale here{here}; it is kept as `x-{key}`"))
                    .advise("state the scale in the header, such as “(1–10)”"),
                Kind::Rescaled => table
                    .notes
                    .guess(
                        span,
                        format!("{at}“{name}” is on another scale{here}; it is put on {scale_min}–{scale_max}"),
                    )
                    .advise("all ratings of a map are on one scale"),
                Kind::Worded => table
                    .notes
                    .guess(span, format!("{at}“{name}” holds faces, stars or words{here}; they are read as ratings"))
                    .advise("from very bad to very good in five steps"),
                Kind::Told => table
                    .notes
                    .guess(span, format!("{at}“{name}” is no rating here{here}; the text is kept as `{detail}`"))
                    .advise("add a rating to the map: what customers say of it is not invented"),
                Kind::Shared => table
                    .notes
                    .guess(span, format!("{at}“{name}” is said of a row with several touchpoints{here}; each gets it"))
                    .advise("check whether it holds for each of them"),
                Kind::Continued => table
                    .notes
                    .guess(
                        span,
                        format!("{at}“{name}” stands in a row without a touchpoint{here}; it goes to the one above"),
                    )
                    .advise("write the touchpoint in every row if this is not meant"),
                Kind::Second => table
                    .notes
                    .loss(span, format!("{at}“{name}” has a second value here{here}; it is kept as `x-{key}`"))
                    .advise("the first one stays"),
                Kind::Repeated => table
                    .notes
                    .loss(span, format!("{at}“{name}” says the same twice of one touchpoint{here}; it is kept once"))
                    .advise("nothing is lost"),
            }
        }
    }
}
