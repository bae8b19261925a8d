"""What a key does: a move on the stage, a line opened to type in, or a deed."""

from collections.abc import Awaitable, Callable

from accessibility.commands import Command, Deed, name_of
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import LetterSummary, letter_id_text
from mailbox_tui.answering.dispatch import answer
from mailbox_tui.answering.speaking import OF_THE_VOICE
from mailbox_tui.face import Entry
from mailbox_tui.screens.entries_view import EntriesView
from mailbox_tui.screens.events import Paste, Press
from mailbox_tui.screens.key_help import keys_in_words
from mailbox_tui.screens.keymap import Action, Ground, Keymap, Move, key_name
from mailbox_tui.screens.landmark_keys import LANDMARK_MOVES
from mailbox_tui.screens.letters_view import LettersView
from mailbox_tui.screens.moving import move, move_to_end, turn_page
from mailbox_tui.screens.searching import type_search
from mailbox_tui.screens.sitting import Sitting
from mailbox_tui.screens.text_view import TextView
from mailbox_tui.screens.typing_in import (
    type_command,
    type_filter,
    type_move,
    type_note,
    type_number,
)


async def press(sitting: Sitting, keymap: Keymap, event: Press | Paste) -> None:
    """Do what a key does where it is pressed; words pasted outside a prompt do nothing.

    Raises what `troubles_told` tells.
    """
    if isinstance(event, Paste):
        return
    ground = _ground(sitting)
    action = keymap.action(ground, event.key, event.character)
    sitting.stage.message = ""
    if sitting.voice.is_speaking and action not in OF_THE_VOICE:
        await sitting.voice.stop()  # any key silences the voice, and does what it does
        if action in (Deed.SPEAK, Move.GO_BACK):
            return
    if action is Move.KEYS:
        lines = keys_in_words(keymap, ground, sitting.desk.say)
        await sitting.show(sitting.desk.say("Keys"), [Entry(text=line) for line in lines])
    elif isinstance(action, Move):
        await _MOVES[action](sitting)
    elif action is not None:
        await answer(sitting, await _command_for(sitting, action))
    elif event.character is not None and event.character.isdecimal():
        await type_number(sitting, event.character)
    elif event.character is not None and event.character.isprintable():
        key = key_name(event.key, event.character)
        sitting.tell(sitting.desk.say("{key} does nothing here. ? helps.", key=key))


def _ground(sitting: Sitting) -> Ground:
    view = sitting.stage.view
    if isinstance(view, LettersView):
        return Ground.LETTERS
    if isinstance(view, EntriesView):
        chosen = view.focused.chosen
        is_document = chosen is not None and chosen.deed is Deed.DOCUMENT
        return Ground.DOCUMENTS if is_document else Ground.CHOICES
    return Ground.ANSWER if view.letter is None else Ground.TEXT


async def _command_for(sitting: Sitting, deed: Action) -> Command:
    """Give what a key asks: in the bin, to delete for good; among documents, to save just one."""
    view = sitting.stage.view
    if deed is Deed.BIN and await _lie_in_bin(sitting):
        return Command(deed=Deed.DELETE)
    chosen = view.focused.chosen if isinstance(view, EntriesView) else None
    if chosen is not None and chosen.deed is Deed.DOCUMENT:
        if deed is Deed.SAVE:
            return Command(deed=deed, letters=(chosen.words,))
        if deed is Deed.PAGER:
            return Command(deed=deed, words=chosen.words)
    return Command(deed=Deed(deed))


# -- going about


async def _choose(sitting: Sitting) -> None:
    view = sitting.stage.view
    if isinstance(view, TextView):
        await turn_page(sitting.stage, +1)
    elif isinstance(view, LettersView):
        if view.focused is None:
            sitting.tell(sitting.desk.say("No letters."))
        else:
            name = letter_id_text(view.focused)
            await answer(sitting, Command(deed=Deed.OPEN, letters=(name,)))
    elif (chosen := view.focused.chosen) is not None:
        await _do_chosen(sitting, view, chosen)


async def _do_chosen(sitting: Sitting, view: EntriesView, chosen: Command) -> None:
    if chosen.deed is Deed.SETTINGS:  # its value is typed
        word = name_of(Deed.SETTINGS, language=sitting.desk.say.language)
        await type_command(sitting, f"{word} {chosen.words} ")
        await answer(sitting, Command(deed=Deed.SETTINGS))
        if isinstance(now := sitting.stage.view, EntriesView):
            now.body.focus = view.body.focus
        return
    await answer(sitting, chosen)
    if chosen.deed is Deed.COPY:  # back to what it was copied from
        await sitting.stage.take_off()
    elif chosen.deed is Deed.CHATS and " " in chosen.words:  # it is no longer as it was listed
        await answer(sitting, Command(deed=Deed.CHATS))
        if sitting.stage.view is view:  # there is none left to list
            await sitting.stage.take_off()


async def _back_or_leave(sitting: Sitting) -> None:
    view = sitting.stage.view
    if len(sitting.stage.views) == 1 and not (isinstance(view, LettersView) and view.selected):
        sitting.leave()
    else:
        await sitting.go_back()


async def _leave(sitting: Sitting) -> None:
    sitting.leave()


def _moving(step: int) -> Callable[[Sitting], Awaitable[None]]:
    return lambda sitting: move(sitting.stage, step)


def _turning(step: int) -> Callable[[Sitting], Awaitable[None]]:
    return lambda sitting: turn_page(sitting.stage, step)


def _to_end(*, last: bool) -> Callable[[Sitting], Awaitable[None]]:
    return lambda sitting: move_to_end(sitting.stage, last=last)


async def _paint(sitting: Sitting) -> None:
    sitting.stage.window.paint_anew()


async def _suspend(sitting: Sitting) -> None:
    sitting.stage.window.put_aside()


# -- selecting, and deeds that look at the letters first


async def _select(sitting: Sitting) -> None:
    view = sitting.stage.view
    if isinstance(view, LettersView) and view.focused is not None:
        view.select()
        await move(sitting.stage, +1)
        sitting.stage.message = sitting.desk.say.count(
            "{n} letter selected.", "{n} letters selected.", len(view.selected)
        )


async def _toggle_flag(sitting: Sitting) -> None:
    letters = await _letters_meant(sitting)
    is_on = bool(letters) and all(letter.flagged for letter in letters)
    await answer(sitting, Command(deed=Deed.UNFLAG if is_on else Deed.FLAG))


async def _toggle_unread(sitting: Sitting) -> None:
    letters = await _letters_meant(sitting)
    is_on = bool(letters) and all(letter.unread for letter in letters)
    await answer(sitting, Command(deed=Deed.MARK_READ if is_on else Deed.UNREAD))


async def _lie_in_bin(sitting: Sitting) -> bool:
    letters = await _letters_meant(sitting)
    return all(letter.folder is FolderType.DELETED for letter in letters)


async def _letters_meant(sitting: Sitting) -> list[LetterSummary]:
    """Look at the letters a deed would be about, without opening them."""
    return [
        (await sitting.mailbox.unopened(letter)).summary for letter in await sitting.letters(())
    ]


_MOVES: dict[Move, Callable[[Sitting], Awaitable[None]]] = {
    Move.DOWN: _moving(+1),
    Move.UP: _moving(-1),
    Move.PAGE_DOWN: _turning(+1),
    Move.PAGE_UP: _turning(-1),
    Move.FIRST: _to_end(last=False),
    Move.LAST: _to_end(last=True),
    Move.CHOOSE: _choose,
    Move.GO_BACK: Sitting.go_back,
    Move.BACK_OR_LEAVE: _back_or_leave,
    Move.LEAVE: _leave,
    Move.TYPE: type_command,
    Move.TYPE_SEARCH: type_search,
    Move.TYPE_FILTER: type_filter,
    Move.TYPE_MOVE: type_move,
    Move.TYPE_NOTE: type_note,
    Move.SELECT: _select,
    Move.TOGGLE_FLAG: _toggle_flag,
    Move.TOGGLE_UNREAD: _toggle_unread,
    Move.PAINT: _paint,
    Move.SUSPEND: _suspend,
    **LANDMARK_MOVES,
}
