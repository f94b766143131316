//! Rules as data: file, pattern, parser, compiler, and errors that point at the mistake.
//!
//! A rule file is TOML; only the pattern line is a language of its own (see [`pattern`]). The way of a rule:
//! file → fields → pattern and examples as written → compiled rule in the [`RuleBook`]. Every step goes on after a
//! mistake, so that one run tells them all ([`Mistake`], [`RuleError`]).

pub mod book;
pub mod builder;
pub(crate) mod codes;
pub mod mistake;
pub mod pattern;
pub mod report;
pub mod role;

mod compiler;
mod draft;
mod embedded;
mod example;
mod field;
mod file;
mod parser;
mod syntax;

pub use book::{Code, Example, ExampleName, RelationType, RoleSpec, Rule, RuleBook, RuleFile};
pub use builder::RuleBookBuilder;
pub use mistake::Mistake;
pub use pattern::{Choice, Element, Lemma, PartOfSpeech, Pattern, Stance, WordClass};
pub use report::RuleError;
pub use role::Role;
