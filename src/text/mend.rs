//! What the tagger's rules get wrong in news.

use super::class::Classes;
use super::{Key, Tag, Tags, Token, TokenKind, flag};

/// Gives token `i` another tag where news asks for it. `last` is the nearest word before that is no adverb.
pub(super) fn mend(tokens: &[Token], tags: &mut [Tag], i: usize, last: Option<usize>, allowed: Tags) {
    if !is_settled(tokens, tags, i, allowed) {
        return retag(tokens, tags, i, last, allowed);
    }
    debug_assert!({
        let tag = tags[i];
        retag(tokens, tags, i, last, allowed);
        tags[i] == tag
    });
}

/// Whether no rule below speaks of a word: the lexicon has it, but never as a verb, it is no "south" before a name, no
/// "later" behind "would", no "under" of "under-secretary" and no adjective that may be a name.
fn is_settled(tokens: &[Token], tags: &[Tag], i: usize, allowed: Tags) -> bool {
    let verbs = [Tag::Verb, Tag::Past, Tag::Gerund, Tag::Participle, Tag::Present, Tag::Third];
    let asked = i > 0 && tags[i - 1] == Tag::Modal;
    allowed.0 != 0
        && !asked
        && !tags[i].is_verb()
        && !verbs.into_iter().any(|verb| allowed.has(verb))
        && (tags.get(i + 1) != Some(&Tag::Name) || !is_compass(tokens[i].key))
        && !is_under(tokens, tags, i)
        && !(tags[i] == Tag::Adjective && tokens[i].has(flag::CAPITAL))
}

/// What the rules above get wrong in news.
fn retag(tokens: &[Token], tags: &mut [Tag], i: usize, last: Option<usize>, allowed: Tags) {
    let class = |j: usize| tokens.get(j).map_or(Classes::default(), |t| t.classes);
    let word = |j: usize| tokens.get(j).map_or(Key::default(), |t| t.key);
    let beside = i.checked_sub(1).map(|j| tags[j]);
    let before = last.map(|j| tags[j]);
    // "would later visit": when, not what kind.
    let time = const { Key::each(["later", "soon", "first", "next"]) };
    if beside == Some(Tag::Modal) && time.contains(&tokens[i].key) {
        tags[i] = Tag::Adverb;
    }
    // "did visit Peru", "did sign the deal"
    let does = || {
        i > 0
            && class(i - 1).any(Classes::DO)
            && tags[i] == Tag::Noun
            && tokens.get(i + 1).is_some_and(|t| t.is_capitalised() || t.classes.any(Classes::ARTICLE))
    };
    if allowed.has(Tag::Verb) && does() {
        tags[i] = Tag::Verb;
    }
    match before {
        // "to further expand": it only says how.
        Some(Tag::To | Tag::Modal)
            if tokens[i].key == const { Key::of_ascii("further") }
                && matches!(tags.get(i + 1), Some(Tag::Verb | Tag::Present)) =>
        {
            tags[i] = Tag::Adverb;
        }
        // "to jointly visit", "will visit"; but "to talks".
        Some(Tag::To | Tag::Modal) if allowed.has(Tag::Verb) && tags[i] != Tag::Nouns && !is_compound(tokens, i) => {
            tags[i] = Tag::Verb;
        }
        // "a visit", "his support", "official talks".
        Some(Tag::Determiner | Tag::Owner | Tag::Possessive | Tag::Adjective)
            if before == beside
                && matches!(tags[i], Tag::Verb | Tag::Present | Tag::Third)
                && !(tags[i] == Tag::Third && is_this(word(i - 1))) =>
        {
            tags[i] = noun_of(allowed).unwrap_or(tags[i]);
        }
        // "on visit", "in talks"; but "that visit", "as talks continue".
        Some(Tag::Preposition) if before == beside && matches!(tags[i], Tag::Verb | Tag::Present | Tag::Third) => {
            let opens = class(i - 1).any(Classes::SUBORDINATOR.or(Classes::RELATIVE));
            if !opens {
                tags[i] = noun_of(allowed).unwrap_or(tags[i]);
            }
        }
        _ => {}
    }
    // "HE Ann Lee": a title, no pronoun.
    if tags[i] == Tag::Pronoun
        && tokens[i].has(flag::ALL_CAPS)
        && tokens[i].key == const { Key::of_ascii("he") }
        && tokens.get(i + 1).is_some_and(|t| t.is_capitalised() && !t.has(flag::ALL_CAPS))
    {
        tags[i] = Tag::Name;
    }
    // "a closed-door meeting"
    let hyphen = const { Key::of_ascii("-") };
    if matches!(tags[i], Tag::Past | Tag::Participle | Tag::Present | Tag::Verb)
        && matches!(beside, Some(Tag::Determiner | Tag::Owner | Tag::Possessive))
        && word(i + 1) == hyphen
    {
        tags[i] = Tag::Adjective;
    }
    // "the long-awaited help"
    if matches!(tags[i], Tag::Verb | Tag::Present)
        && matches!(beside, Some(Tag::Past | Tag::Participle))
        && i > 2
        && word(i - 2) == hyphen
        && let Some(noun) = noun_of(allowed)
    {
        tags[i] = noun;
    }
    // "under the bases accord, Peru may": no verb without what it gives.
    if matches!(tags[i], Tag::Verb | Tag::Present)
        && tokens[i].key == const { Key::of_ascii("accord") }
        && beside.is_some_and(Tag::is_noun)
        && tokens.get(i + 1).is_none_or(|t| !t.is_word())
    {
        tags[i] = Tag::Noun;
    }
    // "is jointly run by", "to be set by"
    let by = || word(i + 1) == const { Key::of_ascii("by") };
    if allowed.has(Tag::Participle) && last.is_some_and(|j| class(j).any(Classes::BE)) && by() {
        tags[i] = Tag::Participle;
    }
    // "an event jointly organised by Peru"
    if matches!(tags[i], Tag::Adjective | Tag::Past)
        && allowed.has(Tag::Participle)
        && by()
        && beside.is_some_and(Tag::is_adverb)
        && before.is_some_and(Tag::is_noun)
    {
        tags[i] = Tag::Participle;
    }
    // "a charity which works with farmers"
    if tags[i] == Tag::Nouns && matches!(beside, Some(Tag::WhDeterminer | Tag::WhPronoun)) && allowed.has(Tag::Third) {
        tags[i] = Tag::Third;
    }
    // "talked by phone": by nobody.
    let means = const { Key::each(["phone", "telephone", "video", "email", "satellite", "radio", "letter"]) };
    let talks = tags[i] == Tag::Participle && allowed.has(Tag::Past) && word(i + 1) == const { Key::of_ascii("by") };
    if talks && means.contains(&word(i + 2)) && beside.is_some_and(Tag::is_noun) {
        tags[i] = Tag::Past;
    }
    // "Ann Lee, the envoy, travelled to Peru": no adjective before where to.
    let goes = const { Key::each(["to", "from"]) };
    if tags[i] == Tag::Adjective
        && allowed.has(Tag::Past)
        && goes.contains(&word(i + 1))
        && i > 0
        && (!tokens[i - 1].is_word() || tags[i - 1].is_noun())
    {
        tags[i] = Tag::Past;
    }
    // "will on Friday meet": a date stands between helper and verb.
    let modal_before = |j: usize| (2..=3).any(|n| j >= n && tags[j - n] == Tag::Modal);
    if allowed.has(Tag::Verb) && i > 2 && class(i - 1).any(Classes::WEEKDAY) && modal_before(i) {
        tags[i] = Tag::Verb;
    }
    // "Xi and Putin discuss": without a helper before it a finite verb.
    if tags[i] == Tag::Verb && allowed.has(Tag::Present) {
        let helped = last.is_some_and(|j| class(j).any(Classes::DO))
            || matches!(before, Some(Tag::To | Tag::Modal | Tag::Coordinator) | None);
        if !helped
            && matches!(
                before,
                Some(Tag::Name | Tag::Names | Tag::Nouns | Tag::Pronoun | Tag::WhPronoun | Tag::WhDeterminer)
            )
        {
            tags[i] = Tag::Present;
        }
    }
    // "Japan share a view", "Xi host the two": with an object after it a verb.
    if matches!(tags[i], Tag::Noun | Tag::Nouns) && beside == Some(Tag::Name) {
        let verb = [Tag::Past, Tag::Present, Tag::Third].into_iter().find(|t| allowed.has(*t));
        let up = tokens.get(i + 1).is_some_and(|t| t.key == const { Key::of_ascii("up") });
        let object = up || class(i + 1).any(Classes::ARTICLE.or(Classes::POSSESSIVE));
        if let Some(verb) = verb.filter(|_| object) {
            tags[i] = verb;
        }
    }
    // "made telephone calls"
    let plural = const { Key::each(["calls", "visits", "talks"]) };
    if tags[i] == Tag::Third
        && beside == Some(Tag::Noun)
        && i > 1
        && tags[i - 2].is_verb()
        && plural.contains(&tokens[i].key)
    {
        tags[i] = Tag::Nouns;
    }
    // "said that talks with Peru could fail", "said that talks with Peru had failed": another verb follows.
    let failing = plural.contains(&tokens[i].key)
        && i > 0
        && word(i - 1) == const { Key::of_ascii("that") }
        && const { Key::each(["with", "between", "in", "on"]) }.contains(&word(i + 1))
        && (i + 1..tags.len().min(i + 13))
            .any(|j| tags[j] == Tag::Modal || class(j).any(Classes::BE.or(Classes::HAVE)));
    if tags[i] == Tag::Third && failing {
        tags[i] = Tag::Nouns;
    }
    // "When meeting with Kim": no noun without a determiner.
    if tags[i] == Tag::Noun
        && allowed.has(Tag::Gerund)
        && matches!(beside, Some(Tag::WhAdverb | Tag::Preposition))
        && word(i + 1) == const { Key::of_ascii("with") }
        && i > 0
        && tokens[i - 1].classes.any(Classes::SUBORDINATOR)
    {
        tags[i] = Tag::Gerund;
    }
    // "will be meeting Bo Ek", "while meeting Bo Ek", "spent the month meeting Bo Ek"; but "the two-day meeting Bo Ek led"
    let spent =
        const { Key::each(["day", "week", "month", "year", "hour", "days", "weeks", "months", "years", "hours"]) };
    let opens = || {
        i > 0
            && (class(i - 1).any(Classes::BE.or(Classes::SUBORDINATOR))
                || spent.contains(&word(i - 1)) && !(i > 1 && word(i - 2) == hyphen))
    };
    let named = || tokens.get(i + 1).is_some_and(|t| t.has(flag::CAPITAL) || t.classes.any(Classes::POSSESSIVE));
    // "Meeting Bo Ek in Rome, Ann Lee said"
    let leads = || {
        tokens[i].has(flag::SENTENCE_START)
            && const { Key::each(["meeting", "greeting", "briefing"]) }.contains(&tokens[i].key)
            && tokens[i + 1..].iter().any(|t| t.key == const { Key::of_ascii(",") })
            && (named() || word(i + 1) == const { Key::of_ascii("with") })
    };
    if tags[i] == Tag::Noun && allowed.has(Tag::Gerund) && (opens() && named() || leads()) {
        tags[i] = Tag::Gerund;
    }
    // "showed Bo Ek round the school": behind whom it is shown to, no verb.
    let round = const { Key::of_ascii("round") };
    if tokens[i].key == round
        && matches!(tags[i], Tag::Verb | Tag::Present)
        && beside.is_some_and(|tag| tag.is_noun() || tag == Tag::Pronoun)
    {
        tags[i] = Tag::Preposition;
    }
    // "Peru and Chile work together"
    let joint = const { Key::each(["together", "closely", "jointly", "hand"]) };
    let listed = |tags: &[Tag]| i > 2 && tokens[i - 2].key == const { Key::of_ascii("and") } && tags[i - 3].is_noun();
    if tags[i] == Tag::Noun && beside == Some(Tag::Name) && listed(tags) && joint.contains(&word(i + 1)) {
        tags[i] = [Tag::Present, Tag::Verb].into_iter().find(|t| allowed.has(*t)).unwrap_or(tags[i]);
    }
    // "the ties that bind Peru and Chile"
    let that = || i > 0 && tokens[i - 1].key == const { Key::of_ascii("that") };
    let binds = const { Key::each(["bind", "link", "unite"]) };
    if tags[i] == Tag::Noun && that() && binds.contains(&tokens[i].key) && i > 1 && tags[i - 2].is_noun() {
        tags[i] = Tag::Present;
    }
    // "UNICEF hand over": no hand of theirs.
    let over = || word(i + 1) == const { Key::of_ascii("over") };
    if tags[i] == Tag::Noun && beside == Some(Tag::Name) && over() && tokens[i].key == const { Key::of_ascii("hand") } {
        tags[i] = Tag::Present;
    }
    // "the US military trains Iraqi pilots"
    let helps = const { Key::each(["trains", "funds", "backs", "supports", "helps", "aids", "arms"]) };
    let whom = || tokens.get(i + 1).is_some_and(|t| t.is_capitalised());
    if tags[i] == Tag::Nouns
        && matches!(beside, Some(Tag::Name | Tag::Noun))
        && whom()
        && helps.contains(&tokens[i].key)
        && !tags.iter().any(|t| matches!(t, Tag::Past | Tag::Third | Tag::Modal))
    {
        tags[i] = Tag::Third;
    }
    // "Peru and Chile share deep ties"
    let shared = const { Key::each(["share", "mark", "host", "plan", "face", "need", "aim", "hope", "work"]) };
    let object = || {
        matches!(
            tags.get(i + 1),
            Some(Tag::Adjective | Tag::Number | Tag::Determiner | Tag::Owner | Tag::To | Tag::Nouns)
        )
    };
    if tags[i] == Tag::Noun && beside == Some(Tag::Name) && listed(tags) && object() && shared.contains(&tokens[i].key)
    {
        tags[i] = [Tag::Present, Tag::Verb].into_iter().find(|t| allowed.has(*t)).unwrap_or(tags[i]);
    }
    // "denied meeting Bo Ek"
    let said = const { Key::each(["denied", "denies", "admitted", "admits", "recalled", "recalls", "avoided"]) };
    if tags[i] == Tag::Noun && allowed.has(Tag::Gerund) && i > 0 && said.contains(&word(i - 1)) && named() {
        tags[i] = Tag::Gerund;
    }
    // "will train staff of": those who are trained.
    if matches!(tags[i], Tag::Verb | Tag::Present)
        && tokens[i].key == const { Key::of_ascii("staff") }
        && beside.is_some_and(Tag::is_verb)
    {
        tags[i] = Tag::Noun;
    }
    // "saw him meeting the king", "are today meeting the king", "is in Rome this week meeting with the king"
    let times = const { Key::each(["today", "now", "week", "currently", "still", "him", "them", "also"]) };
    if tags[i] == Tag::Noun
        && allowed.has(Tag::Gerund)
        && i > 0
        && times.contains(&tokens[i - 1].key)
        && (word(i + 1) == const { Key::of_ascii("with") }
            || tokens.get(i + 1).is_some_and(|t| t.has(flag::CAPITAL))
            || matches!(tags.get(i + 1), Some(Tag::Name | Tag::Determiner | Tag::Owner)))
    {
        tags[i] = Tag::Gerund;
    }
    // "including speaking at the UN, meeting with the pope"
    if tags[i] == Tag::Noun
        && allowed.has(Tag::Gerund)
        && i > 0
        && tokens[i - 1].key == const { Key::of_ascii(",") }
        && word(i + 1) == const { Key::of_ascii("with") }
    {
        tags[i] = Tag::Gerund;
    }
    // "an open skies deal"
    if matches!(tags[i], Tag::Verb | Tag::Present) && beside == Some(Tag::Nouns) && allowed.has(Tag::Noun) {
        let modifies = |t: &Tag| t.is_noun() || t.is_adjective() || *t == Tag::Gerund;
        let first = (0..i).rev().find(|&j| !modifies(&tags[j]));
        let one = first.is_some_and(
            |j| matches!(tokens[j].key, k if k == const { Key::of_ascii("a") } || k == const { Key::of_ascii("an") }),
        );
        if one {
            tags[i] = Tag::Noun;
        }
    }
    // "arms control", "his first ever visit"
    let modified = || {
        word(i.wrapping_sub(1)) == const { Key::of_ascii("arms") }
            || word(i.wrapping_sub(1)) == const { Key::of_ascii("ever") }
                && word(i.wrapping_sub(2)) == const { Key::of_ascii("first") }
    };
    if matches!(tags[i], Tag::Verb | Tag::Present) && modified() && allowed.has(Tag::Noun) {
        tags[i] = Tag::Noun;
    }
    // "gives Peru aid": a thing, not what Peru does.
    let given = const { Key::each(["aid", "help", "support"]) };
    if matches!(tags[i], Tag::Verb | Tag::Present)
        && beside == Some(Tag::Name)
        && given.contains(&tokens[i].key)
        && i > 1
        && tags[i - 2].is_verb()
    {
        tags[i] = Tag::Noun;
    }
    // "sought help from Peru": a thing, not what is done.
    let from = const { Key::each(["from", "to", "for", "in"]) };
    if matches!(tags[i], Tag::Verb | Tag::Present)
        && given.contains(&tokens[i].key)
        && matches!(beside, Some(Tag::Past | Tag::Third | Tag::Gerund | Tag::Participle | Tag::Present))
        && from.contains(&word(i + 1))
    {
        tags[i] = Tag::Noun;
    }
    // "This comes a week after"
    if tags[i] == Tag::Nouns && i > 0 && is_this(word(i - 1)) && allowed.has(Tag::Third) && !failing {
        tags[i] = Tag::Third;
    }
    // "when Ann Lee visits Quito"
    let goes = const { Key::each(["visits", "hosts", "tours"]) };
    if tags[i] == Tag::Nouns
        && beside == Some(Tag::Name)
        && goes.contains(&tokens[i].key)
        && tags.get(i + 1) == Some(&Tag::Name)
        && !tokens.get(i + 1).is_some_and(|t| t.classes.any(Classes::WEEKDAY.or(Classes::MONTH)))
    {
        tags[i] = Tag::Third;
    }
    // "Lee travelled to Peru"
    let goes = || matches!(tags.get(i + 1), Some(Tag::To | Tag::Preposition | Tag::Determiner | Tag::Owner));
    if tags[i] == Tag::Adjective
        && allowed.has(Tag::Past)
        && goes()
        && matches!(beside, Some(Tag::Name | Tag::Names | Tag::Pronoun | Tag::WhPronoun | Tag::WhDeterminer))
    {
        tags[i] = Tag::Past;
    }
    // "the partnership with Peru dates from 2010"
    let since = const { Key::each(["from", "back", "to"]) };
    if tags[i] == Tag::Nouns
        && tokens[i].key == const { Key::of_ascii("dates") }
        && since.contains(&word(i + 1))
        && matches!(beside, Some(Tag::Name | Tag::Noun))
    {
        tags[i] = Tag::Third;
    }
    // "a collective bargaining agreement": what kind of agreement it is.
    let papers = const {
        Key::each([
            "agreement",
            "deal",
            "pact",
            "accord",
            "arrangement",
            "contract",
            "venture",
            "scheme",
            "mission",
            "programme",
            "program",
        ])
    };
    if tags[i] == Tag::Gerund
        && matches!(beside, Some(Tag::Noun | Tag::Adjective))
        && papers.contains(&word(i + 1))
        && !last.is_some_and(|j| class(j).any(Classes::BE))
    {
        tags[i] = Tag::Noun;
    }
    // "help for the war-torn north"
    if tags[i] == Tag::Verb && before == Some(Tag::To) && is_compound(tokens, i) {
        tags[i] = noun_of(allowed).unwrap_or(tags[i]);
    }
    // "may halt budget talks": behind a bare verb stands no other.
    let bids = const { Key::each(["help", "let", "make", "go", "come", "dare", "please"]) };
    if tags[i] == Tag::Verb
        && beside == Some(Tag::Verb)
        && allowed.has(Tag::Noun)
        && i > 0
        && !bids.contains(&tokens[i - 1].key)
    {
        tags[i] = Tag::Noun;
    }
    // "the Lima Club sporting director Ann Lee": what kind of director.
    if tags[i] == Tag::Gerund
        && const { Key::each(["sporting", "acting", "managing", "founding"]) }.contains(&tokens[i].key)
        && matches!(tags.get(i + 1), Some(Tag::Noun))
        && beside == Some(Tag::Name)
    {
        tags[i] = Tag::Adjective;
    }
    // "Lima boss Ann Lee": who she is.
    let roles =
        const { Key::each(["boss", "coach", "chair", "head", "pilot", "captain", "host", "judge", "star", "chief"]) };
    if matches!(tags[i], Tag::Verb | Tag::Present)
        && roles.contains(&tokens[i].key)
        && i > 0
        && tokens[i - 1].has(flag::CAPITAL)
        && tokens.get(i + 1).is_some_and(|t| t.is_capitalised() && !t.has(flag::ALL_CAPS))
    {
        tags[i] = Tag::Noun;
    }
    // "the deputy under-secretary": part of a word.
    if is_under(tokens, tags, i) {
        tags[i] = Tag::Adjective;
    }
    // "said Polar had joined": the name of somebody, since nothing follows that it could describe.
    let acts = |j: usize| class(j).any(Classes::BE.or(Classes::HAVE).or(Classes::MODAL));
    if tags[i] == Tag::Adjective
        && tokens[i].has(flag::CAPITAL)
        && !tokens[i].has(flag::SENTENCE_START)
        && i > 0
        && (tags[i - 1].is_finite() || class(i - 1).any(Classes::RELATIVE.or(Classes::SUBORDINATOR)))
        && acts(i + 1)
    {
        tags[i] = Tag::Name;
    }
    // "with south China's ports"
    if tags.get(i + 1) == Some(&Tag::Name) && !tokens[i].has(flag::CAPITAL) && is_compass(tokens[i].key) {
        tags[i] = Tag::Adjective;
    }
    // "Lee's The Long Road": what is hers, a title.
    let title = || tokens.get(i + 1).is_some_and(|t| t.has(flag::CAPITAL) && t.classes.any(Classes::ARTICLE));
    if tags[i].is_verb()
        && matches!(beside, Some(Tag::Name | Tag::Names))
        && const { Key::each(["'s", "’s"]) }.contains(&tokens[i].key)
        && title()
    {
        tags[i] = Tag::Possessive;
    }
    // "28 million euros"
    if tags[i] == Tag::Third && beside == Some(Tag::Number) {
        tags[i] = Tag::Nouns;
    }
    // ", the Lima Post reports."
    let closes = || tokens.get(i + 1).is_none_or(|t| matches!(t.kind, TokenKind::Punct | TokenKind::Quote));
    if tags[i] == Tag::Nouns
        && beside == Some(Tag::Name)
        && closes()
        && tokens[i].key == const { Key::of_ascii("reports") }
    {
        tags[i] = Tag::Third;
    }
    // "Peru talks to Chile": somebody it is talked to.
    let to = || {
        tokens.get(i + 1).is_some_and(|t| t.key == const { Key::of_ascii("to") })
            && matches!(tags.get(i + 2), Some(Tag::Name | Tag::Determiner | Tag::Owner))
    };
    if tags[i] == Tag::Nouns && beside == Some(Tag::Name) && to() && tokens[i].key == const { Key::of_ascii("talks") } {
        tags[i] = Tag::Third;
    }
    // "the signing was", "his visiting of": a gerund behind a determiner is a noun unless a noun follows.
    if tags[i] == Tag::Gerund && matches!(beside, Some(Tag::Determiner | Tag::Owner | Tag::Possessive)) {
        let next = tags.get(i + 1).copied().unwrap_or(Tag::Punct);
        if !next.is_noun() && !next.is_adjective() && !matches!(next, Tag::Gerund | Tag::Participle | Tag::Number) {
            tags[i] = Tag::Noun;
        }
    }
    // "worth 3 million": what it is worth hangs on it.
    if tags[i] == Tag::Adjective && tokens[i].key == const { Key::of_ascii("worth") } {
        tags[i] = Tag::Preposition;
    }
    // "in that case": behind a preposition it points.
    let plain = || tags.get(i + 1).is_some_and(|t| matches!(t, Tag::Noun | Tag::Nouns | Tag::Adjective));
    if tags[i] == Tag::Preposition
        && plain()
        && tokens[i].key == const { Key::of_ascii("that") }
        && beside == Some(Tag::Preposition)
    {
        tags[i] = Tag::Determiner;
    }
    // "countries including Peru", "following talks in Rome"; but "is following", "the following".
    let gerund = matches!(tags[i], Tag::Gerund | Tag::Adjective | Tag::Noun);
    if gerund && tokens[i].key == const { Key::of_ascii("including") } {
        tags[i] = Tag::Preposition;
    }
    if gerund
        && tokens[i].key == const { Key::of_ascii("following") }
        && !last.is_some_and(|j| class(j).any(Classes::BE.or(Classes::DETERMINER).or(Classes::POSSESSIVE)))
    {
        tags[i] = Tag::Preposition;
    }
    // "were brokered by": what is done by somebody.
    let made = matches!(tags[i], Tag::Adjective | Tag::Noun | Tag::Name | Tag::Past) && !tokens[i].has(flag::CAPITAL);
    if made
        && word(i + 1) == const { Key::of_ascii("by") }
        && last.is_some_and(|j| class(j).any(Classes::BE))
        && tokens[i].span.end - tokens[i].span.start > 4
        && allowed.0 == 0
    {
        tags[i] = Tag::Participle;
    }
    // "are close allies": after a form of be no bare verb stands.
    if matches!(tags[i], Tag::Verb | Tag::Present) && last.is_some_and(|j| class(j).any(Classes::BE.or(Classes::HAVE)))
    {
        let other = [Tag::Adjective, Tag::Noun, Tag::Participle].into_iter().find(|t| allowed.has(*t));
        tags[i] = other.unwrap_or(tags[i]);
    }
    // "after meeting Kim", "by visiting the town": the noun has an object.
    if tags[i] == Tag::Noun && allowed.has(Tag::Gerund) && beside == Some(Tag::Preposition) {
        let object = tags.get(i + 1).copied();
        if matches!(object, Some(Tag::Name | Tag::Determiner | Tag::Owner | Tag::Pronoun)) {
            tags[i] = Tag::Gerund;
        }
    }
    if matches!(tags[i], Tag::Past | Tag::Participle) {
        let helped = last.is_some_and(|j| class(j).any(Classes::BE.or(Classes::HAVE)));
        let unlisted = allowed.0 == 0;
        if helped && (unlisted || allowed.has(Tag::Participle)) {
            // "has met", "was recently held"
            tags[i] = Tag::Participle;
        } else if tags[i] == Tag::Participle && (unlisted || allowed.has(Tag::Past)) {
            // "Kim met", "they hosted"; but "Kim, accompanied by", "a deal signed by".
            let subject =
                matches!(before, Some(Tag::Name | Tag::Names | Tag::Pronoun | Tag::WhPronoun | Tag::WhDeterminer));
            // "met Xi and discussed trade": equals of one past.
            let joined = before == Some(Tag::Coordinator)
                && tags[..i].iter().rev().find(|t| t.is_verb()).is_some_and(|t| t.is_finite());
            // "said so but preferred to wait"
            let object = matches!(tags.get(i + 1), Some(Tag::To | Tag::Determiner | Tag::Owner));
            let joined =
                joined || before == Some(Tag::Coordinator) && object && tags[..i].iter().any(|t| t.is_finite());
            if (subject || joined || has_object(tokens, tags, i)) && word(i + 1) != const { Key::of_ascii("by") } {
                tags[i] = Tag::Past;
            }
        }
    }
}

/// "Lee, the mayor, recently held a meeting": what is done to a thing has no object; "given a chance" has one, "held the
/// day before" none.
fn has_object(tokens: &[Token], tags: &[Tag], i: usize) -> bool {
    let ditransitive = const {
        Key::each([
            "given",
            "named",
            "called",
            "awarded",
            "elected",
            "appointed",
            "offered",
            "shown",
            "paid",
            "asked",
            "told",
            "sent",
            "handed",
            "granted",
            "denied",
            "taught",
            "dubbed",
            "considered",
            "made",
            "left",
        ])
    };
    let times = const {
        Key::each([
            "day",
            "week",
            "month",
            "year",
            "morning",
            "afternoon",
            "evening",
            "night",
            "weekend",
            "same",
            "following",
            "previous",
        ])
    };
    let article = tokens.get(i + 1).is_some_and(|t| t.classes.any(Classes::ARTICLE.or(Classes::POSSESSIVE)));
    let time = tokens.iter().skip(i + 2).take(2).any(|t| times.contains(&t.key));
    let free = matches!(i.checked_sub(1).map(|j| tags[j]), Some(Tag::Adverb | Tag::Punct));
    article && free && !time && !ditransitive.contains(&tokens[i].key)
}

/// "war-torn": a hyphen without spaces behind the word.
fn is_compound(tokens: &[Token], i: usize) -> bool {
    let tight = |j: usize| tokens.get(j).is_some_and(|t| !t.has(flag::SPACE_BEFORE));
    tokens.get(i + 1).is_some_and(|t| t.key == const { Key::of_ascii("-") }) && tight(i + 1) && tight(i + 2)
}

/// "under-secretary"
fn is_under(tokens: &[Token], tags: &[Tag], i: usize) -> bool {
    tags[i] == Tag::Preposition
        && tokens[i].key == const { Key::of_ascii("under") }
        && i > 0
        && tags[i - 1] == Tag::Noun
        && is_compound(tokens, i)
}

/// "south", "northeast"
fn is_compass(word: Key) -> bool {
    const { Key::each(["south", "north", "east", "west", "southeast", "southwest", "northeast", "northwest"]) }
        .contains(&word)
}

/// "this comes": no plural noun stands behind it.
fn is_this(word: Key) -> bool {
    word == const { Key::of_ascii("this") } || word == const { Key::of_ascii("that") }
}

/// The noun a word may be.
pub(super) fn noun_of(allowed: Tags) -> Option<Tag> {
    [Tag::Noun, Tag::Nouns].into_iter().find(|t| allowed.has(*t))
}
