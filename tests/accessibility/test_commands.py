"""Typed words into deeds, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.commands import Command, Deed, NotUnderstoodCommand, name_of, understand


@pytest.mark.parametrize(
    ("typed", "deed", "letters", "words"),
    [
        ("", Deed.MORE, (), ""),
        ("3", Deed.OPEN, ("3",), ""),
        ("L12", Deed.OPEN, ("L12",), ""),
        ("archive 1 3-5", Deed.ARCHIVE, ("1", "3", "4", "5"), ""),
        ("arkiver 1,3", Deed.ARCHIVE, ("1", "3"), ""),
        ("a", Deed.ARCHIVE, (), ""),
        ("LÆS 2", Deed.OPEN, ("2",), ""),
        ("/to ord", Deed.SEARCH, (), "to ord"),
        ("søg boligstøtte", Deed.SEARCH, (), "boligstøtte"),
        ("search 12", Deed.SEARCH, (), "12"),
        ("move 1 2 My home", Deed.MOVE, ("1", "2"), "My home"),
        ("note ring 4 times", Deed.NOTE, (), "ring 4 times"),
        ("fort", Deed.UNDO, (), ""),
        ("q", Deed.QUIT, (), ""),
        ("?", Deed.HELP, (), ""),
    ],
)
def test_words_become_deeds(typed: str, deed: Deed, letters: tuple[str, ...], words: str) -> None:
    assert understand(typed, language="en") == Command(deed=deed, letters=letters, words=words)


def test_what_is_not_clear_is_offered_and_not_done() -> None:
    assert understand("serch", language="en") == NotUnderstoodCommand(
        typed="serch", nearest=("search",)
    )
    doubt = understand("re", language="en")
    assert isinstance(doubt, NotUnderstoodCommand)
    assert doubt.nearest == ("open", "restore", "removenote", "readability", "rewind", "repeat")


def test_a_huge_range_is_not_done_in_part() -> None:
    assert understand("bin 1-999999", language="en") == Command(
        deed=Deed.BIN, letters=("1-999999",)
    )


@pytest.mark.parametrize("deed", list(Deed))
def test_every_deed_has_a_word_in_each_language_that_means_it(deed: Deed) -> None:
    for language in ("en", "da"):
        understood = understand(name_of(deed, language=language), language=language)
        assert isinstance(understood, Command)
        assert understood.deed is deed


@given(st.text(max_size=60))
def test_any_line_is_answered(line: str) -> None:
    assert isinstance(understand(line, language="da"), Command | NotUnderstoodCommand)


def test_what_sentences_tell_to_type_may_be_typed_with_the_name_of_the_program() -> None:
    assert understand("brevdue chats unlink 2", language="en") == Command(
        deed=Deed.CHATS, words="unlink 2"
    )


def test_who_unlinks_in_a_hurry_is_not_sent_to_link() -> None:
    assert understand("frakobl 2", language="da") == Command(deed=Deed.CHATS, words="frakobl 2")
