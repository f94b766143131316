//! The joined events of all that a database holds.

use rusqlite::{Connection, Row, Statement, params};

use crate::knowledge::event::{Events, Tale};
use crate::knowledge::{ExportError, Names};
use crate::record::{Day, RelationId};
use crate::relation::{Modality, Polarity};

/// Joins the events anew.
pub(super) fn join(connection: &Connection) -> Result<(), ExportError> {
    let mut names = Names::default();
    let mut events = Events::default();
    let numbers = read(connection, &mut names, &mut events)?;
    let number = |id: &str| names.get(id).map(|n| numbers[n as usize]);
    connection.execute_batch("UPDATE relations SET event = NULL, by_week = 0; DELETE FROM events")?;
    let mut event_row =
        connection.prepare("INSERT OR REPLACE INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")?;
    let mut participant = connection.prepare("INSERT OR IGNORE INTO participants VALUES (?1, ?2)")?;
    let mut telling = connection.prepare("UPDATE relations SET event = ?2, by_week = ?3 WHERE id = ?1")?;
    for event in events.joined(&names) {
        let id = event.id.to_string();
        event_row.execute(params![
            id,
            event.relation_type,
            event.polarity.as_str(),
            event.modality.as_str(),
            event.contradicted,
            event.date.map(|d| d.to_string()),
            event.end.map(|d| d.to_string()),
            event.date.map(|d| d.first().to_string()),
            event.end.or(event.date).map(|d| d.last().to_string()),
            event.place.and_then(number),
            event.tellings.len() as i64,
        ])?;
        for entity in &event.participants {
            participant.execute(params![id, number(entity)])?;
        }
        for told in &event.tellings {
            telling.execute(params![told.relation.to_string(), id, told.by_window])?;
        }
    }
    Ok(())
}

/// Takes in all tellings, documents in the order of their ids, so that the order of loading decides nothing. Returns the
/// entity's number in the database for each number of `names`.
fn read(connection: &Connection, names: &mut Names, events: &mut Events) -> Result<Vec<i64>, ExportError> {
    let mut actors = connection.prepare(
        "SELECT e.id, e.number FROM arguments a JOIN entities e ON e.number = a.entity WHERE a.relation = ?1 ORDER BY a.position",
    )?;
    let mut relations = connection.prepare(
        "SELECT r.id, r.document, r.told, r.type, r.date, r.date_end, p.id, p.number, r.polarity, r.modality, d.date
         FROM relations r JOIN documents d ON d.number = r.document LEFT JOIN entities p ON p.number = r.place
         ORDER BY d.id, r.position",
    )?;
    let mut numbers = Vec::new();
    let mut rows = relations.query([])?;
    let mut told: Vec<Told> = Vec::new();
    let mut documents = 0;
    loop {
        let next = match rows.next()? {
            Some(row) => Some(tell(row, &mut actors, names, &mut numbers)?),
            None => None,
        };
        let goes_on = next.as_ref().is_some_and(|n| told.first().is_none_or(|t| t.document == n.document));
        if !goes_on {
            let reported = told.first().and_then(|t| t.reported);
            events.add_tales(documents, reported, told.iter().map(Told::tale).collect());
            documents += 1;
            told.clear();
        }
        match next {
            Some(next) => told.push(next),
            None => return Ok(numbers),
        }
    }
}

/// A row of `relations`.
struct Told {
    document: i64,
    reported: Option<Day>,
    relation: RelationId,
    event: u32,
    relation_type: String,
    participants: Vec<u32>,
    date: Option<Day>,
    end: Option<Day>,
    place: Option<u32>,
    polarity: Polarity,
    modality: Modality,
}

impl Told {
    fn tale(&self) -> Tale<'_> {
        Tale {
            relation: self.relation,
            event: self.event,
            relation_type: &self.relation_type,
            participants: self.participants.clone(),
            date: self.date,
            end: self.end,
            place: self.place,
            polarity: self.polarity,
            modality: self.modality,
        }
    }
}

fn tell(
    row: &Row<'_>,
    actors: &mut Statement<'_>,
    names: &mut Names,
    numbers: &mut Vec<i64>,
) -> Result<Told, ExportError> {
    let mut enter = |id: &str, number: i64| {
        let (n, first) = names.enter(id);
        if first {
            numbers.push(number);
        }
        n
    };
    let day = |i: usize| -> rusqlite::Result<Option<Day>> {
        Ok(row.get::<_, Option<String>>(i)?.and_then(|d| d.parse().ok()))
    };
    let id: String = row.get(0)?;
    let mut participants = Vec::new();
    let mut rows = actors.query([&id])?;
    while let Some(actor) = rows.next()? {
        participants.push(enter(&actor.get::<_, String>(0)?, actor.get(1)?));
    }
    let place = match (row.get::<_, Option<String>>(6)?, row.get::<_, Option<i64>>(7)?) {
        (Some(id), Some(number)) => Some(enter(&id, number)),
        _ => None,
    };
    Ok(Told {
        document: row.get(1)?,
        reported: day(10)?,
        relation: id.parse().unwrap_or(RelationId(0)),
        event: row.get(2)?,
        relation_type: row.get(3)?,
        participants,
        date: day(4)?,
        end: day(5)?,
        place,
        polarity: if row.get::<_, String>(8)? == Polarity::Negative.as_str() {
            Polarity::Negative
        } else {
            Polarity::Positive
        },
        modality: Modality::parse(&row.get::<_, String>(9)?).unwrap_or_default(),
    })
}
