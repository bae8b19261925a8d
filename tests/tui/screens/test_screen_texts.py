"""Every screen held as text, in both languages, at 80x24 and at 40x10, in two looks."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.tui.screens.at_the_screens import Screens, at_the_screens, desk_at

WAYS: dict[str, tuple[str, ...]] = {
    "the inbox": (),
    "the question before a legal notice": ("enter",),
    "a letter": ("j", "enter"),
    "a page further": ("j", "enter", "space"),
    "every detail": ("j", "i"),
    "what it asks for": ("j", "A"),
    "its documents": ("j", "v"),
    "a document that cannot be read": ("j", "v", "j", "enter"),
    "what can be copied": ("j", "enter", "c"),
    "the deadlines": ("G",),
    "the folders": ("g",),
    "the log": ("L",),
    "the mailboxes": ("M",),
    "the settings": ("comma",),
    "the keys in a list": ("question_mark",),
    "the keys in a letter": ("j", "enter", "question_mark"),
    "a selection": ("t", "t"),
    "a line to type in": ("j", "m"),
}
SIZES = [(80, 24), (40, 10)]


def shown(screens: Screens) -> str:
    """Give the screen and where the cursor is."""
    column, row = screens.cursor
    return f"{screens.text}\n[cursor: column {column}, row {row}]"


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("language", ["en", "da"])
async def test_the_screens_stand_as_they_are_held(
    store: str, snapshot: SnapshotAssertion, language: str, way: str
) -> None:
    for size in SIZES:
        for look in ("default", "reader"):
            desk = desk_at(store, language=language)
            async with at_the_screens(desk, look=look, size=size) as screens:
                await screens.press(*WAYS[way])
                assert shown(screens) == snapshot(name=f"{look} {size[0]}x{size[1]}")


@pytest.mark.parametrize("language", ["en", "da"])
async def test_what_a_search_found_stands_as_it_is_held(
    store: str, snapshot: SnapshotAssertion, language: str
) -> None:
    for size in SIZES:
        async with at_the_screens(desk_at(store, language=language), size=size) as screens:
            await screens.type("/kroner")
            await screens.press("enter")
            assert shown(screens) == snapshot(name=f"{size[0]}x{size[1]}")


@pytest.mark.parametrize("look", ["lean", "large"])
async def test_the_other_looks_stand_as_they_are_held(
    store: str, snapshot: SnapshotAssertion, look: str
) -> None:
    async with at_the_screens(desk_at(store), look=look) as screens:
        inbox = shown(screens)
        await screens.press("j", "enter")
        assert f"{inbox}\n\n{shown(screens)}" == snapshot
