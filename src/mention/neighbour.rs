//! What the names beside a name say of its type: "Norway's Acme", "traders Acme and Bestco".

use crate::gazetteer::{EntityType, WordFacts};
use crate::text::{Text, flag};

use super::candidate::{Role, Votes};
use super::form::{Forms, Spot};
use super::item::{Gap, Item, known};
use super::stretch::Stretch;

/// What describes a row of names speaks for no more of them.
const LONGEST_ROW: usize = 32;

/// "Norway's Acme": what a place has that no list knows is a firm; those who bear a person's name are left to it.
pub(super) fn owner(stretch: &Stretch<'_>, first: usize, own: &[Item]) -> Votes {
    let owned = stretch.gap(first) == Gap::Possessive
        && stretch.knows(first - 1, known::PLACE | known::COUNTRY)
        && !stretch.is_title_case()
        && own.iter().all(|item| item.known == 0)
        && !stretch.is_word(first)
        && !matches!(stretch.gap(first + own.len()), Gap::None | Gap::Hyphen);
    if !owned {
        return Votes::default();
    }
    let person = own.iter().any(|item| item.is(WordFacts::GIVEN.or(WordFacts::SURNAME)));
    match (person, own.len()) {
        (false, _) => Votes::of(Votes::ORGANIZATION, 5),
        (true, 1) => Votes::default(),
        (true, _) => Votes::of(Votes::ORGANIZATION, 2),
    }
}

/// Votes for the last of `spots` from those before it that it stands in a row with; `first` begins the sentence.
pub(super) fn row(stretch: &Stretch<'_>, first: usize, spots: &[Spot], forms: &mut Forms) {
    let Some((last, others)) = spots[first..].split_last() else { return };
    let Some(left) = others.last().filter(|left| joins(stretch.text, left, last)) else { return };
    coordinate(left, last, forms);
    let mut head = others.len() - 1;
    while head > 0 && others.len() - head < LONGEST_ROW && joins(stretch.text, &others[head - 1], &others[head]) {
        head -= 1;
    }
    // "Oslo, Bergen and Orrvik": two known ones settle what the third is.
    let row = &others[head..];
    for entity_type in EntityType::ALL {
        let known = row.iter().filter(|spot| forms.all[spot.form as usize].listed == 1 << entity_type as u8).count();
        let form = &mut forms.all[last.form as usize];
        if known > 1 && known == row.len() && form.listed == 0 {
            form.context.0[entity_type as usize] += 2;
        }
    }
    let described = described(stretch, others[head].start as usize);
    let form = &mut forms.all[last.form as usize];
    if form.listed == 0 {
        form.context.add(described);
    }
}

/// "traders Acme and Bestco": what a plural says of every name of the row that begins at token `start`.
fn described(stretch: &Stretch<'_>, start: usize) -> Votes {
    let Some(at) = start.checked_sub(1).filter(|at| *at >= stretch.sentence.tokens.start as usize) else {
        return Votes::default();
    };
    let facts = stretch.gazetteer.word(stretch.text.key(at)).facts;
    let token = &stretch.text.tokens[at];
    let plural = stretch.text.word(at).ends_with('s') && (token.has(flag::LOWER) || token.has(flag::SENTENCE_START));
    if !plural {
        Votes::default()
    } else if facts.any(WordFacts::COLLECTIVE) {
        Votes::of(Votes::ORGANIZATION, 5)
    } else if facts.any(WordFacts::DESCRIBED) {
        Votes::of(Votes::PERSON, 4)
    } else {
        Votes::default()
    }
}

/// Whether nothing but a comma or "and" stands between two names.
fn joins(text: &Text<'_>, left: &Spot, right: &Spot) -> bool {
    let between = left.end as usize..right.start as usize;
    let joined = match between.len() {
        1 => matches!(text.word(between.start), "," | "and" | "or" | "&" | "/"),
        2 => text.word(between.start) == "," && matches!(text.word(between.start + 1), "and" | "or"),
        _ => false,
    };
    joined && left.role == Role::Name && right.role == Role::Name && left.form != right.form
}

/// "Inuvik and Gamètì": of names side by side the known one speaks for the other.
fn coordinate(left: &Spot, right: &Spot, forms: &mut Forms) {
    for (one, other) in [(left, right), (right, left)] {
        let known = forms.all[one.form as usize];
        let (entity_type, votes) = known.prior.best();
        if known.listed.count_ones() == 1 || known.listed == 0 && votes >= 5 {
            let other = &mut forms.all[other.form as usize];
            if other.listed == 0 {
                other.context.0[entity_type as usize] += 2;
            }
        }
    }
}
