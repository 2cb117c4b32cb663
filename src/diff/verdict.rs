//! What a kind of change says before its case is known: what it does to the customer, which question it answers, how it
//! is marked.

use serde::Serialize;

/// What a change does to the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Impact {
    /// The customer is worse off.
    Worse,
    /// The customer is better off.
    Better,
    /// Neither.
    Neutral,
}

impl Impact {
    /// The impact's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::Better => "better",
            Self::Neutral => "neutral",
        }
    }

    /// The impact of the opposite change.
    #[must_use]
    pub const fn mirror(self) -> Self {
        match self {
            Self::Worse => Self::Better,
            Self::Better => Self::Worse,
            Self::Neutral => Self::Neutral,
        }
    }
}

/// Which of the five questions a change answers. Source: Busquin, on how a crisis bends the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// How are the phases, the needs and the touchpoints affected?
    Journey,
    /// What changes for the moments of truth?
    Moments,
    /// What changes for the friction points?
    Friction,
    /// Which solutions answer them?
    Solutions,
    /// What happens to expectations, and so to satisfaction?
    Satisfaction,
}

/// How a change is marked at the beginning of its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Something came: `+`
    Plus,
    /// Something went: `−`
    Minus,
    /// Something is otherwise: `~`
    Differs,
    /// Something is elsewhere, or is called otherwise: `↔`
    Elsewhere,
    /// Something is in another order, or together, or apart: `⇄`
    Rearranged,
}

impl Sign {
    /// The sign itself, one column wide.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "−",
            Self::Differs => "~",
            Self::Elsewhere => "↔",
            Self::Rearranged => "⇄",
        }
    }
}
