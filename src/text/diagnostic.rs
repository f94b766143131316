//! A mistake in a file a user wrote, shown as a compiler would show it: code, file, line, caret, help.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

/// One mistake in one file. It keeps the lines it speaks of, not the whole file, so that a thousand of them in a large
/// list stay small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The number of the message, for looking it up: `R014`, `G003` …
    pub code: &'static str,
    /// Path or name of the file.
    pub file: Box<str>,
    /// Line of the first byte, from 1.
    pub line: usize,
    /// Character within the line, from 1.
    pub column: usize,
    /// The line or lines the mistake is on.
    pub excerpt: Box<str>,
    /// Bytes of `excerpt` under the caret.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Box<str>,
    /// What the caret says.
    pub label: Box<str>,
    /// What to do about it; several lines are several helps.
    pub help: Option<Box<str>>,
}

/// A mark longer than this many lines shows its first line only.
const MOST_LINES: usize = 3;

impl Diagnostic {
    /// A mistake at bytes `range` of `source`, the whole text of `file`. The range is moved to character borders and
    /// into the text if need be.
    pub fn new(
        code: &'static str,
        file: &str,
        source: &str,
        range: Range<usize>,
        message: impl Into<Box<str>>,
        label: impl Into<Box<str>>,
    ) -> Self {
        let start = source.floor_char_boundary(range.start);
        let mut end = source.ceil_char_boundary(range.end.max(start));
        let before = &source[..start];
        let first = before.rfind('\n').map_or(0, |i| i + 1);
        if source[start..end].matches('\n').count() >= MOST_LINES {
            end = line_end(source, start);
        }
        let excerpt = &source[first..line_end(source, end)];
        Diagnostic {
            code,
            file: file.into(),
            line: before.matches('\n').count() + 1,
            column: source[first..start].chars().count() + 1,
            excerpt: excerpt.into(),
            range: start - first..end - first,
            message: message.into(),
            label: label.into(),
            help: None,
        }
    }

    /// A mistake of a whole file (it cannot be read, it is empty), without a place in it.
    pub fn of_file(code: &'static str, file: &str, message: impl Into<Box<str>>) -> Self {
        Diagnostic {
            code,
            file: file.into(),
            line: 0,
            column: 0,
            excerpt: "".into(),
            range: 0..0,
            message: message.into(),
            label: "".into(),
            help: None,
        }
    }

    /// Adds a line of help.
    #[must_use]
    pub fn help(mut self, help: impl AsRef<str>) -> Self {
        let help = help.as_ref();
        self.help = Some(match self.help {
            Some(old) => format!("{old}\n{help}").into(),
            None => help.into(),
        });
        self
    }

    /// Sorts by file, line and column.
    pub fn sort(all: &mut [Diagnostic]) {
        all.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
    }

    /// Writes several, an empty line between.
    pub fn render_all(all: &[Diagnostic], color: bool) -> String {
        all.iter().map(|mistake| mistake.render(color)).collect::<Vec<_>>().join("\n\n")
    }

    /// Writes it over several lines, with colours for a terminal or without; no line break at the end.
    pub fn render(&self, color: bool) -> String {
        let title = Level::ERROR.primary_title(&*self.message).id(self.code);
        let mut group = if self.line > 0 {
            let label = (!self.label.is_empty()).then_some(&*self.label);
            let mark = AnnotationKind::Primary.span(self.range.clone()).label(label);
            let source = Snippet::source(&*self.excerpt).line_start(self.line).path(&*self.file);
            title.element(source.fold(false).annotation(mark))
        } else {
            title.element(Origin::path(&*self.file))
        };
        for help in self.help.iter().flat_map(|help| help.lines()) {
            group = group.element(Level::HELP.message(help));
        }
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group])
    }
}

/// The end of the line that holds byte `at`, its line break left out.
fn line_end(source: &str, at: usize) -> usize {
    let end = source[at..].find('\n').map_or(source.len(), |i| at + i);
    end - usize::from(end > at && source[at..end].ends_with('\r'))
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for Diagnostic {}

/// Of the words allowed, the one most likely meant by `word`: at most a third of its letters wrong, two at least.
pub fn did_you_mean<'a>(word: &str, allowed: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (word.chars().count() / 3).max(2);
    allowed
        .into_iter()
        .map(|other| (distance(word, other), other))
        .filter(|&(distance, other)| distance <= most && distance < other.chars().count())
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, other)| other)
}

/// Letters to put in, take out, change or swap with their neighbour to turn `a` into `b`; case counts for nothing.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.to_lowercase().chars().collect();
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row: Vec<usize> = vec![0; b.len() + 1];
    for i in 1..=a.len() {
        row[0] = i;
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, did_you_mean};

    #[test]
    fn points_at_the_place() {
        let source = "first\nsecond é word\nthird";
        let at = source.find("word").unwrap();
        let d = Diagnostic::new("T001", "a.txt", source, at..at + 4, "a wrong word", "here").help("write another");
        assert_eq!((d.line, d.column), (2, 10));
        assert_eq!(&d.excerpt[d.range.clone()], "word");
        let text = d.render(false);
        assert!(text.starts_with("error[T001]: a wrong word\n"), "{text}");
        assert!(text.contains("--> a.txt:2:10"), "{text}");
        assert!(text.contains("^^^^ here"), "{text}");
        assert!(text.ends_with("= help: write another"), "{text}");
    }

    #[test]
    fn any_range_is_taken() {
        for source in ["", "é", "a\r\nb\n", "\n\n\n\n\n"] {
            for start in 0..8 {
                for end in 0..8 {
                    Diagnostic::new("T001", "a", source, start..end, "m", "l").render(true);
                }
            }
        }
    }

    #[test]
    fn of_a_file() {
        let text = Diagnostic::of_file("T002", "lists/a.tsv", "not UTF-8").render(false);
        assert!(text.contains("error[T002]: not UTF-8") && text.contains("--> lists/a.tsv"), "{text}");
    }

    #[test]
    fn guesses() {
        assert_eq!(did_you_mean("particpant", ["host", "participant"]), Some("participant"));
        assert_eq!(did_you_mean("patern", ["id", "pattern", "rejects"]), Some("pattern"));
        assert_eq!(did_you_mean("xyz", ["host", "id"]), None);
    }
}
