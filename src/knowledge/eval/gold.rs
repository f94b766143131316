//! Documents labelled by hand.

use serde::Deserialize;
use serde_json::{Map, Value};

/// One labelled document. Fields not named here can group scores (`--by`).
#[derive(Clone, Debug, Deserialize)]
pub struct Gold {
    /// Joins it with its record.
    pub id: String,
    /// The text; offsets count its characters.
    pub text: String,
    /// Names or things, in one shape or the other.
    #[serde(default)]
    pub entities: Vec<GoldEntity>,
    /// `None` where only names are labelled.
    pub relations: Option<Vec<GoldRelation>>,
    /// All other fields.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Gold {
    /// The value of a field, or of one below `labels`, as a heading.
    pub fn group(&self, field: &str) -> String {
        let value = self.other.get(field).filter(|v| !v.is_null());
        let value = value.or_else(|| self.other.get("labels")?.get(field));
        match value {
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
            None => "None".to_owned(),
        }
    }
}

/// A name at a place of the text, or a thing with all its names.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldEntity {
    /// First character, of a name.
    pub start: Option<u32>,
    /// One past the last character.
    pub end: Option<u32>,
    /// PERSON, PLACE, ORGANIZATION; others do not count.
    #[serde(rename = "type", default)]
    pub entity_type: String,
    /// Full name, of a thing.
    #[serde(default)]
    pub name: String,
    /// All forms of its name in the text.
    #[serde(default)]
    pub mentions: Vec<String>,
}

/// A relation with its participants resolved to names of things.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldRelation {
    /// `meeting`, `cooperation`.
    #[serde(rename = "type")]
    pub relation_type: String,
    /// First and one past the last character of the words that tell it.
    pub trigger: (u32, u32),
    /// Names of [`GoldEntity`].
    pub participants: Vec<String>,
    /// `actual`, `planned`, `possible`, `denied`.
    #[serde(default)]
    pub modality: Option<String>,
    /// `YYYY-MM-DD` or coarser.
    #[serde(default)]
    pub date: Option<String>,
    /// Name of the place.
    #[serde(default)]
    pub place: Option<String>,
    /// Names of the speakers: `A; B` or `A, B`.
    #[serde(default)]
    pub attribution: Option<String>,
}

impl GoldRelation {
    /// The speakers one by one. A comma parts them only before a capital ("Smith, the minister" is one).
    pub fn speakers(&self) -> Vec<&str> {
        let text = self.attribution.as_deref().unwrap_or("");
        let mut found = Vec::new();
        let mut start = 0;
        for (at, mark) in text.match_indices([';', ',']) {
            let behind = &text[at + 1..];
            let parts = behind
                .strip_prefix(' ')
                .is_some_and(|rest| mark == ";" || rest.starts_with(|c: char| c.is_ascii_uppercase()));
            if parts {
                found.push(&text[start..at]);
                start = at + 2;
            }
        }
        found.push(&text[start..]);
        found.retain(|s| !s.is_empty());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speakers_are_parted() {
        let speakers = |text: &str| {
            let line =
                serde_json::json!({"type": "meeting", "trigger": [0, 1], "participants": [], "attribution": text});
            let relation: GoldRelation = serde_json::from_value(line).unwrap();
            relation.speakers().into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(speakers("A; b, C, the d"), ["A", "b", "C, the d"]);
        assert!(speakers("").is_empty());
    }
}
