//! The lists that come with the product, and a user's on top of them.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use chancery::gazetteer::{self, EntityType, Gazetteer, Kind, NameForm, Tier};
use chancery::text::Analysis;
use proptest::prelude::*;

const HEADER: &str = "id\tname\tkind\tcountry\taliases\tfrom\tuntil\ttier\tsource\tsame_as\n";

#[test]
fn every_list_is_in_order_and_finds_its_names() {
    match gazetteer::check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers")) {
        Ok(count) => assert!(count.entries > 60_000 && count.names > 80_000, "{count:?}"),
        Err(error) => panic!("{} mistakes:\n{error}", error.mistakes.len()),
    }
}

#[test]
fn entries_are_read_in_place() {
    let names = Gazetteer::embedded().unwrap();
    let korea = names.entry(names.find("iso:PRK").unwrap());
    assert_eq!((korea.name, korea.kind, korea.entity_type()), ("North Korea", Kind::Country, EntityType::Place));
    assert!(korea.same_as().any(|id| id == "wikidata:Q423"));
    let paris = names.lookup("Paris")[0];
    let paris = names.entry(paris.entry);
    assert_eq!((paris.name, paris.kind), ("Paris", Kind::Capital));
    let place = paris.coordinates.unwrap();
    assert!((place.latitude - 48.85).abs() < 0.1 && (place.longitude - 2.35).abs() < 0.1, "{place:?}");
    assert!(place.population > 2_000_000);
    let shoigu = names.entry(names.find("chancery:sergei-shoigu").unwrap());
    let office = shoigu.offices().find(|office| office.kind == Kind::DefenceMinister).unwrap();
    assert_eq!((office.country, office.from.map(|f| &f[..4])), (Some("iso:RUS"), Some("2012")));
    assert_eq!(names.find("chancery:nobody-at-all"), None);
    for id in 0..names.len() as u32 {
        let entry = names.entry(gazetteer::EntryId(id));
        assert!(!entry.name.is_empty() && names.find(entry.id) == Some(gazetteer::EntryId(id)), "{}", entry.id);
    }
}

#[test]
fn a_name_is_looked_up_in_its_spellings() {
    let names = Gazetteer::embedded().unwrap();
    let id = |written: &str| names.lookup(written).first().map(|one| names.entry(one.entry).id);
    for (written, expected) in [
        ("N.Korea", "iso:PRK"),
        ("DPRK", "iso:PRK"),
        ("North Koreans", "iso:PRK"),
        ("U.S.", "iso:USA"),
        ("Kim Jong Un", "chancery:kim-jong-un"),
        ("Kim Jong-un", "chancery:kim-jong-un"),
        ("Vladimir V. Putin", "chancery:vladimir-putin"),
        ("Bashar Assad", "chancery:bashar-al-assad"),
        ("Saint Petersburg", "chancery:st-petersburg"),
        ("St. Petersburg", "chancery:st-petersburg"),
        ("Cote d’Ivoire", "iso:CIV"),
        ("Georgia", "iso:GEO"),
    ] {
        assert_eq!(id(written), Some(expected), "{written}");
    }
    // Acronyms count in capitals only, exact names letter by letter.
    assert!(names.lookup("us").is_empty() && names.lookup("Dprk").is_empty());
    let georgia = names.lookup("Georgia");
    assert!(georgia.iter().any(|one| names.kind(one.entry) == Kind::Admin1));
    assert!(names.lookup("Russians").iter().all(|one| one.form == NameForm::Demonym));
}

#[test]
fn a_user_adds_names() {
    let dir = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = dir.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let rows = "iso:FRA\tFrance\tcountry\tiso:FRA\tLa Grande Nation\t\t\talways\town\t\n\
                own:northwick\tNorthwick\tcity\tiso:GBR\tWick-on-Sea\t\t\talways\town\t\n";
    write("places/mine.tsv", &format!("{HEADER}{rows}"));
    write("overrides.tsv", "id\tname\ttier\treason\niso:DEU\tGermany\tnever\tfor this test\n");
    write("parts/given.txt", "zzyzx\tf\n");
    let plain = Gazetteer::embedded().unwrap();
    let names = Gazetteer::builder().dir(dir.path()).build().unwrap();
    let id = |written: &str| names.lookup(written).first().map(|one| names.entry(one.entry).id);
    assert_eq!(id("Wick on Sea"), Some("own:northwick"));
    assert_eq!(id("La Grande Nation"), Some("iso:FRA"));
    assert_eq!(id("Paris"), Some("chancery:paris"));
    assert_eq!(names.lookup("Germany")[0].tier, Tier::Never);
    let wick = names.find("own:northwick").unwrap();
    assert_eq!(names.country_of(wick), names.find("iso:GBR"));
    assert_eq!(names.entry(wick).id, "own:northwick");
    assert_eq!(names.entry(names.find("iso:FRA").unwrap()).source, "own");
    assert!(names.word(chancery::text::Key::of("Zzyzx")).facts.any(gazetteer::WordFacts::GIVEN));
    assert_eq!(names.len(), plain.len() + 1);
    assert_ne!(names.hash(), plain.hash());
    assert_eq!(names.hash(), Gazetteer::builder().dir(dir.path()).build().unwrap().hash());
}

#[test]
fn threads_share_it() {
    fn shared<T: Send + Sync>() {}
    shared::<Gazetteer>();
}

/// Names as the lists write them, one for each path without spellings made by the program.
fn listed() -> Vec<String> {
    let mut names = Vec::new();
    for folder in ["people", "places", "organizations"] {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers").join(folder);
        for entry in fs::read_dir(dir).unwrap() {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            for line in text.lines().skip(1).filter(|line| !line.starts_with('#')) {
                let cells: Vec<&str> = line.split('\t').collect();
                let aliases = cells[4].split('|').filter(|a| !a.is_empty() && !a.contains(['=', '@']));
                names.push(cells[1].to_owned());
                names.extend(aliases.map(|alias| alias.trim_start_matches('~').to_owned()));
            }
        }
    }
    names.sort();
    names.dedup();
    names
}

/// Names on word borders, as the index finds them and as another engine does, written by others, over the same names: bytes
/// of the text, sorted. Names the lists write another way are left out: the engine knows no spellings made by the program.
fn hits(raw: &str) -> [Vec<(usize, usize)>; 2] {
    static ENGINES: LazyLock<(Vec<String>, AhoCorasick, Gazetteer)> = LazyLock::new(|| {
        let listed = listed();
        let engine = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&listed).unwrap();
        (listed, engine, Gazetteer::embedded().unwrap())
    });
    let (listed, engine, names) = &*ENGINES;
    let mut analysis = Analysis::default();
    let text = analysis.run(raw, 0);
    let border = |at: usize, start: bool| {
        text.tokens.iter().any(|t| if start { t.span.start as usize == at } else { t.span.end as usize == at })
    };
    let mut theirs: Vec<(usize, usize)> = engine
        .find_overlapping_iter(text.raw)
        .map(|hit| (hit.start(), hit.end()))
        .filter(|&(start, end)| border(start, true) && border(end, false))
        .collect();
    let mut ours = Vec::new();
    for (at, token) in text.tokens.iter().enumerate() {
        names.names_from(&text, at, names.word(token.key), text.tokens.len(), &mut |end, name| {
            let (start, end) = (token.span.start as usize, text.tokens[end - 1].span.end as usize);
            let written = &text.raw[start..end];
            let counts = |one: &gazetteer::NameUse| {
                one.form != NameForm::Demonym && !one.exact && names.admits(name, one, token, written)
            };
            if names.uses(name).any(|one| counts(&one)) && listed.binary_search_by(|n| n.as_str().cmp(written)).is_ok()
            {
                ours.push((start, end));
            }
        });
    }
    for found in [&mut ours, &mut theirs] {
        found.sort_unstable();
        found.dedup();
    }
    [ours, theirs]
}

fn shown<'a>(raw: &'a str, hits: &[(usize, usize)]) -> Vec<&'a str> {
    hits.iter().map(|&(start, end)| &raw[start..end]).collect()
}

#[test]
fn another_engine_gives_the_same_hits() {
    let text = "On Monday Vladimir Putin met Xi Jinping in Saint Petersburg, N. Korea's KCNA said. Talks between the United \
                Nations, the European Union and New Zealand went on in New York City; York and New York Times reporters \
                watched. The Bank of England, England and the Bank of Japan agreed with the International Monetary Fund. \
                Trinidad and Tobago, Bosnia and Herzegovina, Guinea-Bissau and Papua New Guinea joined South Sudan, Sudan \
                and the Republic of the Congo at the Ministry of Foreign Affairs. Angela Merkel flew from Frankfurt am Main \
                to Rio de Janeiro over the South Atlantic Ocean. Al Jazeera, the BBC and Agence France-Presse said so. \
                The Democratic Republic of the Congo and Congo met at the White House near the Washington Post.";
    let [ours, theirs] = hits(text);
    assert!(ours.len() > 40, "{}", ours.len());
    assert_eq!(shown(text, &ours), shown(text, &theirs));
}

/// How a listed name may stand in a text: whole, cut, or run into others.
fn written() -> impl Strategy<Value = String> {
    let name = (any::<prop::sample::Index>(), 0_usize..6).prop_map(|(index, way)| {
        static NAMES: LazyLock<Vec<String>> = LazyLock::new(listed);
        let name = index.get(&NAMES);
        let words: Vec<&str> = name.split(' ').collect();
        match way {
            0 => words[..words.len() - 1].join(" "),
            1 => words[1..].join(" "),
            2 => format!("{name}'s"),
            _ => name.clone(),
        }
    });
    let between =
        prop::sample::select(vec![" ", ", ", " and ", ". ", "-", " of ", " (", ") ", " met the ", "; ", " in "]);
    prop::collection::vec((name, between), 1..12)
        .prop_map(|parts| parts.into_iter().flat_map(|(a, b)| [a, b.to_owned()]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn another_engine_agrees_on_any_text(raw in written()) {
        let [ours, theirs] = hits(&raw);
        prop_assert_eq!(shown(&raw, &ours), shown(&raw, &theirs));
    }
}
