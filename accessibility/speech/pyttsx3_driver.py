"""A driver of our own under pyttsx3's Engine: what it promises is what is heard.

pyttsx3 2.99's own driver for Linux gives up `runAndWait` before any sound, speaks only the last of
several texts, cannot be stopped, and hides what goes wrong. Here `runAndWait` returns when the
output took the last piece, texts are spoken in their order, `stop` is seen within one piece (20
ms), words are told when their sound is written, and the first thing that went wrong is raised.
"""

import sys
import threading
import wave
from collections.abc import Iterator
from functools import partial
from types import ModuleType
from typing import Any, Protocol

from accessibility.speech.synthesiser import Synthesiser, Write
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

DRIVER_NAME = "brevdue"
_MODULE = f"pyttsx3.drivers.{DRIVER_NAME}"  # where pyttsx3 looks for the driver of that name


class Proxy(Protocol):
    """What we use of `pyttsx3.driver.DriverProxy`."""

    def setBusy(self, busy: bool) -> None:  # noqa: N802, FBT001 - pyttsx3's
        """Hold the queue, or let it go on."""


class Engine(Protocol):
    """What we use of `pyttsx3.engine.Engine`, which brings no types."""

    proxy: Proxy

    def say(self, text: str, name: str | None = None) -> str | None:
        """Queue a text."""

    def save_to_file(self, text: str, filename: str, name: str | None = None) -> None:
        """Queue a text for a WAV file."""

    def runAndWait(self) -> None:  # noqa: N802 - pyttsx3's name
        """Speak all that is queued."""

    def stop(self) -> None:
        """Stop what is spoken, and forget what is queued; from any thread."""

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802 - pyttsx3's name
        """Queue a change of "voice", "rate" or "volume"."""

    def getProperty(self, name: str) -> Any:  # noqa: N802 - pyttsx3's name
        """Give a property, or all "voices"."""

    def connect(self, topic: str, cb: object) -> object:
        """Be told of a topic."""


def open_engine(synthesiser: Synthesiser, write: Write) -> Engine:
    """Open a pyttsx3 engine that speaks with a synthesiser and writes its sound to `write`.

    Raises `SpeechTrouble` if pyttsx3 is not installed.
    """
    module = ModuleType(_MODULE)
    module.buildDriver = partial(Driver, synthesiser, write)  # type: ignore[attr-defined]
    sys.modules[_MODULE] = module
    return named_engine(DRIVER_NAME)


def named_engine(name: str | None) -> Engine:
    """Open a pyttsx3 engine by the name of its driver; None is this machine's own.

    Raises `SpeechTrouble`.
    """
    try:
        # Only in a worker: a face never speaks by itself.
        from pyttsx3.engine import Engine as Pyttsx3Engine
    except ImportError as error:
        raise SpeechTrouble(TroubleCode.ENGINE_MISSING, "pyttsx3") from error
    try:
        engine: Engine = Pyttsx3Engine(name)
    except (ImportError, OSError, RuntimeError) as error:
        raise SpeechTrouble(TroubleCode.ENGINE_FAILED, name or "pyttsx3") from error
    return engine


class _Utterance:
    """A text on its way to the output, or to a file."""

    def __init__(self, text: str, path: str | None) -> None:
        self.text = text
        self.path = path
        self.is_stopped = False


class Driver:
    """What `pyttsx3.driver.DriverProxy` drives; `proxy` hands it one command at a time.

    A command that takes time makes the proxy busy and waits here for the loop, so a thousand
    queued texts are no recursion, and all is spoken in the thread that runs the loop.
    """

    def __init__(self, synthesiser: Synthesiser, write: Write, proxy: Any) -> None:
        self._synthesiser = synthesiser
        self._write = write
        self._proxy = proxy
        self._changed = threading.Condition()
        self._utterance: _Utterance | None = None  # waits, or is spoken
        self._is_ended = False
        self._broke: Exception | None = None
        self._properties: dict[str, object] = {"voice": None, "rate": 175, "volume": 1.0}

    def destroy(self) -> None:
        """Called by the proxy when it is dropped."""
        self._synthesiser.close()

    def say(self, text: str) -> None:
        """Take a text for the loop."""
        self._hand_over(_Utterance(text, None))

    def save_to_file(self, text: str, filename: str) -> None:
        """Take a text for the loop, for a WAV file."""
        self._hand_over(_Utterance(text, filename))

    def stop(self) -> None:
        """Stop what is spoken or waits; its end is told with `completed=False`."""
        with self._changed:
            if self._utterance is not None:
                self._utterance.is_stopped = True

    def getProperty(self, name: str) -> object:  # noqa: N802 - pyttsx3's name
        """Give a property; "voices" lists what the engine has. Raises `KeyError`."""
        if name == "voices":
            from pyttsx3.voice import Voice

            return [
                Voice(one.identifier, one.name, list(one.languages), None, None)
                for one in self._synthesiser.voices()
            ]
        return self._properties[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 - pyttsx3's name
        """Change a property for the texts queued after it."""
        changes = {
            "voice": lambda: self._synthesiser.set_voice(str(value)),
            "rate": lambda: self._synthesiser.set_rate(int(value)),
            "volume": lambda: self._synthesiser.set_volume(round(float(value) * 100)),
        }
        try:
            changes[name]()
        except Exception as error:
            self._broke = self._broke or error
            raise  # to the proxy, which tells it as "error" and drops it
        self._properties[name] = value

    def startLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """Speak until `endLoop`. What went wrong first is raised at the end."""
        self._ask_for_a_command()
        while not self._is_ended:
            with self._changed:
                while self._utterance is None and not self._is_ended:
                    self._changed.wait()
            self._speak_waiting()
        self._is_ended = False  # not at the start: with nothing to speak, `endLoop` comes first
        broke, self._broke = self._broke, None
        if broke is not None:
            raise broke

    def endLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """End the loop after what is spoken now."""
        with self._changed:
            self._is_ended = True
            self._changed.notify_all()

    def iterate(self) -> Iterator[None]:
        """Speak one text at a time, for a caller with a loop of its own."""
        self._ask_for_a_command()
        while True:
            self._speak_waiting()
            yield

    def _ask_for_a_command(self) -> None:
        """Between two loops the proxy hands over what is said at once, so one may wait already."""
        if self._utterance is None:
            self._proxy.setBusy(False)

    def _hand_over(self, utterance: _Utterance) -> None:
        with self._changed:
            self._proxy.setBusy(True)
            self._utterance = utterance
            self._changed.notify_all()

    def _speak_waiting(self) -> None:
        utterance = self._utterance
        if utterance is None:
            return
        is_complete = False
        try:
            if not utterance.is_stopped:
                self._proxy.notify("started-utterance")
                is_complete = self._spoken(utterance)
        except Exception as error:  # noqa: BLE001 - raised when the loop has ended
            self._broke = self._broke or error
            self._proxy.stop()  # what was queued behind it is not spoken
            self._proxy.notify("error", exception=error)
        self._proxy.notify("finished-utterance", completed=is_complete)
        with self._changed:
            self._utterance = None
        self._proxy.setBusy(False)  # hands over the next command

    def _spoken(self, utterance: _Utterance) -> bool:
        """Tell whether all of it was written."""
        if utterance.path is not None:
            return self._saved(utterance, utterance.path)

        def write(pcm: bytes) -> bool:
            return not utterance.is_stopped and self._write(pcm)

        return self._synthesiser.speak(utterance.text, write, self._tell_word)

    def _saved(self, utterance: _Utterance, path: str) -> bool:
        with wave.open(path, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(self._synthesiser.sample_rate)

            def write(pcm: bytes) -> bool:
                file.writeframesraw(pcm)
                return not utterance.is_stopped

            return self._synthesiser.speak(utterance.text, write, lambda _start, _length: None)

    def _tell_word(self, start: int, length: int) -> None:
        self._proxy.notify("started-word", location=start, length=length)
