"""Letters as long as a whole law, and texts made to take time: none keeps its reader waiting.

The bounds are wide, so that a slow or busy machine passes. What they stand against took minutes.
"""

import time
from collections.abc import Callable

import pytest

from accessibility.landmark_search import landmarks_in
from accessibility.landmarks import FACTS, LandmarkKind
from accessibility.letter_layout import Place, Reading, reading_of
from accessibility.reading_order import Block, BlockKind
from accessibility.sentences import Sentences
from accessibility.wording import wording_for
from mailbox_tui.looks import LOOKS
from mailbox_tui.screens.picture import Role
from mailbox_tui.screens.text_view import Room, TextView

SAY = wording_for("en")
COLUMNS = 80
ROOM = Room(COLUMNS, 22, LOOKS["default"])
HOSTILE = 200_000  # characters
ENOUGH = 5  # seconds; each takes less than half a second

# What a pattern could be led to try again from every place: letters, blanks, digits, half links,
# half cells of tables; and texts that are one sentence, or all facts.
REPEATED = [
    "a", "a.", "a+", "a@", "a@a.", "-", "1", "1,", "111.", "111 ", "1 - ", " ", "x  ", "\t", "a\t",
    ". ", "a:", "a: ", "a: b", "a: b. ", "a: b. c, ", "a: b! c.d: ", "a\tb: c. d", "Ja. ", "nr. ",
    "5 kr, ", "5 kr. ", "kr 1 - ", "kr", "€1", "1. maj, ", "1. ", "Senest 1. maj. ", "senest ",
    "Overskrift\n\n", "a\n", "\n", "https://", "www.", "kl. A ",
]  # fmt: skip


def letter_of(sections: int) -> list[Block]:
    """Make the blocks of a letter with a heading, a sum, a date and a link in each section."""
    section = (
        "Du får 1.234,50 kr. om måneden fra den 1. januar 2027, hvis du svarer senest den "
        "15. december 2026. Se https://borger.dk/svar, hvor du også finder lov nr. 548 om støtte. "
        "Vi har lagt vægt på det, som du har skrevet til os om din bolig og din økonomi."
    )
    text = "\n\n".join(f"Afsnit {n} om støtte\n\n{section}" for n in range(sections))
    return [
        Block(kind=BlockKind.HEAD, text="Kommune. Brev."),
        Block(kind=BlockKind.TEXT, text=text),
    ]


def seconds_of(deed: Callable[[], object]) -> float:
    """Time a deed."""
    begun = time.perf_counter()
    deed()
    return time.perf_counter() - begun


@pytest.mark.parametrize("repeated", REPEATED)
def test_no_text_keeps_the_search_for_landmarks_busy(repeated: str) -> None:
    text = (repeated * HOSTILE)[:HOSTILE]
    blocks = [Block(kind=BlockKind.TEXT, text=text)]
    assert seconds_of(lambda: landmarks_in(blocks)) < ENOUGH


def test_a_text_without_an_end_is_quoted_a_thousand_times_at_once() -> None:
    text = "uden slut " * (HOSTILE // 10)
    sentences = Sentences(text)
    assert seconds_of(lambda: [sentences.around(n, n + 4) for n in range(0, HOSTILE, 20)]) < ENOUGH


def test_a_letter_of_a_hundred_kilobytes_is_drawn_and_gone_through_without_waiting() -> None:
    view = TextView(blocks=letter_of(300))
    assert sum(len(block.text) for block in view.blocks) > 80_000
    assert seconds_of(lambda: view.draw(ROOM)) < ENOUGH

    def press_many_keys() -> None:
        for kinds in ([LandmarkKind.HEADING], [LandmarkKind.LINK], FACTS):
            for _ in range(100):
                mark = view.next_landmark(kinds, +1, ROOM)
                assert mark is not None
                view.go_to_place(mark.place, ROOM)
                view.page_words(ROOM, SAY)
                view.draw(ROOM)
        while view.turn_page(-1, ROOM):
            view.draw(ROOM)

    assert seconds_of(press_many_keys) < ENOUGH


def test_a_letter_of_short_lines_in_a_low_window_is_gone_through_without_waiting() -> None:
    view = TextView(blocks=[Block(kind=BlockKind.TEXT, text="- a\n" * 50_000)])
    one_row = ROOM._replace(rows=1)
    view.go_to_end(one_row, last=True)

    def turn_back() -> None:
        for _ in range(200):
            assert view.turn_page(-1, one_row)
            view.page_words(one_row, SAY)
            view.draw(one_row)

    assert seconds_of(turn_back) < ENOUGH


def test_drawing_looks_for_headings_only_and_places_them_once_for_each_width() -> None:
    view = TextView(blocks=letter_of(3))
    placed = []
    for columns in (80, 80, 30, 30):
        view.draw(ROOM._replace(columns=columns))
        placed.append(view._heading_lines)
    assert list(view._marks) == [(LandmarkKind.HEADING,)]
    assert placed[0] is placed[1] is not placed[2] is placed[3]


def test_what_was_found_is_kept_for_the_next_key() -> None:
    view = TextView(blocks=letter_of(3))
    assert view._page_starts(ROOM) is view._page_starts(ROOM)
    assert view._landmarks(FACTS) is view._landmarks(FACTS)


def test_another_width_has_pages_of_its_own() -> None:
    view = TextView(blocks=letter_of(12))
    for columns in (80, 30, 80):
        room = ROOM._replace(columns=columns)
        anew = TextView(blocks=view.blocks)
        assert view.page_words(room, SAY) == anew.page_words(room, SAY) != ""


def test_headings_are_drawn_as_headings_at_every_width_and_on_every_page() -> None:
    view = TextView(blocks=letter_of(12))
    for columns in (80, 30, 200):
        view.top = view.cursor = 0
        drawn: dict[str, Role] = {}
        while True:
            lines, _ = view.draw(ROOM._replace(columns=columns))
            drawn |= {"".join(s.text for s in one): one[0].role for one in lines if one}
            if not view.turn_page(+1, ROOM._replace(columns=columns)):
                break
        headings = [text for text, role in drawn.items() if role is Role.HEADING]
        assert headings == [f"Afsnit {n} om støtte" for n in range(12)]


@pytest.mark.parametrize("columns", [30, 80])
def test_the_next_landmark_is_on_a_later_line_and_the_one_before_on_an_earlier(
    columns: int,
) -> None:
    view, room = TextView(blocks=letter_of(4)), ROOM._replace(columns=columns)
    reading = view.reading(room)
    for kinds in ([LandmarkKind.HEADING], [LandmarkKind.LINK], FACTS):
        marks = landmarks_in(view.blocks, kinds)
        for view.cursor in range(len(reading.lines)):
            later = [m for m in marks if reading.line_of(m.place) > view.cursor]
            earlier = [m for m in marks if reading.line_of(m.place) < view.cursor]
            assert view.next_landmark(kinds, +1, room) == (later[0] if later else None)
            assert view.next_landmark(kinds, -1, room) == (earlier[-1] if earlier else None)


def test_every_line_is_found_by_its_place_and_a_gap_belongs_to_the_line_below() -> None:
    reading = reading_of(letter_of(3), COLUMNS)
    for number, laid in enumerate(reading.lines):
        found = reading.line_of(reading.place_of(number))
        assert found == (number if laid.text else number + 1)
    last = len(reading.lines) - 1
    assert reading.line_of(reading.place_of(last + 1)) == last
    assert reading.line_of(Place(10**9)) == last
    assert reading.place_of(last + 5) == reading.place_of(last + 1)


def test_a_text_without_lines_has_places_too() -> None:
    reading: Reading = reading_of([], COLUMNS)
    assert reading.line_of(Place(3)) == 0
    assert reading.place_of(0) == 0
