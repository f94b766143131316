//! Where documents come from: files, folders and standard input, compressed or not, cut into batches, read into
//! documents.

pub mod fault;
pub mod fields;
pub mod format;
pub mod source;

pub(super) mod batch;
pub(super) mod headed;

mod decode;
mod object;
mod scalar;

pub use decode::decoded;
pub use fault::Fault;
pub use fields::Fields;
pub use format::Format;
pub use headed::document as text_document;
pub use source::{InputError, Inputs, Origin};

pub(super) use batch::{Batch, Batcher, Part, Piece};
pub(super) use source::Opened;
