//! The buffers of one text: filled by [`Analysis::run`], read through [`Text`], kept from document to document.

use super::{Sentence, Text, Token, sentence, tokenize};

/// Tokens and sentences of the text read last.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
}

impl Analysis {
    /// Splits `raw[skip..]` into tokens and sentences; offsets count from the start of `raw`. `skip` lies on a character
    /// border; `raw` is shorter than 4 GiB.
    pub fn run<'a>(&'a mut self, raw: &'a str, skip: usize) -> Text<'a> {
        self.tokens.clear();
        self.sentences.clear();
        tokenize(raw, skip, &mut self.tokens);
        if !self.tokens.is_empty() {
            sentence::split(raw, &mut self.tokens, &mut self.sentences);
        }
        Text { raw, tokens: &self.tokens, sentences: &self.sentences }
    }
}

#[cfg(test)]
mod tests {
    use super::Analysis;

    #[test]
    fn sentences_tile_the_tokens() {
        let mut analysis = Analysis::default();
        for raw in ["", "  \n ", ".", "One. Two!\nThree", "...\n\n\"", "A – B – C"] {
            let text = analysis.run(raw, 0);
            let mut at = 0;
            for sentence in text.sentences {
                assert_eq!(sentence.tokens.start, at);
                assert!(!sentence.tokens.is_empty());
                at = sentence.tokens.end;
            }
            assert_eq!(at as usize, text.tokens.len(), "{raw:?}");
        }
        assert_eq!(analysis.run("date x\nKim left.", 7).tokens[0].span.start, 7);
    }
}
