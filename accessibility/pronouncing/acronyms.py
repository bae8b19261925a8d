"""Acronyms and names that a voice stumbles over: "ATP" is "A T P", "MitID" is "Mit I D"."""

import re
from collections.abc import Iterator

from accessibility.pronouncing.figures import by_letters
from accessibility.pronouncing.passage import Spoken, spoken
from accessibility.pronouncing.tongue import Tongue

_WORD = re.compile(r"(?<![\w])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w])")
_CAPITALS = re.compile(
    r"(?<![^\W_])(?P<word>[A-ZÆØÅ]{2,40})(?P<ending>'?s|[e]?n|'?erne|'?en|'?et)?(?![^\W_])"
)
_BESIDE = 3  # signs between two words of a heading
_LONGEST_UNKNOWN = 3  # letters: "KTX" is spelled unless known, "NASA" is read
_LONGEST_ACRONYM = 6  # letters
_VOWELS = frozenset("AEIOUYÆØÅ")


def acronyms(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Spell what is no word: "A T P". In a line all in capitals only what is surely an acronym."""
    for found in _WORD.finditer(text):
        if said := tongue.read_words.get(found[0]):
            yield spoken(found, said)


def spelled_acronyms(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Spell capitals that are no word: "A T P"; but capitals side by side are a heading."""
    all_found = list(_CAPITALS.finditer(text))
    for at, found in enumerate(all_found):
        beside = [*all_found[max(0, at - 1) : at], *all_found[at + 1 : at + 2]]
        is_heading = any(_is_same_heading(found, other, tongue) for other in beside)
        word, ending = found["word"], found["ending"] or ""
        if said := tongue.read_words.get(word):
            yield spoken(found, said + ending.lstrip("'"))
        elif _is_spelled(word, tongue, is_heading=is_heading):
            letters = by_letters(word, tongue)
            yield spoken(found, letters + ("'" + ending.lstrip("'") if ending else ""))
        elif len(word) > 1:
            yield spoken(found, word.lower() + ending)  # a voice might spell it


def _is_spelled(word: str, tongue: Tongue, *, is_heading: bool) -> bool:
    if word in tongue.spelled_words:
        return not (is_heading and word in tongue.ordinary_capitals)
    if is_heading or word in tongue.ordinary_capitals:
        return False
    return len(word) <= _LONGEST_UNKNOWN or not (
        len(word) > _LONGEST_ACRONYM or _VOWELS.intersection(word)
    )


def _is_same_heading(one: re.Match[str], other: re.Match[str], tongue: Tongue) -> bool:
    """Tell whether another word in capitals stands beside, and is no acronym itself."""
    if other["word"] in tongue.spelled_words or other["word"] in tongue.read_words:
        return False
    between = one.string[min(one.end(), other.end()) : max(one.start(), other.start())]
    return len(between) <= _BESIDE and not between.strip(" ,:-\u2013&/")
