"""The parts of a Word document that hold words, taken out of its zip under caps.

What is unpacked is counted twice: as the file declares it, and while it is inflated, because a
declaration costs nothing. Entities are refused: no word processor writes them.
"""

import io
import posixpath
import re
import zipfile

from accessibility.documents.docx_xml import parsed

Parts = dict[str, bytes]

_MOST_UNZIPPED = 50_000_000  # bytes of all members together
_MOST_MEMBERS = 2_000
_WANTED = re.compile(r"(\[Content_Types\]\.xml|_rels/.*|word/.*\.(xml|rels)|docProps/.*\.xml)")
_NOT_WANTED = re.compile(r"word/(media|fonts|embeddings|theme)/")
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class TooMuch(Exception):
    """More than the caps allow."""


class NotPlain(Exception):
    """A part has entities, or an encoding in which they cannot be looked for."""


def parts_of(content: bytes) -> Parts:
    """Unpack the parts with words. Raises `TooMuch`, `NotPlain` and what `zipfile` raises."""
    parts: Parts = {}
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        members = source.infolist()
        if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_UNZIPPED:
            raise TooMuch
        room = _MOST_UNZIPPED
        for member in members:
            name = member.filename
            if name in parts or _NOT_WANTED.match(name) or not _WANTED.fullmatch(name):
                continue
            with source.open(member) as stream:
                part = stream.read(room + 1)
            room -= len(part)
            if room < 0:
                raise TooMuch
            if _DOCTYPE.search(part) or part[:2] in (b"\xff\xfe", b"\xfe\xff"):
                raise NotPlain
            for strict, usual in _STRICT:
                part = part.replace(strict, usual)
            parts[name] = part
    return parts


def packed(parts: Parts) -> io.BytesIO:
    """Put parts into a zip of our own."""
    lean = io.BytesIO()
    with zipfile.ZipFile(lean, "w") as target:
        for name, part in parts.items():
            target.writestr(name, part)
    lean.seek(0)
    return lean


def related(parts: Parts, name: str, kind: str) -> list[str]:
    """Give the parts that a part names as its "header", "styles" and so on; "" is the package."""
    folder, file = posixpath.split(name)
    relations = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    if relations is None:
        return []
    found = []
    for relation in parsed(relations).iter(_RELATION):
        target = relation.get("Target") or ""
        if (relation.get("Type") or "").rpartition("/")[2] == kind:
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if path in parts:
                found.append(path)
    return found
