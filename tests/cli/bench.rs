//! `chancery bench` measures what it says.

use super::{Desk, news};

#[test]
fn figures() {
    let desk = Desk::new();
    desk.write("a.jsonl", news::lines(60));
    let ran = desk.run(&["bench", "a.jsonl", "--runs", "1", "--threads", "1,2"]).clean();
    for told in ["60 documents", "bare search", "% of its speed", "99th percentile", "relation ", "words/s"] {
        assert!(ran.out.contains(told), "{told}: {}", ran.out);
    }
    desk.write("names.txt", "Norway\nNairobi\n");
    let ran =
        desk.run(&["bench", "a.jsonl", "--runs", "1", "--threads", "1", "--json", "--names", "names.txt"]).clean();
    let figures: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&figures["documents"], &figures["bare_search"]["names"]), (&60.into(), &2.into()));
    assert!(figures["bare_search"]["found"].as_u64().unwrap() > 10);
    assert!(figures["speeds"][0]["MB/s"].as_f64().unwrap() > 0.0);
    assert_eq!(figures["floors"].as_array().unwrap().len(), 5);
    assert!(figures["median_microseconds"].as_f64() <= figures["p99_microseconds"].as_f64());
}

#[test]
fn nothing_to_measure() {
    let desk = Desk::new();
    desk.write("a.jsonl", "bad\n");
    desk.run(&["bench", "a.jsonl"]).fails(2, &["there is no document to measure with"]);
    desk.run(&["bench", "-"]).fails(2, &["standard input cannot be read again and again"]);
    desk.run(&["bench", "none.jsonl"]).fails(2, &["no such file or folder"]);
}
