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

impl Tier {
    /// The name in the lists.
    pub fn as_str(self) -> &'static str {
        match self {
            Tier::Always => "always",
            Tier::Support => "support",
            Tier::Never => "never",
        }
    }

    /// Reads the name used in the lists.
    pub fn parse(name: &str) -> Option<Tier> {
        [Tier::Always, Tier::Support, Tier::Never].into_iter().find(|tier| tier.as_str() == name)
    }
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

impl NameForm {
    /// Every form, in the order of their numbers.
    pub const ALL: [NameForm; 4] = [NameForm::Name, NameForm::Alias, NameForm::Acronym, NameForm::Demonym];
}

/// One reading of a name: the entry it may mean, and under what condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameUse {
    /// The entry.
    pub entry: EntryId,
    /// The type of the entry.
    pub entity_type: EntityType,
    /// What kind of form of the entry the name is.
    pub form: NameForm,
    /// When it may count.
    pub tier: Tier,
    /// Counts in exactly the listed case and spelling only.
    pub exact: bool,
    /// What else is told at once of the entry.
    pub(crate) about: About,
}

/// What a reading tells of its entry without reading it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct About(pub(crate) u8);

impl About {
    /// It is a state.
    pub(crate) const COUNTRY: u8 = 1;
    /// It was written by hand, not derived.
    pub(crate) const BY_HAND: u8 = 2;
    /// It is a newspaper, magazine or broadcaster.
    pub(crate) const MEDIA: u8 = 4;

    /// Whether it is so.
    pub(crate) fn is(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// A time a person held an office, or a state existed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office<'a> {
    /// The office as a kind.
    pub kind: Kind,
    /// Id of the country the office belongs to.
    pub country: Option<&'a str>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub from: Option<&'a str>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub until: Option<&'a str>,
}

/// Where a place lies, and how many people live there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// Degrees, north positive.
    pub latitude: f64,
    /// Degrees, east positive.
    pub longitude: f64,
    /// Inhabitants; 0 where the source has none.
    pub population: u32,
}

/// One known thing, read in place. All lines of the lists with one id make one entry.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// `iso:…`, `geonames:…`, `wikidata:…` or `chancery:…`; for ever.
    pub id: &'a str,
    /// The usual full English press name.
    pub name: &'a str,
    /// Its kind; of several offices the latest.
    pub kind: Kind,
    /// The entry of its country.
    pub country: Option<EntryId>,
    /// Which list it comes from: a key of the sources in `gazetteers/README.md`.
    pub source: &'a str,
    /// Where it lies, for places whose source says so.
    pub coordinates: Option<Coordinates>,
    /// Other ids and offices, as the blob has them.
    pub(super) extra: Extra<'a>,
}

impl<'a> Entry<'a> {
    /// Its type.
    pub fn entity_type(&self) -> EntityType {
        self.kind.entity_type()
    }

    /// Other ids, sorted.
    pub fn same_as(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.extra.same_as()
    }

    /// One for each line that has an office or dates, in the order of `from`.
    pub fn offices(&self) -> impl Iterator<Item = Office<'a>> + use<'a> {
        self.extra.offices()
    }
}

/// Other ids and offices: ids one a line, an empty line, then one office a line with its cells separated by tabs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extra<'a>(pub(super) &'a str);

impl<'a> Extra<'a> {
    fn same_as(self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.split('\n').take_while(|line| !line.is_empty())
    }

    fn offices(self) -> impl Iterator<Item = Office<'a>> + use<'a> {
        let lines = self.0.split('\n').skip_while(|line| !line.is_empty()).filter(|line| !line.is_empty());
        lines.filter_map(|line| {
            let mut cells = line.split('\t');
            let kind = Kind::parse(cells.next()?)?;
            let mut cell = || cells.next().filter(|cell| !cell.is_empty());
            Some(Office { kind, country: cell(), from: cell(), until: cell() })
        })
    }
}
