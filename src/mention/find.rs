//! All names of one document.

use crate::gazetteer::Gazetteer;
use crate::text::{Text, TokenKind};

use super::candidate::{Candidate, Role, cover};
use super::form::{Forms, Spot, hash_word};
use super::item::{self, Item};
use super::scratch::Scratch;
use super::stretch::Stretch;
use super::{Mentions, body, context, event, listed, memory, person, resolve, site, title, unknown};

/// Finds the names of `text` and the things they name; what `found` held before is gone. Dates are not its concern.
pub fn find(gazetteer: &Gazetteer, text: &Text<'_>, scratch: &mut Scratch, found: &mut Mentions) {
    found.clear();
    scratch.clear();
    let mut items = std::mem::take(&mut scratch.items);
    item::gather(gazetteer, text, &mut items);
    let mut from = 0;
    for sentence in text.sentences {
        let count = items[from..].iter().take_while(|item| item.start < sentence.tokens.end).count();
        let own = from..from + count;
        from += count;
        if own.is_empty() {
            continue;
        }
        item::join(gazetteer, text, sentence.tokens, &mut items[own.clone()]);
        let stretch = Stretch { gazetteer, text, items: &items[own.clone()], sentence: *sentence };
        scratch.candidates.clear();
        let candidates = &mut scratch.candidates;
        listed::find(&stretch, candidates);
        title::find(&stretch, candidates);
        person::find(&stretch, candidates);
        body::find(&stretch, candidates);
        site::find(&stretch, candidates);
        event::find(&stretch, candidates);
        unknown::find(&stretch, candidates);
        cover(candidates, &mut scratch.cover);
        spots(&stretch, own.start, &scratch.candidates, &mut scratch.spots, &mut scratch.forms);
    }
    memory::brackets(text, &scratch.spots, &mut scratch.forms);
    memory::decide(&mut scratch.forms, true);
    memory::claim_parts(&scratch.spots, &items, &mut scratch.forms, &mut scratch.claims);
    memory::decide(&mut scratch.forms, true);
    memory::decide(&mut scratch.forms, false);
    resolve::mentions(gazetteer, text, &items, scratch, found);
    scratch.items = items;
}

/// Turns the chosen candidates of one sentence into spots, with what their surroundings say.
fn spots(stretch: &Stretch<'_>, first_item: usize, chosen: &[Candidate], spots: &mut Vec<Spot>, forms: &mut Forms) {
    let mut title_end = u32::MAX;
    let mut at = 0;
    for candidate in chosen {
        match candidate.role {
            Role::Title => {
                title_end = candidate.end;
                continue;
            }
            Role::Event => continue,
            Role::Name | Role::Demonym => {}
        }
        while stretch.items.get(at).is_some_and(|item| item.end <= candidate.start) {
            at += 1;
        }
        let mut last = at;
        while stretch.items.get(last).is_some_and(|item| item.start < candidate.end) {
            last += 1;
        }
        let own: &[Item] = &stretch.items[at..last];
        let seed = if candidate.role == Role::Demonym { 1 } else { 0 };
        let hash = own.iter().fold(seed, |hash, item| hash_word(hash, item.key.0));
        let number = spots.len() as u32;
        let form = forms.at(hash, || (candidate.role, own.len() as u32, number));
        let (start, end) = (candidate.start as usize, candidate.end as usize);
        let titled = title_end == candidate.start;
        let shaky = stretch.is_title_case() || stretch.opens(at) && stretch.is_ordinary(at);
        let record = &mut forms.all[form as usize];
        record.prior.max(candidate.votes);
        record.listed |= candidate.listed;
        record.name = record.name.or(candidate.name);
        record.pattern = record.pattern.or(candidate.pattern);
        let mut votes = context::votes(stretch.gazetteer, stretch.text, &stretch.sentence, start, end);
        if is_quoted(stretch, start, end) {
            votes.0.iter_mut().for_each(|v| *v -= 2);
        }
        record.context.add(votes);
        spots.push(Spot {
            start: candidate.start,
            end: candidate.end,
            items: ((first_item + at) as u32, (first_item + last) as u32),
            role: candidate.role,
            form,
            titled,
            shaky,
        });
    }
}

/// Whether quotation marks enclose it alone: a work, a nickname, a word spoken of.
fn is_quoted(stretch: &Stretch<'_>, start: usize, end: usize) -> bool {
    let quote = |i: usize| stretch.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Quote);
    start > 0 && quote(start - 1) && quote(end)
}
