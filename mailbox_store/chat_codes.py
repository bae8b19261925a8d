"""The codes that link a chat to a mailbox, and how hard they are to guess.

A code is 8 of 30 symbols, 6.6e11 in all; a token for a link has 128 bits. Each is good once and for
ten minutes. A chat has 5 failures an hour. All chats together have 200 an hour for typed codes;
beyond, only links work. Even where 10,000 people link a chat at the same time, all day long, the
chance that any of 24 * 200 guesses hits one of them is 24 * 200 * 10,000 / 30**8 = 7.3e-5 a day.
"""

import re
import secrets
from datetime import timedelta

SYMBOLS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none is mistaken for another, by eye or by ear
CODE_LENGTH = 8
HOLDS = timedelta(minutes=10)
FAILURES_COUNT = timedelta(hours=1)  # for so long
MOST_OF_A_CHAT = 5  # failures
MOST_OF_ALL = 200  # failures, then no typed code is taken

_CODE = re.compile(rf"[{SYMBOLS}]{{{CODE_LENGTH}}}")
_TOKEN_BYTES = 16


def new_code() -> str:
    """Make a code to be typed."""
    return "".join(secrets.choice(SYMBOLS) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """Make a token for a link: 22 characters of base64url."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def code_in(typed: str) -> str:
    """Give what was typed as a code is kept: any case, with or without blanks and hyphens.

    Empty where it can be no code.
    """
    bare = re.sub(r"[\s-]", "", typed).upper()
    return bare if _CODE.fullmatch(bare) else ""
