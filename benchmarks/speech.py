"""How soon a letter is heard and a key obeyed, beside an `espeak-ng` process and stock pyttsx3.

    python benchmarks/speech.py [--rounds 50]

"Heard" is when a player process reads the first piece from its pipe; the player is started within
the time that is measured, by ours and by stock pyttsx3. Of `espeak-ng` only the first byte at our
end is timed, without a player. Needs espeak-ng (Debian) for the two others.
"""

import argparse
import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))
from figures import Report

from accessibility.speech.engines import open_voicing
from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.synthesis import Synthesis
from accessibility.speech.telling import ToldKind
from tests.accessibility.speech.listening import speaker_of, until, until_true
from tests.accessibility.speech.sound_card import SoundCard

TEXT = "Du skal betale restskatten senest den første december. "
LETTER = [
    Sentence(text=f"{TEXT}Nummer {number}.", language="da", pause=0.25) for number in range(700)
]
_STOCK = """
import sys, time, pyttsx3
engine = pyttsx3.init()
engine.setProperty("voice", "gmq/da")
print(time.monotonic(), flush=True)
engine.say(sys.stdin.read())
engine.runAndWait()
print(time.monotonic(), flush=True)
time.sleep(0.5)
"""


def middle(times: list[float]) -> float:
    """Give the median in milliseconds."""
    return sorted(times)[len(times) // 2] * 1000


async def heard_after(
    card: SoundCard, *, rounds: int, length: int
) -> tuple[list[float], list[float]]:
    """Give the times from key to first sound and from key to silence, with a warm worker."""
    starts, stops = [], []
    async with speaker_of(card) as speaker:
        speaker.speak(LETTER[:1])
        await until(speaker, ToldKind.BEGUN)
        speaker.stop()
        for _ in range(rounds):
            await until_true(lambda: not card.living(), every=0.001)
            known = len(card.pieces())
            key = time.monotonic()
            speaker.speak(LETTER[:length])
            await until_true(lambda: len(card.pieces()) > known + 2)  # noqa: B023 - awaited here
            starts.append(card.pieces()[known].at - key)
            key = time.monotonic()
            speaker.stop()
            await until_true(lambda: not card.living(), every=0.001)
            stops.append(time.monotonic() - key)
    return starts, stops


async def cold(card: SoundCard) -> float:
    """Give the time from the first key of all to the first sound."""
    known = len(card.pieces())
    async with speaker_of(card) as speaker:
        key = time.monotonic()
        speaker.speak(LETTER)
        await until_true(lambda: len(card.pieces()) > known)
        return card.pieces()[known].at - key


async def memory_over(card: SoundCard) -> float:
    """Give by how many MB the worker grows over a 20-page letter."""

    def size(pid: int) -> float:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / 1e6

    async with speaker_of(card, output="null-fast") as speaker:
        speaker.speak(LETTER)
        await until_true(lambda: (speaker.position or 0) > 20)
        assert speaker._process  # noqa: SLF001 - its size is looked at
        pid = speaker._process.pid  # noqa: SLF001
        before = size(pid)
        await until_true(lambda: speaker.position == len(LETTER) - 1, seconds=120)
        return size(pid) - before


def orders_wrong(rounds: int) -> int:
    """Queue five texts on the pyttsx3 engine, again and again; count the wrong orders."""
    wrong, finished = 0, []
    voicing, _ = open_voicing(SpeechSettings(), lambda _: True)
    engine = voicing._engine  # noqa: SLF001 - the benchmark drives pyttsx3's own face
    engine.connect("finished-utterance", lambda name, completed: finished.append((name, completed)))
    chance = random.Random(5)  # noqa: S311 - repeatable
    for _ in range(rounds):
        names = [str(chance.randrange(100)) for _ in range(5)]
        for name in names:
            engine.say(name, name)
        engine.runAndWait()
        wrong += finished != [(name, True) for name in names]
        finished.clear()
    return wrong


def real_time_factor() -> float:
    """Give the time to synthesise a letter for a file, by how long it speaks."""
    with Synthesis(SpeechSettings(), os.environ) as synthesis:
        start = time.monotonic()
        size = sum(len(synthesis.pcm(sentence)) for sentence in LETTER[:200])
        took = time.monotonic() - start
        return took / (size / 2 / synthesis.sample_rate)


def import_cost() -> float:
    """Give the seconds that a face waits for importing the speaker."""
    program = """
import time, asyncio, gettext, dataclasses, json, pathlib, subprocess
start = time.perf_counter()
import accessibility.speech.speaker
print(time.perf_counter() - start)
"""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    root = Path(__file__).parent.parent
    with tempfile.TemporaryDirectory() as bytecode:
        environment = {**kept, "PYTHONPYCACHEPREFIX": bytecode}
        told = [
            subprocess.run(
                [sys.executable, "-c", program], cwd=root, env=environment,
                capture_output=True, text=True, check=True,
            ).stdout
            for _ in range(6)
        ]  # fmt: skip
    return min(map(float, told[1:]))


def espeak_process(text: str, rounds: int) -> list[float]:
    """Give the times from the start of `espeak-ng` to its first byte."""
    times = []
    for _ in range(rounds):
        start = time.monotonic()
        command = ["espeak-ng", "-v", "da", "--stdout", text]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout
            os.read(process.stdout.fileno(), 1)
            times.append(time.monotonic() - start)
            process.kill()
    return times


def stock(card: SoundCard, text: str, rounds: int) -> str:
    """Tell how stock pyttsx3 does: the median to its first sound, and to `runAndWait`'s return."""
    starts, returns = [], []
    for _ in range(rounds):
        known = len(card.noted())
        child = subprocess.run(
            [sys.executable, "-c", _STOCK],
            input=text, env={**os.environ, **card.environment()}, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
        if child.returncode < 0:
            return f"killed by signal {-child.returncode}"
        began, returned = map(float, child.stdout.split()[:2])
        played = [one.at for one in card.noted()[known:] if one.what == "start"]
        starts += [played[0] - began] if played else []
        returns.append(returned - began)
    heard = f"{middle(starts):.0f} ms" if starts else "nothing is heard"
    return f"{heard}; runAndWait returns after {middle(returns):.0f} ms"


def main() -> None:
    """Measure, and print each figure with its target."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        card = SoundCard(Path(folder))
        report.plain("importing the speaker", import_cost() * 1000, "<= 10", unit="ms")
        colds = [asyncio.run(cold(card)) for _ in range(5)]
        report.plain("first sound, cold worker", middle(colds), "<= 400", unit="ms")
        short, stops = asyncio.run(heard_after(card, rounds=rounds, length=1))
        report.plain("first sound, warm worker", middle(short), "<= 50", unit="ms")
        long, more = asyncio.run(heard_after(card, rounds=rounds, length=len(LETTER)))
        report.plain("first sound, 20 pages, warm", middle(long), "<= 50", unit="ms")
        stops += more
        report.plain("silent after a key, median", middle(stops), "<= 100", unit="ms")
        report.plain("silent after a key, slowest", max(stops) * 1000, "<= 100", unit="ms")
        report.plain(
            "queue of five in a wrong order, of 1,000", orders_wrong(1000), "<= 0", unit=""
        )
        report.plain(
            "real-time factor, for a file, times 100", 100 * real_time_factor(), "<= 2", unit="%"
        )
        report.plain(
            "worker grows over 20 pages", asyncio.run(memory_over(card)), "<= 2", unit="MB"
        )
        for name, length in (("one sentence", 1), ("2 pages", 70), ("20 pages", len(LETTER))):
            text = " ".join(sentence.text for sentence in LETTER[:length])
            print(f"espeak-ng process, {name}: {middle(espeak_process(text, 20)):.1f} ms")
            print(f"stock pyttsx3, {name}: {stock(card, text, 3)}")


if __name__ == "__main__":
    main()
