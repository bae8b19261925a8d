"""ODT as a tree: real packages made in memory, with what word processors write."""

import io
import zipfile
from collections.abc import Callable

import pytest

from accessibility.documents.extract import Extract
from accessibility.documents.odt import read_odt
from accessibility.tree_text import block_text, tree_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Field,
    FieldKind,
    Figure,
    HeaderSource,
    Heading,
    KeyValue,
    Lines,
    List,
    Paragraph,
    Run,
    Table,
    Trust,
)
from mailbox_store.model.tree_json import json_of_tree, tree_of_json
from mailbox_store.model.warned import Warned

MakeOdt = Callable[..., bytes]

_O = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    [f'xmlns:{name}="{_O}{name}:1.0"' for name in ("office", "text", "table", "style", "form")]
    + [f'xmlns:draw="{_O}drawing:1.0"', f'xmlns:svg="{_O}svg-compatible:1.0"']
    + [f'xmlns:fo="{_O}xsl-fo-compatible:1.0"', 'xmlns:xlink="http://www.w3.org/1999/xlink"']
    + ['xmlns:dc="http://purl.org/dc/elements/1.1/"']
)
_STYLES = (
    '<style:style style:name="B" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="V" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="E" style:family="text">'
    '<style:text-properties fo:language="en" fo:country="GB"/></style:style>'
    '<style:style style:name="D" style:family="paragraph">'
    '<style:text-properties fo:language="da" fo:country="DK"/></style:style>'
    '<style:style style:name="Overskrift_20_2" style:display-name="Overskrift 2"'
    ' style:family="paragraph"/>'
    '<style:style style:name="P9" style:family="paragraph"'
    ' style:parent-style-name="Overskrift_20_2"/>'
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2"'
    ' style:num-format="a" style:num-suffix=")"/></text:list-style>'
)


@pytest.fixture(scope="session")
def make_odt() -> MakeOdt:
    """Write a small ODT around the XML of its text."""

    def make(body: str, *, before: str = "", parts: dict[str, str] | None = None) -> bytes:
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            package.writestr(
                "content.xml",
                f"{before}<office:document-content {_SPACES}><office:automatic-styles>{_STYLES}"
                f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
                "</office:body></office:document-content>",
            )
            for name, xml in (parts or {}).items():
                package.writestr(name, f"<office:part {_SPACES}>{xml}</office:part>")
        return whole.getvalue()

    return make


@pytest.fixture
def read(make_odt: MakeOdt) -> Callable[..., DocumentTree]:
    """Read the XML of a text through a whole package and JSON."""

    def read(body: str, **more: dict[str, str]) -> DocumentTree:
        extract = read_odt(make_odt(body, **more))
        assert extract.tree is not None
        assert tree_of_json(json_of_tree(extract.tree)) == extract.tree
        return extract.tree

    return read


Read = Callable[..., DocumentTree]


def _one(tree: DocumentTree) -> Block:
    (block,) = tree.blocks
    return block


def test_headings_are_told_by_outline_or_by_style(read: Read) -> None:
    tree = read(
        '<text:h text:outline-level="1">Afgørelse</text:h><text:p>Tekst</text:p>'
        '<text:p text:style-name="P9">Regler</text:p>'
    )
    assert tree.trust is Trust.TAGGED
    assert [(type(b), getattr(b, "level", 0)) for b in tree.blocks] == [
        (Heading, 1),
        (Paragraph, 0),
        (Heading, 2),
    ]


def test_a_short_bold_paragraph_is_a_heading_only_where_there_is_no_other(read: Read) -> None:
    bold = (
        '<text:p><text:span text:style-name="B">Regler</text:span></text:p><text:p>Tekst</text:p>'
    )
    assert isinstance(read(bold).blocks[0], Heading)
    assert isinstance(read(bold + "<text:h>X</text:h>").blocks[0], Paragraph)


def test_line_breaks_blanks_and_tabs_are_kept_apart(read: Read) -> None:
    found = _one(read('<text:p>Vej<text:s text:c="2"/>1<text:line-break/>By<text:tab/>2</text:p>'))
    assert isinstance(found, Lines)
    assert block_text(found) == "Vej 1\nBy 2"


def test_lists_are_numbered_as_they_look(read: Read) -> None:
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('Inde', '')}</text:list>"
    more = "<text:p>Og mere</text:p>"
    found = _one(
        read(
            f'<text:list text:style-name="N">{item.format("Et", inner)}{item.format("To", more)}'
            "</text:list>"
        )
    )
    assert isinstance(found, List)
    assert found.ordered
    assert block_text(found) == "1. Et\na) Inde\n2. To\nOg mere"
    again = read(f"<text:list>{item.format('Uden', '')}</text:list>").blocks[0]
    assert isinstance(again, List)
    assert not again.ordered


def test_a_table_keeps_its_header_and_every_cell_in_its_column(read: Read) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    found = _one(
        read(
            "<table:table><table:table-header-rows><table:table-row>"
            f"{cell.format('Ydelse')}{cell.format('Dato')}{cell.format('Beløb')}"
            "</table:table-row></table:table-header-rows><table:table-row>"
            '<table:table-cell table:number-columns-spanned="2"><text:p>I alt</text:p>'
            f"</table:table-cell><table:covered-table-cell/>{cell.format('5 kr.')}"
            '</table:table-row><table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
            "</table:table>"
        )
    )
    assert isinstance(found, Table)
    assert found.header_source is HeaderSource.TAGGED
    assert found.rows == (((Run("I alt"),), (), (Run("5 kr."),)),)


def test_two_columns_without_a_header_are_names_with_values(read: Read) -> None:
    row = (
        "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell>"
        "<table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    )
    table = (
        f"<table:table>{row.format('Reg.nr.', '3574')}{row.format('Konto 2', '47')}</table:table>"
    )
    found = _one(read(table))
    assert isinstance(found, KeyValue)
    assert block_text(found) == "Reg.nr.: 3574\nKonto 2: 47"


def test_links_lead_on_and_never_to_a_program(read: Read) -> None:
    link = '<text:p><text:a xlink:href="{}">Læs mere</text:a> her</text:p>'
    found = _one(read(link.format("https://a.example/x")))
    assert isinstance(found, Paragraph)
    assert found.words == (Run("Læs mere", "https://a.example/x"), Run(" her"))
    assert _one(read(link.format("javascript:x()"))) == Paragraph(words=(Run("Læs mere her"),))


def test_what_is_hidden_is_left_out_and_told(read: Read) -> None:
    tree = read(
        '<text:p>Betal 100<text:span text:style-name="V">999</text:span> kr.</text:p>'
        '<text:section text:display="none"><text:p>Skjult</text:p></text:section>'
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Slettet</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    assert tree_text(tree) == "Betal 100 kr."
    assert tree.warnings == (Warned(code="hidden-text"),)


def test_notes_text_boxes_and_pictures_are_not_lost(read: Read) -> None:
    tree = read(
        "<text:p>Beløb<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Efter skat.</text:p></text:note-body></text:note> er udbetalt"
        "<draw:frame><draw:text-box><text:p>I en boks</text:p></draw:text-box></draw:frame>"
        "<draw:frame><svg:title>t</svg:title><svg:desc>Et kort</svg:desc><draw:image/>"
        "</draw:frame>.</text:p>"
    )
    assert list(map(block_text, tree.blocks)) == [
        "Beløb[1] er udbetalt.",
        "I en boks",
        "Et kort",
        "[1] Efter skat.",
    ]
    assert isinstance(tree.blocks[2], Figure)


def test_places_to_fill_in_and_form_controls_are_fields(read: Read) -> None:
    tree = read(
        "<office:forms><form:form><form:checkbox form:id='c' form:label='Jeg er enlig'"
        " form:current-state='checked'/></form:form></office:forms>"
        "<text:p>Navn: <text:placeholder>&lt;navn&gt;</text:placeholder></text:p>"
        "<text:p>By: <text:text-input>Odense</text:text-input></text:p>"
        "<text:p><draw:control draw:control='c'/></text:p>"
    )
    assert tree.blocks == (
        Field(label="Navn", kind=FieldKind.TEXT),
        Field(label="By", kind=FieldKind.TEXT, value="Odense"),
        Field(label="Jeg er enlig", kind=FieldKind.CHECK, checked=True),
    )


def test_title_language_and_running_footers_come_from_their_parts(read: Read) -> None:
    tree = read(
        '<text:p text:style-name="D">Dansk '
        '<text:span text:style-name="E">English</text:span></text:p>',
        parts={
            "meta.xml": "<dc:title>Afgørelse</dc:title>",
            "styles.xml": "<style:footer><text:p>Side 1 af 2</text:p></style:footer>",
        },
    )
    assert (tree.title, tree.language, tree.removed) == ("Afgørelse", "da-DK", ("Side 1 af 2",))
    assert tree.blocks == (Paragraph(words=(Run("Dansk "), Run("English", "", "en-GB"))),)


def _reading(content: bytes) -> Extract:
    return read_odt(content)


def test_entities_are_refused(make_odt: MakeOdt) -> None:
    before = '<!DOCTYPE x [<!ENTITY a "lol">]>'
    assert _reading(make_odt("<text:p>&a;</text:p>", before=before)).reading is Reading.UNREADABLE
    hidden = '<?xml version="1.0" encoding="cp037"?>'
    content = make_odt("<text:p>x</text:p>")
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(whole, "w") as target:
        xml = source.read("content.xml").decode()
        target.writestr("content.xml", (hidden + before + xml).encode("cp037"))
    assert _reading(whole.getvalue()).reading is Reading.UNREADABLE


def test_a_package_that_unpacks_without_end_is_refused(make_odt: MakeOdt) -> None:
    extract = _reading(make_odt(f"<text:p>{'A' * 51_000_000}</text:p>"))
    assert extract.warnings == (Warned(code="too-large"),)


def test_depth_costs_nothing(make_odt: MakeOdt) -> None:
    nested = "<table:table><table:table-row><table:table-cell>"
    ends = "</table:table-cell></table:table-row></table:table>"
    deep = _reading(make_odt(f"<text:p>Hej</text:p>{nested * 3000}<text:p>x</text:p>{ends * 3000}"))
    assert deep.tree is not None
    assert Warned(code="cut") in deep.warnings
    assert tree_text(deep.tree) == "Hej"


def test_a_damaged_or_locked_package_says_so(make_odt: MakeOdt) -> None:
    content = make_odt("<text:p>x</text:p>")
    assert _reading(content[:300]).reading is Reading.UNREADABLE
    assert _reading(make_odt("<text:p>x")).reading is Reading.UNREADABLE
    locked = make_odt("<text:p/>", parts={"META-INF/manifest.xml": "<encryption-data/>"})
    assert _reading(locked).reading is Reading.ENCRYPTED
