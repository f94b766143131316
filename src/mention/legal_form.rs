//! The legal forms of firms, which close their full names.

/// Whether a word, as written, with or without a full stop, is the legal form of a firm: "Inc", "Ltd.", "S.A.".
pub fn is_legal_form(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Inc" | "Corp" | "Corporation" | "Co" | "Ltd" | "Limited" | "Plc" | "PLC" | "S.A" | "N.V" | "S.p.A" | "GmbH"
    )
}

/// What else closes the full names of firms, and is left out where they are named again: "Orrson Bancorp".
const CLOSING: [&str; 8] =
    ["Bancorp", "Bancorporation", "Bancshares", "Enterprises", "Holding", "Holdings", "Industries", "Stores"];

/// Whether a word closes the full name of a firm.
pub(super) fn closes_firm(word: &str) -> bool {
    is_legal_form(word) || CLOSING.contains(&word)
}
