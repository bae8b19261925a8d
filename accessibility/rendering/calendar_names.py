"""The names of a calendar entry (RFC 5545) and of a mail's head (RFC 5322), and what they say.

Readers give both as names with values, as the standards write them. They are put into words only
where the names together show what they are: "DUE" alone may be a document's own word.
"""

from collections.abc import Collection, Mapping

from accessibility.rendering.calendar_times import (
    told_duration,
    told_mail_date,
    told_repetition,
    told_times,
)
from accessibility.wording import Say, sentence

_CALENDAR: Mapping[str, str] = {
    "ATTENDEE": sentence("Invited"),
    "CONTACT": sentence("Contact"),
    "DESCRIPTION": sentence("Description"),
    "DTEND": sentence("Ends"),
    "DTSTART": sentence("Begins"),
    "DUE": sentence("Due"),
    "DURATION": sentence("Lasts"),
    "EXDATE": sentence("Not on"),
    "LOCATION": sentence("Place"),
    "METHOD": sentence("Kind"),
    "ORGANIZER": sentence("Organizer"),
    "RDATE": sentence("Also on"),
    "RRULE": sentence("Repeats"),
    "STATUS": sentence("Status"),
    "SUMMARY": sentence("About"),
    "URL": sentence("Web address"),
}
_SHOWS_A_CALENDAR = frozenset(["DTSTART", "DTEND", "METHOD", "ORGANIZER"])
_MAIL: Mapping[str, str] = {
    "From": sentence("From"),
    "Reply-To": sentence("Answers go to"),
    "To": sentence("To"),
    "Cc": sentence("Copy to"),
    "Date": sentence("Date"),
    "Subject": sentence("Subject"),
}
_VALUES: Mapping[tuple[str, str], str] = {
    ("METHOD", "REQUEST"): sentence("invitation"),
    ("METHOD", "PUBLISH"): sentence("announcement"),
    ("METHOD", "CANCEL"): sentence("called off"),
    ("METHOD", "REPLY"): sentence("answer to an invitation"),
    ("STATUS", "CONFIRMED"): sentence("confirmed"),
    ("STATUS", "TENTATIVE"): sentence("not confirmed yet"),
    ("STATUS", "CANCELLED"): sentence("called off"),
    ("STATUS", "NEEDS-ACTION"): sentence("not done yet"),
    ("STATUS", "IN-PROCESS"): sentence("under way"),
    ("STATUS", "COMPLETED"): sentence("done"),
}
_TIMES = frozenset(["DTSTART", "DTEND", "DUE", "EXDATE", "RDATE"])


def names_in_words(names: Collection[str]) -> Mapping[str, str]:
    """Give the sentences for names that stand together; none where they are a document's own."""
    if _CALENDAR.keys() >= {*names} and not _SHOWS_A_CALENDAR.isdisjoint(names):
        return _CALENDAR
    is_mail = _MAIL.keys() >= {*names} and "From" in names and len(names) > 1
    return _MAIL if is_mail else {}


def value_in_words(name: str, value: str, say: Say) -> str:
    """Give the value of such a name in words; empty where it stands best as it is."""
    if name in _TIMES:
        return told_times(value, say)
    if name == "DURATION":
        return told_duration(value, say)
    if name == "RRULE":
        return told_repetition(value, say)
    if name == "Date":
        return told_mail_date(value, say)
    known = _VALUES.get((name, value.upper()))
    return say(known) if known else ""
