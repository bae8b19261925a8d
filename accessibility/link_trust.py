"""Whether a link in a letter leads to its sender: said in words before anybody follows it.

A name in a letter proves nothing, so no likeness of names is taken for the sender's address. What
is known is the domain of a sender's own e-mail address, and the state's shared portals.
"""

from urllib.parse import urlsplit

from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_store.model.party import IdType, Party

# The Danish state's own portals, to which any authority may send people.
_STATE_PORTALS = ("borger.dk", "digitalpost.dk", "mitid.dk", "skat.dk", "sundhed.dk", "virk.dk")


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
    try:
        return host.encode("idna").decode("ascii").rstrip(".")
    except UnicodeError:
        return ""


def link_warning(url: str, sender: Party, say: Say) -> str:
    """Warn where a link does not lead to the sender, or where that cannot be told; else nothing."""
    domain = domain_of(url)
    if not domain or any(_belongs_to(domain, portal) for portal in _STATE_PORTALS):
        return ""
    own = _own_domain(sender)
    if not own:
        return say("Whether {domain} belongs to the sender cannot be told here.", domain=domain)
    if _belongs_to(domain, own):
        return ""
    return say("Warning: {domain} is not the sender's domain, which is {own}.",
               domain=domain, own=own)  # fmt: skip


def _own_domain(sender: Party) -> str:
    if sender.id_type is not IdType.EMAIL:
        return ""
    return one_line(sender.number.rpartition("@")[2]).casefold().rstrip(".")


def _belongs_to(domain: str, owner: str) -> bool:
    return domain == owner or domain.endswith(f".{owner}")
