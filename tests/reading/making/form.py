"""A form that somebody has filled in: the answers live in its fields, not in the page's text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.reading.making.drawn import canvas, write, write_block

_MM = 72 / 25.4
_TEXTS = (
    ("Fulde navn", "Embla Strandskov"),
    ("Personnummer", "010180-0000"),
    ("Adresse", "Præstegårdsvej 8, 9999 Fjordby"),
    ("Telefon", "00 10 20 30"),
)
_NEEDS = (
    ("Rengøring", True),
    ("Indkøb af dagligvarer", True),
    ("Tøjvask", False),
    ("Personlig pleje", False),
)


def make(folder: Path) -> Iterator[Path]:
    """Make the form."""
    path = folder / "ansoegning.pdf"
    page = canvas(path, "Ansøgning om hjemmehjælp")
    page.setTitle("Ansøgning om hjemmehjælp")
    _draw(page)
    page.showPage()
    page.save()
    yield path


def _draw(page: Any) -> None:
    write(page, 20, 25, "Ansøgning om hjemmehjælp", "SansBold", 16)
    y = write_block(
        page, 20, 36, "Brug denne blanket, hvis du har svært ved at klare de daglige opgaver "
        "derhjemme. Vi svarer dig inden tre uger og kommer på besøg, før vi beslutter noget.",
        width=170,
    )  # fmt: skip
    write(page, 20, y + 5, "Oplysninger om dig", "SansBold", 12)
    y += 13
    for at, (label, value) in enumerate(_TEXTS):
        write(page, 20, y, label)
        _text(page, f"felt{at}", label, value, 70, y)
        y += 10
    write(page, 20, y + 3, "Hvad har du brug for hjælp til?", "SansBold", 12)
    y += 12
    for at, (label, is_on) in enumerate(_NEEDS):
        page.acroForm.checkbox(name=f"behov{at}", checked=is_on, x=20 * _MM,
                               y=_from_top(y), size=11, tooltip=label)  # fmt: skip
        write(page, 27, y, label)
        y += 8
    write(page, 20, y + 3, "Bor du alene?", "SansBold", 12)
    y += 12
    for x, label, is_on in ((20, "Ja", False), (50, "Nej", True)):
        page.acroForm.radio(name="alene", value=label, selected=is_on, x=x * _MM,
                            y=_from_top(y), size=11)  # fmt: skip
        write(page, x + 7, y, label)
    y += 10
    write(page, 20, y, "Hvornår passer et besøg?")
    page.acroForm.choice(
        name="besoeg", value="Eftermiddag", options=["Formiddag", "Eftermiddag", "Aften"],
        x=70 * _MM, y=_from_top(y) - 3, width=120, height=16, fontSize=10, forceBorder=True,
    )  # fmt: skip
    y += 12
    write(page, 20, y, "Bemærkninger")
    _text(page, "note", "Bemærkninger", "Ring gerne om eftermiddagen", 70, y)
    write_block(
        page, 20, y + 14, "Jeg giver kommunen lov til at hente oplysninger om mit helbred hos min "
        "egen læge. Samtykket kan trækkes tilbage når som helst.", width=170,
    )  # fmt: skip


def _text(page: Any, name: str, label: str, value: str, x: float, y: float) -> None:
    page.acroForm.textfield(
        name=name, tooltip=label, value=value, x=x * _MM, y=_from_top(y) - 3, width=300,
        height=16, fontSize=10, borderWidth=1, forceBorder=True,
    )  # fmt: skip


def _from_top(y: float) -> float:
    return 297 * _MM - y * _MM
