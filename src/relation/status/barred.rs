//! What keeps the attitude of a verb from a noun near it: it is only asked for, told about, made, a share in it is wanted.

use crate::clause::{Link, Verb};
use crate::relation::attitude::{self, Attitude};
use crate::text::Key;

use super::{Reader, is_will};

impl Reader<'_> {
    /// Whether what a verb tells is asked of somebody, threatened or allowed, and not done: "should halt", "called on Peru to
    /// halt", "threatened to halt", "the right to halt".
    pub(super) fn is_asked_for(&self, verb: &Verb) -> bool {
        let open = |m: u32| !is_will(self.text.key(m as usize)) && self.text.word(m as usize) != "would";
        let governor = verb.governor.map(|g| self.syntax.verbs[g as usize]);
        // "should reduce and stop"
        if let Some(first) = governor.filter(|v| verb.link == Link::Coordinated && verb.subject == v.subject) {
            return verb.negation.is_none() && self.is_asked_for(&first);
        }
        let governor = governor.filter(|_| verb.link == Link::Infinitive);
        let asked = |key: Key| attitude::of_verb(key) == Some(Attitude::Possible) || attitude::is_threatening(key);
        verb.negation.is_none()
            && (verb.modal.is_some_and(open)
                || governor.is_some_and(|v| asked(self.text.key(v.main as usize)) || self.is_likely(&v, verb))
                || verb.noun.is_some_and(|n| {
                    // "the right to end the deal", "no plan to end it"
                    let noun = self.head(n as usize);
                    let no = self.text.word(self.syntax.groups[n as usize].tokens.start as usize) == "no";
                    no || attitude::is_right(noun) || attitude::of_noun(noun) == Some(Attitude::Possible)
                }))
    }

    /// Whether a verb of asking has the noun behind its "for": "applied for funds", "bid for a contract".
    pub(super) fn is_applied_for(&self, verb: &Verb, g: usize) -> bool {
        let p = self.syntax.groups[g].preposition.filter(|&p| p == verb.group + 1);
        p.is_some()
            && self.preposition(g) == Some(const { Key::of_ascii("for") })
            && attitude::is_applying(self.text.key(verb.main as usize))
    }

    /// Whether a verb tells what would be done on a condition: "would end the deal if no price were agreed".
    pub(super) fn is_threatened(&self, verb: &Verb) -> bool {
        verb.modal.is_some_and(|m| self.text.key(m as usize) == const { Key::of_ascii("would") })
            && self.syntax.verbs.iter().any(|v| self.is_conditional(v))
    }

    /// Whether a verb only speaks of the noun, or of what can be told of it: "boasted about his ties", "declined to comment on the
    /// talks", "gave details of the talks".
    pub(super) fn is_told_about(&self, v: usize, g: usize) -> bool {
        let about = const { Key::each(["about", "on", "of", "regarding", "over", "to"]) };
        let key = self.text.key(self.syntax.verbs[v].main as usize);
        // "details of the talks", "details on the substance of the talks"
        let above = |g: usize| self.syntax.groups[g].preposition.and_then(|p| self.syntax.before(p as usize));
        let detail = |n: usize| above(n).is_some_and(|n| attitude::is_detail(self.head(n)));
        let detail = detail(g) || detail(self.whole(g));
        // "an explanation for the letter"
        let reason = above(g).is_some_and(|n| attitude::is_reason(self.head(n)));
        if self.preposition(g) == Some(const { Key::of_ascii("for") }) {
            return reason;
        }
        self.preposition(g).is_some_and(|p| about.contains(&p))
            // "awaits the outcome of the talks": they are to come.
            && (detail && attitude::of_verb(key) != Some(Attitude::Planned) || reason || attitude::is_telling(key))
    }

    /// Whether the verb makes what the noun names, rather than plan it: "announced a deal", "agreed on a treaty", "set up a fund";
    /// a visit that is announced is to come.
    pub(super) fn is_made_by(&self, key: Key, g: usize) -> bool {
        attitude::is_announcing(key) && !self.is_event()
            || (attitude::is_agreeing(key) || attitude::is_settling(key)) && self.is_pact(g)
            || attitude::is_settling(key) && attitude::is_gift(self.head(g)) && !self.is_event()
    }

    /// Whether the attitude of verb `v` says nothing of the noun.
    pub(super) fn is_barred(&self, v: usize, g: usize, attitude: Attitude, wanted: bool) -> bool {
        let verb = self.syntax.verbs[v];
        let key = self.text.key(verb.main as usize);
        let subject = self.is_subject(v, g);
        let preposition = self.preposition(g);
        // "cut a deal", "negotiated a deal", "set up a partnership": there is one.
        let cut = self.is_pact(g) && const { Key::each(["cut", "negotiated"]) }.contains(&key)
            || key == const { Key::of_ascii("set") }
                && (self.is_behind_up(g) || !subject && self.syntax.after(verb.group as usize) != Some(self.whole(g)));
        // "seeks approval for the deal", "vowed to help in a deal": there is one.
        let above = self.syntax.groups[g].preposition.and_then(|p| self.syntax.before(p as usize));
        let assented = self.is_pact(g)
            && (above.is_some_and(|n| attitude::is_assent(self.head(n)))
                || preposition == Some(const { Key::of_ascii("in") }) && attitude == Attitude::Planned);
        // "pursued talks": they go on.
        let pursued = self.is_event() && key == const { Key::of_ascii("pursue") };
        // "calling Peru a partner", "called the talks useful"
        let named = attitude::is_calling(key)
                && self.text.word(verb.main as usize + 1) != "for"
                && preposition != Some(const { Key::of_ascii("for") })
                // "considers the deal dead"
                || self.is_definite(g) && attitude::is_rendering(key) && self.complement(g).is_some();
        // "resolved the row over the deal", "asked for the meeting": it was had.
        let settled = const { Key::each(["resolve", "resolved", "resolves", "resolving"]) }.contains(&key)
            || self.is_event()
                && verb.past
                && const { Key::each(["asked", "requested"]) }.contains(&key)
                && matches!(self.text.word(self.syntax.groups[g].tokens.start as usize), "the" | "this" | "that");
        // "wants a share in the deal"
        let share = !self.is_event() && self.is_definite(g) && !wanted && self.is_share(g);
        // "the talks were aimed at ending the row"
        let aimed = subject && attitude::is_aiming(key);
        // "break the deadlock over the deal": the deal is not broken; "opposed to talks", "rejected a request for talks".
        let away = |p: Key| p == const { Key::of_ascii("from") } && self.is_away_from(g);
        let aside = preposition.is_some_and(|p| p != const { Key::of_ascii("of") } && !away(p))
            && !wanted
            && !(attitude::is_opposing(key) && self.is_event() && preposition == Some(const { Key::of_ascii("to") }));
        // "ended two days of talks": they were held.
        let over = self.is_event() && attitude::is_end(key);
        // "offered courses in a joint venture"
        let offered = attitude::is_offering(key)
            && preposition == Some(const { Key::of_ascii("in") })
            && !attitude::is_gift(self.head(g));
        // "expects growth from the venture"
        let source = preposition == Some(const { Key::of_ascii("from") }) && attitude != Attitude::Negative;
        source
            || self.is_made_by(key, g)
            || cut
            || assented
            || pursued
            || named
            || settled
            || share
            || aimed
            || offered
            || (aside || over) && attitude == Attitude::Negative
    }
}
