"""What python-telegram-bot's errors mean for what was to be sent.

Its classes mix what arrived with what did not: the cause beneath tells whether the request left
this machine at all.
"""

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bots.channel import SendFailed, SendLater, SendUncertain

_NEVER_LEFT = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError"}
_TOKEN_REST = 30.0  # seconds: a token that stops working does not come back at once


def as_sending(error: TelegramError) -> SendLater | SendUncertain | SendFailed:
    """Translate an error of a call that sends."""
    match error:
        case RetryAfter():
            return SendLater(seconds=seconds_of(error))
        case Forbidden():
            return SendFailed(why="forbidden", is_blocked=True)
        case BadRequest() | ChatMigrated():
            return SendFailed(why="refused")
        case InvalidToken():
            return SendLater(seconds=_TOKEN_REST, is_unreachable=True)
        case Conflict():
            return SendLater()
        case TimedOut() | NetworkError():
            return _network(error)
    return SendUncertain()


def seconds_of(error: RetryAfter) -> float:
    """Give how long Telegram wants to be left alone."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _network(error: NetworkError) -> SendLater | SendUncertain:
    cause = error.__cause__
    if type(cause).__name__ in _NEVER_LEFT:
        return SendLater(is_unreachable=True)
    if cause is None or isinstance(cause, TelegramError):
        return SendLater()  # Telegram, or what stands before it, answered with an error of its own
    return SendUncertain()
