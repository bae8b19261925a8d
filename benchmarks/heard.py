"""What a screen reader says of the screens: words heard for each useful word, on ten letters.

    python benchmarks/heard.py

The task: start, two rows down, one up, open, back; 54 useful words. The reader is yasr (Debian).
"""

import subprocess
import sys
import tempfile
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))
from lines import BREVDUE, environment, show

from tests.tui.letters import NOW
from tests.tui.screens.hearing import Listener, is_installed, words

OFFICES = ("Skattestyrelsen", "Bylderup Kommune", "Politiet")
ROWS = {
    10: "1 Bylderup Kommune Sag 10 {unread} 24 {month}",
    9: "2 Skattestyrelsen Sag 9 {unread} 23 {month}",
    8: "3 Politiet Sag 8 {unread} 22 {month}",
}
LETTER = "Skattestyrelsen Sag 9 Sender not verified Received 23 October Kære Anna Dette er brev 9"


def useful(month: str) -> list[list[str]]:
    """Give the words that a sighted person would take from each action."""
    row = {n: text.format(unread="Unread", month=month) for n, text in ROWS.items()}
    read = ROWS[9].format(unread="", month=month)
    said = [f"10 unread of 10 {row[10]}", row[9], row[8], row[9], LETTER, read]
    return [words([one]) for one in said]


def write_letters(mbox: Path) -> None:
    """Write ten short letters of three offices as one mbox, all new."""
    with mbox.open("wb") as file:
        for n in range(1, 11):
            mail = EmailMessage()
            mail["From"] = f"{OFFICES[n % 3]} <post@office.example>"
            mail["Subject"] = f"Sag {n}"
            mail["Date"] = format_datetime(NOW.replace(month=10, day=14 + n))
            mail["Message-ID"] = f"<{n}@office.example>"
            mail.set_content(f"Kære Anna\n\nDette er brev {n}.\n", cte="8bit")
            file.write(b"From post@office.example Thu Oct 15 00:00:00 2026\n" + bytes(mail) + b"\n")


def listen(name: str, command: list[str], env: dict[str, str], wanted: list[list[str]],
           folder: Path, most: float) -> None:  # fmt: skip
    """Do the task and count what is heard."""
    folder.mkdir()
    listener = Listener(command, env, folder)
    heard = [words(listener.hear_start())]
    heard += [words(listener.press(key)) for key in ("\x1b[B", "\x1b[B", "\x1b[A", "\r", "q")]
    idle = listener.idle(5)
    listener.end()
    asked = sum(map(len, wanted))
    count = sum(map(len, heard))
    found = sum(
        min(said.count(word), part.count(word))
        for said, part in zip(heard, wanted, strict=True)
        for word in set(part)
    )
    ratio = count / max(found, 1)
    show(f"{name}: words heard for each useful one", f"{count} for {found}: {ratio:.2f}",
         f"<= {most}", met=ratio <= most)  # fmt: skip
    show("  useful words heard", f"{found} of {asked}", "all", met=found == asked)
    parts = " ".join(f"{len(s) / max(len(w), 1):.1f}" for s, w in zip(heard, wanted, strict=True))
    show("  start, down, down, up, open, back", parts, "")
    show("  utterances in 5 s of nothing", str(len(idle)), "0", met=not idle)


def main() -> None:
    """Listen to both looks."""
    if not is_installed():
        sys.exit("yasr, the screen reader, is not installed")
    with tempfile.TemporaryDirectory(prefix="brevdue-bench-", dir="/var/tmp") as name:
        folder = Path(name)
        mbox = folder / "mbox"
        write_letters(mbox)
        for look, month, most in (("reader", "October", 1.3), ("default", "Oct", 3.0)):
            env = environment(folder, folder / f"{look}.db") | {"TERM": "linux"}
            subprocess.run([*BREVDUE, "import", mbox], env=env, check=True,
                           stdout=subprocess.DEVNULL)  # fmt: skip
            listen(look, [*BREVDUE, "--look", look], env, useful(month), folder / look, most)


if __name__ == "__main__":
    main()
