"""The driver: Textual's door to the terminal. All that is known of Textual's inside stands here
and in `keyboard.py`."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any, Final

from rich.traceback import Traceback
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size

from mailbox_tui.diffing_driver.keyboard import Keyboard
from mailbox_tui.diffing_driver.manner import Manner
from mailbox_tui.diffing_driver.painter import Painter
from mailbox_tui.diffing_driver.process_signals import ProcessSignals, stop_this_process
from mailbox_tui.diffing_driver.raw_mode import RawMode
from mailbox_tui.diffing_driver.size import size_of
from mailbox_tui.diffing_driver.terminal import terminal_in

_MOUSE: Final = {"1000", "1003", "1006"}  # buttons, every motion, in numbers


class DiffingDriver(Driver):
    """Sends only what changed on the screen: `App(driver_class=DiffingDriver)`.

    The terminal's own cursor is always shown and rests where the app puts `cursor_position`,
    because that is what screen readers and magnifiers follow. Nothing is asked of the terminal.
    `Manner` says how an app may choose; `is_supported` in `terminal.py`, where this works.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Get ready; the terminal is not touched before `start_application_mode`."""
        self._input = 0 if sys.__stdin__ is None else sys.__stdin__.fileno()
        self._output = _terminal_for_output()
        width_and_height = self._measured()
        super().__init__(app, debug=debug, mouse=mouse, size=size or width_and_height)
        self._terminal = terminal_in(os.environ)
        self._mouse_modes = set(_MOUSE) if mouse and self._terminal.has_mouse else set()
        self._default_manner = Manner()
        self._raw_mode = RawMode(
            self._input if os.isatty(self._input) else self._output,
            signals=bool(os.environ.get("TEXTUAL_ALLOW_SIGNALS")),
        )
        self._painter = Painter(
            self._terminal,
            width_and_height,
            descriptor=self._output,
            manner=self._manner,
            when_gone=self._leave_app,
            ask_for_all=self._ask_for_all,
            when_failed=self._fail,
        )
        self._keyboard = Keyboard(
            self._input,
            encoding=lambda: self._manner().known_encoding(),
            pass_on=self.process_message,
            when_gone=self._leave_app,
            when_failed=self._fail,
            debug=debug,
        )
        self._signals = ProcessSignals(
            {
                signal.SIGWINCH: lambda: self._in_loop(self._resize),
                signal.SIGTSTP: self._stop_soon,
                signal.SIGCONT: lambda: self._in_loop(self._go_on),
                signal.SIGHUP: self._leave_app,
            }
        )
        self._is_running = self._is_suspended = self._is_stopped = False

    @property
    def can_suspend(self) -> bool:
        """Tell that another program may have the terminal for a while."""
        return True

    @property
    def has_commands(self) -> bool:
        """Tell whether the terminal reads commands such as those for its title and clipboard."""
        return self._terminal.takes_titles

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._signals.install()
        self._raw_mode.enter()
        self._is_running, self._is_suspended = True, False
        self._resize()
        self._painter.start(self._mouse_modes)
        self._keyboard.start()

    def stop_application_mode(self) -> None:
        """Show the last frame and give the terminal back."""
        self._is_running = False
        self._keyboard.stop()
        self._painter.stop()
        self._raw_mode.leave()

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while."""
        self._is_suspended = True
        super().suspend_application_mode()

    def disable_input(self) -> None:
        """Read no more keys."""
        self._keyboard.stop()

    def close(self) -> None:
        """Leave the process as it was found."""
        if not self._is_suspended:
            self._signals.restore()

    def write(self, data: str) -> None:
        """Take what Textual draws; it is shown soon, and this does not wait for it."""
        self._painter.draw(data)

    def resend(self, y: int) -> None:
        """Send row y whole at the next painting, even if it did not change: to be heard again."""
        self._painter.resend(y)

    def repaint(self) -> None:
        """Send the whole screen again, whatever the terminal shows now."""
        self._painter.forget()

    def _manner(self) -> Manner:
        manner = getattr(self._app, "terminal_manner", None)
        return manner if isinstance(manner, Manner) else self._default_manner

    def _measured(self) -> tuple[int, int]:
        return size_of(self._output, os.environ)

    def _resize(self) -> None:
        if not self._is_running:
            return
        width, height = self._measured()
        self._painter.resize(width, height)
        size = Size(width, height)
        self.send_message(events.Resize(size, size))

    def _stop_soon(self) -> None:
        """Stop the process, as ctrl-z asks; at once where another program has the terminal."""
        if self._auto_restart:
            self._in_loop(self._stop)
        else:
            stop_this_process()

    def _stop(self) -> None:
        if self._is_stopped:
            return  # pressed twice
        if self._is_running:
            self.suspend_application_mode()
            self._is_stopped = True
        stop_this_process()

    def _go_on(self) -> None:
        """Go on after a stop, if it is our turn to use the terminal."""
        if not self._auto_restart:
            return  # another program has the terminal, and the app waits for it
        if not self._raw_mode.is_in_foreground():
            stop_this_process()
        elif self._is_stopped:
            self._is_stopped = False
            self.resume_application_mode()
            self.send_message(self.SignalResume())
        elif self._is_running:  # stopped without notice; the shell has used the terminal since
            self._raw_mode.enter()
            self._painter.forget()

    def _leave_app(self) -> None:
        self._in_loop(lambda: self._app.exit(return_code=128 + signal.SIGHUP))

    def _ask_for_all(self) -> None:
        self._in_loop(self._app.refresh)

    def _fail(self, error: BaseException) -> None:
        trace = Traceback.from_exception(type(error), error, error.__traceback__)
        self._in_loop(lambda: self._app.panic(trace))

    def _in_loop(self, call: Callable[[], object]) -> None:
        """Call in the app's own thread, unless the app has ended."""
        try:
            self._loop.call_soon_threadsafe(call)
        except RuntimeError:  # the loop is closed
            return


def _terminal_for_output() -> int:
    """Give the stream that is a terminal: Textual's own choice first, which leaves stdout free."""
    for stream in (sys.__stderr__, sys.__stdout__):
        if stream is not None and stream.isatty():
            return stream.fileno()
    return 2
