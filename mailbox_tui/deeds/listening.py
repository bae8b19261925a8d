"""How well a letter's documents can be listened to, and the request for better ones."""

from accessibility.accessible_copy import request_for_copy
from accessibility.plain_text import one_line
from accessibility.readability.verdict_words import verdict_lines
from accessibility.wording import Say
from mailbox_store.drafts import draft_of
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.document import Document
from mailbox_store.model.document_tree import Readability
from mailbox_store.model.letter import Letter, letter_id_text
from mailbox_tui.deeds.saving import document_at
from mailbox_tui.desk import Desk, StoppedError


def verdicts(letter: Letter, say: Say) -> list[str]:
    """Say of each document how well it can be listened to, and why."""
    lines = []
    for number, document in enumerate(letter.documents, start=1):
        verdict = _verdict(document)
        if verdict is not None:
            label = one_line(document.label, limit=120)
            name = say("Document {n}: {label}.", n=number, label=label) if label else ""
            told = " ".join(verdict_lines(verdict, say))
            lines.append(" ".join(filter(None, (name or say("Document {n}.", n=number), told))))
    return lines


async def ask_for_copy(letter: Letter, number: int | None, mailbox: Mailbox, desk: Desk) -> str:
    """Write the request about one document into Drafts; gives the sentence that says so.

    Without a number it is about the first document that is not easy to listen to.
    """
    say = desk.say
    document = _hardest(letter) if number is None else document_at(letter, number)
    verdict = None if document is None else _verdict(document)
    if document is None or verdict is None:
        raise StoppedError(say("The letter has no document to ask for."))
    request = request_for_copy(letter, document, verdict)
    draft = draft_of(
        sender=mailbox.facts.owner,
        recipient=letter.summary.sender,
        subject=request.subject,
        text=request.body,
        about=letter,
        written=desk.now(),
    )
    written = await mailbox.write_draft(draft)
    if written is None:
        raise StoppedError(say("The draft could not be written."))
    return say(
        "A request for a copy that can be read aloud is in Drafts as {id}. Nothing was sent.",
        id=letter_id_text(written),
    )


def _hardest(letter: Letter) -> Document | None:
    """Give the document that is hardest to listen to; of equal ones the first."""
    order = ("POOR", "FAIR", "GOOD")
    judged = [(order.index(v.ease), d) for d in letter.documents if (v := _verdict(d)) is not None]
    return min(judged, key=lambda each: each[0])[1] if judged else None


def _verdict(document: Document) -> Readability | None:
    return None if document.tree is None else document.tree.readability
