//! The gazetteer as a record sees it.

use crate::gazetteer::{EntryId, Gazetteer};
use crate::record::{Listed, Lists};

impl Lists for Gazetteer {
    fn listed(&self, entry: EntryId) -> Listed<'_> {
        let entry = self.entry(entry);
        Listed {
            id: entry.id,
            name: entry.name,
            kind: entry.kind,
            country: entry.country,
            coordinates: entry.coordinates.map(|c| (c.latitude, c.longitude)),
        }
    }

    fn id(&self, entry: EntryId) -> &str {
        Gazetteer::id(self, entry)
    }

    fn same_as(&self, entry: EntryId) -> impl Iterator<Item = &str> {
        self.entry(entry).same_as()
    }
}
