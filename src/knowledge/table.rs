//! Values and columns of tables.

use std::borrow::Cow;

use crate::record::Entity;

/// A value of a property.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    None,
    /// Text.
    Text(Cow<'a, str>),
    /// A whole number.
    Int(i64),
    /// Degrees.
    Float(f64),
    /// Yes or no.
    Bool(bool),
    /// Texts.
    List(Vec<&'a str>),
}

/// The kind of value in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Int,
    /// A number with a fraction.
    Float,
    /// Yes or no.
    Bool,
    /// `YYYY-MM-DD`.
    Date,
    /// Texts.
    List,
}

/// A table of nodes or edges: its name and its columns after the ids.
#[derive(Debug)]
pub struct Table {
    /// File name, and what its nodes' ids are unique in.
    pub name: &'static str,
    /// Columns.
    pub columns: &'static [(&'static str, Kind)],
    /// Tables of the two ends, of a table of edges.
    pub ends: Option<(usize, usize)>,
}

/// A text or nothing.
pub fn text(value: Option<&str>) -> Cell<'_> {
    value.map_or(Cell::None, |v| Cell::Text(Cow::Borrowed(v)))
}

/// What both graphs and tables say of an entity besides its id: name, type, kind, country, other ids, degrees north, degrees
/// east.
pub fn entity<'a>(entity: &'a Entity<'_>) -> [Cell<'a>; 7] {
    [
        text(Some(&entity.name)),
        text(Some(entity.entity_type.as_str())),
        text(entity.kind.as_deref()),
        text(entity.country.as_deref()),
        Cell::List(entity.same_as.iter().map(|s| s.as_str()).collect()),
        entity.lat.map_or(Cell::None, Cell::Float),
        entity.lon.map_or(Cell::None, Cell::Float),
    ]
}
