//! The maps that pictures are tried on: the bundled ones, generated ones, and some with hostile texts.

use std::fmt::Write as _;
use std::path::PathBuf;

use cxmap::graph::Map;
use cxmap::load_str;
use cxmap::model::lower::lower;

/// Every bundled map, with its path.
pub fn bundled() -> Vec<(PathBuf, Map)> {
    let root = crate::common::repository();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(root.join(&path)).unwrap();
        let map = load_str(&path.to_string_lossy(), &text).map.expect("a map");
        (path, map)
    };
    crate::common::journeys().into_iter().map(read).collect()
}

/// A bundled map.
pub fn journey(path: &str) -> Map {
    let text = std::fs::read_to_string(crate::common::repository().join("journeys").join(path)).unwrap();
    load_str(path, &text).map.expect("a map")
}

/// The map of a text.
pub fn map(text: &str) -> Map {
    load_str("test", text).map.expect("a map")
}

/// A map of so many touchpoints with something of everything here and there, by a seed.
pub fn generated(touchpoints: usize, seed: u64) -> String {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut text = String::from("cxmap: 1\ntitle: I walk through it all\nphases:\n");
    for at in 0..touchpoints {
        if at == 0 || random.below(5) == 0 {
            let _ = writeln!(
                text,
                "  - title: Phase {at} of {}\n    needs: [To be sure {at}]\n    touchpoints:",
                words(&mut random)
            );
        }
        let _ = writeln!(text, "      - id: t{at}\n        title: I do {at} {}", words(&mut random));
        if random.below(4) > 0 {
            let _ = writeln!(text, "        experience: {}", 1 + random.below(5));
        }
        if random.below(3) > 0 {
            let _ = writeln!(text, "        expectation: {}", 1 + random.below(5));
        }
        if random.below(5) == 0 {
            let _ = writeln!(text, "        moment_of_truth: Moment {at} {}", words(&mut random));
        }
        if random.below(4) == 0 {
            let (severity, status) = (["low", "medium", "high", "critical"], ["open", "mitigated", "resolved"]);
            let _ = writeln!(
                text,
                "        friction_points:\n          - {{title: Friction {at}, severity: {}, status: {}, solutions: [Solution {at}]}}",
                severity[random.below(4)],
                status[random.below(3)]
            );
        }
        if random.below(6) == 0 {
            let _ = writeln!(
                text,
                "        status: {{level: unavailable, because: Closed {at}}}\n        replaced_by: t{}",
                random.below(touchpoints)
            );
        }
        if random.below(6) == 0 {
            let _ = writeln!(
                text,
                "        promises: [{{title: Promise {at}, kept_at: t{}, kept: 50%}}]",
                random.below(touchpoints)
            );
        }
        if random.below(3) == 0 {
            let (one, other) = (random.below(touchpoints), random.below(touchpoints));
            let _ = writeln!(
                text,
                "        next:\n          - {{to: t{one}, when: this {at}, share: 60%}}\n          - {{to: {}, when: that {}, share: 40%}}",
                if other == one { "lost".into() } else { format!("t{other}") },
                words(&mut random)
            );
        }
    }
    text
}

fn words(random: &mut Random) -> String {
    const WORDS: [&str; 8] =
        ["app", "invoice", "contactmoment", "rendez-vous", "a", "verzekeringsovereenkomst", "€ 12,50", "naïve"];
    (0..=random.below(6)).map(|_| WORDS[random.below(8)]).collect::<Vec<_>>().join(" ")
}

struct Random(u64);

impl Random {
    /// Source: Marsaglia, "Xorshift RNGs" (2003).
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// Texts that break naive layouts and naive writers.
pub const HOSTILE: [&str; 15] = [
    "MWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMW",
    "👩‍👩‍👧‍👦🇧🇪👍🏽🎉👩‍👩‍👧‍👦🇧🇪👍🏽🎉👩‍👩‍👧‍👦🇧🇪👍🏽🎉👩‍👩‍👧‍👦🇧🇪👍🏽🎉👩‍👩‍👧‍👦🇧🇪👍🏽🎉👩‍👩‍👧‍👦🇧🇪👍🏽🎉👩‍👩‍👧‍👦🇧🇪👍🏽🎉",
    "支払いをアプリで済ませてから領収書を受け取る全角文字の長い長い題名です",
    "أدفع قسط التأمين عبر التطبيق ثم أنتظر رسالة التأكيد من الشركة",
    "Z̸̧̛a̵̡l̷g̶o̴ e\u{301}e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} nai\u{308}ve",
    "line one\nline two\r\nline three\ttab\n\n\nlast",
    "<script>alert(1)</script> & \"quotes\" 'single' </svg> ]]> <!-- --> &lt;",
    "\u{1b}[31mred\u{1b}]8;;http://evil\u{7}link \0nul \u{7f} \u{9b}31m \u{ffff} \u{fffe}",
    "\u{202e}desrever\u{2066} \u{200f} \u{2028} \u{2069}",
    "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z",
    "https://www.example.com/a/very/long/path/that/never/ends?with=a&query=string&and=more#fragment-of-it-all",
    "ﷺ﷽ﷺ﷽ﷺ﷽ ௵ 𒐫 ꧅",
    "\u{200b}\u{200d}\u{feff}\u{ad}",
    "नमस्ते दुनिया ข้อความภาษาไทยที่ไม่มีช่องว่าง ᠮᠣᠩᠭᠣᠯ",
    "x",
];

/// A map in which every text is `text`. Built without a file, because files cannot hold some of them.
pub fn map_of(text: &str) -> Map {
    let mut journey = serde_json::to_value(lower(EVERYTHING).journey.unwrap()).unwrap();
    replace(&mut journey, text);
    Map::new(serde_json::from_value(journey).unwrap(), "test")
}

fn replace(value: &mut serde_json::Value, text: &str) {
    match value {
        serde_json::Value::String(old) if old.contains("TEXT") => *old = old.replace("TEXT", text),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| replace(item, text)),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(|field| replace(field, text)),
        _ => {}
    }
}

/// A map that has every text field of the format, each `TEXT` and a number of its own.
pub const EVERYTHING: &str = include_str!("everything.journey.yaml");
