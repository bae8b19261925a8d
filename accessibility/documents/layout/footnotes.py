"""Footnotes: taken from the foot of their page and told at the document's end, as "[1] ..."."""

import re
from collections.abc import Sequence
from dataclasses import replace

from accessibility.documents.layout.lines import Line, line_of

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")
_MARK = re.compile(rf"\A[{_RAISED}]{{1,3}}")
_PLAIN_MARK = re.compile(r"\A(\d{1,3})[.)]?\s*(?=[^\W\d])")
_RAISED_RUN = re.compile(rf"[{_RAISED}]{{1,3}}")
_ONLY_MARK = re.compile(
    rf"(?P<word>.*?)(?P<mark>[{_RAISED}]{{1,3}})(?P<rest>[.,;:)]*)\Z", re.DOTALL
)
_UNITS = re.compile(r"(?:\d|\A)\s?(?:k?m|cm|mm|ha)\Z")  # "85 m²" is an area, no note
_SMALLER = 0.95  # of the body's size
_LOWER = 0.45  # of the page's height: notes stand below


def footnotes_of(
    lines: Sequence[Line], body: float, height: float
) -> tuple[list[Line], list[Line]]:
    """Part a page's lines into text and notes; each note begins with its raised number."""
    notes: list[Line] = []
    text: list[Line] = []
    told = {
        found[0].translate(_PLAIN) for line in lines for found in _RAISED_RUN.finditer(line.text)
    }
    is_note = False
    for line in lines:
        is_low = line.top > height * _LOWER and line.size < body * _SMALLER
        is_note = is_low and (_number(line, told) is not None or is_note)
        (notes if is_note else text).append(line)
    return text, [_labelled(line, told) for line in notes]


def _number(line: Line, told: set[str]) -> str | None:
    """Give the number a note begins with: a raised one, or a plain one that the text points to."""
    if found := _MARK.match(line.text):
        return found[0]
    plain = _PLAIN_MARK.match(line.text)
    return plain[0] if plain is not None and plain[1] in told else None


def note_labels(notes: Sequence[Line]) -> set[str]:
    """Give the numbers of notes, "1", "2"."""
    return {line.text[1 : line.text.index("]")] for line in notes if line.text.startswith("[")}


def marked(lines: Sequence[Line], labels: set[str]) -> None:
    """Write the marks of known notes as "[1]": a raised number would be heard as a power."""
    for line in lines:
        changed = False
        words = list(line.words)
        for at, word in enumerate(words):
            found = _ONLY_MARK.match(word.text)
            if found is None or found["mark"].translate(_PLAIN) not in labels:
                continue
            before = found["word"] or (words[at - 1].text if at else "")
            if _UNITS.search(before):
                continue
            number = found["mark"].translate(_PLAIN)
            space = " " if found["word"] or at else ""
            words[at] = replace(word, text=f"{found['word']}{found['rest']}{space}[{number}]")
            changed = True
        if changed:
            line.words = words
            line.text = line_of(words, line.page).text


def _labelled(line: Line, told: set[str]) -> Line:
    found = _number(line, told)
    if found is None:
        return line
    first, *others = line.words
    number = found.translate(_PLAIN).strip(" .)")
    rest = first.text[min(len(found.rstrip()), len(first.text)) :]
    label = replace(first, text=f"[{number}] {rest}".rstrip())
    if others and not rest:
        others[0] = replace(others[0], after_blank=True)
    return line_of([label, *others], line.page)
