"""The letter with tricks: what is read from it is what a person would have seen."""

import re
import unicodedata

from accessibility.reading_order import document_block
from accessibility.wording import wording_for
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.document import Reading
from mailbox_store.model.letter import Letter


def _tricky(letters: tuple[Letter, ...]) -> Letter:
    (letter,) = [x for x in letters if x.summary.sender_name == "Pakkecentralen"]
    return letter


def test_only_the_visible_amount_is_read(letters: tuple[Letter, ...]) -> None:
    (document,) = _tricky(letters).documents
    assert document.reading is Reading.READ
    assert "29,00 kr." in document.text
    for hidden in ("9.999", "7.777", "6.666", "5.555", "3.333"):
        assert hidden not in document.text


def test_no_script_style_or_frame_is_read(letters: tuple[Letter, ...]) -> None:
    (document,) = _tricky(letters).documents
    for trick in ("innerHTML", "display:none", "<", "ramme", "set.gif"):
        assert trick not in document.text


def test_a_link_says_where_it_really_leads(letters: tuple[Letter, ...]) -> None:
    (document,) = _tricky(letters).documents
    told = document_block(document, wording_for("da")).text
    assert "https://pakke-gebyr.example/betal?id=81" in told


def test_nothing_commands_a_terminal_or_turns_the_text_around(
    letters: tuple[Letter, ...],
) -> None:
    (document,) = _tricky(letters).documents
    kept = document.text.replace("\n", "")
    assert [c for c in kept if unicodedata.category(c) in ("Cc", "Cf")] == []
    (file,) = document.files
    assert file.name.isprintable()


def test_it_is_not_verified_and_asks_for_nothing(letters: tuple[Letter, ...]) -> None:
    letter = _tricky(letters)
    assert not letter.summary.sender_verified
    assert letter.actions == ()


async def test_the_bytes_of_the_tricks_are_kept_as_they_came(
    letters: tuple[Letter, ...], door: Mailbox
) -> None:
    letter = _tricky(letters)
    sha256 = letter.documents[0].files[0].sha256
    page = await door._repository.content(door.facts.id, letter.id, sha256)
    for trick in (
        rb"<script>",
        rb"\.vilkaar\{display:none",
        rb"font-size:0",
        b"\x1b\\[2J",
        rb"&#x202E;",
        rb"set\.gif",
    ):
        assert re.search(trick, page)
