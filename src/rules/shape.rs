//! The rules that reading a file reports for: they have a name, a page and levels, and no check of their own.

use super::{Levels, Rule};
use crate::diagnostic::Level::{Error, Warn};
use crate::diagnostic::shape;

/// Defines rules without a check.
macro_rules! shape_rules {
    ($($rule:ident $page:literal $levels:expr;)*) => {$(
        pub(super) static $rule: Rule = Rule {
            name: shape::$rule,
            page: include_str!(concat!("../../docs/rules/", $page, ".md")),
            levels: $levels,
            is_about_today: false,
            settings: &[],
            check: None,
        };
    )*};
}

const ALWAYS: Levels = Levels::new(Error, Error, Error);

shape_rules! {
    YAML_SYNTAX "yaml-syntax" ALWAYS;
    UNKNOWN_FIELD "unknown-field" ALWAYS;
    MISSING_FIELD "missing-field" ALWAYS;
    WRONG_TYPE "wrong-type" ALWAYS;
    INVALID_VALUE "invalid-value" ALWAYS;
    DUPLICATE_FIELD "duplicate-field" ALWAYS;
    UNSUPPORTED_VERSION "unsupported-version" ALWAYS;
    CUT_TEXT "cut-text" Levels::new(Warn, Warn, Error);
    UNUSED_IGNORE "unused-ignore" Levels::new(Warn, Warn, Error);
    UNKNOWN_RULE "unknown-rule" Levels::new(Warn, Warn, Error);
    MALFORMED_IGNORE "malformed-ignore" Levels::new(Warn, Warn, Error);
}
