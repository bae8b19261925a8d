"""A store is made private, recognised, refused where it cannot be trusted, copied whole."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mailbox_store.model.errors import StoreMissing, StoreNotAllowed, StoreTooNew, StoreUnsuitable
from mailbox_store.model.letter import LetterId
from mailbox_store.model.query import ListQuery
from mailbox_store.opening import open_store, path_of, restore_store
from mailbox_store.settings import default_store_url, store_url
from mailbox_store.sqlite.queries import load_queries


async def test_a_new_store_and_its_folder_are_the_users_alone(url, repository) -> None:
    store = path_of(url)
    await repository.mailboxes()
    assert store.parent.stat().st_mode & 0o777 == 0o700
    for path in store.parent.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path.name


async def test_rights_that_others_were_given_are_taken_away(url, repository) -> None:
    path_of(url).chmod(0o644)
    async with open_store(url):
        assert path_of(url).stat().st_mode & 0o777 == 0o600


async def test_a_place_where_no_store_can_be_made_is_refused(tmp_path) -> None:
    (tmp_path / "file").write_text("no folder")
    for place in (tmp_path / "file" / "mailbox.db", Path("/proc/none/mailbox.db")):
        with pytest.raises(StoreNotAllowed):
            async with open_store(store_url(place), make=True):
                pass


async def test_a_missing_store_is_not_made_by_looking(tmp_path) -> None:
    with pytest.raises(StoreMissing):
        async with open_store(store_url(tmp_path / "none" / "mailbox.db")):
            pass
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("content", [b"Dear diary, " * 50, b"x"])
async def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path, content) -> None:
    other = tmp_path / "diary.txt"
    other.write_bytes(content)
    with pytest.raises(StoreUnsuitable):
        async with open_store(store_url(other), make=True):
            pass
    assert other.read_bytes() == content


async def test_somebody_elses_database_is_refused(tmp_path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipe (name)")
        connection.commit()
    with pytest.raises(StoreUnsuitable):
        async with open_store(store_url(other), make=True):
            pass


async def test_a_store_of_a_later_release_is_not_touched(url, repository) -> None:
    await repository.close()
    with closing(sqlite3.connect(path_of(url))) as connection:
        connection.execute("PRAGMA user_version = 9999")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with pytest.raises(StoreTooNew):
        async with open_store(url):
            pass


async def test_a_network_drive_is_refused_in_words(tmp_path, monkeypatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {tmp_path}/far nfs4 rw 0 0\n")
    monkeypatch.setattr("mailbox_store.sqlite.birth.MOUNTS", mounts)
    with pytest.raises(StoreUnsuitable) as refused:
        async with open_store(store_url(tmp_path / "far" / "deep" / "mailbox.db"), make=True):
            pass
    assert refused.value.why == "network-drive"
    async with open_store(store_url(tmp_path / "near" / "mailbox.db"), make=True):
        pass


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:///home/alma/m.db", "/home/alma/m.db"),
        ("sqlite:////home/alma/m.db", "/home/alma/m.db"),
        ("sqlite:///with%20space/m.db", "/with space/m.db"),
        ("/home/alma/m.db", "/home/alma/m.db"),
    ],
)
def test_urls_and_bare_paths_name_a_file(url, expected) -> None:
    assert path_of(url) == Path(expected)


def test_a_name_alone_lies_in_the_current_folder(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert path_of("sqlite:///m.db") == path_of("m.db") == tmp_path / "m.db"


async def test_a_store_has_one_lock_by_whatever_link_it_is_reached(
    url, repository, tmp_path
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path_of(url))
    assert path_of(str(link)) == path_of(url)


@pytest.mark.parametrize("url", ["postgres://x/y", "sqlite://", "sqlite:///", "", "/", "a\0b"])
def test_other_urls_are_refused(url) -> None:
    with pytest.raises(StoreUnsuitable):
        path_of(url)


def test_the_environment_says_where_the_store_lies(tmp_path) -> None:
    assert default_store_url({"BREVDUE_STORE": "sqlite:///a/b"}) == "sqlite:///a/b"
    assert path_of(default_store_url({"XDG_DATA_HOME": str(tmp_path / "å b")})) == (
        tmp_path / "å b" / "brevdue" / "mailbox.db"
    )


async def test_a_backup_taken_in_use_is_whole_private_and_can_be_put_back(
    deliver, make_letter, mailbox, repository, url, tmp_path, clock
) -> None:
    backup = tmp_path / "backup.db"
    await deliver(make_letter(1))
    await repository.back_up(backup)
    assert backup.stat().st_mode & 0o777 == 0o600
    await deliver(make_letter(2))
    kept = restore_store(backup, url, now=clock())
    # the store that was open all the while shows what was put back
    assert (await mailbox.list(ListQuery())).total == 1
    assert kept is not None
    async with open_store(store_url(kept)) as before:
        assert await before.letter_ids(mailbox.facts.id) == (LetterId(1), LetterId(2))
    assert (await repository.check()).damages == ()
    assert {p.name for p in tmp_path.iterdir()} == {"backup.db", "store"}  # nothing half-written


async def test_a_backup_replaces_an_earlier_one_but_no_other_file(
    repository, alma, tmp_path
) -> None:
    target = tmp_path / "file"
    await repository.back_up(target)
    await repository.back_up(target)
    target.write_bytes(b"a diary, 100 pages " * 100)
    with pytest.raises(StoreUnsuitable):
        await repository.back_up(target)
    assert target.read_bytes().startswith(b"a diary")


async def test_what_is_no_backup_is_not_put_back(url, repository, alma, tmp_path, clock) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_bytes(os.urandom(9000))
    with pytest.raises(StoreUnsuitable):
        restore_store(wrong, url, now=clock())
    with pytest.raises(StoreMissing):
        restore_store(tmp_path / "none", url, now=clock())
    assert (await repository.mailboxes())[0].id == alma.id


def test_every_named_query_is_used_and_every_used_one_is_named() -> None:
    import re

    import mailbox_store.sqlite

    (folder,) = mailbox_store.sqlite.__path__
    code = "".join(path.read_text("utf-8") for path in Path(folder).glob("*.py"))
    named = set(load_queries()) | set(load_queries("chat_queries.sql"))
    assert len(named) > 80
    assert not {name for name in named if f'"{name}"' not in code}
    assert not set(re.findall(r'sql\["(\w+)"\]', code)) - named


def test_the_members_of_aiosqlite_we_lean_on_are_there() -> None:
    import aiosqlite

    assert callable(aiosqlite.Connection._execute)
    assert isinstance(aiosqlite.Connection._conn, property)
