//! The published shape, written and read back; bytes to characters.
//!
//! [`Findings::record`] makes a record of what the engine found, [`Record::write`] puts it on one line, [`Record::read`] takes
//! it from there. Adding a field keeps the schema number; readers skip fields they do not know.

pub mod day;
pub mod findings;
pub mod flat;
pub mod kept;
pub mod offset;
pub mod reader;
pub mod relation;
pub mod schema;
pub mod shape;
pub mod string;

mod line;
mod name;
mod names;
mod owned;

pub use day::Day;
pub use findings::{Findings, Listed, Lists, Shape, joined};
pub use flat::FlatRelation;
pub use kept::Kept;
pub use offset::{OffsetUnit, Offsets, TITLE_BREAK};
pub use reader::{ReadError, Records};
pub use relation::{Argument, Attribution, EventDate, Place, Relation, RelationId};
pub use schema::{flat_schema, record_schema};
pub use shape::{Entity, Field, Mention, Producer, Record, SCHEMA, Span};
pub use string::Str;
