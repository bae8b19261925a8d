"""The painter: one thread that owns all writing to the terminal.

Frames that come while a slow line is still busy are merged, never queued: after each writing the
painter looks what is wanted now. Nobody else ever waits for the terminal, but at the end.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from mailbox_tui.diffing_driver.difference import Frame, Shown, difference
from mailbox_tui.diffing_driver.entering import entering, leaving, switching
from mailbox_tui.diffing_driver.manner import Manner
from mailbox_tui.diffing_driver.reading import Reader
from mailbox_tui.diffing_driver.sending import TerminalGone, send
from mailbox_tui.diffing_driver.styles import Palette
from mailbox_tui.diffing_driver.terminal import Terminal

_PATIENCE: Final = 0.5  # seconds; so long Textual may take to draw all of a screen's new size
_PASTE_MODE: Final = "2004"
_SMALL: Final = 40  # bytes: a mark that goes along with the cursor, not a row


class Painter:
    """Shows on one terminal what Textual draws."""

    def __init__(
        self,
        terminal: Terminal,
        size: tuple[int, int],
        *,
        descriptor: int,
        manner: Callable[[], Manner],
        when_gone: Callable[[], None],
        ask_for_all: Callable[[], None],
        when_failed: Callable[[BaseException], None],
    ) -> None:
        """Draw on `descriptor`; the callables are called from the painter's thread.

        `ask_for_all` is called when a part of the screen was never drawn since its size changed.
        """
        self._terminal = terminal
        self._palette = Palette(terminal)
        self._descriptor = descriptor
        self._manner = manner
        self._when_gone = when_gone
        self._ask_for_all = ask_for_all
        self._when_failed = when_failed
        self._thread: threading.Thread | None = None
        # Below: only in the painter's thread.
        self._shown: Shown | None = None
        self._modes_on: set[str] = set()
        self._leaves_alternate = False
        self._news = threading.Condition()
        # Below: only with `_news` held.
        self._reader = Reader(*size, self._palette, manner().known_encoding())
        self._resent: set[int] = set()
        self._modes: set[str] = set()
        self._is_due = self._is_ending = self._is_unknown = False

    def start(self, modes: set[str]) -> None:
        """Take the terminal over, and show what was drawn so far, once it is whole."""
        with self._news:
            self._modes = modes
            self._is_ending = False
            self._is_unknown = True
            self._is_due = not self._reader.unread_rows
        self._thread = threading.Thread(target=self._run, name="painter", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Show what is still due, give the terminal back and wait until that is done."""
        if self._thread is None:
            return
        with self._news:
            self._is_ending = True
            self._news.notify()
        self._thread.join()
        self._thread = None

    def draw(self, written: str) -> None:
        """Take what Textual writes."""
        with self._news:
            self._reader.encoding = self._manner().known_encoding()
            self._reader.read(written)
            self._tell()

    def resize(self, width: int, height: int) -> None:
        """Take another size of the terminal; Textual will draw all of it."""
        with self._news:
            grid = self._reader.grid
            if (width, height) != (grid.width, grid.height):
                self._reader.resize(width, height)
            if self._thread is not None:  # terminals differ in what they keep and where
                self._is_unknown = True
                self._tell()

    def forget(self) -> None:
        """Show everything again: another program wrote on the terminal."""
        with self._news:
            self._is_unknown = True
            self._tell()

    def resend(self, y: int) -> None:
        """Send a row whole with the next painting, even if nothing of it changed."""
        with self._news:
            self._resent.add(y)
            self._tell()

    def _tell(self) -> None:
        self._is_due = True
        self._news.notify()

    def _run(self) -> None:
        try:
            self._take_over()
            try:
                while self._wait():
                    self._paint()
                if not self._leaves_alternate:  # otherwise nobody would see it
                    self._paint()
            finally:
                self._give_back()
        except TerminalGone:
            self._when_gone()
        except BaseException as error:
            self._when_failed(error)
            raise

    def _take_over(self) -> None:
        alternate_screen = self._manner().alternate_screen
        self._leaves_alternate = alternate_screen and bool(self._terminal.leave_alternate)
        self._modes_on = set()
        self._send(entering(self._terminal, alternate_screen=self._leaves_alternate))

    def _give_back(self) -> None:
        off = switching(self._modes_on, set())
        alternate_screen = self._leaves_alternate
        self._send(off + leaving(self._terminal, self._shown, alternate_screen=alternate_screen))

    def _wait(self) -> bool:
        """Wait until a painting is due; tell whether there is one, or it is the end."""
        with self._news:
            self._news.wait_for(lambda: self._is_due or self._is_ending)
            self._news.wait_for(lambda: self._is_ending, timeout=self._manner().delay)
            if self._reader.unread_rows and not self._is_ending:
                self._wait_for_all()
            return not self._is_ending

    def _wait_for_all(self) -> None:
        self._news.wait_for(
            lambda: self._is_ending or not self._reader.unread_rows, timeout=_PATIENCE
        )
        if self._reader.unread_rows and not self._is_ending:
            self._reader.unread_rows.clear()
            self._ask_for_all()

    def _paint(self) -> None:
        """Send what changed."""
        manner = self._manner()
        with self._news:
            reader = self._reader
            frame = Frame(
                grid=reader.grid.copied(),
                x=reader.x,
                y=reader.y,
                resent=frozenset(self._resent),
            )
            asides = "".join(reader.asides)
            modes = self._modes | reader.modes
            shown = None if self._is_unknown else self._shown
            reader.asides.clear()
            self._resent.clear()
            self._is_due = self._is_unknown = False
        if self._terminal.fears_last_corner:
            frame.grid.blank(frame.grid.width - 1, frame.grid.height - 1)
        if manner.bracketed_paste:
            modes.add(_PASTE_MODE)
        self._send(switching(self._modes_on, modes) + asides)
        self._modes_on = modes
        if shown is not None and _is_heard_by_its_cursor(shown, frame, manner):
            shown, frame = self._draw_apart(shown, frame, manner)
        text, self._shown = difference(shown, frame, self._palette, whole_lines=manner.whole_lines)
        self._send(text)

    def _draw_apart(self, shown: Shown, frame: Frame, manner: Manner) -> tuple[Shown, Frame]:
        """Send a small change, and pause before the cursor goes to its row from one beside it.

        Gives what is shown now and what is still wanted.
        """
        beside = frame.y - 1 if frame.y > shown.y else frame.y + 1
        still = replace(frame, x=shown.x, y=beside)
        text, drawn = difference(shown, still, self._palette, whole_lines=manner.whole_lines)
        if not text or len(text.encode()) > _SMALL:
            return shown, frame
        self._send(text)
        with self._news:
            self._news.wait_for(lambda: self._is_ending, timeout=manner.cursor_pause)
        return drawn, replace(frame, resent=frozenset())

    def _send(self, text: str) -> None:
        if text:
            send(self._descriptor, text.encode(self._manner().known_encoding(), "replace"))


def _is_heard_by_its_cursor(shown: Shown, frame: Frame, manner: Manner) -> bool:
    """Tell whether the row the cursor goes to is to be said for that, and not as what was sent."""
    if not manner.cursor_pause or frame.y == shown.y:
        return False
    is_sent = frame.y in frame.resent or frame.grid.letters[frame.y] != shown.grid.letters[frame.y]
    return not (manner.whole_lines and is_sent)
