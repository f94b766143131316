//! What a mention rests on: a listed name or a pattern, so that every name can be traced.

use crate::gazetteer::NameId;

/// The ways names are found that no list knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pattern {
    /// A given name and what follows it: "Ada Finch".
    GivenName,
    /// A surname that stands in front: "Park Geun-hye".
    FamilyFirst,
    /// Initials: "J. K. Rowling".
    Initials,
    /// A particle within: "Bingu wa Mutharika".
    Particle,
    /// A title or honorific in front: "Mr Mkula".
    Title,
    /// A part of a person's name seen in full elsewhere in the document.
    PartOfName,
    /// Capitals and only their surroundings to tell: "Opas said".
    Surroundings,
    /// The head word of a body: "Ministry of …", "… Party".
    Body,
    /// The head word of a place: "… Province", "Mount …".
    Site,
    /// Capital letters: "CPDS".
    Acronym,
    /// Capital letters that stand for a name of the document: "Green Party (GP)".
    Initialism,
}

impl Pattern {
    /// The name in `chancery explain`.
    pub fn as_str(self) -> &'static str {
        match self {
            Pattern::GivenName => "given-name",
            Pattern::FamilyFirst => "family-first",
            Pattern::Initials => "initials",
            Pattern::Particle => "particle",
            Pattern::Title => "title",
            Pattern::PartOfName => "part-of-name",
            Pattern::Surroundings => "surroundings",
            Pattern::Body => "body",
            Pattern::Site => "site",
            Pattern::Acronym => "acronym",
            Pattern::Initialism => "initialism",
        }
    }
}

/// What a mention rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A name of the lists.
    Listed(NameId),
    /// A pattern.
    Pattern(Pattern),
    /// A description or pronoun that the sentence around it gives its meaning.
    Context,
}
