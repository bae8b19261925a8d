"""Letters about where Alma lives: water, a carport (a thread of three), a scanned page."""

from post_office.demo.days import Days
from post_office.demo.letter import Kept, Letter, continues, link, main
from post_office.demo.offices import HOUSING_BENEFIT, TOWN, UTILITY
from post_office.demo.paper import pictured
from post_office.demo.prose import prose
from post_office.demo.sheets import html_file, pdf_file, text_file
from post_office.memo.message import File

_CASE = "BYG-2214"
_REPLY = "garage reply"  # Alma's own letter, which lies with the town


def home_letters(days: Days) -> tuple[Letter, ...]:
    """Give them, newest first."""
    return (_water(days), _decision(days), _scan(days), _receipt(days), _question(days))


def _water(days: Days) -> Letter:
    letter = prose("water_closed.en", days)
    return Letter(
        name="water closed",
        office=UTILITY,
        subject=letter.title,
        received=days.at(-2, "10.20"),
        documents=(main(text_file("water", letter)),),
    )


def _question(days: Days) -> Letter:
    letter = prose("garage_question.da", days)
    return Letter(
        name="garage question",
        office=TOWN,
        subject="Din ansøgning om carport på Skovbrynet 14",
        received=days.at(-54, "10.15"),
        desk="Byg og Miljø",
        case=_CASE,
        may_reply=True,
        reply_by=days.at(-40, "23.59"),
        documents=(main(text_file("carport", letter), pdf_file("carport", letter)),),
        kept=Kept(read=True),
    )


def _receipt(days: Days) -> Letter:
    letter = prose("garage_receipt.da", days)
    return Letter(
        name="garage receipt",
        office=TOWN,
        subject="SV: Din ansøgning om carport på Skovbrynet 14",
        received=days.at(-46, "8.01"),
        desk="Byg og Miljø",
        case=_CASE,
        replies=(continues("garage question", _REPLY), continues(_REPLY, "garage receipt")),
        documents=(main(text_file("kvittering", letter)),),
        kept=Kept(read=True),
    )


def _decision(days: Days) -> Letter:
    letter = prose("garage_decision.da", days)
    finished = link("BEKRAEFT", "Meld carporten færdig", "https://byg.bylderup.example/faerdig")
    return Letter(
        name="garage decision",
        office=TOWN,
        subject="Tilladelse til carport på Skovbrynet 14",
        received=days.at(-26, "13.37"),
        desk="Byg og Miljø",
        case=_CASE,
        may_reply=True,
        replies=(
            continues("garage question", _REPLY),
            continues(_REPLY, "garage receipt"),
            continues("garage receipt", "garage decision"),
        ),
        documents=(
            main(
                text_file("tilladelse", letter),
                html_file("tilladelse", letter),
                pdf_file("tilladelse", letter),
                actions=(finished,),
            ),
        ),
        kept=Kept(read=True, folder="Bolig"),
    )


def _scan(days: Days) -> Letter:
    """A page somebody put on a scanner: a picture, and nothing a screen reader can say."""
    picture = pictured(_scanned_rows(), title="Scan", language="da")
    scan = File(name="scan.pdf", content=picture, media_type="application/pdf")
    return Letter(
        name="scan",
        office=HOUSING_BENEFIT,
        subject="Kopi af din underskrevne lejekontrakt",
        received=days.at(-30, "14.44"),
        documents=(main(scan, label="Lejekontrakt"),),
    )


def _scanned_rows(*, width: int = 26, height: int = 290) -> tuple[bytes, ...]:
    """Draw what a page of type looks like from afar: words as black bars (0 bits) on white."""
    blank = bytes([0xFF]) * width
    rows = [blank] * height
    for line, top in enumerate(range(30, height - 40, 9)):
        if line % 6 == 5:
            continue  # the gap between two paragraphs
        words = bytes(0x01 if (line * 5 + place * 3) % 7 == 0 else 0x00 for place in range(20))
        rows[top : top + 4] = [b"\xff\xff\xff" + words + b"\xff\xff\xff"] * 4
    return tuple(rows)
