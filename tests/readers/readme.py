"""Asks README's queries of the exports of the sample articles, and compares the answers with those that README prints.

    readme.py README.md DIR [--write]     DIR as `tests/readers/run` leaves it; --write puts the answers found into README

A query is a block marked sparql, cypher, or sql (its first line a comment that names the engine); the block marked text
behind it is its answer, a row a line, cells parted by `|`.
"""

import re
import sqlite3
import sys
from pathlib import Path

import duckdb
import rdflib

import cypher as kuzu

readme, place = Path(sys.argv[1]), Path(sys.argv[2])
write = "--write" in sys.argv[3:]
BLOCKS = re.compile(r"```(sparql|cypher|sql)\n(.*?)```(\s*)```text\n(.*?)```", re.S)


def sparql(query):
    return rdflib.Graph().parse(place / "records.nt").query(query)


def cypher(query):
    return kuzu.ask(kuzu.load(place / "graph"), query)


def sql(query):
    if query.startswith("-- SQLite"):
        return sqlite3.connect(place / "news.db").execute(query).fetchall()
    return duckdb.execute(query.replace("'parquet/", f"'{place}/parquet/")).fetchall()


failures = asked = 0


def answered(block):
    global failures, asked
    language, query, between, printed = block.groups()
    rows = globals()[language](query)
    found = "".join("|".join("" if cell is None else str(cell) for cell in row) + "\n" for row in rows)
    asked += 1
    if found != printed and not write:
        failures += 1
        print(f"FAIL README, {language}:\n{query}prints\n{printed}but the answer is\n{found}(tests/readers/run --write)")
    return f"```{language}\n{query}```{between}```text\n{found}```"


text = readme.read_text(encoding="utf-8")
new = BLOCKS.sub(answered, text)
if write:
    readme.write_text(new, encoding="utf-8")
if asked < 4:
    sys.exit(f"FAIL README has {asked} queries with answers; there is one for each of SPARQL, Cypher, SQLite, DuckDB")
print(f"{'ok  ' if not failures else 'FAIL'} README: {asked} queries answered as printed")
sys.exit(1 if failures else 0)
