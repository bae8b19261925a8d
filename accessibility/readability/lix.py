"""LIX, Björnsson's readability index: words a sentence, and how many per cent of them are long.

C. H. Björnsson, Läsbarhet (Stockholm: Liber 1968), in Danish Læsbarhed (København: Gad 1971): a
long word has more than six letters; below 30 is very easy, as books for children; 30 to 40 easy, as
fiction; 40 to 50 medium, as newspapers; 50 to 60 heavy, as official texts often are; above 60 very
heavy. Made for Swedish; it serves for Danish and Norwegian as well.

Ours, where he leaves a choice: a number is a word, but never a long one; headings and items of
lists are sentences; tables, addresses and forms do not count.
"""

import re
from enum import StrEnum

from accessibility.sentences import Sentences

_FEWEST_WORDS = 50  # fewer tell nothing: one long name would move the number by two
_LONG = 6  # letters; a long word has more
_WORD = re.compile(r"[^\W_]+(?:(?:[-'\u2019.]|(?<=\d)[,:](?=\d))[^\W_]+)*")
_UNIT_AT_THE_END = re.compile(  # "500 kr. Du skal"
    r"(?:(?<=\bkr\.)|(?<=\bstk\.)|(?<=\bm\.v\.)|(?<=\bmv\.))\s+(?=[A-ZÆØÅ])"
)


class Weight(StrEnum):
    """How heavy a text's language is, by Björnsson's bands."""

    LIGHT = "LIGHT"
    EASY = "EASY"
    MEDIUM = "MEDIUM"
    HEAVY = "HEAVY"
    VERY_HEAVY = "VERY_HEAVY"


def lix_of(text: str) -> int | None:
    """Give a running text's LIX, a line break ending a sentence; None under 50 words."""
    words = long_words = sentences = 0
    for quoted in Sentences(text):
        for sentence in _UNIT_AT_THE_END.split(quoted):
            found = _WORD.findall(sentence)
            words += len(found)
            sentences += bool(found)
            long_words += sum(map(_is_long, found))
    if words < _FEWEST_WORDS:
        return None
    return round(words / sentences + 100 * long_words / words)


def words_in(text: str) -> int:
    """Count the words of a text as LIX does."""
    return len(_WORD.findall(text))


def weight_of(lix: int) -> Weight:
    """Tell the band of a LIX."""
    if lix < 30:
        return Weight.LIGHT
    if lix < 40:
        return Weight.EASY
    if lix < 50:
        return Weight.MEDIUM
    return Weight.HEAVY if lix <= 60 else Weight.VERY_HEAVY


def _is_long(word: str) -> bool:
    return len(word) > _LONG and sum(map(str.isalpha, word)) > _LONG
