//! What resources are called.

use std::fmt::{Display, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What ids keep as they are; all else is percent-encoded, so that any id makes a valid IRI.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':').remove(b'/');

/// Where our own resources live unless `--base` says otherwise.
pub const BASE: &str = "urn:chancery:";

/// Writes IRIs below one base.
#[derive(Clone, Debug)]
pub struct Iris {
    base: String,
}

impl Default for Iris {
    fn default() -> Self {
        Iris { base: BASE.to_owned() }
    }
}

impl Iris {
    /// IRIs below `base`, which should end with `/`, `#` or `:`.
    ///
    /// # Errors
    ///
    /// When `base` is no absolute IRI.
    pub fn new(base: &str) -> Result<Self, oxrdf::IriParseError> {
        oxrdf::NamedNodeRef::new(base)?;
        Ok(Iris { base: base.to_owned() })
    }

    /// `<base><kind>/<id>`, in place of what `into` holds.
    pub fn resource(&self, kind: &str, id: impl Display, into: &mut String) {
        into.clear();
        let _ = write!(into, "{}{kind}/{id}", self.base);
    }

    /// As [`Iris::resource`], for an id that may hold any character.
    pub fn named(&self, kind: &str, id: &str, into: &mut String) {
        self.resource(kind, utf8_percent_encode(id, KEPT), into);
    }

    /// The IRI of an entity: Wikidata's or GeoNames' own where the id is one of theirs.
    pub fn entity(&self, id: &str, into: &mut String) {
        into.clear();
        if !foreign(id, into) {
            self.named("entity", id, into);
        }
    }
}

/// The IRI of an id of Wikidata or GeoNames.
pub fn foreign(id: &str, into: &mut String) -> bool {
    let plain = |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric());
    into.clear();
    let _ = match id.split_once(':') {
        Some(("wikidata", item)) if plain(item) => write!(into, "http://www.wikidata.org/entity/{item}"),
        Some(("geonames", number)) if plain(number) => write!(into, "https://sws.geonames.org/{number}/"),
        _ => return false,
    };
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_id_makes_an_iri() {
        let iris = Iris::default();
        let mut iri = String::new();
        for (id, expected) in [
            ("wikidata:Q423", "http://www.wikidata.org/entity/Q423"),
            ("geonames:3143244", "https://sws.geonames.org/3143244/"),
            ("geonames:<x>", "urn:chancery:entity/geonames:%3Cx%3E"),
            ("iso:PRK", "urn:chancery:entity/iso:PRK"),
            ("name:person/-/иван", "urn:chancery:entity/name:person/-/%D0%B8%D0%B2%D0%B0%D0%BD"),
            ("a 17#3", "urn:chancery:entity/a%2017%233"),
        ] {
            iris.entity(id, &mut iri);
            assert_eq!(iri, expected);
            oxrdf::NamedNodeRef::new(&iri).unwrap();
        }
        assert!(Iris::new("no iri").is_err());
        Iris::new("https://kb.example/").unwrap().resource("event", "1f", &mut iri);
        assert_eq!(iri, "https://kb.example/event/1f");
    }
}
