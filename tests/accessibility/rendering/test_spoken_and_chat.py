"""What a voice and a chat are given of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.rendering.chat import LONGEST_PART, chat_of
from accessibility.rendering.spoken import AFTER_HEADING, spoken_of
from accessibility.wording import wording_for
from mailbox_store.model.document_tree import DocumentTree, Heading, Paragraph, Run, Trust
from tests.accessibility.rendering.rich_tree import RICH, words

SAY = wording_for("en")


def tree_of(*texts: str) -> DocumentTree:
    return DocumentTree(
        trust=Trust.PLAIN, blocks=tuple(Paragraph(words=words(text)) for text in texts)
    )


def test_a_heading_is_announced_in_our_language_and_followed_by_a_pause() -> None:
    tree = DocumentTree(
        trust=Trust.TAGGED, language="da", blocks=(Heading(words=words("Frist"), level=2),)
    )
    ours, own = spoken_of(tree, SAY)
    assert (ours.text, ours.language, ours.pause) == ("Heading 2:", "en", 0.0)
    assert (own.text, own.language, own.pause) == ("Frist", "da", AFTER_HEADING)
    assert own.section == 1


def test_words_in_another_language_are_kept_apart_and_links_are_their_words_only() -> None:
    blocks = (
        Paragraph(
            words=words("Se ", Run("our page", "https://x.example", "en"), ", tak, eller ring.")
        ),
    )
    tree = DocumentTree(trust=Trust.TAGGED, language="da", blocks=blocks)
    spoken = spoken_of(tree, wording_for("da"))
    assert [(one.text, one.language) for one in spoken] == [
        ("Se", "da"),
        ("our page", "en"),
        (", tak, eller ring.", "da"),
    ]


def test_what_was_removed_is_never_spoken() -> None:
    spoken = " ".join(one.text for one in spoken_of(RICH, SAY))
    assert "CVR" not in spoken
    assert "https:" not in spoken
    assert "hidden-text" not in spoken


@given(
    st.lists(st.text("ab 1.,\n😀", max_size=200), max_size=6), st.integers(40, 120)
)  # fmt: skip
def test_no_message_is_too_long_and_none_is_empty(texts: list[str], longest: int) -> None:
    parts = chat_of(tree_of(*(text.replace("\n", " ") for text in texts)), SAY, longest=longest)
    assert all(part.strip() for part in parts)
    assert all(len(part.encode("utf-16-le")) // 2 <= longest for part in parts)
    whole = "".join("".join(texts).split())
    assert "".join("".join(parts).split()) == whole


def test_a_long_document_is_cut_between_its_blocks() -> None:
    parts = chat_of(tree_of(*["ord " * 400] * 5), SAY)
    assert len(parts) == 3
    assert all(len(part) <= LONGEST_PART for part in parts)
    assert parts[0].count("\n\n") == 1


@pytest.mark.parametrize("amount", ["1 234,50 kr.", "15. december 2026", "kl. 9.00", "2,5 mio."])
def test_no_amount_and_no_date_is_cut(amount: str) -> None:
    text = f"Beløbet er nu {amount} og mere til " * 20
    for longest in range(60, 90):
        parts = chat_of(tree_of(text), SAY, longest=longest)
        assert sum(part.count(amount) for part in parts) == 20
