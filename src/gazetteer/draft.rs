//! All rows of all files brought together: entries, their names, and what is known of words; checked across files.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{Diagnostic, Key, did_you_mean};

use super::index::Index;
use super::report::Report;
use super::row::{self, Row};
use super::source::{ListFile, Role};
use super::spelling::{Speller, Step};
use super::{Coordinates, EntityType, Kind, ListMistake, NameForm, Tier, WordFacts, side};

/// An entry while it is gathered.
#[derive(Clone, Debug)]
pub(super) struct EntryDraft<'a> {
    /// The row that tells kind, country and source: of several offices the latest.
    pub(super) row: Row<'a>,
    /// Every row with an office or dates, by `from`.
    pub(super) offices: Vec<Row<'a>>,
    /// Sorted.
    pub(super) same_as: Vec<&'a str>,
    pub(super) coordinates: Option<Coordinates>,
}

/// A name of an entry, with its paths through the index.
#[derive(Clone, Debug)]
pub(super) struct NameDraft<'a> {
    /// Its entry's place in [`Draft::entries`].
    pub(super) entry: usize,
    pub(super) text: &'a str,
    pub(super) form: NameForm,
    pub(super) tier: Tier,
    pub(super) exact: bool,
    pub(super) paths: Vec<Vec<Step>>,
}

/// What a folder of lists says.
#[derive(Default)]
pub(super) struct Draft<'a> {
    /// Sorted by id.
    pub(super) entries: Vec<EntryDraft<'a>>,
    pub(super) names: Vec<NameDraft<'a>>,
    /// What word lists say of a word, in no order.
    pub(super) words: FxHashMap<Key, WordFacts>,
    /// Tiers decided by hand for names of the base.
    pub(super) overrides: Vec<side::Override<'a>>,
}

impl<'a> Draft<'a> {
    /// Reads all files. Mistakes go to `found`; what is left is usable nevertheless. `base` is what a user's lists add to.
    pub(super) fn read(files: &'a [ListFile], base: Option<&Index>, found: &mut Vec<Diagnostic>) -> Draft<'a> {
        let mut rows = Vec::new();
        for (number, file) in files.iter().enumerate() {
            if let Role::Names(entity_type) = file.role {
                row::rows(number, entity_type, &mut Report::new(file, found), &mut rows);
            }
        }
        rows.sort_by(|a, b| (a.id, a.from, a.file).cmp(&(b.id, b.from, b.file)));
        let mut draft = Draft::default();
        let mut speller = Speller::default();
        for file in files.iter().filter(|f| f.role == Role::Spellings) {
            side::spellings(&mut Report::new(file, found), &mut speller);
        }
        for group in rows.chunk_by(|a, b| a.id == b.id) {
            draft.entry(group, files, &mut speller, found);
        }
        draft.check_countries(files, base, found);
        draft.check_sources(files, found);
        // Other ids before coordinates, which may be known by them.
        let mut ordered: Vec<_> = files.iter().collect();
        ordered.sort_by_key(|file| file.role);
        for file in ordered {
            let mut report = Report::new(file, found);
            match file.role {
                Role::SameAs => side::same_as(&mut report, &mut draft.entries),
                Role::Coordinates => side::coordinates(&mut report, &mut draft.entries),
                Role::Overrides => {
                    draft.overrides.extend(side::overrides(&mut report, &draft.entries, &mut draft.names, base));
                }
                Role::Given | Role::Surnames | Role::Words | Role::Roles => side::words(&mut report, &mut draft.words),
                Role::Names(_) | Role::Spellings | Role::Readme => {}
            }
        }
        draft
    }

    /// One entry from all rows with its id.
    fn entry(&mut self, rows: &[Row<'a>], files: &'a [ListFile], speller: &mut Speller, found: &mut Vec<Diagnostic>) {
        let first = rows[0];
        for (i, row) in rows.iter().enumerate().skip(1) {
            let mut report = Report::new(&files[row.file], found);
            if row.name != first.name || row.kind.entity_type() != first.kind.entity_type() {
                let message = format!("`{}` is another thing elsewhere", row.id);
                let help = format!(
                    "`{}` in {}; one id is one entry, with one name and type",
                    first.name, files[first.file].name
                );
                report.at(ListMistake::EntriesDiffer, row.name, message, "not the name or type of the id", help);
                continue;
            }
            let twin = |other: &Row| (other.kind, other.country, other.from) == (row.kind, row.country, row.from);
            if let Some(other) = rows[..i].iter().find(|other| twin(other)) {
                let help = format!("the other is in {}; take one out", files[other.file].name);
                report.at(
                    ListMistake::DoubleLine,
                    row.line,
                    "a line of this id, kind, country and date is there already",
                    "again",
                    help,
                );
            }
        }
        // The latest office: the one that lasts longest, then the one that began last.
        let latest = |row: &&Row<'a>| (row.until.is_empty(), row.until, row.from);
        let row = *rows.iter().max_by_key(latest).unwrap_or(&first);
        let number = self.entries.len();
        let mut names: Vec<NameDraft<'a>> = Vec::new();
        for row in rows {
            self.names_of(row, number, &mut names, files, speller, found);
        }
        self.names.append(&mut names);
        let mut same_as: Vec<_> = rows.iter().flat_map(|row| row::parts(row.same_as)).collect();
        same_as.sort_unstable();
        same_as.dedup();
        let offices = rows.iter().filter(|row| row.has_office()).copied().collect();
        self.entries.push(EntryDraft { row, offices, same_as, coordinates: None });
    }

    /// Adds the names of one row to those its entry has.
    fn names_of(
        &self,
        row: &Row<'a>,
        entry: usize,
        names: &mut Vec<NameDraft<'a>>,
        files: &'a [ListFile],
        speller: &mut Speller,
        found: &mut Vec<Diagnostic>,
    ) {
        let mut report = Report::new(&files[row.file], found);
        let entity_type = row.kind.entity_type();
        let own = row::Alias { text: row.name, support: false, exact: false, demonym: false };
        let mut seen: FxHashSet<(bool, Vec<Key>)> = FxHashSet::default();
        for (i, alias) in std::iter::once(own).chain(row.aliases()).enumerate() {
            let form = match (alias.demonym, is_acronym(alias.text) && entity_type != EntityType::Person, i) {
                (true, _, _) => NameForm::Demonym,
                (_, true, _) => NameForm::Acronym,
                (_, _, 0) => NameForm::Name,
                _ => NameForm::Alias,
            };
            let tier = match (i, alias.support) {
                (0, _) => row.tier,
                (_, true) => Tier::Support,
                _ => Tier::Always,
            };
            let paths = speller.paths(alias.text, entity_type, form).to_vec();
            if let Some(why) = why_never(alias.text, &paths) {
                let message = format!("`{}` would never be found in a text", alias.text);
                report.at(
                    ListMistake::NeverMatches,
                    alias.text,
                    message,
                    why,
                    "names begin with a capital letter or a number",
                );
                continue;
            }
            if !alias.exact && !seen.insert((alias.demonym, paths[0].iter().map(|s| s.key).collect())) {
                let message = format!("`{}` is listed twice", alias.text);
                let help = "case, accents, dots and hyphens make no other name; take one out";
                report.at(ListMistake::DoubleName, alias.text, message, "listed before in this line", help);
                continue;
            }
            let same =
                |n: &NameDraft| n.paths[0] == paths[0] && n.exact == alias.exact && (n.form == form || !alias.demonym);
            match names.iter_mut().find(|n| same(n)) {
                Some(other) => other.tier = other.tier.min(tier),
                None => names.push(NameDraft { entry, text: alias.text, form, tier, exact: alias.exact, paths }),
            }
        }
        // "Ada Finch (ESP)": the code of a country stands for it, with support.
        if let Some(code) = row.id.strip_prefix("iso:").filter(|_| matches!(row.kind, Kind::Country | Kind::Territory))
        {
            let paths = speller.paths(code, entity_type, NameForm::Acronym).to_vec();
            let known = names.iter().any(|n| n.paths[0] == paths[0]);
            if !known {
                let form = NameForm::Acronym;
                names.push(NameDraft { entry, text: code, form, tier: Tier::Support, exact: true, paths });
            }
        }
    }

    /// The place of an id in [`Draft::entries`].
    pub(super) fn find(entries: &[EntryDraft<'_>], id: &str) -> Option<usize> {
        entries.binary_search_by(|entry| entry.row.id.cmp(id)).ok()
    }

    fn check_countries(&self, files: &'a [ListFile], base: Option<&Index>, found: &mut Vec<Diagnostic>) {
        for entry in &self.entries {
            for row in entry.offices.iter().chain([&entry.row]).filter(|row| !row.country.is_empty()) {
                let known = Self::find(&self.entries, row.country).is_some()
                    || base.is_some_and(|base| base.find(row.country).is_some());
                if !known {
                    let ids = self.entries.iter().map(|e| e.row.id).filter(|id| id.starts_with("iso:"));
                    let help = did_you_mean(row.country, ids)
                        .map_or("a country is the id of an entry: iso:FRA".into(), |id| {
                            format!("did you mean `{id}`?")
                        });
                    let message = format!("there is no country `{}`", row.country);
                    let mut report = Report::new(&files[row.file], found);
                    report.at(ListMistake::UnknownCountry, row.country, message, "no entry has this id", help);
                    break;
                }
            }
        }
    }

    /// Where a README describes the sources, every source must be in it, in backticks.
    fn check_sources(&self, files: &'a [ListFile], found: &mut Vec<Diagnostic>) {
        let Some(readme) = files.iter().find(|f| f.role == Role::Readme) else { return };
        let mut known: FxHashMap<&str, bool> = FxHashMap::default();
        for row in self.entries.iter().map(|e| &e.row) {
            let good = *known.entry(row.source).or_insert_with(|| readme.text.contains(&format!("`{}`", row.source)));
            if !good {
                let message = format!("unknown source `{}`", row.source);
                let help = format!("describe it in {}: `{}`, licence, version", readme.name, row.source);
                let mut report = Report::new(&files[row.file], found);
                report.at(ListMistake::UnknownSource, row.source, message, "not in the README", help);
            }
        }
    }
}

/// Capital letters that stand for a name: no blank, two letters or more, none of them small.
fn is_acronym(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() >= 2
        && name.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '&' | '-' | '/' | '+'))
}

/// Why a text could never hold a name in a way the search begins at; `None` when it can.
fn why_never(name: &str, paths: &[Vec<Step>]) -> Option<&'static str> {
    let Some(first) = paths.first() else { return Some("no word in it") };
    let letters = |c: char| c.is_alphanumeric();
    let starts = name.chars().next().is_some_and(letters) && name.chars().any(|c| c.is_uppercase() || c.is_numeric());
    let small = !first[0].capital && name.chars().next().is_some_and(char::is_lowercase);
    let mixed =
        name.split([' ', '-']).next().is_some_and(|word| word.chars().any(|c| c.is_uppercase() || c.is_numeric()));
    if !starts {
        Some("no capital letter and no number, or a sign in front")
    } else if small && !mixed && !first.get(1).is_some_and(|step| step.capital) {
        Some("two small words in front")
    } else {
        None
    }
}
