"""A typed line, or a command a key stands for, answered; what goes wrong becomes a sentence."""

from accessibility.commands import Command, NotUnderstoodCommand, understand
from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_store.model.errors import MailboxError
from mailbox_tui.answering.dispatch import answer
from mailbox_tui.desk import NoMailboxYetError, StoppedError, WhichMailboxError
from mailbox_tui.face import Face
from mailbox_tui.settings import SettingsError
from mailbox_tui.troubles import (
    no_mailbox_yet,
    settings_refusal,
    system_refusal,
    which_mailbox,
    words_for,
)


async def answer_line(face: Face, line: str) -> None:
    """Do what a typed line asks; a slip is answered with what could have been meant."""
    asked = understand(line, language=face.desk.say.language)
    if isinstance(asked, NotUnderstoodCommand):
        face.tell(_not_understood(asked, face.desk.say))
    else:
        await answer_command(face, asked)


async def answer_command(face: Face, asked: Command) -> None:
    """Do what was asked; whatever goes wrong is told, and the sitting goes on.

    `BrokenPipeError` is raised: there is nobody left to be told.
    """
    say = face.desk.say
    try:
        await answer(face, asked)
    except StoppedError as error:
        face.tell(error.text)
    except NoMailboxYetError:
        face.tell(no_mailbox_yet(say))
    except WhichMailboxError:
        face.tell(which_mailbox(say))
    except SettingsError as error:
        face.tell(settings_refusal(error, say))
    except MailboxError as error:
        face.tell(words_for(error, say))
    except BrokenPipeError:
        raise
    except OSError as error:
        face.tell(system_refusal(error, say))


def _not_understood(asked: NotUnderstoodCommand, say: Say) -> str:
    word = one_line(asked.typed, limit=40)
    if not asked.nearest:
        return say("I do not know “{word}”. ? tells what to type.", word=word)
    if len(asked.nearest) == 1:
        nearest = asked.nearest[0]
        return say("I do not know “{word}”. Did you mean {nearest}?", word=word, nearest=nearest)
    return say("“{word}” could mean {nearest}.", word=word, nearest=", ".join(asked.nearest))
