"""One line of a list, and the files of lines."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from folding import fold

COLUMNS = ["id", "name", "kind", "country", "aliases", "from", "until", "tier", "source", "same_as"]


def same(text: str) -> str:
    """What the program holds to be one spelling."""
    return re.sub(r"\s+", " ", fold(text).replace("&", " and ")).strip()


@dataclass
class Row:
    """One entity, or one office of a person; the fields are the ten columns."""

    id: str
    name: str
    kind: str
    country: str = ""
    aliases: list = field(default_factory=list)
    since: str = ""
    until: str = ""
    tier: str = "always"
    source: str = ""
    same_as: list = field(default_factory=list)

    def line(self) -> str:
        """The row as written: tab separated, aliases and ids unique and in order."""
        seen, aliases = {same(self.name)}, []
        for alias in self.aliases:
            # A spelling the program makes by itself is not listed; an exact one (`=`) is.
            key = alias if alias[:1] in "=@" else same(alias.lstrip("~"))
            if alias and key not in seen:
                seen.add(key)
                aliases.append(alias)
        same_as = sorted(set(self.same_as) - {self.id, ""})
        cells = [self.id, self.name, self.kind, self.country, "|".join(aliases), self.since,
                 self.until, self.tier, self.source, "|".join(same_as)]
        if any("\t" in cell or "\n" in cell for cell in cells) or "|" in self.name:
            raise SystemExit(f"bad characters in {cells}")
        return "\t".join(cells)

    def names(self) -> list:
        """The name and all aliases without their prefixes, demonyms left out."""
        return [self.name] + [a.lstrip("=~") for a in self.aliases if "@" not in a[:2]]


def save(path: Path, content: str) -> None:
    """Writes a file with the same bytes everywhere."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8"))


def write(path: Path, rows: list) -> None:
    """Writes a list sorted by id, then by the start of the office."""
    lines = sorted({(r.id, r.since, r.line()) for r in rows},
                   key=lambda key: tuple(part.encode("utf-8") for part in key))
    save(path, "\t".join(COLUMNS) + "\n" + "".join(line + "\n" for _, _, line in lines))


def read(path: Path) -> list:
    """The rows of one list; `#` lines above the header are skipped."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or cells[0] == "id" or not line.strip():
            continue
        if len(cells) != len(COLUMNS):
            continue  # the lists' own check reports it; the build only looks for names here
        rows.append(Row(cells[0], cells[1], cells[2], cells[3], [a for a in cells[4].split("|") if a],
                        cells[5], cells[6], cells[7], cells[8], [s for s in cells[9].split("|") if s]))
    return rows
