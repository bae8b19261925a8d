"""The PIN that opens letters in a chat: which are refused, and how it is kept."""

import hashlib
import hmac
import re
from datetime import timedelta

MOST_TRIES = 5  # wrong ones; then a new PIN has to be set in the terminal
HOLDS = timedelta(minutes=10)  # in a chat, from its last use
SALT_LENGTH = 16  # bytes

_SIX_DIGITS = re.compile(r"[0-9]{6}")
_UP, _DOWN = "01234567890", "09876543210"
# OWASP Password Storage Cheat Sheet: one of the settings of scrypt that are equally strong; this
# one takes 16 MB.
_COST, _BLOCK, _TIMES = 2**14, 8, 5
_MEMORY = 64 << 20  # bytes that OpenSSL may use


def is_suitable(pin: str, *, cpr: str = "") -> bool:
    """Tell whether a PIN is six digits and none of the first that anybody would try.

    Those are rows of digits, repetitions, and the birthday that `cpr` begins with.
    """
    if not _SIX_DIGITS.fullmatch(pin):
        return False
    if pin in _UP or pin in _DOWN or pin in (pin[:1] * 6, pin[:2] * 3, pin[:3] * 2):
        return False
    day = cpr[:6]
    return pin not in (day, day[4:] + day[2:4] + day[:2], day[2:4] + day[:2] + day[4:])


def hashed(pin: str, salt: bytes) -> bytes:
    """Hash a PIN; takes about a tenth of a second, so it is called outside the event loop."""
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_TIMES, maxmem=_MEMORY, dklen=32
    )


def is_right(pin: str, salt: bytes, kept: bytes) -> bool:
    """Tell whether a PIN is the one that was kept; as slow for a wrong one."""
    return hmac.compare_digest(hashed(pin, salt), kept)
