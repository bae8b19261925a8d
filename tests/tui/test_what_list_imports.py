"""A plain listing stays small: what a child process really imported."""

import subprocess
import sys

from tests.tui.running import Brevdue

HEAVY = {
    "textual", "rich", "telegram", "email", "lxml", "post_office", "watchfiles", "pypdfium2",
    "selectolax", "mammoth", "tomllib", "difflib", "shtab", "babel",
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
