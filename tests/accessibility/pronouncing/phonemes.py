"""What espeak-ng would say of a text, as phonemes: two texts that sound alike are alike here.

The library is asked in a child process, because it may end the process it is in. Pauses, stress
and blanks are dropped: a comma more or less, or digits grouped another way, change how a sentence
flows and not which words are heard.
"""

import ctypes
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

VOICES = {"da": "da", "en": "en"}  # espeak-ng's "en" is its British voice
WHY_NOT = "espeakng_loader is not installed, so nothing can be heard: pip install espeakng-loader"

_DO_NOT_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT of speak_lib.h: give an error instead
_SYNCHRONOUS, _UTF8 = 2, 1
_LONGEST_WAIT = 15  # seconds for some thousand sentences, which take less than one
# Pauses (_! _: _|), stress (' , % =), glides over a word's edge (English r- and ;), blanks.
_FLOW = re.compile(r"_[!:|]*|[',%=;\s]|r-")


def is_installed() -> bool:
    """Say whether the library can be asked at all."""
    return find_spec("espeakng_loader") is not None


def sounds_of(texts: Iterable[str], language: str) -> dict[str, str]:
    """Give what is heard of each text, in espeak-ng's own letters for sounds.

    Raises `subprocess.CalledProcessError` when the library ended the child.
    """
    asked = sorted(set(texts))
    told = subprocess.run(
        [sys.executable, "-I", __file__, VOICES[language]],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
        timeout=_LONGEST_WAIT,
    )
    heard: list[str] = json.loads(told.stdout)
    return {text: _FLOW.sub("", sound) for text, sound in zip(asked, heard, strict=True)}


@cache
def _library(voice: str) -> ctypes.CDLL:
    import espeakng_loader  # only in the child

    os.environ["ESPEAK_DATA_PATH"] = str(Path(espeakng_loader.get_data_path()).parent)
    library = ctypes.CDLL(espeakng_loader.get_library_path(), ctypes.RTLD_GLOBAL)
    rate = library.espeak_Initialize(_SYNCHRONOUS, 0, None, _DO_NOT_EXIT)
    if rate <= 0 or library.espeak_SetVoiceByName(voice.encode()):
        raise LookupError(voice)  # without a voice the library would crash
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_void_p), *[ctypes.c_int] * 2]
    return library


def _heard(text: str, voice: str) -> str:
    """Ask clause by clause: the library moves the pointer on and clears it at the end."""
    letters = ctypes.create_string_buffer(text.encode())
    at = ctypes.c_void_p(ctypes.addressof(letters))
    clauses = []
    while at.value:
        clauses.append(_library(voice).espeak_TextToPhonemes(ctypes.byref(at), _UTF8, 0).decode())
    return " ".join(clauses)


if __name__ == "__main__":
    json.dump([_heard(text, sys.argv[1]) for text in json.load(sys.stdin)], sys.stdout)
