"""Sums of money, exact to the øre and with their sign; a number without a currency is none.

Only in a column or behind a name that says so a bare number counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from accessibility.facts import money_words as money
from accessibility.facts.numerals import (
    BLANK,
    TOKEN,
    Number,
    number_before,
    number_behind,
    value_of,
)
from accessibility.facts.passages import Found, Passage
from mailbox_store.model.document_facts import FactKind

_MOST_DIGITS = 13
_BEFORE_A_NUMBER = 20  # characters in which its currency stands


def amounts_in(passage: Passage, masked: str, language: str) -> Iterator[Found]:
    """Find the sums of a passage. `masked` is its text without dates, phone numbers etc."""
    found = list(_with_currency(masked, language, is_cell=passage.is_cell))
    yield from found
    if found:
        return
    if passage.before and (one := _of_cell(passage.before, masked, language)):
        yield one
        return
    for named in money.NAMED.finditer(masked):
        value = value_of(named["number"].lstrip("-"), language=language)
        if value is not None:
            value = -value if named["number"].startswith("-") else value
            yield _fact(value, money.HOME[language], *named.span("number"))


@dataclass(frozen=True, slots=True)
class _Place:
    """A number in a text, with the one before it and the words of money around it."""

    text: str
    language: str
    token: re.Match[str]
    previous: re.Match[str] | None
    before: re.Match[str] | None
    after: re.Match[str] | None
    is_cell: bool

    def has_minus(self, start: int, end: int) -> bool:
        """Tell whether a minus stands before the sum in `text[start:end]`."""
        first = max(0, start - 8)
        if money.SIGN.search(self.text, first, start):
            return True
        if self.is_cell and money.SIGN_OF_CELL.search(self.text, first, start):
            return True
        is_apart = money.SIGN_APART.search(self.text, first, start)
        return bool(is_apart and money.END_OF_LINE.match(self.text, end))


def _with_currency(text: str, language: str, *, is_cell: bool) -> Iterator[Found]:
    used = 0  # up to here a currency belongs to the number before it
    previous: re.Match[str] | None = None
    for token in TOKEN.finditer(text):
        if token.start() < used or money.SECTION.search(
            text, max(0, token.start() - 3), token.start()
        ):
            continue
        first = max(used, token.start() - _BEFORE_A_NUMBER)
        before = money.BEFORE.search(text, first, token.start())
        after = money.AFTER.match(text, token.end())
        if after and after["unit"] and before and money.NEXT_IS_NUMBER.match(text, after.end()):
            after = None  # "kr. 100,00 kr. 200,00": the second one belongs to what follows
        place = _Place(text, language, token, previous, before, after, is_cell)
        if after and (after["unit"] or after["dash"]):
            yield from _before_unit(place, after)
            ore = money.ORE_BEHIND.match(text, after.end())
            used = ore.end() if ore else after.end()
        elif before:
            yield from _behind_unit(place, before)
        previous = token


def _before_unit(place: _Place, after: re.Match[str]) -> Iterator[Found]:
    """Read "1.234,50 kr.", "5-10 kr.", "1.180,-", "5,1 mio. kr."."""
    text, before = place.text, place.before
    told = after["unit"] or (before["unit"] if before else "")
    currency = money.currency_of(told, place.language)
    scale = money.SCALES.get((after["scale"] or "").lower(), 0)
    if scale and not after["unit"]:
        return
    number = _scaled(place) if scale else _last_of(place, place.token, currency)
    if number is None:
        return
    factor = Decimal(10) ** (-2 if told.lower() == "øre" else scale)
    is_less = bool(after["minus"])
    if before and before.end() == number.start:
        is_less = is_less or bool(before["sign"] or before["inner"])
    elif place.previous and _is_range(text, number, place.previous):
        lower = _last_of(place, place.previous, currency)
        if lower is None or lower.value >= number.value:
            return
        yield _fact(lower.value * factor, currency, lower.start, lower.end)
    else:
        is_less = is_less or place.has_minus(number.start, after.end())
    ore = money.ORE_BEHIND.match(text, after.end())
    exact = number.value * factor + (Decimal(ore["ore"]) / 100 if ore else 0)
    value = -exact if is_less else exact
    yield _fact(value, currency, number.start, after.end())


def _behind_unit(place: _Place, before: re.Match[str]) -> Iterator[Found]:
    """Read "kr. 12.345,00", "£159.55", "EUR -1,234.50", "kr. 500-1.000", "£5m"."""
    text = place.text
    currency = money.currency_of(before["unit"], place.language)
    number = _first_of(place, place.token, currency)
    if number is None or money.NO_SUM_BEHIND.match(text, number.end):
        return
    if scaled := money.SCALE_BEHIND.match(text, number.end):
        name, digits = scaled[1].lower(), text[number.start : number.end]
        value = value_of(digits, language=place.language, is_scaled=True) or number.value
        number = number._replace(value=value.scaleb(9 if name == "bn" else money.SCALES[name]))
    is_dash = before.start() > 0 and text[before.start() - 1].isalnum()  # "A-kr. 5" is no minus
    is_less = bool((before["sign"] and not is_dash) or before["inner"])
    is_less = is_less or money.MINUS_BEHIND.match(text, number.end) is not None
    value = -number.value if is_less else number.value
    yield _fact(value, currency, before.start(), number.end)
    if upper := money.UPPER_END.match(text, number.end):
        other = TOKEN.match(text, upper.end())
        top = _first_of(place, other, currency) if other else None
        if top and top.value > number.value:
            yield _fact(top.value, currency, top.start, top.end)


def _last_of(place: _Place, token: re.Match[str], currency: str) -> Number | None:
    is_foreign = currency in money.ENGLISH_WAY
    language = place.language
    return number_before(place.text, *token.span(), language=language, foreign=is_foreign)


def _first_of(place: _Place, token: re.Match[str], currency: str) -> Number | None:
    is_foreign = currency in money.ENGLISH_WAY
    language = place.language
    return number_behind(place.text, *token.span(), language=language, foreign=is_foreign)


def _scaled(place: _Place) -> Number | None:
    start, end = max(place.token.start(), place.token.end() - 20), place.token.end()
    piece = re.split(BLANK, place.text[start:end])[-1]
    value = value_of(piece, language=place.language, is_scaled=True)
    return None if value is None else Number(value, end - len(piece), end)


def _is_range(text: str, number: Number, previous: re.Match[str]) -> bool:
    if not 0 < number.start - previous.end() < 10 or number.start <= previous.start():
        return False
    between = text[previous.end() : number.start]
    if money.RANGE.fullmatch(between):
        return True
    from_here = max(0, previous.start() - 14)
    begins = money.FROM.search(text, from_here, previous.start())
    return begins is not None and money.JOINED.fullmatch(between) is not None


def _of_cell(label: str, masked: str, language: str) -> Found | None:
    """Read a bare number whose column or name says that it is money."""
    found = money.CELL.fullmatch(masked)
    if found is None or money.PER_CENT.search(label):
        return None
    digits = found["number"].rstrip()
    is_sure = bool(money.LABEL_OF_MONEY.search(label)) or bool(found["dash"])
    if not is_sure and not (money.MAYBE_MONEY.search(label) and money.DECIMALS.search(digits)):
        return None
    if money.NOT_MONEY.search(label) and not is_sure:
        return None
    if sum(map(str.isdigit, digits)) > _MOST_DIGITS:
        return None
    value = _value_below(label, digits, language)
    if value is None:
        return None
    is_less = bool(found["sign"] or found["minus"] or (found["open"] and found["close"]))
    currency = money.currency_of_label(label, language)
    span = found.span("number")
    return _fact(-value if is_less else value, currency, *span, certain=is_sure)


def _value_below(label: str, digits: str, language: str) -> Decimal | None:
    """Read a number below a name that may say "in thousands"."""
    scaled = money.LABEL_SCALE.search(label)
    foreign = money.FOREIGN_LABEL.search(label) is not None
    is_scaled = scaled is not None and "." not in digits
    value = value_of(digits, language=language, foreign=foreign, is_scaled=is_scaled)
    if value is None:
        return None
    if scaled:
        name = scaled[1].lower().rstrip(".")
        return value.scaleb(3 if name in ("1.000", "1000") else money.SCALES[name])
    return value / 100 if money.IN_ORE.search(label) else value


def _fact(value: Decimal, currency: str, start: int, end: int, *, certain: bool = True) -> Found:
    return Found(FactKind.AMOUNT, f"{value:.2f} {currency}", start, end, certain)
