//! Names that can mean several things: the entry each one gets, not only the span.

#![allow(clippy::unwrap_used)]

use chancery::gazetteer::Gazetteer;
use chancery::mention::{Mentions, Scratch, find};
use chancery::text::Analysis;

const NAMES: &str = include_str!("ambiguous/names.txt");

/// One drawn answer: bytes of the plain text, and what it means; nothing for a word that is no name.
struct Answer<'a> {
    start: usize,
    end: usize,
    means: Option<&'a str>,
}

/// The text without its marks, and the answers drawn in.
fn read(line: &str) -> (String, Vec<Answer<'_>>) {
    let (mut text, mut answers, mut rest) = (String::new(), Vec::new(), line);
    while let Some(at) = rest.find(['[', '{']) {
        text.push_str(&rest[..at]);
        let named = rest[at..].starts_with('[');
        let end = at + rest[at..].find(if named { ']' } else { '}' }).unwrap();
        let inner = &rest[at + 1..end];
        let (name, means) =
            if named { inner.split_once('|').map(|(n, m)| (n, Some(m))).unwrap() } else { (inner, None) };
        answers.push(Answer { start: text.len(), end: text.len() + name.len(), means });
        text.push_str(name);
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    (text, answers)
}

#[test]
fn nine_in_ten_get_the_right_id() {
    let names = Gazetteer::embedded().unwrap();
    let (mut analysis, mut scratch, mut found) = (Analysis::default(), Scratch::default(), Mentions::default());
    let (mut documents, mut right, mut wrong) = (0, 0, Vec::new());
    for line in NAMES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        documents += 1;
        let (text, answers) = read(line);
        let text = analysis.run(&text, 0);
        find(&names, &text, None, &mut scratch, &mut found);
        for answer in answers {
            let (start, end) = (answer.start, answer.end);
            let here = found.mentions.iter().filter(|m| (m.span.start as usize) < end && (m.span.end as usize) > start);
            let got: Vec<String> = here
                .map(|m| {
                    let entity = found.entity(m.entity);
                    let means = entity.entry.map_or(entity.entity_type.as_str(), |entry| names.entry(entry).id);
                    let whole = (m.span.start as usize, m.span.end as usize) == (start, end);
                    format!("{}{means}", if whole { "" } else { "~" })
                })
                .collect();
            if got.iter().map(String::as_str).eq(answer.means) {
                right += 1;
            } else {
                let name = &text.raw[start..end];
                wrong.push(format!("{name}: {} expected, {got:?} found: {line}", answer.means.unwrap_or("no name")));
            }
        }
    }
    let all = right + wrong.len();
    assert!(documents >= 150 && all >= 300, "{documents} documents with {all} names");
    assert!(right * 10 >= all * 9, "{right} of {all} right; wrong:\n{}", wrong.join("\n"));
}

#[test]
fn every_id_is_listed() {
    let names = Gazetteer::embedded().unwrap();
    for line in NAMES.lines().filter(|line| !line.starts_with('#')) {
        for means in read(line).1.iter().filter_map(|answer| answer.means).filter(|means| means.contains(':')) {
            assert!(names.find(means).is_some(), "{means}: {line}");
        }
    }
}
