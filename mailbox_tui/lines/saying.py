"""The verb that reads aloud: a letter, its brief, a document, or any words."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from accessibility.brief import brief_of
from accessibility.commands import split_letters
from accessibility.letter_layout import document_blocks
from accessibility.plain_text import one_line, plain
from accessibility.readability.languages import language_of, likeliest_language
from accessibility.reading_order import Block, BlockKind, letter_blocks
from accessibility.rendering.plain import InLanguage
from accessibility.speech.trouble_words import trouble_sentence
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from accessibility.spoken_sentences import SpokenSentence, spoken_sentences
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.letter import Letter
from mailbox_tui.asking import ask
from mailbox_tui.deeds.saving import document_at, folder_to_save_in
from mailbox_tui.deeds.speaking import own_words, voiced
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.lines.playing import play
from mailbox_tui.lines.reading import NOT_OPENED
from mailbox_tui.numbered_list import letters_named, remembered
from mailbox_tui.opening_letters import open_letter
from mailbox_tui.voice import Keep

_MOST = 1_000_000  # characters of standard input
_SOUND_FILES = ("", ".ogg", ".oga", ".opus", ".wav")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """What is to be said, and of which letter, if of any as a whole."""

    blocks: Sequence[Block]
    letter: Letter | None = None
    keeps_place: bool = False  # it is remembered where listening was stopped


async def say_aloud(desk: Desk, options: Namespace) -> int:
    """Read aloud, or show or write what would be heard."""
    letters, rest = split_letters(" ".join(options.words))
    if not letters or rest:
        if options.document or options.brief:
            raise StoppedError(desk.say("--document and --brief belong to a letter."), code=2)
        typed = sys.stdin.read(_MOST) if options.words == ["-"] else " ".join(options.words)
        language = options.language or likeliest_language(typed) or desk.say.language
        return await _say(desk, options, _words(typed, language), None)
    if len(letters) > 1:
        raise StoppedError(desk.say("One letter at a time can be read aloud."))
    async with desk.open_mailbox() as mailbox:
        numbered = await remembered(mailbox, desk.store_url, desk.environment)
        [letter_id] = await letters_named(letters, numbered, mailbox)
        letter = await open_letter(mailbox, letter_id, say=desk.say, ask=partial(ask, desk))
        if letter is None:
            desk.out.message(desk.say("Not opened."))
            return NOT_OPENED
        return await _say(desk, options, _of_letter(letter, desk, options), mailbox)


async def _say(desk: Desk, options: Namespace, text: _Text, mailbox: Mailbox | None) -> int:
    sentences = spoken_sentences(text.blocks, desk.say)
    if not sentences:
        raise StoppedError(desk.say("There is nothing here to read aloud."))
    at = _first(options.first, text, sentences, desk, is_heard=not _is_written(options))
    environment = _environment(desk.environment, options)
    try:
        if options.show:
            words = own_words(environment)
            for sentence in sentences[at:]:
                desk.out.answer(" ".join(one.text for one in voiced(sentence, words)))
        elif options.to is not None or options.stdout:
            await _write(desk, options, text, sentences[at:], environment)
        else:
            keep = _keeping(text, mailbox)
            is_heard = await play(desk, text.blocks[0], sentences, environment, at=at, keep=keep)
            return 0 if is_heard else 1
    except SpeechTrouble as trouble:
        raise StoppedError(trouble_sentence(trouble, desk.say)) from trouble
    return 0


# -- what is said


def _words(typed: str, language: str) -> _Text:
    words = plain(typed)
    spoken = InLanguage(0, len(words), language)
    return _Text(blocks=[Block(kind=BlockKind.TEXT, text=words, languages=(spoken,))])


def _of_letter(letter: Letter, desk: Desk, options: Namespace) -> _Text:
    say = desk.say
    if options.brief:
        return _Text(blocks=_by_language(brief_of(letter, say, now=desk.now()), say.language),
                     letter=letter)  # fmt: skip
    if options.document:
        document = document_at(letter, options.document)
        blocks = document_blocks(document, say, sender=letter.summary.sender)
        return _Text(blocks=blocks, letter=letter)
    blocks = letter_blocks(letter, say, now=desk.now())
    return _Text(blocks=blocks, letter=letter, keeps_place=True)


def _by_language(lines: Iterable[str], ours: str) -> list[Block]:
    """Give lines of which some quote the letter and some are ours, each in its language."""
    return [
        Block(
            kind=BlockKind.DETAILS,
            text=line,
            languages=(InLanguage(0, len(line), language_of(line) or ours),),
        )
        for line in lines
    ]


def _first(
    asked: int | None, text: _Text, sentences: Sequence[SpokenSentence], desk: Desk, *,
    is_heard: bool,
) -> int:  # fmt: skip
    """Give the first sentence: the one asked for, or where listening was stopped."""
    if asked is not None:
        if asked > len(sentences):
            raise StoppedError(
                desk.say("There is no sentence {n}: the last one is {last}.",
                         n=asked, last=len(sentences))
            )  # fmt: skip
        return asked - 1
    if not is_heard or text.letter is None or not text.keeps_place:
        return 0
    at = text.letter.heard if text.letter.heard < len(sentences) else 0
    if at:
        desk.out.message(desk.say("From sentence {n}, where you stopped.", n=at + 1))
    return at


# -- how it is said


def _is_written(options: Namespace) -> bool:
    return bool(options.show or options.to is not None or options.stdout)


def _environment(environment: Mapping[str, str], options: Namespace) -> Mapping[str, str]:
    """Let what was typed go before the settings."""
    typed = {"BREVDUE_SPEECH_RATE": options.rate, "BREVDUE_SPEECH_VOICE": options.voice}
    return {**environment, **{name: str(value) for name, value in typed.items() if value}}


def _keeping(text: _Text, mailbox: Mailbox | None) -> Keep | None:
    if mailbox is None or text.letter is None or not text.keeps_place:
        return None
    return partial(mailbox.keep_heard, text.letter.id)


async def _write(
    desk: Desk, options: Namespace, text: _Text, sentences: Sequence[SpokenSentence],
    environment: Mapping[str, str],
) -> None:  # fmt: skip
    from accessibility.speech.letter_sound import tags_of  # 20 ms: only where it is written
    from mailbox_tui.deeds.sounding import Sounding  # likewise

    sounding = Sounding(sentences, environment, tags_of(text.letter, desk.say))
    if options.stdout:
        if sys.stdout.isatty():
            raise SpeechTrouble(TroubleCode.OUTPUT_IS_TERMINAL)
        await sounding.to_stdout(options.stdout)
        return
    target = Path(options.to)
    if await asyncio.to_thread(target.is_dir):
        for path in await sounding.into_folder(target):
            desk.out.answer(desk.say("Saved {path}.", path=one_line(str(path))))
        return
    if target.suffix.lower() not in _SOUND_FILES:
        raise StoppedError(
            desk.say("Nothing was written. Sound is written as .ogg or .wav."), code=2
        )
    await folder_to_save_in(str(target.parent), desk.say)
    shown = one_line(str(target))
    try:
        seconds = await sounding.into_file(target)
    except FileExistsError as error:
        raise StoppedError(desk.say("There is a file {path} already.", path=shown)) from error
    minutes, rest = divmod(round(seconds), 60)
    desk.out.answer(desk.say("{path}: {minutes} min {seconds} s of sound.",
                             path=shown, minutes=minutes, seconds=rest))  # fmt: skip
