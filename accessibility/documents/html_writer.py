"""The elements of an HTML document, one after the other, written as text.

It is told of each visible element when it begins, and gives what must be done when it ends.
Containers (list items, cells) gather their own text, put into the one around them at their end.
"""

from collections.abc import Callable
from functools import partial

from selectolax.lexbor import LexborNode

from accessibility.documents.html_blocks import Gathering
from accessibility.documents.html_forms import written_field
from accessibility.documents.html_links import written_link
from accessibility.documents.html_look import Attributes
from accessibility.documents.html_tables import Cell, Row, Table, span
from accessibility.documents.html_tags import FIELDS, HEADINGS, LOOSE, TIGHT

Ending = Callable[[], None]

_MOST_DIFFERING = 20
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class HtmlWriter:
    """Builds the text of one document."""

    def __init__(self) -> None:
        self.differing: list[str] = []  # words of links that look like another address
        self._gatherings = [Gathering()]
        self._lists: list[int | None] = []  # the next number; None: a list without numbers
        self._tables: list[Table] = []
        self._term = ""
        self._exact = 0
        self._raised = 0

    @property
    def _here(self) -> Gathering:
        return self._gatherings[-1]

    def text(self) -> str:
        """Give the whole text."""
        return self._gatherings[0].text()

    def add(self, text: str) -> None:
        """Take words."""
        if self._raised:  # a small raised digit behind an amount must not become a part of it
            text = text.translate(_RAISED)
        if self._exact:
            self._here.add_exactly(text)
        else:
            self._here.add(text)

    def enter(
        self, node: LexborNode, attributes: Attributes, style: dict[str, str]
    ) -> Ending | None:
        """Begin an element; None if it is finished and nothing in it is wanted."""
        tag = node.tag or ""
        if tag in FIELDS:
            self._here.add(written_field(node, attributes))
            return None
        if tag == "img":
            self._here.add(attributes.get("alt") or "")
            return None
        if tag == "br":
            self._here.add_exactly("\n")
            return None
        if tag == "pre" or style.get("white-space", "").startswith(("pre", "break-spaces")):
            return self._exactly(tag)
        if tag in LOOSE or tag in TIGHT:
            if tag in HEADINGS:
                for table in self._tables:
                    table.is_layout = True
            return self._block(is_loose=tag in LOOSE)
        return self._enter_other(tag, attributes)

    def _enter_other(self, tag: str, attributes: Attributes) -> Ending:
        match tag:
            case "a":
                here = self._here
                href = attributes.get("href") or ""
                return partial(self._end_link, href, here, len(here.blocks), len(here.inline))
            case "ul" | "ol" | "menu" | "dir":
                return self._list(tag, attributes)
            case "li":
                return self._gather(partial(self._end_item, attributes.get("value")))
            case "dt":
                return self._gather(self._end_term)
            case "dd":
                return self._gather(self._end_description)
            case "table":
                return self._table(attributes)
            case "caption":
                return self._gather(self._end_caption)
            case "thead":
                return self._head()
            case "tr":
                return self._row()
            case "td" | "th":
                return self._gather(partial(self._end_cell, tag, attributes))
            case "s" | "strike" | "del":
                self._here.add("~~")  # a price that no longer holds
                return partial(self._here.add, "~~")
            case "sup":
                self._raised += 1
                return self._end_raised
        return _nothing

    def _block(self, *, is_loose: bool) -> Ending:
        self._here.end_block(is_loose=False)
        if is_loose:
            self._here.leave_gap()
        return partial(self._end_block, is_loose=is_loose)

    def _end_block(self, *, is_loose: bool) -> None:
        self._here.end_block(is_loose=is_loose)

    def _exactly(self, tag: str) -> Ending:
        self._exact += 1
        if tag in ("span", "a", "b", "font", "code"):
            return self._end_exactly
        self._here.end_block(is_loose=False)
        return partial(self._end_exactly, is_block=True)

    def _end_exactly(self, *, is_block: bool = False) -> None:
        self._exact -= 1
        if is_block:
            self._here.end_block(is_loose=True)

    def _end_raised(self) -> None:
        self._raised -= 1

    def _gather(self, ending: Ending) -> Ending:
        self._gatherings.append(Gathering())
        return ending

    def _gathered(self) -> Gathering:
        return self._gatherings.pop()

    # -- links

    def _end_link(self, href: str, here: Gathering, blocks: int, inline: int) -> None:
        if len(here.blocks) == blocks:
            shown = "".join(here.inline[inline:])
        else:
            shown = "\n".join([b.text for b in here.blocks[blocks:]] + ["".join(here.inline)])
        link = written_link(shown, href)
        if link.differs and len(self.differing) < _MOST_DIFFERING:
            self.differing.append(" ".join(shown.split())[:200])
        if link.suffix:
            trailing = here.ends_in_space and bool(here.inline)
            here.add(link.suffix)
            if trailing:
                here.add(" ")

    # -- lists

    def _list(self, tag: str, attributes: Attributes) -> Ending:
        start = (attributes.get("start") or "1").strip()
        first = int(start) if start.isascii() and start.isdigit() and len(start) < 9 else 1
        self._lists.append(first if tag == "ol" else None)
        is_loose = len(self._lists) == 1
        self._block(is_loose=is_loose)
        return partial(self._end_list, is_loose=is_loose)

    def _end_list(self, *, is_loose: bool) -> None:
        self._lists.pop()
        self._here.end_block(is_loose=False)
        if is_loose:
            self._here.leave_gap()

    def _end_item(self, value: str | None) -> None:
        lines = self._gathered().lines()
        number = self._lists[-1] if self._lists else None
        if number is not None and value and value.isascii() and value.isdigit() and len(value) < 9:
            number = int(value)
        sign = "- " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1
        if lines:
            text = "\n".join([sign + lines[0], *("  " + line for line in lines[1:])])
            self._here.put(text, is_loose=False)

    def _end_term(self) -> None:
        self._flush_term()
        self._term = " ".join(self._gathered().lines())

    def _flush_term(self) -> None:
        term, self._term = self._term, ""
        if term:
            self._gatherings[-2 if len(self._gatherings) > 1 else -1].put(term, is_loose=False)

    def _end_description(self) -> None:
        lines = self._gathered().lines()
        term, self._term = self._term.rstrip(": "), ""
        text = "\n".join(lines)
        self._here.put(f"{term}: {text}" if term and text else term or text, is_loose=False)

    # -- tables

    def _table(self, attributes: Attributes) -> Ending:
        for table in self._tables:
            table.is_layout = True  # what holds a table only places it
        role = (attributes.get("role") or "").lower()
        self._block(is_loose=True)
        self._tables.append(Table(is_layout=role in ("presentation", "none")))
        return self._gather(self._end_table)

    def _end_table(self) -> None:
        stray = self._gathered().text()  # the parser moves most of it out, not all
        table = self._tables.pop()
        text = "\n\n".join(part for part in (stray, table.text()) if part)
        self._here.put(text, is_loose=True)

    def _end_caption(self) -> None:
        text = self._gathered().text()
        if self._tables:
            self._tables[-1].caption = text
        else:
            self._here.put(text, is_loose=True)

    def _row(self) -> Ending:
        if self._tables:
            table = self._tables[-1]
            table.rows.append(Row(is_head=table.in_head))
        return _nothing

    def _head(self) -> Ending:
        if not self._tables:
            return _nothing
        self._tables[-1].in_head = True
        return partial(setattr, self._tables[-1], "in_head", False)  # noqa: FBT003 - a value

    def _end_cell(self, tag: str, attributes: Attributes) -> None:
        text = self._gathered().text()
        if not self._tables or not self._tables[-1].rows:
            self._here.put(text, is_loose=False)
            return
        cell = Cell(
            text=text,
            is_header=tag == "th",
            columns=span(attributes.get("colspan")),
            rows=span(attributes.get("rowspan")),
        )
        self._tables[-1].rows[-1].cells.append(cell)


def _nothing() -> None:
    """End an element that needs no ending."""
