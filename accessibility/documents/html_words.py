"""The inline parts of an HTML document while they gather, and how they become words of the tree.

White space is folded as a browser does; what is said of each piece (its link, its language,
whether it is bold) stays with it until the block is closed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from accessibility.plain_text import plain
from mailbox_store.model.document_tree import Field, Run, Words

SPACES = re.compile(r"[ \t\n\r\f]+")
_BLANKS = re.compile(r"[ \t\n\r\f\xa0]{2,}")  # also what a word processor writes between columns
_MOST_LABEL = 2_000  # characters: a whole consent may be the label of its box


@dataclass(frozen=True, slots=True)
class Said:
    """Some words in one way."""

    text: str
    link: str = ""
    language: str = ""
    is_bold: bool = False
    is_label: bool = False  # the number or bullet of an item, written as text


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture in a line; without `alt` nobody has said what it shows."""

    alt: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A form field in a line; `hint` is its label if nothing better stands near."""

    field: Field
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line."""


Piece: TypeAlias = Said | Pictured | Asked | Break
Line: TypeAlias = list[Piece]


def has_words(pieces: Iterable[Piece]) -> bool:
    """Tell whether something is said."""
    return any(isinstance(piece, Said) and piece.text.strip() for piece in pieces)


def is_bold(pieces: Iterable[Piece]) -> bool:
    """Tell whether all that is said is bold."""
    said = [piece for piece in pieces if isinstance(piece, Said) and piece.text.strip()]
    return bool(said) and all(piece.is_bold for piece in said)


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Part pieces at their line ends."""
    lines: list[Line] = [[]]
    for piece in pieces:
        if isinstance(piece, Break):
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def words_of(pieces: Iterable[Piece]) -> Words:
    """Make words of the pieces of one line."""
    return tidy(
        Run(piece.text, piece.link, piece.language)
        if isinstance(piece, Said)
        else Run(f" {piece.alt or ''} ")
        for piece in pieces
        if isinstance(piece, Said | Pictured)
    )


def tidy(runs: Iterable[Run]) -> Words:
    """Join runs of one kind, fold blanks, and let no line begin or end with one."""
    joined: list[tuple[list[str], Run]] = []  # texts are joined once, for there may be many
    for run in runs:
        if not run.text:
            continue
        last = joined[-1][1] if joined else None
        if last is not None and (run.link, run.language) == (last.link, last.language):
            joined[-1][0].append(run.text)
        else:
            joined.append(([run.text], run))
    texts = [_folded("".join(parts)) for parts, _ in joined]
    _trim(texts)
    return tuple(
        Run(text, run.link, run.language)
        for text, (_, run) in zip(texts, joined, strict=True)
        if text
    )


def flat(lines: Sequence[Words], *, joint: str = ", ") -> Words:
    """Put lines behind one another: with a comma where one does not end in a stop."""
    if len(lines) == 1:
        return lines[0]
    runs: list[Run] = []
    for line in lines:
        if not line:
            continue
        if runs:
            runs.append(Run(" " if runs[-1].text[-1] in ".,:;!?" else joint))
        runs += line
    return tidy(runs)


def label_of(words: Words) -> str:
    """Give words as the label of a field; empty if there are too many for one."""
    return label_text("".join(run.text for run in words))


def label_text(text: str) -> str:
    """Give text as the label of a field: on one line, without the colon; empty if too long."""
    label = " ".join(text.split()).rstrip(":* \xa0")
    return label if len(label) <= _MOST_LABEL else ""


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", plain(text).replace("\n", " "))


def _trim(texts: list[str]) -> None:
    """Take blanks away at both ends, and those that two runs both have."""
    is_open = True  # whether a blank would be one too many
    for at, text in enumerate(texts):
        if is_open:
            texts[at] = text = text.lstrip()
        is_open = text[-1:].isspace() if text else is_open
    for at in range(len(texts) - 1, -1, -1):
        texts[at] = texts[at].rstrip()
        if texts[at]:
            return
