//! Matches that make no relation, and why not.

use crate::gazetteer::EntityType;
use crate::reference::{Actor, Via};
use crate::rule::{Role, codes};
use crate::text::TokenRange;

use super::Arguments;
use crate::relation::walk::Binding;

/// Why a match makes no relation.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unfit {
    /// Fewer than two different actors remain, or a role has too few.
    TooFew,
    /// A person has ties with a state: "the ties between Lee and Peru".
    Uneven,
    /// Of "the two leaders" one speaks for a state, the other for nobody known.
    Torn,
    /// Somebody only speaks to the press: "the ministers reached by Reuters".
    Asked,
    /// Clubs play each other: "Arden Town will host Belford".
    Clubs,
    /// Those who give are among those who get: "With their backing, Lee and Ek won".
    Mixed,
    /// This word tells of sport: "finals" of "The finals begin when Peru meet Chile".
    Played(TokenRange),
    /// These words say what somebody is called: "called her a liar".
    Label(TokenRange),
}

impl Arguments<'_> {
    /// "bilateral ties" are of states or bodies, never of a person and a state; but one may cooperate (CAMEO 060) with a state.
    pub(super) fn are_uneven(&self) -> bool {
        let person = |a: &Actor| self.type_of(a) == EntityType::Person && !self.is_bare_word(a);
        let persons = self.all.iter().filter(|(_, a)| person(a)).count();
        let code = &*self.rule.code.cameo;
        persons > 0 && persons < self.all.len() && code != codes::COOPERATION && !code.starts_with(codes::AID)
    }

    /// "the two leaders agreed": of both it is known for whom they speak, or of neither.
    pub(super) fn are_torn(&self, bindings: &[Binding]) -> bool {
        let told = |a: &&Actor| a.via == Some(Via::Nominal) && self.type_of(a) == EntityType::Person;
        let speaks = |a: &&Actor| self.resolver.discourse.represented(a.entity).is_some();
        bindings.iter().any(|b| {
            let speakers = b.actors.iter().filter(told).filter(speaks).count();
            speakers > 0 && speakers < b.actors.iter().filter(told).count()
        })
    }

    /// "the ministers reached by Reuters": who only speaks to the press meets nobody there.
    pub(super) fn are_asked(&self, bindings: &[Binding]) -> bool {
        let asks = |b: &Binding| !b.actors.is_empty() && b.actors.iter().all(|a| self.resolver.is_press(a.entity));
        self.rule.is_contact() && bindings.iter().any(asks)
    }

    /// Clubs meet in matches, and so do a club and a town that stands for another: "Arden Town will host Belford".
    pub(super) fn are_clubs(&self) -> bool {
        let club = |a: &Actor| self.resolver.is_club(a.entity);
        let town = |a: &Actor| self.type_of(a) == EntityType::Place && a.via.is_none();
        let play = |a: &Actor| club(a) || town(a);
        self.rule.is_contact()
            && self.all.len() > 1
            && self.all.iter().any(|(_, a)| club(a))
            && self.all.iter().all(|(_, a)| play(a))
    }

    /// "With their backing, Lee and Ek won": "they" are no part of those who got it.
    pub(super) fn are_mixed(&self, bindings: &[Binding]) -> bool {
        let meant = |a: &Actor| a.via == Some(Via::Pronoun);
        let is_in = |b: &Binding, a: &Actor| b.actors.iter().any(|o| o.entity == a.entity);
        bindings.iter().any(|one| {
            let many = one.role == Role::Giver && one.actors.len() > 1 && one.actors.iter().all(meant);
            many && bindings.iter().any(|other| other.role != one.role && one.actors.iter().any(|a| is_in(other, a)))
        })
    }
}
