"""Persons of history, from WordNet; only full names, since a bare surname is nobody's."""

import re

from country import Countries
from folding import fold, slug
from row import Row
from tier import Tiers
from wordnet import WordNet

TITLE = re.compile(r"^(?:First|Second|Third|Fourth|Fifth|1st|President|Sir|Lord|Lady|Saint|St\.?|King|Queen|Emperor|Pope|Prince|Princess|Baron|Count|Duke"
                   r"|General|Admiral|Dame|Dr\.?|Mrs?\.?|Marquis|Earl|Captain|Chief|Baroness|Duchess|Viscount|Cardinal|Pharaoh|Czar|Tsar|Comte|De|Herr)\b")
NATION = {"united states": "iso:USA", "america": "iso:USA", "american": "iso:USA", "british": "iso:GBR",
          "english": "iso:GBR", "scottish": "iso:GBR", "welsh": "iso:GBR", "england": "iso:GBR",
          "soviet": "iso:RUS", "dutch": "iso:NLD", "french": "iso:FRA", "prussian": "iso:DEU"}
KINDS = [("sport", r"athlete|baseball|tennis|golfer|boxer|swimmer|runner|skater|football|jockey|prizefighter"),
         ("artist", r"writer|author|poet|novelist|painter|sculptor|composer|singer|musician|actor|actress"
                    r"|playwright|dramatist|dancer|conductor|pianist|violinist|architect|filmmaker|film director")]


def rows(wordnet: WordNet, countries: Countries, tiers: Tiers) -> list:
    """The derived historical persons."""
    nations = {**countries.adjectives, **countries.names, **NATION}
    root = wordnet.find("person", "a human being")
    found = []
    for offset in wordnet.instances(root):
        words, _, gloss = wordnet.nouns()[offset]
        if re.search(r"Roman god|Greek myth|legendary|fictional|character in|\((?:Old|New) Testament|mythical|folklore", gloss):
            continue
        names = [w for w in words if re.fullmatch(r"[A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|de|da|di|la|le|van|von|der|den"
                                                  r"|the|of|ibn|bin|al-\w+|du|del|y|ten|zu|af))+", w)]
        names = [w for w in names if not TITLE.match(w) and not w.split()[-1].islower()]
        names = [w for w in names if not tiers.plain_words(w)]
        if not names:
            continue
        # "Abraham Lincoln" rather than "Lincoln the Emancipator"; initials last.
        names.sort(key=lambda w: (" the " in w or " of " in w, len(w.split()[0].strip(".")) < 2, words.index(w)))
        text = fold(re.sub(r"[;,(].*", "", gloss))
        at = [(text.find(nation), -len(nation), id) for nation, id in nations.items()
              if re.search(rf"\b{re.escape(nation)}\b", text)]
        born = re.search(r"\(born in ([A-Z]\w+)", gloss)
        country = min(at)[2] if at else nations.get(fold(born.group(1)), "") if born else ""
        kind = next((k for k, pattern in KINDS if re.search(pattern, gloss.split(";")[0])), "historical")
        found.append(Row("chancery:" + slug(names[0]), names[0], kind, country, names[1:], tier="always",
                         source=wordnet.source()))
    return found
