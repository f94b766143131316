//! One Parquet file, written by the column.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use crate::knowledge::table::{Cell, Kind, Table};

/// Rows held before they are written as one row group.
const GROUP: usize = 1 << 16;

/// A column's values so far; what is missing has a level of 0.
#[derive(Debug)]
struct Column {
    kind: Kind,
    texts: Vec<ByteArray>,
    numbers: Vec<i32>,
    floats: Vec<f64>,
    bools: Vec<bool>,
    levels: Vec<i16>,
}

/// A file that grows row by row.
pub(super) struct TableFile {
    writer: Option<SerializedFileWriter<File>>,
    columns: Vec<Column>,
    rows: usize,
}

impl TableFile {
    pub(super) fn create(folder: &Path, table: &Table) -> Result<TableFile> {
        let fields = table.columns.iter().map(|(name, kind)| field(name, *kind)).collect::<Result<Vec<_>>>()?;
        let schema = Type::group_type_builder(table.name).with_fields(fields).build()?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let file = File::create(folder.join(format!("{}.parquet", table.name)))?;
        let columns = table.columns.iter().map(|(_, kind)| Column::new(*kind)).collect();
        let writer = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties))?;
        Ok(TableFile { writer: Some(writer), columns, rows: 0 })
    }

    /// Adds a row; values stand in the order of the columns.
    pub(super) fn row(&mut self, values: &[Cell<'_>]) -> Result<()> {
        for (column, value) in self.columns.iter_mut().zip(values) {
            column.push(value);
        }
        self.rows += 1;
        if self.rows == GROUP { self.write_group() } else { Ok(()) }
    }

    /// Writes what is left and the footer.
    pub(super) fn finish(&mut self) -> Result<()> {
        if self.rows > 0 {
            self.write_group()?;
        }
        match self.writer.take() {
            Some(writer) => writer.close().map(|_| ()),
            None => Ok(()),
        }
    }

    fn write_group(&mut self) -> Result<()> {
        self.rows = 0;
        let Some(writer) = &mut self.writer else { return Ok(()) };
        let mut group = writer.next_row_group()?;
        let mut columns = self.columns.iter_mut();
        while let (Some(mut to), Some(column)) = (group.next_column()?, columns.next()) {
            match column.kind {
                Kind::Text | Kind::List => put::<ByteArrayType>(&mut to, &column.texts, &column.levels)?,
                Kind::Int | Kind::Date => put::<Int32Type>(&mut to, &column.numbers, &column.levels)?,
                Kind::Float => put::<DoubleType>(&mut to, &column.floats, &column.levels)?,
                Kind::Bool => put::<BoolType>(&mut to, &column.bools, &column.levels)?,
            }
            to.close()?;
            column.clear();
        }
        group.close().map(|_| ())
    }
}

fn put<T: DataType>(to: &mut SerializedColumnWriter<'_>, values: &[T::T], levels: &[i16]) -> Result<()> {
    to.typed::<T>().write_batch(values, Some(levels), None).map(|_| ())
}

fn field(name: &str, kind: Kind) -> Result<Arc<Type>> {
    let (physical, logical) = match kind {
        Kind::Text | Kind::List => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Int => (Physical::INT32, None),
        Kind::Date => (Physical::INT32, Some(LogicalType::Date)),
        Kind::Float => (Physical::DOUBLE, None),
        Kind::Bool => (Physical::BOOLEAN, None),
    };
    let builder = Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
    builder.with_logical_type(logical).build().map(Arc::new)
}

impl Column {
    fn new(kind: Kind) -> Column {
        Column {
            kind,
            texts: Vec::new(),
            numbers: Vec::new(),
            floats: Vec::new(),
            bools: Vec::new(),
            levels: Vec::new(),
        }
    }

    fn clear(&mut self) {
        self.texts.clear();
        self.numbers.clear();
        self.floats.clear();
        self.bools.clear();
        self.levels.clear();
    }

    fn push(&mut self, value: &Cell<'_>) {
        let known = match (self.kind, value) {
            (Kind::Text | Kind::List, Cell::Text(text)) => {
                self.texts.push(text.as_bytes().to_vec().into());
                true
            }
            (Kind::Text | Kind::List, Cell::List(members)) => {
                self.texts.push(members.join("; ").into_bytes().into());
                true
            }
            (Kind::Int, Cell::Int(number)) => {
                self.numbers.push(i32::try_from(*number).unwrap_or(i32::MAX));
                true
            }
            (Kind::Date, Cell::Text(text)) => match text.parse::<Date>() {
                Ok(date) => {
                    self.numbers.push(days(date));
                    true
                }
                Err(_) => false,
            },
            (Kind::Float, Cell::Float(number)) => {
                self.floats.push(*number);
                true
            }
            (Kind::Bool, Cell::Bool(yes)) => {
                self.bools.push(*yes);
                true
            }
            _ => false,
        };
        self.levels.push(i16::from(known));
    }
}

/// Days since 1970.
fn days(date: Date) -> i32 {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    date.since(EPOCH).map_or(0, |span| span.get_days())
}
