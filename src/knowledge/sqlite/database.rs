//! Documents into tables.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, params};
use xxhash_rust::xxh3::xxh3_64;

use crate::knowledge::{Export, ExportError, Joined, JoinedEntity, Joiner};
use crate::record::{Record, Relation, Span};

use super::events;

/// The tables, indices and views.
const SCHEMA: &str = include_str!("schema.sql");
/// `PRAGMA user_version` of [`SCHEMA`].
const VERSION: i64 = 1;

/// Loads a database, all documents in one transaction: broken off, it leaves the database as it was.
#[derive(Debug)]
pub struct Sqlite {
    connection: Connection,
    line: Vec<u8>,
    /// Documents skipped as they were there unchanged.
    unchanged: u64,
}

impl Sqlite {
    /// Opens the database at `path` or makes it.
    ///
    /// # Errors
    ///
    /// When the file is no database, or one of another schema.
    pub fn open(path: &Path) -> Result<Self, ExportError> {
        Sqlite::start(Connection::open(path)?)
    }

    fn start(connection: Connection) -> Result<Self, ExportError> {
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        if version != VERSION && tables > 0 {
            return Err(ExportError::Database { version });
        }
        connection
            .execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN")?;
        connection.execute_batch(SCHEMA)?;
        connection.set_prepared_statement_cache_capacity(32);
        Ok(Sqlite { connection, line: Vec::new(), unchanged: 0 })
    }

    /// How many documents were there unchanged.
    pub fn unchanged(&self) -> u64 {
        self.unchanged
    }

    /// The number of a document to be filled; `None` when it is there unchanged.
    fn document_row(&mut self, record: &Record<'_>) -> Result<Option<i64>, ExportError> {
        self.line.clear();
        record.write(&mut self.line);
        // SQLite's integers are signed.
        let hash = xxh3_64(&self.line) as i64;
        let known: Option<(i64, i64)> = self
            .connection
            .prepare_cached("SELECT number, hash FROM documents WHERE id = ?1")?
            .query_row([record.id.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        match known {
            Some((_, old)) if old == hash => {
                self.unchanged += 1;
                return Ok(None);
            }
            Some((number, _)) => {
                self.connection.prepare_cached("DELETE FROM documents WHERE number = ?1")?.execute([number])?;
            }
            None => {}
        }
        let producer = &record.producer;
        self.connection
            .prepare_cached(
                "INSERT INTO documents (id, hash, date, date_source, title, text, url, publisher, offsets, chancery, rules, gazetteers)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                record.id.as_str(),
                hash,
                record.date.map(|d| d.to_string()),
                record.date_source.as_str(),
                record.title.as_deref(),
                record.text.as_deref(),
                record.kept.string("url").as_deref(),
                record.kept.string("publisher").as_deref(),
                record.offsets.as_str(),
                producer.chancery.as_str(),
                producer.rules.as_str(),
                producer.gazetteers.as_str(),
            ])?;
        Ok(Some(self.connection.last_insert_rowid()))
    }

    /// The number of an entity, which is made where it is not there.
    fn entity_row(&self, joined: &JoinedEntity<'_>) -> Result<i64, ExportError> {
        let known: Option<i64> = self
            .connection
            .prepare_cached("SELECT number FROM entities WHERE id = ?1")?
            .query_row([&*joined.id], |row| row.get(0))
            .optional()?;
        if let Some(number) = known {
            return Ok(number);
        }
        let entity = joined.entity;
        self.connection
            .prepare_cached(
                "INSERT INTO entities (id, name, type, kind, country, lat, lon) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                &*joined.id,
                entity.name.as_str(),
                entity.entity_type.as_str(),
                entity.kind.as_deref(),
                entity.country.as_deref(),
                entity.lat,
                entity.lon,
            ])?;
        let number = self.connection.last_insert_rowid();
        for other in &entity.same_as {
            self.connection
                .prepare_cached("INSERT OR IGNORE INTO same_as VALUES (?1, ?2)")?
                .execute(params![number, other.as_str()])?;
        }
        Ok(number)
    }

    fn relation_rows(
        &self,
        document: i64,
        position: usize,
        relation: &Relation<'_>,
        numbers: &[i64],
    ) -> Result<(), ExportError> {
        let id = relation.id.to_string();
        let words = |span: &Option<Span<'_>>| span.as_ref().map(|s| s.text.to_string());
        let date = relation.date.as_ref();
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO relations (id, document, position, told, type, plover, cameo, polarity, polarity_cue, modality,
                   modality_cue, tense, date, date_end, date_kind, date_cue, place, topic, \"trigger\", trigger_start, trigger_end,
                   sentence, sentence_start, sentence_end, field, rule)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
                   ?24, ?25, ?26)",
            )?
            .execute(params![
                id,
                document,
                position as i64,
                relation.event,
                relation.relation_type.as_str(),
                relation.plover.as_str(),
                relation.cameo.as_str(),
                relation.polarity.as_str(),
                words(&relation.polarity_cue),
                relation.modality.as_str(),
                words(&relation.modality_cue),
                relation.tense.as_str(),
                date.map(|d| d.value.to_string()),
                date.and_then(|d| d.end).map(|d| d.to_string()),
                date.map(|d| d.kind.as_str()),
                date.and_then(|d| words(&d.cue)),
                relation.place.map(|p| numbers[p.entity as usize]),
                words(&relation.topic),
                relation.trigger.text.as_str(),
                relation.trigger.start,
                relation.trigger.end,
                relation.sentence.text.as_str(),
                relation.sentence.start,
                relation.sentence.end,
                relation.sentence.field.as_str(),
                relation.rule.as_str(),
            ])?;
        for (i, argument) in relation.arguments.iter().enumerate() {
            self.connection
                .prepare_cached("INSERT OR REPLACE INTO arguments VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
                .execute(params![
                    id,
                    i as i64,
                    argument.role.as_str(),
                    numbers[argument.entity as usize],
                    argument.mention,
                    argument.via.map(|v| v.as_str()),
                ])?;
        }
        for (i, said) in relation.attribution.iter().enumerate() {
            self.connection
                .prepare_cached("INSERT OR REPLACE INTO attributions VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![
                    id,
                    i as i64,
                    said.entity.map(|n| numbers[n as usize]),
                    said.text.as_str(),
                    said.cue.as_str(),
                ])?;
        }
        Ok(())
    }
}

impl Export for Sqlite {
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        let record = joined.record;
        let Some(document) = self.document_row(record)? else {
            return Ok(());
        };
        let numbers = joined.entities.iter().map(|e| self.entity_row(e)).collect::<Result<Vec<_>, _>>()?;
        for (position, mention) in record.mentions.iter().enumerate() {
            self.connection.prepare_cached("INSERT INTO mentions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?.execute(
                params![
                    document,
                    position as i64,
                    numbers[mention.entity as usize],
                    mention.start,
                    mention.end,
                    mention.field.as_str(),
                    mention.text.as_str(),
                    mention.form.as_str(),
                ],
            )?;
        }
        for (position, relation) in record.relations.iter().enumerate() {
            self.relation_rows(document, position, relation, &numbers)?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &Joiner<'_>) -> Result<(), ExportError> {
        events::join(&self.connection)?;
        Ok(self.connection.execute_batch("COMMIT; PRAGMA optimize")?)
    }
}

#[cfg(test)]
mod tests {
    use crate::knowledge::{Tally, export};
    use crate::record::Records;

    use super::*;

    const SAMPLE: &str = include_str!("../../../tests/records/sample.jsonl");

    fn load(to: &mut Sqlite, lines: &str) -> Tally {
        let mut joiner = Joiner::new(&|_, _| false);
        let tally =
            export(&mut Records::new(lines.as_bytes()), &mut joiner, to, &mut |n, e| panic!("{n}: {e}")).unwrap();
        to.finish(&joiner).unwrap();
        tally
    }

    fn rows(database: &Sqlite, query: &str) -> Vec<String> {
        let mut statement = database.connection.prepare(query).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            let cell = |i| match row.get_ref(i).unwrap() {
                rusqlite::types::ValueRef::Null => "-".to_owned(),
                rusqlite::types::ValueRef::Integer(n) => n.to_string(),
                rusqlite::types::ValueRef::Real(x) => x.to_string(),
                other => other.as_str().unwrap().to_owned(),
            };
            Ok((0..columns).map(cell).collect::<Vec<_>>().join(" | "))
        });
        rows.unwrap().map(Result::unwrap).collect()
    }

    /// Everything in it, as text.
    fn dump(database: &Sqlite) -> Vec<String> {
        [
            "documents",
            "entities",
            "same_as",
            "mentions",
            "events",
            "participants",
            "relations",
            "arguments",
            "attributions",
        ]
        .iter()
        .flat_map(|table| rows(database, &format!("SELECT '{table}', * FROM {table} ORDER BY 2, 3")))
        .collect()
    }

    fn again(database: Sqlite) -> Sqlite {
        Sqlite::start(database.connection).unwrap()
    }

    #[test]
    fn views_answer_the_common_questions() {
        let mut database = Sqlite::start(Connection::open_in_memory().unwrap()).unwrap();
        load(&mut database, SAMPLE);
        assert_eq!(
            rows(&database, "SELECT date, a, b, place, tellings, contradicted FROM met ORDER BY date"),
            [
                "2024-03-05 | Ingrid Sola | Tomás Ruiz | Oslo | 5 | 1",
                "2024-04-03 | Amina Otieno | Kofi Mensah | Accra | 1 | 0"
            ]
        );
        assert_eq!(
            rows(&database, "SELECT * FROM pairs_by_month ORDER BY month, type"),
            [
                "cooperation | 2024-03 | Chile | Norway | 1 | 2",
                "meeting | 2024-03 | Ingrid Sola | Tomás Ruiz | 1 | 5",
                "meeting | 2024-04 | Amina Otieno | Kofi Mensah | 1 | 1",
            ]
        );
        assert_eq!(
            rows(&database, "SELECT document, said_by, sentence FROM evidence WHERE polarity = 'negative'"),
            ["quay-3 | A spokesman | A spokesman denied on Saturday that Tomás Ruiz met Ingrid Sola on Tuesday."]
        );
        assert_eq!(rows(&database, "SELECT count(*) FROM relations WHERE event IS NULL"), ["0"]);
        assert_eq!(rows(&database, "PRAGMA foreign_key_check"), [""; 0]);
        assert_eq!(rows(&database, "PRAGMA integrity_check"), ["ok"]);
    }

    #[test]
    fn loading_twice_changes_nothing() {
        let mut database = Sqlite::start(Connection::open_in_memory().unwrap()).unwrap();
        load(&mut database, SAMPLE);
        let once = dump(&database);
        let mut database = again(database);
        load(&mut database, SAMPLE);
        assert_eq!(database.unchanged(), 8);
        assert_eq!(dump(&database), once);
    }

    #[test]
    fn parts_make_the_whole() {
        let mut database = Sqlite::start(Connection::open_in_memory().unwrap()).unwrap();
        load(&mut database, SAMPLE);
        let whole = rows(&database, "SELECT id, tellings, contradicted FROM events ORDER BY id");
        let mut database = Sqlite::start(Connection::open_in_memory().unwrap()).unwrap();
        for line in SAMPLE.lines() {
            load(&mut database, line);
            database = again(database);
        }
        assert_eq!(rows(&database, "SELECT id, tellings, contradicted FROM events ORDER BY id"), whole);
    }

    #[test]
    fn a_changed_document_takes_the_place_of_the_old() {
        let mut database = Sqlite::start(Connection::open_in_memory().unwrap()).unwrap();
        load(&mut database, SAMPLE);
        let mut database = again(database);
        let line = SAMPLE.lines().find(|l| l.contains("\"quay-3\"")).unwrap();
        let changed = line.replace("\"polarity\":\"negative\"", "\"polarity\":\"positive\"");
        load(&mut database, &changed);
        assert_eq!(rows(&database, "SELECT tellings, contradicted FROM met WHERE date = '2024-03-05'"), ["5 | 0"]);
        assert_eq!(rows(&database, "SELECT count(*) FROM documents"), ["8"]);
    }

    #[test]
    fn a_database_of_others_is_left_alone() {
        let other = Connection::open_in_memory().unwrap();
        other.execute_batch("CREATE TABLE documents (x)").unwrap();
        assert!(matches!(Sqlite::start(other), Err(ExportError::Database { version: 0 })));
    }
}
