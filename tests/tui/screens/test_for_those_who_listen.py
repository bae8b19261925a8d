"""What reader mode and all the looks keep to, so that a screen reader's listener can follow."""

import re
import unicodedata

import pytest

from accessibility.commands import Deed, name_of, understand
from mailbox_tui.screens.keymap import BINDINGS, Move
from tests.tui.screens.at_the_screens import at_the_screens, desk_at
from tests.tui.screens.test_screen_texts import WAYS

LETTERS_OF_SIGNS = re.compile(r"[\u2500-\u259f\u2800-\u28ff\u25a0-\u25ff\u2190-\u21ff]")
RUNS = re.compile(r"([^\w\s.])\1\1")


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("language", ["en", "da"])
async def test_reader_mode_draws_nothing_but_words(store: str, language: str, way: str) -> None:
    async with at_the_screens(desk_at(store, language=language), look="reader") as screens:
        await screens.press(*WAYS[way])
        assert LETTERS_OF_SIGNS.search(screens.text) is None
        assert RUNS.search(screens.text.replace("-****", "")) is None  # a masked number
        assert not [c for c in screens.text if unicodedata.category(c) == "So"]


async def test_in_reader_mode_every_row_begins_in_the_first_column(store: str) -> None:
    async with at_the_screens(desk_at(store), look="reader") as screens:
        for number in range(1, 6):
            assert screens.cursor[0] == 0
            assert screens.at_cursor.startswith(f"{number}. ")
            await screens.press("j")
        await screens.press("2", "enter", "enter")
        assert screens.cursor == (0, 1)
        assert screens.at_cursor == "Bylderup Kommune. Housing benefit, decision."


async def test_at_forty_columns_the_same_words_stand_there_as_at_eighty(store: str) -> None:
    said = []
    for columns in (80, 40):
        async with at_the_screens(desk_at(store), look="reader", size=(columns, 24)) as screens:
            await screens.press("j", "j", "j", "j")
            said.append(screens.said)
    assert said[0] == said[1]
    assert said[0].count("Bylderup Kommune.") == 4


def test_every_deed_can_be_typed_and_every_move_has_a_key() -> None:
    for language in ("en", "da"):
        for deed in Deed:
            asked = understand(name_of(deed, language=language), language=language)
            assert getattr(asked, "deed", None) is deed
    assert {binding.action for binding in BINDINGS if binding.keys} >= set(Move)


@pytest.mark.parametrize("key", ["colon", "slash", "l", "m", "N", "1"])
async def test_a_line_to_type_in_begins_with_one_word_at_most(many: str, key: str) -> None:
    async with at_the_screens(desk_at(many), look="reader") as screens:
        await screens.press(key)
        column, row = screens.cursor
        assert len(re.findall(r"\w+", screens.lines[row][:column])) <= 1


async def test_a_cpr_number_is_masked_wherever_a_list_or_a_letter_shows_it(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        shown = screens.text
        await screens.press("3", "enter", "enter")
        shown += screens.text
        for key in ("A", "v", "L", "M"):
            await screens.press(key)
            shown += screens.text
            await screens.press("escape")
    assert "010180-****" in shown
    assert "0101800000" not in shown.replace("-", "")


async def test_a_question_waits_as_long_as_it_takes(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("enter")
        before = screens.text
        assert "Type yes to open it." in " ".join(before.split())
        monkeypatch.setattr("asyncio.wait_for", None)  # nothing here may count seconds
        await screens.settled()
        assert screens.text == before
        await screens.press("y", "e", "s", "enter")
        assert "This is letter 39." in screens.text
