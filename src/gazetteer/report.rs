//! Collects the mistakes of lists, so that all are told at once.

use std::fmt;

use crate::text::Diagnostic;

use super::ListMistake;
use super::source::ListFile;

/// What is wrong with the lists of a folder; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListError {
    /// By file, line and column.
    pub mistakes: Vec<Diagnostic>,
}

impl ListError {
    /// Sorts what was found; `None` when nothing was.
    pub(super) fn of(mut mistakes: Vec<Diagnostic>) -> Option<Self> {
        Diagnostic::sort(&mut mistakes);
        (!mistakes.is_empty()).then_some(ListError { mistakes })
    }

    /// Writes all of them, an empty line between.
    pub fn render(&self, color: bool) -> String {
        Diagnostic::render_all(&self.mistakes, color)
    }
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for ListError {}

/// Takes the mistakes of one file.
pub(super) struct Report<'a, 'f> {
    pub(super) file: &'a ListFile,
    found: &'f mut Vec<Diagnostic>,
}

impl<'a, 'f> Report<'a, 'f> {
    pub(super) fn new(file: &'a ListFile, found: &'f mut Vec<Diagnostic>) -> Self {
        Report { file, found }
    }

    /// Takes a mistake at `part`, which is borrowed from the text of the file.
    pub(super) fn at(
        &mut self,
        mistake: ListMistake,
        part: &str,
        message: impl Into<Box<str>>,
        label: impl Into<Box<str>>,
        help: impl AsRef<str>,
    ) {
        let start = offset(&self.file.text, part);
        let range = start..start + part.len();
        let found = Diagnostic::new(mistake.code(), &self.file.name, &self.file.text, range, message, label);
        self.found.push(if help.as_ref().is_empty() { found } else { found.help(help) });
    }
}

/// Where `part` begins in the text it is borrowed from.
fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize).min(whole.len())
}
