"""Words that run in another direction than their page: at its edge they are no part of the text."""

from collections.abc import Sequence

from accessibility.documents.layout.pages import PlacedBlock
from accessibility.documents.page_marks import Piece
from accessibility.documents.pdf.page_frame import PageFrame
from mailbox_store.model.document_tree import Paragraph, Run

_EDGE = 0.09  # of the page's width: where a form's number or a print mark stands
_FEW = 0.5  # of the words: more turned ones are said, wherever they stand


def put_turned_words(
    directions: Sequence[Sequence[Piece]], frame: PageFrame, upright: int
) -> tuple[list[PlacedBlock], list[str]]:
    """Give what is said as paragraphs in its place, and what is only kept."""
    said: list[PlacedBlock] = []
    kept: list[str] = []
    for stretch in (stretch for pieces in directions for stretch in _stretches(pieces)):
        text = " ".join(piece.text for piece in stretch)
        x0, x1 = min(p.x0 for p in stretch), max(p.x1 for p in stretch)
        edge = _EDGE * frame.width
        at_edge = x1 < edge or x0 > frame.width - edge
        if at_edge and len(stretch) < _FEW * upright:
            kept.append(text)
            continue
        block = Paragraph(words=(Run(text),))
        top, bottom = min(p.top for p in stretch), max(p.bottom for p in stretch)
        said.append(PlacedBlock(block, x0, top, x1, bottom))
    return said, kept


def _stretches(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Part words that were drawn one after the other where the next is far away."""
    stretches: list[list[Piece]] = []
    for piece in pieces:
        if stretches and _is_near(stretches[-1][-1], piece):
            stretches[-1].append(piece)
        else:
            stretches.append([piece])
    return stretches


def _is_near(before: Piece, piece: Piece) -> bool:
    across = max(before.x0, piece.x0) - min(before.x1, piece.x1)
    down = max(before.top, piece.top) - min(before.bottom, piece.bottom)
    return max(across, down) < 1.5 * piece.size
