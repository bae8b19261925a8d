"""A person's own words for words: how a name is said, and what to call a thing."""

import re
from collections.abc import Iterator, Mapping

from accessibility.pronouncing.passage import Spoken

_OWN = re.compile(r"(?<![\w])(?<!\d[.,/-])[^\W\d_](?:[\w'\u2019-]|\.(?=[^\W\d_])){0,60}\.?")


def own_spellings(text: str, words: Mapping[str, str]) -> Iterator[Spoken]:
    """Say a person's own words for words, whole ones only; as written, else in any case."""
    if not words:
        return
    folded = {word.casefold(): said for word, said in words.items()}
    for found in _OWN.finditer(text):
        for shown in (found[0], found[0].rstrip(".")):
            said = words.get(shown) or folded.get(shown.casefold())
            if said and (shown[-1] == "." or not text[found.start() + len(shown) :][:1].isalnum()):
                yield Spoken(found.start(), found.start() + len(shown), said)
                break
