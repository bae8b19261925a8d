"""Letters that LibreOffice makes: of flat ODT files written by `flat_odt`."""

import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.reading.making import office_decision, office_terms

_DAY = "20260101000000"
_PDF_DATE = re.compile(rb"D:20\d{12}")
_PDF_ID = re.compile(rb"(/ID \[ <)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(> \])")
_CHECKSUM = re.compile(rb"(/DocChecksum /)[0-9A-F]{32}")
_XMP_DATE = re.compile(rb"(<xmp:\w+Date>)[^<]*(</xmp:\w+Date>)")
_WRITTEN = re.compile(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?")
_RTF_TIME = re.compile(rb"\\yr\d+\\mo\d+\\dy\d+\\hr\d+\\min\d+")
_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_PLAIN = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'


def make(folder: Path) -> Iterator[Path]:
    """Make each letter in each of its kinds."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        decision, terms = work / "afgoerelse.fodt", work / "vilkaar.fodt"
        decision.write_text(office_decision.letter(), encoding="utf-8")
        terms.write_text(office_terms.letter(), encoding="utf-8")
        yield converted(decision, _PLAIN, folder / "afgoerelse.pdf")
        yield converted(decision, _TAGGED, folder / "afgoerelse_maerket.pdf")
        for kind in ("odt", "docx", "rtf"):
            yield converted(decision, kind, folder / f"afgoerelse.{kind}")
        yield converted(terms, _PLAIN, folder / "vilkaar.pdf")
        yield converted(terms, "docx", folder / "vilkaar.docx")


def as_pdf(source: Path, target: Path, *, tagged: bool) -> Path:
    """Let LibreOffice print any file it can open."""
    return converted(source, _TAGGED if tagged else _PLAIN, target)


def converted(source: Path, kind: str, target: Path) -> Path:
    """Let LibreOffice write a file as another kind, without the moment it was done at."""
    with tempfile.TemporaryDirectory() as name:
        profile = (Path(tempfile.gettempdir()) / "letters-office-profile").as_uri()
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile}", "--headless",
             "--convert-to", kind, "--outdir", name, str(source)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        (made,) = Path(name).iterdir()
        content = made.read_bytes()
    if target.suffix == ".pdf":
        content = _timeless_pdf(content)
    elif target.suffix == ".rtf":
        content = _RTF_TIME.sub(rb"\\yr2026\\mo1\\dy1\\hr0\\min0", content)
    target.write_bytes(content)
    if target.suffix in (".odt", ".docx"):
        make_timeless(target)
    return target


def _timeless_pdf(content: bytes) -> bytes:
    """Write the same day over every date, byte for byte, so that the offsets stay true."""
    content = _PDF_DATE.sub(b"D:" + _DAY.encode(), content)
    zeros = b"0" * 32
    content = _PDF_ID.sub(rb"\g<1>" + zeros + rb"\g<2>" + zeros + rb"\g<3>", content)
    content = _CHECKSUM.sub(rb"\g<1>" + zeros, content)
    return _XMP_DATE.sub(
        lambda m: m[1] + b"2026-01-01T00:00:00Z".ljust(len(m[0]) - len(m[1]) - len(m[2])) + m[2],
        content,
    )


def make_timeless(path: Path) -> None:
    """Write a zip's members again with one date, without thumbnails, and its metadata likewise."""
    with zipfile.ZipFile(path) as zipped:
        members = [(info, zipped.read(info)) for info in zipped.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for info, content in members:
            if info.filename.startswith("Thumbnails/") or info.is_dir():
                continue
            if info.filename in ("meta.xml", "docProps/core.xml"):
                content = _WRITTEN.sub(b"2026-01-01T00:00:00Z", content)
            if info.filename == "META-INF/manifest.xml":
                content = re.sub(rb"\s*<manifest:file-entry[^>]*Thumbnails/[^>]*/>", b"", content)
            fresh = zipfile.ZipInfo(info.filename, (2026, 1, 1, 0, 0, 0))
            fresh.compress_type = (
                zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            )
            zipped.writestr(fresh, content)
