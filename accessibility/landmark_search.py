"""Landmarks: of a document those its tree knows, of bare text those that its shape tells.

Nothing is worked out from what is found: an amount or a date is quoted as the letter writes it.

A sender may write anything, so each pattern here reads a text in about one go: what repeats is
bounded, or never given back ("++"), or begins only where the one before cannot have begun.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from accessibility.landmarks import FACTS, Landmark, LandmarkKind
from accessibility.letter_layout import Place, places_in
from accessibility.reading_order import Block, BlockKind
from accessibility.rendering.marks import Mark
from accessibility.sentences import Sentences

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_LONGEST_HEADING = 70  # characters
_NOT_A_HEADING = re.compile(r"[.,;:!?…]\Z|\A(?:-|kære|dear|hej|til|document|dokument)\b", re.I)
_CLOSING = re.compile(
    r"\A(?:med )?(?:venlig(?:e)? hilsen|de bedste hilsner|hilsen|kind regards|yours|sincerely)",
    re.IGNORECASE,
)
_GAP = re.compile(r"\S(?: {2,}+|\t)\S")
_HEADED = r"[^\n:.]{1,60}+: "  # "Sum: "
_CELL = re.compile(rf"(?P<headed>{_HEADED})|{_GAP.pattern}")
_NEXT_CELL = re.compile(rf"[.!?] {_HEADED}")
_LINK = re.compile(
    r"https?://[^\s<>\"]+|www\.[^\s<>\"]+|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+", re.I
)
_AFTER_A_LINK = ".,;:!?)]}'\""
_SIGN = r"[-\u2212\u2013]"
_NUMBER = (
    rf"(?:{_SIGN}\s?)?(?:\d{{1,3}}(?:[. ,]\d{{3}}){{1,5}}(?:[.,]\d{{1,2}})?|\d+(?:[.,]\d{{1,2}})?)"
)
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
    r"deadline|by|before|due|later|latest|appointment|meeting)\b"
)
_EVERY_KIND = tuple(LandmarkKind)


class _Found(NamedTuple):
    kind: LandmarkKind
    start: int  # in its block's text
    end: int
    quote: str = ""
    words: str = ""  # its own, where they are not all that stands there
    address: str = ""
    in_tree: int = -1


def landmarks_in(
    blocks: Iterable[Block], kinds: Collection[LandmarkKind] = _EVERY_KIND
) -> tuple[Landmark, ...]:
    """Give the landmarks of what is being read, in its order.

    Ask for the kinds that are needed: headings alone take a tenth of the time of them all.
    """
    marks: list[Landmark] = []
    beginning = Place(0)
    for block in blocks:
        text = block.text
        if block.marks is None:
            found = list(_found_in(block, kinds))
        else:
            found = list(_marked_in(block.marks, kinds))
        places = places_in(text, [one.start for one in found], beginning=beginning)
        marks += [
            Landmark(kind=kind, text=words or " ".join(text[start:end].split()), quote=quote,
                     place=places[start], address=address, block=in_tree)
            for kind, start, end, quote, words, address, in_tree in found
        ]  # fmt: skip
        beginning = places[len(text)]
    return tuple(sorted(marks, key=lambda mark: mark.place))


def _marked_in(marks: Iterable[Mark], kinds: Collection[LandmarkKind]) -> Iterator[_Found]:
    """Give the places that a document's tree knows of."""
    wanted = {kind.value: kind for kind in kinds}
    for mark in marks:
        if kind := wanted.get(mark.kind.value):
            yield _Found(
                kind, mark.start, mark.end, mark.quote, mark.text, mark.address, mark.block
            )


def _found_in(block: Block, kinds: Collection[LandmarkKind]) -> Iterator[_Found]:
    text = block.text
    if LandmarkKind.LINK in kinds:
        yield from _links_in(text)
    if block.kind is not BlockKind.TEXT:
        return
    if LandmarkKind.HEADING in kinds:
        yield from _headings_in(text)
    if LandmarkKind.TABLE in kinds:
        yield from _tables_in(text)
    if any(kind in kinds for kind in FACTS):
        yield from (fact for fact in _facts_in(text) if fact.kind in kinds)


def _links_in(text: str) -> Iterator[_Found]:
    for link in _LINK.finditer(text):
        end = link.start() + len(link[0].rstrip(_AFTER_A_LINK))
        yield _Found(LandmarkKind.LINK, link.start(), end)


def _facts_in(text: str) -> Iterator[_Found]:
    sentences = Sentences(text)
    for amount in _AMOUNT.finditer(text):
        yield _Found(LandmarkKind.AMOUNT, *amount.span(), sentences.around(*amount.span()))
    for date in _DATE.finditer(text):
        quote = sentences.around(*date.span())
        if _CUE.search(quote.lower()):
            yield _Found(LandmarkKind.DATE, *date.span(), quote)


def _headings_in(text: str) -> Iterator[_Found]:
    paragraphs = list(_PARAGRAPH.finditer(text))
    for paragraph in paragraphs[:-1]:
        if _CLOSING.match(paragraph[0]):  # what follows is who signed
            break
        if _is_heading(paragraph[0]):
            yield _Found(LandmarkKind.HEADING, *paragraph.span())


def _tables_in(text: str) -> Iterator[_Found]:
    for paragraph in _PARAGRAPH.finditer(text):
        first, *others = paragraph[0].split("\n")
        cells = _cells(first)
        if cells and cells + sum(map(_cells, others)) > 1:
            yield _Found(LandmarkKind.TABLE, paragraph.start(), paragraph.start() + len(first))


def _cells(line: str) -> int:
    """Count the places where a cell is followed by another: "Due: 1 May. Sum: 5", or a gap."""
    count = at = 0
    while cell := _CELL.search(line, at):
        following = _NEXT_CELL.search(line, cell.end() + 1) if cell["headed"] else cell
        if following is None:  # nor has any later headed cell one after it: only gaps count
            return count + sum(1 for _ in _GAP.finditer(line, at))
        count, at = count + 1, following.end()
    return count


def _is_heading(paragraph: str) -> bool:
    words = paragraph.strip()
    return (
        "\n" not in words
        and len(words) <= _LONGEST_HEADING
        and sum(map(str.isalpha, words)) > 2
        and (words[0].isupper() or words[0].isdigit())
        and not _NOT_A_HEADING.search(words)
    )
