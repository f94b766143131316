//! One thing, one id, in all documents.
//!
//! A listed entity keeps its id. An entity that is in no list gets an id made of its type, its country and its full
//! name, written without case, accents and dots: `name:person/prk/pak-chol`. What has no full name stays a thing of its
//! document: a person known by one word or by an initial, an organization known by its capitals only. So does a
//! name that several listed entities bear: the lists say that these are different, the document does not say which.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::gazetteer::EntityType;
use crate::record::{Entity, Record};

/// Tells whether several listed entities of a type bear a name.
pub type IsShared<'l> = &'l dyn Fn(EntityType, &str) -> bool;

/// The id of `entity` in all documents, or the one in its own where no more can be said.
pub fn joined_id<'r>(record: &Record<'_>, entity: &'r Entity<'_>, is_shared: IsShared<'_>) -> Cow<'r, str> {
    let local = || Cow::Borrowed(entity.id.as_str());
    if entity.is_listed(&record.id) || !is_full_name(entity.entity_type, &entity.name) {
        return local();
    }
    if is_shared(entity.entity_type, &entity.name) {
        return local();
    }
    let mut id = String::with_capacity(entity.name.len() + 24);
    let country = entity.country.as_deref().map_or("-", |c| c.rsplit(':').next().unwrap_or(c));
    let _ = write!(id, "name:{}/", entity.entity_type.as_str().to_ascii_lowercase());
    id.extend(country.chars().flat_map(char::to_lowercase));
    id.push('/');
    let head = id.len();
    push_slug(&entity.name, &mut id);
    if id.len() == head { local() } else { Cow::Owned(id) }
}

/// Whether a name says enough to be the same thing in another document.
fn is_full_name(entity_type: EntityType, name: &str) -> bool {
    let words = name.split([' ', '-']).filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() > 1);
    match entity_type {
        EntityType::Person => words.count() > 1,
        EntityType::Organization => name.chars().any(char::is_lowercase) || words.count() > 2,
        EntityType::Place => true,
    }
}

/// Lower case, no accents, no dots or apostrophes; anything else between letters and digits becomes one `-`.
fn push_slug(name: &str, id: &mut String) {
    let head = id.len();
    let mut gap = false;
    for c in name.nfkd() {
        if c.is_alphanumeric() {
            if gap && id.len() > head {
                id.push('-');
            }
            gap = false;
            id.extend(c.to_lowercase());
        } else if !is_combining_mark(c) && !matches!(c, '.' | '\'' | '’' | '‘' | 'ʼ' | '`') {
            gap = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(entity_type: &str, name: &str, country: Option<&str>) -> String {
        let line = serde_json::json!({
            "schema": 1, "producer": {"chancery": "0", "rules": "", "gazetteers": ""}, "offsets": "chars",
            "id": "d", "date": null, "date_source": "none", "mentions": [], "relations": [],
            "entities": [{"id": "d#0", "name": name, "type": entity_type, "country": country}],
        })
        .to_string();
        let record = Record::read(&line).unwrap();
        let is_shared = |_, name: &str| name == "Li Na";
        joined_id(&record, &record.entities[0], &is_shared).into_owned()
    }

    #[test]
    fn full_names_join() {
        assert_eq!(id("PERSON", "Pak Chol", Some("iso:PRK")), "name:person/prk/pak-chol");
        assert_eq!(id("PERSON", "PAK Chŏl", Some("iso:PRK")), "name:person/prk/pak-chol");
        assert_eq!(id("PERSON", "Ana-Maria O’Neill Jr.", None), "name:person/-/ana-maria-oneill-jr");
        assert_eq!(id("PERSON", "Иван Петров", None), "name:person/-/иван-петров");
        assert_eq!(id("ORGANIZATION", "Harbour Workers' Front", None), "name:organization/-/harbour-workers-front");
        assert_eq!(id("ORGANIZATION", "Nordwerk", Some("iso:DEU")), "name:organization/deu/nordwerk");
        assert_eq!(id("PLACE", "Lower Quay", Some("iso:GBR")), "name:place/gbr/lower-quay");
    }

    #[test]
    fn short_and_shared_names_stay_at_home() {
        for (entity_type, name) in [
            ("PERSON", "Pak"),
            ("PERSON", "J. Pak"),
            ("PERSON", "J.-P. Pak"),
            ("PERSON", "Li Na"),
            ("ORGANIZATION", "HWF"),
        ] {
            assert_eq!(id(entity_type, name, Some("iso:PRK")), "d#0", "{name}");
        }
        assert_eq!(id("PLACE", "???", None), "d#0");
    }

    #[test]
    fn countries_keep_namesakes_apart() {
        assert_ne!(id("PERSON", "Kim Min", Some("iso:KOR")), id("PERSON", "Kim Min", Some("iso:PRK")));
    }
}
