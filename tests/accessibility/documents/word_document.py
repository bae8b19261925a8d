"""A small Word document written by hand: its styles, its numbers and the parts around its body."""

from accessibility.documents.docx import read_docx
from accessibility.documents.extract import Extract
from tests.accessibility.documents.conftest import MakeDocx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLACE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="O1"><w:name w:val="Overskrift 1"/></w:style>
<w:style w:type="paragraph" w:styleId="O2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Kommune afsnit"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Fed"><w:name w:val="Fed"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Tæt"><w:name w:val="Tæt"/>
  <w:pPr><w:spacing w:after="0"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Pæn"><w:name w:val="Pæn"/>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
"""
NUMBERS = """
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>
</w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
"""
EXTRA = {"styles": STYLES, "numbering": NUMBERS}


def p(text: str, *, style: str = "", run: str = "", number: str = "", more: str = "") -> str:
    """Write a paragraph; `number` is a numbering and its level."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    level = f'<w:numPr><w:ilvl w:val="{number[1:]}"/><w:numId w:val="{number[:1]}"/></w:numPr>'
    properties = named + (level if number else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}{more}</w:p>"


def r(text: str, run: str = "") -> str:
    """Write a run."""
    return f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(make_docx: MakeDocx, body: str, **parts: str) -> Extract:
    """Read a document with this body and these other parts."""
    extra, relations = {}, ""
    for number, (name, xml) in enumerate((EXTRA | parts).items()):
        kind = name.rstrip("0123456789")
        extra[f"word/{name}.xml"] = f"<w:{kind} {W}>{xml}</w:{kind}>".encode()
        relations += f'<Relationship Id="r{number}" Type="{KIND}/{kind}" Target="{name}.xml"/>'
    whole = f'<Relationships xmlns="{PLACE}">{relations}</Relationships>'
    extra["word/_rels/document.xml.rels"] = whole.encode()
    return read_docx(make_docx(body, extra=extra))
