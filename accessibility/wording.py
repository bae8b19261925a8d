"""Sentences in the person's language: one catalogue for every face.

The English sentence is the key, so a sentence without a translation is still read, in English.
Only whole sentences are translated; a language belongs to a person, never to the process.
"""

import gettext
from collections.abc import Callable, Mapping
from pathlib import Path

LANGUAGES = ("da", "en")
_CATALOGUES = Path(__file__).parent / "locales"


class Say:
    """Say sentences in one language. Make it with `wording_for`."""

    def __init__(
        self,
        language: str,
        catalogue: gettext.NullTranslations,
        finish: Callable[[str], str] = str,
    ) -> None:
        """Use `wording_for`, which finds the catalogue."""
        self.language = language
        self._catalogue = catalogue
        self._finish = finish

    def __call__(self, text: str, /, **facts: object) -> str:
        """Give a whole sentence with its facts put in: `say("Letter from {sender}.", sender=x)`."""
        return self._finish(self._catalogue.gettext(text).format(**facts))

    def count(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """Give the sentence that fits a number: `say.count("{n} letter", "{n} letters", n)`."""
        return self._finish(self._catalogue.ngettext(one, many, n).format(n=n, **facts))

    def finished_by(self, finish: Callable[[str], str]) -> "Say":
        """Give the same sentences, each put through a function: for a terminal without æ, say."""
        return Say(self.language, self._catalogue, finish)


def sentence(text: str) -> str:
    """Mark a sentence that stands in a table and is said elsewhere, so that it is collected."""
    return text


def wording_for(language: str) -> Say:
    """Give the sentences of a language ("da", "da_DK.UTF-8"); anything else is English.

    A catalogue that is missing or damaged gives English too: a letter must stay readable.
    """
    short = _short(language) or "en"
    if short == "en":
        return Say("en", gettext.NullTranslations())
    try:
        with (_CATALOGUES / short / "LC_MESSAGES" / "brevdue.mo").open("rb") as file:
            return Say(short, gettext.GNUTranslations(file))
    except (OSError, ValueError):
        return Say("en", gettext.NullTranslations())


def language_of_environment(environment: Mapping[str, str]) -> str:
    """Tell which language a person's environment asks for: "da", or else "en"."""
    if chosen := _short(environment.get("BREVDUE_LANGUAGE", "")):
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name, ""):  # as POSIX: the first that is set decides
            return _short(value) or "en"
    return "en"


def _short(language: str) -> str:
    short = language.strip().lower().replace("-", "_").split("_")[0].split(".")[0]
    return short if short in LANGUAGES else ""
