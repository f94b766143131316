//! The files of `neo4j-admin database import`: one CSV file for each table, ids and labels in its header.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use csv::Writer;

use crate::knowledge::{Export, ExportError, Joined, Joiner};

use super::model::Kind;
use super::{Cell, EDGES, Edge, Graph, GraphSink, NODES, Node};

/// Between the members of a list.
const LIST: &str = ";";

/// Writes a folder of CSV files.
#[derive(Debug)]
pub struct Neo4j<W: Write = BufWriter<File>>(Graph<Files<W>>);

#[derive(Debug)]
struct Files<W: Write> {
    nodes: Vec<Writer<W>>,
    edges: Vec<Writer<W>>,
    cell: String,
}

impl Neo4j {
    /// Makes `folder` where it does not exist; files of earlier exports give way.
    ///
    /// # Errors
    ///
    /// When a file cannot be made.
    pub fn create(folder: &Path) -> Result<Self, ExportError> {
        std::fs::create_dir_all(folder)?;
        Neo4j::new(|name| Ok(BufWriter::with_capacity(1 << 16, File::create(folder.join(name))?)))
    }
}

impl<W: Write> Neo4j<W> {
    /// `open` opens a file by its name.
    ///
    /// # Errors
    ///
    /// When a file cannot be opened or written to.
    pub fn new(mut open: impl FnMut(&str) -> std::io::Result<W>) -> Result<Self, ExportError> {
        let mut files = Files { nodes: Vec::new(), edges: Vec::new(), cell: String::new() };
        for (of_nodes, table) in NODES.iter().map(|t| (true, t)).chain(EDGES.iter().map(|t| (false, t))) {
            let mut writer = Writer::from_writer(open(&format!("{}.csv", table.name))?);
            match table.ends {
                None => writer.write_field(format!("id:ID({})", table.name))?,
                Some((from, to)) => {
                    writer.write_field(format!(":START_ID({})", NODES[from].name))?;
                    writer.write_field(format!(":END_ID({})", NODES[to].name))?;
                }
            }
            for (name, kind) in table.columns {
                let kind = match kind {
                    Kind::Text => "string",
                    Kind::Int => "int",
                    Kind::Float => "double",
                    Kind::Bool => "boolean",
                    Kind::Date => "date",
                    Kind::List => "string[]",
                };
                writer.write_field(format!("{name}:{kind}"))?;
            }
            writer.write_field(if of_nodes { ":LABEL" } else { ":TYPE" })?;
            writer.write_record(None::<&[u8]>)?;
            if of_nodes { files.nodes.push(writer) } else { files.edges.push(writer) }
        }
        Ok(Neo4j(Graph(files)))
    }
}

fn write_cell<W: Write>(to: &mut Writer<W>, value: &Cell<'_>, cell: &mut String) -> csv::Result<()> {
    use std::fmt::Write;
    cell.clear();
    let _ = match value {
        Cell::None => Ok(()),
        Cell::Text(text) => return to.write_field(&**text),
        Cell::Int(n) => write!(cell, "{n}"),
        Cell::Float(x) => write!(cell, "{x}"),
        Cell::Bool(b) => write!(cell, "{b}"),
        Cell::List(members) => {
            for (i, member) in members.iter().enumerate() {
                if i > 0 {
                    cell.push_str(LIST);
                }
                // The list's own separator cannot be quoted.
                cell.extend(member.chars().map(|c| if c == ';' { ',' } else { c }));
            }
            Ok(())
        }
    };
    to.write_field(&*cell)
}

impl<W: Write> GraphSink for Files<W> {
    fn node(&mut self, table: Node, id: &str, labels: &[&str], values: &[Cell<'_>]) -> Result<(), ExportError> {
        let to = &mut self.nodes[table as usize];
        to.write_field(id)?;
        for value in values {
            write_cell(to, value, &mut self.cell)?;
        }
        self.cell.clear();
        for (i, label) in labels.iter().enumerate() {
            if i > 0 {
                self.cell.push_str(LIST);
            }
            self.cell.push_str(label);
        }
        to.write_field(&self.cell)?;
        Ok(to.write_record(None::<&[u8]>)?)
    }

    fn edge(
        &mut self,
        table: Edge,
        from: &str,
        to: &str,
        edge_type: &str,
        values: &[Cell<'_>],
    ) -> Result<(), ExportError> {
        let file = &mut self.edges[table as usize];
        file.write_field(from)?;
        file.write_field(to)?;
        for value in values {
            write_cell(file, value, &mut self.cell)?;
        }
        file.write_field(edge_type)?;
        Ok(file.write_record(None::<&[u8]>)?)
    }
}

impl<W: Write> Export for Neo4j<W> {
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        self.0.document(joined)
    }

    fn finish(&mut self, joiner: &Joiner<'_>) -> Result<(), ExportError> {
        self.0.events(joiner)?;
        let Files { nodes, edges, .. } = &mut self.0.0;
        for file in nodes.iter_mut().chain(edges) {
            file.flush()?;
        }
        Ok(())
    }
}
