"""Numbers that rank: "2. kvartal", "den 20.", "21st", a flat's floor, a decade."""

import re
from collections.abc import Iterator

from accessibility.pronouncing.passage import TAKEN, Spoken, spoken
from accessibility.pronouncing.tongue import Tongue
from accessibility.pronouncing.written_numbers import BLANK, DASH

_ORDINAL = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<first>\d{{1,3}})\.?{BLANK}?{DASH}{BLANK}?)?(?P<number>\d{{1,3}})\."
    rf"(?:(?=(?!kr\b|mio\b|mia\b|pct\b)(?P<glued>[a-zæøå]{{3,30}})(?![\w.@]))"
    rf"|(?={BLANK}(?!kr\b|mio\b|mia\b|pct\b|og\b|til\b|eller\b|samt\b)(?P<noun>[a-zæøå]{{2,30}}))"
    rf"|(?=,{BLANK}\d{{1,3}}\.{BLANK})"
    rf"|(?={BLANK}(?:og|til|eller|samt){BLANK}(?:\d{{1,3}}\.{BLANK}[a-zæøå]|{TAKEN})))"
)
_ENGLISH_ORDINAL = re.compile(
    r"(?<![\w.,:/-])(?P<first>(?!))?(?P<number>\d{1,3})(?:st|nd|rd|th)(?!\w)"
)
_DAY_OF_MONTH = re.compile(
    rf"\b(?:den|d\.){BLANK}(?P<day>[1-9]\d?)\.(?![\d-])(?P<is_end>$|{BLANK}(?=(?-i:[A-ZÆØÅ])))?",
    re.IGNORECASE,
)
_DECADE = re.compile(r"(?<![\w.,])(?P<number>\d{2}|\d{4})'?(?P<ending>er(?:ne|nes)?)(?!\w)")
_ENGLISH_DECADE = re.compile(r"(?<![\w.,])(?P<number>[2-9]0|(?:1[89]|20)\d0)['\u2019]?s(?!\w)")
_FLOOR = re.compile(
    rf"(?<![\w.,:/-])(?P<floor>st|kl|\d{{1,2}})\.(?: ?sal)?,?{BLANK}?(?P<side>tv|th|mf)(?!\w)\.?"
)
_SIDES = {"tv": "til venstre", "th": "til højre", "mf": "midtfor"}


def ordinals(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say "2. kvartal" as "andet kvartal", "21st" as "twenty-first"."""
    pattern = _ORDINAL if tongue.language == "da" else _ENGLISH_ORDINAL
    for found in pattern.finditer(text):
        if any(len(one) > 1 and one[0] == "0" for one in (found["number"], found["first"] or "")):
            continue
        is_neuter = tongue.language == "da" and found["noun"] in tongue.neuters
        words = tongue.ordinal(int(found["number"]), is_neuter=is_neuter)
        if found["first"]:
            first = tongue.ordinal(int(found["first"]), is_neuter=is_neuter)
            words = f"{first} {tongue.until} {words}"
        yield spoken(found, words)


def days_of_month(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say "den 20." as "den tyvende", with the stop where the sentence ends there."""
    if tongue.language == "da":
        for found in _DAY_OF_MONTH.finditer(text):
            is_end = found["is_end"] is not None
            end = found.end("day") if is_end else found.end()
            yield Spoken(found.start("day"), end, tongue.ordinal(int(found["day"])))


def decades(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say "1970'erne" as "nitten hundrede halvfjerdserne"."""
    if tongue.language == "da":
        for found in _DECADE.finditer(text):
            yield spoken(found, tongue.year(int(found["number"])) + found["ending"])
        return
    for found in _ENGLISH_DECADE.finditer(text):
        words = tongue.year(int(found["number"]))
        yield spoken(found, (words[:-1] + "ies") if words.endswith("ty") else words + "s")


def floors(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say a flat's place: "2. tv." is "anden sal til venstre"."""
    if tongue.language != "da":
        return
    for found in _FLOOR.finditer(text):
        floor, side = found["floor"], _SIDES[found["side"]]
        if floor == "st":
            yield spoken(found, f"stuen {side}")
        elif floor == "kl":
            yield spoken(found, f"kælderen {side}")
        else:
            yield spoken(found, f"{tongue.ordinal(int(floor))} sal {side}")
