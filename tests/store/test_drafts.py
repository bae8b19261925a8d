"""Letters that the person writes: they lie in Drafts, in their thread, and are no news."""

from mailbox_store.drafts import draft_of, read_draft
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import LetterId, MessageState
from mailbox_store.model.query import ListQuery
from tests.store.conftest import ALMA, OFFICE, START


def draft(about=None):
    return draft_of(
        sender=ALMA,
        recipient=OFFICE,
        subject="Tilgængelig kopi",
        text="Send mig brevet, så det kan læses op.",
        about=about,
        written=START,
    )


async def test_a_draft_lies_in_drafts_in_the_thread_of_the_letter_it_is_about(
    mailbox, deliver, make_letter
):
    await deliver(make_letter(1, case_id="26/004871"))
    about = await mailbox.open(LetterId(1))
    written = await mailbox.write_draft(draft(about))
    letter = await mailbox.open(written)
    assert letter.state is MessageState.DRAFT
    assert letter.summary.folder is FolderType.DRAFTS
    assert (letter.recipient, letter.case_id) == (OFFICE, "26/004871")
    assert letter.summary.thread == about.summary.thread
    assert letter.documents[0].text == "Send mig brevet, så det kan læses op."


async def test_a_draft_is_written_down_in_the_log_and_announced_to_nobody(mailbox, repository):
    await mailbox.write_draft(draft())
    assert (await mailbox.audit_log())[0].name == "DRAFT_WRITTEN"
    assert await repository.last_announcement() == 0


async def test_a_draft_is_not_unread_and_not_in_the_inbox(mailbox):
    await mailbox.write_draft(draft())
    inbox = next(f for f in await mailbox.folders() if f.type is FolderType.INBOX)
    assert (inbox.total, inbox.unread) == (0, 0)
    assert (await mailbox.list(ListQuery(unread=True))).total == 0


def test_a_draft_is_the_same_when_its_own_bytes_are_read_back():
    written = draft()
    assert read_draft(written.original, sender=ALMA, written=START) == written
