"""The numbers Word writes before paragraphs: they are counted, for they stand nowhere as text."""

import re
from xml.etree.ElementTree import Element

from accessibility.documents.docx_xml import is_on, number_in, value, w
from accessibility.documents.html_lists import spelled_number

_LEVELS = 9
_LONGEST = 40  # characters
_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACE = re.compile(r"%([1-9])")


class Numbering:
    """Counts the numbered paragraphs of a document in order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, list[Element | None]] = {}  # of each abstract numbering
        self._of: dict[str, str] = {}  # numbering: abstract one
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in root if root is not None else ():
            if element.tag == w("abstractNum"):
                self._levels[element.get(w("abstractNumId")) or ""] = _levels(element)
            elif element.tag == w("num"):
                self._number(element)

    def label(self, number: str, level: str) -> str | None:
        """Give the label of the next paragraph; None if it has none, "" for a bullet."""
        abstract = self._of.get(number)
        if abstract is None or number == "0" or abstract not in self._levels:
            return None
        depth = min(number_in(level) or 0, _LEVELS - 1)
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        self._count(abstract, number, depth, counts)
        own = self._levels[abstract][depth]
        kind = value(own, "numFmt")
        if kind in ("bullet", "none") and not _PLACE.search(value(own, "lvlText")):
            return "" if kind == "bullet" else value(own, "lvlText").strip()[:_LONGEST]
        return self._spelled(abstract, own, counts)

    def _count(self, abstract: str, number: str, depth: int, counts: list[int | None]) -> None:
        restart = self._starts.get((number, depth))
        before = counts[depth]
        if restart is not None and (number, depth) not in self._begun:
            counts[depth] = restart
        else:
            counts[depth] = self._start(abstract, depth) if before is None else before + 1
        self._begun.add((number, depth))
        for deeper in range(depth + 1, _LEVELS):
            counts[deeper] = None
        for higher in range(depth):
            if counts[higher] is None:
                counts[higher] = self._start(abstract, higher)

    def _spelled(self, abstract: str, own: Element | None, counts: list[int | None]) -> str:
        def number(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            kind = value(self._levels[abstract][place], "numFmt")
            if is_on(own, "isLgl"):
                kind = ""
            count = counts[place]
            return spelled_number(count or 0, _KINDS.get(kind, "1")) if count is not None else ""

        pattern = value(own, "lvlText") or "%1."
        return _PLACE.sub(number, pattern[:_LONGEST]).strip()

    def _start(self, abstract: str, depth: int) -> int:
        start = number_in(value(self._levels[abstract][depth], "start"))
        return 1 if start is None else start

    def _number(self, element: Element) -> None:
        number = element.get(w("numId")) or ""
        self._of[number] = value(element, "abstractNumId")
        for override in element.findall(w("lvlOverride")):
            depth = number_in(override.get(w("ilvl")) or "")
            start = number_in(value(override, "startOverride"))
            if depth is not None and start is not None:
                self._starts[number, depth] = start


def _levels(abstract: Element) -> list[Element | None]:
    levels: list[Element | None] = [None] * _LEVELS
    for level in abstract.findall(w("lvl")):
        depth = number_in(level.get(w("ilvl")) or "")
        if depth is not None and depth < _LEVELS:
            levels[depth] = level
    return levels
