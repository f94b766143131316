//! Candidates from the lists.

use crate::gazetteer::{NameForm, NameId, Tier, Word, WordFacts};
use crate::text::flag;

use super::candidate::{Candidate, Role, Votes, push};
use super::item::{Gap, is_particle};
use super::stretch::Stretch;

/// Adds every listed name of the sentence.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    for (i, item) in stretch.items.iter().enumerate() {
        if item.word.begins_names() {
            from(stretch, i, item.start as usize, item.word, candidates);
        }
        // "al-Qaeda", "bin Laden": a name that begins with a small word.
        let start = item.start as usize;
        let first = stretch.sentence.tokens.start as usize;
        let small = match item.gap {
            Gap::Hyphen | Gap::Other | Gap::Particle if start >= first + 2 && stretch.text.word(start - 1) == "-" => {
                start - 2
            }
            Gap::Other | Gap::Particle if start > first => start - 1,
            _ => continue,
        };
        if stretch.text.tokens[small].has(flag::LOWER) && is_particle(stretch.text.word(small)) {
            let word = stretch.gazetteer.word(stretch.text.key(small));
            if word.begins_names() {
                from(stretch, i, small, word, candidates);
            }
        }
    }
}

/// The names that begin at token `at`, which is item `i` or a small word before it.
fn from(stretch: &Stretch<'_>, i: usize, at: usize, word: Word, candidates: &mut Vec<Candidate>) {
    let limit = stretch.sentence.tokens.end as usize;
    stretch.gazetteer.names_from(stretch.text, at, word, limit, &mut |end, name| {
        let words = stretch.items[i..].iter().take_while(|item| (item.start as usize) < end).count();
        reading(stretch, i, at, end, words as i32, name, candidates);
    });
}

/// Adds the readings of one name as written.
fn reading(
    stretch: &Stretch<'_>,
    i: usize,
    at: usize,
    end: usize,
    words: i32,
    name: NameId,
    candidates: &mut Vec<Candidate>,
) {
    let text = stretch.text;
    let first = &text.tokens[at];
    let written = &text.raw[first.span.start as usize..text.tokens[end - 1].span.end as usize];
    let mut votes = Votes::default();
    let mut listed = 0;
    let mut best: Option<Tier> = None;
    let mut demonym: Option<Tier> = None;
    for one in stretch.gazetteer.uses(name) {
        if one.tier == Tier::Never || !stretch.gazetteer.admits(name, &one, first, written) {
            continue;
        }
        if one.form == NameForm::Demonym {
            demonym = Some(demonym.map_or(one.tier, |d| d.min(one.tier)));
            continue;
        }
        let weight = match (one.tier, words) {
            (Tier::Always, 1) => 7,
            (Tier::Always, _) => 8,
            (_, 1) => 1,
            _ => 3,
        };
        let own = &mut votes.0[one.entity_type as usize];
        *own = (*own).max(weight);
        if one.tier == Tier::Always {
            listed |= 1 << one.entity_type as u8;
        }
        best = Some(best.map_or(one.tier, |b| b.min(one.tier)));
    }
    let (start, end) = (at as u32, end as u32);
    if let Some(tier) = demonym {
        let weight = if tier == Tier::Always { 10 * words + 5 } else { 4 };
        push(candidates, Candidate { name: Some(name), ..Candidate::new(start, end, weight, Role::Demonym) });
    }
    let Some(tier) = best else { return };
    // In a line of capitals "WHO" and "IT" are words.
    let shouted = stretch.is_title_case() && first.has(flag::ALL_CAPS) && words == 1;
    if shouted && stretch.is(i, WordFacts::COMMON.or(WordFacts::FUNCTION)) {
        return;
    }
    let weight = match (tier, words) {
        (Tier::Always, 1) => 16,
        (Tier::Always, _) => 10 * words + 10,
        (_, 1) => 4,
        _ => 8 * words,
    };
    push(candidates, Candidate { votes, listed, name: Some(name), ..Candidate::new(start, end, weight, Role::Name) });
}
