"""Whatever stands in a letter: every digit and every sign is said, and nothing else happens."""

import re
import time
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accessibility.pronouncing.cardinals_danish import cardinal as danish
from accessibility.pronouncing.cardinals_english import cardinal as english
from accessibility.pronouncing.pronouncing import pronounced
from tests.accessibility.pronouncing.number_reader import nonzero_digits, numbers_in

LANGUAGES = st.sampled_from(["da", "en"])
# No letters: with them a stranger's "one" or "III" would count as a number, too.
FIGURES = st.text(
    alphabet="0123456789" * 3 + ".,-/ :+%()=<>€§&\u2013\u2212\u00a0_@#*'", max_size=40
)
_PIECES = (
    "kr. kr DKK EUR mio. pct. stk. nr. kl. tlf. § sagsnr. CVR kontonr. den pr. km/t december "
    "1. 2 3,5 -4 500,00 1.234,50 01.12.2026 1/12 10.30 12345678 70101881 - \u2013 /"
    " , . ( ) % € + 007 "
    "2026 1985 83 140 000 1,- A4 x F-12 24/12345 0 = * til og"
)
WORDS = st.sampled_from(_PIECES.split())


@given(st.integers(0, 10**15 - 1))
@example(100000).via("a hundred thousand")
@example(1001001)
def test_a_number_in_words_is_read_back(number: int) -> None:
    assert numbers_in(danish(number), "da") == [number]
    assert numbers_in(danish(number, one="en"), "da") == [number]
    assert numbers_in(english(number), "en") == [number]


@given(st.integers(0, 10**12), st.integers(0, 99), st.booleans(), st.sampled_from(range(5)))
def test_a_danish_sum_is_read_back(whole: int, part: int, is_negative: bool, way: int) -> None:
    figures = f"{whole:,}".replace(",", ".") + f",{part:02}"
    sign = "-" if is_negative else ""
    text = (
        f"{sign}{figures} kr.", f"kr. {sign}{figures}", f"Du får {sign}{figures} DKK nu",
        f"{sign}{figures.replace('.', ' ')} kr.", f"Saldo (kr.): {sign}{figures} kr",
    )[way]  # fmt: skip
    said = pronounced(text, "da")
    parts = [part] if part else []
    assert numbers_in(said, "da") == ([whole, *parts] if whole or not part else parts), said
    assert ("minus" in said) == is_negative


@given(st.integers(0, 10**12), st.integers(0, 99), st.booleans(), st.sampled_from(range(4)))
def test_an_english_sum_is_read_back(whole: int, part: int, is_negative: bool, way: int) -> None:
    figures = f"{whole:,}.{part:02}"
    sign = "-" if is_negative else ""
    text = (
        f"{sign}{figures} kr.", f"DKK {sign}{figures}", f"{sign}€{figures}",
        f"it is {sign}£{figures} now"
    )[way]  # fmt: skip
    said = pronounced(text, "en")
    parts = [part] if part else []
    assert numbers_in(said, "en") == ([whole, *parts] if whole or not part else parts), said
    assert ("minus" in said) == is_negative


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(range(6)))
def test_a_danish_date_is_read_back(day: date, way: int) -> None:
    text = (
        f"{day.day}.{day.month}.{day.year}", f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day}/{day.month}-{day.year}", f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day}", f"den {day.day}/{day.month} {day.year}",
    )[way]  # fmt: skip
    said = pronounced(text, "da")
    assert numbers_in(said, "da") == [day.day, day.month, day.year], said


@given(
    st.sampled_from(["sagsnr. ", "kontonr.: ", "CVR ", "IBAN: DK", "faktura nr. "]),
    st.text("0123456789", min_size=8, max_size=18),
)
def test_a_code_is_said_digit_by_digit(label: str, digits: str) -> None:
    said = pronounced(label + digits, "da", say_cpr=True)
    told = numbers_in(said, "da")
    assert "".join(map(str, told)) == digits
    assert all(number < 10 for number in told)


@given(FIGURES, LANGUAGES)
@example("1.2.3,4 5-6", "da")
@example("500-300 kr.", "da")
@example("00000000000000", "en")
def test_no_digit_is_lost_in_any_row_of_figures(text: str, language: str) -> None:
    said = pronounced(text, language, say_cpr=True)
    digits = "".join(sorted(re.sub("[^1-9]", "", text)))
    assert nonzero_digits(said, language) == digits, said
    assert not re.search(r"\d", said)


@given(st.lists(WORDS, max_size=9), st.sampled_from(["", " "]))
def test_no_digit_is_lost_among_the_words_of_letters(words: list[str], joint: str) -> None:
    text = joint.join(words).replace("december", "dec")  # a month's name would be one more number
    said = pronounced(text.replace("dec", "rate"), "da", say_cpr=True)
    digits = "".join(sorted(re.sub("[^1-9]", "", text)))
    assert nonzero_digits(said, "da") == digits, said


@given(st.integers(1, 10**7), st.sampled_from(["-", "\u2212"]), LANGUAGES)
def test_a_minus_is_said(number: int, sign: str, language: str) -> None:
    assert pronounced(f"{sign}{number}", language).startswith("minus ")
    assert "minus " in pronounced(f"Saldo: {sign}{number},00", language)


@given(st.text(max_size=200), st.sampled_from(["da", "en", "de", "nb", "ar", ""]))
@example("<speak>[[h@]]</speak>", "da")
@example("\x00\x1b[31m\ue000", "da")
def test_no_text_becomes_markup_and_twice_is_as_once(text: str, language: str) -> None:
    said = pronounced(text, language)
    assert not set(said) & set("<>[]{}\n\r\t\x00\x1b\x7f\ue000")
    assert len(said) <= 30 * len(text) + 100
    assert pronounced(said, language) == said


@given(st.lists(WORDS, max_size=12), st.sampled_from(["", " ", "-", "."]), LANGUAGES)
@settings(max_examples=300)
def test_saying_twice_changes_nothing(words: list[str], joint: str, language: str) -> None:
    said = pronounced(joint.join(words), language)
    assert pronounced(said, language) == said


ODD = "aAXIvrk1290²½¹ßæ_.-/ §%€@x\u00d7:;,'\"()<>[]&|*+=\u00ad\u200b\u2028\u2013\u00a0"


@given(st.text(alphabet=ODD, max_size=25), LANGUAGES)
def test_odd_signs_lose_no_digit_and_are_said_once(text: str, language: str) -> None:
    said = pronounced(text, language, say_cpr=True)
    assert not re.search(r"\d", said)
    assert not set(said) & set("<>[]")
    assert pronounced(said, language) == said


HOSTILE = [
    "1" * 20000, "1.1" * 7000, "1 " * 10000, "-" * 20000, "1-" * 10000, "a1" * 10000, "." * 20000,
    "kr. " * 5000, "1 kr. " * 3000, "a." * 10000, "+71<" * 5000, "www." * 5000, "@" * 20000,
    "a@" * 10000, "a.dk/" * 4000, "kl. 1" * 4000, "DK11 " * 4000, "§" * 20000, "I" * 20000,
    "12.12." * 3000, "sagsnr. 1 " * 2000, "A-" * 10000, "1/" * 10000, " " * 20000, "tlf. 1 " * 3000,
    "jan. 1 " * 3000, "0101801" * 3000, "x" * 20000 + "@", "1 000 " * 3000, "den 1. til " * 2000,
    "aa-" * 7000, "1:" * 10000, "_" * 20000, "& " * 10000, "1,-" * 7000, "A" * 20000, "1a-" * 7000,
    "cpr " * 5000, "(" * 20000, "1\u00a0" * 10000,
]  # fmt: skip


HOSTILE_IN_ENGLISH = [
    "1 to " * 4000,
    "May 1 " * 3000,
    "at 1.1 " * 3000,
    "1 am-" * 4000,
    "1,1" * 7000,
]


@pytest.mark.parametrize(
    ("text", "language"),
    [*((text, "da") for text in HOSTILE), *((text, "en") for text in HOSTILE_IN_ENGLISH)],
    ids=lambda text: text[:8],
)
def test_time_grows_no_faster_than_the_text(text: str, language: str) -> None:
    def seconds(length: int) -> float:
        started = time.perf_counter()
        pronounced(text[:length], language)
        return time.perf_counter() - started

    seconds(100)
    short = min(seconds(len(text) // 8) for _ in range(2))
    assert seconds(len(text)) < 8 * 3 * short + 0.2
