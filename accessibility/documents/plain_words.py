"""A document's strings made safe, and counted: what `plain_tree` walks a tree with.

Most strings of most letters are printable already and are given back as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from accessibility.plain_text import hides_text, one_line, plain
from mailbox_store.model.document_tree import Run, Words
from mailbox_store.model.warned import Warned

MOST_PIECES = 200_000  # blocks, items, rows, cells and runs of one document
MOST_CHARACTERS = 5_000_000  # of one document: more than any letter has
_LONGEST_LINK = 2_000  # characters; longer ones are refused by browsers and mail programs, too
_WARNING_CODE, _WARNING_DETAIL = 40, 200  # characters
_MOST_WARNINGS = 500
_LINK = re.compile(r"(?:https?://[^/?#]|mailto:[^?]|tel:[+(\d])", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")  # BCP 47, as far as it is used


class PlainWords:
    """Makes strings safe one after another, and stops where a document has too many."""

    def __init__(self, *, language: str, disbelieved: frozenset[str] = frozenset()) -> None:
        """Begin a document in a language: a run that only repeats it needs no tag of its own.

        Tags that are disbelieved are taken off.
        """
        self.hid_something = False
        self.was_cut = False
        self._pieces = MOST_PIECES
        self._characters = MOST_CHARACTERS
        self._untold = disbelieved | {language.lower()}

    def has_room(self, pieces: int = 1) -> bool:
        """Take the room of some pieces; False, and a warning, where there is none."""
        if pieces > self._pieces:
            self._pieces = 0
            self.was_cut = True
            return False
        self._pieces -= pieces
        return True

    def words(self, words: Words) -> Words:
        """Make one line's runs safe: empty ones go, neighbours in the same way become one.

        Blanks stay between the runs, not around the line.
        """
        if not words:
            return words
        kept: list[Run] = []
        changed = False
        for run in words:
            if not self.has_room():
                changed = True
                break
            made = self._run(run)
            if kept and made.text[:1] == " " and kept[-1].text[-1] == " ":
                made = replace(made, text=made.text[1:])
            if not made.text:
                changed = True
                continue
            if kept and (kept[-1].link, kept[-1].language) == (made.link, made.language):
                joined = self._run_text(kept.pop().text + made.text)
                made = Run(joined, made.link, made.language)
            changed |= made is not run
            kept.append(made)
        if kept and (kept[0].text[0] == " " or kept[-1].text[-1] == " "):
            return tuple(_without_blanks_around(kept))
        return tuple(kept) if changed else words

    def line(self, text: str, *, limit: int | None = None) -> str:
        """Make one line safe, without blanks at its ends."""
        self._note(text)
        return self._within(one_line(text, limit=limit)).rstrip()

    def raw(self, text: str) -> str:
        """Make a text safe whose line breaks and blanks count."""
        self._note(text)
        return self._within(plain(text))

    def warnings(self, warnings: tuple[Warned, ...]) -> tuple[Warned, ...]:
        """Make warnings safe, each once."""
        return tuple(dict.fromkeys(self._warnings(warnings)))

    def _warnings(self, warnings: tuple[Warned, ...]) -> Iterator[Warned]:
        for warned in warnings[:_MOST_WARNINGS]:  # said even where there is no room for more text
            self._note(warned.code + warned.detail)
            if code := one_line(warned.code, limit=_WARNING_CODE):
                yield Warned(code=code, detail=one_line(warned.detail, limit=_WARNING_DETAIL))

    def _run(self, run: Run) -> Run:
        text = self._within(self._run_text(run.text))
        if not run.link and not run.language:
            return run if text is run.text else Run(text)
        link, language = plain_link(run.link), plain_language(run.language)
        if language.lower() in self._untold:
            language = ""
        made = Run(text, link, language)
        return run if made == run else made

    def _run_text(self, text: str) -> str:
        """Fold white space as `one_line` does, but keep one blank at each end: runs are joined."""
        if text.isprintable():  # then the only white space is the plain blank
            if not text.isascii():
                kept = plain(text)
                self.hid_something |= kept != text  # too many marks over one letter
                text = kept if kept != text else text
            return _folded(text) if "  " in text else text
        self._note(text)
        return _folded(plain(text))

    def _note(self, text: str) -> None:
        self.hid_something = self.hid_something or hides_text(text)

    def _within(self, text: str) -> str:
        if len(text) > self._characters:
            text = text[: self._characters]
            self.was_cut = True
        self._characters -= len(text)
        return text


def plain_link(link: str) -> str:
    """Give a link that is safe to show and to open: web, mail or telephone; else nothing."""
    link = link.strip()
    if len(link) > _LONGEST_LINK or not link.isprintable() or " " in link:
        return ""
    return link if _LINK.match(link) and plain(link) == link else ""


def plain_language(tag: str) -> str:
    """Give a language's tag if it can be one ("da_DK" becomes "da-DK"); else nothing."""
    tag = tag.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else ""


def _without_blanks_around(runs: list[Run]) -> list[Run]:
    """Take the blanks away that a line begins and ends with."""
    while runs and not runs[0].text.strip():
        del runs[0]
    while runs and not runs[-1].text.strip():
        del runs[-1]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return runs


def _folded(text: str) -> str:
    folded = " ".join(text.split())
    if not folded:
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    return before + folded + (" " if text[-1].isspace() else "")
