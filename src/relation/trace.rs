//! What the engine saw and tried, for those who want to know why.

use crate::reference::Resolver;
use crate::text::TokenRange;

use super::arguments::Unfit;
use super::triggers::Start;
use super::walk::Binding;

/// How an attempt of one alternative of a rule at one trigger ended.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Outcome<'a> {
    /// It matched and has its actors.
    Matched(&'a [Binding]),
    /// It matched, but makes no relation.
    Unfit(&'a [Binding], Unfit),
    /// Words stand there that the rule does without.
    Barred(TokenRange),
    /// An element found nothing that fits.
    Missed {
        /// Number of the element that no attempt got past.
        element: usize,
        /// A noun group stood there, but nobody known is meant by it.
        unknown: bool,
    },
}

/// Is told every step of the engine. `()` looks away and costs nothing.
pub(crate) trait Witness {
    /// Whether it wants to see sentences too in which no two actors can be meant.
    fn sees_all(&self) -> bool;
    /// A sentence passed the gate and was read.
    fn sentence(&mut self, number: usize, resolver: &Resolver<'_>);
    /// A rule was tried.
    fn attempt(&mut self, start: &Start, trigger: TokenRange, outcome: Outcome<'_>);
}

impl Witness for () {
    fn sees_all(&self) -> bool {
        false
    }
    fn sentence(&mut self, _: usize, _: &Resolver<'_>) {}
    fn attempt(&mut self, _: &Start, _: TokenRange, _: Outcome<'_>) {}
}
