"""Danish words folded one way on both sides of a search, and the words around a find.

Folding: case, aa/ae/oe as å/ø/æ, other accents dropped; so Aarhus finds Århus and Andre finds
André, while få stays apart from fa. Changing a rule here needs a migration that indexes anew.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_NEITHER_ASCII_NOR_DANISH = re.compile(r"[^\x00-\x7fæøå]+")
_TYPED = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")
_SNIPPET = 160  # characters: two lines of 80


def fold(text: str) -> str:
    """Fold a text for the index and for comparing."""
    folded = text.casefold()
    if not folded.isascii():
        composed = unicodedata.normalize("NFC", folded)  # a with a ring is å, not an accented a
        folded = _NEITHER_ASCII_NOR_DANISH.sub(lambda found: _without_accents(found[0]), composed)
    return folded.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")


@lru_cache(maxsize=1024)
def _without_accents(letters: str) -> str:
    apart = unicodedata.normalize("NFKD", letters)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class SoughtWord:
    """One word or phrase of a search: its folded words, and whether the last is a beginning."""

    words: tuple[str, ...]
    is_beginning: bool


def sought_words(typed: str) -> tuple[SoughtWord, ...]:
    """Understand a typed search: words, `beginnings*` and `"phrases"`; punctuation is nothing."""
    sought = []
    for phrase, word in _TYPED.findall(typed):
        words = tuple(_WORD.findall(fold(phrase or word)))
        if words:
            sought.append(SoughtWord(words=words, is_beginning=word.endswith("*")))
    return tuple(sought)


def snippet(texts: list[str], sought: tuple[SoughtWord, ...]) -> tuple[str, list[tuple[int, int]]]:
    """Cut the words around the first find out of some texts, and say where the found words are.

    Gives the beginning of the first text if the find lies elsewhere (in the subject, say).
    """
    wanted = [(word, s.is_beginning and word == s.words[-1]) for s in sought for word in s.words]
    first_words = [word for word, _ in wanted]
    for text in texts:
        for line in text.split("\n"):
            folded = fold(line)
            if any(word in folded for word in first_words):
                marks = _marks(line, wanted)
                if marks:
                    return _cut(line, marks)
    start = " ".join(texts[0][: 4 * _SNIPPET].split()) if texts else ""
    return _cut(start, [])


def _marks(line: str, wanted: list[tuple[str, bool]]) -> list[tuple[int, int]]:
    marks = []
    for found in _WORD.finditer(line):
        folded = fold(found[0])
        if any(folded.startswith(w) if beginning else folded == w for w, beginning in wanted):
            marks.append(found.span())
    return marks


def _cut(line: str, marks: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Cut a long line at spaces around its first mark."""
    start, end = 0, len(line)
    if end > _SNIPPET:
        middle = marks[0][0] if marks else 0
        start = max(0, min(middle - _SNIPPET // 3, end - _SNIPPET))
        end = start + _SNIPPET
        if start and (space := line.find(" ", start, middle + 1)) >= 0:
            start = space + 1
        if end < len(line) and (space := line.rfind(" ", middle, end)) > middle:
            end = space
        if marks:
            end = max(end, min(marks[0][1], start + 2 * _SNIPPET))
    inside = [(a - start, b - start) for a, b in marks if a >= start and b <= end]
    return line[start:end], inside
