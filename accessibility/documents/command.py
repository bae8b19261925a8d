"""`python -m accessibility.documents FILE`: what a file says, in the form that is asked for.

The document goes to stdout, everything said about it to stderr. The file is read in the child
process, within its limits; no mailbox is opened.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from accessibility.documents import kinds
from accessibility.documents.forms import FORMS, in_form
from accessibility.documents.frames import MOST_CONTENT
from accessibility.documents.reading import Reader
from accessibility.plain_text import one_line, plain
from accessibility.rendering.notices import notice_sentence
from accessibility.wording import Say, language_of_environment, sentence, wording_for
from mailbox_store.model.arriving import ArrivingFile
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree
from mailbox_store.model.warned import Warned

DONE, FAILED, MISUSED = 0, 1, 2
_INTERRUPTED = 130  # what shells give for ctrl-C
_STDIN = "-"
_NARROWEST = 20  # columns
_MOST_COLUMNS = 1000
_LONGEST_PASSWORD = 1000  # characters

_UNREAD: Mapping[Reading, str] = {
    Reading.NO_TEXT: sentence("{name} holds no text that can be read here."),
    Reading.ENCRYPTED: sentence(
        "{name} is locked with a password. Give it with “--password -”, on a line of its own."
    ),
    Reading.UNKNOWN_TYPE: sentence("{name} is of a kind that cannot be read here."),
    Reading.UNREADABLE: sentence("{name} is damaged or too large and cannot be read here."),
}


class TreeRead(Protocol):
    """What reading a file gives: its tree, or why there is none."""

    @property
    def reading(self) -> Reading: ...
    @property
    def tree(self) -> DocumentTree | None: ...
    @property
    def warnings(self) -> tuple[Warned, ...]: ...


ReadOne = Callable[[ArrivingFile, str], TreeRead]  # the second is a password, or empty


def main(arguments: list[str] | None = None, *, read: ReadOne | None = None) -> int:
    """Run the command and give its exit code; `read` reads a file in place of the child process."""
    say = wording_for(language_of_environment(os.environ))
    try:
        options = _parser(say).parse_args(arguments)
        code = _run(options, wording_for(options.language) if options.language else say, read)
        sys.stdout.flush()
    except SystemExit as leaving:  # argparse said its piece
        return int(leaving.code or 0)
    except BrokenPipeError:  # whoever read has gone: what is left goes nowhere, quietly
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _run(options: argparse.Namespace, say: Say, read: ReadOne | None) -> int:
    if options.password is not None and options.file == _STDIN:
        _tell(say("The file and its password cannot both come from stdin."))
        return MISUSED
    name = "stdin" if options.file == _STDIN else one_line(options.file, limit=200)
    try:
        file = _file(options.file)
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else "") or type(error).__name__
        _tell(say("{name} cannot be opened: {why}.", name=name, why=why))
        return FAILED
    password = "" if options.password is None else _password()
    found = (read or _read_in_child)(file, password)
    for warned in found.warnings:
        _tell(notice_sentence(warned, say))
    if found.tree is None or found.reading is not Reading.READ:
        _tell(say(_UNREAD.get(found.reading, _UNREAD[Reading.NO_TEXT]), name=name))
        return FAILED
    _answer(in_form(options.form, found.tree, say, columns=options.width))
    return DONE


def _parser(say: Say) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m accessibility.documents",
        description=say("Read a file, of any kind, as plain text."),
        allow_abbrev=False,
    )
    parser.add_argument("file", metavar="FILE", help=say("the file; “-” is stdin"))
    parser.add_argument(
        "--as", dest="form", choices=FORMS, default=FORMS[0], help=say("the form to give it in")
    )
    parser.add_argument("--language", choices=("da", "en"), help=say("the language to speak"))
    parser.add_argument(
        "--width", type=_columns(say), metavar="N", default=80, help=say("columns of a line")
    )
    parser.add_argument(
        "--password", choices=("-",), help=say("read the file's password from stdin")
    )
    return parser


def _columns(say: Say) -> Callable[[str], int]:
    def columns(text: str) -> int:
        if not text.isdecimal() or not _NARROWEST <= int(text[:9]) <= _MOST_COLUMNS:
            raise argparse.ArgumentTypeError(say("a number from 20 to 1000 belongs here"))
        return int(text)

    return columns


def _file(path: str) -> ArrivingFile:
    """Take a file's bytes, one more than can be read at most: that many is told as too large."""
    if path == _STDIN:
        content, name = sys.stdin.buffer.read(MOST_CONTENT + 1), ""
    else:
        name = Path(path).name
        with Path(path).open("rb") as opened:
            content = opened.read(MOST_CONTENT + 1)
    kind = kinds.kind_of(content, name=name)
    return ArrivingFile(name=name, media_type=kind, declared_type="", language="", content=content)


def _password() -> str:
    return sys.stdin.readline(_LONGEST_PASSWORD).rstrip("\r\n")


def _read_in_child(file: ArrivingFile, password: str) -> TreeRead:
    with Reader() as reader:
        return reader.read_whole([file], password=password)


def _answer(text: str) -> None:
    """Write the document; a character that the terminal does not have becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    safe = plain(text).encode(encoding, "replace").decode(encoding)
    sys.stdout.write(safe if safe.endswith("\n") else f"{safe}\n")


def _tell(text: str) -> None:
    sys.stderr.write(f"{one_line(text)}\n")
