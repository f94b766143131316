//! "it" that stands for nobody: "it was wrong to sign", "it is a mistake to invite them".

use crate::clause::{GroupKind, Link, VerbForm};

use super::super::vocabulary::calling_of;
use super::Resolver;

/// Said of a deed, not of who does it: "it is hard to sign".
const OF_DEEDS: [&str; 45] = [
    "absurd",
    "acceptable",
    "advisable",
    "appropriate",
    "best",
    "better",
    "common",
    "convenient",
    "counterproductive",
    "crucial",
    "customary",
    "dangerous",
    "desirable",
    "difficult",
    "easier",
    "easy",
    "essential",
    "fitting",
    "foolish",
    "hard",
    "harder",
    "illegal",
    "imperative",
    "important",
    "impossible",
    "inappropriate",
    "irresponsible",
    "logical",
    "natural",
    "necessary",
    "normal",
    "pointless",
    "possible",
    "premature",
    "reasonable",
    "sensible",
    "tempting",
    "unacceptable",
    "unfair",
    "unnecessary",
    "unwise",
    "useful",
    "vital",
    "wise",
    "wrong",
];

/// Said of what is so, not of anybody: "it is clear that they signed".
const OF_FACTS: [&str; 13] = [
    "apparent",
    "certain",
    "clear",
    "doubtful",
    "evident",
    "inevitable",
    "likely",
    "obvious",
    "plain",
    "probable",
    "true",
    "unclear",
    "unlikely",
];

/// What joins "it" to what is said of it.
const COPULAS: [&str; 14] = [
    "is", "'s", "’s", "was", "be", "been", "become", "becomes", "became", "remain", "remains", "remained", "seems",
    "seemed",
];

/// Most groups between what is said of a deed and the verb that tells it: "a mistake for Peru to sign".
const FARTHEST_DEED: usize = 6;

/// Most groups between what is said of a fact and the clause that tells it: "it was clear to Lee after the talks that".
const FARTHEST_FACT: usize = 12;

impl Resolver<'_> {
    /// Whether "it" only stands in for what an infinitive or a clause tells: "it was a provocation to invite Peru".
    pub(super) fn is_extraposed(&self, token: usize) -> bool {
        let (syntax, text) = (self.syntax, self.text);
        let own = syntax.group_of(token) as u32;
        let said = syntax.verbs.iter().find(|v| {
            v.subject == Some(own)
                && v.group > own
                && v.link != Link::Infinitive
                && COPULAS.contains(&text.word(v.main as usize))
        });
        let Some(what) = said.and_then(|v| syntax.after(v.group as usize)) else { return false };
        let group = syntax.groups[what];
        let last = text.word(group.tokens.end as usize - 1);
        let a_deed = match group.kind {
            // "it is a company to watch"
            GroupKind::Noun => {
                matches!(text.word(group.tokens.start as usize), "a" | "an" | "no")
                    && calling_of(text.key(group.head as usize)).is_none()
                    && !self.is_named(group.head as usize)
            }
            GroupKind::Adjective | GroupKind::Other => OF_DEEDS.contains(&last),
            _ => return false,
        };
        let a_fact = group.kind != GroupKind::Noun && (a_deed || OF_FACTS.contains(&last));
        let near = what + 1..syntax.groups.len().min(what + 1 + FARTHEST_DEED);
        let told = near.clone().find(|&g| matches!(syntax.groups[g].kind, GroupKind::Verb | GroupKind::Break));
        let infinitive =
            told.and_then(|g| syntax.verb_of(g)).is_some_and(|v| syntax.verbs[v].form == VerbForm::Infinitive);
        let said = what + 1..syntax.groups.len().min(what + 1 + FARTHEST_FACT);
        let open = |g: &usize| !matches!(syntax.groups[*g].kind, GroupKind::Verb | GroupKind::Break);
        let clause = said.take_while(open).any(|g| text.word(syntax.groups[g].tokens.start as usize) == "that");
        a_deed && infinitive || a_fact && clause
    }
}
