//! Who is meant by a noun group.

use crate::mention::{EntityId, Form};
use crate::text::TokenRange;

/// By what road a mention came to mean its actor; absent when the actor is the mention's own entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Via {
    /// A capital or seat for its government.
    Metonym,
    /// An adjective or people for the country.
    Demonym,
    /// A description.
    Nominal,
    /// A pronoun.
    Pronoun,
    /// An office ("the Russian foreign minister"), or the state or body a person speaks for.
    Office,
}

impl Via {
    /// The name in the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Via::Metonym => "metonym",
            Via::Demonym => "demonym",
            Via::Nominal => "nominal",
            Via::Pronoun => "pronoun",
            Via::Office => "office",
        }
    }

    /// What a mention's form says of the road.
    pub fn of(form: Form) -> Option<Via> {
        match form {
            Form::Demonym => Some(Via::Demonym),
            Form::Metonym => Some(Via::Metonym),
            Form::Nominal => Some(Via::Nominal),
            Form::Pronoun => Some(Via::Pronoun),
            Form::Name | Form::Alias | Form::Acronym => None,
        }
    }
}

/// What in the text leads to an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A mention, by its number in [`crate::mention::Mentions::mentions`].
    Mention(u32),
    /// A description or pronoun, by its tokens.
    Words(TokenRange),
}

/// An actor and what leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The actor meant.
    pub entity: EntityId,
    /// What leads to it.
    pub anchor: Anchor,
    /// By what road.
    pub via: Option<Via>,
}

impl Actor {
    /// An actor that a description leads to.
    pub fn nominal(entity: EntityId, tokens: TokenRange) -> Actor {
        Actor { entity, anchor: Anchor::Words(tokens), via: Some(Via::Nominal) }
    }
}
