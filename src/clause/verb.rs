//! Verb groups: what the helpers of a verb say of it.

use crate::text::{Classes, Key, Tag, Text, TokenRange};

/// The form of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// Carries a tense: "met", "has met", "will meet".
    Finite,
    /// "to meet", or "meet" after a helper that stands elsewhere.
    Infinitive,
    /// "meeting" without a form of be.
    Gerund,
    /// "held" without a helper: passive.
    Participle,
}

/// How a verb is tied to the verb above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The head of a sentence, or of one of several main clauses.
    Main,
    /// What is said, known, hoped: "said that he met".
    Complement,
    /// "agreed to meet", "plans to visit", "began talking".
    Infinitive,
    /// "met and discussed"
    Coordinated,
    /// ", accompanied by …", "speaking to …"
    Adjunct,
    /// "who met", "signed by" after a noun.
    Relative,
    /// "after he met", "if they meet".
    Adverbial,
}

/// One verb of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    /// Its group.
    pub group: u32,
    /// The token of the main verb.
    pub main: u32,
    /// Its form.
    pub form: VerbForm,
    /// Whether the subject of the clause is what is acted upon.
    pub passive: bool,
    /// The token that denies it.
    pub negation: Option<u32>,
    /// Its modal verb.
    pub modal: Option<u32>,
    /// Whether its tense is past: "met", "had met"; present perfect counts as past.
    pub past: bool,
    /// Whether it has a form of have.
    pub perfect: bool,
    /// First group of its grammatical subject (of the patient, when passive).
    pub subject: Option<u32>,
    /// The verb above it, as a number in [`super::Syntax::verbs`].
    pub governor: Option<u32>,
    /// How it hangs on that verb.
    pub link: Link,
    /// The noun it explains: "a plan to visit".
    pub noun: Option<u32>,
    /// The group of the word that opens its clause: "that", "after", "if", "who".
    pub opener: Option<u32>,
}

impl Verb {
    /// "the two sides raised issues": makes what looked like a participle a past tense.
    pub(super) fn tell(&mut self) {
        self.form = VerbForm::Finite;
        self.passive = false;
        self.past = true;
    }
}

/// Reads a verb group.
pub(super) fn read(text: &Text<'_>, tags: &[Tag], first: usize, tokens: TokenRange, group: usize) -> Verb {
    let class = |i: usize| text.classes(i);
    let tag = |i: usize| tags[i - first];
    let main = tokens.range().rev().find(|&i| tag(i).is_verb()).unwrap_or(tokens.start as usize);
    let mut verb = Verb {
        group: group as u32,
        main: main as u32,
        form: VerbForm::Finite,
        passive: false,
        negation: None,
        modal: None,
        past: false,
        perfect: false,
        subject: None,
        governor: None,
        link: Link::Main,
        noun: None,
        opener: None,
    };
    let (mut be, mut finite, mut to) = (false, false, false);
    for i in tokens.range() {
        let classes = class(i);
        if classes.any(Classes::NEGATION) && verb.negation.is_none() {
            verb.negation = Some(i as u32);
        }
        if i == main {
            break;
        }
        if tag(i) == Tag::Modal {
            verb.modal.get_or_insert(i as u32);
            finite = true;
        } else if tag(i) == Tag::To {
            to = true;
        } else if classes.any(Classes::BE.or(Classes::HAVE).or(Classes::DO)) {
            let key = text.key(i);
            be = classes.any(Classes::BE);
            verb.perfect |= classes.any(Classes::HAVE);
            let bare = const { Key::each(["be", "been", "being", "having"]) }.contains(&key);
            finite |= !(bare || to && key == const { Key::of_ascii("have") });
            verb.past |= const { Key::each(["was", "were", "had", "did", "been"]) }.contains(&key)
                || classes.any(Classes::HAVE) && finite;
        }
    }
    let main_tag = tag(main);
    // "would “sign a treaty”": the verb it helps stands elsewhere; "their will" is a noun.
    let before = main.checked_sub(1).filter(|&i| i >= first).map(tag);
    let noun =
        matches!(before, Some(Tag::Determiner | Tag::Owner | Tag::Possessive)) || before.is_some_and(Tag::is_adjective);
    let modal = main_tag == Tag::Modal && !noun;
    if modal {
        verb.modal = Some(main as u32);
    }
    verb.passive = main_tag == Tag::Participle && (be || !verb.perfect && !finite);
    verb.form = if finite || main_tag.is_finite() || modal {
        VerbForm::Finite
    } else {
        match main_tag {
            Tag::Gerund if !be && !to => VerbForm::Gerund,
            // "having met" is what the subject did.
            Tag::Participle if !be && !to && !verb.perfect => VerbForm::Participle,
            Tag::Gerund | Tag::Participle if !to => VerbForm::Gerund,
            _ => VerbForm::Infinitive,
        }
    };
    verb.past |= main_tag == Tag::Past || verb.form == VerbForm::Participle || verb.perfect && !finite;
    verb
}
