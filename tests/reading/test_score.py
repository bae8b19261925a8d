"""Every letter of ours is read through the whole reader and measured against its truth."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from accessibility.documents.reading import Reader
from accessibility.rendering.markdown import markdown_of
from mailbox_store.model.arriving import ArrivingFile
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, Trust
from tests.reading.scoring import measures, word_errors
from tests.reading.truth import Truth, truth_of

_LETTERS = Path(__file__).parent / "letters"
_SCANS = ["rykker_skannet.pdf", "afgoerelse_skannet.pdf"]
_KINDS = {
    "*.pdf": [
        "aarsopgoerelse", "afgoerelse", "afgoerelse_maerket", "ansoegning", "indkaldelse",
        "nyhedsbrev", "partshoering", "prisblad", "rykker", "skolestart", "tilsigelse",
        "tosproget", "vilkaar", "vindue",
    ],
    "*.docx": ["afgoerelse", "partshoering", "skolestart", "vilkaar"],
    "*.odt": ["afgoerelse"],
    "*.rtf": ["afgoerelse", "plads"],
    "*.html": ["renovation"],
    "*.eml": ["gadelys", "kvittering"],
    "*.csv": ["forbrug"],
    "*.ics": ["tid"],
    "*.txt": ["laan"],
}  # fmt: skip
_WRITTEN = [name + kind[1:] for kind, names in _KINDS.items() for name in names]
_LEAST_MEAN = 0.95
_LEAST_OF_ONE = 0.85  # a mean must not hide a letter that cannot be followed
_MOST_WRONG = 0.20  # of a scan's words: what Tesseract does with a clean page at 200 dpi


@cache
def _truth(name: str) -> Truth:
    """A kind of file that has more to leave out than its siblings has a truth of its own."""
    own, shared = (_LETTERS / f"{told}.gt.txt" for told in (name, name.partition(".")[0]))
    return truth_of((own if own.exists() else shared).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as lent:
        yield lent


def _tree(reader: Reader, name: str) -> DocumentTree:
    content = (_LETTERS / name).read_bytes()
    file = ArrivingFile(name=name, media_type="", declared_type="", language="", content=content)
    read = reader.read_whole([file])
    assert read.reading is Reading.READ, f"{name} could not be read"
    return read.tree


def _mean(told: dict[str, float]) -> float:
    return sum(told.values()) / len(told)


def _shown(name: str, told: dict[str, float]) -> str:
    return f"{name}: " + ", ".join(f"{measure} {share:.2f}" for measure, share in told.items())


@pytest.mark.parametrize("name", _WRITTEN)
def test_a_letter_can_be_followed_by_ear(reader: Reader, name: str) -> None:
    told = measures(_truth(name), markdown_of(_tree(reader, name)))
    assert _mean(told) >= _LEAST_OF_ONE, _shown(name, told)


def test_letters_of_every_kind_together_reach_the_mean(reader: Reader) -> None:
    told = {name: measures(_truth(name), markdown_of(_tree(reader, name))) for name in _WRITTEN}
    mean = sum(map(_mean, told.values())) / len(told)
    worst = sorted(told.items(), key=lambda named: _mean(named[1]))
    assert mean >= _LEAST_MEAN, "\n".join(_shown(*named) for named in worst[:8])


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs Tesseract to read pictures")
@pytest.mark.parametrize("name", _SCANS)
def test_a_scan_is_read_by_machine_nearly_word_for_word(reader: Reader, name: str) -> None:
    tree = _tree(reader, name)
    assert tree.trust is Trust.OCR
    assert word_errors(_truth(name), markdown_of(tree)) <= _MOST_WRONG


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs Tesseract to read pictures")
def test_the_rows_of_a_scanned_table_stay_together(reader: Reader) -> None:
    name = "afgoerelse_skannet.pdf"
    assert measures(_truth(name), markdown_of(_tree(reader, name)))["rows"] >= 0.8


def test_every_letter_has_a_truth_and_is_measured() -> None:
    letters = {path.name for path in _LETTERS.iterdir() if not path.name.endswith(".gt.txt")}
    assert letters == {*_WRITTEN, *_SCANS}
    truths = {path.name.partition(".")[0] for path in _LETTERS.glob("*.gt.txt")}
    assert truths == {name.partition(".")[0] for name in letters}
