"""A store with linked chats: a mailbox each, some letters in it, level 2."""

from pathlib import Path

import raw_sqlite
from stocked import arriving

from mailbox_store.access import Identity
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Address, Level
from mailbox_store.model.party import IdType, Party
from mailbox_store.opening import open_store, utc_now
from mailbox_store.settings import store_url

_LETTERS = 5  # in each mailbox


async def linked_store(folder: Path, people: list[int]) -> str:
    """Make a store in which each of these people has a mailbox and a linked chat; give its URL."""
    url = store_url(folder / "mailbox.db")
    made = list(raw_sqlite.letters(_LETTERS))
    async with open_store(url, make=True) as store:
        for count, person in enumerate(people):
            owner = Party(id_type=IdType.CPR, number=f"010180{count:04d}")
            facts = await store.make_mailbox(owner, at=utc_now(), actor="OPERATOR")
            letters = [
                arriving(count * _LETTERS + place, letter, raw_sqlite.SENDERS)
                for place, letter in enumerate(made)
            ]
            await store.take_in(letters, facts.id, at=utc_now(), actor="OPERATOR")
            linking = Linking(store, facts, Identity(party=owner), utc_now)
            offer = await linking.offer()
            address = Address("telegram", str(person))
            await store.chats.redeem(offer.code, address, name="Anne", language="en", at=utc_now())
            (chat,) = await linking.chats()
            await linking.accept(chat.key)
            await linking.set_level(chat.key, Level.SUMMARY)
    return url
