//! Why a document's record is what it is.

use serde::Serialize;

use crate::mention::{self, Source};
use crate::record::joined;
use crate::relation::SentenceAccount;
use crate::text::Document;

use super::extract::{date_of, skip};
use super::{Pipeline, Scratch};

/// What was seen in one document, sentence by sentence.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// Every name, in order.
    pub names: Vec<NameAccount>,
    /// The sentences behind the gate.
    pub sentences: Vec<SentenceAccount>,
    /// The sentences that hold no trigger, by their number.
    pub gated: Vec<usize>,
}

/// One name and what it rests on.
#[derive(Clone, Debug, Serialize)]
pub struct NameAccount {
    /// The words.
    pub text: String,
    /// Number of the sentence.
    pub sentence: usize,
    /// PERSON, PLACE, ORGANIZATION.
    #[serde(rename = "type")]
    pub entity_type: &'static str,
    /// name, alias, acronym, demonym …
    pub form: &'static str,
    /// The id of a listed entity.
    pub id: Option<String>,
    /// The title before it.
    pub title: Option<String>,
    /// "listed", or the pattern that found it.
    pub source: &'static str,
}

impl Pipeline {
    /// Tells why: names with their sources, the structure of each sentence behind the gate, what every rule made of it.
    pub fn explain(&self, document: &Document<'_>, scratch: &mut Scratch) -> Explanation {
        let Scratch { raw, analysis, names: finder, mentions, engine, relations, .. } = scratch;
        let text = analysis.run(joined(document, raw), skip(document));
        let (date, _) = date_of(document, &text);
        mention::find(self.gazetteer(), &text, date, finder, mentions);
        let lists = self.gazetteer();
        let name = |m: &mention::Mention| {
            let entity = mentions.entity(m.entity);
            NameAccount {
                text: m.span.of(text.raw).to_owned(),
                sentence: text.sentence_of(m.tokens.start as usize),
                entity_type: entity.entity_type.as_str(),
                form: m.form.as_str(),
                id: entity.entry.map(|entry| lists.entry(entry).id.to_owned()),
                title: (!m.title.is_empty()).then(|| text.slice(m.title).to_owned()),
                source: match m.source {
                    Source::Listed(_) => "listed",
                    Source::Pattern(pattern) => pattern.as_str(),
                    Source::Context => "context",
                },
            }
        };
        let names = mentions.mentions.iter().map(name).collect();
        let sentences = self.engine.explain(text, date, lists, mentions, engine, relations);
        let gated = (0..text.sentences.len()).filter(|s| sentences.iter().all(|a| a.sentence != *s)).collect();
        Explanation { names, sentences, gated }
    }
}
