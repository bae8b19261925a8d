"""The words and signs that make a number a sum of money: currencies, scales, names of columns."""

import re

HOME = {"da": "DKK", "nb": "NOK", "sv": "SEK", "en": "DKK", "de": "EUR"}
CODES = {
    "dkk": "DKK", "dkr": "DKK", "danske kroner": "DKK", "danish kroner": "DKK", "d.kr.": "DKK",
    "eur": "EUR", "euro": "EUR", "euros": "EUR", "€": "EUR", "£": "GBP", "gbp": "GBP",
    "pounds": "GBP", "usd": "USD", "$": "USD", "us$": "USD", "dollars": "USD", "dollar": "USD",
    "sek": "SEK", "nok": "NOK", "chf": "CHF", "norske kroner": "NOK", "svenske kroner": "SEK",
    "norske kr": "NOK", "svenske kr": "SEK",
}  # fmt: skip
ENGLISH_WAY = {"EUR", "GBP", "USD", "CHF"}  # written as in English more often than not
SCALES = {
    "mio": 6, "mill": 6, "million": 6, "millioner": 6, "millions": 6, "m": 6, "mia": 9,
    "milliard": 9, "milliarder": 9, "billion": 9, "t": 3, "tusind": 3, "tusinde": 3, "thousand": 3,
}  # fmt: skip
_UNIT = (
    r"(?:danske kroner|danish kroner|d\.?kr\.?|kroners?|kronor|krone|kr\.?|dkk|dkr|euros?|eur"
    r"|gbp|pounds|usd|dollars?|sek|nok|chf|(?:norske|svenske) (?:kroner|kr\.?))"
)
_SCALE = (
    r"(?:mio|mill|millioner|millions|million|mia|milliarder|milliard|billion|tusinde?|thousand|t)"
)
AFTER = re.compile(
    r"(?P<dash>,-{1,2}|\.-|,\u2013|,\u2014)?"
    rf"(?P<minus>[-\u2212\u2013](?=\s(?:{_UNIT}|€)|€|\Z"
    rf"|\n))?\s?(?:(?P<scale>{_SCALE})(?!\w)\.?\s?)?"
    rf"(?P<unit>{_UNIT}(?![^\W\d_])|[€£$]|øre(?!\w))?",
    re.IGNORECASE,
)
BEFORE = re.compile(
    rf"(?P<sign>[-\u2212\u2013])?\s?(?<![^\W\d_])(?P<unit>{_UNIT}|us\$|[€£$])"
    r"[ \u00a0\u202f]?(?P<inner>[-\u2212\u2013])?\Z",
    re.IGNORECASE,
)
SIGN = re.compile(r"(?:(?<![\w)%.,])[-\u2212\u2013\u2010]|(?<!\w)minus\s)\Z", re.IGNORECASE)
# "Rabat: - 150 kr." all by itself; in front of more words the dash may begin an item of a list.
SIGN_APART = re.compile(r":\s?[-\u2212\u2013]\s\Z")
SIGN_OF_CELL = re.compile(r"\A\s?[-\u2212\u2013]\s\Z")
END_OF_LINE = re.compile(r"[ .]*(?:\n|\Z)")
RANGE = re.compile(r"\s?[-\u2013\u2014\u2212]\s?\Z")
JOINED = re.compile(r"\s(?:og|til|and|to|eller|or|bis|och)\s(?:(?:kr\.?|dkk)\s)?\Z", re.IGNORECASE)
FROM = re.compile(
    r"(?:mellem|fra|between|from|enten|von|mellan|från)\s(?:(?:kr\.?|dkk)\s)?\Z", re.IGNORECASE
)
NO_SUM_BEHIND = re.compile(r"\s?(?:%|procent|pct|dage|uger|rater|gange|stk)", re.IGNORECASE)
UPPER_END = re.compile(r"\s?[-\u2013]\s?(?=\d)")
MINUS_BEHIND = re.compile(r"[-\u2212](?!\s?\d)(?=\s|\Z)")
SCALE_BEHIND = re.compile(r"\s?(mio|million|mia|bn|m)\b", re.IGNORECASE)
ORE_BEHIND = re.compile(r"\s(?:og\s)?(?P<ore>\d{1,2})\søre(?!\w)", re.IGNORECASE)
SECTION = re.compile(r"§{1,2}\s?\Z")
NEXT_IS_NUMBER = re.compile(r"[ \u00a0]{0,3}\d")
LABEL_OF_MONEY = re.compile(
    r"\b(?:bel[øö]b\w*|amounts?|kr\b|kroner|dkk|eur|nok|sek|£|gbp|betrag)|\(\s?kr\.?\s?\)|€",
    re.IGNORECASE,
)
MAYBE_MONEY = re.compile(
    r"\b(?:pris|price|saldo|restgæld|afdrag|bidrag|ydelse|debet|kredit|indkomst|fradrag|løn"
    r"|tilskud|balance|i alt|total|sum|gebyr|fee|skat|moms|vat|udbetal\w*"
    r"|at betale|til betaling|to pay|afgift|husleje|rente\w*)\b",
    re.IGNORECASE,
)
NOT_MONEY = re.compile(
    r"antal|\bnr\b|nummer|number|kwh|\bm3\b|m³|\bm2\b|procent|%|\bdato\b|\bår\b|\bpct|stk"
    r"|timer|hours|days|periode",
    re.IGNORECASE,
)
PER_CENT = re.compile(r"%|\bpct|procent|per cent", re.IGNORECASE)
LABEL_SCALE = re.compile(
    r"\b(1\.000|1000|t\.?|tusinde?|mio\.?|mia\.?|millioner) ?(?:kr|dkk|kroner|eur)", re.IGNORECASE
)
IN_ORE = re.compile(r"\børe\b", re.IGNORECASE)
FOREIGN_LABEL = re.compile(r"eur|€|£|gbp|usd", re.IGNORECASE)
CELL = re.compile(
    r"\s*(?P<open>\(\s?)?(?P<sign>[-\u2212\u2013]\s?)?"
    r"(?P<number>\d[\d.,'\u2019 \u00a0\u202f]{0,30})(?P<dash>,-|,\u2013)?(?P<close>\s?\))?"
    r"(?P<minus>\s?[-\u2212\u2013])?\s*"
)
NAMED = re.compile(
    r"(?<!\w)(?:beløb|i alt(?: at betale| til betaling)?|(?:at|til) (?:betale|betaling)|total"
    r"|til udbetaling|amount(?: due)?|saldo)(?: i)?(?: kr\.?| dkk|\s?\((?:kr\.?|dkk)\))?"
    r"(?:\s?:\s?|\s(?=-))(?P<number>-?\d{1,3}(?:[., ]\d{3}){0,4}[.,]\d{2})"
    r"(?![\d.,]*\d|\s?(?:%|kr|dkk|€|£|eur))",
    re.IGNORECASE,
)
DECIMALS = re.compile(r"[.,]\d{2}\Z")


def currency_of(unit: str, language: str) -> str:
    """Give the ISO 4217 code of a word; crowns are those of the letter's language."""
    name = unit.lower()
    home = HOME[language if language != "de" else "da"]
    return CODES.get(name) or CODES.get(name.rstrip(".")) or home


def currency_of_label(label: str, language: str) -> str:
    """Give the currency that a column's name says; else the one of the letter's language."""
    said = label.lower()
    names = ("eur", "€", "£", "gbp", "usd", "nok", "sek", "dkk")
    return next((CODES[name] for name in names if name in said), HOME[language])
