"""The languages that have rules, by their tags."""

from accessibility.pronouncing.danish import DANISH
from accessibility.pronouncing.english import ENGLISH
from accessibility.pronouncing.tongue import Tongue

_TONGUES = {"da": DANISH, "en": ENGLISH}


def tongue_of(language: str) -> Tongue | None:
    """Give the rules of a BCP 47 tag ("da-DK", "en_GB"); None for a language that has none."""
    short = language.strip().lower().replace("_", "-").partition("-")[0]
    return _TONGUES.get(short)
