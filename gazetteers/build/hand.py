"""The lists written by hand: what the derived lists must not repeat."""

import re
from difflib import SequenceMatcher
from pathlib import Path

from folding import fold, slug
from row import Row, read

# Derived kind -> hand kinds that are the same thing when name and country agree.
SAME = {"city": {"city", "capital", "seat"}, "admin1": {"admin1"}, "water": {"water"},
        "landform": {"landform", "island"}, "building": {"building", "seat"}}
SAME["island"] = SAME["landform"]
# Seats that a town elsewhere in the country has the name of: Planalto lies in Bahia, the palace in Brasília.
STRANGERS = {"chancery:planalto"}


def sound(name: str) -> tuple:
    """Consonants of the first and the last word: the same in `Zelensky` and `Zelenskiy`."""
    words = [re.sub(r"[aeiouyhj'-]", "", re.sub(r"(.)\1", r"\1", word)) for word in
             re.sub(r"\b(?:al|el) ", "", fold(name)).split(" ")]
    return words[0], words[-1]


class Hand:
    """Names and ids of the hand lists of one folder."""

    def __init__(self, folder: Path):
        self.rows = [row for path in sorted(folder.glob("*.tsv")) if not path.name.startswith("derived-")
                     for row in read(path)]
        self.ids = {row.id for row in self.rows}
        self.by_name = {}
        for row in self.rows:
            for name in row.names():
                self.by_name.setdefault(fold(name), []).append(row)
        self.by_sound = {}
        for row in self.rows:
            self.by_sound.setdefault((row.country, sound(row.name)), []).append(row)

    def find(self, name: str, country: str) -> list:
        """Hand rows that have this name and country (or no country)."""
        return [row for row in self.by_name.get(fold(name), [])
                if not country or not row.country or row.country == country]

    def person(self, row: Row) -> list:
        """Hand rows of the same person under a longer or a differently romanized name."""
        for name in row.names():
            found = self.find(name, row.country)
            if found:
                return found
        return [other for other in self.by_sound.get((row.country, sound(row.name)), [])
                if SequenceMatcher(None, fold(row.name), fold(other.name)).ratio() >= 0.8]


class Deduplicator:
    """Drops derived rows that a hand list has, and keeps their ids for `same-as.tsv`."""

    def __init__(self, same_as: dict, hand_ids: set):
        self.same_as = same_as
        self.hand_ids = hand_ids
        self.used = {}

    def apply(self, rows: list, hand: Hand, folder: str) -> list:
        """What is left of the rows; ids made of names are made unique over all lists."""
        kept, people = [], folder == "people"
        for row in rows:
            found = hand.find(row.name, row.country) or people and hand.person(row)
            if found:
                self._give(row, found)
                continue
            # An alias that a hand row has means that row.
            aliases = []
            for alias in row.aliases:
                if not hand.find(alias.lstrip("=~@"), row.country):
                    aliases.append(alias)
            row.aliases = aliases
            kept.append(row)
        merged = {}
        for row in kept:
            if row.id.startswith("chancery:"):
                row.id = self._unique(row, folder)
            # Two rows of one sourced id are one thing under two names.
            first = merged.setdefault((row.id, row.kind if folder == "people" else "", row.since), row)
            if first is not row:
                first.aliases += [row.name] + row.aliases
        return list(merged.values())

    def _give(self, row: Row, found: list) -> None:
        ids = [row.id] + row.same_as if not row.id.startswith("chancery:") else row.same_as
        for other in found:
            prefix = {i.partition(":")[0] for i in self.same_as.get(other.id, ())}
            if other.kind in SAME.get(row.kind, {row.kind}) and other.id not in STRANGERS and ids:
                # Sorted by size upstream: the first town of the name is the one meant.
                new = {i for i in ids if i.partition(":")[0] not in prefix}
                self.same_as.setdefault(other.id, set()).update(new)
                return

    def _unique(self, row: Row, folder: str) -> str:
        # Offices of one person share an id; two people of history with one name do not.
        namesake = "|".join(row.aliases) if row.kind in {"historical", "artist", "sport"} else ""
        own, tail = (folder, row.name, row.country, namesake), row.country[4:].lower()
        for wanted in (row.id, f"{row.id}-{tail}", f"{row.id}-{slug(row.kind)}",
                       f"{row.id}-{slug(row.kind)}-{tail}", f"{row.id}-2"):
            if wanted not in self.hand_ids and self.used.setdefault(wanted, own) == own and not wanted.endswith("-"):
                return wanted
        raise SystemExit(f"no id left for {row.name} ({row.country})")
