//! One known thing and its names.

use super::{EntityType, Kind};

/// The number of an entry in one [`super::Gazetteer`]; stable within a run only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u32);

/// When a name may count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Wherever it stands.
    Always,
    /// Only beside evidence: a title, a locative, a second mention, an organization head.
    Support,
    /// Never alone; only as part of a longer name.
    Never,
}

/// What kind of form of the entry a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameForm {
    /// The entry's full name.
    Name,
    /// Another name.
    Alias,
    /// Capital letters that stand for the name; matched in capitals only.
    Acronym,
    /// The adjective or the people of a place (`Russian`, `Danes`).
    Demonym,
}

/// One reading of a name: the entry it may mean, and under what condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameUse {
    /// The entry.
    pub entry: EntryId,
    /// What kind of form of the entry the name is.
    pub form: NameForm,
    /// When it may count.
    pub tier: Tier,
    /// Counts in exactly the listed case and spelling only.
    pub exact: bool,
}

/// A time a person held an office, or a state existed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The office as a kind.
    pub kind: Kind,
    /// `iso:` id of the country the office belongs to.
    pub country: Option<Box<str>>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub from: Option<Box<str>>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub until: Option<Box<str>>,
}

/// One known thing. All lines of the lists with one id make one entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// `iso:…`, `geonames:…` or `chancery:…`; for ever.
    pub id: Box<str>,
    /// The usual full English press name.
    pub name: Box<str>,
    /// Its type.
    pub entity_type: EntityType,
    /// Its kind; of several offices the latest.
    pub kind: Kind,
    /// The entry of its country.
    pub country: Option<EntryId>,
    /// Other ids, sorted.
    pub same_as: Vec<Box<str>>,
    /// One for each line that has an office or dates, in the order of `from`.
    pub offices: Vec<Office>,
    /// Which list it comes from: a key of the sources in `gazetteers/README.md`.
    pub source: Box<str>,
}
