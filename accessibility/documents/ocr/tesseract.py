"""The program tesseract: whether it is here, what it can read, and one run of it.

It gets its picture on standard input and answers on standard output: the child process that starts
it may write no file (RLIMIT_FSIZE 0), and that child's limits hold for it, too. It reads no
environment of ours. Whatever it answers is as untrusted as the picture.
"""

import shutil
import subprocess
from dataclasses import dataclass

from PIL import Image

PLACES = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin:/opt/local/bin"
DOTS = 250  # an inch: read best, measured on scans of letters of 10 and 11 points

_WANTED = ("dan", "eng")
_SECONDS_TO_ASK = 5.0
_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1"}  # its threads cost more than they bring


@dataclass(frozen=True, slots=True, kw_only=True)
class Tesseract:
    """The program as it is installed here."""

    program: str
    languages: str  # as its option -l wants them: "dan+eng"


def find_tesseract(places: str = PLACES) -> Tesseract | None:
    """Give the program if it is installed and knows a language; None otherwise.

    Danish and English are used where both are there, else the one of them, else whatever is.
    """
    program = shutil.which("tesseract", path=places)
    told = _told([program, "--list-langs"], b"", seconds=_SECONDS_TO_ASK) if program else None
    if program is None or told is None:
        return None
    lines = told.decode(errors="replace").splitlines()[1:]  # the first says where they lie
    known = [line.strip() for line in lines if line.strip()]
    readable = [name for name in known if name not in {"osd", "equ", "snum"}]
    wanted = [name for name in _WANTED if name in readable] or readable[:1]
    if not wanted:
        return None
    return Tesseract(
        program=program,
        languages="+".join(wanted),
    )


def words_table(
    tesseract: Tesseract, image: Image.Image, *, mode: int, seconds: float
) -> str | None:
    """Read a grey picture; gives tesseract's table of words, None if it failed or took too long.

    `mode` is its --psm: 3 finds columns, 4 expects one column with text of many sizes, 6 one block.
    """
    asked = [tesseract.program, "stdin", "stdout", "-l", tesseract.languages]
    asked += ["--psm", str(mode), "--dpi", str(DOTS), "tsv"]
    told = _told(asked, _as_pgm(image), seconds=seconds)
    return None if told is None else told.decode(errors="replace")


def _as_pgm(image: Image.Image) -> bytes:
    """Give a grey picture as the simplest file there is."""
    return b"P5 %d %d 255\n" % image.size + image.tobytes()


def _told(command: list[str], given: bytes, *, seconds: float) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603 - found in a fixed place, no shell, our own words
            command,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT,
            timeout=max(seconds, 0.1),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
