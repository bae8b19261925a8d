"""Sentences read aloud for a verb: until their end, a key, or what keeps them from being heard."""

import asyncio
from collections.abc import Mapping, Sequence

from accessibility.reading_order import Block
from accessibility.spoken_sentences import SpokenSentence
from mailbox_tui.any_key import any_key
from mailbox_tui.desk import Desk
from mailbox_tui.lines.listing import print_wrapped
from mailbox_tui.voice import Heard, Keep, Script, Voice


class _Listener:
    """Waits for silence; what is told meanwhile is printed."""

    def __init__(self, desk: Desk) -> None:
        self.silent = asyncio.Event()
        self.has_failed = False
        self._desk = desk

    def hear(self, heard: Heard) -> None:
        if heard.sentence is None:
            self.silent.set()

    def tell_aside(self, text: str, *, is_over: bool) -> None:
        print_wrapped(self._desk, text)
        self.has_failed |= is_over


async def play(
    desk: Desk,
    text: Block,
    sentences: Sequence[SpokenSentence],
    environment: Mapping[str, str],
    *,
    at: int = 0,
    keep: Keep | None = None,
) -> bool:
    """Read sentences of a text aloud from one of them on; False, and said so, if they cannot be.

    Raises `SettingsError`.
    """
    listener = _Listener(desk)
    voice = Voice(environment, listener, lambda: desk.say)
    try:
        with any_key() as pressed:
            await voice.begin(Script(text=text, sentences=sentences, at=at, keep=keep))
            waited = [asyncio.create_task(one.wait()) for one in (listener.silent, pressed)]
            _, others = await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
            for one in others:
                one.cancel()
            await asyncio.gather(*others, return_exceptions=True)
    finally:
        await voice.close()
    return not listener.has_failed
