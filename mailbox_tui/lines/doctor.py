"""The verb `doctor`: what works here, in words that may be sent to somebody who helps.

It tells of the program and its surroundings, never of a letter.
"""

import platform
import sqlite3
import sys
from argparse import Namespace
from importlib.util import find_spec

from accessibility.plain_text import json_text, one_line
from accessibility.reading_order import Block, BlockKind
from accessibility.refusals import refusal
from accessibility.rendering.plain import InLanguage
from accessibility.speech.described import describe
from accessibility.speech.trouble_words import described_sentences
from accessibility.spoken_dates import long_time
from accessibility.spoken_sentences import spoken_sentences
from mailbox_store.model.errors import MailboxError
from mailbox_tui.about import version
from mailbox_tui.deeds.chats_examined import chats_found, chats_sentence
from mailbox_tui.desk import Desk
from mailbox_tui.lines.playing import play
from mailbox_tui.places import state_folder
from mailbox_tui.settings import SettingsError, read_speech, settings_file
from mailbox_tui.troubles import settings_refusal

_PARTS = (
    "PIL", "icalendar", "mammoth", "pypdf", "pypdfium2", "selectolax", "shtab", "watchfiles",
)  # fmt: skip


async def examine(desk: Desk, options: Namespace) -> int:
    """Say what was found; exit 1 if the store cannot be opened."""
    say = desk.say
    store, works = await _store(desk)
    chats = await chats_found(desk) if works else None
    speech = _speech(desk)
    found = {
        "brevdue": version(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "store": one_line(desk.store_url),
        "store_state": store,
        "settings": one_line(str(settings_file(desk.environment))),
        "state": one_line(str(state_folder(desk.environment))),
        "language": say.language,
        "encoding": sys.stdout.encoding,
        "columns": desk.out.list_width,
        "scans": _scan_languages(),
        "speech": speech,
        "chats": chats and chats._asdict(),
        "missing": [name for name in _PARTS if find_spec(name) is None],
    }
    if options.json:
        desk.out.answer(json_text(found))
        return 0 if works else 1
    width = found["columns"] or say("as long as the line is")
    lines = [
        say("Brevdue {version}, Python {python}, SQLite {sqlite}.",
            version=found["brevdue"], python=found["python"], sqlite=found["sqlite"]),
        say("Store: {store}", store=found["store"]),
        store,
        say("Settings: {path}", path=found["settings"]),
        say("Language: {language}. Encoding: {encoding}. Width: {width}.",
            language=say.language, encoding=found["encoding"], width=width),
        say("The time here is {time}.", time=long_time(desk.now(), say)),
    ]  # fmt: skip
    lines.append(
        say("Scans are read by tesseract ({languages}).", languages=found["scans"])
        if found["scans"]
        else say("Scans cannot be read: the program tesseract is not installed here.")
    )
    lines.append(" ".join(speech))
    if chats is not None:
        lines.append(chats_sentence(chats, say))
    if found["missing"]:
        missing = ", ".join(name for name in _PARTS if find_spec(name) is None)
        lines.append(say("Not installed: {names}.", names=missing))
    for line in lines:
        desk.out.answer(line)
    if options.speak and not await _speaks(desk):
        return 1
    return 0 if works else 1


def _speech(desk: Desk) -> list[str]:
    """Say what would speak; where its settings are wrong, that."""
    try:
        settings = read_speech(desk.environment)
    except SettingsError as error:
        return [settings_refusal(error, desk.say)]
    return described_sentences(describe(settings, desk.environment), desk.say)


async def _speaks(desk: Desk) -> bool:
    """Speak a sentence, so that it can be heard whether anything is."""
    words = desk.say("This is how letters are read aloud.")
    spoken = InLanguage(0, len(words), desk.say.language)
    block = Block(kind=BlockKind.TEXT, text=words, languages=(spoken,))
    sentences = spoken_sentences([block], desk.say)
    return await play(desk, block, sentences, desk.environment)


def _scan_languages() -> str:
    """Give the languages that scans can be read in; empty without the program."""
    try:
        from accessibility.documents.ocr.tesseract import find_tesseract  # 40 ms: only asked here
    except ImportError:
        return ""
    tesseract = find_tesseract()
    return tesseract.languages if tesseract else ""


async def _store(desk: Desk) -> tuple[str, bool]:
    try:
        async with desk.open_store() as repository:
            count = len(await repository.mailboxes())
    except MailboxError as error:
        return refusal(error, desk.say), False
    return desk.say.count("The store opens and holds {n} mailbox.",
                          "The store opens and holds {n} mailboxes.", count), True  # fmt: skip
