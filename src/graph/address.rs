//! The stable address of everything a finding, a change or a picture can speak of. Addresses are public.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// Where something stands in a map: `touchpoint:pay`, `friction:pay/queue`, `way:pay>end`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// `map`
    Map,
    /// `phase:P`
    Phase(String),
    /// `touchpoint:T`
    Touchpoint(String),
    /// `channel:C`
    Channel(String),
    /// `moment:M`
    Moment(String),
    /// `friction:T/F`
    Friction(Box<Address>, String),
    /// `promise:T/P`
    Promise(String, String),
    /// `solution:S`, for a written id.
    Solution(String),
    /// `solution:T/F/S` or `solution:T/S`: one without a written id.
    SolutionAt(Box<Address>, String),
    /// `measure:T/NAME`
    Measure(Box<Address>, String),
    /// `employee:T`
    Employee(String),
    /// `feedback:T`
    Feedback(String),
    /// `need:P/N`
    Need(Box<Address>, String),
    /// `way:A>B`
    Way(String, String),
    /// `exit:end`
    End,
    /// `exit:lost`
    Lost,
}

impl Address {
    /// What stands on this address is spoken of as `T/…`: a touchpoint by its id alone, all else with its kind.
    fn as_place(&self) -> String {
        match self {
            Self::Touchpoint(id) => id.clone(),
            Self::Friction(place, id) => format!("{}/{id}", place.as_place()),
            other => other.to_string(),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Map => out.write_str("map"),
            Self::Phase(id) => write!(out, "phase:{id}"),
            Self::Touchpoint(id) => write!(out, "touchpoint:{id}"),
            Self::Channel(id) => write!(out, "channel:{id}"),
            Self::Moment(id) => write!(out, "moment:{id}"),
            Self::Friction(place, id) => write!(out, "friction:{}/{id}", place.as_place()),
            Self::Promise(touchpoint, id) => write!(out, "promise:{touchpoint}/{id}"),
            Self::Solution(id) => write!(out, "solution:{id}"),
            Self::SolutionAt(place, id) => write!(out, "solution:{}/{id}", place.as_place()),
            Self::Measure(place, metric) => write!(out, "measure:{}/{metric}", place.as_place()),
            Self::Employee(id) => write!(out, "employee:{id}"),
            Self::Feedback(id) => write!(out, "feedback:{id}"),
            Self::Need(place, need) => write!(out, "need:{}/{need}", place.as_place()),
            Self::Way(from, to) => write!(out, "way:{from}>{to}"),
            Self::End => out.write_str("exit:end"),
            Self::Lost => out.write_str("exit:lost"),
        }
    }
}

impl JsonSchema for Address {
    fn schema_name() -> Cow<'static, str> {
        "Address".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "description": "What in the map it is, such as `touchpoint:pay`."})
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
