//! Closed classes of English words: the words that hold a sentence together. Open classes come from the lexicon.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Key, KeyMap};

/// A set of word classes, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u32);

impl Classes {
    /// Whether the two sets share a class.
    #[inline]
    pub fn any(self, of: Classes) -> bool {
        self.0 & of.0 != 0
    }

    /// Whether no class is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Both sets together.
    pub const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

macro_rules! classes {
    ($($name:ident $bit:literal $doc:literal $words:literal)*) => {
        impl Classes { $(#[doc = $doc] pub const $name: Classes = Classes(1 << $bit);)* }
        const WORDS: &[(Classes, &str)] = &[$((Classes::$name, $words),)*];
        const NAMES: &[(Classes, &str)] = &[$((Classes::$name, stringify!($name)),)*];
    };
}

classes! {
    DETERMINER 0 "Articles and determiners."
        "a an the this that these those each every either neither some any no all both another such what which"
    POSSESSIVE 1 "Possessive pronouns."
        "my your his her its our their whose"
    PRONOUN 2 "Personal and reflexive pronouns."
        "i me you he him she her it we us they them himself herself itself themselves ourselves myself yourself"
    BE 3 "Forms of be."
        "be am is are was were been being 's 're ain't isn't aren't wasn't weren't"
    HAVE 4 "Forms of have."
        "have has had having 've hasn't haven't hadn't"
    DO 5 "Forms of do."
        "do does did doesn't don't didn't"
    MODAL 6 "Modal verbs."
        "will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mightn't mustn't 'll 'd"
    PREPOSITION 7 "Prepositions."
        "of in to for with on at by from about into over under between among through during against without within across \
         behind beyond near toward towards amid amidst alongside along around above below beside besides despite except \
         inside outside onto upon per regarding concerning throughout via versus vs like unlike off since until till after \
         before as than out up down amongst aboard opposite plus minus following including"
    COORDINATOR 8 "Words that join equals."
        "and or but nor & yet"
    SUBORDINATOR 9 "Words that open a clause."
        "after before while because although though if unless since until till when whenever where whereas whether once \
         as that lest provided"
    RELATIVE 10 "Relative pronouns."
        "who whom whose which that where when"
    NEGATION 11 "Words that deny."
        "not no never neither nor n't without cannot can't won't wouldn't couldn't shouldn't don't doesn't didn't isn't \
         aren't wasn't weren't hasn't haven't hadn't mustn't mightn't ain't none nobody"
    ADVERB 12 "Adverbs that say nothing of who does what."
        "also already again still now then just even only yet ever always often sometimes recently later earlier soon \
         today yesterday tomorrow tonight here there meanwhile however therefore thus instead together separately \
         jointly officially formally reportedly allegedly apparently briefly finally eventually initially originally \
         previously currently immediately directly personally repeatedly regularly frequently twice once almost nearly \
         about around approximately virtually very too so quite rather more most less least further far ahead ago \
         abroad moreover furthermore likewise similarly nevertheless nonetheless subsequently successfully actively \
         closely strongly warmly jointly additionally overnight"
    NUMBER 13 "Number words."
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
         eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion \
         trillion dozen first second third fourth fifth sixth seventh eighth ninth tenth"
    MONTH 14 "Months, with their short forms."
        "january february march april may june july august september october november december jan feb mar apr jun jul \
         aug sep sept oct nov dec"
    WEEKDAY 15 "Days of the week, with their short forms."
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    TITLE_DOT 16 "Short forms written with a dot that never end a sentence: a name or number follows."
        "mr mrs ms messrs mx dr prof gen lt col maj capt cmdr cdr adm sgt cpl pvt brig rev fr hon sen rep gov sens reps govs pres amb \
         min sec supt insp det st ste mt ft no nos vs fig vol pp art ex approx atty asst assoc supt dir engr datin pte \
         vice-adm lt-gen maj-gen brig-gen"
    MAY_END_DOT 17 "Short forms written with a dot that may end a sentence."
        "jr sr inc ltd corp co bros plc llc bhd sdn jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu \
         thur thurs fri sat sun etc al est dept univ ave blvd rd ph.d ala ariz ark calif colo conn del fla ga ill ind kan \
         ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que ca"
    WH 18 "Question words."
        "who whom whose which what where when why how"
    ARTICLE 20 "Words that are never anything but determiners."
        "the a an this these those every"
    QUANTIFIER 19 "Words that count without a number."
        "many several few numerous various other others more most much some dozens hundreds thousands millions half \
         both all"
}

/// The words of all classes.
pub(super) struct ClassTable(KeyMap<Classes>);

impl ClassTable {
    /// The one table.
    pub(super) fn get() -> &'static ClassTable {
        static TABLE: LazyLock<ClassTable> = LazyLock::new(ClassTable::new);
        &TABLE
    }

    fn new() -> ClassTable {
        let mut all: FxHashMap<Key, Classes> = FxHashMap::default();
        for (class, words) in WORDS {
            for key in words.split_whitespace().map(Key::of) {
                let classes = all.entry(key).or_default();
                *classes = classes.or(*class);
            }
        }
        ClassTable(all.into())
    }

    /// The classes of a word.
    #[inline]
    pub(super) fn of(&self, key: Key) -> Classes {
        self.0.get(key).copied().unwrap_or_default()
    }
}

impl Classes {
    /// The closed classes of a word; none for words of open classes. Tokens carry theirs.
    pub fn of(key: Key) -> Classes {
        ClassTable::get().of(key)
    }

    /// The class of a name in small letters: "article".
    pub(super) fn named(name: &str) -> Option<Classes> {
        NAMES.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(class, _)| *class)
    }

    /// The words listed in a class, in written order.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        WORDS.iter().filter(move |(class, _)| *class == self).flat_map(|(_, words)| words.split_whitespace())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_of_several() {
        let that = Classes::of(Key::of("That"));
        assert!(that.any(Classes::DETERMINER) && that.any(Classes::SUBORDINATOR) && that.any(Classes::RELATIVE));
        assert!(Classes::of(Key::of("treaty")).is_empty());
        assert!(Classes::of(Key::of("didn’t")).any(Classes::NEGATION));
        assert_eq!(Classes::WEEKDAY.words().count(), 17);
    }
}
