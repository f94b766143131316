//! One character of the input as the tokenizer sees it: ASCII by table, the rest by what it is, entities decoded.

/// What a character is to the tokenizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A letter or a mark that belongs to one.
    Letter(char),
    Digit(char),
    Space,
    /// A line break, or a tag that makes one.
    Line,
    /// A zero-width character, a soft hyphen: stands anywhere and says nothing.
    Nothing,
    Apostrophe,
    /// `"`: opens or closes.
    Quote,
    Open,
    Close,
    Hyphen,
    Punct,
    Symbol,
}

/// Classes of ASCII bytes; everything that needs a second look is [`HARD`].
pub(super) const LOWER: u8 = 0;
pub(super) const UPPER: u8 = 1;
pub(super) const DIGIT: u8 = 2;
pub(super) const SPACE: u8 = 3;
pub(super) const LINE: u8 = 4;
pub(super) const DOT: u8 = 5;
pub(super) const PUNCT: u8 = 6;
pub(super) const HYPHEN: u8 = 7;
pub(super) const APOSTROPHE: u8 = 8;
pub(super) const QUOTE: u8 = 9;
pub(super) const SYMBOL: u8 = 10;
pub(super) const HARD: u8 = 11;

/// The class of each byte.
pub(super) static CLASS: [u8; 256] = {
    let mut table = [HARD; 256];
    let mut i = 0;
    while i < 128 {
        table[i] = match i as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'\n' | b'\r' => LINE,
            b' ' | b'\t' | 0..=0x1f | 0x7f => SPACE,
            b'.' => DOT,
            b',' | b';' | b':' | b'!' | b'?' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'/' | b'|' => PUNCT,
            b'-' => HYPHEN,
            b'\'' | b'`' => APOSTROPHE,
            b'"' => QUOTE,
            b'<' | b'&' => HARD,
            _ => SYMBOL,
        };
        i += 1;
    }
    table
};

/// The longest tag that is stepped over, in bytes; a longer one is text.
const LONGEST_TAG: usize = 400;
/// The longest entity: `&CounterClockwiseContourIntegral;`.
const LONGEST_ENTITY: usize = 34;

/// The unit at byte `at` and how many bytes it takes. `at` lies on a character border before the end.
pub(super) fn unit_at(raw: &str, at: usize) -> (Unit, usize) {
    let byte = raw.as_bytes()[at];
    match CLASS[byte as usize] {
        LOWER | UPPER => (Unit::Letter(byte as char), 1),
        DIGIT => (Unit::Digit(byte as char), 1),
        SPACE => (Unit::Space, 1),
        LINE => (Unit::Line, 1),
        DOT | PUNCT => (Unit::Punct, 1),
        HYPHEN => (Unit::Hyphen, 1),
        APOSTROPHE => (Unit::Apostrophe, 1),
        QUOTE => (Unit::Quote, 1),
        SYMBOL => (Unit::Symbol, 1),
        _ => match byte {
            b'<' => tag(raw, at),
            b'&' => entity(raw, at),
            _ => {
                let c = raw[at..].chars().next().unwrap_or('\u{fffd}');
                (of_char(c), c.len_utf8())
            }
        },
    }
}

fn of_char(c: char) -> Unit {
    match c {
        '\u{2019}' | '\u{02bc}' | '\u{02bb}' | '\u{00b4}' | '\u{2032}' => Unit::Apostrophe,
        '\u{2018}' | '\u{201c}' | '\u{201e}' | '\u{00ab}' | '\u{2039}' | '\u{201a}' | '\u{201f}' => Unit::Open,
        '\u{201d}' | '\u{00bb}' | '\u{203a}' | '\u{2033}' => Unit::Close,
        '\u{2010}' | '\u{2011}' => Unit::Hyphen,
        '\u{2012}'..='\u{2015}' | '\u{2026}' | '\u{2022}' | '\u{00b7}' | '\u{00a1}' | '\u{00bf}' | '\u{2212}' => {
            Unit::Punct
        }
        '\u{0085}' | '\u{2028}' | '\u{2029}' => Unit::Line,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{00ad}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {
            Unit::Nothing
        }
        c if c.is_whitespace() => Unit::Space,
        c if c.is_numeric() => Unit::Digit(c),
        c if c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c) => Unit::Letter(c),
        '$' | '<' | '&' => Unit::Symbol,
        c if c.is_ascii() => match CLASS[c as usize] {
            LOWER | UPPER => Unit::Letter(c),
            DIGIT => Unit::Digit(c),
            SPACE => Unit::Space,
            LINE => Unit::Line,
            DOT | PUNCT => Unit::Punct,
            HYPHEN => Unit::Hyphen,
            APOSTROPHE => Unit::Apostrophe,
            QUOTE => Unit::Quote,
            _ => Unit::Symbol,
        },
        _ => Unit::Symbol,
    }
}

/// Elements that begin a line of their own.
const BLOCKS: [&str; 16] =
    ["p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "h1", "h2", "h3", "h4", "title", "table", "blockquote"];

/// Other elements that may stand alone with a capital, in older pages.
const ELEMENTS: [&str; 29] = [
    "article", "body", "button", "caption", "center", "code", "font", "footer", "form", "head", "header", "html",
    "iframe", "input", "label", "link", "meta", "noscript", "option", "script", "section", "select", "small", "span",
    "strike", "strong", "style", "tbody", "textarea",
];

/// A tag counts as white space, one that makes a block as a line break; a name in such brackets, "<Acme Steel Corp>" of
/// the wires, is no tag.
fn tag(raw: &str, at: usize) -> (Unit, usize) {
    let bytes = raw.as_bytes();
    let opens = matches!(bytes.get(at + 1), Some(b) if b.is_ascii_alphabetic() || *b == b'/' || *b == b'!');
    let within = &bytes[at + 1..bytes.len().min(at + LONGEST_TAG)];
    match memchr::memchr2(b'>', b'<', within) {
        Some(end) if opens && within[end] == b'>' && !is_name(&within[..end]) => {
            let name = within.strip_prefix(b"/").unwrap_or(within);
            let name = &name[..name.iter().take_while(|b| b.is_ascii_alphanumeric()).count()];
            let block = BLOCKS.iter().any(|b| b.as_bytes().eq_ignore_ascii_case(name));
            (if block { Unit::Line } else { Unit::Space }, end + 2)
        }
        _ => (Unit::Symbol, 1),
    }
}

/// Several words, the first with a capital, and nothing set: a tag in capitals sets attributes. Or one word in small
/// letters but for its first that is no element: "<Orrdek>".
fn is_name(within: &[u8]) -> bool {
    let word = || {
        let small = within.iter().filter(|b| b.is_ascii_lowercase()).count();
        small > 2
            && within.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
            && !BLOCKS.iter().chain(&ELEMENTS).any(|element| element.as_bytes().eq_ignore_ascii_case(within))
    };
    within[0].is_ascii_uppercase() && !within.contains(&b'=') && (within.contains(&b' ') || word())
}

/// `&amp;`, `&#39;`, `&eacute;` …; a bare `&` is a symbol.
fn entity(raw: &str, at: usize) -> (Unit, usize) {
    let bytes = &raw.as_bytes()[at..raw.len().min(at + LONGEST_ENTITY)];
    let Some(end) = memchr::memchr(b';', bytes) else {
        return (Unit::Symbol, 1);
    };
    let inner = &bytes[1..end];
    if inner.is_empty() || !inner.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'#') {
        return (Unit::Symbol, 1);
    }
    let written = &raw[at..=at + end];
    let decoded = html_escape::decode_html_entities(written);
    let mut chars = decoded.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if *decoded != *written => (of_char(c), end + 1),
        _ => (Unit::Symbol, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_tags() {
        for (raw, unit, length) in [
            ("&amp; b", Unit::Symbol, 5),
            ("&#39;s", Unit::Apostrophe, 5),
            ("&rsquo;s", Unit::Apostrophe, 7),
            ("&eacute;t", Unit::Letter('é'), 8),
            ("&nbsp;", Unit::Space, 6),
            ("&quot;", Unit::Quote, 6),
            ("AT&T;", Unit::Letter('A'), 1),
            ("& b;", Unit::Symbol, 1),
            ("&nosuch;", Unit::Symbol, 1),
            ("<br/>x", Unit::Line, 5),
            ("</p>", Unit::Line, 4),
            ("<b>", Unit::Space, 3),
            ("<Title>", Unit::Line, 7),
            ("<Blockquote>", Unit::Line, 12),
            ("<Orrdek> of", Unit::Symbol, 1),
            ("<a href='x'>", Unit::Space, 12),
            ("<A HREF='x'>", Unit::Space, 12),
            ("<ACM.L>", Unit::Space, 7),
            ("<Acme Steel Corp>", Unit::Symbol, 1),
            ("< 5", Unit::Symbol, 1),
            ("<5>", Unit::Symbol, 1),
            ("\u{feff}", Unit::Nothing, 3),
            ("—", Unit::Punct, 3),
            ("ß", Unit::Letter('ß'), 2),
        ] {
            assert_eq!(unit_at(raw, 0), (unit, length), "{raw}");
        }
    }
}
