"""Given names and surnames, one folded form a line, for the patterns that find people."""

import ast
import json
import re
from pathlib import Path

from artifact import Store
from folding import fold, latin, plain
from row import save

# The program splits at hyphens, so the parts of a double name stand for themselves.
FORM = re.compile(r"[a-z]['a-z]*[a-z]\Z")
# Things the packages hold as names that no newspaper does.
JUNK = {"de", "van", "von", "der", "den", "di", "da", "do", "dos", "du", "la", "le", "el", "al",
        "del", "della", "bin", "bint", "ibn", "ben", "bte", "mc", "mac", "san", "santa", "st",
        "saint", "the", "and", "of", "for", "in", "on", "at", "by", "to", "as", "is", "it", "he",
        "she", "we", "you", "they", "his", "her", "this", "that", "with", "from", "not", "but",
        "was", "are", "be", "been", "has", "had", "have", "or", "if", "so", "up", "out", "who",
        "what", "when", "where", "why", "how", "which", "there", "then", "than", "about", "after",
        "before", "under", "over", "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "prof", "rev",
        "sr", "jr", "ii", "iii", "iv", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "january", "february", "march", "july", "september", "october",
        "november", "december", "name", "surname", "unknown", "no", "yes", "new", "state", "north",
        "south", "east", "west", "northern", "southern", "eastern", "western", "city", "united",
        "republic", "president", "minister", "government", "national", "international", "party",
        "street", "road", "river", "island", "islands", "beach", "valley", "county", "university"}


def folded(name: str) -> str:
    """One lower-case ASCII form, hyphens and apostrophes kept."""
    return plain(name).lower().replace(".", "").strip()


def strings(node) -> list:
    """All string constants below a Python expression; of pairs in a mapping the keys."""
    if isinstance(node, ast.Call):
        return [s for arg in node.args for s in strings(arg)]
    if isinstance(node, ast.Dict):
        return [s for key in node.keys if key is not None for s in strings(key)]
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return [s for item in node.elts for s in strings(item)]
    if isinstance(node, ast.BinOp):
        return strings(node.left) + strings(node.right)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return []


def from_faker(store: Store, seeds: dict) -> None:
    """The name tables of faker's locales, read from their source without running it."""
    for name in store.names("faker"):
        if not re.fullmatch(r"faker/providers/person/\w+/__init__\.py", name) or "/en/" in name:
            continue
        for node in ast.walk(ast.parse(store.text("faker", name))):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            target = node.targets[0].id
            if "pair" in target or "kana" in target or "prefix" in target or "suffix" in target:
                part = None
                if target in {"first_name_female_pairs", "first_name_male_pairs", "last_name_pairs"}:
                    part = "given" if target.startswith("first") else "surname"
            elif target.startswith("first_") or target.startswith("given"):
                part = "given"
            elif target.startswith("last_"):
                part = "surname"
            else:
                part = None
            if part:
                seeds[part].update(n.lower() for n in strings(node.value))
            for gender in ("male", "female"):
                if part == "given" and (f"_{gender}" in target):
                    seeds[gender].update(n.lower() for n in strings(node.value))


def from_mimesis(store: Store, seeds: dict) -> None:
    """The person files of mimesis."""

    def leaves(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for item in value:
                yield from leaves(item)
        elif isinstance(value, dict):
            for item in value.values():
                yield from leaves(item)

    for name in store.names("mimesis"):
        if name.endswith("/person.json"):
            data = json.loads(store.text("mimesis", name))
            seeds["given"].update(n.lower() for n in leaves(data.get("names", [])))
            seeds["surname"].update(n.lower() for n in leaves(data.get("surnames", [])))
            for gender in ("male", "female"):
                names = data.get("names", {})
                seeds[gender].update(n.lower() for n in leaves(names.get(gender, []) if isinstance(names, dict) else []))


def from_lists(store: Store, seeds: dict, hand: Path) -> None:
    """English first names, Japanese names in Latin letters, and the lists written by hand."""
    for key, gender in (("stdlib-female", "female"), ("stdlib-male", "male")):
        seeds["given"].update(n.lower() for n in store.lines(key, "package/data/names.txt"))
        seeds[gender].update(n.lower() for n in store.lines(key, "package/data/names.txt"))
    folder = "japanese_personal_name_dataset/dataset/"
    for file, part, column in (("first_name_man_opti.csv", "given", 1),
                               ("first_name_woman_opti.csv", "given", 1),
                               ("last_name_org.csv", "surname", 3)):
        for line in store.lines("japanese-names", folder + file):
            cells = line.split(",")
            # Readings with the whole vowel written; the press writes it short.
            for form in {cells[column], re.sub("ou", "o", re.sub("uu", "u", cells[column]))}:
                seeds[part].add(form.lower())
    for line in hand.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            part, _, forms = line.split("\t")
            seeds[part].update(forms.split())


def collect(store: Store, hand: Path, people: list) -> dict:
    """Both sets of folded forms; `people` are (given names, surname) of known persons."""
    seeds = {part: set() for part in ("given", "surname", "male", "female", "men", "women")}
    from_faker(store, seeds)
    from_mimesis(store, seeds)
    from_lists(store, seeds, hand)
    for given, surname in people:
        seeds["given"].update(g.lower() for g in given)
        seeds["surname"].update(s.lower() for s in surname)
    found = {part: {folded(n) for n in names if latin(n)} for part, names in seeds.items()}
    both = found["male"] & found["female"]
    # Of names that lists of both hold, some are borne by hardly any woman, or man.
    found["male"] = found["male"] - both | found["men"]
    found["female"] = found["female"] - both | found["women"]
    # Groups of spellings of one name in many scripts; what the group is (given name or
    # surname) is told by the native lists, so an Arabic list names its Latin spellings.
    for line in store.lines("rigour", "rigour/data/names/persons.txt"):
        forms, arrow, _ = line.partition(" => ")
        members = [m.strip().lower() for m in forms.split(",")]
        hangul = [m for m in members if re.fullmatch("[가-힣]{2}", m)]
        given = sum(m in seeds["given"] for m in members)
        surname = sum(m in seeds["surname"] for m in members)
        spellings = {folded(m) for m in members if latin(m)}
        # Korean: a surname is one syllable, a given name two and often hyphenated.
        if not surname and hangul and any("-" in m for m in spellings):
            given = 1
        if given and given >= surname:
            found["given"] |= spellings
        if surname and surname >= given or not given:
            found["surname"] |= spellings
    # Polish forms of a daughter's or wife's name, long out of use.
    found["surname"] = {f for f in found["surname"] if not re.search(r"(?:owna|[a-z]anka|szyna|ewna)\Z", f)}
    for part, names in seeds.items():
        found["native " + part] = {folded(n) for n in names if latin(n)}
    found["frequent"] = {folded(n) for n in seeds["surname"] if latin(n)}
    for part in ("given", "surname"):
        for key in (part, "native " + part):
            found[key] |= {piece for form in found[key] for piece in form.split("-") if "-" in form and len(piece) > 2}
    return found


def write(store: Store, parts: Path, hand: Path, people: list, common: set, function: set,
          places: set) -> dict:
    """Writes given.txt and surnames.txt with their flags; gives the sets back."""
    found = collect(store, hand, people)
    kept = {"frequent": found["frequent"]}
    for part, file in (("given", "given.txt"), ("surname", "surnames.txt")):
        forms = sorted(f for f in found[part] if FORM.match(f) and f not in JUNK | function and len(f) <= 20)
        kept[part] = set(forms)
        lines = []
        for form in forms:
            gender = "m" if form in found["male"] else "w" if form in found["female"] else ""
            flags = (gender if part == "given" else "") + ("c" if form in common else "") + ("f" if form in found["native " + part] else "") \
                + ("p" if fold(form) in places else "")
            lines.append(f"{form}\t{flags}\n" if flags else f"{form}\n")
        save(parts / file, "".join(lines))
    return kept
