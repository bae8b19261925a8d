"""What one answer is given with, and what it gives: the outside of the conversation."""

from dataclasses import dataclass
from typing import NamedTuple

from bots.effects import Effect
from bots.events import Who
from bots.talk import Talk
from bots.voice import MakeNotes
from mailbox_store.chat_door import ChatDoor
from mailbox_store.mailbox import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What an answer is given with."""

    door: ChatDoor
    now: Clock
    who: Who
    make_notes: MakeNotes  # `bots.voice.notes_maker(environment)`
    attempts: int = 1  # more than 1: it was begun before, and may have been done already


class Answer(NamedTuple):
    """What is to be done in the chat, in this order, and where the talk stands then."""

    effects: tuple[Effect, ...]
    talk: Talk
