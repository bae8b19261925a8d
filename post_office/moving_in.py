"""Import of an exported folder: an equal mailbox is made of it, letter by letter.

Every original is checked against its sha256 and understood anew by the same readers as any
arriving letter; the person's own states are then put on it. Whether a sender was verified is
never taken from a folder. Doing it again changes nothing, so a stopped import is simply repeated.
"""

import asyncio
import hashlib
import json
import re
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from mailbox_store.drafts import DRAFT_TYPE, read_draft
from mailbox_store.mailbox import Clock
from mailbox_store.model.arriving import ArrivingLetter
from mailbox_store.model.errors import (
    ForSomebodyElse,
    MailboxError,
    NotANumber,
    NotUnderstood,
    TooLarge,
)
from mailbox_store.model.folder import FolderId
from mailbox_store.model.letter import MailboxId, Origin, time_of
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.model.party import (
    IdType,
    Party,
    id_type_from,
    normal_number,
    party_from_number,
    without_cpr_numbers,
)
from mailbox_store.repository import Repository
from mailbox_store.search_words import fold
from post_office.arrival import Arrived, understand
from post_office.finding import LARGEST_LETTER, Found
from post_office.moving_out import FORMAT, MANIFEST, VERSION
from post_office.recognising import Kind

_AT_ONCE = 32  # letters in one transaction
_FILE = re.compile(r"letters/[A-Za-z0-9-]{1,80}\.(?:xml|eml|bin)")
_KINDS = {"application/memo+xml": Kind.MEMO, "message/rfc822": Kind.MAIL}
_LATEST_MS = 253_402_300_799_000  # the end of the year 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class MovingIn:
    """An exported folder whose manifest was read."""

    folder: Path
    owner: Party
    folders: tuple[tuple[str, ...], ...]
    letters: tuple[dict[str, object], ...]
    deleted: tuple[tuple[str, str], ...]  # uuid and fingerprint of what stays away


def exported_folder(path: Path) -> MovingIn | None:
    """Read the manifest of an exported folder; None if the path is no such folder.

    Raises `NotUnderstood`: "export-unfinished", "export-newer" or "export-damaged".
    """
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        return None
    if manifest.get("version") != VERSION:
        raise NotUnderstood(code="export-newer")
    if manifest.get("complete") is not True:
        raise NotUnderstood(code="export-unfinished")
    try:
        owner, letters = manifest["owner"], manifest["letters"]
        kind = id_type_from(str(owner["id_type"]))
        number = normal_number(kind, str(owner["number"]))
        if not _may_own(kind, number) or manifest["counts"]["letters"] != len(letters):
            raise NotUnderstood(code="export-damaged")
        return MovingIn(
            folder=path,
            owner=Party(id_type=kind, number=number, name=str(owner["name"])),
            folders=tuple(tuple(map(str, names)) for names in manifest["folders"]),
            letters=tuple(dict(letter) for letter in letters),
            deleted=tuple(
                (str(uuid), bytes.fromhex(fingerprint).hex())
                for uuid, fingerprint in manifest["deleted"]
            ),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise NotUnderstood(code="export-damaged") from error


async def move_in(
    moving: MovingIn, *, into: Repository, actor: str, now: Clock
) -> AsyncGenerator[Arrived, None]:
    """Make the owner's mailbox with its folders and letters, and tell what became of each."""
    facts = await into.mailbox_of(moving.owner.id_type, moving.owner.number)
    if facts is None:
        facts = await into.make_mailbox(moving.owner, at=now(), actor=actor)
    await _make_folders(moving, facts, into)
    await into.remember_deletions(facts.id, moving.deleted)
    for start in range(0, len(moving.letters), _AT_ONCE):
        entries = moving.letters[start : start + _AT_ONCE]
        batch = [
            (entry, await asyncio.to_thread(_understood, moving, entry, now)) for entry in entries
        ]
        async for arrived in _store(moving.folder, batch, facts.id, into, actor, now):
            yield arrived


async def _store(
    folder: Path,
    batch: Sequence[tuple[dict[str, object], ArrivingLetter | MailboxError]],
    mailbox: MailboxId,
    into: Repository,
    actor: str,
    now: Clock,
) -> AsyncGenerator[Arrived, None]:
    letters = [one for _, one in batch if isinstance(one, ArrivingLetter)]
    receipts = iter(await into.take_in(letters, mailbox, at=now(), actor=actor))
    for entry, one in batch:
        where = str(folder / str(entry.get("file", "")))
        if isinstance(one, MailboxError):
            yield Arrived(path=folder, where=where, error=one)
            continue
        receipt = next(receipts)
        yield Arrived(
            path=folder,
            where=where,
            outcome=receipt.outcome,
            letter=receipt.letter,
            mailbox=mailbox,
            uuid=receipt.uuid,
        )


def _may_own(kind: IdType, number: str) -> bool:
    """Tell whether a mailbox can be made for an owner: by a real number, or by none."""
    if kind is IdType.UNKNOWN:
        return not number
    try:
        return party_from_number(number).id_type is kind
    except NotANumber:
        return False


def _understood(
    moving: MovingIn, entry: dict[str, object], now: Clock
) -> ArrivingLetter | MailboxError:
    """Read one letter of the folder with its states, or give why it cannot be."""
    folder = moving.folder
    try:
        content = _checked_content(folder, entry)
        kind = _KINDS.get(str(entry["type"]), Kind.BARE)
        if entry["type"] == DRAFT_TYPE:
            letter = read_draft(content, sender=moving.owner, written=now())
        else:
            name = str(entry["name"]) or "letter"
            found = Found(path=folder, where="", name=name, kind=kind, content=content)
            letter = understand(found, origin=Origin.IMPORT, now=now())
        if letter.uuid != str(entry["uuid"]).lower():
            return NotUnderstood(code="export-differs")
        if kind is Kind.MEMO and not _is_for(letter.recipient, moving.owner):
            # a mailbox holds only its owner's: somebody put another's letter into the folder
            return ForSomebodyElse(
                masked_number=without_cpr_numbers(letter.recipient.masked_number)
            )
        return replace(
            letter,
            subject=str(entry["subject"]) if kind is Kind.BARE else letter.subject,
            received=_time(entry["received_ms"]),
            unread=entry["unread"] is True,
            flagged=entry["flagged"] is True,
            note=str(entry["note"]),
            folder=tuple(map(str, cast("list[object]", entry["folder"]))),
            legally_notified=None
            if entry["legally_notified_ms"] is None
            else _time(entry["legally_notified_ms"]),
        )
    except MailboxError as error:
        return error
    except (KeyError, TypeError, ValueError, OverflowError):
        return NotUnderstood(code="export-damaged")


def _is_for(recipient: Party, owner: Party) -> bool:
    number = normal_number(recipient.id_type, recipient.number)
    return (recipient.id_type, number) == (owner.id_type, owner.number)


def _checked_content(folder: Path, entry: dict[str, object]) -> bytes:
    """Read an original that lies inside the folder and is what the manifest says it is."""
    name = str(entry["file"])
    if _FILE.fullmatch(name) is None:
        raise NotUnderstood(code="export-damaged")
    path = folder / name
    try:
        if path.is_symlink() or not path.is_file():
            raise NotUnderstood(code="missing")
        if path.stat().st_size > LARGEST_LETTER:
            raise TooLarge(code="too-large", detail=f"{LARGEST_LETTER // 1_000_000} MB")
        content = path.read_bytes()
    except OSError as error:
        raise NotUnderstood(code="not-readable") from error
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        raise NotUnderstood(code="export-differs")
    return content


async def _make_folders(moving: MovingIn, facts: MailboxFacts, into: Repository) -> None:
    """Make the folders that are missing, so that empty ones come along too."""
    there: dict[tuple[FolderId | None, str], FolderId] = {
        (folder.parent, fold(folder.name)): folder.id for folder in await into.folders(facts.id)
    }
    for names in sorted(moving.folders, key=len):
        parent: FolderId | None = None
        for name in names:
            place = (parent, fold(name))  # as the store tells names apart
            if place not in there:
                there[place] = (await into.make_folder(facts.id, name, parent=parent)).id
            parent = there[place]


def _time(milliseconds: object) -> datetime:
    if not isinstance(milliseconds, int) or not -_LATEST_MS < milliseconds < _LATEST_MS:
        raise TypeError
    return time_of(milliseconds).astimezone(UTC)
