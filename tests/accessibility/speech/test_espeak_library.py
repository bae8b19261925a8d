"""libespeak-ng itself, from its package: its voices, and what it does with any text."""

import array
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessibility.speech.espeak_library import EspeakLibrary
from accessibility.speech.sentence import Sentence, speakable
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.synthesis import Synthesis
from accessibility.speech.troubles import SpeechTrouble, TroubleCode


def sound_of(espeak: EspeakLibrary, text: str) -> bytes:
    pieces: list[bytes] = []

    def write(pcm: bytes) -> bool:
        pieces.append(pcm)
        return True

    assert espeak.speak(text, write, lambda *_: None)
    assert all(len(piece) <= 884 for piece in pieces)  # 20 ms
    return b"".join(pieces)


def test_every_voice_it_lists_can_be_chosen(espeak: EspeakLibrary) -> None:
    voices = espeak.voices()
    assert len(voices) > 100
    assert "Danish" in {voice.name for voice in voices if "da" in voice.languages}
    for voice in voices:
        espeak.set_voice(voice.identifier)
    espeak.set_voice("da")


def test_a_voice_that_is_not_there_is_told(espeak: EspeakLibrary) -> None:
    with pytest.raises(SpeechTrouble) as raised:
        espeak.set_voice("nobody")
    assert (raised.value.code, raised.value.what) == (TroubleCode.VOICE_MISSING, "nobody")


def test_louder_and_softer_is_heard(espeak: EspeakLibrary) -> None:
    def loudness(percent: int) -> int:
        espeak.set_volume(percent)
        return max(map(abs, array.array("h", sound_of(espeak, "Hej"))))

    assert loudness(0) == 0
    assert 0 < 1.8 * loudness(50) < loudness(100)


@pytest.fixture(scope="module")
def synthesis() -> Iterator[Synthesis]:
    """The library in a process that it may crash."""
    with Synthesis(SpeechSettings(), {}) as synthesis:
        yield synthesis


# Where espeak-ng 1.52 crashed: a hyphen between a mark and a letter.
@pytest.mark.parametrize("text", [")-å", "hej: )-a", "---ø", "_-æ", '"-å', "•-å", ")-\u07e9"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_text_is_known_that_crashes_it(synthesis: Synthesis, text: str, language: str) -> None:
    assert synthesis.pcm(Sentence(text=text, language=language)) is not None


_MARKS = "-'\"()[]{}.,:;!?/_*%&§+<>@^°•…»«”"


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=40) | st.text(st.sampled_from(_MARKS + "aåæø 1é\u0301\u07e9")))
def test_any_text_is_spoken_or_silent_and_the_next_one_is_as_ever(
    synthesis: Synthesis, text: str
) -> None:
    synthesis.pcm(Sentence(text=text, language="da"))
    assert len(synthesis.pcm(Sentence(text="Farvel.", language="da"))) > 10_000


@given(text=st.text())
def test_no_control_character_reaches_the_engine(text: str) -> None:
    told = speakable(text)
    told.encode()
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in told)


def test_without_its_package_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    with pytest.raises(SpeechTrouble) as raised:
        EspeakLibrary()
    assert raised.value.code is TroubleCode.ENGINE_MISSING


def test_a_pause_that_no_letter_asks_for_is_refused() -> None:
    for pause in (-1.0, 11.0):
        with pytest.raises(ValueError, match="pause"):
            Sentence(text="", language="da", pause=pause)
