//! One event, one id, with all its tellings in all documents.
//!
//! Tellings are of one event when type, participants and date are the same. A document's tellings without a date
//! belong to the event of the same type and participants that was reported nearest to it, when that was at most a week
//! away, and are marked so; else they make an event of their own with others like them of the same week. Nothing joins
//! a telling without any date, of itself or of its document. What some tellings affirm and others deny is one event,
//! flagged.

use std::ops::Range;

use jiff::civil::Date;
use xxhash_rust::xxh3::xxh3_64;

use crate::record::{Day, Record, RelationId};
use crate::relation::{Modality, Polarity};

use super::Names;

/// Undated tellings join what was reported at most so many days before or after their own document.
const WINDOW: i32 = 7;

/// A joined event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'t> {
    /// A hash of type, participants and date; of an undated event also of one of its tellings.
    pub id: RelationId,
    /// `meeting`, `cooperation` …
    pub relation_type: &'t str,
    /// Joined ids of all participants, sorted.
    pub participants: Vec<&'t str>,
    /// When, if any telling says so.
    pub date: Option<Day>,
    /// The last day of a range.
    pub end: Option<Day>,
    /// Joined id of the place, if any telling says so.
    pub place: Option<&'t str>,
    /// In the order they came in.
    pub tellings: Vec<Telling>,
    /// Denied by all of its tellings.
    pub polarity: Polarity,
    /// The surest of the tellings that affirm, else of those that deny.
    pub modality: Modality,
    /// Affirmed (as done or planned) and denied.
    pub contradicted: bool,
}

/// One telling of a joined event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The relation.
    pub relation: RelationId,
    /// Number of its document in the order they came in.
    pub document: u32,
    /// Joined without a date of its own, by the week.
    pub by_window: bool,
}

/// What must be kept of all documents to join their events: about 80 bytes for each event of a document.
#[derive(Debug, Default)]
pub struct Events {
    types: Names,
    /// Numbers of entities, a sorted run for each of [`Events::told`].
    participants: Vec<u32>,
    /// A run for each of [`Events::told`].
    relations: Vec<RelationId>,
    told: Vec<Told>,
}

/// One relation of a document, as far as events need it.
#[derive(Clone, Debug)]
pub struct Tale<'t> {
    /// Its id.
    pub relation: RelationId,
    /// Its event's number in the document.
    pub event: u32,
    /// `meeting`, `cooperation` …
    pub relation_type: &'t str,
    /// Numbers of its actors in all documents.
    pub participants: Vec<u32>,
    /// When.
    pub date: Option<Day>,
    /// The last day of a range.
    pub end: Option<Day>,
    /// Number of its place.
    pub place: Option<u32>,
    /// Said or denied.
    pub polarity: Polarity,
    /// Did it happen?
    pub modality: Modality,
}

/// One event as one document tells it.
#[derive(Debug)]
struct Told {
    kind: u32,
    participants: Range<u32>,
    relations: Range<u32>,
    document: u32,
    /// Days since 1970 of the document's date.
    reported: Option<i32>,
    date: Option<Day>,
    end: Option<Day>,
    place: Option<u32>,
    /// The surest modality of those that affirm.
    affirmed: Option<Modality>,
    /// The surest modality of those that deny.
    denied: Option<Modality>,
}

impl Events {
    /// Takes in the events of one document. `numbers` are those of its entities in all documents.
    pub fn add(&mut self, record: &Record<'_>, document: u32, numbers: &[u32]) {
        let told = record.relations.iter().map(|relation| {
            let date = relation.date.as_ref();
            Tale {
                relation: relation.id,
                event: relation.event,
                relation_type: &relation.relation_type,
                participants: relation.arguments.iter().map(|a| numbers[a.entity as usize]).collect(),
                date: date.map(|d| d.value),
                end: date.and_then(|d| d.end),
                place: relation.place.map(|p| numbers[p.entity as usize]),
                polarity: relation.polarity,
                modality: relation.modality,
            }
        });
        self.add_tales(document, record.date, told.collect());
    }

    /// Takes in the tellings of one document, the number `document`, that was published on `reported`.
    pub fn add_tales(&mut self, document: u32, reported: Option<Day>, mut tales: Vec<Tale<'_>>) {
        // Stable, so that the tellings of an event stay in the order of the text.
        tales.sort_by(|a, b| (a.event, a.relation_type).cmp(&(b.event, b.relation_type)));
        for group in tales.chunk_by(|a, b| (a.event, a.relation_type) == (b.event, b.relation_type)) {
            let (participants, relations) = (self.participants.len(), self.relations.len());
            let mut told = Told {
                kind: self.types.number(group[0].relation_type),
                participants: 0..0,
                relations: 0..0,
                document,
                reported: reported.map(|d| day_number(d.first())),
                date: None,
                end: None,
                place: None,
                affirmed: None,
                denied: None,
            };
            for tale in group {
                self.relations.push(tale.relation);
                self.participants.extend_from_slice(&tale.participants);
                // The finest date of its tellings; the first of equally fine ones.
                if let Some(date) = tale.date
                    && told.date.is_none_or(|d| parts(d) < parts(date))
                {
                    (told.date, told.end) = (Some(date), tale.end);
                }
                told.place = told.place.or(tale.place);
                let side = match tale.polarity {
                    Polarity::Positive => &mut told.affirmed,
                    Polarity::Negative => &mut told.denied,
                };
                *side = Some(side.map_or(tale.modality, |m| m.min(tale.modality)));
            }
            self.participants[participants..].sort_unstable();
            let mut kept = participants;
            for i in participants..self.participants.len() {
                if i == participants || self.participants[i] != self.participants[kept - 1] {
                    self.participants[kept] = self.participants[i];
                    kept += 1;
                }
            }
            self.participants.truncate(kept);
            told.participants = participants as u32..kept as u32;
            told.relations = relations as u32..self.relations.len() as u32;
            self.told.push(told);
        }
    }

    /// All events, in the order of their first tellings. `entities` are the ids that the numbers stand for.
    pub fn joined<'t>(&'t self, entities: &'t Names) -> impl Iterator<Item = Event<'t>> {
        let mut order: Vec<u32> = (0..self.told.len() as u32).collect();
        order.sort_by(|a, b| self.what(*a).cmp(&self.what(*b)).then(a.cmp(b)));
        let mut groups: Vec<Vec<(u32, bool)>> = Vec::new();
        for same in order.chunk_by(|a, b| self.what(*a) == self.what(*b)) {
            self.split(same, &mut groups);
        }
        for group in &mut groups {
            group.sort_unstable();
        }
        groups.sort_unstable_by_key(|g| g[0]);
        groups.into_iter().map(|group| self.event(&group, entities))
    }

    fn what(&self, told: u32) -> (u32, &[u32]) {
        let told = &self.told[told as usize];
        (told.kind, &self.participants[told.participants.start as usize..told.participants.end as usize])
    }

    /// Splits tellings of one type and the same participants into events.
    fn split(&self, same: &[u32], groups: &mut Vec<Vec<(u32, bool)>>) {
        let told = |n: u32| &self.told[n as usize];
        let first = groups.len();
        let (mut dated, mut undated): (Vec<u32>, Vec<u32>) = same.iter().partition(|n| told(**n).date.is_some());
        dated.sort_by_key(|n| (told(*n).date, told(*n).end, *n));
        for group in dated.chunk_by(|a, b| (told(*a).date, told(*a).end) == (told(*b).date, told(*b).end)) {
            groups.push(group.iter().map(|n| (*n, false)).collect());
        }
        // (day of a report, its group), sorted, of the dated ones: the tellings that others may join.
        let mut reports: Vec<(i32, usize)> = (first..groups.len())
            .flat_map(|g| groups[g].iter().filter_map(move |(n, _)| Some((told(*n).reported?, g))))
            .collect();
        reports.sort_unstable();
        undated.sort_by_key(|n| (told(*n).reported, *n));
        // The undated event of the week, with the day of its first report.
        let mut open: Option<(i32, usize)> = None;
        for n in undated {
            let day = told(n).reported;
            let joins =
                day.and_then(|day| nearest(&reports, day).or(open.filter(|o| day - o.0 <= WINDOW).map(|o| o.1)));
            match joins {
                Some(group) => groups[group].push((n, true)),
                None => {
                    if let Some(day) = day {
                        open = Some((day, groups.len()));
                    }
                    groups.push(vec![(n, false)]);
                }
            }
        }
    }

    fn event<'t>(&'t self, group: &[(u32, bool)], entities: &'t Names) -> Event<'t> {
        let told = || group.iter().map(|(n, _)| &self.told[*n as usize]);
        let first = &self.told[group[0].0 as usize];
        let dated = told().find(|t| t.date.is_some()).unwrap_or(first);
        let (_, numbers) = self.what(group[0].0);
        let mut participants: Vec<&str> = numbers.iter().map(|n| entities.name(*n)).collect();
        participants.sort_unstable();
        let relation_type = self.types.name(first.kind);
        let mut tellings = Vec::new();
        for (n, by_window) in group {
            let t = &self.told[*n as usize];
            let relations = &self.relations[t.relations.start as usize..t.relations.end as usize];
            tellings.extend(relations.iter().map(|relation| Telling {
                relation: *relation,
                document: t.document,
                by_window: *by_window,
            }));
        }
        let affirmed = told().filter_map(|t| t.affirmed).min();
        let denied = told().filter_map(|t| t.denied).min();
        let mut key = relation_type.to_owned();
        for part in &participants {
            key.push('\n');
            key.push_str(part);
        }
        match (dated.date, dated.end) {
            (Some(date), None) => key.push_str(&format!("\n\n{date}")),
            (Some(date), Some(end)) => key.push_str(&format!("\n\n{date}/{end}")),
            (None, _) => {
                let least = tellings.iter().map(|t| t.relation).min().unwrap_or(RelationId(0));
                key.push_str(&format!("\n\n{least}"));
            }
        }
        Event {
            id: RelationId(xxh3_64(key.as_bytes())),
            relation_type,
            participants,
            date: dated.date,
            end: dated.end,
            place: told().find_map(|t| t.place).map(|n| entities.name(n)),
            tellings,
            polarity: if affirmed.is_some() { Polarity::Positive } else { Polarity::Negative },
            modality: affirmed.or(denied).unwrap_or_default(),
            contradicted: denied.is_some() && affirmed.is_some_and(|m| m < Modality::Possible),
        }
    }
}

/// The group reported nearest to `day` within the window; the earlier report of two equally near.
fn nearest(reports: &[(i32, usize)], day: i32) -> Option<usize> {
    let at = reports.partition_point(|r| r.0 < day);
    let before = at.checked_sub(1).map(|i| {
        // The first group reported on that day.
        reports[reports.partition_point(|r| r.0 < reports[i].0)]
    });
    let after = reports.get(at).copied();
    let near = [before, after].into_iter().flatten().min_by_key(|r| ((r.0 - day).abs(), r.0))?;
    ((near.0 - day).abs() <= WINDOW).then_some(near.1)
}

fn parts(day: Day) -> u8 {
    1 + u8::from(day.month().is_some()) + u8::from(day.day().is_some())
}

fn day_number(date: Date) -> i32 {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    date.since(EPOCH).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests;
