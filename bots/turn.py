"""One turn of a talk: what was asked in a linked chat, and the answer as it grows."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from accessibility.commands import Command
from accessibility.spoken_dates import local
from accessibility.wording import Say
from bots.buttons import Choice, buttons_of
from bots.effects import Button, Effect, SendFile, SendVoice, Tell
from bots.letter_list import inbox_page, list_choice, more_letters_choice
from bots.sitting import Answer, Sitting
from bots.splitting import MOST_AT_ONCE, numbered_part, parts_of
from bots.talk import Talk
from mailbox_store.chat_mailbox import ChatMailbox
from mailbox_store.model.chat import Chat, Level
from mailbox_store.model.errors import LetterNotFound
from mailbox_store.model.letter import Letter, LetterId, letter_id_from, letter_id_text
from mailbox_store.model.mailbox_facts import mailbox_id_text

FIRST_LETTERS = 50  # that numbers mean where nothing was listed


class ChatStopError(Exception):
    """A sentence to end a turn with, in the person's language: only the chat refuses it."""

    def __init__(self, text: str, *choices: Choice) -> None:
        """Take the sentence, and what may be pressed instead."""
        super().__init__()
        self.text = text
        self.choices = choices


@dataclass(slots=True, kw_only=True)
class Turn:
    """Gathers what is to be done in the chat, and where the talk stands then."""

    sitting: Sitting
    say: Say
    chat: Chat
    chats: tuple[Chat, ...]  # of the same address: a mailbox each
    mailbox: ChatMailbox
    talk: Talk
    effects: list[Effect] = field(default_factory=list)

    @property
    def today(self) -> date:
        """Today in Danish time."""
        return local(self.sitting.now()).date()

    @property
    def is_repeated(self) -> bool:
        """Whether this turn was begun before, so that it may be done already."""
        return self.sitting.attempts > 1

    @property
    def shows_letters(self) -> bool:
        """Whether what is told here is kept from being forwarded, and deleted after a while."""
        return self.chat.level >= Level.TEXT

    def turn_to(self, chat: Chat) -> None:
        """Go on with another mailbox of this chat; what was numbered before means nothing there."""
        self.chat = chat
        self.mailbox = self.sitting.door.mailbox(chat)
        kept = Talk(nonces=self.talk.nonces, undo_was_told=self.talk.undo_was_told)
        self.talk = replace(kept, chat=chat.key, mailbox=chat.mailbox)

    def change(self, **facts: object) -> None:
        """Let the talk stand elsewhere."""
        self.talk = replace(self.talk, **facts)  # type: ignore[arg-type]  # fields of Talk

    # -- telling

    def tell(self, text: str, choices: Sequence[Choice] = (), *, is_private: bool = False) -> None:
        """Say something, in as many messages as it takes; buttons stand under the last one."""
        parts = parts_of(self.with_mailbox(text))
        for number in range(1, len(parts) + 1):
            under = choices if number == len(parts) else ()
            self._tell_part(parts, number, under, is_private=is_private)

    def tell_from(
        self, text: str, first: int, choices: Sequence[Choice],
        going_on: Callable[["Turn", int], Choice],
    ) -> int:  # fmt: skip
        """Show a letter's text from a part on; gives the part that is to be asked for, or 0.

        A short text comes whole, of a longer one the first part by itself and then each part when
        it is asked for, so that nobody has to hear twelve messages out.
        """
        parts = parts_of(self.with_mailbox(text))
        is_long = len(parts) > MOST_AT_ONCE
        first = min(max(first, 1), len(parts))
        last = first if is_long else len(parts)
        rest = last + 1 if last < len(parts) else 0
        shown = [going_on(self, rest), *choices] if rest else choices
        for number in range(first, last + 1):
            self._tell_part(parts, number, shown if number == last else (), is_private=True)
        return rest

    def _tell_part(
        self, parts: list[str], number: int, choices: Sequence[Choice], *, is_private: bool
    ) -> None:
        self.effects.append(
            Tell(
                text=numbered_part(parts, number, self.say),
                buttons=self._buttons(choices) if choices else (),
                is_protected=is_private and self.shows_letters,
                deletes_after=self.deletes_after if is_private else None,
                mailbox=self.chat.mailbox,
                level=min(self.chat.level, Level.TEXT if is_private else Level.NOTIFY),
            )
        )

    def send_file(self, name: str, content: bytes, caption: str) -> None:
        """Send a file."""
        self.effects.append(
            SendFile(name=name, content=content, caption=caption,
                     is_protected=True, deletes_after=self.deletes_after,
                     mailbox=self.chat.mailbox, level=Level.VOICE)
        )  # fmt: skip

    def send_voice(self, content: bytes, seconds: float, caption: str) -> None:
        """Send a voice note."""
        self.effects.append(
            SendVoice(content=content, seconds=round(seconds), caption=caption,
                      is_protected=True, deletes_after=self.deletes_after,
                      mailbox=self.chat.mailbox, level=Level.VOICE)
        )  # fmt: skip

    @property
    def deletes_after(self) -> timedelta | None:
        """How long what shows a letter stays in the chat."""
        return timedelta(minutes=self.chat.delete_after) if self.shows_letters else None

    def _buttons(self, choices: Sequence[Choice]) -> tuple[Button, ...]:
        """Make the buttons of one message; those of the newest few messages can be pressed."""
        nonce = secrets.token_urlsafe(4)
        self.change(nonces=self.talk.with_nonce(nonce))
        return buttons_of(choices, nonce=nonce, chat=self.chat)

    def answer(self) -> Answer:
        """Give what was gathered."""
        return Answer(tuple(self.effects), self.talk)

    def with_mailbox(self, text: str) -> str:
        """Say first which mailbox it is about, where the chat has several. Names nobody."""
        if len(self.chats) < 2:
            return text
        return self.say("Mailbox {id}.", id=mailbox_id_text(self.chat.mailbox)) + "\n" + text

    # -- which letters

    async def open(self, letter: LetterId) -> Letter:
        """Open a letter: from now on it is the one that deeds without a number are about.

        Raises as `ChatMailbox.open`: `LegalNoticeUnanswered`, `LevelTooLow`, `PinNeeded`.
        """
        opened = await self.mailbox.open(letter)
        if self.talk.letter != letter:
            self.change(letter=letter, shown="", part=0, note=0)
        return opened

    async def letters(self, asked: Command) -> list[LetterId]:
        """Find the letters that were named; none means the one opened last.

        Numbers mean the list told last. Raises `LetterNotFound`, `ChatStopError`.
        """
        if asked.letters:
            if not self.talk.letters:  # as the terminal does: numbers then mean the inbox
                page = await inbox_page(self.mailbox, limit=FIRST_LETTERS)
                self.change(
                    letters=tuple(letter.id for letter in page.letters),
                    after=None if page.next is None else tuple(page.next),
                )
            return list(dict.fromkeys(self._letter(name) for name in asked.letters))
        if not self.talk.letter:
            raise ChatStopError(
                self.say("Which letter? Type its number too."), list_choice(self.say)
            )
        return [LetterId(self.talk.letter)]

    async def one_letter(self, asked: Command) -> LetterId:
        """Find the one letter that was named; of several none, rather than only the first."""
        letter, *others = await self.letters(asked)
        if others:
            raise ChatStopError(self.say("That goes for one letter at a time."))
        return letter

    def name_of(self, letter: LetterId) -> str:
        """Give what names a letter when typed: its number in the list told last, else its id."""
        if letter in self.talk.letters:
            return str(self.talk.letters.index(letter) + 1)
        return letter_id_text(letter)

    def _letter(self, name: str) -> LetterId:
        if (letter := letter_id_from(name)) is not None:
            return letter
        if name.isdecimal() and 1 <= int(name) <= len(self.talk.letters):
            return LetterId(self.talk.letters[int(name) - 1])
        if name.isdecimal() and self.talk.after is not None:
            raise ChatStopError(
                self.say("Letter {n} is not listed yet. Type more to list more letters.", n=name),
                more_letters_choice(self.say),
            )
        raise LetterNotFound(name=name)
