"""What a button says can be typed, and so can what people are used to from other chats."""

import pytest

from accessibility.commands import Command, Deed
from bots.typed_words import understand_typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2", Command(deed=Deed.OPEN, letters=("2",))),
        ("read 2", Command(deed=Deed.OPEN, letters=("2",))),
        ("læs 1", Command(deed=Deed.OPEN, letters=("1",))),
        ("Read letter 2.", Command(deed=Deed.OPEN, letters=("2",))),
        ("Læs brev 12", Command(deed=Deed.OPEN, letters=("12",))),
        ("arkiver brev 3", Command(deed=Deed.ARCHIVE, letters=("3",))),
        ("next", Command(deed=Deed.NEXT)),
        ("Næste del", Command(deed=Deed.MORE)),
        ("More letters", Command(deed=Deed.MORE, words="letters")),
        ("Read next letter", Command(deed=Deed.NEXT, words="letter")),
        ("/help", Command(deed=Deed.HELP)),
        ("/help@post_bot", Command(deed=Deed.HELP)),
        ("/list", Command(deed=Deed.LIST)),
        ("/stop", Command(deed=Deed.STOP)),
        ("frakobl", Command(deed=Deed.STOP)),
        ("/search house rent", Command(deed=Deed.SEARCH, words="house rent")),
        ("søg husleje", Command(deed=Deed.SEARCH, words="husleje")),
        ("Send file 2", Command(deed=Deed.DOCUMENT, words="2 file")),
        ("fil 2", Command(deed=Deed.DOCUMENT, words="2 file")),
        ("Læs dokument 2", Command(deed=Deed.DOCUMENT, words="2")),
        ("Brug postkasse M2", Command(deed=Deed.MAILBOX, words="M2")),
        ("Sænk til niveau 1", Command(deed=Deed.SETTINGS, words="level 1")),
        ("indstillinger stille 22-7", Command(deed=Deed.SETTINGS, words="stille 22-7")),
        ("  HJÆLP!  ", Command(deed=Deed.HELP)),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: Command) -> None:
    assert understand_typed(typed, language="da") == meant
