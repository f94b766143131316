use jiff::civil::date;

use crate::gazetteer::EntityType;
use crate::mention::{DateKind, DateValue, Form};
use crate::reference::Via;
use crate::relation::{EventDateKind, Modality, Polarity, Tense};
use crate::rule::Role;
use crate::text::{Analysis, DateSource, TokenRange};

use super::*;

/// Two listed places.
struct Atlas;

impl Lists for Atlas {
    fn listed(&self, entry: EntryId) -> Listed<'_> {
        match entry.0 {
            0 => Listed {
                id: "iso:FRA",
                name: "France",
                kind: Kind::Country,
                country: Some(EntryId(0)),
                coordinates: Some((46.5, 2.5)),
            },
            _ => Listed {
                id: "chancery:ada-roux",
                name: "Ada Roux",
                kind: Kind::MilitaryPerson,
                country: Some(EntryId(0)),
                coordinates: None,
            },
        }
    }
    fn id(&self, entry: EntryId) -> &str {
        self.listed(entry).id
    }

    fn same_as(&self, entry: EntryId) -> impl Iterator<Item = &str> {
        ["wikidata:Q142"].into_iter().filter(move |_| entry.0 == 0)
    }
}

/// The record of a document whose words `names` are mentions (entity, form), the first two of them participants.
fn record_line(title: Option<&str>, text: &str, unit: OffsetUnit, with_text: bool) -> String {
    let document = Document {
        id: "d1".into(),
        date: Some(date(2024, 5, 3)),
        date_source: DateSource::Field,
        title: title.map(Cow::from),
        text: text.into(),
        skip: 0,
    };
    let (mut analysis, mut buffer) = (Analysis::default(), String::new());
    let text = analysis.run(joined(&document, &mut buffer), 0);
    let word =
        |w: &str| (0..text.tokens.len()).find(|i| text.word(*i) == w).map(|i| TokenRange::new(i, i + 1)).unwrap();
    let span = |w: &str| text.span(word(w));
    let mut mentions = Mentions::default();
    for (n, (name, entry, entity_type)) in [
        ("Roux", Some(1), EntityType::Person),
        ("Zoé", None, EntityType::Person),
        ("French", Some(0), EntityType::Place),
    ]
    .into_iter()
    .enumerate()
    {
        mentions.entities.push(crate::mention::Entity {
            entity_type,
            entry: entry.map(EntryId),
            name: span(name),
            country: None,
            gender: None,
        });
        mentions.mentions.push(crate::mention::Mention {
            tokens: word(name),
            span: span(name),
            entity: EntityId(n as u32),
            form: if n == 2 { Form::Demonym } else { Form::Name },
            title: TokenRange::default(),
            source: crate::mention::Source::Context,
        });
    }
    let argument = |n, via| relation::Argument { role: Role::Participant, entity: EntityId(n), mention: n, via };
    let found = relation::Relation {
        relation_type: 0,
        rule: 0,
        plover: "REJECT".into(),
        cameo: "125".into(),
        trigger: word("meet"),
        arguments: vec![argument(0, None), argument(1, Some(Via::Office))],
        polarity: Polarity::Negative,
        polarity_cue: Some(span("not")),
        modality: Modality::Planned,
        modality_cue: None,
        tense: Tense::Future,
        date: Some(relation::EventDate {
            value: DateValue { start: date(2024, 6, 1), end: None, parts: 2, kind: DateKind::Approximate },
            kind: EventDateKind::Approximate,
            cue: Some(span("June")),
        }),
        place: None,
        topic: None,
        attribution: vec![relation::Attribution {
            entity: Some(EntityId(2)),
            mention: Some(2),
            speaker: span("French"),
            cue: span("said"),
        }],
        sentence: 0,
        event: 0,
    };
    let rules = RuleBook::builder()
        .source(
            "meet.toml",
            r#"
                [relation]
                type = "meeting"
                symmetric = true
                [relation.roles]
                participant = { type = ["PERSON"], min = 2 }
                [[rule]]
                id = "met"
                doc = "A met B."
                plover = "CONSULT"
                cameo = "040"
                pattern = '$participant+ [meet/v] $participant+'
                examples = ["[participant:Ada Roux] {met} [participant:Zoé Blanc]."]
                rejects = ["[PERSON:Ada Roux] met nobody."]
                "#,
        )
        .build()
        .unwrap();
    let shape = Shape { producer: Producer::new("r", "g"), offsets: unit, with_text };
    let relations = [found];
    let findings = Findings {
        document: &document,
        text,
        mentions: &mentions,
        relations: &relations,
        lists: &Atlas,
        rules: &rules,
    };
    let mut out = Vec::new();
    findings.record(&shape, Kept::default(), &mut Offsets::default()).write(&mut out);
    String::from_utf8(out).unwrap().replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

/// Broken for reading.
const LINE: &str = r#"{"schema":1,"producer":{"chancery":"VERSION","rules":"r","gazetteers":"g"},"offsets":"chars","id":"d1","date":"2024-05-03","date_source":"field",
"entities":[{"id":"chancery:ada-roux","name":"Ada Roux","type":"PERSON","kind":"military","country":"iso:FRA","same_as":[],"mentions":[0]},
{"id":"d1#1","name":"Zoé","type":"PERSON","kind":null,"country":null,"same_as":[],"mentions":[1]},
{"id":"iso:FRA","name":"France","type":"PLACE","kind":"country","country":"iso:FRA","same_as":["wikidata:Q142"],"lat":46.5,"lon":2.5,"mentions":[2]}],
"mentions":[{"start":2,"end":6,"text":"Roux","type":"PERSON","form":"name","entity":0},
{"start":21,"end":24,"text":"Zoé","type":"PERSON","form":"name","entity":1},
{"start":38,"end":44,"text":"French","type":"PLACE","form":"demonym","entity":2}],
"relations":[{"id":"a1e5210461a2fb42","event":0,"type":"meeting","plover":"REJECT","cameo":"125","trigger":{"start":16,"end":20,"text":"meet"},
"arguments":[{"role":"participant","entity":0,"mention":0},{"role":"participant","entity":1,"mention":1,"via":"office"}],
"polarity":"negative","polarity_cue":{"start":12,"end":15,"text":"not"},"modality":"planned","modality_cue":null,"tense":"future",
"date":{"value":"2024-06","end":null,"kind":"approximate","cue":{"start":28,"end":32,"text":"June"}},"place":null,"topic":null,
"attribution":[{"entity":2,"mention":2,"text":"French","cue":"said"}],"rule":"meet/met",
"sentence":{"start":0,"end":56,"text":"𝄞 Roux will not meet Zoé in June, the French press said."}}]}"#;

const FLAT: &str = r#"{"schema":1,"producer":{"chancery":"VERSION","rules":"r","gazetteers":"g"},"offsets":"chars","document":"d1","document_date":"2024-05-03","date_source":"field",
"id":"a1e5210461a2fb42","event":0,"type":"meeting","plover":"REJECT","cameo":"125","trigger":{"start":16,"end":20,"text":"meet"},
"arguments":[{"role":"participant","id":"chancery:ada-roux","name":"Ada Roux","type":"PERSON","kind":"military","country":"iso:FRA","start":2,"end":6,"text":"Roux"},
{"role":"participant","id":"d1#1","name":"Zoé","type":"PERSON","kind":null,"country":null,"start":21,"end":24,"text":"Zoé","via":"office"}],
"polarity":"negative","polarity_cue":{"start":12,"end":15,"text":"not"},"modality":"planned","modality_cue":null,"tense":"future",
"date":{"value":"2024-06","end":null,"kind":"approximate","cue":{"start":28,"end":32,"text":"June"}},"place":null,"topic":null,
"attribution":[{"id":"iso:FRA","name":"France","text":"French","cue":"said"}],"rule":"meet/met",
"sentence":{"start":0,"end":56,"text":"𝄞 Roux will not meet Zoé in June, the French press said."}}"#;

#[test]
fn the_line_has_every_field_in_its_place() {
    let line =
        record_line(None, "\u{1d11e} Roux will not meet Zoé in June, the French press said.", OffsetUnit::Chars, false);
    assert_eq!(line.trim_end(), LINE.replace('\n', ""));
    let read = Record::read(&line).unwrap();
    let mut again = Vec::new();
    read.write(&mut again);
    assert_eq!(String::from_utf8(again).unwrap(), line);
    let mut flat = Vec::new();
    read.write_flat(&mut flat);
    assert_eq!(String::from_utf8(flat).unwrap().trim_end(), FLAT.replace('\n', ""));
}

#[test]
fn offsets_count_in_the_field_and_unit_asked_for() {
    let text = "\u{1d11e}é Roux will not meet Zoé in June, the French press said.";
    for (unit, start) in [(OffsetUnit::Chars, 3), (OffsetUnit::Bytes, 7), (OffsetUnit::Utf16, 4)] {
        let line = record_line(None, text, unit, false);
        assert_eq!(Record::read(&line).unwrap().mentions[0].start, start, "{}", unit.as_str());
    }
    let line = record_line(
        Some("Zoé, again"),
        "Roux will not meet her in June, the French press said.",
        OffsetUnit::Utf16,
        true,
    );
    let record = Record::read(&line).unwrap();
    let (roux, zoe) = (&record.mentions[0], &record.mentions[1]);
    assert_eq!((roux.field, roux.start, roux.end), (Field::Text, 0, 4));
    assert_eq!((zoe.field, zoe.start, zoe.end), (Field::Title, 0, 3));
    assert_eq!(record.title.unwrap(), "Zoé, again");
    assert!(record.text.unwrap().starts_with("Roux"));
}

#[test]
fn a_relations_id_follows_the_document_not_the_unit() {
    let id = |text: &str, unit| Record::read(&record_line(None, text, unit, false)).unwrap().relations[0].id;
    let text = "é Roux will not meet Zoé in June, the French press said.";
    assert_eq!(id(text, OffsetUnit::Chars), id(text, OffsetUnit::Utf16));
    assert_ne!(id(text, OffsetUnit::Chars), id(&format!("{text} "), OffsetUnit::Chars));
}
