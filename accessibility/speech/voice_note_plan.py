"""Where a letter is cut into voice notes: at its headings, about a minute each.

Lengths are judged from the number of characters, so that nothing has to be spoken to know where a
note begins: what was made before is then found again.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from accessibility.rendering.spoken import Utterance
from accessibility.sentences import Sentences
from accessibility.speech.sentence import Sentence

WANTED = 60.0  # seconds: short sections are joined up to this
_LONGEST = 90.0  # seconds: longer sections are cut
_CHARACTERS_A_WORD = 6.3  # measured: espeak-ng's Danish at 175 words a minute, 18.3 a second
_LONGEST_SENTENCE = 600  # characters, 33 seconds: a text without a stop is cut at blanks

Pronounced = Callable[[str, str], str]  # a text and its language become words as they are spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedNote:
    """What one voice note says, and about how long it is.

    `part` counts from 1 where a section is more than one note, and is 0 otherwise. `begins` is the
    line with its first words, as it is written.
    """

    section: int
    last_section: int
    part: int
    begins: str
    sentences: tuple[Sentence, ...]
    seconds: float


def planned_notes(
    utterances: Iterable[Utterance], pronounced: Pronounced, *, rate: int
) -> Iterator[PlannedNote]:
    """Cut a letter into notes; `rate` is in words a minute. What says nothing gives no note."""
    waiting: PlannedNote | None = None
    for section, group in groupby(utterances, key=lambda one: one.section):
        for note in _notes_of_section(section, list(group), pronounced, rate):
            if waiting and _fit_together(waiting, note):
                waiting = _joined(waiting, note)
                continue
            if waiting:
                yield waiting
            waiting = note
    if waiting:
        yield waiting


def _notes_of_section(
    section: int, utterances: list[Utterance], pronounced: Pronounced, rate: int
) -> Iterator[PlannedNote]:
    told = [
        (one, line)
        for each, line in _with_lines(utterances)
        for one in _sentences(each, pronounced)
    ]
    if not told:
        return
    lengths = [_seconds(one, rate) for one, _ in told]
    total = sum(lengths)
    count = math.ceil(total / WANTED) if total > _LONGEST else 1
    start, spoken, part = 0, 0.0, 1
    for at, length in enumerate(lengths):
        is_full = spoken + length / 2 > total / count * part  # the nearest end of a sentence
        if is_full and at > start and part < count:
            yield _note(section, part, told[start:at], lengths[start:at])
            start, part = at, part + 1
        spoken += length
    yield _note(section, 0 if count == 1 else part, told[start:], lengths[start:])


def _with_lines(utterances: list[Utterance]) -> Iterator[tuple[Utterance, str]]:
    """Give each utterance with its whole line: a change of language cuts it, a pause ends it."""
    line: list[Utterance] = []
    for at, one in enumerate(utterances, start=1):
        line.append(one)
        if one.pause or at == len(utterances):
            written = " ".join(each.text for each in line)
            yield from ((each, written) for each in line)
            line = []


def _note(
    section: int, part: int, told: list[tuple[Sentence, str]], lengths: list[float]
) -> PlannedNote:
    return PlannedNote(
        section=section,
        last_section=section,
        part=part,
        begins=told[0][1],
        sentences=tuple(one for one, _ in told),
        seconds=sum(lengths),
    )


def _fit_together(before: PlannedNote, after: PlannedNote) -> bool:
    """Tell whether two whole sections are short enough for one note."""
    return not (before.part or after.part) and before.seconds + after.seconds <= WANTED


def _joined(before: PlannedNote, after: PlannedNote) -> PlannedNote:
    return PlannedNote(
        section=before.section,
        last_section=after.section,
        part=0,
        begins=before.begins,
        sentences=before.sentences + after.sentences,
        seconds=before.seconds + after.seconds,
    )


def _sentences(utterance: Utterance, pronounced: Pronounced) -> list[Sentence]:
    """Give an utterance's sentences; the last has its pause."""
    text = pronounced(utterance.text, utterance.language)
    pieces = [piece for one in _cut(text) for piece in _pieces(one.strip())]
    last = len(pieces) - 1
    return [
        Sentence(
            text=piece, language=utterance.language, pause=utterance.pause if at == last else 0.0
        )
        for at, piece in enumerate(pieces)
    ]


def _cut(text: str) -> Iterator[str]:
    """Give the sentences with the signs they end in, which tell a voice how to say them."""
    sentences, at = Sentences(text), 0
    while at < len(text):
        _, end = sentences.bounds(at, at + 1)
        yield text[at:end]
        at = end


def _pieces(text: str) -> Iterator[str]:
    while len(text) > _LONGEST_SENTENCE:
        end = text.rfind(" ", 1, _LONGEST_SENTENCE + 1)
        end = _LONGEST_SENTENCE if end < 0 else end
        yield text[:end]
        text = text[end:].lstrip()
    if text:
        yield text


def _seconds(sentence: Sentence, rate: int) -> float:
    return len(sentence.text) / _CHARACTERS_A_WORD / rate * 60 + sentence.pause
