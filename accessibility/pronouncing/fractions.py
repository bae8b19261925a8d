"""Fractions as words, where they surely are some: "2/3 af" is "to tredjedele af"."""

import re
from collections.abc import Iterator

from accessibility.pronouncing.passage import Spoken, spoken
from accessibility.pronouncing.tongue import Tongue
from accessibility.pronouncing.written_numbers import BLANK

_SHARE = re.compile(
    r"(?:(?<=andel )|(?<=del )|(?<=andel er )|(?<=del er )|(?<=andel på )"
    r"|(?<=share )|(?<=share is )"
    r"|(?<=part is ))(?P<upper>[1-9])/(?P<lower>[2-68]|10)(?![\w/-]|[.,]\d)"
    r"|(?<![\w.,/-])(?P<upper2>[1-9])/(?P<lower2>[2-68]|10)(?= (?:af|of)\b)"
)
_SHARES = {
    "da": {"2": "halv", "3": "tredjedel", "4": "fjerdedel", "5": "femtedel", "6": "sjettedel",
           "8": "ottendedel", "10": "tiendedel"},
    "en": {"2": "half", "3": "third", "4": "quarter", "5": "fifth", "6": "sixth", "8": "eighth",
           "10": "tenth"},
}  # fmt: skip
_HALF_MORE = re.compile(rf"(?<![\w.,/-])1{BLANK}?\u00bd(?={BLANK})")


def fractions(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say "2/3 af" as "to tredjedele af"; elsewhere "1/2" may be a date and stays as it is."""
    names = _SHARES[tongue.language]
    for found in _SHARE.finditer(text):
        upper, lower = found["upper"] or found["upper2"], found["lower"] or found["lower2"]
        name = names[lower]
        if upper != "1":
            name = (
                "halves" if name == "half" else f"{name}{'e' if tongue.language == 'da' else 's'}"
            )
        count = tongue.common_one if upper == "1" else tongue.cardinal(int(upper))
        yield spoken(found, f"{count} {name}")
    if tongue.language == "da":
        for found in _HALF_MORE.finditer(text):
            yield spoken(found, "halvanden")
