//! The parts of the product's text floor that reading names needs.

#[path = "../src/text/class.rs"]
pub(crate) mod class;
#[path = "../src/text/diagnostic.rs"]
pub(crate) mod diagnostic;
#[path = "../src/text/key.rs"]
pub(crate) mod key;
#[path = "../src/text/keymap.rs"]
pub(crate) mod keymap;
#[path = "../src/text/sentence.rs"]
pub(crate) mod sentence;
#[path = "../src/text/span.rs"]
pub(crate) mod span;
#[path = "../src/text/table.rs"]
pub(crate) mod table;
#[path = "../src/text/tag.rs"]
pub(crate) mod tag;
#[path = "../src/text/token.rs"]
pub(crate) mod token;
#[path = "../src/text/tokenizer/mod.rs"]
pub(crate) mod tokenizer;
#[path = "../src/text/unit.rs"]
mod unit;

pub(crate) use class::Classes;
pub(crate) use diagnostic::{Diagnostic, did_you_mean};
pub(crate) use key::Key;
pub(crate) use keymap::KeyMap;
pub(crate) use sentence::Sentence;
pub(crate) use span::{Span, TokenRange};
pub(crate) use table::Table;
pub(crate) use tag::{Tag, Tags};
pub(crate) use token::{Text, Token, TokenKind, flag};
pub(crate) use tokenizer::tokenize;
