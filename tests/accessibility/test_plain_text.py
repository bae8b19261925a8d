"""Foreign text is safe to write, and nothing is lost on the way."""

import json
import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.plain_text import hides_text, json_text, one_line, plain

_ODD = (
    "\x1b\x07\x00\x7f\x9b\r\n\t\x0b\x85\u2028\u202e\u2066\u200b\u200d\ufeff\u00ad\u0301\U000e0041"
)
texts = (
    st.text()
    | st.text(alphabet=_ODD + "a b \ud800\ufffe")
    | st.text(alphabet="e\u0301\u200d", max_size=40)
)
_TERMINAL_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


@given(texts)
def test_plain_text_never_holds_a_control_or_direction_character(text: str) -> None:
    assert not _TERMINAL_UNSAFE.search(plain(text))


@given(texts)
def test_making_text_plain_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(texts, st.integers(0, 30) | st.none())
def test_one_line_is_one_line_within_its_limit_and_stays_as_it_is(
    text: str, limit: int | None
) -> None:
    line = one_line(text, limit=limit)
    assert not _TERMINAL_UNSAFE.search(line)
    assert "\n" not in line
    assert limit is None or len(line) <= limit
    assert one_line(line, limit=limit) == line


@given(
    st.recursive(
        texts | st.integers() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_json_is_safe_on_a_terminal_and_loses_nothing(value: object) -> None:
    text = json_text(value)
    assert not _TERMINAL_UNSAFE.search(text)
    assert plain(text) == text
    assert json.loads(text) == json.loads(json.dumps(value))


@given(
    st.text(
        alphabet=st.characters(
            exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp", "Mn", "Me", "Mc"]
        )
    )
)
def test_everyday_letters_are_kept(text: str) -> None:
    assert plain(text) == text.replace("\u3164", "").replace("\uffa0", "")


def test_letters_stay_readable_in_json() -> None:
    assert json_text({"navn": "Sørine \u202eÅ"}) == '{"navn": "Sørine \\u202eÅ"}'


@pytest.mark.parametrize(
    ("foreign", "safe"),
    [
        ("a\r\nb\rc\x0bd\x85e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("\x1b[31mrød\x9b0m", "\ufffd[31mrød\ufffd0m"),
        ("betal \u202e001\u202c kr", "betal 001 kr"),
        ("a\tb", "a       b"),
        ("som\u00admer\ufeff", "sommer"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("x" + "\u0301" * 30, "x" + "\u0301" * 8),
        ("\ud800\ufffe", "\ufffd\ufffd"),
        ("ok\U000e0068\U000e0069", "ok"),
    ],
)
def test_each_kind_of_character_has_its_fate(foreign: str, safe: str) -> None:
    assert plain(foreign) == safe


def test_a_line_is_cut_after_a_word_and_never_inside_a_letter() -> None:
    assert one_line("Afgørelse om din\nboligstøtte", limit=20) == "Afgørelse om din..."
    accented = one_line("ae\u0301" * 20, limit=10)
    assert unicodedata.combining(accented.removesuffix("...")[-1]) or accented[-4] == "a"
    assert len(accented) <= 10


@pytest.mark.parametrize(
    "text", ["a\u202eb", "a\x08b", "a\U000e0041", "a" + "\u0301" * 20, "\x1b[8m"]
)
def test_what_could_hide_something_is_told(text: str) -> None:
    assert hides_text(text)


@pytest.mark.parametrize(
    "text", ["Hej\r\nBo\t!", "\ufeffHej", "som\u00admer", "שלום\u200f", "é ok", ""]
)
def test_everyday_invisible_characters_are_no_reason_to_warn(text: str) -> None:
    assert not hides_text(text)


def test_it_imports_nothing_heavy() -> None:
    code = "import sys, accessibility.plain_text as p; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"unicodedata", "dataclasses", "asyncio"} & set(ran.stdout.split())
