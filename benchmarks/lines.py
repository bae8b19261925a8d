"""Line mode and `brevdue list`: start, memory and bytes, beside bare Python and other programs.

    python benchmarks/lines.py                     1,000 and 100,000 letters
    python benchmarks/lines.py --mbox FILE         bytes of line mode on other letters

Times are medians of alternating runs; ratios are of one run. Peers are measured where installed.
"""

import argparse
import os
import pty
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from textwrap import fill

sys.path.insert(0, str(Path(__file__).parent))
import raw_sqlite

from mailbox_store.model.letter import time_of

BREVDUE = [sys.executable, "-m", "mailbox_tui"]
BARE = [sys.executable, "-c", "import aiosqlite, asyncio"]
RUNS = 21


def write_mbox(path: Path, n: int) -> None:
    """Write letters as one mbox, all read: an old mailbox somebody brings along."""
    with path.open("wb") as mbox:
        for number, made in enumerate(raw_sqlite.letters(n)):
            mail = EmailMessage()
            mail["From"] = f"{raw_sqlite.SENDERS[made['sender'] - 1]} <post@kommune.example>"
            mail["Subject"] = made["subject"].capitalize()
            mail["Date"] = format_datetime(time_of(made["received"]))
            mail["Message-ID"] = f"<{number}@kommune.example>"
            mail["Status"] = "RO"
            sentences = made["body"].split(". ")
            body = "\n\n".join(fill(". ".join(sentences[i : i + 3]), 72) for i in range(0, 40, 3))
            mail.set_content(body, cte="8bit")
            mbox.write(
                b"From post@kommune.example Mon Jan  1 00:00:00 2024\n" + bytes(mail) + b"\n"
            )


def environment(folder: Path, store: Path | None = None) -> dict[str, str]:
    """Give an environment that touches nobody's own mailbox."""
    named = {} if store is None else {"BREVDUE_STORE": f"sqlite://{store}"}
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "TERM": "vt100",
            "PYTHONPATH": str(Path(__file__).parent.parent), **named}  # fmt: skip


def run(command: list[str], env: dict[str, str]) -> tuple[float, int, int]:
    """Give seconds, peak memory in kB and bytes printed of one run."""
    start = time.perf_counter()
    child = subprocess.Popen(command, env=env, stdout=subprocess.PIPE)
    assert child.stdout is not None
    printed = len(child.stdout.read())
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command} ended with {child.returncode}")
    return time.perf_counter() - start, used.ru_maxrss, printed


def side_by_side(*calls: Callable[[], tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """Run calls in turns and give the median of each figure."""
    taken: list[list[tuple[float, int, int]]] = [[] for _ in calls]
    for _ in range(RUNS):
        for call, runs in zip(calls, taken, strict=True):
            runs.append(call())
    return [
        (
            statistics.median(r[0] for r in runs),
            max(r[1] for r in runs),
            round(statistics.median(r[2] for r in runs)),
        )
        for runs in taken
    ]


def on_a_terminal(command: list[str], typed: list[str], env: dict[str, str]) -> list[bytes]:
    """Type lines at a program on an 80x24 terminal; give what it sent before each and at last."""
    child, terminal = pty.fork()
    if not child:
        os.execvpe(command[0], command, env)  # noqa: S606
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    sent = [_until_quiet(terminal, first=True)]
    for line in typed:
        os.write(terminal, line.encode())
        sent.append(_until_quiet(terminal))
    os.close(terminal)
    os.waitpid(child, 0)
    return sent


def _until_quiet(terminal: int, *, first: bool = False) -> bytes:
    said, patience = b"", 5.0 if first else 1.0
    while select.select([terminal], [], [], patience)[0]:
        try:
            read = os.read(terminal, 65536)
        except OSError:
            break
        said, patience = said + read, 0.4
    return said


def show(name: str, figure: str, target: str, *, met: bool | None = None) -> None:
    """Print a line of the report."""
    verdict = "" if met is None else "met" if met else "MISSED"
    print(f"{name:50} {figure:>26}  {target:<14} {verdict}", flush=True)


def starts(folder: Path, sizes: list[int]) -> None:
    """Measure `brevdue list` against bare Python, and a large mailbox against a small one."""
    stores = {}
    for n in sizes:
        mbox, store = folder / f"{n}.mbox", folder / f"{n}.db"
        write_mbox(mbox, n)
        subprocess.run([*BREVDUE, "import", mbox], env=environment(folder, store), check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        stores[n] = store
    small, large = environment(folder, stores[sizes[0]]), environment(folder, stores[sizes[-1]])
    listing = [*BREVDUE, "list"]
    bare, few, many = side_by_side(
        lambda: run(BARE, small), lambda: run(listing, small), lambda: run(listing, large)
    )
    ratio, growth = few[0] / bare[0], many[0] / few[0]
    figure = f"{few[0] * 1e3:.0f} ms, bare {bare[0] * 1e3:.0f}: {ratio:.2f}x"
    show(f"cold start of list, {sizes[0]:,} letters", figure, "<= 3x", met=ratio <= 3)
    show("memory of list", f"{few[1] / 1024:.1f} MB", "<= 35 MB", met=few[1] <= 35 * 1024)
    show(
        f"start of list, {sizes[-1]:,} against {sizes[0]:,}",
        f"{growth:.2f}x",
        "<= 1.2x",
        met=growth <= 1.2,
    )
    growth = many[2] / few[2]
    show(
        f"bytes of list, {sizes[-1]:,} against {sizes[0]:,}",
        f"{growth:.2f}x",
        "<= 1.2x",
        met=growth <= 1.2,
    )
    first = [len(on_a_terminal(BREVDUE, ["q\n"], env)[0]) for env in (small, large)]
    growth = first[1] / first[0]
    name = f"start bytes of line mode, {sizes[-1]:,} against {sizes[0]:,}"
    show(name, f"{growth:.2f}x", "<= 1.2x", met=growth <= 1.2)


def line_mode(folder: Path, mbox: Path) -> None:
    """Measure what reading one letter costs: start, a number, the first page."""
    store = folder / "lines.db"
    env = environment(folder, store)
    subprocess.run([*BREVDUE, "import", mbox], env=env, check=True, stdout=subprocess.DEVNULL)
    start, opened, _ = on_a_terminal(BREVDUE, ["3\n", "q\n"], env)
    bare = sum(len(line) + 2 for said in (start, opened) for line in _text(said))
    total = len(start) + len(opened)
    show("line mode: start, 3, first page", f"{total} bytes", "<= 2000", met=total <= 2000)
    show("  of that beyond its bare text", f"{total - bare} bytes", "<= 50", met=total - bare <= 50)
    show("  at 9600 bit/s", f"{total / 960:.1f} s", "")
    for name, command, typed in (
        ("mutt", ["mutt", "-n", "-F", "/dev/null", "-R", "-f", str(mbox)], ["jj", "\n"]),
        ("neomutt", ["neomutt", "-n", "-F", "/dev/null", "-R", "-f", str(mbox)], ["jj", "\n"]),
        ("s-nail", ["s-nail", "-n", "-R", "-f", str(mbox)], ["3\n"]),
    ):
        if shutil.which(name):
            sent = sum(map(len, on_a_terminal(command, typed, env)))
            show(f"  {name}, the same letters", f"{sent} bytes", "")
        else:
            show(f"  {name}", "not installed", "")


def _text(said: bytes) -> list[bytes]:
    """Give the lines a person asked for: neither the prompt, nor the echo, nor line ends."""
    lines = said.replace(b"\r", b"").split(b"\n")
    return [
        line.removeprefix(b"> ") for line in lines if line.strip() not in (b"", b">", b"3", b"> 3")
    ]


def main() -> None:
    """Run it all."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000])
    asked.add_argument("--mbox", type=Path, help="letters for the bytes of line mode")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="brevdue-bench-", dir="/var/tmp") as name:
        folder = Path(name)
        mbox = options.mbox or folder / "lines.mbox"
        if options.mbox is None:
            write_mbox(mbox, 1000)
        line_mode(folder, mbox)
        starts(folder, options.sizes)


if __name__ == "__main__":
    main()
