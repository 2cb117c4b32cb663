//! Maps of any size, of many shapes.

use std::fmt::Write as _;

/// A map of `count` touchpoints, in phases of 50; `next` gives the ways of each.
fn journey(count: usize, next: impl Fn(usize) -> String) -> String {
    let mut text = String::from("cxmap: 1\ntitle: I walk\nphases:\n");
    for at in 0..count {
        if at % 50 == 0 {
            let _ = write!(text, "  - title: Phase {at}\n    touchpoints:\n");
        }
        let _ = write!(
            text,
            "      - id: t{at}\n        title: I take step {at}\n        expectation: 4\n        experience: 3\n"
        );
        text.push_str(&next(at));
    }
    text
}

/// One after the other.
pub fn line(count: usize) -> String {
    journey(count, |_| String::new())
}

/// Two ways at every step, to the next and the one after.
pub fn ladder(count: usize) -> String {
    journey(count, |at| match at + 2 {
        after if after < count => format!("        next: [t{}, t{after}]\n", at + 1),
        _ => String::new(),
    })
}

/// The last step leads back to the first, or to the end.
pub fn one_loop(count: usize) -> String {
    journey(count, |at| if at + 1 == count { "        next: [t0, end]\n".into() } else { String::new() })
}

/// The first step leads to the last, each other to the one before it.
pub fn backward(count: usize) -> String {
    journey(count, |at| match at {
        0 => format!("        next: t{}\n", count - 1),
        1 => "        next: end\n".into(),
        _ => format!("        next: t{}\n", at - 1),
    })
}

/// Lines of a touchpoint, by the number of it.
type Lines = fn(usize) -> String;

/// Maps in which lint has much to find, by what they are like; together they give every rule work to do.
pub const TROUBLED: [(&str, Lines); 9] = [
    ("", of_customers),
    ("", of_companies),
    ("state: future\n", hunted),
    ("", closed),
    ("", split),
    ("", pathless),
    ("", proud),
    ("", careless),
    ("", hunted),
];

/// A map of `count` touchpoints with those lines, in phases of 50.
pub fn troubled(head: &str, lines: Lines, count: usize) -> String {
    let mut text =
        format!("cxmap: 1\ntitle: I walk\nbasis: research\nreview: {{last: 2020-01-01, every: 1y}}\n{head}phases:\n");
    for at in 0..count {
        if at % 50 == 0 {
            let _ = write!(text, "  - title: Phase {at}\n  - title: Way {at}\n    touchpoints:\n");
        }
        let _ = write!(text, "      - title: I take step {at}\n        id: t{at}\n{}", lines(at));
    }
    text
}

fn of_customers(at: usize) -> String {
    let of = match at % 5 {
        0 => "expectation: 4\n        experience: 2",
        1 => "friction_points: [{title: It hurts, severity: high}]",
        2 => "moment_of_truth: Here it counts\n        expectation: 4\n        experience: 2",
        3 => "promises: [{title: Soon, within: 1d, actual: 2d}]",
        _ => "friction_points: [{title: It hurts}]\n        employee: {expectation: 5, experience: 1}",
    };
    format!("        {of}\n")
}

fn of_companies(at: usize) -> String {
    let of = match at % 4 {
        0 => "feedback: {via: A form, open_question: false}",
        1 => "solutions: [{title: Mend it, status: planned, due: 2020-01-01}]",
        2 => "measures: [{metric: nps, value: 5, target: 50, date: 2020-01-01, responses: 3}]",
        _ => "experience: 3\n        moment_of_truth: {title: Here it counts, commitment: We call}",
    };
    format!("        {of}\n")
}

/// From one channel to another with much effort, measured, and nobody does anything about it.
fn hunted(at: usize) -> String {
    let channel = if at.is_multiple_of(2) { "phone" } else { "letter" };
    format!("        channel: {channel}\n        effort: 5\n        measures: [{{metric: ces, value: 2, target: 5}}]\n")
}

/// Every third touchpoint is closed; some lead on only through one.
fn closed(at: usize) -> String {
    match at % 3 {
        1 => {
            "        status: {level: unavailable, until: 2020-01-01}\n        moment_of_truth: Here it counts\n".into()
        }
        2 => format!("        promises: [{{title: Soon, kept_at: t{}}}]\n", at + 2),
        _ => String::new(),
    }
}

/// Two ways at every step, with shares that do not add up; a third of the customers is lost.
fn split(at: usize) -> String {
    format!(
        "        next: [{{to: t{}, share: 30%}}, {{to: t{}, share: 20%}}, {{to: lost, share: 20%}}]\n",
        at + 1,
        at + 2
    )
}

/// Loops without a way out, and touchpoints that nobody gets to.
fn pathless(at: usize) -> String {
    match at % 4 {
        _ if at % 1_000 >= 996 => "        next: end\n".into(),
        0 => format!("        next: [t{}, t{}]\n", at + 1, at + 4),
        1 => format!("        next: t{at}\n"),
        2 => format!("        next: t{}\n", at + 2),
        _ => format!("        next: t{}\n", at + 1),
    }
}

/// All is well, on ever another channel, until the end.
fn proud(at: usize) -> String {
    // The end of either size is its lowest.
    let (channel, experience) = (at % 7, if at % 1_000 == 999 { 2 - at / 3_999 } else { 5 });
    format!("        channel: c{channel}\n        expectation: 3\n        experience: {experience}\n")
}

/// The same id twice, titles of the company's, ways that run on into each other.
fn careless(at: usize) -> String {
    match at % 4 {
        0 => format!("        next: [t{}, t{}, t{}]\n", at + 1, at + 2, at + 3),
        1 => "        moment_of_truth: {id: m, title: Here it counts}\n".into(),
        2 => "        replaced_by: nowhere\n".into(),
        _ => "      - title: We send it to you\n".into(),
    }
}
