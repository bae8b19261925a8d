"""The verdict on a document in sentences: how well it can be listened to, and what that means."""

from collections.abc import Iterator, Mapping

from accessibility.readability.lix import Weight, weight_of
from accessibility.wording import Say, sentence
from mailbox_store.model.document_tree import Ease, Readability
from mailbox_store.model.warned import Warned

_LONGEST_SHARE = 21  # characters: two numbers of ten digits
_EASE: Mapping[Ease, str] = {
    Ease.GOOD: sentence("This document can be listened to well."),
    Ease.FAIR: sentence("This document can be listened to, with something missing."),
    Ease.POOR: sentence("This document is hard to listen to."),
}
_NOT_AT_ALL: Mapping[str, str] = {
    "no-text": sentence(
        "This document cannot be listened to: it has no text, at most pictures of it."
    ),
    "encrypted": sentence("This document cannot be listened to: it is locked with a password."),
    "unreadable": sentence(
        "This document cannot be listened to: the file is damaged or too large to be read here."
    ),
    "unknown-type": sentence(
        "This document cannot be listened to: this kind of file cannot be read here."
    ),
}
_MEANING: Mapping[str, str] = {
    "layout-uncertain": sentence(
        "The order of the text is not certain: parts may be read in the wrong place."
    ),
    "garbled": sentence("Some letters cannot be told for sure: check amounts, dates and names."),
    "machine-read": sentence(
        "The text was read by a machine from a picture: check amounts, dates and names."
    ),
    "not-tagged": sentence(
        "Headings, lists and tables are told from the look of the pages, because the file does "
        "not mark them: some may be wrong."
    ),
    "language-untold": sentence(
        "The file does not say which language it is in: a voice may read it with the wrong sounds."
    ),
    "language-differs": sentence(
        "The file says it is in another language than it is: a voice may read it with the wrong "
        "sounds."
    ),
    "no-headings": sentence("It is long and has no headings: there is nothing to jump between."),
    "hidden-text": sentence("Text that is made invisible is left out."),
}
_PAGES = sentence("Pages that cannot be read: {n} of {of}. What stands there is missing.")
_SHARES: Mapping[str, str] = {
    "pages-unreadable": _PAGES,
    "pages-mostly-unreadable": _PAGES,
    "tables-without-headers": sentence(
        "Tables that do not say what their columns are: {n} of {of}. Their figures stand alone."
    ),
    "pictures-without-text": sentence(
        "Pictures without words: {n} of {of}. What they show is not said."
    ),
    "fields-without-names": sentence(
        "Form fields without a name: {n} of {of}. What to write there is not said."
    ),
    "links-without-meaning": sentence("Links whose words do not say where they lead: {n} of {of}."),
}
_WEIGHT: Mapping[Weight, str] = {
    Weight.LIGHT: sentence("The language is very easy (LIX {n})."),
    Weight.EASY: sentence("The language is easy (LIX {n})."),
    Weight.MEDIUM: sentence("The language is of medium weight (LIX {n})."),
    Weight.HEAVY: sentence("The language is heavy (LIX {n})."),
    Weight.VERY_HEAVY: sentence("The language is very heavy (LIX {n})."),
}


def verdict_lines(readability: Readability, say: Say) -> list[str]:
    """Say the verdict, then each reason for it, then how heavy the language is."""
    codes = [reason.code for reason in readability.reasons]
    if not_at_all := next((_NOT_AT_ALL[code] for code in codes if code in _NOT_AT_ALL), ""):
        return [say(not_at_all)]
    lines = [say(_EASE[readability.ease])]
    for reason in readability.reasons:
        lines += _reason_lines(reason, say)
    if readability.lix is not None:
        lines.append(say(_WEIGHT[weight_of(readability.lix)], n=readability.lix))
    return list(dict.fromkeys(lines))


def share_of(detail: str) -> tuple[int, int] | None:
    """Read a detail "2/3" (so many of so many); None if it is none."""
    missing, _, of = detail[:_LONGEST_SHARE].partition("/")
    if not all(part.isascii() and part.isdigit() for part in (missing, of)):
        return None
    return int(missing), int(of)


def _reason_lines(reason: Warned, say: Say) -> Iterator[str]:
    share = share_of(reason.detail)
    if reason.code in _MEANING:
        yield say(_MEANING[reason.code])
    elif reason.code in _SHARES and share is not None:
        n, of = share
        yield say(_SHARES[reason.code], n=n, of=of)
