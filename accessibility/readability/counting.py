"""What can be counted in a document's tree: how many of how many tables, pictures, fields and links
are made so that they can be listened to.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from accessibility.readability.running_text import every_block, every_words
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Field,
    Figure,
    HeaderSource,
    Heading,
    Table,
    Words,
)

_SAYS_NOTHING = frozenset(
    """
    click, click here, here, link, more, read more, see more, this link,
    dette link, følg linket, gå til, hent, her, klik, klik her, klik på linket, linket, læs her,
    læs mere, læs mere her, mere, se her, se mere, tryk her, via dette link
    """.strip()
    .replace("\n    ", " ")
    .split(", ")
)
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.[^\s/]+/)\S*", re.IGNORECASE)  # "www.a.dk" is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many that miss something, of so many."""

    missing: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was counted in one document."""

    tables: Share  # without a header row that is told
    pictures: Share  # without words
    fields: Share  # without a name
    links: Share  # whose words do not say where they lead
    headings: int


def counts_of(tree: DocumentTree) -> Counts:
    """Count what a listener needs. A table of one row has nothing that a header could help with."""
    blocks = list(every_block(tree.blocks))
    tables = [b.header_source for b in blocks if isinstance(b, Table) and len(b.rows) > 1]
    return Counts(
        tables=_share(source in (HeaderSource.NONE, HeaderSource.GUESSED) for source in tables),
        pictures=_share(not b.alt for b in blocks if isinstance(b, Figure)),
        fields=_share(not b.label for b in blocks if isinstance(b, Field)),
        links=_share(map(_says_nothing, _links(blocks))),
        headings=sum(isinstance(b, Heading) for b in blocks),
    )


def _share(missing: Iterable[bool]) -> Share:
    told = list(missing)
    return Share(missing=sum(told), of=len(told))


def _links(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the words of each link; a link may be made of several runs."""
    for block in blocks:
        for words in every_words(block):
            yield from _links_in(words)


def _links_in(words: Words) -> Iterator[str]:
    for link, runs in groupby(words, key=lambda run: run.link):
        if link:
            yield "".join(run.text for run in runs)


def _says_nothing(words: str) -> bool:
    folded = " ".join(words.split()).strip(".,:;!?»«>()[] ").casefold()
    return folded in _SAYS_NOTHING or not folded or _BARE_ADDRESS.fullmatch(folded) is not None
