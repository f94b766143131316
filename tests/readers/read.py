"""Loads what `chancery export` wrote into readers that know nothing of Chancery, and compares what they count with the records.

    read.py DIR     DIR holds records.jsonl and the exports beside it, as `tests/readers/run` writes them
"""

import csv
import json
import sqlite3
import sys
from pathlib import Path

import duckdb
import networkx
import pyarrow.parquet
import rdflib

import cypher

place = Path(sys.argv[1])
records = [json.loads(line) for line in (place / "records.jsonl").open(encoding="utf-8")]
expected = {
    "documents": len(records),
    "mentions": sum(len(record["mentions"]) for record in records),
    "entities of documents": sum(len(record["entities"]) for record in records),
    "relations": sum(len(record["relations"]) for record in records),
    "arguments": sum(len(relation["arguments"]) for record in records for relation in record["relations"]),
}
failures = 0


def compare(reader, what, found):
    global failures
    good = found == expected[what]
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {reader}: {found} {what}" + ("" if good else f", the records hold {expected[what]}"))


for file in ("records.nt", "records.ttl"):
    graph = rdflib.Graph().parse(place / file)
    ask = "SELECT (COUNT(?x) AS ?n) WHERE { ?x a <%s> }"
    for what, kind in (("documents", "https://schema.org/NewsArticle"), ("relations", "urn:chancery:vocabulary#Telling")):
        compare(f"rdflib, {file}", what, int(next(iter(graph.query(ask % kind)))[0]))

base = sqlite3.connect(place / "news.db")
for what in ("documents", "mentions", "relations", "arguments"):
    compare("sqlite3, news.db", what, base.execute(f"SELECT COUNT(*) FROM {what}").fetchone()[0])
broken = base.execute("PRAGMA foreign_key_check").fetchall()
failures += bool(broken)
print("ok   sqlite3, news.db: foreign keys" if not broken else f"FAIL sqlite3, news.db: foreign keys {broken[:3]}")

net = networkx.read_graphml(place / "records.graphml", force_multigraph=True)
kinds = [data.get("kind") or data.get("labels") or data.get("label") for _, data in net.nodes(data=True)]
print(f"     networkx, records.graphml: {net.number_of_nodes()} nodes, {net.number_of_edges()} edges")
compare("networkx, records.graphml", "relations", sum("Telling" in str(kind) for kind in kinds))

kuzu_base = cypher.load(place / "graph")
for what, label in (("documents", "Document"), ("relations", "Telling")):
    compare("kuzu, graph/", what, cypher.ask(kuzu_base, f"MATCH (n:{label}) RETURN count(n)")[0][0])
compare("kuzu, graph/", "arguments", cypher.ask(kuzu_base, "MATCH (:Telling)-[a:ARGUMENT]->(:Entity) RETURN count(a)")[0][0])

# Event codes: as many columns in every row, CAMEO codes of two to four digits, roots that PLOVER has.
ROOTS = set("AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
for shape in ("petrarch", "phoenix"):
    rows = list(csv.reader((place / shape).open(encoding="utf-8", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
    good = rows and len({len(row) for row in rows}) == 1 and all(any(cell.isdigit() and 2 <= len(cell) <= 4 for cell in row) for row in rows[1:])
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} csv, {shape}: {len(rows)} rows of {len(rows[0]) if rows else 0} columns")
events = [json.loads(line) for line in (place / "plover").open(encoding="utf-8")]
good = events and all(ROOTS & {str(value).upper() for value in event.values()} for event in events)
failures += not good
print(f"{'ok  ' if good else 'FAIL'} json, plover: {len(events)} events")

duck = duckdb.connect()
for what, file in (("documents", "documents.csv"), ("entities of documents", "mentions.csv"), ("relations", "tellings.csv")):
    compare(f"duckdb, {file}", what, duck.execute(f"SELECT COUNT(*) FROM read_csv('{place / 'graph' / file}')").fetchone()[0])

for what in ("mentions", "relations"):
    path = place / "parquet" / f"{what}.parquet"
    compare(f"pyarrow, {path.name}", what, pyarrow.parquet.read_table(path).num_rows)
    compare(f"duckdb, {path.name}", what, duck.execute(f"SELECT COUNT(*) FROM '{path}'").fetchone()[0])

sys.exit(1 if failures else 0)
