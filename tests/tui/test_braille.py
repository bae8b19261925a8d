"""A letter as a braille file: its head and its text, in cells that are read back as the words."""

import shutil

import pytest

from tests.tui.conftest import Make
from tests.tui.documents_read import decision
from tests.tui.running import Brevdue

needs_liblouis = pytest.mark.skipif(
    shutil.which("lou_translate") is None, reason="liblouis is not installed"
)


@pytest.fixture
def with_decision(make: Make) -> Brevdue:
    """Give the command over an English letter with a table and a form."""
    return make(decision())


@needs_liblouis
def test_a_letter_is_a_brf_file_of_numbered_pages(with_decision: Brevdue) -> None:
    written = with_decision("read", "L1", "--as", "braille").out
    assert written.isascii()
    assert written.endswith("\f")
    pages = written.split("\f")[:-1]
    assert all(len(page.splitlines()) <= 25 for page in pages)
    assert all(len(line) <= 40 for page in pages for line in page.splitlines())
    assert " ".join(written.split()).startswith(",BYLDERUP ,KOMMUNE4")
    assert "#A1BCD4EJ" in written  # 1,234.50
    assert "-#CD4EJ" in written


@needs_liblouis
def test_contracted_braille_is_shorter(with_decision: Brevdue) -> None:
    plain = with_decision("read", "L1", "--as", "braille").out
    assert len(with_decision("read", "L1", "--as", "braille", "--contracted").out) < len(plain)


def test_without_liblouis_it_is_said_what_to_install(with_decision: Brevdue) -> None:
    ran = with_decision("read", "L1", "--as", "braille", PATH="/nonexistent")
    assert (ran.code, ran.out) == (1, "")
    assert "liblouis-bin" in ran.err
