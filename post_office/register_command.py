"""`brevdue-post register`, `unregister` and `registered` in words."""

import argparse

from accessibility.plain_text import json_text, one_line
from accessibility.wording import Say, sentence
from mailbox_store.mailbox import Clock
from mailbox_store.model.mailbox_facts import MailboxFacts, Registration, mailbox_id_text
from mailbox_store.model.party import Party
from mailbox_store.repository import Repository
from post_office.register import (
    register,
    register_authority,
    registered,
    unregister,
    unregister_authority,
)

_STATES = {
    Registration.REGISTERED: sentence("{number}. {name} Registered."),
    Registration.EXEMPT: sentence("{number}. {name} Exempt."),
    Registration.CLOSED: sentence("{number}. {name} Closed."),
}


async def change_register(
    asked: argparse.Namespace, store: Repository, say: Say, *, now: Clock
) -> str:
    """Do what was asked and say what was done. Raises `NotANumber`, `MailboxNotFound`."""
    if asked.verb == "unregister":
        if asked.authority is not None:
            gone = await unregister_authority(asked.authority, into=store)
            return say(
                "Letters from {number} no longer show as verified.", number=gone.masked_number
            )
        closed = await unregister(asked.number, into=store, now=now)
        return say(
            "The mailbox of {number} is closed. Its letters stay.",
            number=closed.owner.masked_number,
        )
    if asked.authority is not None:
        known = await register_authority(asked.authority, name=asked.name, into=store)
        return say("Letters from {number} now show as verified.", number=known.masked_number)
    made = await register(asked.number, name=asked.name, exempt=asked.exempt, into=store, now=now)
    number = made.owner.masked_number
    if made.registration is Registration.EXEMPT:
        return say("{number} has a mailbox and is exempt.", number=number)
    return say("{number} has a mailbox and is registered.", number=number)


async def answer_registered(asked: argparse.Namespace, store: Repository, say: Say) -> list[str]:
    """Give the register in lines, or in one line of JSON."""
    known = await registered(store)
    if asked.json:
        facts = {
            "mailboxes": [_mailbox_facts(m, full=asked.full) for m in known.mailboxes],
            "authorities": [{"number": a.number, "name": a.name} for a in known.authorities],
        }
        return [json_text(facts)]
    lines = [
        say(
            _STATES[m.registration],
            number=_number(m.owner, full=asked.full) or mailbox_id_text(m.id),
            name=f"{one_line(m.owner.name)}." if m.owner.name else "",
        ).replace("  ", " ")
        for m in known.mailboxes
    ]
    for authority in known.authorities:
        name = one_line(authority.name)
        lines.append(say("{number}. {name}. Authority.", number=authority.number, name=name))
    mailboxes, authorities = len(known.mailboxes), len(known.authorities)
    lines.append(
        say.count("{n} mailbox.", "{n} mailboxes.", mailboxes)
        + " "
        + say.count("{n} authority.", "{n} authorities.", authorities)
    )
    return lines


def _mailbox_facts(mailbox: MailboxFacts, *, full: bool) -> dict[str, object]:
    return {
        "id": mailbox_id_text(mailbox.id),
        "number": _number(mailbox.owner, full=full),
        "name": mailbox.owner.name,
        "state": mailbox.registration.value,
    }


def _number(owner: Party, *, full: bool) -> str:
    return owner.number if full else owner.masked_number
