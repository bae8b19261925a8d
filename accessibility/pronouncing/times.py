"""Times of day as words: "kl. 10.30" is "klokken ti tredive"."""

import re
from collections.abc import Iterator

from accessibility.pronouncing.passage import TAKEN, Spoken, spoken
from accessibility.pronouncing.tongue import Tongue

_TIME = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?"
_COLON = r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"
_END = r"(?![\w]|[.:,]\d)"
_JOINT = r"[ \u00a0]?[-\u2010\u2011\u2013\u2014][ \u00a0]?"
_DANISH = re.compile(
    rf"(?<!\w)(?P<cue>kl(?:\.|okken)?)[ \u00a0]?(?P<first>{_TIME}){_END}"
    rf"(?:(?P<joint>{_JOINT}(?:kl\.?[ \u00a0])?|[ \u00a0](?:til|og"
    rf"|eller)[ \u00a0](?:kl\.?[ \u00a0])?)(?P<second>{_TIME}){_END})?",
    re.IGNORECASE,
)
_FIELD = re.compile(
    rf"(?<!\w)(?:kl\.?|klokken|tid|tidspunkt|mødetid|time|appointment time)[ \u00a0]?:[ \u00a0]?"
    rf"(?P<times>(?P<first>{_TIME}){_END}(?:(?P<joint>{_JOINT})(?P<second>{_TIME}){_END})?)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    rf"(?<!\w)(?P<cue>(?:at|from|until|till|by|before|after|between)[ \u00a0])(?P<first>{_TIME})"
    rf"{_END}(?:(?P<joint>{_JOINT}|[ \u00a0](?:to|and|until"
    rf"|or)[ \u00a0])(?P<second>{_TIME}){_END})?"
    r"(?P<half>[ \u00a0]?(?:[ap]\.?m\b\.?))?",
    re.IGNORECASE,
)
_HALVES = re.compile(
    rf"(?<![\w.,:])(?P<first>{_TIME})(?:(?:[ \u00a0]?(?P<early>[ap])\.?m\b\.?)?"
    rf"(?P<joint>{_JOINT}|[ \u00a0](?:to|and|until)[ \u00a0])(?P<second>{_TIME}))?"
    r"[ \u00a0]?(?P<half>[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
_POINTED = r"(?:[01]?\d|2[0-4])\.[0-5]\d"
_SPAN = re.compile(
    rf"(?<![\w.,:/-])(?<!\d )(?P<first>{_POINTED})(?P<joint>{_JOINT})(?P<second>{_POINTED}){_END}"
    r"(?! ?(?:kr|%|eur|dkk|[€£$]))",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\w.,:/-])(?P<first>{_COLON}){_END}(?:(?P<joint>{_JOINT})(?P<second>{_COLON}){_END})?"
)
_ZONED = re.compile(r"(?<=[\d\ue000])T(?=\d{2}:\d{2})")


def times(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say the times of a text; a bare "10.30" is only one behind a word that says so."""
    for found in _FIELD.finditer(text):
        yield spoken(found, _span(found, tongue), "times")
    if tongue.language == "da":
        for found in _DANISH.finditer(text):
            cue = "Klokken " if found["cue"][0] == "K" else "klokken "
            yield spoken(found, cue + _span(found, tongue))
    else:
        yield from _english(text, tongue)


def bare_times(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say times that only their colon tells, or that are a span: "10:30", "10.30-11.15"."""
    for found in _SPAN.finditer(text):
        is_after_date = text[max(0, found.start() - 3) : found.start()].rstrip(" ,").endswith(TAKEN)
        if tongue.language == "da" or is_after_date:  # in English "10.30" may be a number, too
            yield spoken(found, _span(found, tongue))
    for found in _BARE.finditer(text):
        yield spoken(found, _span(found, tongue))


def _english(text: str, tongue: Tongue) -> Iterator[Spoken]:
    for found in _HALVES.finditer(text):
        yield spoken(found, _span(found, tongue) + _half(found))
    for found in _ENGLISH.finditer(text):
        if not found["half"] and re.search("[.:]", found[0]):
            yield spoken(found, found["cue"] + _span(found, tongue))


def _half(found: re.Match[str]) -> str:
    return f" {found['half'][0].upper()}.M."


def _span(found: re.Match[str], tongue: Tongue) -> str:
    words = _time(found["first"], tongue)
    if not found["second"]:
        return words
    joint = found["joint"].replace("\u00a0", " ")
    joint = re.sub(r"\bkl\.?(?= )", "klokken", joint)
    joint = re.sub(_JOINT, f" {tongue.until} ", joint)
    if early := found.groupdict().get("early"):
        words += f" {early.upper()}.M."
    return words + joint + _time(found["second"], tongue)


def _time(text: str, tongue: Tongue) -> str:
    hour, *rest = re.split("[.:]", text)
    words = [_part(hour.lstrip("0") or "0", tongue)]
    if rest and any(int(part) for part in rest):
        words += [_part(part, tongue) for part in rest]
    return " ".join(words)


def _part(digits: str, tongue: Tongue) -> str:
    if digits[0] == "0" and len(digits) == 2:
        return f"{tongue.digits[0]} {tongue.digits[int(digits[1])]}"
    return tongue.cardinal(int(digits))
