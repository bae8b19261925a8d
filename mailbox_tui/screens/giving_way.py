"""Which views give way: to a new list that takes their place, or with a letter that is gone."""

from collections.abc import Sequence

from mailbox_store.model.letter import LetterId
from mailbox_tui.face import LetterList
from mailbox_tui.screens.drawing import View
from mailbox_tui.screens.letters_view import LettersView


def is_about_one_of(view: View, letters: Sequence[LetterId]) -> bool:
    """Tell whether a view is about one of some letters."""
    return (
        not isinstance(view, LettersView) and view.letter is not None and view.letter.id in letters
    )


def gives_way(view: View, listed: LetterList) -> bool:
    """Tell whether a new list takes a view's place: a choice, a text, a list of the same kind."""
    return not isinstance(view, LettersView) or _is_folder(view.listed) == _is_folder(listed)


def _is_folder(listed: LetterList) -> bool:
    query = listed.numbered.query
    return query is not None and query.thread is None
