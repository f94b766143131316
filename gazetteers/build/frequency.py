"""How often a word is written small and with a capital: what tells a word from a name."""

import gzip
import json
import re

from artifact import Store

# Log probability below which a word is too rare to be taken for an ordinary one.
RARE = -17.0
# A word written with a capital this much more often is a name first ("China", "Maria").
NAME_FIRST = 0.7
# A word the dictionaries lack counts when small letters outweigh capitals this much.
WORD_FIRST = 1.5
# And only when it is at least this frequent: rarer ones are slips of the pen ("yiu").
KNOWN = -14.5


class Frequency:
    """Log probabilities of a million written words, in their case."""

    def __init__(self, store: Store):
        packed = store.bytes("spacy-lookups-data", "spacy_lookups_data/data/en_lexeme_prob.json.gz")
        self.table = json.loads(gzip.decompress(packed))
        if len(self.table) < 900_000:
            raise SystemExit("spacy-lookups-data: the table is not laid out as expected")

    def of(self, word: str) -> float:
        """The log probability of the word as written."""
        return self.table.get(word, -30.0)

    def ordinary(self, dictionary: set) -> set:
        """Lower-case words that are no names first: those of the dictionaries, and newer ones."""
        found = set()
        for word in dictionary:
            small = self.of(word)
            if small >= RARE and small >= self.of(word.capitalize()) - NAME_FIRST:
                found.add(word)
        for word, small in self.table.items():
            if small >= KNOWN and re.fullmatch(r"[a-z]{4,}", word) and small >= self.of(word.capitalize()) + WORD_FIRST:
                found.add(word)
        return found
