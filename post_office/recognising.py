"""What bytes are: told by the bytes themselves, by a name only where they are mere text."""

import json
import re
from enum import StrEnum
from typing import BinaryIO

from accessibility.documents import kinds
from accessibility.documents.kinds import kind_of
from mailbox_store.model.errors import NotUnderstood
from post_office.bundles import packing_of_bundle
from post_office.email.mbox import begins_as_mbox
from post_office.zip_bundles import is_word_document


class Kind(StrEnum):
    """A kind of file that holds letters."""

    MEMO = "MEMO"
    MAIL = "MAIL"
    MBOX = "MBOX"
    BUNDLE = "BUNDLE"
    BARE = "BARE"


_HEAD = 65_536  # bytes looked at
_MEMO_NAMESPACE = b"DigitalPost.dk/MeMo"
_FIELD = re.compile(rb"([!-9;-~]{1,80})[ \t]*:")
_MAIL_FIELDS = frozenset(
    b"from to cc subject date message-id received return-path delivered-to mime-version"
    b" content-type reply-to sender x-original-to envelope-to dkim-signature".split()
)
_MAIL_ONLY = frozenset(
    b"from date message-id received return-path delivered-to mime-version dkim-signature".split()
)
_NO_LETTERS = {
    "application/x-ole-storage": "old-office",
    "application/xml": "other-xml",
    "application/gzip": "packed",
    "application/x-xz": "packed",
    "application/x-lzma": "packed",
    kinds.CALENDAR: "calendar",
    kinds.CSV: "csv",
}
_TEXTS_THAT_ARE_NONE = {
    "csv": "csv",
    "tsv": "csv",
    "json": "json",
    "ics": "calendar",
    "eml": "mail-without-header",
    "xml": "other-xml",
}
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PRINT_JOB = re.compile(rb"fjernprint|<(?:\w+:)?forsendelse", re.IGNORECASE)


def recognise(stream: BinaryIO, *, name: str) -> Kind:
    """Tell what a file is; reads its first bytes and goes back to the beginning.

    Raises `NotUnderstood` with a code that says what it is instead of a letter.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    if not head.strip(b"\0 \t\r\n"):
        raise NotUnderstood(code="empty")
    if head.startswith(b"%PDF-"):
        return Kind.BARE
    text = _text_head(head)
    if text is not None and text.startswith(b"<"):
        return _kind_of_markup(text)
    if packing_of_bundle(stream) is not None:
        return Kind.BUNDLE
    if head.startswith(b"PK\x03\x04"):
        return Kind.BARE if kind_of(head) == kinds.ODT else _kind_of_office(stream)
    if begins_as_mbox(head):
        return Kind.MBOX
    if _is_mail(head):
        return Kind.MAIL
    return _kind_of_rest(head, name)


def _text_head(head: bytes) -> bytes | None:
    """Give the text without its byte order mark and leading space; None for binary content."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore").encode("utf-8", "ignore").strip()
    if b"\0" in head:
        return None
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _kind_of_markup(text: bytes) -> Kind:
    if _MEMO_NAMESPACE in text:
        return Kind.MEMO
    if _HTML.search(text[:4096]):
        return Kind.BARE
    if _PRINT_JOB.search(text):
        raise NotUnderstood(code="print-job")
    raise NotUnderstood(code="other-xml")


def _kind_of_office(stream: BinaryIO) -> Kind:
    try:
        if is_word_document(stream):
            return Kind.BARE
    finally:
        stream.seek(0)
    raise NotUnderstood(code="other-document")


def _is_mail(head: bytes) -> bool:
    """Tell whether bytes begin with a mail's header: two of its fields, one that no text has."""
    lines = head.removeprefix(b"\xef\xbb\xbf").splitlines()[:400]
    if lines and lines[0].startswith((b"From ", b">From ")):
        lines = lines[1:]
    names: set[bytes] = set()
    for line in lines:
        if line[:1] in (b" ", b"\t") and names:
            continue
        field = _FIELD.match(line)
        if field is None:
            break
        names.add(field[1].lower())
    known = names & _MAIL_FIELDS
    return len(known) >= 2 and bool(known & _MAIL_ONLY)


def _kind_of_rest(head: bytes, name: str) -> Kind:
    media_type = kind_of(head, name=name)
    if media_type in (kinds.PDF, kinds.HTML, kinds.RTF, *kinds.PICTURES):
        return Kind.BARE
    if media_type != kinds.TEXT:
        raise NotUnderstood(code=_NO_LETTERS.get(media_type, _code_of_family(media_type)))
    suffix = name.rpartition(".")[2].lower() if "." in name.strip(".") else ""
    if suffix in _TEXTS_THAT_ARE_NONE:
        raise NotUnderstood(code=_TEXTS_THAT_ARE_NONE[suffix])
    if _is_json(head.removeprefix(b"\xef\xbb\xbf").strip()):
        raise NotUnderstood(code="json")
    if suffix not in ("", "txt", "text"):
        raise NotUnderstood(code="other-text")
    return Kind.BARE


def _code_of_family(media_type: str) -> str:
    return "image" if media_type.startswith("image/") else "binary"


def _is_json(text: bytes) -> bool:
    if not text.startswith((b"{", b"[")):
        return False
    try:
        json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        # Only the beginning was read: a longer file ends in the middle.
        return len(text) >= _HEAD - 100 and text[1:].lstrip()[:1] in (b'"', b"{", b"[")
    return True
