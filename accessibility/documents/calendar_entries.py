"""A calendar file (iCalendar, RFC 5545) to a tree: each entry a heading with its names and values.

The names are the standard's own (`NAMES`), because a tree knows no language: the faces say them in
the reader's. Times are in ISO form with their zone; a rule of repetition is told, never followed.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from icalendar import Calendar, Component

from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.extract import Extract
from accessibility.documents.plain_paragraphs import blocks_of_text
from accessibility.documents.running_words import safe_link, words_of
from accessibility.plain_text import one_line
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Heading,
    KeyValue,
    Run,
    Trust,
    Words,
)
from mailbox_store.model.warned import Warned

# What a face has to translate; METHOD and STATUS also have values of the standard.
NAMES = (
    "METHOD", "DTSTART", "DTEND", "DURATION", "DUE", "RRULE", "EXDATE", "RDATE", "LOCATION",
    "ORGANIZER", "ATTENDEE", "STATUS", "URL", "CONTACT",
)  # fmt: skip
_MOST_ENTRIES = 200
_MOST_BYTES = 5_000_000
_MOST_PEOPLE = 50
_MOST_LINES = 50_000
_LONGEST_DESCRIPTION = 100_000  # characters
_ENTRY_ENDS = re.compile(rb"^END:(?:VEVENT|VTODO|VJOURNAL)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_KINDS = frozenset(["VEVENT", "VTODO", "VJOURNAL"])


def read_calendar(content: bytes) -> Extract:
    """Give the tree of a calendar's entries."""
    part, was_cut = _first_entries(text_of_bytes(content[:_MOST_BYTES]).encode("utf-8", "replace"))
    was_cut = was_cut or len(content) > _MOST_BYTES
    try:
        calendars = Calendar.from_ical(part.decode("utf-8"), multiple=True)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return Extract(reading=Reading.UNREADABLE)
    blocks: list[Block] = []
    title = ""
    for calendar in calendars:
        if method := _text(calendar, "METHOD"):
            blocks.append(KeyValue(pairs=((words_of("METHOD"), words_of(method)),)))
        for entry in calendar.subcomponents:
            if entry.name in _KINDS:
                title = title or _text(entry, "SUMMARY")
                blocks += _blocks(entry)
    warnings = (Warned(code="cut"),) if was_cut else ()
    tree = DocumentTree(trust=Trust.TAGGED, blocks=tuple(blocks), title=title, warnings=warnings)
    # What was cut away may have held words.
    reading = Reading.READ if blocks else Reading.UNREADABLE if was_cut else Reading.NO_TEXT
    return Extract(reading=reading, tree=tree, warnings=warnings)


def _first_entries(content: bytes) -> tuple[bytes, bool]:
    """Cut a calendar after the most entries we take, before anything is parsed."""
    was_cut = False
    ends = (found.end() for found in _ENTRY_ENDS.finditer(content))
    last = next(islice(ends, _MOST_ENTRIES - 1, None), None)
    if last is not None and _ENTRY_ENDS.search(content, last):
        content, was_cut = content[:last] + b"\r\nEND:VCALENDAR\r\n", True
    if content.count(b"\n") > _MOST_LINES:
        return b"", True
    return content, was_cut


def _blocks(entry: Component) -> Iterator[Block]:
    summary = _text(entry, "SUMMARY") or ", ".join(map(_told, _each(entry, "DTSTART")[:1]))
    if summary:
        yield Heading(words=words_of(summary), level=1)
    pairs = tuple(_pairs(entry))
    if pairs:
        yield KeyValue(pairs=pairs)
    description = _whole_text(entry, "DESCRIPTION")[:_LONGEST_DESCRIPTION]
    blocks, _ = blocks_of_text(description)
    yield from blocks


def _pairs(entry: Component) -> Iterator[tuple[Words, Words]]:
    for name in NAMES[1:]:
        if name in ("ORGANIZER", "ATTENDEE"):
            for person in _each(entry, name)[:_MOST_PEOPLE]:
                yield words_of(name), _person(person)
            continue
        told = [text for one in _each(entry, name)[:_MOST_PEOPLE] if (text := _told(one))]
        if told:
            yield words_of(name), words_of(", ".join(told))


def _each(entry: Component, name: str) -> list[Any]:
    """Give a property's values; the library gives one alone, or a list of them."""
    found = entry.get(name)
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def _told(value: Any) -> str:
    """Tell a value: ISO for times, the standard's text for the rest."""
    if isinstance(value, str):  # also what the library could not make sense of
        return one_line(value, limit=2_000)
    inner = getattr(value, "dt", None)
    if inner is not None:
        return _time(inner, zone=str(getattr(value, "params", {}).get("TZID", "")))
    listed = getattr(value, "dts", None)
    if listed is not None:
        return ", ".join(map(_told, listed[:_MOST_PEOPLE]))
    if hasattr(value, "to_ical"):
        return one_line(value.to_ical().decode("utf-8", "replace"), limit=500)
    return one_line(str(value), limit=2_000)


def _time(value: Any, *, zone: str) -> str:
    if isinstance(value, datetime):
        told = value.strftime("%Y-%m-%dT%H:%M" + (":%S" if value.second else ""))
        if value.tzinfo is None:
            return f"{told} {one_line(zone, limit=60)}".rstrip()
        if zone:
            return f"{told} {one_line(zone, limit=60)}"
        return told + ("Z" if value.utcoffset() == timedelta(0) else value.strftime(" %z"))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return _duration(value)
    if isinstance(value, tuple):
        return "/".join(_time(each, zone=zone) for each in value)
    return one_line(str(value), limit=200)


def _duration(value: timedelta) -> str:
    """Give ISO 8601: "PT1H30M", "P2D"."""
    minutes, seconds = divmod(abs(value.seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days = f"{value.days}D" if value.days else ""
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    clock = "".join(f"{count}{sign}" for count, sign in parts if count)
    return f"P{days}{'T' + clock if clock else ''}" if days or clock else "PT0M"


def _person(value: Any) -> Words:
    """Give who it is: the name with the address behind it."""
    address = one_line(str(value), limit=300)
    link = safe_link(address)
    shown = address.partition(":")[2] if link else address
    name = one_line(str(getattr(value, "params", {}).get("CN", "")), limit=200)
    if not name or name == shown:
        return (Run(shown, link),)
    return (Run(f"{name} ("), Run(shown, link), Run(")"))


def _whole_text(entry: Component, name: str) -> str:
    return "\n\n".join(str(value) for value in _each(entry, name)[:5])


def _text(entry: Component, name: str) -> str:
    return one_line(_whole_text(entry, name), limit=500)
