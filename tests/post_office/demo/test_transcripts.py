"""What is heard of the demonstration's letters, held as text for a person to read through."""

import pytest
from syrupy.assertion import SnapshotAssertion

from accessibility.reading_order import letter_blocks
from accessibility.spoken_sentences import spoken_sentences
from accessibility.wording import wording_for
from mailbox_store.model.letter import Letter
from mailbox_tui.deeds.speaking import voiced
from tests.post_office.demo.conftest import NOW


@pytest.mark.parametrize("language", ["da", "en"])
async def test_what_is_heard_stands_as_it_is_held(
    letters: tuple[Letter, ...], language: str, snapshot: SnapshotAssertion
) -> None:
    say = wording_for(language)
    for letter in letters:
        sentences = spoken_sentences(letter_blocks(letter, say, now=NOW), say)
        pieces = (piece for sentence in sentences for piece in voiced(sentence, {}))
        heard = "\n".join(f"{piece.language}: {piece.text}" for piece in pieces)
        assert heard == snapshot(name=f"letter {letter.id}")
