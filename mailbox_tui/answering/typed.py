"""A typed line, or a command a key stands for, answered; what goes wrong becomes a sentence."""

from accessibility.commands import NotUnderstoodCommand, understand
from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_tui.answering.dispatch import answer
from mailbox_tui.face import Face


async def answer_line(face: Face, line: str) -> None:
    """Do what a typed line asks; a slip is answered with what could have been meant.

    Raises what `troubles_told` tells.
    """
    asked = understand(line, language=face.desk.say.language)
    if isinstance(asked, NotUnderstoodCommand):
        face.tell(_not_understood(asked, face.desk.say))
    else:
        await answer(face, asked)


def _not_understood(asked: NotUnderstoodCommand, say: Say) -> str:
    word = one_line(asked.typed, limit=40)
    if not asked.nearest:
        return say("I do not know “{word}”. ? tells what to type.", word=word)
    if len(asked.nearest) == 1:
        nearest = asked.nearest[0]
        return say("I do not know “{word}”. Did you mean {nearest}?", word=word, nearest=nearest)
    return say("“{word}” could mean {nearest}.", word=word, nearest=", ".join(asked.nearest))
