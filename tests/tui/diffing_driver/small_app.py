"""A small program whose keys tell what they are, for tests of the terminal's life.

Words: name=value for the manner; "mouse". `COUNT` names a file that gets the number of keys.
"""

import os
import sys
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.widgets import Static

from mailbox_tui.diffing_driver.driver import DiffingDriver
from mailbox_tui.diffing_driver.manner import Manner


class SmallApp(App[None]):
    """Three rows: a title, the last key, a message. `f` fills the rest with something new."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Static { height: 1; } #rest { height: 1fr; }"

    def __init__(self, words: list[str]) -> None:
        super().__init__(driver_class=DiffingDriver)
        self.terminal_manner = Manner()
        values = {"True": True, "False": False, "long": 1.0}
        for name, value in (word.split("=") for word in words):
            setattr(self.terminal_manner, name, values.get(value, value))
        self.pressed = 0

    def compose(self) -> ComposeResult:
        yield Static("Small")
        yield Static(id="key")
        yield Static("message", id="message")
        yield Static(id="rest")

    def on_key(self, event: events.Key) -> None:
        event.prevent_default()
        self.pressed += 1
        self.query_one("#key", Static).update(f"{self.pressed}: {event.key}", layout=False)
        if event.key == "f":
            rest = "".join(chr(97 + (self.pressed * 7 + n * n) % 26) for n in range(1500))
            self.query_one("#rest", Static).update(rest, layout=False)
        elif event.key == "m":
            self.cursor_position = Offset(5 + self.pressed, 9)
            self.query_one("#rest", Static).refresh()
        elif event.key == "c":
            self.copy_to_clipboard("copied")
            self.bell()
        elif event.key == "r":
            self._driver.resend(2)  # type: ignore[union-attr]
        elif event.key == "p":
            self._driver.repaint()  # type: ignore[union-attr]
        elif event.key == "w":
            self.terminal_manner.whole_lines = True
        elif event.key == "q":
            self.query_one("#message", Static).update("Goodbye", layout=False)
            self.call_after_refresh(self.exit)
        if count := os.environ.get("COUNT"):
            Path(count).write_text(str(self.pressed))

    def on_paste(self, event: events.Paste) -> None:
        self.query_one("#message", Static).update(f"pasted {event.text}", layout=False)

    def on_click(self, event: events.Click) -> None:
        self.query_one("#message", Static).update(f"clicked {event.x} {event.y}", layout=False)


if __name__ == "__main__":
    given = sys.argv[1:]
    SmallApp([word for word in given if word != "mouse"]).run(mouse="mouse" in given)
