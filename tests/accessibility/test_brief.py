"""A letter's brief: fields and quotes, in the order a person needs them, and nothing of ours."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from accessibility.brief import brief_of, mailbox_brief
from accessibility.facts.finding import facts_in
from accessibility.wording import Say, wording_for
from mailbox_store.model.document import (
    Action,
    Document,
    DocumentType,
    Reading,
    Reservation,
)
from mailbox_store.model.document_tree import Ease, Readability
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import (
    Letter,
    LetterId,
    LetterSummary,
    MessageState,
    MessageType,
    Origin,
    ThreadId,
    milliseconds_of,
)
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.query import Due, DueKind
from tests.accessibility.facts.marked_letters import LETTERS, tree_from

NOW = datetime(2026, 11, 4, 10, 0, tzinfo=UTC)
EN = wording_for("en")


def summary(**facts: object) -> LetterSummary:
    """Make a letter as a list shows it."""
    known = LetterSummary(
        id=LetterId(2), uuid="u-1", sender_name="Boligstøtten", sender_type="CVR",
        sender_number="12345678", sender_verified=1, subject="Afgørelse", unread=0, flagged=0,
        received_ms=milliseconds_of(NOW), reply_by_ms=None, appointment_ms=None, legal_notice=0,
        legally_notified_ms=None, document_count=1, thread=ThreadId(1), conflict=0, folder_id=1,
        folder_type=FolderType.INBOX, folder_name="INBOX",
    )  # fmt: skip
    return known._replace(**facts)  # type: ignore[arg-type]  # made by name


def letter_saying(text: str, *actions: Action, lix: int | None = None, **facts: object) -> Letter:
    """Make an opened letter of one document."""
    tree = tree_from(text)
    verdict = Readability(ease=Ease.GOOD, lix=lix)
    tree = replace(tree, facts=facts_in(tree), readability=verdict)
    document = Document(
        type=DocumentType.MAIN, label="", files=(), reading=Reading.READ, text=text, pages=2,
        tree=tree,
    )  # fmt: skip
    return Letter(
        summary=summary(**facts), recipient=Party(id_type=IdType.CPR, number="0101800000"),
        type=MessageType.REGULAR, state=MessageState.RECEIVED, origin=Origin.POST_OFFICE,
        sent=None, may_reply=False, notification="", case_id="", note="", version=1,
        documents=(document,), actions=actions, warnings=(),
    )  # fmt: skip


def sample(name: str) -> str:
    """Give the body of one of the marked letters."""
    lines = (LETTERS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("%%"))


def brief(letter: Letter, say: Say = EN) -> list[str]:
    """Give the brief on the fourth of November."""
    return brief_of(letter, say, now=NOW)


def test_a_brief_says_who_what_by_when_what_to_do_and_how_long() -> None:
    lines = brief(letter_saying(sample("housing_benefit"), lix=41))
    assert lines == [
        "Boligstøtten.",
        "Afgørelse.",
        "It begins: Vi har behandlet din ansøgning, som vi modtog den 14. oktober 2026. "
        "Du får 1.234,50 kr. om måneden fra den 1. december 2026.",
        "Det skal du gøre.",
        "Kontrollér oplysningerne.",
        "Giv os besked senest den 24. november 2026, hvis noget er forkert.",
        "Sådan klager du.",
        "Du kan klage inden 4 uger fra den dag, du har modtaget brevet.",
        "Deadline Tuesday 24 November 2026: "
        "Giv os besked senest den 24. november 2026, hvis noget er forkert.",
        "Amount DKK 1,234.50: Du får 1.234,50 kr. om måneden fra den 1. december 2026.",
        "Case or reference number: 26/004871",
        "1 minute to read.",
        "2 pages.",
        "The language is medium.",
    ]


def test_the_senders_own_deadline_comes_first_and_both_are_told_where_they_differ() -> None:
    text = "Den 3. november 2026\n\nSvar senest den 24. november 2026."
    due = milliseconds_of(datetime(2026, 12, 1, 22, 59, tzinfo=UTC))
    lines = brief(letter_saying(text, reply_by_ms=due))
    assert lines[2] == "Answer by Tuesday 1 December 2026."
    assert lines[3] == (
        "The letter's own field says Tuesday 1 December 2026; "
        "its text says Tuesday 24 November 2026."
    )


def test_fields_and_text_that_agree_are_not_remarked_on() -> None:
    text = "Den 3. november 2026\n\nSvar senest den 24. november 2026."
    due = milliseconds_of(datetime(2026, 11, 24, 22, 59, tzinfo=UTC))
    assert not any("its text says" in line for line in brief(letter_saying(text, reply_by_ms=due)))


def test_an_appointment_stamped_with_the_wrong_zone_is_found_out() -> None:
    start = datetime(2026, 12, 10, 9, 15, tzinfo=UTC)  # meant as Danish time
    visit = Reservation(
        uuid="r", description="", abstract="", location="", start=start,
        end=start + timedelta(hours=1),
    )  # fmt: skip
    action = Action(label="Kom", code="AFTALE", reservation=visit)
    lines = brief(letter_saying("Din tid er torsdag den 10. december 2026 kl. 9.15.", action))
    assert (
        "The letter's own field says Thursday 10 December 2026 at 10.15; "
        "its text says Thursday 10 December 2026 at 9.15." in lines
    )


def test_the_address_the_date_and_the_greeting_are_not_the_beginning() -> None:
    text = (
        "Bylderup Kommune\nTorvet 1\n\nKære borger i Bylderup og omegn og alle andre,\n\n"
        "Vi skriver, fordi dit pas snart skal fornyes, og fordi du bor her."
    )
    assert brief(letter_saying(text))[2] == (
        "It begins: Vi skriver, fordi dit pas snart skal fornyes, og fordi du bor her."
    )


def test_of_many_amounts_a_few_are_told_and_the_rest_counted() -> None:
    lines = brief(letter_saying("\n\n".join(f"Vare {n} koster {n}00,00 kr." for n in range(1, 10))))
    assert sum(line.startswith("Amount ") for line in lines) == 5
    assert "And 4 more such facts." in lines


def test_of_a_table_of_sums_only_the_total_is_told() -> None:
    rows = "\n".join(f"| Vare {n} | {n}00,00 kr." for n in range(1, 4))
    lines = brief(letter_saying(f"|# Vare | Beløb\n{rows}\n| I alt | 600,00 kr."))
    amounts = [line for line in lines if line.startswith("Amount ")]
    assert amounts == ["Amount DKK 600.00: Vare: I alt. Beløb: 600,00 kr."]


def test_a_letter_without_a_tree_still_has_its_fields() -> None:
    letter = letter_saying("x")
    bare = replace(letter.documents[0], tree=None)
    lines = brief(replace(letter, documents=(bare,)))
    assert lines == ["Boligstøtten.", "Afgørelse.", "Less than a minute to read.", "2 pages."]


def due_on(day: date, kind: DueKind = DueKind.REPLY) -> Due:
    """Make something due at nine in the morning of a day."""
    at = datetime(day.year, day.month, day.day, 8, 0, tzinfo=UTC)
    return Due(at=at, kind=kind, label="", letter=summary())


def test_a_mailbox_is_told_in_a_breath() -> None:
    letters = [summary(unread=1)] * 3 + [summary(legal_notice=1)]
    dues = [
        due_on(date(2026, 11, 6)),
        due_on(date(2026, 11, 30)),
        due_on(date(2026, 11, 2)),
        due_on(date(2026, 11, 10), DueKind.APPOINTMENT),
        due_on(date(2026, 11, 1), DueKind.APPOINTMENT),
    ]
    assert mailbox_brief(letters, dues, EN, now=NOW) == (
        "3 new letters. 1 unopened legal notice. 1 answer is overdue. "
        "1 must be answered by Friday 6 November. 1 appointment, Tuesday 10 November."
    )


def test_an_empty_mailbox_says_so() -> None:
    assert mailbox_brief([], [], EN, now=NOW) == "Nothing new, and nothing is due."
