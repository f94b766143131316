"""Large listed companies and the people who lead them, from pytickersymbols."""

import ast
import re

from artifact import Store
from country import Countries
from folding import fold, slug
from row import Row
from tier import Tiers

LEGAL = re.compile(r",? (?:Inc|Corp|Corporation|Ltd|Limited|plc|PLC|Plc|AG|SE|SA|S\.A|N\.V|NV|ASA|AB|Oyj|A/S|SpA|S\.p\.A|KGaA"
                   r"|GmbH|Company|Co|Co\., Ltd|Incorporated|S\.E|Aktiengesellschaft|SCA|SAB|Holdings?|Group plc|L\.P|LP|LLC"
                   r"|\(publ\)|& Co|Abp|S\.A\.B|C\.V|de C\.V|Class [A-C]|\(Class [A-C]\)|Oy|N\.A|Bhd|K\.K)\.?$")
NAMES = {"united states": "iso:USA", "united kingdom": "iso:GBR", "uk": "iso:GBR", "usa": "iso:USA", "russia": "iso:RUS",
         "czech republic": "iso:CZE", "netherlands": "iso:NLD", "turkey": "iso:TUR", "hong kong": "iso:HKG"}
ROLE = re.compile(r"\(([^()]*)\)")
NOT_A_NAME = {"chairman", "chairwoman", "chair", "chairperson", "president", "ceo", "cfo", "coo", "executive", "director",
              "chief", "officer", "founder", "vice", "board", "of", "the", "interim", "managing", "non-executive", "group",
              "and", "co-founder", "family", "secretary", "treasurer", "general", "manager", "supervisory", "company", "former"}


def short(name: str) -> str:
    """The name without its legal form and remarks."""
    name = re.sub(r"\s*\([^)]*\)", "", name).strip()
    name = re.sub(r"^The ", "", name)
    for _ in range(3):
        name = LEGAL.sub("", name).strip(" ,&")
    return name


def table(store: Store) -> list:
    """All companies of all indices, once each, by name."""
    text = store.text("pytickersymbols", "pytickersymbols/indices_data.py")
    node = next(n for n in ast.parse(text).body if isinstance(n, ast.Assign) and n.targets[0].id == "INDICES")
    companies = {}
    for index in ast.literal_eval(node.value).values():
        for company in index["companies"]:
            companies.setdefault(company["name"], company)
    return [companies[name] for name in sorted(companies)]


def companies(store: Store, countries: Countries, tiers: Tiers) -> list:
    """The derived companies."""
    found = {}
    for company in table(store):
        name = short(company["name"])
        country = {**countries.names, **NAMES}.get(fold(company.get("country") or ""), "")
        if len(name) < 2 or not re.match(r"[A-Z0-9]|[a-z][A-Z]|[a-z]-[A-Z]", name) or re.search(r"\b(?:Fund|Trust|ETF|REIT)\b", name) \
                or re.search(r"[|;:]|\d{4}", name) or len(name) > 50:
            continue
        row = found.setdefault((fold(name), country), Row("chancery:" + slug(name), name, "company", country,
                                                          source=store.source("pytickersymbols")))
        row.tier = company_tier(name, tiers)
        # The long form stands for itself even where the short one is a word: "Apple Inc".
        full = re.sub(r"\s*\([^)]*\)|\.$", "", company["name"]).strip(" ,")
        if full != name and not re.search(r"Class|publ|\(", company["name"]):
            row.aliases.append(full)
        if re.search(r"\b(?:Bank|Banca|Banco|Banque|Bancorp)\b", name):
            row.kind = "bank"
    return [found[key] for key in sorted(found)]


def company_tier(name: str, tiers: Tiers) -> str:
    """One word that is also a word, a person's name or a town needs support."""
    key = fold(name)
    words = key.split(" ")
    if tiers.plain_words(name) and len(words) < 3:
        return "support"
    if len(words) == 1 and (key in tiers.given or key in tiers.frequent or key in tiers.surnames
                            or key in tiers.places or len(key) < 4):
        return "support"
    if len(words) == 2 and words[0] in tiers.given and (words[1] in tiers.surnames):
        return "support"
    return "support" if key in tiers.places else "always"


def leaders(store: Store, countries: Countries, tiers: Tiers) -> list:
    """The derived business leaders."""
    found = {}
    for company in table(store):
        people = (company.get("metadata") or {}).get("key_people") or ""
        people = re.sub(r"\[[^\]]*\]", "", people)
        country = {**countries.names, **NAMES}.get(fold(company.get("country") or ""), "")
        # One line of names with roles in brackets behind each; a bare list cannot be split safely.
        for match in re.finditer(r"(?:^|[),;])\s*(?:and )?((?:[A-Z][\w'’.-]+|[A-Z]\.)(?: (?:de|van|von|der|den|di|da|al|bin|la|le"
                                 r"|[A-Z][\w'’.-]*|[A-Z]\.)){1,4})\s*\(", people):
            name = re.sub(r"^(?:Sir|Dame|Lord|Dr\.?|Prof\.?|Tan Sri|Baron|Baroness|Mr\.?|Ms\.?) ", "", match.group(1))
            words = name.split()
            lower = [w.lower().strip(".,") for w in words]
            if len(words) < 2 or set(lower) & NOT_A_NAME or any(w.isupper() and len(w) > 2 for w in words):
                continue
            known = fold(words[0]) in tiers.given or fold(words[-1]) in tiers.surnames or fold(words[-1]) in tiers.given
            if not known or fold(name) in tiers.places or tiers.plain_words(name):
                continue
            found.setdefault((fold(name), country), Row("chancery:" + slug(name), name, "business", country,
                                                        source=store.source("pytickersymbols")))
    return [found[key] for key in sorted(found)]
