//! A run that was cut off goes on as if nothing had happened.

use std::process::Stdio;
use std::time::{Duration, Instant};

use super::{Desk, news};

/// Kills in one test; `CHANCERY_KILLS` asks for more.
fn kills() -> usize {
    std::env::var("CHANCERY_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(10)
}

/// Input with a bad line in each hundred.
fn input() -> String {
    let mut out = String::new();
    for (i, line) in news::lines(6000).lines().enumerate() {
        out.push_str(line);
        out.push('\n');
        if i % 100 == 50 {
            out.push_str("bad line\n\n");
        }
    }
    out
}

fn killed_again_and_again(output: &str, more: &[&str]) {
    let desk = Desk::new();
    desk.write("a.jsonl", input());
    let args = |output, rejects| {
        [&["extract", "a.jsonl", "--quiet", "--batch", "60000", "-o", output, "--rejects", rejects][..], more].concat()
    };
    let whole = format!("whole-{output}");
    let begun = Instant::now();
    desk.run(&args(&whole, "whole-rejects")).fails(1, &["rejected: a.jsonl:52: not JSON"]);
    let longest = begun.elapsed();
    let mut killed = 0;
    let mut seed = 12_345_u64;
    let mut partial = 0;
    while killed < kills() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut args = args(output, "rejects");
        args.push("--resume");
        let mut child = desk.command(&args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(longest.mul_f64((seed >> 40) as f64 / (1_u64 << 24) as f64) + Duration::from_millis(1));
        match child.try_wait().unwrap() {
            // Done before its time: begin anew.
            Some(_) => std::fs::remove_file(desk.path(output)).unwrap(),
            None => {
                child.kill().unwrap();
                child.wait().unwrap();
                killed += 1;
                let length = std::fs::metadata(desk.path(output)).map_or(0, |m| m.len());
                partial += usize::from(length > 0);
            }
        }
    }
    assert!(partial > 0, "every kill came before the first record");
    let mut args = args(output, "rejects");
    args.push("--resume");
    desk.run(&args).fails(1, &[]);
    let (whole, resumed) = (std::fs::read(desk.path(&whole)).unwrap(), std::fs::read(desk.path(output)).unwrap());
    assert!(whole == resumed, "{} and {} bytes", whole.len(), resumed.len());
    assert_eq!(desk.read("whole-rejects"), desk.read("rejects"));
}

#[test]
fn killed_while_writing_plain() {
    killed_again_and_again("o.jsonl", &["--threads", "2"]);
}

#[test]
fn killed_while_writing_packed() {
    killed_again_and_again("o.jsonl.gz", &[]);
    killed_again_and_again("o.jsonl.zst", &["--threads", "1"]);
}

#[test]
fn killed_while_writing_flat() {
    killed_again_and_again("o.jsonl", &["--flat"]);
}

/// Cuts the output at some places and resumes.
fn cut_anywhere(input: &str) {
    let desk = Desk::new();
    desk.write("a.jsonl", input.to_owned() + "bad\n");
    for (output, flat) in [("o.jsonl", false), ("o.jsonl", true), ("o.gz", false), ("o.zst", true)] {
        let mut args = vec!["extract", "a.jsonl", "-o", output, "--batch", "5000", "--rejects", "r", "-q"];
        args.extend(flat.then_some("--flat"));
        desk.run(&args).fails(1, &[]);
        let whole = std::fs::read(desk.path(output)).unwrap();
        args.push("--resume");
        let mut cut = 0;
        while cut <= whole.len() {
            std::fs::write(desk.path(output), &whole[..cut]).unwrap();
            desk.run(&args).fails(1, &["a.jsonl:61"]);
            assert!(std::fs::read(desk.path(output)).unwrap() == whole, "{output} cut at {cut} of {}", whole.len());
            assert_eq!(desk.read("r").lines().count(), 1);
            cut += 1 + whole.len() / 23;
        }
    }
}

#[test]
fn cut_between_documents() {
    cut_anywhere(&news::lines(60));
}

/// Archives hold one id several times, side by side or far apart.
#[test]
fn cut_between_documents_of_one_id() {
    for ids in [(0..60).map(|i| i / 7).collect::<Vec<_>>(), (0..60).map(|i| i % 3).collect(), vec![0; 60]] {
        let lines = news::lines(60);
        let line = |(line, (i, id)): (&str, (usize, &usize))| {
            line.replace(&format!("\"id\": \"n{i}\""), &format!("\"id\": \"n{id}\"")) + "\n"
        };
        cut_anywhere(&lines.lines().zip(ids.iter().enumerate()).map(line).collect::<String>());
    }
}

#[test]
fn another_run_is_told_apart() {
    let desk = Desk::new();
    desk.write("a.jsonl", news::lines(20));
    desk.run(&["extract", "a.jsonl", "-o", "o"]).clean();
    let before = desk.read("o");
    let other = "was not written by this run";
    desk.run(&["extract", "a.jsonl", "-o", "o", "--resume", "--offsets", "bytes"]).fails(2, &[other, "document `n19`"]);
    desk.run(&["extract", "a.jsonl", "-o", "o", "--resume", "--with-text"]).fails(2, &[other]);
    desk.run(&["extract", "a.jsonl", "-o", "o", "--resume", "--flat"]).fails(2, &[other]);
    desk.write("b.jsonl", news::lines(10));
    desk.run(&["extract", "b.jsonl", "-o", "o", "--resume"]).fails(2, &[other, "is not in the input"]);
    desk.write("notes", "my notes\n");
    desk.run(&["extract", "a.jsonl", "-o", "notes", "--resume"]).fails(2, &[other, "it holds something else"]);
    assert_eq!((desk.read("o"), desk.read("notes")), (before.clone(), "my notes\n".to_owned()));
    // What is whole stays as it is.
    desk.run(&["extract", "a.jsonl", "-o", "o", "--resume"]).clean();
    assert_eq!(desk.read("o"), before);
    // Nothing there yet: begin.
    desk.run(&["extract", "a.jsonl", "-o", "new", "--resume"]).clean();
    assert_eq!(desk.read("new"), before);
}

#[test]
fn what_cannot_be_resumed() {
    let desk = Desk::new();
    desk.write("a.jsonl", news::lines(2));
    desk.run(&["extract", "-", "-o", "o", "--resume"])
        .fails(2, &["standard input cannot be read a second time", "save it to a file"]);
    desk.run(&["extract", "a.jsonl", "--resume"]).fails(2, &["name it with `-o FILE`"]);
}
