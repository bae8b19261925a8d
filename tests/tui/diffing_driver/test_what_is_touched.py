"""What the driver knows of Textual's inside is this, so that an upgrade fails by name."""

import ast
import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest
from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver

import mailbox_tui.diffing_driver
from mailbox_tui.diffing_driver import driver, keyboard
from mailbox_tui.diffing_driver.driver import DiffingDriver

FOLDER = Path(mailbox_tui.diffing_driver.__file__).parent
FILES = sorted(FOLDER.glob("*.py"))
PRIVATE = {"_app", "_auto_restart", "_loop"}
NEAR_TEXTUAL = {"driver.py", "keyboard.py"}
NEAR_RICH = {"colours.py", "driver.py", "substitutes.py", "widths.py"}


class StillDriver(Driver):
    """A driver that does nothing, to see what the base class gives each."""

    def write(self, data: str) -> None: ...
    def start_application_mode(self) -> None: ...
    def disable_input(self) -> None: ...
    def stop_application_mode(self) -> None: ...


@pytest.mark.parametrize("name", sorted(PRIVATE))
async def test_the_base_class_still_has(name: str) -> None:
    app: App[None] = App()
    assert hasattr(StillDriver(app), name)


async def test_the_base_class_still_holds_the_app_and_its_loop() -> None:
    app: App[None] = App()
    still = StillDriver(app)
    assert still._app is app
    assert still._loop is asyncio.get_running_loop()
    assert still._auto_restart is True
    with still.no_automatic_restart():
        assert still._auto_restart is False


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (Driver, "SignalResume"),
        (Driver, "send_message"),
        (Driver, "process_message"),
        (Driver, "suspend_application_mode"),
        (Driver, "resume_application_mode"),
        (Driver, "can_suspend"),
        (XTermParser, "feed"),
        (XTermParser, "tick"),
        (constants, "ESCAPE_DELAY"),
        (App, "exit"),
        (App, "panic"),
        (App, "refresh"),
    ],
)
def test_textual_still_has(owner: object, name: str) -> None:
    assert hasattr(owner, name)


def test_the_parser_still_needs_a_tick_for_an_escape_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", -1.0)
    parser = XTermParser()
    assert list(parser.feed("\x1b")) == []
    (key,) = parser.tick()
    assert isinstance(key, events.Key)
    assert key.key == "escape"


def test_no_other_private_name_of_textual_is_touched() -> None:
    own = set(dir(DiffingDriver)) - set(dir(Driver)) - PRIVATE
    touched = set()
    for node in ast.walk(ast.parse(Path(driver.__file__).read_text())):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and "__" not in node.attr:
            assert isinstance(node.value, ast.Name)
            assert node.value.id == "self"
            if not isinstance(node.ctx, ast.Store) and node.attr not in own:
                touched.add(node.attr)
    assigned = {
        node.attr
        for node in ast.walk(ast.parse(Path(driver.__file__).read_text()))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    assert touched - assigned == PRIVATE
    assert not assigned & set(vars_of_the_base())
    assert [name for name in _imported(Path(keyboard.__file__)) if "._" in name] == [
        "textual._xterm_parser"
    ]


def vars_of_the_base() -> dict[str, Any]:
    """Give what the base class sets on each driver: none of it may be overwritten by ours."""

    async def made() -> dict[str, Any]:
        return vars(StillDriver(App()))

    return asyncio.run(made())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_package_needs_nothing_but_textual_rich_and_python(file: Path) -> None:
    for name in _imported(file):
        root = name.split(".")[0]
        ours = name.startswith("mailbox_tui.diffing_driver.")
        assert ours or root in {"textual", "rich"} or root in sys.stdlib_module_names, name
        assert root != "textual" or file.name in NEAR_TEXTUAL
        assert root != "rich" or file.name in NEAR_RICH


def _imported(file: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            found.append(node.module or "")
    return found
