//! From any text to its record: no panic, and a record that reads back.

#![no_main]

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::LazyLock;

use chancery::pipeline::{Pipeline, Scratch};
use chancery::record::Record;
use chancery::text::Document;

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::builder().types(["all"]).build().expect("the product's own rules and lists are good"));

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    // The first line as a title now and then.
    let (title, text) = match text.strip_prefix('#').and_then(|rest| rest.split_once('\n')) {
        Some((title, text)) => (Some(Cow::Borrowed(title)), Cow::Borrowed(text)),
        None => (None, text),
    };
    let document = Document { id: "d".into(), date: "2023-09-17".parse().ok(), title, text, ..Document::default() };
    SCRATCH.with_borrow_mut(|scratch| {
        let mut line = Vec::new();
        PIPELINE.extract_with(&document, scratch).write(&mut line);
        let line = String::from_utf8(line).expect("records are UTF-8");
        let record = Record::read(&line).expect("a record reads back");
        for relation in &record.relations {
            assert!(relation.arguments.len() > 1, "a relation of one");
        }
    });
});
