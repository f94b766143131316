//! What the clause floor finds in one sentence.

use crate::mention::{Form, Mentions};
use crate::text::{Tag, Tagger, Text, TokenRange};

use super::chunker::{Begins, Chunker};
use super::parser::Parser;
use super::verb::{Link, Verb};
use super::{Group, GroupKind};

/// A clause: a subject and the verbs it shares.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// How it hangs on the clause around it.
    pub link: Link,
    /// The group that opens it: "that", "who", "after", a quotation mark, a bracket.
    pub opener: Option<u32>,
    /// The clause around it.
    pub parent: Option<u32>,
    /// The verb it hangs on.
    pub governor: Option<u32>,
    /// The noun group it describes.
    pub antecedent: Option<u32>,
}

/// Groups, clauses and verbs of one sentence; the buffers are kept from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub struct Syntax {
    /// The tokens of the sentence.
    pub sentence: TokenRange,
    tagger: Tagger,
    begins: Begins,
    /// In order, tiling the sentence.
    pub groups: Vec<Group>,
    /// In the order they open.
    pub clauses: Vec<Clause>,
    /// In order.
    pub verbs: Vec<Verb>,
}

impl Syntax {
    /// Begins a sentence: tags its words. `mentions` holds the names of the text, sorted.
    pub fn begin(&mut self, text: Text<'_>, sentence: TokenRange, mentions: &Mentions) {
        self.sentence = sentence;
        self.groups.clear();
        self.clauses.clear();
        self.verbs.clear();
        let mut named = mentions.mentions[mentions.within(sentence)].iter().peekable();
        let given = |i: usize| {
            while named.peek().is_some_and(|m| m.tokens.end as usize <= i) {
                named.next();
            }
            let mention = named.peek().filter(|m| m.tokens.contains(i))?;
            Some(if mention.form == Form::Demonym { Tag::Adjective } else { Tag::Name })
        };
        self.tagger.read(&text, sentence, given);
    }

    /// Finds groups, clauses and verbs of the sentence begun. `mentions` holds its dates as well, sorted.
    pub fn parse(&mut self, text: Text<'_>, mentions: &Mentions) {
        let sentence = self.sentence;
        let named = &mentions.mentions[mentions.within(sentence)];
        let dates = {
            let start = mentions.dates.partition_point(|d| d.tokens.start < sentence.start);
            let end = mentions.dates.partition_point(|d| d.tokens.start < sentence.end);
            &mentions.dates[start..end.max(start)]
        };
        let tags = self.tagger.tags();
        self.begins.note(sentence, named, dates);
        Chunker { text, sentence, tags, mentions, named, dates, begins: &self.begins }.run(&mut self.groups);
        Parser::new(text, sentence.start as usize, tags, &mut self.groups, &mut self.clauses, &mut self.verbs).run();
    }

    /// The tag of a token of the sentence.
    pub fn tag(&self, token: usize) -> Tag {
        token
            .checked_sub(self.sentence.start as usize)
            .and_then(|i| self.tagger.tags().get(i))
            .copied()
            .unwrap_or(Tag::Punct)
    }

    /// The number of the group that holds a token of the sentence.
    pub fn group_of(&self, token: usize) -> usize {
        self.groups.partition_point(|g| g.tokens.end as usize <= token).min(self.groups.len().saturating_sub(1))
    }

    /// The verb of a group.
    pub fn verb_of(&self, group: usize) -> Option<usize> {
        self.verbs.iter().position(|v| v.group as usize == group)
    }

    /// The nearest group before `g` that is no adverb, date or stray mark.
    pub fn before(&self, g: usize) -> Option<usize> {
        (0..g).rev().find(|&k| !matches!(self.groups[k].kind, GroupKind::Adverb | GroupKind::Date | GroupKind::Other))
    }

    /// The nearest group after `g` that is no adverb, date or stray mark.
    pub fn after(&self, g: usize) -> Option<usize> {
        (g + 1..self.groups.len())
            .find(|&k| !matches!(self.groups[k].kind, GroupKind::Adverb | GroupKind::Date | GroupKind::Other))
    }

    /// One line that shows the structure, for `explain` and tests: noun groups in square brackets, verb groups in braces
    /// with the first word of their subject, clause numbers where they change.
    pub fn sketch(&self, text: &Text<'_>) -> String {
        let mut out = String::new();
        let mut clause = u32::MAX;
        for (g, group) in self.groups.iter().enumerate() {
            if !out.is_empty() {
                out.push(' ');
            }
            if group.clause != clause {
                clause = group.clause;
                out.push_str(&format!("{clause}: "));
            }
            let words = text.slice(group.tokens);
            match group.kind {
                GroupKind::Noun => out.push_str(&format!("[{words}]")),
                GroupKind::Verb => {
                    let verb = self.verb_of(g).map(|v| self.verbs[v]);
                    let subject = verb.and_then(|v| v.subject).map(|s| text.slice(self.groups[s as usize].tokens));
                    let voice = if verb.is_some_and(|v| v.passive) { "<-" } else { "<" };
                    out.push_str(&format!("{{{words}}}{voice}{}", subject.unwrap_or("?")));
                }
                _ => out.push_str(words),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::EntityType;
    use crate::mention::{Entity, EntityId, Mention, Source};
    use crate::text::Analysis;

    /// Names are written `_Kim Jong Un_`; `^Russian^` is an adjective of a place, `#Lima#` a place.
    fn sketch(marked: &str) -> String {
        let mut raw = String::new();
        let mut spans = Vec::new();
        let mut open: Option<usize> = None;
        for c in marked.chars() {
            if "_^#".contains(c) {
                match open.take() {
                    Some(start) => spans.push((start, raw.len(), c)),
                    None => open = Some(raw.len()),
                }
            } else {
                raw.push(c);
            }
        }
        let mut analysis = Analysis::default();
        let text = analysis.run(&raw, 0);
        let mut mentions = Mentions::default();
        for (start, end, mark) in spans {
            let at = |byte: usize| text.tokens.partition_point(|t| (t.span.end as usize) <= byte);
            let tokens = TokenRange::new(at(start), at(end - 1) + 1);
            let entity_type = if mark == '_' { EntityType::Person } else { EntityType::Place };
            let entity = EntityId(mentions.entities.len() as u32);
            let span = text.span(tokens);
            mentions.entities.push(Entity { entity_type, entry: None, name: span, country: None, gender: None });
            let form = if mark == '^' { Form::Demonym } else { Form::Name };
            mentions.mentions.push(Mention {
                tokens,
                span,
                entity,
                form,
                title: TokenRange::default(),
                source: Source::Context,
            });
        }
        let mut syntax = Syntax::default();
        syntax.begin(text, TokenRange::new(0, text.tokens.len()), &mentions);
        syntax.parse(text, &mentions);
        syntax.sketch(&text)
    }

    #[test]
    fn clauses() {
        let cases = include_str!("sketches.txt");
        let mut lines = cases.lines().filter(|l| !l.is_empty() && !l.starts_with("//"));
        let mut wrong = String::new();
        while let (Some(marked), Some(expected)) = (lines.next(), lines.next()) {
            let found = sketch(marked);
            if found != expected.trim() {
                wrong.push_str(&format!("{marked}\n  {found}\n"));
            }
        }
        assert!(wrong.is_empty(), "\n{wrong}");
    }
}
