"""How things stand in a mailbox, whose it is, what was done in it, how it is set: line by line."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from accessibility.chat_words import channel_name
from accessibility.list_line import NAME_LENGTH, as_sentence
from accessibility.plain_text import one_line
from accessibility.spoken_dates import clock, local, short_date
from accessibility.wording import Say, sentence
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.event import AuditEvent, EventName
from mailbox_store.model.folder import inbox_among
from mailbox_store.model.letter import letter_id_text
from mailbox_store.model.mailbox_facts import MailboxFacts, Registration, mailbox_id_text
from mailbox_tui.deeds.due import answers_due_soon
from mailbox_tui.desk import Desk
from mailbox_tui.settings import CHOICES, Settings

_STATES: Mapping[Registration, str] = {
    Registration.EXEMPT: sentence("Exempt."),
    Registration.CLOSED: sentence("Closed."),
}
_EVENTS: Mapping[EventName, str] = {
    EventName.MESSAGE_READ: sentence("Letter opened."),
    EventName.MESSAGE_LEGALLY_NOTIFIED: sentence("Legal notice received: somebody said yes."),
    EventName.MEMO_AVAILABLE_TO_RECIPIENT: sentence("Letter arrived."),
    EventName.LEGAL_NOTICE_ASKED: sentence("Legal notice: the question was put."),
    EventName.LEGAL_NOTICE_DECLINED: sentence("Legal notice: not opened."),
    EventName.LETTER_IMPORTED: sentence("Letter imported."),
    EventName.DRAFT_WRITTEN: sentence("Draft written."),
    EventName.LETTER_DELETED_FOR_GOOD: sentence("Letter deleted for good."),
    EventName.DOCUMENT_SAVED: sentence("Document saved as a file."),
    EventName.MAILBOX_EXPORTED: sentence("The whole mailbox was exported."),
    EventName.MAILBOX_BACKED_UP: sentence("A backup was made."),
    EventName.MAILBOX_REGISTERED: sentence("Mailbox registered."),
    EventName.MAILBOX_EXEMPTED: sentence("Mailbox set as exempt."),
    EventName.MAILBOX_CLOSED: sentence("Mailbox closed."),
    EventName.MAILBOX_OWNER_SET: sentence("The mailbox got its owner's number."),
    EventName.CHAT_LINK_OFFERED: sentence("A code to link a chat was made."),
    EventName.CHAT_ASKED: sentence("A chat asked to be linked."),
    EventName.CHAT_ACCEPTED: sentence("A chat was linked."),
    EventName.CHAT_REFUSED: sentence("A chat that asked was refused."),
    EventName.CHAT_UNLINKED: sentence("A chat was unlinked."),
    EventName.CHAT_LEVEL_SET: sentence("It was set how much a chat is told."),
    EventName.CHAT_PIN_SET: sentence("A PIN for chats was set."),
    EventName.CHAT_PIN_WRONG: sentence("A wrong PIN was typed."),
    EventName.CHAT_PIN_LOCKED: sentence("The PIN was wrong too often and is locked."),
    EventName.CHAT_BLOCKED: sentence("The bot was blocked in a chat."),
    EventName.CHAT_MESSAGES_DELETED: sentence("Messages in a chat are to be deleted."),
}


async def how_things_stand(mailbox: Mailbox, desk: Desk) -> str:
    """Say in one line what is unread in the inbox and how many answers are due soon."""
    say = desk.say
    inbox = inbox_among(await mailbox.folders())
    parts = [say("{unread} unread of {total}.", unread=inbox.unread, total=inbox.total)]
    if soon := await answers_due_soon(mailbox, desk.today):
        parts.append(
            say.count("{n} answer due within a week.", "{n} answers due within a week.", len(soon))
        )
    return " ".join(parts)


async def unread_in_inbox(mailbox: Mailbox) -> int:
    """Count the unread letters of the inbox."""
    return inbox_among(await mailbox.folders()).unread


def mailbox_line(facts: MailboxFacts, say: Say) -> str:
    """Say a mailbox: its id, whose it is, what lies in it."""
    owner = facts.owner
    name = one_line(owner.name, limit=NAME_LENGTH) or say("No name")
    parts = [f"{mailbox_id_text(facts.id)}.", f"{name}."]
    if owner.number:
        parts.append(f"{one_line(owner.masked_number, limit=NAME_LENGTH)}.")
    if facts.registration in _STATES:
        parts.append(say(_STATES[facts.registration]))
    parts.append(say("{unread} unread of {total}.", unread=facts.unread, total=facts.total))
    return " ".join(parts)


def event_line(event: AuditEvent, say: Say, *, today: date) -> str:
    """Say one entry of the log: what, which letter, who, when."""
    known = _EVENTS.get(event.name)
    parts = [say(known) if known else as_sentence(one_line(event.name))]
    if event.letter is not None:
        parts.append(f"{letter_id_text(event.letter)}.")
    parts.append(_actor(event.actor, say))
    day = short_date(local(event.at).date(), say, today=today)
    parts.append(f"{day} {clock(event.at, say)}.")
    return " ".join(parts)


def _actor(actor: str, say: Say) -> str:
    kind, _, number = actor.partition(":")
    if actor == "OPERATOR":
        return say("By the post office.")
    if kind == "CHAT":
        channel, _, key = number.partition(":")
        return say("By a chat, number {number} in {channel}.",
                   number=one_line(key, limit=20), channel=channel_name(channel))  # fmt: skip
    if kind == "CPR":
        return say("By the mailbox's owner, {number}.", number=f"{number[:6]}-****")
    if number:
        return say("By the mailbox's owner, {number}.", number=one_line(number, limit=80))
    return say("By the mailbox's owner.")


def settings_asked(settings: Settings, key: str) -> dict[str, str | int]:
    """Give each setting's value, or that of the one asked for. Raises `SettingsError`."""
    if key:
        settings.check(key)
    return {name: value for name, value in asdict(settings).items() if key in ("", name)}


def setting_line(name: str, value: str | int, say: Say) -> str:
    """Say a setting, and what it may be."""
    choices = f" ({', '.join(CHOICES[name])})" if name in CHOICES else ""
    return f"{name}: {one_line(str(value)) or say('not set')}{choices}"
