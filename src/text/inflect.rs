//! The forms of a word: what a lemma in a rule stands for.

use rustc_hash::FxHashSet;

use super::{Key, Tag, Tags};

/// Verbs whose past or participle is not made with `-ed`: lemma, past, participle.
const IRREGULAR: &[&str] = &[
    "arise arose arisen",
    "awake awoke awoken",
    "be was/were been",
    "bear bore borne",
    "beat beat beaten",
    "become became become",
    "begin began begun",
    "bid bid bid",
    "bind bound bound",
    "break broke broken",
    "bring brought brought",
    "broadcast broadcast broadcast",
    "build built built",
    "buy bought bought",
    "cast cast cast",
    "catch caught caught",
    "choose chose chosen",
    "come came come",
    "cut cut cut",
    "deal dealt dealt",
    "do did done",
    "draw drew drawn",
    "drink drank drunk",
    "drive drove driven",
    "eat ate eaten",
    "fall fell fallen",
    "feed fed fed",
    "feel felt felt",
    "fight fought fought",
    "find found found",
    "fly flew flown",
    "forge forged forged",
    "forget forgot forgotten",
    "freeze froze frozen",
    "get got gotten/got",
    "give gave given",
    "go went gone",
    "grow grew grown",
    "have had had",
    "hear heard heard",
    "hold held held",
    "keep kept kept",
    "know knew known",
    "lay laid laid",
    "lead led led",
    "leave left left",
    "lend lent lent",
    "let let let",
    "lie lay lain",
    "lose lost lost",
    "make made made",
    "mean meant meant",
    "meet met met",
    "offset offset offset",
    "overcome overcame overcome",
    "partake partook partaken",
    "pay paid paid",
    "put put put",
    "read read read",
    "rebuild rebuilt rebuilt",
    "ride rode ridden",
    "ring rang rung",
    "rise rose risen",
    "run ran run",
    "say said said",
    "see saw seen",
    "seek sought sought",
    "sell sold sold",
    "send sent sent",
    "set set set",
    "shake shook shaken",
    "show showed shown",
    "shut shut shut",
    "sit sat sat",
    "speak spoke spoken",
    "spend spent spent",
    "split split split",
    "spread spread spread",
    "spring sprang sprung",
    "stand stood stood",
    "strike struck struck",
    "strive strove striven",
    "swear swore sworn",
    "take took taken",
    "teach taught taught",
    "tell told told",
    "think thought thought",
    "throw threw thrown",
    "undergo underwent undergone",
    "understand understood understood",
    "undertake undertook undertaken",
    "uphold upheld upheld",
    "tear tore torn",
    "wear wore worn",
    "win won won",
    "withdraw withdrew withdrawn",
    "write wrote written",
];

/// Verbs that double their last letter although the stress could lie elsewhere, and two that do not.
const DOUBLED: &[&str] = &[
    "admit", "commit", "compel", "confer", "control", "defer", "equip", "permit", "prefer", "refer", "submit",
    "transfer", "expel", "propel", "rebut", "regret", "omit", "patrol", "outfit",
];

/// Nouns with a plural of their own.
const PLURALS: &[&str] = &[
    "man men",
    "woman women",
    "child children",
    "person people",
    "crisis crises",
    "spokesman spokesmen",
    "spokeswoman spokeswomen",
    "statesman statesmen",
    "countryman countrymen",
    "memorandum memoranda/memorandums",
    "alumnus alumni",
    "criterion criteria",
    "basis bases",
    "analysis analyses",
    "clergyman clergymen",
    "businessman businessmen",
    "wife wives",
    "life lives",
    "half halves",
    "congressman congressmen",
    "lawman lawmen",
    "forum forums/fora",
];

/// One form of a word and the tags under which it counts as that word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inflection {
    /// The written form, lower case.
    pub form: String,
    /// The tags it has as a form of the lemma.
    pub tags: Tags,
}

fn inflection(form: impl Into<String>, tags: &[Tag]) -> Inflection {
    Inflection { form: form.into(), tags: Tags::pack(tags) }
}

fn consonant_y(word: &str) -> bool {
    word.ends_with('y') && !ends(word, &["ay", "ey", "oy", "uy"])
}

fn ends(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|e| word.ends_with(e))
}

/// `-s` or `-es`, as third person or plural.
fn with_s(word: &str) -> String {
    if consonant_y(word) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ends(word, &["s", "x", "z", "ch", "sh"]) || matches!(word, "go" | "do" | "undergo") {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// The stem that `-ed` and `-ing` are put to.
fn stem(verb: &str) -> String {
    let letters: Vec<char> = verb.chars().collect();
    let vowel = |c: char| "aeiou".contains(c);
    let short = match letters.as_slice() {
        // One vowel between consonants in a word of one syllable: plan, visit is not one.
        [rest @ .., a, b, c] => {
            !vowel(*a) && vowel(*b) && !vowel(*c) && !"wxy".contains(*c) && !rest.iter().any(|c| vowel(*c))
        }
        _ => false,
    };
    if short || DOUBLED.contains(&verb) {
        let mut stem = verb.to_owned();
        stem.extend(letters.last());
        stem
    } else {
        verb.to_owned()
    }
}

/// Every form of a verb, the lemma first.
pub fn verb(lemma: &str) -> Vec<Inflection> {
    let mut forms = vec![
        inflection(lemma, &[Tag::Verb, Tag::Present]),
        inflection(if lemma == "have" { "has".to_owned() } else { with_s(lemma) }, &[Tag::Third]),
    ];
    let silent_e = lemma.ends_with('e') && !ends(lemma, &["ee", "oe", "ye"]);
    forms.push(inflection(
        if let Some(root) = lemma.strip_suffix("ie") {
            format!("{root}ying")
        } else if silent_e && lemma != "be" {
            format!("{}ing", &lemma[..lemma.len() - 1])
        } else {
            format!("{}ing", stem(lemma))
        },
        &[Tag::Gerund],
    ));
    if lemma == "be" {
        forms.extend(["am", "are"].map(|f| inflection(f, &[Tag::Present])));
        forms.push(inflection("is", &[Tag::Third]));
    }
    let irregular = IRREGULAR.iter().find_map(|line| line.strip_prefix(lemma)?.strip_prefix(' '));
    match irregular.and_then(|line| line.split_once(' ')) {
        Some((past, participle)) => {
            forms.extend(past.split('/').map(|f| inflection(f, &[Tag::Past])));
            forms.extend(participle.split('/').map(|f| inflection(f, &[Tag::Participle])));
        }
        None => {
            let past = if lemma.ends_with('e') {
                format!("{lemma}d")
            } else if consonant_y(lemma) {
                format!("{}ied", &lemma[..lemma.len() - 1])
            } else {
                format!("{}ed", stem(lemma))
            };
            forms.push(inflection(past, &[Tag::Past, Tag::Participle]));
        }
    }
    // "program", "travel": the British press doubles what the American does not.
    if lemma.ends_with('l')
        && !DOUBLED.contains(&lemma)
        && irregular.is_none()
        && !ends(lemma, &["ll", "al", "ail", "eal", "ool"])
    {
        forms.push(inflection(format!("{lemma}led"), &[Tag::Past, Tag::Participle]));
        forms.push(inflection(format!("{lemma}ling"), &[Tag::Gerund]));
    }
    forms
}

/// Both forms of a noun. A noun in `-ing` is often tagged as a gerund.
pub fn noun(lemma: &str) -> Vec<Inflection> {
    let single: &[Tag] =
        if lemma.ends_with("ing") { &[Tag::Noun, Tag::Name, Tag::Gerund] } else { &[Tag::Noun, Tag::Name, Tag::Nouns] };
    let mut forms = vec![inflection(lemma, single)];
    let many = &[Tag::Nouns, Tag::Names, Tag::Name];
    match PLURALS.iter().find_map(|line| line.strip_prefix(lemma)?.strip_prefix(' ')) {
        Some(plurals) => forms.extend(plurals.split('/').map(|f| inflection(f, many))),
        None => forms.push(inflection(with_s(lemma), many)),
    }
    forms
}

/// An adjective as it is; participles serve as adjectives.
pub fn adjective(lemma: &str) -> Vec<Inflection> {
    vec![inflection(lemma, &[Tag::Adjective, Tag::Participle, Tag::Gerund, Tag::Name, Tag::Noun, Tag::Past])]
}

/// The keys of every form of the verbs, which are separated by white space.
pub fn verb_keys(lemmas: &str) -> FxHashSet<Key> {
    lemmas.split_whitespace().flat_map(verb).map(|i| Key::of(&i.form)).collect()
}

/// The keys of both forms of the nouns, which are separated by white space.
pub fn noun_keys(lemmas: &str) -> FxHashSet<Key> {
    lemmas.split_whitespace().flat_map(noun).map(|i| Key::of(&i.form)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(of: Vec<Inflection>) -> String {
        of.iter().map(|i| &*i.form).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn verbs() {
        for (lemma, expected) in [
            ("meet", "meet meets meeting met met"),
            ("visit", "visit visits visiting visited"),
            ("plan", "plan plans planning planned"),
            ("agree", "agree agrees agreeing agreed"),
            ("sign", "sign signs signing signed"),
            ("host", "host hosts hosting hosted"),
            ("unify", "unify unifies unifying unified"),
            ("discuss", "discuss discusses discussing discussed"),
            ("cancel", "cancel cancels canceling canceled cancelled cancelling"),
            ("have", "have has having had had"),
            ("confer", "confer confers conferring conferred"),
            ("tie", "tie ties tying tied"),
            ("go", "go goes going went gone"),
        ] {
            assert_eq!(forms(verb(lemma)), expected);
        }
    }

    #[test]
    fn nouns() {
        assert_eq!(forms(noun("treaty")), "treaty treaties");
        assert_eq!(forms(noun("memorandum")), "memorandum memoranda memorandums");
        assert_eq!(forms(noun("visit")), "visit visits");
    }
}
