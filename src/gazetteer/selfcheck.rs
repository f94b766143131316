//! Finds every listed name in its own text: a name that its own tokenizer would never match is a mistake.

use crate::text::Diagnostic;

use super::draft::Draft;
use super::report::Report;
use super::source::ListFile;
use super::{Gazetteer, ListMistake};

/// Looks up every name of `draft` in the gazetteer made of it.
pub(super) fn names(gazetteer: &Gazetteer, draft: &Draft<'_>, files: &[ListFile], found: &mut Vec<Diagnostic>) {
    for name in &draft.names {
        let entry = &draft.entries[name.entry];
        let own = |one: &super::NameUse| gazetteer.entry(one.entry).id == entry.row.id;
        if !gazetteer.lookup(name.text).iter().any(own) {
            let file = entry.offices.iter().chain([&entry.row]).map(|row| row.file).find(|f| {
                let text = &files[*f].text;
                let range = text.as_ptr() as usize..text.as_ptr() as usize + text.len();
                range.contains(&(name.text.as_ptr() as usize))
            });
            let mut report = Report::new(&files[file.unwrap_or(entry.row.file)], found);
            let message = format!("`{}` would never be found in a text", name.text);
            let help = "write it as news does";
            report.at(ListMistake::NeverMatches, name.text, message, "not found in its own text", help);
        }
    }
}
