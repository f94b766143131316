//! Names in this text: listed, patterned, remembered; and dates.

pub mod date;
pub mod entity;

pub use date::{DateKind, DateMention, DateValue};
pub use entity::{Entity, EntityId, Form, Gender, Mention, Mentions};
