//! PETRARCH's event file: tab-separated, a dyad a line.
//!
//! Columns: date, source, target, CAMEO code, issues, sentence id, URL, news source, actor texts, event text. A dyad
//! with an actor of which neither country nor sector is known has no code and is left out, as PETRARCH leaves it out.

use std::fmt::Write as _;
use std::io::Write;

use jiff::civil::Date;

use crate::knowledge::{Export, ExportError, Joined, Joiner};
use crate::record::{Record, Relation};

use super::{ActorCode, contexts, dyads};

/// Writes PETRARCH's event file.
#[derive(Debug)]
pub struct Petrarch<W> {
    to: W,
    line: String,
}

impl<W: Write> Petrarch<W> {
    /// Writes to `to`.
    pub fn new(to: W) -> Self {
        Petrarch { to, line: String::new() }
    }
}

/// The day of a dyad: the event's when it is known to the day, else the document's, else the first the event's date may
/// mean.
pub(super) fn day(record: &Record<'_>, relation: &Relation<'_>) -> Option<Date> {
    let told = relation.date.as_ref().map(|d| d.value);
    let exact = told.filter(|d| d.day().is_some());
    exact.or(record.date).or(told).map(|d| d.first())
}

/// Issues as PETRARCH writes them: `military,2;economic,1`.
pub(super) fn push_issues(relation: &Relation<'_>, line: &mut String) {
    let topic = relation.topic.as_ref().map_or(&*relation.sentence.text, |t| &*t.text);
    for (i, (issue, count)) in contexts([topic]).into_iter().enumerate() {
        let _ = write!(line, "{}{issue},{count}", if i > 0 { ";" } else { "" });
    }
}

/// A cell: tabs and line breaks become spaces.
fn push_cell(text: &str, line: &mut String) {
    line.push('\t');
    line.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
}

impl<W: Write> Export for Petrarch<W> {
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        let record = joined.record;
        let (url, publisher) = (record.kept.string("url"), record.kept.string("publisher"));
        for relation in &record.relations {
            for dyad in dyads(relation) {
                let [source, target] = [dyad.source, dyad.target].map(|n| &record.entities[n as usize]);
                let (Some(from), Some(to)) = (ActorCode::of(source), ActorCode::of(target)) else {
                    continue;
                };
                let line = &mut self.line;
                line.clear();
                if let Some(day) = day(record, relation) {
                    let _ = write!(line, "{:04}{:02}{:02}", day.year(), day.month(), day.day());
                }
                line.push('\t');
                from.push(line);
                line.push('\t');
                to.push(line);
                push_cell(dyad.cameo, line);
                line.push('\t');
                push_issues(relation, line);
                push_cell(&record.id, line);
                let _ = write!(line, "_{}", relation.sentence.start);
                push_cell(url.as_deref().unwrap_or(""), line);
                push_cell(publisher.as_deref().unwrap_or(""), line);
                push_cell(&source.name, line);
                line.push(';');
                line.push_str(&target.name);
                push_cell(&relation.trigger.text, line);
                line.push('\n');
                self.to.write_all(line.as_bytes())?;
            }
        }
        Ok(())
    }

    fn finish(&mut self, _: &Joiner<'_>) -> Result<(), ExportError> {
        Ok(self.to.flush()?)
    }
}
