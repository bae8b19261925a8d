"""What the conversation wants done in a chat, told in no channel's own words.

`outgoing` turns effects into rows of the store's outbox; a channel reads them back with
`effect_from` and does them. Sending is at least once, so every effect is harmless twice.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbox_store.model.chat import Address
from mailbox_store.model.chat_post import Outgoing, Urgency
from mailbox_store.model.letter import MailboxId


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One button: what it says, and what comes back when it is pressed (at most 64 bytes)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Send a text, plain: no mark-up is meant by any character of it."""

    text: str
    buttons: tuple[Button, ...] = ()
    is_protected: bool = False  # not to be forwarded or saved
    deletes_after: timedelta | None = None
    mailbox: int = 0  # what it tells of: not sent once the chat is unlinked from it; 0: of none
    level: int = 0  # nor where the chat has a lower one by then


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFile:
    """Send a file; the caption says what it is."""

    name: str
    content: bytes
    caption: str
    buttons: tuple[Button, ...] = ()
    is_protected: bool = False
    deletes_after: timedelta | None = None
    mailbox: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SendVoice:
    """Send speech, OGG with Opus; the caption says whose letter it is and which part."""

    content: bytes
    caption: str
    seconds: int
    buttons: tuple[Button, ...] = ()
    is_protected: bool = False
    deletes_after: timedelta | None = None
    mailbox: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Answer a press: with words to be closed by the person, or with none, to stop the waiting.

    Every `Pressed` is answered by exactly one.
    """

    query: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteTheirs:
    """Delete a message of the person's: it holds a PIN."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StripButtons:
    """Take the buttons off a message of the bot's; its text is never touched."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Leave a group."""


Effect = Tell | SendFile | SendVoice | Alert | DeleteTheirs | StripButtons | Leave
_KINDS: dict[type[Effect], str] = {
    Tell: "text", SendFile: "file", SendVoice: "voice", Alert: "alert", DeleteTheirs: "delete",
    StripButtons: "strip_buttons", Leave: "leave",
}  # fmt: skip


def outgoing(
    effects: Sequence[Effect],
    address: Address,
    *,
    dedupe: str,
    urgency: int = Urgency.ANSWER,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
) -> tuple[Outgoing, ...]:
    """Turn effects into rows of the outbox, in their order.

    `dedupe` names what they answer: put a second time, under the same name, they are sent once.
    """
    return tuple(
        Outgoing(
            kind=_KINDS[type(effect)],
            address=address,
            dedupe=f"{dedupe}:{number}",
            body=_body(effect),
            content=effect.content if isinstance(effect, SendFile | SendVoice) else None,
            urgency=urgency,
            not_before=not_before,
            not_after=not_after,
            delete_after=getattr(effect, "deletes_after", None),
            mailbox=MailboxId(about) if (about := getattr(effect, "mailbox", 0)) else None,
            level=getattr(effect, "level", 0),
        )
        for number, effect in enumerate(effects)
    )


def effect_from(row: Outgoing) -> Effect:
    """Read an effect back from its row. Raises `ValueError` or `KeyError` for one not of ours."""
    told, after, about = json.loads(row.body), row.delete_after, row.mailbox or 0
    buttons = tuple(Button(label=label, data=data) for label, data in told.get("buttons", ()))
    is_protected = bool(told.get("is_protected"))
    match row.kind:
        case "text":
            return Tell(text=told["text"], buttons=buttons, is_protected=is_protected,
                        deletes_after=after, mailbox=about, level=row.level)  # fmt: skip
        case "file":
            return SendFile(name=told["name"], content=row.content or b"",
                            caption=told["caption"], buttons=buttons, is_protected=is_protected,
                            deletes_after=after, mailbox=about, level=row.level)  # fmt: skip
        case "voice":
            return SendVoice(content=row.content or b"", caption=told["caption"],
                             seconds=int(told["seconds"]), buttons=buttons,
                             is_protected=is_protected, deletes_after=after,
                             mailbox=about, level=row.level)  # fmt: skip
        case "alert":
            return Alert(query=told["query"], text=told["text"])
        case "delete":
            return DeleteTheirs(message=told["message"])
        case "strip_buttons":
            return StripButtons(message=told["message"])
        case "leave":
            return Leave()
    raise ValueError(row.kind)


def _body(effect: Effect) -> str:
    told: dict[str, object] = {
        name: getattr(effect, name)
        for name in ("text", "name", "caption", "seconds", "query", "message", "is_protected")
        if hasattr(effect, name)
    }
    if buttons := getattr(effect, "buttons", ()):
        told["buttons"] = [[button.label, button.data] for button in buttons]
    return json.dumps(told, ensure_ascii=False)
