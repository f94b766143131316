//! Which bodies a noun calls: an airline is a company whose name says it flies, a lender a bank.
//!
//! The kinds are those of the lists; the words are the ordinary last words of such names in English.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::gazetteer::Kind;
use crate::text::{Key, KeyMap};

/// What is known of one genus.
#[derive(Debug)]
struct Row {
    /// What its bodies are called, beside the words of their names.
    nouns: &'static str,
    /// The kinds that are all of this genus.
    kinds: &'static [Kind],
    /// Words of a name that tell the genus.
    names: &'static str,
    /// Bodies of these kinds and of none may be of it; nothing but the noun tells.
    open: &'static [Kind],
}

/// Bodies of one genus, by its number in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Genus(u8);

static GENERA: &[Row] = &[
    Row { nouns: "company", kinds: &[Kind::Company], names: "company", open: &[Kind::Company] },
    Row {
        nouns: "firm manufacturer carmaker automaker retailer startup conglomerate utility insurer miner operator \
                giant mill brewer brewery distributor developer producer shipyard supplier contractor exporter importer \
                refiner steelmaker drugmaker chipmaker shipbuilder planemaker publisher subsidiary outfit vendor buyer \
                builder consultancy chain maker telco",
        kinds: &[],
        names: "",
        open: &[Kind::Company],
    },
    Row {
        nouns: "airline carrier",
        kinds: &[],
        names: "airline airlines airways air aviation wings",
        open: &[Kind::Company],
    },
    Row {
        nouns: "bank lender",
        kinds: &[Kind::Bank, Kind::CentralBank],
        names: "bank bancorp banco banque bankers banking sacco monetary",
        open: &[],
    },
    Row { nouns: "club side team", kinds: &[Kind::Sport], names: "fc cf afc rfc rovers wanderers club", open: &[] },
    Row { nouns: "party", kinds: &[Kind::Party], names: "party congress democrats greens", open: &[] },
    Row { nouns: "union", kinds: &[Kind::Union], names: "union unions workers teachers", open: &[] },
    Row {
        nouns: "newspaper paper daily tabloid weekly",
        kinds: &[],
        names: "times post herald gazette tribune daily observer guardian journal mail chronicle telegraph newspaper",
        open: &[Kind::Media],
    },
    Row {
        nouns: "broadcaster station channel network",
        kinds: &[],
        names: "tv television radio broadcasting channel news",
        open: &[Kind::Media],
    },
    Row {
        nouns: "university institution college school varsity",
        kinds: &[Kind::University],
        names: "university college institute school academy polytechnic",
        open: &[],
    },
    Row { nouns: "hospital facility clinic", kinds: &[], names: "hospital clinic infirmary", open: &[] },
    Row { nouns: "church", kinds: &[Kind::Religious], names: "church diocese archdiocese", open: &[] },
    Row { nouns: "militia", kinds: &[Kind::ArmedGroup], names: "militia brigade brigades", open: &[] },
    Row {
        nouns: "charity ngo nonprofit watchdog",
        kinds: &[Kind::Ngo],
        names: "charity trust foundation aid relief",
        open: &[Kind::Company],
    },
    Row {
        nouns: "bloc alliance grouping",
        kinds: &[Kind::Alliance, Kind::International],
        names: "alliance union community association",
        open: &[],
    },
    Row {
        nouns: "agency",
        kinds: &[Kind::Agency, Kind::International, Kind::Alliance],
        names: "agency authority bureau commission administration",
        open: &[],
    },
    Row { nouns: "panel", kinds: &[], names: "panel commission committee council", open: &[] },
    Row { nouns: "ministry department", kinds: &[Kind::Ministry], names: "ministry department", open: &[] },
    Row {
        nouns: "force",
        kinds: &[Kind::Police, Kind::Military],
        names: "force forces police constabulary",
        open: &[],
    },
    Row { nouns: "federation", kinds: &[Kind::Sport], names: "federation confederation association", open: &[] },
    Row { nouns: "court tribunal", kinds: &[Kind::Court], names: "court tribunal", open: &[] },
    Row { nouns: "exchange bourse", kinds: &[Kind::Exchange], names: "exchange", open: &[] },
    Row {
        nouns: "chamber parliament senate",
        kinds: &[Kind::Legislature],
        names: "assembly parliament senate duma house",
        open: &[],
    },
    Row { nouns: "tribe band", kinds: &[], names: "nation tribe tribes band", open: &[] },
    Row {
        nouns: "organisation organization body association group movement institution society corporation",
        kinds: &[],
        names: "",
        open: &[
            Kind::International,
            Kind::Alliance,
            Kind::Ngo,
            Kind::Union,
            Kind::ArmedGroup,
            Kind::ThinkTank,
            Kind::Religious,
            Kind::Company,
            Kind::Sport,
            Kind::Party,
            Kind::Bank,
        ],
    },
];

static NOUNS: LazyLock<KeyMap<Genus>> = LazyLock::new(|| {
    let mut table: FxHashMap<Key, Genus> = FxHashMap::default();
    for (i, row) in GENERA.iter().enumerate() {
        for noun in row.nouns.split_whitespace() {
            table.entry(Key::of(noun)).or_insert(Genus(i as u8));
        }
    }
    table.into()
});

/// For each word of a name the genera that it tells, one bit each.
static NAMES: LazyLock<KeyMap<u32>> = LazyLock::new(|| {
    let mut table: FxHashMap<Key, u32> = FxHashMap::default();
    for (i, row) in GENERA.iter().enumerate() {
        for name in row.names.split_whitespace() {
            *table.entry(Key::of(name)).or_default() |= 1 << i;
        }
    }
    table.into()
});

/// The genera whose bodies are firms, one bit each.
static FIRMS: LazyLock<u32> = LazyLock::new(|| {
    let firm = |row: &Row| row.open.contains(&Kind::Company) || row.kinds.contains(&Kind::Bank);
    GENERA.iter().enumerate().filter(|(_, row)| firm(row)).fold(0, |bits, (i, _)| bits | 1 << i)
});

impl Genus {
    /// The genus that a noun calls.
    pub(super) fn called(noun: Key) -> Option<Genus> {
        NOUNS.get(noun).copied()
    }

    /// What is known of it.
    fn row(self) -> &'static Row {
        &GENERA[self.0 as usize]
    }

    /// Whether a body of this kind is of it, if a word of its name `tells` so or not.
    pub(super) fn holds(self, kind: Option<Kind>, tells: bool) -> bool {
        kind.map_or(tells, |kind| self.row().kinds.contains(&kind) || tells && self.row().open.contains(&kind))
    }

    /// The kinds that may be of it, though nothing but the noun tells.
    pub(super) fn open(self) -> &'static [Kind] {
        self.row().open
    }

    /// Whether a word of a name tells it.
    pub(super) fn is_told_by(self, word: Key) -> bool {
        NAMES.get(word).is_some_and(|bits| bits >> self.0 & 1 != 0)
    }

    /// Whether a word of a name tells another genus than this: "Oak Street Church" is no firm, "Oak Airways" is; what stands
    /// for bodies of any kind no word denies.
    pub(super) fn is_denied_by(self, word: Key) -> bool {
        let own = 1 << self.0 | if self.open() == [Kind::Company] { *FIRMS } else { 0 };
        self.open().len() == 1 && NAMES.get(word).is_some_and(|bits| bits & own == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::calling_of;
    use super::*;

    #[test]
    fn every_noun_calls_somebody() {
        for noun in GENERA.iter().flat_map(|row| row.nouns.split_whitespace()) {
            assert!(calling_of(Key::of(noun)).is_some(), "{noun}");
        }
    }

    #[test]
    fn an_airline_flies() {
        let airline = Genus::called(Key::of("airline")).expect("listed");
        assert!(airline.is_told_by(Key::of("Airways")));
        assert!(!airline.is_told_by(Key::of("Bank")));
        assert!(airline.is_denied_by(Key::of("Church")) && !airline.is_denied_by(Key::of("Steel")));
        assert!(Genus::called(Key::of("tree")).is_none());
    }
}
