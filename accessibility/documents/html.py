"""HTML to text a person can read or hear: the words, in order, and nothing that was hidden.

The tree is walked without recursion; nothing is loaded and nothing runs. Meant for the child
process (`worker`): the parser is C code and the bytes are a stranger's.
What is seen is decided in `html_look`, from inline style and style sheets (`html_sheets`); links
are written in `html_links`, tables in `html_tables`.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.extract import Extract
from accessibility.documents.html_look import Look, is_away, look_in
from accessibility.documents.html_matching import TooMuchStyle
from accessibility.documents.html_sheets import Sheets
from accessibility.documents.html_tags import CLOSED_BY_THEMSELVES, FIELDS, NEVER_TEXT, UNSHOWN
from accessibility.documents.html_writer import Ending, HtmlWriter
from mailbox_store.model.document import Reading
from mailbox_store.model.warned import Warned

MOST_BYTES = 2_000_000
MOST_DEPTH = 256
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_MOST_OPEN = 1_000  # elements open at once; real mail has some dozens
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")


def read_html(content: bytes) -> Extract:
    """Give the text of an HTML document and what is doubtful about it."""
    was_cut = len(content) > MOST_BYTES
    content = content[:MOST_BYTES]
    found = _CHARSET.search(content, 0, 4096)
    charset = found[1].decode("ascii") if found else ""
    if charset.lower().startswith(("utf-16", "utf-32")):
        charset = ""  # the tag was read as ASCII: it cannot be
    return read_markup(text_of_bytes(content, declared=charset), was_cut=was_cut)


def read_markup(markup: str, *, was_cut: bool = False) -> Extract:
    """Give the text of HTML that is decoded already."""
    shallow = _cut_where_too_deep(markup[:MOST_BYTES])
    tree = LexborHTMLParser(shallow)
    try:
        walk = _Walk(Sheets(tree))
    except TooMuchStyle:
        return Extract(reading=Reading.UNREADABLE)
    if tree.root is not None:
        walk.through(tree.root)
    warnings = []
    if was_cut or walk.was_cut or len(shallow) < len(markup):
        warnings.append(Warned(code="cut"))
    if walk.found_hidden:
        warnings.append(Warned(code="hidden-text"))
    warnings += [Warned(code="link-differs", detail=shown) for shown in walk.writer.differing]
    text = walk.writer.text()
    if text.strip():
        reading = Reading.READ
    else:  # what was cut away may have held words
        reading = Reading.UNREADABLE if Warned(code="cut") in warnings else Reading.NO_TEXT
    return Extract(reading=reading, text=text, warnings=tuple(warnings))


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

    def __init__(self, sheets: Sheets) -> None:
        self.writer = HtmlWriter()
        self.found_hidden = False
        self.was_cut = False
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
        if tag in FIELDS and look.is_invisible:
            self.found_hidden = True
            return None
        ending = self.writer.enter(node, attributes, style)
        if ending is not None:
            self._looks.append(look)
        return ending

    def _leave(self, ending: Ending) -> None:
        self._looks.pop()
        ending()

    def _take_text(self, text: str, look: Look) -> None:
        if not look.hides:
            self.writer.add(text)
        elif text.strip():
            self.found_hidden = True


def _has_words(node: LexborNode) -> bool:
    return re.search(r"\w", node.text(deep=True)) is not None
