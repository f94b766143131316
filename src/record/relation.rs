//! One telling of one event, as the product publishes it.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::reference::Via;
use crate::relation::{EventDateKind, Modality, Polarity, Tense};
use crate::rule::Role;

use super::{Day, Span, Str};

/// One telling of one event: who met whom, who works with whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Relation<'a> {
    /// The same for the same document, text, trigger, type and participants; renaming a rule keeps it.
    pub id: RelationId,
    /// Tellings of one event in this document share the number.
    pub event: u32,
    /// `meeting`, `cooperation`, and others when asked for.
    #[serde(rename = "type")]
    pub relation_type: Str<'a>,
    /// PLOVER event type, after modality and polarity.
    pub plover: Str<'a>,
    /// CAMEO code, after modality and polarity.
    pub cameo: Str<'a>,
    /// The words that tell it.
    pub trigger: Span<'a>,
    /// Who, at least two different entities.
    pub arguments: Vec<Argument>,
    /// Said or denied.
    pub polarity: Polarity,
    /// The words that deny.
    pub polarity_cue: Option<Span<'a>>,
    /// Did it happen?
    pub modality: Modality,
    /// The words that decided it.
    pub modality_cue: Option<Span<'a>>,
    /// When, seen from the writer.
    pub tense: Tense,
    /// When.
    pub date: Option<EventDate<'a>>,
    /// Where.
    pub place: Option<Place>,
    /// On what.
    pub topic: Option<Span<'a>>,
    /// Who says so, nearest speaker first; empty where the text itself does.
    pub attribution: Vec<Attribution<'a>>,
    /// The rule that found it.
    pub rule: Str<'a>,
    /// The sentence it stands in.
    pub sentence: Span<'a>,
}

/// One actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Argument {
    /// What it does.
    pub role: Role,
    /// Number of the actor meant.
    pub entity: u32,
    /// Number of the mention that led to it.
    pub mention: u32,
    /// By what road; absent when the actor is the mention's own entity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Via>,
}

/// When an event takes place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct EventDate<'a> {
    /// The date, or the first day of a range.
    pub value: Day,
    /// The last day of a range.
    pub end: Option<Day>,
    /// How it came about.
    pub kind: EventDateKind,
    /// The words that say it.
    pub cue: Option<Span<'a>>,
}

/// Where an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Number of the place.
    pub entity: u32,
    /// Number of the mention that says so.
    pub mention: u32,
}

/// Who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Attribution<'a> {
    /// Number of the speaker, where it is a known entity.
    pub entity: Option<u32>,
    /// Number of its mention.
    pub mention: Option<u32>,
    /// The speaker's words.
    pub text: Str<'a>,
    /// "according to", "said".
    pub cue: Str<'a>,
}

/// A relation's id: 64 bits, written as 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationId(pub u64);

impl fmt::Display for RelationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for RelationId {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let shaped = text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
        let id = u64::from_str_radix(text, 16).ok().filter(|_| shaped);
        id.map(RelationId).ok_or("a relation's id is 16 hexadecimal digits")
    }
}

impl Serialize for RelationId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RelationId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Str::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for RelationId {
    fn schema_name() -> Cow<'static, str> {
        "RelationId".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "64 bits in hexadecimal; the same for the same document, text, trigger, type and participants.",
            "pattern": "^[0-9a-f]{16}$",
        })
    }
}
