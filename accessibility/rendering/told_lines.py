"""What is said of a block, line by line, each knowing which of its words are the document's own.

Plain text, speech and chats are all made of these lines. Own words keep their order, so that a
place in the block's bare text (`accessibility.tree_text.block_text`) can be found among them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from accessibility.rendering.marks import MarkKind
from mailbox_store.model.document_tree import Run, Words

SLOT = "\x1a"  # stands in a sentence for the document's own words; no text of a document holds it
_ENDS = (".", "!", "?", "…", ":", ";")


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a line. `source` is what the document has for them, None for words of ours."""

    text: str
    source: str | None = None
    language: str = ""
    link: int = 0  # the number of the link these are words of, where it is met first


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line; `is_source` tells that the block's bare text has this line, too."""

    parts: tuple[Part, ...]
    is_source: bool = True
    mark: MarkKind | None = None
    named: str = ""  # the own words that name the mark

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(part.text for part in self.parts)


def own(text: str, *, language: str = "", source: str | None = None) -> Part:
    """Make a part of the document's own words."""
    return Part(text, text if source is None else source, language)


def own_runs(words: Words) -> list[Part]:
    """Make parts of words, their links left out."""
    return [_of_run(run) for run in words]


def framed(sentence: str, parts: Iterable[Part]) -> tuple[Part, ...]:
    """Put own words into a sentence of ours, where its `SLOT` is."""
    before, _, after = sentence.partition(SLOT)
    made = (Part(before), *parts, Part(after))
    return tuple(part for part in made if part.text or part.source)


def ours(sentence: str) -> Line:
    """Make a line of our own words only."""
    return Line(parts=(Part(sentence),), is_source=False)


def ended(parts: list[Part]) -> list[Part]:
    """End own words like a sentence, once."""
    text = "".join(part.text for part in parts).rstrip()
    return parts if not text or text.endswith(_ENDS) else [*parts, Part(".")]


def _of_run(run: Run) -> Part:
    return Part(run.text, run.text, run.language)
