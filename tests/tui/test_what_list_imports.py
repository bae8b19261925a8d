"""A plain listing stays small: what a child process really imported."""

import subprocess
import sys

from tests.tui.running import Brevdue

HEAVY = {
    "textual", "rich", "telegram", "email", "lxml", "post_office", "watchfiles", "pypdfium2",
    "selectolax", "mammoth", "tomllib", "difflib", "shtab", "babel",
    "pyttsx3", "espeakng_loader", "numpy", "soundfile", "soxr",
}  # fmt: skip
CODE = """
import sys
from mailbox_tui.command import main
code = main(sys.argv[1:])
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
sys.exit(code)
"""


def test_list_and_read_import_nothing_heavy(brevdue: Brevdue) -> None:
    for words in (["list"], ["list", "--json"], ["read", "L3"], ["status"], ["archive", "L3"]):
        ran = subprocess.run(
            [sys.executable, "-c", CODE, *words],
            capture_output=True,
            env=brevdue.environment({}),
            check=True,
        )
        assert set(ran.stderr.decode().split()) & HEAVY == set()


def test_a_sitting_in_which_nothing_is_spoken_imports_nothing_of_the_voice(
    brevdue: Brevdue,
) -> None:
    code = CODE.replace('{name.partition(".")[0] for name in sys.modules}', "sys.modules")
    ran = subprocess.run(
        [sys.executable, "-c", code, "--plain"],
        input=b"3\n\nbrief\nq\n",
        capture_output=True,
        env=brevdue.environment({}),
        check=True,
    )
    imported = ran.stderr.decode().split()
    ours = ("accessibility.speech", "accessibility.pronouncing")
    assert [name for name in imported if name.startswith(ours)] == []
