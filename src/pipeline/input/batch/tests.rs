use proptest::prelude::*;

use super::*;

/// Gives a few bytes at a time, and an error at the end if asked for.
struct Drip {
    bytes: Vec<u8>,
    at: usize,
    step: usize,
    fails: bool,
}

impl Read for Drip {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.step.min(buffer.len()).min(self.bytes.len() - self.at);
        buffer[..length].copy_from_slice(&self.bytes[self.at..self.at + length]);
        self.at += length;
        if length == 0 && self.fails { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(length) }
    }
}

fn open(name: &str, format: Format, bytes: &[u8], step: usize, fails: bool) -> Result<Open, Closed> {
    let origin = Arc::new(Origin { path: name.to_owned(), stem: name.to_owned() });
    Ok(Open { origin, format, reader: Box::new(Drip { bytes: bytes.to_vec(), at: 0, step, fails }) })
}

/// Every piece as `batch:file:line:bytes`.
fn pieces(files: Vec<Result<Open, Closed>>, size: usize, longest: usize) -> Vec<String> {
    let mut batcher = Batcher::new(files.into_iter(), size, longest);
    let mut batch = Batch::default();
    let mut found = Vec::new();
    while batcher.next(&mut batch) {
        for piece in &batch.pieces {
            let text = String::from_utf8_lossy(&batch.bytes[piece.range.clone()]).into_owned();
            let part = match &piece.part {
                Part::Failed(fault) => format!("!{fault}"),
                _ => String::new(),
            };
            found.push(format!("{}:{}:{}:{text:?}{part}", batch.number, piece.origin.stem, piece.line));
        }
    }
    found
}

#[test]
fn lines_and_texts() {
    // A piece weighs 256 bytes besides its own.
    let size = 256 * 2 + 10;
    let files = vec![
        open("a", Format::Lines, b"one\ntwo\nthree", 2, false),
        open("b", Format::Text, b"some text", 2, false),
        open("c", Format::Lines, b"", 2, false),
        open("d", Format::Lines, b"x\ny\n", 2, false),
    ];
    assert_eq!(pieces(files, size, 1000), ["0:a:1:\"one\\ntwo\\nthree\"", "0:b:0:\"some text\"", "1:d:1:\"x\\ny\\n\""]);
    let lines = b"1234\n5678\n9\n".repeat(2);
    assert_eq!(
        pieces(vec![open("a", Format::Lines, &lines, 3, false)], 11, 100),
        ["0:a:1:\"1234\\n5678\\n\"", "1:a:3:\"9\\n1234\\n\"", "2:a:5:\"5678\\n9\\n\""]
    );
}

#[test]
fn what_is_too_long() {
    let long = [&b"x".repeat(9000)[..], b"\nshort\n"].concat();
    let found = pieces(vec![open("a", Format::Lines, &long, 100, false)], 50, 8000);
    assert!(found[0].starts_with("0:a:1:\"xxx") && found[0].contains("!9000 bytes long; a document may have 8000"));
    assert!(found[0].len() < 4300);
    assert_eq!(found[1..], ["1:a:2:\"short\\n\""]);
    let found = pieces(vec![open("a", Format::Lines, &long, 100, false)], 50, 9000);
    assert!(found[0].len() > 9000 && !found[0].contains('!'), "{}", found[0]);
    let found = pieces(vec![open("b", Format::Text, &long, 100, false)], 50, 8000);
    assert!(found[0].contains("!9007 bytes long"), "{found:?}");
}

#[test]
fn what_breaks_off() {
    let found = pieces(vec![open("a", Format::Lines, b"one\ntwo\nthr", 2, true)], 1000, 1000);
    assert_eq!(
        found,
        ["0:a:1:\"one\\ntwo\\n\"", "0:a:3:\"thr\"!compressed data ends too early: the file is cut off, fetch it again"]
    );
    let found = pieces(vec![open("a", Format::Text, b"one", 2, true)], 1000, 1000);
    assert_eq!(found, ["0:a:0:\"one\"!compressed data ends too early: the file is cut off, fetch it again"]);
}

proptest! {
    #[test]
    fn borders_depend_on_the_input_alone(
        lines in prop::collection::vec("[a-z]{0,30}", 0..40),
        ends: bool,
        size in 1_usize..120,
        step in 1_usize..50,
    ) {
        let mut text = lines.join("\n");
        if ends {
            text.push('\n');
        }
        let files = |step| vec![
            open("a", Format::Lines, text.as_bytes(), step, false),
            open("b", Format::Text, b"text", step, false),
            open("c", Format::Lines, text.as_bytes(), step, false),
        ];
        let found = pieces(files(step), size, 1000);
        prop_assert_eq!(&found, &pieces(files(1 << 20), size, 1000));
        // Nothing is lost, and lines are counted.
        let mut batcher = Batcher::new(files(step).into_iter(), size, 1000);
        let mut batch = Batch::default();
        let mut seen = [Vec::new(), Vec::new(), Vec::new()];
        while batcher.next(&mut batch) {
            for piece in &batch.pieces {
                let file = usize::from(piece.origin.stem.as_bytes()[0] - b'a');
                for (i, line) in batch.bytes[piece.range.clone()].split(|b| *b == b'\n').enumerate() {
                    if !line.is_empty() {
                        seen[file].push((piece.line + i as u64, String::from_utf8(line.to_vec()).unwrap()));
                    }
                }
            }
        }
        let expected: Vec<(u64, String)> =
            text.split('\n').enumerate().filter(|l| !l.1.is_empty()).map(|(i, l)| (i as u64 + 1, l.to_owned())).collect();
        prop_assert_eq!(&seen[0], &expected);
        prop_assert_eq!(&seen[1], &vec![(0, "text".to_owned())]);
        prop_assert_eq!(&seen[2], &expected);
    }
}
