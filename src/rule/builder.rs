//! Gathers rule files, the product's own and a user's, into one book.

use std::fs;
use std::path::Path;

use crate::text::{Diagnostic, did_you_mean};

use super::compiler::Lists;
use super::file::{Draft, Parsed};
use super::report::Report;
use super::{Mistake, RelationType, RuleBook, RuleError, RuleFile, embedded};

/// Gathers rule files; [`RuleBook::builder`] makes one.
#[derive(Clone, Debug, Default)]
pub struct RuleBookBuilder {
    files: Vec<RuleFile>,
    disabled: Vec<Box<str>>,
    found: Vec<Diagnostic>,
}

impl RuleBookBuilder {
    /// Adds the rules that come with the product.
    #[must_use]
    pub fn embedded(mut self) -> Self {
        for (name, source) in embedded::FILES {
            self = self.add(name, source, true);
        }
        self
    }

    /// Adds every `.toml` file of a folder. A folder or file that cannot be read is reported by
    /// [`build`](RuleBookBuilder::build).
    #[must_use]
    pub fn dir(mut self, dir: &Path) -> Self {
        let listed =
            fs::read_dir(dir).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>());
        match listed {
            Ok(mut paths) => {
                paths.sort();
                for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "toml")) {
                    self = self.file(path);
                }
            }
            Err(error) => self.unreadable(dir, &error.to_string()),
        }
        self
    }

    /// Adds one file.
    #[must_use]
    pub fn file(mut self, path: &Path) -> Self {
        match fs::read(path) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(source) => return self.source(&path.display().to_string(), &source),
                Err(error) => self.not_utf8(path, &error),
            },
            Err(error) => self.unreadable(path, &error.to_string()),
        }
        self
    }

    /// Adds a file's text under a name; the name's stem begins the ids of its rules. It takes the place of a file of the
    /// same name, as `src/rules/meet.toml` does of what the product was built with.
    #[must_use]
    pub fn source(self, name: &str, source: &str) -> Self {
        self.add(name, source, false)
    }

    fn add(mut self, name: &str, source: &str, embedded: bool) -> Self {
        self.files.retain(|file| &*file.name != name);
        self.files.push(RuleFile { name: name.into(), source: source.into(), embedded });
        self
    }

    /// Leaves a rule out (`meet/met`).
    #[must_use]
    pub fn disable(mut self, id: &str) -> Self {
        self.disabled.push(id.into());
        self
    }

    fn unreadable(&mut self, path: &Path, why: &str) {
        let message = format!("cannot be read: {why}");
        self.found.push(Diagnostic::of_file(Mistake::NotReadable.code(), &path.display().to_string(), message));
    }

    fn not_utf8(&mut self, path: &Path, error: &std::string::FromUtf8Error) {
        let good = String::from_utf8_lossy(error.as_bytes());
        let at = error.utf8_error().valid_up_to();
        let name = path.display().to_string();
        let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
        let message = "this rule file is not UTF-8";
        let found = Diagnostic::new(Mistake::NotUtf8.code(), &name, &good, at..end, message, "no character");
        self.found.push(found.help("save the file with the encoding UTF-8"));
    }

    /// Reads, checks and compiles all files.
    ///
    /// # Errors
    ///
    /// Every mistake of every file, when there is any.
    pub fn build(self) -> Result<RuleBook, RuleError> {
        let RuleBookBuilder { mut files, disabled, mut found } = self;
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let mut book = RuleBook::default();
        let mut drafts: Vec<Draft> = Vec::new();
        read(&files, &mut book.relations, &mut drafts, &mut found);
        replace(&files, &disabled, &mut drafts, &mut found);
        drafts.sort_by(|a, b| (&a.rule.id, a.rule.file).cmp(&(&b.rule.id, b.rule.file)));
        for pair in drafts.windows(2).filter(|pair| pair[0].rule.id == pair[1].rule.id) {
            let (first, second) = (&pair[0].rule, &pair[1]);
            let help = if first.file == second.rule.file {
                "give it another id".to_owned()
            } else {
                format!(
                    "the other is in {}; rename the file, or write `replaces = \"{}\"` to take its place",
                    files[first.file].name, first.id
                )
            };
            Report::new(&files[second.rule.file], &mut found).add(
                Mistake::DoubleId,
                second.id_at.clone(),
                format!("a second rule `{}`", first.id),
                "this id is taken",
                Some(help),
            );
        }
        book.rules = drafts.into_iter().map(|draft| draft.rule).collect();
        book.files = files;
        match RuleError::of(found) {
            Some(error) => Err(error),
            None => Ok(book),
        }
    }
}

/// Reads every file: shared lists first, then relations and rules.
fn read(files: &[RuleFile], relations: &mut Vec<RelationType>, drafts: &mut Vec<Draft>, found: &mut Vec<Diagnostic>) {
    let parsed: Vec<Option<Parsed<'_>>> = files.iter().map(|file| Parsed::new(file, found)).collect();
    let mut shared = Lists::default();
    for (file, parsed) in files.iter().zip(&parsed) {
        if let Some(parsed) = parsed.as_ref().filter(|p| p.only_lists()) {
            parsed.lists(&mut shared, &mut Report::new(file, found));
        }
    }
    // Each relation type, and the file that told first whether it is symmetric.
    let mut told: Vec<(RelationType, &str)> = Vec::new();
    for (number, (file, parsed)) in files.iter().zip(&parsed).enumerate() {
        let Some(parsed) = parsed else { continue };
        let mut report = Report::new(file, found);
        let Some(relation) = parsed.relation(&mut report) else {
            continue;
        };
        let mut lists = Lists::default();
        parsed.lists(&mut lists, &mut report);
        match told.iter_mut().find(|(r, _)| *r.name == *relation.name.value) {
            Some((other, by)) if other.symmetric != relation.symmetric => {
                let message = format!("two files disagree on the relation `{}`", other.name);
                let label = format!("symmetric = {} here", relation.symmetric);
                let help = Some(format!("{by} has symmetric = {}", other.symmetric));
                report.add(Mistake::RelationsDiffer, relation.at.clone(), message, label, help);
            }
            Some((other, _)) => {
                if other.doc.is_empty() {
                    other.doc = relation.doc.unwrap_or("").into();
                }
            }
            None => told.push((
                RelationType {
                    name: relation.name.value.into(),
                    doc: relation.doc.unwrap_or("").into(),
                    symmetric: relation.symmetric,
                },
                &file.name,
            )),
        }
        let stem = Path::new(&*file.name).file_stem().map(|s| s.to_string_lossy()).unwrap_or_default();
        for mut draft in parsed.rules(&stem, &relation, [&lists, &shared], &mut report) {
            draft.rule.relation = told.iter().position(|(r, _)| *r.name == *relation.name.value).unwrap_or(0);
            draft.rule.file = number;
            drafts.push(draft);
        }
    }
    // Number the types by name.
    let mut order: Vec<usize> = (0..told.len()).collect();
    order.sort_by(|&a, &b| told[a].0.name.cmp(&told[b].0.name));
    for draft in drafts {
        draft.rule.relation = order.iter().position(|&i| i == draft.rule.relation).unwrap_or(0);
    }
    relations.extend(order.iter().map(|&i| told[i].0.clone()));
}

/// Takes out the rules that others replace or that are not wanted.
fn replace(files: &[RuleFile], disabled: &[Box<str>], drafts: &mut Vec<Draft>, found: &mut Vec<Diagnostic>) {
    let ids: Vec<(Box<str>, usize)> = drafts.iter().map(|d| (d.rule.id.clone(), d.rule.file)).collect();
    let mut out: Vec<(Box<str>, usize)> = Vec::new();
    for draft in drafts.iter() {
        let Some((replaced, at)) = &draft.replaces else {
            continue;
        };
        let own = draft.rule.file;
        let mut others = ids.iter().filter(|(id, file)| id == replaced && *file != own).peekable();
        if others.peek().is_none() {
            let help =
                did_you_mean(replaced, ids.iter().map(|(id, _)| &**id)).map(|id| format!("did you mean `{id}`?"));
            let message = format!("there is no rule `{replaced}` in another file");
            let mut report = Report::new(&files[own], found);
            report.add(Mistake::NothingReplaced, at.clone(), message, "replaces nothing", help);
        }
        out.extend(others.cloned());
    }
    drafts.retain(|d| {
        !disabled.contains(&d.rule.id) && !out.iter().any(|(id, file)| *id == d.rule.id && *file == d.rule.file)
    });
}
