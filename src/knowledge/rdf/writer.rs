//! Triples as N-Triples or Turtle.

use std::io::{self, Write};

use oxrdf::{NamedNodeRef, TermRef, TripleRef};
use oxttl::turtle::WriterTurtleSerializer;
use oxttl::{NTriplesSerializer, TurtleSerializer};

use crate::knowledge::{Export, ExportError, Joined, Joiner};

use super::term::PREFIXES;
use super::{Iris, Sink, Triples};

/// Writes N-Triples: a triple a line, to be sorted, split and loaded anywhere.
#[derive(Debug)]
pub struct NTriples<W: Write>(Triples<NTriplesSink<W>>);

#[derive(Debug)]
struct NTriplesSink<W> {
    to: W,
    /// One document's triples.
    lines: Vec<u8>,
}

impl<W: Write> NTriples<W> {
    /// Writes to `to`.
    pub fn new(to: W, iris: Iris) -> Self {
        NTriples(Triples::new(NTriplesSink { to, lines: Vec::new() }, iris))
    }

    /// What was written to.
    pub fn into_inner(self) -> W {
        self.0.into_sink().to
    }
}

impl<W: Write> NTriplesSink<W> {
    fn flush(&mut self) -> io::Result<()> {
        self.to.write_all(&self.lines)?;
        self.lines.clear();
        Ok(())
    }
}

impl<W: Write> Sink for NTriplesSink<W> {
    fn triple(&mut self, s: NamedNodeRef<'_>, p: NamedNodeRef<'_>, o: TermRef<'_>) -> io::Result<()> {
        NTriplesSerializer::new().low_level().serialize_triple(TripleRef::new(s, p, o), &mut self.lines)
    }
}

impl<W: Write> Export for NTriples<W> {
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        self.0.document(joined)?;
        Ok(self.0.sink().flush()?)
    }

    fn finish(&mut self, joiner: &Joiner<'_>) -> Result<(), ExportError> {
        self.0.events(joiner)?;
        self.0.sink().flush()?;
        Ok(self.0.sink().to.flush()?)
    }
}

/// Writes Turtle: prefixes, and the triples of one subject together.
// `None` once finished.
pub struct Turtle<W: Write>(Option<Triples<TurtleSink<W>>>);

struct TurtleSink<W: Write>(WriterTurtleSerializer<W>);

impl<W: Write> Turtle<W> {
    /// Writes to `to`.
    pub fn new(to: W, iris: Iris) -> Self {
        Turtle(Some(Triples::new(TurtleSink(serializer().for_writer(to)), iris)))
    }
}

/// A Turtle serializer that knows our prefixes.
pub(super) fn serializer() -> TurtleSerializer {
    PREFIXES.iter().fold(TurtleSerializer::new(), |serializer, (name, iri)| {
        serializer.clone().with_prefix(*name, *iri).unwrap_or(serializer)
    })
}

impl<W: Write> Sink for TurtleSink<W> {
    fn triple(&mut self, s: NamedNodeRef<'_>, p: NamedNodeRef<'_>, o: TermRef<'_>) -> io::Result<()> {
        self.0.serialize_triple(TripleRef::new(s, p, o))
    }
}

impl<W: Write> Export for Turtle<W> {
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError> {
        Ok(self.0.as_mut().map_or(Ok(()), |triples| triples.document(joined))?)
    }

    fn finish(&mut self, joiner: &Joiner<'_>) -> Result<(), ExportError> {
        if let Some(mut triples) = self.0.take() {
            triples.events(joiner)?;
            triples.into_sink().0.finish()?.flush()?;
        }
        Ok(())
    }
}
