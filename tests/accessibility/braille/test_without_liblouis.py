"""Where braille cannot be made, a person is told why, and a program gets a code."""

import re
from pathlib import Path

import pytest

from accessibility.braille import louis
from accessibility.braille.errors import BrailleFault, BrailleUnavailable, braille_refusal
from accessibility.braille.letter import braille_pages
from accessibility.wording import wording_for
from tests.accessibility.braille.danish import needs_liblouis, paragraph, tree

EN = wording_for("en")


def _fault(text: str = "Anna skylder 500 kr.") -> BrailleUnavailable:
    with pytest.raises(BrailleUnavailable) as told:
        braille_pages([tree(paragraph(text))], EN)
    return told.value


def _program(folder: Path, lines: str) -> str:
    program = folder / "lou_translate"
    program.write_text(f"#!/bin/sh\n{lines}\n")
    program.chmod(0o700)
    return str(folder)


def test_without_liblouis_its_packages_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    error = _fault()
    assert error.fault is BrailleFault.NOT_INSTALLED
    assert "liblouis-bin" in braille_refusal(error, EN)


@needs_liblouis
def test_a_missing_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(louis, "_environment", lambda: {"LOUIS_TABLEPATH": str(tmp_path)})
    with pytest.raises(BrailleUnavailable) as told:
        louis.translate(["a"], "xx-no-such-table.ctb")
    assert told.value.fault is BrailleFault.NO_TABLE
    assert "xx-no-such-table.ctb" in braille_refusal(told.value, EN)


def test_a_program_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", _program(tmp_path, "exec /bin/sleep 60"))
    monkeypatch.setattr(louis, "_SECONDS", 0.2)
    assert _fault().fault is BrailleFault.TOO_SLOW


@pytest.mark.parametrize("lines", ["exit 3", "echo only one line", "exec /bin/kill -9 $$", "echo"])
def test_a_program_that_answers_too_little_is_not_believed(
    lines: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", _program(tmp_path, f"/bin/cat > /dev/null\n{lines}"))
    assert _fault("ord " * 200).fault is BrailleFault.FAILED


def test_a_letters_words_are_never_among_the_programs_arguments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", _program(tmp_path, f'echo "$@" > {tmp_path}/told\nexec /bin/cat'))
    braille_pages([tree(paragraph("Hemmelig"))], EN)
    assert re.fullmatch(r"--forward unicode\.dis,[\w.-]+\n", (tmp_path / "told").read_text())


def test_an_error_says_nothing_of_the_letter() -> None:
    error = BrailleUnavailable(BrailleFault.FAILED, table="da-dk-g16.ctb")
    assert str(error) == "braille-failed da-dk-g16.ctb"
