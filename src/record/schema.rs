//! The shape of records in the language of JSON Schema.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::{FlatRelation, Record};

/// The JSON Schema (2020-12) of a record.
pub fn record_schema() -> Value {
    schema::<Record<'static>>()
}

/// The JSON Schema (2020-12) of a line of `--flat`.
pub fn flat_schema() -> Value {
    schema::<FlatRelation<'static>>()
}

fn schema<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value()
}
