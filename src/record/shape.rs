//! One document as the product publishes it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::gazetteer::{EntityType, Kind};
use crate::mention::Form;
use crate::text::DateSource;

use super::{Day, Kept, OffsetUnit, ReadError, Relation, Str};

/// The number of this shape. Adding a field keeps it.
pub const SCHEMA: u32 = 1;

/// What made a record: same producer and same document, same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Producer<'a> {
    /// Version of the product.
    pub chancery: Str<'a>,
    /// Hash of the rule files.
    pub rules: Str<'a>,
    /// Hash of the gazetteers.
    pub gazetteers: Str<'a>,
}

impl<'a> Producer<'a> {
    /// This version of the product with rules and gazetteers of these hashes.
    pub fn new(rules: &'a str, gazetteers: &'a str) -> Self {
        Producer { chancery: env!("CARGO_PKG_VERSION").into(), rules: rules.into(), gazetteers: gazetteers.into() }
    }
}

/// The record of one document.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Record<'a> {
    /// [`SCHEMA`].
    pub schema: u32,
    /// What made it.
    pub producer: Producer<'a>,
    /// What all offsets of the record count.
    pub offsets: OffsetUnit,
    /// The document's id, as the input gave it.
    pub id: Str<'a>,
    /// When the document was published.
    pub date: Option<Day>,
    /// What gave the date.
    pub date_source: DateSource,
    /// The document's title, with `--with-text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Str<'a>>,
    /// The document's text, with `--with-text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Str<'a>>,
    /// Fields of the input passed through, with `--keep`.
    #[serde(default, skip_serializing_if = "Kept::is_empty")]
    pub kept: Kept<'a>,
    /// The things named, in the order of their first mention; relations and mentions point here by number.
    pub entities: Vec<Entity<'a>>,
    /// Every place where one is named, in the order of the text.
    pub mentions: Vec<Mention<'a>>,
    /// Every telling of a relation, in the order of the text.
    pub relations: Vec<Relation<'a>>,
}

impl<'a> Record<'a> {
    /// Reads one line and checks that every number in it points at something.
    ///
    /// # Errors
    ///
    /// When the line is no record of this schema.
    pub fn read(line: &'a str) -> Result<Record<'a>, ReadError> {
        let record: Record<'a> = serde_json::from_str(line)?;
        if record.schema != SCHEMA {
            return Err(ReadError::Schema { found: record.schema });
        }
        record.check()?;
        Ok(record)
    }

    fn check(&self) -> Result<(), ReadError> {
        let entity = |n: u32| (n as usize) < self.entities.len();
        let mention = |n: u32| (n as usize) < self.mentions.len();
        let good = self.entities.iter().flat_map(|e| &e.mentions).all(|m| mention(*m))
            && self.mentions.iter().all(|m| entity(m.entity))
            && self.relations.iter().all(|r| {
                r.arguments.iter().all(|a| entity(a.entity) && mention(a.mention))
                    && r.place.iter().all(|p| entity(p.entity) && mention(p.mention))
                    && r.attribution.iter().all(|a| a.entity.is_none_or(entity) && a.mention.is_none_or(mention))
            });
        if good { Ok(()) } else { Err(ReadError::Dangling) }
    }
}

/// One real thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Entity<'a> {
    /// The id for ever of a listed entity; `<document id>#n` of one that is in no list.
    pub id: Str<'a>,
    /// The usual English name; the fullest form in the text where the entity is in no list.
    pub name: Str<'a>,
    /// PERSON, PLACE or ORGANIZATION.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// What it is more exactly: `country`, `ministry`, `diplomat` … `null` where no list says so.
    #[serde(default)]
    pub kind: Option<Str<'a>>,
    /// Id of the country it belongs to.
    #[serde(default)]
    pub country: Option<Str<'a>>,
    /// Ids of the same thing elsewhere, as `wikidata:Q423`.
    #[serde(default)]
    pub same_as: Vec<Str<'a>>,
    /// Degrees north, of listed places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Degrees east, of listed places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// Numbers of its mentions.
    #[serde(default)]
    pub mentions: Vec<u32>,
}

impl Entity<'_> {
    /// The kind as the gazetteers know it.
    pub fn kind(&self) -> Option<Kind> {
        Kind::parse_in(self.entity_type, self.kind.as_deref()?)
    }

    /// Whether a list knows it, so that the id is the same in every document.
    pub fn is_listed(&self, document: &str) -> bool {
        self.id.strip_prefix(document).is_none_or(|rest| !rest.starts_with('#'))
    }
}

/// One place where an entity is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Mention<'a> {
    /// Offset of its first unit.
    pub start: u32,
    /// Offset one past its last unit.
    pub end: u32,
    /// The text under it.
    pub text: Str<'a>,
    /// The type of its entity.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// How it names its entity.
    pub form: Form,
    /// Number of the entity it names literally (Pyongyang the city, not the government).
    pub entity: u32,
    /// The field the offsets count in; the text where absent.
    #[serde(rename = "in", default, skip_serializing_if = "Field::is_text")]
    pub field: Field,
}

/// A stretch of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Span<'a> {
    /// Offset of its first unit.
    pub start: u32,
    /// Offset one past its last unit.
    pub end: u32,
    /// The text under it.
    pub text: Str<'a>,
    /// The field the offsets count in; the text where absent.
    #[serde(rename = "in", default, skip_serializing_if = "Field::is_text")]
    pub field: Field,
}

/// Which part of a document offsets count in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The text.
    #[default]
    Text,
    /// The title, where the input keeps it apart.
    Title,
}

impl Field {
    /// The name in the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Text => "text",
            Field::Title => "title",
        }
    }

    fn is_text(&self) -> bool {
        *self == Field::Text
    }
}
