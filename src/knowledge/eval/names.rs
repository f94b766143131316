//! Names: exact span and type.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use regex::Regex;

use crate::gazetteer::EntityType;
use crate::mention::Form;
use crate::record::{Field, Record};

use super::{Gold, Score};

const TYPES: [EntityType; 3] = [EntityType::Person, EntityType::Place, EntityType::Organization];

/// First and one past the last character, and the type.
type Name = (u32, u32, EntityType);

/// Counts over many documents.
#[derive(Debug)]
pub struct NameScores {
    cut: Option<Cut>,
    /// Counts of right, found, gold.
    by_type: [[usize; 3]; 3],
    untyped: [usize; 3],
    groups: BTreeMap<String, [usize; 3]>,
    missed: BTreeMap<(EntityType, String), usize>,
    extra: BTreeMap<(EntityType, String), usize>,
}

impl NameScores {
    /// With `cut`, a leading "the", a title before a person and a closing "'s" count on neither side.
    pub fn new(cut: bool) -> Self {
        NameScores {
            cut: cut.then(Cut::new),
            by_type: Default::default(),
            untyped: Default::default(),
            groups: BTreeMap::new(),
            missed: BTreeMap::new(),
            extra: BTreeMap::new(),
        }
    }

    /// Counts one document; `record` is `None` where the records lack it. Scores of `group` are told apart as well.
    pub fn add(&mut self, gold: &Gold, record: Option<&Record<'_>>, group: Option<&str>) {
        let text: Vec<char> = gold.text.chars().collect();
        let cut = |name: Name| self.cut.as_ref().map_or(name, |cut| cut.apply(&text, name));
        let wanted: BTreeSet<Name> = gold
            .entities
            .iter()
            .filter_map(|e| Some((e.start?, e.end?, EntityType::parse(&e.entity_type)?)))
            .map(cut)
            .collect();
        let found: BTreeSet<Name> = match record {
            Some(record) => {
                let to_chars = super::to_chars(record, &gold.text);
                let names = record.mentions.iter().filter(|m| {
                    m.field == Field::Text && !matches!(m.form, Form::Pronoun | Form::Nominal | Form::Demonym)
                });
                names.map(|m| (to_chars(m.start), to_chars(m.end), m.entity_type)).map(cut).collect()
            }
            None => BTreeSet::new(),
        };
        let right: BTreeSet<Name> = wanted.intersection(&found).copied().collect();
        for (i, of) in TYPES.iter().enumerate() {
            for (count, set) in self.by_type[i].iter_mut().zip([&right, &found, &wanted]) {
                *count += set.iter().filter(|n| n.2 == *of).count();
            }
        }
        let spans = |set: &BTreeSet<Name>| set.iter().map(|n| (n.0, n.1)).collect::<BTreeSet<_>>();
        let (bare_wanted, bare_found) = (spans(&wanted), spans(&found));
        let bare_right = bare_wanted.intersection(&bare_found).count();
        for (count, n) in self.untyped.iter_mut().zip([bare_right, bare_found.len(), bare_wanted.len()]) {
            *count += n;
        }
        if let Some(group) = group {
            let counts = self.groups.entry(group.to_owned()).or_default();
            for (count, set) in counts.iter_mut().zip([&right, &found, &wanted]) {
                *count += set.len();
            }
        }
        for (errors, a, b) in [(&mut self.missed, &wanted, &found), (&mut self.extra, &found, &wanted)] {
            for (start, end, of) in a.difference(b) {
                let text = text.get(*start as usize..*end as usize).unwrap_or(&[]).iter().collect();
                *errors.entry((*of, text)).or_default() += 1;
            }
        }
    }

    /// The score of one type, or of all.
    pub fn score(&self, of: Option<EntityType>) -> Score {
        let mut sum = [0; 3];
        for (_, counts) in TYPES.iter().zip(self.by_type).filter(|(t, _)| of.is_none_or(|of| of == **t)) {
            for (sum, count) in sum.iter_mut().zip(counts) {
                *sum += count;
            }
        }
        Score::of_counts(sum[0], sum[1], sum[2])
    }

    /// The most frequent errors: kind of error, type, text, how often. At most `limit` of each kind.
    pub fn errors(&self, limit: usize) -> Vec<(&'static str, EntityType, &str, usize)> {
        let mut all = Vec::new();
        for (kind, errors) in [("MISSED", &self.missed), ("NOT IN GOLD", &self.extra)] {
            let mut list: Vec<_> = errors.iter().map(|((of, text), n)| (kind, *of, text.as_str(), *n)).collect();
            list.sort_by_key(|e| std::cmp::Reverse(e.3));
            all.extend(list.into_iter().take(limit));
        }
        all
    }
}

impl fmt::Display for NameScores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:24} {:>6} {:>6} {:>6} {:>7} {:>7}", "", "P", "R", "F1", "gold", "found")?;
        let mut row = |label: &str, s: Score| {
            let (p, r, f1) = (s.precision(), s.recall(), s.f1());
            writeln!(f, "{label:24} {p:6.3} {r:6.3} {f1:6.3} {:7} {:7}", s.gold, s.found)
        };
        for of in TYPES {
            row(of.as_str(), self.score(Some(of)))?;
        }
        row("all", self.score(None))?;
        let [hit, found, gold] = self.untyped;
        row("spans, type ignored", Score::of_counts(hit, found, gold))?;
        for (group, [hit, found, gold]) in &self.groups {
            let label: String = group.chars().take(22).collect();
            row(&format!("  {label}"), Score::of_counts(*hit, *found, *gold))?;
        }
        Ok(())
    }
}

/// Takes off what other systems count in.
#[derive(Debug)]
struct Cut {
    title: Regex,
    the: Regex,
    possessive: Regex,
}

/// Titles before persons.
const TITLES: &str = "the|former|ex-|mr|mrs|ms|miss|dr|prof|president|prime|vice|deputy|foreign|defen[cs]e|minister|premier|\
    chancellor|king|queen|prince|princess|crown|pope|general|gen|lt|col|colonel|admiral|captain|capt|major|maj|sgt|sen|senator|\
    rep|gov|governor|mayor|sir|lord|lady|dame|judge|justice|secretary|chairman|leader|ambassador|sheikh|ayatollah|rev|cardinal|\
    archbishop|commander|spokesman|professor";

impl Cut {
    fn new() -> Self {
        let compile = |pattern: &str| Regex::new(pattern).unwrap_or_else(|e| unreachable!("{e}"));
        Cut {
            title: compile(&format!(r"^(?i)(?:{TITLES})\b\.?\s*")),
            the: compile(r"^(?i)the\s+"),
            possessive: compile(r"\s*['’]s$"),
        }
    }

    fn apply(&self, text: &[char], (mut start, mut end, of): Name) -> Name {
        let name: String = text.get(start as usize..end as usize).unwrap_or(&[]).iter().collect();
        let mut rest = name.as_str();
        let head = if of == EntityType::Person { &self.title } else { &self.the };
        // A name that is all titles keeps the last one.
        while let Some(found) = head.find(rest).filter(|m| m.end() < rest.len()) {
            start += rest[..found.end()].chars().count() as u32;
            rest = &rest[found.end()..];
            if of != EntityType::Person {
                break;
            }
        }
        if let Some(found) = self.possessive.find(rest).filter(|m| m.start() > 0) {
            end -= rest[found.start()..].chars().count() as u32;
        }
        (start, end, of)
    }
}
