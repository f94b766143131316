//! The files of a folder of lists; where a file stands tells what it holds.

use std::fs;
use std::path::{Path, PathBuf};

use crate::text::Diagnostic;

use super::{EntityType, ListMistake};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// `people/*.tsv`, `places/*.tsv`, `organizations/*.tsv`: names.
    Names(EntityType),
    /// `same-as.tsv`: other ids of entries.
    SameAs,
    /// `coordinates.tsv`: where places lie, and how many people live there.
    Coordinates,
    /// `overrides.tsv`: tiers decided by hand, with their reasons.
    Overrides,
    /// `parts/given.txt`
    Given,
    /// `parts/surnames.txt`
    Surnames,
    /// `parts/words.txt`: words of the language that no name may claim alone.
    Words,
    /// `parts/roles.tsv`: words that titles, bodies and places are made of.
    Roles,
    /// `parts/spellings.txt`: spellings of one given name.
    Spellings,
    /// `README.md`: what the lists are and where they come from.
    Readme,
}

/// The folders of lists, with the type of what they name.
const FOLDERS: [(&str, EntityType); 3] =
    [("organizations", EntityType::Organization), ("people", EntityType::Person), ("places", EntityType::Place)];

/// The files that are not lists of names, from the folder of the lists.
const SINGLE: [(&str, Role); 9] = [
    ("README.md", Role::Readme),
    ("coordinates.tsv", Role::Coordinates),
    ("overrides.tsv", Role::Overrides),
    ("same-as.tsv", Role::SameAs),
    ("parts/given.txt", Role::Given),
    ("parts/roles.tsv", Role::Roles),
    ("parts/spellings.txt", Role::Spellings),
    ("parts/surnames.txt", Role::Surnames),
    ("parts/words.txt", Role::Words),
];

/// One file, kept whole: rows borrow from it, and its mistakes show its lines.
#[derive(Clone, Debug)]
pub(super) struct ListFile {
    /// Path, as shown in mistakes.
    pub(super) name: Box<str>,
    pub(super) text: Box<str>,
    pub(super) role: Role,
}

/// Reads every file of a folder of lists, sorted by path; what cannot be read goes to `found`.
pub(super) fn read_dir(dir: &Path, files: &mut Vec<ListFile>, found: &mut Vec<Diagnostic>) {
    let before = files.len() + found.len();
    let mut told = false;
    match listed(dir) {
        Ok(paths) => {
            // A list whose type no folder tells is told, not skipped.
            for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "tsv")) {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                if SINGLE.iter().all(|(single, _)| *single != name) {
                    let message = "this list stands outside the folders that tell its type";
                    let no_lists = ListMistake::NoLists.code();
                    let mistake = Diagnostic::of_file(no_lists, &path.display().to_string(), message);
                    found.push(mistake.help("move it to people/, places/ or organizations/"));
                }
            }
        }
        Err(error) => {
            found.push(unreadable(dir, &error));
            told = true;
        }
    }
    for (folder, entity_type) in FOLDERS {
        for path in listed(&dir.join(folder)).unwrap_or_default() {
            if path.extension().is_some_and(|e| e == "tsv") {
                read(&path, Role::Names(entity_type), files, found);
            }
        }
    }
    for (name, role) in SINGLE {
        let path = dir.join(name);
        if path.is_file() {
            read(&path, role, files, found);
        }
    }
    if !told && files.len() + found.len() == before {
        let no_lists = ListMistake::NoLists.code();
        let mistake = Diagnostic::of_file(no_lists, &dir.display().to_string(), "there is no list in this folder");
        found.push(mistake.help("lists are people/*.tsv, places/*.tsv and organizations/*.tsv"));
    }
}

fn listed(dir: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(dir)?.map(|e| e.map(|e| e.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let message = format!("cannot be read: {error}");
    Diagnostic::of_file(ListMistake::NotReadable.code(), &path.display().to_string(), message)
}

fn read(path: &Path, role: Role, files: &mut Vec<ListFile>, found: &mut Vec<Diagnostic>) {
    let name = path.display().to_string();
    match fs::read(path).map(String::from_utf8) {
        Ok(Ok(text)) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text).into();
            files.push(ListFile { name: name.into(), text, role });
        }
        Ok(Err(error)) => {
            let good = String::from_utf8_lossy(error.as_bytes());
            let at = error.utf8_error().valid_up_to();
            let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
            let mistake = Diagnostic::new(
                ListMistake::NotUtf8.code(),
                &name,
                &good,
                at..end,
                "this list is not UTF-8",
                "no character",
            );
            found.push(mistake.help("save the file with the encoding UTF-8"));
        }
        Err(error) => found.push(unreadable(path, &error)),
    }
}
