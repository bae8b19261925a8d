"""ODT (OpenDocument text) to a tree. In the child process only.

What is unpacked is counted twice, as the file declares it and while it is inflated, because a
declaration costs nothing; entities are refused. Pictures are left unopened. The XML goes by and
is heard (`odt_body`); no tree of elements is built.
"""

import io
import re
import zipfile
from xml.etree import ElementTree

from accessibility.documents.extract import Extract
from accessibility.documents.odt_body import Body, Forbidden
from accessibility.documents.odt_styles import Styles
from accessibility.documents.written_blocks import blocks_of, capped
from accessibility.tree_text import block_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, Trust
from mailbox_store.model.warned import Warned

_MOST_UNZIPPED = 50_000_000  # bytes of the wanted members together
_MOST_MEMBERS = 2_000
_WANTED = ("META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml")
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_PIECE = 1 << 16  # bytes given to the parser at once


class _TooMuch(Exception):
    """More than the caps allow."""


def read_odt(content: bytes) -> Extract:
    """Give the tree of an ODT document."""
    try:
        parts = _parts(content)
    except _TooMuch:
        return Extract(reading=Reading.UNREADABLE, warnings=(Warned(code="too-large"),))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        return Extract(reading=Reading.UNREADABLE)
    except RuntimeError:  # what the library raises for a member with a password
        return Extract(reading=Reading.ENCRYPTED)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        return Extract(reading=Reading.ENCRYPTED)
    styles = Styles()
    around, about, body = Body(styles), Body(styles), Body(styles)
    try:
        _hear(parts.get("styles.xml", b""), around)
        _hear(parts.get("meta.xml", b""), about)
        _hear(parts["content.xml"], body)
    except (Forbidden, KeyError, ElementTree.ParseError, ValueError, LookupError):
        return Extract(reading=Reading.UNREADABLE)
    return _extract(body, title=about.title, removed=around.removed)


def _parts(content: bytes) -> dict[str, bytes]:
    """Unpack the members with words."""
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        members = source.infolist()
        if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_UNZIPPED:
            raise _TooMuch
        room = _MOST_UNZIPPED
        for member in members:
            name = member.filename
            if name not in _WANTED or name in parts:
                continue
            with source.open(member) as stream:
                part = stream.read(room + 1)
            room -= len(part)
            if room < 0:
                raise _TooMuch
            parts[name] = part
    return parts


def _hear(part: bytes, target: Body) -> None:
    """Let the XML go by. UTF-16 is refused: the look for entities would not see through it."""
    if not part:
        return
    if _DOCTYPE.search(part) or part[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Forbidden
    parser = ElementTree.XMLParser(target=target)  # noqa: S314  entities are refused above
    for at in range(0, len(part), _PIECE):
        parser.feed(part[at : at + _PIECE])
    parser.close()


def _extract(body: Body, *, title: str, removed: list[str]) -> Extract:
    blocks, was_cut = capped(blocks_of([*body.pieces, *body.notes]))
    warnings = []
    if was_cut or body.was_cut:
        warnings.append(Warned(code="cut"))
    if body.found_hidden:
        warnings.append(Warned(code="hidden-text"))
    if body.hides_characters:
        warnings.append(Warned(code="hidden-characters"))
    tree = DocumentTree(
        trust=Trust.TAGGED,
        blocks=blocks,
        language=max(body.languages, key=body.languages.__getitem__, default=""),
        title=title,
        warnings=tuple(warnings),
        removed=tuple(removed),
    )
    reading = Reading.READ if any(map(block_text, blocks)) else Reading.NO_TEXT
    return Extract(reading=reading, tree=tree, warnings=tuple(warnings))
