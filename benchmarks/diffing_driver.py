"""The diffing driver: what a frame costs to read and to compare, and its bytes beside Textual's.

    python benchmarks/diffing_driver.py          frames of 80x24, read and compared
    python benchmarks/diffing_driver.py --pty    a small program on a terminal, with either driver

Bytes are exact. Times are of one process on one processor; they say something only beside the
bytes, of which a line of 9600 bits carries one in a millisecond.
"""

import argparse
import asyncio
import fcntl
import os
import pty
import random
import select
import statistics
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from textual import events
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.geometry import Size
from textual.widgets import Footer, OptionList, Static

from mailbox_tui.diffing_driver.difference import Frame, Shown, difference
from mailbox_tui.diffing_driver.driver import DiffingDriver
from mailbox_tui.diffing_driver.reading import Reader
from mailbox_tui.diffing_driver.styles import Palette
from mailbox_tui.diffing_driver.terminal import Terminal, terminal_in

WIDTH, HEIGHT = 80, 24
ROUNDS = 300
QUIET = 0.5  # seconds
SIZE = struct.pack("HHHH", HEIGHT, WIDTH, 0, 0)
XTERM = terminal_in({"TERM": "xterm-256color"})
LETTERS = [f"{n:>4}  Skattestyrelsen  Your tax statement of {1990 + n % 40}" for n in range(1000)]
PAGES = [
    "\n".join(" ".join(random.Random(n * 99 + line).sample(LETTERS[0].split() * 4, 14))  # noqa: S311
              for line in range(HEIGHT - 2))
    for n in range(40)
]  # fmt: skip


class Letters(App[None]):
    """A list of letters and their text, as a mailbox has them."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("p", "page", "Page"), ("q", "quit", "Quit")]  # noqa: RUF012  # as Textual wants it

    def compose(self) -> ComposeResult:
        yield OptionList(*LETTERS)
        text = Static(PAGES[0])
        text.display = False
        yield text
        yield Footer()

    def action_page(self) -> None:
        """Show the next page of a letter."""
        self.query_one(OptionList).display = False
        text = self.query_one(Static)
        text.display = True
        self.shown_page = getattr(self, "shown_page", -1) + 1
        text.update(PAGES[self.shown_page % len(PAGES)])


class RecordingDriver(Driver):
    """Keeps what Textual writes: what its own driver would have sent."""

    def start_application_mode(self) -> None:
        size = Size(WIDTH, HEIGHT)
        self.written: list[str] = []
        self.send_message(events.Resize(size, size))

    def write(self, data: str) -> None:
        self.written.append(data)

    def stop_application_mode(self) -> None:
        """Nothing was begun."""

    def disable_input(self) -> None:
        """There is none."""


async def recorded(key: str, times: int) -> list[str]:
    """Press a key some times in a real program and give what it wrote for each."""
    app = Letters(driver_class=RecordingDriver)
    running = asyncio.create_task(app.run_async())
    await asyncio.sleep(1)
    driver = app._driver  # noqa: SLF001  # there is no public way
    assert isinstance(driver, RecordingDriver)
    frames = ["".join(driver.written)]
    for _ in range(times):
        driver.written.clear()
        app.simulate_key(key)
        await asyncio.sleep(0.12)
        frames.append("".join(driver.written))
    app.exit()
    await running
    return frames


def made_up(columns: int) -> list[str]:
    """Make two frames that have no letter in common, with a new style after some columns."""
    frames = []
    for seed in range(2):
        chance, alphabet = random.Random(seed), "abcdefghijklm" if seed else "nopqrstuvwxyz"  # noqa: S311
        frame = ""
        for y in range(HEIGHT):
            frame += f"\x1b[{y + 1};1H"
            x = 0
            while x < WIDTH:
                count = min(chance.randint(2, 2 * columns - 2) if columns > 1 else 1, WIDTH - x)
                word = "".join(chance.choices(alphabet, k=count))
                word = word[:-1] + " " if count > 1 and x + count < WIDTH else word
                colours = f"38;5;{chance.randrange(256)};48;5;{chance.randrange(256)}"
                frame += f"\x1b[{chance.choice(['', '1;', '4;'])}{colours}m{word}\x1b[0m"
                x += count
            frame += "\n"
        frames.append(frame + "\x1b[1;1H")
    return frames


def measure(what: str, frames: list[str], terminal: Terminal = XTERM) -> None:
    """Read and compare frames in turn, and print medians, bests and bytes."""
    palette = Palette(terminal)
    reader = Reader(WIDTH, HEIGHT, palette, "utf-8")
    shown: Shown | None = None
    readings, differences, sent, raw = [], [], [], []
    for number in range(max(ROUNDS, len(frames))):
        written = frames[number % len(frames)]
        start = time.perf_counter()
        reader.read(written)
        middle = time.perf_counter()
        frame = Frame(grid=reader.grid.copied(), x=reader.x, y=reader.y)
        text, shown = difference(shown, frame, palette, whole_lines=False)
        end = time.perf_counter()
        if number >= len(frames):
            readings.append(middle - start)
            differences.append(end - middle)
            sent.append(len(text.encode()))
            raw.append(len(written.encode()))
    both = [one + other for one, other in zip(readings, differences, strict=True)]
    times = "  ".join(
        f"{statistics.median(some) * 1000:6.2f} ({min(some) * 1000:5.2f})"
        for some in (readings, differences, both)
    )
    ours, stock = statistics.median(sent), statistics.median(raw)
    print(f"{what:34} {times} {ours:8.0f} {stock:8.0f} {ours / stock:6.2f}x", flush=True)


def on_a_terminal(driver: str, environment: dict[str, str]) -> list[int]:
    """Run the program on a terminal that answers nothing and count bytes step by step."""
    side, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, SIZE)
    command = [sys.executable, __file__, "--as", driver]
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env={**os.environ, **environment}
    )
    counts = [_read(side, 1.5)]
    for keys in ("\x1b[B", "\x1b[B", "\x1b[B", "p", "p"):
        os.write(side, keys.encode())
        counts.append(_read(side, QUIET))
    counts.append(_read(side, 2, always=True))
    os.write(side, b"q")
    counts.append(_read(side, QUIET))
    process.wait(timeout=10)
    start, one, two, three, opened, page, idle, end = counts
    return [start, one + two + three, opened, page, idle, end]


def _read(side: int, quiet: float, *, always: bool = False) -> int:
    """Count what comes until nothing has come for a while; `always` waits no longer than that."""
    count, end = 0, time.monotonic() + quiet
    while (left := (end if always else time.monotonic() + quiet) - time.monotonic()) > 0:
        if not select.select([side], [], [], left)[0]:
            break
        count += len(os.read(side, 1 << 16))
    return count


def main() -> None:
    """Measure what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--pty", action="store_true", help="bytes of a program on a terminal")
    asked.add_argument("--as", dest="driver", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.driver:
        driver = DiffingDriver if options.driver == "diffing" else None
        Letters(driver_class=driver).run(mouse=False)
    elif options.pty:
        steps = ["start", "3 steps", "open", "page", "idle 2 s", "quit"]
        print(f"{'bytes':28}" + "".join(f"{step:>10}" for step in steps))
        for name, more in (("xterm-256color", {}), ("NO_COLOR", {"NO_COLOR": "1"})):
            for driver in ("stock", "diffing"):
                environment = {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", **more}
                counts = on_a_terminal(driver, environment)
                print(f"{name + ', ' + driver:28}" + "".join(f"{count:10}" for count in counts))
    else:
        print(f"{'ms, median (best)':34} {'reading':>14}  {'difference':>14}  {'both':>14}"
              f" {'bytes':>8} {'stock':>8}")  # fmt: skip
        measure("(a) each letter, a style a word", made_up(5))
        measure("(b) each cell another style", made_up(1))
        measure("(c) a step in a list", asyncio.run(recorded("down", 15)))
        measure("(d) a page of text", asyncio.run(recorded("p", 15)))


if __name__ == "__main__":
    main()
