"""Numbers that a case, a payment or an account goes by. A CPR number is never one of them."""

import re
from collections.abc import Iterator
from datetime import date

from accessibility.facts.passages import Found
from mailbox_store.model.document_facts import FactKind

_LABEL = (
    r"(?:sags?-?\s?(?:nummer|nr\.?|id\.?|no\.?)|sag nr\.?|sag(?=\s?:)|sagen|lån(?:e"
    r"|s)?-?(?:nummer|nr\.?)|hospital (?:number|no\.?)|(?:politi)?sagsnr\.?"
    r"|j\.\s?nr\.?|jnr\.?|journal-?(?:nummer|nr\.?|no\.?)"
    r"|rettens (?:sags)?(?:nr\.?|nummer)|(?:vores|vor|deres|din|our|your"
    r"|my)\s?(?:ref(?:erence)?\.?)(?:\s?(?:nr\.?|nummer|number|no\.?))?"
    r"|reference(?:\s?-?(?:nr\.?|nummer|number|no\.?|code))?|referencenummer"
    r"|ref\.?(?:\s?nr\.?)?|(?:please )?use this reference|quote(?: the)? reference"
    r"|case(?:\s?(?:number|no\.?|id|ref(?:erence)?))|file (?:number|no\.?)"
    r"|application (?:number|no\.?|id)|claim (?:number|no\.?)"
    r"|ansøgnings-?(?:nummer|nr\.?|id)|kunde-?(?:nummer|nr\.?)|customer (?:number|no\.?)"
    r"|account reference|aftale-?(?:nummer|nr\.?)|police-?(?:nummer|nr\.?)"
    r"|policy (?:number|no\.?)|skade-?(?:nummer|nr\.?)|faktura-?(?:nummer|nr\.?)"
    r"|invoice (?:number|no\.?)|regnings?-?(?:nummer|nr\.?)|rykker-?(?:nummer|nr\.?)"
    r"|afgifts?-?(?:nummer|nr\.?)|dokument-?(?:nummer|nr\.?|id)|medlems-?(?:nummer|nr\.?)"
    r"|saksnummer|saksnr\.?|ärendenummer|diarienummer|dnr\.?|aktenzeichen"
    r"|geschäftszeichen|vår ref\.?|deres ref\.?|lejemåls?(?:nummer|nr\.?)|anlægs-?(?:nummer"
    r"|nr\.?)|installations-?(?:nummer|nr\.?)|låner-?(?:nummer|nr\.?))"
)
_CASE = re.compile(
    rf"(?<![\w-]){_LABEL}(?![^\W\d_])(?:\s?(?:er|is|:|-|\u2013|\.)){{0,2}}\s{{0,3}}"
    r"(?P<value>(?-i:[A-ZÆØÅ]{0,6}|[a-zæøå])[-/ ]?\d[\w./-]{0,30}"
    r"(?:[ \u00a0]?[-/][ \u00a0]?\d[\w./-]{0,20}"
    r"|[ \u00a0]\d[\d./-]{0,15}(?!\w)){0,4}"
    r"|(?=[\w./-]{0,20}\d)[A-ZÆØÅ][\w./-]{2,30})",
    re.IGNORECASE,
)
_CARD = re.compile(
    r"\+\s?(?P<kind>01|04|15|71|73"
    r"|75)\s{0,3}[<>]\s{0,3}(?P<id>[\d ]{0,24})\+\s{0,3}(?P<creditor>\d[\d ]{5,12}\d)"
    r"(?:\s{0,3}[<>])?"
)
_ACCOUNT = re.compile(
    r"(?<!\w)(?:bank\W{0,3})?(?:reg(?:istrerings)?\.?\s?-?\s?(?:nr\.?|nummer"
    r"|no\.?)?)\s{0,2}:?\s{0,3}(?P<bank>\d{4})(?!\d)[\s,;./\u2013-]{0,4}(?:og\s|and\s)?"
    r"(?:(?:bank\s?)?konto(?:\s?-?(?:nr\.?|nummer|no\.?))?|account(?: (?:number|no\.?))?"
    r"|kt\.?(?:nr\.?)?|a/c)\s{0,2}:?\s{0,3}(?P<account>\d[\d ]{3,14}\d)(?!\d)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?<!\w)(?:reg\.?\s?(?:nr\.?|nummer)?\s?-?\s?(?:/|og|&|\+)\s?konto\s?-?(?:nr\.?|nummer)?"
    r"|(?:bank)?konto(?:nr\.?|nummer)?|account(?: (?:number|no\.?))?)\s{0,2}:?\s{0,3}"
    r"(?P<bank>\d{4})[\s/\u2013-]{1,3}(?P<account>\d[\d ]{5,12}\d)(?!\d)",
    re.IGNORECASE,
)
_BANK_LINE = re.compile(
    r"\s*reg(?:istrerings)?\.?\s?-?\s?(?:nr\.?|nummer)?\s{0,2}:?\s{0,3}(\d{4})\s*", re.IGNORECASE
)
_ACCOUNT_LINE = re.compile(
    r"\s*konto\s?-?(?:nr\.?|nummer)?\s{0,2}:?\s{0,3}(\d[\d ]{3,14}\d)\s*", re.IGNORECASE
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{2,4}){2,8}(?![A-Za-z0-9])")
_SORT_CODE = re.compile(
    r"sort code\s{0,2}:?\s{0,3}(?P<bank>\d{2}[- ]?\d{2}[- ]?\d{2})(?!\d)[\s,;.\u2013-]{0,4}"
    r"(?:and\s)?account(?: (?:number|no\.?))?\s{0,2}:?\s{0,3}(?P<account>\d{8})(?!\d)",
    re.IGNORECASE,
)
_MOBILE_PAY = re.compile(
    r"(?<!\w)mobile\s?pay(?:[-\s]?(?:nr\.?|nummer|box|number|erhverv))?(?:\s(?:til|på|to|at"
    r"|nr\.?|nummer|er)){0,2}\s{0,2}:?\s{0,2}(?P<number>\d[\d ]{3,9}\d)(?![\d.,]*\d)",
    re.IGNORECASE,
)
_CARD_IN_WORDS = re.compile(
    r"(?<!\w)(?:kortart|kortartkode)\W{0,4}(?P<kind>01|04|15|71|73"
    r"|75)(?!\d)\D{0,40}(?P<id>\d[\d ]{8,22}\d)\D{1,40}(?P<creditor>\d{8})(?!\d)",
    re.IGNORECASE,
)
_CPR = re.compile(r"(?<![\d/-])(\d{2})(\d{2})\d{2}[- ]?\d{4}(?![\d/-])")
_PERSON = re.compile(
    r"(?<!\w)(?:cpr|personnummer|cvr|p-nummer)\W{0,3}(?:nr|nummer)?\W{0,4}([\d -]{8,14})",
    re.IGNORECASE,
)


def cpr_spans(text: str) -> Iterator[tuple[int, int]]:
    """Find what may be somebody's CPR or a company's CVR number."""
    for found in _CPR.finditer(text):
        if _is_birthday(found[1], found[2]):
            yield found.span()
    for found in _PERSON.finditer(text):
        yield found.span(1)


def cases_in(text: str) -> Iterator[Found]:
    """Find case and reference numbers behind the words that announce one, as they are written."""
    for found in _CASE.finditer(text):
        value = found["value"].rstrip("./- ")
        if not any(sign.isdigit() for sign in value) or _is_number_of_person(value):
            continue
        if (
            re.fullmatch(r"\d{1,2}[./-](?:0?\d|1[0-2])[./-](?:\d{4}|\d{2})", value)
            or len(value) < 3
        ):
            continue
        start = found.start("value")
        yield Found(FactKind.CASE, value, start, start + len(value))


def payments_in(text: str) -> Iterator[Found]:
    """Find payment codes, accounts and MobilePay numbers, each written one way."""
    for found in (*_CARD.finditer(text), *_CARD_IN_WORDS.finditer(text)):
        value = f"+{found['kind']}<{_digits(found['id'])}+{_digits(found['creditor'])}"
        yield Found(FactKind.PAYMENT, value, *found.span())
    for pattern in (_ACCOUNT, _BOTH, _SORT_CODE):
        for found in pattern.finditer(text):
            account = _digits(found["account"])
            if pattern is _BOTH and len(account) < 7:
                continue
            yield Found(FactKind.PAYMENT, f"{_digits(found['bank'])} {account}", *found.span())
    for found in _IBAN.finditer(text):
        if value := _checked_iban(found[0]):
            yield Found(FactKind.PAYMENT, value, found.start(), found.start() + len(found[0]))
    for found in _MOBILE_PAY.finditer(text):
        value = f"MobilePay {_digits(found['number'])}"
        yield Found(FactKind.PAYMENT, value, *found.span())


def account_of_two(first: str, second: str) -> str:
    """Give the account whose bank stands in one block and whose number in the next."""
    bank, account = _BANK_LINE.fullmatch(first), _ACCOUNT_LINE.fullmatch(second)
    return f"{bank[1]} {_digits(account[1])}" if bank and account else ""


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _checked_iban(text: str) -> str:
    """Give the IBAN in a text, as long as its checksum holds; words behind it are cut off."""
    pieces = text.replace("\u00a0", " ").split(" ")
    for count in range(len(pieces), 0, -1):
        iban = "".join(pieces[:count])
        if 15 <= len(iban) <= 34 and iban.isascii():
            number = "".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])
            if int(number) % 97 == 1:
                return iban
    return ""


def _is_number_of_person(value: str) -> bool:
    found = _CPR.fullmatch(value)
    return found is not None and _is_birthday(found[1], found[2])


def _is_birthday(day: str, month: str) -> bool:
    try:
        date(2000, int(month), int(day))
    except ValueError:
        return False
    return True
