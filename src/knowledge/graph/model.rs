//! Which nodes and edges a record makes.
//!
//! Nodes: documents, entities, tellings, joined events. Only an event that is affirmed as done bears the label of its
//! type (`Meeting`, `Cooperation`); the property `type` says what the others would be.

use crate::knowledge::table::{self, Cell, Kind, Table, text};
use crate::knowledge::{Event, ExportError, Joined, JoinedEntity, Joiner};
use crate::relation::{Modality, Polarity};

/// Numbers of [`NODES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Node {
    Document,
    Entity,
    Telling,
    Event,
}

/// Numbers of [`EDGES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Edge {
    Mentions,
    ToldIn,
    Argument,
    SaidBy,
    ToldAt,
    Tells,
    Actor,
    HeldAt,
}

/// The tables of nodes.
pub const NODES: [Table; 4] = [
    Table {
        name: "documents",
        columns: &[("date", Kind::Date), ("title", Kind::Text), ("url", Kind::Text), ("publisher", Kind::Text)],
        ends: None,
    },
    Table {
        name: "entities",
        columns: &[
            ("name", Kind::Text),
            ("type", Kind::Text),
            ("kind", Kind::Text),
            ("country", Kind::Text),
            ("same_as", Kind::List),
            ("lat", Kind::Float),
            ("lon", Kind::Float),
        ],
        ends: None,
    },
    Table {
        name: "tellings",
        columns: &[
            ("type", Kind::Text),
            ("plover", Kind::Text),
            ("cameo", Kind::Text),
            ("polarity", Kind::Text),
            ("modality", Kind::Text),
            ("tense", Kind::Text),
            ("date", Kind::Text),
            ("end", Kind::Text),
            ("date_kind", Kind::Text),
            ("topic", Kind::Text),
            ("trigger", Kind::Text),
            ("trigger_start", Kind::Int),
            ("trigger_end", Kind::Int),
            ("rule", Kind::Text),
            ("sentence", Kind::Text),
            ("sentence_start", Kind::Int),
            ("sentence_end", Kind::Int),
            ("field", Kind::Text),
            ("said_by", Kind::List),
        ],
        ends: None,
    },
    Table {
        name: "events",
        columns: &[
            ("type", Kind::Text),
            ("polarity", Kind::Text),
            ("modality", Kind::Text),
            ("contradicted", Kind::Bool),
            ("date", Kind::Text),
            ("first_day", Kind::Date),
            ("last_day", Kind::Date),
            ("tellings", Kind::Int),
        ],
        ends: None,
    },
];

/// The tables of edges.
pub const EDGES: [Table; 8] = [
    edge("mentions", (0, 1), &[("count", Kind::Int)]),
    edge("told_in", (2, 0), &[]),
    edge("arguments", (2, 1), &[("text", Kind::Text), ("via", Kind::Text)]),
    edge("said_by", (2, 1), &[("position", Kind::Int), ("words", Kind::Text), ("cue", Kind::Text)]),
    edge("told_at", (2, 1), &[]),
    edge("tells", (2, 3), &[("by_week", Kind::Bool)]),
    edge("actors", (3, 1), &[]),
    edge("held_at", (3, 1), &[]),
];

const fn edge(name: &'static str, ends: (usize, usize), columns: &'static [(&'static str, Kind)]) -> Table {
    Table { name, columns, ends: Some(ends) }
}

/// What takes nodes and edges. Values stand in the order of the table's columns.
pub trait GraphSink {
    /// Takes a node with its labels.
    ///
    /// # Errors
    ///
    /// When what is written to refuses.
    fn node(&mut self, table: Node, id: &str, labels: &[&str], values: &[Cell<'_>]) -> Result<(), ExportError>;

    /// Takes an edge with its type.
    ///
    /// # Errors
    ///
    /// When what is written to refuses.
    fn edge(
        &mut self,
        table: Edge,
        from: &str,
        to: &str,
        edge_type: &str,
        values: &[Cell<'_>],
    ) -> Result<(), ExportError>;
}

/// Makes nodes and edges of documents and events and hands them to a sink.
#[derive(Debug)]
pub struct Graph<S>(pub S);

impl<S: GraphSink> Graph<S> {
    /// A document, the entities that come for the first time, its tellings.
    ///
    /// # Errors
    ///
    /// When the sink refuses.
    pub fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        let record = joined.record;
        let (url, publisher) = (record.kept.string("url"), record.kept.string("publisher"));
        self.0.node(
            Node::Document,
            &record.id,
            &["Document"],
            &[
                record.date.map_or(Cell::None, |d| Cell::Text(d.first().to_string().into())),
                text(record.title.as_deref()),
                text(url.as_deref()),
                text(publisher.as_deref()),
            ],
        )?;
        for entity in joined.entities.iter().filter(|e| e.first) {
            self.entity(entity)?;
        }
        let mut seen: Vec<(u32, usize, &str)> =
            joined.entities.iter().map(|e| (e.number, e.entity.mentions.len(), &*e.id)).collect();
        seen.sort_unstable();
        for same in seen.chunk_by(|a, b| a.0 == b.0) {
            let count = same.iter().map(|e| e.1 as i64).sum();
            self.0.edge(Edge::Mentions, &record.id, same[0].2, "MENTIONS", &[Cell::Int(count)])?;
        }
        for relation in &record.relations {
            self.telling(joined, relation)?;
        }
        Ok(())
    }

    fn entity(&mut self, joined: &JoinedEntity<'_>) -> Result<(), ExportError> {
        let entity = joined.entity;
        let label = match entity.entity_type.as_str() {
            "PERSON" => "Person",
            "PLACE" => "Place",
            _ => "Organization",
        };
        self.0.node(Node::Entity, &joined.id, &["Entity", label], &table::entity(entity))
    }

    fn telling(&mut self, joined: &Joined<'_>, told: &crate::record::Relation<'_>) -> Result<(), ExportError> {
        let id = told.id.to_string();
        let entity = |n: u32| &*joined.entities[n as usize].id;
        let (date, end) = match &told.date {
            Some(date) => (Some(date.value.to_string()), date.end.map(|d| d.to_string())),
            None => (None, None),
        };
        self.0.node(
            Node::Telling,
            &id,
            &["Telling"],
            &[
                text(Some(&told.relation_type)),
                text(Some(&told.plover)),
                text(Some(&told.cameo)),
                text(Some(told.polarity.as_str())),
                text(Some(told.modality.as_str())),
                text(Some(told.tense.as_str())),
                text(date.as_deref()),
                text(end.as_deref()),
                text(told.date.as_ref().map(|d| d.kind.as_str())),
                text(told.topic.as_ref().map(|t| &*t.text)),
                text(Some(&told.trigger.text)),
                Cell::Int(told.trigger.start.into()),
                Cell::Int(told.trigger.end.into()),
                text(Some(&told.rule)),
                text(Some(&told.sentence.text)),
                Cell::Int(told.sentence.start.into()),
                Cell::Int(told.sentence.end.into()),
                text(Some(told.sentence.field.as_str())),
                Cell::List(told.attribution.iter().map(|a| &*a.text).collect()),
            ],
        )?;
        self.0.edge(Edge::ToldIn, &id, &joined.record.id, "TOLD_IN", &[])?;
        for argument in &told.arguments {
            let role = argument.role.as_str().to_ascii_uppercase();
            let words = &joined.record.mentions[argument.mention as usize].text;
            let values = [text(Some(words)), text(argument.via.map(|v| v.as_str()))];
            self.0.edge(Edge::Argument, &id, entity(argument.entity), &role, &values)?;
        }
        for (i, said) in told.attribution.iter().enumerate() {
            if let Some(speaker) = said.entity {
                let values = [Cell::Int(i as i64 + 1), text(Some(&said.text)), text(Some(&said.cue))];
                self.0.edge(Edge::SaidBy, &id, entity(speaker), "SAID_BY", &values)?;
            }
        }
        if let Some(place) = told.place {
            self.0.edge(Edge::ToldAt, &id, entity(place.entity), "AT", &[])?;
        }
        Ok(())
    }

    /// All joined events.
    ///
    /// # Errors
    ///
    /// When the sink refuses.
    pub fn events(&mut self, joiner: &Joiner<'_>) -> Result<(), ExportError> {
        joiner.events().try_for_each(|event| self.event(&event))
    }

    fn event(&mut self, event: &Event<'_>) -> Result<(), ExportError> {
        let id = event.id.to_string();
        let class = class(event.relation_type);
        let done = event.polarity == Polarity::Positive && event.modality == Modality::Actual;
        let labels: &[&str] = if done { &["Event", &class] } else { &["Event"] };
        let date = event.date.map(|d| d.to_string());
        let first = event.date.map(|d| d.first().to_string());
        let last = event.end.or(event.date).map(|d| d.last().to_string());
        self.0.node(
            Node::Event,
            &id,
            labels,
            &[
                text(Some(event.relation_type)),
                text(Some(event.polarity.as_str())),
                text(Some(event.modality.as_str())),
                Cell::Bool(event.contradicted),
                text(date.as_deref()),
                text(first.as_deref()),
                text(last.as_deref()),
                Cell::Int(event.tellings.len() as i64),
            ],
        )?;
        for actor in &event.participants {
            self.0.edge(Edge::Actor, &id, actor, "ACTOR", &[])?;
        }
        if let Some(place) = event.place {
            self.0.edge(Edge::HeldAt, &id, place, "AT", &[])?;
        }
        for telling in &event.tellings {
            let values = [Cell::Bool(telling.by_window)];
            self.0.edge(Edge::Tells, &telling.relation.to_string(), &id, "TELLS", &values)?;
        }
        Ok(())
    }
}

/// `meeting` as a label: `Meeting`.
fn class(relation_type: &str) -> String {
    let mut letters = relation_type.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
