//! Text as the product sees it: spans, documents, tokens, sentences, word classes, lemmas, tags.

pub mod analysis;
pub mod class;
mod compound;
mod context;
pub mod diagnostic;
pub mod document;
pub mod inflect;
pub mod key;
pub mod keymap;
pub mod lexicon;
mod mend;
pub mod sentence;
pub mod span;
pub mod table;
pub mod tag;
pub mod tagger;
pub mod token;
pub mod tokenizer;

mod unit;

pub use analysis::Analysis;
pub use class::Classes;
pub use diagnostic::{Diagnostic, did_you_mean};
pub use document::{DateSource, Document};
pub use key::Key;
pub use keymap::KeyMap;
pub use sentence::{Sentence, SentenceKind};
pub use span::{Span, TokenRange};
pub use table::Table;
pub use tag::{Tag, TagSet, Tags};
pub use tagger::Tagger;
pub use token::{Text, Token, TokenKind, flag};
pub use tokenizer::tokenize;
