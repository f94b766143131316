//! The legal forms of firms, which close their full names.

/// Whether a word, as written, with or without a full stop, is the legal form of a firm: "Inc", "Ltd.", "S.A.".
pub fn is_legal_form(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Inc"
            | "Corp"
            | "Corporation"
            | "Co"
            | "Ltd"
            | "Limited"
            | "Plc"
            | "PLC"
            | "S.A"
            | "N.V"
            | "N.L"
            | "S.p.A"
            | "GmbH"
    )
}

/// What else closes the full names of firms, and is left out where they are named again: "Orrson Bancorp".
const CLOSING: [&str; 8] =
    ["Bancorp", "Bancorporation", "Bancshares", "Enterprises", "Holding", "Holdings", "Industries", "Stores"];

/// Whether a word closes the full name of a firm.
pub(super) fn closes_firm(word: &str) -> bool {
    is_legal_form(word) || CLOSING.contains(&word)
}

/// Legal forms in capitals, which alone name nobody: "NV Orrson", "ORRSON INC".
const LOUD: [&str; 14] =
    ["AG", "BV", "CO", "COMPANY", "CORP", "GMBH", "INC", "KK", "LIMITED", "LLC", "LTD", "NV", "PLC", "SPA"];

/// Whether a word is a legal form in capitals, with or without a full stop.
pub(super) fn is_loud_form(word: &str) -> bool {
    LOUD.contains(&word.trim_end_matches('.'))
}

/// Letters behind the name of a bank or firm that belong to it: "Orrson Savings Bank FSB".
const LETTERS: [&str; 8] = ["AG", "BV", "FSB", "N.A.", "NA", "NV", "SA", "SSB"];

/// Whether a word is such letters as belong to the name of the bank or firm before them.
pub(super) fn is_lettering(word: &str) -> bool {
    LETTERS.contains(&word)
}
