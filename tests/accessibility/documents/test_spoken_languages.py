"""The language of a document and of its runs is that of the words, whatever the file says."""

import pytest

from accessibility.documents.spoken_languages import in_spoken_languages
from mailbox_store.model.document_tree import DocumentTree, Paragraph, Run, Trust

DANISH = (
    "Du skal betale det skyldige beløb til os inden den første december, og du kan ringe til "
    "kommunen, hvis du ikke kan betale det hele på en gang."
)


def tree_of(*runs: Run, language: str = "") -> DocumentTree:
    """Make a document of one paragraph."""
    return DocumentTree(
        trust=Trust.TAGGED, language=language, blocks=(Paragraph(words=tuple(runs)),)
    )


@pytest.mark.parametrize("language", ["", "en-US", "da", "da-DK"])
def test_a_danish_letter_is_danish_whatever_it_says(language: str) -> None:
    assert in_spoken_languages(tree_of(Run(DANISH), language=language)).language.startswith("da")


def test_danish_words_that_are_said_to_be_english_lose_their_tag() -> None:
    tree = tree_of(Run(DANISH), Run(" Det er ikke for sent.", language="en-US"), language="da")
    (block,) = in_spoken_languages(tree).blocks
    assert block == Paragraph(words=(Run(f"{DANISH} Det er ikke for sent."),))


@pytest.mark.parametrize("words", ["the rules and how to complain", "Microsoft Teams"])
def test_words_in_another_language_and_names_keep_theirs(words: str) -> None:
    runs = (Run(f"{DANISH} "), Run(words, language="en-US"))
    (block,) = in_spoken_languages(tree_of(*runs, language="da")).blocks
    assert block == Paragraph(words=runs)
