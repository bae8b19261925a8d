"""Landmarks found by the shape of plain text, so a heading is what looks like one.

Nothing is worked out from what is found: an amount or a date is quoted as the letter writes it.
"""

import re
from collections.abc import Iterator, Sequence

from accessibility.landmarks import FACTS, Landmark, LandmarkKind
from accessibility.letter_layout import place_in
from accessibility.reading_order import Block, BlockKind
from accessibility.sentences import sentence_around

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_LONGEST_HEADING = 70  # characters
_NOT_A_HEADING = re.compile(r"[.,;:!?…]\Z|\A(?:-|kære|dear|hej|til|document|dokument)\b", re.I)
_CLOSING = re.compile(
    r"\A(?:med )?(?:venlig(?:e)? hilsen|de bedste hilsner|hilsen|kind regards|yours|sincerely)",
    re.IGNORECASE,
)
_CELLS = re.compile(r"[^\n:.]{1,60}: [^\n]+?[.!?] [^\n:.]{1,60}: |\S(?: {2,}|\t)\S")
_LINK = re.compile(r"https?://[^\s<>\"]+|www\.[^\s<>\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.I)
_AFTER_A_LINK = ".,;:!?)]}'\""
_SIGN = r"[-\u2212\u2013]"
_NUMBER = rf"(?:{_SIGN}\s?)?(?:\d{{1,3}}(?:[. ,]\d{{3}})+(?:[.,]\d{{1,2}})?|\d+(?:[.,]\d{{1,2}})?)"
_NUMBERS = rf"{_NUMBER}(?:\s?[-\u2013]\s?{_NUMBER})?"  # "5-10 kr." is one fact
_AMOUNT = re.compile(
    rf"(?<![\w.,\u2212\u2013-]){_NUMBERS}(?:,-)?\s?"
    r"(?:mio\.\s?kr\b\.?|kr\b\.?|kroner\b|DKK\b|EUR\b|euro\b|\u20ac)"
    rf"|\b(?:kr\.?|DKK|EUR|\u20ac)\s?{_NUMBERS}(?!\d)",
    re.IGNORECASE,
)
_MONTHS = (
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|"
    "january|february|march|may|june|july|october"
)
_DATE = re.compile(
    rf"(?<![\w.])\d{{1,2}}\.?\s(?:{_MONTHS})\b(?:\s\d{{4}})?(?:,?\s(?:kl\.?|at)\s\d{{1,2}}[.:]\d{{2}})?"
    r"|(?<![\w.])\d{1,2}[./-]\d{1,2}[./-]\d{4}\b",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:senest|inden|frist\w*|udløber|forfald\w*|betales?|mødes?|møde\w*|indkald\w*|kl|"
    r"deadline|by|before|due|later|latest|appointment|meeting)\b",
    re.IGNORECASE,
)


def landmarks_in(blocks: Sequence[Block]) -> tuple[Landmark, ...]:
    """Give every landmark of what is being read, in its order."""
    found = [
        Landmark(kind=kind, text=" ".join(block.text[start:end].split()),
                 quote=sentence_around(block.text, start, end) if kind in FACTS else "",
                 place=place_in(blocks, block, start))
        for block in blocks
        for kind, start, end in _found_in(block)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda landmark: landmark.place))


def _found_in(block: Block) -> Iterator[tuple[LandmarkKind, int, int]]:
    for link in _LINK.finditer(block.text):
        yield LandmarkKind.LINK, link.start(), link.start() + len(link[0].rstrip(_AFTER_A_LINK))
    if block.kind is not BlockKind.TEXT:
        return
    yield from _headings_and_tables(block.text)
    for amount in _AMOUNT.finditer(block.text):
        yield LandmarkKind.AMOUNT, *amount.span()
    for date in _DATE.finditer(block.text):
        if _CUE.search(sentence_around(block.text, *date.span())):
            yield LandmarkKind.DATE, *date.span()


def _headings_and_tables(text: str) -> Iterator[tuple[LandmarkKind, int, int]]:
    paragraphs = list(_PARAGRAPH.finditer(text))
    for paragraph in paragraphs[:-1]:
        if _CLOSING.match(paragraph[0]):  # what follows is who signed
            break
        if _is_heading(paragraph[0]):
            yield LandmarkKind.HEADING, *paragraph.span()
    for paragraph in paragraphs:
        first, _, _ = paragraph[0].partition("\n")
        if len(_CELLS.findall(paragraph[0])) > 1 and _CELLS.search(first):
            yield LandmarkKind.TABLE, paragraph.start(), paragraph.start() + len(first)


def _is_heading(paragraph: str) -> bool:
    words = paragraph.strip()
    return (
        "\n" not in words
        and len(words) <= _LONGEST_HEADING
        and sum(map(str.isalpha, words)) > 2
        and (words[0].isupper() or words[0].isdigit())
        and not _NOT_A_HEADING.search(words)
    )
