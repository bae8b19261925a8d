"""The program `lou_translate` of liblouis: words in, cells out.

It is a process of its own because liblouis is C that reads strangers' words. They reach it by
standard input only, a piece a line. Cells come back as Unicode braille patterns (U+2800 is blank).
"""

import os
import shutil
import subprocess
from collections.abc import Sequence

from accessibility.braille.errors import BrailleFault, BrailleUnavailable

BLANK = "\u2800"
_FIRST, _SIX_DOTS, _LAST = 0x2800, 0x3F, 0x28FF
_NOT_A_CELL = "\u2822"  # dots 2-6, the Danish tables' sign for what they do not know
LONGEST = 200  # characters a piece: the program cuts at 2,047, and a sign may become nine cells
_SECONDS = 30.0  # measured: 0.13 s for 100,000 characters
_PROGRAM = "lou_translate"


def translate(pieces: Sequence[str], table: str) -> list[str]:
    """Translate each piece (one line, at most `LONGEST` characters) into cells of six dots.

    Blocks until the process has ended. Raises `BrailleUnavailable`.
    """
    lines = _run("--forward", [piece.replace("\\", "\\\\") for piece in pieces], table)
    return ["".join(map(_six_dots, line)) for line in lines]


def translate_back(cells: Sequence[str], table: str) -> list[str]:
    """Give the words of cells, to see what a reader gets. Raises `BrailleUnavailable`."""
    return _run("--backward", list(cells), table)


def _run(direction: str, lines: list[str], table: str) -> list[str]:
    if not lines:
        return []
    program = shutil.which(_PROGRAM)
    if program is None:
        raise BrailleUnavailable(BrailleFault.NOT_INSTALLED)
    asked = "".join(f"{line}\n" for line in lines)
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; a letter's words go by stdin
            [program, direction, f"unicode.dis,{table}"],
            input=asked.encode(),
            capture_output=True,
            timeout=_SECONDS,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BrailleUnavailable(BrailleFault.TOO_SLOW, table=table) from error
    except OSError as error:
        raise BrailleUnavailable(BrailleFault.FAILED, table=table) from error
    if b"could not be compiled" in done.stderr:  # it ends with 0 even so
        raise BrailleUnavailable(BrailleFault.NO_TABLE, table=table)
    answered = done.stdout.decode(errors="replace").split("\n")[:-1]
    if done.returncode or len(answered) != len(lines):
        raise BrailleUnavailable(BrailleFault.FAILED, table=table)
    if any(line and not answer for line, answer in zip(lines, answered, strict=True)):
        raise BrailleUnavailable(BrailleFault.FAILED, table=table)  # words must not be lost
    return answered


def _environment() -> dict[str, str]:
    """Give the program no more than where its tables may lie."""
    place = os.environ.get("LOUIS_TABLEPATH")
    return {"LC_ALL": "C.UTF-8", **({"LOUIS_TABLEPATH": place} if place else {})}


def _six_dots(character: str) -> str:
    cell = ord(character)
    if _FIRST <= cell <= _LAST:
        return chr(_FIRST + ((cell - _FIRST) & _SIX_DOTS))
    return BLANK if character.isspace() else _NOT_A_CELL
