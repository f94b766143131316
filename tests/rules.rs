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

/// Rules that a user adds stay the user's, whichever come first.
#[test]
fn whose_rules_they_are() {
    let mine = r#"
        [relation]
        type = "meeting"
        symmetric = true
        [relation.roles]
        participant = { type = ["PERSON"], min = 2 }

        [[rule]]
        id = "chatted"
        doc = "A chatted with B"
        plover = "CONSULT"
        cameo = "040"
        pattern = "$participant+ [chat/v] with $participant+"
        examples = ["[participant:Ann Lee] {chatted} with [participant:Bo Ek].", "[participant:Ann Lee] {chats} with [participant:Bo Ek]."]
        rejects = ["Ann Lee chatted with friends."]
    "#;
    let books = [
        RuleBook::builder().source("mine.toml", mine).embedded(),
        RuleBook::builder().embedded().source("mine.toml", mine),
    ];
    for book in books {
        let book = book.build().unwrap_or_else(|error| panic!("{error}"));
        let whose = |id: &str| book.rules.iter().find(|rule| &*rule.id == id).map(|rule| book.is_embedded(rule));
        assert_eq!((whose("mine/chatted"), whose("meet/met")), (Some(false), Some(true)));
    }
}
