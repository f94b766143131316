//! The closed lists of the engine as strings of the record.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::gazetteer::EntityType;
use crate::mention::Form;
use crate::reference::Via;
use crate::relation::{EventDateKind, Modality, Polarity, Tense};
use crate::rule::Role;
use crate::text::DateSource;

use super::{Field, OffsetUnit};

macro_rules! named {
    ($($type:ident $doc:literal $($variant:ident)*;)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl Named for $type {
            const ALL: &'static [Self] = &[$($type::$variant),*];
            fn name(self) -> &'static str {
                self.as_str()
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(OneOf(std::marker::PhantomData))
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let names: Vec<&str> = Self::ALL.iter().map(|v| v.name()).collect();
                json_schema!({ "type": "string", "description": $doc, "enum": names })
            }
        }
    )*};
}

/// A closed list of named values.
trait Named: Copy + 'static {
    const ALL: &'static [Self];
    fn name(self) -> &'static str;
}

struct OneOf<T>(std::marker::PhantomData<T>);

impl<T: Named> Visitor<'_> for OneOf<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = T::ALL.iter().map(|v| v.name()).collect();
        write!(f, "one of {}", names.join(", "))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<T, E> {
        T::ALL
            .iter()
            .copied()
            .find(|v| v.name() == name)
            .ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(name), &self))
    }
}

named! {
    EntityType "What an entity is." Person Place Organization;
    Form "How a mention names its entity." Name Alias Acronym Demonym Metonym Nominal Pronoun;
    Role "What an actor does." Participant Visitor Destination Host Mediator Giver Receiver;
    Modality "Did it happen, is it planned, is it only possible?" Actual Planned Possible;
    Polarity "Said or denied." Positive Negative;
    Tense "When, seen from the writer." Past Present Future;
    Via "By what road a mention came to mean its actor." Metonym Demonym Nominal Pronoun Office;
    EventDateKind "How an event's date came about." Exact Approximate Range Inherited Dateline;
    DateSource "What gave the document's date." Field Flag Header Dateline None;
    OffsetUnit "What offsets count." Chars Bytes Utf16;
    Field "The field of the document that offsets count in." Text Title;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_distinct_and_read_back() {
        fn check<T: Named + PartialEq + fmt::Debug + for<'a> Deserialize<'a> + Serialize>() {
            for value in T::ALL {
                let json = serde_json::to_string(value).unwrap();
                assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *value);
            }
            assert!(serde_json::from_str::<T>("\"nothing\"").is_err());
        }
        check::<EntityType>();
        check::<Form>();
        check::<Role>();
        check::<Modality>();
        check::<Polarity>();
        check::<Tense>();
        check::<Via>();
        check::<EventDateKind>();
        check::<DateSource>();
        check::<OffsetUnit>();
        check::<Field>();
    }
}
