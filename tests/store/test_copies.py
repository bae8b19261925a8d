"""Backups never harm what they copy: not the store itself, not what an earlier one kept."""

import asyncio
import os
import sqlite3
from contextlib import closing

import pytest

from mailbox_store.model.errors import StoreTooNew, StoreUnsuitable
from mailbox_store.model.letter import LetterId
from mailbox_store.opening import open_store, path_of, restore_store
from mailbox_store.settings import store_url


@pytest.mark.parametrize("link", ["", "symlink_to", "hardlink_to"])
async def test_a_store_is_never_backed_up_onto_itself(
    repository, deliver, make_letter, mailbox, url, tmp_path, link
) -> None:
    """Whoever has the store open would go on writing to a file that nobody finds again."""
    await deliver(make_letter(1))
    store = path_of(url)
    target = store
    if link:
        target = tmp_path / "copy.db"
        getattr(target, link)(store)
    inode = store.stat().st_ino
    with pytest.raises(StoreUnsuitable):
        await repository.back_up(target)
    assert store.stat().st_ino == inode
    with pytest.raises(StoreUnsuitable):
        restore_store(target, url, now=mailbox._now())
    await deliver(make_letter(2))
    async with open_store(url) as another:
        assert await another.letter_ids(mailbox.facts.id) == (LetterId(1), LetterId(2))


async def test_two_copies_put_back_in_one_second_keep_both_stores_before_them(
    repository, deliver, make_letter, mailbox, url, tmp_path, clock
) -> None:
    backup = tmp_path / "backup.db"
    await repository.back_up(backup)
    await deliver(make_letter(1))
    first = restore_store(backup, url, now=clock())
    second = restore_store(backup, url, now=clock())
    assert first is not None
    assert first != second
    async with open_store(store_url(first)) as before:
        assert await before.letter_ids(mailbox.facts.id) == (LetterId(1),)


@pytest.mark.parametrize(("version", "error"), [(99, StoreTooNew), (0, StoreUnsuitable)])
async def test_a_copy_this_release_cannot_use_is_not_put_back(
    repository, deliver, make_letter, mailbox, url, tmp_path, clock, version, error
) -> None:
    backup = tmp_path / "backup.db"
    await repository.back_up(backup)
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    await deliver(make_letter(1))
    with pytest.raises(error):
        restore_store(backup, url, now=clock())
    assert await repository.letter_ids(mailbox.facts.id) == (LetterId(1),)
    assert list(path_of(url).parent.glob("*.before-*")) == []


async def test_a_pipe_is_no_copy_and_nobody_waits_for_it(repository, url, tmp_path, clock) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    async with asyncio.timeout(5):
        with pytest.raises(StoreUnsuitable):
            await repository.back_up(pipe)
    with pytest.raises(StoreUnsuitable):
        restore_store(pipe, url, now=clock())


async def test_every_folder_made_for_a_store_is_the_users_alone(tmp_path) -> None:
    before = os.umask(0)
    try:
        async with open_store(store_url(tmp_path / "a" / "b" / "mailbox.db"), make=True):
            pass
    finally:
        os.umask(before)
    for made in (tmp_path / "a", tmp_path / "a" / "b"):
        assert made.stat().st_mode & 0o777 == 0o700
    for file in (tmp_path / "a" / "b").iterdir():
        assert file.stat().st_mode & 0o077 == 0
