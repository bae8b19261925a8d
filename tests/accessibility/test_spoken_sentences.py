"""What a voice is given: all words that are shown, in order, with their language and place."""

from hypothesis import given
from hypothesis import strategies as st

from accessibility.letter_layout import reading_of
from accessibility.reading_order import Block, BlockKind, document_block
from accessibility.rendering.plain import InLanguage
from accessibility.spoken_sentences import (
    AFTER_BLOCK,
    AFTER_HEADING,
    AFTER_LINE,
    Piece,
    SpokenSentence,
    spoken_sentences,
)
from accessibility.wording import wording_for
from mailbox_store.model.document import Document, DocumentType, Reading
from mailbox_store.model.document_tree import DocumentTree, Heading, List, Paragraph, Run, Trust
from mailbox_store.model.document_tree import Item as TreeItem
from tests.accessibility.rendering.rich_tree import RICH

EN, DA = wording_for("en"), wording_for("da")


def block(text: str, *languages: InLanguage) -> Block:
    """Make a text whose languages are known."""
    return Block(kind=BlockKind.TEXT, text=text, languages=languages)


def texts(sentences: list[SpokenSentence]) -> list[str]:
    """Give the words alone."""
    return [one.text for one in sentences]


def document_of(tree: DocumentTree) -> Document:
    """Make a document that was read."""
    return Document(
        type=DocumentType.MAIN, label="", files=(), reading=Reading.READ, text="", pages=1,
        tree=tree,
    )  # fmt: skip


def test_a_text_is_told_sentence_by_sentence_and_a_number_ends_none() -> None:
    told = spoken_sentences([block("Betal 5 kr. senest den 1. december. Ring til os!")], DA)
    assert texts(told) == ["Betal 5 kr. senest den 1. december.", "Ring til os!"]


def test_the_silence_after_a_sentence_tells_where_a_line_or_a_block_ends() -> None:
    told = spoken_sentences([block("En. To.\nTre\n\nFire"), block("Fem")], DA)
    assert [one.pause for one in told] == [0.0, AFTER_LINE, AFTER_BLOCK, AFTER_BLOCK, AFTER_BLOCK]


def test_words_of_ours_and_the_documents_own_are_each_in_their_language() -> None:
    tree = DocumentTree(
        trust=Trust.TAGGED,
        language="da",
        blocks=(
            Heading(words=(Run("Din ret"),), level=2),
            Paragraph(words=(Run("Læs "), Run("the rules", language="en"), Run(" først."))),
        ),
    )
    told = spoken_sentences([document_block(document_of(tree), EN)], EN)
    assert told[0].pieces == (Piece("Heading 2:", "en"), Piece("Din ret", "da"))
    assert told[0].pause == AFTER_HEADING
    assert told[1].pieces == (
        Piece("Læs", "da"), Piece("the rules", "en"), Piece("først.", "da"),
    )  # fmt: skip


def test_headings_part_a_document_into_sections() -> None:
    blocks = (
        Paragraph(words=(Run("Kære Åse"),)),
        Heading(words=(Run("Pris"),), level=1),
        List(items=(TreeItem(words=(Run("Te"),)), TreeItem(words=(Run("Kaffe"),))), ordered=False),
        Heading(words=(Run("Frist"),), level=1),
    )
    tree = DocumentTree(trust=Trust.TAGGED, language="da", blocks=blocks)
    told = spoken_sentences([document_block(document_of(tree), DA)], DA)
    assert [one.section for one in told] == [0, 1, 1, 1, 2]


def test_a_place_is_the_line_that_shows_the_sentence_at_any_width() -> None:
    told = document_block(document_of(RICH), DA)
    sentences = spoken_sentences([block("Først et hoved. Af to."), told], DA)
    for columns in (30, 79):
        reading = reading_of([block("Først et hoved. Af to."), told], columns)
        for one in sentences:
            line = reading.lines[reading.line_of(one.place)].text
            assert one.text.split()[0] in line


def test_what_has_nothing_to_say_is_left_out_and_moves_no_place() -> None:
    told = spoken_sentences([block("---\n\nEt.\n* * *\nTo.")], DA)
    assert texts(told) == ["Et.", "To."]
    assert [one.place for one in told] == [3, 9]


def test_a_text_without_an_end_is_cut_so_that_it_can_be_stopped() -> None:
    told = spoken_sentences([block("ord " * 5_000), block("x" * 3_000)], DA)
    assert max(len(one.text) for one in told) <= 1_000
    assert sum(len(one.text.replace(" ", "")) for one in told) == 18_000


@given(st.text(alphabet="ab1 .!?\n-§", max_size=80), st.lists(st.integers(0, 80), max_size=6))
def test_no_word_is_lost_or_said_twice(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    parts = [
        InLanguage(a, b, tag) for a, b, tag in zip(edges, edges[1:], ["da", "en"] * 6, strict=False)
    ]
    told = spoken_sentences([block(text, *parts)], DA)
    said = "".join("".join(piece.text for piece in one.pieces) for one in told)
    assert [c for c in said if c.isalnum()] == [c for c in text if c.isalnum()]
