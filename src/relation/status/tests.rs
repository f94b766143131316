//! Sentences and the status of their triggers.

use super::*;
use crate::gazetteer::EntityType;
use crate::mention::{Entity, EntityId, Form, Mention, Mentions, Source};
use crate::rule::RuleBook;
use crate::text::Analysis;

/// The text, the names written `_Ann Lee_` and the trigger written `{met}`.
fn unmarked(marked: &str) -> (String, Vec<(usize, usize)>, (usize, usize)) {
    let (mut raw, mut names, mut trigger, mut open) = (String::new(), Vec::new(), (0, 0), None);
    for c in marked.chars() {
        match c {
            '_' => match open.take() {
                Some(start) => names.push((start, raw.len())),
                None => open = Some(raw.len()),
            },
            '{' => trigger.0 = raw.len(),
            '}' => trigger.1 = raw.len(),
            _ => raw.push(c),
        }
    }
    (raw, names, trigger)
}

fn status(marked: &str, rule: &Rule) -> &'static str {
    let (raw, names, trigger) = unmarked(marked);
    let mut analysis = Analysis::default();
    let text = analysis.run(&raw, 0);
    let at = |byte: usize| text.tokens.partition_point(|t| t.span.end as usize <= byte);
    let tokens = |(start, end): (usize, usize)| TokenRange::new(at(start), at(end - 1) + 1);
    let mut mentions = Mentions::default();
    for name in names {
        let (tokens, entity) = (tokens(name), EntityId(mentions.entities.len() as u32));
        let span = text.span(tokens);
        mentions.entities.push(Entity {
            entity_type: EntityType::Person,
            entry: None,
            name: span,
            country: None,
            gender: None,
        });
        mentions.mentions.push(Mention {
            tokens,
            span,
            entity,
            form: Form::Name,
            title: TokenRange::default(),
            source: Source::Context,
        });
    }
    let mut syntax = Syntax::default();
    syntax.begin(text, TokenRange::new(0, text.tokens.len()), &mentions);
    syntax.parse(text, &mentions);
    let status = read(&text, &syntax, tokens(trigger), rule);
    if status.polarity == Polarity::Negative { "denied" } else { status.modality.as_str() }
}

#[test]
fn cases() {
    let book = RuleBook::embedded().unwrap_or_else(|error| panic!("{error}"));
    let mut wrong = String::new();
    for line in include_str!("cases.txt").lines().filter(|l| !l.is_empty() && !l.starts_with("//")) {
        let Some((head, marked)) = line.split_once(": ") else { panic!("no colon: {line}") };
        let Some((expected, id)) = head.split_once(' ') else { panic!("no rule: {line}") };
        let Some(rule) = book.rules.iter().find(|r| &*r.id == id) else { panic!("no such rule: {line}") };
        let found = status(marked, rule);
        if found != expected {
            wrong.push_str(&format!("{found} instead of {line}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
