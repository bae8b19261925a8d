"""Writes flat ODT files (one XML file) with real styles: headings, lists, tables, footnotes."""

from html import escape

_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def style(name: str, paragraph: str = "", text: str = "", *, level: int = 0) -> str:
    """Give a named paragraph style."""
    outline = f' style:default-outline-level="{level}"' if level else ""
    return (
        f'<style:style style:name="{name}" style:display-name="{name.replace("_20_", " ")}"'
        f' style:family="paragraph"{outline}>'
        f"<style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>"
    )


def p(words: str, name: str = "Standard") -> str:
    """Give a paragraph; `words` may hold other elements and must be escaped."""
    return f'<text:p text:style-name="{name}">{words}</text:p>'


def lines(*words: str) -> str:
    """Give one paragraph of lines: an address."""
    return p("<text:line-break/>".join(map(escape, words)))


def h(words: str, level: int) -> str:
    """Give a heading."""
    name = f"Heading_20_{level}"
    return f'<text:h text:style-name="{name}" text:outline-level="{level}">{escape(words)}</text:h>'


def bullets(*items: str) -> str:
    """Give a bulleted list."""
    inner = "".join(f"<text:list-item>{p(escape(item), 'Item')}</text:list-item>" for item in items)
    return f'<text:list text:style-name="Bullets">{inner}</text:list>'


def link(words: str, to: str) -> str:
    """Give a link."""
    return f'<text:a xlink:type="simple" xlink:href="{escape(to)}">{escape(words)}</text:a>'


def note(number: int, words: str) -> str:
    """Give a footnote with its mark."""
    return (
        f'<text:note text:id="ftn{number}" text:note-class="footnote">'
        f"<text:note-citation>{number}</text:note-citation>"
        f"<text:note-body>{p(escape(words), 'Footnote')}</text:note-body></text:note>"
    )


def table(name: str, header: list[str], rows: list[list[str]]) -> str:
    """Give a table whose header row is repeated on each page."""
    columns = f'<table:table-column table:number-columns-repeated="{len(header)}"/>'
    return (
        f'<table:table table:name="{name}">{columns}<table:table-header-rows>'
        f"{_row(header, 'Head')}</table:table-header-rows>"
        + "".join(_row(row, "Cell") for row in rows)
        + "</table:table>"
    )


def _row(cells: list[str], name: str) -> str:
    inner = "".join(
        f'<table:table-cell table:style-name="Ruled" office:value-type="string">'
        f"{p(escape(cell), name)}</table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row>{inner}</table:table-row>"


PAGE_OF_PAGES = (
    "Side <text:page-number>1</text:page-number> af <text:page-count>2</text:page-count>"
)
_STYLES = (
    '<style:font-face style:name="Sans" svg:font-family="\'Liberation Sans\'"/>',
    style("Standard", 'fo:margin-bottom="0.25cm"', 'style:font-name="Sans" fo:font-size="10.5pt"'
          ' fo:language="da" fo:country="DK"'),
    style("Heading_20_1", 'fo:margin-top="0.7cm" fo:margin-bottom="0.3cm"',
          'style:font-name="Sans" fo:font-size="16pt" fo:font-weight="bold"', level=1),
    style("Heading_20_2", 'fo:margin-top="0.5cm" fo:margin-bottom="0.1cm"'
          ' fo:keep-with-next="always"',
          'style:font-name="Sans" fo:font-size="12pt" fo:font-weight="bold"', level=2),
    style("Heading_20_3", 'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm"'
          ' fo:keep-with-next="always"',
          'style:font-name="Sans" fo:font-size="10.5pt" fo:font-weight="bold"', level=3),
    style("Item", 'fo:margin-bottom="0.1cm"', 'style:font-name="Sans" fo:font-size="10.5pt"'),
    style("Small", 'fo:text-align="center"', 'style:font-name="Sans" fo:font-size="8pt"'),
    style("Footnote", "", 'style:font-name="Sans" fo:font-size="8.5pt"'),
    style("Head", "", 'style:font-name="Sans" fo:font-size="10pt" fo:font-weight="bold"'),
    style("Cell", "", 'style:font-name="Sans" fo:font-size="10pt"'),
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1"'
    ' text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode='
    '"label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab"'
    ' fo:text-indent="-0.5cm" fo:margin-left="1cm"/></style:list-level-properties>'
    "</text:list-level-style-bullet></text:list-style>",
)  # fmt: skip
_AUTOMATIC = (
    '<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties'
    ' fo:border="0.5pt solid #808080" fo:padding="0.16cm"/></style:style>'
    '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm"'
    ' fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style><style:header-footer-properties'
    ' fo:margin-bottom="0.6cm"/></style:header-style><style:footer-style>'
    '<style:header-footer-properties fo:margin-top="0.6cm"/></style:footer-style>'
    "</style:page-layout>"
)


def document(title: str, body: list[str], *, header: str = "", footer: str = "") -> str:
    """Give the whole file."""
    head = f"<style:header>{p(header, 'Small')}</style:header>" if header else ""
    foot = f"<style:footer>{p(footer, 'Small')}</style:footer>" if footer else ""
    fonts, *styles = _STYLES
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_SPACES} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        '<office:meta><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{escape(title)}</dc:title></office:meta>"
        f"<office:font-face-decls>{fonts}</office:font-face-decls>"
        f"<office:styles>{''.join(styles)}</office:styles>"
        f"<office:automatic-styles>{_AUTOMATIC}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard"'
        f' style:page-layout-name="A4">{head}{foot}</style:master-page></office:master-styles>'
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>"
    )
