"""Waters, landforms and buildings, from WordNet."""

import re

from country import Countries
from folding import fold, slug
from row import Row
from tier import Tiers
from wordnet import WordNet

HEAD = re.compile(r"\b(?:Mount|Mt\.?|Mountains?|River|Lake|Sea|Ocean|Gulf|Bay|Strait|Straits|Island|Islands|Peninsula|Desert"
                  r"|Valley|Canyon|Falls|Range|Cape|Peak|Hills?|Canal|Basin|Plateau|Pass|Channel|Sound|Creek|Point|Isle|Isles"
                  r"|Rio|Glacier|Volcano|Park|Coast|Delta|Alps|Plain|Plains|Bridge|Tower|Palace|Castle|Wall|Temple)\b")


def listed(wordnet: WordNet, countries: Countries, tiers: Tiers, root: str, kind: str, skip: set) -> list:
    """Rows of all named instances below a synset."""
    found = []
    nations = {**countries.names, **countries.adjectives}
    for offset in wordnet.instances(root):
        if offset in skip:
            continue
        skip.add(offset)
        words, _, gloss = wordnet.nouns()[offset]
        names = [w for w in words if w[0].isupper() and re.fullmatch(r"[\w .'-]+", w) and len(w) > 2]
        if not names or re.search(r"myth|legend|ancient|biblical|astronom|constellation|planet|moon\b", gloss):
            continue
        # A name with its head first: "Lake Baikal" before "Baikal".
        names.sort(key=lambda w: (not HEAD.search(w), words.index(w)))
        where = {id for name, id in nations.items() if re.search(rf"\b{re.escape(name)}\b", fold(gloss))}
        row = Row("chancery:" + slug(names[0]), names[0], kind, min(where) if len(where) == 1 else "",
                  source=wordnet.source())
        row.tier = "always" if HEAD.search(names[0]) and len(names[0].split()) > 1 else tiers.of(names[0], 50_000)
        for other in names[1:]:
            sure = HEAD.search(other) and len(other.split()) > 1 or tiers.of(other, 50_000) == "always"
            shadow = fold(other) in tiers.places
            row.aliases.append(other if sure and not shadow else "~" + other)
        if fold(row.name) in tiers.places:
            row.tier = "support"
        found.append(row)
    return found


def waters(wordnet: WordNet, countries: Countries, tiers: Tiers, skip: set) -> list:
    """Seas, lakes, rivers, straits, canals."""
    roots = [wordnet.find("body of water", "the part of the earth's surface covered with water")]
    return [row for root in roots for row in listed(wordnet, countries, tiers, root, "water", skip)]


def landforms(wordnet: WordNet, countries: Countries, tiers: Tiers, skip: set) -> list:
    """Mountains, deserts, capes, islands."""
    found = listed(wordnet, countries, tiers, wordnet.find("island", "a land mass"), "island", skip)
    for word, gloss in (("geological formation", "(geology) the geological features"), ("desert", "arid land"),
                        ("peninsula", "a large mass of land projecting")):
        found += listed(wordnet, countries, tiers, wordnet.find(word, gloss), "landform", skip)
    return [row for row in found if fold(row.name) not in countries.names]


def buildings(wordnet: WordNet, countries: Countries, tiers: Tiers, skip: set) -> list:
    """Named structures."""
    return listed(wordnet, countries, tiers, wordnet.find("structure", "a thing constructed"), "building", skip)
