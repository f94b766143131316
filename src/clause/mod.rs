//! Just enough grammar: noun groups, verb groups, clauses and their subjects. Runs on sentences behind the gate only.

pub mod group;
pub mod lexical;
pub mod syntax;
pub mod verb;

mod chunker;
mod parser;

pub use group::{Group, GroupKind};
pub use syntax::{Clause, Syntax};
pub use verb::{Link, Verb, VerbForm};
