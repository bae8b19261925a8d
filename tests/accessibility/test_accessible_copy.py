"""The request to a sender for a copy that can be listened to."""

from datetime import UTC, datetime
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from accessibility.accessible_copy import CopyRequest, request_for_copy
from accessibility.readability.verdict import REASONS, ease_of
from mailbox_store.model.document import Document, DocumentType, File, Reading
from mailbox_store.model.document_tree import Readability
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import (
    Letter,
    LetterId,
    LetterSummary,
    MessageState,
    MessageType,
    Origin,
    ThreadId,
)
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.warned import Warned

OWNER = Party(id_type=IdType.CPR, number="0101800000", name="Anna Prøve")
RECEIVED_MS = 1_795_600_000_000  # 25 November 2026
WORDS = {
    "da": "Vi har modtaget din ansøgning. Du skal sende os dine lønsedler inden tre uger. Hvis du "
    "ikke gør det, kan vi ikke behandle sagen.",
    "en": "We have received your application. You must send us your payslips within three weeks. "
    "If you do not, we cannot decide on your case.",
    "de": "Wir haben Ihren Antrag auf Wohngeld erhalten. Sie müssen uns innerhalb von drei Wochen "
    "Nachweise schicken. Wenn Sie das nicht tun, können wir den Antrag nicht bearbeiten.",
    "": "",
}


def letter(language: str, *, text: str = "", **facts: Any) -> Letter:
    """Make a letter with one PDF."""
    known = {"subject": "Afgørelse om boligstøtte", "sender_type": "CVR", "case_id": "26/1234"}
    known.update(facts)
    summary = LetterSummary(
        id=LetterId(1),
        uuid="",
        sender_name="Bylderup Kommune",
        sender_type=known["sender_type"],
        sender_number="12345678",
        sender_verified=1,
        subject=known["subject"],
        received_ms=RECEIVED_MS,
        unread=0,
        flagged=0,
        reply_by_ms=None,
        appointment_ms=None,
        legal_notice=0,
        legally_notified_ms=None,
        document_count=1,
        thread=ThreadId(1),
        conflict=0,
        folder_id=1,
        folder_type=FolderType.INBOX.value,
        folder_name="",
    )
    file = File(
        name="afgoerelse.pdf",
        media_type=known.get("media_type", "application/pdf"),
        declared_type="application/pdf",
        language=language,
        size=1,
        sha256="",
    )
    document = Document(
        type=DocumentType.MAIN,
        label=known.get("label", "Afgørelse"),
        files=(file,),
        reading=Reading.READ,
        text=text,
    )
    return Letter(
        summary=summary,
        recipient=OWNER,
        type=MessageType.REGULAR,
        state=MessageState.RECEIVED,
        origin=Origin.POST_OFFICE,
        sent=datetime(2026, 11, 24, 8, 0, tzinfo=UTC),
        may_reply=True,
        notification="",
        case_id=known["case_id"],
        note="",
        version=1,
        documents=(document,),
        actions=(),
        warnings=(),
    )


def request(told: Letter, *reasons: str) -> CopyRequest:
    """Write the request; a reason is "code" or "code detail"."""
    made = tuple(
        Warned(code=code, detail=detail) for code, _, detail in (r.partition(" ") for r in reasons)
    )
    readability = Readability(ease=ease_of(made), reasons=made, lix=52)
    return request_for_copy(told, told.documents[0], readability)


ALL = [
    "not-tagged",
    "language-differs en/da",
    "tables-without-headers 2/3",
    "pictures-without-text 1/1",
    "fields-without-names 4/9",
    "no-headings 812",
    "language-heavy 52",
    "hidden-text",
]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_request_names_what_was_measured(language: str, snapshot: SnapshotAssertion) -> None:
    asked = request(letter(language, text=WORDS[language]), *ALL)
    assert asked.language == language
    assert f"{asked.subject}\n\n{asked.body}" == snapshot


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_request_for_what_could_not_be_read_at_all(
    language: str, snapshot: SnapshotAssertion
) -> None:
    asked = request(letter(language), "no-text")
    assert f"{asked.subject}\n\n{asked.body}" == snapshot


@pytest.mark.parametrize(
    ("tag", "words", "language"),
    [
        ("en", "da", "da"),  # the words are believed, not the tag
        ("da", "en", "en"),
        ("da", "de", "en"),  # the sender may not know Danish
        ("en-GB", "", "en"),
        ("", "", "da"),
        ("sv", "", "en"),
    ],
)
def test_the_language_is_the_letters(tag: str, words: str, language: str) -> None:
    assert request(letter(tag, text=WORDS[words]), "no-text").language == language


def test_nothing_is_claimed_that_was_not_measured() -> None:
    body = request(letter("en")).body
    assert "missing" not in body
    assert "\n- " not in body
    assert "deadline" not in body


@pytest.mark.parametrize(
    "code", sorted(REASONS.keys() - {"hidden-text", "language-heavy", "language-very-heavy"})
)
def test_every_shortcoming_of_the_file_is_named(code: str) -> None:
    assert "\n- " in request(letter("en"), f"{code} 1/2").body


def test_no_cpr_number_goes_out_not_even_its_birthday() -> None:
    asked = request(
        letter("en", subject="Case of 010180-0000", label="010180 0000.pdf", case_id="0101800000")
    )
    whole = asked.subject + asked.body
    assert "010180" not in whole
    assert "Case of ..." in whole


def test_a_sender_that_is_no_organisation_is_not_told_of_the_guide() -> None:
    assert "Vejledning" in request(letter("en")).body
    assert "Vejledning" not in request(letter("en", sender_type="EMAIL")).body


def test_foreign_words_stay_on_one_line_and_say_no_commands() -> None:
    asked = request(letter("en", subject="A\x1b[31m\nB\u202ec", label="x\r\ny", case_id=""))
    assert "\x1b" not in asked.subject + asked.body
    assert asked.subject == "Request for an accessible copy: A\ufffd[31m Bc"
    assert "Document: x y\n" in asked.body
    assert "Case number" not in asked.body
