//! Every golden record is valid by the schema that the product prints, and the schema is strict enough to notice more.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use chancery::record::{Record, flat_schema, record_schema};
use serde_json::Value;

/// All `.jsonl` files below `tests/` whose lines are records.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "jsonl") {
            found.push(path);
        }
    }
}

/// Objects may have no field that the schema does not name.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if map.contains_key("properties") {
                map.insert("additionalProperties".into(), Value::Bool(false));
            }
            map.values_mut().for_each(close);
        }
        Value::Array(list) => list.iter_mut().for_each(close),
        _ => {}
    }
}

#[test]
fn golden_records_are_valid() {
    let (mut record, mut flat) = (record_schema(), flat_schema());
    close(&mut record);
    close(&mut flat);
    let record = jsonschema::validator_for(&record).unwrap();
    let flat = jsonschema::validator_for(&flat).unwrap();
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"), &mut found);
    let mut count = 0;
    for path in found {
        for line in std::fs::read_to_string(&path).unwrap().lines().filter(|l| l.starts_with("{\"schema\":1,")) {
            let value: Value = serde_json::from_str(line).unwrap();
            let validator = if value.get("entities").is_some() { &record } else { &flat };
            if let Err(error) = validator.validate(&value) {
                panic!("{}: {error} at {}", path.display(), error.instance_path());
            }
            count += 1;
            if value.get("entities").is_some() {
                let mut lines = Vec::new();
                Record::read(line).unwrap().write_flat(&mut lines);
                for line in String::from_utf8(lines).unwrap().lines() {
                    assert!(flat.is_valid(&serde_json::from_str(line).unwrap()), "{line}");
                }
            }
        }
    }
    assert!(count >= 8);
}

#[test]
fn what_is_no_record_is_refused() {
    let validator = jsonschema::validator_for(&record_schema()).unwrap();
    let sample = include_str!("records/sample.jsonl").lines().next().unwrap();
    for (from, to) in [
        ("\"date\":\"2024-03-06\"", "\"date\":\"6 March\""),
        ("\"form\":\"name\"", "\"form\":\"nickname\""),
        ("\"role\":\"participant\"", "\"role\":\"bystander\""),
        ("\"start\":0", "\"start\":-1"),
        ("\"polarity\":\"positive\",", ""),
    ] {
        assert!(sample.contains(from));
        let changed: Value = serde_json::from_str(&sample.replacen(from, to, 1)).unwrap();
        assert!(!validator.is_valid(&changed), "{to}");
    }
}
