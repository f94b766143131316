//! What holds for every text.

#![allow(clippy::unwrap_used)]

use std::borrow::Cow;
use std::sync::LazyLock;

use chancery::pipeline::{Pipeline, Scratch};
use chancery::record::OffsetUnit;
use chancery::text::Document;
use proptest::prelude::*;
use serde_json::Value;

#[allow(dead_code, unreachable_pub)] // The benches use more of it.
#[path = "../benches/news.rs"]
mod news;

static PIPELINES: LazyLock<[Pipeline; 3]> =
    LazyLock::new(|| OffsetUnit::ALL.map(|unit| Pipeline::builder().offsets(unit).build().unwrap()));

/// The record of a document as data.
fn record(pipeline: &Pipeline, title: Option<&str>, text: &str) -> Value {
    let title = title.map(Cow::Borrowed);
    let date = "2023-09-17".parse().ok();
    let document = Document { id: Cow::Borrowed("d"), date, title, text: Cow::Borrowed(text), ..Document::default() };
    let mut line = Vec::new();
    pipeline.extract(&document).write(&mut line);
    serde_json::from_slice(&line).unwrap()
}

fn chars() -> &'static Pipeline {
    PIPELINES.iter().find(|p| record(p, None, "")["offsets"] == "chars").unwrap()
}

/// Calls `each` on every object that has a start and an end.
fn spans(value: &mut Value, each: &mut dyn FnMut(&mut serde_json::Map<String, Value>)) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| spans(value, each)),
        Value::Object(map) => {
            if map.contains_key("start") && map.contains_key("end") {
                each(map);
            }
            map.values_mut().for_each(|value| spans(value, each));
        }
        _ => {}
    }
}

/// What the unit of `offsets` counts, from `start` to `end`.
fn slice(text: &str, unit: &str, start: u64, end: u64) -> String {
    let (start, end) = (start as usize, end as usize);
    match unit {
        "bytes" => text.get(start..end).expect("on character borders").to_owned(),
        "chars" => text.chars().skip(start).take(end - start).collect(),
        _ => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(&units[start..end]).expect("on character borders")
        }
    }
}

fn check_spans(title: Option<&str>, text: &str) {
    for pipeline in PIPELINES.iter() {
        let mut record = record(pipeline, title, text);
        let unit = record["offsets"].as_str().unwrap().to_owned();
        let mut count = 0;
        spans(&mut record, &mut |span| {
            let field = if span.get("in").is_some_and(|f| f == "title") { title.unwrap_or("") } else { text };
            let (start, end) = (span["start"].as_u64().unwrap(), span["end"].as_u64().unwrap());
            assert!(start < end, "an empty span: {span:?}");
            assert_eq!(slice(field, &unit, start, end), span["text"].as_str().unwrap(), "{unit} {span:?}");
            count += 1;
        });
        assert!(count >= record["mentions"].as_array().unwrap().len());
    }
}

/// No relation holds one entity twice, and every mention belongs to the entity that lists it.
fn check_numbers(record: &Value) {
    for relation in record["relations"].as_array().unwrap() {
        let mut actors: Vec<u64> =
            relation["arguments"].as_array().unwrap().iter().map(|a| a["entity"].as_u64().unwrap()).collect();
        let all = actors.len();
        assert!(all >= 2, "{relation}");
        actors.sort_unstable();
        actors.dedup();
        assert_eq!(actors.len(), all, "{relation}");
    }
    for (number, entity) in record["entities"].as_array().unwrap().iter().enumerate() {
        let mentions = entity["mentions"].as_array().unwrap();
        for mention in mentions {
            let mention = &record["mentions"][mention.as_u64().unwrap() as usize];
            assert_eq!(mention["entity"].as_u64(), Some(number as u64));
            assert_eq!(mention["type"], entity["type"]);
        }
    }
}

/// The same without what hangs on the whole text: the ids of relations.
fn without_ids(mut record: Value) -> Value {
    for relation in record["relations"].as_array_mut().unwrap() {
        relation["id"].take();
    }
    record
}

/// Texts of every kind: made-up articles, and pieces that no rule expects.
fn texts() -> impl Strategy<Value = String> {
    let article = any::<u64>().prop_map(news::article);
    let pieces = prop::sample::select(vec![
        "met",
        "talks",
        "N.Korea",
        "Kim Jong Un",
        "visited",
        "and",
        "the",
        "president",
        "U.S.",
        ".",
        ",",
        "\n",
        "\n\n",
        "’s",
        "\"",
        "(",
        ")",
        "&amp;",
        "<b>",
        "\u{200b}",
        "e\u{301}",
        "😀",
        "Oslo",
        "said",
        "on Monday",
        "—",
        "he",
        "both sides",
        "agreement with",
        "between",
        "not",
        "will",
        "\u{0}",
        "\r\n",
        "ORGANIZATION",
        "Ministry of",
        "van",
        "12,5",
        "中国",
    ]);
    let odd = prop::collection::vec((pieces, prop::bool::weighted(0.8)), 0..60).prop_map(|pieces| {
        pieces.iter().map(|(p, space)| if *space { format!("{p} ") } else { (*p).to_owned() }).collect()
    });
    // Who is meant is asked of words that are themselves meant by others.
    let meant = prop::sample::select(vec![
        "we",
        "our",
        "us",
        "his",
        "her company",
        "both of us",
        "some of our partners",
        "the leaders of",
        "whose",
        "who",
        "with whom",
        "the company",
        "Acme Corp",
        "Peru",
        "Ann Lee",
        "the minister",
        "his country",
        "their host",
        "it",
        "they",
        "the two",
        "said",
        "met",
        "signed a deal with",
        "accused",
        "of helping",
        "and",
        "\"",
        ",",
        "told",
        "its ambassador to",
        "in talks with",
        "the head of",
        "'s",
        "the visit",
        "praised",
        "for",
        "that",
        ".",
    ]);
    let tangled = prop::collection::vec(meant, 2..40)
        .prop_map(|words| format!("Ann Lee met Bo Ek in Peru. {}.", words.join(" ")));
    prop_oneof![3 => article, 2 => odd, 2 => tangled, 1 => ".{0,300}"]
}

proptest! {
    #[test]
    fn every_span_is_the_text_it_says(text in texts(), title in prop::option::of(".{0,40}|Norway and Kenya hold talks")) {
        check_spans(title.as_deref(), &text);
    }

    #[test]
    fn numbers_point_where_they_say(text in texts()) {
        check_numbers(&record(chars(), None, &text));
    }

    #[test]
    fn a_prefix_shifts_every_span(text in any::<u64>().prop_map(news::article), blanks in "\n\n\n{0,3}| \n \n[ \t]{0,4}") {
        let plain = without_ids(record(chars(), None, &text));
        let shift = blanks.chars().count() as u64;
        let mut moved = without_ids(record(chars(), None, &format!("{blanks}{text}")));
        spans(&mut moved, &mut |span| {
            for end in ["start", "end"] {
                span[end] = (span[end].as_u64().unwrap() - shift).into();
            }
        });
        prop_assert_eq!(plain, moved);
    }

    #[test]
    fn a_paragraph_without_names_changes_nothing(text in any::<u64>().prop_map(news::article)) {
        let more = "it rained for hours, and the streets were wet when the morning came.";
        let plain = without_ids(record(chars(), None, &text));
        let longer = without_ids(record(chars(), None, &format!("{text}\n\n{more}\n")));
        prop_assert_eq!(plain, longer);
    }

    #[test]
    fn buffers_leave_no_trace(texts in prop::collection::vec(texts(), 1..5)) {
        let mut scratch = Scratch::default();
        for text in &texts {
            let document = Document { id: Cow::Borrowed("d"), text: Cow::Borrowed(text), ..Document::default() };
            let (mut used, mut fresh) = (Vec::new(), Vec::new());
            chars().extract_with(&document, &mut scratch).write(&mut used);
            chars().extract_with(&document, &mut Scratch::default()).write(&mut fresh);
            prop_assert_eq!(used, fresh);
        }
    }
}

/// One pipeline serves all threads.
#[test]
fn shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Pipeline>();
}
