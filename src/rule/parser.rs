//! Reads the one-line pattern language. It goes on after a mistake, so that one run tells all of them.

use std::ops::Range;

use crate::text::did_you_mean;

use super::report::{Slip, list_of};
use super::syntax::{Branch, Node, Part};
use super::{Mistake, PartOfSpeech, Stance, WordClass};

/// No gap is wider: further apart, words have nothing to do with each other.
const WIDEST_GAP: u8 = 20;

/// No pattern is nested deeper, so that reading one takes no more than a little stack.
const DEEPEST: usize = 16;

/// Reads a whole pattern. What could be read comes back also when there were mistakes.
pub(super) fn parse(pattern: &str, slips: &mut Vec<Slip>) -> Vec<Branch> {
    let mut parser = Parser { text: pattern, at: 0, depth: 0, slips };
    let mut branches = parser.branches(None);
    while parser.at < pattern.len() {
        // Only a bracket that closes nothing stops the branches early.
        let stray = parser.at..parser.at + 1;
        parser.slip(Mistake::Unexpected, stray, "this bracket closes nothing", "no bracket is open here", None);
        parser.at += 1;
        branches.extend(parser.branches(None));
    }
    branches
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    slips: &'a mut Vec<Slip>,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn skip_space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn slip(
        &mut self,
        mistake: Mistake,
        at: Range<usize>,
        message: impl Into<String>,
        label: impl Into<String>,
        help: Option<String>,
    ) {
        self.slips.push(Slip { mistake, at, message: message.into(), label: label.into(), help });
    }

    /// Alternatives up to the closing bracket, which is left for the caller, or to the end.
    fn branches(&mut self, open: Option<(char, usize)>) -> Vec<Branch> {
        let mut branches = Vec::new();
        loop {
            let (start, slips) = (self.at, self.slips.len());
            let branch = self.branch(start);
            if branch.nodes.is_empty() {
                // Unclosed brackets and parts that could not be read are told by themselves.
                if self.slips.len() == slips && (self.peek().is_some() || open.is_none()) {
                    let at = match open {
                        Some((_, open)) if branches.is_empty() && self.peek() != Some('|') => open..self.at + 1,
                        _ => start.saturating_sub(1)..(self.at + 1).min(self.text.len()),
                    };
                    self.slip(Mistake::EmptyAlternative, at, "empty alternative", "nothing is asked for here", None);
                }
            } else {
                branches.push(branch);
            }
            if !self.take('|') {
                return branches;
            }
        }
    }

    fn at_end_or_border(&self) -> bool {
        matches!(self.peek(), None | Some('|' | ')' | ']'))
    }

    fn branch(&mut self, start: usize) -> Branch {
        let mut nodes = Vec::new();
        let mut end = start;
        loop {
            self.skip_space();
            if self.at_end_or_border() {
                let first = nodes.first().map_or(start, |n: &Node| n.at.start);
                return Branch { nodes, at: first..end };
            }
            let from = self.at;
            let Some(part) = self.part() else { continue };
            let mut node = Node { part, at: from..self.at };
            if self.take('?') {
                node = Node { part: Part::Optional(Box::new(node)), at: from..self.at };
            }
            end = self.at;
            nodes.push(node);
        }
    }

    /// One part; `None` after a mistake, with something read in any case.
    fn part(&mut self) -> Option<Part> {
        let from = self.at;
        match self.peek()? {
            '(' => self.bracketed('(', ')').map(Part::Group),
            '[' => self.bracketed('[', ']').map(Part::Trigger),
            '<' => self.class(),
            '_' => self.gap(),
            '$' => self.actor(),
            '@' => {
                self.at += 1;
                let name = self.name();
                if name.is_empty() {
                    self.slip(
                        Mistake::Unexpected,
                        from..self.at,
                        "`@` without a name",
                        "a list's name must follow",
                        None,
                    );
                    return None;
                }
                Some(Part::List(name))
            }
            c if word_char(c) => self.word(),
            c => {
                self.at += c.len_utf8();
                let help = (c == '?').then(|| "write `?` right after what may be missing".to_owned());
                self.slip(Mistake::Unexpected, from..self.at, format!("unexpected `{c}`"), "means nothing here", help);
                None
            }
        }
    }

    fn bracketed(&mut self, open: char, close: char) -> Option<Vec<Branch>> {
        let from = self.at;
        self.at += 1;
        if self.depth == DEEPEST {
            self.slip(Mistake::Unexpected, from..from + 1, "too many brackets within brackets", "one too many", None);
            return None;
        }
        self.depth += 1;
        let branches = self.branches(Some((open, from)));
        self.depth -= 1;
        if !self.take(close) {
            let label = format!("`{close}` is missing");
            self.slip(Mistake::Unclosed, from..from + 1, format!("`{open}` is never closed"), label, None);
        }
        (!branches.is_empty()).then_some(branches)
    }

    fn class(&mut self) -> Option<Part> {
        let from = self.at;
        self.at += 1;
        let name = self.name();
        if !self.take('>') {
            self.slip(Mistake::Unclosed, from..from + 1, "`<` is never closed", "`>` is missing", None);
            return None;
        }
        let class = WordClass::parse(&name);
        if class.is_none() {
            let all = WordClass::ALL.iter().map(|c| c.as_str());
            let help = match did_you_mean(&name, all.clone()) {
                Some(meant) => format!("did you mean `<{meant}>`?"),
                None => format!("the classes are {}", list_of(all)),
            };
            let message = format!("unknown class `<{name}>`");
            self.slip(Mistake::UnknownClass, from..self.at, message, "no such class of words", Some(help));
        }
        class.map(Part::Class)
    }

    fn gap(&mut self) -> Option<Part> {
        let from = self.at;
        self.at += 1;
        if self.take('*') || self.take('+') {
            let help = Some("say how many words at most: `_{0,3}`".to_owned());
            self.slip(Mistake::NoLimit, from..self.at, "a gap without a limit", "matches any number of words", help);
            return None;
        }
        if !self.take('{') {
            return Some(Part::Any { min: 1, max: 1 });
        }
        let inside = self.at;
        let Some(length) = self.text[inside..].find('}') else {
            self.slip(Mistake::Unclosed, inside - 1..inside, "`{` is never closed", "`}` is missing", None);
            let rest = &self.text[inside..];
            self.at += rest.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(rest.len());
            return None;
        };
        let limits = &self.text[inside..inside + length];
        self.at = inside + length + 1;
        let (min, max) = limits.split_once(',').unwrap_or((limits, limits));
        let (min, max) = (min.trim(), max.trim());
        let read = (if min.is_empty() { Ok(0) } else { min.parse::<u8>() }, max.parse::<u8>());
        match read {
            (Ok(min), Ok(max)) if min <= max && (1..=WIDEST_GAP).contains(&max) => Some(Part::Any { min, max }),
            _ => {
                let message = if max.is_empty() { "a gap without a limit" } else { "a gap with wrong limits" };
                let help = Some(format!("write `_{{0,3}}`: at least 0, at most 3 words; {WIDEST_GAP} is the limit"));
                self.slip(Mistake::NoLimit, from..self.at, message, "how many words at most?", help);
                None
            }
        }
    }

    fn actor(&mut self) -> Option<Part> {
        let from = self.at;
        self.at += 1;
        let role = self.name();
        if role.is_empty() {
            self.slip(Mistake::Unexpected, from..self.at, "`$` without a name", "a role must follow", None);
            return None;
        }
        let mut many = self.take('+');
        let mut stance = Stance::Here;
        if self.text[self.at..].starts_with("'s") {
            stance = Stance::Owner;
            self.at += 2;
            many |= self.take('+');
        } else if self.text[self.at..].split(|c: char| !c.is_alphanumeric() && c != '@').next() == Some("@home") {
            stance = Stance::Home;
            self.at += "@home".len();
        } else if self.take('~') {
            stance = Stance::Again;
            many |= self.take('+');
        } else if self.take('^') {
            stance = Stance::Subject;
            many |= self.take('+');
        }
        Some(Part::Actor { role, many, stance })
    }

    fn name(&mut self) -> String {
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len());
        self.at += end;
        rest[..end].to_owned()
    }

    fn word(&mut self) -> Option<Part> {
        let from = self.at;
        let rest = &self.text[self.at..];
        let end = rest.find(|c| !word_char(c)).unwrap_or(rest.len());
        self.at += end;
        let word = rest[..end].to_owned();
        if self.take('/') {
            return self.lemma(word, from);
        }
        if !word.contains('-') || word == "-" {
            return Some(Part::Word(word));
        }
        // A hyphen is a token of its own.
        let mut nodes = Vec::new();
        let mut at = from;
        for (i, piece) in word.split('-').enumerate() {
            if i > 0 {
                nodes.push(Node { part: Part::Word("-".into()), at: at..at + 1 });
                at += 1;
            }
            if !piece.is_empty() {
                nodes.push(Node { part: Part::Word(piece.to_owned()), at: at..at + piece.len() });
                at += piece.len();
            }
        }
        Some(Part::Group(vec![Branch { nodes, at: from..self.at }]))
    }

    fn lemma(&mut self, word: String, from: usize) -> Option<Part> {
        let letter = self.name();
        let pos = match &*letter {
            "v" => PartOfSpeech::Verb,
            "n" => PartOfSpeech::Noun,
            "a" => PartOfSpeech::Adjective,
            _ => {
                let at = self.at - letter.len() - 1..self.at;
                let help = Some(format!("`{word}/v` is a verb, `{word}/n` a noun, `{word}/a` an adjective"));
                let message = format!("unknown part of speech `/{letter}`");
                self.slip(Mistake::BadPartOfSpeech, at, message, "not v, n or a", help);
                return None;
            }
        };
        if word.contains('-') {
            let message = format!("`{word}` is several words");
            let help = Some(format!("a hyphen is a word of its own: write `{}/{letter}`", word.replace('-', " - ")));
            self.slip(Mistake::Unexpected, from..self.at, message, "a lemma is one word", help);
            return None;
        }
        Some(Part::Lemma(word, pos))
    }
}

/// Letters, digits and what may stand within a word.
fn word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '&')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pattern: &str) -> (Vec<Branch>, Vec<Slip>) {
        let mut slips = Vec::new();
        let branches = parse(pattern, &mut slips);
        (branches, slips)
    }

    #[test]
    fn reads_every_element() {
        let (branches, slips) = read(
            "$participant+ (have/v | <aux>)? [meet/v up | @talks] _ _{0,3} with $host's visit/n | $visitor+'s [trip/n]",
        );
        assert_eq!(slips, []);
        assert_eq!(branches.len(), 2);
        assert_eq!(branches[0].nodes.len(), 8);
        assert_eq!(branches[0].nodes[4].part, Part::Any { min: 0, max: 3 });
        assert_eq!(
            branches[1].nodes[0].part,
            Part::Actor { role: "visitor".into(), many: true, stance: Stance::Owner }
        );
    }

    #[test]
    fn hyphens_are_words() {
        let (branches, slips) = read("[sit/v] face-to-face?");
        assert_eq!(slips, []);
        let Part::Optional(inner) = &branches[0].nodes[1].part else { panic!("{branches:?}") };
        let Part::Group(group) = &inner.part else { panic!("{inner:?}") };
        assert_eq!(group[0].nodes.len(), 5);
        assert_eq!(group[0].nodes[4].at, 16..20);
    }

    #[test]
    fn goes_on_after_a_mistake() {
        let (_, slips) = read("$ [meet/x] <dte> _* ( with");
        let found: Vec<_> = slips.iter().map(|s| s.mistake).collect();
        assert_eq!(
            found,
            [Mistake::Unexpected, Mistake::BadPartOfSpeech, Mistake::UnknownClass, Mistake::NoLimit, Mistake::Unclosed]
        );
    }

    #[test]
    fn any_text_is_taken() {
        let pieces = ["(", ")", "[", "]", "|", "?", "$a", "@", "_{", "}", "é", "<", "x/v", "'s", "+", " ", "/", "-"];
        let mut seed = 7_u32;
        for _ in 0..3000 {
            let mut pattern = String::new();
            for _ in 0..12 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                pattern.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
            }
            let (_, slips) = read(&pattern);
            for slip in slips {
                assert!(slip.at.end <= pattern.len() && slip.at.start <= slip.at.end, "{pattern}: {slip:?}");
            }
        }
        read(&"(".repeat(100_000));
    }
}
