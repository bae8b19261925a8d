"""Textual's application: one page, a sitting behind it, and the driver that sends what changed.

Beside `widgets` it is the only file of the screens that knows Textual.
"""

from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.worker import Worker

from mailbox_store.mailbox import Mailbox
from mailbox_store.repository import Repository
from mailbox_tui.desk import Desk
from mailbox_tui.diffing_driver.driver import DiffingDriver
from mailbox_tui.diffing_driver.manner import Manner
from mailbox_tui.looks import Look
from mailbox_tui.running import run_to_its_end
from mailbox_tui.screens.keymap import Keymap
from mailbox_tui.screens.sitting import Sitting
from mailbox_tui.screens.stage import Stage
from mailbox_tui.screens.visit import visit
from mailbox_tui.widgets.page import Page
from mailbox_tui.widgets.palettes import palette

_CURSOR_PAUSE = 0.025  # seconds; yasr hears two writes that are 20 ms apart as two
_DELAY = 0.01  # seconds: each answer is drawn in one go, so there is little to wait for and merge


class DriverFailedError(Exception):
    """The terminal could not be written to or read from."""


class MailboxApp(App[None], inherit_bindings=False):
    """Shows one sitting until the person leaves. It is the sitting's `Window`."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { background: ansi_default; overflow: hidden; }
    Page { width: 100%; height: 100%; background: ansi_default; color: ansi_default; }
    """

    def __init__(
        self,
        desk: Desk,
        repository: Repository,
        mailbox: Mailbox,
        *,
        look: Look,
        keymap: Keymap,
        greeting: str,
        encoding: str | None,
    ) -> None:
        """Nothing is read or shown before it runs."""
        super().__init__(driver_class=DiffingDriver, ansi_color=True)
        self.terminal_manner = Manner(
            encoding=encoding, bracketed_paste=True, delay=_DELAY, cursor_pause=_CURSOR_PAUSE
        )
        self.failure: BaseException | None = None
        self._keys = keymap
        self._greeting = greeting
        self.stage = Stage(desk, self, look)
        self.sitting = Sitting(self.stage, repository, mailbox)
        self._page = Page(self.stage.events.put_nowait)
        self.dress(look, desk.settings.theme)

    def compose(self) -> ComposeResult:
        """Give the one page."""
        yield self._page

    def on_mount(self) -> None:
        """Begin the sitting, now that the size is known."""
        self._page.focus()
        going_on = visit(self.sitting, self._keys, greeting=self._greeting)
        self.run_worker(going_on, exit_on_error=False)

    def _handle_exception(self, error: Exception) -> None:
        """End with what failed in drawing, too.

        Textual's own way prints a trace with what stood in the variables: letters. There is no
        public place for this.
        """
        self.failure = self.failure or error
        self.exit()

    def panic(self, *renderables: object) -> None:
        """End without printing what the driver has to say of its failure."""
        del renderables
        self.failure = self.failure or DriverFailedError()
        self.exit()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """End with the sitting; what went wrong in it is for the caller to raise."""
        if event.worker.is_finished:
            self.failure = self.failure or event.worker.error
            self.exit()

    # -- the sitting's window

    def dimensions(self) -> tuple[int, int]:
        """Give columns and rows."""
        return self.size.width, self.size.height

    def dress(self, look: Look, theme: str) -> None:
        """Take on a look and a theme, also in the middle of a sitting."""
        self._page.dress(palette(theme or "terminal", look))
        self.terminal_manner.whole_lines = look.one_at_a_time
        self.terminal_manner.alternate_screen = not look.one_at_a_time

    def paint(self) -> None:
        """Show the sitting as it is now."""
        picture = self.stage.picture()
        self.cursor_position = Offset(picture.column, picture.row)
        self._page.show(picture)

    def paint_anew(self) -> None:
        """Send the whole screen again."""
        if isinstance(self._driver, DiffingDriver):
            self._driver.repaint()

    def say_again(self, row: int) -> None:
        """Send a row again, though it looks as before."""
        if isinstance(self._driver, DiffingDriver):
            self._driver.resend(row)

    def copy(self, text: str) -> bool:
        """Hand a text to the terminal's clipboard (OSC 52); False where it has none."""
        if isinstance(self._driver, DiffingDriver) and not self._driver.has_commands:
            return False
        self.copy_to_clipboard(text)
        return True

    async def run_program(self, words: Sequence[str]) -> int:
        """Give the terminal to another program until it ends."""
        failed: OSError | None = None
        with self.suspend():  # which does not come back from an error inside it
            try:
                return await run_to_its_end(words)
            except OSError as error:
                failed = error
        raise failed

    def put_aside(self) -> None:
        """Stop the process, as ctrl-Z does."""
        self.action_suspend_process()


async def show_screens(app: MailboxApp) -> None:
    """Run the application to its end. Raises what went wrong in the sitting."""
    try:
        await app.run_async(mouse=False)
    finally:
        await app.sitting.voice.close()  # here: Textual waits for no worker's own end
    if app.failure is not None:
        raise app.failure
