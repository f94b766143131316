//! GraphML, for Gephi, yEd, NetworkX, igraph.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_xml::escape::escape;

use crate::knowledge::{Export, ExportError, Joined, Joiner};

use super::model::Kind;
use super::{Cell, EDGES, Edge, Graph, GraphSink, NODES, Node, Table};

/// Writes one GraphML file.
#[derive(Debug)]
pub struct GraphMl<W>(Graph<Xml<W>>);

#[derive(Debug)]
struct Xml<W> {
    to: W,
    edges: u64,
}

impl<W: Write> GraphMl<W> {
    /// Writes to `to`.
    ///
    /// # Errors
    ///
    /// When `to` refuses.
    pub fn new(mut to: W) -> Result<Self, ExportError> {
        to.write_all(
            b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
        )?;
        for (of, tables) in [("node", &NODES[..]), ("edge", &EDGES[..])] {
            writeln!(to, r#"<key id="{of}-label" for="{of}" attr.name="label" attr.type="string"/>"#)?;
            let mut known: Vec<&str> = Vec::new();
            for (name, kind) in tables.iter().flat_map(|t| t.columns) {
                if !known.contains(name) {
                    known.push(name);
                    let kind = match kind {
                        Kind::Text | Kind::Date | Kind::List => "string",
                        Kind::Int => "int",
                        Kind::Float => "double",
                        Kind::Bool => "boolean",
                    };
                    writeln!(to, r#"<key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>"#)?;
                }
            }
        }
        to.write_all(b"<graph edgedefault=\"directed\">\n")?;
        Ok(GraphMl(Graph(Xml { to, edges: 0 })))
    }
}

impl<W: Write> Xml<W> {
    fn values(&mut self, of: &str, table: &Table, label: &str, values: &[Cell<'_>]) -> io::Result<()> {
        write!(self.to, r#"<data key="{of}-label">{}</data>"#, clean(label))?;
        for ((name, _), value) in table.columns.iter().zip(values) {
            let value = match value {
                Cell::None => continue,
                Cell::List(members) if members.is_empty() => continue,
                Cell::Text(text) => clean(text),
                Cell::Int(n) => Cow::Owned(n.to_string()),
                Cell::Float(x) => Cow::Owned(x.to_string()),
                Cell::Bool(b) => Cow::Borrowed(if *b { "true" } else { "false" }),
                Cell::List(members) => Cow::Owned(clean(&members.join("; ")).into_owned()),
            };
            write!(self.to, r#"<data key="{of}-{name}">{value}</data>"#)?;
        }
        Ok(())
    }
}

impl<W: Write> GraphSink for Xml<W> {
    fn node(&mut self, table: Node, id: &str, labels: &[&str], values: &[Cell<'_>]) -> Result<(), ExportError> {
        let table = &NODES[table as usize];
        write!(self.to, r#"<node id="{}/{}">"#, table.name, clean(id))?;
        self.values("node", table, labels.last().unwrap_or(&""), values)?;
        Ok(self.to.write_all(b"</node>\n")?)
    }

    fn edge(
        &mut self,
        table: Edge,
        from: &str,
        to: &str,
        edge_type: &str,
        values: &[Cell<'_>],
    ) -> Result<(), ExportError> {
        let table = &EDGES[table as usize];
        let (start, end) = table.ends.map_or(("", ""), |(a, b)| (NODES[a].name, NODES[b].name));
        let number = self.edges;
        self.edges += 1;
        let (from, to) = (clean(from), clean(to));
        write!(self.to, r#"<edge id="e{number}" source="{start}/{from}" target="{end}/{to}">"#)?;
        self.values("edge", table, edge_type, values)?;
        Ok(self.to.write_all(b"</edge>\n")?)
    }
}

/// Escaped, without the characters that XML has no way to write.
fn clean(text: &str) -> Cow<'_, str> {
    let forbidden =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(forbidden) {
        return Cow::Owned(escape(text.replace(forbidden, "\u{fffd}")).into_owned());
    }
    escape(text)
}

impl<W: Write> Export for GraphMl<W> {
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        self.0.document(joined)
    }

    fn finish(&mut self, joiner: &Joiner<'_>) -> Result<(), ExportError> {
        self.0.events(joiner)?;
        let to = &mut self.0.0.to;
        to.write_all(b"</graph>\n</graphml>\n")?;
        Ok(to.flush()?)
    }
}
