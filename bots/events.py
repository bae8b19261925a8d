"""What happens in a chat, as the conversation hears of it: no channel's own words are in it.

A channel writes an event as JSON into the store's inbox before it confirms it, and whoever works
the inbox off reads it back.
"""

import json
from dataclasses import asdict, dataclass, fields


class NotAnEvent(ValueError):
    """The JSON is none of ours: a later release wrote it, or nobody did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """How a chat calls itself: shown in the terminal, believed nowhere."""

    name: str = ""
    language: str = ""  # as the channel tells it ("da", "en-GB"); "" where it does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Somebody typed something. `message` names it, so that it can be deleted."""

    text: str
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """Somebody pressed a button of the bot's `message`. `query` is what an alert answers."""

    data: str
    message: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """Somebody followed a link into the chat, or pressed start. `token` is the link's, or ""."""

    token: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Somebody sent what is no typed message of their own: forwarded, a picture, a voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """The person blocked the bot; nothing can be answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InGroup:
    """Somebody wrote to the bot where others read, too."""


Event = Typed | Pressed | Started | Unreadable | Blocked | InGroup
_KINDS: dict[str, type[Event]] = {
    "typed": Typed, "pressed": Pressed, "started": Started, "unreadable": Unreadable,
    "blocked": Blocked, "in_group": InGroup,
}  # fmt: skip
_NAMES = {kind: name for name, kind in _KINDS.items()}


def event_json(event: Event, who: Who) -> str:
    """Write an event, and who it came from, as the store's inbox keeps it."""
    return json.dumps(
        {"event": _NAMES[type(event)], "who": asdict(who), **asdict(event)}, ensure_ascii=False
    )


def event_from(text: str) -> tuple[Event, Who]:
    """Read back what `event_json` wrote. Raises `NotAnEvent`."""
    try:
        told = json.loads(text)
        kind = _KINDS[told["event"]]
        words = {field.name: str(told[field.name]) for field in fields(kind)}
        who = Who(name=str(told["who"]["name"]), language=str(told["who"]["language"]))
    except (ValueError, KeyError, TypeError) as error:
        raise NotAnEvent from error
    return kind(**words), who
