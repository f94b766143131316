//! Sentences with the answer drawn in: `[participant:Wang Yi] {met} [participant/PLACE:Brazil] …`.

use std::ops::Range;

use crate::gazetteer::EntityType;
use crate::text::did_you_mean;

use super::report::{Slip, list_of};
use super::{ExampleName, Mistake, Role, RoleSpec};

/// A sentence without its marks, and what the marks said.
pub(super) struct Drawn {
    pub(super) text: String,
    pub(super) names: Vec<ExampleName>,
    /// Bytes of each `{…}` in `text`, and in the marked sentence.
    pub(super) triggers: Vec<((usize, usize), Range<usize>)>,
}

/// Takes the marks out of a sentence.
pub(super) fn parse(marked: &str, roles: &[RoleSpec], slips: &mut Vec<Slip>) -> Drawn {
    let mut drawn = Drawn { text: String::with_capacity(marked.len()), names: Vec::new(), triggers: Vec::new() };
    let mut at = 0;
    while let Some(next) = marked[at..].find(['[', '{', ']', '}']).map(|i| at + i) {
        drawn.text.push_str(&marked[at..next]);
        let open = &marked[next..=next];
        let inner = next + 1;
        let end = marked[inner..].find(['[', '{', ']', '}']).map(|i| inner + i);
        let close = if open == "[" { "]" } else { "}" };
        let slip =
            |mistake, message: String, label: String| Slip { mistake, at: next..inner, message, label, help: None };
        at = inner;
        if open == "]" || open == "}" {
            slips.push(slip(Mistake::UnclosedMark, format!("`{open}` closes nothing"), "no mark is open here".into()));
            continue;
        }
        let Some(end) = end.filter(|&end| marked[end..].starts_with(close)) else {
            slips.push(slip(
                Mistake::UnclosedMark,
                format!("`{open}` is never closed"),
                format!("`{close}` is missing"),
            ));
            continue;
        };
        at = end + 1;
        let start = drawn.text.len();
        if open == "{" {
            drawn.text.push_str(&marked[inner..end]);
            drawn.triggers.push(((start, drawn.text.len()), next..at));
        } else if let Some((head, name)) = marked[inner..end].split_once(':') {
            drawn.text.push_str(name);
            if let Some((role, entity_type)) = label(head, inner, roles, slips) {
                drawn.names.push(ExampleName { start, end: drawn.text.len(), entity_type, role });
            }
        } else {
            drawn.text.push_str(&marked[inner..end]);
            slips.push(Slip {
                mistake: Mistake::UnclosedMark,
                at: next..at,
                message: "a name without a role or type".into(),
                label: "expected `[role:name]` or `[TYPE:name]`".into(),
                help: None,
            });
        }
        if drawn.text.len() == start {
            slips.push(slip(Mistake::UnclosedMark, "an empty mark".into(), "holds no words".into()));
        }
    }
    drawn.text.push_str(&marked[at..]);
    drawn
}

/// Reads what stands before the colon: `role`, `role/TYPE` or `TYPE`.
fn label(head: &str, at: usize, roles: &[RoleSpec], slips: &mut Vec<Slip>) -> Option<(Option<Role>, EntityType)> {
    if let Some(entity_type) = EntityType::parse(head) {
        return Some((None, entity_type));
    }
    let (role, entity_type) = match head.split_once('/') {
        Some((role, entity_type)) => (role, Some(entity_type)),
        None => (head, None),
    };
    let given = match entity_type.map(|t| (t, EntityType::parse(t))) {
        Some((written, None)) => {
            slips.push(unknown_type(written, at + role.len() + 1));
            return None;
        }
        Some((_, found)) => found,
        None => None,
    };
    let spec = roles.iter().find(|spec| spec.role.as_str() == role);
    let Some(spec) = spec else {
        slips.push(undeclared(role, at, roles));
        return None;
    };
    let entity_type = given.or(spec.types.first().copied())?;
    if !spec.types.contains(&entity_type) {
        let types = list_of(spec.types.iter().map(|t| t.as_str()));
        slips.push(Slip {
            mistake: Mistake::UnknownType,
            at: at..at + head.len(),
            message: format!("no {} fits the role `{role}`", entity_type.as_str()),
            label: "does not fit its role".into(),
            help: Some(format!("`{role}` is declared for {types}")),
        });
        return None;
    }
    Some((Some(spec.role), entity_type))
}

/// A type of actors that does not exist.
pub(super) fn unknown_type(written: &str, at: usize) -> Slip {
    let all = ["PERSON", "PLACE", "ORGANIZATION"];
    Slip {
        mistake: Mistake::UnknownType,
        at: at..at + written.len(),
        message: format!("unknown type `{written}`"),
        label: "no such type of actors".into(),
        help: Some(match did_you_mean(written, all) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the types are {}", list_of(all)),
        }),
    }
}

/// A role that the file does not declare.
pub(super) fn undeclared(role: &str, at: usize, roles: &[RoleSpec]) -> Slip {
    let declared = || roles.iter().map(|spec| spec.role.as_str());
    let mut help = match did_you_mean(role, declared()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("declared roles: {}", list_of(declared())),
    };
    if Role::parse(role).is_some() {
        help.push_str("\na role is declared by a line under [relation.roles]");
    }
    Slip {
        mistake: Mistake::UndeclaredRole,
        at: at..at + role.len(),
        message: format!("undeclared role `{role}`"),
        label: "this role is not declared in [relation.roles]".into(),
        help: Some(help),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles() -> Vec<RoleSpec> {
        let types = vec![EntityType::Person, EntityType::Place];
        vec![RoleSpec { role: Role::Participant, types, min: 2 }]
    }

    #[test]
    fn takes_the_marks_out() {
        let mut slips = Vec::new();
        let marked = "[participant:Ann Lee] {met} [participant/PLACE:Peru]'s envoy in [PLACE:Lima].";
        let drawn = parse(marked, &roles(), &mut slips);
        assert_eq!(slips, []);
        assert_eq!(drawn.text, "Ann Lee met Peru's envoy in Lima.");
        let names: Vec<_> = drawn.names.iter().map(|n| (&drawn.text[n.start..n.end], n.entity_type, n.role)).collect();
        assert_eq!(
            names,
            [
                ("Ann Lee", EntityType::Person, Some(Role::Participant)),
                ("Peru", EntityType::Place, Some(Role::Participant)),
                ("Lima", EntityType::Place, None)
            ]
        );
        assert_eq!(drawn.triggers.len(), 1);
        assert_eq!(&marked[drawn.triggers[0].1.clone()], "{met}");
    }

    #[test]
    fn tells_every_mistake() {
        let mut slips = Vec::new();
        let drawn = parse("[guest:A] [participant/CITY:B] {met [C] } [PLACE:]", &roles(), &mut slips);
        let found: Vec<_> = slips.iter().map(|s| s.mistake).collect();
        use Mistake::*;
        assert_eq!(
            found,
            [UndeclaredRole, UnknownType, UnclosedMark, UnclosedMark, UnclosedMark, UnclosedMark],
            "{}",
            drawn.text
        );
    }
}
