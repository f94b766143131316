//! What a run did, in the end.

use std::fmt::Write as _;

use clap::ValueEnum;
use indicatif::HumanCount;
use serde::Serialize;

use crate::pipeline::{Ended, Report, Step};
use crate::rule::RuleBook;

/// How the closing summary is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// As text, where the bar is shown.
    Auto,
    /// As text.
    Text,
    /// As one JSON object on the last line of standard error.
    Json,
    /// Not at all.
    Never,
}

/// The summary as data.
#[derive(Debug, Serialize)]
struct Summary<'a> {
    documents: u64,
    rejected: u64,
    undated: u64,
    resumed: u64,
    complete: bool,
    sentences: u64,
    words: u64,
    entities: u64,
    mentions: u64,
    relations: serde_json::Map<String, serde_json::Value>,
    bytes_read: u64,
    bytes_written: u64,
    seconds: f64,
    #[serde(rename = "MB/s")]
    megabytes_per_second: f64,
    /// All threads together.
    seconds_per_floor: serde_json::Map<String, serde_json::Value>,
    #[serde(skip)]
    report: &'a Report,
}

fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

impl<'a> Summary<'a> {
    fn of(report: &'a Report, rules: &RuleBook) -> Self {
        let tally = &report.tally;
        let seconds = report.elapsed.as_secs_f64();
        let relations = rules.relations.iter().zip(&tally.relations).filter(|(_, count)| **count > 0);
        Summary {
            documents: tally.documents,
            rejected: tally.rejected,
            undated: tally.undated,
            resumed: report.resumed,
            complete: report.ended == Ended::Complete,
            sentences: tally.sentences,
            words: tally.words,
            entities: tally.entities,
            mentions: tally.mentions,
            relations: relations.map(|(relation, count)| (relation.name.to_string(), (*count).into())).collect(),
            bytes_read: tally.bytes,
            bytes_written: tally.written,
            seconds: rounded(seconds),
            megabytes_per_second: rounded(tally.bytes as f64 / 1e6 / seconds.max(1e-9)),
            seconds_per_floor: Step::ALL
                .into_iter()
                .zip(tally.nanos)
                .map(|(step, nanos)| (step.as_str().to_owned(), rounded(nanos as f64 / 1e9).into()))
                .collect(),
            report,
        }
    }

    fn text(&self) -> String {
        let mut out = format!("{} documents", HumanCount(self.documents));
        if self.resumed > 0 {
            let _ = write!(out, " after {} of an earlier run", HumanCount(self.resumed));
        }
        let _ = write!(out, ", {} rejected", HumanCount(self.rejected));
        if self.undated > 0 {
            let _ = write!(out, ", {} with a date that cannot be read", HumanCount(self.undated));
        }
        let _ = write!(out, "\n{} entities", HumanCount(self.entities));
        for (name, count) in &self.relations {
            let _ = write!(out, ", {} relations of type {name}", HumanCount(count.as_u64().unwrap_or(0)));
        }
        let _ = write!(
            out,
            "\n{:.1} MB in {:.2} s, {:.1} MB/s",
            self.bytes_read as f64 / 1e6,
            self.seconds,
            self.megabytes_per_second
        );
        let floors: Vec<String> = Step::ALL
            .into_iter()
            .zip(self.report.tally.nanos)
            .map(|(step, nanos)| format!("{} {:.2} s", step.as_str(), nanos as f64 / 1e9))
            .collect();
        let _ = write!(out, " ({})", floors.join(", "));
        out
    }
}

/// The summary in the form asked for; `shown` is whether the run shows itself on a terminal.
pub(super) fn summary(form: Form, shown: bool, report: &Report, rules: &RuleBook) -> Option<String> {
    let summary = Summary::of(report, rules);
    match form {
        Form::Json => serde_json::to_string(&summary).ok(),
        Form::Text => Some(summary.text()),
        Form::Auto if shown => Some(summary.text()),
        Form::Auto | Form::Never => None,
    }
}
