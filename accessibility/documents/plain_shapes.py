"""What a few lines of plain text look like: a heading, an item of a list, a row, a name and value.

Careful rather than pretty: what is not unmistakable is left as the lines it is. Each pattern reads
a line in about one go, because a sender may write anything.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from accessibility.plain_lines import display_width

NARROWEST, WIDEST = 60, 100  # columns that programs break text at
LONGEST_HEADING = 70  # characters
_NOT_A_HEADING = re.compile(r"[.,;:!?…]\Z|\A(?:-|kære|dear|hej|til|document|dokument)\b", re.I)
CLOSING = re.compile(
    r"(?:med )?(?:venlig(?:e)? hilsen|de bedste hilsner|hilsen|kind regards|yours|sincerely)",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zæøå]{0,6}\.?(?=[\s,.;:]|\Z)"
)
_ENDS_IN_A_DATE = re.compile(
    rf"\d{{1,2}}\.? (?:{_MONTH} )\d{{4}}\Z|\d[./-]\d{{1,2}}[./-]\d{{2,4}}\Z", re.I
)
_ENDED = re.compile(r"[.:;!?]\Z")
_COLUMNS = re.compile(r"\S(?: {2,}|\t)\S")
# Two blanks after a sentence are a typist's habit.
_ROW = re.compile(r"[^\s.!?:;] {2,}\S|[.!?:;] {3,}\S|\S\s*\t\s*\S")
MARK = re.compile(
    r"(?P<indent>\s{0,40})(?:(?P<bullet>[-*\u2022\u00b7\u25e6\u25aa\u2013])"
    r"|(?P<number>\d{1,3}[.)])|(?P<letter>[a-zA-Z]\)))\s{1,8}(?=\S)"
)
_STARTS_WITH_MONTH = re.compile(_MONTH, re.IGNORECASE)
NAMED = re.compile(r"(?P<name>[^\W\d_][^:\n]{0,39}):\s+(?P<value>\S.*)\Z")
_MOST_WORDS_OF_A_NAME = 5
_RULE = re.compile(r"\s*([=\-_*~#+.])(?:\s?\1){2,}\s*\Z")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*\Z")
_MARKDOWN = re.compile(r"(?P<signs>#{1,6}) (?P<words>\S.*?)\s*#*\Z")


def is_rule(line: str) -> bool:
    """Tell whether a line is only drawn: "-----", "* * *"."""
    return _RULE.match(line) is not None


def underlined_level(line: str, following: str) -> int:
    """Give the level of a heading by the line under it; 0 if it is none."""
    if not _UNDERLINE.match(following) or not has_words(line) or MARK.match(line):
        return 0
    words = line.strip()
    if len(words) > LONGEST_HEADING or in_columns(line):
        return 0
    return 1 if following.startswith("=") else 2


def markdown_heading(line: str) -> tuple[int, str]:
    """Give level and words of "## Words"; (0, "") if it is none."""
    if len(line) > 2 * LONGEST_HEADING:
        return 0, ""
    found = _MARKDOWN.match(line)
    if not found or not has_words(found["words"]):
        return 0, ""
    return len(found["signs"]), found["words"]


def is_heading(line: str, *, may_ask: bool = False) -> bool:
    """Guess whether a line that stands alone is a heading; a question only if it may be one."""
    words = line.strip().removesuffix("?" if may_ask else "")
    if len(words) > LONGEST_HEADING or sum(map(str.isalpha, words)) <= 2:
        return False
    if not (words[0].isupper() or words[0].isdigit()) or _NOT_A_HEADING.search(words):
        return False
    named = NAMED.match(words)
    if named and any(map(str.isdigit, named["value"])):
        return False  # "Dato: 3. november 2026" is a fact
    return not (
        in_columns(words) or "@" in words or "://" in words or _ENDS_IN_A_DATE.search(words)
    )


def has_words(line: str) -> bool:
    """Tell whether there is a letter or digit in a line."""
    return any(map(str.isalnum, line))


def in_columns(*lines: str) -> bool:
    """Tell whether a gap in one of the lines sets words apart."""
    return any(_COLUMNS.search(line) for line in lines)


def is_row(line: str) -> bool:
    """Tell whether a line seems to be a row of a table."""
    return _ROW.search(line) is not None


def item_mark(line: str) -> re.Match[str] | None:
    """Give the mark that begins an item of a list; "1. december" and "-5" have none."""
    found = MARK.match(line)
    if not found or not has_words(line[found.end() :]):
        return None
    if found["number"] and _STARTS_WITH_MONTH.match(line, found.end()):
        return None
    return found


def named_value(line: str) -> tuple[str, str] | None:
    """Give name and value of "Reg.nr.: 3574", None if it is something else."""
    found = NAMED.match(line)
    if not found or in_columns(found["name"]):
        return None
    name = found["name"].rstrip()
    return (name, found["value"]) if len(name.split()) <= _MOST_WORDS_OF_A_NAME else None


def is_torn(before: str, line: str, longest: int) -> bool:
    """Tell whether what looks like an item's number is the second half of "§" / "41."."""
    found = MARK.match(line)
    if found is None or found["bullet"]:
        return False
    first = (found["number"] or found["letter"])[:-1].lower()
    return first not in ("1", "a") or (
        was_full(before, line, longest) and not _ENDED.search(before)
    )


def joined(lines: Sequence[str]) -> list[list[str]]:
    """Put the lines of a paragraph together that were broken only because a line was full.

    Two facts on two lines must never become one. What begins with a capital, follows a whole
    sentence or stands in columns keeps its own line, unless every line but the last is full:
    then all of it is one paragraph.
    """
    longest = max(map(display_width, lines))
    if not NARROWEST <= longest <= WIDEST:
        return [[line] for line in lines]
    if _is_prose(lines, longest):
        return [list(lines)]
    made = [[lines[0]]]
    for before, line in pairwise(lines):
        goes_on = line[0].islower() or line[0].isdigit() or line[0] in "(\"'"
        # "den 7." / "februar" is one date, though its first line ends in a full stop.
        has_ended = _ENDED.search(before) and not (before[-2:-1].isdigit() and line[0].islower())
        if (
            was_full(before, line, longest)
            and goes_on
            and not has_ended
            and not in_columns(before, line)
        ):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def _is_prose(lines: Sequence[str], longest: int) -> bool:
    return (
        len(lines) > 2
        and all(was_full(before, line, longest) for before, line in pairwise(lines))
        and not any(line[0].isspace() or NAMED.match(line) for line in lines[1:])
        and not in_columns(*lines)
        and not any(before[-1].isdigit() and line[0].isupper() for before, line in pairwise(lines))
    )


def was_full(before: str, line: str, longest: int) -> bool:
    """Tell whether the next line's first word had no room on the line before it."""
    next_word = line.split(maxsplit=1)[0]
    return display_width(before) + 1 + display_width(next_word) > longest
