//! Any text as date expressions and as an input line's date field: no panic, ranges in order.

#![no_main]

use chancery::mention::{Direction, date};
use chancery::text::Analysis;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let reference = date::read_date(text.lines().next().unwrap_or(""));
    let mut analysis = Analysis::default();
    let text = analysis.run(&text, 0);
    date::document_date(&text);
    let mut found = Vec::new();
    for sentence in text.sentences {
        date::find(&text, sentence.tokens, reference, &mut found);
    }
    for mention in &found {
        for direction in [Direction::Past, Direction::Future] {
            if let Some(value) = mention.toward(reference, direction) {
                assert!(value.end.is_none_or(|end| value.start <= end), "a range that ends before it begins");
            }
        }
    }
});
