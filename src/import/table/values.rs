//! One cell → the value of one field, checked by the model's own reader.

use serde_json::{Map, Value, json};

use super::cell::{Cell, Split};
use super::columns::split;
use crate::import::number_value;
use crate::model::{Duration, Scalar as _, Touchpoint};
use crate::sheet::cell::mapping;

/// A touchpoint or phase while it is put together: its fields as JSON.
pub(super) type Fields = Map<String, Value>;

/// The values that a cell gives a field; `Err` with the reason where it has another form.
pub(super) fn values(path: &str, cell: &Cell, title: &str) -> Result<Vec<Value>, String> {
    let items = cell.items(split(path));
    items.into_iter().filter_map(|item| value(path, item, title).transpose()).collect()
}

fn value(path: &str, item: &str, title: &str) -> Result<Option<Value>, String> {
    // What needs more than a title can be written as a mapping of YAML.
    if item.starts_with('{')
        && let Some(mapping) = mapping(item)
    {
        return checked(path, mapping).map(Some);
    }
    match path {
        "description" | "owner" | "actors" | "needs" | "feeling" | "thinking" | "quote" | "channel"
        | "friction_points" | "solutions" | "promises" | "evidence" | "frontstage" | "backstage" | "systems"
        | "props" => Ok(Some(one_line(path, item))),
        "measures" => Ok(Some(measure(item))),
        "moment_of_truth" => Ok(moment(item, title)),
        "duration" | "wait" => checked(path, json!(duration(item).unwrap_or_else(|| item.to_owned()))).map(Some),
        _ => checked(path, json!(item))
            .or_else(|error| plain(item).map_or(Err(error), |value| checked(path, value)))
            .map(Some),
    }
}

/// Titles stand on one line; what tells a story may have several.
fn one_line(path: &str, item: &str) -> Value {
    if matches!(path, "description" | "quote") {
        return item.into();
    }
    item.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// A number or a truth value.
fn plain(item: &str) -> Option<Value> {
    let number = item.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
    number.map(number_value).or_else(|| bool::meant(item).map(Value::Bool))
}

/// A value, if the format takes it there.
fn checked(path: &str, value: Value) -> Result<Value, String> {
    let mut fields = Map::from_iter([("title".to_owned(), json!("t"))]);
    put(&mut fields, path, value.clone());
    match serde_json::from_value::<Touchpoint>(Value::Object(fields)) {
        Ok(_) => Ok(value),
        Err(error) => Err(error.to_string()),
    }
}

/// Sets a field by its path; lists grow, and texts that tell a story get another line. `false` where the field has a
/// value already, which stays.
pub(super) fn put(fields: &mut Fields, path: &str, value: Value) -> bool {
    if let Some((first, rest)) = path.split_once('.').filter(|_| !path.starts_with("x-")) {
        let inner = fields.entry(first).or_insert_with(|| json!({}));
        if !inner.is_object() {
            // A rating alone becomes a rating with more to say.
            let short = if first == "moment_of_truth" { "title" } else { "level" };
            *inner = json!({ short: inner.take() });
        }
        return inner.as_object_mut().is_some_and(|inner| put(inner, rest, value));
    }
    let is_list = split(path) != Split::One;
    match fields.get_mut(path) {
        None if is_list => drop(fields.insert(path.to_owned(), json!([value]))),
        None => drop(fields.insert(path.to_owned(), value)),
        Some(Value::Array(list)) => list.push(value),
        Some(Value::String(text)) if path == "description" || path.starts_with("x-") => {
            text.push('\n');
            text.push_str(value.as_str().unwrap_or(&value.to_string()));
        }
        Some(own) if path.starts_with("x-") => *own = json!([own.take(), value]),
        Some(Value::Object(inner)) if !value.is_object() => {
            let short = if path == "moment_of_truth" { "title" } else { "level" };
            if inner.contains_key(short) {
                return false;
            }
            inner.insert(short.into(), value);
        }
        Some(_) => return false,
    }
    true
}

/// `NPS: 32`, `CSAT 4,1` → a measure with its value; else the metric that ought to be measured.
fn measure(item: &str) -> Value {
    let cut = item.rfind([':', '=']).or_else(|| item.rfind(' '));
    let parts = cut.map(|at| (item[..at].trim(), item[at + 1..].trim()));
    let figure = parts.and_then(|(name, figure)| Some((name, figure.replace(',', ".").parse::<f64>().ok()?)));
    match figure {
        Some((name, figure)) if !name.is_empty() && figure.is_finite() => {
            json!({"metric": metric(name), "value": number_value(figure)})
        }
        _ => metric(item).into(),
    }
}

/// The three metrics that bring their scale have one spelling.
fn metric(name: &str) -> String {
    let lower = name.to_lowercase();
    if matches!(lower.as_str(), "nps" | "csat" | "ces") { lower } else { name.to_owned() }
}

/// A mark says that there is one, a text what it is.
fn moment(item: &str, title: &str) -> Option<Value> {
    match bool::meant(item) {
        Some(false) => None,
        Some(true) => Some(title.into()),
        None => {
            let is_mark = item.eq_ignore_ascii_case("x") || item.chars().all(|c| !c.is_alphanumeric());
            Some(if is_mark { title.into() } else { item.into() })
        }
    }
}

/// `3 dagen`, `20 min`, `1 heure` → the form of the format; `None` where there is no one reading.
fn duration(item: &str) -> Option<String> {
    if Duration::parse(item).is_ok() {
        return Some(item.to_owned());
    }
    let lower = item.to_lowercase();
    let digits = lower.bytes().take_while(u8::is_ascii_digit).count();
    let (count, unit) = lower.split_at(digits);
    let unit = match unit.trim().trim_end_matches('.') {
        "s" | "sec" | "second" | "seconds" | "seconde" | "seconden" | "secondes" | "sekunden" | "segundos" => "s",
        "m" | "min" | "mins" | "minute" | "minutes" | "minuut" | "minuten" | "minutos" | "'" => "m",
        "h" | "hr" | "hrs" | "u" | "hour" | "hours" | "uur" | "uren" | "heure" | "heures" | "stunde" | "stunden"
        | "hora" | "horas" => "h",
        "d" | "day" | "days" | "dag" | "dagen" | "jour" | "jours" | "j" | "tag" | "tage" | "dia" | "día" | "días"
        | "dias" => "d",
        "w" | "week" | "weeks" | "weken" | "semaine" | "semaines" | "woche" | "wochen" | "semana" | "semanas" => "w",
        _ => return None,
    };
    (digits > 0).then(|| format!("{count}{unit}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use serde_json::json;

    use super::{Cell, duration, values};

    fn read(path: &str, text: &str) -> Vec<serde_json::Value> {
        values(path, &Cell { text: text.into(), ..Cell::default() }, "I pay").unwrap()
    }

    #[test]
    fn cells_become_values_of_their_fields() {
        assert_eq!(
            read("measures", "NPS: 32\nCSAT 4,1; wait"),
            [json!({"metric": "nps", "value": 32}), json!({"metric": "csat", "value": 4.1}), json!("wait")]
        );
        assert_eq!(read("moment_of_truth", "x"), [json!("I pay")]);
        assert_eq!(read("moment_of_truth", "nee"), [] as [serde_json::Value; 0]);
        assert_eq!(read("optional", "ja"), [json!(true)]);
        assert_eq!(
            read("friction_points", "{title: Slow, severity: high}\nDear"),
            [json!({"title": "Slow", "severity": "high"}), json!("Dear")]
        );
    }

    #[test]
    fn lengths_of_time_are_read_in_five_languages() {
        for (text, form) in
            [("3 dagen", "3d"), ("20 min.", "20m"), ("1 heure", "1h"), ("2 Wochen", "2w"), ("1h30m", "1h30m")]
        {
            assert_eq!(duration(text).as_deref(), Some(form), "{text}");
        }
        assert_eq!(duration("a few days"), None);
        assert_eq!(duration("2-3 dagen"), None);
    }
}
