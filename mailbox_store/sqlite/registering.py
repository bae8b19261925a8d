"""The register's rows: whose mailboxes there are, which senders are vouched for, what is held."""

import sqlite3
from datetime import datetime

from mailbox_store.audit import FIRST
from mailbox_store.model.errors import MailboxNotFound
from mailbox_store.model.event import EventName
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import LetterId, MailboxId, milliseconds_of
from mailbox_store.model.mailbox_facts import MailboxFacts, Registration
from mailbox_store.model.party import IdType, Party
from mailbox_store.sqlite.filing import make_standard_folders, standard_folder
from mailbox_store.sqlite.recording import append_event
from mailbox_store.sqlite.values import facts_from, storable

Sql = dict[str, str]

_EVENT_OF = {
    Registration.REGISTERED: EventName.MAILBOX_REGISTERED,
    Registration.EXEMPT: EventName.MAILBOX_EXEMPTED,
    Registration.CLOSED: EventName.MAILBOX_CLOSED,
}


def make_mailbox(
    c: sqlite3.Connection, sql: Sql, owner: Party, *, at: datetime, actor: str
) -> MailboxFacts:
    """Make a mailbox, or open the one there is again."""
    known = mailbox_of(c, sql, owner.id_type, owner.number)
    if known is None:
        (number,) = c.execute(
            sql["insert_mailbox"],
            {
                "id_type": owner.id_type,
                "number": storable(owner.number),
                "name": storable(owner.name),
                "first_hash": FIRST,
            },
        ).fetchone()
        made = MailboxId(number)
        make_standard_folders(c, sql, made)
        append_event(c, sql, made, EventName.MAILBOX_REGISTERED, at=at, actor=actor)
    else:
        made = known.id
        if known.registration is not Registration.REGISTERED:
            set_registration(c, sql, made, Registration.REGISTERED, at=at, actor=actor)
        if owner.name and owner.name != known.owner.name:
            c.execute(sql["name_mailbox"], {"mailbox": made, "name": storable(owner.name)})
    facts = mailbox(c, sql, made)
    if facts is None:
        raise MailboxNotFound
    return facts


def mailboxes(c: sqlite3.Connection, sql: Sql) -> tuple[MailboxFacts, ...]:
    """Give every mailbox, oldest first."""
    return tuple(facts_from(row) for row in c.execute(sql["mailboxes"]))


def mailbox(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId) -> MailboxFacts | None:
    """Give one mailbox."""
    row = c.execute(sql["mailbox"], {"mailbox": mailbox}).fetchone()
    return None if row is None else facts_from(row)


def mailbox_of(
    c: sqlite3.Connection, sql: Sql, id_type: IdType, number: str
) -> MailboxFacts | None:
    """Give the mailbox of a number."""
    row = c.execute(sql["mailbox_of"], {"id_type": id_type, "number": storable(number)}).fetchone()
    return None if row is None else facts_from(row)


def set_registration(
    c: sqlite3.Connection,
    sql: Sql,
    mailbox: MailboxId,
    state: Registration,
    *,
    at: datetime,
    actor: str,
) -> None:
    """Change who may be written to."""
    if not c.execute(sql["set_registration"], {"mailbox": mailbox, "state": state}).rowcount:
        raise MailboxNotFound
    append_event(c, sql, mailbox, _EVENT_OF[state], at=at, actor=actor)


def set_owner(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, owner: Party, *, at: datetime, actor: str
) -> None:
    """Give a mailbox its owner's number."""
    values = {
        "mailbox": mailbox,
        "id_type": owner.id_type,
        "number": storable(owner.number),
        "name": storable(owner.name),
    }
    if not c.execute(sql["set_owner"], values).rowcount:
        raise MailboxNotFound
    append_event(c, sql, mailbox, EventName.MAILBOX_OWNER_SET, at=at, actor=actor)


def register_authority(c: sqlite3.Connection, sql: Sql, authority: Party) -> None:
    """Vouch for a sender."""
    who = {"id_type": authority.id_type, "number": storable(authority.number)}
    c.execute(sql["insert_authority"], {**who, "name": storable(authority.name)})
    c.execute(sql["mark_authority"], {**who, "vouched": 1})


def unregister_authority(c: sqlite3.Connection, sql: Sql, authority: Party) -> bool:
    """Stop vouching for a sender; False if nobody did."""
    who = {"id_type": authority.id_type, "number": storable(authority.number)}
    c.execute(sql["mark_authority"], {**who, "vouched": 0})
    return c.execute(sql["delete_authority"], who).rowcount > 0


def authorities(c: sqlite3.Connection, sql: Sql) -> tuple[Party, ...]:
    """Give the vouched-for senders by name."""
    return tuple(
        Party(id_type=IdType(id_type), number=number, name=name)
        for id_type, number, name in c.execute(sql["authorities"])
    )


def has_held(c: sqlite3.Connection, sql: Sql, *, at: datetime) -> bool:
    """Tell whether a held letter's date has come: most often none has, and nothing is written."""
    return c.execute(sql["has_held"], {"at_ms": milliseconds_of(at)}).fetchone() is not None


def release_held(c: sqlite3.Connection, sql: Sql, *, at: datetime, actor: str) -> int:
    """Show the letters whose date has come; give how many."""
    at_ms = milliseconds_of(at)
    due = c.execute(sql["held_letters"], {"at_ms": at_ms}).fetchall()
    for key, owner, letter, unread in due:
        inbox = standard_folder(c, sql, owner, FolderType.INBOX)
        c.execute(sql["release_letter"], {"key": key, "folder_key": inbox, "at_ms": at_ms})
        c.execute(sql["count_in_folder"], {"folder_key": inbox, "total": 1, "unread": unread})
        c.execute(sql["note_newest"], {"mailbox": owner, "at_ms": at_ms})
        append_event(
            c,
            sql,
            owner,
            EventName.MEMO_AVAILABLE_TO_RECIPIENT,
            at=at,
            actor=actor,
            letter=LetterId(letter),
        )
        c.execute(sql["insert_announcement"], {"mailbox": owner, "letter": letter, "at_ms": at_ms})
    return len(due)
