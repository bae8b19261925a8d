"""A letter on its way to sound: what a voice is given, and what a player shows of it."""

from accessibility.list_line import sender_name, subject_words
from accessibility.rendering.spoken import Utterance
from accessibility.speech.sound_files import SoundTags
from accessibility.spoken_dates import local
from accessibility.spoken_sentences import SpokenSentence
from accessibility.wording import Say
from mailbox_store.model.letter import Letter


def tags_of(letter: Letter | None, say: Say) -> SoundTags:
    """Give what a player shows: the letter's subject, its sender and its date."""
    if letter is None:
        return SoundTags()
    return SoundTags(
        title=subject_words(letter.summary.subject, say),
        artist=sender_name(letter.summary.sender, say),
        date=local(letter.summary.received).date().isoformat(),
    )


def utterances_of(sentence: SpokenSentence) -> list[Utterance]:
    """Give what a voice note is made of: each language's piece, the pause behind the last."""
    last = len(sentence.pieces)
    return [
        Utterance(
            text=piece.text,
            language=piece.language,
            pause=sentence.pause if number == last else 0.0,
            section=sentence.section,
        )
        for number, piece in enumerate(sentence.pieces, start=1)
    ]
