"""Write prose as the files a letter carries: plain text, HTML or PDF."""

from html import escape

from post_office.demo.paper import printed
from post_office.demo.prose import Block, Heading, Lines, Link, Paragraph, Points, Prose, Table
from post_office.memo.message import File


def text_file(name: str, prose: Prose) -> File:
    """Write prose as a plain text file."""
    text = "\n\n".join(_as_text(block) for block in prose.blocks) + "\n"
    return File(
        name=f"{name}.txt",
        content=text.encode(),
        media_type="text/plain",
        language=prose.language,
    )


def html_file(name: str, prose: Prose) -> File:
    """Write prose as an HTML page with real headings, lists and tables."""
    body = "\n".join(_as_html(block) for block in prose.blocks)
    page = (
        f'<!DOCTYPE html>\n<html lang="{prose.language}"><head><meta charset="utf-8">'
        f"<title>{escape(prose.title)}</title></head><body>\n{body}\n</body></html>\n"
    )
    return File(
        name=f"{name}.html",
        content=page.encode(),
        media_type="text/html",
        language=prose.language,
    )


def pdf_file(name: str, prose: Prose, *, size: int = 11) -> File:
    """Write prose as a PDF; `size` is the height of its letters in points."""
    return File(
        name=f"{name}.pdf",
        content=printed(prose, size=size),
        media_type="application/pdf",
        language=prose.language,
    )


def _as_text(block: Block) -> str:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            return text
        case Points(points=points):
            return "\n".join(f"- {point}" for point in points)
        case Lines(lines=lines):
            return "\n".join(lines)
        case Table(rows=rows):
            return "\n".join(_row_as_text(rows[0], row) for row in rows[1:])
        case Link(label=label, url=url):
            return f"{label}: {url}"


def _row_as_text(header: tuple[str, ...], row: tuple[str, ...]) -> str:
    """A row as a listener wants it: with two columns "name: value", else every cell named."""
    if len(header) == 2:
        return f"{row[0]}: {row[1]}"
    named = [f"{name} {cell}" for name, cell in zip(header[1:], row[1:], strict=True) if cell]
    return f"{row[0]}: {', '.join(named)}"


def _as_html(block: Block) -> str:
    match block:
        case Heading(text=text):
            return f"<h2>{escape(text)}</h2>"
        case Paragraph(text=text):
            return f"<p>{escape(text)}</p>"
        case Points(points=points):
            return "<ul>" + "".join(f"<li>{escape(p)}</li>" for p in points) + "</ul>"
        case Lines(lines=lines):
            return "<p>" + "<br>".join(escape(line) for line in lines) + "</p>"
        case Table(rows=rows):
            head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in rows[0])
            under = "".join(f"<tr>{_cells(row)}</tr>" for row in rows[1:])
            return f"<table><thead><tr>{head}</tr></thead><tbody>{under}</tbody></table>"
        case Link(label=label, url=url):
            return f'<p><a href="{escape(url)}">{escape(label)}</a></p>'


def _cells(row: tuple[str, ...]) -> str:
    return "".join(f"<td>{escape(cell)}</td>" for cell in row)
