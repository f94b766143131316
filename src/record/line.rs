//! A record as its line of JSON, straight into the buffer. Entities and mentions, of which a document has dozens, are written
//! field by field, in less than half the instructions that serde takes; what a document has once or seldom is left to serde.

use serde::Serialize;

use super::{Entity, Field, Mention, Record};

impl Record<'_> {
    /// Appends the record as one line of JSON, with its line break.
    pub fn write(&self, out: &mut Vec<u8>) {
        // A field that is added must be written here as well.
        let Record {
            schema,
            producer,
            offsets,
            id,
            date,
            date_source,
            title,
            text,
            kept,
            entities,
            mentions,
            relations,
        } = self;
        json("{\"schema\":", schema, out);
        json(",\"producer\":", producer, out);
        json(",\"offsets\":", offsets, out);
        string(",\"id\":", id, out);
        json(",\"date\":", date, out);
        json(",\"date_source\":", date_source, out);
        title.iter().for_each(|title| string(",\"title\":", title, out));
        text.iter().for_each(|text| string(",\"text\":", text, out));
        if !kept.is_empty() {
            json(",\"kept\":", kept, out);
        }
        list(",\"entities\":", entities, Entity::write, out);
        list(",\"mentions\":", mentions, Mention::write, out);
        json(",\"relations\":", relations, out);
        out.extend_from_slice(b"}\n");
    }
}

impl Entity<'_> {
    fn write(&self, out: &mut Vec<u8>) {
        let Entity { id, name, entity_type, kind, country, same_as, lat, lon, mentions } = self;
        string("{\"id\":", id, out);
        string(",\"name\":", name, out);
        word(",\"type\":", entity_type.as_str(), out);
        match kind {
            Some(kind) => string(",\"kind\":", kind, out),
            None => bare(",\"kind\":null", out),
        }
        match country {
            Some(country) => string(",\"country\":", country, out),
            None => bare(",\"country\":null", out),
        }
        list(",\"same_as\":", same_as, |id, out| string("", id, out), out);
        lat.iter().for_each(|lat| json(",\"lat\":", lat, out));
        lon.iter().for_each(|lon| json(",\"lon\":", lon, out));
        list(",\"mentions\":", mentions, |number, out| json("", number, out), out);
        bare("}", out);
    }
}

impl Mention<'_> {
    fn write(&self, out: &mut Vec<u8>) {
        let Mention { start, end, text, entity_type, form, entity, field } = self;
        json("{\"start\":", start, out);
        json(",\"end\":", end, out);
        string(",\"text\":", text, out);
        word(",\"type\":", entity_type.as_str(), out);
        word(",\"form\":", form.as_str(), out);
        json(",\"entity\":", entity, out);
        if *field != Field::Text {
            word(",\"in\":", field.as_str(), out);
        }
        bare("}", out);
    }
}

fn bare(json: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(json.as_bytes());
}

/// Some value behind its key.
fn json(key: &str, value: &impl Serialize, out: &mut Vec<u8>) {
    bare(key, out);
    // Writing to a `Vec` cannot fail and no map of a record has keys other than strings.
    let _ = serde_json::to_writer(out, value);
}

/// A string behind its key: nearly all stand in JSON as they are.
fn string(key: &str, text: &str, out: &mut Vec<u8>) {
    // Without branches, so that sixteen bytes are looked at together.
    let escaped = text.bytes().fold(false, |any, b| any | (b < b' ') | (b == b'"') | (b == b'\\'));
    if escaped {
        return json(key, &text, out);
    }
    word(key, text, out);
}

/// A string without anything to escape, as all our own words are, behind its key.
fn word(key: &str, text: &str, out: &mut Vec<u8>) {
    bare(key, out);
    out.push(b'"');
    bare(text, out);
    out.push(b'"');
}

fn list<T>(key: &str, all: &[T], mut write: impl FnMut(&T, &mut Vec<u8>), out: &mut Vec<u8>) {
    bare(key, out);
    out.push(b'[');
    for (i, item) in all.iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        write(item, out);
    }
    out.push(b']');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_serde_writes() {
        for text in ["", "é and \u{1f}", "a \"b\" c\\d", "thirty-two bytes and some more of them"] {
            let line = format!(
                r#"{{"schema":1,"producer":{{"chancery":"0","rules":"r","gazetteers":"g"}},"offsets":"chars","id":{text:?},
                "date":"2024-05","date_source":"field","title":{text:?},"text":{text:?},"kept":{{"x":[1,"{{"]}},
                "entities":[{{"id":{text:?},"name":"B","type":"PLACE","kind":"city","country":"iso:FRA","same_as":["a","b"],
                "lat":46.5,"lon":-2,"mentions":[0,1]}},{{"id":"d#1","name":{text:?},"type":"PERSON"}}],
                "mentions":[{{"start":2,"end":4000000000,"text":{text:?},"type":"PLACE","form":"alias","entity":0}},
                {{"start":0,"end":1,"text":"B","type":"PLACE","form":"name","entity":0,"in":"title"}}],"relations":[]}}"#
            );
            writes_the_same(&line.replace("\\u{1f}", "\\u001f"));
        }
        // All that may be missing is.
        writes_the_same(
            r#"{"schema":1,"producer":{"chancery":"0","rules":"r","gazetteers":"g"},"offsets":"chars","id":"d","date":null,
            "date_source":"none","entities":[],"mentions":[],"relations":[]}"#,
        );
    }

    fn writes_the_same(line: &str) {
        let record = Record::read(line).unwrap();
        let mut out = Vec::new();
        record.write(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(&record).unwrap() + "\n");
    }
}
