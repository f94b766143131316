//! Names in this text: listed, patterned, remembered; and dates.

pub mod date;
pub mod entity;

pub use date::{Bound, DateExpression, DateKind, DateMention, DateValue, Direction};
pub use date::{document_date, find as find_dates, read_date};
pub use entity::{Entity, EntityId, Form, Gender, Mention, Mentions};
