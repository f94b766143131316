//! What single verbs do to the clauses around them.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::text::{Key, inflect};

/// Verbs whose object is to do what the infinitive says: "urged Kim to meet".
const CAUSERS: &str = "ask urge invite want expect allow call force encourage tell order instruct request press persuade \
    convince enable help permit require authorize authorise advise lead cause compel push appoint assign nominate summon \
    send dispatch task oblige implore beg challenge remind beseech warn pressure counsel lobby prompt spur \
    motivate inspire hire engage commission contract select choose pick mandate entrust \
    tempt entice coax";

/// Verbs of saying: what follows is what somebody says.
const SAYERS: &str = "say tell announce report state add declare confirm note claim stress explain write warn argue \
    insist reveal disclose acknowledge admit reiterate point mention emphasize emphasise underline underscore highlight \
    describe quote cite comment remark reply respond affirm assert maintain suggest indicate inform observe recall tweet \
    post show allege deny think believe hope expect know learn hear understand assure vow pledge promise agree \
    clarify caution conclude predict propose recommend demand request urge call";

static TIMES: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "minute hour day night morning afternoon evening week weekend fortnight month quarter year decade moment",
    )
});

static MEASURES: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys("series string raft spate flurry range slew succession package batch variety host")
});

static SHARED: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "agreement deal pact accord treaty contract memorandum partnership alliance cooperation collaboration tie relation \
         talk meeting summit forum mou merger loan programme program project exercise venture mission",
    )
});

static CALLING: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| inflect::verb_keys("call describe term dub label style brand say claim deem bill tout"));

static CAUSER_FORMS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys(CAUSERS));
static SAYER_FORMS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys(SAYERS));

static JUDGING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    let mut words = inflect::verb_keys(
        "thank praise commend congratulate applaud laud hail blame criticise criticize condemn rebuke punish reward \
         fault accuse slam sanction fine sue arrest jail fire expel charge chide berate",
    );
    words.extend(inflect::noun_keys("gratitude appreciation thank praise criticism admiration sanction punishment"));
    words
});

/// Whether the verb or noun judges somebody for what they did: "thanked Kim for visiting".
pub fn is_judging(word: Key) -> bool {
    JUDGING.contains(&word)
}

static OFFICES: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "minister secretary president premier chancellor director chairman chairwoman chairperson chair head chief ceo \
         governor commissioner ambassador envoy representative spokesman spokeswoman spokesperson speaker undersecretary \
         leader commander general officer adviser advisor coordinator member dean rector manager mayor",
    )
});

/// Whether the noun is an office that may stand with what it is of before a person's name.
pub fn is_office(noun: Key) -> bool {
    OFFICES.contains(&noun)
}

static EFFORTS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "effort plan decision bid attempt promise pledge offer commitment readiness willingness desire intention \
         agreement move proposal wish directive instruction order ambition initiative determination aim resolve",
    )
});

/// Whether the noun is a plan or effort that an infinitive behind it spells out.
pub fn is_effort(noun: Key) -> bool {
    EFFORTS.contains(&noun)
}

static MATTERS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    [
        "ways",
        "means",
        "issues",
        "matters",
        "prospects",
        "possibilities",
        "topics",
        "measures",
        "steps",
        "how",
        "bilateral",
        "avenues",
    ]
    .map(Key::of)
    .into_iter()
    .collect()
});

/// Whether the word begins what is talked about, right behind a name: "discussed with Lee ways to go on".
pub fn is_matter(word: Key) -> bool {
    MATTERS.contains(&word)
}

static ASKING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::verb_keys("call ask wait push press plan arrange allow hope long pray vote lobby provide")
});

/// Whether "for" behind the verb names who is to act: "called for Lee to go".
pub fn is_asking(verb: Key) -> bool {
    ASKING.contains(&verb)
}

static PRESSING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys("pressure call appeal request plea order invitation demand instruction advice summons petition")
});

/// Whether "on" or "to" behind the noun names who is to act: "pressure on Lee to go".
pub fn is_pressing(noun: Key) -> bool {
    PRESSING.contains(&noun)
}

static ESCORTING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("accompany flank escort join"));

/// Whether the verb has somebody go along with somebody.
pub fn is_escorting(verb: Key) -> bool {
    ESCORTING.contains(&verb)
}

static ACCUSING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("accuse suspect convict"));

/// Whether the verb says of somebody that he did what "of" brings: "accused Lee of helping".
pub fn is_accusing(verb: Key) -> bool {
    ACCUSING.contains(&verb)
}

static BLAMING: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| inflect::verb_keys("sue warn caution advise fine sanction charge prosecute attack challenge"));

/// Whether the verb holds against somebody what "over" or "against" brings: "sued Peru over helping".
pub fn is_blaming(verb: Key) -> bool {
    BLAMING.contains(&verb)
}

static HELPING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("help let make watch see hear"));

/// Whether a bare verb may stand behind the object of the verb: "helped Chile build".
pub fn is_helping(verb: Key) -> bool {
    HELPING.contains(&verb)
}

static GIVING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("give lend grant offer loan"));

/// Whether the verb has somebody it gives to and something it gives.
pub fn is_giving(verb: Key) -> bool {
    GIVING.contains(&verb)
}

static PREVENTING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::verb_keys("stop prevent keep ban bar block prohibit discourage deter dissuade forbid hinder exclude")
});

/// Whether the verb keeps its object from doing something: "stopped Kim from visiting".
pub fn is_preventing(verb: Key) -> bool {
    PREVENTING.contains(&verb)
}

static APPROVING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::verb_keys("approve authorise authorize criticise criticize praise challenge block question")
});

/// Whether the verb only judges what others do together: "the deal with Acme was approved by the court".
pub fn is_approving(verb: Key) -> bool {
    APPROVING.contains(&verb)
}

static OCCASIONS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "meeting talk visit trip summit call conversation letter deal treaty exercise agreement pact accord contract loan \
         grant aid",
    )
});

static TALKS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "meeting talk summit conversation discussion negotiation consultation dialogue dialog interview lunch dinner",
    )
});

/// Whether the noun takes whom somebody talks to behind "with".
pub fn is_talks(noun: Key) -> bool {
    TALKS.contains(&noun)
}

static FIGHTS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys("clash fighting war violence tension battle fight hostility standoff row rift")
});

/// Whether the noun tells of two sides against each other.
pub fn is_fight(noun: Key) -> bool {
    FIGHTS.contains(&noun)
}

/// Whether what somebody did may hang on the noun with "that": "the talks that Lee held".
pub fn is_occasion(noun: Key) -> bool {
    OCCASIONS.contains(&noun)
}

static EXPECTING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    ["confident", "hopeful", "optimistic", "certain", "sure", "doubtful", "unsure", "convinced", "afraid"]
        .map(Key::of)
        .into_iter()
        .collect()
});

/// Whether the adjective takes what somebody expects: "was hopeful talks would end".
pub fn is_expecting(adjective: Key) -> bool {
    EXPECTING.contains(&adjective)
}

static CONTAINING: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| inflect::verb_keys("include involve comprise feature precede follow mark entail"));

/// Whether the verb only says that one thing goes with another: "a tour that included talks".
pub fn is_containing(verb: Key) -> bool {
    CONTAINING.contains(&verb)
}

/// Whether the noun is a measure of time.
pub fn is_time(noun: Key) -> bool {
    TIMES.contains(&noun)
}

/// Whether the noun says that there are several of a thing: "a series of talks".
pub fn is_measure(noun: Key) -> bool {
    MEASURES.contains(&noun)
}

/// Whether the noun is what two sides have together, told by two fields as often as by one: "trade and security pact".
pub fn is_shared(noun: Key) -> bool {
    SHARED.contains(&noun)
}

/// Whether the verb may say by what name a thing goes: "what they called a deal".
pub fn is_calling(verb: Key) -> bool {
    CALLING.contains(&verb)
}

/// Whether the verb welcomes its object.
pub fn is_welcoming(verb: Key) -> bool {
    const { Key::each(["welcome", "welcomes", "welcomed", "welcoming"]) }.contains(&verb)
}

/// Whether the verb makes its object do something.
pub fn is_causer(verb: Key) -> bool {
    CAUSER_FORMS.contains(&verb)
}

static SAYING: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| inflect::verb_keys("say think believe insist argue allege claim hope"));

/// Whether the verb reports what somebody says or thinks and hardly has another object.
pub fn is_saying(verb: Key) -> bool {
    SAYING.contains(&verb)
}

static TELLING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("tell remind inform assure warn"));

/// Whether the verb has somebody it is told to: "told the meeting he would go".
pub fn is_telling(verb: Key) -> bool {
    TELLING.contains(&verb)
}

/// Whether the verb may report what somebody says or thinks.
pub fn is_sayer(verb: Key) -> bool {
    SAYER_FORMS.contains(&verb)
}
