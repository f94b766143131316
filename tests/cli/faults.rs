//! What goes wrong with input costs the document it hits, is told, and is kept in the rejects file.

use std::process::Stdio;
use std::time::Duration;

use super::{Desk, Ran, gzip, news};

const GOOD: &str = "{\"id\": \"good\", \"text\": \"Anna Berg met John Otieno.\"}\n";

/// Input with one bad line between two good ones: what is told, and what is kept.
#[track_caller]
fn between(bad: &[u8], told: &str) -> serde_json::Value {
    let desk = Desk::new();
    desk.write("a.jsonl", [GOOD.as_bytes(), bad, b"\n", GOOD.as_bytes()].concat());
    let ran = desk.run(&["extract", "a.jsonl", "--rejects", "r.jsonl"]);
    let ran = ran.fails(1, &["rejected: a.jsonl:2: ", told, "1 document rejected, 2 read"]);
    assert_eq!(ran.field("id"), ["good", "good"]);
    let rejects = desk.read("r.jsonl");
    assert_eq!(rejects.lines().count(), 1);
    let reject: serde_json::Value = serde_json::from_str(&rejects).unwrap();
    assert_eq!((&reject["file"], &reject["line"]), (&"a.jsonl".into(), &2.into()));
    assert!(reject["why"].as_str().unwrap().contains(told));
    reject
}

#[test]
fn bad_lines() {
    let raw = |bad: &str, told: &str| assert_eq!(between(bad.as_bytes(), told)["raw"], bad);
    raw("{\"text\": \"cut", "not JSON: EOF while parsing a string at byte 13; the line is cut off, or");
    raw("not json", "not JSON: expected ident at byte 2; `--format txt` reads a file as one text");
    raw("{\"text\": \"a\"} {\"text\": \"b\"}", "not JSON: trailing characters at byte 15; write one object a line");
    raw("[1, 2]", "not a JSON object: write one document a line");
    raw("{\"id\": \"x\"}", "no field `text`; it has `id`; `--text-field` names another");
    raw("{\"texts\": \"x\"}", "no field `text`; did you mean `texts`? `--text-field texts` names it");
    raw("{\"text\": 17}", "field `text` is a number, not a string; `--text-field` names another field");
    raw("{\"text\": {\"a\": 1}}", "field `text` is an object, not a string");
    raw("{\"text\": null}", "field `text` is null, not a string");
    raw("{\"text\": \"\", \"id\": [1]}", "field `id` is an array, not a string; `--id-field` names another field");
    raw("{\"text\": \"\", \"title\": false}", "field `title` is a truth value, not a string");
    raw("{\"text\": \"a\\ud800\"}", "not JSON: ");
    raw(&format!("{{\"a\": {}", "[".repeat(5000)), "not JSON: EOF while parsing a list");
    let reject =
        between(b"{\"text\": \"caf\xe9\"}", "not UTF-8: a byte at 13 is no character; if it is Latin-1, `iconv");
    assert_eq!(reject["raw_base64"], "eyJ0ZXh0IjogImNhZukifQ==");
    let reject = between(b"{\"text\": \"a\0b\"}", "not JSON: control character");
    assert_eq!(reject["raw"], "{\"text\": \"a\0b\"}");
    assert!(reject["why"].as_str().unwrap().ends_with("`tr -d '\\000'` takes NULs out"));
    // What a crash leaves behind on some disks.
    raw(&"\0".repeat(600), "not JSON: expected value at byte 1");
}

#[test]
fn bad_text_files() {
    let desk = Desk::new();
    desk.write("a.txt", b"caf\xe9 society");
    desk.write("b.txt", "good");
    desk.write("c.txt", "\u{feff}wide".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    let ran = desk.run(&["extract", ".", "--rejects", "r"]);
    let ran = ran
        .fails(1, &["a.txt: not UTF-8: a byte at 3", "c.txt: not UTF-8", "looks like UTF-16", "2 documents rejected"]);
    assert_eq!(ran.field("id"), ["b"]);
    assert!(desk.read("r").lines().all(|line| line.contains("\"line\":null")));
}

#[test]
fn a_hundred_megabytes_on_one_line() {
    let desk = Desk::new();
    let long = format!("{{\"text\": \"{}\"}}\n", "x".repeat(100_000_000));
    desk.write("a.jsonl", [GOOD, &long, GOOD].concat());
    let ran = desk.run(&["extract", "a.jsonl", "--rejects", "r"]);
    let ran = ran.fails(1, &["a.jsonl:2: 100000012 bytes long; a document may have 80000000 (`--longest` sets it)"]);
    assert_eq!(ran.field("id"), ["good", "good"]);
    let reject: serde_json::Value = serde_json::from_str(&desk.read("r")).unwrap();
    assert_eq!((reject["cut"].as_bool(), reject["raw"].as_str().unwrap().len()), (Some(true), 4096));
    // Long, but allowed.
    desk.write("b.jsonl", format!("{{\"text\": \"{}\"}}", "words and more ".repeat(200_000)));
    desk.run(&["extract", "b.jsonl", "--batch", "1000"]).clean();
    desk.run(&["extract", "b.jsonl", "--longest", "1000"]).fails(1, &["a document may have 1000"]);
}

#[test]
fn packed_files_that_are_cut_off_or_damaged() {
    let desk = Desk::new();
    let lines = news::lines(40);
    let packed = gzip(lines.as_bytes());
    desk.write("a.jsonl.gz", &packed[..packed.len() / 2]);
    let mut damaged = packed.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 40].fill(0x55);
    desk.write("b.jsonl.gz", damaged);
    let packed = zstd::encode_all(lines.as_bytes(), 1).unwrap();
    desk.write("c.jsonl.zst", &packed[..packed.len() - 5]);
    desk.write("d.jsonl", GOOD);
    for (file, told) in [
        ("a.jsonl.gz", "compressed data ends too early: the file is cut off"),
        ("b.jsonl.gz", "compressed data is damaged"),
        ("c.jsonl.zst", "compressed data ends too early: the file is cut off"),
    ] {
        let ran = desk.run(&["extract", file, "d.jsonl", "--rejects", "r"]).fails(1, &[file, told, " rejected, "]);
        let ids = ran.field("id");
        assert_eq!(ids.last().unwrap(), "good");
        // All lines before the fault are read; damaged bytes may come out as other text before they are noticed.
        for (i, id) in ids[..ids.len() - 1].iter().enumerate().take(if file.starts_with('b') { 15 } else { 40 }) {
            assert_eq!(*id, format!("n{i}"));
        }
        assert!(desk.read("r").contains(told));
    }
}

/// Runs where permissions count: the superuser, who may read everything, becomes nobody.
#[cfg(unix)]
fn humble(desk: &Desk, args: &[&str]) -> Option<Ran> {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    if std::fs::read(desk.path("closed.txt")).is_err() {
        return Some(desk.run(args));
    }
    std::fs::set_permissions(desk.path("."), std::fs::Permissions::from_mode(0o755)).unwrap();
    // Nobody may have no way to where the tests are built.
    desk.command(args).uid(65_534).gid(65_534).output().ok().map(Ran::of)
}

#[test]
#[cfg(unix)]
fn permission_denied() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.write("news/b.jsonl", GOOD);
    let close = |path| std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o0)).unwrap();
    close(desk.write("closed.txt", "x"));
    desk.write("news/a/x.txt", "x");
    close(desk.path("news/a"));
    if let Some(ran) = humble(&desk, &["extract", "closed.txt", "news"]) {
        let advice = "permission denied; `chmod +r` lets it be read, `+rx` a folder";
        let places = ["rejected: closed.txt: ", "rejected: news/a: "].map(|place| format!("{place}{advice}"));
        assert_eq!(ran.fails(1, &[&places[0], &places[1], "2 documents rejected"]).field("id"), ["good"]);
    }
    if let Some(ran) = humble(&desk, &["extract", "news/b.jsonl", "-o", "closed.txt"]) {
        ran.fails(2, &["cannot write to closed.txt: Permission denied"]);
    }
    std::fs::set_permissions(desk.path("news/a"), std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
#[cfg(unix)]
fn a_file_that_cannot_be_read() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    desk.write("news/b.jsonl", GOOD);
    symlink("nowhere", desk.path("news/a.txt")).unwrap();
    symlink("../news", desk.path("news/loop.txt")).unwrap();
    let ran = desk
        .run(&["extract", "news", "--rejects", "r"])
        .fails(1, &["rejected: news/a.txt: it is gone", "rejected: news/loop.txt: "]);
    assert_eq!(ran.field("id"), ["good"]);
    assert!(desk.read("r").contains("\"file\":\"news/a.txt\",\"line\":null,\"why\":\"it is gone: moved or"));
    if std::path::Path::new("/proc/self/mem").exists() {
        desk.run(&["extract", "/proc/self/mem", "--format", "txt"]).fails(1, &["rejected: /proc/self/mem: "]);
    }
}

/// Starts the command with a pipe for input, gives it some, does something, and gives it the last of it; without a last
/// the pipe stays open until the command ends by itself.
#[cfg(unix)]
fn meanwhile(desk: &Desk, args: &[&str], first: &[u8], act: impl FnOnce(u32), last: Option<&[u8]>) -> Ran {
    use std::io::Write;
    let mut command = desk.command(args);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(first).unwrap();
    std::thread::sleep(Duration::from_millis(700));
    act(child.id());
    // Whoever was told to end may be gone.
    let open = match last {
        Some(last) => {
            let _ = input.write_all(last);
            drop(input);
            None
        }
        None => Some(input),
    };
    let ran = Ran::of(child.wait_with_output().unwrap());
    drop(open);
    ran
}

#[test]
#[cfg(unix)]
fn a_folder_that_vanishes() {
    let desk = Desk::new();
    desk.write("gone/a.txt", "x");
    desk.write("z.jsonl", GOOD);
    let vanish = |_| std::fs::remove_dir_all(desk.path("gone")).unwrap();
    let args = ["extract", "-", "gone", "z.jsonl", "--rejects", "r"];
    let ran = meanwhile(&desk, &args, GOOD.as_bytes(), vanish, Some(b""));
    let ran = ran.fails(1, &["rejected: gone: it is gone: moved or removed", "1 document rejected"]);
    assert_eq!(ran.field("id"), ["good", "good"]);
    assert!(desk.read("r").starts_with("{\"file\":\"gone\",\"line\":null,\"why\":\"it is gone"));
    // While its first file is read.
    desk.write("gone/b.txt", "x");
    desk.write("gone/c.txt", "x");
    let piped = desk.path("gone/a.jsonl");
    assert!(std::process::Command::new("mkfifo").arg(&piped).status().unwrap().success());
    let child = desk.command(&["extract", "gone", "z.jsonl"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut pipe = std::fs::File::options().write(true).open(&piped).unwrap();
    std::fs::remove_dir_all(desk.path("gone")).unwrap();
    std::io::Write::write_all(&mut pipe, GOOD.as_bytes()).unwrap();
    drop(pipe);
    let ran = Ran::of(child.unwrap().wait_with_output().unwrap());
    let ran = ran.fails(1, &["rejected: gone/b.txt: it is gone", "rejected: gone/c.txt: it is gone"]);
    assert_eq!(ran.field("id"), ["good", "good"]);
}

#[cfg(unix)]
fn signal(name: &str, process: u32) {
    let done = std::process::Command::new("kill").args([name, &process.to_string()]).status().unwrap();
    assert!(done.success());
}

#[test]
#[cfg(unix)]
fn interrupted() {
    let desk = Desk::new();
    // More than a batch, so that some of it is written, and then a wait for more.
    let input = news::lines(2500);
    for name in ["-INT", "-TERM"] {
        let args = ["extract", "-", "--batch", "300000", "-o", "o.jsonl"];
        let ran = meanwhile(&desk, &args, input.as_bytes(), |process| signal(name, process), None);
        ran.fails(130, &["interrupted after ", "`--resume` goes on from here"]);
        let written = desk.read("o.jsonl");
        let lines = written.lines().count();
        assert!(written.ends_with('\n') && lines > 0 && lines < 2500, "{lines}");
        assert!(written.lines().enumerate().all(|(i, line)| line.contains(&format!("\"id\":\"n{i}\""))));
    }
}
