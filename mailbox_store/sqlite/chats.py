"""Chats in SQLite: which is linked to which mailbox, and how far."""

import hashlib
import hmac
import sqlite3
from datetime import datetime
from typing import Any

from mailbox_store.chat_codes import FAILURES_COUNT, MOST_OF_A_CHAT, MOST_OF_ALL, code_in
from mailbox_store.chats import Deed
from mailbox_store.model.chat import (
    DELETE_AFTER,
    REMINDERS,
    Address,
    Chat,
    ChatKey,
    ChatState,
    Level,
    Offer,
)
from mailbox_store.model.chat_post import Urgency
from mailbox_store.model.errors import ChatNotFound
from mailbox_store.model.event import EventName
from mailbox_store.model.letter import MailboxId, milliseconds_of
from mailbox_store.sqlite.chat_rows import (
    at_address,
    chat_from,
    chat_row,
    chats_from,
    record,
)
from mailbox_store.sqlite.recording import append_event
from mailbox_store.sqlite.values import storable

Sql = dict[str, str]

_LONGEST_NAME, _LONGEST_LANGUAGE = 80, 16  # characters: they are somebody else's words


def put_offer(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, offer: Offer, deed: Deed
) -> None:
    """Keep only hashes of an offer, under a key of this store's own."""
    kept = {
        "mailbox": mailbox,
        "code": _digest(c, sql, offer.code),
        "token": _digest(c, sql, offer.token),
        "until_ms": milliseconds_of(offer.until),
    }
    c.execute(sql["put_offer"], kept)
    record(c, sql, mailbox, deed)


def redeem(
    c: sqlite3.Connection, sql: Sql, typed: str, address: Address, *,
    name: str, language: str, at: datetime,
) -> bool:  # fmt: skip
    """Let a chat ask for a mailbox; False, and counted, where the code is not good."""
    now = {**at_address(address), "now_ms": milliseconds_of(at)}
    since = {"since_ms": milliseconds_of(at - FAILURES_COUNT)}
    of_chat, of_all = c.execute(sql["count_failures"], {**now, **since}).fetchone()
    code = code_in(typed)
    is_refused = of_chat >= MOST_OF_A_CHAT or (bool(code) and of_all >= MOST_OF_ALL)
    digest = _digest(c, sql, code or typed.strip())
    row = c.execute(sql["offer_with"], {**now, "digest": digest}).fetchone()
    is_good = row is not None and any(hmac.compare_digest(digest, kept) for kept in row[1:])
    if is_refused or not is_good:
        if not is_refused:
            c.execute(sql["forget_failures"], since)
            c.execute(sql["insert_failure"], now)
        return False
    mailbox = MailboxId(row[0])
    c.execute(sql["delete_offer"], {**now, "mailbox": mailbox})
    _ask(c, sql, mailbox, address, name=name, language=language, at=at)
    return True


def _ask(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, address: Address, *,
    name: str, language: str, at: datetime,
) -> None:  # fmt: skip
    values = {
        **at_address(address),
        "mailbox": mailbox,
        "name": storable(" ".join(name.split())[:_LONGEST_NAME]),
        "level": Level.NOTIFY,
        "language": storable(language[:_LONGEST_LANGUAGE]),
        "delete_after": DELETE_AFTER,
        "reminders": " ".join(map(str, REMINDERS)),
        "at_ms": milliseconds_of(at),
    }
    known = c.execute(sql["chat_at_address"], values).fetchone()
    (key,) = known or c.execute(sql["next_chat"], values).fetchone()
    asks = c.execute(sql["ask_again" if known else "insert_chat"], {**values, "key": key})
    if asks.rowcount:
        actor = f"CHAT:{address.channel}:{key}"
        append_event(c, sql, mailbox, EventName.CHAT_ASKED, at=at, actor=actor)


def chats_of(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId) -> tuple[Chat, ...]:
    """Give every chat of a mailbox."""
    return chats_from(c.execute(sql["chats_of_mailbox"], {"mailbox": mailbox}))


def chat(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, key: ChatKey) -> Chat:
    """Give one chat."""
    return chat_from(chat_row(c, sql, mailbox, key))


def chats_at(c: sqlite3.Connection, sql: Sql, address: Address) -> tuple[Chat, ...]:
    """Give the links of one chat that hold."""
    return chats_from(c.execute(sql["chats_at_address"], at_address(address)))


def linked(c: sqlite3.Connection, sql: Sql, channel: str) -> tuple[Chat, ...]:
    """Give every linked chat of a channel."""
    return chats_from(c.execute(sql["linked_chats"], {"channel": channel}))


def accept(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, key: ChatKey, deed: Deed) -> None:
    """Link a chat that asks."""
    _change(c, sql, "accept_chat", mailbox, key, at_ms=milliseconds_of(deed.at))
    record(c, sql, mailbox, deed)


def end(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, key: ChatKey, state: ChatState, deed: Deed
) -> None:
    """End a link; nothing that waits goes there any more, and no button there means anything."""
    address = chat_from(chat_row(c, sql, mailbox, key)).address
    _change(c, sql, "end_chat", mailbox, key, state=state)
    of_this = {**at_address(address), "mailbox": mailbox}
    c.execute(sql["drop_pending"], of_this)
    c.execute(sql["hasten_deletions"], {**of_this, "now_ms": milliseconds_of(deed.at)})
    c.execute(sql["forget_talk"], at_address(address))
    record(c, sql, mailbox, deed)


def end_all(c: sqlite3.Connection, sql: Sql) -> None:
    """End every link of a copy that is put back; the PINs stay."""
    for name in (
        "unlink_every_chat", "forget_every_offer", "forget_every_talk",
        "forget_every_received", "drop_every_unsent", "renew_chat_secret",
    ):  # fmt: skip
        c.execute(sql[name])


def block(c: sqlite3.Connection, sql: Sql, address: Address, at: datetime) -> None:
    """End every link of a chat whose person does not want to hear from us."""
    for one in chats_at(c, sql, address):
        deed = Deed(EventName.CHAT_BLOCKED, one.actor, at)
        end(c, sql, one.mailbox, one.key, ChatState.BLOCKED, deed)


def set_level(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, key: ChatKey, level: Level, deed: Deed,
    *, may_raise: bool,
) -> None:  # fmt: skip
    """Set how much leaves the mailbox; below the text the PIN holds no more."""
    from_level = Level.OFF if may_raise else level
    _change(c, sql, "set_chat_level", mailbox, key, level=level, from_level=from_level)
    record(c, sql, mailbox, deed)


def set_wishes(c: sqlite3.Connection, sql: Sql, wished: Chat) -> None:
    """Keep what is chosen in the chat itself."""
    begins, ends = wished.quiet or (None, None)
    _change(
        c, sql, "set_chat_wishes", wished.mailbox, wished.key,
        language=wished.language, delete_after=wished.delete_after, quiet_begins=begins,
        quiet_ends=ends, has_notices=int(wished.has_notices),
        reminders=" ".join(map(str, wished.reminders)),
    )  # fmt: skip
    if not wished.has_notices:
        waiting = {"mailbox": wished.mailbox, "urgency": Urgency.NOTICE}
        c.execute(sql["drop_waiting_notices"], {**at_address(wished.address), **waiting})


def delete_messages(
    c: sqlite3.Connection, sql: Sql, of: Chat, *, since: datetime, deed: Deed
) -> int:
    """Let every message of a chat be due for deletion."""
    asked = {
        **at_address(of.address),
        "mailbox": of.mailbox,
        "now_ms": milliseconds_of(deed.at),
        "since_ms": milliseconds_of(since),
    }
    count = c.execute(sql["delete_messages_of"], asked).rowcount
    if count:
        record(c, sql, of.mailbox, deed)
    return count


def _change(
    c: sqlite3.Connection, sql: Sql, name: str, mailbox: MailboxId, key: ChatKey, **values: Any
) -> None:
    if not c.execute(sql[name], {"mailbox": mailbox, "key": key, **values}).rowcount:
        raise ChatNotFound(key=key)


def _digest(c: sqlite3.Connection, sql: Sql, text: str) -> bytes:
    (key,) = c.execute(sql["chat_secret"]).fetchone()
    return hmac.digest(key, text.encode("utf-8", "replace"), hashlib.sha256)
