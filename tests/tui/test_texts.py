"""The very words, held as text: list, letter and help, in both languages, at 80 and 40 columns."""

import asyncio
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from accessibility.reading_order import letter_blocks
from accessibility.wording import wording_for
from mailbox_store.model.arriving import ArrivingLetter
from mailbox_store.model.document import Action, DocumentType, Reading, Reservation
from mailbox_tui.about import help_text
from mailbox_tui.answering import typed_help
from mailbox_tui.desk import Desk
from mailbox_tui.lines.listing import print_lines, print_wrapped
from mailbox_tui.lines.overview import due_as_lines
from mailbox_tui.lines.reading_pages import pages_of_letter
from mailbox_tui.numbered_list import inbox_list
from mailbox_tui.output import Output
from mailbox_tui.settings import Settings
from tests.tui.letters import NOW, document, legal_notice, letter, store_with

BOTH = pytest.mark.parametrize(
    ("language", "columns"), [("en", 80), ("en", 40), ("da", 80), ("da", 40)]
)


def desk_for(store: str, language: str, columns: int) -> tuple[Desk, StringIO]:
    paper = StringIO()
    return Desk(
        say=wording_for(language),
        out=Output(paper, paper, columns=columns, is_terminal=False),
        now=lambda: NOW,
        environment={},
        settings=Settings(),
        store_url=store,
        mailbox_name="",
    ), paper


def letters() -> list[ArrivingLetter]:
    start = datetime(2026, 12, 10, 8, 0, tzinfo=UTC)
    visit = Reservation(
        uuid="1", description="Bring your card.", abstract="Examination", location="Room 4",
        start=start, end=start + timedelta(minutes=30), organizer_name="Ward 7",
    )  # fmt: skip
    pay = Action(
        label="Pay the rest", code="BETALING", end=NOW + timedelta(days=9),
        url="https://pay.example@evil.example/x",
    )  # fmt: skip
    return [
        legal_notice(39, subject="Summons"),
        letter(
            38,
            subject="Housing benefit, decision",
            reply_by=datetime(2026, 12, 15, 23, 59, 59, tzinfo=UTC),
            note="Ask Bo",
            flagged=True,
            documents=(
                document("You will get 1,234.50 kroner a month.\n\nKind regards\nBylderup"),
                document("", name="scan.pdf", media_type="application/pdf", label="Guide",
                         declared_type="application/pdf", type=DocumentType.ADDITIONAL,
                         reading=Reading.NO_TEXT, pages=2),
                document("", name="form.pdf", media_type="text/plain",
                         declared_type="application/pdf", type=DocumentType.ADDITIONAL,
                         reading=Reading.ENCRYPTED, content=b"x"),
            ),
            actions=(
                pay,
                Action(label="Examination", code="AFTALE", start=start, reservation=visit),
            ),
        ),
        letter(37, subject="CPR 010180-0000", sender=letter(1).recipient),
        letter(36, uuid="same-id", original=b"one", reply_by=NOW - timedelta(days=3)),
        letter(35, uuid="same-id", original=b"two"),
    ]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> str:
    folder = tmp_path / "store"
    folder.mkdir(mode=0o700)
    return store_with(folder / "mailbox.db", letters())


@BOTH
def test_the_list(store: str, snapshot: SnapshotAssertion, language: str, columns: int) -> None:
    desk, paper = desk_for(store, language, columns)

    async def show() -> None:
        async with desk.open_mailbox() as mailbox:
            numbered = await inbox_list(mailbox)
            print_lines(desk, await numbered.fetch(mailbox, 10), first=1)
            for line in due_as_lines(desk, await mailbox.due(), numbered):
                desk.out.answer(line)

    asyncio.run(show())
    assert paper.getvalue() == snapshot


@BOTH
def test_the_letter(store: str, snapshot: SnapshotAssertion, language: str, columns: int) -> None:
    desk, _ = desk_for(store, language, columns)

    async def show() -> list[list[str]]:
        async with desk.open_mailbox() as mailbox:
            letter = await mailbox.open(await mailbox.find("L2"))
            return pages_of_letter(letter, desk, full=True).lines

    assert "\n".join(line for page in asyncio.run(show()) for line in page) == snapshot


@BOTH
def test_the_help(store: str, snapshot: SnapshotAssertion, language: str, columns: int) -> None:
    desk, paper = desk_for(store, language, columns)
    for line in typed_help.everything(desk.say):
        print_wrapped(desk, line)
    assert paper.getvalue() + "\n" + help_text(desk.say) == snapshot


def test_a_cpr_number_shows_only_where_details_are_asked_for(store: str) -> None:
    desk, paper = desk_for(store, "en", 80)

    async def show() -> tuple[str, str]:
        async with desk.open_mailbox() as mailbox:
            numbered = await inbox_list(mailbox)
            print_lines(desk, await numbered.fetch(mailbox, 10), first=1)
            opened = await mailbox.open(await mailbox.find("L3"))
            plain, full = (
                "\n".join(b.text for b in letter_blocks(opened, desk.say, now=NOW, full=full))
                for full in (False, True)
            )
            return plain, full

    plain, full = asyncio.run(show())
    assert "0000" not in paper.getvalue()
    assert "010180-****" in paper.getvalue()
    assert "010180-0000" not in plain
    assert "0101800000" in full
