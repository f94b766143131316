//! What the page knows: documents, entities, tellings, joined events, in short names and UTF-16 offsets.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::knowledge::{Export, ExportError, Joined, JoinedEntity, Joiner};
use crate::mention::Form;
use crate::record::{Field, OffsetUnit, Record, Relation, RelationId, Span};
use crate::relation::{Modality, Polarity};

/// All that goes into a page; grows record by record.
#[derive(Debug, Default, Serialize)]
pub struct PageData {
    documents: Vec<PageDocument>,
    entities: Vec<PageEntity>,
    relations: Vec<PageRelation>,
    events: Vec<PageEvent>,
    #[serde(skip)]
    numbers: FxHashMap<RelationId, usize>,
}

#[derive(Debug, Serialize)]
struct PageDocument {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    /// Start, end, entity, 1 where it is no name, of each mention in the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Vec<u32>,
    /// The same of the title.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    heads: Vec<u32>,
}

#[derive(Debug, Serialize)]
struct PageEntity {
    id: String,
    name: String,
    #[serde(rename = "type")]
    entity_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lat: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lon: Option<f64>,
}

/// Role, entity, start and end of the mention in the sentence, -1 where it stands elsewhere.
type PageArgument = (&'static str, u32, i64, i64);

#[derive(Debug, Serialize)]
struct PageRelation {
    id: String,
    /// Document.
    d: usize,
    /// Event.
    e: usize,
    /// Type.
    t: String,
    plover: String,
    cameo: String,
    /// 1 where denied.
    p: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    pc: Option<String>,
    /// 0 actual, 1 planned, 2 possible.
    m: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    mc: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dk: Option<&'static str>,
    /// Place.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<String>,
    a: Vec<PageArgument>,
    /// Speakers: entity or -1, words, cue.
    by: Vec<(i64, String, String)>,
    rule: String,
    /// 1 where it stands in the title.
    f: u8,
    /// Where the sentence begins.
    o: u32,
    /// How long it is.
    l: u32,
    /// The sentence, where the document comes without text.
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<String>,
    /// The trigger in the sentence.
    k: (u32, u32),
}

#[derive(Debug, Serialize)]
struct PageEvent {
    t: String,
    fact: &'static str,
    a: Vec<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<u32>,
    /// Contradicted.
    x: bool,
}

impl PageData {
    /// How many relations.
    pub fn relations(&self) -> usize {
        self.relations.len()
    }

    fn entity(&mut self, joined: &JoinedEntity<'_>) {
        let entity = joined.entity;
        self.entities.push(PageEntity {
            id: joined.id.to_string(),
            name: entity.name.to_string(),
            entity_type: entity.entity_type.as_str(),
            kind: entity.kind.as_ref().map(|k| k.to_string()),
            country: entity.country.as_ref().map(|c| c.to_string()),
            same: entity.same_as.iter().map(|s| s.to_string()).collect(),
            lat: entity.lat,
            lon: entity.lon,
        });
    }

    fn relation(&mut self, joined: &Joined<'_>, relation: &Relation<'_>, units: [&Utf16; 2]) {
        let record = joined.record;
        let sentence = &relation.sentence;
        let number = |n: u32| joined.entities[n as usize].number;
        let whole = record.text.is_some() && (sentence.field == Field::Text || record.title.is_some());
        let own = Utf16::of(&sentence.text, record.offsets);
        // Offsets in the sentence; of what stands outside it nothing.
        let within = |start: u32, end: u32, field: Field| {
            let inside = field == sentence.field && start >= sentence.start && end <= sentence.end;
            inside.then(|| (own.at(start - sentence.start), own.at(end - sentence.start)))
        };
        let words = |span: &Option<Span<'_>>| span.as_ref().map(|s| s.text.to_string());
        let unit = units[usize::from(sentence.field == Field::Title)];
        let start = if whole { unit.at(sentence.start) } else { sentence.start };
        let trigger = &relation.trigger;
        let date = relation.date.as_ref();
        self.numbers.insert(relation.id, self.relations.len());
        self.relations.push(PageRelation {
            id: relation.id.to_string(),
            d: joined.document as usize,
            e: 0,
            t: relation.relation_type.to_string(),
            plover: relation.plover.to_string(),
            cameo: relation.cameo.to_string(),
            p: u8::from(relation.polarity == Polarity::Negative),
            pc: words(&relation.polarity_cue),
            m: relation.modality as u8,
            mc: words(&relation.modality_cue),
            date: date.map(|d| d.value.to_string()),
            end: date.and_then(|d| d.end).map(|d| d.to_string()),
            dk: date.map(|d| d.kind.as_str()),
            at: relation.place.map(|p| number(p.entity)),
            topic: words(&relation.topic),
            a: relation
                .arguments
                .iter()
                .map(|a| {
                    let mention = &record.mentions[a.mention as usize];
                    let span = within(mention.start, mention.end, mention.field);
                    let (start, end) = span.map_or((-1, -1), |(a, b)| (a.into(), b.into()));
                    (a.role.as_str(), number(a.entity), start, end)
                })
                .collect(),
            by: relation
                .attribution
                .iter()
                .map(|a| (a.entity.map_or(-1, |n| number(n).into()), a.text.to_string(), a.cue.to_string()))
                .collect(),
            rule: relation.rule.to_string(),
            f: u8::from(sentence.field == Field::Title),
            o: start,
            l: own.length(),
            s: (!whole).then(|| sentence.text.to_string()),
            k: within(trigger.start, trigger.end, trigger.field).unwrap_or_default(),
        });
    }
}

/// Start, end, entity, 1 where it is no name, of each mention in a field.
fn names(joined: &Joined<'_>, field: Field, units: &Utf16) -> Vec<u32> {
    let mentions = joined.record.mentions.iter().filter(|m| m.field == field);
    mentions
        .flat_map(|m| {
            let weak = matches!(m.form, Form::Nominal | Form::Pronoun);
            [units.at(m.start), units.at(m.end), joined.entities[m.entity as usize].number, u32::from(weak)]
        })
        .collect()
}

impl Export for PageData {
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        let record: &Record<'_> = joined.record;
        for entity in joined.entities.iter().filter(|e| e.first) {
            self.entity(entity);
        }
        let [text, title] =
            [&record.text, &record.title].map(|t| Utf16::of(t.as_deref().unwrap_or(""), record.offsets));
        self.documents.push(PageDocument {
            id: record.id.to_string(),
            date: record.date.map(|d| d.to_string()),
            title: record.title.as_ref().map(|t| t.to_string()),
            text: record.text.as_ref().map(|t| t.to_string()),
            url: record.kept.string("url").map(|u| u.into_owned()),
            publisher: record.kept.string("publisher").map(|p| p.into_owned()),
            names: record.text.as_ref().map_or(Vec::new(), |_| names(joined, Field::Text, &text)),
            heads: record.title.as_ref().map_or(Vec::new(), |_| names(joined, Field::Title, &title)),
        });
        for relation in &record.relations {
            self.relation(joined, relation, [&text, &title]);
        }
        Ok(())
    }

    fn finish(&mut self, joiner: &Joiner<'_>) -> Result<(), ExportError> {
        for event in joiner.events() {
            for telling in &event.tellings {
                if let Some(relation) = self.numbers.get(&telling.relation).and_then(|n| self.relations.get_mut(*n)) {
                    relation.e = self.events.len();
                }
            }
            self.events.push(PageEvent {
                t: event.relation_type.to_owned(),
                fact: match (event.polarity, event.modality) {
                    (Polarity::Negative, _) => "denied",
                    (_, Modality::Actual) => "actual",
                    (_, Modality::Planned) => "planned",
                    (_, Modality::Possible) => "possible",
                },
                a: event.participants.iter().filter_map(|id| joiner.entity(id)).collect(),
                date: event.date.map(|d| d.to_string()),
                end: event.end.map(|d| d.to_string()),
                at: event.place.and_then(|id| joiner.entity(id)),
                x: event.contradicted,
            });
        }
        Ok(())
    }
}

/// From offsets of a record to UTF-16 units, which the page counts in.
struct Utf16 {
    /// UTF-16 units before each unit of the record; empty where they are the same.
    table: Vec<u32>,
    length: u32,
}

impl Utf16 {
    fn of(text: &str, unit: OffsetUnit) -> Utf16 {
        let mut units = 0;
        let mut table = Vec::new();
        if text.is_ascii() {
            return Utf16 { table, length: text.len() as u32 };
        }
        for c in text.chars() {
            let repeat = match unit {
                OffsetUnit::Chars => 1,
                OffsetUnit::Bytes => c.len_utf8(),
                OffsetUnit::Utf16 => 0,
            };
            table.extend(std::iter::repeat_n(units, repeat));
            units += c.len_utf16() as u32;
        }
        if unit != OffsetUnit::Utf16 {
            table.push(units);
        }
        Utf16 { table, length: units }
    }

    fn at(&self, offset: u32) -> u32 {
        if self.table.is_empty() {
            return offset.min(self.length);
        }
        self.table.get(offset as usize).copied().unwrap_or(self.length)
    }

    fn length(&self) -> u32 {
        self.length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_of_every_unit_become_utf16() {
        let text = "aé\u{1d11e}b";
        for (unit, offsets) in
            [(OffsetUnit::Chars, [1, 2, 3]), (OffsetUnit::Bytes, [1, 3, 7]), (OffsetUnit::Utf16, [1, 2, 4])]
        {
            let units = Utf16::of(text, unit);
            assert_eq!(offsets.map(|o| units.at(o)), [1, 2, 4], "{}", unit.as_str());
            assert_eq!((units.at(99), units.length()), (5, 5));
        }
    }
}
