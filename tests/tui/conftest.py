"""A store with a few letters for each test of the faces, and the command that opens it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mailbox_store.model.arriving import ArrivingLetter
from tests.tui.letters import legal_notice, letter, store_with
from tests.tui.running import Brevdue

Make = Callable[..., Brevdue]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Give a maker of commands over a store with given letters."""

    def made(*letters: ArrivingLetter) -> Brevdue:
        folder = tmp_path / "store"
        folder.mkdir(mode=0o700, exist_ok=True)
        return Brevdue(home=tmp_path, store=store_with(folder / "mailbox.db", letters))

    return made


@pytest.fixture
def brevdue(make: Make) -> Brevdue:
    """Give the command over 14 letters; number 1 is a legal notice, 2 has a deadline."""
    soon = datetime.now().astimezone() + timedelta(days=3)
    noon = soon.replace(hour=12, minute=0, second=0, microsecond=0)
    return make(
        *(letter(number) for number in range(1, 13)),
        letter(20, subject="Housing benefit, decision", reply_by=noon),
        legal_notice(21, subject="Summons", text="You are summoned. SECRETWORD."),
    )
