//! `chancery explain`: why a record is what it is.

use std::borrow::Cow;
use std::fs;
use std::io::{IsTerminal, Read, Write};
use std::path::Path;

use anyhow::{Context, bail};
use jiff::civil::Date;
use serde_json::Value;

use crate::mention::read_date;
use crate::pipeline::input::text_document;
use crate::pipeline::{Explanation, Scratch};
use crate::relation::AttemptOutcome;
use crate::text::{DateSource, Document};

use super::Exit;
use super::build::{Sources, rendered};

/// Show why: names and their sources, the structure of each sentence, which rules matched, what the others lacked
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery explain \"Xi Jinping met Vladimir Putin in Moscow on Monday.\"
  chancery explain article.txt
  chancery explain news.jsonl:a17        the document with this id
  chancery explain - --json < article.txt")]
pub struct Args {
    /// A text, a file, a file and the id of a document in it (news.jsonl:a17), or `-` for standard input
    #[arg(value_name = "TEXT|FILE[:ID]", required = true)]
    what: Vec<String>,

    /// Write one JSON object, for tools
    #[arg(long)]
    json: bool,

    /// Show for each trigger all rules that came close, not the nearest alone
    #[arg(long)]
    all: bool,

    /// Date of publication of a document that tells none
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,

    #[command(flatten)]
    sources: Sources,
}

/// A document read for explanation.
struct Source {
    id: String,
    date: Option<Date>,
    title: Option<String>,
    text: String,
    headed: bool,
}

impl Source {
    fn document(&self, date: Option<Date>) -> Document<'_> {
        if self.headed {
            let mut document = text_document(&self.id, &self.text);
            document.date = document.date.or(date);
            return document;
        }
        let date = self.date.or(date);
        let date_source = if date.is_some() { DateSource::Field } else { DateSource::None };
        let title = self.title.as_deref().map(Cow::Borrowed);
        Document { id: Cow::Borrowed(&self.id), date, date_source, title, text: Cow::Borrowed(&self.text), skip: 0 }
    }
}

/// Runs the command.
///
/// # Errors
///
/// When the file or the document in it is not there, the rules or lists are bad, or standard output cannot be written.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let read = read(&args.what.join(" "))?;
    let pipeline = args.sources.builder().build().map_err(rendered)?;
    let explanation = pipeline.explain(&read.document(args.date), &mut Scratch::default());
    let out = if args.json {
        let mut json = serde_json::to_string(&explanation)?;
        json.push('\n');
        json
    } else {
        written(&explanation, args.all, std::io::stdout().is_terminal())
    };
    std::io::stdout().lock().write_all(out.as_bytes()).context("cannot write to standard output")?;
    Ok(Exit::Clean)
}

fn read(what: &str) -> anyhow::Result<Source> {
    if what == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("cannot read standard input")?;
        return Ok(Source { id: "-".into(), date: None, title: None, text, headed: true });
    }
    let (path, id) = match what.rsplit_once(':') {
        Some((path, id)) if !Path::new(what).exists() && Path::new(path).is_file() => (path, Some(id)),
        _ => (what, None),
    };
    if !Path::new(path).is_file() {
        return Ok(Source { id: "text".into(), date: None, title: None, text: what.to_owned(), headed: true });
    }
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
    let lines = Path::new(path).extension().is_some_and(|e| e == "jsonl" || e == "ndjson");
    if !lines {
        let id = Path::new(path).file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        return Ok(Source { id, date: None, title: None, text, headed: true });
    }
    for (number, line) in text.lines().enumerate() {
        let value: Value = serde_json::from_str(line).with_context(|| format!("{path}:{}: no JSON", number + 1))?;
        let field = |name: &str| value.get(name).and_then(Value::as_str);
        let own = field("id").map_or_else(|| (number + 1).to_string(), str::to_owned);
        if id.is_none_or(|id| id == own) {
            let Some(text) = field("text") else { bail!("{path}:{}: the document has no `text`", number + 1) };
            return Ok(Source {
                id: own,
                date: field("date").and_then(read_date),
                title: field("title").map(str::to_owned),
                text: text.to_owned(),
                headed: false,
            });
        }
    }
    bail!("{path} has no document `{}`", id.unwrap_or(""))
}

/// The explanation for a terminal.
fn written(explanation: &Explanation, all: bool, color: bool) -> String {
    let paint = |code: &str, text: &str| if color { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() };
    let mut out = String::new();
    for sentence in &explanation.sentences {
        out.push_str(&format!(
            "{} {}\n",
            paint("1", &format!("[{}]", sentence.sentence)),
            sentence.text.replace('\n', " ")
        ));
        for name in explanation.names.iter().filter(|n| n.sentence == sentence.sentence) {
            let id = name.id.as_deref().unwrap_or("unlisted");
            out.push_str(&format!(
                "  name     {} {} {} ({}, {}{})\n",
                paint("32", &name.text),
                name.entity_type,
                id,
                name.form,
                name.source,
                name.title.as_ref().map(|t| format!(", title {t}")).unwrap_or_default()
            ));
        }
        out.push_str(&format!("  reads    {}\n", paint("2", &sentence.structure.replace('\n', " "))));
        let mut told: Vec<&str> = Vec::new();
        for attempt in &sentence.attempts {
            let actors = attempt.actors.iter().map(|(role, names)| format!("{role}: {}", names.join(", ")));
            let actors = actors.collect::<Vec<_>>().join("; ");
            if attempt.outcome == AttemptOutcome::Matched {
                out.push_str(&format!(
                    "  {}  *{}* {} {actors}\n           {}\n",
                    paint("1;32", "match "),
                    attempt.trigger,
                    paint("36", &attempt.rule),
                    paint("2", &attempt.pattern)
                ));
                told.push(&attempt.trigger);
            }
        }
        for attempt in sentence.attempts.iter().filter(|a| a.outcome != AttemptOutcome::Matched) {
            if !all && told.contains(&attempt.trigger.as_str()) {
                continue;
            }
            told.push(&attempt.trigger);
            let lacks = attempt.outcome == AttemptOutcome::Missed;
            out.push_str(&format!(
                "  {}  *{}* {}{} {}\n           {}\n",
                paint("33", "missed"),
                attempt.trigger,
                paint("36", &attempt.rule),
                if lacks { " lacks" } else { ":" },
                attempt.lacks.as_deref().unwrap_or(""),
                paint("2", &attempt.pattern)
            ));
        }
        out.push('\n');
    }
    if !explanation.gated.is_empty() {
        let numbers: Vec<String> = explanation.gated.iter().map(ToString::to_string).collect();
        out.push_str(&format!("no trigger in sentences {}\n", numbers.join(", ")));
    }
    out
}
