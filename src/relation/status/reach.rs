//! What reaches a verb from further off: the noun above its subject, an "or", a "but" behind it.

use crate::clause::{GroupKind, Verb, VerbForm};
use crate::relation::Modality;
use crate::relation::attitude;
use crate::relation::frame::governing;
use crate::text::{Classes, Key, Tag};

use super::Reader;

impl Reader<'_> {
    /// Takes over what the noun above the subject of a gerund says: "a ban on envoys speaking", "the idea of the two meeting"; who
    /// "has trouble reaching a deal" has none as yet.
    pub(super) fn hung(&mut self, verb: &Verb) {
        let Some(subject) = verb.subject.map(|s| s as usize).filter(|&s| s + 1 == verb.group as usize) else { return };
        if verb.form != VerbForm::Gerund {
            return;
        }
        // "is having trouble reaching a deal"
        let high = governing(self.syntax, subject, self.syntax.groups[subject].clause);
        let has = |v: usize| self.text.classes(self.syntax.verbs[v].main as usize).any(Classes::HAVE);
        if attitude::is_trouble(self.head(subject)) && high.is_some_and(has) {
            return self.modality(Modality::Possible, self.syntax.groups[subject].head as usize);
        }
        let hangs = |word: Key| const { Key::each(["of", "on", "for", "about"]) }.contains(&word);
        let Some(p) = self.syntax.groups[subject].preposition.filter(|_| self.preposition(subject).is_some_and(hangs))
        else {
            return;
        };
        let noun = self.syntax.before(p as usize).filter(|&n| self.syntax.groups[n].kind == GroupKind::Noun);
        let Some((noun, attitude)) = noun.and_then(|n| Some((n, attitude::of_noun(self.head(n))?))) else { return };
        if self.is_lifted(noun) {
            self.modality(Modality::Possible, self.syntax.groups[noun].head as usize);
        } else {
            self.attitude(attitude, self.syntax.groups[noun].head as usize);
        }
    }

    /// What a noun of asking has in its clause, in the bare form, is possible: "an offer that the two meet", "the demand that Peru
    /// help".
    pub(super) fn asked_for(&mut self, verb: &Verb) {
        let clause = self.syntax.clauses[self.syntax.groups[verb.group as usize].clause as usize];
        let Some(that) = clause.opener.or(verb.opener).map(|o| o as usize) else { return };
        // "a new offer today that the two meet"
        let groups = &self.syntax.groups;
        let noun = (0..that).rev().find(|&n| !matches!(groups[n].kind, GroupKind::Date | GroupKind::Adverb));
        let noun = noun.filter(|&n| groups[n].kind == GroupKind::Noun);
        let opens = self.text.word(self.syntax.groups[that].tokens.start as usize) == "that";
        let bare = verb.form == VerbForm::Finite && !verb.past && verb.modal.is_none() && !verb.passive;
        let own = verb.subject.is_some_and(|s| s as usize > that);
        if let Some(noun) = noun.filter(|&n| opens && bare && own && attitude::is_asking(self.head(n))) {
            self.modality(Modality::Possible, self.syntax.groups[noun].head as usize);
        }
    }

    /// The noun whose "that" opens the clause of a verb: "the reports" of "the reports that they met".
    pub(super) fn noun_of_that(&self, verb: &Verb) -> Option<usize> {
        let groups = &self.syntax.groups;
        let clause = self.syntax.clauses[groups[verb.group as usize].clause as usize];
        let that = clause.opener.or(verb.opener).map(|o| o as usize);
        let that = that.filter(|&o| self.text.word(groups[o].tokens.start as usize) == "that")?;
        let noun = that.checked_sub(1).filter(|&n| groups[n].kind == GroupKind::Noun)?;
        // "the reports in a paper that they met"
        let above = groups[noun].preposition.and_then(|p| self.syntax.before(p as usize));
        Some(above.filter(|&n| groups[n].kind == GroupKind::Noun && attitude::is_report(self.head(n))).unwrap_or(noun))
    }

    /// The noun that says of its clause that it may be so or not: "speculation that they will meet", "the possibility that they met".
    pub(super) fn idea_that(&self, verb: &Verb) -> Option<usize> {
        self.noun_of_that(verb).filter(|&n| attitude::is_mere_idea(self.head(n)) || attitude::is_outlook(self.head(n)))
    }

    /// What a report tells that is denied did not happen, what is a mere idea may be: "no truth in reports that they met", "denied
    /// reports that they met", "the possibility that they met".
    pub(super) fn told_falsely(&mut self, verb: &Verb) {
        let groups = &self.syntax.groups;
        if let Some(idea) = self.idea_that(verb) {
            self.modality(Modality::Possible, groups[idea].head as usize);
        }
        let Some(noun) = self.noun_of_that(verb).filter(|&n| attitude::is_report(self.head(n))) else { return };
        let above = groups[noun].preposition.and_then(|p| self.syntax.before(p as usize));
        if let Some(truth) = above.filter(|&n| attitude::is_truth(self.head(n))) {
            let first = groups[truth].tokens.start as usize;
            if self.text.word(first) == "no" {
                self.negative(first);
            }
        } else if let Some(high) = self.syntax.verbs.iter().rfind(|v| (v.group as usize) < noun)
            && high.group as usize + 1 == noun
            && high.negation.is_none()
            && attitude::is_refuting(self.text.key(high.main as usize))
        {
            self.negative(high.main as usize);
        }
    }

    /// The negation of the verb before "or" is of the verb behind it as well: "is not meeting or calling".
    pub(super) fn either(&mut self, verb: &Verb) {
        let groups = &self.syntax.groups;
        let or = (verb.group as usize).checked_sub(1).filter(|&k| groups[k].kind == GroupKind::Coordinator);
        let or = or.filter(|&k| matches!(self.text.word(groups[k].tokens.start as usize), "or" | "nor"));
        let high = or.and_then(|k| self.syntax.verbs.iter().rfind(|v| (v.group as usize) < k));
        let alike = verb.form != VerbForm::Finite || verb.subject.is_none();
        if let Some(negation) = high.and_then(|v| v.negation).filter(|_| alike && verb.negation.is_none()) {
            self.negative(negation as usize);
        }
    }

    /// What somebody would neither "confirm or deny" may be; whether it is so.
    pub(super) fn left_open(&mut self, verb: &Verb) -> bool {
        let denies = const { Key::each(["denied", "deny", "denying", "denies"]) };
        let or = (verb.group as usize).checked_sub(1).map(|k| self.syntax.groups[k]);
        let or = or.filter(|k| matches!(self.text.word(k.tokens.start as usize), "or" | "nor"));
        let high = or.and_then(|k| k.tokens.start.checked_sub(1)).map(|i| self.text.key(i as usize));
        let confirms = const { Key::each(["confirm", "confirmed", "confirming", "confirms"]) };
        let open = denies.contains(&self.text.key(verb.main as usize)) && high.is_some_and(|h| confirms.contains(&h));
        if open {
            self.modality(Modality::Possible, verb.main as usize);
        }
        open
    }

    /// Whether a "never" before a comparison denies nothing: "prospects have never been better".
    pub(super) fn is_topped(&self, verb: &Verb, negation: usize) -> bool {
        let end = self.syntax.sentence.end as usize;
        let next = verb.main as usize + 1;
        let word = |i: usize| if i < end { self.text.word(i) } else { "" };
        let more = next < end && matches!(self.syntax.tag(next), Tag::Comparative | Tag::AdverbMore);
        let comparative = more || matches!(word(next), "so" | "as");
        self.text.word(negation) == "never" && self.text.classes(verb.main as usize).any(Classes::BE) && comparative
    }

    /// What was tried did not come about where the sentence goes on to say so: "tried to meet but failed", "sought in vain to meet".
    pub(super) fn foiled(&mut self, from: usize) {
        const FARTHEST: usize = 7;
        let end = self.syntax.sentence.end as usize;
        let word = |i: usize| if i < end { self.text.word(i) } else { "" };
        let failed = |i: &usize| match word(*i) {
            "vain" => word(*i - 1) == "in",
            "success" => word(*i - 1) == "without",
            "unsuccessfully" => true,
            "but" => (*i..end.min(*i + FARTHEST)).any(|k| attitude::is_foiling(self.text.key(k))),
            _ => false,
        };
        if let Some(token) = (from + 1..end).find(failed) {
            self.negative(token);
        }
    }
}
