"""`python -m accessibility.documents`: any file as text, Markdown, JSON, speech or a chat."""

import json
import subprocess
import sys
from dataclasses import dataclass, fields
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from accessibility.documents.command import DONE, FAILED, MISUSED, ReadOne, main
from accessibility.documents.forms import FORMS
from accessibility.documents.frames import MOST_CONTENT
from accessibility.documents.reading import ReadDocument
from mailbox_store.model.arriving import ArrivingFile
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, Heading, Paragraph, Run, Trust
from mailbox_store.model.warned import Warned

ROOT = Path(__file__).parents[3]
TREE = DocumentTree(
    trust=Trust.TAGGED,
    language="da",
    blocks=(
        Heading(words=(Run("Afgørelse"),), level=1),
        Paragraph(words=(Run("Du får 1.234,50 kr. om måneden fra den 1. januar 2027."),)),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    reading: Reading = Reading.READ
    tree: DocumentTree | None = None
    warnings: tuple[Warned, ...] = ()


def reads(found: Read, taken: list[tuple[ArrivingFile, str]] | None = None) -> ReadOne:
    def read(file: ArrivingFile, password: str) -> Read:
        if taken is not None:
            taken.append((file, password))
        return found

    return read


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brev.txt"
    path.write_text("Afgørelse", encoding="utf-8")
    return path


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written_to_stdout_and_nothing_else(
    form: str, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(letter), "--as", form], read=reads(Read(tree=TREE))) == DONE
    out, err = capsys.readouterr()
    assert "1.234,50 kr." in out
    assert out.endswith("\n")
    assert not err
    if form == "json":
        assert json.loads(out)["blocks"][0]["words"] == "Afgørelse"


def test_text_is_laid_out_for_the_width(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(letter), "--width", "20", "--language", "en"], read=reads(Read(tree=TREE)))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Heading 1: Afgørelse"
    assert max(map(len, lines)) <= 20


def test_warnings_go_to_stderr(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = Read(tree=TREE, warnings=(Warned(code="hidden-text"),))
    assert main([str(letter), "--language", "en"], read=reads(found)) == DONE
    out, err = capsys.readouterr()
    assert err == "The document holds text that is made invisible. It is left out.\n"
    assert "invisible" not in out


@pytest.mark.parametrize("reading", [r for r in Reading if r is not Reading.READ])
def test_a_file_that_cannot_be_read_fails_with_one_sentence(
    reading: Reading, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(letter), "--language", "en"], read=reads(Read(reading=reading))) == FAILED
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(f"{letter} ")
    assert err.count("\n") == 1


def test_a_file_that_is_not_there_fails_with_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "no.pdf"), "--language", "en"]) == FAILED
    assert main([str(tmp_path), "--language", "en"]) == FAILED
    err = capsys.readouterr().err
    assert err.splitlines()[0].endswith("no.pdf cannot be opened: No such file or directory.")


@pytest.mark.parametrize(
    "typed",
    [[], ["--width", "19", "x"], ["--as", "pdf", "x"], ["-", "--password", "-"], ["a", "b"],
     ["x", "--password", "secret"]],
)  # fmt: skip
def test_a_misuse_is_told_by_its_exit_code(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed) == MISUSED
    assert not capsys.readouterr().out


def test_stdin_is_read_and_a_password_too(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[ArrivingFile, str]] = []
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"%PDF-1.7 from stdin")))
    assert main(["-"], read=reads(Read(tree=TREE), taken)) == DONE
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("æble\n".encode()), encoding="utf-8"))
    assert main([str(letter), "--password", "-"], read=reads(Read(tree=TREE), taken)) == DONE
    (piped, no_password), (file, password) = taken
    assert (piped.content, piped.media_type) == (b"%PDF-1.7 from stdin", "application/pdf")
    assert (no_password, file.name, password) == ("", "brev.txt", "æble")


def test_no_more_of_a_file_is_taken_than_shows_that_it_is_too_large(tmp_path: Path) -> None:
    taken: list[tuple[ArrivingFile, str]] = []
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.truncate(MOST_CONTENT + 1000)
    main([str(path)], read=reads(Read(reading=Reading.UNREADABLE), taken))
    assert len(taken[0][0].content) == MOST_CONTENT + 1


def test_what_a_terminal_would_take_as_a_command_is_not_written(
    letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = Paragraph(words=(Run("rød \x1b[31m tekst"),))
    tree = DocumentTree(trust=Trust.PLAIN, blocks=(hostile,))
    for form in FORMS:
        main([str(letter), "--as", form], read=reads(Read(tree=tree)))
    assert "\x1b" not in capsys.readouterr().out


needs_trees = pytest.mark.skipif(
    "tree" not in {field.name for field in fields(ReadDocument)},
    reason="the reader does not give trees yet",
)


@needs_trees
def test_a_real_file_is_read_in_the_child_process(tmp_path: Path) -> None:
    path = tmp_path / "brev.html"
    path.write_text("<h1>Afgørelse</h1><p>Du får 5 kr.</p>", encoding="utf-8")
    done = _run(str(path), "--as", "markdown")
    assert (done.returncode, done.stdout) == (0, "# Afgørelse\n\nDu får 5 kr.\n")


@needs_trees
def test_a_reader_of_the_answer_who_goes_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "brev.html"
    path.write_text("<p>" + "</p><p>".join(["ord " * 50] * 5000) + "</p>", encoding="utf-8")
    command = f"'{sys.executable}' -m accessibility.documents '{path}' | head -1"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=True)
    assert not done.stderr


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "accessibility.documents", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
