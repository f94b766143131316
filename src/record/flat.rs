//! One relation a line, each with all it needs: for DuckDB, jq, pandas.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::gazetteer::EntityType;
use crate::reference::Via;
use crate::relation::{Modality, Polarity, Tense};
use crate::rule::Role;
use crate::text::DateSource;

use super::{Day, EventDate, Field, Kept, OffsetUnit, Producer, Record, Relation, RelationId, SCHEMA, Span, Str};

/// A relation with its actors, place and speakers in place of numbers.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct FlatRelation<'a> {
    /// [`SCHEMA`].
    pub schema: u32,
    /// What made it.
    pub producer: Producer<'a>,
    /// What all offsets count.
    pub offsets: OffsetUnit,
    /// The document's id.
    pub document: Str<'a>,
    /// When the document was published.
    pub document_date: Option<Day>,
    /// What gave the document's date.
    pub date_source: DateSource,
    /// Fields of the input passed through, with `--keep`.
    #[serde(default, skip_serializing_if = "Kept::is_empty")]
    pub kept: Kept<'a>,
    /// As in the record.
    pub id: RelationId,
    /// Tellings of one event in the document share the number.
    pub event: u32,
    /// `meeting`, `cooperation`, and others when asked for.
    #[serde(rename = "type")]
    pub relation_type: Str<'a>,
    /// PLOVER event type.
    pub plover: Str<'a>,
    /// CAMEO code.
    pub cameo: Str<'a>,
    /// The words that tell it.
    pub trigger: Span<'a>,
    /// Who.
    pub arguments: Vec<FlatArgument<'a>>,
    /// Said or denied.
    pub polarity: Polarity,
    /// The words that deny.
    pub polarity_cue: Option<Span<'a>>,
    /// Did it happen?
    pub modality: Modality,
    /// The words that decided it.
    pub modality_cue: Option<Span<'a>>,
    /// When, seen from the writer.
    pub tense: Tense,
    /// When.
    pub date: Option<EventDate<'a>>,
    /// Where.
    pub place: Option<FlatPlace<'a>>,
    /// On what.
    pub topic: Option<Span<'a>>,
    /// Who says so, nearest speaker first.
    pub attribution: Vec<FlatAttribution<'a>>,
    /// The rule that found it.
    pub rule: Str<'a>,
    /// The sentence it stands in.
    pub sentence: Span<'a>,
}

/// One actor and the words that name it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct FlatArgument<'a> {
    /// What it does.
    pub role: Role,
    /// Its id.
    pub id: Str<'a>,
    /// Its name.
    pub name: Str<'a>,
    /// Its type.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// Its kind.
    pub kind: Option<Str<'a>>,
    /// Id of its country.
    pub country: Option<Str<'a>>,
    /// Offset of the first unit of the mention that led to it.
    pub start: u32,
    /// Offset one past its last unit.
    pub end: u32,
    /// The mention's text.
    pub text: Str<'a>,
    /// The field the offsets count in; the text where absent.
    #[serde(rename = "in", default, skip_serializing_if = "is_text")]
    pub field: Field,
    /// By what road; absent when the mention names the actor itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Via>,
}

/// A place and the words that name it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct FlatPlace<'a> {
    /// Its id.
    pub id: Str<'a>,
    /// Its name.
    pub name: Str<'a>,
    /// Id of its country.
    pub country: Option<Str<'a>>,
    /// Degrees north.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Degrees east.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// The mention's text.
    pub text: Str<'a>,
}

/// A speaker.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct FlatAttribution<'a> {
    /// The speaker's id, where it is a known entity.
    pub id: Option<Str<'a>>,
    /// The speaker's name, where it is a known entity.
    pub name: Option<Str<'a>>,
    /// The speaker's words.
    pub text: Str<'a>,
    /// "according to", "said".
    pub cue: Str<'a>,
}

fn is_text(field: &Field) -> bool {
    *field == Field::Text
}

impl<'a> FlatRelation<'a> {
    /// One relation of `record`, by itself.
    pub fn of(record: &Record<'a>, relation: &Relation<'a>) -> FlatRelation<'a> {
        let entity = |n: u32| &record.entities[n as usize];
        let mention = |n: u32| &record.mentions[n as usize];
        FlatRelation {
            schema: SCHEMA,
            producer: record.producer.clone(),
            offsets: record.offsets,
            document: record.id.clone(),
            document_date: record.date,
            date_source: record.date_source,
            kept: record.kept.clone(),
            id: relation.id,
            event: relation.event,
            relation_type: relation.relation_type.clone(),
            plover: relation.plover.clone(),
            cameo: relation.cameo.clone(),
            trigger: relation.trigger.clone(),
            arguments: relation
                .arguments
                .iter()
                .map(|a| {
                    let (entity, mention) = (entity(a.entity), mention(a.mention));
                    FlatArgument {
                        role: a.role,
                        id: entity.id.clone(),
                        name: entity.name.clone(),
                        entity_type: entity.entity_type,
                        kind: entity.kind.clone(),
                        country: entity.country.clone(),
                        start: mention.start,
                        end: mention.end,
                        text: mention.text.clone(),
                        field: mention.field,
                        via: a.via,
                    }
                })
                .collect(),
            polarity: relation.polarity,
            polarity_cue: relation.polarity_cue.clone(),
            modality: relation.modality,
            modality_cue: relation.modality_cue.clone(),
            tense: relation.tense,
            date: relation.date.clone(),
            place: relation.place.map(|p| {
                let entity = entity(p.entity);
                FlatPlace {
                    id: entity.id.clone(),
                    name: entity.name.clone(),
                    country: entity.country.clone(),
                    lat: entity.lat,
                    lon: entity.lon,
                    text: mention(p.mention).text.clone(),
                }
            }),
            topic: relation.topic.clone(),
            attribution: relation
                .attribution
                .iter()
                .map(|a| FlatAttribution {
                    id: a.entity.map(|n| entity(n).id.clone()),
                    name: a.entity.map(|n| entity(n).name.clone()),
                    text: a.text.clone(),
                    cue: a.cue.clone(),
                })
                .collect(),
            rule: relation.rule.clone(),
            sentence: relation.sentence.clone(),
        }
    }
}

impl Record<'_> {
    /// Appends each relation as one line of JSON by itself.
    pub fn write_flat(&self, out: &mut Vec<u8>) {
        for relation in &self.relations {
            // Writing to a `Vec` cannot fail.
            let _ = serde_json::to_writer(&mut *out, &FlatRelation::of(self, relation));
            out.push(b'\n');
        }
    }
}
