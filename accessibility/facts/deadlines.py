"""Deadlines: the dates a letter sets its reader, and the lengths of time it gives.

A date is one only by a word before or behind it. What others will do, what is over, what says
which case is meant (born before, received by) is none. When in doubt it is left out, or marked.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice

from accessibility.facts import clause_words as clauses
from accessibility.facts import deadline_cues as cues
from accessibility.facts.asking import may_ask
from accessibility.facts.dates import (
    MONTH,
    MONTH_NUMBERS,
    FoundDate,
    LetterDay,
    end_of_month,
)
from accessibility.facts.durations import LENGTH, day_after, day_before, duration_of
from accessibility.facts.passages import Found, Passage
from mailbox_store.model.document_facts import FactKind

_FAR = 3 * 366  # days: who is asked for something so far ahead is rather told about it
_HEADING_OF_DEADLINES = re.compile(
    r"\b\w{0,20}frist(?:er|en|erne)?\b|\bdeadlines?\b|\bforfalds(?:dato|dag)\w*"
    r"|\bdue dates?\b|\bsidste rettidige\b",
    re.I,
)
_BARE = re.compile(r"\W*(?:den|d\.|on|the)?\W*", re.IGNORECASE)
_SHORT = 40  # characters of a paragraph that is only a date
_MONTH_END = re.compile(
    rf"(?P<how>udgangen af|ultimo|the end of|end of"
    rf"|slutningen af)\s(?P<month>{MONTH})(?:\s(?P<year>\d{{4}}))?(?!\w)",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    rf"(?<!\w)(?:inden for|inden|senest|innen|senast|within|no later than|not later than"
    rf"|innerhalb(?: von)?|(?:du|i|you|sie)"
    rf" (?:har|have|får|haben|get)|har du|frist(?:en)?(?: \w{{1,20}}){{0,5}}? (?:er|på|is)"
    rf"|\w{{1,20}}frist(?:en)?(?: \w{{1,20}}){{0,5}}? (?:er|på)|\w{{0,20}}frist(?:en)?:"
    rf"|deadline(?: \w{{1,20}}){{0,4}}? is"
    rf"|klage(?: \w{{1,20}}){{0,4}}? i)\s(?:højst |i alt |en frist på |the next |de næste "
    rf"|de kommende )?{LENGTH}",
    re.IGNORECASE,
)
_LENGTH_OF_DEADLINE = re.compile(
    rf"(?<!\w){LENGTH}\s\w{{0,20}}(?:frist|deadline|notice to reply)", re.IGNORECASE
)
_BEFORE_SOMETHING = re.compile(
    r"\s?,?\s?(?:før|inden|forinden|before|prior to|forud)\b", re.IGNORECASE
)
_COUNTED_FROM = re.compile(
    r"\s?,?\s?(?:regnet |counted |at the latest )?(?:efter|fra|after|from|of|since|etter|från"
    r"|nach|ab)\b",
    re.I,
)
_DELIVERY = re.compile(
    r"modtag\w*|mottok|mottak\w*|fik\b|får\b|brev\w*|afgørelse\w*|meddel\w*|dags dato|i dag\b"
    r"|dato\w*|forkynd\w*"
    r"|dom(?:men|mens)?\b|underret\w*|receiv\w*|receipt|letter|decision|notice|\bdate\b|today"
    r"|served|afsagt|truffet|kendelse\w*|opkrævning\w*"
    r"|zustellung|bekanntgabe|erhalt\w*|denne|dette|svaret",
    re.IGNORECASE,
)
_OTHER_EVENT = re.compile(
    r"\s?,?\s?(?:hvis|når|if|when)\b[^\n.]{0,60}\b(?:stiger|falder|ændre\w*|flytter|bliver|får"
    r"|rejser|change\w*|move\w*|become\w*)\b",
    re.IGNORECASE,
)
_HAS_TIME = re.compile(
    r"\s?(?:til|to|in which|for|fra|from|efter|after|dage|i\b|,?\s?hvis|at)\b", re.IGNORECASE
)
_HOLDER = re.compile(r"(?:har|have|får|haben|get|du)\s", re.IGNORECASE)
_YEARS = re.compile(r"P(?!1Y|2Y)\d+Y")  # so long ahead nobody is asked for an answer
# "in room 12. Have you ...": no end for a quote, where "15. Dezember" stands, but one here.
_NUMBERED_END = re.compile(rf"(?<=\d)\.\s+(?=[A-ZÆØÅ])(?!(?i:{MONTH}))")
_REST_OF_CLAUSE = re.compile(r"[^,.;:!?\n]*(?:: (?:vi|we) [^,.;:!?\n]*)?", re.IGNORECASE)
_MOST_LENGTHS = 500
_MOST = 2_000  # dates of one passage: a longer list of them is no letter


def deadlines_in(passage: Passage, dates: list[FoundDate], letter: LetterDay) -> Iterator[Found]:
    """Find the dates by which a passage asks its reader for something."""
    previous: FoundDate | None = None
    for one in dates[:_MOST]:
        certain = _certainty(passage, one, letter, previous)
        if certain is None:
            continue
        previous = one
        yield Found(FactKind.DEADLINE, one.day.isoformat(), one.start, one.end, certain)
    yield from _ends_of_months(passage, letter)


def lengths_named_in(text: str) -> list[re.Match[str]]:
    """Find the lengths of time behind a word that may make them deadlines."""
    found = chain(_LENGTH.finditer(text), _LENGTH_OF_DEADLINE.finditer(text))
    return list(islice(found, _MOST_LENGTHS))


def lengths_in(
    passage: Passage, lengths: list[re.Match[str]], dates: list[FoundDate], letter: LetterDay
) -> Iterator[Found]:
    """Judge the lengths of time by which something is asked; from a date in the letter, the day."""
    for found in lengths:
        value = duration_of(found["number"], found["unit"])
        if (
            value
            and not _YEARS.fullmatch(value)
            and (fact := _of_length(passage, found, value, dates, letter))
        ):
            yield fact


def _of_length(
    passage: Passage, found: re.Match[str], value: str, dates: list[FoundDate], letter: LetterDay
) -> Found | None:
    start, end = found.span()
    _, last = passage.sentence(start, end)
    behind = passage.text[end : min(last, end + 100)]
    if "frist" not in found[0].lower() and _HOLDER.search(found[0]) and not _HAS_TIME.match(behind):
        return None
    if _is_refused(passage, start, end) or _OTHER_EVENT.match(behind):
        return None
    said = _left_of(passage, start, end) + found[0]
    if may_ask(said, _rest_of(passage, start, end)) is False and not passage.is_cell:
        return None
    near = next((one for one in dates if 0 <= one.start - end <= 25), None)
    if _BEFORE_SOMETHING.match(behind):
        day = day_before(value, near.day) if near else None
        return _computed(day, start, end, letter)
    if counted := _COUNTED_FROM.match(behind):
        if near:
            return _computed(day_after(value, near.day), start, end, letter)
        if not _DELIVERY.search(behind[counted.end() :]):
            return None
    return Found(FactKind.RELATIVE_DEADLINE, value, start, end, is_certain=False)


def _computed(day: date | None, start: int, end: int, letter: LetterDay) -> Found | None:
    if day is None or (letter.is_sure and letter.day and day < letter.day):
        return None
    return Found(FactKind.DEADLINE, day.isoformat(), start, end, is_certain=False)


def _certainty(
    passage: Passage, one: FoundDate, letter: LetterDay, previous: FoundDate | None
) -> bool | None:
    """Tell whether a date is a deadline for certain; None if it is none."""
    if letter.is_sure and letter.day and one.day < letter.day:
        return None
    left = passage.before + passage.text[max(0, one.start - cues.WINDOW) : one.start]
    certain = _cued(passage, one, left, previous)
    if certain is None:
        return None
    if passage.is_cell:
        about = f"{passage.heading} {passage.context}"
        if passage.row and letter.is_sure and one.day == letter.day:
            return None
        if clauses.PAYOUT.search(about) and not clauses.PAY_IN.search(about):
            return None
    if _is_refused(passage, one.start, one.end):
        return None
    is_far = letter.day is not None and (one.day - letter.day).days > _FAR
    return certain and one.has_year and not is_far


def _cued(passage: Passage, one: FoundDate, left: str, previous: FoundDate | None) -> bool | None:
    text = passage.text
    near = left[-90:]
    sentence = _left_of(passage, one.start, one.end)
    if previous and cues.MORE_OF_THEM.fullmatch(text[previous.end : one.start][:40]):
        return True
    if cues.SURE_CUE.search(near):
        return None if clauses.is_condition(sentence) else _asked(passage, one, sentence)
    if cues.NOT_AFTER.search(near):
        return None
    if cues.DOUBTFUL_CUE.search(near):
        if clauses.is_condition(sentence) or clauses.is_not_before(f"{passage.before}{sentence}"):
            return None
        return passage.is_cell or clauses.asks_something(sentence)
    line = passage.before + sentence
    is_due = cues.DUE_NOUN_CUE.search(line[-150:]) and not cues.NOT_OF_A_NOUN.search(line)
    if is_due or cues.DUTY_CUE.search(line[-150:]):
        return True
    if cues.UNTIL_CUE.search(near):
        says = cues.UNTIL_DUTY.search(line) and not cues.NO_UNTIL.search(line)
        return True if says or cues.RIGHT_UNTIL.search(sentence) else None
    if cues.BEHIND.match(text[one.end : one.end + 60] + passage.after):
        return True
    return _by_its_place(passage, one)


def _asked(passage: Passage, one: FoundDate, sentence: str) -> bool | None:
    """Tell whether a date behind "by" is for the reader: surely, perhaps or not."""
    if passage.is_cell:
        return True
    asks = may_ask(sentence, _rest_of(passage, one.start, one.end))
    return None if asks is False else bool(asks)


def _by_its_place(passage: Passage, one: FoundDate) -> bool | None:
    """Judge a date that stands alone: by its row, by the heading above it."""
    line = passage.text[passage.text.rfind("\n", 0, one.start) + 1 : one.start]
    if not _BARE.fullmatch(line[-_SHORT:]):
        return None
    if passage.row and cues.DUE_LABEL.search(passage.row[:80]):
        return True
    ending = passage.text.find("\n", one.end, one.end + _SHORT)
    is_line = not passage.text[one.end : max(ending, one.end)].strip(" .,") and ending >= 0
    is_last = len(passage.text) - one.end <= 2 or is_line
    is_alone = passage.is_cell or is_last or passage.text[one.end :][:1] == ":"
    is_alone = is_alone or len(passage.text) <= _SHORT
    if is_alone and _HEADING_OF_DEADLINES.search(passage.heading[:120]):
        return True
    return None


def _is_refused(passage: Passage, start: int, end: int) -> bool:
    sentence = _left_of(passage, start, end) + passage.text[start:end]
    said = (passage.before + sentence)[-2 * cues.WINDOW :]
    rest = _rest_of(passage, start, end)
    return clauses.is_over_or_no_duty(said) or clauses.is_others_deed(said, rest)


def _rest_of(passage: Passage, start: int, end: int) -> str:
    _, last = passage.sentence(start, end)
    behind = _REST_OF_CLAUSE.match(passage.text, end, min(last, end + 80))
    return behind[0] if behind else ""


def _left_of(passage: Passage, start: int, end: int) -> str:
    first, _ = passage.sentence(start, end)
    left = passage.text[max(first, start - cues.WINDOW) : start]
    return _NUMBERED_END.split(left)[-1]


def _ends_of_months(passage: Passage, letter: LetterDay) -> Iterator[Found]:
    for found in _MONTH_END.finditer(passage.text):
        month = MONTH_NUMBERS[found["month"].lower()]
        year = int(found["year"]) if found["year"] else _year_of(month, letter)
        left = passage.before + passage.text[max(0, found.start() - 60) : found.start()]
        if not 1900 <= year <= 2200 or not (
            cues.SURE_CUE.search(left)
            or cues.DOUBTFUL_CUE.search(left)
            or cues.DUE_LABEL.search(passage.before)
        ):
            continue
        day = end_of_month(month, year)
        if _is_refused(passage, *found.span()) or (
            letter.is_sure and letter.day and day < letter.day
        ):
            continue
        is_plain = bool(found["year"]) and not found["how"].lower().startswith("slut")
        yield Found(FactKind.DEADLINE, day.isoformat(), *found.span(), is_plain)


def _year_of(month: int, letter: LetterDay) -> int:
    if letter.day is None:
        return 0
    return letter.day.year + (month < letter.day.month)
