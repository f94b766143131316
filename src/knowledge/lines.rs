//! Joined events as JSON, one a line, each with all its tellings.

use std::io::Write;

use serde::Serialize;

use crate::record::{Day, RelationId};
use crate::relation::{Modality, Polarity};

use super::{Export, ExportError, Joined, Joiner};

/// Writes joined events as JSON.
#[derive(Debug)]
pub struct EventLines<W>(W);

impl<W: Write> EventLines<W> {
    /// Writes to `to`.
    pub fn new(to: W) -> Self {
        EventLines(to)
    }
}

#[derive(Serialize)]
struct Line<'a> {
    event: RelationId,
    #[serde(rename = "type")]
    relation_type: &'a str,
    participants: &'a [&'a str],
    date: Option<Day>,
    end: Option<Day>,
    place: Option<&'a str>,
    polarity: Polarity,
    modality: Modality,
    contradicted: bool,
    tellings: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    relation: RelationId,
    document: &'a str,
    by_week: bool,
}

impl<W: Write> Export for EventLines<W> {
    fn document(&mut self, _: &Joined<'_>) -> Result<(), ExportError> {
        Ok(())
    }

    fn finish(&mut self, joiner: &Joiner<'_>) -> Result<(), ExportError> {
        let mut line = Vec::new();
        for event in joiner.events() {
            let told = |t: &super::Telling| Told {
                relation: t.relation,
                document: joiner.document(t.document),
                by_week: t.by_window,
            };
            line.clear();
            // Writing to a `Vec` cannot fail.
            let _ = serde_json::to_writer(
                &mut line,
                &Line {
                    event: event.id,
                    relation_type: event.relation_type,
                    participants: &event.participants,
                    date: event.date,
                    end: event.end,
                    place: event.place,
                    polarity: event.polarity,
                    modality: event.modality,
                    contradicted: event.contradicted,
                    tellings: event.tellings.iter().map(told).collect(),
                },
            );
            line.push(b'\n');
            self.0.write_all(&line)?;
        }
        Ok(self.0.flush()?)
    }
}
