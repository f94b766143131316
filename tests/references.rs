//! Who is meant, over several sentences: what a rule's own examples cannot tell.

#![allow(clippy::unwrap_used)]

use std::borrow::Cow;

use chancery::pipeline::Pipeline;
use chancery::text::Document;
use serde_json::Value;

/// The relations of a text as `rule: names`, in the order of the text.
fn relations(pipeline: &Pipeline, text: &str) -> Vec<String> {
    let document = Document { id: Cow::Borrowed("d"), text: Cow::Borrowed(text), ..Document::default() };
    let mut line = Vec::new();
    pipeline.extract(&document).write(&mut line);
    let record: Value = serde_json::from_slice(&line).unwrap();
    let name = |argument: &Value| {
        let entity = argument["entity"].as_u64().unwrap() as usize;
        record["entities"][entity]["name"].as_str().unwrap().to_owned()
    };
    let told = |relation: &Value| {
        let names: Vec<String> = relation["arguments"].as_array().unwrap().iter().map(name).collect();
        format!("{}: {}", relation["rule"].as_str().unwrap(), names.join(", "))
    };
    record["relations"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn references() {
    let pipeline = Pipeline::builder().build().unwrap();
    // A text, a relation it tells, and who must not be said to take part in it.
    let cases: [(&str, &str, &str); 14] = [
        (
            "Peru said it would be an error to invite President Bo Ek to Chile.",
            "visit/invited-to: Bo Ek, Chile",
            "Peru",
        ),
        (
            "The European Union is large. Talks between Ottawa and Brussels opened in May.",
            "meet/talks-between: Canada, European Union",
            "Belgium",
        ),
        (
            "Norwegian foreign minister Ann Lee said that talks with Peru could last.",
            "meet/talks-with: Norway, Peru",
            "Lee",
        ),
        ("Acme Steel Corp ordered four jets. It signed a deal with Airbus A320 pilots.", "", "Airbus"),
        ("Ann Lee will meet exporters, according to traders with Acme Steel Corp.", "", "Acme"),
        ("Bolivia holds elections. The windy island signed a treaty with Chile.", "", "Bolivia"),
        (
            "Togo and Peru are poor. The West African country signed a treaty with Chile.",
            "agree/signed: Togo, Chile",
            "Peru",
        ),
        (
            "Peru and Togo met on Monday. The Green Party say they signed a pact with Chile.",
            "agree/signed: Green Party, Chile",
            "",
        ),
        ("Peru had no talks with Chile. The deal is dear.", "", "the-agreement"),
        ("Peru held talks with Chile on Monday. The WTO talks open in May. The talks will be hard.", "", "the-talks"),
        ("Peruvian President Ann Lee met Cy Orr. The two leaders agreed to boost cooperation.", "", "cooperation-of"),
        (
            "The Norwegian Growers Association met. Association chairman Cy Orr said: \"We are in talks with Acme Steel Corp.\"",
            "meet/talks-with: Norwegian Growers Association, Acme Steel Corp.",
            "Orr",
        ),
        (
            "Russia and China signed a pact. The Labour Party asked ministers whether they agreed to work with Bo Ek.",
            "agree/signed: Russia, China",
            "agreed",
        ),
        ("Peru - a member of a bloc - has a port. It will supply Chile with oil.", "aid/gave: Peru, Chile", ""),
    ];
    for (text, told, never) in cases {
        let found = relations(&pipeline, text);
        assert!(told.is_empty() || found.iter().any(|r| r == told), "{text}\n{found:#?}");
        assert!(never.is_empty() || !found.iter().any(|r| r.contains(never)), "{text}\n{found:#?}");
    }
}
