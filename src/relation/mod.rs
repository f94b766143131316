//! Mentions and rules make relations.

pub mod found;

pub use found::{Argument, Attribution, EventDate, EventDateKind, Modality, Polarity, Relation, Tense};
