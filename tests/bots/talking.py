"""A citizen who talks with the bot, without any channel: events in, effects out, as a transcript.

A transcript is a readable file. What the person does stands in lines that begin with `> ` (types),
`* ` (presses a button by its label), `~ ` (a button's data as it is, forged) or `@ ` (somewhere
else: in the terminal, or time goes by); all other lines are what the chat answered. Replaying a
file gives the same file.
"""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from accessibility.wording import Say
from bots.conversation import Sitting, answer
from bots.effects import (
    Alert,
    Button,
    DeleteTheirs,
    Effect,
    Leave,
    SendFile,
    SendVoice,
    StripButtons,
    Tell,
    effect_from,
    outgoing,
)
from bots.events import Event, Pressed, Started, Typed, Who, event_from, event_json
from bots.talk import talk_from, talk_json
from bots.voice import NoVoiceError, VoiceNote
from mailbox_store.access import Identity
from mailbox_store.chat_door import ChatDoor
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Address, Chat, Level
from mailbox_store.model.letter import Letter
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.repository import Repository
from tests.bots.accessible_messages import faults_of

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PIN = "271828"
ANNAS_CHAT = Address("telegram", "42")
ANNA = Who(name="Anna", language="en")


@dataclass(slots=True)
class Clock:
    """A clock that tests turn."""

    time: datetime = NOW

    def __call__(self) -> datetime:
        return self.time

    def turn(self, by: timedelta) -> None:
        self.time += by


async def no_voice(letter: Letter, say: Say, first: int) -> AsyncGenerator[VoiceNote, None]:
    """Speak nothing, as where no speech engine is."""
    sentence = say("Nothing can be read aloud: {what} is not installed.", what="espeak-ng")
    if letter.id and first:
        raise NoVoiceError(sentence)
    yield VoiceNote(b"", 0, 1, 1)


async def five_notes(letter: Letter, say: Say, first: int) -> AsyncGenerator[VoiceNote, None]:
    """Speak a letter in five notes of a few bytes."""
    del letter, say
    for number in range(first, 6):
        yield VoiceNote(b"OggS", 61.0, number, 5)


@dataclass(slots=True)
class Citizen:
    """One chat, and the terminal of the one who owns the mailbox."""

    repository: Repository
    facts: MailboxFacts
    clock: Clock = field(default_factory=Clock)
    address: Address = ANNAS_CHAT
    who: Who = ANNA
    talk: str = ""
    make_notes: object = five_notes
    shown: list[Tell] = field(default_factory=list)
    everything: list[Effect] = field(default_factory=list)
    messages: int = 0
    code: str = ""  # what the terminal showed last

    # -- in the chat

    async def does(self, event: Event, *, attempts: int = 1, keeps: bool = True) -> list[Effect]:
        """Let something happen in the chat; gives what comes of it, through the outbox's rows."""
        event, who = event_from(event_json(event, self.who))
        sitting = Sitting(
            door=ChatDoor(self.address, self.repository, self.clock),
            now=self.clock,
            who=who,
            make_notes=self.make_notes,  # type: ignore[arg-type]  # one of two above
            attempts=attempts,
        )
        answered = await answer(event, talk_from(self.talk), sitting)
        if keeps:
            self.talk = talk_json(answered.talk)
        rows = outgoing(answered.effects, self.address, dedupe="test")
        effects = [effect_from(row) for row in rows]
        assert effects == list(answered.effects)
        self.everything += effects
        for effect in effects:
            assert not faults_of(effect), (faults_of(effect), effect)
            match effect:
                case StripButtons():
                    self.shown = [m for m in self.shown if str(id(m)) != effect.message]
                case Tell():
                    self.shown.append(effect)
        return effects

    async def types(self, text: str, *, attempts: int = 1) -> list[Effect]:
        """Type a line."""
        self.messages += 1
        if text.startswith("/start"):
            token = text.removeprefix("/start").strip()
            return await self.does(Started(token=token), attempts=attempts)
        return await self.does(Typed(text=text, message=f"m{self.messages}"), attempts=attempts)

    async def presses(self, label: str, *, attempts: int = 1) -> list[Effect]:
        """Press the newest button of that label."""
        message, button = self.button(label)
        return await self.does(
            Pressed(data=button.data, message=str(id(message)), query="q"), attempts=attempts
        )

    def button(self, label: str) -> tuple[Tell, Button]:
        """Find the newest button of a label."""
        for message in reversed(self.shown):
            for button in message.buttons:
                if button.label == label:
                    return message, button
        raise LookupError(label)

    # -- in the terminal

    @property
    def linking(self) -> Linking:
        return Linking(self.repository, self.facts, Identity(party=self.facts.owner), self.clock)

    async def chat(self) -> Chat:
        """Give the chat as the terminal sees it."""
        return next(c for c in await self.linking.chats() if c.address == self.address)

    async def is_linked(self, level: Level = Level.NOTIFY) -> None:
        """Link the chat, accept it, and raise it to a level."""
        offer = await self.linking.offer()
        await self.types(offer.code)
        key = (await self.chat()).key
        await self.linking.accept(key)
        if level >= Level.TEXT:
            await self.linking.set_pin(PIN)
        if level != Level.NOTIFY:
            await self.linking.set_level(key, level)


def told(effects: list[Effect]) -> str:
    """Give all that was said, for a test that only looks for words."""
    return "\n".join(
        effect.text if isinstance(effect, Tell | Alert) else getattr(effect, "caption", "")
        for effect in effects
    )


def lines_of(effects: list[Effect]) -> list[str]:
    """Write effects as lines of a transcript."""
    lines: list[str] = []
    for effect in effects:
        lines += _lines_of(effect)
    return lines


def _lines_of(effect: Effect) -> list[str]:
    match effect:
        case Tell():
            return [*_text(effect.text, _manner(effect)), *_buttons(effect.buttons), ""]
        case SendFile():
            return [f"(a file, {effect.name}) {effect.caption}", *_manner_line(effect), ""]
        case SendVoice():
            return [f"(a voice note, {effect.seconds} s) {effect.caption}", ""]
        case Alert():
            return [f"(an alert) {effect.text}", ""] if effect.text else []
        case DeleteTheirs():
            return ["(what was typed is deleted)"]
        case StripButtons():
            return ["(the buttons are taken away)"]
        case Leave():
            return ["(the bot leaves)"]


def _text(text: str, manner: str) -> list[str]:
    lines = [f"| {line}".rstrip() for line in text.split("\n")]
    return [*lines, manner] if manner else lines


def _manner(effect: Tell | SendFile) -> str:
    if not effect.is_protected:
        return ""
    minutes = effect.deletes_after.total_seconds() / 60 if effect.deletes_after else 0
    return f"(protected, deleted after {minutes:.0f} minutes)"


def _manner_line(effect: SendFile) -> list[str]:
    return [manner] if (manner := _manner(effect)) else []


def _buttons(buttons: tuple[Button, ...]) -> list[str]:
    return [f"[{button.label}]" for button in buttons]


async def replayed(script: str, citizen: Citizen) -> str:
    """Do what a transcript's person does, and write the transcript anew."""
    lines: list[str] = []
    for line in script.splitlines():
        if line.startswith("# "):
            lines += [line, ""]
        elif line[:2] in ("> ", "* ", "~ ", "@ "):
            lines += [line, *lines_of(await _did(citizen, line[0], line[2:]))]
            if lines[-1]:
                lines.append("")
    return "\n".join(lines).rstrip() + "\n"


async def _did(citizen: Citizen, how: str, what: str) -> list[Effect]:
    if how == ">":
        return await citizen.types(what.replace("{code}", citizen.code))
    if how == "*":
        return await citizen.presses(what)
    if how == "~":
        return await citizen.does(Pressed(data=what, message="1", query="q"))
    await _elsewhere(citizen, what)
    return []


async def _elsewhere(citizen: Citizen, what: str) -> None:
    word, _, rest = what.partition(" ")
    linking = citizen.linking
    match word:
        case "link":
            citizen.code = (await linking.offer()).code
        case "accept":
            await linking.accept((await citizen.chat()).key)
        case "level":
            await linking.set_level((await citizen.chat()).key, Level(int(rest)))
        case "pin":
            await linking.set_pin(rest)
        case "unlink":
            await linking.unlink((await citizen.chat()).key)
        case "other":  # the terminal of the store's other mailbox
            mailboxes = await citizen.repository.mailboxes()
            citizen.facts = next(one for one in mailboxes if one.id != citizen.facts.id)
        case "minutes":
            citizen.clock.turn(timedelta(minutes=int(rest)))
        case "language":
            citizen.who = Who(name="Anna", language=rest)
        case _:
            raise ValueError(what)
