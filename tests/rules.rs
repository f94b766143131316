//! Every rule finds what its examples draw in, and nothing in its rejects.

#![allow(clippy::unwrap_used)]

use chancery::gazetteer::Gazetteer;
use chancery::relation::check_examples;
use chancery::rule::RuleBook;

#[test]
fn examples_and_rejects() {
    let book = RuleBook::embedded().unwrap_or_else(|error| panic!("{error}"));
    let wrong = check_examples(&book, &book.rules, &Gazetteer::embedded().unwrap());
    let told: Vec<String> = wrong.iter().map(|d| d.render(false)).collect();
    assert!(told.is_empty(), "{} wrong:\n\n{}", told.len(), told.join("\n\n"));
}
