//! The things a document names, and each place where it names them.

use crate::gazetteer::{EntityType, EntryId};
use crate::text::{Span, TokenRange};

use super::{DateMention, Source};

/// The number of an entity in one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The full name.
    Name,
    /// Another name or a short form (a bare surname).
    Alias,
    /// Capital letters that stand for the name.
    Acronym,
    /// The adjective or the people of a place.
    Demonym,
    /// A capital or seat that stands for its government.
    Metonym,
    /// A description ("the two leaders").
    Nominal,
    /// A pronoun.
    Pronoun,
}

impl Form {
    /// The name in the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Name => "name",
            Form::Alias => "alias",
            Form::Acronym => "acronym",
            Form::Demonym => "demonym",
            Form::Metonym => "metonym",
            Form::Nominal => "nominal",
            Form::Pronoun => "pronoun",
        }
    }
}

/// What a pronoun may say of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "he", "Mr"
    Male,
    /// "she", "Ms"
    Female,
}

/// One place where an entity is named.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// Its tokens: no title, no leading "the", no possessive.
    pub tokens: TokenRange,
    /// Its bytes in [`crate::text::Text::raw`].
    pub span: Span,
    /// The literal entity (Pyongyang the city, not the government).
    pub entity: EntityId,
    /// How it names it.
    pub form: Form,
    /// Where the title in front of a person's name begins ("Peruvian Trade Minister" Ann Lee): the tokens from
    /// there to `tokens.start`. Empty without a title.
    pub title: TokenRange,
    /// What it rests on.
    pub source: Source,
}

impl Mention {
    /// Where a name begins with its title: "Finance Minister" of Finance Minister Ann Lee.
    pub fn begin(&self) -> usize {
        (if self.title.is_empty() { self.tokens.start } else { self.title.start }) as usize
    }
}

/// One real thing in one document.
#[derive(Clone, Copy, Debug)]
pub struct Entity {
    /// Its type.
    pub entity_type: EntityType,
    /// The listed entry it is.
    pub entry: Option<EntryId>,
    /// The fullest form in the text (bytes of the raw text); the name of an unlisted entity.
    pub name: Span,
    /// The entry of the country it belongs to, from the list or from the text ("Russian Defence Minister").
    pub country: Option<EntryId>,
    /// What titles and given names say.
    pub gender: Option<Gender>,
}

/// All that was named in one document. Buffers are kept from document to document.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// Sorted by first token, not overlapping.
    pub mentions: Vec<Mention>,
    /// Descriptions and pronouns that lead to actors, while relations are sought; then they are among the mentions.
    pub described: Vec<Mention>,
    /// In the order of their first mention; behind them countries that are only meant.
    pub entities: Vec<Entity>,
    /// Sorted by first token, not overlapping each other.
    pub dates: Vec<DateMention>,
}

impl Mentions {
    /// Empties all, keeps the buffers.
    pub fn clear(&mut self) {
        self.mentions.clear();
        self.described.clear();
        self.entities.clear();
        self.dates.clear();
    }

    /// The entity of a mention.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.0 as usize]
    }

    /// The mentions that begin within `tokens`, as a range of [`Mentions::mentions`].
    pub fn within(&self, tokens: TokenRange) -> std::ops::Range<usize> {
        let start = self.mentions.partition_point(|m| m.tokens.start < tokens.start);
        let end = self.mentions.partition_point(|m| m.tokens.start < tokens.end);
        start..end.max(start)
    }
}
