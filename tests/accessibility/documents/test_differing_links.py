"""Links that show one address and lead to another are told, whatever kind of file they stand in."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from accessibility.documents.differing_links import differing_links
from accessibility.documents.frames import Asked
from accessibility.documents.kinds import PDF
from accessibility.documents.readers import load_reader
from mailbox_store.model.document_tree import (
    DocumentTree,
    HeaderSource,
    Item,
    List,
    Paragraph,
    Run,
    Table,
    Trust,
    Words,
)
from mailbox_store.model.warned import Warned


def tree_of(*words: Words) -> DocumentTree:
    """Make a document of paragraphs."""
    return DocumentTree(trust=Trust.TAGGED, blocks=tuple(Paragraph(words=one) for one in words))


@pytest.mark.parametrize(
    ("shown", "target"),
    [
        ("www.borger.dk", "https://evil.example/a"),
        ("https://borger.dk/", "https://borger.dk@evil.example/a"),
        ("Gå til https://borger.dk nu", "https://evil.example/a"),
        ("bo@a.example", "mailto:eva@evil.example"),
        ("borger.dk", "https://evil.example/a"),
        ("bank.com/konto", "https://evil.example/a"),
        ("nykredit.dk", "https://ny-kredit.dk/"),
    ],
)
def test_a_link_that_looks_like_another_address_is_told(shown: str, target: str) -> None:
    tree = tree_of((Run("Se "), Run(shown, link=target)))
    assert differing_links(tree) == (Warned(code="link-differs", detail=shown),)


@pytest.mark.parametrize(
    ("shown", "target"),
    [
        ("www.borger.dk", "https://www.borger.dk/post"),
        ("Log på", "https://evil.example/a"),
        ("bo@a.example", "mailto:bo@a.example?subject=Hej"),
        ("77 12 34 56", "tel:+4577123456"),
        ("vejledning.pdf", "https://borger.example/files/1"),
        ("setup.py", "https://borger.example/files/1"),
        ("https://en.\u2190wikipedia.org/wiki/Post", "https://en.wikipedia.org/wiki/Post"),
        ("bo@a.exampleにメール", "mailto:bo@a.example"),
    ],
)
def test_a_link_that_leads_where_its_words_say_is_no_warning(shown: str, target: str) -> None:
    assert differing_links(tree_of((Run(shown, link=target),))) == ()


def test_an_address_half_in_bold_is_one_address() -> None:
    evil = "https://evil.example/"
    words = (Run("www.bor", link=evil), Run("ger.dk", link=evil, language="da"))
    assert differing_links(tree_of(words)) == (Warned(code="link-differs", detail="www.borger.dk"),)


def test_links_in_tables_and_in_lists_inside_lists_are_looked_at() -> None:
    words = (Run("www.a.example", link="https://evil.example/"),)
    inner = List(items=(Item(words=(Run("www.b.example", link="https://evil.example/"),)),))
    outer = List(items=(Item(words=(Run("Se"),), inner=(inner,)),))
    tree = DocumentTree(
        trust=Trust.TAGGED,
        blocks=(Table(header=(), rows=((words,),), header_source=HeaderSource.NONE), outer),
    )
    assert [one.detail for one in differing_links(tree)] == ["www.a.example", "www.b.example"]


def test_of_very_many_only_some_are_told() -> None:
    many = [(Run(f"www.a{n}.example", link="https://evil.example/"),) for n in range(100)]
    assert len(differing_links(tree_of(*many))) == 20


def test_a_false_link_in_a_pdf_is_told() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.drawString(72, 700, "Betal her:")
    canvas.drawString(72, 680, "www.skat.example")
    canvas.linkURL("https://evil.example/betal", (72, 676, 170, 692))
    canvas.save()
    found = load_reader(Asked(kind=PDF))(file.getvalue())
    assert found.tree is not None
    assert Warned(code="link-differs", detail="www.skat.example") in found.tree.warnings
