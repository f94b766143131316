"""Parties, legislatures, militaries and armed groups, from the Factbook."""

import re

from country import Countries
from factbook import Page, outside
from folding import fold, plain, slug
from row import Row
from tier import Tiers

GOVERNMENT = "Government"
ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z0-9](?:[A-Za-z0-9]{0,4})(?:-[A-Z]{1,6})?\Z")
PARTY_WORD = re.compile(r"\b(?:party|parties|union|movement|front|alliance|coalition|congress|league|democra\w+|social\w*"
                        r"|republican\w*|liberal\w*|conservative\w*|national|people'?s|labou?r|green\w*|workers'?|communist\w*"
                        r"|rally|forum|convention|bloc|force|forces|justice|freedom|unity|progress\w*|patriotic|citizens'?"
                        r"|development|independent|future|homeland|action|initiative|solidarity|popular|christian|islamic)\b", re.I)
NOT_A_PARTY = re.compile(r"\b(?:independents?|others?|none|various|note|vacant|banned|parties|minor|pro-government|opposition"
                         r"|seats?|registered|represented|members?|approximately|includes?|are|is|was|were)\b|\d{2}|:|%", re.I)


def acronym_like(word: str, name: str) -> bool:
    """An acronym that the name can explain, or that is plainly one: all capitals, 2 to 8 letters."""
    return bool(ACRONYM.match(word)) and sum(c.isupper() for c in word) >= 2 and len(word) <= 9 \
        and word not in {"II", "III", "IV", "US", "UN", "EU", "UK", "TV", "OK", "PM", "MP"} and fold(word) != fold(name)


def title_case(name: str) -> bool:
    """Does it read as a name: capitals on all but the small words, and no sentence?"""
    words = name.split()
    small = {"of", "the", "and", "for", "in", "to", "with", "a", "an", "on", "by", "from", "or", "as", "at", "de", "la",
             "del", "du", "des", "et", "e", "y", "do", "da", "dos", "van", "voor", "en", "les", "el", "al", "fur", "für", "und"}
    return 1 <= len(words) <= 10 and words[0][0].isupper() and \
        all(w in small or not w[0].islower() or "-" in w for w in words) and len(name) <= 70


def parties(pages: list, countries: Countries, tiers: Tiers) -> list:
    """Political parties with their acronyms."""
    found = {}
    for page in pages:
        texts = [page.field(GOVERNMENT, field) for field in ("Political parties", "Political parties and leaders")]
        for text in texts:
            for item in outside(re.sub(r"\[[^\]]*\]", " ", text), ";") if "++" not in text else \
                    re.sub(r"\[[^\]]*\]", " ", text).split("++"):
                item = re.sub(r"\([^()]*\)", " ", item)
                item = re.sub(r"\([^()]*\)?", " ", item).split(";")[0].split(", ")[0]
                pieces = [re.sub(r"\s+", " ", p).strip(" .,*") for p in re.split(r" or | aka ", item)]
                name = re.sub(r"^(?:the|The) ", "", pieces[0])
                # A quoted or slogan name ("Yes! Bulgaria") is left out, as is what has no word of politics in it.
                if not title_case(name) or NOT_A_PARTY.search(name) or re.search(r"[\"“!?&/+]", name) or not PARTY_WORD.search(name):
                    continue
                if len(name.split()) < 2 or fold(name) in tiers.nations:
                    continue
                short = [p for p in pieces[1:] if acronym_like(p, name)]
                full = [p for p in pieces[1:] if title_case(p) and len(p.split()) > 1 and PARTY_WORD.search(p)
                        and not NOT_A_PARTY.search(p)]
                row = found.setdefault((fold(name), page.country), Row(
                    "chancery:" + slug(name), name, "party", page.country, source=page.source))
                # Two letters ("PP", "DB") say too little by themselves.
                row.aliases += full + [("~" if len(p) < 4 else "") + p for p in short]
                row.tier = "support" if tiers.plain_words(name) and len(name.split()) < 3 and \
                    not re.search(r"\b(?:Party|Union|Movement|Front|Congress|League|Alliance)$", name) else "always"
    return [found[key] for key in sorted(found)]


def adjective_of(page: Page, countries: Countries) -> str:
    """The nationality adjective as the page writes it, the first one."""
    text = page.field("People and Society", "Nationality", "adjective")
    word = re.split(r"[,;(]| or ", text)[0].strip()
    return word if re.fullmatch(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)*", word) else ""


def legislatures(pages: list, countries: Countries, tiers: Tiers) -> list:
    """Parliaments and their chambers; what half the world calls its own needs the country beside it."""
    listed = []
    for page in pages:
        texts = [page.field(GOVERNMENT, f"Legislative branch{part}", field)
                 for part in ("", " - lower chamber", " - upper chamber")
                 for field in ("legislature name", "chamber name")]
        old = page.field(GOVERNMENT, "Legislative branch")
        match = re.match(r"(?:unicameral|bicameral|tricameral) (.+)", old)
        if match:
            head = re.sub(r"^the ", "", match.group(1))
            texts.append(re.split(r" \(\d| consists? of | \(formerly|;", head)[0])
            texts += re.findall(r"(?:consists? of (?:the |an? )?|and the )([A-Z][^(;]*?) \(\d", head)
        for text in texts:
            other = re.findall(r"\(([^()]*)\)", text)
            pieces = re.split(r" or ", re.sub(r"\([^()]*\)", "", text))
            pieces += [p for o in other for p in re.split(r"; | or |, ", o)]
            names = [re.sub(r"^(?:the|The) ", "", re.sub(r"\s+", " ", p)).strip(" ,.'") for p in pieces]
            names = [n for n in names if title_case(n) and not re.search(r"\d|\bseats\b|- ", n)
                     and (len(n.split()) > 1 or len(n) > 4)]
            if names:
                listed.append((page, names))
    owners = {}
    for page, names in listed:
        for name in names:
            owners.setdefault(fold(name), set()).add(page.country)
    found = {}
    for page, names in listed:
        adjective = adjective_of(page, countries)
        shared = len(owners[fold(names[0])]) > 1 or tiers.plain_words(names[0])
        name = f"{adjective} {names[0]}" if shared and adjective else names[0]
        if len(name.split()) < 2 and shared:
            continue
        row = found.setdefault((fold(name), page.country), Row("chancery:" + slug(name), name, "legislature",
                                                               page.country, source=page.source))
        for other in names if name != names[0] else names[1:]:
            vague = len(owners[fold(other)]) > 1 or tiers.plain_words(other) or len(other.split()) == 1
            row.aliases.append("~" + other if vague else other)
    return [found[key] for key in sorted(found)]


FORCE = re.compile(r"(?:Forces?|Army|Navy|Guards?|Corps|Police|Gendarmerie|Marines?|Rangers|Militia|Militar\w+|Regiment"
                   r"|Carabinier\w*|Command|Service|Troops)\b")
COMMON_FORCE = set("army navy air force|ground forces|land forces|naval forces|national guard|coast guard|border guard|"
                   "border guards|republican guard|presidential guard|marine corps|border police|national police".split("|"))


def militaries(pages: list, countries: Countries, tiers: Tiers) -> list:
    """Armed forces, their services under a national name, and police forces."""
    listed = {}
    for page in pages:
        adjective = adjective_of(page, countries)
        nation = {fold(adjective)} | {name for name, id in countries.names.items() if id == page.country}
        nation |= {name for name, id in countries.adjectives.items() if id == page.country}
        texts = [page.field("Military and Security", "Military and security forces"),
                 page.field("Military", "Military branches")]
        for text in texts:
            text = re.sub(r"\(\d{4}\)", "", text).split("note")[0]
            for item in re.split(r"\+\+|[:;]|, (?![^()]*\))", text):
                match = re.match(r"\s*(?:the |The |and )?([^()]+?)\s*(?:\(([^()]*(?:\([^()]*\))?[^()]*)\))?\s*(?:or (.*))?$", item)
                if not match:
                    continue
                name, bracket = match.group(1).strip(), match.group(2) or ""
                if not title_case(name) or not FORCE.search(name) or len(name.split()) < 2:
                    continue
                own = any(re.search(rf"\b{re.escape(n)}", fold(name)) for n in nation if n)
                if not own and (fold(name) in COMMON_FORCE or tiers.plain_words(name)):
                    # "Air Force" alone is everybody's: it becomes "Chilean Air Force".
                    if not adjective or len(name.split()) > 4:
                        continue
                    name = f"{adjective} {name}"
                kind = "police" if re.search(r"Police|Gendarmerie|Carabinier", name) else "military"
                row = listed.setdefault((fold(name), page.country), Row("chancery:" + slug(name), name, kind,
                                                                        page.country, source=page.source))
                for word in re.split(r"[,;]\s*|\s+or\s+|\baka\b", bracket):
                    word = re.sub(r"^(?:the|also|aka)\s+", "", word.strip())
                    if acronym_like(word, name):
                        row.aliases.append("~" + word if len(word) < 5 else word)
                    elif title_case(word) and len(word.split()) > 1 and not re.match(r"includes?\b", word) \
                            and not tiers.plain_words(word):
                        row.aliases.append(word)
    return [listed[key] for key in sorted(listed)]


def armed_groups(pages: list) -> list:
    """Groups that the Factbook lists under terrorism, with the countries left open."""
    found = {}
    for page in pages:
        text = page.field("Terrorism", "Terrorist group(s)")
        for item in outside(text.replace("’", "'"), ";" if ";" in text else ",;"):
            for part in item.split("/"):
                match = re.match(r"\s*([^()]+?)\s*(?:\(([^()]*)\).*)?$", part.strip())
                if not match:
                    continue
                name = re.sub(r"^(?:the|The) ", "", match.group(1)).replace(" – ", "-").strip(" .")
                if not re.match(r"[A-Z]|al-[A-Z]", name) or len(name) < 4 or len(name.split()) > 8 \
                        or re.search(r"\bnetwork\b| in$", name):
                    continue
                row = found.setdefault(fold(name), Row("chancery:" + slug(name), name, "armed-group",
                                                       source=page.source))
                for word in re.split(r"[,;]\s*|\s+or\s+", re.sub(r"^known locally as ", "", match.group(2) or "")):
                    if acronym_like(word.strip(), name):
                        row.aliases.append(word.strip() if len(word) > 2 else "~" + word.strip())
    return [found[key] for key in sorted(found)]
