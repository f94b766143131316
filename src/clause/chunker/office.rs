//! Offices before the names of those who hold them.

use crate::gazetteer::EntityType;
use crate::mention::Mention;
use crate::text::flag;

use super::super::lexical;
use super::Chunker;

/// An office has no more tokens than this.
const LONGEST_OFFICE: usize = 24;

impl<'a> Chunker<'a> {
    /// "deputy national security adviser": what stands before the name of an office.
    pub(super) fn is_rank(&self, head: Option<usize>, i: usize) -> bool {
        head.is_some_and(|h| {
            h + 1 == i
                && matches!(self.text.word(h), "deputy" | "vice" | "assistant" | "associate")
                && self.leads_to_noun(i)
        })
    }

    /// Whether a person begins at `i` with a form of address, which no place stands before.
    pub(super) fn is_addressed(&self, i: usize) -> bool {
        self.titled(i).is_some()
            && matches!(
                self.text.word(i),
                "Mr" | "Mrs" | "Ms" | "Mr." | "Mrs." | "Ms." | "Miss" | "Sir" | "Dame" | "Lord" | "Lady"
            )
    }

    /// The person behind an office written with what it is of: "Minister of Health and Sport Bo Ek", "President of the
    /// World Bank Ann Lee", "Minister of Trade, Transport and Sport Bo Ek": capitals and small connecting words up to the
    /// name, no connecting word right before it, and behind commas an "and" that closes their list.
    pub(super) fn office_of(&self, i: usize) -> Option<&'a Mention> {
        if !lexical::is_office(self.text.key(i)) || !matches!(self.text.word(i + 1), "of" | "to" | "for") {
            return None;
        }
        let (mut k, mut open) = (i + 2, false);
        while k < self.end().min(i + LONGEST_OFFICE) {
            if let Some(mention) = self.titled(k) {
                return Some(mention).filter(|_| !open);
            }
            if let Some(mention) = self.mention(k).filter(|m| self.entity_type(m) == EntityType::Person) {
                let beside = k > i + 2 && self.text.tokens[k - 1].has(flag::CAPITAL);
                return Some(mention).filter(|_| beside && !open);
            }
            let token = &self.text.tokens[k];
            let joins = matches!(self.text.word(k), "of" | "and" | "the" | "for" | "to" | "&" | "in" | ",");
            open = match self.text.word(k) {
                "," => true,
                "and" | "&" => false,
                _ => open,
            };
            if !joins && !token.is_capitalised() && !self.is_hyphen(k) {
                return None;
            }
            k += 1;
        }
        None
    }
}
