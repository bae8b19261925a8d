"""Signs between two numbers: those that have a word of their own, and no other is lost."""

import re
from collections.abc import Iterator

from accessibility.pronouncing.passage import TAKEN, Spoken, spoken
from accessibility.pronouncing.tongue import Tongue
from accessibility.pronouncing.written_numbers import BLANK, DASH, NOT_INSIDE, is_rising

_LONGEST_LOPSIDED = 2  # digits: "10 -12" is a range that was typed in haste
_COUNT = r"(?:\d{1,3}(?:[.,]\d{3})+|\d{1,4})"
_RANGE = re.compile(
    rf"{NOT_INSIDE}(?<![/:.,-])(?P<first>{_COUNT})(?P<dash>{BLANK}?{DASH}{BLANK}?)(?P<second>{_COUNT})"
    rf"(?![\w/:-]|[.,]\d)"
)
_BETWEEN = re.compile(
    rf"(?<=[\d{TAKEN})%])(?:(?P<tight>--|[-\u2010\u2011\u2013\u2014/:+*=_x\u00d7.,'\u2019\u2212])|"
    rf"{BLANK}(?P<loose>[-x\u2013\u2014/:+*=\u00d7\u2212]){BLANK}"
    rf"|(?P<early>[-\u2013\u2014]){BLANK}|{BLANK}(?P<late>[-\u2013\u2014/:*=\u00d7\u2212]))(?=[\d{TAKEN}])"
)
_PAGES = re.compile(r"\b(?:side|page)[ \u00a0]\d{1,4}(?P<stroke>/)\d{1,4}(?![\w/-])", re.IGNORECASE)
_PRESSURE = re.compile(
    r"(?:blodtryk|blood pressure)\D{0,30}\d{2,3}(?P<stroke>/)\d{2,3}(?![\w/])", re.IGNORECASE
)
_ALWAYS = re.compile(r"(?<![\w/.,-])24(?P<stroke>/)7(?![\w/-]|[.,]\d)")
_PER = re.compile(
    rf"(?<={TAKEN})/t(?!\w)|(?:(?<={TAKEN})|(?<=øre)|(?<=kroner)|(?<=kr)|(?<=kr\.))/(?=(?:md|mdr|måned|år|uge|dag|døgn|time|stk|person|barn"
    rf"|kvm|m²|m³|m2|m3|kWh|MWh|GJ|kg|km"
    r"|liter|l|month|year|week|day|hour|child)(?![^\W\d_]))",
    re.IGNORECASE,
)


def ranges(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say the dash of a range: "10-12" is "ti til tolv"; both numbers stay for other rules."""
    if "=" in text:
        return  # a sum: "500 - 300 = 200"
    for found in _RANGE.finditer(text):
        first, second = found["first"], found["second"]
        if any(len(one) > 1 and one[0] == "0" for one in (first, second)) or not is_rising(
            first, second, tongue
        ):
            continue
        is_lopsided = found["dash"][0] != found["dash"][-1] and found["dash"][0].isspace()
        if is_lopsided and len(second) > _LONGEST_LOPSIDED:
            continue  # "100 -500" is a minus
        yield Spoken(found.end("first"), found.start("second"), f" {tongue.until} ")


def pages(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say the stroke of "side 1/4" as "af"."""
    for found in _PAGES.finditer(text):
        yield spoken(found, " af " if tongue.language == "da" else " of ", "stroke")


def strokes(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say the strokes that have a word of their own: of a blood pressure, and of "24/7"."""
    for found in _PRESSURE.finditer(text):
        yield spoken(found, " over ", "stroke")
    for found in _ALWAYS.finditer(text):
        yield spoken(found, " ", "stroke")


def shares(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say "kr./md." as "kroner per måned": a stroke between what is paid and what for."""
    for found in _PER.finditer(text):
        yield spoken(found, " per time " if found[0].endswith("t") else " per ")


def signs_between(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Name every sign that stands between two figures and that no rule understood."""
    has_equals = "=" in text
    for found in _BETWEEN.finditer(text):
        sign = found["tight"] or found["loose"] or found["early"] or found["late"]
        if found["tight"] and sign in ".,'\u2019" and TAKEN not in _neighbours(found):
            continue  # inside one number: it is said with it
        if sign in ".," and found["tight"] and found.string[found.start() - 1] == TAKEN:
            name: str | None = tongue.signs[sign]
        elif sign == "x":
            name = tongue.bare_signs["\u00d7"]
        elif (has_equals or found["late"]) and sign in ("-", "\u2013", "\u2212"):
            name = tongue.minus
        elif sign == "--":  # the second is a number's own
            name = f"{tongue.signs['-']} {tongue.minus}"
        elif sign in "=\u00d7\u2212":
            name = tongue.bare_signs.get(sign)
        else:
            name = tongue.signs.get(sign)
        yield spoken(found, f" {name or sign} ")


def _neighbours(found: re.Match[str]) -> str:
    return found.string[found.start() - 1] + found.string[found.end()]
