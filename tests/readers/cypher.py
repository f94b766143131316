"""The CSV files of `chancery export neo4j` in Kùzu, an embedded engine that speaks Cypher."""

import csv
import tempfile
from pathlib import Path

import kuzu

TYPES = {"string": "STRING", "date": "DATE", "int": "INT64", "double": "DOUBLE", "boolean": "BOOLEAN", "string[]": "STRING[]"}
NODES = {"documents": "Document", "entities": "Entity", "events": "Event", "tellings": "Telling"}
# Files of relationships: their name in Cypher, where the file holds several or says it in a column.
EDGES = {"actors": "ACTOR", "arguments": "ARGUMENT", "held_at": "HELD_AT", "mentions": "MENTIONS", "said_by": "SAID_BY", "tells": "TELLS",
         "told_at": "TOLD_AT", "told_in": "TOLD_IN"}


def value(text, kind):
    if text == "" and kind != "STRING":
        return None
    if kind == "INT64":
        return int(text)
    if kind == "DOUBLE":
        return float(text)
    if kind == "BOOLEAN":
        return text == "true"
    if kind == "STRING[]":
        return text.split(";")
    return text


def columns(head):
    """Of a header of `neo4j-admin database import` the columns with values: (number, name, type)."""
    for number, field in enumerate(head):
        name, _, kind = field.partition(":")
        kind = kind.split("(")[0]
        if kind in TYPES or kind == "ID":
            yield number, name or "id", TYPES.get(kind, "STRING")


def load(folder: Path) -> kuzu.Connection:
    """A connection to a database of the folder's files."""
    database = kuzu.Database(str(Path(tempfile.mkdtemp()) / "graph"))
    base = kuzu.Connection(database)
    base.home = database
    for file, label in NODES.items():
        rows = csv.reader((folder / f"{file}.csv").open(encoding="utf-8", newline=""))
        fields = list(columns(next(rows)))
        base.execute(f"CREATE NODE TABLE {label} (" + ", ".join(f"`{name}` {kind}" for _, name, kind in fields) + ", PRIMARY KEY (id))")
        for row in rows:
            body, given = properties(fields, row)
            base.execute(f"CREATE (:{label} {{{body}}})", given)
    for file, label in EDGES.items():
        rows = csv.reader((folder / f"{file}.csv").open(encoding="utf-8", newline=""))
        head = next(rows)
        ends = [NODES[field.split("(")[1].rstrip(")")] for field in head[:2]]
        fields = list(columns(head))
        own = "".join(f", `{name}` {kind}" for _, name, kind in fields)
        base.execute(f"CREATE REL TABLE {label} (FROM {ends[0]} TO {ends[1]}{own})")
        for row in rows:
            body, given = properties(fields, row)
            base.execute(f"MATCH (a:{ends[0]} {{id: $a_}}), (b:{ends[1]} {{id: $b_}}) CREATE (a)-[:{label} {{{body}}}]->(b)",
                         {**given, "a_": row[0], "b_": row[1]})
    return base


def properties(fields, row):
    """The values of a row as Cypher writes them, and its parameters; a parameter's name may be no word of Cypher's own."""
    given = {name: (f"p{number}", kind, v) for number, name, kind in fields if (v := value(row[number], kind)) is not None}
    written = (f"`{name}`: date(${p})" if kind == "DATE" else f"`{name}`: ${p}" for name, (p, kind, _) in given.items())
    return ", ".join(written), {p: v for p, _, v in given.values()}


def ask(base, query):
    """The rows of an answer."""
    answer = base.execute(query)
    rows = []
    while answer.has_next():
        rows.append(answer.get_next())
    return rows
