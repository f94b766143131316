//! What a run shows on standard error: messages, and a bar on a terminal.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use clap::ValueEnum;
use indicatif::{HumanCount, ProgressBar, ProgressStyle};

use crate::pipeline::output::Message;
use crate::pipeline::{Tally, Watch};

use super::tell;

/// When the bar is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal.
    Auto,
    /// Also where standard error is no terminal.
    Always,
    /// Not at all.
    Never,
}

impl When {
    pub(super) fn shows(self) -> bool {
        match self {
            When::Auto => std::io::stderr().is_terminal(),
            When::Always => true,
            When::Never => false,
        }
    }
}

/// So many messages are shown; a broken archive would fill the screen.
const MOST_MESSAGES: u64 = 100;

/// Shows how a run goes.
pub(super) struct Screen {
    bar: Option<ProgressBar>,
    /// Whether warnings are left out.
    quiet: bool,
    messages: AtomicU64,
    tally: Mutex<Tally>,
    begun: Instant,
}

impl Screen {
    /// `size` is the input's size on disk, where it is known.
    pub(super) fn new(bar: bool, quiet: bool, size: Option<u64>) -> Self {
        let bar = bar.then(|| {
            let bar = match size {
                Some(size) => ProgressBar::new(size).with_style(style("{bar:24} {percent:>3}%  {msg}  {eta} left")),
                None => ProgressBar::new_spinner().with_style(style("{spinner}  {msg}")),
            };
            bar.enable_steady_tick(Duration::from_millis(250));
            bar
        });
        Screen { bar, quiet, messages: AtomicU64::new(0), tally: Mutex::default(), begun: Instant::now() }
    }

    /// Takes the bar away and says what was held back.
    pub(super) fn close(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        let more = self.messages.load(Ordering::Relaxed).saturating_sub(MOST_MESSAGES);
        if more > 0 {
            tell(&format!("… and {more} more messages; `--rejects FILE` keeps every rejected document"));
        }
    }

    fn line(&self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| tell(line)),
            None => tell(line),
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

impl Watch for Screen {
    fn message(&self, message: &Message) {
        if self.quiet && !message.rejected {
            return;
        }
        if self.messages.fetch_add(1, Ordering::Relaxed) < MOST_MESSAGES {
            self.line(&message.to_string());
        }
    }

    fn moved(&self, batch: &Tally, read: u64) {
        let Some(bar) = &self.bar else { return };
        let mut tally = self.tally.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        tally.add(batch);
        let speed = tally.bytes as f64 / 1e6 / self.begun.elapsed().as_secs_f64().max(1e-9);
        bar.set_message(format!(
            "{} documents  {speed:.0} MB/s  {} relations",
            HumanCount(tally.documents),
            HumanCount(tally.all_relations())
        ));
        bar.set_position(read);
    }
}
