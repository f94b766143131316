//! Airlines named after a people, elsewhere called by its adjective alone: "Peruvian Airlines", "Peruvian said".

use crate::gazetteer::EntityType;
use crate::text::{Text, flag};

use super::Mentions;
use super::candidate::Role;
use super::form::{DEMONYM, Forms, NONE, hash_word};
use super::item::{Gap, Item, known};
use super::scratch::Scratch;

/// "Peruvian Airlines", later "Peruvian": the people's adjective may stand for the firm.
pub(super) fn claim(text: &Text<'_>, full: u32, own: &[Item], forms: &mut Forms) {
    let carries = matches!(text.word(own[1].start as usize), "Airlines" | "Airways");
    if own[0].known & known::DEMONYM == 0 || own[1].gap != Gap::None || !carries {
        return;
    }
    let adjective = forms.find(hash_word(DEMONYM, own[0].key.0));
    if let Some(short) = adjective.map(|short| &mut forms.all[short as usize]).filter(|short| short.parent == NONE) {
        short.parent = full;
    }
}

/// "Peruvian said it", "the Orrson-Peruvian pact" where "Peruvian Airlines" was named: the form of the firm, where the
/// people's adjective stands as firms do.
pub(super) fn called(text: &Text<'_>, number: usize, scratch: &Scratch, found: &Mentions) -> Option<u32> {
    let spot = &scratch.spots[number];
    let full = scratch.forms.all[spot.form as usize].parent;
    if spot.role != Role::Demonym || full == NONE || scratch.forms.all[full as usize].first > number as u32 {
        return None;
    }
    let word = |i: usize| text.tokens.get(i).map_or("", |_| text.word(i));
    let (start, end) = (spot.start as usize, spot.end as usize);
    let before = word(start.checked_sub(1)?);
    // "Orrson Airways and Peruvian", "Orrson Airways-Peruvian"
    let beside = matches!(before, "and" | "-" | "/" | "&")
        && found.mentions.last().is_some_and(|last| {
            last.tokens.end + 1 == spot.start && found.entity(last.entity).entity_type == EntityType::Organization
        });
    let alone = matches!(
        word(end),
        "'s" | "’s" | "said" | "says" | "has" | "had" | "have" | "will" | "would" | "was" | "is" | "," | "." | "to"
    );
    let opens = text.tokens[start].has(flag::SENTENCE_START)
        || matches!(before, "by" | "with" | "of" | "for" | "at" | "between" | "to" | "that" | "from" | "against");
    let plain = text.tokens.get(end).is_some_and(|token| !token.is_capitalised());
    (beside && plain && (alone || before != "and") || alone && opens).then_some(full)
}
