"""Sound as files: what is written can be heard, and nothing is left half written."""

import errno
import io
import os
import stat
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest
import soundfile

from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.sound_files import SoundTags, write_opus, write_sound
from accessibility.speech.synthesis import Synthesis
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

RATE = 22_050  # samples a second, as espeak-ng gives them


def tone(seconds: float, rate: int = RATE) -> bytes:
    """Make a tone of 440 Hz."""
    turns = numpy.arange(round(seconds * rate)) * (440 * 2 * numpy.pi / rate)
    return bytes((numpy.sin(turns) * 9000).astype(numpy.int16))


def names_in(folder: Path) -> list[str]:
    """Give the names of all files, also of hidden ones."""
    return sorted(path.name for path in folder.iterdir())


def loudness(sound: numpy.ndarray) -> float:
    """Give the root mean square; a tone of 9,000 has about 0.19."""
    return float(numpy.sqrt(numpy.mean(sound**2)))


@pytest.mark.parametrize("name", ["brev.wav", "brev.ogg", "brev.OPUS", "Brev.WAV"])
@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
def test_a_file_holds_the_sound_at_its_length(name: str, rate: int, tmp_path: Path):
    path = tmp_path / name
    told = write_sound(path, [tone(1.0, rate), tone(2.5, rate)], rate)
    sound, its_rate = soundfile.read(path)
    assert told == 3.5
    assert abs(len(sound) / its_rate - 3.5) < 0.05
    assert loudness(sound) == pytest.approx(9000 / 32768 / 2**0.5, rel=0.1)
    spectrum = numpy.abs(numpy.fft.rfft(sound))
    assert abs(int(spectrum.argmax()) * its_rate / len(sound) - 440) < 2


def test_an_opus_file_says_what_and_from_whom_it_is(tmp_path: Path):
    path = tmp_path / "brev.ogg"
    tags = SoundTags(title="Afgørelse\x00\n\x1b[31m", artist="Bylderup Kommune", date="2026-12-01")
    write_sound(path, [tone(0.5)], RATE, tags=tags)
    with soundfile.SoundFile(path) as file:
        assert file.subtype == "OPUS"
        assert file.artist == "Bylderup Kommune"
        assert file.date == "2026-12-01"
        assert file.title == "Afgørelse\ufffd \ufffd[31m"


def test_speech_takes_no_more_than_560_kilobytes_for_three_minutes(tmp_path: Path):
    text = "Du skal betale et tusind to hundrede kroner senest den første december. " * 8
    with Synthesis(SpeechSettings(), os.environ) as voice:
        pcm, rate = voice.pcm(Sentence(text=text, language="da")), voice.sample_rate
    path = tmp_path / "brev.ogg"
    seconds = write_sound(path, [pcm], rate)
    assert seconds > 30
    assert path.stat().st_size / seconds * 180 <= 560_000


def test_pieces_may_end_in_the_middle_of_a_sample(tmp_path: Path):
    pcm = tone(1.0)
    write_sound(tmp_path / "a.wav", [pcm[at : at + 333] for at in range(0, len(pcm), 333)], RATE)
    write_sound(tmp_path / "b.wav", [pcm], RATE)
    assert (tmp_path / "a.wav").read_bytes() == (tmp_path / "b.wav").read_bytes()


@pytest.mark.parametrize("name", ["brev.wav", "brev.ogg"])
def test_a_letter_without_a_sound_is_a_file_all_the_same(name: str, tmp_path: Path):
    assert write_sound(tmp_path / name, [], RATE) == 0
    assert len(soundfile.read(tmp_path / name)[0]) < 0.05 * RATE


def test_a_file_is_for_the_person_alone(tmp_path: Path):
    write_sound(tmp_path / "brev.ogg", [tone(0.1)], RATE)
    assert stat.S_IMODE((tmp_path / "brev.ogg").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["brev.wav", "brev.ogg"])
def test_a_file_is_replaced_only_when_asked(name: str, tmp_path: Path):
    path = tmp_path / name
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        write_sound(path, [tone(0.1)], RATE)
    assert path.read_text() == "mine"
    write_sound(path, [tone(0.1)], RATE, is_replacing=True)
    assert len(soundfile.read(path)[0]) > 0
    assert names_in(tmp_path) == [name]


def test_a_file_that_comes_to_be_meanwhile_is_kept(tmp_path: Path):
    path = tmp_path / "brev.ogg"

    def pcm() -> Iterator[bytes]:
        yield tone(0.1)
        path.write_text("mine")

    with pytest.raises(FileExistsError):
        write_sound(path, pcm(), RATE)
    assert path.read_text() == "mine"
    assert names_in(tmp_path) == ["brev.ogg"]


def test_a_folder_without_links_gets_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links on this disk")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_sound(tmp_path / "brev.ogg", [tone(0.1)], RATE)
    assert names_in(tmp_path) == ["brev.ogg"]


@pytest.mark.parametrize("name", ["brev.wav", "brev.ogg"])
def test_a_voice_that_breaks_leaves_nothing(name: str, tmp_path: Path):
    def pcm() -> Iterator[bytes]:
        yield tone(1.0)
        raise SpeechTrouble(TroubleCode.WORKER_DIED)

    with pytest.raises(SpeechTrouble):
        write_sound(tmp_path / name, pcm(), RATE)
    assert names_in(tmp_path) == []


_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.sound_files import write_sound
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a limit on files is what a full disk is like
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_sound(Path(sys.argv[1]), [bytes(range(256)) * 20000], 22050)
except OSError as error:
    print(type(error).__name__, error.errno)
"""


@pytest.mark.parametrize("name", ["brev.wav", "brev.ogg"])
def test_a_full_disk_leaves_nothing_and_is_told(name: str, tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-c", _ON_A_FULL_DISK, tmp_path / name], capture_output=True, text=True
    )
    assert done.stdout == f"OSError {errno.EFBIG}\n"
    assert done.stderr == ""
    assert names_in(tmp_path) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path):
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        write_sound(tmp_path / "brev.ogg", [tone(0.1)], RATE)
    tmp_path.chmod(0o700)
    assert names_in(tmp_path) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        write_sound(tmp_path / "none" / "brev.ogg", [tone(0.1)], RATE)


def test_opus_goes_out_to_a_pipe_while_it_is_made():
    class Pipe(io.RawIOBase):
        written: list[int]

        def write(self, data: bytes) -> int:  # type: ignore[override]  # bytes are what comes
            self.written.append(len(data))
            return len(data)

    pipe = Pipe()
    pipe.written = []
    before_the_end = []

    def pcm() -> Iterator[bytes]:
        for _ in range(5):
            yield tone(6.0)
            before_the_end.append(sum(pipe.written))

    write_opus(pipe, pcm(), RATE)
    assert before_the_end == sorted(set(before_the_end))
    assert before_the_end[-1] > 0.7 * sum(pipe.written)


def test_a_listener_that_is_gone_is_told():
    reading, writing = os.pipe()
    os.close(reading)
    with pytest.raises(BrokenPipeError), os.fdopen(writing, "wb", buffering=0) as gone:
        write_opus(gone, [tone(1.0)], RATE)


def test_a_long_letter_takes_no_more_memory_than_a_short_one(tmp_path: Path):
    piece = tone(20.0)
    write_sound(tmp_path / "warm.ogg", [piece[:1000]], RATE)
    peaks = []
    for count in (1, 4):
        tracemalloc.start()
        write_sound(tmp_path / f"{count}.ogg", [piece] * count, RATE)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.2 < 10_000_000


def test_without_its_library_the_trouble_is_named_and_wav_still_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "soundfile", None)
    with pytest.raises(SpeechTrouble) as told:
        write_sound(tmp_path / "brev.ogg", [tone(0.1)], RATE)
    assert (told.value.code, told.value.what) == (TroubleCode.ENGINE_MISSING, "soundfile")
    assert names_in(tmp_path) == []
    assert write_sound(tmp_path / "brev.wav", [tone(0.1)], RATE) == pytest.approx(0.1)
