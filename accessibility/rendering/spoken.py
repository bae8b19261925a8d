"""A document as utterances for a voice: prepared here, pronounced by the speech engine.

What is hidden or removed (running headers, page numbers) is not in the blocks and so never
spoken. Links are spoken by their words only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from accessibility.rendering.block_words import told_block
from accessibility.rendering.marks import MarkKind
from accessibility.rendering.notices import trust_sentences
from accessibility.rendering.told_lines import Line, Part, ours, own_runs
from accessibility.wording import Say
from mailbox_store.model.document_tree import DocumentTree

AFTER_HEADING, AFTER_BLOCK, AFTER_LINE = 0.8, 0.5, 0.25  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Some words in one language; `pause` is silence after them, in seconds.

    `language` is a BCP 47 tag. `section` counts the headings up to here, so that a voice can
    prepare a section at a time and go to the next; before the first heading it is 0. `block` is
    the index of the tree's block, -1 for what is said before the document.
    """

    text: str
    language: str
    pause: float = 0.0
    section: int = 0
    block: int = -1


def spoken_of(tree: DocumentTree, say: Say) -> tuple[Utterance, ...]:
    """Give a document as utterances: each line by itself, split where its language changes."""
    language = tree.language or say.language  # a document that does not tell is read as all else
    spoken = list(_spoken(map(ours, trust_sentences(tree, say)), say, language))
    section = 0
    for index, block in enumerate(tree.blocks):
        lines = [line for line in told_block(block, say, own_runs) if line.text.strip()]
        section += sum(line.mark is MarkKind.HEADING for line in lines[:1])
        spoken += [
            replace(one, section=section, block=index) for one in _spoken(lines, say, language)
        ]
    return tuple(spoken)


def _spoken(lines: Iterable[Line], say: Say, language: str) -> Iterator[Utterance]:
    told = list(lines)
    for at, line in enumerate(told, start=1):
        pause = AFTER_BLOCK if at == len(told) else AFTER_LINE
        if line.mark is MarkKind.HEADING:
            pause = AFTER_HEADING
        parts = _by_language(line.parts, say, language)
        for which, (tag, text) in enumerate(parts, start=1):
            is_last = which == len(parts)
            yield Utterance(text=text, language=tag, pause=pause if is_last else 0.0)


def _by_language(parts: Iterable[Part], say: Say, language: str) -> list[tuple[str, str]]:
    """Put the neighbours of one language together.

    Blanks and stops go with what is before them, and so does the second half of a word.
    """
    told: list[tuple[str, str]] = []
    for part in parts:
        tag = say.language if part.source is None else part.language or language
        is_inside = told and told[-1][1][-1:].isalnum() and part.text[:1].isalnum()
        if told and (is_inside or not any(map(str.isalnum, part.text))):
            tag = told[-1][0]
        told.append((tag, part.text))
    joined = (
        (tag, "".join(text for _, text in group).strip())
        for tag, group in groupby(told, key=lambda one: one[0])
    )
    return [(tag, text) for tag, text in joined if text]
