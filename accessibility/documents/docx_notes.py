"""Footnotes and endnotes in the HTML that the library makes of a Word document."""

import re
from itertools import count

from accessibility.documents.html_containers import LABEL

_SIGN = re.compile(
    r'<sup><a href="#(?:foot|end)note-[^"]{1,40}" id="[^"]{1,80}">(\[\d{1,6}\])</a></sup>'
)
_WAY_BACK = re.compile(r' ?<a href="#(?:foot|end)note-ref-[^"]{1,40}">↑</a>')
_NOTE = re.compile(r'<li id="(?:foot|end)note-[^"]{1,40}">')


def with_plain_notes(html: str) -> str:
    """Write "[1]" where a note belongs and before the note itself, instead of links there and back.

    A raised digit is easily taken for a part of the number before it.
    """
    html = _WAY_BACK.sub("", _SIGN.sub(r" \1", html))
    numbers = count(1)
    return _NOTE.sub(lambda _: f'<li {LABEL}="[{next(numbers)}]">', html)
