"""Two letters nobody should trust: one with tricks in its HTML, one that borrows a name."""

from post_office.demo.days import Days
from post_office.demo.letter import Letter, link, main
from post_office.demo.offices import PARCELS, PRETENDER
from post_office.demo.prose import prose, written
from post_office.demo.sheets import html_file
from post_office.memo.message import File

_TURNED = "\u202e"  # right-to-left override: shows what follows backwards


def doubtful_letters(days: Days) -> tuple[Letter, ...]:
    """Give them, newest first."""
    return (_pretender(days), _tricks(days))


def _tricks(days: Days) -> Letter:
    page = File(
        name=f"faktura{_TURNED}fdp.html",
        content=written("tricks.da.html", days).encode(),
        media_type="text/html",
    )
    return Letter(
        name="tricks",
        office=PARCELS,
        subject=f"Din pakke venter {_TURNED}.rk 00,92 lateb",
        received=days.at(-11, "23.58"),
        documents=(main(page),),
    )


def _pretender(days: Days) -> Letter:
    letter = prose("refund_offer.da", days)
    confirm = link(
        "BEKRAEFT", "Bekræft din konto", "https://skat-refusion.konto-tjek.example/login"
    )
    return Letter(
        name="pretender",
        office=PRETENDER,
        subject="Du har 4.980,00 kr. til gode",
        received=days.at(-10, "3.14"),
        documents=(main(html_file("tilgode", letter), actions=(confirm,)),),
    )
