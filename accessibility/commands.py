"""Typed words into a deed: one grammar for every face, in Danish and English at once.

A word may be shortened as long as it stays clear. What is not understood comes back with the
nearest word that is, so that the face can offer it.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

_MOST_IN_A_RANGE = 1000  # letters: "1-1000000" is a slip of the finger
_MOST_DIGITS = 18
_LETTER = re.compile(
    r"\d{1,9}|[Ll][1-9]\d{0,17}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
)
_RANGE = re.compile(r"(\d{1,9})\s*-\s*(\d{1,9})")


class Deed(StrEnum):
    """What a person can ask for while a mailbox is open."""

    OPEN = "open"
    MORE = "more"
    BACK = "back"
    LIST = "list"
    NEXT = "next"
    PREVIOUS = "previous"
    ARCHIVE = "archive"
    BIN = "bin"
    RESTORE = "restore"
    DELETE = "delete"
    FLAG = "flag"
    UNFLAG = "unflag"
    UNREAD = "unread"
    MARK_READ = "markread"
    NOTE = "note"
    EDIT_NOTE = "editnote"
    REMOVE_NOTE = "removenote"
    UNDO = "undo"
    SEARCH = "search"
    FILTER = "filter"
    DOCUMENTS = "documents"
    DOCUMENT = "document"
    DETAILS = "details"
    HEADINGS = "headings"
    LISTS = "lists"
    TABLES = "tables"
    FIELDS = "fields"
    LINKS = "links"
    FACTS = "facts"
    BRIEF = "brief"
    READABILITY = "readability"
    COPY_REQUEST = "askcopy"
    SPEAK = "speak"
    STOP = "stop"
    PAUSE = "pause"
    SENTENCE_ON = "onward"
    SENTENCE_BACK = "rewind"
    REPEAT = "repeat"
    SPELL = "spell"
    FASTER = "faster"
    SLOWER = "slower"
    ACTIONS = "actions"
    CALENDAR = "calendar"
    COPY = "copy"
    PAGER = "pager"
    SAVE = "save"
    MOVE = "move"
    FOLDER = "folder"
    FOLDERS = "folders"
    DEADLINES = "deadlines"
    CONFIRM = "confirm"
    THREAD = "thread"
    LOG = "log"
    MAILBOX = "mailbox"
    MAILBOXES = "mailboxes"
    LINK = "link"
    CHATS = "chats"
    PIN = "pin"
    LANGUAGE = "language"
    SETTINGS = "settings"
    STATUS = "status"
    HELP = "help"
    QUIT = "quit"


# Every way to say a deed: English word, Danish word, then others. One list for both languages,
# because many people here use either.
_WORDS: dict[Deed, str] = {
    Deed.OPEN: "open read åbn læs aabn laes",
    Deed.MORE: "more mere m videre",
    Deed.BACK: "back tilbage b",
    Deed.LIST: "list liste l ls inbox indbakke",
    Deed.NEXT: "next næste n naeste",
    Deed.PREVIOUS: "previous forrige p",
    Deed.ARCHIVE: "archive arkivér a arkiver",
    Deed.BIN: "bin kassér d kasser papirkurv trash",
    Deed.RESTORE: "restore gendan",
    Deed.DELETE: "delete slet",
    Deed.FLAG: "flag flag f",
    Deed.UNFLAG: "unflag afflag",
    Deed.UNREAD: "unread ulæst ulaest",
    Deed.MARK_READ: "markread læst laest",
    Deed.NOTE: "note notat",
    Deed.EDIT_NOTE: "editnote skrivnotat",
    Deed.REMOVE_NOTE: "removenote fjernnotat",
    Deed.UNDO: "undo fortryd u",
    Deed.SEARCH: "search søg / find soeg",
    Deed.FILTER: "filter filtrér limit filtrer",
    Deed.DOCUMENTS: "documents dokumenter v bilag",
    Deed.DOCUMENT: "document dokument",
    Deed.DETAILS: "details detaljer",
    Deed.HEADINGS: "headings overskrifter heading overskrift",
    Deed.LISTS: "lists opstillinger lister",
    Deed.TABLES: "tables tabeller table tabel",
    Deed.FIELDS: "fields felter field felt",
    Deed.LINKS: "links henvisninger henvisning",
    Deed.FACTS: "facts fakta fact",
    Deed.BRIEF: "brief kort",
    Deed.READABILITY: "readability læsbarhed laesbarhed",
    Deed.COPY_REQUEST: "askcopy bedomkopi",
    Deed.SPEAK: "speak oplæs s oplaes say listen lyt",
    Deed.STOP: "stop stop",
    Deed.PAUSE: "pause pause",
    Deed.SENTENCE_ON: "onward fremad",
    Deed.SENTENCE_BACK: "rewind spol",
    Deed.REPEAT: "repeat gentag",
    Deed.SPELL: "spell stav",
    Deed.FASTER: "faster hurtigere",
    Deed.SLOWER: "slower langsommere",
    Deed.ACTIONS: "actions handlinger action handling",
    Deed.CALENDAR: "calendar kalender ics",
    Deed.COPY: "copy kopiér kopier",
    Deed.PAGER: "pager fremviser",
    Deed.SAVE: "save gem",
    Deed.MOVE: "move flyt",
    Deed.FOLDER: "folder mappe g",
    Deed.FOLDERS: "folders mapper",
    Deed.DEADLINES: "deadlines frister",
    Deed.CONFIRM: "confirm bekræft bekraeft",
    Deed.THREAD: "thread tråd traad",
    Deed.LOG: "log log",
    Deed.MAILBOX: "mailbox postkasse",
    Deed.MAILBOXES: "mailboxes postkasser",
    Deed.LINK: "link tilknyt forbind",
    Deed.CHATS: "chats chatter chat samtaler samtale",
    Deed.PIN: "pin pinkode",
    Deed.LANGUAGE: "language sprog",
    Deed.SETTINGS: "settings indstillinger",
    Deed.STATUS: "status status",
    Deed.HELP: "help hjælp ? h hjaelp",
    Deed.QUIT: "quit afslut q exit",
}
_PROGRAM = "brevdue "
_UNLINK = ("unlink", "frakobl")  # said without `chats` by who is in a hurry
ON_LETTERS = frozenset(
    {
        Deed.OPEN, Deed.ARCHIVE, Deed.BIN, Deed.RESTORE, Deed.DELETE, Deed.FLAG, Deed.UNFLAG,
        Deed.UNREAD, Deed.MARK_READ, Deed.NOTE, Deed.EDIT_NOTE, Deed.REMOVE_NOTE, Deed.SAVE,
        Deed.MOVE, Deed.THREAD, Deed.DOCUMENTS, Deed.DETAILS, Deed.ACTIONS, Deed.CALENDAR,
        Deed.BRIEF, Deed.READABILITY, Deed.CONFIRM, Deed.SPEAK,
    }
)  # fmt: skip


class Command(NamedTuple):
    """What was asked: the deed, the letters as typed (ranges spelled out), the other words."""

    deed: Deed
    letters: tuple[str, ...] = ()
    words: str = ""


class NotUnderstoodCommand(NamedTuple):
    """Words that are no command; `nearest` may be what was meant."""

    typed: str
    nearest: tuple[str, ...] = ()


def understand(line: str, *, language: str) -> Command | NotUnderstoodCommand:
    """Read a typed line. An empty one means: go on."""
    typed = line.strip()
    if not typed:
        return Command(deed=Deed.MORE)
    if typed[0] in "/?" and len(typed) > 1:
        typed = f"{typed[0]} {typed[1:]}"
    typed = _after_program(typed)
    first, _, rest = typed.partition(" ")
    if _is_letters(typed):
        return Command(deed=Deed.OPEN, letters=tuple(spelled_out(typed.replace(",", " "))))
    deed = deed_named(first)
    if deed is None and first.casefold() in _UNLINK:
        return Command(deed=Deed.CHATS, words=typed)
    if deed is None:
        return NotUnderstoodCommand(typed=first, nearest=nearest_words(first, language=language))
    if deed in ON_LETTERS:
        letters, words = split_letters(rest)
        return Command(deed=deed, letters=letters, words=words)
    return Command(deed=deed, words=rest.strip())


def _after_program(typed: str) -> str:
    """Leave out the program's name: sentences say "brevdue pin", and people type what they say."""
    if typed.casefold().startswith(_PROGRAM):
        return typed[len(_PROGRAM) :].lstrip()
    return typed


def deed_named(word: str) -> Deed | None:
    """Find the deed a word means: exactly, or as the beginning of the words of one deed only."""
    asked = word.casefold()
    exact = [deed for deed, names in _WORDS.items() if asked in names.split()]
    if exact:
        return exact[0]
    if len(asked) < 2:
        return None
    begun = {d for d, names in _WORDS.items() if any(n.startswith(asked) for n in names.split())}
    return begun.pop() if len(begun) == 1 else None


def name_of(deed: Deed, *, language: str) -> str:
    """Give the word to type for a deed in a language."""
    names = _WORDS[deed].split()
    return names[1] if language == "da" else names[0]


def short_name_of(deed: Deed) -> str:
    """Give the single character for a deed; empty if it has none."""
    return next((name for name in _WORDS[deed].split() if len(name) == 1), "")


def nearest_words(word: str, *, language: str) -> tuple[str, ...]:
    """Give the words that could have been meant: those it begins, else the most alike one."""
    from difflib import get_close_matches  # 2 ms: only after a slip

    asked = word.casefold()
    by_name = {name: deed for deed, names in _WORDS.items() for name in names.split()}
    begun = [deed for name, deed in by_name.items() if len(name) > 1 and name.startswith(asked)]
    if begun and asked:
        return tuple(dict.fromkeys(name_of(deed, language=language) for deed in begun))
    alike = get_close_matches(asked, [name for name in by_name if len(name) > 1], n=1, cutoff=0.6)
    return (alike[0],) if alike else ()


def split_letters(text: str) -> tuple[tuple[str, ...], str]:
    """Take the letters from the front of typed words: "1 3-5 Bills" gives 1 3 4 5 and Bills."""
    letters: list[str] = []
    rest = text.strip()
    while rest:
        first, _, after = rest.partition(" ")
        if not _is_letters(first):
            break
        letters += spelled_out(first.replace(",", " "))
        rest = after.strip()
    return tuple(dict.fromkeys(letters)), rest


def number_in(words: str) -> int | None:
    """Give the number that words are; None where they are none, or one that nobody means."""
    digits = words.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def unquoted(words: str) -> str:
    """Take off the quotes that people put around a name of several words."""
    bare = words.strip()
    quotes = {'"': '"', "'": "'", "“": "”", "”": "”", "„": "“", "»": "«", "«": "»"}
    if len(bare) > 1 and quotes.get(bare[0]) == bare[-1]:
        return bare[1:-1].strip()
    return bare


def spelled_out(text: str) -> Iterator[str]:
    """Give each letter of "1 3-5 L12": a range is spelled out, also one typed backwards."""
    for part in text.split():
        if (found := _RANGE.fullmatch(part)) is None:
            yield part
            continue
        low, high = sorted((int(found[1]), int(found[2])))
        if high - low < _MOST_IN_A_RANGE:
            yield from map(str, range(low, high + 1))
        else:  # no such letter: the face says so, rather than do a part of it
            yield part


def _is_letters(text: str) -> bool:
    parts = text.replace(",", " ").split()
    return bool(parts) and all(_RANGE.fullmatch(p) or _LETTER.fullmatch(p) for p in parts)
