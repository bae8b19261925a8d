"""How to reach somebody: telephone numbers, e-mail and web addresses, in words or behind links."""

import re
from collections.abc import Iterator

from accessibility.facts.passages import Found
from mailbox_store.model.document_facts import FactKind

_ABROAD = re.compile(
    r"(?<![\w+])(?:\+|00(?=\d{2}\s))\s?(?P<number>\d{2,3}(?:[ \u00a0()./-]{0,2}\d){6,12})(?!\d)"
)
_DANISH = re.compile(
    r"(?<![\w+.,/-])(?<!\d )\d{2}(?:[ \u00a0.-]?\d{2}){3}(?![\w/]|[.,-]?\d| \d{2}(?!\d))"
)
_BRITISH = re.compile(r"(?<![\w+.,/-])0\d{2,4}[ \u00a0]\d{3,4}[ \u00a0]?\d{3,4}(?!\d)")
_SHORT = re.compile(
    r"(?:ring|ringe|telefon|tlf\.?|call|phone|dial)\s?(?:til\s|på\s|:\s?"
    r"|op på\s)?(?P<number>112|113|114|1813|1888|116\s?\d{3}|999|111|101)(?![\d.,]*\d)",
    re.I,
)
_CUE = re.compile(
    r"\b(?:telefon\w*|tlf|tel|ring\w*|mobil\w*|mob|phone|telephone|textphone|call\w*|fax|sms"
    r"|direkte|hotline|kontakt\w*|vagttelefon\w*|på nummer|nummer(?:et)?|kundeservice"
    r"|kundecent(?:er|ret)|borgerservice|reception(?:en)?|sekretariat(?:et)?|omstilling(?:en)?"
    r"|number)\b[^\n]{0,70}\Z",
    re.IGNORECASE,
)
_NO_CUE = re.compile(
    r"\b(?:cvr|ean|konto(?:en)?|reg|cpr|iban|p-nr|se-nr|ref(?:erence\w*|nr)?|kunde|mobile\s?pay"
    r"|(?:konto|kunde|faktura|sags?|aftale|betalings)-?\s?(?:nr|nummer\w*|id|kode\w*))\b[^\n]{0,14}\Z",
    re.I,
)
_LOCAL = re.compile(r"[\w.+-]{1,64}\Z")
_DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_ADDRESS = re.compile(r"(?:https?://|(?<![\w@.-])www\.)[^\s<>\"'“”«»\u00a0]{1,400}", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@./-])(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.){1,5}(?:dk|com|org|net|eu|uk|se|no|de"
    r"|info|gov|nu|fo|gl|example)(?![\w-]|\.\w|@)(?:/[^\s<>\"'“”«»]{0,300})?",
    re.IGNORECASE,
)
_TAIL = ".,;:!?)]}'\"”»"


def contacts_in(text: str) -> Iterator[Found]:
    """Find the ways to reach somebody that a text names."""
    mails = list(_mails(text))
    yield from mails
    yield from _pages(text, mails)
    yield from phones_in(text)


def phones_in(text: str) -> Iterator[Found]:
    """Find telephone numbers: with a country's code, or behind a word that announces one."""
    taken = -1
    for found in sorted(_numbers(text), key=lambda one: one.start()):
        if found.start() < taken:
            continue
        is_abroad = found.re is _ABROAD
        window = text[max(0, found.start() - 90) : found.start()]
        if found.re in (_BRITISH, _DANISH) and (not _CUE.search(window) or _NO_CUE.search(window)):
            continue
        taken = found.end()
        number = found["number"] if found.re in (_ABROAD, _SHORT) else found[0]
        digits = "".join(filter(str.isdigit, number))
        yield Found(FactKind.PHONE, f"+{digits}" if is_abroad else digits, *found.span())


def fact_of_link(link: str) -> tuple[FactKind, str] | None:
    """Tell what a link behind words leads to: a page, a mailbox, a telephone."""
    scheme, _, rest = link.partition(":")
    match scheme.lower():
        case "http" | "https":
            return FactKind.WEB, link
        case "mailto":
            return FactKind.EMAIL, rest.partition("?")[0]
        case "tel":
            return FactKind.PHONE, "".join(sign for sign in rest if sign.isdigit() or sign == "+")
        case _:
            return None


def _numbers(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_ABROAD, _SHORT, _BRITISH, _DANISH):
        yield from pattern.finditer(text)


def _mails(text: str) -> Iterator[Found]:
    at = text.find("@")
    while at >= 0:
        local = _LOCAL.search(text, max(0, at - 64), at)
        domain = _DOMAIN.match(text, at + 1)
        if local and domain:
            start = local.start() + len(local[0]) - len(local[0].lstrip(".-+"))
            if start < at:
                end = domain.end()
                yield Found(FactKind.EMAIL, text[start:end].rstrip("-"), start, end)
        at = text.find("@", at + 1)


def _pages(text: str, mails: list[Found]) -> Iterator[Found]:
    taken = {position for mail in mails for position in range(mail.start, mail.end)}
    end = -1
    for found in sorted(
        [*_ADDRESS.finditer(text), *_BARE.finditer(text)], key=lambda one: (one.start(), -one.end())
    ):
        if found.start() in taken or found.start() < end:
            continue
        address = found[0].rstrip(_TAIL)
        end = found.start() + len(address)
        if "." in address:
            yield Found(FactKind.WEB, address, found.start(), end)
