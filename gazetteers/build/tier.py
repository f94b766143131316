"""When a listed name may count: always, only with support, or never alone."""

import re

from country import Countries
from folding import fold, plain

CALENDAR = set("monday tuesday wednesday thursday friday saturday sunday january february march april "
               "may june july august september october november december spring summer autumn winter "
               "easter christmas ramadan".split())
COMPASS = set("north south east west northern southern eastern western central northeast northwest "
              "southeast southwest northeastern northwestern southeastern southwestern upper lower "
              "new old greater inner outer middle great big little centre center".split())
# Smallest population at which a town outweighs a clash: no one means the surname in "Berlin".
WORD_CITY = 1_000_000
NAME_CITY = 1_000_000
RARE_SURNAME_CITY = 100_000


class Tiers:
    """What else a name could be: an English word, part of a person's name, a nation's."""

    def __init__(self, common: set, given: set, surnames: set, frequent: set, countries: Countries,
                 places: set):
        self.common = common
        self.places = places
        self.given = given
        self.surnames = surnames
        self.frequent = frequent
        self.nations = set(countries.adjectives) | set(countries.names)

    def plain_words(self, name: str) -> bool:
        """Is every word of the name an English word, a number or a direction?"""
        words = re.split(r"[\s-]+", plain(name).lower().replace(".", ""))
        return all(w in self.common or w in COMPASS or w in {"st", "saint"} or not w.isalpha()
                   for w in words)

    def of(self, name: str, population: int) -> str:
        """The tier of a place name with this many people."""
        key = fold(name)
        if key in CALENDAR or key in COMPASS or len(key) < 3 or key in self.nations:
            return "never"
        if len(key.split(" ")) > 1:
            # "Union City" is a name, "Santa Ana" is; "Saint Paul" and "Mary Esther" could be people.
            first, *_, last = key.split(" ")
            person = first in self.given and last in self.frequent or first in {"saint", "st"}
            words = all(w in self.common or w in COMPASS for w in key.split(" "))
            return "support" if (person or words) and population < NAME_CITY else "always"
        if key in self.common and population < WORD_CITY:
            return "support" if population >= 15_000 else "never"
        if (key in self.given or key in self.frequent) and population < NAME_CITY:
            return "support"
        if key in self.surnames and population < RARE_SURNAME_CITY:
            return "support"
        return "always"
