//! Bodies named with the country they work in: "Amnesty International Peru", "Peruvian Chamber of Commerce in Chile".

use crate::gazetteer::{Gazetteer, Kind, NameForm, NameId, WordFacts};
use crate::text::{Classes, Token, TokenKind, flag};

use super::candidate::{Candidate, Role, Votes, push};
use super::item::{Gap, known};
use super::source::Pattern;
use super::stretch::Stretch;

/// Adds every listed or patterned body of the sentence together with the country behind it.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    if stretch.is_title_case() {
        return;
    }
    for i in 2..stretch.items.len() {
        if stretch.gap(i) == Gap::Of && stretch.knows(i, known::COUNTRY) {
            of_country(stretch, i, candidates);
        }
    }
    for i in 0..candidates.len() {
        let body = candidates[i];
        if body.role != Role::Name || body.votes.0[Votes::ORGANIZATION] < 6 {
            continue;
        }
        let end = body.end as usize;
        let chamber = stretch.text.word(end) == "in" && stretch.text.word(end - 1) == "Commerce";
        // "Farmers Party of Costa Rica": a country of several words, which may look like a title and a name.
        let of = stretch.text.word(end) == "of"
            && stretch.gazetteer.word(stretch.text.key(end - 1)).facts.any(WordFacts::BODY);
        let at = body.end + u32::from(chamber || of);
        if !stretch.text.tokens.get(at as usize).is_some_and(Token::is_capitalised) {
            continue;
        }
        let country =
            candidates.iter().filter(|c| c.start == at && is_country(stretch.gazetteer, c.name)).max_by_key(|c| c.end);
        let Some(&country) = country else { continue };
        if of && country.end < country.start + 2 {
            continue;
        }
        if !chamber && !of && !closes(stretch, &body, country.end as usize) {
            continue;
        }
        let weight = body.weight + country.weight + 2;
        let votes = Votes::of(Votes::ORGANIZATION, 7);
        push(candidates, Candidate::new(body.start, country.end, weight, Role::Name).with(Pattern::Body, votes));
    }
}

/// Whether a name can mean a country or continent.
fn is_country(gazetteer: &Gazetteer, name: Option<NameId>) -> bool {
    let whole = |kind: Kind| matches!(kind, Kind::Country | Kind::Territory | Kind::Continent);
    name.is_some_and(|name| {
        gazetteer.uses(name).any(|one| one.form != NameForm::Demonym && whole(gazetteer.kind(one.entry)))
    })
}

/// Whether the country that ends before token `end` closes the name of `body`: not "told Reuters Iran would", not "the UN
/// Sudan envoy".
fn closes(stretch: &Stretch<'_>, body: &Candidate, end: usize) -> bool {
    let before = (body.start as usize).checked_sub(1).map_or("", |at| stretch.text.word(at));
    let told = matches!(before, "told" | "tells" | "tell" | "telling" | "warned" | "informed" | "assured");
    let Some(next) = stretch.text.tokens.get(end) else { return !told };
    // "outside the European Union Norway is"
    let clause = before == "the" && next.classes.any(Classes::BE.or(Classes::HAVE).or(Classes::MODAL));
    let facts = stretch.gazetteer.word(next.key).facts;
    let noun = next.kind == TokenKind::Word
        && next.has(flag::LOWER)
        && next.classes.is_empty()
        && !facts.any(WordFacts::SPOKEN);
    !told && !clause && !noun && !next.is_capitalised()
}

/// What a union, party or alliance calls itself that no other name has as its head.
const CAUSES: [&str; 9] =
    ["Action", "Alternative", "Choice", "Convergence", "Dialogue", "Initiative", "Renewal", "Solidarity", "Unity"];

/// "United Garment Workers of Peru", "Popular Renewal of Peru": people or a cause, and item `last`, their country.
fn of_country(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let other = WordFacts::FUNCTION
        .or(WordFacts::CALENDAR)
        .or(WordFacts::EVENT)
        .or(WordFacts::HONORIFIC)
        .or(WordFacts::OFFICE)
        .or(WordFacts::SITE);
    let plain = |i: usize| {
        stretch.is(i, WordFacts::COMMON.or(WordFacts::GROUP).or(WordFacts::BODY_END)) && !stretch.is(i, other)
    };
    let head = last - 1;
    let word = stretch.text.word(stretch.items[head].start as usize);
    // "Founding Fathers of America" are no body.
    let people = ["ers", "ists", "ors", "outs"].iter().any(|end| word.ends_with(end))
        && !matches!(word, "Brothers" | "Fathers" | "Founders" | "Rulers" | "Settlers" | "Sisters");
    let mut first = head;
    while first > 0 && stretch.gap(first) == Gap::None && plain(first - 1) && !stretch.opens(first - 1) {
        first -= 1;
    }
    if first == head || !plain(head) || !people && !CAUSES.contains(&word) || stretch.gap(last + 1) == Gap::None {
        return;
    }
    let weight = 10 * (last - first + 1) as i32 - 7;
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    let votes = Votes::of(Votes::ORGANIZATION, 6);
    push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
}
