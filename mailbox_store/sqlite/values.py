"""Rows of the database as values of the model, and back."""

import hashlib
import json
from typing import Any

from mailbox_store.model.document import Action, ActionStatus, Reservation
from mailbox_store.model.letter import LetterSummary, MailboxId, milliseconds_of, time_of
from mailbox_store.model.mailbox_facts import MailboxFacts, Registration
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.warned import Warned

Row = tuple[Any, ...]  # what sqlite3 gives; typed again by the functions here

SUMMARY_WIDTH = len(LetterSummary._fields)


def summary_from(row: Row) -> LetterSummary:
    """Read a row of `letter_summary`."""
    return LetterSummary._make(row[:SUMMARY_WIDTH])


def facts_from(row: Row) -> MailboxFacts:
    """Read a row of a mailbox query."""
    mailbox, id_type, number, name, registration, unread, total = row
    return MailboxFacts(
        id=MailboxId(mailbox),
        owner=Party(id_type=IdType(id_type), number=number, name=name),
        registration=Registration(registration),
        unread=unread,
        total=total,
    )


_JSON = json.JSONEncoder(ensure_ascii=False).encode  # made once: json.dumps makes one a call


def facts_sha256(facts: list[Any]) -> bytes:
    """Hash what never changes in a letter's row, so that `check` sees damage in it."""
    return hashlib.sha256(_JSON(facts).encode("utf-8", "surrogatepass")).digest()


def actions_to_json(actions: tuple[Action, ...]) -> str:
    """Write actions for a column; times as milliseconds."""
    return _JSON(
        [
            [
                a.label,
                a.code,
                _ms(a.start),
                _ms(a.end),
                a.url,
                _reservation(a.reservation),
                a.status,
            ]
            for a in actions
        ]
    )


def _reservation(r: Reservation | None) -> list[Any] | None:
    if r is None:
        return None
    return [
        r.uuid,
        r.description,
        r.abstract,
        r.location,
        milliseconds_of(r.start),
        milliseconds_of(r.end),
        r.organizer_mail,
        r.organizer_name,
    ]


def actions_from_json(text: str) -> tuple[Action, ...]:
    """Read actions back."""
    return tuple(
        Action(
            label=label,
            code=code,
            start=None if start is None else time_of(start),
            end=None if end is None else time_of(end),
            url=url,
            reservation=None if reservation is None else _reservation_from(*reservation),
            status=ActionStatus(status),
        )
        for label, code, start, end, url, reservation, status in json.loads(text)
    )


def _reservation_from(
    uuid: str,
    description: str,
    abstract: str,
    location: str,
    start: int,
    end: int,
    mail: str,
    name: str,
) -> Reservation:
    return Reservation(
        uuid=uuid,
        description=description,
        abstract=abstract,
        location=location,
        start=time_of(start),
        end=time_of(end),
        organizer_mail=mail,
        organizer_name=name,
    )


def warnings_to_json(warnings: tuple[Warned, ...]) -> str:
    """Write warnings for a column."""
    return _JSON([[w.code, w.detail] for w in warnings])


def warnings_from_json(text: str) -> tuple[Warned, ...]:
    """Read warnings back."""
    return tuple(Warned(code=code, detail=detail) for code, detail in json.loads(text))


def _ms(moment: Any) -> int | None:
    return None if moment is None else milliseconds_of(moment)


def storable(text: str) -> str:
    """Replace what a database cannot hold in a text: half surrogates, and NUL."""
    if text.isascii() and "\0" not in text:
        return str(text)
    return text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
