"""Spelling keys: the same folding as the program's, and the slugs ids are made of."""

import re
import unicodedata

LETTERS = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u02bb": "'", "\u00b4": "'", "`": "'",
    "\u2010": "-", "\u2011": "-", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "æ": "ae", "Æ": "AE", "œ": "oe",
    "Œ": "OE", "þ": "th", "Þ": "TH", "ə": "a", "Ə": "A",
})


def plain(text: str) -> str:
    """Without accents: `Orbán` -> `Orban`."""
    parts = unicodedata.normalize("NFD", text.translate(LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def fold(text: str) -> str:
    """What two spellings of a name must share to be the same: no case, accents, dots, hyphens."""
    return re.sub(r"\s+", " ", plain(text).lower().replace(".", "").replace("-", " ")).strip()


def slug(text: str) -> str:
    """The tail of a `chancery:` id."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower().replace("'", "").replace(".", "")).strip("-")


def latin(text: str) -> bool:
    """Are all letters of the Latin alphabet, once accents are gone?"""
    return all(c.isascii() for c in plain(text))
