"""A folder that says it is an exported mailbox is not believed about whose letters it holds."""

import hashlib
import json
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from mailbox_store.access import Identity
from mailbox_store.mailbox import Mailbox, open_mailbox
from mailbox_store.model.arriving import Outcome
from mailbox_store.model.errors import ForSomebodyElse, NotUnderstood
from mailbox_store.model.letter import MailboxId
from mailbox_store.model.query import ListQuery
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from mailbox_store.settings import store_url
from post_office.arrival import Arrived
from post_office.moving_in import exported_folder, move_in
from post_office.moving_out import move_out
from post_office.routing import DeliverRouting
from tests.post_office.conftest import anne, taken
from tests.post_office.making import BENT, NOW, memo


@pytest.fixture
async def mailbox(store: Repository, tmp_path: Path) -> Mailbox:
    """Anne's mailbox with three letters in it."""
    came = tmp_path / "came"
    came.mkdir()
    for name in ("first", "second", "third"):
        (came / f"{name}.xml").write_bytes(memo(name=name))
    await taken(store, DeliverRouting(store, now=lambda: NOW), came)
    return await _of_anne(store)


async def _of_anne(store: Repository) -> Mailbox:
    facts = await store.mailbox_of(anne().id_type, anne().number)
    assert facts is not None
    who = Identity(party=anne())
    return await open_mailbox(facts.id, who=who, repository=store, now=lambda: NOW)


async def _moved(folder: Path, store: Repository, *, most: int = 1000) -> list[Arrived]:
    moving = exported_folder(folder)
    assert moving is not None
    came: list[Arrived] = []
    moved = move_in(moving, into=store, actor="TEST", now=lambda: NOW)
    async with aclosing(moved) as arriving:
        async for arrived in arriving:
            came.append(arrived)
            if len(came) == most:
                break
    return came


def _change(folder: Path, **changes: Any) -> None:
    file = folder / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


async def test_a_letter_of_somebody_else_in_the_folder_is_refused(
    mailbox: Mailbox, store: Repository, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    await move_out(mailbox, out)
    letters = json.loads((out / "manifest.json").read_text())["letters"]
    foreign = memo(name="fourth", to=BENT)
    (out / letters[1]["file"]).write_bytes(foreign)
    letters[1]["sha256"] = hashlib.sha256(foreign).hexdigest()
    letters[1]["uuid"] = foreign.split(b"messageUUID>")[1].split(b"<")[0].decode()
    _change(out, letters=letters)
    async with open_store(store_url(tmp_path / "new.db"), make=True) as new:
        came = await _moved(out, new)
        assert [type(one.error) for one in came] == [type(None), ForSomebodyElse, type(None)]
        assert BENT not in str(came[1].error)
        assert (await (await _of_anne(new)).list(ListQuery())).total == 2


@pytest.mark.parametrize(
    "owner",
    [
        {"id_type": "CPR", "number": "\x1b[2J", "name": ""},
        {"id_type": "CPR", "number": "12345678", "name": ""},
        {"id_type": "EMAIL", "number": "a@b.example", "name": ""},
        {"id_type": "UNKNOWN", "number": "7", "name": ""},
    ],
)
async def test_an_owner_who_cannot_have_a_mailbox_is_refused(
    mailbox: Mailbox, tmp_path: Path, owner: dict[str, str]
) -> None:
    out = tmp_path / "out"
    await move_out(mailbox, out)
    _change(out, owner=owner)
    with pytest.raises(NotUnderstood):
        exported_folder(out)


async def test_folders_named_alike_are_one_and_stop_nothing(
    mailbox: Mailbox, store: Repository, tmp_path: Path
) -> None:
    await mailbox.make_folder("Århus")
    out = tmp_path / "out"
    await move_out(mailbox, out)
    async with open_store(store_url(tmp_path / "new.db"), make=True) as new:
        made = await new.make_mailbox(anne(), at=NOW, actor="TEST")
        await new.make_folder(made.id, "AARHUS", parent=None)
        assert len(await _moved(out, new)) == 3
        assert sum(f.name in ("AARHUS", "Århus") for f in await new.folders(made.id)) == 1


async def test_a_move_stopped_after_any_letter_is_finished_by_doing_it_again(
    mailbox: Mailbox, store: Repository, tmp_path: Path
) -> None:
    flagged = (await mailbox.list(ListQuery())).letters[0]
    await mailbox.flag([flagged.id], on=True)
    await mailbox.archive([flagged.id])
    out = tmp_path / "out"
    await move_out(mailbox, out)
    whole = [(s.uuid, s.flagged, s.folder_name, s.received_ms) for s in await _every(mailbox)]
    for stopped_after in (1, 2, 3):
        url = store_url(tmp_path / f"new{stopped_after}.db")
        async with open_store(url, make=True) as new:
            await _moved(out, new, most=stopped_after)
        async with open_store(url) as new:
            assert len(await _moved(out, new)) == 3
            there = await _every(await _of_anne(new))
            assert [(s.uuid, s.flagged, s.folder_name, s.received_ms) for s in there] == whole
            assert (await new.check()).damages == ()
            assert len(await new.letter_ids(MailboxId(1))) == 3


async def _every(mailbox: Mailbox) -> Any:
    return (await mailbox.list(ListQuery(limit=100))).letters


async def test_what_was_deleted_for_good_stays_away_after_a_move(
    mailbox: Mailbox, store: Repository, tmp_path: Path
) -> None:
    gone, *_ = await mailbox.every_letter()
    deleted = await mailbox.original(gone)
    await mailbox.bin([gone])
    await mailbox.delete_for_good(gone)
    await move_out(mailbox, tmp_path / "exported")
    async with open_store(store_url(tmp_path / "second.db"), make=True) as second:
        await _moved(tmp_path / "exported", second)
        again = tmp_path / "again.xml"
        again.write_bytes(deleted[0])
        await second.make_mailbox(anne(), at=NOW, actor="TEST")
        before = (await _of_anne(second)).facts.total
        (arrived,) = await taken(second, DeliverRouting(second, now=lambda: NOW), again)
        assert arrived.outcome is Outcome.DELETED_BEFORE
        assert (await _of_anne(second)).facts.total == before
