"""Every kind of letter that people meet lies in the demonstration mailbox, read and stored."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import pytest

from mailbox_store.mailbox import Mailbox
from mailbox_store.model.document import Document, DocumentType, Reading
from mailbox_store.model.letter import Letter, MessageType, Origin
from mailbox_store.model.party import IdType
from mailbox_store.model.query import ListQuery

Letters = tuple[Letter, ...]


def only(letters: Iterable[Letter]) -> Letter:
    (letter,) = letters
    return letter


def about(letters: Letters, words: str) -> Letter:
    return only(letter for letter in letters if words in letter.summary.subject)


def text_of(letter: Letter) -> str:
    return "\n".join(document.text for document in letter.documents)


def types_of(document: Document) -> list[str]:
    return [file.media_type for file in document.files]


def language_of(letter: Letter) -> str:
    return next((f.language for d in letter.documents for f in d.files), "da")


def test_there_are_more_than_two_dozen_letters_of_more_than_a_dozen_senders(
    letters: Letters,
) -> None:
    assert len(letters) >= 26
    assert len({letter.summary.sender.number for letter in letters}) >= 12


def test_about_a_third_of_the_letters_is_in_english(letters: Letters) -> None:
    english = [letter for letter in letters if language_of(letter) == "en"]
    assert 0.28 <= len(english) / len(letters) <= 0.4
    assert all(" the " in text_of(letter) for letter in english)


def test_the_tax_statement_has_its_table_as_html_and_as_pdf(letters: Letters) -> None:
    (document,) = about(letters, "årsopgørelse").documents
    assert types_of(document) == ["text/html", "application/pdf"]
    assert document.reading is Reading.READ
    for amount in ("3.482,00 kr.", "-30.768,00 kr.", "384.600,00 kr."):
        assert amount in document.text


def test_the_hospital_asks_alma_to_come_this_week(letters: Letters, now: datetime) -> None:
    letter = about(letters, "Indkaldelse")
    (visit,) = [action for action in letter.actions if action.code == "AFTALE"]
    assert visit.reservation is not None
    assert "indgang C" in visit.reservation.location
    assert now < visit.reservation.start < visit.reservation.end < now + timedelta(days=8)
    assert letter.summary.appointment == visit.reservation.start


def test_the_housing_benefit_can_be_complained_about_and_says_how(letters: Letters) -> None:
    letter = about(letters, "Boligstøtte, afgørelse")
    assert letter.summary.reply_by is not None
    assert [d.type for d in letter.documents] == [DocumentType.MAIN, DocumentType.ADDITIONAL]
    for document in letter.documents:
        assert "18. december 2026" in document.text
    assert letter.summary.reply_by.date().isoformat() == "2026-12-18"


def test_the_reminder_asks_for_exact_amounts(letters: Letters) -> None:
    letter = about(letters, "Rykker")
    for amount in ("1.234,50 kr.", "-500,00 kr.", "100,00 kr.", "834,50 kr."):
        assert amount in text_of(letter)
    (pay,) = letter.actions
    assert (pay.code, pay.label) == ("BETALING", "Betal 834,50 kr.")
    assert pay.url.startswith("https://")


def test_the_vaccination_is_an_offer_with_a_place_to_book(letters: Letters) -> None:
    (book,) = about(letters, "vaccination").actions
    assert book.code == "TILMELDING"


def test_a_text_message_has_its_words_and_no_file(letters: Letters) -> None:
    message = about(letters, "Aflever snart")
    assert "To bøger" in text_of(message)
    assert [f for d in message.documents for f in d.files] == []


def test_the_legal_notice_lies_there_unopened(letters: Letters) -> None:
    notice = only(letter for letter in letters if letter.type is MessageType.LEGAL_NOTIFICATION)
    assert notice.summary.is_guarded
    assert notice.summary.unread
    assert "Forkyndelse" in notice.summary.subject


def test_one_letter_is_mandatory(letters: Letters) -> None:
    only(letter for letter in letters if letter.type is MessageType.MANDATORY)


def test_the_scan_has_no_text_at_all(letters: Letters) -> None:
    (scan,) = about(letters, "lejekontrakt").documents
    assert (scan.reading, scan.text.strip(), scan.pages) == (Reading.NO_TEXT, "", 1)


def test_one_letter_encloses_a_pdf_a_text_and_a_table(letters: Letters) -> None:
    enclosed = [d for d in about(letters, "affald").documents if d.type is DocumentType.ADDITIONAL]
    assert [(f.name.rpartition(".")[2], f.declared_type) for d in enclosed for f in d.files] == [
        ("pdf", "application/pdf"),
        ("txt", "text/plain"),
        ("csv", "text/csv"),
    ]
    assert [d.reading for d in enclosed] == [Reading.READ] * 3
    assert "pizzabakker" in enclosed[0].text


async def test_the_carport_is_one_thread_with_a_reply_and_its_answer(
    letters: Letters, door: Mailbox
) -> None:
    permit = about(letters, "Tilladelse til carport")
    thread = await door.list(ListQuery(thread=permit.summary.thread))
    subjects = [letter.subject for letter in thread.letters]
    assert len(subjects) == 3
    assert subjects[1] == f"SV: {subjects[2]}"
    assert {letter.case_id for letter in letters if letter.summary.subject in subjects} == {
        "BYG-2214"
    }


def test_one_letter_is_a_single_line(letters: Letters) -> None:
    text = text_of(about(letters, "pas er klar")).strip()
    assert "\n" not in text
    assert text.startswith("Dit pas")


def test_one_letter_is_about_twelve_pages_long(letters: Letters) -> None:
    plan = about(letters, "lokalplan")
    assert len(text_of(plan)) > 15_000
    assert "Delområde 6: Molen" in text_of(plan)


def test_an_appointment_ends_before_it_starts_and_both_times_are_kept(letters: Letters) -> None:
    letter = about(letters, "photo and fingerprints")
    visit = letter.actions[0].reservation
    assert visit is not None
    assert visit.end < visit.start


def test_a_borrowed_name_is_not_verified(letters: Letters) -> None:
    same_name = [x.summary for x in letters if x.summary.sender_name == "Landets Skattekontor"]
    verified = {x.subject: bool(x.sender_verified) for x in same_name}
    assert verified.pop("Du har 4.980,00 kr. til gode") is False
    assert verified
    assert all(verified.values())


def test_what_alma_took_in_herself_is_not_verified(letters: Letters) -> None:
    by_hand = [letter for letter in letters if letter.origin is Origin.IMPORT]
    kinds = [letter.summary.sender.id_type for letter in by_hand]
    assert kinds.count(IdType.EMAIL) == 2
    assert kinds.count(IdType.UNKNOWN) == 1
    assert not any(letter.summary.sender_verified for letter in by_hand)


def test_an_english_letter_encloses_danish_rules(letters: Letters) -> None:
    main, rules = about(letters, "evening course").documents
    assert {f.language for f in main.files} == {"en"}
    assert {f.language for f in rules.files} == {"da"}


def test_two_plain_texts_of_one_document_are_both_shown(letters: Letters) -> None:
    (document,) = about(letters, "registrering af hund").documents
    assert types_of(document) == ["text/plain", "text/plain"]
    assert "Bølle" in document.text
    assert "500,00 kr." in document.text


def test_a_letter_held_back_until_a_day_in_the_past_is_in_the_inbox(letters: Letters) -> None:
    assert about(letters, "kørekort").summary.folder_name == "INBOX"


@pytest.mark.parametrize(
    ("is_so", "count"),
    [
        (lambda s: s.flagged, 3),
        (lambda s: s.folder_name == "Archive", 1),
        (lambda s: s.folder_name == "Bolig", 1),
        (lambda s: s.folder_type == "DELETED", 1),
    ],
)
def test_alma_has_put_some_letters_in_order(
    letters: Letters, is_so: Callable[[object], bool], count: int
) -> None:
    assert sum(1 for letter in letters if is_so(letter.summary)) == count


def test_some_letters_are_read_and_some_are_not_and_one_has_a_note(letters: Letters) -> None:
    unread = sum(letter.summary.unread for letter in letters)
    assert 8 <= unread <= len(letters) - 8
    assert [bool(letter.note) for letter in letters].count(True) == 1


async def test_something_is_due_this_week_and_something_was_due_before(
    letters: Letters, door: Mailbox, now: datetime
) -> None:
    due = await door.due()
    assert len([d for d in due if d.at < now + timedelta(days=7)]) >= 3
    past = [s.reply_by for x in letters if (s := x.summary).reply_by and s.reply_by < now]
    assert past


async def test_the_letters_came_over_ten_weeks_and_ids_follow_time(door: Mailbox) -> None:
    page = await door.list(ListQuery(limit=100))
    times = [letter.received for letter in page.letters]
    assert times == sorted(times, reverse=True)
    assert [x.id for x in page.letters] == sorted((x.id for x in page.letters), reverse=True)
    assert timedelta(days=56) < times[0] - times[-1] < timedelta(days=75)
