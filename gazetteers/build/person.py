"""Persons in Factbook prose: `Prime Minister Mark CARNEY (since 14 March 2025)`."""

import re
from dataclasses import dataclass

from folding import fold, plain

MONTHS = {m: f"{i:02}" for i, m in enumerate("January February March April May June July August September "
                                             "October November December".split(), 1)}
PARTICLES = set("bin bint ibn ben de da do dos das del della di la las los le du der den van von zu zur y e "
                "ould al el ag a' ter st".split())
# Words of offices and bodies; a name starts behind the last of them.
TITLES = set("""president presidents vice first second third prime minister ministers deputy ambassador ambassador-designate
chargé charge d'affaires affaires king queen prince princess emir amir sultan pope sheikh shaykh dr. dr mr. mr ms. ms mrs.
sir dame lord lady baron governor general governor-general lieutenant lt. gen. maj. col. brig. adm. capt. major colonel
admiral captain captains regent regents chancellor premier chairman chairwoman chairperson chair presidency commission
council councils superior administrator commissioner commissioners high supreme leader acting interim transitional prefect mayor
speaker secretary state affairs federal assembly people's peoples national territorial chief executive co-chiefs
co-president taoiseach head crown heir apparent their his her highness majesty excellency holiness ayatollah hojjat ol-eslam
hajji hon. rev. msgr. archbishop bishop cardinal minister-president representative representatives envoy attache consul counselor
government parliament house senate party vote round independent coalition alliance union front movement republic democratic
election elections candidate member members spokesperson spokesman director manager justice judge former late
coordinator convenor delegate defense defence foreign finance royal grand duke archduke imperial tuanku ratu tui marshal field-marshal
public service office officer cabinet international economy and of special mission nonresident sovereignty military provisional
reconciliation faipule ulu president-elect vice-president excellence prof. professor engineer eng. honorable father mother pm
co-prince interior security principal resident non-resident junta emergency congress island islands local board revolution
salvation homeland transition bailiff alhaji lieutenant-governor dato datuk tengku pehin""".split())
BREAK = set("the a an in on at by note other none candidates percent he she they as after before since elected "
            "january february march april may june july august september october november december".split())
ROMAN = re.compile(r"[IVX]+\Z")
TOKEN = re.compile(r"[^\W\d_](?:[\w'’.-]*[\w'’.])?|[\"“”]|,|;|\S")
CAPS = re.compile(r"(?:[A-Za-z]{1,3}[-'’])?[^\W\d_]['’]?[^\W\d_][\w'’-]*\Z")


@dataclass
class Person:
    """A name in press order, the full form when that is longer, and the title in front."""

    name: str
    full: str
    surname: list
    given: list
    title: str
    since: str


def is_caps(token: str) -> bool:
    """A surname as the Factbook writes it; `McDONALD` and `al-SISI` count."""
    letters = [c for c in token if c.isalpha()]
    upper = [c for c in letters if c.isupper()]
    bare = re.sub(r"^(?:Mc|Mac|al-|el-|Al-|El-|ad-|an-|as-|ash-|at-|ar-|Di|De|La|Le|Van|O'|d')", "", token)
    return len(upper) >= 2 and bool(bare) and bare.upper() == bare and not token.endswith(".")


def cased(token: str) -> str:
    """`PENA` -> `Pena`, `al-SISI` -> `al-Sisi`, `MCKINLEY` -> `McKinley`, `O'BRIEN` -> `O'Brien`."""
    if ROMAN.match(token) or re.fullmatch(r"(?:[A-Z]\.)+", token):
        return token
    if not is_caps(token):
        return token
    if token.lower() in PARTICLES:
        return token.lower()
    parts = re.split(r"([-'’])", token)
    words = [p if p.islower() or not p else p[0].upper() + p[1:].lower() for p in parts]
    word = "".join(words)
    word = re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), word)
    return re.sub(r"^(Al|El)-", lambda m: m.group(1).lower() + "-", word)


def runs(text: str):
    """(tokens, words in front) for every run of name tokens in a text."""
    tokens, front = [], []
    for token in TOKEN.findall(text) + [";"]:
        word = token.lower()
        name = (token[0].isupper() or word in PARTICLES or re.match(r"(?:al|el|as|ash|an|ar|at|ad|az)-[A-Z]", token)
                or re.match(r"d['’][A-Z]", token)) and word not in BREAK
        if name and token.endswith(".") and len(token) > 3 and word not in TITLES:
            token, name = token[:-1], True
            tokens.append(token)
            yield tokens, front
            front, tokens = front + tokens, []
        elif name:
            tokens.append(token)
        else:
            if tokens:
                yield tokens, front
            front = front + tokens + [token] if token not in ";," else []
            tokens = []


def persons(text: str, nations: set, keep_brackets: bool = False) -> list:
    """All persons with at least two names in a text."""
    found = []
    nick = re.compile(r"[\"“]([A-Z][a-z]+)[\"”] ")
    for piece in re.split(r";| \+\+ ", text.replace("’", "'")):
        since = re.search(r"\((?:[\w ]*?)?since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})", piece)
        date = ""
        if since and (since.group(2) or "") in MONTHS:
            date = f"{since.group(3)}-{MONTHS[since.group(2)]}" + (f"-{int(since.group(1)):02}" if since.group(1) else "")
        elif since:
            date = since.group(3)
        nickname = nick.search(piece)
        piece = nick.sub("", piece)
        if not keep_brackets:
            piece = re.sub(r"\([^()]*\)", " , ", re.sub(r"\([^()]*\)", " ", piece) if piece.count("(") > 5 else piece)
        for tokens, front in runs(piece):
            person = build(tokens, front, nations)
            if person:
                person.since = date
                found.append(person)
                if nickname:
                    person.full = person.full + "|" + nickname.group(1) + " " + " ".join(person.surname)
    return found


def build(tokens: list, front: list, nations: set):
    """A person from the tokens of one run, when it is one."""
    first = next((i for i, t in enumerate(tokens) if is_caps(t) and not ROMAN.match(t)), None)
    if first is None:
        return None
    titled = [i for i, t in enumerate(tokens[:first]) if t.lower() in TITLES or fold(t) in nations]
    start = titled[-1] + 1 if titled else 0
    title = " ".join(front[-6:] + tokens[:start])
    tokens = [t for i, t in enumerate(tokens[start:]) if i == 0 or t != tokens[start + i - 1]]
    while tokens and tokens[0].lower() in PARTICLES - {"de", "da", "van", "von", "el", "al", "la", "le", "di", "du"}:
        tokens.pop(0)
    while tokens and (tokens[-1].lower() in PARTICLES or tokens[-1].lower() in TITLES):
        tokens.pop()
    if any(t.lower() in TITLES - {"prince", "king", "baron", "major", "general", "dean", "leader"} for t in tokens):
        return None
    caps = [i for i, t in enumerate(tokens) if is_caps(t) and not ROMAN.match(t)]
    if not caps or len(tokens) < 2 or len(tokens) > 8:
        return None
    shown = [cased(t) for t in tokens]
    full = " ".join(shown)
    name = shown
    if caps[0] > 0:
        # Tokens behind the surname are a mother's name or the like: the press leaves them out,
        # but not a number or a junior.
        last = caps[-1] + 1
        name = shown[:last] + [t for t in shown[last:] if ROMAN.match(t) or t in {"Jr", "Sr"}]
        while name and name[-1].lower() in PARTICLES:
            name.pop()
    words = [w for w in name if len(w.strip(".")) > 1]
    if len(words) < 2 or any(len(w) > 25 for w in words) or re.search(r"\d", full):
        return None
    surname = [cased(tokens[i]) for i in caps]
    given = [t for i, t in enumerate(shown) if i < caps[0] and t.isalpha() and t.lower() not in PARTICLES]
    return Person(" ".join(name), full, surname, given, plain(title), "")
