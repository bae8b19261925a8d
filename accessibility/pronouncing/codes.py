"""Numbers that are only names: payment codes, IBAN, CVR, accounts and cases, digit by digit.

Read as one number they would be millions that nobody can write down.
"""

import re
from collections.abc import Iterator

from accessibility.pronouncing.figures import by_letters, coded, grouped
from accessibility.pronouncing.passage import Spoken, spoken
from accessibility.pronouncing.people_numbers import is_cpr
from accessibility.pronouncing.tongue import Tongue
from accessibility.pronouncing.written_numbers import NO_SUM

_CARD = re.compile(
    r"\+? ?(?P<kind>\d{2}) {0,3}[<>] {0,3}(?:(?P<id>\d[\d ]{0,24}) {0,3})?"
    r"\+ {0,3}(?P<creditor>\d[\d ]{5,12}\d)(?!\d)(?: {0,3}[<>])?"
)
_IBAN = re.compile(
    r"(?<![^\W_])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z]{4})?(?:[ \u00a0]?\d{2,4}+(?![.,]\d)"
    rf"{NO_SUM}){{2,8}}(?![^\W_])"
)
_IBAN_BEGUN = re.compile(r"(?<![^\W_])[A-Z]{2}\d{2}")
# How many signs a country's IBAN has, by the register of ISO 13616.
_LENGTHS = {"DK": 18, "FO": 18, "GL": 18, "SE": 24, "NO": 15, "DE": 22, "FI": 18, "IS": 26}
_IBANS = {
    country: re.compile(rf"{country}\d{{2}}(?:[ \u00a0]?\d){{{length - 4}}}(?![^\W_])")
    for country, length in _LENGTHS.items()
}
_NUMBERED = r"(?:[-. ]{0,2}(?:nummer(?:et)?|nr|id|no|number|code|kode|ref)\b\.?)"
_THINGS = (
    r"(?:reg(?:istrerings|istration)?|konto|bankkonto|nemkonto|account|sort|cvr|se|p|ean|gln|bbr"
    r"|sags?|case|file|j|jnr|journal|kunde|customer|client|aftale|agreement|police|policy|skade"
    r"|claim"
    r"|faktura|invoice|regnings?|bill|rykker|reminder|afgifts?|dokument|document|medlems?"
    r"|membership"
    r"|ansøgnings?|application|ordre|order|kreditor|debitor(?:gruppe)?|creditor|debtor|pbs|fik|fi"
    r"|betalings|payment|lån(?:e|s)?|loan|lejemåls?|anlægs|installations?|måler|meter|låner|brev"
    r"|letter|løbe|matrikel|stel|chassis|pas|passport|kørekorts?|kort|card|ydernummer|yder|bruger"
    r"|user|adgangs|pin|access|journalist|studie|student|elev|personale|tjeneste|vare|serie|serial"
    r"|tracking|forsendelses|pakke|parcel|aktivitets|transaktions|transaction|henvisnings|patient"
    r"|hospital|register|licens|licence|booking|bestillings|reservations?|deres|vores|vor|our|your)"
)
_LABEL = (
    rf"(?:{_THINGS}{_NUMBERED}|konto|bankkonto|girokonto|deb\.gr\.nr\.|iban|cvr|ean|reg|p-?nummer"
    rf"|(?P<weak>sag|sagsid"
    rf"|j\.? ?nr\.?|dnr\.?"
    r"|ref(?:erence)?\.?|referencenummer|reference|kreditor|mobilepay|mobile pay|account|swift|bic"
    r"|our ref|your ref|quote|journal|bbr|matr\.? ?nr\.?|id|[a-zæøå]{0,20}kode(?:n)?|code|uuid))"
)
_VALUE = (
    r"(?P<value>(?:(?-i:[A-ZÆØÅ]{1,6})[-/ ]?)?\d[\w/.\u2010\u2011\u2013-]{0,60}"
    rf"(?:(?: ?[-/] ?| )(?:\d{{6}}[\d/-]{{0,15}}+|\d[\d/-]{{0,20}}+{NO_SUM})"
    r"(?![\w]|[.,:]\d)){0,9})"
)
_LABELLED = re.compile(
    rf"(?<![\w-]){_LABEL}(?![^\W\d_])(?:\s?(?:er|is|[:.=#-]|\(|\u2013)){{0,2}}\s{{0,3}}{_VALUE}",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?<![\w.,])\d{4}(?: \d{4}){2,8}(?![\w]|[.,]\d)|\d{4}[ /\u2013-]{1,3}\d{6,10}(?![\w]|[.,]\d)"
)
_NUMBERED_CODE = re.compile(
    r"(?<!\w)[^\W\d_]{0,20}(?:nr|no|nummer|number)\.?:? ?(?P<value>\d[\w/-]{4,40})", re.IGNORECASE
)
_MOST_DIGITS = 99
_FIXED = {"cvr": 8, "se": 8, "ean": 13, "gln": 13}  # digits of numbers that are always as long
_ACCOUNT = re.compile(r"sort|(?:bank|giro)?konto|account", re.IGNORECASE)
_SWIFT = re.compile(
    r"(?<!\w)(?i:swift|bic)(?i:-?(?:kode|code|adresse|nr\.?))?(?i:/(?:bic|swift))?[ :]{1,3}"
    r"(?P<value>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?!\w)"
)
_LONG = re.compile(
    r"(?<![\w.,+\u2212\u2013-])\d{7,}(?:[-/ ]\d++(?![\w]|[.,]\d)"
    rf"{NO_SUM})*(?![\w]|[.,]\d){NO_SUM}"
)
_MIXED = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]{1,6}[-/_.]?\d[^\W_]*(?:[-/_:.][^\W_]+){0,12}"
    r"|\d[^\W_]*(?:[-/_:.][^\W_]+){1,12})(?![^\W_])"
    r"|(?<![^\W_])(?=[^\W\d_]{0,40}\d)[^\W_]{5,60}(?![^\W_])"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}")
_SHORT_NUMBER = 3  # digits: "sag 12" is a number, not a code
_LONG_RUN = 5  # digits or letters together that make a mixture a code
_PIECES = 4
_LONGEST_CAPITALS = 6
_LONGEST_LETTERS = 2


def payment_codes(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say the line of a payment slip: "+71<000000012345678+12345678<"."""
    for found in _CARD.finditer(text):
        words = [f"{tongue.card} {grouped(found['kind'], tongue)}"]
        if found["id"]:
            words.append(f"{tongue.payment_id} {coded(found['id'], tongue)}")
        words.append(f"{tongue.creditor} {coded(found['creditor'], tongue)}")
        yield spoken(found, ", ".join(words))


def ibans(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say an IBAN: its country's letters, then the digits in its groups of four."""
    at = 0
    for begun in _IBAN_BEGUN.finditer(text):
        found = _exact_iban(text, begun) or _IBAN.match(text, begun.start())
        if not found or begun.start() < at:
            continue
        at = found.end()
        signs = re.sub(r"\s", "", found[0])
        groups = " ".join(signs[start : start + 4] for start in range(0, len(signs), 4))
        country, _, rest = coded(groups, tongue).partition(", ")
        yield spoken(found, f"{country} {rest}")


def _exact_iban(text: str, begun: re.Match[str]) -> re.Match[str] | None:
    """Find an IBAN as long as its country's are, whatever digits stand behind it."""
    pattern = _IBANS.get(begun[0][:2])
    return pattern.match(text, begun.start()) if pattern else None


def labelled_codes(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say what stands behind "sagsnr.", "kontonr.", "CVR": a number of a case, an account."""
    for found in _LABELLED.finditer(text):
        value = _code_part(
            found["value"], _FIXED.get(found[0][:3].strip(" -.:").lower(), _MOST_DIGITS)
        )
        if not value or _is_date(value) or (value.isdecimal() and _is_plain(value)):
            continue
        if found["weak"] and is_cpr(value):
            continue
        start = found.start("value")
        if _ACCOUNT.match(found[0]):
            value = value.replace("-", " ")  # there it only parts the groups
        yield Spoken(start, start + len(value), coded(value, tongue))


def numbered_codes(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say what stands behind any "nr." and is too long, or has too many signs, for a number."""
    for found in _NUMBERED_CODE.finditer(text):
        value = _code_part(found["value"], _MOST_DIGITS)
        digits = sum(map(str.isdecimal, value))
        if digits >= _LONG_RUN and not _is_date(value) and re.search(r"[-/]|\d{6}", value):
            start = found.start("value")
            yield Spoken(start, start + len(value), coded(value, tongue))


def bank_codes(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Spell the BIC or SWIFT code of a bank."""
    for found in _SWIFT.finditer(text):
        value = found["value"]
        letters = value.rstrip("0123456789")
        words = [by_letters(letters, tongue), coded(value[len(letters) :], tongue)]
        yield spoken(found, " ".join(filter(None, words)), "value")


def bare_codes(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say codes that nothing announces: an account with its bank, seven digits in a row."""
    for pattern in (_BOTH, _LONG):
        for found in pattern.finditer(text):
            yield spoken(found, coded(found[0], tongue))


def mixed_codes(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say mixtures of letters and digits that are too long to be a word: "F2024-118-B"."""
    for found in _MIXED.finditer(text):
        if _is_code(found[0]):
            yield spoken(found, coded(found[0], tongue))


def _is_date(value: str) -> bool:
    parts = re.split("[./-]", value) if _DATE.fullmatch(value) else []
    if len(parts) == 3 and len(parts[0]) == 4:
        parts.reverse()
    return len(parts) == 3 and 1 <= int(parts[0]) <= 31 and 1 <= int(parts[1]) <= 12


def _code_part(value: str, most: int) -> str:
    """Give what of a value is the code: no word that has grown together with it, no more digits."""
    for blank in re.finditer(" ", value):
        if sum(map(str.isdecimal, value[: blank.start()])) >= most:
            value = value[: blank.start()]
            break
    if word := next((run for run in _LETTERS.finditer(value) if _is_word(run[0])), None):
        value = value[: word.start()]
    return value.rstrip("./-\u2013_: ")


def _is_word(letters: str) -> bool:
    """Tell letters that are read from those of a code: up to two, or six capitals ("BREVDK")."""
    longest = _LONGEST_CAPITALS if letters.isupper() else _LONGEST_LETTERS
    return len(letters) > longest


def _is_plain(digits: str) -> bool:
    return len(digits) <= _SHORT_NUMBER and digits[0] != "0"


def _is_code(text: str) -> bool:
    runs = re.findall(r"\d+|[^\W\d_]+", text)
    digits = [run for run in runs if run[0].isdecimal()]
    if not digits or len(runs) < 2 or any(map(_is_word, _LETTERS.findall(text))):
        return False
    if len(digits) == len(runs):  # only digits and signs: dates and numbers have their own rules
        return (
            "-" in text and "/" not in text and len(runs) >= 2 and max(map(len, runs)) >= _LONG_RUN
        )
    return sum(map(len, digits)) >= _PIECES
