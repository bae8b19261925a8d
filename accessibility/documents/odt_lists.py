"""The lists of an ODT document while its XML goes by, and the numbers of their items."""

from dataclasses import dataclass, field

from accessibility.documents.odt_styles import Attributes, Styles
from accessibility.documents.open_paragraph import OpenParagraph


@dataclass(slots=True)
class _OpenList:
    style: str
    count: int
    is_fresh: bool = False  # an item has begun and has no paragraph yet
    is_header: bool = False


@dataclass(slots=True)
class Lists:
    """The lists that have begun, the inmost last."""

    _open: list[_OpenList] = field(default_factory=list)
    _put_away: list[list[_OpenList]] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)  # of a list style, to be continued

    def put_away(self) -> None:
        """Begin a place of its own, a cell or a note: it stands in no list."""
        self._put_away.append(self._open)
        self._open = []

    def take_back(self) -> None:
        """End such a place."""
        self._open = self._put_away.pop()

    def start(self, name: str, told: Attributes) -> None:
        """Take in the beginning of a list or of an item."""
        if name == "text:list":
            outer = self._open[-1].style if self._open else ""
            style = told.get("text:style-name", outer)
            goes_on = told.get("text:continue-numbering") == "true" or "text:continue-list" in told
            self._open.append(_OpenList(style, self._counts.get(style, 0) if goes_on else 0))
        elif self._open:
            inmost = self._open[-1]
            inmost.is_fresh, inmost.is_header = True, name == "text:list-header"
            start = told.get("text:start-value", "")
            if start.isdecimal():
                inmost.count = int(start[:6])
            elif not inmost.is_header:
                inmost.count += 1

    def end(self) -> None:
        """Take in the end of a list."""
        ended = self._open.pop() if self._open else None
        if ended and not self._open:
            self._counts[ended.style] = ended.count

    def number(self, paragraph: OpenParagraph, style: str, styles: Styles) -> None:
        """Tell a paragraph where in the lists it stands."""
        if not self._open:
            return
        inmost, depth = self._open[-1], len(self._open)
        numbering = styles.numbering(inmost.style or styles.list_style(style), depth)
        paragraph.depth = depth
        paragraph.is_ordered = bool(numbering.number_format)
        paragraph.is_more = not inmost.is_fresh
        if inmost.is_fresh and not inmost.is_header:
            paragraph.label = numbering.label(inmost.count + numbering.start - 1)
        inmost.is_fresh = False
