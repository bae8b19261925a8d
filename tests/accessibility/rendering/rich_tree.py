"""One tree with everything that a document can hold, and trees that Hypothesis makes."""

from hypothesis import strategies as st

from accessibility.tree_text import block_text
from mailbox_store.model.document_facts import Fact, FactKind
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Field,
    FieldKind,
    Figure,
    HeaderSource,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Notice,
    PageBreak,
    Paragraph,
    Raw,
    Run,
    Table,
    Trust,
    Words,
)
from mailbox_store.model.warned import Warned


def words(*parts: str | Run) -> Words:
    """Make words of texts and runs."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts)


def row(*cells: str) -> tuple[Words, ...]:
    """Make a row of a table."""
    return tuple(words(cell) if cell else () for cell in cells)


RATES = Table(
    header=row("Forfaldsdato", "Periode", "Beløb"),
    rows=(
        row("1. december 2026", "December", "1.234,50 kr."),
        row("1. januar 2027", "Januar", "1.234,50 kr."),
        row("I alt", "", "2.469,00 kr."),
    ),
    header_source=HeaderSource.RULED,
    caption=words("Udbetalinger"),
)
_BLOCKS: tuple[Block, ...] = (
    Heading(words=words("Afgørelse om boligstøtte"), level=1),
    Lines(lines=(words("Anna Prøve"), words("Lærkevej 12"), words("6372 Bylderup-Bov"))),
    Paragraph(
        words=words(
            "Du får 1.234,50 kr. om måneden. Svar senest den 15. december 2026. Læs mere på ",
            Run("boligstøttens side", "https://www.borger.dk/boligstoette"),
            " eller ",
            Run("skriv til os", "mailto:bolig@bylderup.example"),
            ".",
        )
    ),
    Heading(words=words("Det skal du gøre"), level=2),
    List(
        ordered=True,
        items=(
            Item(words=words("Læs afgørelsen."), label="1."),
            Item(
                words=words("Send os:"),
                label="2.",
                inner=(
                    List(
                        items=(
                            Item(words=words("din lønseddel"), label="a)"),
                            Item(words=words("din lejekontrakt"), label="b)"),
                        )
                    ),
                ),
            ),
            Item(words=words("Gem brevet."), label="3."),
        ),
    ),
    RATES,
    Table(
        header=(),
        rows=(row("Husleje", "6.940,00 kr."), row("Indkomst", "-500,00 kr.")),
        header_source=HeaderSource.NONE,
    ),
    Table(
        header=row("", "2025", "2026"),
        rows=(row("Boligstøtte", "0", "1.234,50"),),
        header_source=HeaderSource.GUESSED,
    ),
    KeyValue(
        pairs=(
            (words("Reg.nr.:"), words("3574")),
            (words("Mødes"), words("10. december 2026 kl. 9.15")),
        )
    ),
    KeyValue(
        pairs=(
            (words("DTSTART"), words("2026-12-10T09:15 Europe/Copenhagen")),
            (words("LOCATION"), words("Rådhuset, lokale 3")),
            (words("STATUS"), words("CONFIRMED")),
        )
    ),
    PageBreak(page=2),
    Field(label="Navn:", kind=FieldKind.TEXT, value="Anna Prøve"),
    Field(label="Telefon", kind=FieldKind.TEXT),
    Field(label="Jeg bor alene", kind=FieldKind.CHECK, checked=True),
    Field(label="Jeg har børn", kind=FieldKind.CHECK),
    Field(label="Ejer", kind=FieldKind.RADIO, checked=True),
    Field(label="Land", kind=FieldKind.CHOICE, value="Danmark", options=("Danmark", "Norge")),
    Field(label="Underskrift", kind=FieldKind.SIGNATURE),
    Paragraph(words=words(Run("Read this letter in English", language="en"), " hos os.")),
    Figure(alt="Kort over Bylderup"),
    Figure(alt=""),
    Notice(code="hidden-text"),
    Raw(text="  linje 1\n\n  linje 2"),
)


def _fact(kind: FactKind, value: str, written: str, block: int) -> Fact:
    at = block_text(_BLOCKS[block]).index(written)
    return Fact(kind=kind, value=value, quote=written, block=block, at=at, length=len(written))


RICH = DocumentTree(
    trust=Trust.OCR,
    language="da",
    blocks=_BLOCKS,
    warnings=(Warned(code="layout-uncertain"), Warned(code="cut")),
    removed=("Side 1 af 2", "Bylderup Kommune, CVR 12345678"),
    facts=(
        _fact(FactKind.AMOUNT, "1234.50 DKK", "1.234,50 kr.", 2),
        _fact(FactKind.DEADLINE, "2026-12-15", "15. december 2026", 2),
        _fact(FactKind.AMOUNT, "2469.00 DKK", "2.469,00 kr.", 5),
        _fact(FactKind.AMOUNT, "-500.00 DKK", "-500,00 kr.", 6),
        _fact(FactKind.APPOINTMENT, "2026-12-10T09:15", "10. december 2026 kl. 9.15", 8),
    ),
)

# -- made by Hypothesis

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab c1.,:;-*_#|[](){}<>&!`~\\+=\"'/0"),
        st.characters(exclude_categories=("C", "Z", "M")),
    ),
    max_size=30,
)
_ADDRESSES = st.sampled_from(
    ("", "", "", "https://a.example/b_(c)", "mailto:d@e.example", "tel:+4570000000", "#f", "g h")
)
_RUNS = st.builds(Run, TEXTS, _ADDRESSES, st.sampled_from(("", "", "da", "en")))
WORDS = st.lists(_RUNS, max_size=3).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Make a table of any shape, with and without a header."""
    cells = st.lists(WORDS, min_size=(width := draw(st.integers(1, 4))), max_size=width).map(tuple)
    header = draw(st.one_of(st.just(()), cells))
    return Table(
        header=header,
        rows=tuple(draw(st.lists(cells, max_size=4))),
        header_source=draw(st.sampled_from(HeaderSource)),
        caption=draw(WORDS),
    )


_PLAIN_BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, words=WORDS, level=st.integers(1, 7)),
    st.builds(Paragraph, words=WORDS),
    st.builds(Lines, lines=st.lists(WORDS, max_size=3).map(tuple)),
    tables(),
    st.builds(
        Field,
        label=TEXTS,
        kind=st.sampled_from(FieldKind),
        value=TEXTS,
        options=st.lists(TEXTS, max_size=2).map(tuple),
        checked=st.booleans(),
    ),
    st.builds(KeyValue, pairs=st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple)),
    st.builds(Figure, alt=TEXTS),
    st.builds(Notice, code=st.sampled_from(("hidden-text", "cut", "unheard-of")), detail=TEXTS),
    st.builds(PageBreak, page=st.integers(2, 9)),
    st.builds(Raw, text=st.lists(TEXTS, max_size=3).map("\n".join)),
)


def _lists(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    items = st.builds(
        Item,
        words=WORDS,
        label=st.sampled_from(("", "1.", "2)", "a)", "§ 3")),
        inner=st.lists(blocks, max_size=2).map(tuple),
    )
    return st.builds(List, items=st.lists(items, max_size=3).map(tuple), ordered=st.booleans())


BLOCKS = st.recursive(_PLAIN_BLOCKS, _lists, max_leaves=5)


@st.composite
def trees(draw: st.DrawFn) -> DocumentTree:
    """Make a whole tree, with facts that begin anywhere in it."""
    blocks = tuple(draw(st.lists(BLOCKS, max_size=4)))
    facts = []
    for index, block in enumerate(blocks):
        if (length := len(block_text(block))) and draw(st.booleans()):
            at, kind = draw(st.integers(0, length - 1)), draw(st.sampled_from(FactKind))
            facts.append(Fact(kind=kind, value="", quote="", block=index, at=at, length=3))
    return DocumentTree(
        trust=draw(st.sampled_from(Trust)),
        language=draw(st.sampled_from(("", "da", "en"))),
        blocks=blocks,
        facts=tuple(facts),
    )
