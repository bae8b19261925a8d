"""What stands on every page and belongs to none: running heads and feet, page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from accessibility.documents.layout.lines import Line

_PAGE = re.compile(
    r"\b(?:side|page|seite|sida|sidan)\s*\d{1,4}(?:\s*(?:af|av|of|von|/)\s*\d{1,4})?\s*\Z"
    r"|\A\s*(?:side|page)?\s*[-\u2013]?\s*\d{1,4}\s*(?:(?:/|af|of)\s*\d{1,4})?\s*[-\u2013]?\s*\Z",
    re.IGNORECASE,
)
# What an address line at the foot of a letter says: a postal code and town, a telephone, a number.
_CONTACT = (
    re.compile(r"\b(?<!\d )(?:[A-Z]{1,2}-)?\d{4,5} [A-ZÆØÅÄÖ][a-zæøåäö]+"),
    re.compile(r"\b(?:tlf|telefon|telephone|phone|tel)\b[.:]?\s*\+?\d", re.IGNORECASE),
    re.compile(r"\b(?:cvr|ean|swift|iban|p-nr)\b", re.IGNORECASE),
    re.compile(r"[\w.-]+@[\w-]+\.\w|\bwww\."),
)
_SMALL = 0.88  # of the body's size: less is set as small as a foot
_ALONE = 2.5  # of the body's size: what room a foot has above it
_DIGITS = re.compile(r"\d+")
_HEAD, _FOOT = 0.09, 0.885  # of the page's height: where heads and feet stand
_OFTEN = 0.6  # of the pages
_TINY = 3.5  # points


def running_lines(pages: Sequence[tuple[float, Sequence[Line]]]) -> set[int]:
    """Give the `id` of each line that is a running head or foot; `pages` are heights and lines."""
    found: set[int] = set()
    alike: dict[tuple[str, bool], list[tuple[int, Line]]] = defaultdict(list)
    for number, (height, lines) in enumerate(pages):
        for line in lines:
            if line.size < _TINY:
                found.add(id(line))
            at_top, at_foot = line.bottom < height * _HEAD, line.top > height * _FOOT
            if not at_top and not at_foot:
                continue
            if _PAGE.search(line.text):
                found.add(id(line))
            alike[_DIGITS.sub("#", line.text), at_top].append((number, line))
    for lines_alike in alike.values():
        numbers = {number for number, _ in lines_alike}
        if len(numbers) >= 2 and len(numbers) >= _OFTEN * (len(pages) - 1):
            found |= {id(line) for _, line in lines_alike}
    for height, lines in pages:
        _add_neighbours(found, height, lines)
        found |= {id(line) for line in _address_lines(height, lines)}
    return found


def _address_lines(height: float, lines: Sequence[Line]) -> list[Line]:
    """Give the sender's address at a page's foot, which need not stand on other pages: small and
    apart, or the postal code and more on one line.
    """
    foot = [line for line in lines if line.top > height * _FOOT]
    text = [line for line in lines if line.top <= height * _FOOT]
    if not foot or not text:
        return []
    sizes = Counter[float]()
    for line in text:
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0]
    if min(line.top for line in foot) - max(line.bottom for line in text) < _ALONE * body:
        return []
    said = " / ".join(line.text for line in foot)
    # Telephones and hours alone may be what the letter is about: the town must be there.
    if not _CONTACT[0].search(said):
        return []
    is_small = all(line.size < _SMALL * body for line in foot)
    one_line = len(foot) == 1 and sum(kind.search(said) is not None for kind in _CONTACT) > 1
    return foot if is_small or one_line else []


def _add_neighbours(found: set[int], height: float, lines: Sequence[Line]) -> None:
    """Take what stands on the line of a page number, and what is set as small beside it."""
    running = [line for line in lines if id(line) in found and line.size >= _TINY]
    for line in lines:
        in_margin = line.bottom < height * _HEAD or line.top > height * _FOOT
        if in_margin and any(abs(other.bottom - line.bottom) < 3.0 for other in running):
            found.add(id(line))
