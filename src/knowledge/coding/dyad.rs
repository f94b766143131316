//! From one relation of n actors to CAMEO dyads.
//!
//! CAMEO's own habits: who takes part on equal terms is source and target of the other, both ways; a visit is the pair
//! 042 and 043; a mediator acts on each side (045); who gives acts on who is given. Codes other than 04 (a planned
//! meeting is 036) hold for every pair of the relation.

use crate::record::Relation;
use crate::rule::Role;

/// One source, one target, one code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dyad<'r> {
    /// Number of the source in the record's entities.
    pub source: u32,
    /// Number of the target.
    pub target: u32,
    /// CAMEO code.
    pub cameo: &'r str,
}

/// All dyads of a relation, in the order of its arguments; no actor acts on itself.
pub fn dyads<'r>(relation: &'r Relation<'_>) -> Vec<Dyad<'r>> {
    let mut found: Vec<Dyad<'r>> = Vec::new();
    for a in &relation.arguments {
        for b in &relation.arguments {
            let Some(cameo) = code(&relation.cameo, a.role, b.role) else {
                continue;
            };
            let dyad = Dyad { source: a.entity, target: b.entity, cameo };
            if a.entity != b.entity && !found.contains(&dyad) {
                found.push(dyad);
            }
        }
    }
    found
}

/// The code of what one role does to another; `None` where it does nothing.
fn code(cameo: &str, source: Role, target: Role) -> Option<&str> {
    use Role::{Destination, Giver, Host, Mediator, Participant, Receiver, Visitor};
    let consult = cameo.starts_with("04");
    match (source, target) {
        (Visitor, Host | Destination) if consult => Some("042"),
        (Host | Destination, Visitor) if consult => Some("043"),
        (Mediator, Participant | Giver | Receiver) if consult => Some("045"),
        (Participant, Participant) if matches!(cameo, "042" | "043" | "045") => Some("040"),
        (Participant, Participant)
        | (Giver, Receiver)
        | (Visitor | Host, Host | Visitor | Participant)
        | (Participant, Visitor | Host)
        | (Visitor, Destination)
        | (Destination, Visitor)
        | (Mediator, Participant | Receiver)
            if !(source == target && source != Participant) =>
        {
            Some(cameo)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::record::Record;

    use super::*;

    /// Each dyad of each relation of the sample: `source target code`.
    fn of(document: &str) -> Vec<String> {
        let sample = include_str!("../../../tests/records/sample.jsonl");
        let line = sample.lines().find(|l| l.contains(&format!("\"id\":\"{document}\""))).unwrap();
        let record = Record::read(line).unwrap();
        let name = |n: u32| &*record.entities[n as usize].name;
        let told = record.relations.iter().flat_map(dyads);
        told.map(|d| format!("{} > {} {}", name(d.source), name(d.target), d.cameo)).collect()
    }

    #[test]
    fn equals_act_both_ways() {
        assert_eq!(of("quay-2"), ["Tomas Ruiz > Ingrid Sola 040", "Ingrid Sola > Tomas Ruiz 040"]);
    }

    #[test]
    fn givers_act_one_way() {
        assert_eq!(of("aid-1"), ["Japan > Fiji 033", "World Food Programme > Fiji 033"]);
    }

    #[test]
    fn a_planned_visit_is_no_visit() {
        assert_eq!(
            of("visit-1"),
            [
                "Amina Otieno > Ghana 036",
                "Amina Otieno > Kofi Mensah 036",
                "Ghana > Amina Otieno 036",
                "Kofi Mensah > Amina Otieno 036",
            ]
        );
        assert_eq!(code("042", Role::Visitor, Role::Host), Some("042"));
        assert_eq!(code("042", Role::Destination, Role::Visitor), Some("043"));
        assert_eq!(code("040", Role::Mediator, Role::Participant), Some("045"));
        assert_eq!(code("040", Role::Participant, Role::Mediator), None);
    }

    #[test]
    fn three_equals_make_six() {
        assert_eq!(of("summit-1").iter().filter(|d| d.ends_with("026")).count(), 6 + 3);
    }
}
