"""The golden pairs: what a letter says, and the words in which a person reads it aloud.

Each line of `danish.txt` and `english.txt` is "written => said", under a heading "== Kind". The
right side may give several right answers: "||" parts whole sentences, "{a|b}" is a choice of words
and "[og]" may be left out; these may stand inside each other. "=" alone says: nothing changes.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FILES = {"da": "danish.txt", "en": "english.txt"}
IN_FULL = "CPR numbers, in full"  # read with the whole number, as the person may ask
# A mistake here costs money, a deadline or a secret: every line has to be right.
DANGEROUS = frozenset({
    "Amounts", "Signs", "Dates", "CPR numbers, masked", IN_FULL, "CVR numbers", "Phone numbers",
    "Payment codes",
})  # fmt: skip

_INNERMOST = re.compile(r"\[([^][{}]*)\]|\{([^][{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A line of a letter and all the ways in which it is read aloud rightly."""

    language: str
    kind: str
    written: str
    said: tuple[str, ...]


def pairs(language: str) -> tuple[Pair, ...]:
    """Read the pairs of a language, in the order of the file."""
    text = (Path(__file__).parent / FILES[language]).read_text(encoding="utf-8")
    told, kind = [], ""
    for line in text.splitlines():
        if line.startswith("== "):
            kind = line.removeprefix("== ").strip()
        elif line.strip() and not line.startswith("#"):
            written, _, said = line.partition(" => ")
            ways = (written,) if said == "=" else ways_of(said)
            told.append(Pair(language=language, kind=kind, written=written, said=ways))
    return tuple(told)


def ways_of(said: str) -> tuple[str, ...]:
    """Give every sentence that the right side of a line stands for."""
    ways = [way for whole in said.split(" || ") for way in _spelled_out(whole)]
    return tuple(dict.fromkeys(ways))


def _spelled_out(said: str) -> list[str]:
    found = _INNERMOST.search(said)
    if found is None:
        return [" ".join(said.split())]
    optional, choice = found.groups()
    words = ("", optional) if choice is None else choice.split("|")
    before, after = said[: found.start()], said[found.end() :]
    return [way for word in words for way in _spelled_out(before + word + after)]
