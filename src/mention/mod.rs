//! Names in this text: listed, patterned, remembered; and dates.
//!
//! The way of a name: capitalised words become items, lists and patterns make candidates of them, of overlapping
//! candidates the heaviest cover is kept, the same words everywhere are one form, and forms become names by what lists,
//! patterns, surroundings and the rest of the document say together.

pub mod date;
pub mod entity;
pub mod find;
pub mod scratch;
pub mod source;
pub mod support;

mod body;
mod branch;
mod business;
mod candidate;
mod carrier;
mod cause;
mod context;
mod event;
mod firm;
mod foreign;
mod form;
mod front;
mod item;
mod joined;
mod joint;
mod kin;
mod legal_form;
mod listed;
mod marked;
mod memory;
mod neighbour;
mod pair;
mod person;
mod plain;
mod reach;
mod reading;
mod resolve;
mod seat;
mod short;
mod site;
mod stretch;
mod title;
#[cfg(test)]
mod tests;
mod unknown;

pub use date::{Bound, DateExpression, DateKind, DateMention, DateValue, Direction};
pub use date::{document_date, find as find_dates, read_date};
pub use entity::{Entity, EntityId, Form, Gender, Mention, Mentions};
pub use find::find;
pub use kin::is_kin;
pub use legal_form::is_legal_form;
pub use scratch::Scratch;
pub use source::{Pattern, Source};
