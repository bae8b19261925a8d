"""The one widget: it draws a picture's lines in a palette and gives keys away as they come.

One widget rather than a tree of them, because a screen that is laid out in several steps is sent,
and said by a screen reader, several times.
"""

from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from mailbox_tui.screens.events import Event, Paste, Press, Resized
from mailbox_tui.screens.picture import Line, Picture, Role
from mailbox_tui.widgets.palettes import Palette

_NOTHING = Picture([], 0, 0)


class Page(Widget, can_focus=True):
    """Shows a picture over the whole screen."""

    def __init__(self, hear: Callable[[Event], None]) -> None:
        """Take whom to tell of keys; `dress` gives the styles to draw in."""
        super().__init__()
        self._hear = hear
        self._palette: Palette = {}
        self._picture = _NOTHING

    def dress(self, palette: Palette) -> None:
        """Draw in other styles from now on."""
        self._palette = palette
        self.refresh()

    def show(self, picture: Picture) -> None:
        """Draw another picture; only rows that differ are drawn anew."""
        before, self._picture = self._picture, picture
        if picture == before:
            return
        height = max(len(before.lines), len(picture.lines))
        changed = [y for y in range(height) if _nth(before, y) != _nth(picture, y)]
        changed = changed or [picture.row]  # so that the cursor goes along
        self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        plain = self._palette[Role.PLAIN]
        segments = [Segment(span.text, self._palette[span.role]) for span in _nth(self._picture, y)]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def on_key(self, event: events.Key) -> None:
        """Give a key away."""
        event.stop()
        event.prevent_default()
        self._hear(Press(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Give pasted words away."""
        event.stop()
        self._hear(Paste(event.text))

    def on_resize(self) -> None:
        """Tell that there is another size."""
        self._hear(Resized())


def _nth(picture: Picture, y: int) -> Line:
    return picture.lines[y] if y < len(picture.lines) else ()
