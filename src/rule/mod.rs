//! Rules as data: file, pattern, parser, compiler, and errors that point at the mistake.

pub mod pattern;
pub mod book;
pub mod role;

pub use book::{Code, Example, RelationType, RoleSpec, Rule, RuleBook};
pub use pattern::{Element, Pattern, PartOfSpeech, WordClass};
pub use role::Role;
