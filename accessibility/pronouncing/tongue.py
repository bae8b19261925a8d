"""What the rules must know of a language: how it counts, and its words for signs and things."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol


class Counting(Protocol):
    """A number in words; `one` says a last 1 before its noun."""

    def __call__(self, number: int, *, one: str = ...) -> str:
        """Give the words. Raises `ValueError` for a number that has none."""
        ...


class Ranking(Protocol):
    """An ordinal in words."""

    def __call__(self, number: int, *, is_neuter: bool = ...) -> str:
        """Give the words. Raises `ValueError` for a number that has none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """What a sum is called: one and many of the whole, and of its hundredth part."""

    one: str
    many: str
    part: str = ""
    parts: str = ""
    article: str = ""  # the word for 1 before it, where it is not the usual one


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What is measured, one and many, and the word for 1 before it."""

    one: str
    many: str
    article: str = ""  # the word for 1 before it, where it is not the usual one


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language as the rules need it.

    `decimal` and `thousands` are the signs as this language writes numbers. `signs` has the word
    of each sign between figures and in addresses; `bare_signs` those that are said in running
    text. `one` counts ("side et"), `common_one` stands before a noun ("en side"), unless the noun
    is one of the `neuters`. `enders` are abbreviations that may end a sentence, `doubtful` those
    that are also words.
    """

    language: str
    cardinal: Counting
    ordinal: Ranking
    year: Callable[[int], str]
    digits: tuple[str, ...]
    one: str
    common_one: str
    neuters: frozenset[str]
    decimal: str
    thousands: str
    decimal_word: str
    minus: str
    plus: str
    until: str
    joint: str
    capital: str
    signs: Mapping[str, str]
    bare_signs: Mapping[str, str]
    months: tuple[str, ...]
    weekdays: str
    currencies: Mapping[str, Currency]
    scales: Mapping[str, tuple[str, str]]
    units: Mapping[str, Unit]
    abbreviations: Mapping[str, str]
    enders: frozenset[str]
    doubtful: frozenset[str]
    spelled_words: frozenset[str]
    read_words: Mapping[str, str]
    ordinary_capitals: frozenset[str]
    hidden_digits: str
    link_to: str
    rest_left_out: str
    card: str
    payment_id: str
    creditor: str
