"""A letter of three minutes as voice notes: processor seconds, bytes, and the wait for the first.

    python benchmarks/voice_notes.py

Beside it: the program espeak-ng writes a WAV file of the same words, encoded in the same way.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import wave
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))
from figures import Report

from accessibility.rendering.spoken import Utterance
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.sound_files import write_sound
from accessibility.speech.synthesis import Synthesis
from accessibility.speech.voice_note_cache import VoiceNoteCache
from accessibility.speech.voice_notes import VoiceNote, voice_notes

SETTINGS = SpeechSettings()
SECTION = (
    "Overskrift: Det skal du gøre.",
    "Du skal betale et tusind to hundrede og fireogtredive kroner og halvtreds øre senest den "
    "første december to tusind seksogtyve.",
    "Betaler du ikke til tiden, skriver vi til dig igen, og så kommer der et gebyr oveni.",
    "Har du spørgsmål, kan du ringe til kommunen på hverdage mellem klokken ni og klokken femten.",
    "Er du uenig i afgørelsen, kan du klage inden fire uger fra den dag, du har fået brevet.",
)
ORDINALS = ("Første", "Anden", "Tredje", "Fjerde", "Femte", "Sjette", "Syvende", "Ottende")
LETTER = [  # no two sections alike: what was spoken before is not spoken again
    Utterance(text=text, language="da", pause=0.5, section=section)
    for section, ordinal in enumerate(ORDINALS)
    for text in (f"{ordinal} sag.", *SECTION)
]


def cpu_seconds() -> float:
    """Give the processor seconds of this process and of those it has waited for."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def notes(folder: Path) -> tuple[list[VoiceNote], float]:
    """Make all notes; give them and the seconds until the first was there."""
    made, start, first = [], time.perf_counter(), 0.0
    for note in voice_notes(
        LETTER,
        pronounced=lambda text, _: text,
        settings=SETTINGS,
        open_voice=lambda: Synthesis(SETTINGS, os.environ),
        cache=VoiceNoteCache(folder),
    ):
        made.append(note)
        first = first or time.perf_counter() - start
    return made, first


def by_the_program(folder: Path) -> tuple[float, int]:
    """Let espeak-ng speak the words to a file and encode it; give its seconds and bytes."""
    spoken, path = folder / "spoken.wav", folder / "spoken.ogg"
    words = "\n".join(one.text for one in LETTER).encode()
    program = shutil.which("espeak-ng")
    if program is None:
        sys.exit("espeak-ng is not installed (Debian: espeak-ng)")
    subprocess.run([program, "-v", "da", "-w", spoken], input=words, check=True)
    with wave.open(str(spoken)) as file:
        seconds = write_sound(path, [file.readframes(file.getnframes())], file.getframerate())
    return seconds, path.stat().st_size


def main() -> None:
    """Measure and print."""
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_sound(folder / "warm.ogg", [b"\0" * 1000], 22_050)  # the libraries are loaded
        start = cpu_seconds()
        theirs, their_bytes = by_the_program(folder)
        their_cpu = cpu_seconds() - start
        start = cpu_seconds()
        made, first = notes(folder / "notes")
        our_cpu = cpu_seconds() - start
        begin = time.perf_counter()
        again, _ = notes(folder / "notes")
        second = time.perf_counter() - begin
        ours = sum(note.seconds for note in made)
        size = sum(note.path.stat().st_size for note in made)
        assert [note.path for note in again] == [note.path for note in made]
        assert len({note.path for note in made}) == len(made)
    print(f"{len(made)} notes, {ours:.0f} s in all; by espeak-ng and one encoding {theirs:.0f} s\n")
    # The reference speaks the same words with other pauses, so each is told for three minutes.
    report.plain("CPU for three minutes", our_cpu / ours * 180, "<= 8", unit="s")
    report.ratio("CPU for three minutes", our_cpu / ours * 180e3, their_cpu / theirs * 180e3,
                 "<= 1.2", unit="ms")  # fmt: skip
    report.plain("real-time factor, in thousandths", our_cpu / ours * 1e3, "<= 44", unit="")
    report.plain("size for three minutes", size / ours * 0.18, "<= 560", unit="KB")
    report.ratio("size for three minutes", size / ours * 0.18, their_bytes / theirs * 0.18,
                 "<= 1.1", unit="KB")  # fmt: skip
    report.plain("wait for the first note", first, "<= 4", unit="s")
    report.plain("all notes again, from the cache", second * 1e3, "<= 20", unit="ms")


if __name__ == "__main__":
    main()
