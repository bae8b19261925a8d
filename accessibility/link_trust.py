"""Whether a link in a letter leads to its sender: said in words before anybody follows it.

A name in a letter proves nothing, so no likeness of names is taken for the sender's address. What
is known is the domain of a sender's own e-mail address, and the state's shared portals. Domains are
compared as computers spell them: "blåbær.dk" is "xn--blbr-roah.dk", and with a Cyrillic letter in
it, it is another.
"""

import re
from unicodedata import name, normalize
from urllib.parse import urlsplit

from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_store.model.party import IdType, Party

# The Danish state's own portals, to which any authority may send people.
_STATE_PORTALS = ("borger.dk", "digitalpost.dk", "mitid.dk", "skat.dk", "sundhed.dk", "virk.dk")
_LONGEST_DOMAIN = 253  # characters, RFC 1035 section 2.3.4 without the root's dot
_DOT = re.compile("[.\u3002\uff0e\uff61]")  # the dots of RFC 3490
# Python reads these by the rules of 2003, where "ß" is "ss"; every browser takes them as letters
# of their own, and so goes to another domain.
_OWN_LETTERS = re.compile("[ßς]")


def domain_of(url: str) -> str:
    """Give the domain a web address really leads to, as computers spell it; empty if it is none.

    A browser reads "\\" as "/", so that "https://bad.example\\@good.example" leads to the first;
    such an address is none here.
    """
    address = one_line(url)
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if not host or "\\" in address or parts.scheme.lower() not in ("http", "https"):
        return ""
    return _spelled(host)


def link_warning(url: str, sender: Party, say: Say) -> str:
    """Warn where a link does not lead to the sender, or where that cannot be told; else nothing."""
    domain = domain_of(url)
    if not domain or any(_belongs_to(domain, portal) for portal in _STATE_PORTALS):
        return ""
    own = _own_domain(sender)
    spelled = _spelled(own)
    if spelled and not _belongs_to(domain, spelled):
        return say("Warning: {domain} is not the sender's domain, which is {own}.",
                   domain=domain, own=own)  # fmt: skip
    if not spelled or _mixes_scripts(spelled):
        return say("Whether {domain} belongs to the sender cannot be told here.", domain=domain)
    return ""


def _spelled(host: str) -> str:
    """Spell a domain in small letters as computers do; empty if it can be none."""
    if len(host) > _LONGEST_DOMAIN:
        return ""
    labels = map(_label, _DOT.split(host))
    try:
        return ".".join(labels).encode("idna").decode("ascii").rstrip(".")
    except UnicodeError:
        return ""


def _label(label: str) -> str:
    if not _OWN_LETTERS.search(label):
        return label
    return "xn--" + normalize("NFKC", label).encode("punycode").decode("ascii")


def _mixes_scripts(domain: str) -> bool:
    """Tell whether a word of a domain has letters of two scripts, as only a look-alike has."""
    try:
        words = [_written(label) for label in domain.split(".")]
    except UnicodeError:  # spelled as no browser would
        return True
    scripts = (  # "LATIN", "CYRILLIC": a letter's name begins with it
        {name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
        for word in words
    )
    return any(len(found) > 1 for found in scripts)


def _written(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    return label.removeprefix("xn--").encode("ascii").decode("punycode")


def _own_domain(sender: Party) -> str:
    """Give the domain of a sender's e-mail address as it is written there."""
    if sender.id_type is not IdType.EMAIL:
        return ""
    return one_line(sender.number.rpartition("@")[2]).lower().rstrip(".")


def _belongs_to(domain: str, owner: str) -> bool:
    return domain == owner or domain.endswith(f".{owner}")
