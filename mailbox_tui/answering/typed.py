"""A typed line, or a command a key stands for, answered; what goes wrong becomes a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from accessibility.commands import NotUnderstoodCommand, understand
from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_tui.answering.dispatch import answer
from mailbox_tui.face import Face
from mailbox_tui.troubles import TROUBLES, told


async def answer_line(face: Face, line: str) -> None:
    """Do what a typed line asks; a slip is answered with what could have been meant.

    Raises what `troubles_told` tells.
    """
    asked = understand(line, language=face.desk.say.language)
    if isinstance(asked, NotUnderstoodCommand):
        face.tell(_not_understood(asked, face.desk.say))
    else:
        await answer(face, asked)


@contextmanager
def troubles_told(face: Face) -> Iterator[None]:
    """Tell whatever goes wrong in the block, so that the sitting goes on.

    `BrokenPipeError` is raised: there is nobody left to be told.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except TROUBLES as error:
        face.tell(told(error, face.desk.say))


def _not_understood(asked: NotUnderstoodCommand, say: Say) -> str:
    word = one_line(asked.typed, limit=40)
    if not asked.nearest:
        return say("I do not know “{word}”. ? tells what to type.", word=word)
    if len(asked.nearest) == 1:
        nearest = asked.nearest[0]
        return say("I do not know “{word}”. Did you mean {nearest}?", word=word, nearest=nearest)
    return say("“{word}” could mean {nearest}.", word=word, nearest=", ".join(asked.nearest))
