"""What a chat is told unasked: that letters came, that something falls due.

Nothing here is above level 2, whatever the chat's level, as nobody typed a PIN for it: at level 1
only counts, from level 2 on senders and dates of letters that are not kept back.
"""

from collections.abc import Sequence
from datetime import date

from accessibility.spoken_dates import distance_words
from accessibility.wording import Say
from bots.letter_lines import due_words, letter_line
from bots.refusing import counted
from mailbox_store.model.chat import Level
from mailbox_store.model.letter import LetterSummary
from mailbox_store.model.query import Due

_MOST_SHOWN = 3


def news_words(
    unread: int, soon: int, new: Sequence[LetterSummary], say: Say, *, today: date, level: Level
) -> str:
    """Tell that letters came; `new` is empty where only counts may be told."""
    lines = [say("New post. {counts}", counts=counted(unread, soon, say))]
    lines += [
        letter_line("", letter, say, today=today, level=level) for letter in new[:_MOST_SHOWN]
    ]
    return "\n\n".join(lines)


def reminder_words(
    count: int, day: date, dues: Sequence[Due], say: Say, *, today: date, level: Level
) -> str:
    """Tell what falls due on a day to come; `dues` is empty where only counts may be told.

    What would be said in the same words is said once.
    """
    distance = distance_words(day, say, today=today)
    head = say.count(
        "Reminder: {n} deadline or appointment {distance}.",
        "Reminder: {n} deadlines and appointments {distance}.",
        count, distance=distance,
    )  # fmt: skip
    lines = dict.fromkeys(due_words(due, say, today=today, level=level) for due in dues)
    return "\n\n".join([head, *list(lines)[:_MOST_SHOWN]])
