//! Relative clauses and what they describe, and the clauses that "that", "after" and the like open.

use super::super::verb::Link;
use super::super::{GroupKind, lexical};
use super::Parser;
use crate::text::{Classes, Key};

/// Most groups of an apposition before its last office.
const LONGEST_APPOSITION: usize = 12;

impl Parser<'_> {
    /// "who", "which": opens a clause about the noun before it.
    pub(super) fn relative(&mut self, g: usize) {
        let before = self.before(g);
        // ", who", "- who"
        let is_comma = |k: usize| self.groups[k].kind == GroupKind::Comma;
        let comma = before.is_some_and(|k| is_comma(k) || self.is_dash(k));
        // ", to which Peru owes money,"
        let placed = before.filter(|&k| self.groups[k].kind == GroupKind::Preposition);
        let apart = comma || placed.and_then(|k| self.before(k)).is_some_and(is_comma);
        let noun = if comma { before.and_then(|k| self.before(k)) } else { before };
        // "with whom", "during which": the preposition stands between.
        let noun = match noun {
            Some(k) if self.groups[k].kind == GroupKind::Preposition => {
                let comma = |c: &usize| self.groups[*c].kind == GroupKind::Comma;
                self.before(k).and_then(|c| if comma(&c) { self.before(c) } else { Some(c) })
            }
            // "the Mining Trust (MT), which"
            Some(k) if self.groups[k].kind == GroupKind::Close => Some(self.over_brackets(k)),
            noun => noun,
        };
        let noun = noun.map(|k| self.not_the_other(k)).map(|k| self.one_of(k)).map(|k| self.whoever(g, k));
        let noun = noun.map(|k| self.counted_among(k));
        let noun = noun.map(|k| self.occasion_of(g, k));
        let antecedent = noun.filter(|&k| self.groups[k].kind == GroupKind::Noun).map(|k| k as u32);
        if antecedent.is_none() {
            return self.subordinator(g);
        }
        let next_is_verb = self.next_is_verb(g) || self.acts_behind_adjunct(g);
        self.open(Link::Relative, Some(g as u32), antecedent.filter(|_| next_is_verb), apart);
        let clause = self.top().clause;
        self.clauses[clause as usize].antecedent = antecedent;
        self.place(g);
    }

    /// "It was Lee, not Ek, who": of what is set against something else, the first.
    fn not_the_other(&self, noun: usize) -> usize {
        let not = noun.checked_sub(1).filter(|&k| self.first_word(k) == "not");
        let comma = not.and_then(|k| k.checked_sub(1)).filter(|&k| self.groups[k].kind == GroupKind::Comma);
        let first = comma.and_then(|k| k.checked_sub(1)).filter(|&k| self.groups[k].kind == GroupKind::Noun);
        first.unwrap_or(noun)
    }

    /// "Lee, one of three farmers who met": Lee did.
    fn one_of(&self, noun: usize) -> usize {
        let Some(p) = self.groups[noun].preposition.map(|p| p as usize) else { return noun };
        let of = self.first_word(p) == "of";
        let one = p.checked_sub(1).filter(|&k| of && self.text.word(self.groups[k].head as usize) == "one");
        let comma = one.and_then(|k| k.checked_sub(1)).filter(|&k| self.groups[k].kind == GroupKind::Comma);
        let name = comma.and_then(|k| k.checked_sub(1)).filter(|&k| self.groups[k].kind == GroupKind::Noun);
        name.unwrap_or(noun)
    }

    /// "Lee and Ek were among those who met", "Lee was one of those who met": Lee and Ek did.
    fn counted_among(&self, noun: usize) -> usize {
        let Some(p) = self.groups[noun].preposition.map(|p| p as usize) else { return noun };
        let one = self.before(p).filter(|&k| self.text.word(self.groups[k].head as usize) == "one");
        let before = if self.is_among(p) { self.before(p) } else { one.and_then(|k| self.before(k)) };
        let verb = before.and_then(|v| self.verbs.iter().rfind(|w| w.group as usize == v));
        let be = verb.filter(|v| self.text.classes(v.main as usize).any(Classes::BE));
        be.and_then(|v| v.subject).map_or(noun, |s| s as usize)
    }

    /// "among those": whether a preposition tells who was one of several.
    pub(super) fn is_among(&self, preposition: usize) -> bool {
        matches!(self.first_word(preposition), "among" | "Among" | "amongst")
    }

    /// "Ann Lee of the Mining Trust, who": of a person and what the person belongs to, "who" means the person.
    fn whoever(&self, relative: usize, noun: usize) -> usize {
        let who = matches!(self.first_word(relative), "who" | "whom" | "whose");
        if !who {
            return self.described_by(noun);
        }
        let of = self.groups[noun].preposition.map(|p| p as usize).and_then(|p| {
            let belongs = matches!(self.first_word(p), "of" | "from" | "at" | "in");
            let own = !self.groups[p..noun].iter().any(|k| self.text.word(k.tokens.start as usize) == ";");
            self.before(p).filter(|&k| belongs && own && self.groups[k].kind == GroupKind::Noun && self.is_name(noun))
        });
        let office = |k: usize| lexical::is_office(self.key(k));
        match of {
            Some(k) if self.is_name(k) => k,
            Some(k) if office(k) => self.holder_before(k).unwrap_or(k),
            // "Ann Lee, a consultant at Acme, who"
            Some(k) if self.is_one(k) => self.apposed_to(k).unwrap_or(k),
            _ if !self.is_name(noun) && office(noun) => {
                self.holder_before(noun).unwrap_or_else(|| self.described_by(noun))
            }
            _ => self.described_by(noun),
        }
    }

    /// "Ann Lee, a banker who", "Oxfam, the charity that": the name that the noun describes; but "in Peru, a man who".
    fn described_by(&self, noun: usize) -> usize {
        let the = matches!(self.first_word(noun), "a" | "an" | "the" | "one");
        let beside =
            self.apposed_to(noun).filter(|_| the && !self.is_name(noun) && self.groups[noun].preposition.is_none());
        let placed = |k: usize| {
            self.groups[k]
                .preposition
                .is_some_and(|p| !matches!(self.first_word(p as usize), "with" | "by" | "of" | "between"))
        };
        beside.filter(|&k| !placed(k)).unwrap_or(noun)
    }

    /// Whether a noun group has the article of one.
    fn is_one(&self, g: usize) -> bool {
        matches!(self.first_word(g), "a" | "an")
    }

    /// "Ann Lee, a consultant": the name before the comma.
    fn apposed_to(&self, g: usize) -> Option<usize> {
        let comma = g.checked_sub(1).filter(|&c| self.groups[c].kind == GroupKind::Comma)?;
        comma.checked_sub(1).filter(|&k| self.groups[k].kind == GroupKind::Noun && self.is_name(k))
    }

    /// "Ann Lee, a member of the board and chairman of the fund": the name whose apposition an office stands in.
    fn holder_before(&self, office: usize) -> Option<usize> {
        let noun = |k: usize| self.groups[k].kind == GroupKind::Noun;
        let mut k = office;
        // Back over what else the person is.
        while let Some(before) = k.checked_sub(1).filter(|&b| office - b < LONGEST_APPOSITION) {
            match self.groups[before].kind {
                GroupKind::Comma => {
                    let first = noun(k) && lexical::is_office(self.key(k)) && !self.is_name(k);
                    if let Some(holder) = before.checked_sub(1).filter(|&h| first && noun(h) && self.is_name(h)) {
                        return Some(holder);
                    }
                }
                GroupKind::Noun | GroupKind::Preposition | GroupKind::Coordinator => {}
                _ => return None,
            }
            k = before;
        }
        None
    }

    /// "a summit of the leaders that was attended by Lee": of what is attended, the summit.
    fn occasion_of(&self, relative: usize, noun: usize) -> usize {
        let verb = self.groups[relative + 1..].iter().take(2).find(|k| k.kind == GroupKind::Verb);
        let held = verb.is_some_and(|k| {
            matches!(
                self.text.word(k.head as usize),
                "attended" | "held" | "hosted" | "chaired" | "convened" | "organised"
            )
        });
        let mut k = noun;
        while held
            && let Some(p) = self.groups[k].preposition.map(|p| p as usize)
            && self.first_word(p) == "of"
            && let Some(head) = self.before(p).filter(|&h| self.groups[h].kind == GroupKind::Noun)
        {
            k = head;
        }
        k
    }

    /// "who throughout the campaign refused", "which in May merged": it acts, though something stands between it and its verb.
    fn acts_behind_adjunct(&self, g: usize) -> bool {
        let placed = g > 0 && self.groups[g - 1].kind == GroupKind::Preposition;
        let who = match self.first_word(g) {
            "who" => true,
            "which" => !placed,
            _ => false,
        };
        let mut k = g + 1;
        while self.groups.get(k).is_some_and(|p| matches!(p.kind, GroupKind::Preposition | GroupKind::Comma))
            && self
                .groups
                .get(k + 1)
                .is_some_and(|n| matches!(n.kind, GroupKind::Noun | GroupKind::Date | GroupKind::Preposition))
        {
            k += if self.groups[k + 1].kind == GroupKind::Preposition { 1 } else { 2 };
        }
        while self.groups.get(k).is_some_and(|c| matches!(c.kind, GroupKind::Comma | GroupKind::Adverb)) {
            k += 1;
        }
        who && k > g + 1 && self.groups.get(k).is_some_and(|v| v.kind == GroupKind::Verb)
    }

    /// "that", "after", "if": opens what is said, what a noun is about, or when and why.
    pub(super) fn subordinator(&mut self, g: usize) {
        let that = self.key(g) == const { Key::of_ascii("that") };
        let before = self.before(g);
        let acts = that && self.next_is_verb(g);
        let describes =
            |k: usize| self.groups[k].kind == GroupKind::Noun && (acts || lexical::is_occasion(self.key(k)));
        if that && before.is_some_and(describes) {
            let antecedent = before.map(|k| self.described_by(self.occasion_of(g, k)) as u32);
            // "the talks that Lee held": the subject comes behind.
            self.open(Link::Relative, Some(g as u32), antecedent.filter(|_| acts), false);
            let clause = self.top().clause;
            self.clauses[clause as usize].antecedent = antecedent;
            return self.place(g);
        }
        let comma = before.is_some_and(|k| self.groups[k].kind == GroupKind::Comma);
        let complement = that || before.is_some_and(|k| self.groups[k].kind == GroupKind::Verb);
        // "said that A met B and that C left": back to what was said.
        if that && before.is_some_and(|k| self.groups[k].kind == GroupKind::Coordinator) {
            let level = self.stack.iter().rposition(|o| self.clauses[o.clause as usize].link == Link::Complement);
            if let Some(level) = level.filter(|&l| l > 0) {
                self.stack.truncate(level);
            }
        }
        self.open(if complement { Link::Complement } else { Link::Adverbial }, Some(g as u32), None, comma);
        self.place(g);
    }
}
