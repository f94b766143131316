//! The name of an entity that is in no list, cleaned of what only the text around it needs.

use std::borrow::Cow;

/// A name as one would write it: one space between words, entities decoded, tags and invisible characters gone.
pub(super) fn plain(name: &str) -> Cow<'_, str> {
    let mut space = false;
    let clean = name.bytes().all(|b| {
        let double = space && b == b' ';
        space = b == b' ';
        !double && b >= b' ' && !matches!(b, b'&' | b'<' | 0x7f)
    });
    if clean && (name.is_ascii() || !name.contains(is_invisible)) {
        return Cow::Borrowed(name);
    }
    let mut bare = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(open) = rest.find('<') {
        bare.push_str(&rest[..open]);
        rest = match rest[open..].find('>') {
            Some(close) => {
                bare.push(' ');
                &rest[open + close + 1..]
            }
            None => &rest[open + 1..],
        };
    }
    bare.push_str(rest);
    let decoded = html_escape::decode_html_entities(&bare);
    let words: Vec<&str> = decoded.split_whitespace().collect();
    Cow::Owned(words.join(" ").replace(is_invisible, ""))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_one_would_write_them() {
        for (raw, name) in [
            ("Zoé Blanc", "Zoé Blanc"),
            ("Zoé\n  Blanc", "Zoé Blanc"),
            ("Zo&eacute; <b>Blanc</b>", "Zoé Blanc"),
            ("Zoé\u{a0}Bl\u{200b}anc", "Zoé Blanc"),
            ("A < B", "A B"),
            ("R&amp;B Union", "R&B Union"),
        ] {
            assert_eq!(plain(raw), name, "{raw:?}");
        }
        assert!(matches!(plain("Zoé Blanc"), Cow::Borrowed(_)));
    }
}
