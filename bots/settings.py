"""The bot's settings, from the environment; the token from there or from a file.

A token is as good as the bot itself, so a file that anybody may read is refused.
"""

import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

TOKEN = "BOT_TOKEN"  # noqa: S105 - the name of a variable
TOKEN_FILE = "BREVDUE_BOT_TOKEN_FILE"  # noqa: S105 - the name of a variable
BASE_URL = "TELEGRAM_BASE_URL"
BASE_FILE_URL = "TELEGRAM_BASE_FILE_URL"
# A group may read it: systemd gives a service its credentials that way.
_TOO_OPEN = stat.S_IROTH | stat.S_IWOTH | stat.S_IWGRP


@dataclass(eq=False)
class BotSettingsError(Exception):
    """A setting cannot be used: `why` is "no-token", "no-file", "open-file" or "empty-file"."""

    why: str
    file: str = ""

    def __str__(self) -> str:
        return f"BotSettingsError({self.why})"


@dataclass(frozen=True, slots=True, kw_only=True)
class BotSettings:
    """What the bot was told. The URLs stand before the token, as python-telegram-bot has them."""

    token: str = field(repr=False)
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSettings:
    """Where Telegram posts updates to, and where we listen behind a proxy."""

    url: str
    listen: str
    port: int


def read_settings(environment: Mapping[str, str]) -> BotSettings:
    """Read the environment. Raises `BotSettingsError`."""
    defaults = {
        name: environment[variable].strip()
        for name, variable in (("base_url", BASE_URL), ("base_file_url", BASE_FILE_URL))
        if environment.get(variable, "").strip()
    }
    return BotSettings(token=_token(environment), **defaults)


def _token(environment: Mapping[str, str]) -> str:
    if token := environment.get(TOKEN, "").strip():
        return token
    name = environment.get(TOKEN_FILE, "")
    if not name:
        raise BotSettingsError(why="no-token")
    path = Path(name)
    try:
        mode = path.stat().st_mode
        token = path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise BotSettingsError(why="no-file", file=name) from error
    if stat.S_ISREG(mode) and mode & _TOO_OPEN:
        raise BotSettingsError(why="open-file", file=name)
    if not token:
        raise BotSettingsError(why="empty-file", file=name)
    return token
