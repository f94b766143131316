//! Which bodies a noun calls: an airline is a company whose name says it flies, a lender a bank.
//!
//! The kinds are those of the lists; the words are the ordinary last words of such names in English.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::gazetteer::Kind;
use crate::text::{Key, KeyMap};

/// Bodies of one genus.
#[derive(Debug)]
pub(super) struct Genus {
    /// What they are called, beside the words of their names.
    nouns: &'static str,
    /// The kinds that are all of this genus.
    pub(super) kinds: &'static [Kind],
    /// Words of a name that tell the genus.
    names: &'static str,
    /// Bodies of these kinds and of none may be of it; nothing but the noun tells.
    pub(super) open: &'static [Kind],
}

const GENERA: &[Genus] = &[
    Genus { nouns: "company", kinds: &[Kind::Company], names: "company", open: &[Kind::Company] },
    Genus {
        nouns: "firm manufacturer carmaker automaker retailer startup conglomerate utility insurer miner operator \
                giant mill brewer brewery distributor developer producer shipyard supplier contractor exporter importer \
                refiner steelmaker drugmaker chipmaker shipbuilder planemaker publisher subsidiary outfit vendor buyer \
                builder consultancy chain maker major telco",
        kinds: &[],
        names: "",
        open: &[Kind::Company],
    },
    Genus {
        nouns: "airline carrier",
        kinds: &[],
        names: "airline airlines airways air aviation wings",
        open: &[Kind::Company],
    },
    Genus {
        nouns: "bank lender",
        kinds: &[Kind::Bank, Kind::CentralBank],
        names: "bank bancorp banco banque bankers banking sacco monetary",
        open: &[],
    },
    Genus {
        nouns: "club side team",
        kinds: &[Kind::Sport],
        names: "fc cf sc ac afc rfc united rovers wanderers athletic club",
        open: &[],
    },
    Genus { nouns: "party", kinds: &[Kind::Party], names: "party congress democrats greens", open: &[] },
    Genus { nouns: "union", kinds: &[Kind::Union], names: "union unions workers teachers", open: &[] },
    Genus {
        nouns: "newspaper paper daily tabloid weekly",
        kinds: &[],
        names: "times post herald gazette tribune daily observer guardian journal mail chronicle telegraph newspaper",
        open: &[Kind::Media],
    },
    Genus {
        nouns: "broadcaster station channel network",
        kinds: &[],
        names: "tv television radio broadcasting channel news",
        open: &[Kind::Media],
    },
    Genus {
        nouns: "university institution college school varsity",
        kinds: &[Kind::University],
        names: "university college institute school academy polytechnic",
        open: &[],
    },
    Genus { nouns: "hospital facility clinic", kinds: &[], names: "hospital clinic infirmary", open: &[] },
    Genus { nouns: "church", kinds: &[Kind::Religious], names: "church diocese archdiocese", open: &[] },
    Genus {
        nouns: "militia militants rebels",
        kinds: &[Kind::ArmedGroup],
        names: "militia brigade brigades",
        open: &[],
    },
    Genus {
        nouns: "charity ngo nonprofit watchdog",
        kinds: &[Kind::Ngo],
        names: "charity trust foundation aid relief",
        open: &[Kind::Company],
    },
    Genus {
        nouns: "bloc alliance grouping",
        kinds: &[Kind::Alliance, Kind::International],
        names: "alliance union community association",
        open: &[],
    },
    Genus {
        nouns: "agency",
        kinds: &[Kind::Agency, Kind::International, Kind::Alliance],
        names: "agency authority bureau commission administration",
        open: &[],
    },
    Genus { nouns: "ministry department", kinds: &[Kind::Ministry], names: "ministry department", open: &[] },
    Genus {
        nouns: "force",
        kinds: &[Kind::Police, Kind::Military],
        names: "force forces police constabulary",
        open: &[],
    },
    Genus { nouns: "federation", kinds: &[Kind::Sport], names: "federation confederation association", open: &[] },
    Genus { nouns: "court tribunal", kinds: &[Kind::Court], names: "court tribunal", open: &[] },
    Genus { nouns: "exchange bourse", kinds: &[Kind::Exchange], names: "exchange", open: &[] },
    Genus {
        nouns: "chamber house assembly parliament senate",
        kinds: &[Kind::Legislature],
        names: "assembly parliament senate duma house",
        open: &[],
    },
    Genus { nouns: "tribe band", kinds: &[], names: "nation tribe tribes band", open: &[] },
    Genus {
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
        ],
    },
];

static NOUNS: LazyLock<KeyMap<&'static Genus>> = LazyLock::new(|| {
    let mut table: FxHashMap<Key, &'static Genus> = FxHashMap::default();
    for genus in GENERA {
        for noun in genus.nouns.split_whitespace() {
            table.entry(Key::of(noun)).or_insert(genus);
        }
    }
    table.into()
});

/// For each word of a name the nouns' genera that it tells, as bits in the order of the list.
static NAMES: LazyLock<KeyMap<u32>> = LazyLock::new(|| {
    let mut table: FxHashMap<Key, u32> = FxHashMap::default();
    for (i, genus) in GENERA.iter().enumerate() {
        for name in genus.names.split_whitespace() {
            *table.entry(Key::of(name)).or_default() |= 1 << i;
        }
    }
    table.into()
});

impl Genus {
    /// The genus that a noun calls.
    pub(super) fn called(noun: Key) -> Option<&'static Genus> {
        NOUNS.get(noun).copied()
    }

    /// Whether a word of a name tells another genus than this; what stands for bodies of any kind none denies.
    pub(super) fn is_denied_by(&self, word: Key) -> bool {
        self.open.len() == 1 && NAMES.get(word).is_some() && !self.is_told_by(word)
    }

    /// Whether a word of a name tells it.
    pub(super) fn is_told_by(&self, word: Key) -> bool {
        let number = GENERA.iter().position(|g| std::ptr::eq(g, self));
        NAMES.get(word).zip(number).is_some_and(|(bits, n)| bits >> n & 1 != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_airline_flies() {
        let airline = Genus::called(Key::of("airline")).expect("listed");
        assert!(airline.is_told_by(Key::of("Airways")));
        assert!(!airline.is_told_by(Key::of("Bank")));
        assert!(Genus::called(Key::of("tree")).is_none());
    }
}
