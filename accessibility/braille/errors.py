"""Why a letter could not be written in braille: a code and its sentence."""

from collections.abc import Mapping
from enum import StrEnum

from accessibility.wording import Say, sentence


class BrailleFault(StrEnum):
    """What stands in the way; the codes are for `--json` and for programs."""

    NOT_INSTALLED = "no-liblouis"
    NO_TABLE = "no-braille-table"
    TOO_SLOW = "braille-too-slow"
    FAILED = "braille-failed"


class BrailleUnavailable(Exception):
    """No braille could be made; nothing was written. `table` is liblouis's name of the table."""

    def __init__(self, fault: BrailleFault, *, table: str = "") -> None:
        """`table` is one of our own names, never words of a letter."""
        super().__init__(f"{fault} {table}".rstrip())
        self.fault = fault
        self.table = table


_SENTENCES: Mapping[BrailleFault, str] = {
    BrailleFault.NOT_INSTALLED: sentence(
        "Braille is made by liblouis, which is not installed here. On Debian and Ubuntu the "
        "packages are liblouis-bin and liblouis-data."
    ),
    BrailleFault.NO_TABLE: sentence(
        "This computer's liblouis has no braille table {table}. A newer liblouis-data has it."
    ),
    BrailleFault.TOO_SLOW: sentence(
        "Making braille of the letter took too long and was stopped. Nothing was written."
    ),
    BrailleFault.FAILED: sentence(
        "The letter could not be made into braille. Nothing was written; the letter can still be "
        "read as text."
    ),
}


def braille_refusal(error: BrailleUnavailable, say: Say) -> str:
    """Say what stands in the way, in a whole sentence."""
    return say(_SENTENCES[error.fault], table=error.table)
