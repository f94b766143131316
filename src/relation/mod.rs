//! Mentions and rules make relations: gate, match, polarity, modality, attribution, date, place, topic, codes, events.

pub mod account;
mod apposition;
pub mod engine;
pub mod examples;
pub mod found;

mod arguments;
mod attitude;
mod attribution;
mod candidate;
mod circumstance;
mod codes;
mod events;
mod frame;
mod gate;
mod layout;
mod lists;
mod needs;
mod settle;
mod status;
mod trace;
mod triggers;
mod view;
mod walk;

pub use account::{Attempt, AttemptOutcome, SentenceAccount};
pub use engine::{Engine, EngineScratch};
pub use examples::check_examples;
pub use found::{Argument, Attribution, EventDate, EventDateKind, Modality, Polarity, Relation, Tense};
