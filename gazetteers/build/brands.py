"""Banks, police forces and public agencies, from the name suggestion index."""

import json
import re

from artifact import Store
from country import Countries
from folding import fold, latin, slug
from row import Row
from tier import Tiers

FILES = {"bank": ["brands/amenity/bank"], "police": ["operators/amenity/police"],
         "agency": ["operators/office/government", "brands/office/government"]}
LOCAL = re.compile(r"\b(?:Ayuntamiento|Ajuntament|Concello|Udala|Comune|Gemeinde|Stadt|Mairie|Commune|County|Council|City of"
                   r"|Town of|Credit Union|Raiffeisenbank|Sparkasse|Volksbank|Landratsamt|Kreis|Prefeitura|Municipal\w*|Sheriff"
                   r"|Township|Borough)\b")


def rows(store: Store, countries: Countries, tiers: Tiers, kind: str) -> list:
    """The derived rows of one kind."""
    index = json.loads(store.text("name-suggestion-index", "package/dist/json/nsi.min.json"))["nsi"]
    found = {}
    for path in FILES[kind]:
        for item in index[path]["items"]:
            tags = item["tags"]
            own = tags.get("name:en") or tags.get("brand:en") or tags.get("operator:en")
            name = own or tags.get("operator") or tags.get("brand") or tags.get("name") or ""
            name = re.sub(r"^The ", "", re.sub(r"\s*\([^)]*\)", "", name)).strip()
            qid = tags.get("operator:wikidata") or tags.get("brand:wikidata") or ""
            if not name or not latin(name) or not qid or LOCAL.search(name) or not re.match(r"[A-Z0-9]|[a-z][A-Z]", name) \
                    or re.search(r"[;/|]|\d{3}", name) or len(name) < 4:
                continue
            # A state agency belongs to one whole country; parts of countries have local bodies.
            areas = item.get("locationSet", {}).get("include", [])
            codes = {str(a).split("-")[0].split(".")[0].upper() for a in areas}
            partial = any("geojson" in str(a) for a in areas)
            if kind != "bank" and (partial or len(codes) != 1):
                continue
            code = min(codes) if len(codes) == 1 else ""
            country = countries.iso2.get(code, "")
            if kind != "bank" and not country:
                continue
            names = [n for n in (tags.get("official_name:en"), tags.get("operator:short"), tags.get("short_name"),
                                 tags.get("operator"), tags.get("brand"), tags.get("name")) if n]
            names = [n for n in names if latin(n) and fold(n) != fold(name) and re.match(r"[A-Z]", n)
                     and not re.search(r"[;/|(]", n) and len(n) > 2]
            row = found.setdefault(qid, Row("wikidata:" + qid, name, kind, country,
                                            source=store.source("name-suggestion-index")))
            for other in names:
                word = len(other.split()) == 1 and (fold(other) in tiers.common or fold(other) in tiers.surnames
                                                    or fold(other) in tiers.given or fold(other) in tiers.places)
                row.aliases.append("~" + other if word or len(other) < 4 else other)
            row.tier = tier(name, kind, tiers)
            if re.search(r"\b(?:Police|Policija|Policía|Policie|Politi|Polizei|Polícia|Polizia|Polis)\b", name) and kind == "agency":
                row.kind = "police"
    return [found[key] for key in sorted(found)]


def tier(name: str, kind: str, tiers: Tiers) -> str:
    """A single word that means something else, and what every country has, needs support."""
    key = fold(name)
    single = len(key.split(" ")) == 1
    if single and (key in tiers.common or key in tiers.given or key in tiers.surnames or key in tiers.places or len(key) < 5):
        return "support"
    return "support" if tiers.plain_words(name) else "always"
