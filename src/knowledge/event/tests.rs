use serde_json::{Value, json};

use super::*;

/// One relation: event number, participants, date, `positive actual` …
type Told = (u32, &'static [&'static str], Option<&'static str>, &'static str);

fn document(number: usize, date: Option<&str>, relations: &[Told]) -> String {
    let mut ids: Vec<&str> = relations.iter().flat_map(|r| r.1).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let span = json!({"start": 0, "end": 1, "text": "x"});
    let told: Vec<Value> = relations
        .iter()
        .enumerate()
        .map(|(i, (event, actors, date, how))| {
            let (polarity, modality) = how.split_once(' ').unwrap();
            let arguments: Vec<Value> = actors
                .iter()
                .map(|a| ids.iter().position(|id| id == a).unwrap())
                .map(|n| json!({"role": "participant", "entity": n, "mention": 0}))
                .collect();
            let date = date.map(|d| json!({"value": d, "end": null, "kind": "exact", "cue": null}));
            json!({
                "id": format!("{:016x}", number * 100 + i), "event": event, "type": "meeting", "plover": "CONSULT", "cameo": "040",
                "trigger": span, "arguments": arguments, "polarity": polarity, "polarity_cue": null, "modality": modality,
                "modality_cue": null, "tense": "past", "date": date, "place": null, "topic": null, "attribution": [],
                "rule": "meet/met", "sentence": span,
            })
        })
        .collect();
    let entities: Vec<Value> = ids.iter().map(|id| json!({"id": id, "name": id, "type": "PLACE"})).collect();
    json!({
        "schema": 1, "producer": {"chancery": "0", "rules": "", "gazetteers": ""}, "offsets": "chars", "id": format!("d{number}"),
        "date": date, "date_source": "field", "entities": entities, "relations": told,
        "mentions": [{"start": 0, "end": 1, "text": "x", "type": "PLACE", "form": "name", "entity": 0}],
    })
    .to_string()
}

/// Each event as `documents/tellings date flags`; `~` marks a document joined by the week.
fn joined(documents: &[(Option<&str>, &[Told])]) -> Vec<String> {
    let (mut events, mut names) = (Events::default(), Names::default());
    for (number, (date, relations)) in documents.iter().enumerate() {
        let line = document(number, *date, relations);
        let record = Record::read(&line).unwrap();
        let numbers: Vec<u32> = record.entities.iter().map(|e| names.number(&e.id)).collect();
        events.add(&record, number as u32, &numbers);
    }
    let joined: Vec<Event<'_>> = events.joined(&names).collect();
    let mut ids: Vec<_> = joined.iter().map(|e| e.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), joined.len(), "ids differ");
    joined
        .iter()
        .map(|e| {
            let tellings: Vec<String> =
                e.tellings.iter().map(|t| format!("{}{}", t.document, if t.by_window { "~" } else { "" })).collect();
            let date = e.date.map_or("-".to_owned(), |d| d.to_string());
            let flag = if e.contradicted { " contradicted" } else { "" };
            format!(
                "{} {} {date} {} {}{flag}",
                e.participants.join("+"),
                tellings.join(","),
                e.polarity.as_str(),
                e.modality.as_str()
            )
        })
        .collect()
}

const AB: &[&str] = &["a", "b"];
const YES: &str = "positive actual";

#[test]
fn same_participants_and_date_are_one_event() {
    let got = joined(&[
        (
            Some("2024-05-03"),
            &[(0, AB, Some("2024-05-01"), YES), (0, &["b", "a"], None, YES), (1, &["a", "c"], Some("2024-05-01"), YES)],
        ),
        (Some("2024-08-30"), &[(0, &["b", "a", "b"], Some("2024-05-01"), YES)]),
        (Some("2024-05-04"), &[(0, AB, Some("2024-05-02"), YES), (1, AB, Some("2024-05"), YES)]),
    ]);
    assert_eq!(
        got,
        [
            "a+b 0,0,1 2024-05-01 positive actual",
            "a+c 0 2024-05-01 positive actual",
            "a+b 2 2024-05-02 positive actual",
            "a+b 2 2024-05 positive actual",
        ]
    );
}

#[test]
fn undated_tellings_join_within_a_week() {
    let dated = |day| (0, AB, Some(day), YES);
    let undated: &[Told] = &[(0, AB, None, YES)];
    let got = joined(&[
        (Some("2024-05-10"), &[dated("2024-05-09")]),
        (Some("2024-05-20"), &[dated("2024-05-19")]),
        (Some("2024-05-14"), undated),
        (Some("2024-05-15"), undated),
        (Some("2024-05-16"), undated),
        (Some("2024-05-27"), undated),
        (Some("2024-05-28"), undated),
        (Some("2024-05-02"), undated),
        (None, undated),
        (None, undated),
    ]);
    assert_eq!(
        got,
        [
            "a+b 0,2~,3~ 2024-05-09 positive actual",
            "a+b 1,4~,5~ 2024-05-19 positive actual",
            "a+b 6 - positive actual",
            "a+b 7 - positive actual",
            "a+b 8 - positive actual",
            "a+b 9 - positive actual",
        ]
    );
}

#[test]
fn undated_events_last_a_week() {
    let undated: &[Told] = &[(0, AB, None, YES)];
    let days = ["2024-05-01", "2024-05-08", "2024-05-09", "2024-05-16", "2024-05-17"];
    let documents: Vec<_> = days.iter().map(|d| (Some(*d), undated)).collect();
    let expected = ["a+b 0,1~ - positive actual", "a+b 2,3~ - positive actual", "a+b 4 - positive actual"];
    assert_eq!(joined(&documents), expected);
}

#[test]
fn contradictions_are_flagged() {
    let day = Some("2024-05-01");
    for (told, expected) in [
        ([YES, "negative actual"], "positive actual contradicted"),
        (["positive planned", "negative actual"], "positive planned contradicted"),
        (["positive possible", "negative actual"], "positive possible"),
        (["negative possible", "negative actual"], "negative actual"),
        (["positive planned", YES], "positive actual"),
    ] {
        let [a, b] = told;
        let got = joined(&[(None, &[(0, AB, day, a)]), (None, &[(0, AB, day, b)])]);
        assert_eq!(got, [format!("a+b 0,1 2024-05-01 {expected}")]);
    }
}

#[test]
fn the_order_of_documents_decides_nothing_but_order() {
    let undated: &[Told] = &[(0, AB, None, YES)];
    let dated: &[Told] = &[(0, AB, Some("2024-05-09"), YES)];
    let mut documents = [(Some("2024-05-10"), dated), (Some("2024-05-14"), undated), (Some("2024-05-30"), undated)];
    let sizes = |documents: &[_]| {
        let mut sizes: Vec<usize> = joined(documents).iter().map(|e| e.matches(',').count()).collect();
        sizes.sort_unstable();
        sizes
    };
    let forward = sizes(&documents);
    documents.reverse();
    assert_eq!(sizes(&documents), forward);
}
