"""What a key does: a move on the stage, a line opened to type in, or a deed."""

from collections.abc import Awaitable, Callable

from accessibility.commands import Command, Deed, name_of
from accessibility.landmarks import FACTS, LandmarkKind
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import LetterSummary, letter_id_text
from mailbox_tui.answering.landmarks import link_line
from mailbox_tui.answering.typed import answer_command, answer_line
from mailbox_tui.face import Entry
from mailbox_tui.screens.entries_view import EntriesView
from mailbox_tui.screens.events import Paste, Press
from mailbox_tui.screens.key_help import keys_in_words
from mailbox_tui.screens.keymap import Action, Ground, Keymap, Move, key_name
from mailbox_tui.screens.letters_view import LettersView
from mailbox_tui.screens.searching import type_search
from mailbox_tui.screens.sitting import Sitting
from mailbox_tui.screens.text_view import TextView


async def press(sitting: Sitting, keymap: Keymap, event: Press | Paste) -> None:
    """Do what a key does where it is pressed; words pasted outside a prompt do nothing."""
    if isinstance(event, Paste):
        return
    ground = _ground(sitting)
    action = keymap.action(ground, event.key, event.character)
    sitting.stage.message = ""
    if action is Move.KEYS:
        lines = keys_in_words(keymap, ground, sitting.desk.say)
        await sitting.show(sitting.desk.say("Keys"), [Entry(text=line) for line in lines])
    elif action is not None:
        await _do(sitting, action)
    elif event.character is not None and event.character.isdecimal():
        await _type_number(sitting, event.character)
    elif event.character is not None and event.character.isprintable():
        key = key_name(event.key, event.character)
        sitting.tell(sitting.desk.say("{key} does nothing here. ? helps.", key=key))


def _ground(sitting: Sitting) -> Ground:
    view = sitting.stage.view
    if isinstance(view, LettersView):
        return Ground.LETTERS
    return Ground.CHOICES if isinstance(view, EntriesView) else Ground.TEXT


async def _do(sitting: Sitting, action: Action) -> None:
    if isinstance(action, Move):
        await _MOVES[action](sitting)
    else:
        await answer_command(sitting, await _command_for(sitting, action))


async def _command_for(sitting: Sitting, deed: Deed) -> Command:
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
    return Command(deed=deed)


# -- going about


async def _choose(sitting: Sitting) -> None:
    view = sitting.stage.view
    if isinstance(view, TextView):
        await sitting.stage.turn_page(+1)
    elif isinstance(view, LettersView):
        if view.focused is not None:
            name = letter_id_text(view.focused)
            await answer_command(sitting, Command(deed=Deed.OPEN, letters=(name,)))
    elif (chosen := view.focused.chosen) is not None:
        await _do_chosen(sitting, view, chosen)


async def _do_chosen(sitting: Sitting, view: EntriesView, chosen: Command) -> None:
    if chosen.deed is Deed.SETTINGS:  # its value is typed
        word = name_of(Deed.SETTINGS, language=sitting.desk.say.language)
        await _type_command(sitting, f"{word} {chosen.words} ")
        await answer_command(sitting, Command(deed=Deed.SETTINGS))
        if isinstance(now := sitting.stage.view, EntriesView):
            now.body.focus = view.body.focus
        return
    if chosen.deed is Deed.COPY:  # what it is copied from lies beneath
        await sitting.stage.take_off()
    await answer_command(sitting, chosen)


async def _back_or_leave(sitting: Sitting) -> None:
    view = sitting.stage.view
    if len(sitting.stage.views) == 1 and not (isinstance(view, LettersView) and view.selected):
        sitting.leave()
    else:
        await sitting.go_back()


async def _leave(sitting: Sitting) -> None:
    sitting.leave()


async def _down(sitting: Sitting) -> None:
    await sitting.stage.move(+1)


async def _up(sitting: Sitting) -> None:
    await sitting.stage.move(-1)


async def _page_down(sitting: Sitting) -> None:
    await sitting.stage.turn_page(+1)


async def _page_up(sitting: Sitting) -> None:
    await sitting.stage.turn_page(-1)


async def _first(sitting: Sitting) -> None:
    await sitting.stage.move_to_end(last=False)


async def _last(sitting: Sitting) -> None:
    await sitting.stage.move_to_end(last=True)


async def _paint(sitting: Sitting) -> None:
    sitting.stage.window.paint_anew()


async def _suspend(sitting: Sitting) -> None:
    sitting.stage.window.put_aside()


# -- selecting, and deeds that look at the letters first


async def _select(sitting: Sitting) -> None:
    view = sitting.stage.view
    if isinstance(view, LettersView) and view.focused is not None:
        view.select()
        await sitting.stage.move(+1)
        sitting.stage.message = sitting.desk.say.count(
            "{n} letter selected.", "{n} letters selected.", len(view.selected)
        )


async def _toggle_flag(sitting: Sitting) -> None:
    letters = await _letters_meant(sitting)
    is_on = bool(letters) and all(letter.flagged for letter in letters)
    await answer_command(sitting, Command(deed=Deed.UNFLAG if is_on else Deed.FLAG))


async def _toggle_unread(sitting: Sitting) -> None:
    letters = await _letters_meant(sitting)
    is_on = bool(letters) and all(letter.unread for letter in letters)
    await answer_command(sitting, Command(deed=Deed.MARK_READ if is_on else Deed.UNREAD))


async def _lie_in_bin(sitting: Sitting) -> bool:
    letters = await _letters_meant(sitting)
    return bool(letters) and all(letter.folder is FolderType.DELETED for letter in letters)


async def _letters_meant(sitting: Sitting) -> list[LetterSummary]:
    """Look at the letters a deed would be about, without opening them; none where there is none."""
    view = sitting.stage.view
    if isinstance(view, LettersView):
        meant = view.chosen()
    else:
        meant = [] if view.letter is None else [view.letter.id]
    return [(await sitting.mailbox.unopened(letter)).summary for letter in meant]


# -- typing


async def _type(sitting: Sitting) -> None:
    await _type_command(sitting, "")


def _typing(deed: Deed) -> Callable[[Sitting], Awaitable[None]]:
    """Give a move that opens the line with a deed's word, so that only the rest is typed."""

    async def type_rest(sitting: Sitting) -> None:
        await _type_command(sitting, f"{name_of(deed, language=sitting.desk.say.language)} ")

    return type_rest


async def _type_command(sitting: Sitting, begun: str) -> None:
    typed = await sitting.stage.type_line(":", begun)
    if typed and typed.strip() and typed != begun:
        await answer_line(sitting, typed)


async def _type_number(sitting: Sitting, digit: str) -> None:
    typed = (await sitting.stage.type_line("", digit) or "").strip()
    if not typed:
        return
    if not typed.isdecimal():
        await answer_line(sitting, typed)
    elif _ground(sitting) is Ground.TEXT:
        await answer_command(sitting, Command(deed=Deed.DOCUMENT, words=typed))
    elif not await sitting.stage.jump(int(typed[:9])):
        sitting.tell(sitting.desk.say("There is no number {number} here.", number=typed[:9]))


# -- landmarks


def _to_landmark(kind: str, step: int) -> Callable[[Sitting], Awaitable[None]]:
    async def go(sitting: Sitting) -> None:
        view, stage = sitting.stage.view, sitting.stage
        if not isinstance(view, TextView):
            return
        columns = stage.painter().text_columns
        mark = view.next_landmark(_KINDS[kind], step, columns)
        if mark is None:
            say = sitting.desk.say
            sitting.tell(say("There is none further on.") if step > 0 else
                         say("There is none before this."))  # fmt: skip
            return
        await sitting.go_to_place(mark.place)
        if mark.kind is LandmarkKind.LINK:
            sitting.tell(link_line(mark, view.letter, sitting.desk.say))

    return go


_KINDS = {
    "heading": (LandmarkKind.HEADING,),
    "table": (LandmarkKind.TABLE,),
    "link": (LandmarkKind.LINK,),
    "fact": FACTS,
}
_MOVES: dict[Move, Callable[[Sitting], Awaitable[None]]] = {
    Move.DOWN: _down,
    Move.UP: _up,
    Move.PAGE_DOWN: _page_down,
    Move.PAGE_UP: _page_up,
    Move.FIRST: _first,
    Move.LAST: _last,
    Move.CHOOSE: _choose,
    Move.GO_BACK: Sitting.go_back,
    Move.BACK_OR_LEAVE: _back_or_leave,
    Move.LEAVE: _leave,
    Move.TYPE: _type,
    Move.TYPE_SEARCH: type_search,
    Move.TYPE_FILTER: _typing(Deed.FILTER),
    Move.TYPE_MOVE: _typing(Deed.MOVE),
    Move.TYPE_NOTE: _typing(Deed.NOTE),
    Move.SELECT: _select,
    Move.TOGGLE_FLAG: _toggle_flag,
    Move.TOGGLE_UNREAD: _toggle_unread,
    Move.NEXT_HEADING: _to_landmark("heading", +1),
    Move.PREVIOUS_HEADING: _to_landmark("heading", -1),
    Move.NEXT_TABLE: _to_landmark("table", +1),
    Move.PREVIOUS_TABLE: _to_landmark("table", -1),
    Move.NEXT_LINK: _to_landmark("link", +1),
    Move.PREVIOUS_LINK: _to_landmark("link", -1),
    Move.NEXT_FACT: _to_landmark("fact", +1),
    Move.PREVIOUS_FACT: _to_landmark("fact", -1),
    Move.PAINT: _paint,
    Move.SUSPEND: _suspend,
}
