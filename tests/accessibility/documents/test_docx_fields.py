"""Form fields of Word documents, content controls and those of old, become fields of the tree."""

import pytest

from mailbox_store.model.document_tree import Block, Field, FieldKind, Paragraph, Run
from tests.accessibility.documents.conftest import MakeDocx
from tests.accessibility.documents.reading_back import blocks, words
from tests.accessibility.documents.word_document import p, r, read


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(words=words(*runs))


def control(properties: str, text: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>"


def old(data: str, code: str, shown: str = "") -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin = char.format("begin").replace(
        "/></w:r>", f"><w:ffData>{data}</w:ffData></w:fldChar></w:r>"
    )
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return begin + instruction + char.format("separate") + r(shown) + char.format("end")


W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
TICKED = f'<w14:checkbox {W14}><w14:checked w14:val="1"/></w14:checkbox>'
ON = '<w:default w:val="1"/>'
CHOICE = (
    '<w:dropDownList><w:listItem w:displayText="Gift"/><w:listItem w:value="Ugift"/>'
    "</w:dropDownList>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            p("", more=control(TICKED, "☒") + r(" Ja")),
            [Field(label="Ja", kind=FieldKind.CHECK, checked=True)],
        ),
        (
            p("Navn: ", more=control("<w:text/>", "Bo Ø")),
            [Field(label="Navn", kind=FieldKind.TEXT, value="Bo Ø")],
        ),
        (
            p("Navn ", more=control("<w:showingPlcHdr/>", "Klik her")),
            [Field(label="Navn", kind=FieldKind.TEXT)],
        ),
        (
            p("Kære ", more=control("<w:text/>", "Bo") + r(", tak for sidst")),
            [paragraph("Kære Bo, tak for sidst")],
        ),
        (
            p("Stand: ", more=control(CHOICE, "Ugift")),
            [
                Field(
                    label="Stand",
                    kind=FieldKind.CHOICE,
                    value="Ugift",
                    options=("Gift", "Ugift"),
                )
            ],
        ),
        (
            p("Navn: ", more=old("<w:textInput/>", "FORMTEXT", "Bo")),
            [Field(label="Navn", kind=FieldKind.TEXT, value="Bo")],
        ),
        (
            p(
                "",
                more=old('<w:checkBox><w:default w:val="1"/></w:checkBox>', "FORMCHECKBOX")
                + r("Ja"),
            ),
            [Field(label="Ja", kind=FieldKind.CHECK, checked=True)],
        ),
        (
            p(
                "Stand:",
                more=old(
                    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/>'
                    '<w:listEntry w:val="b"/></w:ddList>',
                    "FORMDROPDOWN",
                ),
            ),
            [Field(label="Stand", kind=FieldKind.CHOICE, value="b", options=("a", "b"))],
        ),
        (
            p("☐ Ja ☒ Nej"),
            [
                Field(label="Ja", kind=FieldKind.CHECK),
                Field(label="Nej", kind=FieldKind.CHECK, checked=True),
            ],
        ),
    ],
)
def test_form_fields_of_every_age_are_fields(
    make_docx: MakeDocx, body: str, expected: list[Block]
) -> None:
    assert blocks(read(make_docx, body)) == expected


def test_a_document_cannot_write_our_marks(make_docx: MakeDocx) -> None:
    forged = "\ue0000h0\ue001"
    found = read(make_docx, p("", more=control(TICKED, "☒")) + p(forged))
    assert blocks(found)[1:] == [paragraph(forged)]
