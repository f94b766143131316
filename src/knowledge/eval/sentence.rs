//! Sentences of a labelled text. Gold and record are cut alike, so the cut must not depend on the product's own.

/// First characters of all sentences: after a full stop, question or exclamation mark that follows a small letter, digit,
/// bracket or quote and stands before a capital or digit; and after line breaks.
pub fn sentence_starts(text: &[char]) -> Vec<u32> {
    let mut starts = vec![0];
    let mut at = 0;
    while at < text.len() {
        match stop_at(text, at).or_else(|| breaks_at(text, at)) {
            Some(end) => {
                starts.push(end as u32);
                at = end;
            }
            None => at += 1,
        }
    }
    starts
}

/// The number of the sentence that holds a character.
pub fn sentence_of(starts: &[u32], character: u32) -> u32 {
    (starts.partition_point(|s| *s <= character).max(1) - 1) as u32
}

fn stop_at(text: &[char], at: usize) -> Option<usize> {
    let [before, mark] = text.get(at.checked_sub(2)?..at)? else { return None };
    let stopped = matches!(mark, '.' | '!' | '?')
        && (before.is_ascii_lowercase() || before.is_ascii_digit() || ")]”\"'’".contains(*before));
    if !stopped {
        return None;
    }
    let closing = text[at..].iter().take_while(|c| "\"”’)".contains(**c)).count();
    let blank = text[at + closing..].iter().take_while(|c| is_space(**c)).count();
    let end = at + closing + blank;
    let opening = text.get(end).is_some_and(|c| "\"“‘(".contains(*c));
    let begins = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    (blank > 0 && (begins(text.get(end)) || opening && begins(text.get(end + 1)))).then_some(end)
}

fn breaks_at(text: &[char], at: usize) -> Option<usize> {
    let breaks = text[at..].iter().take_while(|c| **c == '\n').count();
    (breaks > 0).then_some(at + breaks)
}

/// White space as Python's `\s` sees it.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let mut starts = sentence_starts(&chars);
        starts.push(chars.len() as u32);
        starts.windows(2).map(|w| chars[w[0] as usize..w[1] as usize].iter().collect()).collect()
    }

    #[test]
    fn cuts_before_capitals_and_after_breaks() {
        assert_eq!(sentences("He left. “We met.” Then 3 came."), ["He left. ", "“We met.” ", "Then 3 came."]);
        assert_eq!(sentences("The U.S. Senate met. it did"), ["The U.S. Senate met. it did"]);
        assert_eq!(sentences("One\n\ntwo\nThree. \nFour"), ["One\n\n", "two\n", "Three. \n", "Four"]);
        assert_eq!(sentences("It ended. \nand so on"), ["It ended. \n", "and so on"]);
        assert_eq!(sentences(""), [""]);
    }

    #[test]
    fn finds_the_sentence() {
        assert_eq!([0, 4, 5, 9].map(|c| sentence_of(&[0, 5], c)), [0, 0, 1, 1]);
    }
}
