//! Words that say whether a thing is planned, wished for, or does not come about.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{Key, inflect};

/// What a word says of what hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attitude {
    /// It is decided or expected: plan, agree, schedule.
    Planned,
    /// It is wished for, proposed, discussed, feared: urge, offer, hope.
    Possible,
    /// It does not come about or comes to an end: refuse, cancel, suspend.
    Negative,
}

const VERBS: &[(Attitude, &str)] = &[
    (
        Attitude::Planned,
        "plan intend decide agree schedule slate expect pledge vow promise prepare arrange commit set undertake resolve \
         anticipate await announce determine direct instruct order mandate",
    ),
    (
        Attitude::Possible,
        "call urge propose offer seek hope want wish consider invite request demand ask suggest recommend encourage \
         discuss explore mull weigh contemplate aim try attempt aspire desire debate negotiate advocate appeal need \
         pursue strive eye like love prefer insist near",
    ),
    (
        Attitude::Negative,
        "refuse decline fail reject cancel suspend postpone halt end stop sever cut freeze boycott deny terminate scrap \
         abandon quit renounce unwind veto oppose rule block ban object avoid shun snub miss skip abort revoke break withdraw withhold reduce slash curb curtail overturn quash \
         discontinue lack",
    ),
];

const NOUNS: &[(Attitude, &str)] = &[
    (
        Attitude::Planned,
        "plan decision agreement intention intent commitment pledge preparation schedule promise vow readiness directive instruction date timetable determination",
    ),
    (
        Attitude::Possible,
        "way mean means effort need opportunity proposal possibility prospect call offer request invitation wish desire \
         hope aspiration door deadline issue interest willingness readiness keenness openness bid attempt chance importance necessity potential \
         measure step avenue idea appeal option scope mechanism eagerness goal aim objective matter \
         recommendation rumour rumor speculation lawsuit petition allegation accusation candidate contender",
    ),
    (
        Attitude::Negative,
        "refusal failure cancellation suspension end termination rejection lack absence collapse withdrawal \
         freeze ban boycott moratorium breakup dissolution demise breakdown unwillingness reluctance inability",
    ),
];

const ADJECTIVES: &[(Attitude, &str)] = &[
    (
        Attitude::Planned,
        "planned scheduled upcoming forthcoming next due set slated expected future agreed coming \
         impending looming imminent pending",
    ),
    (
        Attitude::Possible,
        "possible potential proposed likely unlikely ready willing keen eager interested able prospective hopeful open \
         alleged purported rumoured rumored poised welcome draft unsigned eventual probable anxious",
    ),
    (
        Attitude::Negative,
        "cancelled canceled suspended aborted unable unwilling reluctant postponed frozen scrapped \
         abandoned no ashamed afraid loath",
    ),
];

static VERB_TABLE: LazyLock<FxHashMap<Key, Attitude>> = LazyLock::new(|| table(VERBS, inflect::verb_keys));
static NOUN_TABLE: LazyLock<FxHashMap<Key, Attitude>> = LazyLock::new(|| table(NOUNS, inflect::noun_keys));
static ADJECTIVE_TABLE: LazyLock<FxHashMap<Key, Attitude>> =
    LazyLock::new(|| table(ADJECTIVES, |words| words.split_whitespace().map(Key::of).collect()));

fn table(lists: &[(Attitude, &str)], forms: impl Fn(&str) -> FxHashSet<Key>) -> FxHashMap<Key, Attitude> {
    let mut table = FxHashMap::default();
    for (attitude, words) in lists {
        // Each form once: the order of the set does not matter.
        let mut keys: Vec<Key> = forms(words).into_iter().collect();
        keys.sort_unstable();
        for key in keys {
            table.entry(key).or_insert(*attitude);
        }
    }
    table
}

/// A class of words, asked for by one function.
macro_rules! words {
    ($($name:ident $forms:ident $doc:literal $words:literal)*) => {
        $(#[doc = $doc]
        pub(crate) fn $name(word: Key) -> bool {
            static FORMS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::$forms($words));
            FORMS.contains(&word)
        })*
    };
}

words! {
    is_announcing verb_keys "Whether the verb makes a thing known." "announce unveil"
    is_opposing verb_keys "Whether the verb is against a thing that may well be." "oppose object"
    is_thwarting verb_keys "Whether the verb keeps a thing from coming about that others are about to do." "derail thwart \
        block stop foil scuttle sabotage undermine torpedo spoil disrupt break prevent undo sink"
    is_calling verb_keys "Whether the verb asks for something with \"for\", and gives a name without." "call"
    is_looking_on verb_keys "Whether who does so is no party to the agreement or talks that are its object." "cite affect await \
        criticise criticize condemn investigate probe attack question mention refer favour favor"
    is_waiting verb_keys "Whether who does so has no hand in what comes." "wait see watch hinge depend hope"
    is_outcome noun_keys "Whether the noun is what comes of talks or of an agreement, for all to see." "outcome result fate \
        progress success failure news report"
    is_ruling_out verb_keys "Whether the verb, denied, leaves a thing open: \"did not rule out talks\"." "rule exclude reject \
        refuse decline oppose object veto block deny"
    is_touching verb_keys "Whether the verb says how its object, which there is anyhow, fares." "overshadow affect influence \
        complicate cloud mar dominate disrupt impact jeopardise jeopardize spoil damage harm hurt ruin destroy \
        strain sour wreck undermine endanger delay hamper hinder slow characterise characterize describe defend justify"
    is_esteeming verb_keys "Whether the verb gives its object, which there is, its due." "respect recognise recognize acknowledge \
        appreciate applaud praise commend"
    is_detail noun_keys "Whether the noun is what can be told of a thing that there is." "detail information account transcript \
        summary record effect impact influence concern content substance stance position view opinion comment progress agenda \
        pace outcome status course nature"
    is_reason noun_keys "Whether the noun is what is asked for, or told, of a thing that was done." "explanation apology \
        reason"
    is_right noun_keys "Whether who has it may do a thing and need not." "right power authority freedom ability"
    is_report noun_keys "Whether the noun says that something is so, true or not." "report claim rumour rumor allegation \
        suggestion speculation story assertion announcement statement news revelation"
    is_assent noun_keys "Whether the noun is the yes that an agreement of others is given." "blessing approval support consent \
        endorsement backing ratification assent clearance"
    is_truth noun_keys "What a false report has not." "truth substance basis foundation"
    is_refuting verb_keys "Whether the verb says that a report is false." "deny dismiss reject refute rebut scotch"
    is_forming verb_keys "Whether who does so with others has what they set out to use." "form create establish found launch \
        set"
    is_union noun_keys "Whether the noun says that firms become one or set one up together." "merger acquisition takeover \
        venture combination"
    is_fusion noun_keys "Whether the noun says that firms become one." "merger acquisition takeover combination"
    is_moving verb_keys "Whether who does so goes where others are." "arrive come fly go head journey leave return tour \
        travel visit"
    is_offering verb_keys "Whether the verb, of help, says that it may be had." "offer"
    is_span noun_keys "Whether the noun is a stretch of the calendar." "week month year spring summer autumn fall winter \
        monday tuesday wednesday thursday friday saturday sunday"
    is_happening verb_keys "Whether the verb, past, says of an event that there was one." "happen occur last begin start open end"
    is_joining verb_keys "Whether who does so with others sets to work." "join pool combine unite"
    is_assembling verb_keys "Whether those who do so do what they came for." "meet sit gather convene assemble"
    is_striving verb_keys "Whether the verb, past, says nothing of how it ended." "try attempt seek"
    is_foiling verb_keys "Whether the verb says that nothing came of it." "fail collapse founder rebuff reject refuse fall"
    is_expiring verb_keys "Whether the verb says of an agreement or tie that it is no more." "expire lapse end collapse \
        terminate unravel"
    is_approving verb_keys "Whether the verb says yes to an agreement that others made." "approve ratify endorse back \
        support"
    is_habit noun_keys "Whether the noun is what somebody does all along." "policy practice tradition habit history record \
        experience custom"
    is_trip noun_keys "Whether one is on what the noun names." "trip visit tour"
    is_gathering noun_keys "Whether people come together for what the noun names." "meeting summit conference"
    is_timing noun_keys "Whether the noun is what is set for what is to come." "date timetable schedule deadline venue"
    is_aiming verb_keys "Whether the passive verb says what its subject is for." "aim intend design mean gear target"
    is_refusing verb_keys "Whether the verb, which may look like a noun, says that somebody will not." "refuse decline"
    is_lifting verb_keys "Whether the verb takes away what stands against something." "end lift ease remove relax drop"
    is_ordering verb_keys "Whether the verb tells somebody to act." "direct instruct order mandate send dispatch"
    is_scheduling verb_keys "Whether the verb says of what is to be done that it has its time." "plan intend expect \
        schedule slate set arrange"
    is_telling verb_keys "Whether the verb is one of speaking about something that is." "boast brag comment elaborate write talk speak \
        remark answer respond joke complain say disclose reveal brief inform relate attribute"
    is_enabling verb_keys "Whether the verb, past, says that what it let somebody do was done." "enable"
    is_luck noun_keys "Whether who had it did what it was to do." "opportunity honour honor pleasure privilege \
        misfortune luck"
    is_changing verb_keys "Whether the verb has for object an agreement that there is." "extend renew renegotiate revise \
        amend modify update prolong reopen reinterpret rewrite review alter join"
    is_coinciding verb_keys "Whether the verb says that two events fall on the same days." "coincide overlap clash"
    is_conducting verb_keys "Whether those who meet do so." "assess discuss review consider examine address cover tackle \
        debate focus concentrate deal"
    is_scrapping verb_keys "Whether the verb ends what is planned, or what goes on." "block cancel scrap suspend"
    is_of_pact noun_keys "Whether the noun, behind an agreement, is one of the things that follow from it." "work worker \
        price value term holder partner party obligation payment revenue provision clause year period"
    is_keeping verb_keys "Whether the verb has something go on." "maintain keep preserve sustain"
    is_leaving verb_keys "Whether the verb ends an agreement or tie that it has for object." "drop leave exit ditch dump axe \
        jettison repudiate annul nullify void rescind dissolve tear rip"
    is_making verb_keys "Whether the verb makes an agreement." "sign ink reach clinch seal conclude strike broker agree \
        finalise finalize ratify initial negotiate"
    is_agreeing verb_keys "Whether the verb is to agree." "agree"
    is_hope verb_keys "Whether the verb hopes." "hope wish"
    is_suggesting verb_keys "Whether the verb, past, may as well report: \"suggested that they met\"." "suggest"
    is_wish verb_keys "Whether the verb is one of wishing whose clause is no report: \"hopes that\", \"proposed that\"."
        "hope propose suggest expect demand urge wish recommend"
    is_stopping verb_keys "Whether the verb halts what it does, and on the way to do what its infinitive tells." "stop halt"
    is_topic noun_keys "Whether the noun is what people agree on." "issue matter measure step recommendation"
    is_seeming verb_keys "Whether the verb says how a thing looks: \"looks set to meet\"." "look seem appear"
    is_giving verb_keys "Whether the verb hands over what helps." "donate contribute spend pay send dispatch deploy \
        lend allocate pour ship"
    is_gift noun_keys "Whether the noun is what is given to help." "aid fund money loan grant package troop team donation credit \
        help support assistance backing"
    is_accepting verb_keys "Whether the verb answers what was asked with yes." "accept take receive get"
    is_winning verb_keys "Whether who does so has an agreement." "receive win get land secure sign award clinch"
    is_setting_out verb_keys "Whether the verb, present and with a day, tells of what is to come." "leave depart fly travel go \
        head begin start open meet visit arrive attend"
    is_taking_part verb_keys "Whether the verb is to be among those who do what stands behind \"in\"." "participate take join \
        engage involve include interest appear show succeed"
    is_concluding verb_keys "Whether the verb brings to an end what goes on." "conclude finalise finalize finish complete end"
    is_settling verb_keys "Whether the verb makes an agreement as it makes a plan." "set arrange decide"
    is_threatening verb_keys "Whether the verb says that somebody may do harm." "threaten warn press pressure lobby sue \
        petition"
    is_ally noun_keys "Whether the noun is one of those who go together." "ally partner friend supplier backer mate"
    is_reworking verb_keys "Whether the verb has for object a tie or firm that there is." "restructure reorganise reorganize \
        salvage rescue reconsider rethink stabilise stabilize scrutinise scrutinize"
    is_looking_into verb_keys "Whether the verb has for object what was done." "investigate probe criticise criticize condemn \
        denounce deplore"
    is_holding noun_keys "Whether the noun is what somebody has in a firm." "stake share shareholding holding"
    is_body noun_keys "Whether the noun is a body of several, which acts as one." "consortium coalition grouping bloc"
    is_coming_about noun_keys "Whether the noun says that an agreement is made." "signing completion conclusion approval \
        announcement ratification closing negotiation finalisation finalization adoption talk discussion idea signature round"
    is_using verb_keys "Whether the infinitive says what a thing was used for and came about." "use take"
    is_done verb_keys "Whether the infinitive of the verb has come about: \"managed to sign\", \"came together to form\"."
        "continue manage begin start help gather join go use proceed come get move step rush hurry race choose elect opt \
        summon appear believe claim know report say seem see think understand happen please delight honour honor thrill"
    is_mere_idea noun_keys "Whether what is no more than that has not come about." "possibility option prospect \
        dream rumour rumor speculation"
    is_outlook noun_keys "Whether the noun, with a clause, says that something may well be." "hope chance likelihood"
    is_trouble noun_keys "Whether who has it has not done so far what it is about." "problem difficulty trouble"
    is_lasting verb_keys "Whether the verb says that what there is goes on." "continue last remain run"
    is_rendering verb_keys "Whether an adjective behind its object says what the object is held to be." "make render find \
        consider deem leave"
    is_cutting verb_keys "Whether the verb has less of its object, or none." "abandon curb curtail cut freeze reduce sever slash"
    is_negotiating noun_keys "Whether people do so before they have an agreement." "talk negotiation dialogue consultation \
        discussion"
    is_end verb_keys "Whether the verb may say that something is over." "end break"
    is_bearing_no_fruit noun_keys "Whether the noun says that what was held is over or came to nothing." "failure end"
    is_applying verb_keys "Whether who does so for a thing asks for it." "apply bid compete lobby push press plead"
    occurs verb_keys "Whether the verb says of an event only that it comes about, goes on or ends." "be take begin start \
        resume continue open happen occur conclude end go expand grow deepen strengthen improve exist proceed come \
        develop focus cover follow materialise materialize"
    comes_about verb_keys "Whether the verb says of an event that it comes about, or what it is about." "be take begin start \
        resume continue open happen occur proceed go come follow convene conclude close hold sign meet focus cover discuss \
        address include reach finalise finalize seal complete agree announce launch establish expand grow deepen \
        strengthen improve develop materialise materialize kick visit receive attend feature present approve ratify"
    is_pact noun_keys "Whether the noun is an agreement." "agreement deal pact accord treaty contract memorandum mou \
        protocol truce ceasefire settlement declaration arrangement convention"
    is_part noun_keys "Whether the noun is a part of an agreement that there is, or how it fares." "term provision clause \
        year anniversary legacy part spirit expiry opponent critic supporter \
        commitment obligation pledge promise aim goal objective principle step scope importance"
    is_asking noun_keys "Whether the noun is something asked for or put forward." "offer call request proposal invitation \
        plan idea bid appeal demand"
    is_tie noun_keys "Whether the noun is what binds those who go together." "relation tie relationship friendship \
        partnership alliance cooperation link bond venture"
}

/// Whether the noun is a meeting that is over when those who met part.
pub(crate) fn is_occasion(noun: Key) -> bool {
    is_trip(noun) || is_gathering(noun)
}

/// Whether the noun is an event at which people talk.
pub(crate) fn is_talking(noun: Key) -> bool {
    is_negotiating(noun) || is_occasion(noun)
}

/// Whether the verb ends what goes on.
pub(crate) fn is_interrupting(verb: Key) -> bool {
    is_end(verb) || is_stopping(verb) || is_scrapping(verb)
}

/// Whether the verb, with an object, does away with it.
pub(crate) fn is_reducing(verb: Key) -> bool {
    is_end(verb) || is_scrapping(verb) || is_cutting(verb)
}

static CARRYING_OUT: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    let mut words = inflect::verb_keys(
        "monitor implement conform contravene honour honor violate breach observe respect uphold enforce fulfil fulfill execute flout \
         undermine comply abide adhere renege",
    );
    words.extend(inflect::noun_keys("implementation violation breach enforcement compliance observance adherence"));
    words
});

/// Whether the verb or noun says how an agreement fares that there is.
pub(crate) fn is_carrying_out(word: Key) -> bool {
    CARRYING_OUT.contains(&word)
}

static OFF: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("call break put cut"));
static OUT: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("pull walk back drop storm opt throw"));
static DOWN: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("turn knock vote shoot"));
static UP: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("hold"));
static AWAY: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("walk back turn"));

/// Whether a verb ends what follows with the particle: "called off talks", "pulled out of talks", "turned down aid".
pub(crate) fn is_ending(verb: Key, particle: Key) -> bool {
    let verbs = const { Key::each(["off", "out", "down", "up", "away"]) }.iter().position(|p| *p == particle);
    verbs.is_some_and(|i| [&OFF, &OUT, &DOWN, &UP, &AWAY][i].contains(&verb))
}

/// What a verb says of its infinitive or object.
pub(crate) fn of_verb(verb: Key) -> Option<Attitude> {
    VERB_TABLE.get(&verb).copied()
}

/// What a noun says of the infinitive or gerund after it.
pub(crate) fn of_noun(noun: Key) -> Option<Attitude> {
    NOUN_TABLE.get(&noun).copied()
}

/// What an adjective says of its noun or of the infinitive after it.
pub(crate) fn of_adjective(adjective: Key) -> Option<Attitude> {
    ADJECTIVE_TABLE.get(&adjective).copied()
}
