"""The body of an ODT document while its XML goes by: paragraphs, lists, tables, notes, fields.

Nothing is built as a tree of elements, so neither depth nor size of the XML costs memory, and
nothing here calls itself. What is not shown is left out and noted; what runs along every page
lies in `removed`.
"""

from dataclasses import dataclass, field

from accessibility.documents.odt_controls import Controls
from accessibility.documents.odt_lists import Lists
from accessibility.documents.odt_styles import Attributes, Styles, short
from accessibility.documents.odt_tables import Tables
from accessibility.documents.open_paragraph import Look, OpenParagraph
from accessibility.documents.running_words import safe_link
from accessibility.documents.written_blocks import Piece, line_of
from accessibility.plain_text import hides_text, one_line
from mailbox_store.model.document_tree import FieldKind, Figure

_MOST_DEPTH = 500  # elements open at once
_SKIPPED = frozenset([
    "office:annotation", "text:tracked-changes", "text:sequence-decls", "office:scripts",
    "text:variable-decls", "text:user-field-decls", "office:binary-data", "text:note-continuation",
    "text:table-of-content-source", "text:ruby-text", "text:script", "office:font-face-decls",
    "text:alphabetical-index-source", "text:user-index-source", "text:illustration-index-source",
])  # fmt: skip
_RUNNING = frozenset(
    f"style:{side}{which}" for side in ("header", "footer") for which in ("", "-left", "-first")
)


class Forbidden(Exception):
    """A document type or an entity: no word processor writes them."""


@dataclass(slots=True)
class _OpenFrame:
    title: str = ""
    description: str = ""
    has_image: bool = False


@dataclass(slots=True)
class Body:
    """A target for an XML parser that hears the elements and keeps the pieces of the document."""

    styles: Styles
    pieces: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    languages: dict[str, int] = field(default_factory=dict)
    title: str = ""
    found_hidden: bool = False
    hides_characters: bool = False
    was_cut: bool = False
    _open: list[str] = field(default_factory=list)
    _skipped: int = 0
    _places: list[OpenParagraph | list[Piece]] = field(default_factory=list)
    _lists: Lists = field(default_factory=Lists)
    _tables: Tables = field(default_factory=Tables)
    _frames: list[_OpenFrame] = field(default_factory=list)
    _heard: list[str] | None = None  # a title, a citation: text that is no paragraph's
    _citation: str = ""
    _controls: Controls = field(default_factory=Controls)

    # -- what the parser calls

    def doctype(self, *_told: str | None) -> None:
        """Refuse what could define entities."""
        raise Forbidden

    def start(self, tag: str, attributes: Attributes) -> None:
        """Hear an element begin."""
        name = short(tag)
        if self._skipped:
            self._skipped += 1
            return
        told = {short(key): value for key, value in attributes.items()}
        is_hidden = self._is_hidden(name, told)
        is_too_deep = len(self._open) >= _MOST_DEPTH
        self.found_hidden |= is_hidden
        self.was_cut |= is_too_deep or self._tables.was_cut
        if is_hidden or is_too_deep or name in _SKIPPED:
            self._skipped = 1
            return
        self._open.append(name)
        self._begin(name, told)

    def data(self, text: str) -> None:
        """Hear some text."""
        if self._skipped:
            return
        self.hides_characters = self.hides_characters or hides_text(text)
        if self._heard is not None:
            self._heard.append(text)
        elif self._places and isinstance(self._places[-1], OpenParagraph):
            self._places[-1].take(text)

    def end(self, tag: str) -> None:
        """Hear an element end."""
        if self._skipped:
            self._skipped -= 1
        else:
            self._finish(self._open.pop())

    def close(self) -> None:
        """Hear the document end."""

    # -- elements

    def _is_hidden(self, name: str, told: Attributes) -> bool:
        style = told.get("text:style-name", "")
        if name in ("text:p", "text:h"):
            return self.styles.is_hidden("paragraph", style)
        if name == "text:span":
            return self.styles.is_hidden("text", style)
        if name == "text:section":
            return told.get("text:display") == "none"
        return name == "text:hidden-text" and told.get("text:is-hidden") == "true"

    def _begin(self, name: str, told: Attributes) -> None:
        match name:
            case "text:p" | "text:h":
                self._begin_paragraph(name, told)
            case "text:span" | "text:a":
                self._begin_span(name, told)
            case "text:s" | "text:tab" | "text:line-break":
                self._take_blank(name)
            case "text:list" | "text:list-item" | "text:list-header":
                self._lists.start(name, told)
            case "text:note-body":
                self._push(self.notes)
            case "text:note-citation" | "svg:title" | "svg:desc" | "dc:title":
                self._heard = []
            case "text:hidden-paragraph" if told.get("text:is-hidden") == "true":
                if paragraph := self._paragraph():
                    paragraph.is_hidden = True
            case "text:placeholder" | "text:text-input" | "text:drop-down":
                if paragraph := self._paragraph():
                    kind = FieldKind.CHOICE if name == "text:drop-down" else FieldKind.TEXT
                    paragraph.begin_field(kind, is_filled=name != "text:placeholder")
            case "text:label":
                if (paragraph := self._paragraph()) and paragraph.blank:
                    paragraph.blank.options.append(told.get("text:value", ""))
            case "draw:frame" | "draw:image":
                self._begin_frame(name)
            case "draw:control":
                self._put(self._controls.fields(told.get("draw:control", "")))
            case _ if name.startswith("table:"):
                if cell := self._tables.start(name, told):
                    self._push(cell.pieces)
            case _ if name.startswith("form:"):
                self._controls.start(name, told)
            case _ if name in _RUNNING:
                self._push([])
            case _ if name.startswith(("style:", "text:list-")):
                self.styles.start(name, told)

    def _finish(self, name: str) -> None:
        match name:
            case "text:p" | "text:h":
                self._end_paragraph()
            case "text:span" | "text:a":
                if (paragraph := self._paragraph()) and len(paragraph.looks) > 1:
                    paragraph.looks.pop()
            case "text:list":
                self._lists.end()
            case "text:note-body":
                self._pop()
            case "text:note-citation" | "svg:title" | "svg:desc" | "dc:title":
                self._end_heard(name)
            case "text:placeholder" | "text:text-input" | "text:drop-down":
                if paragraph := self._paragraph():
                    paragraph.end_field()
            case "draw:frame":
                frame = self._frames.pop() if self._frames else None
                if frame and frame.has_image:
                    self._put([Figure(alt=one_line(frame.description or frame.title))])
            case _ if name.startswith("table:"):
                if name == "table:table-cell":
                    self._pop()
                self._put(self._tables.end(name))
            case _ if name in _RUNNING:
                self._end_running()
            case "style:style" | "style:default-style":
                self.styles.end()

    # -- paragraphs

    def _paragraph(self) -> OpenParagraph | None:
        place = self._places[-1] if self._places else None
        return place if isinstance(place, OpenParagraph) else None

    def _begin_paragraph(self, name: str, told: Attributes) -> None:
        style = told.get("text:style-name", "")
        outline = told.get("text:outline-level", "") if name == "text:h" else ""
        level = min(int(outline[:2]), 6) if outline.isdecimal() else self.styles.level(style)
        paragraph = OpenParagraph(
            looks=[Look(self.styles.is_bold("paragraph", style))],
            level=max(level, 1) if name == "text:h" else level,
            language=self.styles.language("paragraph", style),
        )
        self._lists.number(paragraph, style, self.styles)
        self._places.append(paragraph)
        if self._citation and len(self._places) > 1 and self._places[-2] is self.notes:
            paragraph.take(f"[{self._citation}] ")
            self._citation = ""

    def _end_paragraph(self) -> None:
        paragraph = self._places.pop()
        if not isinstance(paragraph, OpenParagraph):
            return
        if paragraph.is_hidden:
            self.found_hidden = True
            return
        if paragraph.language:
            told = self.languages.get(paragraph.language, 0)
            self.languages[paragraph.language] = told + paragraph.size
        self._put(paragraph.pieces())

    def _begin_span(self, name: str, told: Attributes) -> None:
        paragraph = self._paragraph()
        if paragraph is None:
            return
        before = paragraph.looks[-1]
        if name == "text:a":
            link = safe_link(told.get("xlink:href", ""))
            paragraph.looks.append(Look(before.bold, before.language, link or before.link))
            return
        style = told.get("text:style-name", "")
        language = self.styles.language("text", style)
        if language == paragraph.language:
            language = ""
        is_bold = self.styles.is_bold("text", style) or before.bold
        paragraph.looks.append(Look(is_bold, language or before.language, before.link))

    def _take_blank(self, name: str) -> None:
        paragraph = self._paragraph()
        if paragraph and name == "text:line-break":
            paragraph.break_line()
        elif paragraph:
            paragraph.take(" ")

    def _end_heard(self, name: str) -> None:
        text, self._heard = one_line("".join(self._heard or [])), None
        frame = self._frames[-1] if self._frames else None
        if name == "text:note-citation":
            self._citation = text
            if paragraph := self._paragraph():
                paragraph.take(f"[{text}]")
        elif name == "dc:title":
            self.title = self.title or text
        elif frame and name == "svg:title":
            frame.title = text
        elif frame:
            frame.description = text

    def _begin_frame(self, name: str) -> None:
        if name == "draw:frame":
            self._frames.append(_OpenFrame())
        elif self._frames:
            self._frames[-1].has_image = True

    # -- where a piece goes

    def _put(self, pieces: list[Piece]) -> None:
        place = self._places[-1] if self._places else self.pieces
        (place.after if isinstance(place, OpenParagraph) else place).extend(pieces)

    def _push(self, place: list[Piece]) -> None:
        self._places.append(place)
        self._lists.put_away()

    def _pop(self) -> list[Piece]:
        place = self._places.pop()
        self._lists.take_back()
        return place if isinstance(place, list) else []

    def _end_running(self) -> None:
        for piece in self._pop():
            text = line_of(piece)
            if text and text not in self.removed:
                self.removed.append(text)
