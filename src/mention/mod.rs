//! Names in this text: listed, patterned, remembered; and dates.

pub mod date;
pub mod entity;

pub use date::find as find_dates;
pub use date::{Bound, DateExpression, DateKind, DateMention, DateValue, Direction};
pub use entity::{Entity, EntityId, Form, Gender, Mention, Mentions};
