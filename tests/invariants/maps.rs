//! Random maps by the JSON Schema of the format: every field can be there or missing, hold what belongs in it, now and
//! then something else, and name touchpoints and channels that are there, or not.

use std::fmt::Write as _;

use serde_json::Value;

/// Random numbers, the same in every run (`SplitMix64`, Steele and others, 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

/// What the maps of one size are like.
pub struct Habits {
    /// How many touchpoints a phase has at the most.
    pub touchpoints: usize,
    /// How many phases there are at the most.
    pub phases: usize,
    /// In how many cases of a hundred an optional field is there.
    pub fields: usize,
    /// In how many cases of a hundred a value is not what it should be.
    pub slips: usize,
}

/// A map as it is written: YAML that can have a key twice.
enum Written {
    Plain(String),
    List(Vec<Written>),
    Fields(Vec<(String, Written)>),
}

/// The text of a random map.
pub fn random(seed: u64, habits: &Habits) -> String {
    let schema = cxmap::model::schema::journey().to_value();
    let mut maker = Maker { schema: &schema, dice: Dice(seed), habits, serial: 0 };
    let mut text = String::new();
    maker.mapping(&schema, 0).write(0, &mut text);
    text
}

struct Maker<'s> {
    schema: &'s Value,
    dice: Dice,
    habits: &'s Habits,
    /// How many touchpoints there are so far.
    serial: usize,
}

impl<'s> Maker<'s> {
    /// The long form of a record.
    fn mapping(&mut self, record: &'s Value, depth: usize) -> Written {
        let long = record.pointer("/anyOf/1").filter(|form| form.get("properties").is_some()).unwrap_or(record);
        let required = long.get("required").and_then(Value::as_array);
        let is_required = |name: &str| required.is_some_and(|names| names.iter().any(|one| one == name));
        let mut fields = Vec::new();
        let is_touchpoint = record["title"] == "a touchpoint";
        if is_touchpoint {
            self.serial += 1;
        }
        for (name, property) in long["properties"].as_object().unwrap() {
            let is_there = match name.as_str() {
                "cxmap" | "phases" | "touchpoints" => !self.dice.chance(self.habits.slips / 4),
                name if is_required(name) => !self.dice.chance(self.habits.slips),
                // What other things stand on is there more often.
                "id" if is_touchpoint => self.dice.chance(90),
                "state" | "basis" | "language" => self.dice.chance(self.habits.fields / 3),
                _ => self.dice.chance(self.habits.fields),
            };
            if is_there {
                let value = match name.as_str() {
                    "id" if is_touchpoint && !self.dice.chance(self.habits.slips) => {
                        Written::Plain(format!("t{}", self.serial))
                    }
                    _ => self.value(name, property, depth),
                };
                let again = self.dice.chance(self.habits.slips / 4).then(|| self.value(name, property, depth));
                fields.extend(again.map(|again| (name.clone(), again)));
                fields.push((name.clone(), value));
            }
        }
        if fields.is_empty() || self.dice.chance(self.habits.slips / 4) {
            fields.push((self.dice.pick(&["x-note", "titel", "kanaal", "zzz"]).into(), Written::Plain("x".into())));
        }
        Written::Fields(fields)
    }

    fn value(&mut self, name: &str, property: &'s Value, depth: usize) -> Written {
        if self.dice.chance(self.habits.slips) {
            let slips = ["7", "", "x", "[]", "{}", "ja", "50", "\"4\"", "2026-13-01", "~", "We: no", "[a, b]"];
            return Written::Plain(self.dice.pick(&slips).into());
        }
        if let Some(definition) = property.get("$ref").and_then(Value::as_str) {
            let record = self.schema.pointer(&definition[1..]).unwrap();
            let short = record.pointer("/anyOf/0").filter(|short| short.get("required").is_none());
            return match short {
                Some(short) if depth > 4 || self.dice.chance(40) => self.value(name, short, depth),
                _ => self.mapping(record, depth + 1),
            };
        }
        if let Some(forms) = property.get("anyOf").and_then(Value::as_array) {
            let forms: Vec<_> = forms.iter().filter(|form| form["type"] != "null").collect();
            let form = forms[self.dice.below(forms.len())];
            return self.value(name, form, depth);
        }
        if let Some(item) = property.get("items") {
            let count = match name {
                "phases" => 1 + self.dice.below(self.habits.phases),
                "touchpoints" => self.dice.below(self.habits.touchpoints + 1),
                _ => self.dice.below(3),
            };
            return Written::List((0..count).map(|_| self.value(name, item, depth)).collect());
        }
        if let Some(entry) = property.get("additionalProperties") {
            return Written::Fields((0..3).map(|id| (format!("c{id}"), self.value(name, entry, depth))).collect());
        }
        Written::Plain(self.plain(name, property))
    }

    fn plain(&mut self, name: &str, property: &Value) -> String {
        if let Some(words) = property.get("enum").and_then(Value::as_array) {
            let words: Vec<_> = words.iter().filter_map(Value::as_str).collect();
            return self.dice.pick(&words).into();
        }
        let form = property.get("title").and_then(Value::as_str).unwrap_or_default();
        match (name, form) {
            ("cxmap", _) => "1".into(),
            ("to" | "next", _) if self.dice.chance(40) => self.dice.pick(&["end", "lost", "next", "next"]).into(),
            ("to" | "next" | "replaced_by" | "kept_at" | "also_at" | "touchpoint", _) => self.somewhere(),
            ("channel", _) => self.dice.pick(&["c0", "c1", "c2", "c3"]).into(),
            ("id" | "was", _) => format!("i{}", self.dice.below(100_000)),
            ("language", _) => self.dice.pick(&["en", "nl", "fr", "de"]).into(),
            ("metric" | "measured_by", _) => self.dice.pick(&["nps", "ces", "csat", "Op tijd"]).into(),
            (_, "`true` or `false`") => self.dice.pick(&["true", "false"]).into(),
            (_, form) if form.starts_with("a number") => self.dice.pick(&["1", "2", "3", "4", "5", "3.5", "2"]).into(),
            (_, form) if form.starts_with("a percentage") => {
                self.dice.pick(&["0%", "5%", "30%", "50%", "70%", "100%"]).into()
            }
            (_, form) if form.starts_with("a date") => {
                self.dice.pick(&["2020-03-18", "2026-11-20", "2026-11-21", "2027-02-01"]).into()
            }
            (_, form) if form.starts_with("a duration") => self.dice.pick(&["10m", "3d", "2w"]).into(),
            (_, form) if form.starts_with("a length") => self.dice.pick(&["6mo", "1y", "2w"]).into(),
            _ => self
                .dice
                .pick(&["I pay", "Wij bellen ☎", "Nous écrivons", "\"We: call\"", "ik wacht", "T", "é\u{301}"])
                .into(),
        }
    }

    /// A touchpoint, as a rule one nearby; now and then none.
    fn somewhere(&mut self) -> String {
        let near = (self.serial + self.dice.below(7)).saturating_sub(3);
        if self.dice.chance(self.habits.slips) { "nobody".into() } else { format!("t{}", near.max(1)) }
    }
}

impl Written {
    fn write(&self, margin: usize, out: &mut String) {
        let indent = " ".repeat(margin);
        match self {
            Self::Plain(text) => {
                let _ = writeln!(out, "{text}");
            }
            Self::List(items) if items.is_empty() => out.push_str("[]\n"),
            Self::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    let _ = write!(out, "{}- ", if at == 0 { "" } else { &indent });
                    item.write(margin + 2, out);
                }
            }
            Self::Fields(fields) => {
                for (at, (name, value)) in fields.iter().enumerate() {
                    let _ = write!(out, "{}{name}: ", if at == 0 { "" } else { &indent });
                    if !matches!(value, Self::Plain(_)) && !matches!(value, Self::List(items) if items.is_empty()) {
                        let _ = write!(out, "\n{indent}  ");
                    }
                    value.write(margin + 2, out);
                }
            }
        }
    }
}
