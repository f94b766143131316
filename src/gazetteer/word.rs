//! What is known of a single word: whether it can be part of a name, and which.

/// A set of facts on a word, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordFacts(pub u32);

impl WordFacts {
    /// Whether the two share a fact.
    #[inline]
    pub fn any(self, of: WordFacts) -> bool {
        self.0 & of.0 != 0
    }

    /// Whether nothing is known.
    pub fn is_empty(self) -> bool {
        self.0 & Self::ALL.0 == 0
    }

    /// The names of all facts, as the lists write them.
    pub fn labels(self) -> impl Iterator<Item = &'static str> {
        Self::LABELS.iter().filter(move |(_, fact)| self.any(*fact)).map(|(label, _)| *label)
    }

    /// Both sets together.
    pub const fn or(self, other: WordFacts) -> WordFacts {
        WordFacts(self.0 | other.0)
    }
}

macro_rules! facts {
    ($($name:ident $bit:literal $label:literal $doc:literal,)*) => {
        impl WordFacts {
            $(#[doc = $doc] pub const $name: WordFacts = WordFacts(1 << $bit);)*
            /// Every fact.
            pub const ALL: WordFacts = WordFacts($(1 << $bit)|*);
            /// The classes that `parts/roles.tsv` may give a word, and the facts of the name lists, each with its label.
            pub(crate) const LABELS: &'static [(&'static str, WordFacts)] = &[$(($label, WordFacts::$name),)*];
        }
    };
}

facts! {
    GIVEN 0 "given" "A given name.",
    FREQUENT_GIVEN 1 "frequent-given" "A given name of a list made for its language.",
    SURNAME 2 "surname" "A surname.",
    FREQUENT_SURNAME 3 "frequent-surname" "A surname of a list made for its language.",
    COMMON 4 "common" "A word of the language.",
    PLACE 5 "place" "A given name or surname that is a place, too.",
    HONORIFIC 6 "honorific" "A word before a person's name that is no office: Mr, Dr, Sheikh.",
    OFFICE 7 "office" "An office or profession that may stand before a person's name: President, Minister.",
    OFFICE_PART 8 "office-part" "A word within offices: Prime, Deputy, Foreign.",
    PARTICLE 9 "particle" "A small word within a person's name: bin, van, de.",
    SUFFIX 10 "suffix" "A word after a person's name: Jr, III.",
    MALE 11 "male" "Said of men only.",
    FEMALE 12 "female" "Said of women only.",
    BODY 13 "body" "The head word of an organization, before or after what it is of: Ministry, Party, University.",
    BODY_END 14 "body-end" "A word that ends the names of organizations: FC, Ltd, News.",
    SITE 15 "site" "The head word of a place after its name: Province, River, Airport.",
    SITE_START 16 "site-start" "A word that begins the names of places: Mount, Lake, Port.",
    EVENT 17 "event" "The head word of what is no person, place or organization: Cup, War, Prize, Act.",
    CALENDAR 18 "calendar" "A day, month or feast.",
    COMPASS 19 "compass" "A direction or a word that places are told apart by: North, New, Upper.",
    LOCATIVE 20 "locative" "A word in small letters that a place name follows or precedes: city, province.",
    FUNCTION 21 "function" "A word that holds sentences together and begins no name in a text: The, In, However.",
    SPOKEN 22 "spoken" "A verb of saying or of a person's doing that a name stands beside: said, told.",
    DESCRIBED 23 "described" "A word in small letters that a person's name follows or precedes: spokesman, lawyer.",
    FAMILY_FIRST 25 "family-first" "A surname that stands before the given name: Kim, Xi, Nguyen.",
    GROUP 26 "group" "A faith, language, descent or conviction and its people, which are no names here: Muslim, Kurdish.",
    ABBREVIATION 27 "abbreviation" "Capitals that name no one: GDP, TV.",
    NAMESAKE 28 "namesake" "A head word of a place, body or title that is a surname as often: Hill, King.",
    BODY_START 29 "body-start" "The head word of an organization that what it is follows: Banco, Parti.",
    EVENT_START 30 "event-start" "A word that begins the names of events: Operation, Hurricane.",
    COLLECTIVE 24 "collective" "A word in small letters that an organization's name follows or precedes: party, company.",
}

#[cfg(test)]
mod tests {
    use super::WordFacts;

    #[test]
    fn facts_are_sets() {
        let both = WordFacts::GIVEN.or(WordFacts::PLACE);
        assert!(both.any(WordFacts::PLACE) && !both.any(WordFacts::SURNAME));
        assert!(WordFacts::default().is_empty() && !both.is_empty());
    }
}
