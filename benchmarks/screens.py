"""The screens: bytes and seconds to read a letter, start and memory beside an empty Textual app.

    python benchmarks/screens.py                   1,000 and 100,000 letters
    python benchmarks/screens.py --sizes 1000      only the small mailbox
    python benchmarks/screens.py --mbox FILE       bytes on other letters

Times are medians of alternating runs; ratios are of one run. mutt and neomutt are measured beside
it where they are installed.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from lines import BREVDUE, environment, show, write_mbox
from terminal import OnATerminal, Sent

TERMS = ("xterm-256color", "linux", "vt100")
RUNS = 15
EMPTY = """
import os
os.environ["TEXTUAL_ANIMATIONS"] = "none"
from textual.app import App
from mailbox_tui.diffing_driver.driver import DiffingDriver
class Empty(App):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("Q", "quit", "")]
Empty(driver_class=DiffingDriver).run(mouse=False)
"""
_ESCAPE = re.compile(rb"\x1b(?:\[[0-9;?]*[A-Za-z]|.)")


def screens(look: str, env: dict[str, str], *, term: str = TERMS[0], bits: int = 0) -> OnATerminal:
    """Open the screens in a look."""
    return OnATerminal([*BREVDUE, "--look", look], env | {"TERM": term}, bits=bits)


def text_bytes(sent: Sent) -> int:
    """Count the bytes of the words in what was sent, and a line end for each line."""
    lines = _ESCAPE.sub(b"", sent.data).replace(b"\r", b"").split(b"\n")
    return sum(len(line.strip(b" ")) + 1 for line in lines)


def reading(look: str, env: dict[str, str], most: int, terms: tuple[str, ...] = TERMS) -> None:
    """Measure what one letter costs: start, to the third, open; then a page, a step, nothing."""
    for term in terms:
        terminal = screens(look, env, term=term)
        start, moved, opened = terminal.start(), terminal.press("jj"), terminal.press("\r")
        page = terminal.press(" ")
        back = terminal.press("q")
        steps = [terminal.press(key) for key in "jjkjk"]
        idle = terminal.idle(10)
        terminal.end()
        total = len(start) + len(moved) + len(opened)
        show(
            f"{look}, {term}: read one letter", f"{total} bytes", f"<= {most:,}", met=total <= most
        )
        show("  start, to the third, open", f"{len(start)} + {len(moved)} + {len(opened)}", "")
        worst = max(map(len, steps))
        show("  a cursor step", f"{worst} bytes", "<= 16", met=worst <= 16)
        more = len(page) - text_bytes(page)
        show("  a page beyond its text and line ends", f"{more} bytes", "<= 40", met=more <= 40)
        show("  back to the list", f"{len(back)} bytes", "")
        show("  10 s of nothing", f"{len(idle)} bytes", "0", met=not len(idle))


def peers(mbox: Path, env: dict[str, str]) -> None:
    """Let other programs read the same letter."""
    for name in ("mutt", "neomutt"):
        if not shutil.which(name):
            show(f"{name}, the same letters", "not installed", "")
            continue
        command = [name, "-n", "-F", "/dev/null", "-R", "-f", str(mbox)]
        terminal = OnATerminal(command, env | {"TERM": TERMS[0]})
        sent = [terminal.start(), terminal.press("jj"), terminal.press("\r")]
        terminal.end("xq")
        show(f"{name}, the same letters", f"{sum(map(len, sent))} bytes", "")


def slow_line(env: dict[str, str]) -> None:
    """Measure on a line of 9,600 bits a second."""
    terminal = screens("lean", env, bits=9600)
    start = terminal.start()
    step = terminal.press("j")
    terminal.press("\r")
    page = terminal.press(" ")
    terminal.end()
    show("at 9,600 bit/s: start", f"{start.seconds:.2f} s", "< 2.5 s", met=start.seconds < 2.5)
    show("  a step", f"{step.seconds:.3f} s", "< 0.1 s", met=step.seconds < 0.1)
    show("  a page", f"{page.seconds:.2f} s", "< 1.9 s", met=page.seconds < 1.9)


def starts(few: dict[str, str], many: dict[str, str] | None) -> None:
    """Measure start and memory beside an empty app, and a large mailbox beside a small one."""
    commands = {
        "empty": ([sys.executable, "-c", EMPTY], few),
        "few": ([*BREVDUE, "--look", "lean"], few),
        **({"many": ([*BREVDUE, "--look", "lean"], many)} if many else {}),
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, int] = dict.fromkeys(commands, 0)
    size: dict[str, int] = {}
    for _ in range(RUNS):
        for name, (command, env) in commands.items():
            terminal = OnATerminal(command, env | {"TERM": TERMS[0]})
            sent = terminal.start()
            seconds[name].append(sent.seconds)
            memory[name] = max(memory[name], terminal.memory())
            size[name] = len(sent)
            terminal.end()
    median = {name: statistics.median(times) for name, times in seconds.items()}
    ratio = median["few"] / median["empty"]
    figure = f"{median['few'] * 1e3:.0f} ms, empty {median['empty'] * 1e3:.0f}: {ratio:.2f}x"
    show("start to the inbox, beside an empty Textual app", figure, "<= 1.3x", met=ratio <= 1.3)
    show("memory", f"{memory['few'] / 1024:.1f} MB", "<= 55 MB", met=memory["few"] <= 55 * 1024)
    if many:
        growth, bytes_growth = median["many"] / median["few"], size["many"] / size["few"]
        show("start, large mailbox against small", f"{growth:.2f}x", "<= 1.1x", met=growth <= 1.1)
        show("  its bytes", f"{bytes_growth:.3f}x", "+- 5 %", met=abs(bytes_growth - 1) <= 0.05)


def main() -> None:
    """Run it all."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000])
    asked.add_argument("--mbox", type=Path, help="other letters, for the bytes")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="brevdue-bench-", dir="/var/tmp") as name:
        folder = Path(name)
        envs = []
        for n in options.sizes:
            mbox = folder / f"{n}.mbox"
            if n == options.sizes[0] and options.mbox:
                mbox = options.mbox
            else:
                write_mbox(mbox, n)
            env = environment(folder, folder / f"{n}.db")
            subprocess.run([*BREVDUE, "import", mbox], env=env, check=True,
                           stdout=subprocess.DEVNULL)  # fmt: skip
            envs.append(env)
        screens("lean", envs[0]).start()  # the first start says how to be helped
        reading("lean", envs[0], 2800)
        reading("default", envs[0], 6000, TERMS[:1])
        peers(options.mbox or folder / f"{options.sizes[0]}.mbox", envs[0])
        slow_line(envs[0])
        starts(envs[0], envs[1] if len(envs) > 1 else None)


if __name__ == "__main__":
    main()
