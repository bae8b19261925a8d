"""What is open while an HTML document is read: lists, descriptions, tables, and their parts.

List items and cells gather their own blocks, put into the one around them at their end.
"""

from collections.abc import Callable
from functools import partial

from accessibility.documents.html_blocks import Gathering
from accessibility.documents.html_grid import Cell, Row, span
from accessibility.documents.html_lists import MOST_NESTED, Described, ListDraft, begun_list
from accessibility.documents.html_look import Attributes, Look
from accessibility.documents.html_tables import TableDraft
from accessibility.documents.html_words import flat

Ending = Callable[[], None]

LABEL = "data-label"  # believed only in markup that we have written ourselves
_LISTS = ("ul", "ol", "menu", "dir")
CONTAINERS = frozenset([*_LISTS, "li", "dt", "dd", "table", "caption", "td", "th"])  # end a line


class Containers:
    """The gatherings that are open, innermost last, and the lists and tables they belong to.

    With `has_labels` the items of lists carry what is written before them (`LABEL`).
    """

    def __init__(self, *, has_labels: bool = False) -> None:
        self._has_labels = has_labels
        self._gatherings = [Gathering()]
        self._lists: list[ListDraft] = []
        self._described: list[Described] = []
        self._tables: list[TableDraft] = []

    @property
    def here(self) -> Gathering:
        """The innermost container."""
        return self._gatherings[-1]

    def say_layout(self) -> None:
        """Know of all tables around that they only place things."""
        for table in self._tables:
            table.is_layout = True

    def begin(self, tag: str, attributes: Attributes, style: dict[str, str], look: Look) -> Ending:
        """Begin an element; give its ending. One that is no container needs none."""
        match tag:
            case "ul" | "ol" | "menu" | "dir":
                return self._begin_list(begun_list(tag, attributes, style))
            case "li" if len(self._lists) < MOST_NESTED:
                draft = self._lists[-1] if self._lists else None
                return self.gather(partial(self._end_item, draft, attributes))
            case "li":
                return partial(self.here.end_block, is_loose=False)
            case "dt" | "dd":
                return self.gather(partial(self._end_described, tag))
            case "table":
                return self._begin_table(attributes)
            case "caption":
                return self.gather(self._end_caption)
            case "thead":
                return self._begin_head()
            case "tr":
                return self._begin_row()
            case "td" | "th":
                return self.gather(partial(self._end_cell, tag, attributes, look))
        return _nothing

    def gather(self, ending: Ending) -> Ending:
        """Open a container."""
        self._gatherings.append(Gathering())
        return ending

    def gathered(self) -> Gathering:
        """Close the innermost container."""
        gathering = self._gatherings.pop()
        gathering.end_block(is_loose=False)
        return gathering

    def _begin_list(self, draft: ListDraft) -> Ending:
        if len(self._lists) >= MOST_NESTED:
            return _nothing
        if not self._lists:
            self.here.leave_gap()
        self._lists.append(draft)
        return partial(self._end_list, draft)

    def _end_list(self, draft: ListDraft) -> None:
        self._lists.pop()
        self.here.put(draft.placed())

    def _end_item(self, draft: ListDraft | None, attributes: Attributes) -> None:
        gathering = self.gathered()
        label = attributes.get(LABEL) if self._has_labels else None
        its_list = draft or ListDraft()
        its_list.add(gathering, attributes.get("value"), label)
        if draft is None:
            self.here.put(its_list.placed())

    def begin_described(self, ending: Ending) -> Ending:
        """Begin a list of terms inside a block that ends with `ending`."""
        self._described.append(Described())

        def end() -> None:
            self.here.put(self._described.pop().placed())
            ending()

        return end

    def _end_described(self, tag: str) -> None:
        gathering = self.gathered()
        if not self._described:
            self.here.put(gathering.placed)
        elif tag == "dt":
            self._described[-1].term(gathering)
        else:
            self._described[-1].description(gathering)

    def _begin_table(self, attributes: Attributes) -> Ending:
        self.say_layout()  # what holds a table only places it
        role = (attributes.get("role") or "").lower()
        self.here.leave_gap()
        self._tables.append(TableDraft(is_layout=role in ("presentation", "none")))
        return self.gather(self._end_table)

    def _end_table(self) -> None:
        stray = self.gathered().placed  # the parser moves most of it out, not all
        self.here.put([*stray, *self._tables.pop().placed()])

    def _end_caption(self) -> None:
        gathering = self.gathered()
        lines = gathering.words()
        if self._tables and lines is not None and not self._tables[-1].caption:
            self._tables[-1].caption = flat(lines)
        else:
            self.here.put(gathering.placed)

    def _begin_row(self) -> Ending:
        if self._tables:
            table = self._tables[-1]
            table.rows.append(Row(is_head=table.in_head))
        return _nothing

    def _begin_head(self) -> Ending:
        if not self._tables:
            return _nothing
        self._tables[-1].in_head = True
        return partial(setattr, self._tables[-1], "in_head", False)  # noqa: FBT003 - a value

    def _end_cell(self, tag: str, attributes: Attributes, look: Look) -> None:
        gathering = self.gathered()
        if not self._tables or not self._tables[-1].rows:
            self.here.put(gathering.placed)
            return
        cell = Cell(
            gathering=gathering,
            is_header=tag == "th",
            columns=span(attributes.get("colspan")),
            rows=span(attributes.get("rowspan")),
            background=look.background,
        )
        self._tables[-1].rows[-1].cells.append(cell)


def _nothing() -> None:
    """End an element that needs no ending."""
