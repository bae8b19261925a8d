"""Appointments: a date with a time of day. Opening hours have no date, a deadline has its word."""

import re
from collections.abc import Iterator
from datetime import time

from accessibility.facts import deadline_cues as cues
from accessibility.facts.dates import WEEKDAY, FoundDate, LetterDay
from accessibility.facts.moved_times import is_given_up
from accessibility.facts.passages import Found, Passage
from mailbox_store.model.document_facts import FactKind

_CLOCK = r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?(?!\d)\s?(?P<half>[ap]\.?\s?m\b\.?)?"
_BEHIND = re.compile(
    r"[\s,;()\u2013-]{0,4}(?:(?:fra|from|mellem|between|i tidsrummet|med start|begyndende"
    r"|starting|um|og frem)\s){0,2}"
    rf"(?P<cue>kl\.?|klokken|klokkeslæt:?|tidspunkt:?|at|@|tid:?|time:?)?\s{{0,2}}{_CLOCK}",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s?(?:til|to|and|og|[-\u2013])\s?(?:kl\.?\s?)?(?:[01]?\d|2[0-4])(?:[.:]\d{2})?(?![\w.]\d"
    r"|\w)",
    re.I,
)
_IN_FRONT = re.compile(
    rf"(?:kl\.?|klokken|at)\s?{_CLOCK}(?:\s?(?:[-\u2013]|til"
    rf"|to)\s?\d{{1,2}}(?:[.:]\d{{2}})?)?[\s,]{{0,2}}(?:on\s)?(?:{WEEKDAY}[\s,]{{0,2}})?"
    r"(?:den\s|d\.\s?|the\s)?\Z",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"[^\n\d]{{0,70}}?\b(?:kl\.?|klokken|mødetid:?(?: kl\.?)?|at)\s?{_CLOCK}", re.IGNORECASE
)
_TIME_LINE = re.compile(
    rf"\W{{0,3}}(?:tid|tidspunkt|mødetid|kl|kl\.|klokken|klokkeslæt"
    rf"|time)\b[\s:.]{{0,3}}(?:kl\.?|klokken)?\s?{_CLOCK}",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:tid|tider|time (?:aside|for you)|aftale\w*|møde\w*|møder|samtale\w*|indkald\w*"
    r"|undersøgelse\w*|kontrol\w*|besøg\w*|konsultation\w*|behandling\w*|operation\w*|"
    r"vaccination\w*|\w{0,20}møde\w{0,5}|retsmøde\w*|hovedforhandling\w*|syn|forældre\w*"
    r"|generalforsamling\w*|arrangement\w*|kom|kommer til din|velkommen|inviter\w*|"
    r"indbyd\w*|\w{0,15}besøg|scanning\w*|prøve\w*|eksamen\w*|berammet|appointment\w*"
    r"|meeting\w*|interview\w*|hearing\w*|visit\w*|invited?|"
    r"attend\w*|come|examination\w*|termin\w*|time hos|booket|booked|fremvisning\w*|afhent\w*"
    r"|\w{0,15}forhandling\w*|eftersyn\w*|\w{0,6}syn|inspection|mammografi|check-?up|appear"
    r"|åbent hus|open (?:house|day|evening)|skoledag|velkomne|screening|test|træning|tandlæge\w*"
    r"|begravelse\w*|bisættelse\w*|(?:holder|til|afholder) reception|vidne|forklaring|afhøring\w*"
    r"|oplæg|kurs\w+"
    r"|fogedforretning\w*|udsættelse|udlevere\w*|udleveres|arrive|engineer|funeral|ceremon\w+)\b",
    re.IGNORECASE,
)
# A house that is shut or a thing that ends then; water or power that is cut off is one to know.
_CLOSED = re.compile(
    r"\b(?:lukket|lukker(?! for\b)|nede|udløber|genstart\w*|closed|closes?|expires?"
    r"|(?:is|be|are) down)\b"
    r"|^(?!.*\b(?:starter|begynder|starts?|begins?)\b).*\b(?:slutter|ends)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:skete|konstatere\w*|målt|registrere\w*|modtag\w*|udskrev\w*|printed|har (?:du|vi"
    r"|i)\b|kørt|kørte|målte|stod|holdt|parkeret|blev|var|talte|ringede|was|were|had|happened|"
    r"received|sidste gang|opdateret|aflyst|cancelled|dannet|sendt|hændelse\w*)\b",
    re.IGNORECASE,
)
_DEADLINE = (cues.SURE_CUE, cues.DOUBTFUL_CUE)
_HOURS_OPEN = re.compile(
    r"\b(?:åb(?:en|ent|ner)|åbningstid\w*|telefontid\w*|open(?:ing)?)\b", re.IGNORECASE
)
_NEXT_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_NOON = 12
_MOST = 2_000  # dates of one passage: a longer list of them is no letter


def appointments_in(
    passage: Passage, dates: list[FoundDate], letter: LetterDay, following: str = ""
) -> Iterator[Found]:
    """Find when the reader is to come. `following` is the line behind a value: "Time: 9.15"."""
    text = passage.text
    for number, one in enumerate(dates[:_MOST]):
        if letter.day and one.day < letter.day and letter.is_sure:
            continue
        left = passage.before + text[max(0, one.start - cues.WINDOW) : one.start]
        if any(cue.search(left[-90:]) for cue in _DEADLINE):
            continue
        if cues.UNTIL_CUE.search(left[-90:]) and cues.UNTIL_DUTY.search(left):
            continue
        nearest = dates[number + 1].start if number + 1 < len(dates) else len(text)
        told = _time_of(text, one, nearest, following)
        if told is None:
            continue
        moment, end, is_near, is_named = told
        if is_given_up(passage, dates, number):
            continue
        about = _about(passage, one)
        is_hours = _HOURS_OPEN.search(about) or _CLOSED.search(about)
        if _PAST.search(about) or (is_hours and not _COMING.search(about)):
            continue
        comes = bool(_COMING.search(f"{about} {passage.heading}"))
        if (not is_near and not comes) or cues.DUE_LABEL.search(passage.before):
            continue
        if not (
            comes
            or is_named
            or re.search(rf"{WEEKDAY}[\s,]+(?:den|d\.|the)?\s*\Z", left[-30:], re.IGNORECASE)
        ):
            continue
        certain = comes and is_near and one.has_year
        value = f"{one.day.isoformat()}T{moment:%H:%M}"
        yield Found(FactKind.APPOINTMENT, value, one.start, max(end, one.end), certain)


def _time_of(
    text: str, one: FoundDate, nearest: int, following: str
) -> tuple[time, int, bool, bool] | None:
    """Give the time of day that goes with a date, its end, whether it is near, whether named."""
    behind = _BEHIND.match(text, one.end, min(nearest, one.end + 60))
    if behind and _is_time(behind) and (moment := _clock(behind)):
        return moment, behind.end(), True, bool(behind["cue"])
    in_front = _IN_FRONT.search(text, max(0, one.start - 50), one.start)
    if in_front and (moment := _clock(in_front)):
        return moment, one.end, True, True
    if text[one.end : one.end + 1] == "\n":
        following = text[one.end + 1 : one.end + 60]
    if following and (line := _TIME_LINE.match(following)) and (moment := _clock(line)):
        return moment, one.end, True, True
    later = _LATER.match(text, one.end, min(nearest, one.end + 110))
    if later and (moment := _clock(later)):
        return moment, later.end(), False, True
    return None


def _is_time(found: re.Match[str]) -> bool:
    if found["cue"] or found["half"]:
        return True
    if found["minute"] is not None and ":" in found[0]:
        return True
    return _TO.match(found.string, found.end()) is not None  # "from 16.30 to 18.30"


def _clock(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").lower()[:1]
    if half and not 1 <= hour <= _NOON:
        return None
    if half == "p" and hour != _NOON:
        hour += _NOON
    if half == "a" and hour == _NOON:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _about(passage: Passage, one: FoundDate) -> str:
    first, last = passage.sentence(one.start, one.end)
    begin, end = max(first, one.start - cues.WINDOW), min(last, one.end + cues.WINDOW)
    behind = _NEXT_SENTENCE.split(passage.text[one.end : end], maxsplit=1)[0]
    return passage.before + passage.text[begin : one.end] + behind
