"""Letters read aloud by the verb and in line mode: what is heard, what is written, what stops.

The voice is the real one, in its own process; its sound goes nowhere, as fast as it is made or as
long as it would be heard.
"""

import io
import signal
import time
import wave
from pathlib import Path

import pytest
import soundfile

from tests.tui.conftest import Make
from tests.tui.letters import document, legal_notice, letter
from tests.tui.running import Brevdue, Terminal

DANISH = (
    "Kære Åse. Du skal betale 1.234,50 kr. senest den 1. december 2026.\n\n"
    "Ring på tlf. 70 10 18 81. Dit CPR-nummer er 010180-0000."
)
AT_ONCE = {"BREVDUE_SPEECH_OUTPUT": "null-fast"}
PACED = {"BREVDUE_SPEECH_OUTPUT": "null"}


@pytest.fixture
def with_danish(make: Make) -> Brevdue:
    """Give the command over a Danish letter and, above it, a legal notice."""
    brevdue = make(
        letter(1, subject="Boligstøtte", documents=(document(DANISH),)),
        legal_notice(2, subject="Summons", text="You are summoned. SECRETWORD."),
    )
    assert brevdue("list").code == 0
    return brevdue


def test_what_would_be_heard_is_shown_a_sentence_a_line(with_danish: Brevdue) -> None:
    lines = with_danish("say", "2", "--show").out.splitlines()
    assert "Kære Åse." in lines
    assert (
        "Du skal betale et tusind to hundrede fireogtredive kroner og halvtreds øre senest "
        "den første december to tusind seksogtyve."
    ) in lines
    assert "0000" not in " ".join(lines)
    assert with_danish("say", "2", "--show", "--from", "3").out.splitlines() == lines[2:]


def test_a_letter_is_heard_to_its_end(with_danish: Brevdue) -> None:
    ran = with_danish("say", "2", **AT_ONCE)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_any_words_are_said_in_their_own_language(with_danish: Brevdue) -> None:
    assert with_danish("say", "Du skal betale 5 kr.", "--show").out == (
        "Du skal betale fem kroner.\n"
    )
    ran = with_danish("say", "Pay", "the", "5", "pounds", "--show", "--language", "en")
    assert ran.out == "Pay the five pounds\n"


def test_a_legal_notice_is_asked_about_and_nothing_of_it_heard_without_a_yes(
    with_danish: Brevdue,
) -> None:
    for more in (["--show"], ["--to", "x.wav"], ["--brief"]):
        ran = with_danish("say", "1", *more, typed="no\n", **AT_ONCE)
        assert (ran.code, ran.out) == (3, "")
        assert "SECRETWORD" not in ran.err
        assert not Path("x.wav").exists()


@pytest.mark.parametrize("name", ["letter.wav", "letter.ogg"])
def test_the_sound_file_holds_the_letter_and_is_private(
    with_danish: Brevdue, tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    ran = with_danish("say", "2", "--to", str(target))
    assert ran.out.startswith(f"{target}: 0 min ")
    samples, rate = soundfile.read(target)
    said = int(ran.out.split(" min ")[1].split(" s ")[0])
    assert abs(len(samples) / rate - said) < 1
    assert said > 10
    assert max(abs(samples)) > 0.1
    assert target.stat().st_mode & 0o777 == 0o600
    if name.endswith(".ogg"):
        with soundfile.SoundFile(target) as file:
            assert (file.title, file.artist) == ("Boligstøtte", "Bylderup Kommune")


def test_a_file_that_is_there_is_left_as_it_is(with_danish: Brevdue, tmp_path: Path) -> None:
    target = tmp_path / "mine.ogg"
    target.write_bytes(b"mine")
    ran = with_danish("say", "2", "--to", str(target))
    assert ran.code == 1
    assert "already" in ran.err
    assert target.read_bytes() == b"mine"
    other = with_danish("say", "2", "--to", str(tmp_path / "x.mp3"))
    assert (other.code, list(tmp_path.glob("*.mp3"))) == (2, [])
    missing = with_danish("say", "2", "--to", str(tmp_path / "no" / "x.ogg"))
    assert missing.code == 1
    assert "Traceback" not in missing.err


def test_into_a_folder_each_section_is_a_note_and_deleting_takes_the_spoken_away(
    with_danish: Brevdue, tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    assert with_danish("say", "2", "--to", str(folder)).code == 0
    [note] = folder.iterdir()
    assert len(soundfile.read(note)[0]) > 100_000
    assert note.stat().st_mode & 0o777 == 0o600
    cache = with_danish.home / ".cache" / "brevdue" / "voice-notes"
    assert len(list(cache.iterdir())) == 1
    assert with_danish("bin", "2").code == 0
    assert with_danish("delete", "2", "--yes").code == 0
    assert list(cache.iterdir()) == []


def test_sound_on_standard_output_is_opus_or_raw(with_danish: Brevdue, tmp_path: Path) -> None:
    for form, more in (("opus", ["--stdout"]), ("raw", ["--stdout", "raw"])):
        target = tmp_path / form
        with target.open("wb") as file:
            code = with_danish.to_file(file, "say", "2", *more)
        content = target.read_bytes()
        assert code == 0
        if form == "opus":
            assert len(soundfile.read(io.BytesIO(content))[0]) > 100_000
        else:
            assert len(content) > 22_050 * 2 * 10


def test_over_ssh_nothing_plays_here_and_the_way_out_is_told(with_danish: Brevdue) -> None:
    ran = with_danish("say", "2", SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22")
    assert ran.code == 1
    assert "SSH" in ran.out
    assert "--stdout" in ran.out


def test_a_sentence_that_is_not_there_is_told_with_the_last_one(with_danish: Brevdue) -> None:
    ran = with_danish("say", "2", "--show", "--from", "99")
    assert ran.code == 1
    assert "There is no sentence 99: the last one is" in ran.err


def test_the_persons_own_words_are_said_as_they_like(with_danish: Brevdue) -> None:
    folder = with_danish.home / ".config" / "brevdue"
    folder.mkdir(parents=True)
    (folder / "words.txt").write_text("Åse = Oose\n", encoding="utf-8")
    assert "Kære Oose." in with_danish("say", "2", "--show").out
    (folder / "words.txt").write_text("no equals sign\n", encoding="utf-8")
    ran = with_danish("say", "2", "--show")
    assert (ran.code, "Line 1 of" in ran.err, "words.txt" in ran.err) == (2, True, True)


def test_any_key_stops_and_the_next_time_goes_on_from_there(with_danish: Brevdue) -> None:
    terminal = Terminal(with_danish, "say", "2", BREVDUE_SPEECH_OUTPUT="null")
    time.sleep(2.5)  # some sentences on
    before = time.monotonic()
    terminal.press(b"x")
    assert terminal.end() == 0
    assert time.monotonic() - before < 2
    shown = with_danish("say", "2", **AT_ONCE)
    assert "where you stopped" in shown.err
    assert "where you stopped" not in with_danish("say", "2", **AT_ONCE).err


def test_line_mode_reads_aloud_and_enter_only_silences(with_danish: Brevdue) -> None:
    typed = "2\nspeak\n\nstop\nfaster\nspell Åse\nq\n"
    ran = with_danish(typed=typed, **PACED)
    assert "Nothing is being read aloud." in ran.out
    assert "200 words a minute." in ran.out
    assert ran.code == 0


def test_standard_input_is_read_aloud_too(with_danish: Brevdue) -> None:
    ran = with_danish("say", "-", "--show", typed="Du skal betale 5 kr.\n\nRing til os.")
    assert ran.out == "Du skal betale fem kroner.\nRing til os.\n"


def test_what_belongs_to_a_letter_is_refused_for_words(with_danish: Brevdue) -> None:
    assert with_danish("say", "hello", "there", "--brief").code == 2
    assert with_danish("say", "2", "--brief", "--document", "1").code == 2
    assert "There is no folder" in with_danish("say", "2", "--to", "/nonexistent/x.ogg").err


def test_a_number_in_a_heading_is_masked_in_the_names_of_files(make: Make, tmp_path: Path) -> None:
    brevdue = make(letter(1, documents=(document("CPR 010180-0000: hører til dig?"),)))
    folder = tmp_path / "notes"
    folder.mkdir()
    assert brevdue("say", "L1", "--to", str(folder)).code == 0
    names = "".join(path.name for path in folder.iterdir())
    assert "0000" not in names
    assert not set(names) & set(':?*"<>|')


def test_while_a_command_is_answered_the_voice_is_silent(with_danish: Brevdue) -> None:
    ran = with_danish(typed="2\nsay\nstatus\nstop\nq\n", **PACED)
    assert "Nothing is being read aloud." in ran.out


def test_a_signal_to_end_is_a_good_end(with_danish: Brevdue) -> None:
    terminal = Terminal(with_danish, "say", "2", BREVDUE_SPEECH_OUTPUT="null")
    time.sleep(2.5)
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.end() == 0
    assert "where you stopped" in with_danish("say", "2", **AT_ONCE).err


def test_ctrl_c_ends_the_writing_of_a_file_and_leaves_no_part(make: Make, tmp_path: Path) -> None:
    brevdue = make(letter(1, documents=(document("Det er en lang sætning om ingenting. " * 4000),)))
    target = tmp_path / "out" / "long.ogg"
    target.parent.mkdir()
    terminal = Terminal(brevdue, "say", "L1", "--to", str(target))
    time.sleep(3)
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.end() == 130
    assert list(target.parent.iterdir()) == []


def test_line_mode_says_what_keeps_it_from_speaking(with_danish: Brevdue) -> None:
    ran = with_danish(typed="2\nspeak\nq\n", SSH_TTY="/dev/pts/1")
    assert "SSH" in ran.out


def test_doctor_tells_what_would_speak_and_speaks_on_request(with_danish: Brevdue) -> None:
    assert "Letters are read aloud by espeak." in with_danish("doctor").out
    assert with_danish("doctor", "--speak", **AT_ONCE).code == 0
    assert with_danish("doctor", "--speak", SSH_TTY="x").code == 1


def test_a_setting_of_the_voice_that_is_none_is_told_where_it_stands(with_danish: Brevdue) -> None:
    ran = with_danish("say", "2", BREVDUE_SPEECH_RATE="fast")
    assert ran.code == 2
    assert "The setting rate takes 80-450. It stands in BREVDUE_SPEECH_RATE." in ran.err
    engine = with_danish("say", "2", BREVDUE_SPEECH_ENGINE="bogus").err
    assert "The setting engine takes espeak, " in engine
    assert "80 to 450" in with_danish("say", "2", "--rate", "5").err
    assert "takes 80-450" in with_danish("doctor", BREVDUE_SPEECH_RATE="fast").out


def test_wav_can_be_read_by_the_standard_library_too(with_danish: Brevdue, tmp_path: Path) -> None:
    target = tmp_path / "a.wav"
    assert with_danish("say", "Hej", "--to", str(target)).code == 0
    with wave.open(str(target)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
