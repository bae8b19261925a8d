"""Times that are no more: an appointment that was called off, or the old day of a moved one.

Every pattern is searched in the part of one sentence that stands nearest to a date.
"""

import re

from accessibility.facts import deadline_cues as cues
from accessibility.facts.dates import WEEKDAY, FoundDate
from accessibility.facts.passages import Passage

_I = re.IGNORECASE
_HEADING = 120  # characters of a heading
_OLD = r"(?:tid|tider|aftale\w*|møde\w*|dato\w*|tidspunkt\w*|time|appointment|meeting|date)\b"
# In front of it: "we must cancel |", "moved from |", "instead of |".
_GIVEN_UP = re.compile(
    r"\b(?:(?:aflyse|udsætte|udskyde|flytte|rykke)[rs]?(?! ind)|afbestil\w*|i stedet for"
    r"|(?:flyttet|ændret|rykket|fremrykket|udskudt|ombooket) fra|ikke længere"
    rf"|(?:gamle|tidligere|oprindelige|hidtidige) {_OLD}|oprindeligt?"
    r"|cancel|postpone|reschedule|move(?! in)|instead of|rather than|no longer"
    r"|(?:moved|changed|rescheduled|postponed|brought forward) from|originally"
    rf"|(?:original|previous|old|earlier) {_OLD})[^.!?]{{0,60}}\Z",
    _I,
)
# What the reader is free to do to a time that stands: "if you want to move |", "you can cancel |".
_MAY_BE = re.compile(
    r"\b(?:hvis|såfremt|når|ønsker|ikke flytte[rs]?|kan du|du (?:kan|må|skal)|brug for at|if|unless"
    r"|when|you (?:can|may|must)|need to|want to|wish to|how to)\b",
    _I,
)
_WE_MUST = re.compile(r"\b(?:vi|we) (?:\w+ ){0,2}(?:nødt til|brug for|need|have) (?:at|to)\b", _I)
# The day that it was moved to, and not the one that it was moved from.
_NEW_ONE = re.compile(
    r"\b(?:flyt\w*|rykk\w*|fremrykk\w*|ændr\w*|ombook\w*|udsat|udsæt\w*|udsk[uy]d\w*|ny|nye|nyt"
    r"|moved?|rescheduled?|postponed?|changed?|brought forward|new)\b[^!?]{0,120}"
    rf"(?<!\w)(?<!stedet )(?:til|to|for|until)[\s,]{{1,2}}"
    rf"(?:{WEEKDAY}[\s,]{{0,2}})?(?:den|d\.|the)?\s?\Z",
    _I,
)
_INSTEAD = re.compile(
    r"\b(?:ny|nyt|nye|i stedet(?! for)|new|instead(?! of)|flyttet til|moved to|ændret til)\b", _I
)
# Behind it: "| is cancelled", "| has been moved".
_TAKEN_BACK = re.compile(
    r"[^!?;\n]{0,60}?\b(?:aflyst|aflyses|udsættes|udskydes|bortfald\w*|udgår"
    r"|(?:er|bliver|blev) (?:\w+ ){0,2}(?:udsat|udskudt|flyttet|rykket|ændret|ombooket)"
    r"|(?:gennemføres|afholdes|holdes|gælder) (?:\w+ ){0,2}ikke|bliver (?:\w+ ){0,2}ikke til"
    r"|kan (?:\w+ ){0,2}ikke (?:\w+ )?(?:gennemføres|afholdes|holdes|blive|overholdes)"
    r"|(?:is|are|was|were|been|be) (?:\w+ )?(?:cancelled|canceled|postponed|rescheduled|moved"
    r"|changed|called off)|is no longer|(?:will|can) ?not (?:now )?(?:take place|go ahead|be"
    r" (?:held|kept)))\b(?! (?:til|to) (?:lokale|rum|stue|sal|afdeling|room|ward|building))",
    _I,
)
_UNDECIDED = re.compile(
    r"\b(?:hvis|medmindre|såfremt|if|unless|kun|only|kan|må|can|may|cannot)\b[^!?;\n]*\Z", _I
)
_OFF = re.compile(r"\b(?:aflys\w*|cancel\w*|udsat|udskudt|postponed)\b", _I)
_HEADING_OF_ONE_OFF = re.compile(
    r"\b(?:aflyst|aflyses|vi aflyser|aflysning (?:af|-)|cancelled|canceled|cancellation of|udsat"
    r"|udskudt|postponed)\b",
    _I,
)


def is_given_up(passage: Passage, dates: list[FoundDate], number: int) -> bool:
    """Tell whether a date is the old one of a time that was moved, or of one that is off."""
    left, right = _around(passage, dates, number)
    if _NEW_ONE.search(left):
        return False
    if _GIVEN_UP.search(left) and not _is_only_allowed(left) and not _names_new_one(left):
        return True
    taken = _TAKEN_BACK.match(right)
    if taken and not _UNDECIDED.search(taken[0].partition("kan ")[0] + right[taken.end() :]):
        return True
    if not _HEADING_OF_ONE_OFF.search(passage.heading[:_HEADING]):
        return False
    one = dates[number]
    near = passage.text[max(0, one.start - cues.WINDOW) : one.end + cues.WINDOW]
    return not _OFF.search(near) and not _INSTEAD.search(near)


def _around(passage: Passage, dates: list[FoundDate], number: int) -> tuple[str, str]:
    """Give what the sentence says before and behind a date, as far as the next dates."""
    one, text = dates[number], passage.text
    first, last = passage.sentence(one.start, one.end)
    first = max(first, dates[number - 1].end if number else 0, one.start - cues.WINDOW)
    following = dates[number + 1].start if number + 1 < len(dates) else last
    last = min(last, following, one.end + cues.WINDOW)
    left = f"{passage.before}{text[first : one.start]}"[-2 * cues.WINDOW :]
    return left, text[one.end : max(last, one.end)]


def _is_only_allowed(left: str) -> bool:
    return _MAY_BE.search(left) is not None and not _WE_MUST.search(left)


def _names_new_one(left: str) -> bool:
    """Tell whether a new time is named, and not the one that it stands instead of."""
    return _INSTEAD.search(left) is not None and not re.search(
        r"\b(?:i stedet for|instead of|rather than)\b", left, _I
    )
