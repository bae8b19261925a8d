"""What is drawn on a page, before anybody knows what it means: pieces of text and ruled lines.

A PDF's glyphs and the words that OCR finds in a picture both become this, and the layout reader
(`layout`) makes blocks of it. Lengths are points (1/72 inch); y grows downwards from the page's
top left corner.
"""

from dataclasses import dataclass


@dataclass(slots=True)
class Piece:
    """A run of text on one baseline without a wide gap: a word, or some words."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float  # of the font, as drawn
    bold: bool = False
    link: str = ""
    language: str = ""
    after_blank: bool = False  # a blank is written before it, however narrow the gap is


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line, horizontal or vertical; a filled box gives its four edges."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class PageMarks:
    """One page."""

    number: int  # from 1
    width: float
    height: float
    pieces: list[Piece]
    rules: list[Rule]
