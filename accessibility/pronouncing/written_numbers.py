"""Numbers as they are written: what belongs to one, and how one is said without a guess."""

import re
from decimal import Decimal

from accessibility.facts.numerals import value_of
from accessibility.pronouncing.figures import literal, whole, with_decimals
from accessibility.pronouncing.passage import TAKEN
from accessibility.pronouncing.tongue import Tongue

BLANK = "[ \u00a0\u202f]"
DASH = "[-\u2010\u2011\u2013\u2014\u2212]"
# A sign of the number itself: nothing stands before it that it could join to the number.
SIGN = (
    f"(?:(?<![\\w.,/:)%{TAKEN}-])(?<!\\d[ \u00a0])[-\u2212\u2013+]"
    r"|(?<=\d[ \u00a0])[-\u2212\u2013](?=\d+(?:[.,]\d{3})*[.,]\d\d(?![\d.,]))"
    r"|(?<=[:(] )[-\u2212\u2013+] "
    r"|^[-\u2212\u2013+] (?=(?:kr\.? ?|DKK ?)?\d[\d.,]*(?: ?kr\.?| ?DKK)?$)"
    f"|(?<![\\w){TAKEN}])(?<![\\w){TAKEN}][ \u00a0])\u00f7 ?)"  # as Danish accounts write a minus
)
# Groups of three behind a blank; not of "1/2 500" or "A4 500".
_GROUPED = (
    rf"(?<![/{TAKEN}])(?<!(?-i:[A-ZÆØÅ]))\d{{1,3}}(?:{BLANK}\d{{3}}){{1,5}}(?!{BLANK}?\d)"
    r"(?:[.,]\d{1,2}(?!\d))?(?![.,]?\d)"
)
# Three digits may belong to the digits before them, unless those are a year or have decimals.
_APART = rf"(?:(?=\d{{1,2}}{BLANK})|(?<!\d{BLANK})|(?<=\d{{4}}{BLANK})|(?<=,\d\d{BLANK}))"
FIGURE = r"\d+(?:[.,'\u2019]\d+)*"
NUMBER = rf"(?:(?<!\d{BLANK}){_GROUPED}|{FIGURE})"
SUM = rf"(?:{_APART}{_GROUPED}|{FIGURE})"  # a number that has a currency beside it
# A dash with a blank before it only is a minus: "20 kr. -500 kr.".
UNTIL = rf"(?:{DASH}|{BLANK}{DASH}{BLANK})"
# What follows digits that are a code is not the end of a sum: "konto 1234 5678901 500 kr.".
NO_SUM = (
    rf"(?!(?:{BLANK}\d{{3}})*(?:[.,]\d+)*(?:,-|{BLANK}?(?:(?:kr|mio|mia|pct|stk)\b|[%€£$]"
    rf"|(?:dkk|eur|usd|sek|nok)\b(?!{BLANK}?\d))))"
)
NOT_INSIDE = r"(?<![\w])(?<!\d[.,'\u2019])"

_GROUPS_OF_THREE = {
    "da": re.compile(rf"\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|{_GROUPED}|\d+(?:,\d+)?"),
    "en": re.compile(rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|{_GROUPED}|\d+(?:\.\d+)?"),
}
_ONE_POINT = re.compile(r"\d{1,3}\.\d{3}")
_MARKS = re.compile(rf"{BLANK}|['\u2019]")


def measured_value(text: str, tongue: Tongue, *, is_danish_money: bool = False) -> Decimal | None:
    """Give what a number that measures is worth; None where it can be read two ways.

    "1.234" is thousands in Danish and in Danish money; of anything else in English it is not sure.
    """
    if tongue.language == "en" and not is_danish_money and _ONE_POINT.fullmatch(text):
        return None
    return value_of(text, language=tongue.language)


def said_number(text: str, tongue: Tongue) -> str:
    """Say a number without a unit: by its language's own way of writing, or sign by sign."""
    if not _GROUPS_OF_THREE[tongue.language].fullmatch(text):
        return literal(text, tongue)
    digits, _, decimals = text.replace(tongue.thousands, "").partition(tongue.decimal)
    if "," in digits or "." in digits:
        return literal(text, tongue)
    return with_decimals(_MARKS.sub("", digits), decimals, tongue)


def said_value(value: Decimal, tongue: Tongue) -> str:
    """Say a value exactly, with every decimal that was written."""
    digits, _, decimals = f"{value:f}".partition(".")
    return with_decimals(digits, decimals, tongue)


def said_sign(sign: str | None, tongue: Tongue) -> str:
    """Give the word of a number's sign and a blank; nothing where there is none."""
    if not sign or not sign.strip():
        return ""
    return f"{tongue.plus if sign.strip() == '+' else tongue.minus} "


def is_rising(first: str, second: str, tongue: Tongue) -> bool:
    """Tell whether two numbers are surely a range: "10-12", never "24-12345" or "12-10"."""
    least = value_of(first, language=tongue.language)
    most = value_of(second, language=tongue.language)
    if least is None or most is None:
        return False
    return least < most < max(least, Decimal(10)) * _WIDEST_RANGE


def counted(digits: str, following: str, tongue: Tongue) -> str:
    """Say a whole number before its noun: "en side", "et år", and "side et" where none follows."""
    noun = re.match(r"[ \u00a0]([a-zæøå]{2,40})", following)
    one = tongue.one
    if noun and digits[-1] == "1" and noun[1] not in _NO_NOUNS and not _is_neuter(noun[1], tongue):
        one = tongue.common_one
    return whole(digits, tongue, one=one)


def _is_neuter(noun: str, tongue: Tongue) -> bool:
    if noun in tongue.neuters:
        return True
    return any(noun.endswith(name) for name in tongue.neuters if len(name) >= _LONG_ENOUGH)


_WIDEST_RANGE = 1000  # times: "2-500 kr." is a range
_LONG_ENOUGH = 4  # letters: "familiemedlem" ends in one, "sted" in many
_OTHER_WORDS = (
    "og eller til fra af er var for ud op ned over under med uden har havde skal kan vil må den "
    "det de der som at om ved på hos mod efter før inden samt men så når hvis gange plus minus "
    "procent komma ifølge indtil jævnfør mellem blev bliver"
)
_NO_NOUNS = frozenset(_OTHER_WORDS.split())
