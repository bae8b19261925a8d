"""A store whose bot got another token goes on with the other bot."""

from mailbox_store.repository import Repository
from tests.bots.running import running
from tests.bots.stand_in import StandIn

_ANOTHER = "4300000043:AAExampleExampleExampleExample-Example"


async def test_what_another_bot_is_told_is_answered_though_its_updates_are_counted_alike(
    telegram: StandIn, repository: Repository
) -> None:
    counted = telegram._last_update
    telegram.person(42).writes("one")
    async with running(telegram, repository):
        await telegram.person(42).hears("echo one")
    async with StandIn(token=_ANOTHER) as other:
        other._last_update = counted
        other.person(42).writes("two")
        async with running(other, repository):
            await other.person(42).hears("echo two")
