//! Candidates from the lists.

use crate::gazetteer::{About, EntityType, Gazetteer, NameForm, NameId, Tier, Word, WordFacts};
use crate::text::{Sentence, Text, flag};

use super::candidate::{Candidate, Role, Votes, push};
use super::item::{Gap, Item, is_particle, known};
use super::unknown::is_one_of_many;

/// Adds every listed name of the sentence, and notes what single ones say of their items.
pub(super) fn find(
    gazetteer: &Gazetteer,
    text: &Text<'_>,
    sentence: &Sentence,
    items: &mut [Item],
    candidates: &mut Vec<Candidate>,
) {
    for i in 0..items.len() {
        let mut stretch = Search { gazetteer, text, sentence, items };
        let item = stretch.items[i];
        let word = item.word;
        if word.begins_names() {
            // The word itself is the last token of an item with small words in front.
            let at = (item.start..item.end).find(|t| text.key(*t as usize) == item.key).unwrap_or(item.start);
            stretch.from(i, at as usize, word, candidates);
        }
        // "al-Qaeda", "bin Laden": a name that begins with a small word.
        let start = item.start as usize;
        if item.end - item.start > 1 && text.tokens[start].has(flag::LOWER) {
            let word = gazetteer.word(text.key(start));
            if word.begins_names() {
                stretch.from(i, start, word, candidates);
            }
            continue;
        }
        let first = sentence.tokens.start as usize;
        let small = match item.gap {
            Gap::Hyphen | Gap::Other | Gap::Particle if start >= first + 2 && text.word(start - 1) == "-" => start - 2,
            Gap::Other | Gap::Particle if start > first => start - 1,
            _ => continue,
        };
        if text.tokens[small].has(flag::LOWER) && is_particle(text.word(small)) {
            let word = gazetteer.word(text.key(small));
            if word.begins_names() {
                stretch.from(i, small, word, candidates);
            }
        }
    }
}

/// "Layer Security (TLS)": whether `short` ends with the initial of `word` and so may be its short form.
fn closes(word: &str, short: &str) -> bool {
    word.chars().next().is_some_and(|initial| short.ends_with(initial.to_ascii_uppercase()))
}

/// One sentence while its listed names are looked for.
struct Search<'a, 'i> {
    gazetteer: &'a Gazetteer,
    text: &'a Text<'a>,
    sentence: &'a Sentence,
    items: &'i mut [Item],
}

impl Search<'_, '_> {
    /// The names that begin at token `at`, which is item `i` or a small word before it.
    fn from(&mut self, i: usize, at: usize, word: Word, candidates: &mut Vec<Candidate>) {
        let limit = self.sentence.tokens.end as usize;
        self.gazetteer.names_from(self.text, at, word, limit, &mut |end, name| {
            let words = self.items[i..].iter().take_while(|item| (item.start as usize) < end).count();
            self.reading(i, at, end, words as i32, name, candidates);
        });
    }

    /// Adds the readings of one name as written.
    fn reading(&mut self, i: usize, at: usize, end: usize, words: i32, name: NameId, candidates: &mut Vec<Candidate>) {
        let text = self.text;
        let first = &text.tokens[at];
        let written = &text.raw[first.span.start as usize..text.tokens[end - 1].span.end as usize];
        let mut votes = Votes::default();
        let (mut listed, mut country, mut hand, mut press) = (0, false, false, None);
        let mut best: Option<Tier> = None;
        let mut demonym: Option<Tier> = None;
        for one in self.gazetteer.uses(name) {
            if one.tier == Tier::Never || !self.gazetteer.admits(name, &one, first, written) {
                continue;
            }
            if one.tier == Tier::Support && words == 1 {
                hand |= one.about.is(About::BY_HAND);
                if one.about.is(About::MEDIA) {
                    // "The Hindu", "the Guardian", not "Hindu" alone.
                    let the = if at > 0 { text.word(at - 1) } else { "" };
                    // "the Hindu festival"
                    let faith = self.items[i].is(WordFacts::GROUP);
                    press = Some(match the {
                        "The" => 6,
                        "the" if !faith => 1,
                        _ => -6,
                    });
                }
            }
            if one.form == NameForm::Demonym {
                demonym = Some(demonym.map_or(one.tier, |d| d.min(one.tier)));
                continue;
            }
            let weight = match (one.tier, words) {
                (Tier::Always, 1) => 7,
                (Tier::Always, _) => 8,
                (_, 1) => 1,
                // Capitals of several words within a sentence: "Homeland Security".
                _ if one.entity_type == EntityType::Organization && !self.sentence.title_case => 4,
                _ => 3,
            };
            let own = &mut votes.0[one.entity_type as usize];
            *own = (*own).max(weight);
            if one.tier == Tier::Always {
                listed |= 1 << one.entity_type as u8;
                country |= one.about.is(About::COUNTRY);
            }
            best = Some(best.map_or(one.tier, |b| b.min(one.tier)));
        }
        let mut start = at as u32;
        let end = end as u32;
        if words == 1 {
            let item = &mut self.items[i];
            if listed & 1 << EntityType::Place as u8 != 0 {
                item.known |= known::PLACE | if country { known::COUNTRY } else { 0 };
            }
            if listed & 1 << EntityType::Organization as u8 != 0 {
                item.known |= known::ORGANIZATION;
            }
            if demonym == Some(Tier::Always) {
                item.known |= known::DEMONYM;
            }
        }
        if let Some(tier) = demonym {
            let weight = if tier == Tier::Always { 10 * words - 7 } else { 2 };
            push(candidates, Candidate { name: Some(name), ..Candidate::new(start, end, weight, Role::Demonym) });
        }
        let Some(tier) = best else { return };
        if words == 1 && first.has(flag::ALL_CAPS) && is_one_of_many(text, at) {
            return;
        }
        // In a line of capitals "WHO" and "IT" are words.
        let shouted = self.sentence.title_case && first.has(flag::ALL_CAPS) && words == 1;
        if shouted && self.items[i].is(WordFacts::COMMON.or(WordFacts::FUNCTION)) {
            return;
        }
        // "Prince Harry": titles are no part of the name.
        let titles = WordFacts::HONORIFIC.or(WordFacts::OFFICE);
        if votes.best().0 == EntityType::Person && words > 1 && self.items[i].is(titles) && self.items[i].start == start
        {
            start = self.items[i].end;
        }
        let ordinary = words == 1 && self.items[i].is(WordFacts::COMMON.or(WordFacts::GROUP).or(WordFacts::COMPASS));
        if ordinary && tier != Tier::Always {
            // Within a sentence the capital of an ordinary word speaks for a name chosen by hand.
            let within = hand && !self.sentence.title_case && !first.has(flag::SENTENCE_START);
            votes.0.iter_mut().filter(|v| **v > 0).for_each(|v| *v += if within { 2 } else { -3 });
        }
        if let Some(press) = press {
            votes.0[Votes::ORGANIZATION] += press;
        }
        // "Ada Finch (ESP)": the code of a country.
        let bracketed = at > 1 && text.word(at - 1) == "(" && text.word(end as usize) == ")";
        if tier == Tier::Support
            && first.has(flag::ALL_CAPS)
            && bracketed
            && text.tokens[at - 2].is_capitalised()
            && !closes(text.word(at - 2), written)
            && votes.0[Votes::PLACE] > 0
        {
            votes.0[Votes::PLACE] += 5;
        }
        let weight = match (tier, words) {
            (Tier::Always, 1) => 4,
            (Tier::Always, _) => 10 * words - 2,
            (_, 1) => 2,
            _ => 10 * words - 8,
        };
        push(
            candidates,
            Candidate { votes, listed, name: Some(name), ..Candidate::new(start, end, weight, Role::Name) },
        );
    }
}
