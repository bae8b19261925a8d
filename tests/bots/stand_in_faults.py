"""What can go wrong on the way to Telegram and back, and what is written down of each call."""

from dataclasses import dataclass
from typing import Any

from tests.bots.stand_in_rules import Refused

NETWORK_FAULTS = ("502", "timeout", "reset", "lost-reply", "bad-json")
ERRORS = {
    "400": Refused(400, "Bad Request: chat not found"),
    "401": Refused(401, "Unauthorized"),
    "403": Refused(403, "Forbidden: bot was blocked by the user"),
    "409": Refused(409, "Conflict: terminated by other getUpdates request"),
    "500": Refused(500, "Internal Server Error: restart"),
}


@dataclass
class Fault:
    """Something that goes wrong with the next `times` calls of a method."""

    method: str
    kind: str  # "429", a key of ERRORS, one of NETWORK_FAULTS; "duplicate", "reorder"
    times: int = 1
    chat: int | None = None
    seconds: float = 1.0  # of waiting, or of retry_after
    after: int = 0  # calls that go well first


@dataclass
class Call:
    """What the bot asked for, and what came of it."""

    method: str
    arguments: dict[str, str]
    at: float
    result: Any = None
    error: str = ""
