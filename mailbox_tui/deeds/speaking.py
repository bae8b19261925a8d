"""What is said of a letter, made ready for a voice: sentences, their pronunciation, own words."""

from collections.abc import Iterator, Mapping

from accessibility.pronouncing.pronouncing import pronounced
from accessibility.pronouncing.word_list import NotAWordList, read_word_list
from accessibility.speech.sentence import Sentence
from accessibility.spoken_sentences import SpokenSentence
from mailbox_tui.places import config_folder
from mailbox_tui.settings import SettingsError

_WORD_LIST = "words.txt"  # beside settings.toml: a word, an equals sign, how it is said


def voiced(sentence: SpokenSentence, own_words: Mapping[str, str]) -> Iterator[Sentence]:
    """Give what a voice is to speak for a sentence: each language's piece in its own words."""
    last = len(sentence.pieces)
    for number, piece in enumerate(sentence.pieces, start=1):
        text = pronounced(piece.text, piece.language, own_words=own_words)
        pause = sentence.pause if number == last else 0.0
        yield Sentence(text=text, language=piece.language, pause=pause)


def own_words(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Read the person's own list of how words are said; empty without one.

    Raises `SettingsError` for a line that is none.
    """
    path = config_folder(environment) / _WORD_LIST
    try:
        return read_word_list(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except NotAWordList as error:
        raise SettingsError(why="words", file=str(path), key=str(error.line)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(why="file", file=str(path)) from error
