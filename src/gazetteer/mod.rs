//! Known names: the lists, their checks, and one index over all of them.
//!
//! A list is a TSV file in `people/`, `places/` or `organizations/`; the folder is the type (see
//! `gazetteers/README.md`). The way of a list: file → rows → draft (entries, names, words) → bytes → index. The build
//! prepares the bytes of the product's own lists; a user's go the same way at run time.

pub mod builder;
pub mod collection;
pub mod entry;
pub mod kind;
pub mod mistake;
pub mod report;
pub mod word;

mod compile;
mod draft;
mod embedded;
mod index;
mod row;
mod selfcheck;
mod side;
mod source;
mod spelling;

pub use builder::{GazetteerBuilder, ListCount, check};
pub use collection::{Gazetteer, NameId, Word};
pub(crate) use entry::About;
pub use entry::{Coordinates, Entry, EntryId, NameForm, NameUse, Office, Tier};
pub use kind::{EntityType, Kind};
pub use mistake::ListMistake;
pub use report::ListError;
pub use word::WordFacts;
