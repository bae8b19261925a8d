"""Places in a Word document where we put HTML of our own, past the library that makes HTML of it.

Before, a mark is written as text; afterwards it is replaced. A mark holds a secret word, so that
no document can write one itself.
"""

import re
import secrets
from html import escape

from accessibility.documents.html_containers import LABEL

_BEGIN, _END = "\ue000", "\ue001"


class Marks:
    """The marks of one document."""

    def __init__(self) -> None:
        self._secret = secrets.token_hex(8)
        self._markup: list[str] = []
        self._labels: list[str] = []

    def markup(self, html: str) -> str:
        """Give the text that becomes some HTML."""
        self._markup.append(html)
        return f"{_BEGIN}{self._secret}h{len(self._markup) - 1}{_END}"

    def label(self, text: str) -> str:
        """Give the text that becomes the label of the list item it begins."""
        self._labels.append(text)
        return f"{_BEGIN}{self._secret}l{len(self._labels) - 1}{_END}"

    def field(
        self,
        kind: str,
        *,
        value: str = "",
        hint: str = "",
        options: tuple[str, ...] = (),
        on: bool = False,
    ) -> str:
        """Give the text that becomes a form field; `kind` is "checkbox", "text" or "select"."""
        named = f' title="{escape(hint)}"'
        if kind == "select":
            told = options if value in options or not value else (*options, value)
            chosen = [f"<option{' selected' * (o == value)}>{escape(o)}</option>" for o in told]
            first = "" if value in told else "<option selected></option>"
            return self.markup(f"<select{named}>{first}{''.join(chosen)}</select>")
        ticked = " checked" if on else ""
        return self.markup(f'<input type={kind} value="{escape(value)}"{named}{ticked}>')

    def replaced(self, html: str) -> str:
        """Put in what the marks stand for."""
        label = rf"{_BEGIN}{self._secret}l(\d+){_END}"
        html = re.sub(rf"<li>((?:<p>)?){label}", self._item, html)
        html = re.sub(label, lambda found: f"{escape(self._labels[int(found[1])])} ", html)
        mark = rf"{_BEGIN}{self._secret}h(\d+){_END}"
        return re.sub(mark, lambda found: self._markup[int(found[1])], html)

    def _item(self, found: re.Match[str]) -> str:
        return f'<li {LABEL}="{escape(self._labels[int(found[2])])}">{found[1]}'
