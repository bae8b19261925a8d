"""Signs in running text as words: "&", "=", "→"; and brackets and marks a voice cannot say."""

import re
from collections.abc import Iterator

from accessibility.pronouncing.passage import TAKEN, Spoken, spoken
from accessibility.pronouncing.tongue import Tongue

_SIGN = re.compile(
    r"[^\w\s.,;:!?'\"()\u2019\u201c\u201d\u201e\u00bb\u00ab\u2018\u2026\ue000-]|_"
    r"|[\u00b2\u00b3\u00bc-\u00be]"
)
_HALF = re.compile(f"(?<=[{TAKEN}]) [\u00bc\u00bd\u00be]")  # "1½ time"


def symbols(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say signs that have a word; the others stay, and an engine passes over them."""
    for found in _HALF.finditer(text):
        words = tongue.bare_signs[found[0].strip()].replace("one", "a")
        yield spoken(found, f" {tongue.joint} {words}")
    for found in _SIGN.finditer(text):
        if word := tongue.bare_signs.get(found[0]):
            yield spoken(found, f" {word} ")
