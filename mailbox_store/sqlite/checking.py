"""Looking for damage: pages, index, every sha256, the counts, the audit chain and its end."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from mailbox_store.audit import FIRST, chained_hash
from mailbox_store.model.letter import LetterId, MailboxId, letter_id_text
from mailbox_store.model.mailbox_facts import mailbox_id_text
from mailbox_store.model.query import CheckReport, Damage
from mailbox_store.sqlite.values import facts_sha256

Sql = dict[str, str]


def check(c: sqlite3.Connection, sql: Sql) -> CheckReport:
    """Look everywhere; a part too damaged to look at is damage itself and stops no other part."""
    damages: list[Damage] = []
    counted: dict[str, int] = {}
    looks: dict[str, Callable[[sqlite3.Connection, Sql], Iterator[Damage | None]]] = {
        "pages": _pages,
        "contents": _contents,
        "letters": _letters,
        "events": _events,
        "counts": _counts,
        "words": _words,
    }
    for part, look in looks.items():
        counted[part] = 0
        try:
            for found in look(c, sql):
                counted[part] += 1
                if found is not None:
                    damages.append(found)
        except sqlite3.Error as error:
            damages.append(Damage(code=f"{part}-unreadable", detail=str(error)))
    return CheckReport(
        letters=counted["letters"],
        contents=counted["contents"],
        events=counted["events"],
        damages=tuple(damages),
    )


def _pages(c: sqlite3.Connection, sql: Sql) -> Iterator[Damage | None]:
    for (said,) in c.execute("PRAGMA quick_check"):
        if said != "ok":
            yield Damage(code="pages", detail=said)


def _contents(c: sqlite3.Connection, sql: Sql) -> Iterator[Damage | None]:
    for content, sha256, size, stored in c.execute(sql["check_contents"]):
        is_whole = (
            stored is not None and len(stored) == size and hashlib.sha256(stored).digest() == sha256
        )
        yield None if is_whole else Damage(code="content", where=_users_of(c, sql, content))
    for (content,) in c.execute(sql["check_uses"]):
        yield Damage(code="counts", where=_users_of(c, sql, content))


def _users_of(c: sqlite3.Connection, sql: Sql, content: int) -> str:
    rows = c.execute(sql["users_of"], {"id": content})
    return ", ".join(_name(mailbox, letter) for mailbox, letter in rows)


def _letters(c: sqlite3.Connection, sql: Sql) -> Iterator[Damage | None]:
    for _, mailbox, letter, sha256, uuid, *facts in c.execute(sql["check_letters"]):
        sender, rest = facts[:3], facts[3:]
        is_whole = facts_sha256([*sender, uuid, *rest]) == sha256
        yield None if is_whole else Damage(code="letter", where=_name(mailbox, letter))


def _events(c: sqlite3.Connection, sql: Sql) -> Iterator[Damage | None]:
    for mailbox, last, last_hash in c.execute(sql["check_heads"]).fetchall():
        before, expected = FIRST, 1
        broken = False
        for row in c.execute(sql["check_events"], {"mailbox": mailbox}):
            broken = broken or not _follows(row, before, expected)
            before, expected = row[-1], expected + 1
            yield None
        if broken or expected - 1 != last or before != last_hash:
            yield Damage(code="audit-chain", where=mailbox_id_text(mailbox))


def _follows(row: Any, before: str, expected: int) -> bool:
    number, at_ms, actor, name, letter, previous, link = row
    return bool(
        number == expected
        and previous == before
        and link
        == chained_hash(previous, number=number, at_ms=at_ms, actor=actor, name=name, letter=letter)
    )


def _counts(c: sqlite3.Connection, sql: Sql) -> Iterator[Damage | None]:
    for mailbox, folder in c.execute(sql["check_counts"]):
        yield Damage(code="counts", where=mailbox_id_text(mailbox), detail=str(folder))


def _words(c: sqlite3.Connection, sql: Sql) -> Iterator[Damage | None]:
    for mailbox, letter in c.execute(sql["check_words"]):
        yield Damage(code="words", where=_name(mailbox, letter))
    c.execute(sql["check_word_index"])


def _name(mailbox: MailboxId, letter: LetterId) -> str:
    return f"{mailbox_id_text(mailbox)} {letter_id_text(letter)}"
