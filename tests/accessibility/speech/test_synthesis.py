"""Sentences as sound for a file, by the real engine in its process."""

import array
import os
import signal

import pytest

from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.synthesis import Synthesis
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from tests.accessibility.speech.alikeness import alike


def sentence(text: str, *, language: str = "da", pause: float = 0.0) -> Sentence:
    return Sentence(text=text, language=language, pause=pause)


def test_a_sentence_becomes_sound_and_its_pause_silence() -> None:
    with Synthesis(SpeechSettings(), {}) as synthesis:
        assert synthesis.sample_rate == 22050
        spoken = synthesis.pcm(sentence("Du skal betale."))
        paused = synthesis.pcm(sentence("Du skal betale.", pause=0.5))
    assert alike(paused, spoken + bytes(22050))
    assert max(array.array("h", spoken)) > 5000


def test_each_language_has_its_own_voice() -> None:
    with Synthesis(SpeechSettings(), {}) as synthesis:
        tags = ("da", "en", "en-GB", "nb", "no", "da-DK")
        sounds = {tag: synthesis.pcm(sentence("Hello", language=tag)) for tag in tags}
    assert not alike(sounds["da"], sounds["en"])
    assert not alike(sounds["da"], sounds["nb"])
    assert alike(sounds["en"], sounds["en-GB"])
    assert alike(sounds["nb"], sounds["no"])
    assert alike(sounds["da"], sounds["da-DK"])


def test_the_persons_voice_speaks_its_language_only() -> None:
    with (
        Synthesis(SpeechSettings(voice="da+f3"), {}) as chosen,
        Synthesis(SpeechSettings(), {}) as plain,
    ):
        assert not alike(chosen.pcm(sentence("Hej")), plain.pcm(sentence("Hej")))
        english = sentence("Hello", language="en")
        assert alike(chosen.pcm(english), plain.pcm(english))


def test_a_faster_rate_is_shorter() -> None:
    text = sentence("Dette er en sætning, som man kan høre.")
    with Synthesis(SpeechSettings(rate=400), {}) as fast, Synthesis(SpeechSettings(), {}) as usual:
        assert len(fast.pcm(text)) < 0.6 * len(usual.pcm(text))


@pytest.mark.parametrize("text", ["", " ", "\0", "\x01\n"])
def test_a_sentence_without_words_is_its_pause(text: str) -> None:
    with Synthesis(SpeechSettings(), {}) as synthesis:
        assert len(synthesis.pcm(sentence(text, pause=0.1))) == 2 * 2205


def test_a_strangers_text_commands_nothing() -> None:
    with Synthesis(SpeechSettings(), {}) as synthesis:
        usual = synthesis.pcm(sentence("Farvel."))
        for text in ("\x01450S hej", "\x010A hej", "<speak>hej", "[[h'aI]] \0 hej", "\ud800 hej"):
            assert synthesis.pcm(sentence(text))
            assert alike(synthesis.pcm(sentence("Farvel.")), usual)


def test_marks_are_read_as_they_stand() -> None:
    with Synthesis(SpeechSettings(), {}) as synthesis:
        plain = len(synthesis.pcm(sentence("hej")))
        assert len(synthesis.pcm(sentence("<b>hej</b>"))) > 1.5 * plain  # no SSML
        brackets = synthesis.pcm(sentence("[[hEj hEj hEj hEj]] hej"))
        phonemes = synthesis.pcm(sentence("hEj hEj hEj hEj hej"))
        assert abs(len(brackets) - len(phonemes)) < 0.3 * len(phonemes)


def test_an_engine_that_died_is_told_and_the_next_sentence_has_another() -> None:
    with Synthesis(SpeechSettings(), {}) as synthesis:
        whole = synthesis.pcm(sentence("Hej"))
        process = synthesis._process
        assert process
        os.kill(process.pid, signal.SIGKILL)
        with pytest.raises(SpeechTrouble) as raised:
            synthesis.pcm(sentence("Hej"))
        assert raised.value.code is TroubleCode.WORKER_DIED
        assert alike(synthesis.pcm(sentence("Hej")), whole)


def test_an_engine_that_plays_by_itself_gives_no_file() -> None:
    with pytest.raises(SpeechTrouble, match="engine-plays"):
        Synthesis(SpeechSettings(engine="dummy"), {}).__enter__()
