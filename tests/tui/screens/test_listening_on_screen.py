"""A letter read aloud on the screens: the sentence that is heard is marked, any key silences it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from accessibility.spoken_sentences import spoken_sentences
from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_store.opening import open_store
from mailbox_tui.screens.picture import Role
from mailbox_tui.screens.text_view import TextView
from mailbox_tui.voice import Heard
from tests.store.conftest import BO
from tests.tui.letters import NOW, document, legal_notice, letter, store_with
from tests.tui.screens.at_the_screens import Screens, at_the_screens, desk_at

# Said slowly, and long enough that a busy machine still sees each of them being heard.
TEXT = (
    "First sentence here, of a good many words. Second sentence there, of as many words.\n\n"
    "Third one, which is of a good many words, too. Fourth one, the last of the many."
)
PACED = {"BREVDUE_SPEECH_OUTPUT": "null", "BREVDUE_SPEECH_RATE": "80"}
AT_ONCE = {"BREVDUE_SPEECH_OUTPUT": "null-fast"}


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Give a store with one letter of four sentences, behind a legal notice."""
    letters = [
        letter(1, subject="Voice", documents=(document(TEXT),)),
        legal_notice(2, subject="Summons"),
    ]
    return store_with(tmp_path / "store.db", letters)


@pytest.fixture
def two(tmp_path: Path) -> str:
    """Give a store with two letters."""
    other = "Other words here. Other words there.\n\nOther still."
    letters = [
        letter(1, subject="Other", documents=(document(other),)),
        letter(2, subject="Voice", documents=(document(TEXT),)),
    ]
    return store_with(tmp_path / "two.db", letters)


def spoken(screens: Screens) -> str:
    """Give the text that is marked as being heard."""
    picture = screens.app.stage.picture()
    marked = (span.text for line in picture.lines for span in line if span.role is Role.SPOKEN)
    return " ".join(marked)


async def until(screens: Screens, is_so: Callable[[], bool]) -> None:
    """Wait for something that the voice brings about."""
    async with asyncio.timeout(10):
        while not is_so():
            await asyncio.sleep(0.01)
            await screens.settled()


async def test_the_sentence_that_is_heard_is_marked_and_the_cursor_goes_with_it(store: str) -> None:
    async with at_the_screens(desk_at(store, environment=PACED)) as screens:
        await screens.press("j", "enter", "s")
        await until(screens, lambda: "Voice" in spoken(screens))
        await screens.press(*["right"] * 5)
        await until(screens, lambda: spoken(screens).startswith("Third one"))
        assert screens.at_cursor.startswith("Third one")
        await screens.press("left", "left")
        await until(screens, lambda: spoken(screens).startswith("First sentence"))


async def test_any_key_silences_the_voice_and_does_what_it_does(store: str) -> None:
    async with at_the_screens(desk_at(store, environment=PACED)) as screens:
        await screens.press("j", "enter", "s")
        await until(screens, lambda: bool(spoken(screens)))
        await screens.press("b")
        assert "In brief" in screens.said
        await screens.press("escape")
        assert not spoken(screens)


async def test_escape_and_s_only_silence_it(store: str) -> None:
    async with at_the_screens(desk_at(store, environment=PACED)) as screens:
        for silences in ("escape", "s"):
            await screens.press(*(["j", "enter"] if silences == "escape" else []), "s")
            await until(screens, lambda: bool(spoken(screens)))
            await screens.press(silences)
            assert not spoken(screens)
            assert isinstance(screens.app.stage.view, TextView)


async def test_where_one_stopped_is_remembered_over_restarts(store: str) -> None:
    desk = desk_at(store, environment=PACED)
    async with at_the_screens(desk) as screens:
        await screens.press("j", "enter", "s", *["right"] * 6)
        await until(screens, lambda: "Third" in spoken(screens))
        await screens.press("s")
    async with at_the_screens(desk) as screens:
        await screens.press("j", "enter", "s")
        await until(screens, lambda: "Third" in spoken(screens))


async def test_a_letter_heard_to_its_end_begins_anew(store: str) -> None:
    desk = desk_at(store, environment=AT_ONCE)
    async with at_the_screens(desk) as screens:
        await screens.press("j", "enter", *["right"] * 3)
        await until(screens, lambda: not screens.app.sitting.voice.is_speaking)
        mailbox = screens.app.sitting.mailbox
        assert (await mailbox.open(LetterId(1))).heard == 0


async def test_it_is_read_from_the_page_one_has_turned_to(store: str) -> None:
    async with at_the_screens(desk_at(store, environment=PACED), size=(40, 8)) as screens:
        await screens.press("j", "enter", "space")
        at_top = screens.lines[0]
        await screens.press("s")
        await until(screens, lambda: bool(spoken(screens)))
        assert spoken(screens).startswith(at_top)


async def test_what_keeps_it_from_speaking_is_said(store: str) -> None:
    away = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}
    async with at_the_screens(desk_at(store, environment=away)) as screens:
        await screens.press("j", "enter", "s")
        await until(screens, lambda: "SSH" in screens.said)
        assert not spoken(screens)


async def test_a_legal_notice_is_asked_about_before_a_word_of_it_is_heard(store: str) -> None:
    async with at_the_screens(desk_at(store, environment=PACED)) as screens:
        await screens.press("s")
        assert "legal notice" in screens.said
        await screens.type("no")
        await screens.press("enter")
        assert "Not opened." in screens.said
        assert not screens.app.sitting.voice.is_speaking


async def test_with_the_setting_every_opened_letter_is_read_aloud(store: str) -> None:
    environment = PACED | {"BREVDUE_SPEECH_ENABLED": "yes"}
    async with at_the_screens(desk_at(store, environment=environment)) as screens:
        await screens.press("j", "enter")
        await until(screens, lambda: "Voice" in spoken(screens))


async def test_a_pause_of_nothing_says_so(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "enter", ".")
        assert "Nothing is being read aloud." in screens.said


async def test_a_word_is_spelled_and_the_reading_goes_on_from_the_sentence(store: str) -> None:
    async with at_the_screens(desk_at(store, environment=PACED)) as screens:
        await screens.press("j", "enter", "s", *["right"] * 6)
        await until(screens, lambda: "Third" in spoken(screens))
        await screens.press("'")
        await asyncio.sleep(0.2)
        assert "Third" in spoken(screens)
        await screens.press("s", "s")
        await until(screens, lambda: "Third" in spoken(screens))


async def test_another_letter_is_never_read_in_the_name_of_this_one(two: str) -> None:
    async with at_the_screens(desk_at(two, environment=PACED)) as screens:
        await screens.press("enter", "s")
        await until(screens, lambda: bool(spoken(screens)))
        await screens.press("s", "escape", "j", "enter", "right")
        await until(screens, lambda: bool(spoken(screens)))
        assert "Other" in spoken(screens)
        await screens.press(";")
        await until(screens, lambda: "Other" in spoken(screens))


async def test_what_was_begun_before_moves_no_cursor_in_another_letter(two: str) -> None:
    async with at_the_screens(desk_at(two, environment=PACED)) as screens:
        await screens.press("enter", "s", *["right"] * 6)
        await until(screens, lambda: "Third" in spoken(screens))
        view = screens.app.stage.text_read
        assert view is not None
        sentences = spoken_sentences(view.blocks, screens.app.stage.desk.say)
        late = Heard(sentences[-1], view.blocks[0])
        await screens.press("s", "escape", "j", "enter")
        before = screens.cursor
        screens.app.stage.hear(late)
        await screens.settled()
        assert (screens.cursor, spoken(screens)) == (before, "")


async def test_from_the_top_it_is_read_anew_when_one_went_there(store: str) -> None:
    async with at_the_screens(desk_at(store, environment=PACED)) as screens:
        await screens.press("j", "enter", "s", *["right"] * 6)
        await until(screens, lambda: "Third" in spoken(screens))
        await screens.press("s", "s")
        await until(screens, lambda: "Third" in spoken(screens))
        await screens.press("end", "home", "s")
        await until(screens, lambda: "Voice" in spoken(screens))


async def test_after_the_end_one_goes_back_from_the_last_sentence(store: str) -> None:
    async with at_the_screens(desk_at(store, environment=AT_ONCE)) as screens:
        await screens.press("j", "enter", "s")
        await until(screens, lambda: not screens.app.sitting.voice.is_speaking)
        await screens.press("right")
        assert "That was the last sentence." in screens.said


async def test_the_place_is_remembered_in_the_mailbox_it_was_heard_in(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    one = letter(1, subject="Voice", documents=(document(TEXT),))
    url = await asyncio.to_thread(store_with, path, [one])
    async with open_store(url) as repository:
        other = await repository.make_mailbox(BO, at=NOW, actor="OPERATOR")
        await repository.take_in([letter(1)], other.id, at=NOW, actor="OPERATOR")
    async with at_the_screens(desk_at(url, environment=PACED, mailbox="M1")) as screens:
        await screens.press("enter", "s", *["right"] * 6)
        await until(screens, lambda: "Third" in spoken(screens))
        await screens.type(":mailbox M2")
        await screens.press("enter")
    async with open_store(url) as repository:
        first = await repository.letter(MailboxId(1), LetterId(1))
        second = await repository.letter(other.id, LetterId(1))
    assert first.heard > 0
    assert second.heard == 0


async def test_a_faster_voice_says_how_fast(store: str) -> None:
    async with at_the_screens(desk_at(store, environment=PACED)) as screens:
        await screens.press("j", "enter", ">")
        assert "105 words a minute." in screens.said
        await screens.press("<", "<")
        assert "80 words a minute." in screens.said
