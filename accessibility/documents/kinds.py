"""The media type of a file, told by its bytes: what a sender declares is often wrong.

It only looks, it parses nothing. What the post office takes in as a mail it decides itself; here
a file that hangs on a letter is told to be one.
"""

import re

from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.zip_members import member_names

PDF = "application/pdf"
HTML = "text/html"
TEXT = "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
MAIL = "message/rfc822"
CALENDAR = "text/calendar"
CSV = "text/csv"
PICTURES = ("image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp", "image/webp")
UNKNOWN = "application/octet-stream"
EMPTY = "application/x-empty"

_LOOK = 4096  # bytes at the start that tell a text's kind
_BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
)
_LZMA_ALONE = re.compile(rb"[\x00-\xe0]\x00\x00.{2}(?:\xff{8}|.{5}\x00{3})", re.DOTALL)
_HEIC = re.compile(rb".{4}ftyp(?:hei[csmx]|hev[cx]|mif1|msf1|avi[fs])", re.DOTALL)
_BITMAP = re.compile(rb"BM.{4}\x00{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\x00{3}", re.DOTALL)
_PDF_LATER = re.compile(rb"%PDF-[12]\.[0-9]")
_MARKUP = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*"
    r"(?:(?P<html><!doctype\s+html\b|<(?:html|head|body|title|meta|style|table|div|span|p|br|h[1-6]"
    r"|a|b|i|u|em|strong|font|center|ul|ol|hr|img|base|script|article|section|main)(?=[\s>/]))"
    r"|(?P<svg><svg[\s>]|<!doctype\s+svg\b))",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<\?xml\s", re.IGNORECASE)
_CALENDAR = re.compile(r"\s*BEGIN:VCALENDAR\s", re.IGNORECASE)
_FIELD = re.compile(r"(?P<name>[!-9;-~]{1,70}):|[ \t]+\S|(?P<ends>\r?\n|\Z)")
_FIELDS_OF_A_MAIL = frozenset(
    ["from", "to", "subject", "date", "mime-version", "message-id", "received", "return-path"]
)
_FIELDS_OF_NO_LETTER = frozenset(["mime-version", "message-id", "received", "return-path"])
_ROWS_DECLARED = ("text/csv", "application/csv", "text/tab-separated-values")
_ROWS_NAMED = (".csv", ".tsv", ".tab")
_SEPARATED = re.compile(r"\s*[^\n]{0,2000}?[;,\t|]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_FEW_CONTROLS = 3  # may stand in the shortest text
_MOST_CONTROLS = 50  # one in so many characters may be a control character in a text


def kind_of(content: bytes, *, name: str = "", declared: str = "") -> str:
    """Tell the media type of bytes.

    `name` and `declared` only decide whether a text with tags somewhere in it is HTML, whether one
    with separators is rows of values, and help to tell a mail: nothing else believes them.
    """
    if not content:
        return EMPTY
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(content)
    return _kind_of_picture(content) or _kind_of_text(content, name=name, declared=declared)


def _kind_of_zip(content: bytes) -> str:
    if content[30:38] == b"mimetype" and content[38:85].startswith(ODT.encode()):
        return ODT
    names = member_names(content)
    for beginning, kind in (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX)):
        if "[Content_Types].xml" in names and any(n.startswith(beginning) for n in names):
            return kind
    return (
        ODT
        if {"mimetype", "content.xml", "META-INF/manifest.xml"} <= {*names}
        else ("application/zip")
    )


def _kind_of_picture(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if _HEIC.match(content):
        return "image/heic"
    return "image/bmp" if _BITMAP.match(content) else ""


def _kind_of_text(content: bytes, *, name: str, declared: str) -> str:
    start = text_of_bytes(content[:_LOOK]).lstrip("\ufeff")
    found = _MARKUP.match(start)
    if found and not _has_binary(start):
        if found["svg"]:
            return "image/svg+xml"
        if not _XML.match(start) or found["html"].lower().startswith(("<!doctype", "<html")):
            return HTML
    if _PDF_LATER.search(content, 0, 1024) and b"endobj" in content:
        return PDF
    if _is_mail(start, name=name, declared=declared):
        return MAIL
    if _LZMA_ALONE.match(content):
        return "application/x-lzma"
    if not _is_text(content):
        return UNKNOWN
    if _XML.match(start):
        return "application/xml"
    if _CALENDAR.match(start):
        return CALENDAR
    says_html = declared.strip().lower().startswith(HTML) or name.lower().endswith(
        (".htm", ".html")
    )
    if says_html and re.search(r"</?[a-zA-Z][^<>]*>", start):
        return HTML
    says_rows = declared.strip().lower().startswith(_ROWS_DECLARED) or name.lower().endswith(
        _ROWS_NAMED
    )
    return CSV if says_rows and _SEPARATED.match(start) else TEXT


def _is_mail(start: str, *, name: str, declared: str) -> bool:
    """Tell whether a text begins with the head of a mail, a stronger one if nobody says so."""
    told = declared.strip().lower()
    says_mail = told.startswith(MAIL) or name.lower().endswith(".eml")
    if not says_mail and (told.startswith("text/") or name.lower().endswith((".txt", ".html"))):
        return False
    names: set[str] = set()
    for line in start.splitlines(keepends=True):
        found = _FIELD.match(line)
        if found is None or (not found["name"] and not names):
            return False
        if found["ends"] is not None:
            break
        names.add((found["name"] or "").lower())
    names &= _FIELDS_OF_A_MAIL
    return bool(names) if says_mail else len(names) > 2 and bool(names & _FIELDS_OF_NO_LETTER)


def _has_binary(text: str) -> bool:
    found = len(_CONTROL.findall(text))
    return "\x00" in text or (found - _FEW_CONTROLS) * _MOST_CONTROLS > len(text)


def _is_text(content: bytes) -> bool:
    """Tell whether bytes are text: marked UTF-16 or -32, UTF-8, or cp1252 without controls."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return not _has_binary(text_of_bytes(content))
    try:
        return not _has_binary(content.decode())
    except UnicodeDecodeError:
        return _CONTROL.search(text_of_bytes(content)) is None
