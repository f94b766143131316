//! Fields of a TOML table, read one by one; what is missing, unknown or of the wrong kind is reported where it stands.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::text::did_you_mean;

use super::Mistake;
use super::report::{Report, Slip, list_of};

/// A string of a rule file and the bytes it takes there, quotes included.
#[derive(Clone, Debug)]
pub(super) struct Quoted<'a> {
    pub(super) value: &'a str,
    pub(super) span: Range<usize>,
}

impl Quoted<'_> {
    /// Where byte `at` of the value stands in the file: quotes are stepped over, escapes counted as written.
    fn place(&self, source: &str, at: usize) -> usize {
        let raw = source.get(self.span.clone()).unwrap_or("");
        let quote = raw.chars().next().unwrap_or('"');
        let triple = raw.len() >= 6 && raw.bytes().take(3).all(|b| b == quote as u8);
        let mut i = if triple { 3 } else { 1 };
        if triple {
            // A line break right after the opening quotes is no part of the value.
            i += ["\r\n", "\n"].iter().find(|b| raw[3..].starts_with(**b)).map_or(0, |b| b.len());
        }
        let mut seen = 0;
        while seen < at {
            let Some(c) = raw.get(i..).and_then(|rest| rest.chars().next()) else {
                break;
            };
            if quote == '"' && c == '\\' {
                let digits = match raw.get(i + 1..).and_then(|rest| rest.chars().next()) {
                    Some('u') => 4,
                    Some('U') => 8,
                    Some('x') => 2,
                    _ => 0,
                };
                let code = raw.get(i + 2..i + 2 + digits).and_then(|d| u32::from_str_radix(d, 16).ok());
                seen += code.filter(|_| digits > 0).and_then(char::from_u32).map_or(1, char::len_utf8);
                i += 2 + digits;
            } else {
                seen += c.len_utf8();
                i += c.len_utf8();
            }
        }
        self.span.start + i.min(raw.len())
    }

    /// Reports what was found inside the string.
    pub(super) fn slip(&self, slip: Slip, report: &mut Report<'_>) {
        let source = report.source();
        let at = self.place(source, slip.at.start)..self.place(source, slip.at.end);
        report.add(slip.mistake, at, slip.message, slip.label, slip.help);
    }
}

/// A table whose fields are known by name.
pub(super) struct Fields<'a> {
    table: &'a DeTable<'a>,
    /// What the table is, for messages: `a rule`.
    what: &'static str,
    /// Fields that are there under a mistyped name.
    mistyped: Vec<&'static str>,
    /// Its heading, or all of an inline table.
    pub(super) span: Range<usize>,
}

impl<'a> Fields<'a> {
    /// Takes a table and reports the fields it must not have.
    pub(super) fn new(
        table: &'a DeTable<'a>,
        span: Range<usize>,
        what: &'static str,
        allowed: &[&'static str],
        report: &mut Report<'_>,
    ) -> Self {
        let mut mistyped = Vec::new();
        for (key, _) in in_order(table) {
            let name: &str = key.get_ref();
            if !allowed.contains(&name) {
                let help = match did_you_mean(name, allowed.iter().copied()) {
                    Some(meant) => {
                        mistyped.push(meant);
                        format!("did you mean `{meant}`?")
                    }
                    None => format!("{what} may have {}", list_of(allowed.iter().copied())),
                };
                let message = format!("unknown field `{name}`");
                report.add(Mistake::UnknownField, key.span(), message, format!("{what} has no such field"), Some(help));
            }
        }
        Fields { table, what, mistyped, span }
    }

    fn get(&self, name: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(name)
    }

    /// Whether the field is there, of whatever kind.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// A string that must be there.
    pub(super) fn required(&self, name: &str, report: &mut Report<'_>) -> Option<Quoted<'a>> {
        if !self.has(name) {
            self.missing(name, report);
        }
        self.string(name, report)
    }

    /// Reports that a field is missing, unless its name was mistyped.
    pub(super) fn missing(&self, name: &str, report: &mut Report<'_>) {
        if self.mistyped.contains(&name) {
            return;
        }
        let message = format!("missing field `{name}`");
        report.add(Mistake::MissingField, self.span.clone(), message, format!("{} needs `{name}`", self.what), None);
    }

    /// A string that may be there.
    pub(super) fn string(&self, name: &str, report: &mut Report<'_>) -> Option<Quoted<'a>> {
        let value = self.get(name)?;
        match string(value) {
            Some(text) => Some(text),
            None => wrong(value, "a text in quotes", report),
        }
    }

    /// `true` or `false`, if there.
    pub(super) fn flag(&self, name: &str, report: &mut Report<'_>) -> Option<bool> {
        let value = self.get(name)?;
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => wrong(value, "`true` or `false`", report),
        }
    }

    /// A small number, if there.
    pub(super) fn number(&self, name: &str, report: &mut Report<'_>) -> Option<usize> {
        let value = self.get(name)?;
        match value.get_ref() {
            DeValue::Integer(n) => match n.as_str().parse().ok().filter(|&n| n < 100) {
                Some(n) => Some(n),
                None => wrong(value, "a number from 0 to 99", report),
            },
            _ => wrong(value, "a number", report),
        }
    }

    /// An array, if there.
    pub(super) fn array(&self, name: &str, report: &mut Report<'_>) -> Option<&'a DeArray<'a>> {
        let value = self.get(name)?;
        match value.get_ref() {
            DeValue::Array(items) => Some(items),
            _ => wrong(value, "a list in brackets", report),
        }
    }

    /// The strings of an array, if there.
    pub(super) fn strings(&self, name: &str, report: &mut Report<'_>) -> Option<Vec<Quoted<'a>>> {
        let items = self.array(name, report)?;
        Some(strings(items, report))
    }

    /// A table, if there, and its place.
    pub(super) fn table(&self, name: &str, report: &mut Report<'_>) -> Option<(&'a DeTable<'a>, Range<usize>)> {
        let value = self.get(name)?;
        match value.get_ref() {
            DeValue::Table(table) => Some((table, value.span())),
            _ => wrong(value, "a table", report),
        }
    }
}

/// The fields of a table as they are written.
pub(super) fn in_order<'a>(
    table: &'a DeTable<'a>,
) -> Vec<(&'a Spanned<std::borrow::Cow<'a, str>>, &'a Spanned<DeValue<'a>>)> {
    let mut fields: Vec<_> = table.iter().collect();
    fields.sort_by_key(|(key, _)| key.span().start);
    fields
}

/// The strings among the items; others are reported.
pub(super) fn strings<'a>(items: &'a DeArray<'a>, report: &mut Report<'_>) -> Vec<Quoted<'a>> {
    items.iter().filter_map(|item| string(item).or_else(|| wrong(item, "a text in quotes", report))).collect()
}

/// The string a value is.
pub(super) fn string<'a>(value: &'a Spanned<DeValue<'a>>) -> Option<Quoted<'a>> {
    match value.get_ref() {
        DeValue::String(text) => Some(Quoted { value: text, span: value.span() }),
        _ => None,
    }
}

/// Reports a value of the wrong kind.
pub(super) fn wrong<T>(value: &Spanned<DeValue<'_>>, wanted: &str, report: &mut Report<'_>) -> Option<T> {
    let is = value.get_ref().type_str();
    report.add(
        Mistake::WrongValue,
        value.span(),
        format!("expected {wanted}, found {is}"),
        format!("not {wanted}"),
        None,
    );
    None
}

#[cfg(test)]
mod tests {
    use super::Quoted;

    #[test]
    fn places_count_escapes() {
        let source = "x = \"a\\\"b\\u00e9c\"";
        let quoted = Quoted { value: "a\"béc", span: 4..source.len() };
        assert_eq!(&source[quoted.place(source, 2)..][..1], "b");
        assert_eq!(&source[quoted.place(source, 5)..][..1], "c");
        let source = "'''\nab'''";
        let quoted = Quoted { value: "ab", span: 0..source.len() };
        assert_eq!(&source[quoted.place(source, 1)..][..1], "b");
        assert_eq!(quoted.place(source, 99), source.len());
    }
}
