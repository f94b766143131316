//! The files beside the lists of names: other ids, coordinates, tiers decided by hand, words and spellings.

use rustc_hash::FxHashMap;

use crate::text::{Key, did_you_mean};

use super::draft::{Draft, EntryDraft, NameDraft};
use super::index::Index;
use super::report::Report;
use super::row;
use super::source::Role;
use super::spelling::Speller;
use super::{Coordinates, EntityType, ListMistake, NameForm, Tier, WordFacts};

/// A tier decided by hand for a name of the base.
#[derive(Clone, Copy, Debug)]
pub(super) struct Override<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) tier: Tier,
}

/// Reads groups of spellings, one a line.
pub(super) fn spellings(report: &mut Report<'_, '_>, speller: &mut Speller) {
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for (number, line) in report.file.text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
        let folded = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'');
        if let Some(bad) = line.split(' ').find(|word| !folded(word)) {
            let help = "small letters without accents, one blank between";
            report.at(ListMistake::BadWord, bad, format!("bad spelling `{bad}`"), "not a folded word", help);
            continue;
        }
        if let Some(twice) = line.split(' ').find(|word| seen.insert(word, number).is_some()) {
            let message = format!("`{twice}` is in two groups");
            report.at(ListMistake::BadWord, twice, message, "again", "join the groups, or take it out of one");
            continue;
        }
        speller.learn(line);
    }
}

/// Reads other ids of entries.
pub(super) fn same_as<'a>(report: &mut Report<'a, '_>, entries: &mut [EntryDraft<'a>]) {
    const COLUMNS: [&str; 2] = ["id", "same_as"];
    for line in row::lines(&COLUMNS, report) {
        let Some([id, others]) = row::cells(line, &COLUMNS, report) else { continue };
        let good = row::parts(others).filter(|other| !row::is_id(other, report)).count() == 0;
        match Draft::find(entries, id) {
            Some(entry) if good => {
                let all = &mut entries[entry].same_as;
                all.extend(row::parts(others));
                all.sort_unstable();
                all.dedup();
            }
            Some(_) => {}
            None => unknown(report, id, format!("no list has the id `{id}`")),
        }
    }
}

fn unknown<'a>(report: &mut Report<'a, '_>, part: &'a str, message: String) {
    report.at(ListMistake::UnknownName, part, message, "unknown", "take the line out, or correct it");
}

/// Reads where places lie: `geonames:` ids that entries have or are, and ids of countries.
pub(super) fn coordinates<'a>(report: &mut Report<'a, '_>, entries: &mut [EntryDraft<'a>]) {
    const COLUMNS: [&str; 4] = ["id", "latitude", "longitude", "population"];
    let mut owners: FxHashMap<&str, usize> = FxHashMap::default();
    for (i, entry) in entries.iter().enumerate() {
        for id in entry.same_as.iter().copied().chain([entry.row.id]) {
            owners.insert(id, i);
        }
    }
    for line in row::lines(&COLUMNS, report) {
        let Some([id, latitude, longitude, population]) = row::cells(line, &COLUMNS, report) else { continue };
        let degrees = |text: &str, most: f64| text.parse::<f64>().ok().filter(|d| d.abs() <= most);
        let (Some(lat), Some(lon), Ok(people)) =
            (degrees(latitude, 90.0), degrees(longitude, 180.0), population.parse::<u32>())
        else {
            let help = "degrees with a dot (48.8534, 2.3488) and a whole number of people, or 0";
            report.at(ListMistake::BadNumber, line, "these are not coordinates and a population", "not numbers", help);
            continue;
        };
        match owners.get(id) {
            Some(&entry) => {
                entries[entry].coordinates = Some(Coordinates { latitude: lat, longitude: lon, population: people });
            }
            None => unknown(report, id, format!("no list has the id `{id}`")),
        }
    }
}

/// Applies tiers decided by hand to the names of the lists; gives back those for names of the base.
pub(super) fn overrides<'a>(
    report: &mut Report<'a, '_>,
    entries: &[EntryDraft<'a>],
    names: &mut [NameDraft<'a>],
    base: Option<&Index>,
) -> Vec<Override<'a>> {
    const COLUMNS: [&str; 4] = ["id", "name", "tier", "reason"];
    let mut of_base = Vec::new();
    let mut speller = Speller::default();
    for line in row::lines(&COLUMNS, report) {
        let Some([id, name, tier, reason]) = row::cells(line, &COLUMNS, report) else { continue };
        // A dash or a word alone is no reason.
        if reason.split_whitespace().count() < 2 {
            let help = "say why, so that the next reader can judge it";
            report.at(ListMistake::NoReason, reason, "an override without a reason", "nothing here", help);
            continue;
        }
        let Some(tier) = row::read_tier(tier, report) else { continue };
        let path = speller.paths(name, EntityType::Place, NameForm::Name).first().cloned().unwrap_or_default();
        let keys = |path: &[super::spelling::Step]| path.iter().map(|step| step.key).collect::<Vec<_>>();
        let mut found = false;
        if let Some(entry) = Draft::find(entries, id) {
            let first = names.partition_point(|n| n.entry < entry);
            for own in names[first..].iter_mut().take_while(|n| n.entry == entry) {
                if keys(&own.paths[0]) == keys(&path) {
                    own.tier = tier;
                    found = true;
                }
            }
        }
        if base.is_some_and(|base| base.find(id).is_some()) {
            of_base.push(Override { id, name, tier });
            found = true;
        }
        if !found {
            unknown(report, id, format!("no list has `{name}` under the id `{id}`"));
        }
    }
    of_base
}

/// Reads a list of words: folded forms, one a line, with flags or classes after a tab.
pub(super) fn words<'a>(report: &mut Report<'a, '_>, words: &mut FxHashMap<Key, WordFacts>) {
    let role = report.file.role;
    let mut last = "";
    for line in report.file.text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (word, marks) = line.split_once('\t').unwrap_or((line, ""));
        if word.is_empty() || word.contains(' ') || word.chars().any(char::is_uppercase) {
            let message = format!("bad word `{word}`");
            report.at(ListMistake::BadWord, word, message, "not a folded word", "one word in small letters");
            continue;
        }
        if word <= last {
            let help = "words are sorted byte by byte, each once";
            report.at(ListMistake::Unsorted, word, format!("`{word}` belongs further up"), "out of order", help);
        }
        last = word;
        let (own, frequent) = match role {
            Role::Given => (WordFacts::GIVEN, WordFacts::FREQUENT_GIVEN),
            Role::Surnames => (WordFacts::SURNAME, WordFacts::FREQUENT_SURNAME),
            Role::Words => (WordFacts::COMMON, WordFacts::default()),
            _ => (WordFacts::default(), WordFacts::default()),
        };
        let mut facts = own;
        if role == Role::Roles {
            for class in marks.split(' ') {
                match WordFacts::LABELS.iter().find(|(label, _)| *label == class) {
                    Some((_, fact)) => facts = facts.or(*fact),
                    None => {
                        let labels = WordFacts::LABELS.iter().map(|(label, _)| *label);
                        let help = did_you_mean(class, labels.clone()).map_or_else(
                            || format!("classes: {}", labels.collect::<Vec<_>>().join(", ")),
                            |label| format!("did you mean `{label}`?"),
                        );
                        report.at(ListMistake::BadWord, class, format!("unknown class `{class}`"), "not a class", help);
                    }
                }
            }
        } else {
            for mark in marks.chars() {
                facts = facts.or(match mark {
                    'c' => WordFacts::COMMON,
                    'm' if role == Role::Given => WordFacts::MALE,
                    'w' if role == Role::Given => WordFacts::FEMALE,
                    'p' => WordFacts::PLACE,
                    'f' => frequent,
                    _ => {
                        let help =
                            "c: also a word, p: also a place, f: of a list made for its language, m, w: of men, of women only";
                        report.at(ListMistake::BadWord, marks, format!("unknown flag `{mark}`"), "not a flag", help);
                        WordFacts::default()
                    }
                });
            }
        }
        // Hyphens are no steps: of a double name the first part counts.
        let known = words.entry(Key::of(word)).or_default();
        *known = known.or(facts);
    }
}
