//! `chancery bench`: how fast is it here?

use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use anyhow::{Context, bail};
use serde::Serialize;

use crate::gazetteer::EntryId;
use crate::pipeline::output::Message;
use crate::pipeline::run::Output;
use crate::pipeline::{Pipeline, Report, Run, Step, Watch};

use super::build::{Sources, rendered};
use super::input::Input;
use super::{Exit, tell};

/// Measure how fast documents become records, beside a bare search for the same names
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery bench news.jsonl
  chancery bench news.jsonl --runs 10 --json
  chancery bench news.jsonl --threads 1,2,4 --names names.txt

Everything is measured from the file to the finished record, which is then thrown away. Speeds are the best of
all runs. The bare search is aho-corasick (contiguous NFA, leftmost-longest) over the texts of the same documents;
it finds names and no more.")]
pub struct Args {
    #[command(flatten)]
    input: Input,

    /// How often each number of threads is measured, after one run to warm up
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,

    /// Numbers of threads; without this 1, 2, 4 … and all cores
    #[arg(long, value_name = "N,…", value_delimiter = ',')]
    threads: Vec<usize>,

    /// Names for the bare search, one a line; without this the full name of every entry in the lists
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,

    /// Write the figures as one JSON object
    #[arg(long)]
    json: bool,

    #[command(flatten)]
    sources: Sources,
}

/// The speed of one number of threads.
#[derive(Debug, Serialize)]
struct Speed {
    threads: usize,
    seconds: f64,
    #[serde(rename = "MB/s")]
    megabytes: f64,
    #[serde(rename = "documents/s")]
    documents: f64,
    #[serde(rename = "sentences/s")]
    sentences: f64,
    #[serde(rename = "words/s")]
    words: f64,
    /// Against the first line of the table.
    times: f64,
}

/// The bare search.
#[derive(Debug, Serialize)]
struct Scan {
    names: usize,
    found: u64,
    seconds: f64,
    #[serde(rename = "MB/s")]
    megabytes: f64,
}

#[derive(Debug, Serialize)]
struct Floor {
    floor: &'static str,
    seconds: f64,
    share: f64,
}

#[derive(Debug, Serialize)]
struct Figures {
    documents: u64,
    rejected: u64,
    bytes: u64,
    runs: u32,
    speeds: Vec<Speed>,
    /// Of one thread.
    floors: Vec<Floor>,
    median_microseconds: f64,
    p99_microseconds: f64,
    peak_memory_bytes: Option<u64>,
    bare_search: Scan,
    /// One thread's speed as a share of the bare search's.
    share_of_bare_search: f64,
}

/// Says nothing.
struct Silent;

impl Watch for Silent {
    fn message(&self, _: &Message) {}
}

/// Runs the command.
///
/// # Errors
///
/// When there is nothing to measure.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let inputs = args.input.open()?;
    if inputs.has_standard_input() {
        bail!("standard input cannot be read again and again: save it to a file and name that");
    }
    let pipeline = args.sources.builder().build().map_err(rendered)?;
    let mut run = Run::new(&pipeline, inputs);
    args.input.set(&mut run);
    run.output = Output::Nowhere;
    let figures = measure(args, run, &pipeline)?;
    let mut out = if args.json { serde_json::to_string(&figures)? } else { table(&figures) };
    out.push('\n');
    std::io::stdout().lock().write_all(out.as_bytes()).context("cannot write to standard output")?;
    Ok(Exit::Clean)
}

fn measure(args: &Args, mut run: Run<'_>, pipeline: &Pipeline) -> anyhow::Result<Figures> {
    let warm = run.go(&Silent)?;
    let tally = &warm.tally;
    if tally.documents == 0 {
        bail!("there is no document to measure with");
    }
    if tally.rejected > 0 {
        tell(&format!("warning: {} documents are rejected and not measured", tally.rejected));
    }
    let mut speeds: Vec<Speed> = Vec::new();
    for threads in counts(&args.threads) {
        run.threads = threads;
        let seconds = best(args.runs, || Ok(run.go(&Silent)?.elapsed))?;
        let per = |count: u64| count as f64 / seconds;
        let times = speeds.first().map_or(1.0, |first| first.seconds / seconds);
        let [sentences, words] = [per(tally.sentences), per(tally.words)];
        let (megabytes, documents) = (per(tally.bytes) / 1e6, per(tally.documents));
        speeds.push(Speed { threads, seconds, megabytes, documents, sentences, words, times });
    }
    run.threads = 1;
    run.latencies = true;
    let mut single = run.go(&Silent)?;
    run.latencies = false;
    run.timed = true;
    let floors = floors(&run.go(&Silent)?);
    let peak_memory_bytes = peak_memory();
    single.latencies.sort_unstable();
    let at = |share: f64| {
        let last = single.latencies.len().saturating_sub(1);
        single.latencies.get((last as f64 * share) as usize).map_or(0.0, |nanos| *nanos as f64 / 1e3)
    };
    let bare_search = scan(args, &run, pipeline, tally.bytes)?;
    let one = speeds.iter().find(|speed| speed.threads == 1).or(speeds.first());
    Ok(Figures {
        documents: tally.documents,
        rejected: tally.rejected,
        bytes: tally.bytes,
        runs: args.runs,
        share_of_bare_search: one.map_or(0.0, |one| one.megabytes / bare_search.megabytes),
        speeds,
        floors,
        median_microseconds: at(0.5),
        p99_microseconds: at(0.99),
        peak_memory_bytes,
        bare_search,
    })
}

/// 1, 2, 4 … and all cores.
fn counts(asked: &[usize]) -> Vec<usize> {
    if !asked.is_empty() {
        return asked.iter().map(|threads| (*threads).max(1)).collect();
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut counts: Vec<usize> = std::iter::successors(Some(1), |n| Some(n * 2)).take_while(|n| *n < cores).collect();
    counts.push(cores);
    counts
}

fn best(runs: u32, mut measure: impl FnMut() -> anyhow::Result<Duration>) -> anyhow::Result<f64> {
    let mut best = Duration::MAX;
    for _ in 0..runs {
        best = best.min(measure()?);
    }
    Ok(best.as_secs_f64().max(1e-9))
}

fn floors(report: &Report) -> Vec<Floor> {
    let all: u64 = report.tally.nanos.iter().sum();
    Step::ALL
        .into_iter()
        .zip(report.tally.nanos)
        .map(|(step, nanos)| Floor {
            floor: step.as_str(),
            seconds: nanos as f64 / 1e9,
            share: nanos as f64 / all.max(1) as f64,
        })
        .collect()
}

/// The most memory the process has held so far, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

/// Searches the same texts for names and does no more. Its speed counts the same bytes of input as the others do.
fn scan(args: &Args, run: &Run<'_>, pipeline: &Pipeline, bytes: u64) -> anyhow::Result<Scan> {
    let lists = pipeline.gazetteer();
    let names: Vec<String> = match &args.names {
        Some(path) => {
            let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
            text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
        }
        None => (0..lists.len()).map(|i| lists.entry(EntryId(i as u32)).name.to_owned()).collect(),
    };
    let searcher = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(&names)
        .context("the bare search cannot take these names")?;
    let mut texts: Vec<String> = Vec::new();
    run.documents(&mut |document| texts.push(document.text.to_string()));
    let mut found = 0;
    let seconds = best(args.runs, || {
        let begun = Instant::now();
        found = texts.iter().map(|text| searcher.find_iter(text).count() as u64).sum();
        Ok(begun.elapsed())
    })?;
    Ok(Scan { names: names.len(), found, seconds, megabytes: bytes as f64 / 1e6 / seconds })
}

fn table(figures: &Figures) -> String {
    let mut lines = vec![format!(
        "{} documents, {:.1} MB; best of {} runs",
        figures.documents,
        figures.bytes as f64 / 1e6,
        figures.runs
    )];
    lines.push(format!(
        "{:14}{:>9}{:>13}{:>13}{:>13}{:>8}",
        "threads", "MB/s", "documents/s", "sentences/s", "words/s", "times"
    ));
    for speed in &figures.speeds {
        lines.push(format!(
            "{:<14}{:>9.1}{:>13.0}{:>13.0}{:>13.0}{:>8.2}",
            speed.threads, speed.megabytes, speed.documents, speed.sentences, speed.words, speed.times
        ));
    }
    lines.push(format!(
        "{:<14}{:>9.1}   {} names; one thread has {:.0} % of its speed",
        "bare search",
        figures.bare_search.megabytes,
        figures.bare_search.names,
        figures.share_of_bare_search * 100.0
    ));
    let (median, p99) = (figures.median_microseconds, figures.p99_microseconds);
    lines.push(format!("per document: median {median:.0} µs, 99th percentile {p99:.0} µs"));
    let floors: Vec<String> =
        figures.floors.iter().map(|floor| format!("{} {:.0} %", floor.floor, floor.share * 100.0)).collect();
    lines.push(format!("per floor: {}", floors.join(", ")));
    if let Some(memory) = figures.peak_memory_bytes {
        lines.push(format!("peak memory: {:.0} MB", memory as f64 / 1e6));
    }
    lines.join("\n")
}
