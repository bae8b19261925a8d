"""The question a legal notice is opened after: one wording in every face."""

from accessibility.list_line import sender_name, subject_words
from accessibility.wording import Say
from mailbox_store.model.letter import LetterSummary


def legal_notice_question(letter: LetterSummary, say: Say) -> str:
    """Ask for the yes that opening a legal notice needs; nothing was opened yet."""
    return say(
        "Nothing was opened: the letter from {sender}, {subject}, is a legal notice. Opening it "
        "counts as having received it. Type yes to open it.",
        sender=sender_name(letter.sender, say),
        subject=subject_words(letter.subject, say),
    )


def is_yes(answer: str) -> bool:
    """Tell whether what was typed is a yes; everything else, also nothing, is a no."""
    return answer.strip().casefold() in ("yes", "ja")
