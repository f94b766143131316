//! Bytes of what was read become offsets of the title or of the text, in the unit asked for.

use std::str::FromStr;

use super::Field;

/// What stands between a title and its text in what the engine reads.
pub const TITLE_BREAK: &str = "\n\n";

/// What the offsets of a record count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OffsetUnit {
    /// Unicode characters, as in Python.
    #[default]
    Chars,
    /// Bytes of UTF-8, as in Rust and Go.
    Bytes,
    /// UTF-16 code units, as in JavaScript and Java.
    Utf16,
}

impl OffsetUnit {
    /// All units.
    pub const ALL: [OffsetUnit; 3] = [OffsetUnit::Chars, OffsetUnit::Bytes, OffsetUnit::Utf16];

    /// The name in the record and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            OffsetUnit::Chars => "chars",
            OffsetUnit::Bytes => "bytes",
            OffsetUnit::Utf16 => "utf16",
        }
    }

    /// Reads the name.
    pub fn parse(name: &str) -> Option<OffsetUnit> {
        OffsetUnit::ALL.into_iter().find(|u| u.as_str() == name)
    }

    /// How many units `bytes` hold. UTF-8 continuation bytes are `10xxxxxx`; a character that takes two UTF-16 units
    /// begins with `11110xxx`.
    fn count(self, bytes: &[u8]) -> u32 {
        let chars = || bytes.iter().filter(|b| (**b as i8) >= -0x40).count();
        match self {
            OffsetUnit::Bytes => bytes.len() as u32,
            OffsetUnit::Chars => chars() as u32,
            OffsetUnit::Utf16 => (chars() + bytes.iter().filter(|b| **b >= 0xf0).count()) as u32,
        }
    }
}

impl FromStr for OffsetUnit {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        OffsetUnit::parse(name).ok_or_else(|| format!("`{name}` is none of chars, bytes, utf16"))
    }
}

/// Bytes per step of the table: one count of at most 64 bytes a look-up.
const STEP: usize = 64;

/// The table of one text; its buffer is kept from text to text.
#[derive(Clone, Debug, Default)]
pub struct Offsets {
    unit: OffsetUnit,
    /// Length of the title in bytes.
    title: Option<u32>,
    /// Whether a byte is a unit.
    plain: bool,
    /// Units before each multiple of [`STEP`].
    steps: Vec<u32>,
    /// Units before the text, title and blank line included.
    before_text: u32,
}

impl Offsets {
    /// Prepares for `raw`: in `unit`, with a title of so many bytes in front, if any, and [`TITLE_BREAK`] after it.
    pub fn prepare(&mut self, raw: &str, title: Option<usize>, unit: OffsetUnit) {
        self.unit = unit;
        self.title = title.map(|t| t as u32);
        self.plain = unit == OffsetUnit::Bytes || raw.is_ascii();
        self.steps.clear();
        if !self.plain {
            let mut units = 0;
            self.steps.extend(raw.as_bytes().chunks(STEP).map(|chunk| {
                let before = units;
                units += unit.count(chunk);
                before
            }));
        }
        self.before_text = title.map_or(0, |t| self.units(raw, t + TITLE_BREAK.len()));
    }

    /// The field that byte `at` lies in.
    pub fn field(&self, at: u32) -> Field {
        if self.title.is_some_and(|end| at < end) { Field::Title } else { Field::Text }
    }

    /// Where byte `at` of `raw` stands in `field`.
    pub fn at(&self, raw: &str, at: u32, field: Field) -> u32 {
        match (field, self.title) {
            (Field::Title, Some(end)) => self.units(raw, at.min(end) as usize),
            _ => self.units(raw, at as usize).saturating_sub(self.before_text),
        }
    }

    fn units(&self, raw: &str, at: usize) -> u32 {
        let at = at.min(raw.len());
        if self.plain {
            return at as u32;
        }
        // A text that ends on a step has no entry for its end: count from the last one.
        let step = (at / STEP).min(self.steps.len().saturating_sub(1));
        self.steps.get(step).copied().unwrap_or(0) + self.unit.count(&raw.as_bytes()[step * STEP..at])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slow(unit: OffsetUnit, text: &str) -> u32 {
        let n = match unit {
            OffsetUnit::Bytes => text.len(),
            OffsetUnit::Chars => text.chars().count(),
            OffsetUnit::Utf16 => text.encode_utf16().count(),
        };
        n as u32
    }

    proptest! {
        #[test]
        fn agrees_with_counting(title in proptest::option::of("[a-cé𝄞 ]{0,90}"), text in "[a-cé𝄞€ ]{0,300}") {
            let raw = match &title {
                Some(title) => format!("{title}{TITLE_BREAK}{text}"),
                None => text.clone(),
            };
            let mut offsets = Offsets::default();
            for unit in OffsetUnit::ALL {
                offsets.prepare(&raw, title.as_ref().map(String::len), unit);
                if let Some(title) = &title {
                    for (i, _) in title.char_indices() {
                        prop_assert_eq!(offsets.field(i as u32), Field::Title);
                        prop_assert_eq!(offsets.at(&raw, i as u32, Field::Title), slow(unit, &title[..i]));
                    }
                    prop_assert_eq!(offsets.at(&raw, title.len() as u32, Field::Title), slow(unit, title));
                }
                let before = raw.len() - text.len();
                for (i, _) in text.char_indices() {
                    prop_assert_eq!(offsets.field((before + i) as u32), Field::Text);
                    prop_assert_eq!(offsets.at(&raw, (before + i) as u32, Field::Text), slow(unit, &text[..i]));
                }
                prop_assert_eq!(offsets.at(&raw, raw.len() as u32, Field::Text), slow(unit, &text));
            }
        }
    }

    #[test]
    fn never_panics_beyond_the_end() {
        let mut offsets = Offsets::default();
        offsets.prepare("é", None, OffsetUnit::Chars);
        assert_eq!(offsets.at("é", 99, Field::Text), 1);
        offsets.prepare("", Some(7), OffsetUnit::Utf16);
        assert_eq!(offsets.at("", 3, Field::Text), 0);
    }
}
