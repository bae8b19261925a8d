"""Cells on pages: where lines and pages end, and the bytes of the file."""

import subprocess

import pytest

from accessibility.braille.files import brf
from accessibility.braille.page_layout import CellPassage, PageSize, laid_out
from tests.accessibility.braille.danish import needs_liblouis

_NARROW = PageSize(cells=10, lines=5)


def _written(*passages: CellPassage) -> list[list[str]]:
    """Give the lines of each page of ten cells and five lines, as BRF."""
    pages = brf(laid_out(passages, _NARROW)).decode().split("\f")[:-1]
    return [page.split("\r\n")[:-1] for page in pages]


def _cells(letters: str) -> str:
    """Give cells of letters a to j, "#" for the number sign, "-" for a hyphen."""
    order = dict(zip("abcdefghij# -", "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠼⠀⠤", strict=True))
    return "".join(order[letter] for letter in letters)


def test_lines_break_between_words_and_run_over_where_the_passage_says():
    passage = CellPassage(cells=_cells("abc abc abc abc"), first=2, rest=0)
    assert _written(passage) == [["  ABC ABC", "ABC ABC", "", "", "        #A"]]


def test_a_word_longer_than_a_line_is_broken_after_its_hyphen_if_it_can_be():
    passage = CellPassage(cells=_cells("aaaaaaa-bbbbbbb"))
    assert _written(passage)[0][:2] == ["AAAAAAA-", "BBBBBBB"]
    passage = CellPassage(cells=_cells("aaaaaaaabbbbbbbb"))
    assert _written(passage)[0][:2] == ["AAAAAAAABB", "BBBBBB"]


def test_a_number_that_goes_on_in_the_next_line_is_still_a_number():
    passage = CellPassage(cells=_cells("#abcdefghijabcd"))
    assert _written(passage)[0][:2] == ["#ABCDEFGHI", "#JABCD"]


def test_letters_after_a_number_do_not_become_one():
    passage = CellPassage(cells="⠼⠁⠁⠁⠗⠗⠗⠗⠗⠗⠁⠁⠁")
    assert _written(passage)[0][:2] == ["#AAARRRRRR", "AAA"]


def test_a_heading_is_centred_and_never_the_last_of_a_page():
    lines = [CellPassage(cells=_cells("a")) for _ in range(2)]
    heading = CellPassage(cells=_cells("bb"), is_centred=True, is_apart=True, is_kept=True)
    pages = _written(*lines, heading, CellPassage(cells=_cells("c")))
    assert pages == [["A", "A", "", "", "        #A"], ["    BB", "C", "", "", "        #B"]]


def test_many_headings_in_a_row_all_come_out():
    heading = CellPassage(cells=_cells("bb"), is_apart=True, is_kept=True)
    pages = _written(*[heading] * 9)
    assert sum(line == "BB" for page in pages for line in page) == 9
    assert all(len(page) == 5 for page in pages)


def test_no_page_begins_with_a_blank_line():
    passages = [CellPassage(cells=_cells("a"), is_apart=True) for _ in range(5)]
    assert all(page[0] == "A" for page in _written(*passages))


def test_nothing_is_still_a_page():
    assert _written() == [["", "", "", "", "        #A"]]


def test_a_usual_page_has_25_lines_and_ends_in_a_form_feed():
    passages = [CellPassage(cells=_cells("a")) for _ in range(25 * 12)]
    written = brf(laid_out(passages, PageSize()))
    pages = written.split(b"\f")
    assert pages.pop() == b""
    assert len(pages) == 13
    assert all(page.count(b"\r\n") == 25 == page.count(b"\n") for page in pages)
    assert pages[12].endswith(b" " * 37 + b"#AC\r\n")


@pytest.mark.parametrize(("cells", "lines"), [(9, 25), (40, 2)])
def test_a_page_too_small_for_anything_is_refused(cells: int, lines: int):
    with pytest.raises(ValueError, match="at least 10 cells"):
        PageSize(cells=cells, lines=lines)


@needs_liblouis
def test_every_cell_is_the_character_that_liblouis_has_for_brf():
    cells = "".join(map(chr, range(0x2801, 0x2840)))
    done = subprocess.run(
        ["lou_translate", "--forward", "en-us-brf.dis,unicode-braille.utb"],
        input=cells.encode(),
        capture_output=True,
        check=True,
    )
    assert brf([(cells,)]) == done.stdout.strip() + b"\r\n\f"
