"""The letters that the talks are about: one of each kind that a chat treats in its own way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from mailbox_store.model.document import DocumentType
from mailbox_store.model.party import IdType, Party
from tests.bots.talking import NOW
from tests.tui.letters import document, legal_notice, letter, store_with

HOSPITAL = Party(id_type=IdType.CVR, number="29190623", name="Bylderup Sygehus")
OTHER = Party(id_type=IdType.CPR, number="0202800000", name="Bo Prøve")  # has a mailbox, too
SECRET = "HEMMELIGORD"  # in a text: it must never be seen below level 3
_LONG = "Kære Anna\n\n" + "\n\n".join(
    f"Afsnit {n}. Kommunen skriver her om plan nummer {n} for havnen, så at alle kan læse den. "
    "Planen er lang, og den har mange afsnit, som hvert for sig siger noget nyt om havnen og om "
    "husene ved vandet. Svar er ikke nødvendigt."
    for n in range(1, 31)
)


def filled_store(path: Path) -> str:
    """Make a store with one mailbox of seven letters; gives its URL."""
    return store_with(
        path,
        [
            letter(1, subject="Affaldsordning", text="Kære Anna\n\nNye spande.\n\nVenlig hilsen"),
            letter(2, subject="Parkering", text="Kære Anna\n\nDin licens er fornyet."),
            letter(3, subject="Havneplan", text=_LONG),
            letter(
                4,
                subject="Bilag",
                documents=(
                    document("Kære Anna\n\nSe bilaget."),
                    document("Bilagets tekst.", type=DocumentType.ADDITIONAL, name="bilag.txt"),
                ),
            ),
            letter(5, subject="Boligstøtte", text=f"Kære Anna\n\nSvar os. {SECRET}",
                   reply_by=_noon(3)),
            letter(6, sender=HOSPITAL, subject="Indkaldelse til undersøgelse",
                   text=f"Kære Anna\n\nDu skal møde. {SECRET}"),
            legal_notice(7, subject="Stævning", text=f"De stævnes herved. {SECRET}"),
        ],
    )  # fmt: skip


def _noon(days: int) -> datetime:
    day = (NOW + timedelta(days=days)).date()
    return datetime(day.year, day.month, day.day, 11, tzinfo=UTC)
