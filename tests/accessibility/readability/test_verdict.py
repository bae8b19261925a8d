"""The verdict on trees made by hand: each check, and how reasons weigh together."""

import pytest

from accessibility.readability.verdict import REASONS, ease_of, readability_of
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Ease,
    Field,
    FieldKind,
    Figure,
    HeaderSource,
    Heading,
    Item,
    List,
    Notice,
    PageBreak,
    Paragraph,
    Raw,
    Run,
    Table,
    Trust,
)
from mailbox_store.model.warned import Warned

PDF, HTML = "application/pdf", "text/html; charset=utf-8"
DANISH = (
    "Vi har modtaget din ansøgning om boligstøtte. Du skal sende os dine lønsedler inden tre uger. "
    "Hvis du ikke gør det, kan vi ikke behandle sagen. Skriv til os, når du har fundet dem. "
)
ENGLISH = "We have received your letter, and we will write to you when we have looked at the case. "
WRITTEN = Paragraph(words=(Run(DANISH),))
CELL = (Run("500 kr."),)


def tree_of(*blocks: Block, trust: Trust = Trust.TAGGED, language: str = "da",
            warnings: tuple[str, ...] = (), pages: int | None = None) -> DocumentTree:  # fmt: skip
    told = tuple(
        Warned(code=code, detail=detail)
        for code, _, detail in (warning.partition(" ") for warning in warnings)
    )
    return DocumentTree(trust=trust, blocks=blocks, language=language, warnings=told, pages=pages)


def reasons_of(tree: DocumentTree, *, kind: str = PDF) -> list[str]:
    """Give the reasons of a verdict as "code detail"."""
    verdict = readability_of(tree, kind=kind)
    return [f"{reason.code} {reason.detail}".strip() for reason in verdict.reasons]


def table(source: HeaderSource, *, rows: int = 2) -> Table:
    header = () if source is HeaderSource.NONE else (CELL,)
    return Table(header=header, rows=((CELL,),) * rows, header_source=source)


def test_a_tagged_letter_in_plain_words_can_be_listened_to_well() -> None:
    whole = tree_of(
        Heading(words=(Run("Boligstøtte"),), level=1),
        WRITTEN,
        WRITTEN,
        Paragraph(words=(Run("Se "), Run("reglerne for boligstøtte", "https://borger.dk/bolig"))),
        table(HeaderSource.TAGGED),
        Figure(alt="Kommunens våben"),
        Field(label="Navn", kind=FieldKind.TEXT),
    )
    verdict = readability_of(whole, kind=PDF)
    assert (verdict.ease, verdict.reasons) == (Ease.GOOD, ())
    assert verdict.lix is not None
    assert verdict.lix < 40


@pytest.mark.parametrize(
    ("reading", "code"),
    [
        (Reading.NO_TEXT, "no-text"),
        (Reading.ENCRYPTED, "encrypted"),
        (Reading.UNREADABLE, "unreadable"),
        (Reading.UNKNOWN_TYPE, "unknown-type"),
    ],
)
def test_what_was_not_read_is_said_and_nothing_else(reading: Reading, code: str) -> None:
    verdict = readability_of(tree_of(), kind=PDF, reading=reading)
    assert verdict.ease is Ease.POOR
    assert [reason.code for reason in verdict.reasons] == [code]
    assert verdict.lix is None


def test_a_document_of_pictures_and_page_breaks_has_no_text() -> None:
    pictures = (Figure(alt=""), PageBreak(page=2), Notice(code="x"))
    assert reasons_of(tree_of(*pictures)) == ["no-text"]
    assert "no-text" not in reasons_of(tree_of(Raw(text="Hej")))


def test_only_a_pdf_without_tags_is_said_to_have_none() -> None:
    untagged = tree_of(WRITTEN, trust=Trust.LAYOUT)
    assert reasons_of(untagged) == ["not-tagged"]
    assert reasons_of(untagged, kind=HTML) == []
    assert readability_of(untagged, kind=PDF).ease is Ease.FAIR


def test_what_a_machine_read_is_said_and_not_blamed_for_its_language() -> None:
    assert reasons_of(tree_of(WRITTEN, trust=Trust.OCR, language="")) == ["machine-read"]
    assert reasons_of(tree_of(WRITTEN, warnings=("machine-read 2",))) == ["machine-read"]


@pytest.mark.parametrize(
    ("tag", "text", "reasons"),
    [
        ("", DANISH, ["language-untold"]),
        ("en-GB", DANISH, ["language-differs en-GB/da"]),
        ("da", ENGLISH, ["language-differs da/en"]),
        ("da-DK", DANISH, []),
        ("kl", "Allakkat tiguvarput.", []),  # Greenlandic: nothing that we know
    ],
)
def test_the_language_is_told_and_agrees_with_the_text(
    tag: str, text: str, reasons: list[str]
) -> None:
    assert reasons_of(tree_of(Paragraph(words=(Run(text),)), language=tag)) == reasons


def test_words_marked_as_another_language_are_no_contradiction() -> None:
    marked = Paragraph(words=(Run(ENGLISH * 9, "", "en"),))
    assert reasons_of(tree_of(WRITTEN, marked)) == []
    assert reasons_of(tree_of(marked, language="")) == []


def test_plain_text_cannot_say_its_language_and_shows_its_addresses() -> None:
    link = Run("https://borger.dk/bolig", "https://borger.dk/bolig")
    plain = tree_of(WRITTEN, Paragraph(words=(link,)), trust=Trust.PLAIN, language="")
    assert reasons_of(plain, kind="text/plain") == []


def test_tables_without_told_headers_are_counted() -> None:
    sources = (HeaderSource.NONE, HeaderSource.GUESSED, HeaderSource.RULED, HeaderSource.TAGGED)
    tables = tree_of(WRITTEN, *map(table, sources), table(HeaderSource.NONE, rows=1))
    assert reasons_of(tables) == ["tables-without-headers 2/4"]


def test_pictures_and_fields_without_words_are_counted_inside_lists_too() -> None:
    inner = (Figure(alt=""), Field(label="", kind=FieldKind.CHECK))
    items = (Item(words=(Run("Et punkt"),), inner=inner),)
    fields = tree_of(
        WRITTEN,
        List(items=items),
        Figure(alt="Kort"),
        Field(label="Navn", kind=FieldKind.TEXT),
    )
    assert reasons_of(fields) == ["pictures-without-text 1/2", "fields-without-names 1/2"]


@pytest.mark.parametrize(
    ("words", "is_said"),
    [
        ("her", True),
        ("Klik her!", True),
        ("LÆS  MERE", True),
        ("https://borger.dk/boligstoette?a=1", True),
        ("www.borger.dk/boligstoette", True),
        ("www.borger.dk", False),
        ("borger.dk", False),
        ("Læs mere om boligstøtte", False),
        ("post@a.example", False),
    ],
)
def test_links_are_weighed_by_their_words(words: str, *, is_said: bool) -> None:
    link = Paragraph(words=(Run("Se "), Run(words, "https://borger.dk/x"), Run(".")))
    assert reasons_of(tree_of(WRITTEN, link)) == ["links-without-meaning 1/1"] * is_said


def test_a_link_in_two_runs_is_one_link() -> None:
    link = "https://borger.dk/x"
    pieces = Paragraph(words=(Run("Regler for ", link), Run("her", link, "da")))
    assert reasons_of(tree_of(WRITTEN, pieces)) == []


def test_a_long_text_needs_headings_and_a_short_one_does_not() -> None:
    long = (WRITTEN,) * 17  # of 34 words each
    assert reasons_of(tree_of(*long)) == ["no-headings 578"]
    assert reasons_of(tree_of(*long[:14])) == []
    assert reasons_of(tree_of(Heading(words=(Run("Støtte"),), level=2), *long)) == []


def test_heavy_language_is_a_reason() -> None:
    heavy = "Kommunalbestyrelsen udbetaler boligsikringsydelser efter ansøgning. " * 12
    verdict = readability_of(tree_of(Paragraph(words=(Run(heavy),))), kind=PDF)
    assert verdict.lix == 85  # five words a sentence, four of them long
    assert verdict.reasons == (Warned(code="language-very-heavy", detail="85"),)
    assert verdict.ease is Ease.FAIR


@pytest.mark.parametrize(
    ("warnings", "pages", "reasons", "ease"),
    [
        (("page-unreadable 3",), 12, ["pages-unreadable 1/12"], Ease.FAIR),
        (("page-unreadable 1", "page-unreadable 2"), 4, ["pages-mostly-unreadable 2/4"], Ease.POOR),
        (("page-unreadable 1",), None, ["pages-unreadable 1/1"], Ease.FAIR),
        (("layout-uncertain",), 1, ["layout-uncertain"], Ease.POOR),
        (("garbled",), 1, ["garbled"], Ease.POOR),
        (("hidden-text",), 1, ["hidden-text"], Ease.GOOD),
        (("cut", "link-differs her"), 1, [], Ease.GOOD),
    ],
)
def test_what_the_readers_warn_of_is_weighed(
    warnings: tuple[str, ...], pages: int | None, reasons: list[str], ease: Ease
) -> None:
    tree = tree_of(WRITTEN, warnings=warnings, pages=pages)
    assert reasons_of(tree) == reasons
    assert readability_of(tree, kind=PDF).ease is ease


@pytest.mark.parametrize(
    ("codes", "ease"),
    [
        ([], Ease.GOOD),
        (["language-untold"], Ease.GOOD),
        (["language-untold", "hidden-text"], Ease.FAIR),
        (["not-tagged"], Ease.FAIR),
        (["not-tagged", "no-headings", "machine-read"], Ease.FAIR),
        (["not-tagged", "no-headings", "machine-read", "language-differs"], Ease.POOR),
        (["layout-uncertain"], Ease.POOR),
        (["of a later version"], Ease.GOOD),
    ],
)
def test_reasons_weigh_together(codes: list[str], ease: Ease) -> None:
    assert ease_of(tuple(Warned(code=code) for code in codes)) is ease


def test_every_reason_can_be_stored() -> None:
    assert all(len(code) <= 40 for code in REASONS)
