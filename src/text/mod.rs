//! Text as the product sees it: spans, documents, tokens, sentences, word classes, lemmas, tags.

pub mod diagnostic;
pub mod document;
pub mod key;
pub mod span;
pub mod token;

pub use diagnostic::{Diagnostic, did_you_mean};
pub use document::{DateSource, Document};
pub use key::Key;
pub use span::{Span, TokenRange};
pub use token::{Sentence, Text, Token, TokenKind, flag};
