"""A link as text: its real address is written out where the words do not show it."""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_LIKE_AN_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:/\S*)?", re.IGNORECASE)
_EDGES = "()[]<>\"'.,;:!?"


class WrittenLink(NamedTuple):
    """What stands behind a link's words: " (address)" or nothing."""

    suffix: str
    differs: bool = False  # the words look like another address than the target


def written_link(shown: str, href: str) -> WrittenLink:
    """Decide what to write behind a link's words.

    Targets that are no web, mail or telephone address (scripts, places in the page, parts of a
    mail) are not written.
    """
    target = re.sub(r"[\s\x00-\x1f]+", "", href)
    scheme, colon, rest = target.partition(":")
    scheme = scheme.lower()
    if not colon or scheme not in ("http", "https", "mailto", "tel"):
        return WrittenLink("")
    if scheme in ("mailto", "tel"):
        address = unquote(rest.partition("?")[0])
        differs = scheme == "mailto" and _names_another_mailbox(shown, address)
        known = _squeezed(address) in _squeezed(shown)
        return WrittenLink("" if known or not address else f" ({address})", differs)
    hosts = {_host(url) for url in _addresses_in(shown)}
    if hosts and hosts != {_host(target)}:
        return WrittenLink(f" ({target})", differs=True)
    if any(_bare(url) == _bare(target) for url in _addresses_in(shown)):
        return WrittenLink("")
    return WrittenLink(f" ({target})")


def _addresses_in(shown: str) -> list[str]:
    found = [url.strip(_EDGES) for url in _WEB.findall(shown)]
    whole = shown.strip().strip(_EDGES)
    if not found and _LIKE_AN_ADDRESS.fullmatch(whole):
        return [f"https://{whole}"]
    return found


def _names_another_mailbox(shown: str, address: str) -> bool:
    named = re.findall(r"[^\s<>()]+@[^\s<>()]+", shown)
    return bool(named) and all(n.strip(_EDGES).lower() != address.lower() for n in named)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""


def _bare(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url, flags=re.IGNORECASE).rstrip("/")


def _squeezed(text: str) -> str:
    return re.sub(r"[\s-]+", "", text).lower()
