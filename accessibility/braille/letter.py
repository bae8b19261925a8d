"""A letter's documents as pages of braille: what faces call."""

from collections.abc import Iterable, Iterator, Sequence

from accessibility.braille.louis import BLANK, LONGEST, translate
from accessibility.braille.page_layout import CellPassage, Page, PageSize, laid_out
from accessibility.braille.passages import Passage, opening_passages, passages_of
from accessibility.braille.print_signs import braille_signs
from accessibility.braille.tables import Grade, table_for
from accessibility.wording import Say
from mailbox_store.model.document_tree import DocumentTree
from mailbox_store.model.party import Party


def braille_pages(
    trees: Iterable[DocumentTree],
    say: Say,
    *,
    grade: Grade = Grade.UNCONTRACTED,
    size: PageSize | None = None,
    opening: Sequence[str] = (),
    sender: Party | None = None,
) -> list[Page]:
    """Write documents in braille, one after the other, on numbered pages.

    `opening` are lines in the person's language that come first: who, when, what. With a `sender`
    a link that leads elsewhere is warned of. Each run of words is written by the table of its
    language. Blocks while liblouis works (0.2 s for a long letter): call it in a thread.

    Raises `BrailleUnavailable` where liblouis or a table is missing.
    """
    passages = list(opening_passages(opening, say))
    language = say.language
    for tree in trees:
        language = tree.language or language
        passages += passages_of(tree, say, sender=sender)
    return laid_out(_in_cells(passages, grade, language), size or PageSize())


def _in_cells(passages: list[Passage], grade: Grade, language: str) -> Iterator[CellPassage]:
    """Translate all passages, with one run of liblouis for each table."""
    asked: dict[str, list[str]] = {}
    places: list[list[tuple[str, int, bool]]] = []  # table, which of its pieces, blank before
    for passage in passages:
        here = []
        for tag, text in passage.words:
            table = table_for(tag, grade, otherwise=language)
            of_table = asked.setdefault(table, [])
            for piece, is_joined in _pieces(text):
                here.append((table, len(of_table), not is_joined))
                of_table.append(piece)
        places.append(here)
    told = {table: translate(pieces, table) for table, pieces in asked.items()}
    for passage, here in zip(passages, places, strict=True):
        cells = "".join(
            (BLANK if is_apart else "") + told[table][which] for table, which, is_apart in here
        )
        yield CellPassage(
            cells=cells.strip(BLANK),
            first=passage.first,
            rest=passage.rest,
            is_centred=passage.is_centred,
            is_apart=passage.is_apart,
            is_kept=passage.is_kept,
        )


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text into what liblouis takes at once, at blanks where there are any.

    Each piece comes with whether it is joined to what is before it without a blank.
    """
    is_joined = text[:1] == text[:1].strip() != ""
    line = braille_signs(text)
    while len(line) > LONGEST:
        end = line.rfind(" ", 0, LONGEST + 1)
        cut = end if end > 0 else LONGEST
        yield line[:cut], is_joined
        is_joined = end <= 0
        line = line[cut:].lstrip(" ")
    if line:
        yield line, is_joined
    if text[-1:].isspace():
        yield "", False
