"""Text made right for a voice: each number, sum, date, code and short word as it is said.

The order of the rules is the order of danger. What is only a name made of digits goes first, so
that no later rule reads an account as an amount; what nobody understood goes last, digit by
digit. No digit and no sign is lost, but a CPR number, which is only read aloud on request.

Danish and English have rules. Any other language keeps its words and numbers: markup is taken
out, CPR numbers are left out, and long numbers are set apart digit by digit.
"""

import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from accessibility.pronouncing import (
    abbreviations,
    acronyms,
    addresses,
    amounts,
    bare_numbers,
    codes,
    dates,
    fractions,
    paragraphs,
    ranked_numbers,
    signs_between,
    symbols,
    times,
)
from accessibility.pronouncing.cleaning import cleaned, fractions_apart, harmless
from accessibility.pronouncing.own_words import own_spellings
from accessibility.pronouncing.passage import Rule, said_by
from accessibility.pronouncing.people_numbers import bare_cpr_numbers, cpr_numbers, without_cpr
from accessibility.pronouncing.tongue import Tongue
from accessibility.pronouncing.tongues import tongue_of

_NO_WORDS: Mapping[str, str] = MappingProxyType({})
_HIDDEN = {
    "nb": ", fire skjulte sifre", "nn": ", fire skjulte siffer", "no": ", fire skjulte sifre",
    "sv": ", fyra dolda siffror", "de": ", vier verborgene Ziffern",
}  # fmt: skip
_LONG_NUMBER = re.compile(r"(?<![\d.,])\d{7,}(?![.,]?\d)")


def pronounced(
    text: str, language: str, *, own_words: Mapping[str, str] = _NO_WORDS, say_cpr: bool = False
) -> str:
    """Give one sentence or line of a letter as an engine should get it.

    `language` is a BCP 47 tag. `own_words` are a person's own, from `read_word_list`, and win over
    every rule but that of CPR numbers. What comes out has no markup and no control characters,
    and saying it again changes nothing more. Nothing is raised.
    """
    line = cleaned(text)
    tongue = tongue_of(language)
    if tongue is None:
        return harmless(_set_apart(line, language, say_cpr=say_cpr))
    return harmless(said_by(fractions_apart(line), _rules(tongue, own_words, say_cpr=say_cpr)))


def _rules(tongue: Tongue, own_words: Mapping[str, str], *, say_cpr: bool) -> list[Rule]:
    own = partial(own_spellings, words=own_words)
    # Names made of digits, then what has a form or a unit of its own, then what is left.
    named = (
        codes.payment_codes, codes.ibans, codes.bank_codes, partial(cpr_numbers, say_cpr=say_cpr),
        addresses.mail_addresses, addresses.links, codes.labelled_codes,
        partial(bare_cpr_numbers, say_cpr=say_cpr), codes.numbered_codes, addresses.telephones,
    )  # fmt: skip
    formed = (
        times.times, dates.dates, dates.weekdays, paragraphs.full_stops, paragraphs.roman_numerals,
        paragraphs.parts, paragraphs.sections, paragraphs.places, amounts.sums, amounts.measures,
        times.bare_times, ranked_numbers.decades, addresses.postal_codes, codes.mixed_codes,
        codes.bare_codes, ranked_numbers.floors, ranked_numbers.days_of_month,
        ranked_numbers.ordinals, fractions.fractions,
    )  # fmt: skip
    left = (
        signs_between.ranges, signs_between.strokes, signs_between.pages, signs_between.shares,
        signs_between.signs_between, bare_numbers.years, bare_numbers.plain_numbers,
        bare_numbers.last_digits, abbreviations.abbreviations, acronyms.acronyms,
        acronyms.spelled_acronyms, amounts.bare_units, symbols.symbols,
    )  # fmt: skip
    return [own, *(partial(rule, tongue=tongue) for rule in (*named, *formed, *left))]


def _set_apart(line: str, language: str, *, say_cpr: bool) -> str:
    short = language.lower().partition("-")[0]
    if not say_cpr:
        line = without_cpr(line, _HIDDEN.get(short, "-****"))
    return _LONG_NUMBER.sub(lambda found: " ".join(found[0]), line)
