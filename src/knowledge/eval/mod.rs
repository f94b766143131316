//! How well records agree with documents labelled by hand.
//!
//! Two shapes of gold, one document a line, offsets in characters:
//!
//! - names: `{"id", "text", "entities": [{"start", "end", "type"}]}`
//! - relations: `{"id", "text", "entities": [{"name", "type", "mentions": [text]}], "relations": [{"type",
//!   "trigger": [start, end], "participants": [name], "modality", "date", "place", "attribution"}]}`

pub mod gold;
pub mod names;
pub mod relations;
pub mod score;
pub mod sentence;

pub use gold::{Gold, GoldEntity, GoldRelation};
pub use names::NameScores;
pub use relations::RelationScores;
pub use score::Score;

use crate::record::{OffsetUnit, Record};

/// From the offsets of a record to characters of its text.
fn to_chars(record: &Record<'_>, text: &str) -> impl Fn(u32) -> u32 {
    let mut ends: Vec<u32> = Vec::new();
    if record.offsets != OffsetUnit::Chars {
        let mut at = 0;
        ends.extend(text.chars().map(|c| {
            at += if record.offsets == OffsetUnit::Bytes { c.len_utf8() } else { c.len_utf16() } as u32;
            at
        }));
    }
    let plain = record.offsets == OffsetUnit::Chars;
    move |offset| if plain { offset } else { ends.partition_point(|end| *end <= offset) as u32 }
}
