"""A speaker with a sound card, what it is given to speak, and waiting for what it tells."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.speaker import Speaker
from accessibility.speech.telling import Told, ToldKind
from tests.accessibility.speech.sound_card import SoundCard


def sentences(*texts: str, pause: float = 0.0) -> list[Sentence]:
    """Make Danish sentences."""
    return [Sentence(text=text, language="da", pause=pause) for text in texts]


LONG = sentences("Dette er en meget lang sætning, som bliver ved og ved, " * 6)


@asynccontextmanager
async def speaker_of(sound_card: SoundCard, **settings: object) -> AsyncIterator[Speaker]:
    """Open a speaker with a sound card, and close it."""
    chosen = SpeechSettings(**settings)  # type: ignore[arg-type]  # a test's own
    speaker = Speaker(chosen, sound_card.environment())
    try:
        yield speaker
    finally:
        await speaker.close()


async def until(speaker: Speaker, *kinds: ToldKind, seconds: float = 10) -> list[Told]:
    """Listen until one of these; give all that was told."""
    heard = []
    async with asyncio.timeout(seconds):
        async for told in speaker.told():
            heard.append(told)
            if told.kind in kinds:
                break
    return heard


async def until_true(is_so: Callable[[], object], seconds: float = 5, every: float = 0.01) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not is_so():  # noqa: ASYNC110 - it waits for other processes
            await asyncio.sleep(every)
