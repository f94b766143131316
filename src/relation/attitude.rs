//! Words that say whether a thing is planned, wished for, or does not come about.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{Key, inflect};

/// What a word says of what hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attitude {
    /// It is decided or expected: plan, agree, schedule.
    Planned,
    /// It is wished for, proposed, discussed, feared: urge, offer, hope.
    Possible,
    /// It does not come about or comes to an end: refuse, cancel, suspend.
    Negative,
}

const VERBS: &[(Attitude, &str)] = &[
    (
        Attitude::Planned,
        "plan intend decide agree schedule slate expect pledge vow promise prepare arrange commit set undertake resolve \
         anticipate await announce determine",
    ),
    (
        Attitude::Possible,
        "call urge propose offer seek hope want wish consider invite request demand ask suggest recommend encourage \
         discuss explore mull weigh contemplate aim try attempt aspire desire debate negotiate advocate appeal need \
         pursue strive eye",
    ),
    (
        Attitude::Negative,
        "refuse decline fail reject cancel suspend postpone halt end stop sever cut freeze boycott deny terminate scrap \
         abandon quit renounce veto oppose rule block ban avoid shun snub miss skip abort revoke break withdraw withhold reduce slash curb curtail",
    ),
];

const NOUNS: &[(Attitude, &str)] = &[
    (
        Attitude::Planned,
        "plan decision agreement intention commitment pledge preparation schedule promise vow readiness",
    ),
    (
        Attitude::Possible,
        "way mean means effort need opportunity proposal possibility prospect call offer request invitation wish desire \
         hope aspiration issue interest willingness readiness keenness bid attempt chance importance necessity potential \
         measure step avenue idea appeal option scope mechanism eagerness goal aim objective matter",
    ),
    (
        Attitude::Negative,
        "refusal failure cancellation suspension end termination rejection lack absence collapse withdrawal",
    ),
];

const ADJECTIVES: &[(Attitude, &str)] = &[
    (Attitude::Planned, "planned scheduled upcoming forthcoming next due set slated expected future agreed coming"),
    (
        Attitude::Possible,
        "possible potential proposed likely ready willing keen eager interested able prospective hopeful open",
    ),
    (Attitude::Negative, "cancelled canceled suspended aborted unable unlikely unwilling reluctant postponed no"),
];

static VERB_TABLE: LazyLock<FxHashMap<Key, Attitude>> = LazyLock::new(|| table(VERBS, inflect::verb_keys));
static NOUN_TABLE: LazyLock<FxHashMap<Key, Attitude>> = LazyLock::new(|| table(NOUNS, inflect::noun_keys));
static ADJECTIVE_TABLE: LazyLock<FxHashMap<Key, Attitude>> =
    LazyLock::new(|| table(ADJECTIVES, |words| words.split_whitespace().map(Key::of).collect()));

fn table(lists: &[(Attitude, &str)], forms: impl Fn(&str) -> FxHashSet<Key>) -> FxHashMap<Key, Attitude> {
    let mut table = FxHashMap::default();
    for (attitude, words) in lists {
        // Each form once: the order of the set does not matter.
        let mut keys: Vec<Key> = forms(words).into_iter().collect();
        keys.sort_unstable();
        for key in keys {
            table.entry(key).or_insert(*attitude);
        }
    }
    table
}

static ANNOUNCING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("announce unveil"));

/// Whether the verb makes a thing known.
pub(crate) fn is_announcing(verb: Key) -> bool {
    ANNOUNCING.contains(&verb)
}

static OFF: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("call break put"));
static OUT: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("pull walk back drop storm opt"));

/// The particle with which a verb ends what follows: "called off talks", "pulled out of talks".
pub(crate) fn ending_particle(verb: Key) -> Option<&'static str> {
    if OFF.contains(&verb) { Some("off") } else { OUT.contains(&verb).then_some("out") }
}

/// What a verb says of its infinitive or object.
pub(crate) fn of_verb(verb: Key) -> Option<Attitude> {
    VERB_TABLE.get(&verb).copied()
}

/// What a noun says of the infinitive or gerund after it.
pub(crate) fn of_noun(noun: Key) -> Option<Attitude> {
    NOUN_TABLE.get(&noun).copied()
}

/// What an adjective says of its noun or of the infinitive after it.
pub(crate) fn of_adjective(adjective: Key) -> Option<Attitude> {
    ADJECTIVE_TABLE.get(&adjective).copied()
}
