//! The two readers of the format, lowering and serde, agree on every sound map; what serde writes both read again; and
//! every plain value reads back what it displays.

mod common;

use cxmap::model::lower::lower;
use cxmap::model::{Date, Duration, Id, Journey, Language, Number, Percentage, Period, Scalar, Target};
use proptest::prelude::*;

use common::{journeys, repository};

fn by_lowering(text: &str) -> Journey {
    let lowered = lower(text);
    assert!(lowered.diagnostics.is_empty(), "{:?}\n{text}", lowered.diagnostics);
    lowered.journey.unwrap()
}

fn by_serde(text: &str) -> Journey {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn bundled() -> Vec<(String, String)> {
    let read = |path: std::path::PathBuf| {
        (path.display().to_string(), std::fs::read_to_string(repository().join(&path)).unwrap())
    };
    journeys().into_iter().map(read).collect()
}

#[test]
fn both_readers_read_the_same() {
    for (name, text) in bundled() {
        assert_eq!(by_serde(&text), by_lowering(&text), "{name}");
    }
}

#[test]
fn what_is_written_is_read_again() {
    for (name, text) in bundled() {
        let journey = by_lowering(&text);
        let yaml = serde_yaml::to_string(&journey).unwrap();
        assert_eq!(by_lowering(&yaml), journey, "{name} as YAML, by lowering");
        assert_eq!(by_serde(&yaml), journey, "{name} as YAML, by serde");
        let json = serde_json::to_string(&journey).unwrap();
        assert_eq!(by_lowering(&json), journey, "{name} as JSON, by lowering");
        assert_eq!(serde_json::from_str::<Journey>(&json).unwrap(), journey, "{name} as JSON, by serde");
    }
}

/// A map in which every field stands in a form that is unlike the others': the two readers must still agree.
#[test]
fn both_readers_know_every_short_form() {
    let text = r#"
cxmap: 1
title: 2020
persona: true
situation: 0800
scale: {min: 0, max: 10}
x-own: {list: [1, 0123, "4", null], text: yes}
channels: {app: , web: {status: limited, was: old}, 24: Around the clock}
solutions: [x, {id: x}]
measures: [nps, {metric: csat, value: 4.50}]
evidence: ["https://example.org"]
phases:
  - title: "1"
    owner:
    needs:
    friction_points: [12, {title: "12"}]
    touchpoints:
      - title: a
        channel: [app, web]
        status: limited
        optional: True
        expectation: 3e0
        experience: {level: 0.5}
        feeling: [glad, null-and-void]
        quote: ~
        duration: PT1H30M
        promises: [p, {id: q, kept: 99.5%, kept_at: a}]
        moment_of_truth: false
        employee: [{role: 7}]
        frontstage: [{title: t, duration: 90s}]
        feedback: {open_question: true, follow_up: {within: 2w}}
        next: next
      - title: b
        feedback: {open_question: Why?}
        next: [a, {to: end, share: 100%}]
"#;
    let journey = by_lowering(text);
    assert_eq!(by_serde(text), journey);
    assert_eq!(journey.title.value, "2020");
    assert_eq!(journey.situation.as_ref().unwrap().name.as_ref().unwrap().value, "0800");
    let yaml = serde_yaml::to_string(&journey).unwrap();
    assert_eq!(by_lowering(&yaml), journey, "{yaml}");
    assert_eq!(by_serde(&yaml), journey, "{yaml}");
}

/// Whether a value is read from what it displays.
fn comes_back<T: Scalar + std::fmt::Display + PartialEq + std::fmt::Debug>(value: &T) -> Result<(), TestCaseError> {
    let text = value.to_string();
    match T::parse(&text) {
        Ok(again) => prop_assert_eq!(&again, value, "{}", text),
        Err(misfit) => prop_assert!(false, "{}: {}", text, misfit.message),
    }
    Ok(())
}

/// Seconds in which every unit from seconds to weeks occurs, up to about thirty years.
fn seconds() -> impl Strategy<Value = u64> {
    prop_oneof![0..200u64, (0..2_000u64).prop_map(|hours| hours * 3_600), 0..1_000_000_000u64]
}

proptest! {
    #[test]
    fn durations_come_back(seconds in seconds()) {
        comes_back(&Duration::from_secs(seconds))?;
    }

    #[test]
    fn periods_come_back(months in 0..1_200u64, seconds in seconds()) {
        comes_back(&Period { months, seconds })?;
    }

    /// However a length of time is written, what it displays means the same.
    #[test]
    fn written_durations_come_back(
        text in "([0-9]{1,3}w)?([0-9]{1,3}d)?([0-9]{1,3}h)?([0-9]{1,3}m)?([0-9]{1,3}s)?",
        iso in "P([0-9]{1,2}Y)?([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,3}D)?(T[0-9]{1,3}H([0-9]{1,3}M)?([0-9]{1,3}S)?)?",
    ) {
        prop_assume!(!text.is_empty() && iso.len() > 1);
        comes_back(&Duration::parse(&text).unwrap())?;
        comes_back(&Period::parse(&text).unwrap())?;
        comes_back(&Period::parse(&iso).unwrap())?;
        if let Ok(duration) = Duration::parse(&iso) {
            comes_back(&duration)?;
        }
    }

    #[test]
    fn percentages_come_back(share in 0.0..=100.0f64) {
        comes_back(&Percentage(share))?;
        comes_back(&Percentage(share.round()))?;
    }

    #[test]
    fn numbers_come_back(number in proptest::num::f64::NORMAL | proptest::num::f64::ZERO) {
        comes_back(&Number(number))?;
    }

    #[test]
    fn dates_come_back(year in 0..=9999i16, month in 1..=12i8, day in 1..=31i8) {
        if let Ok(date) = jiff::civil::Date::new(year, month, day) {
            comes_back(&Date(date))?;
        }
    }

    /// The slug of any title is an id, and the slug of an id is that id.
    #[test]
    fn ids_come_back(title in "\\PC*") {
        if let Some(id) = Id::from_title(&title) {
            comes_back(&id)?;
            prop_assert_eq!(Id::from_title(id.as_str()), Some(id));
        } else {
            prop_assert!(!title.chars().any(char::is_alphanumeric), "{}", title);
        }
    }

    #[test]
    fn languages_and_targets_come_back(tag in "[a-z]{2,3}(-[A-Z]{2})?", target in "next|end|lost|[a-z]{1,5}(-[0-9]{1,3})?") {
        comes_back(&Language::parse(&tag).unwrap())?;
        comes_back(&Target::parse(&target).unwrap())?;
    }
}
