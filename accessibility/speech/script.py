"""The sentences of one reading, prepared no sooner than they are needed."""

from collections.abc import Iterable

from accessibility.speech.sentence import Sentence


class Script:
    """Sentences by their index; a generator behind it is asked for a few ahead only.

    They are kept, so that one can go back.
    """

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._taken: list[Sentence] = []
        self._rest = iter(sentences)

    def at(self, index: int) -> Sentence | None:
        """Give a sentence; None after the last one."""
        while len(self._taken) <= index:
            following = next(self._rest, None)
            if following is None:
                return None
            self._taken.append(following)
        return self._taken[index]
