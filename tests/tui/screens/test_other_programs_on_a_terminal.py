"""The terminal lent to others and taken back: a pager, an editor, the shell, the clipboard."""

import base64
import signal
from pathlib import Path

from tests.tui.running import Brevdue
from tests.tui.screens.at_a_terminal import at_a_terminal, leave


def test_a_stopped_sitting_gives_the_terminal_back_and_is_taken_up_again(brevdue: Brevdue) -> None:
    with at_a_terminal(brevdue) as child:
        child.press("jjj")
        child.settle()
        before = child.text()
        child.press("\x1a")
        child.wait_until_stopped()
        child.settle()
        assert child.modes() == child.modes_before
        child.process.send_signal(signal.SIGCONT)
        child.wait_until(lambda: child.text() == before, "for the screen as it was")
        child.press("j")
        child.wait_for(">5")
        leave(child)


def test_a_pager_has_the_terminal_and_the_screens_come_back(
    brevdue: Brevdue, tmp_path: Path
) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\ncat \"$1\"\nprintf 'THE PAGER'; read answer </dev/tty\n")
    pager.chmod(0o755)
    with at_a_terminal(brevdue, more={"PAGER": str(pager)}) as child:
        child.press("3\r\r")
        child.wait_for("letter 12.")
        child.settle()
        before = child.text()
        child.press("o")
        child.wait_for("THE PAGER")
        assert child.modes() == child.modes_before
        child.press("\n")
        child.wait_until(lambda: child.text() == before, "for the letter")
        leave(child)


def test_ctrl_c_in_the_editor_is_the_editors_own(brevdue: Brevdue, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        "#!/bin/sh\ntrap 'echo STAYED > \"$1\"; exit 0' INT\nprintf 'THE EDITOR'\n"
        "while :; do sleep 0.1; done\n"
    )
    editor.chmod(0o755)
    with at_a_terminal(brevdue, more={"EDITOR": str(editor), "VISUAL": ""}) as child:
        child.press("3\rE")
        child.wait_for("THE EDITOR")
        child.press("\x03")
        child.wait_for("Noted.")
        child.press("\r")
        child.wait_for("Your note: STAYED")
        child.press("\x03")  # and here it leaves again
        assert child.end() == 0
        assert child.modes() == child.modes_before


def test_what_is_copied_goes_to_the_terminals_clipboard_and_nowhere_else(brevdue: Brevdue) -> None:
    with at_a_terminal(brevdue) as child:
        child.press("3\r\r")
        child.wait_for("letter 12.")
        child.press(":copy 1\r")
        child.wait_for("Handed to the terminal")
        copied = base64.b64encode(b"Bylderup Kommune")
        assert child.written.count(b"\x1b]52;c;" + copied) == 1


def test_a_terminal_without_a_clipboard_is_not_said_to_have_one(brevdue: Brevdue) -> None:
    with at_a_terminal(brevdue, term="linux") as child:
        child.press("3\r\r")
        child.wait_for("letter 12.")
        child.press(":copy 1\r")
        child.wait_for("This terminal has no clipboard. Sender: “Bylderup Kommune”.")
        assert b"\x1b]" not in child.written


def test_an_editor_that_is_not_there_is_told_and_the_screens_come_back(brevdue: Brevdue) -> None:
    with at_a_terminal(brevdue, more={"EDITOR": "nosuch", "VISUAL": ""}) as child:
        child.press("3\rE")
        child.wait_for("“nosuch” could not be used. Nothing was changed.")
        child.press("j")
        child.wait_for(">4")
        leave(child)
