//! What single verbs and nouns do to the clauses around them.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::text::Key;
use crate::text::inflect::{noun_keys, verb_keys};

/// These words and no other form of them.
fn exact(words: &str) -> FxHashSet<Key> {
    words.split_whitespace().map(Key::of).collect()
}

/// Questions that a list of words answers, each with its list.
macro_rules! questions {
    ($($(#[$doc:meta])* $question:ident = $($forms:ident($words:literal $(,)?)),+;)*) => {$(
        $(#[$doc])*
        pub fn $question(word: Key) -> bool {
            static WORDS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
                let lists = [$($forms($words)),+];
                lists.into_iter().flatten().collect()
            });
            WORDS.contains(&word)
        }
    )*};
}

questions! {
    /// Whether the verb may report what somebody says or thinks.
    is_sayer = verb_keys(
        "say tell announce report state add declare confirm note claim stress explain write warn argue insist reveal \
         disclose acknowledge admit reiterate point mention emphasize emphasise underline underscore highlight describe \
         quote cite comment remark reply respond affirm assert maintain suggest indicate inform observe recall tweet post \
         show allege deny think believe hope expect know learn hear understand assure vow pledge promise agree clarify \
         caution conclude predict propose recommend demand request urge call",
    );

    /// Whether the verb reports what somebody says or thinks and hardly has another object.
    is_saying = verb_keys("say think believe insist argue allege claim hope");

    /// Whether the verb has somebody it is told to: "told the meeting he would go".
    is_telling = verb_keys("tell remind inform assure warn");

    /// Whether the verb may say by what name a thing goes: "what they called a deal".
    is_calling = verb_keys("call describe term dub label style brand say claim deem bill tout");

    /// Whether the verb makes its object do something.
    is_causer = verb_keys(
        "ask urge invite want expect allow call force encourage tell order instruct request press persuade convince \
         enable help permit require authorize authorise advise lead cause compel push appoint assign nominate summon send \
         dispatch task oblige implore beg challenge remind beseech warn pressure counsel lobby prompt spur motivate \
         inspire hire engage commission contract select choose pick mandate entrust tempt entice coax",
    );

    /// Whether a bare verb may stand behind the object of the verb: "helped Chile build".
    is_helping = verb_keys("help let make watch see hear");

    /// Whether "for" behind the verb names who is to act: "called for Lee to go".
    is_asking = verb_keys("call ask wait push press plan arrange allow hope long pray vote lobby provide");

    /// Whether "on" or "to" behind the noun names who is to act: "pressure on Lee to go".
    is_pressing = noun_keys("pressure call appeal request plea order invitation demand instruction advice summons petition");

    /// Whether the verb keeps its object from doing something: "stopped Kim from visiting".
    is_preventing = verb_keys("stop prevent keep ban bar block prohibit discourage deter dissuade forbid hinder exclude");

    /// Whether the verb has somebody it gives to and something it gives.
    is_giving = verb_keys("give lend grant offer loan");

    /// Whether the verb welcomes its object.
    is_welcoming = verb_keys("welcome");

    /// Whether the verb has somebody go along with somebody.
    is_escorting = verb_keys("accompany flank escort join");

    /// Whether the verb or noun judges somebody for what they did: "thanked Kim for visiting".
    is_judging = verb_keys(
        "thank praise commend congratulate applaud laud hail blame criticise criticize condemn rebuke punish reward fault \
         accuse slam sanction fine sue arrest jail fire expel charge chide berate",
    ), noun_keys("gratitude appreciation thank praise criticism admiration sanction punishment");

    /// Whether the verb only judges what others do together: "the deal with Acme was approved by the court".
    is_approving = verb_keys("approve authorise authorize criticise criticize praise challenge block question");

    /// Whether the verb lets somebody do what is asked for, or does not.
    is_granting = verb_keys("approve reject clear grant deny refuse veto block authorise authorize");

    /// Whether the verb says of somebody that he did what "of" brings: "accused Lee of helping".
    is_accusing = verb_keys("accuse suspect convict");

    /// Whether the verb holds against somebody what "over" or "against" brings: "sued Peru over helping".
    is_blaming = verb_keys("sue warn caution advise fine sanction charge prosecute attack challenge");

    /// Whether the verb is as often done to a place as to what is there: "a village in Peru, seized by Chile".
    is_ruling = verb_keys(
        "rule govern control administer occupy seize capture take retake invade annex claim besiege surround visit tour hit \
         devastate ravage dominate populate inhabit",
    );

    /// Whether the verb only says that one thing goes with another: "a tour that included talks".
    is_containing = verb_keys("include involve comprise feature precede follow mark entail");

    /// Whether the adjective takes what somebody expects: "was hopeful talks would end".
    is_expecting = exact("confident hopeful optimistic certain sure doubtful unsure convinced afraid");

    /// Whether the noun is an office that may stand with what it is of before a person's name.
    is_office = noun_keys(
        "minister secretary president premier chancellor director chairman chairwoman chairperson chair head chief ceo \
         governor commissioner ambassador envoy representative spokesman spokeswoman spokesperson speaker undersecretary \
         leader commander general officer adviser advisor coordinator member dean rector manager mayor",
    );

    /// Whether the noun is a plan or effort that an infinitive behind it spells out.
    is_effort = noun_keys(
        "effort plan decision bid attempt promise pledge offer commitment readiness willingness desire intention \
         agreement move proposal wish directive instruction order ambition initiative determination aim resolve \
         application request option",
    );

    /// Whether the word begins what is talked about, right behind a name: "discussed with Lee ways to go on".
    is_matter = exact(
        "ways means issues matters prospects possibilities topics measures steps how bilateral avenues allegations concerns \
         conditions details ideas opportunities options plans proposals questions terms",
    );

    /// Whether what somebody did may hang on the noun with "that": "the talks that Lee held".
    is_occasion = noun_keys(
        "meeting talk visit trip summit call conversation letter deal treaty exercise agreement pact accord contract loan \
         grant aid",
    );

    /// Whether the noun is what somebody does or undergoes once, after or before which others act: "since his return".
    is_turn = noun_keys(
        "appointment arrest arrival collapse death defeat departure dismissal election imprisonment inauguration independence \
         ouster overthrow release removal resignation retirement return speech victory withdrawal",
    );

    /// Whether the noun is what two sides have together, told by two fields as often as by one: "trade and security pact".
    is_shared = noun_keys(
        "agreement deal pact accord treaty contract memorandum partnership alliance cooperation collaboration tie link \
         relation relationship talk meeting summit forum mou merger loan programme program project exercise venture mission",
    );

    /// Whether the noun takes whom somebody talks to behind "with".
    is_talks = noun_keys(
        "meeting talk summit conversation discussion negotiation consultation dialogue dialog interview lunch dinner",
    );

    /// Whether the noun tells of two sides against each other.
    is_fight = noun_keys("clash fighting war violence tension battle fight hostility standoff row rift");

    /// Whether the noun is a measure of time.
    is_time = noun_keys(
        "minute hour day night morning afternoon evening week weekend fortnight month quarter year decade moment",
    );

    /// Whether the noun says that there are several of a thing: "a series of talks".
    is_measure = noun_keys("series string raft spate flurry range slew succession package batch variety host");
}
