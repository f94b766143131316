//! Articles and what they yield. Every change of a rule or a list shows here as a change of a golden record.
//!
//! A golden record holds one entity, mention or relation a line, so that a change can be read. When it is meant:
//!
//! ```text
//! INSTA_UPDATE=always cargo test --test news
//! ```
//!
//! writes all of them again; `git diff tests/news` shows what changed.

#![allow(clippy::unwrap_used)]

use std::fmt::Write;

use chancery::pipeline::input::Inputs;
use chancery::pipeline::output::Message;
use chancery::pipeline::{Ended, Output, Pipeline, Run, Watch};
use serde_json::Value;

/// Nothing may go wrong with these articles.
struct Strict;

impl Watch for Strict {
    fn message(&self, message: &Message) {
        panic!("{message:?}");
    }
}

/// One line for each thing in a record; what made it is left out, since every new name changes it.
fn lines(record: &str) -> String {
    let mut record: Value = serde_json::from_str(record).unwrap();
    let fields = record.as_object_mut().unwrap();
    fields.remove("producer");
    let lists = ["entities", "mentions", "relations"].map(|name| (name, fields.remove(name).unwrap()));
    let mut out = format!("{record}\n");
    for (name, list) in lists {
        for (number, value) in list.as_array().unwrap().iter().enumerate() {
            writeln!(out, "{name} {number} {value}").unwrap();
        }
    }
    out
}

#[test]
fn golden_records() {
    let pipeline = Pipeline::builder().build().unwrap();
    let dir = tempfile::tempdir().unwrap();
    let written = dir.path().join("records.jsonl");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("news/golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        insta::glob!("news/*.{txt,jsonl}", |path| {
            let mut run = Run::new(&pipeline, Inputs::new(&[path.to_owned()], None).unwrap());
            run.output = Output::File(written.clone());
            assert_eq!(run.go(&Strict).unwrap().ended, Ended::Complete);
            let records = std::fs::read_to_string(&written).unwrap();
            let golden: String = records.lines().map(lines).collect::<Vec<_>>().join("\n");
            insta::assert_snapshot!("record", golden);
        });
    });
}
