"""The links of a document: numbered in the text, listed with their addresses at its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from accessibility.document_words import link_sentence
from accessibility.link_trust import link_warning
from accessibility.list_line import as_sentence
from accessibility.plain_text import one_line
from accessibility.rendering.told_lines import Line, Part, ours
from accessibility.wording import Say
from mailbox_store.model.document_tree import Run, Words
from mailbox_store.model.party import Party


@dataclass(frozen=True, slots=True)
class NumberedLink:
    """A link by its words where it is met first."""

    words: str
    address: str


class Links:
    """Numbers the links of one document in the order they are met; the same address once.

    Words that are their own address get no number behind them, but they are counted and listed.
    """

    def __init__(self, say: Say) -> None:
        """Begin with none; `say` says "link 2"."""
        self.found: list[NumberedLink] = []
        self._numbers: dict[str, int] = {}
        self._say = say

    def parts(self, words: Words) -> list[Part]:
        """Make parts of words, with a link's number behind its words."""
        made: list[Part] = []
        for address, runs in groupby(words, key=lambda run: run.link):
            made += self._linked(address, list(runs))
        return made

    def _linked(self, address: str, runs: list[Run]) -> Iterator[Part]:
        words = "".join(run.text for run in runs)
        if not words.strip() or not address.strip() or address.startswith("#"):
            yield from (Part(run.text, run.text, run.language) for run in runs)
            return
        is_new = address not in self._numbers
        if is_new:
            self.found.append(NumberedLink(" ".join(words.split()), address))
            self._numbers[address] = len(self.found)
        number = self._numbers[address]
        told = [at for at, run in enumerate(runs) if run.text.strip()]
        for at, run in enumerate(runs):
            begins, ends = is_new and at == told[0], at == told[-1]
            lead = run.text[: len(run.text) - len(run.text.lstrip())] if begins else ""
            tail = run.text[len(run.text.rstrip()) :] if ends else ""
            inside = run.text[len(lead) : len(run.text) - len(tail)]
            if lead:
                yield Part(lead, lead, run.language)
            yield Part(inside, inside, run.language, number if is_new else 0)
            if ends and not shows_itself(words, address):
                yield Part(f" ({self._say('link {n}', n=number)})")
            if tail:
                yield Part(tail, tail, run.language)


def shows_itself(words: str, address: str) -> bool:
    """Tell whether a link's words are its own address: nothing is added by pointing to it."""
    scheme, _, rest = address.partition(":")
    bare = rest.removeprefix("//")
    return words.strip() in (address, bare, bare.rstrip("/"), f"{scheme}:{rest.rstrip('/')}")


def link_lines(links: Links, say: Say, *, sender: Party | None = None) -> list[Line]:
    """List the links with where each really leads, after a warning where that is not the sender."""
    return [
        ours(say("Link {n}: {words}", n=number, words=_told(link, say, sender)))
        for number, link in enumerate(links.found, start=1)
    ]


def _told(link: NumberedLink, say: Say, sender: Party | None) -> str:
    address = link.address
    scheme, _, rest = address.partition(":")
    words = "" if shows_itself(link.words, address) else as_sentence(link.words)
    if scheme.lower() == "mailto":
        leads = say("Mail address: {address}", address=one_line(rest))
    elif scheme.lower() == "tel":
        leads = say("Phone: {number}", number=one_line(rest))
    else:
        leads = link_sentence(address, say)
    warning = link_warning(address, sender, say) if sender else ""
    return " ".join(filter(None, (words, warning, leads)))
