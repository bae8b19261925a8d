"""The floor's letters as the store takes them in, and the rate of taking in."""

import hashlib
import time
from types import ModuleType
from typing import Any

from mailbox_store.model.arriving import ArrivingDocument, ArrivingFile, ArrivingLetter
from mailbox_store.model.document import DocumentType, Reading
from mailbox_store.model.letter import MailboxId, Origin, time_of
from mailbox_store.model.party import IdType, Party
from mailbox_store.opening import utc_now
from mailbox_store.repository import Repository

OWNER = Party(id_type=IdType.CPR, number="0101800000")


def arriving(number: int, made: dict[str, Any], senders: list[str]) -> ArrivingLetter:
    """Make one of the floor's letters arrive: original, text, words, leaflet and all."""
    body = made["body"].encode()
    files = [("brev.txt", "text/plain", body, made["body"])]
    if made["leaflet"]:
        files.append(("bilag.pdf", "application/pdf", made["leaflet"], ""))
    return ArrivingLetter(
        uuid=f"00000000-0000-4000-8000-{number:012d}",
        fingerprint=hashlib.sha256(b"%d" % number + body).hexdigest(),
        original=body,
        original_type="text/plain",
        origin=Origin.POST_OFFICE,
        sender=Party(
            id_type=IdType.CVR, number=f"{made['sender']:08d}", name=senders[made["sender"] - 1]
        ),
        recipient=OWNER,
        subject=made["subject"],
        received=time_of(made["received"]),
        documents=tuple(
            ArrivingDocument(
                type=DocumentType.ADDITIONAL if place else DocumentType.MAIN,
                label="",
                files=(
                    ArrivingFile(
                        name=name,
                        media_type=kind,
                        declared_type=kind,
                        language="da",
                        content=content,
                    ),
                ),
                reading=Reading.READ if text else Reading.NO_TEXT,
                text=text,
            )
            for place, (name, kind, content, text) in enumerate(files)
        ),
    )


async def ingest(repository: Repository, mailbox: MailboxId, stock: list[ArrivingLetter],
                 batch: int, seconds: float) -> float:  # fmt: skip
    """Give letters a second, `batch` to a transaction."""
    start, done = time.perf_counter(), 0
    while done + batch <= len(stock) and time.perf_counter() - start < seconds:
        await repository.take_in(
            stock[done : done + batch], mailbox, at=utc_now(), actor="OPERATOR"
        )
        done += batch
    return done / (time.perf_counter() - start)


def floor_ingest(floor: ModuleType, path: str, stock: list[dict[str, Any]], batch: int,
                 seconds: float) -> float:  # fmt: skip
    """Give the floor's letters a second."""
    connection, done, start = floor.create(path), 0, time.perf_counter()
    while done + batch <= len(stock) and time.perf_counter() - start < seconds:
        connection.execute("BEGIN IMMEDIATE")
        for made in stock[done : done + batch]:
            done += 1
            floor.put(connection, done, made)
        connection.execute("COMMIT")
    connection.close()
    return done / (time.perf_counter() - start)
