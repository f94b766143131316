//! Reads the wanted fields of a JSON object and skips the rest.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Fields;
use super::fields::{Found, KEEP};

/// Where in the line an object stands: at the top, or under names joined by dots.
pub(super) enum Inside {
    Top,
    Under(String),
}

/// Reads an object: the fields wanted into `found`, the rest skipped.
pub(super) struct Object<'f, 'a> {
    pub(super) fields: &'f Fields,
    pub(super) inside: &'f Inside,
    pub(super) found: &'f mut Found<'a>,
}

impl<'de> DeserializeSeed<'de> for Object<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.inside {
            Inside::Top => deserializer.deserialize_map(self),
            // What is no object holds no fields.
            Inside::Under(_) => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Object<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(wanted) = map.next_key_seed(Name { fields: self.fields, inside: self.inside })? {
            match wanted {
                Wanted::Nothing => {
                    map.next_value::<IgnoredAny>()?;
                }
                Wanted::Slot(slot) if slot < KEEP => self.found.own[slot] = map.next_value()?,
                Wanted::Slot(slot) => self.found.kept[slot - KEEP] = Some(map.next_value()?),
                Wanted::Slots(path) => {
                    let value = map.next_value::<&'de RawValue>()?;
                    for slot in self.fields.slots().filter(|slot| self.fields.name(*slot) == path) {
                        match slot.checked_sub(KEEP) {
                            None => {
                                self.found.own[slot] = serde_json::from_str(value.get()).map_err(A::Error::custom)?
                            }
                            Some(kept) => self.found.kept[kept] = Some(value),
                        }
                    }
                }
                Wanted::Object(inside) => {
                    map.next_value_seed(Object { fields: self.fields, inside: &inside, found: &mut *self.found })?;
                }
            }
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        while sequence.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}

/// What a name in an object leads to.
enum Wanted {
    Nothing,
    Slot(usize),
    /// Several slots want the field of this path.
    Slots(String),
    Object(Inside),
}

struct Name<'f> {
    fields: &'f Fields,
    inside: &'f Inside,
}

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Wanted;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Wanted, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Wanted;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Wanted, E> {
        let rest = |slot: usize| match self.inside {
            Inside::Top => self.fields.name(slot).strip_prefix(name),
            Inside::Under(path) => self.fields.name(slot).strip_prefix(path.as_str())?.strip_prefix(name),
        };
        let mut hits = self.fields.slots().filter(|slot| rest(*slot) == Some(""));
        if let Some(slot) = hits.next() {
            return Ok(match hits.next() {
                None => Wanted::Slot(slot),
                Some(_) => Wanted::Slots(self.fields.name(slot).to_owned()),
            });
        }
        if self.fields.slots().any(|slot| rest(slot).is_some_and(|rest| rest.starts_with('.'))) {
            return Ok(Wanted::Object(Inside::Under(match self.inside {
                Inside::Top => format!("{name}."),
                Inside::Under(path) => format!("{path}{name}."),
            })));
        }
        Ok(Wanted::Nothing)
    }
}

/// The names of an object's fields.
pub(super) struct Keys(pub(super) Vec<String>);

impl<'de> serde::Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Keys;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut keys = Vec::new();
                while let Some((key, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
                    keys.push(key);
                }
                Ok(Keys(keys))
            }
        }
        deserializer.deserialize_map(Read)
    }
}
