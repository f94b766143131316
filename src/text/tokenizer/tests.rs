//! Texts and the tokens they hold.

use super::*;

fn words(raw: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    tokenize(raw, 0, &mut tokens);
    tokens.iter().map(|t| t.span.of(raw)).collect()
}

#[test]
fn splits_news() {
    for (raw, expected) in [
        ("N.Korea, Russia", "N. Korea , Russia"),
        ("the U.S. and U.N.'s", "the U.S. and U.N. 's"),
        ("Gen. J.K. Rowling Jr. met Dr. Ek.", "Gen. J.K. Rowling Jr. met Dr. Ek ."),
        ("It ended. The", "It ended . The"),
        ("on Sept. 16 at 10:30 a.m. today", "on Sept. 16 at 10:30 a.m. today"),
        ("Kim Jong-un’s US-China", "Kim Jong - un ’s US - China"),
        ("don't O'Neill they're the Games' end", "don't O'Neill they 're the Games ' end"),
        ("$1,200.50, 13th, 5%", "$ 1,200.50 , 13th , 5 %"),
        ("see https://a.b/c?d=1, or me@x.org.", "see https://a.b/c?d=1 , or me@x.org ."),
        ("afrol.com said...then @you #tag", "afrol.com said ... then @you #tag"),
        ("worth Dh1.2 billion", "worth Dh1.2 billion"),
        ("Russia&#39;s A&amp;B <b>bold</b>", "Russia &#39;s A &amp; B bold"),
        ("Saint-Denis (AP) — Text", "Saint - Denis ( AP ) — Text"),
        ("'A fresh heyday': N", "' A fresh heyday ' : N"),
        ("Orba\u{301}n Sana\u{2019}a Zero\u{200b}Width", "Orba\u{301}n Sana\u{2019}a Zero\u{200b}Width"),
        ("vitamin C. the 1990s.", "vitamin C. the 1990s ."),
        ("He left.She came", "He left . She came"),
    ] {
        assert_eq!(words(raw), expected.split(' ').collect::<Vec<_>>(), "{raw}");
    }
}

#[test]
fn flags_say_how_it_is_written() {
    let raw = "McDonald of the UN said: “We met”\n\nKIM 3M";
    let mut tokens = Vec::new();
    tokenize(raw, 0, &mut tokens);
    let find = |w: &str| *tokens.iter().find(|t| t.span.of(raw) == w).unwrap();
    assert!(find("McDonald").has(flag::CAPITAL | flag::MIXED | flag::LINE_BEFORE));
    assert!(find("UN").has(flag::ALL_CAPS | flag::CAPITAL));
    assert!(find("met").has(flag::QUOTED | flag::LOWER) && !find("KIM").has(flag::QUOTED));
    assert!(find("KIM").has(flag::PARAGRAPH_BEFORE));
    assert_eq!(find("3M").kind, TokenKind::Number);
    assert_eq!(find("UN").key, Key::of("u.n."));
}

#[test]
fn any_text_is_tiled() {
    let pieces = [
        "a", "B.", "'", "’s", "\n", "\r\n", "é", "e\u{301}", "&#39;", "&", "<p>", "<", "\u{200b}", "“", "\"", "1,",
        ".", "-", "@", "://", "www.", "\u{a0}", "中", "\u{0}",
    ];
    let mut seed = 1_u32;
    for _ in 0..4000 {
        let mut raw = String::new();
        for _ in 0..10 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            raw.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
        }
        let mut tokens = Vec::new();
        tokenize(&raw, 0, &mut tokens);
        let mut at = 0;
        for token in &tokens {
            let range = token.span.range();
            assert!(range.start >= at && range.end > range.start, "{raw:?}");
            assert!(raw.get(range.clone()).is_some(), "{raw:?}");
            at = range.end;
        }
    }
}
