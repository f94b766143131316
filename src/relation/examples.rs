//! Runs the examples and rejects that rules carry: each rule alone, on names drawn in, of which only states are known.

use crate::gazetteer::{EntityType, Gazetteer, Kind, NameForm};
use crate::mention::{Entity, EntityId, Form, Mention, Mentions, Source};
use crate::rule::{Element, Example, Mistake, Rule, RuleBook, Stance};
use crate::text::{Analysis, Diagnostic, Tag, Text, TokenRange, lexicon};

use super::{Engine, EngineScratch, Polarity, Relation};

/// What each of some rules of a book does not find in its examples or finds in its rejects, in the order given.
pub fn check_examples<'a>(
    book: &RuleBook,
    rules: impl IntoIterator<Item = &'a Rule>,
    gazetteer: &Gazetteer,
) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    let mut checker = Checker::default();
    let whole = Engine::new(book.clone());
    for rule in rules {
        // A rule that takes up what was told before needs the others to tell it.
        let mut elements = rule.patterns.iter().flat_map(|p| &p.elements);
        let again = elements.any(|e| matches!(e, Element::Actor { stance: Stance::Again | Stance::Home, .. }));
        let alone =
            RuleBook { relations: book.relations.clone(), rules: vec![rule.clone()], files: book.files.clone() };
        let engine = Engine::new(alone);
        for example in &rule.examples {
            if let Some(message) = checker.missed(if again { &whole } else { &engine }, gazetteer, example) {
                wrong.push(book.at_example(
                    rule,
                    example,
                    Mistake::ExampleMissed,
                    &told(rule, &message),
                    "not found here",
                ));
            }
        }
        for reject in &rule.rejects {
            checker.run(&engine, gazetteer, reject);
            if let Some(found) = checker.relations.first() {
                let words = checker.words(reject, found.trigger);
                let message = told(rule, &format!("finds a relation at \"{words}\""));
                wrong.push(book.at_example(rule, reject, Mistake::RejectFound, &message, "must find nothing here"));
            }
        }
    }
    wrong
}

fn told(rule: &Rule, what: &str) -> String {
    format!("rule `{}` {what}", rule.id)
}

#[derive(Default)]
struct Checker {
    analysis: Analysis,
    mentions: Mentions,
    scratch: EngineScratch,
    relations: Vec<Relation>,
}

impl Checker {
    fn run(&mut self, engine: &Engine, gazetteer: &Gazetteer, example: &Example) {
        let text = self.analysis.run(&example.text, 0);
        draw(text, example, gazetteer, &mut self.mentions);
        engine.run(text, None, gazetteer, &mut self.mentions, &mut self.scratch, &mut self.relations);
    }

    fn words(&mut self, example: &Example, tokens: TokenRange) -> String {
        self.analysis.run(&example.text, 0).slice(tokens).to_owned()
    }

    /// What is wrong with what the rule found in its example.
    fn missed(&mut self, engine: &Engine, gazetteer: &Gazetteer, example: &Example) -> Option<String> {
        self.run(engine, gazetteer, example);
        let text = self.analysis.run(&example.text, 0);
        let (start, end) = example.trigger?;
        let at_trigger = |r: &&Relation| {
            let span = text.span(r.trigger).range();
            span.start < end && start < span.end
        };
        let Some(found) = self.relations.iter().find(at_trigger) else {
            return Some("finds nothing at its trigger".into());
        };
        let name = |entity: EntityId| self.mentions.entity(entity).name.of(text.raw);
        for drawn in example.names.iter().filter_map(|n| n.role.map(|role| (role, &example.text[n.start..n.end]))) {
            if !found.arguments.iter().any(|a| a.role == drawn.0 && name(a.entity) == drawn.1) {
                return Some(format!("does not find {} \"{}\"", drawn.0.as_str(), drawn.1));
            }
        }
        for argument in &found.arguments {
            let drawn = example
                .names
                .iter()
                .any(|n| n.role == Some(argument.role) && example.text[n.start..n.end] == *name(argument.entity));
            if !drawn {
                return Some(format!("finds {} \"{}\" as well", argument.role.as_str(), name(argument.entity)));
            }
        }
        example.expect.iter().find_map(|(what, wanted)| {
            let value = value(found, what, text, &self.mentions);
            (value != **wanted).then(|| format!("finds {what} \"{value}\", not \"{wanted}\""))
        })
    }
}

/// An attribute of a relation as an example writes it.
fn value(relation: &Relation, what: &str, text: Text<'_>, mentions: &Mentions) -> String {
    let name = |entity: EntityId| mentions.entity(entity).name.of(text.raw).to_owned();
    match what {
        "modality" => relation.modality.as_str().into(),
        "polarity" => match relation.polarity {
            Polarity::Positive => "positive".into(),
            Polarity::Negative => "negative".into(),
        },
        "tense" => relation.tense.as_str().into(),
        "date" => relation.date.and_then(|d| d.cue).map(|cue| cue.of(text.raw).to_owned()).unwrap_or_default(),
        "place" => relation.place.map(|(entity, _)| name(entity)).unwrap_or_default(),
        "topic" => relation.topic.map(|t| t.of(text.raw).to_owned()).unwrap_or_default(),
        "attribution" => relation.attribution.first().map(|a| a.speaker.of(text.raw).to_owned()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Puts the names of an example into `mentions`: equal names are one thing, an adjective of a place is a demonym. Of the
/// gazetteer only the states are known.
fn draw(text: Text<'_>, example: &Example, gazetteer: &Gazetteer, mentions: &mut Mentions) {
    mentions.clear();
    for name in &example.names {
        let first = text.tokens.partition_point(|t| (t.span.end as usize) <= name.start);
        let last = text.tokens.partition_point(|t| (t.span.start as usize) < name.end);
        let tokens = TokenRange::new(first, last.max(first + 1));
        let span = text.span(tokens);
        let written = span.of(text.raw);
        let known = mentions.entities.iter().position(|e| e.name.of(text.raw) == written);
        let entity = known.unwrap_or_else(|| {
            let place = name.entity_type == EntityType::Place;
            let mut known = gazetteer.lookup(written).into_iter().filter(|one| place && one.form == NameForm::Name);
            let state = known.find(|one| gazetteer.kind(one.entry) == Kind::Country).map(|one| one.entry);
            mentions.entities.push(Entity {
                entity_type: name.entity_type,
                entry: state,
                name: span,
                country: state,
                gender: None,
            });
            mentions.entities.len() - 1
        });
        let adjective = name.entity_type == EntityType::Place
            && tokens.len() == 1
            && lexicon::tags_of(text.key(first)).has(Tag::Adjective);
        let form = if adjective { Form::Demonym } else { Form::Name };
        mentions.mentions.push(Mention {
            tokens,
            span,
            entity: EntityId(entity as u32),
            form,
            title: TokenRange::default(),
            source: Source::Context,
        });
    }
    mentions.mentions.sort_by_key(|m| m.tokens.start);
}
