"""How to send: what an app says about the person at its terminal."""

import codecs
import locale
from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Manner:
    """How the driver uses the terminal. An app has one as its attribute `terminal_manner`.

    It may be changed while the app runs: the driver looks at it before each painting.
    `alternate_screen` counts when the terminal is next entered, `encoding` for what is drawn next,
    so refresh the screen after changing it.
    """

    whole_lines: bool = False
    """For screen readers: send a row that changed whole, from its first column, in one piece."""
    alternate_screen: bool = True
    """Draw on the screen that vanishes at the end. Otherwise the last screen stays readable."""
    cursor_pause: float = 0.0
    """Seconds between a small change and the cursor's going to another row. Some screen readers say
    the row that the cursor went to only where nothing was written together with that, and only
    where it came from the row beside."""
    bracketed_paste: bool = False
    """Let the terminal mark what is pasted, so that it comes as one event."""
    encoding: str | None = None
    """What the terminal reads and writes; None is the locale's. What it lacks is shown as "?"."""
    delay: float = 0.03
    """Seconds to wait for further changes before a painting."""

    def known_encoding(self) -> str:
        """Give the encoding by a name that Python knows."""
        for name in (self.encoding, locale.getencoding()):
            try:
                return codecs.lookup(name or "").name
            except LookupError:
                continue
        return "utf-8"
