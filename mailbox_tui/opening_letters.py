"""Open a letter as its owner, putting the legal notice's question where it must be put."""

from collections.abc import Awaitable, Callable

from accessibility.legal_notice import legal_notice_question
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.errors import LegalNoticeUnanswered
from mailbox_store.model.letter import Letter, LetterId

AskYes = Callable[[str], Awaitable[bool]]


async def open_letter(
    mailbox: Mailbox, letter: LetterId, *, say: Say, ask: AskYes
) -> Letter | None:
    """Open a letter; None when it is a legal notice and the answer was not a yes.

    The answer goes into the audit log either way; only after a yes does anything leave the store.
    """
    try:
        return await mailbox.open(letter)
    except LegalNoticeUnanswered:
        lying = await mailbox.unopened(letter)  # as the list shows it, to say which letter it is
        yes = await ask(legal_notice_question(lying.summary, say))
        await mailbox.answer_legal_notice(letter, yes=yes)
        return await mailbox.open(letter) if yes else None
