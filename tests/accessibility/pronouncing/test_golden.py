"""Letters are pronounced as people read them aloud: espeak-ng hears ours and the golden pairs."""

import re
from dataclasses import dataclass
from functools import cache

import pytest

from accessibility.pronouncing.pronouncing import pronounced
from tests.accessibility.pronouncing import phonemes
from tests.accessibility.pronouncing.golden.pairs import (
    DANGEROUS,
    FILES,
    IN_FULL,
    Pair,
    pairs,
    ways_of,
)

FEWEST = {"da": 320, "en": 170}  # pairs, so that the share below says something
ENOUGH = 0.98  # of all pairs of a language
MOST_DIGITS = 4  # said without a pause, so that a listener can write them down
DIGITS = {
    "da": "nul|et|to|tre|fire|fem|seks|syv|otte|ni",
    "en": "zero|one|two|three|four|five|six|seven|eight|nine",
}
KINDS = [(language, kind) for language in FILES for kind in sorted(DANGEROUS)]
NUMBERED = ("CVR numbers", "Bank accounts", "Payment codes", "Case numbers", IN_FULL)

hears = pytest.mark.skipif(not phonemes.is_installed(), reason=phonemes.WHY_NOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A pair, what we make of it, and whether it sounds like one of the right answers."""

    pair: Pair
    ours: str
    is_right: bool


@cache
def judged(language: str) -> tuple[Judged, ...]:
    """Pronounce every pair of a language and listen."""
    told = [(pair, our_words(pair)) for pair in pairs(language)]
    words = {word for pair, ours in told for word in (ours, *pair.said)}
    heard = phonemes.sounds_of(words, language)
    return tuple(
        Judged(pair=pair, ours=ours, is_right=heard[ours] in {heard[way] for way in pair.said})
        for pair, ours in told
    )


def our_words(pair: Pair) -> str:
    """Pronounce what is written, with the whole number where a person asked for it."""
    return pronounced(pair.written, pair.language, say_cpr=pair.kind == IN_FULL)


def told_wrong(wrong: list[Judged]) -> str:
    """List lines in words: written, ours, and the first right answer."""
    return "".join(
        f"\n[{one.pair.kind}] {one.pair.written}\n  ours:  {one.ours}\n  right: {one.pair.said[0]}"
        for one in wrong
    )


@hears
@pytest.mark.parametrize(("language", "kind"), KINDS)
def test_what_is_dangerous_is_always_read_as_a_person_reads_it(language: str, kind: str) -> None:
    told = [one for one in judged(language) if one.pair.kind == kind]
    wrong = [one for one in told if not one.is_right]
    assert told
    assert not wrong, f"{len(wrong)} of {len(told)} {kind}:{told_wrong(wrong)}"


@hears
@pytest.mark.parametrize("language", FILES)
def test_nearly_everything_is_read_as_a_person_reads_it(language: str) -> None:
    told = judged(language)
    wrong = [one for one in told if not one.is_right]
    share = 1 - len(wrong) / len(told)
    assert share >= ENOUGH, f"{share:.1%}, {len(wrong)} of {len(told)}:{told_wrong(wrong)}"


@pytest.mark.parametrize("language", FILES)
def test_long_numbers_are_said_in_groups_that_can_be_written_down(language: str) -> None:
    too_long = re.compile(
        rf"\b(?:(?:{DIGITS[language]})\s+){{{MOST_DIGITS}}}(?:{DIGITS[language]})\b"
    )
    told = {one.written: our_words(one) for one in pairs(language) if one.kind in NUMBERED}
    assert [(written, ours) for written, ours in told.items() if too_long.search(ours)] == []


@pytest.mark.parametrize("language", FILES)
def test_no_digit_is_left_to_the_voice(language: str) -> None:
    told = {one.written: our_words(one) for one in pairs(language)}
    assert [(written, ours) for written, ours in told.items() if re.search(r"\d", ours)] == []


@pytest.mark.parametrize("language", FILES)
def test_the_last_four_of_a_cpr_number_are_never_said_unasked(language: str) -> None:
    masked = [one for one in pairs(language) if one.kind == "CPR numbers, masked"]
    last = " ".join([DIGITS[language].split("|")[0]] * 4)
    said = [re.sub(r"\W+", " ", pronounced(one.written, language)) for one in masked]
    assert said
    assert [words for words in said if last in words or "0000" in words] == []


@pytest.mark.parametrize("language", FILES)
def test_the_golden_set_is_large_and_names_nobody(language: str) -> None:
    told = pairs(language)
    assert len(told) >= FEWEST[language]
    assert {one.kind for one in told} >= DANGEROUS
    assert len({(one.kind, one.written) for one in told}) == len(told)
    numbers = [
        number
        for one in told
        for number in re.findall(r"\b[0-3]\d[01]\d\d\d[^0-9]?\d{4}\b", one.written)
        if one.kind.startswith("CPR")
    ]
    assert {number[-4:] for number in numbers} == {"0000"}


def test_the_right_answers_of_a_line_are_spelled_out() -> None:
    assert ways_of("{ti|x [og] y} kroner || =") == ("ti kroner", "x y kroner", "x og y kroner", "=")


@hears
@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("fem hundrede kroner", "fem, hundrede. Kroner", True),
        ("CPR-nummer et", "C P R-nummer, et", True),
        ("fem hundrede kroner", "minus fem hundrede kroner", False),
        ("et tusind kroner", "to tusind kroner", False),
        ("klokken ti tredive", "klokken ti tretten", False),
        ("nul nul fem", "nul fem", False),
        ("den første maj", "den første marts", False),
        ("fem kroner og ti øre", "fem kroner ti øre", False),
    ],
)
def test_texts_are_alike_when_the_same_words_are_heard(
    one: str, other: str, is_alike: bool
) -> None:
    heard = phonemes.sounds_of((one, other), "da")
    assert (heard[one] == heard[other]) is is_alike
