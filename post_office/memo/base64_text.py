"""Base64 as it comes in XML: decoded piece by piece, in bounded memory, never failing.

What follows a wrong character is left out rather than guessed: skipping the character would
shift every bit behind it, and a text with mangled figures is worse than a text that ends early.
"""

import binascii
from collections.abc import Iterator

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_WHITESPACE = b" \t\r\n"
_PIECE_BYTES = 3 * 256 * 1024  # a multiple of three, so that only the last piece is padded


class Base64Decoder:
    """Take base64 text in pieces of any length; `finish` gives the bytes."""

    def __init__(self) -> None:
        self._decoded = bytearray()
        self._waiting = b""  # fewer than four characters
        self._padding = 0
        self._is_broken = False

    @property
    def size(self) -> int:
        """How many bytes have been decoded so far."""
        return len(self._decoded)

    def feed(self, piece: str) -> None:
        """Decode as much as can be decoded."""
        if self._is_broken:
            return
        # "?" is no character of base64, so whatever is not ASCII breaks it in the right place
        text = piece.encode("ascii", "replace").translate(None, _WHITESPACE)
        clean = text
        if text.translate(None, _ALPHABET):
            clean = text[: _first_other(text)]
        if clean and self._padding:
            self._is_broken = True
            return
        self._decode(clean)
        rest = text[len(clean) :]
        self._padding += len(rest) - len(rest.lstrip(b"="))
        self._is_broken = bool(rest.lstrip(b"="))

    def finish(self) -> tuple[bytes, bool]:
        """Give what was decoded, and whether the text was flawless."""
        wanted_padding = -len(self._waiting) % 4
        is_whole = not self._is_broken and self._padding == wanted_padding != 3
        if len(self._waiting) > 1:
            self._decoded += binascii.a2b_base64(self._waiting + b"=" * wanted_padding)
        return bytes(self._decoded), is_whole

    def _decode(self, text: bytes) -> None:
        text = self._waiting + text
        whole = len(text) // 4 * 4
        self._decoded += binascii.a2b_base64(text[:whole])
        self._waiting = text[whole:]


def base64_pieces(content: bytes) -> Iterator[bytes]:
    """Encode bytes piece by piece."""
    for start in range(0, len(content), _PIECE_BYTES):
        yield binascii.b2a_base64(content[start : start + _PIECE_BYTES], newline=False)


def _first_other(text: bytes) -> int:
    return len(text) - len(text.lstrip(_ALPHABET))
