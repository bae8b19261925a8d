"""Where a sentence begins and ends in an official letter, for quoting and counting them.

"den 15. december", "kl. 9.00", "1.234,50 kr. om året" and "nr. 548" are no ends.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

_END = re.compile(r"[.!?…:]?\n|[.!?…][\"'”»)]?\s++(?=[^\W\d_a-zæøå])")
_NO_END = re.compile(
    r"(?:(?<![\d.:])\d{1,2}|\b(?:kl|nr|kr|ca|jf|stk|pkt|tlf|mio|mia|maks|min|evt|inkl|ekskl|bl\.a|f\.eks|m\.v|"
    r"pr|vedr|art|dr|hr|fr|no|e\.g|i\.e|st|mr|mrs|ms))\Z",
    re.IGNORECASE,
)
_SUM = re.compile(r"\d\s?kr\Z", re.IGNORECASE)
_LONGEST_NO_END = 8  # characters: the longest of them, and what has to stand before it
_LONGEST = 200  # characters of a quote


class Sentences:
    """The sentences of one text, found once: a long letter has a thousand facts to be quoted."""

    def __init__(self, text: str) -> None:
        """Find where each sentence ends and where the next one begins."""
        ends = [found.span() for found in _END.finditer(text) if _is_end(text, found)]
        self._text = text
        self._ends = [end for end, _ in ends]
        self._nexts = [following for _, following in ends]

    def __iter__(self) -> Iterator[str]:
        """Give each sentence as it stands; some may be only white space."""
        for first, last in zip((0, *self._nexts), (*self._ends, len(self._text)), strict=True):
            yield self._text[first:last]

    def spans(self) -> Iterator[tuple[int, int]]:
        """Give where each sentence begins and where the next one does: with stop and blanks."""
        yield from zip((0, *self._nexts), (*self._nexts, len(self._text)), strict=True)

    def around(self, start: int, end: int) -> str:
        """Quote the sentence that holds `text[start:end]`, on one line, cut where it is very long.

        What an end of a sentence runs through is quoted with the sentences on both its sides.
        """
        first, last = self.bounds(start, end)
        return _quote(self._text, first, last, middle=start)

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Tell where the sentence that holds `text[start:end]` begins and ends."""
        before = bisect_right(self._nexts, start)
        first = self._nexts[before - 1] if before else 0
        after = max(before, bisect_left(self._ends, end - 1))
        return first, self._nexts[after] if after < len(self._nexts) else len(self._text)


def _is_end(text: str, found: re.Match[str]) -> bool:
    if "\n" in found[0]:
        return True
    end = found.start()
    if _SUM.search(text, max(0, end - _LONGEST_NO_END), end):
        return True  # what follows begins with a capital: "for 500 kr. Derefter ..."
    # Only what stands right before it is looked at: all of the text, for each, takes minutes.
    return not _NO_END.search(text, max(0, end - _LONGEST_NO_END), end)


def _quote(text: str, first: int, last: int, *, middle: int) -> str:
    """Put `text[first:last]` on one line; of a very long one only what is around the middle."""
    begin = max(first, min(middle - _LONGEST // 2, last - _LONGEST))
    end = min(begin + _LONGEST, last)
    piece = text[begin:end]  # never the whole of a text without an end
    if begin > first:
        piece = "... " + piece.partition(" ")[2]
    if end < last:
        piece = piece.rpartition(" ")[0] + " ..."
    return " ".join(piece.split())
