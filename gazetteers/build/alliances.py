"""International organizations and groupings, from worldcountrygroups."""

import json
import re

from artifact import Store
from folding import fold, slug
from row import Row
from tier import Tiers

# Classes of countries in statistics, not bodies that act.
STATISTICS = re.compile(r"econom|countries|Countries|World \(|Group$|developing|Developing|Next Eleven|MINT|CIVETS|Area$|Treaty$"
                        r"|Eyes$|Agreement$|Permanent Members|Baltic States|Islands? Developing|Triangle|Strategy Forum")
KEEP = {"Andean Community", "Visegrad Group", "Nuclear Suppliers Group", "Cairns Group", "Melanesian Spearhead Group"}
ALLIANCES = {"NATO", "CSTO", "AUKUS", "Quad", "ANZUS"}


def rows(store: Store, tiers: Tiers) -> list:
    """The derived international bodies."""
    found = {}
    source = store.source("worldcountrygroups")
    for path in store.names("worldcountrygroups"):
        if not re.search(r"/groups/[\w-]+\.json$", path):
            continue
        group = json.loads(store.text("worldcountrygroups", path))
        name = re.sub(r"^The ", "", re.sub(r"\s*\([^)]*\)", "", group["name"])).strip()
        acronym = group.get("acronym", "")
        if name not in KEEP and (STATISTICS.search(group["name"]) or acronym in {"P5", "Africa", "Eurozone"}):
            continue
        name = name.replace("Organization of the Islamic Cooperation", "Organisation of Islamic Cooperation") \
            .replace("Pacific Island Forum", "Pacific Islands Forum")
        row = Row("chancery:" + slug(name), name, "alliance" if acronym in ALLIANCES else "international", source=source)
        if re.fullmatch(r"[A-Z][A-Za-z0-9+-]+(?: Sahel)?", acronym) and sum(c.isupper() for c in acronym) >= 2 \
                and fold(acronym) != fold(name):
            row.aliases.append(("~" if len(acronym) < 3 or acronym.lower() in tiers.common else "") + acronym)
        row.tier = "support" if tiers.plain_words(name) and len(name.split()) < 3 else "always"
        found[fold(name)] = row
    return [found[key] for key in sorted(found)]
