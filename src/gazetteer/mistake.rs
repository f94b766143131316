//! Every mistake a list of names can hold, under its number.

/// Declares the mistakes: variant, number, what it means.
macro_rules! mistakes {
    ($($variant:ident $code:literal $means:literal,)*) => {
        /// A mistake in a list. The number is for ever; a message may get better words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ListMistake { $(#[doc = $means] $variant,)* }

        impl ListMistake {
            /// All, in the order of their numbers.
            pub const ALL: &'static [ListMistake] = &[$(ListMistake::$variant,)*];

            /// The number: `G014`.
            pub fn code(self) -> &'static str {
                match self { $(ListMistake::$variant => $code,)* }
            }

            /// What it means, in one line.
            pub fn means(self) -> &'static str {
                match self { $(ListMistake::$variant => $means,)* }
            }
        }
    };
}

mistakes! {
    NotUtf8 "G001" "The file is not UTF-8.",
    NotReadable "G002" "The file or folder cannot be opened.",
    NoLists "G003" "The folder holds no list, or a list stands outside the folders that tell its type.",
    WrongHeader "G004" "The first line is not the header of this kind of list.",
    WrongColumns "G005" "A line with too few or too many columns.",
    EmptyCell "G006" "A column that must be filled is empty.",
    StrayBlank "G007" "Blanks at the border of a cell or alias, or two in a row.",
    BadId "G008" "An id that is not `prefix:name`.",
    UnknownKind "G009" "A kind that does not exist, or not in lists of this type.",
    UnknownTier "G010" "A tier other than always, support, never.",
    UnknownCountry "G011" "A country that is no entry.",
    BadDate "G012" "A date that is not YYYY, YYYY-MM or YYYY-MM-DD.",
    DatesReversed "G013" "An end before its beginning.",
    Unsorted "G014" "A line that belongs further up.",
    DoubleLine "G015" "The same line twice, or one office twice.",
    DoubleName "G016" "A name listed twice for one entry; case, accents and dots make no difference.",
    EntriesDiffer "G017" "Two lines of one id disagree on its name or type.",
    BadMark "G018" "Marks before an alias that say nothing together.",
    NeverMatches "G019" "A name that would never be found in a text.",
    UnknownSource "G020" "A source that the README of the lists does not describe.",
    NoReason "G021" "An override without a reason.",
    UnknownName "G022" "An id or name that no list has.",
    BadWord "G023" "A line of a word list that is not a folded word, or a class of words that does not exist.",
    BadNumber "G024" "A latitude, longitude or population that is none.",
}

#[cfg(test)]
mod tests {
    use super::ListMistake;

    #[test]
    fn numbers_run_on() {
        for (i, mistake) in ListMistake::ALL.iter().enumerate() {
            assert_eq!(mistake.code(), format!("G{:03}", i + 1));
        }
    }
}
