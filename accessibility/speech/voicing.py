"""One engine as the workers use it: sentences of any language become sound, one after the other."""

import re
from collections.abc import Callable

from accessibility.speech.pyttsx3_driver import Engine
from accessibility.speech.sentence import Sentence, speakable
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

# Languages that are spoken well enough by the voice of another one.
_ALSO = {"no": "nb", "nn": "nb"}
_LAST_RESORT = "en"
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}", re.ASCII)  # BCP 47

# Gives the voices to try for a language tag, the best first, knowing the person's own voice; an
# empty one leaves the engine's.
VoicesFor = Callable[[str, str], list[str]]


class Voicing:
    """Speaks sentences with a pyttsx3 engine; used from one thread.

    The person's own voice speaks sentences of its language; others have their language's voice.
    """

    def __init__(self, engine: Engine, settings: SpeechSettings, voices_for: VoicesFor) -> None:
        self._engine = engine
        self._voice = settings.voice
        self._rate = settings.rate
        self._voices_for = voices_for
        self._properties: dict[str, object] = {}  # as the engine has them now
        self._found: dict[str, str] = {}  # a language, and the voice for it
        self._set("volume", settings.volume / 100)

    def set_rate(self, words_a_minute: int) -> None:
        """Speak so fast from the next sentence on."""
        self._rate = words_a_minute

    def speak(self, sentence: Sentence) -> None:
        """Speak a sentence; returns when its sound is written, or was not wanted any more.

        Raises `SpeechTrouble`.
        """
        text = speakable(sentence.text)
        if not text:
            return
        self._set("rate", self._rate)
        self._choose_voice(sentence.language)
        self._run(lambda: self._engine.say(text))

    def stop(self) -> None:
        """Stop an engine that plays by itself; may be called from another thread."""
        self._engine.stop()

    def _choose_voice(self, language: str) -> None:
        tag = _tag(language)
        if tag in self._found:
            if self._found[tag]:
                self._set("voice", self._found[tag])
            return
        for voice in self._voices_for(tag, self._voice):
            try:
                if voice:
                    self._set("voice", voice)
            except SpeechTrouble as trouble:
                if trouble.code is not TroubleCode.VOICE_MISSING:
                    raise
            else:
                self._found[tag] = voice
                return
        raise SpeechTrouble(TroubleCode.VOICE_MISSING, language)

    def _set(self, name: str, value: object) -> None:
        if self._properties.get(name) == value:
            return
        self._properties.pop(name, None)
        self._run(lambda: self._engine.setProperty(name, value))
        self._properties[name] = value

    def _run(self, queue: Callable[[], object]) -> None:
        # Held back until the loop runs, as on the first time: pyttsx3's own drivers never leave a
        # loop whose last command was done before it began.
        self._engine.proxy.setBusy(True)
        queue()
        try:
            self._engine.runAndWait()
        except SpeechTrouble:
            raise
        except Exception as error:
            raise SpeechTrouble(TroubleCode.ENGINE_FAILED) from error


def _tag(language: str) -> str:
    """Give a language as a tag: it is a stranger's, and an engine makes a path of it."""
    tag = language.lower().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else _LAST_RESORT


def voices_by_tag(tag: str, chosen: str) -> list[str]:
    """Give espeak-ng's voices for a language: they are called by its tag."""
    primary = tag.partition("-")[0]
    mine = chosen.lower().rpartition("/")[2].partition("+")[0].partition("-")[0]
    voices = [chosen] if chosen and mine == primary else []
    return [*voices, tag, primary, *_ALSO.get(primary, "").split(), _LAST_RESORT]
