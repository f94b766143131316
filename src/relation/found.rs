//! A relation as found in one sentence, still in token numbers and bytes.

use crate::mention::{DateValue, EntityId};
use crate::reference::Via;
use crate::rule::Role;
use crate::text::{Span, TokenRange};

/// Did it happen?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// It did, or it is so.
    #[default]
    Actual,
    /// It is scheduled, agreed, intended.
    Planned,
    /// It is wished for, called for, offered, considered.
    Possible,
}

impl Modality {
    /// The name in the record and in rule files.
    pub fn as_str(self) -> &'static str {
        match self {
            Modality::Actual => "actual",
            Modality::Planned => "planned",
            Modality::Possible => "possible",
        }
    }

    /// Reads the name.
    pub fn parse(name: &str) -> Option<Self> {
        [Modality::Actual, Modality::Planned, Modality::Possible].into_iter().find(|m| m.as_str() == name)
    }
}

/// Is it said or denied?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Said.
    #[default]
    Positive,
    /// Denied, refused, cancelled, ended.
    Negative,
}

impl Polarity {
    /// The name in the record and in rule files.
    pub fn as_str(self) -> &'static str {
        match self {
            Polarity::Positive => "positive",
            Polarity::Negative => "negative",
        }
    }
}

/// When, seen from the writer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// What is over: "met", "has met".
    #[default]
    Past,
    /// What is so now: "meets", "are meeting".
    Present,
    /// What is to come: "will meet", "is to meet".
    Future,
}

impl Tense {
    /// The name in the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Tense::Past => "past",
            Tense::Present => "present",
            Tense::Future => "future",
        }
    }
}

/// One actor of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument {
    /// What it does.
    pub role: Role,
    /// The actor meant.
    pub entity: EntityId,
    /// Number of the mention in [`crate::mention::Mentions::mentions`] that led to it.
    pub mention: u32,
    /// By what road.
    pub via: Option<Via>,
}

/// How an event date came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventDateKind {
    /// One day.
    Exact,
    /// A week, month, year.
    Approximate,
    /// From a day to a day.
    Range,
    /// Taken over from another telling of the same event.
    Inherited,
    /// The document's own date line.
    Dateline,
}

impl EventDateKind {
    /// The name in the record.
    pub fn as_str(self) -> &'static str {
        match self {
            EventDateKind::Exact => "exact",
            EventDateKind::Approximate => "approximate",
            EventDateKind::Range => "range",
            EventDateKind::Inherited => "inherited",
            EventDateKind::Dateline => "dateline",
        }
    }
}

/// When an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventDate {
    /// The date.
    pub value: DateValue,
    /// How it came about.
    pub kind: EventDateKind,
    /// The words that say it (bytes of the raw text); none where inherited from the document.
    pub cue: Option<Span>,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The speaker, where it is a known entity.
    pub entity: Option<EntityId>,
    /// Its mention.
    pub mention: Option<u32>,
    /// The speaker's words (bytes of the raw text).
    pub speaker: Span,
    /// "according to", "said" (bytes of the raw text).
    pub cue: Span,
}

/// One telling of one event.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Number of the relation type in [`crate::rule::RuleBook::relations`].
    pub relation_type: usize,
    /// Number of the rule in [`crate::rule::RuleBook::rules`].
    pub rule: usize,
    /// PLOVER type, after modality and polarity.
    pub plover: Box<str>,
    /// CAMEO code, after modality and polarity.
    pub cameo: Box<str>,
    /// Tokens of the trigger.
    pub trigger: TokenRange,
    /// At least two different entities.
    pub arguments: Vec<Argument>,
    /// Said or denied.
    pub polarity: Polarity,
    /// The words that deny (bytes of the raw text).
    pub polarity_cue: Option<Span>,
    /// Did it happen?
    pub modality: Modality,
    /// The words that decided it.
    pub modality_cue: Option<Span>,
    /// When, seen from the writer.
    pub tense: Tense,
    /// When.
    pub date: Option<EventDate>,
    /// Where: entity and number of its mention.
    pub place: Option<(EntityId, u32)>,
    /// On what (bytes of the raw text).
    pub topic: Option<Span>,
    /// Nearest speaker first.
    pub attribution: Vec<Attribution>,
    /// Number of the sentence in the text.
    pub sentence: usize,
    /// Tellings of one event share it; numbered in the order of their first telling.
    pub event: u32,
}
