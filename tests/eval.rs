//! Scores on a small gold of our own, frozen. A title of a record is no part of gold's text.

#![allow(clippy::unwrap_used)]

use std::collections::HashMap;

use chancery::knowledge::eval::{Gold, NameScores, RelationScores};
use chancery::record::Record;

const SAMPLE: &str = include_str!("records/sample.jsonl");

fn records() -> HashMap<String, Record<'static>> {
    SAMPLE.lines().map(|l| Record::read(l).unwrap()).map(|r| (r.id.to_string(), r)).collect()
}

fn gold(lines: &str) -> Vec<Gold> {
    lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn trimmed(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).collect()
}

#[test]
fn names_are_scored_by_span_and_type() {
    let records = records();
    let run = |cut| {
        let mut scores = NameScores::new(cut);
        for gold in gold(include_str!("records/gold_names.jsonl")) {
            scores.add(&gold, records.get(&gold.id), Some(&gold.group("region")));
        }
        scores
    };
    let expected = "
                              P      R     F1    gold   found
PERSON                    1.000  0.857  0.923       7       6
PLACE                     0.846  0.786  0.815      14      13
ORGANIZATION              1.000  0.750  0.857       4       3
all                       0.909  0.800  0.851      25      22
spans, type ignored       0.955  0.840  0.894      25      22
  north                   0.889  0.889  0.889       9       9
  south                   0.923  0.750  0.828      16      13";
    assert_eq!(trimmed(&run(false).to_string()), trimmed(expected));
    let errors: Vec<String> =
        run(false).errors(2).iter().map(|(kind, of, text, n)| format!("{kind} {} {text} {n}", of.as_str())).collect();
    assert_eq!(
        errors,
        [
            "MISSED PERSON Foreign Minister Ingrid Sola 1",
            "MISSED PLACE Lima 1",
            "NOT IN GOLD PLACE Oslo 1",
            "NOT IN GOLD PLACE Tokyo 1"
        ]
    );
    assert_eq!(format!("{:.3}", run(true).score(None).f1()), "0.870");
}

#[test]
fn relations_are_scored_by_pairs() {
    let records = records();
    let mut scores = RelationScores::default();
    for gold in gold(include_str!("records/gold_relations.jsonl")) {
        scores.add(&gold, records.get(&gold.id));
    }
    let expected = "
level     type              P      R     F1   gold  found
document  cooperation   0.556  1.000  0.714      2      4
document  meeting       0.750  0.833  0.789      7      9
document  all           0.685  0.875  0.769      9     13
sentence  cooperation   0.417  0.667  0.513      3      5
sentence  meeting       0.643  0.833  0.726      7     10
sentence  all           0.561  0.778  0.652     10     15
on matched pairs, by weight:
  modality       P 1.000  R 1.000  F1 1.000  gold     7.0  found     7.0
    actual       P 1.000  R 1.000  F1 1.000  gold     3.0  found     3.0
    planned      P 1.000  R 1.000  F1 1.000  gold     1.0  found     1.0
    possible     P 1.000  R 1.000  F1 1.000  gold     2.0  found     2.0
    denied       P 1.000  R 1.000  F1 1.000  gold     1.0  found     1.0
  date           P 1.000  R 0.800  F1 0.889  gold     5.0  found     4.0
  place          P 1.000  R 1.000  F1 1.000  gold     4.0  found     4.0
  attribution    P 0.667  R 1.000  F1 0.800  gold     2.0  found     3.0";
    assert_eq!(trimmed(&scores.to_string()), trimmed(expected));
    let errors: Vec<(&str, &str)> = scores.errors(1).collect();
    assert_eq!(
        errors,
        [
            ("MISSED", "aid-1  cooperation: Fiji ~ Japan\n      Fiji thanked the donors."),
            ("NOT IN GOLD", "quay-1  cooperation: Chile ~ Norway\n      (title)"),
        ]
    );
}
