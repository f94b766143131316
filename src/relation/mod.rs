//! Mentions and rules make relations: gate, match, polarity, modality, attribution, date, place, topic, codes, events.

pub mod engine;
pub mod examples;
pub mod found;

mod attitude;
mod attribution;
mod circumstance;
mod codes;
mod events;
mod frame;
mod lists;
mod status;
mod triggers;
mod walk;

pub use engine::{Engine, EngineScratch};
pub use examples::check_examples;
pub use found::{Argument, Attribution, EventDate, EventDateKind, Modality, Polarity, Relation, Tense};
