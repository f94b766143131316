//! Phoenix's event table: tab-separated, one row for each day, source, target and code.
//!
//! Columns: id, date, year, month, day; source in full, its root, agent and others; the same of the target; CAMEO code,
//! root code, quad class, Goldstein value; issues; latitude, longitude, place, state, country; sentence ids, URLs, news
//! sources. Tellings of one row are counted together, so rows are held until the end.

use std::fmt::Write as _;
use std::io::Write;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::knowledge::{Export, ExportError, Joined, Joiner};
use crate::record::{Record, Relation, RelationId};

use super::petrarch::{day, push_issues};
use super::scale::{goldstein, quad_class};
use super::{ActorCode, dyads};

/// Writes Phoenix's event table.
#[derive(Debug)]
pub struct Phoenix<W> {
    to: W,
    /// By `date source target code`.
    rows: IndexMap<String, Row, FxBuildHasher>,
    key: String,
}

/// What the tellings of one row add.
#[derive(Debug)]
struct Row {
    id: RelationId,
    /// Issues, then latitude, longitude, place, state, country: of the first telling.
    middle: String,
    sentences: Vec<String>,
    urls: Vec<String>,
    sources: Vec<String>,
}

impl<W: Write> Phoenix<W> {
    /// Writes to `to`.
    pub fn new(to: W) -> Self {
        Phoenix { to, rows: IndexMap::default(), key: String::new() }
    }
}

fn middle(record: &Record<'_>, relation: &Relation<'_>) -> String {
    let mut line = String::new();
    push_issues(relation, &mut line);
    let place = relation.place.map(|p| &record.entities[p.entity as usize]);
    for degrees in [place.and_then(|p| p.lat), place.and_then(|p| p.lon)] {
        line.push('\t');
        if let Some(degrees) = degrees {
            let _ = write!(line, "{degrees}");
        }
    }
    let country = place.and_then(|p| p.country.as_deref()).and_then(|c| c.strip_prefix("iso:")).unwrap_or("");
    let (name, state) = match place.and_then(|p| p.kind.as_deref()) {
        Some("country") => ("", ""),
        Some("admin1") => ("", place.map_or("", |p| &p.name)),
        _ => (place.map_or("", |p| &*p.name), ""),
    };
    let _ = write!(line, "\t{name}\t{state}\t{country}");
    line
}

fn add(list: &mut Vec<String>, value: Option<&str>) {
    if let Some(value) = value.filter(|v| list.iter().all(|l| l != v)) {
        list.push(value.chars().map(|c| if c.is_control() || c == ';' { ' ' } else { c }).collect());
    }
}

/// `PRKGOV` in full, root, agent, others.
fn push_parts(code: &str, line: &mut String) {
    let part = |range: std::ops::Range<usize>| code.get(range).unwrap_or("");
    let _ = write!(line, "\t{code}\t{}\t{}\t{}", part(0..3), part(3..6), part(6..code.len().max(6)));
}

impl<W: Write> Export for Phoenix<W> {
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        let record = joined.record;
        let (url, publisher) = (record.kept.string("url"), record.kept.string("publisher"));
        for relation in &record.relations {
            for dyad in dyads(relation) {
                let [source, target] = [dyad.source, dyad.target].map(|n| ActorCode::of(&record.entities[n as usize]));
                let (Some(source), Some(target), Some(day)) = (source, target, day(record, relation)) else {
                    continue;
                };
                self.key.clear();
                let _ = write!(self.key, "{day} ");
                source.push(&mut self.key);
                self.key.push(' ');
                target.push(&mut self.key);
                self.key.push(' ');
                self.key.push_str(dyad.cameo);
                let row = match self.rows.get_mut(&self.key) {
                    Some(row) => row,
                    None => self.rows.entry(self.key.clone()).or_insert_with(|| Row {
                        id: relation.id,
                        middle: middle(record, relation),
                        sentences: Vec::new(),
                        urls: Vec::new(),
                        sources: Vec::new(),
                    }),
                };
                add(&mut row.sentences, Some(&format!("{}_{}", record.id, relation.sentence.start)));
                add(&mut row.urls, url.as_deref());
                add(&mut row.sources, publisher.as_deref());
            }
        }
        Ok(())
    }

    fn finish(&mut self, _: &Joiner<'_>) -> Result<(), ExportError> {
        let mut line = String::new();
        for (key, row) in &self.rows {
            let mut parts = key.splitn(4, ' ');
            let [date, source, target, cameo] = std::array::from_fn(|_| parts.next().unwrap_or(""));
            let mut numbers = date.splitn(3, '-');
            let [year, month, day] = std::array::from_fn(|_| numbers.next().unwrap_or(""));
            line.clear();
            let _ = write!(line, "{}\t{year}{month}{day}\t{year}\t{month}\t{day}", row.id);
            push_parts(source, &mut line);
            push_parts(target, &mut line);
            let _ = write!(line, "\t{cameo}\t{}\t{}\t", cameo.get(..2).unwrap_or(""), quad_class(cameo));
            if let Some(value) = goldstein(cameo) {
                let _ = write!(line, "{value:.1}");
            }
            let lists = [&row.sentences, &row.urls, &row.sources].map(|l| l.join(";"));
            let _ = writeln!(line, "\t{}\t{}", row.middle, lists.join("\t"));
            self.to.write_all(line.as_bytes())?;
        }
        Ok(self.to.flush()?)
    }
}
