//! Our own terms, explained in their own language.

use std::io::{self, Write};

use oxrdf::{LiteralRef, NamedNodeRef, TripleRef};

use super::term::{CHANCERY, chancery, owl, prov, rdf, rdfs, schema, sem, xsd};
use super::writer::serializer;

/// A class: name, broader class, what it is.
type Class = (&'static str, Option<NamedNodeRef<'static>>, &'static str);

/// A property: term, broader property, what it leads to, what it says.
type Property = (NamedNodeRef<'static>, Option<NamedNodeRef<'static>>, Option<NamedNodeRef<'static>>, &'static str);

const CLASSES: [Class; 5] = [
    ("Event", None, "An event told by one document or several: done, planned, possible or denied."),
    ("Telling", Some(prov::ENTITY), "One sentence that tells of an event, and all it says."),
    ("Meeting", Some(sem::EVENT), "Two or more actors met or talked; only what is affirmed as done."),
    ("Cooperation", Some(sem::EVENT), "Two or more actors act together or help; only what is affirmed as done."),
    ("Support", Some(sem::EVENT), "One actor praised, endorsed or defended another; only what is affirmed as done."),
];

const PROPERTIES: [Property; 39] = [
    (chancery::RELATION_TYPE, None, None, "The class it has, or would have if it was done."),
    (chancery::POLARITY, None, Some(xsd::STRING), "positive or negative (denied by all its tellings)."),
    (chancery::MODALITY, None, Some(xsd::STRING), "actual, planned or possible."),
    (chancery::CONTRADICTED, None, Some(xsd::BOOLEAN), "Some tellings affirm it as done or planned, others deny it."),
    (chancery::TELLS, None, Some(chancery::EVENT), "The event that a telling tells of."),
    (
        chancery::JOINED_BY_WEEK,
        Some(prov::WAS_DERIVED_FROM),
        Some(chancery::TELLING),
        "A telling without a date, joined as it was published within a week of another telling.",
    ),
    (chancery::PLOVER, None, Some(xsd::STRING), "PLOVER event type."),
    (chancery::CAMEO, None, Some(xsd::STRING), "CAMEO code."),
    (chancery::ACTOR, None, None, "An actor of a telling, in any role."),
    (chancery::ARGUMENT_PARTICIPANT, Some(chancery::ACTOR), None, "Takes part on equal terms."),
    (chancery::ARGUMENT_VISITOR, Some(chancery::ACTOR), None, "Goes to see."),
    (chancery::ARGUMENT_DESTINATION, Some(chancery::ACTOR), None, "The country or organization visited."),
    (chancery::ARGUMENT_HOST, Some(chancery::ACTOR), None, "Receives."),
    (chancery::ARGUMENT_MEDIATOR, Some(chancery::ACTOR), None, "Brings the sides together."),
    (chancery::ARGUMENT_GIVER, Some(chancery::ACTOR), None, "Gives."),
    (chancery::ARGUMENT_RECEIVER, Some(chancery::ACTOR), None, "Is given."),
    (chancery::POLARITY_CUE, None, Some(xsd::STRING), "The words that deny."),
    (chancery::MODALITY_CUE, None, Some(xsd::STRING), "The words that make it planned or possible."),
    (chancery::TENSE, None, Some(xsd::STRING), "past, present or future, seen from the writer."),
    (chancery::DATE_KIND, None, Some(xsd::STRING), "exact, approximate, range, inherited or dateline."),
    (chancery::TOPIC, None, Some(xsd::STRING), "What it was about."),
    (chancery::RULE, None, Some(xsd::STRING), "The rule that found it."),
    (chancery::SENTENCE, None, Some(xsd::STRING), "The sentence it stands in."),
    (chancery::SENTENCE_START, None, Some(xsd::INTEGER), "Offset of the sentence in its document."),
    (chancery::SENTENCE_END, None, Some(xsd::INTEGER), "Offset one past the sentence."),
    (chancery::TRIGGER, None, Some(xsd::STRING), "The words that tell it."),
    (chancery::TRIGGER_START, None, Some(xsd::INTEGER), "Offset of the trigger in its document."),
    (chancery::TRIGGER_END, None, Some(xsd::INTEGER), "Offset one past the trigger."),
    (chancery::OFFSET_UNIT, None, Some(xsd::STRING), "What offsets count: chars, bytes or utf16."),
    (chancery::FIELD, None, Some(xsd::STRING), "title, where offsets count in the title and not in the text."),
    (chancery::SAID_BY, None, None, "One of those who say so."),
    (chancery::POSITION, None, Some(xsd::INTEGER), "1 for the nearest speaker."),
    (chancery::SPEAKER, None, None, "The speaker, where known."),
    (chancery::WORDS, None, Some(xsd::STRING), "The words that name the speaker."),
    (chancery::CUE, None, Some(xsd::STRING), "said, according to …"),
    (chancery::KIND, None, Some(xsd::STRING), "What an entity is more exactly: country, ministry, diplomat …"),
    (chancery::COUNTRY, None, Some(schema::COUNTRY), "The country an entity belongs to."),
    (chancery::RULES, None, Some(xsd::STRING), "Hash of the rules of a run."),
    (chancery::GAZETTEERS, None, Some(xsd::STRING), "Hash of the gazetteers of a run."),
];

/// Writes our vocabulary as Turtle.
///
/// # Errors
///
/// When `to` refuses.
pub fn write_vocabulary<W: Write>(to: W) -> io::Result<()> {
    let mut out = serializer().for_writer(to);
    let mut term = |s: NamedNodeRef<'_>,
                    class: NamedNodeRef<'_>,
                    more: [Option<(NamedNodeRef<'_>, NamedNodeRef<'_>)>; 2],
                    label: &str,
                    comment: &str|
     -> io::Result<()> {
        out.serialize_triple(TripleRef::new(s, rdf::TYPE, class))?;
        for (term, object) in more.into_iter().flatten() {
            out.serialize_triple(TripleRef::new(s, term, object))?;
        }
        let text = LiteralRef::new_language_tagged_literal_unchecked;
        out.serialize_triple(TripleRef::new(s, rdfs::LABEL, text(label, "en")))?;
        out.serialize_triple(TripleRef::new(s, rdfs::COMMENT, text(comment, "en")))?;
        out.serialize_triple(TripleRef::new(s, rdfs::IS_DEFINED_BY, NamedNodeRef::new_unchecked(CHANCERY)))
    };
    let ontology = NamedNodeRef::new_unchecked(CHANCERY);
    term(
        ontology,
        owl::ONTOLOGY,
        [None; 2],
        "Chancery",
        "Who met whom, who works with whom, and which sentence says so.",
    )?;
    for (name, broader, comment) in CLASSES {
        let iri = format!("{CHANCERY}{name}");
        let broader = broader.map(|b| (rdfs::SUB_CLASS_OF, b));
        term(NamedNodeRef::new_unchecked(&iri), rdfs::CLASS, [broader, None], name, comment)?;
    }
    for (iri, broader, range, comment) in PROPERTIES {
        let label = &iri.as_str()[CHANCERY.len()..];
        let broader = broader.map(|b| (rdfs::SUB_PROPERTY_OF, b));
        term(iri, rdf::PROPERTY, [broader, range.map(|r| (rdfs::RANGE, r))], label, comment)?;
    }
    out.finish()?.flush()
}
