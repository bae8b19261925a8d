"""Danish words folded one way on both sides of a search, and the words around a find.

Folding: case, aa/ae/oe as å/ø/æ, other accents dropped; so Aarhus finds Århus and Andre finds
André, while få stays apart from fa. Changing a rule here needs a migration that indexes anew.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_NEITHER_ASCII_NOR_DANISH = re.compile(r"[^\x00-\x7fæøå]+")
_TYPED = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")
_SNIPPET = 160  # characters: two lines of 80
_PIECE = 600  # characters of a long line that are looked at together
_UNDOUBLED = {"å": "a", "æ": "a", "ø": "o"}  # what aa, ae and oe begin with


def fold(text: str) -> str:
    """Fold a text for the index and for comparing."""
    folded = text.casefold()
    if not folded.isascii():
        folded = _plain_letters(folded)
    return folded.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")


def _plain_letters(folded: str) -> str:
    """Drop accents but keep æ, ø and å; most Danish texts are Latin-1, which is quick."""
    try:
        return folded.encode("latin-1").translate(_LATIN_1).decode("latin-1")
    except UnicodeEncodeError:
        composed = unicodedata.normalize("NFC", folded)  # a with a ring is å, not an accented a
        return _NEITHER_ASCII_NOR_DANISH.sub(
            lambda found: "".join(map(_plain_letter, found[0])), composed
        )


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter)
    plain = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    if len(plain) == 1 or unicodedata.combining(letter):
        return plain
    return letter  # ½ and its like stay one letter


def _latin_1_table() -> bytes:
    letters = bytes(range(256)).decode("latin-1")
    plain = (c if c in "æøå" or c.isascii() else _plain_letter(c) for c in letters)
    return bytes(ord(p) if ord(p) < 256 else place for place, p in enumerate(plain))


_LATIN_1 = _latin_1_table()


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
    for text in texts:
        for piece in _pieces(text):
            folded = fold(piece)
            if any(word in folded for word, _ in wanted) and (marks := _marks(piece, wanted)):
                return _cut(piece, marks)
    start = " ".join(texts[0][: 4 * _SNIPPET].split()) if texts else ""
    return _cut(start, [])


def _pieces(text: str) -> Iterator[str]:
    """Give a text line by line, and long lines in pieces cut at spaces."""
    for line in text.split("\n"):
        start = 0
        while len(line) - start > _PIECE:
            end = line.rfind(" ", start + 1, start + _PIECE)
            end = end if end > 0 else start + _PIECE
            yield line[start:end]
            start = end
        yield line[start:]


def _marks(piece: str, wanted: list[tuple[str, bool]]) -> list[tuple[int, int]]:
    marks = []
    first_letters = {_UNDOUBLED.get(word[0], word[0]) for word, _ in wanted}
    for found in _WORD.finditer(piece):
        if _first_letter(piece[found.start()]) not in first_letters:
            continue
        folded = fold(found[0])
        if any(folded.startswith(w) if beginning else folded == w for w, beginning in wanted):
            marks.append(found.span())
    return marks


@lru_cache(maxsize=4096)
def _first_letter(letter: str) -> str:
    """Fold a word's first letter alone; å may have been written aa, and so on."""
    folded = fold(letter)[:1]
    return _UNDOUBLED.get(folded, folded)


def _cut(line: str, marks: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Cut a line at spaces around its first mark, to about two lines of a terminal."""
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
