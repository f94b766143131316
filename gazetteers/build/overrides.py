"""Decisions about tiers made by hand, each with its reason."""

from pathlib import Path

from folding import fold


def read(path: Path) -> dict:
    """(id, folded name) -> tier; a line without a reason is an error."""
    changes = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if line.startswith("#") or cells[0] == "id" or not line.strip():
            continue
        if len(cells) != 4 or not cells[3].strip() or cells[2] not in {"always", "support", "never"}:
            raise SystemExit(f"{path}:{number}: expected id, name, tier, reason")
        changes[(cells[0], fold(cells[1]))] = cells[2]
    return changes


def apply(rows: list, changes: dict) -> list:
    """The rows with the decided tiers; an alias decided `never` is dropped."""
    for row in rows:
        row.tier = changes.get((row.id, fold(row.name)), row.tier)
        aliases = []
        for alias in row.aliases:
            bare = alias.lstrip("~")
            tier = changes.get((row.id, fold(bare)))
            if tier != "never":
                aliases.append({"always": bare, "support": "~" + bare}.get(tier, alias))
        row.aliases = aliases
    return rows
