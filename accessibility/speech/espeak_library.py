"""libespeak-ng by ctypes: the first sound of a sentence within a millisecond.

The library and its 141 voices come with the package espeakng-loader. It is GPL-3, and may end the
process it runs in; so it is loaded in the speech worker only.
"""

import ctypes
import re
from pathlib import Path
from typing import Any

from accessibility.speech.sentence import speakable
from accessibility.speech.settings import FASTEST, SLOWEST
from accessibility.speech.synthesiser import BeganWord, InstalledVoice, Write
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

# espeak-ng's speak_lib.h
_SYNCHRONOUS = 2  # `espeak_Synth` returns when the last piece has been given to us
_DO_NOT_EXIT = 0x8000  # where its data is missing
_RATE, _VOLUME = 1, 2
_CHARS_UTF8 = 1  # and neither SSML (0x10) nor phonemes (0x100): the text is a stranger's
_END_OF_EVENTS, _WORD = 0, 1
_GO_ON, _ABORT = 0, 1

_SAMPLE = 2  # bytes
_PIECE = 20  # milliseconds of sound at a time: how soon a stop is seen

# A hyphen between a mark and a letter, ")-å" say, crashes espeak-ng 1.52. It is silent there, so a
# blank takes its place: places of words stay true.
_HYPHEN = re.compile(r"(?<![^\W_])-(?=[^\s\d])")


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),  # in characters, from 1
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),  # a priority byte and a tag, again and again, then 0
        ("identifier", ctypes.c_char_p),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class EspeakLibrary:
    """The engine in this process. There can be one only: the library keeps its state globally."""

    def __init__(self) -> None:
        """Load it. Raises `SpeechTrouble`."""
        library_path, data_folder = _places()
        try:
            self._library = ctypes.CDLL(library_path)
        except OSError as error:
            raise SpeechTrouble(TroubleCode.ENGINE_MISSING, "libespeak-ng") from error
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        self._library.espeak_ListVoices.argtypes = [ctypes.c_void_p]
        self._library.espeak_SetVoiceByName.argtypes = [ctypes.c_char_p]
        self._library.espeak_Synth.argtypes = [
            ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int,
            ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p,
        ]  # fmt: skip
        folder = str(data_folder).encode()
        rate = self._library.espeak_Initialize(_SYNCHRONOUS, _PIECE, folder, _DO_NOT_EXIT)
        if rate <= 0:
            raise SpeechTrouble(TroubleCode.ENGINE_FAILED, "libespeak-ng")
        self.sample_rate = int(rate)
        self._write: Write = _refuse
        self._began_word: BeganWord = _tell_nobody
        self._milliseconds = 0.0  # of this text, written
        self._was_refused = False
        self._broke: BaseException | None = None
        self._kept_callback = _Callback(self._take)  # the library holds no reference to it
        self._library.espeak_SetSynthCallback(self._kept_callback)

    def speak(self, text: str, write: Write, began_word: BeganWord) -> bool:
        """Speak a text; what `write` raises is raised here."""
        told = _HYPHEN.sub(" ", speakable(text)).encode() + b"\0"
        self._write, self._began_word = write, began_word
        self._was_refused, self._broke, self._milliseconds = False, None, 0.0
        answer = self._library.espeak_Synth(told, len(told), 0, 0, 0, _CHARS_UTF8, None, None)
        self._write, self._began_word = _refuse, _tell_nobody
        broke, self._broke = self._broke, None
        if broke is not None:
            raise broke
        if answer != 0 and not self._was_refused:
            raise SpeechTrouble(TroubleCode.ENGINE_FAILED, "libespeak-ng")
        return not self._was_refused

    def set_voice(self, voice: str) -> None:
        """Take a voice ("da"), a language tag ("en-GB"), or one with a variant ("da+f3")."""
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise SpeechTrouble(TroubleCode.VOICE_MISSING, voice)

    def set_rate(self, words_a_minute: int) -> None:
        """Speak so fast from the next text on; from 80 to 450."""
        self._library.espeak_SetParameter(_RATE, min(max(words_a_minute, SLOWEST), FASTEST), 0)

    def set_volume(self, percent: int) -> None:
        """Speak so loudly from the next text on."""
        self._library.espeak_SetParameter(_VOLUME, min(max(percent, 0), 100), 0)

    def voices(self) -> list[InstalledVoice]:
        """List the voices; reads a file for each, 10 ms in all."""
        listed = self._library.espeak_ListVoices(None)
        found = []
        at = 0
        while listed[at]:
            voice = listed[at].contents
            found.append(
                InstalledVoice(
                    identifier=voice.identifier.decode("utf-8", "replace"),
                    name=voice.name.decode("utf-8", "replace"),
                    languages=_languages(voice.languages),
                )
            )
            at += 1
        return found

    def close(self) -> None:
        """Do nothing: the library is gone with its process."""

    def _take(self, pcm: "ctypes._Pointer[ctypes.c_short]", count: int, events: object) -> int:
        """Take sound from the library, which waits; nothing may be raised into C."""
        try:
            sound = ctypes.string_at(pcm, count * _SAMPLE) if count > 0 and pcm else b""
            if not self._write_all(sound, _words(events)):
                self._was_refused = True
        except BaseException as error:  # noqa: BLE001 - it is raised again by `speak`
            self._broke = error
        return _ABORT if self._was_refused or self._broke else _GO_ON

    def _write_all(self, sound: bytes, words: list[tuple[int, int, int]]) -> bool:
        """Write it in pieces, as the library gives 60 ms however little it is asked for."""
        size = (self.sample_rate * _PIECE // 1000 + 1) * _SAMPLE
        for start in range(0, len(sound), size):
            piece = sound[start : start + size]
            self._milliseconds += len(piece) * 1000 / self.sample_rate / _SAMPLE
            while words and words[0][0] < self._milliseconds:
                _, at, length = words.pop(0)
                self._began_word(at, length)
            if not self._write(piece):
                return False
        for _, at, length in words:
            self._began_word(at, length)
        return True


def _words(events: Any) -> list[tuple[int, int, int]]:
    """Read the C array: the words that begin in this piece; when (ms), where, and how long."""
    words, at = [], 0
    while (event := events[at]).type != _END_OF_EVENTS:
        if event.type == _WORD:
            words.append((event.audio_position, event.text_position - 1, event.length))
        at += 1
    return words


def _places() -> tuple[str, Path]:
    """Find the library, and the folder that holds its folder of data."""
    try:
        import espeakng_loader
    except ImportError as error:
        raise SpeechTrouble(TroubleCode.ENGINE_MISSING, "espeakng-loader") from error
    try:
        return espeakng_loader.get_library_path(), Path(espeakng_loader.get_data_path()).parent
    except RuntimeError as error:
        raise SpeechTrouble(TroubleCode.ENGINE_MISSING, "espeak-ng-data") from error


def _languages(listed: int | None) -> tuple[str, ...]:
    """Read the C array: a priority byte, a tag, a zero byte; a zero priority ends it."""
    tags, at = [], listed or 0
    while at and ctypes.string_at(at, 1) != b"\0":
        tag = ctypes.string_at(at + 1)
        tags.append(tag.decode("ascii", "replace"))
        at += len(tag) + 2
    return tuple(tags)


def _refuse(_: bytes) -> bool:
    return False


def _tell_nobody(_start: int, _length: int) -> None:
    return None
