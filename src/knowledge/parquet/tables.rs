//! Which rows a record makes.

use std::path::Path;

use crate::knowledge::table::{self, Cell, Kind, Table, text};
use crate::knowledge::{Event, Export, ExportError, Joined, JoinedEntity, Joiner};
use crate::record::{Record, Relation};

use super::file::TableFile;

const fn table(name: &'static str, columns: &'static [(&'static str, Kind)]) -> Table {
    Table { name, columns, ends: None }
}

/// The files, one a table.
pub const TABLES: [Table; 7] = [
    table(
        "entities",
        &[
            ("id", Kind::Text),
            ("name", Kind::Text),
            ("type", Kind::Text),
            ("kind", Kind::Text),
            ("country", Kind::Text),
            ("same_as", Kind::List),
            ("lat", Kind::Float),
            ("lon", Kind::Float),
        ],
    ),
    table(
        "mentions",
        &[
            ("document", Kind::Text),
            ("entity", Kind::Text),
            ("start", Kind::Int),
            ("end", Kind::Int),
            ("field", Kind::Text),
            ("text", Kind::Text),
            ("type", Kind::Text),
            ("form", Kind::Text),
        ],
    ),
    table(
        "relations",
        &[
            ("id", Kind::Text),
            ("document", Kind::Text),
            ("published", Kind::Date),
            ("type", Kind::Text),
            ("plover", Kind::Text),
            ("cameo", Kind::Text),
            ("participants", Kind::List),
            ("polarity", Kind::Text),
            ("modality", Kind::Text),
            ("tense", Kind::Text),
            ("date", Kind::Text),
            ("first_day", Kind::Date),
            ("last_day", Kind::Date),
            ("date_kind", Kind::Text),
            ("place", Kind::Text),
            ("lat", Kind::Float),
            ("lon", Kind::Float),
            ("topic", Kind::Text),
            ("said_by", Kind::List),
            ("trigger", Kind::Text),
            ("trigger_start", Kind::Int),
            ("trigger_end", Kind::Int),
            ("sentence", Kind::Text),
            ("sentence_start", Kind::Int),
            ("sentence_end", Kind::Int),
            ("field", Kind::Text),
            ("rule", Kind::Text),
            ("url", Kind::Text),
        ],
    ),
    table(
        "arguments",
        &[
            ("relation", Kind::Text),
            ("role", Kind::Text),
            ("entity", Kind::Text),
            ("name", Kind::Text),
            ("text", Kind::Text),
            ("via", Kind::Text),
        ],
    ),
    table(
        "events",
        &[
            ("id", Kind::Text),
            ("type", Kind::Text),
            ("polarity", Kind::Text),
            ("modality", Kind::Text),
            ("contradicted", Kind::Bool),
            ("date", Kind::Text),
            ("first_day", Kind::Date),
            ("last_day", Kind::Date),
            ("place", Kind::Text),
            ("tellings", Kind::Int),
        ],
    ),
    table("participants", &[("event", Kind::Text), ("entity", Kind::Text)]),
    table("tellings", &[("event", Kind::Text), ("relation", Kind::Text), ("by_week", Kind::Bool)]),
];

/// Writes a folder of Parquet files.
pub struct Tables {
    files: Vec<TableFile>,
}

impl Tables {
    /// Makes `folder` where it does not exist; files of earlier exports give way.
    ///
    /// # Errors
    ///
    /// When a file cannot be made.
    pub fn create(folder: &Path) -> Result<Self, ExportError> {
        std::fs::create_dir_all(folder)?;
        let files = TABLES.iter().map(|t| TableFile::create(folder, t)).collect::<Result<_, _>>()?;
        Ok(Tables { files })
    }

    fn row(&mut self, table: usize, values: &[Cell<'_>]) -> Result<(), ExportError> {
        Ok(self.files[table].row(values)?)
    }

    fn entity(&mut self, joined: &JoinedEntity<'_>) -> Result<(), ExportError> {
        let [name, entity_type, kind, country, same_as, lat, lon] = table::entity(joined.entity);
        self.row(0, &[text(Some(&joined.id)), name, entity_type, kind, country, same_as, lat, lon])
    }

    fn mentions(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        for mention in &joined.record.mentions {
            self.row(
                1,
                &[
                    text(Some(&joined.record.id)),
                    text(Some(&joined.entities[mention.entity as usize].id)),
                    Cell::Int(mention.start.into()),
                    Cell::Int(mention.end.into()),
                    text(Some(mention.field.as_str())),
                    text(Some(&mention.text)),
                    text(Some(mention.entity_type.as_str())),
                    text(Some(mention.form.as_str())),
                ],
            )?;
        }
        Ok(())
    }

    fn relation(&mut self, joined: &Joined<'_>, relation: &Relation<'_>) -> Result<(), ExportError> {
        let record: &Record<'_> = joined.record;
        let entity = |n: u32| joined.entities[n as usize].entity;
        let id = relation.id.to_string();
        let date = relation.date.as_ref();
        let day = |d: Option<jiff::civil::Date>| d.map_or(Cell::None, |d| Cell::Text(d.to_string().into()));
        let place = relation.place.map(|p| entity(p.entity));
        let mut names: Vec<&str> = Vec::new();
        for argument in &relation.arguments {
            let name = entity(argument.entity).name.as_str();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let said = relation.attribution.iter().map(|a| a.entity.map_or(a.text.as_str(), |n| entity(n).name.as_str()));
        let values = [
            text(Some(&id)),
            text(Some(&record.id)),
            day(record.date.map(|d| d.first())),
            text(Some(&relation.relation_type)),
            text(Some(&relation.plover)),
            text(Some(&relation.cameo)),
            Cell::List(names),
            text(Some(relation.polarity.as_str())),
            text(Some(relation.modality.as_str())),
            text(Some(relation.tense.as_str())),
            date.map_or(Cell::None, |d| Cell::Text(d.value.to_string().into())),
            day(date.map(|d| d.value.first())),
            day(date.map(|d| d.end.unwrap_or(d.value).last())),
            text(date.map(|d| d.kind.as_str())),
            text(place.map(|p| p.name.as_str())),
            place.and_then(|p| p.lat).map_or(Cell::None, Cell::Float),
            place.and_then(|p| p.lon).map_or(Cell::None, Cell::Float),
            text(relation.topic.as_ref().map(|t| t.text.as_str())),
            Cell::List(said.collect()),
            text(Some(&relation.trigger.text)),
            Cell::Int(relation.trigger.start.into()),
            Cell::Int(relation.trigger.end.into()),
            text(Some(&relation.sentence.text)),
            Cell::Int(relation.sentence.start.into()),
            Cell::Int(relation.sentence.end.into()),
            text(Some(relation.sentence.field.as_str())),
            text(Some(&relation.rule)),
            record.kept.string("url").map_or(Cell::None, |url| Cell::Text(url.into_owned().into())),
        ];
        self.row(2, &values)?;
        for argument in &relation.arguments {
            self.row(
                3,
                &[
                    text(Some(&id)),
                    text(Some(argument.role.as_str())),
                    text(Some(&joined.entities[argument.entity as usize].id)),
                    text(Some(&entity(argument.entity).name)),
                    text(Some(&record.mentions[argument.mention as usize].text)),
                    text(argument.via.map(|v| v.as_str())),
                ],
            )?;
        }
        Ok(())
    }

    fn event(&mut self, event: &Event<'_>) -> Result<(), ExportError> {
        let id = event.id.to_string();
        let day = |d: Option<jiff::civil::Date>| d.map_or(Cell::None, |d| Cell::Text(d.to_string().into()));
        self.row(
            4,
            &[
                text(Some(&id)),
                text(Some(event.relation_type)),
                text(Some(event.polarity.as_str())),
                text(Some(event.modality.as_str())),
                Cell::Bool(event.contradicted),
                event.date.map_or(Cell::None, |d| Cell::Text(d.to_string().into())),
                day(event.date.map(|d| d.first())),
                day(event.end.or(event.date).map(|d| d.last())),
                text(event.place),
                Cell::Int(event.tellings.len() as i64),
            ],
        )?;
        for participant in &event.participants {
            self.row(5, &[text(Some(&id)), text(Some(participant))])?;
        }
        for telling in &event.tellings {
            let relation = telling.relation.to_string();
            self.row(6, &[text(Some(&id)), text(Some(&relation)), Cell::Bool(telling.by_window)])?;
        }
        Ok(())
    }
}

impl Export for Tables {
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        for entity in joined.entities.iter().filter(|e| e.first) {
            self.entity(entity)?;
        }
        self.mentions(joined)?;
        joined.record.relations.iter().try_for_each(|relation| self.relation(joined, relation))
    }

    fn finish(&mut self, joiner: &Joiner<'_>) -> Result<(), ExportError> {
        joiner.events().try_for_each(|event| self.event(&event))?;
        Ok(self.files.iter_mut().try_for_each(TableFile::finish)?)
    }
}
