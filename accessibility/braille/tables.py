"""Which liblouis table writes which language.

Danish follows "Den Danske Punktskrift 2022" (Det Danske Punktskriftsnævn), English is Unified
English Braille. The Danish eight-dot table (da-dk-g08) is for braille displays: its digits and
capitals need dots 7 and 8, which six-dot paper and BRF do not have, so that amounts would be lost.
"""

from collections.abc import Mapping
from enum import StrEnum


class Grade(StrEnum):
    """How much is written out."""

    UNCONTRACTED = "1"  # "fuldskrift": letter by letter; everybody who reads braille reads it
    CONTRACTED = "2"  # "stor forkortelse" in Danish


_TABLES: Mapping[tuple[str, Grade], str] = {
    ("da", Grade.UNCONTRACTED): "da-dk-g16.ctb",
    ("da", Grade.CONTRACTED): "da-dk-g26.ctb",
    ("en", Grade.UNCONTRACTED): "en-ueb-g1.ctb",
    ("en", Grade.CONTRACTED): "en-ueb-g2.ctb",
}


def table_for(language: str, grade: Grade, *, otherwise: str) -> str:
    """Name the table of a BCP 47 language tag.

    Words of a language without a table here are written out with that of `otherwise`, never
    contracted: the contractions of one language are no words in another.
    """
    if table := _TABLES.get((_short(language), grade)):
        return table
    known = _short(otherwise) if (_short(otherwise), grade) in _TABLES else "en"
    return _TABLES[known, Grade.UNCONTRACTED]


def _short(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]
