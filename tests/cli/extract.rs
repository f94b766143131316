//! What is read: formats, fields, dates, folders, packed files.

use super::{Desk, gzip, news};

#[test]
fn text_files() {
    let desk = Desk::new();
    desk.write("a.txt", "\u{feff}date 2023-09-17 Two ministers meet\nAnna Berg met John Otieno on Monday.\n");
    desk.write("b.txt", "No date here.");
    desk.write("c.txt", "CAIRO – 26 July 2022: Anna Berg met John Otieno.");
    let ran = desk.run(&["extract", "a.txt", "b.txt", "c.txt"]).clean();
    assert_eq!(ran.field("id"), ["a", "b", "c"]);
    assert_eq!(ran.field("date"), ["2023-09-17", "null", "2022-07-26"]);
    assert_eq!(ran.field("date_source"), ["header", "none", "dateline"]);
    let ran = desk.run(&["extract", "a.txt", "b.txt", "c.txt", "--date", "1 May 2020"]).clean();
    assert_eq!(ran.field("date"), ["2023-09-17", "2020-05-01", "2020-05-01"]);
    assert_eq!(ran.field("date_source"), ["header", "flag", "flag"]);
}

#[test]
fn fields_of_lines() {
    let desk = Desk::new();
    let line = r#"{"meta": {"key": 7, "day": "16 Sept. 2023", "lang": "en"}, "body": {"text": "A."}, "head": "T", "url": "u"}"#;
    desk.write("a.jsonl", format!("{line}\n\n  \n{{\"body\": {{\"text\": \"B.\"}}}}\n"));
    let args =
        ["extract", "a.jsonl", "--id-field", "meta.key", "--date-field", "meta.day", "--text-field", "body.text"];
    let ran =
        desk.run(&[&args[..], &["--title-field", "head", "--keep", "url,meta.lang", "--with-text"]].concat()).clean();
    assert_eq!(ran.field("id"), ["7", "a:4"]);
    assert_eq!(ran.field("date"), ["2023-09-16", "null"]);
    assert_eq!(ran.field("title"), ["T", "null"]);
    assert_eq!(ran.field("text"), ["A.", "B."]);
    let records = ran.records();
    assert_eq!(records[0]["kept"], serde_json::json!({"url": "u", "meta.lang": "en"}));
    assert_eq!(records[1].get("kept"), None);
}

#[test]
fn a_date_that_cannot_be_read_is_a_warning() {
    let desk = Desk::new();
    desk.write("a.jsonl", "{\"id\": \"x\", \"date\": \"soon\", \"text\": \"A.\"}\n");
    let ran = desk.run(&["extract", "a.jsonl"]);
    assert_eq!((ran.code, ran.field("date")), (Some(0), vec!["null".to_owned()]));
    assert_eq!(ran.err, "warning: a.jsonl:1: the date \"soon\" cannot be read and counts as none; write YYYY-MM-DD\n");
    desk.run(&["extract", "a.jsonl", "--quiet"]).clean();
}

#[test]
fn folders_packed_files_and_standard_input() {
    let desk = Desk::new();
    let lines =
        |ids: &[&str]| ids.iter().map(|id| format!("{{\"id\": \"{id}\", \"text\": \"A.\"}}\n")).collect::<String>();
    desk.write("news/b.jsonl", lines(&["b1", "b2"]));
    desk.write("news/a.ndjson.gz", [gzip(lines(&["a1"]).as_bytes()), gzip(lines(&["a2"]).as_bytes())].concat());
    desk.write("news/c/d.txt", "Text.");
    desk.write("news/c/e.jsonl.zst", zstd::encode_all(lines(&["e1"]).as_bytes(), 1).unwrap());
    desk.write("news/notes.pdf", "%PDF");
    desk.write("news/.hidden.txt", "x");
    let ran = desk.run(&["extract", "news"]).clean();
    assert_eq!(ran.field("id"), ["a1", "a2", "b1", "b2", "d", "e1"]);
    // What a file holds is told by its bytes, not by its name.
    desk.write("misnamed.jsonl", gzip(lines(&["m"]).as_bytes()));
    desk.write("plain.log", lines(&["p"]));
    assert_eq!(desk.run(&["extract", "misnamed.jsonl", "plain.log"]).clean().field("id"), ["m", "p"]);
    assert_eq!(desk.run_with(&["extract", "-"], lines(&["s"]).as_bytes()).clean().field("id"), ["s"]);
    assert_eq!(desk.run_with(&["extract", "-"], &gzip(b"Some text.")).clean().field("id"), ["stdin"]);
    let ran = desk.run_with(&["extract", "-", "--format", "txt", "--with-text"], b"{not json}").clean();
    assert_eq!(ran.field("text"), ["{not json}"]);
}

#[test]
fn the_same_bytes_however_it_is_run() {
    let desk = Desk::new();
    let input = news::lines(1500);
    desk.write("a.jsonl", &input);
    let one = desk.run(&["extract", "a.jsonl", "--threads", "1"]).clean();
    assert_eq!(one.out.lines().count(), 1500);
    for args in
        [["--threads", "2"], ["--threads", "8"], ["--batch", "1"], ["--batch", "70000"], ["--batch", "99999999"]]
    {
        assert_eq!(desk.run(&[&["extract", "a.jsonl"][..], &args].concat()).clean().out, one.out, "{args:?}");
    }
    assert_eq!(desk.run_with(&["extract", "-", "--threads", "2"], input.as_bytes()).clean().out, one.out);
    desk.write("b.jsonl.gz", gzip(input.as_bytes()));
    assert_eq!(desk.run(&["extract", "b.jsonl.gz"]).clean().out, one.out);
}

#[test]
fn nothing_to_read() {
    let desk = Desk::new();
    desk.write("a.jsonl", "");
    desk.write("b.jsonl", "\n\n");
    desk.write("c.jsonl.gz", gzip(b""));
    assert_eq!(desk.run(&["extract", "a.jsonl", "b.jsonl", "c.jsonl.gz"]).clean().out, "");
    desk.write("d.txt", "");
    assert_eq!(desk.run(&["extract", "d.txt"]).clean().field("id"), ["d"]);
    assert_eq!(desk.run(&["extract", "-", "--format", "jsonl"]).clean().out, "");
}

#[test]
fn odd_characters_do_no_harm() {
    let desk = Desk::new();
    let text = "A\\u0000B \\ud83d\\ude00 caf\\u00e9 &eacute; <b>x</b> \\u200b \\r\\n \\t";
    desk.write("a.jsonl", format!("{{\"id\": \"x\", \"text\": \"{text}\"}}\n"));
    desk.write("b.txt", "NUL \0 bytes \0\0 and \u{1f600}\r\n\u{feff}");
    assert_eq!(desk.run(&["extract", "a.jsonl", "b.txt"]).clean().out.lines().count(), 2);
}
