"""DOCX to text: mammoth makes HTML of it, our HTML reader the rest. In the child process only.

What is unpacked is counted twice: as the file declares it, and while it is inflated, because a
declaration costs nothing. Entities are refused: no word processor writes them.
"""

import io
import re
import zipfile

import mammoth

from accessibility.documents.extract import Extract
from accessibility.documents.html import read_markup
from mailbox_store.model.document import Reading
from mailbox_store.model.warned import Warned

_MOST_UNZIPPED = 50_000_000  # bytes of all members together
_MOST_MEMBERS = 2_000
_WANTED = re.compile(r"(\[Content_Types\]\.xml|_rels/.*|word/.*\.(xml|rels)|docProps/.*\.xml)")
_NOT_WANTED = re.compile(r"word/(media|fonts|embeddings|theme)/")
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_STYLES = """
p[style-name='Title'] => h1:fresh
u => u
"""


class _TooMuch(Exception):
    """More than the caps allow."""


def read_docx(content: bytes) -> Extract:
    """Give the text of a Word document; pictures in it are left unopened."""
    try:
        lean = _repacked(content)
    except _TooMuch:
        return Extract(reading=Reading.UNREADABLE, warnings=(Warned(code="too-large"),))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        return Extract(reading=Reading.UNREADABLE)
    except RuntimeError:  # what the library raises for a member with a password
        return Extract(reading=Reading.ENCRYPTED)
    if lean is None:
        return Extract(reading=Reading.UNREADABLE)
    result = mammoth.convert_to_html(lean, style_map=_STYLES, external_file_access=False)
    return read_markup(result.value)


def _repacked(content: bytes) -> io.BytesIO | None:
    """Copy the parts with words into a zip of our own; None if one of them has entities."""
    lean = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(lean, "w") as target:
        members = source.infolist()
        if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_UNZIPPED:
            raise _TooMuch
        room = _MOST_UNZIPPED
        seen: set[str] = set()
        for member in members:
            name = member.filename
            if name in seen or _NOT_WANTED.match(name) or not _WANTED.fullmatch(name):
                continue
            seen.add(name)
            with source.open(member) as stream:
                part = stream.read(room + 1)
            room -= len(part)
            if room < 0:
                raise _TooMuch
            if _DOCTYPE.search(part) or part[:2] in (b"\xff\xfe", b"\xfe\xff"):
                return None
            target.writestr(name, part)
    lean.seek(0)
    return lean
