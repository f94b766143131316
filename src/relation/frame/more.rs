//! What a participle or a relative clause says of the noun a trigger is.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{Link, Syntax, lexical};
use crate::text::{Key, Text, inflect};

use super::Frame;

impl Frame {
    /// "spoke at a conference led by Bo Ek", "led a delegation that included Bo Ek", "signed a pact that gives Peru a port": the
    /// frame with what the participle or the relative clause behind the noun `g` says.
    pub(super) fn with_more(&self, text: &Text<'_>, syntax: &Syntax, g: usize) -> Option<Frame> {
        let g = g as u32;
        // "a mission to Peru led by Bo Ek": what hangs on the noun may seem to be led.
        let owns = |s: &u32| *s == g || *s == g + 2 && syntax.groups[*s as usize].preposition == Some(g + 1);
        let tells = |v: &&crate::clause::Verb| {
            let main = text.key(v.main as usize);
            let relative = v.link == Link::Relative && v.group > g;
            let own = v.subject == Some(g);
            let hosts = v.passive && HOSTING.contains(&main);
            let contains = !v.passive && relative && lexical::is_containing(main);
            let binds = !v.passive && v.group > g && v.group <= g + 2 && BINDING.contains(&main);
            hosts && v.subject.filter(owns).is_some_and(|s| own && relative || v.group == s + 1)
                || own && (contains || binds)
        };
        let verb = syntax.verbs.iter().find(tells)?;
        let (passive, noun, verb) = (verb.passive, verb.subject?, verb.group);
        let clause = syntax.groups[verb as usize].clause;
        let behind = self.groups.iter().position(|&k| k == noun)? + 1;
        // "The pact gives Peru a port": an active main clause stands in this order already.
        if !passive && self.groups.contains(&verb) {
            return None;
        }
        let mut wide = Frame { company: None, ..self.clone() };
        let told =
            (verb..).zip(&syntax.groups[verb as usize..]).take_while(|(_, k)| k.clause == clause).map(|(k, _)| k);
        wide.groups.splice(behind..behind, told);
        Some(wide)
    }
}

static HOSTING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::verb_keys(
        "lead head call preside open attend chair host convene organise organize mediate broker facilitate sponsor \
         offer provide give send donate extend grant pledge promise hold fax address deliver mail",
    )
});
/// What a paper or union does to those it binds.
static BINDING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::verb_keys(
        "give grant allow permit enable let require oblige commit bind entitle assure guarantee provide include comprise \
         involve unite",
    )
});
