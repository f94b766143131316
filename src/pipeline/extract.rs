//! One document: text, names, relations, record.

use std::cell::RefCell;

use jiff::civil::Date;

use crate::gazetteer::Gazetteer;
use crate::mention::{self, document_date};
use crate::record::{Day, Findings, Kept, OffsetUnit, Producer, Record, Shape, joined};
use crate::relation::Engine;
use crate::rule::RuleBook;
use crate::text::{DateSource, Document, Text, TokenKind};

use super::{PipelineBuilder, Scratch, Step};

/// Everything that turns documents into records: names, rules, choices. It never changes and is shared by all threads.
#[derive(Debug)]
pub struct Pipeline {
    lists: Gazetteer,
    pub(super) engine: Engine,
    lists_hash: String,
    rules_hash: String,
    offsets: OffsetUnit,
    with_text: bool,
}

impl Pipeline {
    /// Starts with the names and rules that come with the product.
    pub fn builder() -> PipelineBuilder {
        PipelineBuilder::default()
    }

    pub(super) fn new(lists: Gazetteer, rules: RuleBook, offsets: OffsetUnit, with_text: bool) -> Self {
        let (lists_hash, rules_hash) = (lists.hash(), rules.hash());
        Pipeline { lists, engine: Engine::new(rules), lists_hash, rules_hash, offsets, with_text }
    }

    /// The names.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.lists
    }

    /// The rules.
    pub fn rules(&self) -> &RuleBook {
        self.engine.book()
    }

    /// The record of one document, with all texts its own. [`Pipeline::extract_with`] copies nothing.
    pub fn extract(&self, document: &Document<'_>) -> Record<'static> {
        thread_local! {
            static SCRATCH: RefCell<Scratch> = RefCell::default();
        }
        SCRATCH.with_borrow_mut(|scratch| self.extract_with(document, scratch).into_owned())
    }

    /// The record of one document, borrowed from it and from `scratch`, which holds the buffers: a thread uses its own
    /// again and again.
    pub fn extract_with<'a>(&'a self, document: &'a Document<'a>, scratch: &'a mut Scratch) -> Record<'a> {
        let Scratch { raw, analysis, names, mentions, engine, relations, offsets, clock, words, sentences } = scratch;
        let mut lap = |step| {
            if let Some(clock) = clock {
                clock.lap(step);
            }
        };
        let raw = joined(document, raw);
        let text = analysis.run(raw, skip(document));
        lap(Step::Text);
        let (date, date_source) = date_of(document, &text);
        mention::find(&self.lists, &text, date, names, mentions);
        lap(Step::Mention);
        self.engine.run(text, date, &self.lists, mentions, engine, relations);
        lap(Step::Relation);
        *sentences = text.sentences.len();
        *words = text.tokens.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count();
        let findings = Findings { document, text, mentions, relations, lists: &self.lists, rules: self.rules() };
        let producer = Producer::new(&self.rules_hash, &self.lists_hash);
        let shape = Shape { producer, offsets: self.offsets, with_text: self.with_text };
        let mut record = findings.record(&shape, Kept::default(), offsets);
        record.date = date.map(Day::from);
        record.date_source = date_source;
        record
    }
}

/// Bytes at the head of what is read that are no news.
pub(super) fn skip(document: &Document<'_>) -> usize {
    if document.title.is_some() { 0 } else { document.skip }
}

/// The document's date: the one it came with, else a full date in its dateline or among its first lines.
pub(super) fn date_of(document: &Document<'_>, text: &Text<'_>) -> (Option<Date>, DateSource) {
    match document.date {
        Some(date) => (Some(date), document.date_source),
        None => match document_date(text) {
            Some(date) => (Some(date), DateSource::Dateline),
            None => (None, DateSource::None),
        },
    }
}
