//! Who is meant: metonyms, descriptions, pronouns. Needs the clauses.

pub mod actor;
pub mod discourse;
mod genus;
mod lands;
pub mod resolver;
mod standing;
mod title;
pub mod vocabulary;

pub use actor::{Actor, Anchor, Via};
pub use discourse::{Discourse, Telling};
pub use resolver::{Resolved, Resolver};
