//! Words for kin: who is named with them is not the one whose kin he is.

/// The nearest of kin, in small letters, sorted.
const KIN: [&str; 15] = [
    "aunt", "brother", "cousin", "daughter", "father", "husband", "mother", "nephew", "niece", "parents", "sister",
    "son", "uncle", "widow", "wife",
];

/// Whether a word says that somebody is of another's family: "widow".
pub fn is_kin(word: &str) -> bool {
    KIN.binary_search(&word).is_ok()
}
