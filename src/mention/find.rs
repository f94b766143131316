//! All names of one document.

use jiff::civil::Date;

use crate::gazetteer::{EntityType, Gazetteer, WordFacts};
use crate::text::{Sentence, Text, Token, TokenKind, flag};

use super::candidate::{Candidate, Role, Votes, cover};
use super::form::{DEMONYM, Forms, Spot, hash_word};
use super::item::{self, Item, known};
use super::resolve::Resolver;
use super::scratch::Scratch;
use super::stretch::{Stretch, is_title_case};
use super::{
    Mentions, body, branch, cause, context, event, firm, joint, listed, marked, memory, neighbour, pair, person, site,
    title, unknown,
};

/// Finds the names of `text`, which is of `date` where that is known, and the things they name; what `found` held before is
/// gone. Expressions of time are not its concern.
pub fn find(gazetteer: &Gazetteer, text: &Text<'_>, date: Option<Date>, scratch: &mut Scratch, found: &mut Mentions) {
    found.clear();
    scratch.clear();
    let mut items = std::mem::take(&mut scratch.items);
    item::gather(gazetteer, text, &mut items);
    pair::gather(text, &items, &mut scratch.pairs);
    joint::gather(text, &items, &mut scratch.joints);
    firm::gather(text, &items, &mut scratch.firms);
    let mut from = 0;
    for sentence in text.sentences {
        let count = items[from..].iter().take_while(|item| item.start < sentence.tokens.end).count();
        let own = from..from + count;
        from += count;
        if own.is_empty() {
            continue;
        }
        item::join(gazetteer, text, sentence.tokens, &mut items[own.clone()]);
        joint::part(text, &scratch.joints, &mut items[own.clone()]);
        scratch.candidates.clear();
        let candidates = &mut scratch.candidates;
        let sentence = Sentence { title_case: is_title_case(text, sentence), ..*sentence };
        listed::find(gazetteer, text, &sentence, &mut items[own.clone()], candidates);
        let stretch = Stretch { gazetteer, text, items: &items[own.clone()], sentence };
        // A pattern none of whose head words stands in the sentence need not look at it.
        let (facts, known) = stretch
            .items
            .iter()
            .fold((WordFacts::default(), 0), |(facts, known), item| (facts.or(item.word.facts), known | item.known));
        if facts.any(title::PART) {
            title::find(&stretch, candidates);
        }
        person::find(&stretch, candidates);
        if facts.any(body::NEEDS) || known & known::COUNTRY != 0 {
            body::find(&stretch, candidates);
        }
        cause::find(&stretch, candidates);
        marked::find(&stretch, candidates);
        branch::find(&stretch, candidates);
        if facts.any(site::HEADS) {
            site::find(&stretch, candidates);
        }
        if facts.any(event::HEADS) {
            event::find(&stretch, candidates);
        }
        unknown::find(&stretch, candidates);
        if !scratch.pairs.is_empty() {
            pair::find(&stretch, &scratch.pairs, candidates);
        }
        if !scratch.firms.is_empty() {
            firm::find(&stretch, &items, &scratch.firms, candidates);
        }
        cover(candidates, &mut scratch.cover);
        spots(&stretch, own.start, &scratch.candidates, &mut scratch.spots, &mut scratch.forms);
    }
    memory::brackets(text, &scratch.spots, &mut scratch.forms);
    memory::decide(&mut scratch.forms, true);
    memory::initialisms(text, &scratch.spots, &mut scratch.forms);
    memory::claim_parts(gazetteer, text, &scratch.spots, &items, &mut scratch.forms, &mut scratch.claims);
    memory::decide(&mut scratch.forms, true);
    memory::decide(&mut scratch.forms, false);
    Resolver { gazetteer, text, date, items: &items }.mentions(scratch, found);
    scratch.items = items;
}

/// What speaks against a body whose letters stand for something else.
const NO_BODY: i16 = 12;

/// Turns the chosen candidates of one sentence into spots, with what their surroundings say.
fn spots(stretch: &Stretch<'_>, first_item: usize, chosen: &[Candidate], spots: &mut Vec<Spot>, forms: &mut Forms) {
    let first_spot = spots.len();
    let mut at = 0;
    let mut event_end = 0;
    for candidate in chosen {
        match candidate.role {
            Role::Event => {
                event_end = candidate.end;
                continue;
            }
            Role::Title => continue,
            Role::Name | Role::Demonym => {}
        }
        let (start, end) = (candidate.start as usize, candidate.end as usize);
        if is_money(stretch, end) || is_election(stretch, start, end) {
            continue;
        }
        while stretch.items.get(at).is_some_and(|item| item.end <= candidate.start) {
            at += 1;
        }
        let mut last = at;
        while stretch.items.get(last).is_some_and(|item| item.start < candidate.end) {
            last += 1;
        }
        let own: &[Item] = &stretch.items[at..last];
        let seed = if candidate.role == Role::Demonym { DEMONYM } else { 0 };
        let hash = own.iter().fold(seed, |hash, item| hash_word(hash, item.key.0));
        // "Studio 4", "Studio 5"
        let numbers = stretch.text.tokens[start..end].iter().filter(|t| t.kind == TokenKind::Number);
        let hash = numbers.fold(hash, |hash, t| hash_word(hash, t.key.0));
        let number = spots.len() as u32;
        let form = forms.at(hash, || (candidate.role, own.len() as u32, number));

        let record = &mut forms.all[form as usize];
        record.prior.max(candidate.votes);
        record.listed |= candidate.listed;
        record.name = record.name.or(candidate.name);
        record.pattern = record.pattern.or(candidate.pattern);
        let mut votes = context::votes(stretch.gazetteer, stretch.text, &stretch.sentence, start, end);
        // "Orrzin magazine"
        let unlisted = candidate.listed == 0 && candidate.role == Role::Name;
        if unlisted && context::is_press(stretch.text.word(end)) {
            votes.0[Votes::ORGANIZATION] += 4;
        }
        // "the president of Orrdek"
        if unlisted
            && candidate.name.is_none()
            && end == start + 1
            && !stretch.text.tokens.get(end).is_some_and(Token::is_capitalised)
            && context::is_led(stretch.gazetteer, stretch.text, start)
        {
            votes.0[Votes::ORGANIZATION] += 3;
        }
        if is_quoted(stretch, start, end) {
            votes.0.iter_mut().for_each(|v| *v -= 2);
        }
        record.context.add(votes);
        record.context.add(neighbour::owner(stretch, at, own));
        let before = spots.last().copied();
        let named = before.is_some_and(|before| before.end + 1 == candidate.start);
        if own.len() == 1
            && !named
            && start > 0
            && stretch.text.word(start - 1) == "("
            && own[0].has_any(flag::ALL_CAPS | flag::MIXED)
        {
            let first = stretch.sentence.tokens.start as usize;
            // "Winter Harvest Programme (WHP)"
            let event = event_end > 0 && event_end + 1 == candidate.start;
            if event || memory::stands_for_words(stretch.gazetteer, stretch.text, start, first) {
                record.claimed.0[Votes::ORGANIZATION] -= NO_BODY;
            }
        }
        spots.push(Spot {
            start: candidate.start - u32::from(takes_the(stretch, candidate)),
            end: candidate.end,
            items: ((first_item + at) as u32, (first_item + last) as u32),
            role: candidate.role,
            form,
        });
        neighbour::row(stretch, first_spot, spots, forms);
    }
}

/// "told The Daily Star": a capital within the sentence makes it part of the name.
fn takes_the(stretch: &Stretch<'_>, candidate: &Candidate) -> bool {
    let at = candidate.start as usize;
    candidate.role == Role::Name
        && !stretch.is_title_case()
        && candidate.votes.best().0 == EntityType::Organization
        && at > stretch.sentence.tokens.start as usize + 1
        && stretch.text.word(at - 1) == "The"
        && stretch.text.tokens[at - 2].is_word()
}

/// "the 2004 European Parliament election": a name within the name of an event.
fn is_election(stretch: &Stretch<'_>, start: usize, end: usize) -> bool {
    let year = |i: usize| stretch.text.tokens[i].kind == TokenKind::Number && stretch.text.word(i).len() == 4;
    let first = stretch.sentence.tokens.start as usize;
    start > first
        && year(start - 1)
        && (end..end + 4)
            .take_while(|i| stretch.text.tokens.get(*i).is_some_and(|t| t.has(flag::LOWER) && t.is_word()))
            .any(|i| matches!(stretch.text.word(i), "election" | "elections" | "referendum"))
}

/// Whether the name before token `end` says only which money: "US$", "US $", "US dollars"; but "lent Chile $5 million".
fn is_money(stretch: &Stretch<'_>, end: usize) -> bool {
    let short =
        || stretch.text.tokens[end - 1].has(flag::ALL_CAPS) || !stretch.text.tokens[end].has(flag::SPACE_BEFORE);
    match stretch.text.word(end) {
        "$" => short(),
        word => matches!(word, "dollars" | "dollar"),
    }
}

/// Whether quotation marks enclose it alone: a work, a nickname, a word spoken of.
fn is_quoted(stretch: &Stretch<'_>, start: usize, end: usize) -> bool {
    let quote = |i: usize| stretch.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Quote);
    start > 0 && quote(start - 1) && quote(end)
}
