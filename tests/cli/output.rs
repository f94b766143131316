//! What is written, and what happens where it cannot be.

use std::process::Stdio;

use super::{Desk, Ran, news};

#[test]
fn files_packed_by_name() {
    let desk = Desk::new();
    desk.write("a.jsonl", news::lines(800));
    let plain = desk.run(&["extract", "a.jsonl"]).clean().out;
    assert_eq!(desk.run(&["extract", "a.jsonl", "-o", "o.jsonl"]).clean().out, "");
    assert_eq!(desk.read("o.jsonl"), plain);
    assert_eq!(desk.run(&["extract", "a.jsonl", "-o", "-"]).clean().out, plain);
    for (threads, batch) in [("1", "100000"), ("2", "100000")] {
        let args = ["--threads", threads, "--batch", batch];
        desk.run(&[&["extract", "a.jsonl", "-o", "o.gz"][..], &args].concat()).clean();
        desk.run(&[&["extract", "a.jsonl", "-o", "o.zst"][..], &args].concat()).clean();
        let packed = std::fs::read(desk.path("o.gz")).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut flate2::read::MultiGzDecoder::new(&packed[..]), &mut text).unwrap();
        assert_eq!(text, plain);
        let frames = std::fs::read(desk.path("o.zst")).unwrap();
        assert_eq!(zstd::decode_all(&frames[..]).unwrap(), plain.as_bytes());
        // One member a batch.
        let members = packed.windows(3).filter(|w| *w == [0x1f, 0x8b, 8]).count();
        assert!(members >= 4, "{members}");
        // Records are input again.
        desk.run(&["extract", "o.gz", "--text-field", "id"]).clean();
    }
}

#[test]
fn flat_lines() {
    let desk = Desk::new();
    desk.write("a.jsonl", news::lines(300));
    let records = desk.run(&["extract", "a.jsonl"]).clean().records();
    let relations: usize = records.iter().map(|r| r["relations"].as_array().unwrap().len()).sum();
    let flat = desk.run(&["extract", "a.jsonl", "--flat"]).clean().records();
    assert_eq!(flat.len(), relations);
    assert!(flat.iter().all(|line| line["document"].is_string() && line["sentence"]["text"].is_string()));
}

#[test]
fn offsets() {
    let desk = Desk::new();
    desk.write("a.txt", "Zoë 😀 met. In Norway it rained.");
    for (unit, start) in [("chars", 14), ("bytes", 18), ("utf16", 15)] {
        let ran = desk.run(&["extract", "a.txt", "--offsets", unit]).clean();
        let record = &ran.records()[0];
        assert_eq!(record["offsets"], unit);
        let norway = record["mentions"].as_array().unwrap().iter().find(|m| m["text"] == "Norway").unwrap();
        assert_eq!(norway["start"], start);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk() {
    let desk = Desk::new();
    desk.write("a.jsonl", news::lines(50));
    let full = desk.run(&["extract", "a.jsonl", "-o", "/dev/full"]);
    full.fails(2, &["error: cannot write to /dev/full: No space left on device", "`--resume`"]);
    desk.run(&["extract", "a.jsonl", "--rejects", "/dev/full"]).clean();
    desk.write("b.jsonl", "bad\n");
    desk.run(&["extract", "b.jsonl", "--rejects", "/dev/full"]).fails(2, &["cannot write to /dev/full"]);
    let mut command = desk.command(&["extract", "a.jsonl"]);
    let file = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let ran = Ran::of(command.stdout(file).stderr(Stdio::piped()).output().unwrap());
    ran.fails(2, &["cannot write to standard output: No space left on device"]);
    desk.run(&["extract", "a.jsonl", "-o", "no/such/folder/x"]).fails(2, &["cannot write to no/such/folder/x"]);
    desk.run(&["extract", "a.jsonl", "-o", "."]).fails(2, &["cannot write to .: "]);
}

#[test]
#[cfg(unix)]
fn a_limit_on_the_size_of_files() {
    let desk = Desk::new();
    desk.write("a.jsonl", news::lines(400));
    let whole = desk.run(&["extract", "a.jsonl"]).clean().out;
    let line = format!("ulimit -f 64; exec '{}' extract a.jsonl -o o.jsonl --batch 40000", super::program().display());
    let output = std::process::Command::new("bash").args(["-c", &line]).current_dir(desk.dir.path()).output().unwrap();
    Ran::of(output).fails(2, &["cannot write to o.jsonl: File too large", "`--resume` goes on from there"]);
    let written = desk.read("o.jsonl");
    assert!(!written.is_empty() && written.len() < whole.len() && whole.starts_with(&written));
    desk.run(&["extract", "a.jsonl", "-o", "o.jsonl", "--resume"]).clean();
    assert_eq!(desk.read("o.jsonl"), whole);
}

#[test]
fn a_closed_pipe_is_success() {
    let desk = Desk::new();
    desk.write("a.jsonl", news::lines(3000));
    let mut command = desk.command(&["extract", "a.jsonl", "--batch", "50000"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    Ran::of(child.wait_with_output().unwrap()).clean();
}

#[test]
fn input_is_never_written_over() {
    let desk = Desk::new();
    let lines = news::lines(3);
    desk.write("a.jsonl", &lines);
    for args in [["a.jsonl", "-o", "a.jsonl"], ["a.jsonl", "-o", "./a.jsonl"], ["a.jsonl", "--rejects", "a.jsonl"]] {
        desk.run(&[&["extract"][..], &args].concat()).fails(2, &["is read and written in one run"]);
    }
    desk.run(&["extract", "a.jsonl", "-o", "x", "--rejects", "x"]).fails(2, &["is read and written in one run"]);
    assert_eq!(desk.read("a.jsonl"), lines);
}

#[test]
fn progress_and_summaries() {
    let desk = Desk::new();
    desk.write("a.jsonl", news::lines(200) + "bad\n");
    let ran = desk
        .run(&["extract", "a.jsonl", "--summary", "text"])
        .fails(1, &["200 documents, 1 rejected", "MB/s", "record 0."]);
    assert_eq!(ran.out.lines().count(), 200);
    let ran = desk.run(&["extract", "a.jsonl", "--summary", "json"]);
    let line = ran.err.lines().find(|line| line.starts_with('{')).unwrap();
    let summary: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!((&summary["documents"], &summary["rejected"]), (&200.into(), &1.into()));
    assert!(summary["seconds_per_floor"]["text"].as_f64().unwrap() > 0.0);
    assert!(summary["MB/s"].as_f64().unwrap() > 0.0);
    let ran = desk.run(&["extract", "a.jsonl", "--progress", "always", "--summary", "auto"]);
    assert!(ran.err.contains("200 documents, 1 rejected"), "{}", ran.err);
    let ran = desk.run(&["extract", "a.jsonl", "--progress", "always", "--summary", "never"]);
    assert!(!ran.err.contains("MB/s in") && ran.err.contains("rejected: a.jsonl:201"), "{}", ran.err);
    let ran = desk.run(&["extract", "a.jsonl", "--quiet"]);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
}

#[test]
fn a_flood_of_messages_is_held_back() {
    let desk = Desk::new();
    desk.write("a.jsonl", "bad\n".repeat(350));
    let ran = desk
        .run(&["extract", "a.jsonl", "--rejects", "r"])
        .fails(1, &["… and 250 more messages", "350 documents rejected"]);
    assert_eq!(ran.err.lines().count(), 102);
    assert_eq!(desk.read("r").lines().count(), 350);
}
