"""Letters that python-docx makes as people make them in Word; one printed by LibreOffice, too."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.reading.making.office import as_pdf, make_timeless

_HEARING = (
    ("b", "Vi overvejer at ændre din boligstøtte"),
    ("p", "Kære Aslaug Kirkeby"),
    ("p", "Vi har fået oplysninger fra skatteforvaltningen, som ikke passer med det, du selv har "
          "oplyst. Derfor vil vi høre din mening, før vi træffer en afgørelse."),
    ("b", "Det har vi fået oplyst"),
    ("t", ""),
    ("b", "Hvad det betyder for dig"),
    ("p", "Hvis indkomsten er rigtig, falder støtten fra 1. februar 2027. Du skal også betale en "
          "del af den støtte tilbage, som du har fået i efteråret. Vi regner først på det, når vi "
          "har hørt fra dig."),
    ("b", "Sådan svarer du"),
    ("n", "Skriv, hvilke tal der er forkerte."),
    ("n", "Vedlæg lønsedler eller en årsopgørelse."),
    ("n", "Send svaret, så vi har det senest den 15. december 2026."),
    ("p", "Hører vi ikke fra dig, bruger vi de nye tal. Du kan bede om mere tid, hvis du har brug "
          "for at få hjælp fra en rådgiver eller en pårørende."),
    ("p", "Med venlig hilsen"),
    ("p", "Viggo Træden-Holm\nfuldmægtig"),
)  # fmt: skip
_INCOMES = (
    ("Hvem", "Oplyst af dig", "Oplyst af skat"),
    ("Aslaug Kirkeby", "212.400 kr.", "241.980 kr."),
    ("Loke Kirkeby, søn", "0 kr.", "38.515 kr."),
    ("Hele husstanden", "212.400 kr.", "280.495 kr."),
)
_SCHOOL = (
    ("h1", "Klar til første skoledag"),
    ("p", "Kære Eskild og familie"),
    ("p", "Nu nærmer sommerferien sig sin afslutning, og vi glæder os til at tage imod 14 nye børn "
          "og deres forældre i 0. klasse på Bakkeskolen."),
    ("h2", "Husk i skoletasken"),
    ("1", "Penalhus med"),
    ("2", "to blyanter, som er spidset"),
    ("2", "viskelæder og blyantspidser"),
    ("2", "farveblyanter i mindst seks farver"),
    ("1", "Madpakke og drikkedunk"),
    ("1", "Skiftetøj i en pose med navn"),
    ("2", "regntøj fra september"),
    ("2", "flyverdragt fra november"),
    ("h2", "Sådan foregår dagen"),
    ("n", "Vi mødes klokken 9 i skolegården, hvor flaget bliver hejst."),
    ("n", "Børnene går ind sammen med deres lærer, mens forældrene får kaffe."),
    ("n", "Dagen slutter klokken 11.30 i klassen."),
    ("h2", "Fritidsordning"),
    ("p", "Pladsen i fritidsordningen gælder fra den 1. august. Prisen fremgår af kommunens "
          "hjemmeside, og søskende får rabat. Meld afbud i systemet, hvis barnet er sygt."),
    ("p", "Mange hilsner"),
    ("p", "Gudny Skovfoged\nbørnehaveklasseleder"),
)  # fmt: skip


def make(folder: Path) -> Iterator[Path]:
    """Make each letter."""
    hearing = folder / "partshoering.docx"
    _hearing().save(str(hearing))
    make_timeless(hearing)
    yield hearing
    yield as_pdf(hearing, folder / "partshoering.pdf", tagged=False)
    school = folder / "skolestart.docx"
    _school().save(str(school))
    make_timeless(school)
    yield school
    yield as_pdf(school, folder / "skolestart.pdf", tagged=True)


def _empty(title: str) -> Any:
    from docx import Document  # type: ignore[import-not-found,import-untyped,unused-ignore]

    document = Document()
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.created = datetime(2026, 1, 1, tzinfo=UTC)
    document.styles["Normal"].font.name = "Liberation Sans"
    for level in (1, 2):
        document.styles[f"Heading {level}"].font.name = "Liberation Sans"
    return document


def _hearing() -> Any:
    """No style but Normal: every heading is a bold line, as most people write."""
    document = _empty("")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Ydelseskontoret · Fjordby Kommune"
    section.footer.paragraphs[0].text = "Ydelseskontoret · Torvet 2 · 9999 Fjordby · 00 66 77 88"
    document.add_paragraph("Aslaug Kirkeby\nGl. Færgevej 9\n9999 Fjordby")
    document.add_paragraph("20. november 2026\nSag: 26-S-00918")
    for kind, words in _HEARING:
        if kind == "t":
            _table(document)
            document.add_paragraph("")
        elif kind == "n":
            document.add_paragraph(words, style="List Number")
        else:
            run = document.add_paragraph().add_run(words)
            run.bold = kind == "b"
    return document


def _table(document: Any) -> None:
    table = document.add_table(rows=0, cols=3, style="Table Grid")
    for at, cells in enumerate(_INCOMES):
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.paragraphs[0].add_run(words).bold = at == 0


def _school() -> Any:
    """Real styles, lists within lists."""
    styles = {"1": "List Bullet", "2": "List Bullet 2", "n": "List Number", "p": "Normal"}
    document = _empty("Klar til første skoledag")
    for kind, words in _SCHOOL:
        if kind.startswith("h"):
            document.add_heading(words, level=int(kind[1]))
        else:
            document.add_paragraph(words, style=styles[kind])
    return document
