//! What makes a name count that does not count by itself.

use crate::gazetteer::EntityType;

/// Phrases that each are enough for a listed name that counts only with support; `{}` stands for the name. Supported
/// once, it counts in the whole document.
pub fn phrases(entity_type: EntityType) -> &'static [&'static str] {
    match entity_type {
        EntityType::Person => &["President {}", "{}, the foreign minister,", "{}, 54,"],
        EntityType::Place => &["in {}", "the city of {}", "{} province", "{}-based", "{}, France"],
        EntityType::Organization => &["the company {}", "{}, a company", "the {} group"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::{Gazetteer, Tier};
    use crate::mention::{Mentions, Scratch, find};
    use crate::text::Analysis;

    fn types(text: &str, name: &str) -> Vec<EntityType> {
        let gazetteer = Gazetteer::embedded().unwrap();
        let (mut analysis, mut scratch, mut found) = (Analysis::default(), Scratch::default(), Mentions::default());
        let text = analysis.run(text, 0);
        find(&gazetteer, &text, None, &mut scratch, &mut found);
        let named = found.mentions.iter().filter(|m| text.slice(m.tokens) == name);
        named.map(|m| found.entity(m.entity).entity_type).collect()
    }

    #[test]
    fn each_phrase_is_enough() {
        let gazetteer = Gazetteer::embedded().unwrap();
        for (name, entity_type) in [
            ("Prachanda", EntityType::Person),
            ("Sugiono", EntityType::Person),
            ("Reading", EntityType::Place),
            ("Split", EntityType::Place),
            ("Apple", EntityType::Organization),
            ("Shell", EntityType::Organization),
        ] {
            let readings = gazetteer.lookup(name);
            assert!(
                entity_type == EntityType::Person || readings.iter().any(|one| one.tier == Tier::Support),
                "{name}"
            );
            let alone = format!("{name} again was what the two of them wanted to see.");
            // People are found by patterns, too.
            assert!(entity_type == EntityType::Person || types(&alone, name).is_empty(), "{alone}");
            for phrase in phrases(entity_type) {
                let text = format!("On Monday they looked at {} and left again.", phrase.replace("{}", name));
                assert_eq!(types(&text, name), [entity_type], "{text}");
            }
        }
    }
}
