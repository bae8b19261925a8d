"""A Word document becomes the tree its author meant: headings, numbers, fields, what was hidden."""

import pytest

from accessibility.documents.docx import read_docx
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import (
    Block,
    HeaderSource,
    Heading,
    Item,
    Lines,
    List,
    Paragraph,
    Run,
    Table,
)
from mailbox_store.model.warned import Warned
from tests.accessibility.documents.conftest import MakeDocx
from tests.accessibility.documents.reading_back import blocks, told, words
from tests.accessibility.documents.word_document import p, r, read


def heading(text: str, level: int) -> Heading:
    return Heading(words=words(text), level=level)


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(words=words(*runs))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("A", style="O1") + p("B", style="O2"), [heading("A", 1), heading("B", 2)]),
        (p("T", style="T1") + p("A", style="O1"), [heading("T", 1), heading("A", 2)]),
        (p("A", style="Egen") + p("b"), [heading("A", 3), paragraph("b")]),
        (
            p("Sådan klager du", style="Fed") + p("b"),
            [heading("Sådan klager du", 2), paragraph("b")],
        ),
        (p("A", run="<w:b/>") + p("b"), [heading("A", 2), paragraph("b")]),
    ],
)
def test_a_heading_is_known_by_its_level_or_its_name_in_danish_or_by_its_weight(
    make_docx: MakeDocx, body: str, expected: list[Block]
) -> None:
    assert blocks(read(make_docx, body)) == expected


def test_numbers_are_written_as_word_shows_them_and_go_on_after_other_text(
    make_docx: MakeDocx,
) -> None:
    body = p("a", number="10") + p("b", number="11") + p("midt") + p("c", number="10")
    first, middle, last = blocks(read(make_docx, body + p("d", number="20")))[:3]
    inner = List(items=(Item(words=words("b"), label="1.a)"),), ordered=True)
    assert first == List(items=(Item(words=words("a"), label="§ 1", inner=(inner,)),), ordered=True)
    assert middle == paragraph("midt")
    assert isinstance(last, List)
    assert last.items == (Item(words=words("c"), label="§ 2"),)


def test_a_numbered_heading_keeps_its_number_and_bullets_have_none(make_docx: MakeDocx) -> None:
    body = p("Regler", style="O1", number="10") + p("a", number="20") + p("b", number="20")
    items = (Item(words=words("a")), Item(words=words("b")))
    assert blocks(read(make_docx, body)) == [heading("§ 1 Regler", 1), List(items=items)]


@pytest.mark.parametrize(
    "run",
    [
        "<w:vanish/>",
        '<w:rStyle w:val="Skjult"/>',
        '<w:color w:val="FFFFFF"/>',
        '<w:sz w:val="2"/>',
    ],
)
def test_what_word_hides_is_left_out_and_told(make_docx: MakeDocx, run: str) -> None:
    found = read(make_docx, p("før ", more=r("NEJ", run)))
    assert told(found) == "før"
    assert found.warnings == (Warned(code="hidden-text"),)


def test_white_on_a_colour_and_hiding_switched_off_are_read(make_docx: MakeDocx) -> None:
    shade = '<w:shd w:fill="003366"/>'
    white = f'{shade}<w:color w:val="FFFFFF"/>'
    found = read(make_docx, p("A", run=white, more=r("B", '<w:vanish w:val="0"/>')))
    assert (told(found), found.warnings) == ("AB", ())


def test_deleted_words_are_not_read_and_inserted_ones_are(make_docx: MakeDocx) -> None:
    deleted = "<w:del><w:r><w:delText>NEJ</w:delText></w:r></w:del>"
    assert told(read(make_docx, p("A", more=f"{deleted}<w:ins>{r('B')}</w:ins>"))) == "AB"


def test_words_in_boxes_formulas_and_simple_fields_are_not_lost(make_docx: MakeDocx) -> None:
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{p('Kasse')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent {names}><mc:Choice>{box}</mc:Choice><mc:Fallback>"
        f"<w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    field = f'<w:fldSimple w:instr="DATE">{r("1. maj")}</w:fldSimple>'
    maths = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {maths}><m:r><m:t>x=2</m:t></m:r></m:oMath>"
    found = read(make_docx, p("Før ", more=both + field + formula) + p("Efter"))
    assert blocks(found) == [paragraph("Før 1. majx=2"), paragraph("Kasse"), paragraph("Efter")]


def cells(*texts: str, row: str = "", run: str = "", cell: str = "") -> str:
    inner = "".join(f"<w:tc><w:tcPr>{cell}</w:tcPr>{p(text, run=run)}</w:tc>" for text in texts)
    return f"<w:tr><w:trPr>{row}</w:trPr>{inner}</w:tr>"


STYLED = '<w:tblPr><w:tblStyle w:val="Pæn"/><w:tblLook w:firstRow="1"/></w:tblPr>'


@pytest.mark.parametrize(
    ("properties", "head", "source"),
    [
        ("", cells("Dato", "Kr.", row="<w:tblHeader/>"), HeaderSource.TAGGED),
        (STYLED, cells("Dato", "Kr."), HeaderSource.RULED),
        ("", cells("Dato", "Kr.", cell='<w:shd w:fill="DDDDDD"/>'), HeaderSource.RULED),
        ("", cells("Dato", "Kr.", run="<w:b/>"), HeaderSource.RULED),
    ],
)
def test_the_header_of_a_table_is_known(
    make_docx: MakeDocx, properties: str, head: str, source: HeaderSource
) -> None:
    rows = cells("1. maj", "10") + cells("1. juni", "20")
    (found,) = blocks(read(make_docx, f"<w:tbl>{properties}{head}{rows}</w:tbl>"))
    assert isinstance(found, Table)
    assert (found.header, found.header_source) == ((words("Dato"), words("Kr.")), source)
    assert found.rows[0] == (words("1. maj"), words("10"))


def test_headers_footers_and_the_language_are_kept(make_docx: MakeDocx) -> None:
    english = r(" Please call us if you have questions", '<w:lang w:val="en-GB"/>')
    body = p("Ring til os, hvis du har spørgsmål til det, som der står her.", more=english)
    tree = read(make_docx, body, header1=p("Odense"), footer1=p("Side 1")).tree
    assert tree is not None
    assert (tree.language, tree.removed) == ("da-DK", ("Odense", "Side 1"))
    assert isinstance(tree.blocks[0], Paragraph)
    assert tree.blocks[0].words[1].language == "en-GB"


def test_a_footnote_has_its_sign_at_its_place_and_its_words_at_the_end(make_docx: MakeDocx) -> None:
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{p("Se loven.")}</w:footnote>'
    found = blocks(read(make_docx, p("Beløbet 500", more=sign + r(" kr.")), footnotes=notes))
    note = List(items=(Item(words=words("Se loven."), label="[1]"),), ordered=True)
    assert found == [paragraph("Beløbet 500 [1] kr."), note]


def test_lines_stay_lines(make_docx: MakeDocx) -> None:
    body = p("Vej 1", more="<w:r><w:br/></w:r>" + r("5000 By"))
    assert blocks(read(make_docx, body)) == [Lines(lines=(words("Vej 1"), words("5000 By")))]


def test_paragraphs_without_space_behind_them_are_lines_until_an_empty_one(
    make_docx: MakeDocx,
) -> None:
    body = p("Vej 1", style="Tæt") + p("5000 By", style="Tæt") + p("", style="Tæt")
    address = Lines(lines=(words("Vej 1"), words("5000 By")))
    found = blocks(read(make_docx, body + p("Kære Bo", style="Tæt") + p("Hej")))
    assert found == [address, paragraph("Kære Bo"), paragraph("Hej")]


@pytest.mark.parametrize(
    "body",
    ["<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000, "<w:p>", "<x:y/>"],
)
def test_a_broken_document_is_unreadable(make_docx: MakeDocx, body: str) -> None:
    assert read_docx(make_docx(body)).reading is Reading.UNREADABLE


def test_a_broken_style_sheet_does_not_take_the_words_along(make_docx: MakeDocx) -> None:
    assert told(read(make_docx, p("Betal nu"), styles="<w:style>")) == "Betal nu"
