"""What a letter asks for, and documents that cannot be read, said in whole sentences."""

from datetime import UTC, datetime

import pytest

from accessibility.document_words import action_lines
from accessibility.reading_order import document_block
from accessibility.wording import wording_for
from mailbox_store.model.document import Action, Document, DocumentType, Reading
from mailbox_store.model.party import IdType, Party

SENDER = Party(id_type=IdType.CVR, number="12345678", name="Bylderup Kommune")
END = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)


def test_a_request_ends_once_and_spells_out_where_its_link_leads() -> None:
    action = Action(
        label="Betal 834,50 kr.", code="BETALING", end=END, url="https://betaling.example/faktura/1"
    )
    request, warning, link = action_lines(action, wording_for("en"), sender=SENDER)
    assert request == "Pay: Betal 834,50 kr. By Monday 30 November 2026 at 12.00."
    assert warning == "Whether betaling.example belongs to the sender cannot be told here."
    assert link == "Link to betaling.example: https://betaling.example/faktura/1"


def test_an_unknown_request_is_told_and_never_dropped() -> None:
    (line,) = action_lines(Action(label="Dans", code="DANS"), wording_for("da"), sender=SENDER)
    assert "DANS" in line
    assert "Dans." in line


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("reading", [r for r in Reading if r is not Reading.READ])
def test_what_cannot_be_read_is_said_in_a_sentence_of_its_own(
    reading: Reading, language: str
) -> None:
    document = Document(type=DocumentType.MAIN, label="", files=(), reading=reading)
    said = document_block(document, wording_for(language)).text
    assert said.endswith(".")
    others = {
        document_block(
            Document(type=DocumentType.MAIN, label="", files=(), reading=other),
            wording_for(language),
        ).text
        for other in Reading
        if other is not reading
    }
    assert said not in others
