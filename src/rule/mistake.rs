//! Every mistake a rule file can hold, under its number.

/// Declares the mistakes: variant, number, what it means.
macro_rules! mistakes {
    ($($variant:ident $code:literal $means:literal,)*) => {
        /// A mistake in a rule file. The number is for ever; a message may get better words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Mistake { $(#[doc = $means] $variant,)* }

        impl Mistake {
            /// All, in the order of their numbers.
            pub const ALL: &'static [Mistake] = &[$(Mistake::$variant,)*];

            /// The number: `R014`.
            pub fn code(self) -> &'static str {
                match self { $(Mistake::$variant => $code,)* }
            }

            /// What it means, in one line.
            pub fn means(self) -> &'static str {
                match self { $(Mistake::$variant => $means,)* }
            }
        }
    };
}

mistakes! {
    NotToml "R001" "The file is not TOML.",
    NotUtf8 "R002" "The file is not UTF-8.",
    NotReadable "R003" "The file or folder cannot be opened.",
    UnknownField "R004" "A field that rule files do not have.",
    MissingField "R005" "A field that must be there is not.",
    WrongValue "R006" "A value of the wrong kind: a number where a text belongs.",
    UnknownType "R007" "A type of actors or of relations that does not exist.",
    UnknownRole "R008" "A role outside the closed list.",
    RelationsDiffer "R009" "Two files of one relation type disagree.",
    BadId "R010" "A rule id that is empty or not made of small letters, digits and hyphens.",
    DoubleId "R011" "Two rules share an id.",
    BadPlover "R012" "An event type that PLOVER does not have.",
    BadCameo "R013" "A code that CAMEO does not have.",
    UndeclaredRole "R014" "A pattern or example uses a role its file does not declare.",
    CodesDiffer "R015" "The PLOVER type is not that of the CAMEO code.",
    UnboundRole "R016" "A declared role that no pattern ever binds.",
    UnknownValue "R017" "An attribute set to a value it does not have.",
    NothingReplaced "R018" "`replaces` names no rule.",
    Unclosed "R019" "A bracket of a pattern that is never closed.",
    Unexpected "R020" "A character that means nothing where it stands in a pattern.",
    NoTrigger "R021" "An alternative without a trigger.",
    SecondTrigger "R022" "An alternative with more than one trigger.",
    TriggerInside "R023" "A trigger inside a group, or one that may be missing.",
    NotATriggerWord "R024" "Something else than words, lemmas and lists in a trigger or a list.",
    NoLimit "R025" "A gap without a limit, or with one too large.",
    EmptyAlternative "R026" "An alternative, group or trigger with nothing in it.",
    UnknownClass "R027" "A word class that does not exist.",
    UnknownList "R028" "A list that is not there.",
    DoubleList "R029" "Two shared lists of one name.",
    BadPartOfSpeech "R030" "A lemma whose part of speech is none of v, n, a.",
    NoActor "R031" "An alternative that binds no actor.",
    NoExample "R032" "A rule without an example.",
    NoReject "R033" "A rule without a reject.",
    ExampleTrigger "R034" "An example that does not have exactly one trigger.",
    UnclosedMark "R035" "A mark of an example that is never closed, or holds nothing.",
    ExampleActors "R036" "An example that draws in no actor.",
    MarkInReject "R037" "A reject with a trigger or a role drawn in.",
    UnknownExpect "R038" "An expectation of something that relations do not have.",
    ExampleMissed "R039" "A rule does not find what its example draws in.",
    RejectFound "R040" "A rule finds a relation in its reject.",
}

#[cfg(test)]
mod tests {
    use super::Mistake;

    #[test]
    fn numbers_run_on() {
        for (i, mistake) in Mistake::ALL.iter().enumerate() {
            assert_eq!(mistake.code(), format!("R{:03}", i + 1));
        }
    }
}
