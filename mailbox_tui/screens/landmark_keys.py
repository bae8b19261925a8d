"""Keys that go from one heading, table, link or fact of a text to the next."""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from accessibility.landmarks import FACTS, LandmarkKind
from accessibility.wording import sentence
from mailbox_tui.answering.landmarks import link_line
from mailbox_tui.screens.keymap import Move
from mailbox_tui.screens.moving import go_to_place
from mailbox_tui.screens.sitting import Sitting
from mailbox_tui.screens.text_view import TextView


class _Sort(NamedTuple):
    """What is gone to, its name for a listener, and what is said where there is none."""

    kinds: tuple[LandmarkKind, ...]
    name: str
    none_further: str
    none_before: str


_HEADINGS = _Sort(
    (LandmarkKind.HEADING,),
    sentence("Heading."),
    sentence("There is no heading further on."),
    sentence("There is no heading before this."),
)
_TABLES = _Sort(
    (LandmarkKind.TABLE,),
    sentence("Table."),
    sentence("There is no table further on."),
    sentence("There is no table before this."),
)
_LISTS = _Sort(
    (LandmarkKind.LIST,),
    sentence("List."),
    sentence("There is no list further on."),
    sentence("There is no list before this."),
)
_FIELDS = _Sort(
    (LandmarkKind.FIELD,),
    "",  # the line says it
    sentence("There is no field further on."),
    sentence("There is no field before this."),
)
_LINKS = _Sort(
    (LandmarkKind.LINK,),
    "",  # where it leads is said
    sentence("There is no link further on."),
    sentence("There is no link before this."),
)
_FACTS = _Sort(
    FACTS,
    "",  # the line says it
    sentence("There is no amount, deadline or appointment further on."),
    sentence("There is no amount, deadline or appointment before this."),
)


def _to_landmark(sort: _Sort, step: int) -> Callable[[Sitting], Awaitable[None]]:
    async def go(sitting: Sitting) -> None:
        view, stage, say = sitting.stage.view, sitting.stage, sitting.desk.say
        if not isinstance(view, TextView):
            return
        mark = view.next_landmark(sort.kinds, step, stage.painter().room(view))
        if mark is None:
            sitting.tell(say(sort.none_further if step > 0 else sort.none_before))
            return
        if sort.name and stage.look.one_at_a_time:  # others see it
            sitting.tell(say(sort.name))
        go_to_place(stage, mark.place)
        if mark.kind is LandmarkKind.LINK:
            sitting.tell(link_line(mark, view.letter, say))

    return go


LANDMARK_MOVES: dict[Move, Callable[[Sitting], Awaitable[None]]] = {
    Move.NEXT_HEADING: _to_landmark(_HEADINGS, +1),
    Move.PREVIOUS_HEADING: _to_landmark(_HEADINGS, -1),
    Move.NEXT_TABLE: _to_landmark(_TABLES, +1),
    Move.PREVIOUS_TABLE: _to_landmark(_TABLES, -1),
    Move.NEXT_LIST: _to_landmark(_LISTS, +1),
    Move.PREVIOUS_LIST: _to_landmark(_LISTS, -1),
    Move.NEXT_FIELD: _to_landmark(_FIELDS, +1),
    Move.PREVIOUS_FIELD: _to_landmark(_FIELDS, -1),
    Move.NEXT_LINK: _to_landmark(_LINKS, +1),
    Move.PREVIOUS_LINK: _to_landmark(_LINKS, -1),
    Move.NEXT_FACT: _to_landmark(_FACTS, +1),
    Move.PREVIOUS_FACT: _to_landmark(_FACTS, -1),
}
