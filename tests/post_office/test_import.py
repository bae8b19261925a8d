"""A person takes in their own letters: what goes where, once, and what is refused."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from accessibility.refusals import refusal
from accessibility.wording import wording_for
from mailbox_store.model.arriving import Outcome
from mailbox_store.model.errors import ForSomebodyElse, NotUnderstood
from mailbox_store.model.letter import MailboxId
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.query import ListQuery
from mailbox_store.repository import Repository
from post_office.arrival import Arrived
from post_office.routing import ImportRouting
from tests.post_office.conftest import taken
from tests.post_office.making import ANNE, BENT, NOW, mail, memo, tar_of, zip_of

NOBODY = Party(id_type=IdType.UNKNOWN, number="", name="")


def to(store: Repository, mailbox: MailboxId) -> ImportRouting:
    return ImportRouting(store, mailbox, actor="LOCAL", now=lambda: NOW)


async def annes(store: Repository) -> MailboxId:
    found = await store.mailbox_of(IdType.CPR, ANNE)
    assert found is not None
    return found.id


def written(folder: Path, **files: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def codes(arrived: list[Arrived]) -> list[str]:
    return [a.error.code for a in arrived if isinstance(a.error, NotUnderstood)]


async def test_a_folder_of_everything_is_taken_in_once(store: Repository, tmp_path: Path) -> None:
    folder = written(
        tmp_path / "in",
        a=memo(name="one"),
        b=mail(number=2),
        c=zip_of([("one.xml", memo(name="one")), ("two.xml", memo(name="two"))]),
        d="Kære Anne\n".encode(),
        hidden=mail(number=9),
    )
    (folder / "hidden").rename(folder / ".hidden")
    own = await annes(store)
    first = await taken(store, to(store, own), folder)
    kinds = [Outcome.STORED, Outcome.STORED, Outcome.ALREADY_HERE, Outcome.STORED, Outcome.STORED]
    assert [a.outcome for a in first] == kinds
    again = await taken(store, to(store, own), folder)
    assert {a.outcome for a in again} == {Outcome.ALREADY_HERE}
    assert [a.letter for a in again] == [a.letter for a in first]
    assert (await store.list_letters(own, ListQuery())).total == 4


async def test_the_same_uuid_with_other_bytes_keeps_both(store: Repository, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=memo(name="one"), b=memo(name="one", subject="Noget andet"))
    own = await annes(store)
    arrived = await taken(store, to(store, own), folder)
    assert [a.outcome for a in arrived] == [Outcome.STORED, Outcome.STORED_AS_CONFLICT]
    page = await store.list_letters(own, ListQuery())
    assert [bool(letter.conflict) for letter in page.letters] == [True, True]


async def test_a_letter_deleted_for_good_stays_away(store: Repository, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=mail())
    own = await annes(store)
    (arrived,) = await taken(store, to(store, own), folder)
    assert arrived.letter is not None
    await store.delete_for_good(own, arrived.letter, at=NOW, actor="TEST")
    (again,) = await taken(store, to(store, own), folder)
    assert again.outcome is Outcome.DELETED_BEFORE
    assert (await store.list_letters(own, ListQuery())).total == 0


async def test_a_memo_for_somebody_else_is_refused_unless_the_store_holds_their_mailbox(
    store: Repository, tmp_path: Path
) -> None:
    folder = written(tmp_path / "in", a=memo(to=BENT))
    own = await annes(store)
    (refused,) = await taken(store, to(store, own), folder)
    assert isinstance(refused.error, ForSomebodyElse)
    assert BENT[6:] not in refusal(refused.error, wording_for("en"))
    bent = await store.make_mailbox(Party(id_type=IdType.CPR, number=BENT), at=NOW, actor="TEST")
    (arrived,) = await taken(store, to(store, own), folder)
    assert arrived.mailbox == bent.id


async def test_a_mailbox_without_a_number_takes_that_of_the_first_memo_and_keeps_it(
    store: Repository, tmp_path: Path
) -> None:
    own = (await store.make_mailbox(NOBODY, at=NOW, actor="TEST")).id
    folder = written(tmp_path / "in", a=mail(), b=memo(to=BENT), c=memo(to="0303800003"))
    arrived = await taken(store, to(store, own), folder)
    assert [a.mailbox for a in arrived] == [own, own, None]
    assert arrived[1].new_owner is not None
    assert isinstance(arrived[2].error, ForSomebodyElse)
    facts = await store.mailbox(own)
    assert facts is not None
    assert (facts.owner.id_type, facts.owner.number) == (IdType.CPR, BENT)


async def test_a_number_of_an_unknown_kind_owns_no_mailbox(
    store: Repository, tmp_path: Path
) -> None:
    own = (await store.make_mailbox(NOBODY, at=NOW, actor="TEST")).id
    folder = written(tmp_path / "in", a=memo(to="Borgeren", id_type="Navn"))
    (refused,) = await taken(store, to(store, own), folder)
    assert isinstance(refused.error, ForSomebodyElse)


@pytest.mark.parametrize(
    ("created", "received"),
    [
        ("2026-11-01T10:00:00Z", datetime(2026, 11, 1, 10, 0, tzinfo=UTC)),
        ("2036-11-01T10:00:00Z", NOW),
    ],
)
async def test_an_imported_memo_was_received_when_it_was_made_but_never_in_the_future(
    store: Repository, tmp_path: Path, created: str, received: datetime
) -> None:
    folder = written(tmp_path / "in", a=memo(created=created))
    own = await annes(store)
    await taken(store, to(store, own), folder)
    (letter,) = (await store.list_letters(own, ListQuery())).letters
    assert letter.received == received


async def test_a_bare_file_comes_from_an_unknown_sender_under_its_name(
    store: Repository, tmp_path: Path
) -> None:
    folder = written(tmp_path / "in")
    (folder / "Ny_husleje\x1b[31m 2026.txt").write_bytes("Kære Anne\n".encode())
    (folder / "en kopi.txt").write_bytes("Kære Anne\n".encode())
    os.utime(folder / "Ny_husleje\x1b[31m 2026.txt", (10**9, 10**9))
    own = await annes(store)
    arrived = await taken(store, to(store, own), folder)
    assert [a.outcome for a in arrived] == [Outcome.STORED, Outcome.ALREADY_HERE]
    (letter,) = (await store.list_letters(own, ListQuery())).letters
    assert letter.subject.startswith("Ny husleje")
    assert letter.subject.endswith("2026")
    assert "\x1b" not in letter.subject
    assert letter.received == datetime.fromtimestamp(10**9, UTC)
    assert letter.sender == NOBODY


async def test_what_cannot_be_read_is_refused_and_the_walk_goes_on(
    store: Repository, tmp_path: Path
) -> None:
    folder = written(tmp_path / "in", a=b"", z=mail())
    (folder / "loop").symlink_to(folder)
    (folder / "nothing").symlink_to(folder / "missing")
    os.mkfifo(folder / "pipe")
    inner = tar_of([("inner.tar", tar_of([("x.xml", memo())])), ("y.xml", memo())])
    (folder / "nested.tar").write_bytes(inner)
    (folder / "none.tar").write_bytes(tar_of([("folder/.keep", b"x")]))
    (folder / "zero.zip").write_bytes(zip_of([]))
    arrived = await taken(store, to(store, await annes(store)), folder, tmp_path / "no")
    assert codes(arrived) == [
        "empty", "bundle-in-bundle", "bundle-empty", "broken-link", "not-a-file", "bundle-empty",
        "missing",
    ]  # fmt: skip
    assert [a.outcome for a in arrived if a.outcome] == [Outcome.STORED, Outcome.STORED]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
async def test_a_file_one_may_not_read_is_refused(store: Repository, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=mail(), b=mail(number=2))
    (folder / "a").chmod(0)
    arrived = await taken(store, to(store, await annes(store)), folder)
    assert codes(arrived) == ["not-readable"]
    assert arrived[1].outcome is Outcome.STORED


async def test_the_same_mail_from_an_mbox_and_a_maildir_is_one_letter(
    store: Repository, tmp_path: Path
) -> None:
    start = b"From post@kommune.example Sun Nov  1 10:00:00 2026\n"
    mails = [mail(number=n, body="Hej\n\n>From nu\n") for n in range(300)]
    (tmp_path / "mbox").write_bytes(b"".join(start + one + b"\n" for one in mails))
    for name in ("cur", "new", "tmp"):
        (tmp_path / "box" / name).mkdir(parents=True)
    for number, one in enumerate(mails):
        (tmp_path / "box" / "cur" / f"{number}.a:2,S").write_bytes(one)
    own = await annes(store)
    first = await taken(store, to(store, own), tmp_path / "mbox")
    again = await taken(store, to(store, own), tmp_path / "box")
    assert {a.outcome for a in first} == {Outcome.STORED}
    assert {a.outcome for a in again} == {Outcome.ALREADY_HERE}
    assert (await store.list_letters(own, ListQuery())).total == 300
