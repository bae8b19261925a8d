"""Which key does what, in a list, in a list of choices and in a text; a person may choose others.

Keys are named as Textual names them, except that a character stands for itself ("?" rather than
"question_mark"); the section [keys] of settings.toml uses the same names.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from accessibility.commands import Deed
from accessibility.wording import sentence


class Ground(StrEnum):
    """Where a key is pressed."""

    LETTERS = "letters"
    DOCUMENTS = "documents"
    CHOICES = "choices"  # other than of documents
    TEXT = "text"  # of a letter
    ANSWER = "answer"  # a text that is no letter's: help, the log


class Move(StrEnum):
    """What only a screen does: going about in it, selecting, opening the line to type in."""

    DOWN = "down"
    UP = "up"
    PAGE_DOWN = "page-down"
    PAGE_UP = "page-up"
    FIRST = "first"
    LAST = "last"
    CHOOSE = "choose"
    GO_BACK = "go-back"
    BACK_OR_LEAVE = "back-or-leave"
    LEAVE = "leave"
    KEYS = "keys"
    TYPE = "type"
    TYPE_SEARCH = "type-search"
    TYPE_FILTER = "type-filter"
    TYPE_MOVE = "type-move"
    TYPE_NOTE = "type-note"
    SELECT = "select"
    TOGGLE_FLAG = "toggle-flag"
    TOGGLE_UNREAD = "toggle-unread"
    NEXT_HEADING = "next-heading"
    PREVIOUS_HEADING = "previous-heading"
    NEXT_TABLE = "next-table"
    PREVIOUS_TABLE = "previous-table"
    NEXT_LIST = "next-list"
    PREVIOUS_LIST = "previous-list"
    NEXT_FIELD = "next-field"
    PREVIOUS_FIELD = "previous-field"
    NEXT_LINK = "next-link"
    PREVIOUS_LINK = "previous-link"
    NEXT_FACT = "next-fact"
    PREVIOUS_FACT = "previous-fact"
    PAINT = "paint"
    SUSPEND = "suspend"


Action = Move | Deed


class Binding(NamedTuple):
    """One action: its usual keys, where they work, and what it does in words."""

    action: Action
    keys: str
    does: str
    grounds: tuple[Ground, ...] = tuple(Ground)


_LISTS = (Ground.LETTERS, Ground.DOCUMENTS, Ground.CHOICES)
_CHOICES = (Ground.DOCUMENTS, Ground.CHOICES)
_ABOUT_LETTERS = (Ground.LETTERS, Ground.TEXT)
_OPENED = (Ground.DOCUMENTS, Ground.TEXT)
_WITH_DOCUMENTS = (Ground.LETTERS, Ground.DOCUMENTS, Ground.TEXT)
_READ = (Ground.TEXT, Ground.ANSWER)
_SPOKEN = (Ground.LETTERS, Ground.TEXT, Ground.ANSWER)
_TEXT = (Ground.TEXT,)
_LETTERS = (Ground.LETTERS,)


def _binding(
    action: Action, keys: str, does: str, grounds: tuple[Ground, ...] = tuple(Ground)
) -> Binding:
    return Binding(action=action, keys=keys, does=does, grounds=grounds)


BINDINGS = (
    _binding(Move.DOWN, "down j n", sentence("the next row"), _LISTS),
    _binding(Move.UP, "up k p", sentence("the row before"), _LISTS),
    _binding(Move.DOWN, "down j", sentence("a line on"), _READ),
    _binding(Move.UP, "up k", sentence("a line back"), _READ),
    _binding(Move.PAGE_DOWN, "pagedown space ctrl+f", sentence("the next page")),
    _binding(Move.PAGE_UP, "pageup - ctrl+b", sentence("the page before")),
    _binding(Move.FIRST, "home", sentence("to the beginning")),
    _binding(Move.LAST, "end", sentence("to the end")),
    _binding(Move.CHOOSE, "enter", sentence("open the letter"), _LETTERS),
    _binding(Move.CHOOSE, "enter", sentence("choose it"), _CHOICES),
    _binding(Move.CHOOSE, "enter", sentence("the next page"), _READ),
    _binding(Deed.NEXT, "n", sentence("the next letter"), _TEXT),
    _binding(Deed.PREVIOUS, "p", sentence("the letter before"), _TEXT),
    _binding(Move.GO_BACK, "escape", sentence("back")),
    _binding(Move.BACK_OR_LEAVE, "q", sentence("back; in the inbox, leave")),
    _binding(Move.KEYS, "? f1", sentence("these keys")),
    _binding(Move.TYPE, ":", sentence("type a command; help as a command lists them")),
    _binding(Move.TYPE_SEARCH, "/", sentence("search")),
    _binding(Move.TYPE_FILTER, "l", sentence("limit the list: unread, flagged, deadline, sender")),
    _binding(Deed.ARCHIVE, "a e", sentence("archive"), _ABOUT_LETTERS),
    _binding(Deed.BIN, "d delete", sentence("to the bin; in the bin, delete for good"),
             _ABOUT_LETTERS),
    _binding(Deed.RESTORE, "R", sentence("out of the bin"), _ABOUT_LETTERS),
    _binding(Move.TYPE_MOVE, "m", sentence("move to a folder"), _ABOUT_LETTERS),
    _binding(Move.TOGGLE_FLAG, "f", sentence("set a flag, or take it off"), _ABOUT_LETTERS),
    _binding(Move.TOGGLE_UNREAD, "U", sentence("mark as unread, or as read"), _ABOUT_LETTERS),
    _binding(Move.TYPE_NOTE, "N", sentence("write a note"), _ABOUT_LETTERS),
    _binding(Deed.EDIT_NOTE, "E", sentence("write the note in your editor"), _ABOUT_LETTERS),
    _binding(Move.SELECT, "t", sentence("select, to do something to several"), _LETTERS),
    _binding(Deed.UNDO, "u", sentence("undo")),
    _binding(Deed.DOCUMENTS, "v", sentence("the documents"), _ABOUT_LETTERS),
    _binding(Deed.ACTIONS, "A", sentence("what the letter asks for: pay, sign, come"),
             _ABOUT_LETTERS),
    _binding(Deed.CALENDAR, "C", sentence("save the appointment as a calendar file"),
             _ABOUT_LETTERS),
    _binding(Deed.SAVE, "S", sentence("save the documents as files"), _WITH_DOCUMENTS),
    _binding(Deed.COPY, "c", sentence("copy a field"), _TEXT),
    _binding(Deed.PAGER, "o", sentence("read it in your pager"), _OPENED),
    _binding(Deed.DETAILS, "i", sentence("every detail, numbers in full"), _ABOUT_LETTERS),
    _binding(Deed.THREAD, "T", sentence("the letters that belong together"), _LETTERS),
    _binding(Move.NEXT_HEADING, "h", sentence("the next heading"), _TEXT),
    _binding(Move.PREVIOUS_HEADING, "H", sentence("the heading before"), _TEXT),
    _binding(Move.NEXT_TABLE, "t", sentence("the next table"), _TEXT),
    _binding(Move.PREVIOUS_TABLE, "T", sentence("the table before"), _TEXT),
    _binding(Move.NEXT_LINK, "tab", sentence("the next link"), _TEXT),
    _binding(Move.PREVIOUS_LINK, "shift+tab", sentence("the link before"), _TEXT),
    _binding(Move.NEXT_FACT, "x", sentence("the next amount, deadline or appointment"), _TEXT),
    _binding(Move.PREVIOUS_FACT, "X", sentence("the amount, deadline or appointment before"),
             _TEXT),
    _binding(Move.NEXT_LIST, "y", sentence("the next list"), _TEXT),
    _binding(Move.PREVIOUS_LIST, "Y", sentence("the list before"), _TEXT),
    _binding(Move.NEXT_FIELD, "z", sentence("the next field of a form"), _TEXT),
    _binding(Move.PREVIOUS_FIELD, "Z", sentence("the field before"), _TEXT),
    _binding(Deed.BRIEF, "b", sentence("the letter in brief"), _ABOUT_LETTERS),
    _binding(Deed.READABILITY, "V", sentence("how well it can be listened to"), _ABOUT_LETTERS),
    _binding(Deed.SPEAK, "s", sentence("read it aloud, and stop"), _SPOKEN),
    _binding(Deed.PAUSE, ".", sentence("make the voice pause, and go on"), _READ),
    _binding(Deed.SENTENCE_ON, "right", sentence("hear the next sentence"), _READ),
    _binding(Deed.SENTENCE_BACK, "left", sentence("hear the sentence before"), _READ),
    _binding(Deed.REPEAT, ";", sentence("hear the sentence again"), _READ),
    _binding(Deed.SPELL, "'", sentence("hear a word spelled; again, the next word"), _READ),
    _binding(Deed.FASTER, ">", sentence("a faster voice"), _READ),
    _binding(Deed.SLOWER, "<", sentence("a slower voice"), _READ),
    _binding(Deed.FOLDERS, "g", sentence("the folders")),
    _binding(Deed.DEADLINES, "G", sentence("deadlines and appointments")),
    _binding(Deed.LOG, "L", sentence("the log")),
    _binding(Deed.MAILBOXES, "M", sentence("the mailboxes")),
    _binding(Deed.CHATS, "B", sentence("the linked chats")),
    _binding(Deed.SETTINGS, ",", sentence("the settings")),
    _binding(Move.PAINT, "ctrl+l", sentence("paint the screen anew")),
    _binding(Move.SUSPEND, "ctrl+z", sentence("put Brevdue aside; fg in the shell takes it up")),
    _binding(Move.LEAVE, "Q ctrl+c ctrl+q", sentence("leave from anywhere")),
)  # fmt: skip

_HELD = ("ctrl", "shift", "alt")
_NAMED_KEYS = (
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "enter",
    "escape", "tab", "space", "backspace", *(f"f{n}" for n in range(1, 25)),
)  # fmt: skip
_CHARACTERS = {  # Textual's names of keys that are a character
    "question_mark": "?", "colon": ":", "slash": "/", "minus": "-", "comma": ",", "full_stop": ".",
    "semicolon": ";", "apostrophe": "'", "less_than_sign": "<", "greater_than_sign": ">",
}  # fmt: skip


class Keymap:
    """The keys as one person has them."""

    def __init__(self, own: Mapping[str, str]) -> None:
        """Take the person's own keys: an action's name to keys, in place of the usual ones."""
        self.bindings = tuple(
            Binding(action=b.action, keys=own.get(b.action, b.keys), does=b.does, grounds=b.grounds)
            for b in BINDINGS
        )
        self._actions: dict[tuple[Ground, str], Action] = {}
        chosen_last = sorted(self.bindings, key=lambda binding: binding.action in own)
        for binding in chosen_last:  # so that a person's own key wins over a usual one
            for ground in binding.grounds:
                for key in binding.keys.split():
                    self._actions[ground, key] = binding.action

    def action(self, ground: Ground, key: str, character: str | None) -> Action | None:
        """Give what a key does here; None where it does nothing."""
        name = key_name(key, character)
        return self._actions.get((ground, name))

    def on(self, ground: Ground) -> Iterator[Binding]:
        """Give what the keys do somewhere, for help: only keys that really do it."""
        for binding in self.bindings:
            if ground in binding.grounds:
                keys = [
                    k for k in binding.keys.split() if self._actions[ground, k] is binding.action
                ]
                if keys:
                    yield Binding(action=binding.action, keys=" ".join(keys), does=binding.does,
                                  grounds=binding.grounds)  # fmt: skip


def key_name(key: str, character: str | None) -> str:
    """Name a key as the keymap does: a printable character by itself."""
    if key == "space":
        return key
    if character is not None and len(character) == 1 and character.isprintable():
        return character
    return _CHARACTERS.get(key, key)


def is_key(name: str) -> bool:
    """Tell whether a word names a key: a character, or a name with what is held down."""
    *held, key = name.split("+") if len(name) > 1 else [name]
    single = len(key) == 1 and key.isprintable()
    return all(one in _HELD for one in held) and (single or key in _NAMED_KEYS)


ACTION_NAMES = tuple(dict.fromkeys(str(binding.action) for binding in BINDINGS))
