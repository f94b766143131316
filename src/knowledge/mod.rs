//! Records for others: the stores they load, the pages they read, the scores they trust.

pub mod coding;
pub mod eval;
pub mod event;
pub mod export;
pub mod graph;
pub mod identity;
pub mod joiner;
pub mod lines;
pub mod rdf;
#[cfg(feature = "sqlite")]
pub mod sqlite;
pub mod view;

pub use event::{Event, Events, Tale, Telling};
pub use export::{Export, ExportError, Tally, export};
pub use identity::{IsShared, joined_id};
pub use joiner::{Joined, JoinedEntity, Joiner, Names};
pub use lines::EventLines;
