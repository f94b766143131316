//! Records as linked data: entities and events as resources, every telling with its provenance.

pub mod iri;
pub mod term;
pub mod triples;
pub mod vocabulary;
pub mod writer;

pub use iri::Iris;
pub use triples::{Sink, Triples};
pub use vocabulary::write_vocabulary;
pub use writer::{NTriples, Turtle};
