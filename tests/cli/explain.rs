//! `explain`: what is found in a text, and why.

use super::Desk;

const TEXT: &str = "Ann Lee of Acme Steel Inc met Bo Ek in Oslo. The finals begin in Lima when Peru meet Chile. \
                    Ann Lee met reporters on Monday. It rained.";

#[test]
fn names_clauses_matches_and_what_lacked() {
    let desk = Desk::new();
    let told = desk.run(&["explain", TEXT]).clean().out;
    for line in [
        "name     Acme Steel Inc ORGANIZATION",
        "reads    0: [Ann Lee] of [Acme Steel Inc] {met}<Ann Lee [Bo Ek]",
        "match   *met* meet/met participant: Ann Lee; participant: Bo Ek",
        "missed  *meet* meet/met: *finals* tells of sport",
        "missed  *met* meet/met lacks $participant+: nobody known stands there",
        "no trigger in sentences 3",
    ] {
        assert!(told.contains(line), "no {line:?} in:\n{told}");
    }
    assert_eq!(desk.run_with(&["explain", "-"], TEXT.as_bytes()).clean().out, told);
}

#[test]
fn one_document_of_a_file() {
    let desk = Desk::new();
    desk.write(
        "news.jsonl",
        "{\"id\":\"a\",\"text\":\"It rained.\"}\n{\"id\":\"b\",\"text\":\"Ann Lee met Bo Ek.\"}\n",
    );
    let told = desk.run(&["explain", "news.jsonl:b"]).clean().out;
    assert!(told.contains("match   *met* meet/met") && !told.contains("rained"), "{told}");
    desk.run(&["explain", "news.jsonl:c"]).fails(2, &["news.jsonl"]);
}

#[test]
fn for_tools() {
    let desk = Desk::new();
    let told: serde_json::Value = serde_json::from_str(&desk.run(&["explain", "--json", TEXT]).clean().out).unwrap();
    let attempts = |sentence: usize| told["sentences"][sentence]["attempts"].as_array().unwrap().clone();
    let of = |sentence: usize, rule: &str| attempts(sentence).into_iter().find(|a| a["rule"] == rule).unwrap();
    assert_eq!(of(0, "meet/met")["outcome"], "matched");
    assert_eq!(of(1, "meet/met")["outcome"], "unfit");
    assert_eq!(of(1, "meet/met")["lacks"], "*finals* tells of sport");
    assert_eq!(told["gated"][0], 3);
}
