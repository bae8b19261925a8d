"""The voice of a sitting: which text it is in, which sentence is heard, what the person asks of it.

Nothing is imported or started for it before the first word is spoken.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from accessibility.letter_layout import Place, Reading
from accessibility.reading_order import Block
from accessibility.spoken_sentences import SpokenSentence
from accessibility.wording import Say
from mailbox_store.model.errors import MailboxError
from mailbox_store.model.party import without_cpr_numbers
from mailbox_tui.settings import read_speech, speaks_by_itself

if TYPE_CHECKING:
    from accessibility.speech.sentence import Sentence
    from accessibility.speech.speaker import Speaker
    from accessibility.speech.telling import Told

_STEP = 25  # words a minute: one step faster or slower
_SOON = 1.0  # seconds; a voice that is not warm takes 0.3 to begin, and as long to fail

Keep = Callable[[int], Awaitable[None]]  # remembers how many sentences were heard


class Heard(NamedTuple):
    """A sentence that begins, or None for silence, and the text it is of."""

    sentence: SpokenSentence | None
    text: Block


class Ear(Protocol):
    """What the voice tells its face of; nothing is waited for."""

    def hear(self, heard: Heard) -> None:
        """Take notice of a sentence that begins, or of silence."""
        ...

    def tell_aside(self, text: str, *, is_over: bool) -> None:
        """Be told something; `is_over`: and nothing more is heard."""
        ...


@dataclass(slots=True, kw_only=True)
class Script:
    """A text that is read aloud, and where in it one is."""

    text: Block  # the first of the blocks that are read: which text it is
    sentences: Sequence[SpokenSentence]
    at: int = 0  # the sentence that is heard, or was last
    keep: Keep | None = None
    where: Callable[[], Place] = field(default=lambda: Place(0))  # where the person is in the text
    left_at: Place | None = None  # where they were when it was stopped
    has_ended: bool = False
    spelled: int = 0  # words of the sentence that were spelled


class Voice:
    """Reads one text at a time aloud."""

    def __init__(self, environment: Mapping[str, str], ear: Ear, say: Callable[[], Say]) -> None:
        """Make it; nothing is started. `say` gives the words of the day. Raises `SettingsError`."""
        self._say = say
        self.by_itself = speaks_by_itself(environment)  # reads every letter that is opened
        self._environment = environment
        self._ear = ear
        self._speaker: Speaker | None = None
        self._following: asyncio.Task[None] | None = None
        self._own_words: Mapping[str, str] = {}
        self._script: Script | None = None
        self._whose: list[int] = []  # which sentence each of the speaker's is a piece of
        self._is_aside = False  # something is said that is not the text itself
        self._begun = asyncio.Event()

    @property
    def is_speaking(self) -> bool:
        """Whether something is heard, or held in the middle of a word."""
        return self._speaker is not None and self._speaker.state != "silent"

    def script_of(self, reading: Reading | None) -> Script | None:
        """Give what is or was read aloud, if it is this text, however it is laid out by now."""
        if self._script is None or reading is None or not reading.blocks:
            return None
        return self._script if reading.blocks[0] is self._script.text else None

    async def begin(self, script: Script) -> None:
        """Read a text aloud, in place of what is read. Raises `SettingsError`."""
        await self.stop()
        self._start()
        self._script = script
        self._begun.clear()
        self._from(script, script.at)

    async def stop(self) -> None:
        """Fall silent, and remember the sentence."""
        script = self._script
        if self._speaker is None or script is None or not self.is_speaking:
            return
        self._speaker.stop()
        script.left_at = script.where()
        await _remember(script, script.at)
        self._ear.hear(Heard(None, script.text))

    async def leave(self) -> None:
        """Fall silent and forget the text: the person turns to another mailbox."""
        await self.stop()
        self._script = None

    def pause(self) -> None:
        """Hold the voice in the middle of a word, or let it go on."""
        if self._speaker is None:
            return
        if self._speaker.state == "paused":
            self._speaker.resume()
        else:
            self._speaker.pause()

    def go(self, script: Script, step: int) -> bool:
        """Read on from a sentence on or back, or from this one again; False where there is none."""
        if not 0 <= script.at + step < len(script.sentences):
            return False
        self._from(script, script.at + step)
        return True

    def spell(self, word: str, language: str) -> None:
        """Spell a word. Raises `SettingsError`."""
        from accessibility.pronouncing.spelling import spelled  # 10 ms: seldom wanted
        from accessibility.speech.sentence import Sentence

        self._is_aside = True
        self._whose = [] if self._script is None else [self._script.at]
        self._start().speak([Sentence(text=spelled(word, language), language=language)])

    def spell_next(self, script: Script) -> None:
        """Spell the sentence's first word, then its next. Raises `SettingsError`."""
        # Whoever walks along a sentence did not ask for a number's last four digits.
        pieces = script.sentences[script.at].pieces
        words = [
            (word, piece.language)
            for piece in pieces
            for word in without_cpr_numbers(piece.text).split()
        ]
        word, language = words[script.spelled % len(words)]
        script.spelled += 1
        self.spell(word, language)

    def change_rate(self, step: int) -> int:
        """Speak a step faster or slower; gives the words a minute. Raises `SettingsError`."""
        speaker = self._start()
        return speaker.set_rate(speaker.rate + step * _STEP)

    async def settled(self) -> None:
        """Wait until the voice is heard or cannot be, at most a second."""
        if self.is_speaking:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._begun.wait(), _SOON)

    async def close(self) -> None:
        """Be silent for good."""
        following, self._following = self._following, None
        try:
            await self.stop()
        finally:
            if following is not None:
                following.cancel()
                with suppress(asyncio.CancelledError):
                    await following
            if self._speaker is not None:
                await self._speaker.close()

    # -- the speaker

    def _start(self) -> "Speaker":
        if self._speaker is None:
            from accessibility.speech.speaker import Speaker  # only when a word is spoken
            from mailbox_tui.deeds.speaking import own_words

            settings = read_speech(self._environment)
            self._own_words = own_words(self._environment)
            self._speaker = Speaker(settings, self._environment)
            self._following = asyncio.create_task(self._follow(self._speaker))
        return self._speaker

    def _from(self, script: Script, at: int) -> None:
        script.at, script.spelled, script.has_ended, script.left_at = at, 0, False, None
        self._whose, self._is_aside = [], False
        self._start().speak(self._pieces(script, at, self._whose))

    def _pieces(self, script: Script, at: int, whose: list[int]) -> Iterator["Sentence"]:
        """Give what is spoken, from a sentence on: made ready only a little ahead."""
        from mailbox_tui.deeds.speaking import voiced  # with all rules of pronunciation

        for number in range(at, len(script.sentences)):
            for piece in voiced(script.sentences[number], self._own_words):
                whose.append(number)
                yield piece

    async def _follow(self, speaker: "Speaker") -> None:
        async for told in speaker.told():
            await self._take(told)
            self._begun.set()
        if self._following is not None:  # nobody closed it: something in it failed
            self._speaker = None
            await self._fail(self._say()("The speech engine failed. Nothing more is read aloud."))
            self._begun.set()

    async def _take(self, told: "Told") -> None:
        script = self._script
        match told.kind:
            case "begun" if script is not None and told.index < len(self._whose):
                script.at = self._whose[told.index]
                self._ear.hear(Heard(script.sentences[script.at], script.text))
            case "ended" if script is not None and not self.is_speaking:
                if not self._is_aside:
                    script.has_ended = True
                    await _remember(script, 0)
                self._ear.hear(Heard(None, script.text))
            case "trouble" if told.trouble is not None:
                from accessibility.speech.trouble_words import trouble_sentence

                await self._fail(trouble_sentence(told.trouble, self._say()))
            case "restarted":
                from accessibility.speech.trouble_words import restarted_sentence

                self._ear.tell_aside(restarted_sentence(self._say()), is_over=False)

    async def _fail(self, why: str) -> None:
        self._ear.tell_aside(why, is_over=True)
        script = self._script
        if script is not None:
            script.left_at = script.where()
            await _remember(script, script.at)
            self._ear.hear(Heard(None, script.text))


async def _remember(script: Script, sentences: int) -> None:
    """Remember the place, where that is possible: else the next time begins earlier."""
    if script.keep is not None:
        with suppress(MailboxError):
            await script.keep(sentences)
