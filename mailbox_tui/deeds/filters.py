"""Which letters of a folder are wanted: the words of `filter`, in both languages at once."""

from dataclasses import dataclass, replace

from accessibility.wording import Say
from mailbox_store.model.query import ListQuery

_UNREAD = ("unread", "ulæst", "ulæste", "ulaest", "ulaeste")
_FLAGGED = ("flagged", "flag", "flags")
_DEADLINE = ("deadline", "deadlines", "frist", "frister")
_SENDER = ("sender", "from", "afsender", "fra")
_ALL = ("all", "alle", "alt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a list was limited to, beside its folder."""

    unread: bool = False
    flagged: bool = False
    with_deadline: bool = False
    sender: str = ""

    def applied_to(self, query: ListQuery) -> ListQuery:
        """Give the query from its first letter on, so limited."""
        return replace(
            query,
            unread=self.unread,
            flagged=self.flagged,
            with_deadline=self.with_deadline,
            sender=self.sender,
            after=None,
        )

    def names(self, say: Say) -> list[str]:
        """Name what the list is limited to."""
        names = []
        if self.unread:
            names.append(say("only unread"))
        if self.flagged:
            names.append(say("only flagged"))
        if self.with_deadline:
            names.append(say("only with a deadline"))
        if self.sender:
            names.append(say("only from {sender}", sender=self.sender))
        return names


def filter_from(words: str) -> Filter | None:
    """Understand "unread deadline", "fra skat", "all"; None where a word is not known."""
    wanted = Filter()
    rest = words.split()
    if not rest:
        return None
    while rest:
        word, *rest = rest
        match word.casefold():
            case known if known in _UNREAD:
                wanted = replace(wanted, unread=True)
            case known if known in _FLAGGED:
                wanted = replace(wanted, flagged=True)
            case known if known in _DEADLINE:
                wanted = replace(wanted, with_deadline=True)
            case known if known in _ALL:
                wanted = Filter()
            case known if known in _SENDER and rest:
                return replace(wanted, sender=" ".join(rest))
            case _:
                return None
    return wanted
