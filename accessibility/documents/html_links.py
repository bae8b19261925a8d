"""Where a link leads, and whether its words show another address than that."""

import re
from urllib.parse import unquote, urlsplit

from accessibility.plain_text import one_line

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_LIKE_AN_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:/\S*)?", re.IGNORECASE)
# Bare words with a dot are an address only with an ending that the web has, and files have not.
_ENDING = re.compile(
    r"\.(?:com|net|org|info|gov|edu|mil|int|eu|biz|name|online|shop|site|app|example|(?!(?:cc|gz|hs"
    r"|js|md|ml|ps|py|rb|rs|sh|so|ts|xz)\b)[a-z]{2})(?::\d+)?(?:/\S*)?\Z",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}", re.ASCII)
_BROKEN = re.compile(r"[\u2190\u21b5\u21b2]-?|\u00ad")  # how some show that a line was broken
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_LONGEST_ADDRESS = 300  # characters
_EDGES = "()[]<>\"'.,;:!?"
_LEADS_ON = ("http", "https", "mailto", "tel")
_MOST_LINK = 2_000  # characters
_MOST_SHOWN = 10_000  # characters: the words of a link may be a whole page


def target_of(href: str) -> str:
    """Give the address a link leads to; empty if it is no web, mail or telephone address.

    Scripts, places in the page and parts of a mail lead nowhere for a person who listens.
    """
    target = one_line(re.sub(r"[\s\x00-\x1f]+", "", href[: 2 * _MOST_LINK]))
    scheme, colon, rest = target.partition(":")
    if not colon or not rest or scheme.lower() not in _LEADS_ON:
        return ""
    return target if len(target) <= _MOST_LINK else ""


def differs(shown: str, target: str) -> bool:
    """Tell whether the words of a link look like another address than its target."""
    shown = _BROKEN.sub("", shown[:_MOST_SHOWN]).translate(_HYPHENS)
    scheme, _, rest = target.partition(":")
    match scheme.lower():
        case "mailto":
            return _names_another_mailbox(shown, unquote(rest.partition("?")[0]))
        case "http" | "https":
            hosts = {_host(url) for url in _addresses_in(shown)}
            return bool(hosts) and hosts != {_host(target)}
    return False


def suffix_of(shown: str, target: str) -> str:
    """Give " (address)" for text that cannot carry a link, unless its words show the address."""
    scheme, _, rest = target.partition(":")
    if scheme.lower() in ("mailto", "tel"):
        target = unquote(rest.partition("?")[0])
        return "" if not target or _squeezed(target) in _squeezed(shown) else f" ({target})"
    is_shown = any(_bare(url) == _bare(target) for url in _addresses_in(shown[:_MOST_SHOWN]))
    return "" if is_shown else f" ({target})"


def site_of(target: str) -> str:
    """Give what to call a link without words: its host, its mailbox or its number."""
    scheme, _, rest = target.partition(":")
    return _host(target) if scheme.lower() in ("http", "https") else rest.partition("?")[0]


def _addresses_in(shown: str) -> list[str]:
    found = [url.strip(_EDGES) for url in _WEB.findall(shown)]
    whole = shown.strip().strip(_EDGES)
    if found or len(whole) > _LONGEST_ADDRESS or not _LIKE_AN_ADDRESS.fullmatch(whole):
        return found
    if whole.lower().startswith("www.") or _ENDING.search(whole):
        return [f"https://{whole}"]
    return found


def _names_another_mailbox(shown: str, address: str) -> bool:
    named = {word.strip(_EDGES).lower() for word in _MAILBOX.findall(shown)}
    return bool(named) and address.lower() not in named


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""


def _bare(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url, flags=re.IGNORECASE).rstrip("/")


def _squeezed(text: str) -> str:
    return re.sub(r"[\s-]+", "", text).lower()
