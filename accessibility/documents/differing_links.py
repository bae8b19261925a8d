"""Links whose words show one address and that lead to another, as swindlers make them."""

from collections.abc import Iterator
from itertools import groupby, islice

from accessibility.documents.html_links import differs
from accessibility.plain_text import one_line
from accessibility.readability.running_text import every_block, every_words
from mailbox_store.model.document_tree import DocumentTree
from mailbox_store.model.warned import Warned

_MOST_TOLD = 20
_LONGEST = 200  # characters


def differing_links(tree: DocumentTree) -> tuple[Warned, ...]:
    """Give a "link-differs" with its words for each such link, once, at most 20."""
    found = dict.fromkeys(shown for shown, link in _links(tree) if differs(shown, link))
    return tuple(
        Warned(code="link-differs", detail=one_line(shown, limit=_LONGEST))
        for shown in islice(found, _MOST_TOLD)
    )


def _links(tree: DocumentTree) -> Iterator[tuple[str, str]]:
    """Give the words and the target of every link; what looks different in it is one link."""
    for block in every_block(tree.blocks):
        for words in every_words(block):
            for link, runs in groupby(words, key=lambda run: run.link):
                if link:
                    yield "".join(run.text for run in runs), link
