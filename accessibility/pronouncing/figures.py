"""Figures as words: numbers, decimals, digit by digit, and codes with their letters and signs.

Where a number is written in a way that leaves a doubt, every digit and every sign between them
is said as it stands; nothing is ever guessed.
"""

import re

from accessibility.pronouncing.tongue import Tongue

_RUNS = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_|\s+")
_LONGEST_CARDINAL = 15  # digits


def whole(digits: str, tongue: Tongue, *, one: str = "") -> str:
    """Say a whole number; with a zero in front, or too long, digit by digit."""
    if len(digits) > _LONGEST_CARDINAL or (len(digits) > 1 and digits[0] == "0"):
        return grouped(digits, tongue)
    return tongue.cardinal(int(digits), one=one or tongue.one)


def with_decimals(digits: str, decimals: str, tongue: Tongue) -> str:
    """Say a number with decimals, these one by one: "tolv komma to fem"."""
    if not decimals:
        return whole(digits, tongue)
    after = one_by_one(decimals, tongue) if len(decimals) <= 4 else grouped(decimals, tongue)
    before = whole(digits, tongue, one=tongue.common_one)
    return f"{before} {tongue.decimal_word} {after}"


def one_by_one(digits: str, tongue: Tongue) -> str:
    """Say digits one by one, without a pause."""
    return " ".join(tongue.digits[int(digit)] for digit in digits)


def grouped(digits: str, tongue: Tongue) -> str:
    """Say digits one by one, with a pause between groups of two to four."""
    size = _size_of_group(len(digits))
    groups = [digits[at : at + size] for at in range(0, len(digits), size)]
    return ", ".join(one_by_one(group, tongue) for group in groups)


def paired(digits: str, tongue: Tongue) -> str:
    """Say digits in pairs, as Danes say a telephone number: "nul fem, tolv"."""
    pairs = [digits[at : at + 2] for at in range(0, len(digits), 2)]
    if tongue.language == "en":  # no one there says "seventy, ten"
        return ", ".join(one_by_one(pair, tongue) for pair in pairs)
    return ", ".join(
        one_by_one(pair, tongue) if pair[0] == "0" else tongue.cardinal(int(pair)) for pair in pairs
    )


def coded(text: str, tongue: Tongue) -> str:
    """Say a code: letters by name, digits one by one, and each sign: "24-A" has a hyphen.

    Blanks are pauses, as people write groups with them.
    """
    words: list[str] = []
    for run in _RUNS.findall(text):
        if run[0].isdecimal():
            words.append(grouped(run, tongue))
        elif run.isalpha():
            words.append(by_letters(run.upper(), tongue))
        elif not run.isspace():
            words.append(tongue.signs.get(run, run))
    return ", ".join(words)


def literal(text: str, tongue: Tongue) -> str:
    """Say figures with signs between them as they stand: "to punktum et", "et skråstreg to"."""
    words = []
    for run in _RUNS.findall(text):
        if run[0].isdecimal():
            words.append(
                whole(run, tongue) if len(run) <= _LONGEST_LITERAL else grouped(run, tongue)
            )
        elif not run.isspace():
            words.append(tongue.signs.get(run, run))
    return " ".join(words)


def by_letters(word: str, tongue: Tongue) -> str:
    """Spell an acronym: "A T P"; in English "A.T.P.", or its A would be the article."""
    if tongue.language == "en" and "A" in word:
        return "".join(f"{sign}." for sign in word)
    return " ".join(word)


def _size_of_group(count: int) -> int:
    if count <= 4:
        return 4
    if count == 8:
        return 2
    if count % 3 == 0:
        return 3
    return 4 if count > 8 else 2


_LONGEST_LITERAL = 4  # digits that are a number between signs; longer ones are a code
