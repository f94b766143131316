//! The date a document gives itself.

use jiff::civil::Date;

use crate::text::{SentenceKind, Text, TokenKind, flag};

use super::{DateExpression, find};

/// So many sentences at the head of a document may hold its date.
const HEAD: usize = 8;
/// A date line is no longer than this; a longer heading is a headline that speaks of another day.
const LONGEST: usize = 16;

/// The full date in a dateline ("CAIRO – 26 July 2022: …") or in a date line of its own among the first lines.
pub fn document_date(text: &Text<'_>) -> Option<Date> {
    let mut found = Vec::new();
    for sentence in text.sentences.iter().take(HEAD) {
        let own = &text.tokens[sentence.tokens.range()];
        if sentence.kind == SentenceKind::Prose || !own.iter().any(|t| t.kind == TokenKind::Number) {
            continue;
        }
        if sentence.kind == SentenceKind::Heading && own.len() > LONGEST {
            continue;
        }
        found.clear();
        find(text, sentence.tokens, None, &mut found);
        for mention in &found {
            let DateExpression::Day { year: Some(_), .. } = mention.first else { continue };
            // "Deal signed on 5 May 2023" is a headline, "Published on 5 May 2023" is not.
            let start = mention.tokens.start;
            let before = (start > sentence.tokens.start).then(|| text.tokens[start as usize - 1]);
            let told = before.is_some_and(|t| t.kind == TokenKind::Word && t.has(flag::LOWER));
            let published = (sentence.tokens.start..start).any(|i| {
                let word = text.word(i as usize);
                ["published", "posted", "updated", "dated", "story"].iter().any(|w| w.eq_ignore_ascii_case(word))
            });
            if mention.last.is_none() && (!told || published) {
                return mention.value.map(|value| value.start);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::document_date;
    use crate::text::Analysis;
    use jiff::civil::date;

    #[test]
    fn head_of_a_document() {
        for raw in [
            "CAIRO – 26 July 2022: Two ministers met on Monday.",
            "Ministers meet\n\nTuesday, July 26, 2022\n\nTwo ministers met on Monday, 2 May 2022.",
            "Ministers meet\nBy Ann Ek | July 26, 2022 10:30 am\nTwo ministers met.",
            "Ministers meet\nPublished on 26 July 2022\nTwo ministers met.",
            "OSLO, July 26, 2022 (AP) -- Two ministers met.",
            "Last updated 26 July 2022\nTwo ministers met.",
            "This story is from July 26, 2022\nTwo ministers met.",
            "2022-07-26\nTwo ministers met.",
        ] {
            assert_eq!(document_date(&Analysis::default().run(raw, 0)), Some(date(2022, 7, 26)), "{raw}");
        }
        for raw in [
            "",
            "Two ministers met on 26 July 2022.",
            "Ministers to meet on 26 July 2022\nTwo ministers said so.",
            "OSLO, July 26 (AP) -- Two ministers met.",
            "Expo, 26-28 July 2022\nTwo ministers met.",
        ] {
            assert_eq!(document_date(&Analysis::default().run(raw, 0)), None, "{raw}");
        }
    }
}
