"""A long text as messages of a chat: short enough to be heard in one go, cut where a reader pauses.

Between paragraphs where it can be, else between lines, sentences, words; only a single word longer
than a message is cut itself, between its graphemes. Lengths are UTF-16 units, as chats count.
"""

import re
import unicodedata
from collections.abc import Iterator

from accessibility.wording import Say

SHORTEST, LONGEST = 1_200, 1_500  # units of a part; the last one may be shorter
MOST_AT_ONCE = 3  # parts sent unasked; what follows is pulled
_HEAD = 60  # units kept free for "Part 10 of 12." and the mailbox's name
_SENTENCE_END = re.compile(r"[.!?…:][\"'”»)]?(?=\s)")
_JOINERS = "\u200d\ufe0e\ufe0f"


def parts_of(text: str) -> list[str]:
    """Cut a text into parts; a text that fits into one is one."""
    text = text.strip()
    if units(text) <= LONGEST:
        return [text] if text else []
    return list(_parts(text, LONGEST - _HEAD))


def numbered_part(parts: list[str], number: int, say: Say) -> str:
    """Give one part, counted from 1, with which it is of how many; one alone is not counted."""
    if len(parts) == 1:
        return parts[0]
    head = say("Part {n} of {total}.", n=number, total=len(parts))
    return f"{head}\n{parts[number - 1]}"


def units(text: str) -> int:
    """Count UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def _parts(text: str, longest: int) -> Iterator[str]:
    while units(text) > longest:
        end = _place(text, longest)
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    if text:
        yield text


def _place(text: str, longest: int) -> int:
    """Find where the first part of a text ends."""
    most = _characters(text, longest)
    least = _characters(text, longest * SHORTEST // LONGEST)
    piece = text[: most + 1]
    for joint in ("\n\n", "\n"):
        if (at := piece.rfind(joint, least)) > 0:
            return at
    ends = [found.end() for found in _SENTENCE_END.finditer(piece) if found.end() >= least // 2]
    if ends and (whole := [at for at in ends if _parts_no_number(text, at)]):
        return whole[-1]
    blanks = [at for at in range(most, 0, -1) if text[at].isspace()]
    if blanks:
        return next((at for at in blanks if _parts_no_number(text, at)), blanks[0])
    return _grapheme_end(text, most)


def _characters(text: str, longest: int) -> int:
    """Count the characters from the start that fit into so many units."""
    used = 0
    for at, character in enumerate(text):
        used += 2 if character > "\uffff" else 1
        if used > longest:
            return at
    return len(text)


def _parts_no_number(text: str, at: int) -> bool:
    """Tell whether no amount and no date is cut at a blank: no digit stands on either side."""
    before = text[max(at - 2, 0) : at].rstrip(".,")[-1:]
    return not (before.isdigit() or text[at + 1 : at + 2].isdigit())


def _grapheme_end(text: str, most: int) -> int:
    """Go back to where no accent, joiner or second half of a flag would be cut off."""
    at = most
    while at > 1 and (_belongs(text[at]) or text[at - 1] == "\u200d"):
        at -= 1
    if _is_flag(text[at]) and _flags_before(text, at) % 2:
        at -= 1
    return at if at > 0 else most


def _belongs(character: str) -> bool:
    is_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return is_tone or character in _JOINERS or unicodedata.category(character).startswith("M")


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    before = text[:at]
    return len(before) - len(before.rstrip("".join(map(chr, range(0x1F1E6, 0x1F200)))))
