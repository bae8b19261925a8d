"""The tokens of RTF, one after the other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>.)|(?P<brace>[{}])|[\r\n\x00]+|(?P<text>[^\\{}\r\n\x00]+)",
    re.DOTALL,
)


class Token(NamedTuple):
    """A control "word" with its number, a "sign", a "brace", or "text" as bytes."""

    kind: str
    text: str
    number: int | None = None

    @property
    def content(self) -> bytes:
        """Give the bytes of a text."""
        return self.text.encode("latin-1")


def tokens(code: str) -> Iterator[Token]:
    """Give the tokens of RTF that was read as Latin-1; binary content is passed over."""
    at, size = 0, len(code)
    while at < size:
        found = _TOKEN.match(code, at)
        if found is None:  # a lone backslash at the end
            return
        at = found.end()
        match found.lastgroup:
            case "word" | "number":
                number = int(found["number"]) if found["number"] else None
                if found["word"] == "bin" and number is not None:
                    at = min(at + max(number, 0), size)
                else:
                    yield Token("word", found["word"], number)
            case "byte":
                yield Token("text", chr(int(found["byte"], 16)))
            case "sign" | "brace" | "text" as kind:
                yield Token(kind, found[kind])
