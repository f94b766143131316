//! Collects the mistakes of rule files, so that all are told at once.

use std::fmt;
use std::ops::Range;

use crate::text::Diagnostic;

use super::{Mistake, RuleFile};

/// What is wrong with the rule files of a run; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// By file, line and column.
    pub mistakes: Vec<Diagnostic>,
}

impl RuleError {
    /// Sorts what was found; `None` when nothing was.
    pub(super) fn of(mut mistakes: Vec<Diagnostic>) -> Option<Self> {
        Diagnostic::sort(&mut mistakes);
        (!mistakes.is_empty()).then_some(RuleError { mistakes })
    }

    /// Writes all of them, an empty line between.
    pub fn render(&self, color: bool) -> String {
        Diagnostic::render_all(&self.mistakes, color)
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for RuleError {}

/// Takes the mistakes of one file.
pub(super) struct Report<'a> {
    file: &'a RuleFile,
    found: &'a mut Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    pub(super) fn new(file: &'a RuleFile, found: &'a mut Vec<Diagnostic>) -> Self {
        Report { file, found }
    }

    /// How many mistakes were found so far.
    pub(super) fn count(&self) -> usize {
        self.found.len()
    }

    /// The text of the file.
    pub(super) fn source(&self) -> &'a str {
        &self.file.source
    }

    /// Takes a mistake at bytes `at` of the file.
    pub(super) fn add(
        &mut self,
        mistake: Mistake,
        at: Range<usize>,
        message: impl Into<Box<str>>,
        label: impl Into<Box<str>>,
        help: Option<String>,
    ) {
        let mut found = Diagnostic::new(mistake.code(), &self.file.name, &self.file.source, at, message, label);
        found.help = help.map(Into::into);
        self.found.push(found);
    }
}

/// A mistake inside a string of a rule file, at bytes of that string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) mistake: Mistake,
    pub(super) at: Range<usize>,
    pub(super) message: String,
    pub(super) label: String,
    pub(super) help: Option<String>,
}

/// `a`, `b` or `c`, for help lines.
pub(super) fn list_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|w| format!("`{w}`")).collect();
    match words.split_last() {
        None => "none".into(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}
