"""A program with many kinds of widgets, for the tests to run with either driver.

Words: the driver ("stock" or "diffing"), then what to change of the manner, as name=value. The
file that `READY` names is made when keys go where they should.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import DataTable, Footer, Header, Input, Label, OptionList, Static, TextArea

from mailbox_tui.diffing_driver.driver import DiffingDriver
from mailbox_tui.diffing_driver.manner import Manner

MARKUP = (
    "[b]Bold[/b] [i]italic[/i] [u]under[/u] [reverse]reverse[/reverse] [strike]strike[/strike] "
    "[red]red[/red] [on blue]on blue[/on blue] [bold #ff8800 on #003300]mixed[/]"
)
UNUSUAL = "Blåbærgrød 日本語テキスト 한국어 e\u0301a\u0308 שלום 😀 ½ № 12.345,67 kr. ─│┌┐└┘"
ACTIONS = ["theme", "shell", "crash", "unusual", "page", "stop", "bell", "move", "quit", "turn",
           "stopping_shell"]  # fmt: skip
SECRET = 11
TURNS: list[type[Widget]] = [OptionList, DataTable, TextArea, Input]


class VariedApp(App[None]):
    """Shows one of everything."""

    CSS = """
    #left { width: 50%; border: round green; }
    OptionList { height: 8; }
    DataTable { height: 8; }
    #text { border: heavy red; }
    """
    BINDINGS: ClassVar = [
        # With priority, so that no key that was typed later overtakes one of these.
        Binding(f"f{number}", action, action.title(), priority=True, show=number < SECRET)
        for number, action in enumerate(ACTIONS, 2)
    ]

    def __init__(self, driver: str, changes: list[str]) -> None:
        super().__init__(driver_class=DiffingDriver if driver == "diffing" else None)
        self.terminal_manner = Manner()
        for change in changes:
            name, _, value = change.partition("=")
            kind = type(getattr(self.terminal_manner, name))
            setattr(self.terminal_manner, name, value if kind is type(None) else value == "True")
        self.pages = 0

    def compose(self) -> ComposeResult:
        yield Header()
        yield Input(placeholder="Type here", id="typed")
        with Horizontal():
            with VerticalScroll(id="left"):
                yield Static(MARKUP)
                yield OptionList(*(f"Option {n}: {'words ' * (n % 5)}" for n in range(40)))
                yield Static(UNUSUAL, id="unusual")
                yield Label("line\n" * 30)
            yield DataTable(cursor_type="row")
        yield TextArea("Text\nof three\nlines", id="text")
        yield Footer()

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False  # the two drivers' programs are compared
        self.query_one(TextArea).cursor_blink = False
        table = self.query_one(DataTable)
        table.add_columns("Name", "Amount", "Blåt")
        table.add_rows((f"Row {n}", f"{n * 1234},50", "日本" * (n % 3)) for n in range(50))
        self.title = "Varied"
        self.turn = 0
        self.query_one(OptionList).focus()

    def on_descendant_focus(self) -> None:
        Path(os.environ["READY"]).touch()

    def action_turn(self) -> None:
        self.turn += 1
        self.screen.set_focus(self.query_one(TURNS[self.turn % len(TURNS)]))

    def action_theme(self) -> None:
        self.theme = "textual-light" if self.theme != "textual-light" else "nord"

    def action_unusual(self) -> None:
        self.query_one("#unusual", Static).update(UNUSUAL[::-1].replace("\u0301", ""))

    def action_page(self) -> None:
        self.pages += 1
        self.query_one("#unusual", Static).update(f"page {self.pages} " * 40)

    def action_move(self) -> None:
        self.cursor_position = Offset(self.cursor_position.x + 3, self.cursor_position.y + 1)
        self.refresh()

    def action_shell(self) -> None:
        with self.suspend():
            subprocess.run(["sh", "-c", "stty -a; printf 'scribble\\n%.0s' 1 2 3"], check=True)

    def action_stopping_shell(self) -> None:
        with self.suspend():  # ctrl-z in the other program stops us too
            subprocess.run(["sh", "-c", "kill -TSTP $PPID; read line; echo scribble"], check=True)

    def action_stop(self) -> None:
        os.kill(os.getpid(), signal.SIGTSTP)

    def action_crash(self) -> None:
        raise RuntimeError("crash on purpose")  # noqa: EM101, TRY003


if __name__ == "__main__":
    VariedApp(sys.argv[1], sys.argv[2:]).run(mouse=False)
