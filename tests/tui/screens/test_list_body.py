"""Which rows stand on the screen, whatever their heights and wherever the focus goes."""

from hypothesis import given
from hypothesis import strategies as st

from mailbox_tui.screens.list_body import ListBody

HEIGHTS = st.lists(st.integers(1, 6), min_size=1, max_size=40)
ROOM = st.integers(1, 30)
MOVES = st.lists(st.sampled_from([-7, -1, 1, 1, 1, 9]), max_size=30)


@given(HEIGHTS, ROOM, MOVES)
def test_the_focus_is_always_among_the_rows_and_they_fit(
    heights: list[int], room: int, moves: list[int]
) -> None:
    body = ListBody()
    for step in (0, *moves):
        body.focus = max(0, min(body.focus + step, len(heights) - 1))
        shown = body.visible(len(heights), room, heights.__getitem__)
        assert body.focus in shown
        assert list(shown) == list(range(shown[0], shown[-1] + 1))
        assert sum(heights[row] for row in shown) <= max(room, heights[body.focus])


@given(HEIGHTS, ROOM)
def test_pages_from_the_first_to_the_last_show_every_row_once(
    heights: list[int], room: int
) -> None:
    body = ListBody()
    seen = list(body.visible(len(heights), room, heights.__getitem__))
    while body.turn_page(+1, len(heights), room, heights.__getitem__):
        shown = body.visible(len(heights), room, heights.__getitem__)
        assert body.focus == shown[0]
        seen += shown
    assert seen == list(range(len(heights)))
    while body.turn_page(-1, len(heights), room, heights.__getitem__):
        pass
    assert body.focus == body.top == 0


@given(HEIGHTS, ROOM, MOVES)
def test_a_sheet_grows_by_the_next_row_and_begins_anew_for_any_other(
    heights: list[int], room: int, moves: list[int]
) -> None:
    body = ListBody()
    before: list[int] = []
    for step in (0, *moves):
        body.focus = max(0, min(body.focus + step, len(heights) - 1))
        sheet = list(body.on_sheet(len(heights), room, heights.__getitem__))
        assert body.focus in sheet
        assert sheet in (before, [*before, body.focus], [body.focus])
        assert len(sheet) == 1 or sum(heights[row] for row in sheet) <= room
        before = sheet
