"""Which characters of a line Markdown would take as markup: only those get a backslash.

A person reads the Markdown, too, so nothing is escaped that stays as it is without.
"""

import re

_PUNCTUATION = r"!-/:-@\[-`{-~"
_ALWAYS = re.compile(
    rf"\\(?=[{_PUNCTUATION}]|\Z)"  # a backslash that would escape something, or break the line
    r"|<(?=[A-Za-z/!?])"  # HTML, or an address
    r"|&(?=#?[A-Za-z0-9]{1,32};)"  # an entity
    r"|\[(?=[^\[\]]{0,300}\]\()"  # a link
)
_BEGINNINGS = (
    re.compile(r"()#{1,6}(?:\s|\Z)"),  # a heading
    re.compile(r"()[-+*](?:\s|\Z)"),  # a list
    re.compile(r"(\d{1,9})[.)](?:\s|\Z)"),  # a numbered list: the stop is escaped
    re.compile(r"()>"),  # a quotation
    re.compile(r"()(?:```|~~~)"),  # a fence
    re.compile(r"()[-=_*|:\s]+\Z"),  # a rule, an underline, the second row of a table
    re.compile(r"()\[[^\[\]]{1,300}\]:"),  # what a link means
)
_EMPHASIS = {sign: re.compile(f"{re.escape(sign)}+") for sign in "*_~"}


def escaped_places(line: str, *, begins: bool = True) -> set[int]:
    """Give the places in a line that need a backslash; `begins`: it stands first on its line."""
    places = {found.start() for found in _ALWAYS.finditer(line)}
    for sign, runs in _EMPHASIS.items():
        places |= _emphasis(line, sign, runs)
    if line.count("`") > 1:
        places |= {at for at, character in enumerate(line) if character == "`"}
    if begins:
        for beginning in _BEGINNINGS:
            if found := beginning.match(line):
                places.add(found.end(1))
    return places


def escaped(line: str, *, begins: bool = True) -> str:
    """Give a line with backslashes where Markdown needs them."""
    return with_backslashes(line, escaped_places(line, begins=begins))


def with_backslashes(text: str, places: set[int], *, offset: int = 0) -> str:
    """Put backslashes in; `offset` is where `text` begins in the line the places count in."""
    if not places:
        return text
    return "".join(
        f"\\{character}" if at in places else character
        for at, character in enumerate(text, start=offset)
    )


def _emphasis(line: str, sign: str, runs: re.Pattern[str]) -> set[int]:
    """Give the signs that could open or close emphasis, if some could open and some close it."""
    if line.count(sign) < 2:
        return set()
    opening, closing = [], []
    for found in runs.finditer(line):
        before, after = line[found.start() - 1 : found.start()], line[found.end() : found.end() + 1]
        if sign == "_" and before.isalnum() and after.isalnum():
            continue  # inside a word, as in a file's name
        if after.strip():
            opening.append(found.span())
        if before.strip():
            closing.append(found.span())
    if not opening or not closing or min(opening)[0] >= max(closing)[0]:
        return set()
    return {at for start, end in {*opening, *closing} for at in range(start, end)}
