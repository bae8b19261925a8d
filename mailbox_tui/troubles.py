"""What went wrong, in whole sentences: what happened and what to do. Shared by all faces here."""

from dataclasses import fields

from accessibility.plain_text import one_line
from accessibility.refusals import refusal
from accessibility.wording import Say
from mailbox_store.model.errors import MailboxError, StoreMissing
from mailbox_tui.desk import NoMailboxYetError, StoppedError, WhichMailboxError
from mailbox_tui.settings import CHOICES, LARGEST, Settings, SettingsError

# Everything that can go wrong about which a person can be told what to do.
TROUBLES = (MailboxError, StoppedError, NoMailboxYetError, WhichMailboxError, SettingsError,
            OSError)  # fmt: skip


def told(error: Exception, say: Say) -> str:
    """Say any of `TROUBLES`. Raises what is none of them, and `BrokenPipeError`: nobody listens."""
    match error:
        case StoppedError():
            return error.text
        case NoMailboxYetError():
            return no_mailbox_yet(say)
        case WhichMailboxError():
            return which_mailbox(say)
        case SettingsError():
            return settings_refusal(error, say)
        case MailboxError():
            return words_for(error, say)
        case OSError() if not isinstance(error, BrokenPipeError):
            return system_refusal(error, say)
    raise error


def words_for(error: MailboxError, say: Say) -> str:
    """Say what went wrong; where there is no store yet, how to begin."""
    if isinstance(error, StoreMissing):
        return refusal(error, say) + " " + say("To try things out: brevdue demo")
    return refusal(error, say)


def no_mailbox_yet(say: Say) -> str:
    """Say how to begin."""
    return say(
        "There is no mailbox here yet. “brevdue import PATH” makes yours; “brevdue demo” opens "
        "an invented one to try."
    )


def which_mailbox(say: Say) -> str:
    """Say how to choose among several mailboxes."""
    return say(
        "There are several mailboxes here. “brevdue mailboxes” lists them; choose one with "
        "--mailbox, or for good with “brevdue settings mailbox M1”."
    )


def system_refusal(error: OSError, say: Say) -> str:
    """Say what the system refused, and for which file."""
    name = one_line(str(error.filename or ""), limit=200)
    match error:
        case FileNotFoundError():
            return say("There is no {name}.", name=name)
        case PermissionError():
            return say("The system does not allow it: {name}.", name=name)
        case FileExistsError():
            return say("There is a {name} already. It was not changed.", name=name)
        case IsADirectoryError() | NotADirectoryError():
            return say("{name} is not the kind of file needed here.", name=name)
    return say("The system said no: {reason}. {name}", reason=error.strerror or "", name=name)


def settings_refusal(error: SettingsError, say: Say) -> str:
    """Say which setting is wrong, where, and what was probably meant."""
    file, key = one_line(error.file), one_line(error.key, limit=80)
    if error.why == "words":
        return say(
            "Line {line} of {file} is no word with how it is said, such as: Åse = Oose.",
            line=key, file=file,
        )  # fmt: skip
    if error.why == "file":
        return say("{file} cannot be read as settings. It was not changed.", file=file)
    where = say("It stands in {file}.", file=file) if file else say("Nothing was changed.")
    return f"{_wrong_setting(error, key, say)} {where}"


def _wrong_setting(error: SettingsError, key: str, say: Say) -> str:
    if error.why == "value" and error.allowed:
        return say("The setting {key} takes {choices}.", key=key, choices=", ".join(error.allowed))
    if error.why == "value" and key in CHOICES:
        return say("The setting {key} must be one of {choices}.",
                   key=key, choices=", ".join(CHOICES[key]))  # fmt: skip
    if error.why == "value" and key.endswith("_per_page"):
        return say("The setting {key} must be a number from 1 to {largest}.",
                   key=key, largest=LARGEST)  # fmt: skip
    if error.why == "value":
        return say("The setting {key} must be a text.", key=key)
    if error.why == "no-key":
        return say("There is no key {key}. Keys are named like a, ?, enter, f5 or ctrl+a.", key=key)
    if error.nearest:
        return say("There is no setting {key}. Did you mean {nearest}?",
                   key=key, nearest=error.nearest)  # fmt: skip
    names = ", ".join(error.allowed or (field.name for field in fields(Settings)))
    return say("There is no setting {key}. The settings are {names}.", key=key, names=names)
