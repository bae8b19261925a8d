"""Brevdue where time and place stand still, with our driver or, to compare, with Textual's own.

The first word says which: "ours" or "stock"; the second is the store's URL, which is named NOWHERE
on the screens; the others are for Brevdue.
"""

import sys
from dataclasses import replace
from unittest.mock import patch

from textual.drivers.linux_driver import LinuxDriver

from mailbox_tui.command import main
from mailbox_tui.desk import Desk
from tests.tui.letters import NOW

NOWHERE = "sqlite:///nowhere/mailbox.db"


class StockDriver(LinuxDriver):
    """Textual's own, which cannot send a row again."""

    def resend(self, y: int) -> None:
        """Do nothing: what is on the screen does not change by it."""


if __name__ == "__main__":
    driver, store, *words = sys.argv[1:]
    open_store = Desk.open_store
    with (
        patch("mailbox_tui.command.utc_now", lambda: NOW),
        patch.object(Desk, "open_store", lambda desk: open_store(replace(desk, store_url=store))),
    ):
        if driver == "stock":
            with patch("mailbox_tui.app.DiffingDriver", StockDriver):
                sys.exit(main(["--store", NOWHERE, *words]))
        sys.exit(main(["--store", NOWHERE, *words]))
