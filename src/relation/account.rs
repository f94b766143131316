//! The engine's account of a text: what passed the gate, how it was read, which rules matched and what the others lacked.

use serde::Serialize;

use crate::reference::{Actor, Resolver};
use crate::rule::RuleBook;
use crate::text::TokenRange;

use super::arguments::Unfit;
use super::trace::{Outcome, Witness};
use super::triggers::Start;
use super::walk::Binding;

/// One sentence behind the gate.
#[derive(Clone, Debug, Serialize)]
pub struct SentenceAccount {
    /// Number of the sentence in the text, from 0.
    pub sentence: usize,
    /// Its words.
    pub text: String,
    /// Its structure: noun groups in square brackets, verb groups in braces with `<` and the first group of their subject
    /// (`<-` when passive), the number of a clause where it changes.
    pub structure: String,
    /// What the rules made of each trigger, in order; matches first.
    pub attempts: Vec<Attempt>,
}

/// One alternative of a rule at one trigger.
#[derive(Clone, Debug, Serialize)]
pub struct Attempt {
    /// The words of the trigger.
    pub trigger: String,
    /// The rule.
    pub rule: String,
    /// The alternative, as written.
    pub pattern: String,
    /// How it ended.
    pub outcome: AttemptOutcome,
    /// The actors bound: role and names.
    pub actors: Vec<(String, Vec<String>)>,
    /// What kept it from matching.
    pub lacks: Option<String>,
    #[serde(skip)]
    at: TokenRange,
    #[serde(skip)]
    reached: usize,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttemptOutcome {
    /// It matched.
    Matched,
    /// It matched, but fewer than two different actors remain.
    TooFew,
    /// It matched, but its actors cannot be those of one relation, or words show that its trigger tells of something else.
    Unfit,
    /// It matched, but a word stands in the clause that it does without.
    Barred,
    /// An element found nothing that fits.
    Missed,
}

/// Writes an account.
pub(crate) struct Recorder<'a> {
    book: &'a RuleBook,
    pub(crate) sentences: Vec<SentenceAccount>,
    names: Vec<String>,
    words: Vec<(u32, String)>,
}

impl<'a> Recorder<'a> {
    pub(crate) fn new(book: &'a RuleBook) -> Self {
        Recorder { book, sentences: Vec::new(), names: Vec::new(), words: Vec::new() }
    }

    fn actors(&self, bindings: &[Binding]) -> Vec<(String, Vec<String>)> {
        let name = |a: &Actor| self.names.get(a.entity.0 as usize).cloned().unwrap_or_default();
        bindings.iter().map(|b| (b.role.as_str().to_owned(), b.actors.iter().map(name).collect())).collect()
    }

    /// Says in words why a match makes no relation.
    fn why(&self, unfit: Unfit) -> String {
        let why = match unfit {
            Unfit::TooFew => "fewer than two different actors",
            Unfit::Uneven => "of a person and a state",
            Unfit::Torn => "of those told of one speaks for a state, another for nobody known",
            Unfit::Asked => "somebody only speaks to the press",
            Unfit::Clubs => "clubs play each other",
            Unfit::Mixed => "who gives is among those who receive",
            Unfit::Played(word) => return format!("*{}* tells of sport", self.slice(word)),
            Unfit::Label(words) => return format!("*{}* says what somebody is called", self.slice(words)),
        };
        why.to_owned()
    }

    fn slice(&self, tokens: TokenRange) -> String {
        let words = self.words.iter().filter(|(i, _)| tokens.contains(*i as usize)).map(|(_, w)| w.as_str());
        words.collect::<Vec<_>>().join(" ")
    }
}

impl Witness for Recorder<'_> {
    fn sees_all(&self) -> bool {
        true
    }

    fn sentence(&mut self, number: usize, resolver: &Resolver<'_>) {
        let text = resolver.text;
        let tokens = resolver.syntax.sentence;
        self.words = tokens.range().map(|i| (i as u32, text.word(i).to_owned())).collect();
        let name = |e: &crate::mention::Entity| match e.entry {
            Some(entry) => resolver.gazetteer.entry(entry).name.to_owned(),
            None => e.name.of(text.raw).to_owned(),
        };
        self.names = resolver.mentions.entities.iter().map(name).collect();
        self.sentences.push(SentenceAccount {
            sentence: number,
            text: text.slice(tokens).to_owned(),
            structure: resolver.syntax.sketch(&text),
            attempts: Vec::new(),
        });
    }

    fn attempt(&mut self, start: &Start, trigger: TokenRange, outcome: Outcome<'_>) {
        let rule = &self.book.rules[start.rule as usize];
        let pattern = &rule.patterns[start.pattern as usize];
        let (outcome, actors, lacks, reached) = match outcome {
            Outcome::Matched(bindings) => (AttemptOutcome::Matched, self.actors(bindings), None, usize::MAX),
            Outcome::Unfit(bindings, unfit) => {
                let few = matches!(unfit, Unfit::TooFew);
                let outcome = if few { AttemptOutcome::TooFew } else { AttemptOutcome::Unfit };
                (outcome, self.actors(bindings), Some(self.why(unfit)), usize::MAX - 1)
            }
            Outcome::Barred(word) => {
                let why = format!("it does without *{}*", self.slice(word));
                (AttemptOutcome::Barred, Vec::new(), Some(why), usize::MAX - 2)
            }
            Outcome::Missed { element, unknown } => {
                let written = pattern.written.get(element).map_or("", |w| w);
                let why = if unknown { "nobody known stands there" } else { "nothing fits" };
                (AttemptOutcome::Missed, Vec::new(), Some(format!("{written}: {why}")), element)
            }
        };
        let attempt = Attempt {
            trigger: self.slice(trigger),
            rule: rule.id.to_string(),
            pattern: pattern.written.join(" "),
            outcome,
            actors,
            lacks,
            at: trigger,
            reached,
        };
        let Some(sentence) = self.sentences.last_mut() else { return };
        // Of one alternative in several frames, and of one rule's misses, the one that came furthest.
        let same = |a: &&mut Attempt| {
            a.rule == attempt.rule
                && a.at == attempt.at
                && (a.pattern == attempt.pattern || a.outcome != AttemptOutcome::Matched)
        };
        match sentence.attempts.iter_mut().find(same) {
            Some(old) if old.reached < attempt.reached => *old = attempt,
            Some(_) => {}
            None => sentence.attempts.push(attempt),
        }
        sentence.attempts.sort_by_key(|a| (a.at.start, a.outcome));
    }
}
