"""Real files made in memory, and the real reader with its child process."""

import io
import zipfile
from collections.abc import Callable, Iterator

import pytest

from accessibility.documents.reading import Reader
from mailbox_store.model.arriving import ArrivingFile

MakeFile = Callable[..., ArrivingFile]
MakePdf = Callable[..., bytes]
MakeDocx = Callable[..., bytes]

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """Lend one reader to all tests: it must serve them in any order."""
    with Reader() as reader:
        yield reader


@pytest.fixture(scope="session")
def make_file() -> MakeFile:
    """Make a file of a letter from bytes or text."""

    def make(
        content: bytes | str, *, name: str = "brev", declared: str = "", language: str = "da"
    ) -> ArrivingFile:
        whole = content.encode() if isinstance(content, str) else content
        return ArrivingFile(
            name=name, media_type="", declared_type=declared, language=language, content=whole
        )

    return make


@pytest.fixture(scope="session")
def make_pdf() -> MakePdf:
    """Write a small PDF: a page for each content stream."""

    def make(*streams: bytes, filters: bytes = b"", trailer: bytes = b"") -> bytes:
        kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(streams)))
        things = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(streams)),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ]
        for number, stream in enumerate(streams):
            things.append(
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
                b"/Resources<</Font<</F1 3 0 R>>>>>>" % (5 + 2 * number)
            )
            head = b"<</Length %d %s>>\nstream\n" % (len(stream), filters)
            things.append(head + stream + b"\nendstream")
        out, places = b"%PDF-1.7\n", []
        for number, thing in enumerate(things, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(things) + 1
        return out + (
            b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\n"
            b"startxref\n%d\n%%%%EOF\n" % (size, table, size, trailer, len(out))
        )

    return make


@pytest.fixture(scope="session")
def make_docx() -> MakeDocx:
    """Write a small Word document around the XML of its body."""

    def make(body: str, *, before: str = "", extra: dict[str, bytes] | None = None) -> bytes:
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", _TYPES)
            package.writestr("_rels/.rels", _RELATIONS)
            xml = f"{before}<w:document {_NAMESPACE}><w:body>{body}</w:body></w:document>"
            package.writestr("word/document.xml", xml)
            for name, content in (extra or {}).items():
                package.writestr(name, content)
        return whole.getvalue()

    return make
