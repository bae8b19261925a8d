"""Pieces of text made into the words of a tree: safe, on one line, blanks folded, links marked."""

import re
from collections.abc import Iterable

from accessibility.plain_text import plain
from mailbox_store.model.document_tree import Run, Words

# Each pattern reads a text in about one go: what repeats is never given back ("++"), or begins
# only where the one before cannot have begun.
_LINK = re.compile(
    r"https?://[^\s<>\"]++|www\.[^\s<>\"]++|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+", re.I
)
_AFTER_A_LINK = ".,;:!?)]}'\""
_MAY_LEAD = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_LONGEST_LINK = 2_000  # characters


def words_of(text: str) -> Words:
    """Make one line of text into words; web and mail addresses in it become links."""
    return linked(folded([Run(text)]))


def folded(runs: Iterable[Run]) -> Words:
    """Make pieces of text safe and join them: blanks folded across them, equal ones made one."""
    made: list[Run] = []
    ends_blank = True
    for run in runs:
        text = plain(run.text)
        line = " ".join(text.split())
        if text[:1].isspace() and not ends_blank:
            line = " " + line
        if text[-1:].isspace() and line.strip():
            line += " "
        if not line:
            continue
        ends_blank = line.endswith(" ")
        before = made[-1] if made else None
        if before and (before.link, before.language) == (run.link, run.language):
            made[-1] = Run(before.text + line, run.link, run.language)
        else:
            made.append(Run(line, run.link, run.language))
    if made:
        last = made.pop()
        if text := last.text.rstrip():
            made.append(Run(text, last.link, last.language))
    return tuple(made)


def linked(words: Words) -> Words:
    """Mark the bare addresses in words that lead nowhere yet."""
    made: list[Run] = []
    for run in words:
        made += [run] if run.link else _linked(run)
    return tuple(made)


def safe_link(target: str) -> str:
    """Give where a link leads if it is the web, a mail or a telephone; else nothing."""
    link = "".join(plain(target).split())
    return link if len(link) <= _LONGEST_LINK and _MAY_LEAD.match(link) else ""


def _linked(run: Run) -> Iterable[Run]:
    at = 0
    for found in _LINK.finditer(run.text):
        shown = found[0].rstrip(_AFTER_A_LINK)
        link = _target(shown)
        if not link or len(link) > _LONGEST_LINK:
            continue
        if found.start() > at:
            yield Run(run.text[at : found.start()], "", run.language)
        yield Run(shown, link, run.language)
        at = found.start() + len(shown)
    if at < len(run.text):
        yield Run(run.text[at:], "", run.language)


def _target(shown: str) -> str:
    begins = shown.lower()
    if begins.startswith(("http://", "https://")):
        return shown if len(shown) > len("https://") else ""
    if begins.startswith("www."):
        return f"https://{shown}" if "." in shown[4:] else ""
    return f"mailto:{shown}"
