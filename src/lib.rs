//! Chancery reads news and keeps the record: who met whom, who works with whom, when, where, on what, and who says so.
//!
//! ```
//! use chancery::pipeline::Pipeline;
//! use chancery::text::Document;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let pipeline = Pipeline::builder().build()?;
//! let document = Document {
//!     id: "a17".into(),
//!     date: Some("2026-03-12".parse()?),
//!     text: "Norway's prime minister met Kenyan officials in Nairobi on Tuesday.".into(),
//!     ..Document::default()
//! };
//! let record = pipeline.extract(&document);
//!
//! let meeting = &record.relations[0];
//! assert_eq!(meeting.relation_type, "meeting");
//! let who = meeting.arguments.iter().map(|a| record.entities[a.entity as usize].name.as_str());
//! assert_eq!(who.collect::<Vec<_>>(), ["Norway", "Kenya"]);
//! assert_eq!(meeting.date.as_ref().map(|d| d.value.to_string()), Some("2026-03-10".to_owned()));
//! # Ok(())
//! # }
//! ```
//!
//! A [`Pipeline`](pipeline::Pipeline) never changes and serves all threads; [`Run`](pipeline::Run) takes files through it
//! on all cores.
//!
//! # The floors
//!
//! Data flows one way, and a floor may use only the floors above it in this list (`tests/layers.rs` keeps it so):
//!
//! | floor | holds |
//! |---|---|
//! | [`text`] | spans, documents, tokens, sentences, closed word classes, lemmas, part-of-speech tags |
//! | [`gazetteer`] | known names: the lists, their checks, one index over all of them |
//! | [`mention`] | names in this text: listed, patterned, remembered; dates |
//! | [`clause`] | noun groups, verb groups, lists of actors, clause borders, quotes |
//! | [`reference`](mod@reference) | who is meant: metonyms, descriptions, pronouns |
//! | [`rule`] | rules as data: file, pattern, parser, compiler, and errors that point at the mistake |
//! | [`relation`] | gate, match, polarity, modality, attribution, date, place, topic |
//! | [`record`] | the published shape; bytes to characters |
//! | [`pipeline`] | one document with reusable buffers; many documents over all cores |
//! | [`knowledge`] | records for others: one relation a line |
//! | [`cli`] | flags and commands |

pub mod text;
pub mod gazetteer;
pub mod mention;
pub mod clause;
pub mod reference;
pub mod rule;
pub mod relation;
pub mod record;
pub mod pipeline;
pub mod knowledge;
pub mod cli;
