"""Letters for the tests of the faces, put into a real store."""

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from mailbox_store.model.arriving import ArrivingDocument, ArrivingFile, ArrivingLetter
from mailbox_store.model.document import DocumentType, Reading
from mailbox_store.model.letter import MessageType, Origin
from mailbox_store.model.party import IdType, Party
from mailbox_store.opening import open_store

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
OWNER = Party(id_type=IdType.CPR, number="0101800000", name="Anna Prøve")
OFFICE = Party(id_type=IdType.CVR, number="12345678", name="Bylderup Kommune")


def letter(number: int, **facts: Any) -> ArrivingLetter:
    """Make a letter; the higher its number the newer it is."""
    uuid = str(UUID(int=number, version=4))
    text = facts.pop("text", f"Dear Anna,\n\nThis is letter {number}.\n\nKind regards")
    original = facts.pop("original", f"original of {uuid} {text}".encode())
    documents = facts.pop("documents", (document(text),))
    return ArrivingLetter(
        **{
            "uuid": uuid,
            "fingerprint": hashlib.sha256(original).hexdigest(),
            "original": original,
            "original_type": "text/plain",
            "origin": Origin.POST_OFFICE,
            "sender": OFFICE,
            "recipient": OWNER,
            "subject": f"Letter {number}",
            "received": NOW - timedelta(days=40 - number),
            "documents": documents,
            **facts,
        }
    )


def document(text: str, **facts: Any) -> ArrivingDocument:
    """Make a main document with one plain text file."""
    content = facts.pop("content", text.encode())
    file = ArrivingFile(
        name=facts.pop("name", "letter.txt"),
        media_type=facts.pop("media_type", "text/plain"),
        declared_type=facts.pop("declared_type", "text/plain"),
        language="en",
        content=content,
    )
    return ArrivingDocument(
        **{
            "type": DocumentType.MAIN,
            "label": "",
            "files": (file,),
            "reading": Reading.READ,
            "text": text,
            **facts,
        }
    )


def legal_notice(number: int, **facts: Any) -> ArrivingLetter:
    """Make a legal notice nobody has opened."""
    return letter(number, type=MessageType.LEGAL_NOTIFICATION, **facts)


def store_with(path: Path, letters: Sequence[ArrivingLetter], *, owner: Party = OWNER) -> str:
    """Put letters into a store of one mailbox (more on a second call); gives its URL."""
    url = f"sqlite://{path}"
    asyncio.run(_fill(url, letters, owner))
    return url


async def _fill(url: str, letters: Sequence[ArrivingLetter], owner: Party) -> None:
    async with open_store(url, make=True) as repository:
        mailbox = await repository.make_mailbox(owner, at=NOW, actor="LOCAL")
        await repository.take_in(letters, mailbox.id, at=NOW, actor="OPERATOR")
