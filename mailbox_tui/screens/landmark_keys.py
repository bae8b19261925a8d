"""Keys that go from one heading, table, link or fact of a text to the next."""

from collections.abc import Awaitable, Callable

from accessibility.landmarks import FACTS, LandmarkKind
from mailbox_tui.answering.landmarks import link_line
from mailbox_tui.screens.keymap import Move
from mailbox_tui.screens.moving import go_to_place
from mailbox_tui.screens.sitting import Sitting
from mailbox_tui.screens.text_view import TextView


def _to_landmark(
    kinds: tuple[LandmarkKind, ...], step: int
) -> Callable[[Sitting], Awaitable[None]]:
    async def go(sitting: Sitting) -> None:
        view, stage, say = sitting.stage.view, sitting.stage, sitting.desk.say
        if not isinstance(view, TextView):
            return
        mark = view.next_landmark(kinds, step, stage.painter().room(view))
        if mark is None:
            further = say("There is none further on.")
            sitting.tell(further if step > 0 else say("There is none before this."))
            return
        go_to_place(stage, mark.place)
        if mark.kind is LandmarkKind.LINK:
            sitting.tell(link_line(mark, view.letter, say))

    return go


LANDMARK_MOVES: dict[Move, Callable[[Sitting], Awaitable[None]]] = {
    Move.NEXT_HEADING: _to_landmark((LandmarkKind.HEADING,), +1),
    Move.PREVIOUS_HEADING: _to_landmark((LandmarkKind.HEADING,), -1),
    Move.NEXT_TABLE: _to_landmark((LandmarkKind.TABLE,), +1),
    Move.PREVIOUS_TABLE: _to_landmark((LandmarkKind.TABLE,), -1),
    Move.NEXT_LINK: _to_landmark((LandmarkKind.LINK,), +1),
    Move.PREVIOUS_LINK: _to_landmark((LandmarkKind.LINK,), -1),
    Move.NEXT_FACT: _to_landmark(FACTS, +1),
    Move.PREVIOUS_FACT: _to_landmark(FACTS, -1),
}
