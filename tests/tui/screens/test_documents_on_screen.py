"""A table, a form and a scan on the screens, held as text in both languages and two sizes."""

import asyncio
import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.tui.documents_read import decision, of_file
from tests.tui.letters import store_with
from tests.tui.screens.at_the_screens import at_the_screens, desk_at
from tests.tui.screens.test_screen_texts import SIZES, shown

WAYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a table": ("afgoerelse.pdf", ("enter", "t")),
    "a form": ("ansoegning.pdf", ("enter", "z")),
    "a page of words in columns": ("nyhedsbrev.pdf", ("enter", "space")),
}


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("language", ["en", "da"])
async def test_a_document_stands_as_it_is_held(
    tmp_path: Path, snapshot: SnapshotAssertion, language: str, way: str
) -> None:
    name, keys = WAYS[way]
    store = await store_of(tmp_path, name)
    for size in SIZES:
        for look in ("default", "reader"):
            desk = desk_at(store, language=language)
            async with at_the_screens(desk, look=look, size=size) as screens:
                await screens.press(*keys)
                assert shown(screens) == snapshot(name=f"{look} {size[0]}x{size[1]}")


@pytest.mark.timeout(60)
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
async def test_a_scan_is_said_to_be_read_by_machine(tmp_path: Path) -> None:
    store = await store_of(tmp_path, "rykker_skannet.pdf")
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("enter")
        assert "Read by machine from a picture: words may be wrong." in screens.said


async def test_a_grid_keeps_its_columns_where_there_is_room_for_them(tmp_path: Path) -> None:
    store = await store_of(tmp_path, None)
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("enter")
        await screens.type(":table 1 grid")
        await screens.press("enter")
        assert "1 February 2027  February    -34.50 kr." in screens.text


async def test_the_brief_and_the_verdict_are_one_key_away(tmp_path: Path) -> None:
    store = await store_of(tmp_path, None)
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("b")
        assert "It begins: You will get 1,234.50 kroner a month" in screens.said
        await screens.press("escape", "V")
        assert "This document can be listened to" in screens.said


async def test_lists_and_fields_are_gone_to_by_keys(tmp_path: Path) -> None:
    store = await store_of(tmp_path, None)
    async with at_the_screens(desk_at(store), look="reader") as screens:
        await screens.press("enter", "y")
        assert screens.at_cursor.startswith("Item 1 of 2: Check that everything is right.")
        await screens.press("z")
        assert "Rent" in screens.at_cursor
        await screens.press("Z")
        assert "There is no field before this." in screens.said


async def store_of(folder: Path, name: str | None) -> str:
    """Make a store with one letter, its document read already."""
    one = decision() if name is None else of_file(1, name)
    return await asyncio.to_thread(store_with, folder / "store.db", [one])
