//! Which triples say what a record says.
//!
//! An event is a resource with its actors, time and place; each telling of it is another, with all that its sentence
//! says and where it stands. Only what is affirmed as done is of class `chancery:Meeting` or `chancery:Cooperation`; of
//! the planned, the possible and the denied `chancery:relationType` says what they would be.

use std::io;

use oxrdf::{LiteralRef, NamedNodeRef, TermRef};

use crate::gazetteer::EntityType;
use crate::knowledge::{Event, Joined, JoinedEntity, Joiner, Names};
use crate::record::{Attribution, Day, Entity, Field, Record, Relation};
use crate::relation::{Modality, Polarity};
use crate::rule::Role;

use super::Iris;
use super::iri::foreign;
use super::term::{CHANCERY, chancery, geo, owl, prov, rdf, rdfs, schema, sem, time, xsd};

/// What takes triples.
pub trait Sink {
    /// Takes one.
    ///
    /// # Errors
    ///
    /// When what is written to refuses.
    fn triple(&mut self, s: NamedNodeRef<'_>, p: NamedNodeRef<'_>, o: TermRef<'_>) -> io::Result<()>;
}

/// Makes triples of documents and events and hands them to a sink.
#[derive(Debug)]
pub struct Triples<S> {
    sink: S,
    iris: Iris,
    /// The subject; what an object is called; a number written out.
    subject: String,
    object: String,
    number: String,
    /// Years, months and days that are resources already.
    times: Names,
    /// Producers that are resources already.
    runs: Names,
}

impl<S: Sink> Triples<S> {
    /// Resources are called as `iris` says.
    pub fn new(sink: S, iris: Iris) -> Self {
        let [subject, object, number] = [const { String::new() }; 3];
        Triples { sink, iris, subject, object, number, times: Names::default(), runs: Names::default() }
    }

    /// What the triples went to.
    pub fn sink(&mut self) -> &mut S {
        &mut self.sink
    }

    /// What the triples went to.
    pub fn into_sink(self) -> S {
        self.sink
    }

    /// A document, the entities that come for the first time, its tellings.
    ///
    /// # Errors
    ///
    /// When the sink refuses.
    pub fn document(&mut self, joined: &Joined<'_>) -> io::Result<()> {
        let record = joined.record;
        let mut document = String::new();
        self.iris.named("document", &record.id, &mut document);
        self.subject.clone_from(&document);
        self.put(rdf::TYPE, schema::NEWS_ARTICLE)?;
        self.put(rdf::TYPE, prov::ENTITY)?;
        self.literal(schema::IDENTIFIER, &record.id)?;
        if let Some(date) = record.date {
            self.day(schema::DATE_PUBLISHED, date)?;
        }
        if let Some(title) = &record.title {
            self.literal(schema::HEADLINE, title)?;
        }
        for (term, name) in [(schema::URL, "url"), (schema::PUBLISHER, "publisher")] {
            if let Some(kept) = record.kept.string(name) {
                self.literal(term, &kept)?;
            }
        }
        for entity in &joined.entities {
            self.link(schema::MENTIONS, |iris, into| iris.entity(&entity.id, into))?;
        }
        for entity in joined.entities.iter().filter(|e| e.first) {
            self.entity(entity)?;
        }
        if !record.relations.is_empty() {
            let run = self.run(record)?;
            for relation in &record.relations {
                self.telling(joined, relation, &document, &run)?;
            }
        }
        Ok(())
    }

    fn entity(&mut self, joined: &JoinedEntity<'_>) -> io::Result<()> {
        let Entity { name, entity_type, kind, country, same_as, lat, lon, .. } = joined.entity;
        self.iris.entity(&joined.id, &mut self.subject);
        let class = match (entity_type, kind.as_deref()) {
            (EntityType::Person, _) => schema::PERSON,
            (EntityType::Organization, _) => schema::ORGANIZATION,
            (_, Some("country")) => schema::COUNTRY,
            (_, Some("city" | "capital")) => schema::CITY,
            (EntityType::Place, _) => schema::PLACE,
        };
        self.put(rdf::TYPE, class)?;
        self.literal(rdfs::LABEL, name)?;
        self.literal(schema::NAME, name)?;
        if let Some(kind) = kind {
            self.literal(chancery::KIND, kind)?;
        }
        if let Some(country) = country.as_ref().filter(|c| ***c != *joined.id) {
            self.link(chancery::COUNTRY, |iris, into| iris.entity(country, into))?;
        }
        for other in same_as {
            if foreign(other, &mut self.object) {
                let iri = NamedNodeRef::new_unchecked(&self.object);
                self.sink.triple(NamedNodeRef::new_unchecked(&self.subject), owl::SAME_AS, iri.into())?;
            } else {
                self.literal(schema::IDENTIFIER, other)?;
            }
        }
        if let (Some(lat), Some(lon)) = (lat, lon) {
            self.typed(geo::LAT, lat, xsd::DECIMAL)?;
            self.typed(geo::LONG, lon, xsd::DECIMAL)?;
        }
        Ok(())
    }

    /// The run that made a record, as a resource.
    fn run(&mut self, record: &Record<'_>) -> io::Result<String> {
        let producer = &record.producer;
        let name = format!("{}-{}-{}", producer.chancery, producer.rules, producer.gazetteers);
        let mut run = String::new();
        self.iris.named("run", &name, &mut run);
        if self.runs.enter(&name).1 {
            self.subject.clone_from(&run);
            self.put(rdf::TYPE, prov::ACTIVITY)?;
            self.literal(chancery::RULES, &producer.rules)?;
            self.literal(chancery::GAZETTEERS, &producer.gazetteers)?;
            self.link(prov::WAS_ASSOCIATED_WITH, |iris, into| iris.named("software", &producer.chancery, into))?;
            self.iris.named("software", &producer.chancery, &mut self.subject);
            self.put(rdf::TYPE, prov::SOFTWARE_AGENT)?;
            self.literal(schema::NAME, "Chancery")?;
            self.literal(schema::SOFTWARE_VERSION, &producer.chancery)?;
        }
        Ok(run)
    }

    fn telling(&mut self, joined: &Joined<'_>, relation: &Relation<'_>, document: &str, run: &str) -> io::Result<()> {
        let id = |n: u32| &*joined.entities[n as usize].id;
        self.iris.resource("telling", relation.id, &mut self.subject);
        self.put(rdf::TYPE, chancery::TELLING)?;
        self.put(rdf::TYPE, prov::ENTITY)?;
        self.class(chancery::RELATION_TYPE, &relation.relation_type)?;
        self.literal(chancery::PLOVER, &relation.plover)?;
        self.literal(chancery::CAMEO, &relation.cameo)?;
        for argument in &relation.arguments {
            for term in [chancery::ACTOR, role(argument.role)] {
                self.link(term, |iris, into| iris.entity(id(argument.entity), into))?;
            }
        }
        self.literal(chancery::POLARITY, relation.polarity.as_str())?;
        self.literal(chancery::MODALITY, relation.modality.as_str())?;
        self.literal(chancery::TENSE, relation.tense.as_str())?;
        for (term, cue) in [
            (chancery::POLARITY_CUE, &relation.polarity_cue),
            (chancery::MODALITY_CUE, &relation.modality_cue),
            (chancery::TOPIC, &relation.topic),
        ] {
            if let Some(cue) = cue {
                self.literal(term, &cue.text)?;
            }
        }
        if let Some(date) = &relation.date {
            self.stamps(date.value, date.end)?;
            self.literal(chancery::DATE_KIND, date.kind.as_str())?;
        }
        if let Some(place) = relation.place {
            self.link(sem::HAS_PLACE, |iris, into| iris.entity(id(place.entity), into))?;
        }
        self.put(prov::WAS_DERIVED_FROM, NamedNodeRef::new_unchecked(document))?;
        self.put(prov::WAS_GENERATED_BY, NamedNodeRef::new_unchecked(run))?;
        self.literal(chancery::RULE, &relation.rule)?;
        self.literal(chancery::SENTENCE, &relation.sentence.text)?;
        self.typed(chancery::SENTENCE_START, relation.sentence.start, xsd::INTEGER)?;
        self.typed(chancery::SENTENCE_END, relation.sentence.end, xsd::INTEGER)?;
        self.literal(chancery::TRIGGER, &relation.trigger.text)?;
        self.typed(chancery::TRIGGER_START, relation.trigger.start, xsd::INTEGER)?;
        self.typed(chancery::TRIGGER_END, relation.trigger.end, xsd::INTEGER)?;
        self.literal(chancery::OFFSET_UNIT, joined.record.offsets.as_str())?;
        if relation.sentence.field != Field::Text {
            self.literal(chancery::FIELD, relation.sentence.field.as_str())?;
        }
        for speaker in relation.attribution.iter().filter_map(|a| a.entity) {
            self.link(prov::WAS_ATTRIBUTED_TO, |iris, into| iris.entity(id(speaker), into))?;
        }
        for position in 1..=relation.attribution.len() {
            let name = format!("{}/said/{position}", relation.id);
            self.link(chancery::SAID_BY, |iris, into| iris.resource("telling", &name, into))?;
        }
        for (i, attribution) in relation.attribution.iter().enumerate() {
            let name = format!("{}/said/{}", relation.id, i + 1);
            self.iris.resource("telling", &name, &mut self.subject);
            self.speaker(attribution, i + 1, attribution.entity.map(id))?;
        }
        Ok(())
    }

    fn speaker(&mut self, attribution: &Attribution<'_>, position: usize, id: Option<&str>) -> io::Result<()> {
        self.typed(chancery::POSITION, position, xsd::INTEGER)?;
        self.literal(chancery::WORDS, &attribution.text)?;
        self.literal(chancery::CUE, &attribution.cue)?;
        if let Some(id) = id {
            self.link(chancery::SPEAKER, |iris, into| iris.entity(id, into))?;
        }
        Ok(())
    }

    /// All joined events.
    ///
    /// # Errors
    ///
    /// When the sink refuses.
    pub fn events(&mut self, joiner: &Joiner<'_>) -> io::Result<()> {
        joiner.events().try_for_each(|event| self.event(&event))
    }

    fn event(&mut self, event: &Event<'_>) -> io::Result<()> {
        let mut time = String::new();
        if let Some(date) = event.date {
            self.time(date, event.end, &mut time)?;
        }
        self.iris.resource("event", event.id, &mut self.subject);
        self.put(rdf::TYPE, chancery::EVENT)?;
        if event.polarity == Polarity::Positive && event.modality == Modality::Actual {
            self.put(rdf::TYPE, sem::EVENT)?;
            self.class(rdf::TYPE, event.relation_type)?;
        }
        self.class(chancery::RELATION_TYPE, event.relation_type)?;
        self.literal(chancery::POLARITY, event.polarity.as_str())?;
        self.literal(chancery::MODALITY, event.modality.as_str())?;
        if event.contradicted {
            self.typed(chancery::CONTRADICTED, true, xsd::BOOLEAN)?;
        }
        for participant in &event.participants {
            self.link(sem::HAS_ACTOR, |iris, into| iris.entity(participant, into))?;
        }
        if let Some(place) = event.place {
            self.link(sem::HAS_PLACE, |iris, into| iris.entity(place, into))?;
        }
        if let Some(date) = event.date {
            self.stamps(date, event.end)?;
            self.put(time::HAS_TIME, NamedNodeRef::new_unchecked(&time))?;
        }
        for telling in &event.tellings {
            self.link(prov::WAS_DERIVED_FROM, |iris, into| iris.resource("telling", telling.relation, into))?;
            if telling.by_window {
                self.link(chancery::JOINED_BY_WEEK, |iris, into| iris.resource("telling", telling.relation, into))?;
            }
        }
        let mut told = std::mem::take(&mut self.subject);
        for telling in &event.tellings {
            self.iris.resource("telling", telling.relation, &mut self.subject);
            self.put(chancery::TELLS, NamedNodeRef::new_unchecked(&told))?;
        }
        std::mem::swap(&mut told, &mut self.subject);
        Ok(())
    }

    /// A day, month, year or a stretch of days as a resource of OWL-Time, called in `name`.
    fn time(&mut self, date: Day, end: Option<Day>, name: &mut String) -> io::Result<()> {
        let Some(end) = end else {
            self.iris.resource("time", date, name);
            if self.times.enter(name).1 {
                self.subject.clone_from(name);
                self.put(rdf::TYPE, time::INSTANT)?;
                let term = match (date.month(), date.day()) {
                    (None, _) => time::IN_XSD_G_YEAR,
                    (_, None) => time::IN_XSD_G_YEAR_MONTH,
                    _ => time::IN_XSD_DATE,
                };
                self.day(term, date)?;
            }
            return Ok(());
        };
        let (mut first, mut last) = (String::new(), String::new());
        self.time(date, None, &mut first)?;
        self.time(end, None, &mut last)?;
        self.iris.resource("time", format_args!("{date}--{end}"), name);
        if self.times.enter(name).1 {
            self.subject.clone_from(name);
            self.put(rdf::TYPE, time::PROPER_INTERVAL)?;
            self.put(time::HAS_BEGINNING, NamedNodeRef::new_unchecked(&first))?;
            self.put(time::HAS_END, NamedNodeRef::new_unchecked(&last))?;
        }
        Ok(())
    }

    fn stamps(&mut self, date: Day, end: Option<Day>) -> io::Result<()> {
        match end {
            None => self.day(sem::HAS_TIME_STAMP, date),
            Some(end) => {
                self.day(sem::HAS_BEGIN_TIME_STAMP, date)?;
                self.day(sem::HAS_END_TIME_STAMP, end)
            }
        }
    }

    fn day(&mut self, term: NamedNodeRef<'_>, day: Day) -> io::Result<()> {
        let datatype = match (day.month(), day.day()) {
            (None, _) => xsd::G_YEAR,
            (_, None) => xsd::G_YEAR_MONTH,
            _ => xsd::DATE,
        };
        self.typed(term, day, datatype)
    }

    /// `meeting` is `chancery:Meeting`.
    fn class(&mut self, term: NamedNodeRef<'_>, relation_type: &str) -> io::Result<()> {
        self.object.clear();
        self.object.push_str(CHANCERY);
        for word in relation_type.split(|c: char| !c.is_ascii_alphanumeric()) {
            let mut letters = word.chars();
            self.object.extend(letters.next().map(|c| c.to_ascii_uppercase()));
            self.object.push_str(letters.as_str());
        }
        let class = NamedNodeRef::new_unchecked(&self.object);
        self.sink.triple(NamedNodeRef::new_unchecked(&self.subject), term, class.into())
    }

    fn put(&mut self, term: NamedNodeRef<'_>, object: NamedNodeRef<'_>) -> io::Result<()> {
        self.sink.triple(NamedNodeRef::new_unchecked(&self.subject), term, object.into())
    }

    fn link(&mut self, term: NamedNodeRef<'_>, name: impl FnOnce(&Iris, &mut String)) -> io::Result<()> {
        name(&self.iris, &mut self.object);
        let object = NamedNodeRef::new_unchecked(&self.object);
        self.sink.triple(NamedNodeRef::new_unchecked(&self.subject), term, object.into())
    }

    fn literal(&mut self, term: NamedNodeRef<'_>, text: &str) -> io::Result<()> {
        let object = LiteralRef::new_simple_literal(text);
        self.sink.triple(NamedNodeRef::new_unchecked(&self.subject), term, object.into())
    }

    fn typed(
        &mut self,
        term: NamedNodeRef<'_>,
        value: impl std::fmt::Display,
        datatype: NamedNodeRef<'_>,
    ) -> io::Result<()> {
        use std::fmt::Write;
        self.number.clear();
        let _ = write!(self.number, "{value}");
        let object = LiteralRef::new_typed_literal(&self.number, datatype);
        self.sink.triple(NamedNodeRef::new_unchecked(&self.subject), term, object.into())
    }
}

fn role(role: Role) -> NamedNodeRef<'static> {
    match role {
        Role::Participant => chancery::ARGUMENT_PARTICIPANT,
        Role::Visitor => chancery::ARGUMENT_VISITOR,
        Role::Destination => chancery::ARGUMENT_DESTINATION,
        Role::Host => chancery::ARGUMENT_HOST,
        Role::Mediator => chancery::ARGUMENT_MEDIATOR,
        Role::Giver => chancery::ARGUMENT_GIVER,
        Role::Receiver => chancery::ARGUMENT_RECEIVER,
    }
}
