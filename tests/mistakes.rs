//! What a user is told about a mistake: one golden file for each message.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use chancery::gazetteer::{self, ListMistake};
use chancery::rule::{Mistake, RuleBook};

#[test]
fn rules() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("mistakes/rules");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    insta::glob!("mistakes/rules/*", |path| {
        if path.extension().is_some_and(|e| e == "snap" || e == "new") {
            return;
        }
        let path = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path);
        let builder = RuleBook::builder();
        let builder = if path.is_dir() { builder.dir(path) } else { builder.file(path) };
        let error = builder.build().expect_err("a mistake in this file");
        insta::assert_snapshot!("told", error.render(false));
    });
}

/// Mistakes that no rule file alone can show.
const ELSEWHERE: [Mistake; 3] = [Mistake::NotReadable, Mistake::ExampleMissed, Mistake::RejectFound];

#[test]
fn every_rule_mistake_has_its_golden_file() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes/rules");
    let mut golden = String::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "snap") {
            golden.push_str(&fs::read_to_string(path).unwrap());
        }
    }
    for mistake in Mistake::ALL.iter().filter(|m| !ELSEWHERE.contains(m)) {
        assert!(golden.contains(&format!("error[{}]", mistake.code())), "no golden file for {mistake:?}");
    }
}

#[test]
fn lists() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("mistakes/lists");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    insta::glob!("mistakes/lists/*", |path| {
        if path.is_dir() {
            let path = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path);
            let error = gazetteer::check(path).expect_err("a mistake in this folder");
            insta::assert_snapshot!("told", error.render(false));
        }
    });
}

#[test]
fn every_list_mistake_has_its_golden_file() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes/lists");
    let mut golden = String::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "snap") {
            golden.push_str(&fs::read_to_string(path).unwrap());
        }
    }
    // A file that cannot be opened is shown below.
    for mistake in ListMistake::ALL.iter().filter(|m| **m != ListMistake::NotReadable) {
        assert!(golden.contains(&format!("error[{}]", mistake.code())), "no golden file for {mistake:?}");
    }
}

#[test]
fn a_missing_folder_is_told() {
    let error = gazetteer::check(Path::new("no/such/folder")).expect_err("no such folder");
    let text = error.to_string();
    assert!(text.starts_with("error[G002]: cannot be read: ") && text.contains("--> no/such/folder"), "{text}");
    let error = RuleBook::read_dir(Path::new("no/such/folder")).expect_err("no such folder");
    let text = error.to_string();
    assert!(text.starts_with("error[R003]: cannot be read: ") && text.contains("--> no/such/folder"), "{text}");
}
