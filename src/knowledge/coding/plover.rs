//! PLOVER's JSON, one event a line, with the fields of its manual. Actors and recipients are lists: equals are all
//! actors; who visits, gives or mediates is the actor and who is visited, given or brought together the recipient.

use std::io::Write;

use serde::Serialize;

use crate::gazetteer::Kind;
use crate::knowledge::{Export, ExportError, Joined, JoinedEntity, Joiner};
use crate::record::{Day, OffsetUnit, Relation, RelationId};
use crate::relation::{Modality, Polarity};
use crate::rule::Role;

use super::petrarch::day;
use super::scale::{plover_quad, plover_scale};
use super::{ActorCode, contexts};

/// Writes PLOVER's JSON.
#[derive(Debug)]
pub struct Plover<W> {
    to: W,
    line: Vec<u8>,
}

impl<W: Write> Plover<W> {
    /// Writes to `to`.
    pub fn new(to: W) -> Self {
        Plover { to, line: Vec::new() }
    }
}

#[derive(Serialize)]
struct Event<'a> {
    id: RelationId,
    date: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enddate: Option<Day>,
    actor: Vec<Actor<'a>>,
    recipient: Vec<Actor<'a>>,
    event: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<&'static str>,
    context: Vec<&'static str>,
    /// PLOVER's auxiliary modes, which its own projects do not fill.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    auxiliary: Vec<&'static str>,
    quad_code: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_scale: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_loc: Option<Location<'a>>,
    event_text: &'a str,
    text: &'a str,
    text_info: TextInfo,
    cite_info: CiteInfo<'a>,
    coder: &'static str,
}

#[derive(Serialize)]
struct Actor<'a> {
    code: &'a str,
    sector: &'static str,
    entity_text: &'a str,
    identifier_id: &'a str,
    identifier_text: &'a str,
}

#[derive(Serialize)]
struct Location<'a> {
    extracted_place: &'a str,
    resolved_place: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    geonameid: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lat: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lon: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country_code: Option<&'a str>,
}

#[derive(Serialize)]
struct TextInfo {
    start: u32,
    end: u32,
    unit: OffsetUnit,
}

#[derive(Serialize)]
struct CiteInfo<'a> {
    document: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publication: Option<&'a str>,
    codebook: &'static str,
    version: &'a str,
    rule: &'a str,
}

/// The number of `source` in another base of ids: its own id or one of `same_as`.
fn id_of<'a>(joined: &'a JoinedEntity<'_>, source: &str) -> Option<&'a str> {
    let ids = std::iter::once(&*joined.id).chain(joined.entity.same_as.iter().map(|s| s.as_str()));
    ids.filter_map(|id| id.strip_prefix(source)?.strip_prefix(':')).next()
}

fn mode(joined: &Joined<'_>, relation: &Relation<'_>) -> Option<&'static str> {
    let has = |role| relation.arguments.iter().any(|a| a.role == role);
    let country = |n: u32| joined.entities[n as usize].entity.country.as_deref();
    match &*relation.plover {
        "REQUEST" | "REJECT" if relation.relation_type == "meeting" => Some("meet"),
        "CONSULT" if relation.cameo == "041" => Some("phone"),
        "CONSULT" if has(Role::Mediator) => Some("third-party"),
        "CONSULT" if has(Role::Visitor) => Some("visit"),
        "CONSULT" if relation.arguments.len() > 2 => Some("multilateral"),
        "CONSULT" => {
            let at = relation.place.and_then(|p| country(p.entity))?;
            let abroad = relation.arguments.iter().all(|a| country(a.entity).is_some_and(|c| c != at));
            abroad.then_some("third-party")
        }
        _ => None,
    }
}

impl<W: Write> Export for Plover<W> {
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        let record = joined.record;
        let (url, publisher) = (record.kept.string("url"), record.kept.string("publisher"));
        for relation in &record.relations {
            let side = |first: bool| {
                let has_first = relation.arguments.iter().any(|a| is_actor(a.role, &relation.arguments));
                let of =
                    relation.arguments.iter().filter(|a| is_actor(a.role, &relation.arguments) == first || !has_first);
                of.filter(|_| first || has_first)
                    .map(|a| {
                        let joined = &joined.entities[a.entity as usize];
                        let code = ActorCode::of(joined.entity);
                        Actor {
                            code: code.map_or("", |c| c.country),
                            sector: code.map_or("", |c| c.sector),
                            entity_text: &record.mentions[a.mention as usize].text,
                            identifier_id: id_of(joined, "wikidata").unwrap_or(&joined.id),
                            identifier_text: &joined.entity.name,
                        }
                    })
                    .collect()
            };
            let mode = mode(joined, relation);
            let topic = relation.topic.as_ref().map_or(&*relation.sentence.text, |t| &*t.text);
            let mut auxiliary = Vec::new();
            match relation.modality {
                Modality::Actual => {}
                Modality::Planned => auxiliary.push("future"),
                Modality::Possible => auxiliary.push("hypothetical"),
            }
            if relation.polarity == Polarity::Negative {
                auxiliary.push("negation");
            }
            let event = Event {
                id: relation.id,
                date: day(record, relation).map(Day::from),
                enddate: relation.date.as_ref().and_then(|d| d.end),
                actor: side(true),
                recipient: side(false),
                event: &relation.plover,
                mode,
                context: contexts([topic]).into_iter().map(|(name, _)| name).collect(),
                auxiliary,
                quad_code: plover_quad(&relation.plover),
                event_scale: plover_scale(&relation.plover, mode),
                event_loc: relation.place.map(|p| {
                    let place = &joined.entities[p.entity as usize];
                    Location {
                        extracted_place: &record.mentions[p.mention as usize].text,
                        resolved_place: &place.entity.name,
                        geonameid: id_of(place, "geonames"),
                        lat: place.entity.lat,
                        lon: place.entity.lon,
                        country_code: match place.entity.kind() {
                            Some(Kind::Water) => None,
                            _ => place.entity.country.as_deref().and_then(|c| c.strip_prefix("iso:")),
                        },
                    }
                }),
                event_text: &relation.trigger.text,
                text: &relation.sentence.text,
                text_info: TextInfo {
                    start: relation.sentence.start,
                    end: relation.sentence.end,
                    unit: record.offsets,
                },
                cite_info: CiteInfo {
                    document: &record.id,
                    url: url.as_deref(),
                    publication: publisher.as_deref(),
                    codebook: "PLOVER",
                    version: &record.producer.chancery,
                    rule: &relation.rule,
                },
                coder: "chancery",
            };
            self.line.clear();
            // Writing to a `Vec` cannot fail.
            let _ = serde_json::to_writer(&mut self.line, &event);
            self.line.push(b'\n');
            self.to.write_all(&self.line)?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &Joiner<'_>) -> Result<(), ExportError> {
        Ok(self.to.flush()?)
    }
}

/// Whether a role acts on the others of its relation.
fn is_actor(role: Role, arguments: &[crate::record::Argument]) -> bool {
    let has = |role| arguments.iter().any(|a| a.role == role);
    match role {
        Role::Visitor | Role::Giver | Role::Mediator => true,
        Role::Participant => !(has(Role::Mediator) || has(Role::Visitor) || has(Role::Giver)),
        Role::Destination | Role::Host | Role::Receiver => false,
    }
}
