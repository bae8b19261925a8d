"""Deeds: moved, marked, noted, undone also after a restart, deleted for good only when asked."""

import pytest

from mailbox_store.access import Identity
from mailbox_store.mailbox import open_mailbox
from mailbox_store.model.errors import (
    FolderNameTaken,
    FolderNotEmpty,
    LetterNotFound,
    NothingToUndo,
    NotInBin,
    StandardFolder,
)
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import LetterId
from mailbox_store.model.query import DeedKind, ListQuery
from mailbox_store.opening import open_store

L1, L2 = LetterId(1), LetterId(2)


async def state(mailbox, letter=L1):
    found = await mailbox.unopened(letter)
    summary = found.summary
    return summary.folder_name, bool(summary.unread), bool(summary.flagged), found.note


@pytest.mark.parametrize(
    ("deed", "after"),
    [
        (lambda m: m.archive([L1, L2]), ("Archive", True, False, "")),
        (lambda m: m.bin([L1, L2]), ("DELETED", True, False, "")),
        (lambda m: m.flag([L1, L2], on=True), ("INBOX", True, True, "")),
        (lambda m: m.mark([L1, L2], unread=False), ("INBOX", False, False, "")),
        (lambda m: m.write_note(L1, "Ring på mandag"), ("INBOX", True, False, "Ring på mandag")),
    ],
)
async def test_every_deed_is_done_and_undone_also_by_a_later_run(
    deed, after, deliver, make_letter, mailbox, url, clock
) -> None:
    await deliver(make_letter(1), make_letter(2))
    before = await state(mailbox)
    await deed(mailbox)
    assert await state(mailbox) == after
    async with open_store(url) as later:
        again = await open_mailbox(
            mailbox.facts.id, who=Identity(party=mailbox.facts.owner), repository=later, now=clock
        )
        await again.undo()
        assert await state(again) == before
        assert await state(again, L2) == before
        with pytest.raises(NothingToUndo):
            await again.undo()
        assert (await later.check()).damages == ()


async def test_undo_takes_deeds_back_one_by_one_and_only_what_they_changed(
    deliver, make_letter, mailbox
) -> None:
    await deliver(make_letter(1))
    await mailbox.flag([L1], on=True)
    await mailbox.archive([L1])
    assert (await mailbox.undo()).kind is DeedKind.ARCHIVE
    assert await state(mailbox) == ("INBOX", True, True, "")
    await mailbox.open(L1)  # reading is no deed that undo takes back
    assert (await mailbox.undo()).kind is DeedKind.FLAG
    assert await state(mailbox) == ("INBOX", False, False, "")


async def test_what_changes_nothing_is_no_deed(deliver, make_letter, mailbox) -> None:
    await deliver(make_letter(1))
    await mailbox.mark([L1], unread=True)
    with pytest.raises(NothingToUndo):
        await mailbox.undo()


async def test_a_deed_on_several_letters_is_done_on_all_or_none(
    deliver, make_letter, mailbox
) -> None:
    await deliver(make_letter(1))
    with pytest.raises(LetterNotFound):
        await mailbox.archive([L1, LetterId(77)])
    assert (await state(mailbox))[0] == "INBOX"


async def test_only_what_lies_in_the_bin_is_deleted_for_good(deliver, make_letter, mailbox) -> None:
    await deliver(make_letter(1))
    with pytest.raises(NotInBin):
        await mailbox.delete_for_good(L1)
    await mailbox.bin([L1])
    await mailbox.delete_for_good(L1)
    with pytest.raises(LetterNotFound):
        await mailbox.open(L1)
    with pytest.raises(NothingToUndo):  # a deed whose letters are all gone is gone too
        await mailbox.undo()


async def test_deleting_for_good_leaves_no_byte_of_the_letter_in_the_file(
    deliver, make_letter, mailbox, url
) -> None:
    from mailbox_store.opening import path_of

    secret = "Xyzhemmelighed nummer syv to fire"
    await deliver(make_letter(1, text=secret), make_letter(2, text="Noget andet"))
    await mailbox.write_note(L1, "Mit zebranotat")
    await mailbox.write_note(L1, "")  # what undo would bring back is also the letter's
    await mailbox.flag([L1, LetterId(2)], on=True)
    await mailbox.bin([L1])
    await mailbox.delete_for_good(L1)
    assert (await mailbox.undo()).letters == (LetterId(2),)  # of that deed the rest is undone
    store = path_of(url)
    for path in (store, store.with_name(store.name + "-wal")):
        left = path.read_bytes()
        assert b"zebranotat" not in left
        assert secret.encode() not in left
        assert b"yzhemmelig" not in left  # nor in the search index, where words are folded


async def test_content_that_another_letter_uses_stays(deliver, make_letter, mailbox) -> None:
    await deliver(make_letter(1, text="Samme bilag"), make_letter(2, text="Samme bilag"))
    await mailbox.bin([L1])
    await mailbox.delete_for_good(L1)
    opened = await mailbox.open(L2)
    file = opened.documents[0].files[0]
    assert await mailbox.content(L2, file.sha256) == b"Samme bilag"


async def test_folders_may_be_nested_named_anew_and_removed_when_empty(
    deliver, make_letter, mailbox
) -> None:
    await deliver(make_letter(1))
    home = await mailbox.make_folder("Bolig")
    rent = await mailbox.make_folder("Husleje", parent=home.id)
    assert rent.parent == home.id
    await mailbox.move([L1], rent.id)
    with pytest.raises(FolderNotEmpty):
        await mailbox.remove_folder(rent.id)
    with pytest.raises(FolderNotEmpty):
        await mailbox.remove_folder(home.id)
    with pytest.raises(FolderNameTaken):
        await mailbox.make_folder("BOLIG")
    await mailbox.rename_folder(rent.id, "Leje")
    await mailbox.undo()
    await mailbox.remove_folder(rent.id)
    await mailbox.remove_folder(home.id)
    assert [f.name for f in await mailbox.folders()] == [
        "INBOX", "DRAFTS", "SENT", "DELETED", "Archive",
    ]  # fmt: skip


async def test_undoing_a_move_out_of_a_removed_folder_puts_the_letter_in_the_inbox(
    deliver, make_letter, mailbox
) -> None:
    await deliver(make_letter(1))
    folder = await mailbox.make_folder("Kort")
    await mailbox.move([L1], folder.id)
    await mailbox.archive([L1])
    await mailbox.remove_folder(folder.id)
    await mailbox.undo()
    assert (await state(mailbox))[0] == "INBOX"


async def test_the_standard_folders_stay(mailbox) -> None:
    for folder in await mailbox.folders():
        assert folder.type is not FolderType.USER_DEFINED or folder.is_archive
        with pytest.raises(StandardFolder):
            await mailbox.remove_folder(folder.id)
        with pytest.raises(StandardFolder):
            await mailbox.rename_folder(folder.id, "Andet")


async def test_the_counts_follow_every_deed(deliver, make_letter, mailbox, repository) -> None:
    await deliver(*(make_letter(n) for n in range(1, 6)))
    await mailbox.open(L1)
    await mailbox.archive([L1, L2])
    await mailbox.bin([LetterId(3)])
    await mailbox.undo()
    await mailbox.mark([LetterId(4)], unread=False)
    inbox = (await mailbox.folders())[0]
    assert (inbox.total, inbox.unread) == (3, 2)
    assert (await mailbox.list(ListQuery(folder=inbox.id, unread=True))).total == 2
    assert (await repository.check()).damages == ()
