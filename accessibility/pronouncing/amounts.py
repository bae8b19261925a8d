"""Sums of money and measures: each with its sign, its decimals, its unit.

To read an amount wrongly is the worst a voice can do: what is written in a way that leaves a
doubt ("1,234 kr." in Danish) is said as it stands, digit for digit.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from accessibility.pronouncing.figures import whole
from accessibility.pronouncing.passage import Spoken, spoken
from accessibility.pronouncing.tongue import Currency, Tongue
from accessibility.pronouncing.written_numbers import (
    BLANK,
    NOT_INSIDE,
    NUMBER,
    SIGN,
    SUM,
    UNTIL,
    is_rising,
    measured_value,
    said_number,
    said_sign,
    said_value,
)

_BARE_UNIT = re.compile(
    r"(?<![\w/])(?:[kcm]?m[\u00b2\u00b3]|[kMG]Wh|GJ|km/[th]|Mbit/s|\u00b0[CF])(?!\w)"
)
# "2026 kr. 1.234,50": a year, and the currency belongs to what follows it.
_NEXT_SUM = rf"(?:19|20)\d\d{BLANK}(?:kr|DKK|EUR)\b\.?{BLANK}?\d"
_SIGNS_OF_MONEY = "€£$"


def sums(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say sums: "-1.234,50 kr." is "minus et tusind to hundrede ... kroner og halvtreds øre"."""
    patterns = _sum_patterns(tongue.language, tuple(tongue.currencies), tuple(tongue.scales))
    found = [one for pattern in patterns for one in pattern.finditer(text)]
    end = 0
    for one in sorted(found, key=lambda one: (one.start(), -one.end())):
        if one.start() < end:
            continue
        words = _sum_words(one, tongue)
        if words:
            end = one.end()
            yield spoken(one, words + _stop(one, tongue))


def measures(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say numbers with a unit or a scale: "25 %", "12 km/t", "1,5 mio."."""
    pattern = _measure_pattern(tongue.language, tuple(tongue.units), tuple(tongue.scales))
    for found in pattern.finditer(text):
        if not (found["unit"] or found["scale"]):
            continue
        is_range = found["first"] and is_rising(found["first"], found["number"], tongue)
        start = found.start("number") if found["first"] and not is_range else found.start()
        words = _measure_words(found, tongue, is_range=bool(is_range)) + _stop(found, tongue)
        yield Spoken(start, found.end(), words)


def bare_units(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say a unit without a number: "prisen per m²"."""
    for found in _BARE_UNIT.finditer(text):
        if unit := tongue.units.get(found[0]):
            yield spoken(found, unit.one)


def _measure_words(found: re.Match[str], tongue: Tongue, *, is_range: bool) -> str:
    unit = tongue.units.get(found["unit"] or "")
    is_one = found["number"] == "1" and not found["first"] and not found["scale"]
    if unit and is_one:
        return f"{said_sign(found['sign'], tongue)}{unit.article or tongue.common_one} {unit.one}"
    words = _numbers(found, tongue, is_danish_money=False, is_range=is_range)
    return " ".join([*words, unit.many] if unit else words)


def _sum_words(found: re.Match[str], tongue: Tongue) -> str | None:
    groups = found.groupdict()
    sign = groups.get("outer") or found["sign"] or groups.get("behind")
    name = (groups.get("currency") or ",-").lower()
    currency = tongue.currencies[name]
    is_danish_money = currency.part == "øre"
    first = groups.get("first")
    if first and not is_rising(first, found["number"], tongue):
        return None
    if found["scale"]:
        parts = _numbers(
            found, tongue, is_danish_money=is_danish_money, is_range=bool(first), sign=sign
        )
        return " ".join([*parts, currency.many])
    said = _money(found["number"], currency, tongue)
    if first:
        start = _money(first, currency, tongue).removesuffix(f" {currency.many}")
        said = f"{start} {tongue.until} {said}"
    return said_sign(sign, tongue) + said


def _money(text: str, currency: Currency, tongue: Tongue) -> str:
    value = measured_value(text, tongue, is_danish_money=currency.part == "øre")
    if value is None:
        return f"{said_number(text, tongue)} {currency.many}"
    digits, _, decimals = f"{value:f}".partition(".")
    if len(decimals) == 1 or (decimals and not currency.part):
        return f"{said_value(value, tongue)} {currency.many}"
    wholes = _count(
        digits, currency.one, currency.many, currency.article or tongue.common_one, tongue
    )
    if not decimals.strip("0"):
        return wholes
    parts = _count(decimals.lstrip("0"), currency.part, currency.parts, tongue.common_one, tongue)
    return parts if digits == "0" else f"{wholes} {tongue.joint} {parts}"


def _count(digits: str, one: str, many: str, article: str, tongue: Tongue) -> str:
    if digits == "1":
        return f"{article} {one}"
    return f"{whole(digits, tongue, one=article if tongue.language == 'da' else '')} {many}"


def _numbers(
    found: re.Match[str],
    tongue: Tongue,
    *,
    is_danish_money: bool,
    is_range: bool,
    sign: str | None = None,
) -> list[str]:
    """Say one number or a range of two, and the scale behind it."""
    parts = []
    if is_range:
        parts += [_exact(found["first"], tongue, is_danish_money=is_danish_money), tongue.until]
    parts.append(_exact(found["number"], tongue, is_danish_money=is_danish_money))
    if scale := found["scale"]:
        one, many = tongue.scales[scale.lower()]
        is_one = found["number"] == "1" and not is_range
        parts[-1] = f"{tongue.common_one if is_one else parts[-1]} {one if is_one else many}"
    parts[0] = said_sign(sign or found["sign"], tongue) + parts[0]
    return parts


def _exact(text: str, tongue: Tongue, *, is_danish_money: bool) -> str:
    value = measured_value(text, tongue, is_danish_money=is_danish_money)
    return said_number(text, tongue) if value is None else said_value(value, tongue)


def _stop(found: re.Match[str], tongue: Tongue) -> str:
    """Keep the stop of a sentence that an abbreviation's dot ended, too."""
    if not found[0].endswith("."):
        return ""
    after = found.string[found.end() : found.end() + 2]
    return "." if not after.strip() or after[1:].isupper() else ""


@cache
def _sum_patterns(
    language: str, currencies: tuple[str, ...], scales: tuple[str, ...]
) -> tuple[re.Pattern[str], ...]:
    """Make the patterns of a language: a range, its currency behind, before, and ",-"."""
    names = [name for name in currencies if name not in (*_SIGNS_OF_MONEY, ",-")]
    any_name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    money = rf"(?P<currency>[{_SIGNS_OF_MONEY}]|(?:{any_name})(?![^\W_]))"
    money_before = money.replace(r"(?![^\W_])", r"(?![^\W\d_])")  # "kr500"
    other = rf"(?:[{_SIGNS_OF_MONEY}]|(?:{any_name})(?![^\W_])\.?)"
    scale = _scale(scales)
    until = rf"(?:{UNTIL}|{BLANK}(?:til|to){BLANK})"
    flags = re.IGNORECASE
    return (
        re.compile(
            rf"{NOT_INSIDE}(?P<sign>{SIGN})?(?P<first>{SUM})(?:{BLANK}?{other})?{until}"
            rf"(?P<number>{SUM}){scale}{BLANK}?{money}\.?",
            flags,
        ),
        re.compile(
            rf"(?<![\w]){money}\.?{BLANK}?(?P<sign>(?!))?(?P<first>{SUM}){until}"
            rf"(?:{other}{BLANK}?)?"
            rf"(?P<number>{SUM}){scale}(?![\d.,'-]*\d)(?:{BLANK}?{other})?",
            flags,
        ),
        re.compile(
            rf"{NOT_INSIDE}(?P<sign>{SIGN})?(?!{_NEXT_SUM})(?P<number>{SUM})(?:[.,]-{{1,2}}|,\u2013)?"
            rf"(?P<behind>(?<=[.,]\d\d)-(?={BLANK}))?{scale}{BLANK}?{money}\.?",
            flags,
        ),
        re.compile(
            rf"(?P<outer>{SIGN})?"
            rf"(?<![\w]){money_before}\.?{BLANK}?(?P<sign>[-\u2212\u2013+]{BLANK}?)?(?P<number>{SUM})"
            rf"(?:[.,]-{{1,2}}|,\u2013)?(?P<behind>-(?!\w|{BLANK}?\d))?{scale}",
            flags,
        ),
        re.compile(
            rf"{NOT_INSIDE}(?P<sign>{SIGN})?(?P<number>{SUM})(?P<scale>(?!))?,(?:-{{1,2}}"
            rf"|\u2013)(?![\w,])"
        ),
    )


@cache
def _measure_pattern(
    language: str, units: tuple[str, ...], scales: tuple[str, ...]
) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    scale = _scale(name for name in scales if name not in units)  # "2 m" is a length, "£2m" a sum
    return re.compile(
        rf"{NOT_INSIDE}(?P<sign>{SIGN})?(?:(?P<first>{NUMBER})"
        rf"(?:{BLANK}?%)?{UNTIL})?"
        rf"(?P<number>{NUMBER}){scale}(?:{BLANK}?(?P<unit>{names})(?!\w))?"
    )


def _scale(scales: Iterable[str]) -> str:
    names = "|".join(sorted(scales, key=len, reverse=True))
    return rf"(?:{BLANK}?(?P<scale>{names})(?![^\W_])\.?)?"
