"""A person's own words: how a name is said, one `word = spoken` a line."""

from dataclasses import dataclass

_MOST = 2000  # lines
_LONGEST = 200  # characters of what is said


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAWordList(Exception):  # the house's errors are named after what happened
    """A line that is not `word = spoken`; `line` counts from 1. The words are not repeated."""

    line: int


def read_word_list(text: str) -> dict[str, str]:
    """Read a person's word list. Empty lines and those that begin with # are passed over.

    Raises `NotAWordList` at the first line that has no "=", no word of letters, or nothing to say.
    """
    words: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        entry = line.strip().removeprefix("\ufeff")
        if not entry or entry.startswith("#"):
            continue
        word, equals, said = (part.strip() for part in entry.partition("="))
        is_word = word[:1].isalpha() and not any(map(str.isspace, word))
        if not (equals and is_word and said) or len(said) > _LONGEST or number > _MOST:
            raise NotAWordList(line=number)
        words[word] = said
    return words
