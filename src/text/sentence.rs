//! Where sentences end in news: full stops that are none, headings without one, datelines, wrapped lines.

use super::class::Classes;
use super::{Token, TokenKind, TokenRange, flag};

/// What a sentence is in the build of a news item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentenceKind {
    /// Running text.
    Prose,
    /// A line that stands alone without a full stop: a headline, a subtitle, a list item.
    Heading,
    /// "GENEVA (Reuters) -" at the head of a paragraph, up to its dash.
    Dateline,
}

/// A run of tokens that ends at a sentence end, a heading's line end or a paragraph break.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Its tokens, never empty. Sentences tile the tokens in order.
    pub tokens: TokenRange,
    /// What it is.
    pub kind: SentenceKind,
    /// Most words begin with a capital or are all capitals, so that capitals say nothing about names.
    pub title_case: bool,
}

/// A dateline has no more tokens than this before its dash.
const LONGEST_DATELINE: usize = 14;
/// A line without a full stop is a heading up to this many tokens; a longer one lost its stop.
const LONGEST_HEADING: usize = 30;

/// Appends the sentences of all `tokens` and marks the first token of each.
pub fn split(raw: &str, tokens: &mut [Token], sentences: &mut Vec<Sentence>) {
    if tokens.is_empty() {
        return;
    }
    let wrapped = is_wrapped(tokens);
    let mut start = 0;
    for (i, pair) in (1..).zip(tokens.windows(2)) {
        if may_begin(&pair[0], &pair[1]) && begins(raw, tokens, i, wrapped) {
            push(raw, tokens, start, i, sentences);
            start = i;
        }
    }
    push(raw, tokens, start, tokens.len(), sentences);
    for sentence in sentences.iter() {
        tokens[sentence.tokens.start as usize].flags |= flag::SENTENCE_START;
    }
}

/// Whether lines are broken within sentences: one in six goes on in lower case after a line without a full stop.
fn is_wrapped(tokens: &[Token]) -> bool {
    let (mut breaks, mut inside) = (0, 0);
    for pair in tokens.windows(2) {
        if pair[1].flags & (flag::LINE_BEFORE | flag::PARAGRAPH_BEFORE) == flag::LINE_BEFORE {
            breaks += 1;
            inside += usize::from(pair[1].has(flag::LOWER) && pair[0].kind != TokenKind::Punct);
        }
    }
    inside * 6 > breaks && inside > 1
}

fn byte(raw: &str, token: &Token) -> u8 {
    raw.as_bytes()[token.span.start as usize]
}

/// A full stop, a question mark, an exclamation mark or an ellipsis.
fn ends(raw: &str, token: &Token) -> bool {
    token.kind == TokenKind::Punct && (matches!(byte(raw, token), b'.' | b'!' | b'?') || token.span.of(raw) == "…")
}

/// A quotation mark or bracket that closes what stands before it.
fn closes(raw: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Quote => !token.has(flag::SPACE_BEFORE),
        TokenKind::Punct => matches!(byte(raw, token), b')' | b']'),
        _ => false,
    }
}

/// Words that open a sentence far more often than they follow a short form.
const OPENERS: Classes = Classes::DETERMINER
    .or(Classes::POSSESSIVE)
    .or(Classes::PRONOUN)
    .or(Classes::PREPOSITION)
    .or(Classes::SUBORDINATOR)
    .or(Classes::COORDINATOR)
    .or(Classes::WH)
    .or(Classes::ADVERB);

/// Whether a sentence may begin between two tokens: nearly always the first is a word on the same line.
#[inline]
fn may_begin(last: &Token, token: &Token) -> bool {
    last.kind != TokenKind::Word || last.has(flag::DOT) || token.has(flag::LINE_BEFORE)
}

/// Whether a sentence begins with token `i`.
fn begins(raw: &str, tokens: &[Token], i: usize, wrapped: bool) -> bool {
    let token = &tokens[i];
    if token.flags & flag::LINE_BEFORE != 0 && (!wrapped || token.has(flag::PARAGRAPH_BEFORE)) {
        return true;
    }
    // Nearly always the token before is a word.
    let mut last = i - 1;
    if tokens[last].kind == TokenKind::Word && !tokens[last].has(flag::DOT) {
        return false;
    }
    if closes(raw, token)
        || token.kind == TokenKind::Punct && !matches!(byte(raw, token), b'(' | b'[') && byte(raw, token) < 0x80
    {
        return false;
    }
    while last > 0 && closes(raw, &tokens[last]) && !tokens[last].has(flag::SPACE_BEFORE) {
        last -= 1;
    }
    let before = &tokens[last];
    if ends(raw, before) {
        let glued =
            token.has(flag::CAPITAL) && last > 0 && tokens[last - 1].has(flag::LOWER) && byte(raw, before) == b'.';
        return (token.has(flag::SPACE_BEFORE) || glued) && !token.has(flag::LOWER);
    }
    if !before.has(flag::DOT) || !token.has(flag::SPACE_BEFORE) || token.kind == TokenKind::Number {
        return false;
    }
    let classes = before.classes;
    if token.has(flag::LOWER) || classes.any(Classes::TITLE_DOT) && !before.has(flag::ALL_CAPS) {
        return false;
    }
    token.kind == TokenKind::Quote
        || token.is_capitalised() && token.classes.any(OPENERS) && !token.has(flag::DOT)
        || ends_firm(raw, before) && acts(raw, tokens, i)
}

/// "a unit of Best Iron Plc. Acme also said": whether a firm's legal form may close a sentence.
fn ends_firm(raw: &str, before: &Token) -> bool {
    matches!(before.span.of(raw), "Inc." | "Corp." | "Ltd." | "Plc." | "PLC.")
}

/// "Acme also said", "Acme has": whether the one capitalised word at `i` is what a clause is about.
fn acts(raw: &str, tokens: &[Token], i: usize) -> bool {
    let named = tokens[i].is_capitalised() && !tokens[i].has(flag::DOT) && !tokens[i].classes.any(Classes::MONTH);
    let verb = tokens.get(i + 1).filter(|t| t.has(flag::LOWER) && t.has(flag::SPACE_BEFORE));
    let helps = Classes::BE.or(Classes::HAVE).or(Classes::MODAL);
    named && verb.is_some_and(|t| t.classes.any(helps) || matches!(t.span.of(raw), "also" | "said" | "says"))
}

fn push(raw: &str, tokens: &[Token], start: usize, end: usize, sentences: &mut Vec<Sentence>) {
    let mut start = start;
    if tokens[start].has(flag::LINE_BEFORE)
        && let Some(dash) = dateline(raw, &tokens[start..end])
            .or_else(|| by_agency(raw, &tokens[start..end]))
            .or_else(|| by_colon(raw, &tokens[start..end]).filter(|_| start == 0))
        && start + dash + 1 < end
    {
        let tokens = TokenRange::new(start, start + dash + 1);
        sentences.push(Sentence { tokens, kind: SentenceKind::Dateline, title_case: false });
        start += dash + 1;
    }
    let own = &tokens[start..end];
    let mut last = own.len() - 1;
    while last > 0 && closes(raw, &own[last]) {
        last -= 1;
    }
    let at_break = tokens.get(end).is_none_or(|t| t.has(flag::LINE_BEFORE));
    let heading = at_break && own.len() <= LONGEST_HEADING && !ends(raw, &own[last]) && !own[last].has(flag::DOT);
    let (mut words, mut capitals) = (0, 0);
    for token in own {
        // Without branches: whether a word is long is hard to foresee.
        let long = u32::from(token.kind == TokenKind::Word) & u32::from(token.span.end - token.span.start > 3);
        words += long;
        capitals += long & u32::from(token.has(flag::CAPITAL));
    }
    let title_case = words > 3 && capitals * 4 >= words * 3;
    let kind = if heading { SentenceKind::Heading } else { SentenceKind::Prose };
    sentences.push(Sentence { tokens: TokenRange::new(start, end), kind, title_case });
}

/// The number of the token that closes a dateline: its dash, or the colon of "CAIRO – 26 July 2022:".
fn dateline(raw: &str, tokens: &[Token]) -> Option<usize> {
    let first = tokens.first().filter(|t| t.is_capitalised())?;
    let mut bracketed = false;
    let mut dash = None;
    for (i, token) in tokens.iter().enumerate().take(LONGEST_DATELINE) {
        let written = || token.span.of(raw);
        match token.kind {
            TokenKind::Punct => match written() {
                "-" | "–" | "—" | "--" | "---" if i > 0 => {
                    let loose =
                        token.has(flag::SPACE_BEFORE) && tokens.get(i + 1).is_some_and(|t| t.has(flag::SPACE_BEFORE));
                    if loose || written() != "-" && bracketed || written() == "—" && first.has(flag::ALL_CAPS) {
                        dash = Some(i);
                        break;
                    }
                    if written() != "-" {
                        return None;
                    }
                }
                "(" => bracketed = true,
                "," | ")" | "." | "/" | "|" => {}
                _ => return None,
            },
            TokenKind::Word if token.has(flag::CAPITAL) => {}
            TokenKind::Word => {
                if !bracketed && !matches!(written(), "de" | "of" | "al" | "el" | "the" | "and" | "di" | "do" | "da") {
                    return None;
                }
            }
            TokenKind::Number => {}
            _ => return None,
        }
    }
    let dash = dash?;
    let next = tokens.get(dash + 1)?;
    // A name and an aside ("Kim – who …") is no dateline, nor is a list item ("Monday - closed").
    let shouted = first.has(flag::ALL_CAPS) && first.span.end - first.span.start > 2;
    if next.has(flag::LOWER) || !(shouted || bracketed || dash <= 4 && tokens.len() > dash + 8) {
        return None;
    }
    let date = &tokens[dash + 1..tokens.len().min(dash + 6)];
    let dated = date.iter().position(|t| t.kind == TokenKind::Punct && byte(raw, t) == b':');
    match dated {
        Some(colon) if date[..colon].iter().any(|t| t.kind == TokenKind::Number) => Some(dash + 1 + colon),
        _ => Some(dash),
    }
}

/// "Ulaanbaatar /MONTSAME/ The president …": the second stroke.
fn by_agency(raw: &str, tokens: &[Token]) -> Option<usize> {
    let stroke = |t: &Token| t.span.of(raw) == "/";
    let first = tokens.iter().take(4).position(stroke).filter(|&i| i > 0)?;
    let place = tokens[..first].iter().all(|t| t.is_capitalised());
    let agency = tokens.get(first + 1).is_some_and(|t| t.has(flag::ALL_CAPS));
    let next = tokens.get(first + 3).is_some_and(|t| !t.has(flag::LOWER));
    (place && agency && next && tokens.get(first + 2).is_some_and(stroke)).then_some(first + 2)
}

/// "Doha: The ministry …" at the head of a text: the colon.
fn by_colon(raw: &str, tokens: &[Token]) -> Option<usize> {
    let colon = tokens.iter().take(4).position(|t| t.span.of(raw) == ":").filter(|&i| i > 0)?;
    let place =
        tokens[..colon].iter().all(|t| t.is_capitalised() && t.span.end - t.span.start > 2 || t.span.of(raw) == ",");
    let next = tokens.get(colon + 1).is_some_and(|t| t.is_capitalised());
    (place && next && tokens.len() > colon + 8).then_some(colon)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    fn sentences(raw: &str) -> Vec<(String, SentenceKind)> {
        let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
        tokenize(raw, 0, &mut tokens);
        split(raw, &mut tokens, &mut sentences);
        let text = |s: &Sentence| {
            let t = &tokens[s.tokens.range()];
            raw[t[0].span.start as usize..t[t.len() - 1].span.end as usize].to_owned()
        };
        sentences.iter().map(|s| (text(s), s.kind)).collect()
    }

    fn texts(raw: &str) -> Vec<String> {
        sentences(raw).into_iter().map(|(t, _)| t).collect()
    }

    #[test]
    fn ends_of_sentences() {
        for (raw, expected) in [
            ("He met Gen. Smith. They left.", "He met Gen. Smith.|They left."),
            ("The U.S. Navy left. In the U.S. The end.", "The U.S. Navy left.|In the U.S.|The end."),
            ("At 10 a.m. Monday it began. He said so.", "At 10 a.m. Monday it began.|He said so."),
            ("\"We won.\" She left. \"Did we?\" he asked.", "\"We won.\"|She left.|\"Did we?\" he asked."),
            ("It grew 3.5 percent... then fell. 12 died.", "It grew 3.5 percent... then fell.|12 died."),
            ("(He left.) Then Mr. J. Doe came on Sept. 5.", "(He left.)|Then Mr. J. Doe came on Sept. 5."),
            ("It was over.Then he left.", "It was over.|Then he left."),
            ("Acme Inc. Chief Joe won. Really!", "Acme Inc. Chief Joe won.|Really!"),
            ("It owns Acme Inc. Cord also said so.", "It owns Acme Inc.|Cord also said so."),
        ] {
            assert_eq!(texts(raw), expected.split('|').collect::<Vec<_>>(), "{raw}");
        }
    }

    #[test]
    fn lines() {
        use SentenceKind::*;
        assert_eq!(
            sentences("Leaders meet\nGENEVA (Reuters) - Two leaders met.\nMore talks"),
            [
                ("Leaders meet".into(), Heading),
                ("GENEVA (Reuters) -".into(), Dateline),
                ("Two leaders met.".into(), Prose),
                ("More talks".into(), Heading)
            ]
        );
        let wrapped = "The leaders of both\ncountries met again in\nthe capital. Then they\nLeft.\n\nNew one.";
        assert_eq!(texts(wrapped).len(), 3);
    }

    #[test]
    fn datelines() {
        for (raw, expected) in [
            ("AMMAN — Prime Minister X met Y.", "AMMAN —"),
            ("CAIRO – 26 July 2022: Minister X met Y.", "CAIRO – 26 July 2022:"),
            ("WASHINGTON, D.C. (AP) -- The president left.", "WASHINGTON, D.C. (AP) --"),
            ("Islamabad, Pakistan – The prime minister met two envoys on Monday.", "Islamabad, Pakistan –"),
        ] {
            assert_eq!(sentences(raw)[0], (expected.to_owned(), SentenceKind::Dateline), "{raw}");
        }
        for raw in
            ["Kim – who met Xi on Monday in Beijing – left the town.", "US-China talks began.", "Monday - closed"]
        {
            assert_eq!(sentences(raw).len(), 1, "{raw}");
        }
    }
}
