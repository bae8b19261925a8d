"""Damage is found and named: in content, in a letter's facts, in the audit log, anywhere."""

import random
import shutil
import sqlite3
from contextlib import closing

import pytest

from mailbox_store.model.errors import StoreDamaged
from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_store.opening import open_store, path_of


@pytest.fixture
async def store(deliver, make_letter, mailbox, repository, url):
    """A closed store of some letters, one of them read."""
    await deliver(*(make_letter(n, text=f"Beløb {n}: 1.234,50 kr. " * 30) for n in range(1, 30)))
    await mailbox.open(LetterId(3))
    await repository.close()
    return path_of(url)


def change(store, *statements):
    with closing(sqlite3.connect(store)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


async def codes(store):
    async with open_store(f"sqlite://{store}") as repository:
        return {damage.code for damage in (await repository.check()).damages}


async def test_a_sound_store_has_no_damage(store) -> None:
    assert await codes(store) == set()


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["UPDATE content_bytes SET bytes = CAST('900,00 kr.' AS BLOB) WHERE id = 2"], "content"),
        (["DELETE FROM content_bytes WHERE id = 2"], "content"),
        (["UPDATE content SET uses = uses + 1 WHERE id = 2"], "counts"),
        (["UPDATE letter SET subject = 'Another' WHERE id = 4"], "letter"),
        (["UPDATE letter SET reply_by_ms = 5 WHERE id = 4"], "letter"),
        (["UPDATE sender SET name = 'Another'"], "letter"),
        (["DROP TRIGGER event_is_never_changed", "UPDATE event SET actor = 'X' WHERE number = 5"],
         "audit-chain"),
        (["DROP TRIGGER event_is_never_deleted", "DELETE FROM event WHERE number = 5"],
         "audit-chain"),
        (["DROP TRIGGER event_is_never_deleted",
          "DELETE FROM event WHERE number = (SELECT max(number) FROM event)"], "audit-chain"),
        (["UPDATE folder SET unread = unread + 1 WHERE type = 'INBOX'"], "counts"),
        (["DELETE FROM letter_words_docsize WHERE id = 3"], "words"),
    ],
)  # fmt: skip
async def test_each_kind_of_damage_is_named(store, statements, code) -> None:
    change(store, *statements)
    assert code in await codes(store)


@pytest.mark.parametrize("statement", ["UPDATE event SET actor = 'X'", "DELETE FROM event"])
async def test_the_audit_log_can_only_grow(store, statement) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        change(store, statement)


async def test_damaged_content_is_never_handed_out(store) -> None:
    change(store, "UPDATE content_bytes SET bytes = CAST('900,00 kr.' AS BLOB)")
    async with open_store(f"sqlite://{store}") as repository:
        with pytest.raises(StoreDamaged):
            await repository.original(MailboxId(1), LetterId(3))


async def test_random_damage_to_what_letters_say_is_found(store, tmp_path) -> None:
    """Bytes are changed inside letters' texts, where SQLite itself sees nothing wrong."""
    whole = store.read_bytes()
    places = [i for i in range(len(whole)) if whole.startswith(b"1.234,50", i)]
    chance = random.Random(1)
    for round_ in range(20):
        damaged = bytearray(whole)
        damaged[chance.choice(places) + chance.randrange(8)] ^= 1
        copy = tmp_path / f"damaged{round_}.db"
        copy.write_bytes(damaged)
        assert await codes(copy), "a changed amount went unseen"


async def test_a_store_cut_short_or_scribbled_on_is_damage_and_not_a_crash(store, tmp_path) -> None:
    whole = store.read_bytes()
    for number, keep in enumerate((len(whole) // 2, 5000, 4096, 200)):
        copy = tmp_path / f"cut{number}.db"
        shutil.copyfile(store, copy)
        copy.write_bytes(whole[:keep])
        try:
            assert await codes(copy)
        except StoreDamaged:
            continue
