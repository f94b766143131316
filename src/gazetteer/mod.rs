//! Known names: the lists, their checks, and one index over all of them.

pub mod entry;
pub mod kind;

pub use entry::{Entry, EntryId, NameForm, NameUse, Office, Tier};
pub use kind::{EntityType, Kind};
mod stub;
pub use stub::Gazetteer;
