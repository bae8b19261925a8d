"""Abbreviations as they are said: "bl.a." is "blandt andet", "elevnr." is "elevnummer"."""

import re
from collections.abc import Iterator

from accessibility.pronouncing.figures import by_letters
from accessibility.pronouncing.passage import Spoken, spoken
from accessibility.pronouncing.tongue import Tongue

_WORDS = re.compile(r"[^\W\d_]+")
_MORE = re.compile(r"\.?-?/? ?(?:[^\W\d_]{1,5})\.?|\.")
_BY = re.compile(r"(?<!\w)v/ ?(?=[^\W\d_])")  # "v/Jens": with him as host
_LONGEST = 18  # letters of a word that may be short for something
_MOST_PIECES = 6
_GLUED = frozenset({"pr.", "kl.", "nr.", "tlf."})  # "pr.md.": typed without a blank
# Doubtful ones that stand before a name: "v. Jens", "gl. Kongevej".
_BEFORE_NAMES = frozenset({"v.", "gl.", "st.", "ms.", "ref.", "reg.", "min.", "str."})


def abbreviations(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say abbreviations in full, and keep the stop where one ends the sentence, too."""
    if tongue.language == "da":
        for by in _BY.finditer(text):
            yield spoken(by, "ved ")
    at = 0
    for found in _WORDS.finditer(text):
        if found.start() < at or len(found[0]) > _LONGEST or _is_word(text, found.start() - 1):
            continue
        for end in reversed(_ends(text, found)):
            place = _abbreviation(text, found.start(), end, tongue)
            if place:
                yield place
                at = end
                break


def _ends(text: str, found: re.Match[str]) -> list[int]:
    """Tell where an abbreviation that begins with this word may end, the shortest first."""
    ends = [found.end()]
    while len(ends) <= _MOST_PIECES and (more := _MORE.match(text, ends[-1])):
        if "." in more[0][:-1]:
            ends.append(ends[-1] + 1)
        ends.append(more.end())
    return [end for end in ends if text[end - 1] == "." or not _is_word(text, end)]


def _is_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalpha() or text[at].isdecimal())


def _abbreviation(text: str, start: int, end: int, tongue: Tongue) -> Spoken | None:
    short = text[start:end]
    key = short.lower()
    said = tongue.abbreviations.get(key) or _numbered(short, tongue)
    is_glued = _is_word(text, end) and key not in _GLUED
    if said is None or is_glued or _is_acronym(short):
        return None
    after = text[end : end + 2]
    is_last = not after.strip()
    is_new = after[1:].isupper()
    if key in tongue.doubtful and (is_last or (is_new and key not in _BEFORE_NAMES)):
        return None
    stop = "." if short[-1] == "." and (is_last or (is_new and key in tongue.enders)) else ""
    return Spoken(start, end, _cased(said, short) + stop)


def _numbered(short: str, tongue: Tongue) -> str | None:
    """Say "elevnr." as "elevnummer", whatever it is that has a number."""
    word = short.rstrip(".")
    if tongue.language != "da" or not word.endswith("nr") or len(word) == 2 or not word.isalpha():
        return None
    thing = word[:-2]
    return f"{by_letters(thing, tongue)}-nummer" if thing.isupper() else f"{thing}nummer"


def _is_acronym(short: str) -> bool:
    return len(short) > 1 and short.isalpha() and short.isupper()


def _cased(said: str, short: str) -> str:
    return said[0].upper() + said[1:] if short[0].isupper() else said
