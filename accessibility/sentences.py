"""Where a sentence begins and ends in an official letter, for quoting one.

"den 15. december", "kl. 9.00", "1.234,50 kr." and "nr. 548" are no ends.
"""

import re

_END = re.compile(r"[.!?…:]?\n|[.!?…][\"'”»)]?\s+(?=[^\W\d_a-zæøå])")
_NO_END = re.compile(
    r"(?:(?<![\d.:])\d{1,2}|\b(?:kl|nr|kr|ca|jf|stk|pkt|tlf|mio|mia|maks|min|evt|inkl|ekskl|bl\.a|f\.eks|m\.v|"
    r"pr|vedr|art|dr|hr|fr|no|e\.g|i\.e|st|mr|mrs|ms))\Z",
    re.IGNORECASE,
)
_LONGEST = 200  # characters of a quote


def sentence_around(text: str, start: int, end: int) -> str:
    """Quote the sentence that holds `text[start:end]`, on one line, cut where it is very long."""
    first = 0
    for found in _END.finditer(text):
        is_line_end = "\n" in found[0]
        if not is_line_end and _NO_END.search(text[: found.start()]):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end - 1:
            return _shortened(text[first : found.end()], start - first)
    return _shortened(text[first:], start - first)


def _shortened(sentence: str, middle: int) -> str:
    if len(sentence) <= _LONGEST:
        return " ".join(sentence.split())
    begin = max(0, min(middle - _LONGEST // 2, len(sentence) - _LONGEST))
    piece = sentence[begin : begin + _LONGEST]
    if begin:
        piece = "... " + piece.partition(" ")[2]
    if begin + _LONGEST < len(sentence):
        piece = piece.rpartition(" ")[0] + " ..."
    return " ".join(piece.split())
