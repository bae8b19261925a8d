"""HTML to the tree a person can read or hear: its words, in order, and nothing that was hidden.

The page is walked without recursion; nothing is loaded and nothing runs. Meant for the child
process (`worker`): the parser is C code and the bytes are a stranger's.
What is seen is decided in `html_look`, from inline style and style sheets (`html_sheets`); the
blocks are built in `html_writer`. A page with labelled fields is walked twice (`html_forms`).
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.extract import Extract
from accessibility.documents.html_containers import Ending
from accessibility.documents.html_forms import FieldNames
from accessibility.documents.html_look import Look, is_away, look_in
from accessibility.documents.html_manner import language_tag
from accessibility.documents.html_matching import TooMuchStyle
from accessibility.documents.html_sheets import Sheets
from accessibility.documents.html_tags import CLOSED_BY_THEMSELVES, FIELDS, NEVER_TEXT, UNSHOWN
from accessibility.documents.html_writer import HtmlWriter
from accessibility.plain_text import hides_text, one_line
from accessibility.tree_text import block_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, Field, Trust
from mailbox_store.model.warned import Warned

MOST_BYTES = 2_000_000
MOST_DEPTH = 256
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_MOST_TITLE = 300  # characters
_MOST_OPEN = 1_000  # elements open at once; real mail has some dozens
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")


def read_html(content: bytes) -> Extract:
    """Give the tree of an HTML document and what is doubtful about it."""
    was_cut = len(content) > MOST_BYTES
    content = content[:MOST_BYTES]
    found = _CHARSET.search(content, 0, 4096)
    charset = found[1].decode("ascii") if found else ""
    if charset.lower().startswith(("utf-16", "utf-32")):
        charset = ""  # the tag was read as ASCII: it cannot be
    return read_markup(text_of_bytes(content, declared=charset), was_cut=was_cut)


def read_markup(markup: str, *, was_cut: bool = False, has_labels: bool = False) -> Extract:
    """Give the tree of HTML that is decoded already.

    `has_labels` is for markup of our own, whose list items carry their labels as written.
    """
    shallow = _cut_where_too_deep(markup[:MOST_BYTES])
    page = LexborHTMLParser(shallow)
    try:
        sheets = Sheets(page)
    except TooMuchStyle:
        return Extract(reading=Reading.UNREADABLE)
    walk = _walked(page, sheets, has_labels=has_labels)
    was_cut = was_cut or walk.was_cut or len(shallow) < len(markup)
    blocks = walk.writer.blocks()
    warnings = tuple(walk.warnings(was_cut=was_cut))
    if not any(map(block_text, blocks)) and not any(isinstance(b, Field) for b in blocks):
        # What was cut away may have held words.
        reading = Reading.UNREADABLE if was_cut else Reading.NO_TEXT
        return Extract(reading=reading, warnings=warnings)
    tree = DocumentTree(
        trust=Trust.TAGGED,
        blocks=blocks,
        language=_language_of(page),
        title=_title_of(page),
        warnings=warnings,
    )
    return Extract(reading=Reading.READ, tree=tree, warnings=warnings)


def _walked(page: LexborHTMLParser, sheets: Sheets, *, has_labels: bool) -> "_Walk":
    """Walk through a page; twice if labels stand apart from their fields."""
    referring = page.css("[aria-labelledby]")
    wanted = frozenset(
        name
        for node in referring
        for name in (node.attributes.get("aria-labelledby") or "").split()
    )
    names = FieldNames()
    while True:
        writer = HtmlWriter(
            language=_language_of(page), names=names, wanted=wanted, has_labels=has_labels
        )
        walk = _Walk(sheets, writer)
        if page.root is not None:
            walk.through(page.root)
        if names.labels or not (wanted or page.css_first("label")):
            return walk
        names = writer.forms.names()
        if not names.labels:
            return walk


def _language_of(page: LexborHTMLParser) -> str:
    for node in page.css("html[lang], body[lang]"):
        if found := language_tag(node.attributes.get("lang") or ""):
            return found
    return ""


def _title_of(page: LexborHTMLParser) -> str:
    node = page.css_first("head title")
    return one_line(node.text(deep=True)[:10_000], limit=_MOST_TITLE) if node else ""


def _cut_where_too_deep(markup: str) -> str:
    """Cut markup where it opens elements without end: the parser's time grows with the square."""
    if markup.count("<") < _MOST_OPEN:
        return markup
    depth = 0
    for tag in _TAG.finditer(markup):
        if tag[2].lower() not in CLOSED_BY_THEMSELVES:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
            if depth > _MOST_OPEN:
                return markup[: tag.start()]
    return markup


class _Walk:
    """One way through the tree: what can be seen is handed to the writer."""

    def __init__(self, sheets: Sheets, writer: HtmlWriter) -> None:
        self.writer = writer
        self.found_hidden = False
        self.was_cut = False
        self._hides_characters = False
        self._sheets = sheets
        # A sheet that lies elsewhere may have painted the paper.
        self._looks = [Look(background=None) if sheets.fetches_more else Look()]

    def through(self, root: LexborNode) -> None:
        """Enter and leave every node that is seen, in order."""
        open_nodes: list[tuple[LexborNode, Ending]] = []
        node: LexborNode | None = root
        while node is not None:
            ending = self._enter(node)
            inner = node.child if ending is not None else None
            if inner is not None and len(open_nodes) >= MOST_DEPTH:
                self.was_cut, inner = True, None
            if ending is not None and inner is not None:
                open_nodes.append((node, ending))
                node = inner
                continue
            if ending is not None:
                self._leave(ending)
            following = node.next if open_nodes else None
            while following is None and open_nodes:
                left, its_ending = open_nodes.pop()
                self._leave(its_ending)
                following = left.next if open_nodes else None
            node = following

    def warnings(self, *, was_cut: bool) -> Iterator[Warned]:
        """Tell what is doubtful."""
        if was_cut:
            yield Warned(code="cut")
        if self.found_hidden:
            yield Warned(code="hidden-text")
        if self._hides_characters:
            yield Warned(code="hidden-characters")

    def _enter(self, node: LexborNode) -> Ending | None:
        """Take a node in; give its ending if its children are wanted."""
        look = self._looks[-1]
        if node.is_text_node:
            self._take_text(node.text_content or "", look)
            return None
        tag = node.tag or ""
        if not node.is_element_node or tag in NEVER_TEXT:
            return None
        attributes = node.attributes
        style = self._sheets.style_of(node.mem_id, attributes.get("style"))
        if tag in UNSHOWN or is_away(attributes, style):
            self.found_hidden = self.found_hidden or _has_words(node)
            return None
        if attributes or style:
            look = look_in(look, attributes, style)
        if look.is_invisible and (tag in FIELDS or tag == "img"):
            self.found_hidden = self.found_hidden or tag in FIELDS or bool(attributes.get("alt"))
            return None
        ending = self.writer.enter(node, attributes, style, look)
        if ending is not None:
            self._looks.append(look)
        return ending

    def _leave(self, ending: Ending) -> None:
        self._looks.pop()
        ending()

    def _take_text(self, text: str, look: Look) -> None:
        if not look.hides:
            self._hides_characters = self._hides_characters or hides_text(text)
            self.writer.add(text)
        elif text.strip():
            self.found_hidden = True


def _has_words(node: LexborNode) -> bool:
    return re.search(r"\w", node.text(deep=True)) is not None
