"""How rules share a text: each takes places that none before it took, and gives their words.

The text keeps its length while rules look at it. What is taken shows to the next rule as a sign
of its own, so that no rule ever reads another one's words.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

TAKEN = "\ue000"  # a private character: cleaning removes it from what a stranger wrote
_LEADS = frozenset({"den", "klokken", "the", "at"})  # after these no number can grow together
_BLANK = " \u00a0\u202f\n"


class Spoken(NamedTuple):
    """A place in a text and the words to say for it."""

    start: int
    end: int
    words: str


Rule = Callable[[str], Iterable[Spoken]]


def said_by(text: str, rules: Iterable[Rule]) -> str:
    """Let each rule take its places, in order, and give the text with their words.

    Two numbers with only a blank between them get a comma: "2026 140" must not become one number.
    """
    shown = text
    taken: list[Spoken] = []
    for rule in rules:
        fresh = _fresh(rule(shown), shown)
        taken += fresh
        shown = _covered(shown, fresh)
    return _joined(text, sorted(taken))


def spoken(found: re.Match[str], words: str, group: int | str = 0) -> Spoken:
    """Say words for what a pattern found, or for one group of it."""
    return Spoken(found.start(group), found.end(group), words)


def _fresh(places: Iterable[Spoken], shown: str) -> list[Spoken]:
    kept: list[Spoken] = []
    at = 0
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        if place.start >= at and place.end > place.start:
            if TAKEN in shown[place.start : place.end]:
                continue
            kept.append(place)
            at = place.end
    return kept


def _covered(shown: str, places: list[Spoken]) -> str:
    if not places:
        return shown
    parts = []
    at = 0
    for place in places:
        parts += [shown[at : place.start], TAKEN * (place.end - place.start)]
        at = place.end
    return "".join([*parts, shown[at:]])


def _joined(text: str, places: list[Spoken]) -> str:
    parts: list[str] = []
    at = 0
    had_number = False
    for place in places:
        between = text[at : place.start]
        has_number = any(map(str.isdecimal, text[place.start : place.end]))
        is_open = has_number and place.words.split(" ")[0].lower() not in _LEADS
        if had_number and is_open and between and not between.strip(_BLANK):
            between = ", "
        parts += _apart(parts, between)
        parts += _apart(parts, place.words)
        at = place.end
        had_number = has_number
    return "".join([*parts, *_apart(parts, text[at:])])


def _apart(parts: list[str], following: str) -> list[str]:
    """Put a blank where two words would grow together."""
    if not following:
        return []
    if parts and parts[-1][-1].isalnum() and (following[0].isalnum() or following[0] == "("):
        return [" ", following]
    return [following]
