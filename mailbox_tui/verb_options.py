"""What may be typed after each verb of `brevdue`."""

import argparse
from collections.abc import Callable

from accessibility.wording import Say
from mailbox_tui.chat_options import chats_options, link_options, pin_options
from mailbox_tui.looks import LOOK_NAMES
from mailbox_tui.speech_options import say_options
from mailbox_tui.typed_numbers import count


def add_looks(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add how the screens look."""
    parser.add_argument("--look", choices=LOOK_NAMES, help=say("how the screens look"))
    parser.add_argument(
        "--reader", action="store_true", help=say("for a screen reader: the same as --look reader")
    )
    parser.add_argument(
        "--speak", action="store_true", help=say("read every letter aloud that is opened")
    )


def _letters(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "letters",
        nargs="+",
        metavar="LETTER",
        help=say("a number of the last list, a range such as 3-5, or an id such as L12"),
    )


def _letter(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "letter", metavar="LETTER", help=say("a number of the last list, or an id such as L12")
    )


def _json(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--json", action="store_true", help=say("answer as JSON"))


def _limit(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--limit", type=count(say), metavar="N", help=say("at most so many"))


def _list(parser: argparse.ArgumentParser, say: Say) -> None:
    _limit(parser, say)
    parser.add_argument("--more", action="store_true", help=say("go on after the last list"))
    parser.add_argument("--folder", metavar="NAME", default="", help=say("this folder"))
    parser.add_argument("--all", action="store_true", help=say("every folder but the bin"))
    parser.add_argument("--unread", action="store_true", help=say("only unread letters"))
    parser.add_argument("--flagged", action="store_true", help=say("only flagged letters"))
    parser.add_argument("--deadline", action="store_true", help=say("only letters with a deadline"))
    parser.add_argument("--sender", metavar="WORDS", default="", help=say("only from this sender"))
    _json(parser, say)


def _read(parser: argparse.ArgumentParser, say: Say) -> None:
    _letter(parser, say)
    parser.add_argument(
        "--document",
        type=count(say),
        metavar="N",
        help=say("the text of this document instead"),
    )
    parser.add_argument(
        "--full", action="store_true", help=say("every detail, with numbers in full")
    )
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help=say("answer as JSON"))
    forms.add_argument(
        "--as",
        dest="form",
        choices=("text", "markdown", "json", "braille"),
        help=say("only the text of the document, in this form; braille is a BRF file"),
    )
    parser.add_argument(
        "--contracted", action="store_true", help=say("with --as braille: contracted, grade 2")
    )


def _brief(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "letter",
        nargs="?",
        metavar="LETTER",
        help=say("a number of the last list, or an id such as L12; none: the whole mailbox"),
    )
    _json(parser, say)


def _readability(parser: argparse.ArgumentParser, say: Say) -> None:
    _letter(parser, say)
    parser.add_argument("--document", type=count(say), metavar="N", help=say("only this document"))
    parser.add_argument(
        "--ask",
        action="store_true",
        help=say("write to the sender for a better copy; it goes into Drafts, unsent"),
    )
    _json(parser, say)


def _deadlines(parser: argparse.ArgumentParser, say: Say) -> None:
    _limited_answer(parser, say)
    parser.add_argument(
        "--ics", metavar="FILE", help=say("write them as a calendar to this file instead")
    )
    parser.add_argument(
        "--confirm", metavar="LETTER", help=say("ask about a letter's probable deadlines")
    )


def _search(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD", help=say('words, word* or "two words"'))
    _limit(parser, say)
    _json(parser, say)


def _thread(parser: argparse.ArgumentParser, say: Say) -> None:
    _letter(parser, say)
    _json(parser, say)


def _limited_answer(parser: argparse.ArgumentParser, say: Say) -> None:
    _limit(parser, say)
    _json(parser, say)


def _filing(parser: argparse.ArgumentParser, say: Say) -> None:
    _letters(parser, say)
    _json(parser, say)


def _with_off(parser: argparse.ArgumentParser, say: Say) -> None:
    _filing(parser, say)
    parser.add_argument("--off", action="store_true", help=say("take it off again"))


def _move(parser: argparse.ArgumentParser, say: Say) -> None:
    _letters(parser, say)
    parser.add_argument("folder", metavar="FOLDER", help=say("a folder's name or path"))
    _json(parser, say)


def _delete(parser: argparse.ArgumentParser, say: Say) -> None:
    _letters(parser, say)
    parser.add_argument("--yes", action="store_true", help=say("do not ask"))
    _json(parser, say)


def _note(parser: argparse.ArgumentParser, say: Say) -> None:
    _letter(parser, say)
    parser.add_argument("words", nargs="*", metavar="WORD", help=say("the note; none: read it"))
    parser.add_argument("--remove", action="store_true", help=say("take the note off"))
    _json(parser, say)


def _folders(parser: argparse.ArgumentParser, say: Say) -> None:
    deeds = parser.add_mutually_exclusive_group()
    deeds.add_argument("--make", metavar="NAME", help=say("make a folder"))
    deeds.add_argument("--rename", nargs=2, metavar=("FOLDER", "NAME"), help=say("rename a folder"))
    deeds.add_argument("--remove", metavar="FOLDER", help=say("remove an empty folder"))
    parser.add_argument(
        "--in", dest="parent", metavar="FOLDER", default="", help=say("make it inside this one")
    )
    _json(parser, say)


def _save(parser: argparse.ArgumentParser, say: Say) -> None:
    _letter(parser, say)
    parser.add_argument("--document", type=count(say), metavar="N", help=say("only this document"))
    parser.add_argument(
        "--to", metavar="FOLDER", default=".", help=say("where to; here if left out")
    )
    _json(parser, say)


def _import(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=say("files or folders"))
    _json(parser, say)


def _export(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("folder", metavar="FOLDER", help=say("a new or empty folder"))
    _json(parser, say)


def _demo(parser: argparse.ArgumentParser, say: Say) -> None:
    add_looks(parser, say)
    parser.add_argument(
        "--make", metavar="FILE", default="", help=say("only write the store to this file")
    )


def _file(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("file", metavar="FILE", help=say("the copy"))
    _json(parser, say)


def _restore_backup(parser: argparse.ArgumentParser, say: Say) -> None:
    _file(parser, say)
    parser.add_argument(
        "--replace",
        action="store_true",
        help=say("keep the present store aside and take its place"),
    )


def _settings(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("key", nargs="?", default="", metavar="NAME", help=say("which setting"))
    parser.add_argument("value", nargs="?", metavar="VALUE", help=say('its value; "" forgets it'))
    _json(parser, say)


def _completion(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("shell", choices=("bash", "zsh"), help=say("which shell"))


def _undo(parser: argparse.ArgumentParser, say: Say) -> None:
    _json(parser, say)


def _doctor(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--speak", action="store_true", help=say("speak a sentence, too"))
    _json(parser, say)


OPTIONS: dict[str, Callable[[argparse.ArgumentParser, Say], None]] = {
    "list": _list,
    "read": _read,
    "brief": _brief,
    "readability": _readability,
    "say": say_options,
    "search": _search,
    "thread": _thread,
    "deadlines": _deadlines,
    "status": _json,
    "log": _limited_answer,
    "archive": _filing,
    "move": _move,
    "bin": _filing,
    "restore": _filing,
    "delete": _delete,
    "flag": _with_off,
    "unread": _with_off,
    "note": _note,
    "undo": _undo,
    "folders": _folders,
    "save": _save,
    "import": _import,
    "export": _export,
    "demo": _demo,
    "mailboxes": _json,
    "check": _json,
    "backup": _file,
    "restore-backup": _restore_backup,
    "settings": _settings,
    "doctor": _doctor,
    "completion": _completion,
    "link": link_options,
    "chats": chats_options,
    "pin": pin_options,
}
