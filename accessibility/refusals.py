"""A sentence for everything that can go wrong: what happened, what was kept, what to do.

The errors carry data only; every face says them through `refusal`, so that a person hears the
same words everywhere. Numbers are shown masked and foreign text in one safe line.
"""

from accessibility.list_line import folder_name
from accessibility.plain_text import one_line
from accessibility.refused_arrivals import refused_arrival
from accessibility.wording import Say
from mailbox_store.model.errors import (
    ChatNotFound,
    ChatNotLinked,
    DocumentNotFound,
    FolderNameTaken,
    FolderNotEmpty,
    FolderNotFound,
    ForSomebodyElse,
    LegalNoticeUnanswered,
    LetterNotFound,
    MailboxError,
    MailboxNotFound,
    NotAllowed,
    NotANumber,
    NotFound,
    NothingToUndo,
    NotInBin,
    NotUnderstood,
    PinLocked,
    PinMissing,
    PinUnsuitable,
    RecipientNotRegistered,
    StandardFolder,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreMissing,
    StoreNotAllowed,
    StoreTooNew,
    StoreUnsuitable,
)
from mailbox_store.model.folder import ARCHIVE_NAME, FolderType
from mailbox_store.model.party import without_cpr_numbers

_LONGEST_NAME = 120  # characters of foreign text in a sentence


def refusal(error: MailboxError, say: Say) -> str:
    """Say what went wrong, in whole sentences. Never shows a CPR number in full."""
    if isinstance(error, NotUnderstood):
        return refused_arrival(error, say)
    if isinstance(error, StoreError):
        return _about_the_store(error, say)
    if isinstance(error, NotFound):
        return _not_found(error, say)
    if isinstance(error, NotAllowed):
        return _not_allowed(error, say)
    return _about_a_deed(error, say)


def _about_the_store(error: StoreError, say: Say) -> str:
    path = _shown(error.path)
    match error:
        case StoreMissing():
            return say("There is no mailbox at {path}. Make one with “brevdue import” or "
                       "“brevdue-post register”, or name another with --store.",
                       path=path)  # fmt: skip
        case StoreBusy():
            return say("Another program kept the mailbox busy. Nothing was changed. "
                       "Try again in a moment.")  # fmt: skip
        case StoreFull():
            return say("The disk is full. Nothing was changed, and every letter that was "
                       "stored is kept. Make room and do it again.")  # fmt: skip
        case StoreDamaged():
            return say("The mailbox file {path} is damaged. Run “brevdue check” to see where, "
                       "and put a backup back.", path=path)  # fmt: skip
        case StoreNotAllowed():
            return say("The system does not let you read or write {path}. Nothing was changed. "
                       "Ask whoever owns the file.", path=path)  # fmt: skip
        case StoreTooNew():
            return say("A newer Brevdue made the mailbox {path}. Nothing was changed. "
                       "Install that version or a later one.", path=path)  # fmt: skip
        case StoreUnsuitable():
            return _unsuitable(error, path, say)
    return say("The mailbox {path} cannot be used. Run “brevdue check”.", path=path)


def _unsuitable(error: StoreUnsuitable, path: str, say: Say) -> str:
    if error.why == "network-drive":
        return say("{path} lies on a network drive, where a mailbox can be damaged. Nothing was "
                   "changed. Choose a folder on this computer's own disk.", path=path)  # fmt: skip
    if error.why == "url":
        return say("{path} does not name a mailbox. Write it as sqlite:///PATH, with the path of "
                   "a file.", path=path)  # fmt: skip
    if error.why == "the-store-itself":
        return say("{path} is the mailbox itself, not a copy of it. Nothing was changed. Name "
                   "another file.", path=path)  # fmt: skip
    return say("The file {path} is not a mailbox. It was not changed. Name another with "
               "--store.", path=path)  # fmt: skip


def _not_found(error: NotFound, say: Say) -> str:
    name = _shown(getattr(error, "name", ""))
    match error:
        case MailboxNotFound():
            if not name:
                return say("There is no such mailbox. “brevdue mailboxes” shows those you have.")
            return say("There is no mailbox for {name}.", name=name)
        case LetterNotFound():
            if not name:
                return say("There is no such letter. “list” shows the letters.")
            return say("There is no letter {name}. “list” shows the letters.", name=name)
        case FolderNotFound():
            if not name:
                return say("There is no such folder. “folders” shows them.")
            return say("There is no folder {name}. “folders” shows them.", name=name)
        case DocumentNotFound():
            if not name:
                return say("The letter has no such document.")
            return say("The letter has no document {name}.", name=name)
        case ChatNotFound():
            return say("Nothing was changed: there is no such chat, or that cannot be done with "
                       "it now. “chats” lists them.")  # fmt: skip
    return say("It was not found.")


def _not_allowed(error: NotAllowed, say: Say) -> str:
    match error:
        case LegalNoticeUnanswered():
            return say("A legal notice that was not opened stays closed and unread. Opening it "
                       "asks first. Nothing was changed.")  # fmt: skip
        case ForSomebodyElse():
            return say("The letter is for somebody else ({number}), who has no mailbox here. "
                       "Nothing was stored; the file was left where it is.",
                       number=_shown(error.masked_number))  # fmt: skip
        case RecipientNotRegistered():
            return _not_registered(error, say)
        case StandardFolder():
            return say("The folder {name} belongs to every mailbox. It cannot be renamed or "
                       "removed.", name=_standard_folder(error.name, say))  # fmt: skip
        case ChatNotLinked():
            return say("The chat is not linked to this mailbox. Nothing was changed.")
        case PinMissing():
            return say("There is no PIN yet, and letters are shown in a chat only after one. "
                       "Nothing was changed. “brevdue pin” sets one.")  # fmt: skip
        case PinLocked():
            return say("The PIN was wrong too often and is locked. “brevdue pin” sets a new one.")
    return say("That is not allowed. Nothing was changed.")


def _standard_folder(name: str, say: Say) -> str:
    """Name a folder that every mailbox has, in the person's language."""
    if name in (*FolderType, ARCHIVE_NAME):
        return folder_name(name, name, say, is_archive=name == ARCHIVE_NAME)
    return _shown(name)


def _not_registered(error: RecipientNotRegistered, say: Say) -> str:
    number = _shown(error.masked_number)
    if error.state == "CLOSED":
        return say("The mailbox of {number} is closed. Nothing was stored. Send the letter "
                   "another way, or register the number again.", number=number)  # fmt: skip
    if error.state == "EXEMPT":
        return say("{number} is exempt from digital post and the letter is not mandatory. "
                   "Nothing was stored. Send it on paper.", number=number)  # fmt: skip
    return say("{number} has no mailbox here. Nothing was stored. Register the number with "
               "“brevdue-post register”, then deliver again.", number=number)  # fmt: skip


def _about_a_deed(error: MailboxError, say: Say) -> str:
    match error:
        case NotANumber():
            return say("{text} is not a number that can have a mailbox. A CPR number has ten "
                       "digits, a CVR number eight.", text=_shown(error.text))  # fmt: skip
        case FolderNameTaken():
            return say("There is a folder {name} already. Choose another name.",
                       name=_shown(error.name))  # fmt: skip
        case FolderNotEmpty():
            return say("The folder {name} is not empty. Move its letters and folders first.",
                       name=_shown(error.name))  # fmt: skip
        case PinUnsuitable():
            return say(
                "A PIN is six digits, and not among the first that anybody would try: no "
                "row such as 123456, no repetition, no birthday of yours. No PIN was set."
            )
        case NothingToUndo():
            return say("There is nothing to undo.")
        case NotInBin():
            return say("The letter is not in the bin. Nothing was deleted. Put it in the bin "
                       "first.")  # fmt: skip
    return say("It did not work. Nothing was changed.")


def _shown(text: str) -> str:
    return one_line(without_cpr_numbers(text), limit=_LONGEST_NAME)
