//! The spellings of a listed name that the program makes by itself, as paths of keys through the index.
//!
//! Keys fold case, accents and dots. Hyphens within words are no steps: "Kim Jong-un" and "Kim Jong Un" are one
//! path. "&" is "and".
//! Alternatives: "St" and "Saint", "Mt" and "Mount", "Ft" and "Fort"; with and without inner apostrophe ("Sana'a");
//! in names of people "al-" and "el-", with and without it, and the spellings of one given name
//! (`parts/spellings.txt`); of demonyms the plural; of names with a leading "The" also without.

use rustc_hash::FxHashMap;

use crate::text::{Key, Token, TokenKind, flag, tokenize};

use super::{EntityType, NameForm};

/// One word on the path of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) key: Key,
    /// Listed with a capital: a word in small letters is no match.
    pub(super) capital: bool,
}

/// No name gets more spellings than this.
const MOST: usize = 32;

/// The hyphen within words.
pub(super) const HYPHEN: Key = Key::of_ascii("-");
const AND: Key = Key::of_ascii("and");

/// A dash between blanks, however long ("Europe Ecology - The Greens").
const DASH: Key = Key::of_ascii("--");

/// The key of a token as the index has it; `None` for a hyphen within words, which is no step. `next` is the token
/// after it.
#[inline]
pub(super) fn step_key(raw: &str, token: &Token, next: Option<&Token>) -> Option<Key> {
    match token.kind {
        TokenKind::Word | TokenKind::Number => Some(token.key),
        TokenKind::Punct if token.key == HYPHEN => {
            let free = token.has(flag::SPACE_BEFORE) && next.is_some_and(|n| n.has(flag::SPACE_BEFORE));
            free.then_some(DASH)
        }
        TokenKind::Punct if matches!(token.span.of(raw), "–" | "—" | "--") => Some(DASH),
        TokenKind::Symbol if matches!(token.span.of(raw), "&" | "&amp;") => Some(AND),
        _ => Some(token.key),
    }
}

/// Words that are written for each other at any place of a name.
const PAIRS: [(&str, &str); 4] = [("st", "saint"), ("mt", "mount"), ("ft", "fort"), ("gov", "governor")];
/// The Arabic article, for which there are several spellings, and which the press may leave out.
const ARTICLES: [&str; 2] = ["al", "el"];

/// Makes the paths of names; buffers are kept from name to name.
#[derive(Default)]
pub(super) struct Speller {
    /// The other spellings of a given name.
    groups: FxHashMap<Key, Vec<Key>>,
    tokens: Vec<Token>,
    paths: Vec<Vec<Step>>,
}

impl Speller {
    /// Learns a line of `parts/spellings.txt`: spellings of one name, separated by blanks.
    pub(super) fn learn(&mut self, line: &str) {
        let keys: Vec<Key> = line.split(' ').map(Key::of).collect();
        for &key in &keys {
            self.groups.entry(key).or_default().extend(keys.iter().filter(|k| **k != key));
        }
    }

    /// All paths of a name, the written one first; none when the name has no words.
    pub(super) fn paths(&mut self, name: &str, entity_type: EntityType, form: NameForm) -> &[Vec<Step>] {
        self.tokens.clear();
        tokenize(name, 0, &mut self.tokens);
        self.paths.clear();
        self.paths.push(Vec::new());
        let words = self.tokens.iter().filter(|t| t.is_word()).count();
        for i in 0..self.tokens.len() {
            let token = self.tokens[i];
            let Some(key) = step_key(name, &token, self.tokens.get(i + 1)) else { continue };
            let capital = token.kind == TokenKind::Word && !token.has(flag::LOWER) && !token.has(flag::DIGIT);
            let mut keys = vec![Some(key)];
            let word = token.span.of(name);
            for (short, long) in PAIRS {
                for (one, other) in [(short, long), (long, short)] {
                    if key == Key::of_ascii(one) && words > 1 && token.has(flag::CAPITAL) {
                        keys.push(Some(Key::of_ascii(other)));
                    }
                }
            }
            if token.is_word() && word.chars().skip(1).any(|c| matches!(c, '\'' | '\u{2019}')) {
                keys.push(Some(Key::of(&word.replace(['\'', '\u{2019}'], ""))));
            }
            if entity_type == EntityType::Person {
                if let Some(article) = ARTICLES.iter().position(|a| key == Key::of_ascii(a))
                    && words > 1
                {
                    keys.push(Some(Key::of_ascii(ARTICLES[1 - article])));
                    if i > 0 {
                        keys.push(None);
                    }
                }
                keys.extend(self.groups.get(&key).into_iter().flatten().map(|k| Some(*k)));
            }
            self.extend(&keys, capital);
        }
        if form == NameForm::Demonym
            && let Some(last) = self.tokens.last().copied()
        {
            self.plural(last.span.of(name));
        }
        if words > 3 && self.tokens[0].key == Key::of_ascii("the") {
            let without: Vec<_> = self.paths.iter().map(|path| path[1..].to_vec()).collect();
            self.paths.extend(without);
        }
        self.paths.retain(|path| !path.is_empty());
        &self.paths
    }

    /// Every path so far goes on with each of `keys`; `None` is no step.
    fn extend(&mut self, keys: &[Option<Key>], capital: bool) {
        let so_far = self.paths.len();
        for key in &keys[1..] {
            for i in 0..so_far {
                if self.paths.len() < MOST {
                    let mut path = self.paths[i].clone();
                    path.extend(key.map(|key| Step { key, capital }));
                    self.paths.push(path);
                }
            }
        }
        if let Some(key) = keys[0] {
            self.paths[..so_far].iter_mut().for_each(|path| path.push(Step { key, capital }));
        }
    }

    /// "Russians", not "Danishs".
    fn plural(&mut self, word: &str) {
        if !word.ends_with(['s', 'x', 'z']) && !word.ends_with("sh") && !word.ends_with("ch") && !word.ends_with("ese")
        {
            let key = Key::of(&format!("{word}s"));
            let singular = self.paths.clone();
            self.paths.extend(singular.into_iter().filter_map(|mut path| {
                path.last_mut()?.key = key;
                Some(path)
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(listed: &str, entity_type: EntityType, form: NameForm, written: &str) -> bool {
        let mut speller = Speller::default();
        speller.learn("mohammed muhammad mohamed");
        let listed: Vec<_> = speller.paths(listed, entity_type, form).to_vec();
        let written = speller.paths(written, EntityType::Place, NameForm::Name)[0].clone();
        listed.iter().any(|path| path.iter().map(|s| s.key).eq(written.iter().map(|s| s.key)))
    }

    #[test]
    fn spellings_are_made() {
        use EntityType::{Organization, Person, Place};
        use NameForm::{Demonym, Name};
        for (listed, entity_type, form, written) in [
            ("Kim Jong Un", Person, Name, "Kim Jong-un"),
            ("N. Korea", Place, Name, "N.Korea"),
            ("Saint Petersburg", Place, Name, "St. Petersburg"),
            ("St Lucia", Place, Name, "Saint Lucia"),
            ("Sana'a", Place, Name, "Sanaa"),
            ("Johnson & Johnson", Organization, Name, "Johnson and Johnson"),
            ("Trinidad and Tobago", Place, Name, "Trinidad &amp; Tobago"),
            ("Abdel Fattah al-Sisi", Person, Name, "Abdel Fattah el-Sisi"),
            ("Bashar al-Assad", Person, Name, "Bashar Assad"),
            ("Mohammed bin Salman", Person, Name, "Mohamed bin Salman"),
            ("Russian", Place, Demonym, "Russians"),
            ("The New York Times", Organization, Name, "New York Times"),
            ("Orbán", Person, Name, "Orban"),
        ] {
            assert!(same(listed, entity_type, form, written), "{listed} / {written}");
        }
        for (listed, entity_type, form, written) in [
            ("Danish", Place, Demonym, "Danishs"),
            ("The Hague", Place, Name, "Hague"),
            ("St", Place, Name, "Saint"),
            ("al-Qaeda", Organization, Name, "Qaeda"),
        ] {
            assert!(!same(listed, entity_type, form, written), "{listed} / {written}");
        }
    }
}
