"""A file that is a letter by itself: a PDF, an HTML page, a Word document or plain text.

Nothing in it says who sent it, so its sender is unknown and its subject is its name in words.
"""

import hashlib
import re
import uuid
from datetime import datetime

from accessibility.documents.file_names import safe_file_name
from accessibility.documents.kinds import kind_of
from accessibility.plain_text import one_line
from mailbox_store.model.arriving import ArrivingDocument, ArrivingFile, ArrivingLetter
from mailbox_store.model.document import DocumentType, Reading
from mailbox_store.model.letter import Origin
from mailbox_store.model.party import IdType, Party

_CONTENTS = uuid.UUID("0b9a5c52-5f3c-5d0e-8d57-2f6f6f2b7c11")  # ours; never changes
_LONGEST_SUBJECT = 250  # characters; MeMo allows 256
_UNKNOWN = Party(id_type=IdType.UNKNOWN, number="", name="")


def letter_from_bare_file(
    content: bytes,
    *,
    name: str,
    origin: Origin,
    now: datetime,
    modified: datetime | None = None,
) -> ArrivingLetter:
    """Make a letter of a file. The same content is the same letter under any name."""
    sha256 = hashlib.sha256(content).hexdigest()
    safe_name = safe_file_name(name)
    media_type = kind_of(content, name=safe_name)
    file = ArrivingFile(
        name=safe_name,
        media_type=media_type,
        declared_type=media_type,
        language="",
        content=content,
    )
    document = ArrivingDocument(
        type=DocumentType.MAIN, label=safe_name, files=(file,), reading=Reading.WAITING
    )
    return ArrivingLetter(
        uuid=str(uuid.uuid5(_CONTENTS, sha256)),
        fingerprint=sha256,
        original=content,
        original_type=media_type,
        origin=origin,
        sender=_UNKNOWN,
        recipient=_UNKNOWN,
        subject=subject_from_name(name),
        received=min(modified or now, now),
        documents=(document,),
    )


def subject_from_name(name: str) -> str:
    """Write a file's name as a subject: without its ending, words apart."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", stem) or stem
    return one_line(re.sub(r"[_+]+", " ", stem), limit=_LONGEST_SUBJECT)
