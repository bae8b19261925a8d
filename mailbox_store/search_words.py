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
    anywhere = re.compile("|".join(re.escape(word) for word, _ in wanted) or "(?!)")
    for text in texts:
        for line in text.split("\n"):
            folded = fold(line)
            for found in anywhere.finditer(folded):
                window = _window(line, _unfolded_place(line, found.start()))
                if marks := _marks(window, wanted):
                    return _cut(window, marks)
    start = " ".join(texts[0][: 4 * _SNIPPET].split()) if texts else ""
    return _cut(start, [])


def _unfolded_place(line: str, place: int) -> int:
    """Give about where in a line its folded form's place lies: folding makes text shorter."""
    guess = place
    for _ in range(4):
        missing = place - len(fold(line[:guess]))
        if missing <= 0:
            break
        guess += missing
    return min(guess, len(line))


def _window(line: str, place: int) -> str:
    """Cut a long line at spaces, some words before and after a place."""
    start, end = max(0, place - _SNIPPET), place + 2 * _SNIPPET
    if start:
        start = line.find(" ", start, place) + 1 or start
    if end < len(line):
        space = line.rfind(" ", place, end)
        end = space if space > place else end
    return line[start:end]


def _marks(line: str, wanted: list[tuple[str, bool]]) -> list[tuple[int, int]]:
    marks = []
    for found in _WORD.finditer(line):
        folded = fold(found[0])
        if any(folded.startswith(w) if beginning else folded == w for w, beginning in wanted):
            marks.append(found.span())
    return marks


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
