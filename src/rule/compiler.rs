//! Turns a pattern as written into what the matcher walks: roles and lists are looked up, triggers written out.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::text::{Key, did_you_mean};

use super::example::undeclared;
use super::report::{Slip, list_of};
use super::syntax::{Branch, Node, Part};
use super::{Choice, Element, Lemma, Mistake, Pattern, RoleSpec};

/// A trigger or list with more forms than this is a mistake, not a list.
const MOST_FORMS: usize = 4096;

/// The forms of every list in sight: sequences of words and lemmas.
pub(super) type Lists = FxHashMap<String, Vec<Vec<Element>>>;

/// What a pattern may refer to, and what was wrong with it.
pub(super) struct Compiler<'a> {
    pub(super) roles: &'a [RoleSpec],
    /// Lists of the file itself come before those shared by all files.
    pub(super) lists: [&'a Lists; 2],
    pub(super) slips: &'a mut Vec<Slip>,
}

impl Compiler<'_> {
    /// One pattern for each alternative of `source`; those with mistakes are left out.
    pub(super) fn patterns(&mut self, branches: &[Branch], source: &str) -> Vec<Pattern> {
        branches.iter().filter_map(|branch| self.pattern(branch, source)).collect()
    }

    fn pattern(&mut self, branch: &Branch, source: &str) -> Option<Pattern> {
        let slips = self.slips.len();
        let mut trigger = None;
        for (i, node) in branch.nodes.iter().enumerate() {
            match &node.part {
                Part::Trigger(_) if trigger.is_none() => trigger = Some(i),
                Part::Trigger(_) => self.slip(
                    Mistake::SecondTrigger,
                    node,
                    "a second trigger".into(),
                    "an alternative has exactly one",
                    Some("alternatives are divided by `|`; a trigger may hold several words".into()),
                ),
                _ => {}
            }
        }
        let elements = self.sequence(&branch.nodes, true);
        if self.slips.len() > slips {
            return None;
        }
        let Some(trigger) = trigger else {
            self.slips.push(Slip {
                mistake: Mistake::NoTrigger,
                at: branch.at.clone(),
                message: "an alternative without a trigger".into(),
                label: "no `[ … ]` here".into(),
                help: Some("put the word that tells the relation in square brackets: `[meet/v]`".into()),
            });
            return None;
        };
        if !binds_actor(&elements) {
            self.slips.push(Slip {
                mistake: Mistake::NoActor,
                at: branch.at.clone(),
                message: "an alternative that binds no actor".into(),
                label: "no `$role` here".into(),
                help: None,
            });
            return None;
        }
        let written = branch.nodes.iter().map(|node| source[node.at.clone()].into()).collect();
        Some(Pattern { elements, trigger, written })
    }

    fn sequence(&mut self, nodes: &[Node], top: bool) -> Vec<Element> {
        nodes.iter().filter_map(|node| self.element(node, top)).collect()
    }

    fn element(&mut self, node: &Node, top: bool) -> Option<Element> {
        Some(match &node.part {
            Part::Word(word) => Element::Word(Key::of(word)),
            Part::Lemma(word, pos) => Element::Lemma(Arc::new(Lemma::new(word, *pos))),
            Part::Class(class) => Element::Class(*class),
            &Part::Any { min, max } => Element::Any { min, max },
            Part::Actor { role, many, stance } => {
                let Some(spec) = self.roles.iter().find(|spec| spec.role.as_str() == role) else {
                    self.slips.push(undeclared(role, node.at.start + 1, self.roles));
                    return None;
                };
                Element::Actor { role: spec.role, many: *many, stance: *stance }
            }
            Part::List(name) => Element::OneOf(Choice::new(self.list(name, node)?)),
            Part::Group(branches) => {
                Element::OneOf(Choice::new(branches.iter().map(|b| self.sequence(&b.nodes, false)).collect()))
            }
            Part::Optional(inner) => Element::Optional(Box::new(self.element(inner, false)?)),
            Part::Trigger(_) if !top => {
                let help = Some("write the whole alternative once with and once without it".into());
                let message = "a trigger inside a group or before `?`".into();
                self.slip(Mistake::TriggerInside, node, message, "may be missing here", help);
                return None;
            }
            Part::Trigger(branches) => Element::Trigger(self.forms(branches)),
        })
    }

    fn list(&mut self, name: &str, node: &Node) -> Option<Vec<Vec<Element>>> {
        if let Some(forms) = self.lists.iter().find_map(|lists| lists.get(name)) {
            return Some(forms.clone());
        }
        let mut known: Vec<&str> = self.lists.iter().flat_map(|lists| lists.keys().map(|k| &**k)).collect();
        known.sort_unstable();
        known.dedup();
        let help = match did_you_mean(name, known.iter().copied()) {
            Some(meant) => format!("did you mean `@{meant}`?"),
            None => format!("the lists are {}", list_of(known)),
        };
        self.slip(Mistake::UnknownList, node, format!("unknown list `@{name}`"), "no such list", Some(help));
        None
    }

    /// Every sequence of words and lemmas that the branches allow, the longest first.
    pub(super) fn forms(&mut self, branches: &[Branch]) -> Vec<Vec<Element>> {
        let mut forms: Vec<Vec<Element>> = Vec::new();
        for branch in branches {
            for form in self.forms_of(branch) {
                if !form.is_empty() && !forms.contains(&form) {
                    forms.push(form);
                }
            }
        }
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        forms
    }

    fn forms_of(&mut self, branch: &Branch) -> Vec<Vec<Element>> {
        let mut forms = vec![Vec::new()];
        for node in &branch.nodes {
            let next = self.node_forms(node);
            if forms.len() * next.len() > MOST_FORMS {
                let message = format!("more than {MOST_FORMS} forms");
                self.slip(Mistake::NotATriggerWord, node, message, "from here on it is too many", None);
                return forms;
            }
            forms = forms
                .iter()
                .flat_map(|form| next.iter().map(move |tail| form.iter().chain(tail).cloned().collect()))
                .collect();
        }
        forms
    }

    fn node_forms(&mut self, node: &Node) -> Vec<Vec<Element>> {
        match &node.part {
            Part::Word(word) => vec![vec![Element::Word(Key::of(word))]],
            Part::Lemma(word, pos) => vec![vec![Element::Lemma(Arc::new(Lemma::new(word, *pos)))]],
            Part::List(name) => self.list(name, node).unwrap_or_default(),
            Part::Group(branches) => branches.iter().flat_map(|branch| self.forms_of(branch)).collect(),
            Part::Optional(inner) => {
                let mut forms = self.node_forms(inner);
                forms.push(Vec::new());
                forms
            }
            _ => {
                let help = Some("a trigger holds words, lemmas, lists, groups of them and `?`".into());
                let message = "only words can stand here".into();
                self.slip(Mistake::NotATriggerWord, node, message, "not a word", help);
                Vec::new()
            }
        }
    }

    fn slip(&mut self, mistake: Mistake, node: &Node, message: String, label: &str, help: Option<String>) {
        self.slips.push(Slip { mistake, at: node.at.clone(), message, label: label.to_owned(), help });
    }
}

/// Whether some actor is bound.
fn binds_actor(elements: &[Element]) -> bool {
    elements.iter().any(|element| match element {
        Element::Actor { .. } => true,
        Element::OneOf(choice) => choice.branches.iter().any(|branch| binds_actor(branch)),
        Element::Optional(inner) => binds_actor(std::slice::from_ref(inner)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::EntityType;
    use crate::rule::{PartOfSpeech, Role, parser};

    fn compile(pattern: &str) -> (Vec<Pattern>, Vec<Mistake>) {
        let mut slips = Vec::new();
        let branches = parser::parse(pattern, &mut slips);
        let roles = [RoleSpec { role: Role::Participant, types: vec![EntityType::Person], min: 2 }];
        let word = |w| Element::Word(Key::of(w));
        let lists = Lists::from_iter([("more".to_owned(), vec![vec![word("step"), word("up")], vec![word("boost")]])]);
        let patterns = Compiler { roles: &roles, lists: [&lists, &Lists::default()], slips: &mut slips }
            .patterns(&branches, pattern);
        (patterns, slips.into_iter().map(|s| s.mistake).collect())
    }

    #[test]
    fn triggers_are_written_out() {
        let (patterns, mistakes) = compile("$participant+ @more? [@more (tie/n | link/n)?]");
        assert_eq!(mistakes, []);
        assert_eq!(patterns[0].trigger, 2);
        let Element::Trigger(forms) = &patterns[0].elements[2] else { panic!() };
        assert_eq!(forms.iter().map(Vec::len).collect::<Vec<_>>(), [3, 3, 2, 2, 2, 1]);
        assert_eq!(forms[4][1], Element::Lemma(Arc::new(Lemma::new("link", PartOfSpeech::Noun))));
    }

    #[test]
    fn mistakes_are_found() {
        for (pattern, mistake) in [
            ("$host [meet/v]", Mistake::UndeclaredRole),
            ("$participant+ meet/v", Mistake::NoTrigger),
            ("$participant+ [meet/v] [talk/n]", Mistake::SecondTrigger),
            ("$participant+ ([meet/v] | with)", Mistake::TriggerInside),
            ("$participant+ [meet/v]?", Mistake::TriggerInside),
            ("$participant+ [meet/v <det>]", Mistake::NotATriggerWord),
            ("$participant+ [@moer]", Mistake::UnknownList),
            ("[meet/v]", Mistake::NoActor),
        ] {
            assert_eq!(compile(pattern).1, [mistake], "{pattern}");
        }
    }
}
