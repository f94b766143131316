//! Relations, as a knowledge base would see them.
//!
//! A relation of n participants counts as its pairs, each weighing 2/n, so that one summit does not outweigh fifty
//! meetings. A participant is right when any of its names in the document is a name of the gold thing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::record::{Field, Record};
use crate::relation::Polarity;

use super::sentence::{sentence_of, sentence_starts};
use super::{Gold, Score, to_chars};

/// Types that are scored; others in the records are left out.
const TYPES: [&str; 2] = ["meeting", "cooperation"];

/// The sentence number of what stands in a title: no sentence of the text.
const TITLE: u32 = u32::MAX;

/// Sentence, type, two participants in order.
type Pair = (u32, String, String, String);
type Weights = IndexMap<(String, Pair), f64, FxBuildHasher>;

/// What is said of a pair besides who and what.
#[derive(Clone, Debug, Default)]
struct Facts {
    modality: Option<String>,
    date: Option<String>,
    place: Option<String>,
    attribution: BTreeSet<String>,
    weight: f64,
}

type Pairs = IndexMap<Pair, Facts, FxBuildHasher>;

/// One relation of either side: where, who by all their names, what else.
struct Told<'a> {
    relation_type: &'a str,
    sentence: u32,
    participants: Vec<Vec<&'a str>>,
    modality: Option<&'a str>,
    date: Option<String>,
    place: Option<Vec<&'a str>>,
    speakers: Vec<Vec<&'a str>>,
}

/// An attribute's weights on pairs that match: right, in gold, in the records.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: f64,
    gold: f64,
    found: f64,
}

/// Pairs over many documents.
#[derive(Debug, Default)]
pub struct RelationScores {
    /// By level and type: gold and found. A pair of the document level has no sentence.
    levels: [BTreeMap<String, [Weights; 2]>; 2],
    tallies: BTreeMap<String, Tally>,
    missed: Vec<String>,
    extra: Vec<String>,
}

impl RelationScores {
    /// Counts one document; `record` is `None` where the records lack it.
    pub fn add(&mut self, gold: &Gold, record: Option<&Record<'_>>) {
        let text: Vec<char> = gold.text.chars().collect();
        let starts = sentence_starts(&text);
        let names = Names::new(gold);
        let wanted = pairs(labelled(gold, &starts), &names);
        let found = pairs(record.map_or(Vec::new(), |r| told(r, gold, &starts)), &names);
        for (side, pairs) in [&wanted, &found].into_iter().enumerate() {
            for (pair, facts) in pairs {
                for (level, of) in self.levels.iter_mut().enumerate() {
                    let mut key = pair.clone();
                    if level == 0 {
                        key.0 = 0;
                    }
                    let weights = &mut of.entry(pair.1.clone()).or_default()[side];
                    let weight = weights.entry((gold.id.clone(), key)).or_insert(0.0);
                    *weight = weight.max(facts.weight);
                }
            }
        }
        for (pair, want) in &wanted {
            if let Some(got) = found.get(pair) {
                self.tally(want, got);
            }
        }
        let line = |pair: &Pair| {
            let (sentence, relation_type, a, b) = pair;
            let start = starts.get(*sentence as usize).copied().unwrap_or(0) as usize;
            let end = starts.get(*sentence as usize + 1).map_or(text.len(), |s| *s as usize);
            let words: String = if *sentence == TITLE { "(title)".into() } else { text[start..end].iter().collect() };
            let words: Vec<&str> = words.split_whitespace().collect();
            format!("{}  {relation_type}: {a} ~ {b}\n      {}", gold.id, words.join(" "))
        };
        self.missed.extend(wanted.keys().filter(|p| !found.contains_key(*p)).map(line));
        self.extra.extend(found.keys().filter(|p| !wanted.contains_key(*p)).map(line));
    }

    fn tally(&mut self, want: &Facts, got: &Facts) {
        let weight = want.weight;
        let mut count = |row: &str, right: bool, in_gold: bool, in_record: bool| {
            let tally = self.tallies.entry(row.to_owned()).or_default();
            tally.right += if right && in_gold { weight } else { 0.0 };
            tally.gold += if in_gold { weight } else { 0.0 };
            tally.found += if in_record { weight } else { 0.0 };
        };
        let right = want.modality == got.modality;
        count("modality", right, want.modality.is_some(), got.modality.is_some());
        if let Some(modality) = &want.modality {
            count(&format!("  {modality}"), right, true, false);
        }
        if let Some(modality) = &got.modality {
            count(&format!("  {modality}"), false, false, true);
        }
        count("date", want.date == got.date, want.date.is_some(), got.date.is_some());
        count("place", want.place == got.place, want.place.is_some(), got.place.is_some());
        let shared = !want.attribution.is_disjoint(&got.attribution);
        count("attribution", shared, !want.attribution.is_empty(), !got.attribution.is_empty());
    }

    /// The score of a type, or of all: over what documents teach, or (`sentences`) over every telling.
    pub fn score(&self, relation_type: Option<&str>, sentences: bool) -> Score {
        let mut score = Score::default();
        let of = &self.levels[usize::from(sentences)];
        for (_, [gold, found]) in of.iter().filter(|(t, _)| relation_type.is_none_or(|r| r == *t)) {
            score.gold += gold.values().sum::<f64>();
            score.found += found.values().sum::<f64>();
            score.hit += found.iter().filter(|(k, _)| gold.contains_key(*k)).map(|(_, w)| w).sum::<f64>();
            score.recalled += gold.iter().filter(|(k, _)| found.contains_key(*k)).map(|(_, w)| w).sum::<f64>();
        }
        score
    }

    fn counts(&self, relation_type: Option<&str>, sentences: bool) -> (usize, usize) {
        let of = self.levels[usize::from(sentences)].iter();
        of.filter(|(t, _)| relation_type.is_none_or(|r| r == *t))
            .fold((0, 0), |sum, (_, [gold, found])| (sum.0 + gold.len(), sum.1 + found.len()))
    }

    /// Pairs that were missed and pairs that are not in gold, with their sentences; at most `limit` of each.
    pub fn errors(&self, limit: usize) -> impl Iterator<Item = (&'static str, &str)> {
        let missed = self.missed.iter().take(limit).map(|e| ("MISSED", e.as_str()));
        missed.chain(self.extra.iter().take(limit).map(|e| ("NOT IN GOLD", e.as_str())))
    }
}

impl fmt::Display for RelationScores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:9} {:12} {:>6} {:>6} {:>6} {:>6} {:>6}", "level", "type", "P", "R", "F1", "gold", "found")?;
        for (level, sentences) in [("document", false), ("sentence", true)] {
            let types = self.levels[0].keys().map(|t| (t.as_str(), Some(t.as_str())));
            for (label, of) in types.chain([("all", None)]) {
                let score = self.score(of, sentences);
                let (p, r, f1) = (score.precision(), score.recall(), score.f1());
                let (gold, found) = self.counts(of, sentences);
                writeln!(f, "{level:9} {label:12} {p:6.3} {r:6.3} {f1:6.3} {gold:6} {found:6}")?;
            }
        }
        writeln!(f, "on matched pairs, by weight:")?;
        for row in ["modality", "  actual", "  planned", "  possible", "  denied", "date", "place", "attribution"] {
            let Tally { right, gold, found } = self.tallies.get(row).copied().unwrap_or_default();
            let score = Score { hit: right, recalled: right, found, gold };
            let (p, r, f1) = (score.precision(), score.recall(), score.f1());
            writeln!(f, "  {row:14} P {p:.3}  R {r:.3}  F1 {f1:.3}  gold {gold:7.1}  found {found:7.1}")?;
        }
        Ok(())
    }
}

/// Any form of a name in a document leads to one gold thing, or to itself where gold has none.
struct Names<'g>(FxHashMap<String, &'g str>);

impl<'g> Names<'g> {
    fn new(gold: &'g Gold) -> Self {
        let mut forms = FxHashMap::default();
        for entity in &gold.entities {
            for form in std::iter::once(&entity.name).chain(&entity.mentions) {
                forms.entry(normal(form)).or_insert(entity.name.as_str());
            }
        }
        Names(forms)
    }

    fn resolve(&self, forms: &[&str]) -> String {
        match forms.iter().find_map(|form| self.0.get(&normal(form))) {
            Some(name) => (*name).to_owned(),
            None => format!("?{}", normal(forms.first().copied().unwrap_or(""))),
        }
    }
}

/// Lower case, without a closing possessive, a leading "the", dots, and hyphens as spaces.
fn normal(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let bare = lower.strip_suffix("'s").or(lower.strip_suffix("’s")).unwrap_or(&lower);
    let mut words = String::with_capacity(bare.len());
    let mut gap = false;
    for c in bare.chars().filter(|c| !matches!(c, '.' | '\u{200b}')) {
        if c == '-' || c.is_whitespace() {
            gap = true;
        } else {
            if gap {
                words.push(' ');
            }
            gap = false;
            words.push(c);
        }
    }
    words.trim_start().strip_prefix("the ").unwrap_or(words.trim_start()).to_owned()
}

fn labelled<'g>(gold: &'g Gold, starts: &[u32]) -> Vec<Told<'g>> {
    let forms = |name: &'g str| match gold.entities.iter().rev().find(|e| e.name == name) {
        Some(entity) => {
            std::iter::once(entity.name.as_str()).chain(entity.mentions.iter().map(String::as_str)).collect()
        }
        None => vec![name],
    };
    let relations = gold.relations.iter().flatten().filter(|r| TYPES.contains(&&*r.relation_type));
    relations
        .map(|r| Told {
            relation_type: &r.relation_type,
            sentence: sentence_of(starts, r.trigger.0),
            participants: r.participants.iter().map(|p| forms(p)).collect(),
            modality: r.modality.as_deref(),
            date: r.date.clone(),
            place: r.place.as_deref().filter(|p| !p.is_empty()).map(forms),
            speakers: r.speakers().into_iter().map(forms).collect(),
        })
        .collect()
}

fn told<'r>(record: &'r Record<'_>, gold: &Gold, starts: &[u32]) -> Vec<Told<'r>> {
    let to_chars = to_chars(record, &gold.text);
    let forms = |n: u32| {
        let entity = &record.entities[n as usize];
        let mentions = entity.mentions.iter().map(|m| record.mentions[*m as usize].text.as_str());
        std::iter::once(entity.name.as_str()).chain(mentions).collect::<Vec<&str>>()
    };
    let relations = record.relations.iter().filter(|r| TYPES.contains(&r.relation_type.as_str()));
    relations
        .map(|r| Told {
            relation_type: &r.relation_type,
            sentence: match r.trigger.field {
                Field::Text => sentence_of(starts, to_chars(r.trigger.start)),
                Field::Title => TITLE,
            },
            participants: r.arguments.iter().map(|a| forms(a.entity)).collect(),
            modality: Some(if r.polarity == Polarity::Negative { "denied" } else { r.modality.as_str() }),
            date: r.date.as_ref().map(|d| d.value.to_string()),
            place: r.place.map(|p| forms(p.entity)),
            speakers: r.attribution.iter().map(|a| a.entity.map_or_else(|| vec![a.text.as_str()], forms)).collect(),
        })
        .collect()
}

fn pairs(told: Vec<Told<'_>>, names: &Names<'_>) -> Pairs {
    let mut found = Pairs::default();
    for relation in told {
        let members: BTreeSet<String> = relation.participants.iter().map(|p| names.resolve(p)).collect();
        let members: Vec<String> = members.into_iter().collect();
        let facts = Facts {
            modality: relation.modality.map(str::to_owned),
            date: relation.date,
            place: relation.place.map(|p| names.resolve(&p)),
            attribution: relation.speakers.iter().map(|s| names.resolve(s)).collect(),
            weight: 2.0 / members.len() as f64,
        };
        for (i, a) in members.iter().enumerate() {
            for b in &members[i + 1..] {
                let pair = (relation.sentence, relation.relation_type.to_owned(), a.clone(), b.clone());
                let kept = found.entry(pair).or_default();
                if kept.weight < facts.weight {
                    *kept = facts.clone();
                }
            }
        }
    }
    found
}
