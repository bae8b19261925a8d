"""Times, durations and repetitions of a calendar entry, and a mail's date, in words.

Each gives an empty text for what it does not know: it stands best as it is then.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from accessibility.spoken_dates import local, long_date, long_time
from accessibility.wording import Say, sentence

_OUR_ZONE = "Europe/Copenhagen"
_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?(?P<utc>Z)?(?: (?P<offset>[+-]\d{4}))?"
    r"(?: (?P<zone>[A-Za-z][\w/+ -]{0,60}))?)?"
)
_DURATION = re.compile(
    r"P(?:(?P<days>\d{1,4})D)?(?:T(?:(?P<hours>\d{1,3})H)?(?:(?P<minutes>\d{1,3})M)?(?:0S)?)?"
)
_OFTEN: Mapping[str, str] = {
    "DAILY": sentence("every day"),
    "WEEKLY": sentence("every week"),
    "MONTHLY": sentence("every month"),
    "YEARLY": sentence("every year"),
}
_COUNT = re.compile(r"\d{1,4}")
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?")


def told_times(value: str, say: Say) -> str:
    """Say times such as "2026-12-10T09:15 Europe/Copenhagen", with a comma between them."""
    told = [_time(each, say) for each in value.split(", ")]
    return ", ".join(told) if all(told) else ""


def told_duration(value: str, say: Say) -> str:
    """Say a duration such as "PT1H30M"."""
    found = _DURATION.fullmatch(value)
    if found is None:
        return ""
    days, hours, minutes = (int(found[part] or 0) for part in ("days", "hours", "minutes"))
    told = [
        say.count("{n} day", "{n} days", days) if days else "",
        say.count("{n} hour", "{n} hours", hours) if hours else "",
        say.count("{n} minute", "{n} minutes", minutes) if minutes else "",
    ]
    return ", ".join(filter(None, told))


def told_repetition(value: str, say: Say) -> str:
    """Say a plain rule such as "FREQ=WEEKLY;COUNT=3"; a longer one stands as it is."""
    rule = dict(part.split("=", 1) for part in value.upper().split(";") if "=" in part)
    often = _OFTEN.get(rule.pop("FREQ", ""))
    if rule.get("INTERVAL") == "1":
        del rule["INTERVAL"]
    if often is None or len(rule) > 1:
        return ""
    if not rule:
        return say(often)
    if _COUNT.fullmatch(count := rule.get("COUNT", "")):
        return say.count("{often}, {n} time", "{often}, {n} times", int(count), often=say(often))
    if found := _UNTIL.fullmatch(rule.get("UNTIL", "")):
        day = _day(f"{found[1]}-{found[2]}-{found[3]}")
        return (
            say("{often} until {date}", often=say(often), date=long_date(day, say)) if day else ""
        )
    return ""


def told_mail_date(value: str, say: Say) -> str:
    """Say the date of a mail: "Fri, 13 Nov 2026 08:30:00 +0100"."""
    from email.utils import parsedate_to_datetime  # 4 ms: only for mails

    try:
        moment = parsedate_to_datetime(value)
        return long_time(moment if moment.tzinfo else moment.replace(tzinfo=UTC), say)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _time(value: str, say: Say) -> str:
    found = _TIME.fullmatch(value)
    day = _day(found["day"]) if found else None
    if found is None or day is None:
        return ""
    if not found["clock"]:
        return long_date(day, say)
    try:
        moment = datetime.fromisoformat(
            f"{found['day']}T{found['clock']}{'+0000' if found['utc'] else found['offset'] or ''}"
        )
        if moment.tzinfo is None:  # the clock on the wall there, whatever the zone
            moment = moment.replace(tzinfo=local(moment.replace(tzinfo=UTC)).tzinfo)
        told = long_time(moment, say)
    except (ValueError, OverflowError):
        return ""
    zone = found["zone"] or _OUR_ZONE
    is_here = zone == _OUR_ZONE or found["utc"] or found["offset"]
    return told if is_here else say("{time}, time of {zone}", time=told, zone=zone)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
