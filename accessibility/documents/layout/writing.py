"""Lines written as words of the tree: joined at their ends, with links and languages kept."""

from collections.abc import Sequence

from accessibility.documents.layout.hyphens import joint
from accessibility.documents.layout.lines import Line, is_apart
from accessibility.documents.page_marks import Piece
from mailbox_store.model.document_tree import Run, Words


class Writing:
    """Gathers runs; neighbours of the same link and language become one."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._runs: list[list[str]] = []  # text, link, language

    @property
    def text(self) -> str:
        """The end of what is written, as far as a joint has to look."""
        return "".join(run[0] for run in self._runs[-8:])

    def add_line(self, words: Sequence[Piece]) -> None:
        """Write a line behind what is there, as one text."""
        first = "".join(word.text for word in words[:4])
        cut, between = joint(self.text.rstrip(), first)
        if cut and self._runs:
            self._runs[-1][0] = self._runs[-1][0].rstrip()[:-cut]
        last: Piece | None = None
        for word in words:
            gap = between if last is None else " " if is_apart(last, word) else ""
            self._add(gap, word)
            last = word

    def words(self) -> Words:
        """Give what was written; a sentence's end behind a link is not a part of it."""
        runs: list[Run] = []
        for text, link, language in self._runs:
            words = text.rstrip(".,;:") if link else text
            runs.append(Run(words, link, language))
            if words != text:
                runs.append(Run(text[len(words) :], "", language))
        return tuple(run for run in runs if run.text)

    def _add(self, gap: str, word: Piece) -> None:
        if self._runs and self._runs[-1][1:] == [word.link, word.language]:
            self._runs[-1][0] += gap + word.text
            return
        if self._runs and not self._runs[-1][1]:  # a blank beside a link is not a part of it
            self._runs[-1][0] += gap
            gap = ""
        if gap and word.link:
            self._runs.append([gap, "", ""])
            gap = ""
        self._runs.append([gap + word.text, word.link, word.language])


def words_of(lines: Sequence[Line]) -> Words:
    """Write lines as one paragraph."""
    writing = Writing()
    for line in lines:
        writing.add_line(line.words)
    return writing.words()
