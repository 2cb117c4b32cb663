//! Cells → the fields of a record, each tried on the format; what does not fit is kept as text, with a note.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::import::note::Notes;
use crate::import::table::cell::Cell;
use crate::model::{FrictionPoint, Journey, Measure, Phase, Solution, Touchpoint};
use crate::sheet::{Fields, cell, path};
use crate::text::unguarded;

/// What the cells of a row are fields of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Record {
    Journey,
    Phase,
    Touchpoint,
    FrictionPoint,
    Solution,
    Measure,
}

/// A cell that is filled, and the path of its field.
pub(super) type Filled<'c> = (&'c Cell, &'c str);

/// The text of a cell, without the sign that kept it from being a formula.
pub(super) fn text(cell: &Cell) -> &str {
    unguarded(&cell.text)
}

/// The key under which a value is kept that its field cannot take.
pub(super) fn own_key(name: &str) -> String {
    if name.starts_with("x-") { name.to_owned() } else { format!("x-{}", name.replace(['_', '.', ' '], "-")) }
}

impl Record {
    /// The fields that cells give.
    pub(super) fn fields(self, cells: &[Filled<'_>], notes: &mut Notes) -> Fields {
        let mut all = Fields::new();
        for (cell, path) in cells {
            path::set(&mut all, path, cell::read(path, text(cell)));
        }
        if self.check(&all).is_ok() {
            return all;
        }
        let mut sound = Fields::new();
        for (cell, path) in cells {
            let before = sound.clone();
            path::set(&mut sound, path, cell::read(path, text(cell)));
            let Err(reason) = self.check(&sound) else { continue };
            sound = before;
            let key = own_key(path);
            notes
                .loss(cell.span, format!("this does not fit `{path}`: {reason}"))
                .advise(format!("the text is kept as `{key}`"));
            sound.insert(key, text(cell).into());
        }
        sound
    }

    /// Whether the format takes these fields, whatever else is missing.
    fn check(self, fields: &Fields) -> Result<(), String> {
        let mut fields = fields.clone();
        let title = if let Self::Measure = self { "metric" } else { "title" };
        fields.entry(title).or_insert_with(|| "–".into());
        match self {
            Self::Journey => {
                fields.insert("cxmap".into(), json!(1));
                fields.insert("phases".into(), json!([{"title": "–"}]));
                taken::<Journey>(fields)
            }
            Self::Phase => taken::<Phase>(fields),
            Self::Touchpoint => taken::<Touchpoint>(fields),
            Self::FrictionPoint => taken::<FrictionPoint>(fields),
            Self::Solution => taken::<Solution>(fields),
            Self::Measure => taken::<Measure>(fields),
        }
    }
}

fn taken<T: DeserializeOwned>(fields: Fields) -> Result<(), String> {
    serde_json::from_value::<T>(Value::Object(fields)).map(drop).map_err(|error| error.to_string())
}
