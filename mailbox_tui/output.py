"""Where words leave: answers to stdout, everything else to stderr, in what the terminal can show.

The last guard stands here: whatever is written goes through `plain`, so that no control byte of
any letter reaches a terminal, also where somebody forgot.
"""

import codecs
import os
import sys
from collections.abc import Mapping
from typing import TextIO

from accessibility.plain_text import plain

_REPLACEMENT = "brevdue.plainer"
_SMALLEST_WIDTH = 10  # columns; below it every word would be broken
_FEWEST_ROWS = 3
_PLAINER = {
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
    "\u00ab": '"', "\u00bb": '"', "\u2026": "...", "\u2022": "*", "\u00b7": "*", "\u00a0": " ",
    "\u202f": " ", "\u2009": " ", "\u20ac": "EUR", "\u00a7": "par.", "\u00d7": "x",
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss",
}  # fmt: skip


class Output:
    """Answers and messages of one command, with the width they are laid out for."""

    def __init__(
        self, answers: TextIO, messages: TextIO, *, columns: int | None, is_terminal: bool
    ) -> None:
        """Take open streams; `columns` fixes the width, None asks the terminal each time."""
        self._answers = answers
        self._messages = messages
        self._columns = columns
        self.is_terminal = is_terminal

    def answer(self, text: str) -> None:
        """Write a part of the answer, and a line end."""
        self._answers.write(plain(text) + "\n")

    def answer_bytes(self, content: bytes) -> None:
        """Write an answer that is no text for a person, as it is; on a terminal as plain lines."""
        if self.is_terminal:
            for line in content.decode("ascii", "replace").splitlines():
                self.answer(line)
            return
        self._answers.flush()
        self._answers.buffer.write(content)

    def prompt(self, mark: str) -> None:
        """Write a prompt without a line end."""
        self._answers.write(mark)
        self._answers.flush()

    def message(self, text: str) -> None:
        """Write what is not the answer: an error, a question, progress."""
        self._answers.flush()
        self._messages.write(plain(text) + "\n")
        self._messages.flush()

    def showable(self, text: str) -> str:
        """Give a text with plainer letters for those that the terminal lacks, as it is written."""
        encoding = getattr(self._answers, "encoding", None) or "utf-8"
        if codecs.lookup(encoding).name == "utf-8":
            return text
        return text.encode(encoding, errors=_REPLACEMENT).decode(encoding)

    def flush(self) -> None:
        """Let everything out."""
        self._answers.flush()

    @property
    def list_width(self) -> int | None:
        """Columns of a list line; None in a pipe, where an item stays one line whatever length."""
        if self._columns is not None:
            return max(self._columns, _SMALLEST_WIDTH)
        if not self.is_terminal:
            return None
        # One less than the terminal has: some leave a blank line after a full one.
        return max(_terminal_size().columns - 1, _SMALLEST_WIDTH)

    def rows_for(self, wanted: int) -> int:
        """Give how many lines to show at once: what is wanted, or what a low terminal has room for.

        Two rows are left for a line of ours above and the prompt below.
        """
        if not self.is_terminal:
            return wanted
        return max(min(wanted, _terminal_size().lines - 2), _FEWEST_ROWS)

    @property
    def text_width(self) -> int:
        """Columns to lay text out for."""
        return self.list_width or 79


def output_for_process(environment: Mapping[str, str]) -> Output:
    """Give the process's own output, writing what its terminal can show."""
    is_terminal = sys.stdout.isatty()
    codecs.register_error(_REPLACEMENT, _plainer)
    encoding = encoding_of(environment, is_terminal=is_terminal)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=encoding, errors=_REPLACEMENT)
    columns = environment.get("COLUMNS", "")
    fixed = int(columns) if columns.isdecimal() and 0 < int(columns) < 10_000 else None
    return Output(
        sys.stdout,
        sys.stderr,
        columns=None if is_terminal else fixed,
        is_terminal=is_terminal,
    )


def encoding_of(environment: Mapping[str, str], *, is_terminal: bool) -> str | None:
    """Tell which encoding the environment names; None leaves Python's own choice.

    Python itself writes UTF-8 where the named locale is not installed; a Latin-1 terminal would
    show that as noise, so the name is believed rather than the installation.
    """
    if environment.get("PYTHONIOENCODING"):
        return None
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    if locale in ("C", "POSIX"):
        return "ascii" if is_terminal else None
    _, _, charset = locale.partition("@")[0].partition(".")
    try:
        return codecs.lookup(charset).name if charset else None
    except LookupError:
        return None


def _plainer(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = error.object[error.start : error.end]
    return "".join(_without_marks(character, error.encoding) for character in found), error.end


def _without_marks(character: str, encoding: str) -> str:
    from unicodedata import normalize  # 1 MB of memory: only where a terminal lacks a letter

    plainer = _PLAINER.get(character)
    if plainer is None:
        bare = normalize("NFKD", character)
        plainer = "".join(c for c in bare if c.isascii()) or "?"
    try:
        plainer.encode(encoding)
    except UnicodeEncodeError:
        return "?"
    return plainer


def _terminal_size() -> os.terminal_size:
    """Give the terminal's size; some say that they have none."""
    try:
        columns, lines = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        columns, lines = 0, 0
    return os.terminal_size((columns or 80, lines or 24))
