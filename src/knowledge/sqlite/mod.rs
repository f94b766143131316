//! Records in an SQLite database: tables with foreign keys, indices, views for the common questions.
//!
//! Loading is idempotent: a document that is there unchanged is skipped, one that changed takes the place of what was
//! there, and events are joined again over all that the database holds.

mod database;
mod events;

pub use database::Sqlite;
