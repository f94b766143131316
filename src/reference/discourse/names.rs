//! Where each entity is named, so that nothing looks through all names of a long text for those of one entity.

use crate::mention::{EntityId, Mentions};

/// For each entity the numbers of its mentions; the buffers are kept from document to document.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// Where those of an entity begin in `numbers`, one more than there are entities.
    starts: Vec<u32>,
    /// Numbers of mentions by entity, for each in the order of the text.
    numbers: Vec<u32>,
}

impl Names {
    /// Sorts the mentions of a text by entity, in one pass over each.
    pub(super) fn sort(&mut self, mentions: &Mentions) {
        self.starts.clear();
        self.starts.resize(mentions.entities.len() + 2, 0);
        for m in &mentions.mentions {
            self.starts[m.entity.0 as usize + 2] += 1;
        }
        for e in 2..self.starts.len() {
            self.starts[e] += self.starts[e - 1];
        }
        self.numbers.clear();
        self.numbers.resize(mentions.mentions.len(), 0);
        // Each place is moved on to where the next mention goes, and stands where the next entity begins in the end.
        for (number, m) in mentions.mentions.iter().enumerate() {
            let place = &mut self.starts[m.entity.0 as usize + 1];
            self.numbers[*place as usize] = number as u32;
            *place += 1;
        }
    }

    /// The mentions of an entity in the order of the text; none of one the text does not name.
    pub(super) fn of(&self, entity: EntityId) -> &[u32] {
        let e = entity.0 as usize;
        match (self.starts.get(e), self.starts.get(e + 1)) {
            (Some(&from), Some(&to)) => &self.numbers[from as usize..to as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::EntityType;
    use crate::mention::{Entity, Form, Mention, Source};
    use crate::text::{Span, TokenRange};

    #[test]
    fn each_entity_has_its_own_mentions() {
        let entity =
            Entity { entity_type: EntityType::Person, entry: None, name: Span::default(), country: None, gender: None };
        let mut mentions = Mentions { entities: vec![entity; 3], ..Mentions::default() };
        for (token, e) in [2, 0, 2, 2].into_iter().enumerate() {
            mentions.mentions.push(Mention {
                tokens: TokenRange::new(token, token + 1),
                form: Form::Name,
                span: Span::default(),
                entity: EntityId(e),
                title: TokenRange::default(),
                source: Source::Context,
            });
        }
        let mut names = Names::default();
        names.sort(&mentions);
        assert_eq!(names.of(EntityId(0)), [1]);
        assert!(names.of(EntityId(1)).is_empty());
        assert_eq!(names.of(EntityId(2)), [0, 2, 3]);
        assert!(names.of(EntityId(9)).is_empty());
    }
}
