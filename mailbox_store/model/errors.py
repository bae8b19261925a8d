"""Everything that can go wrong, as one tree. An error carries data; a face makes the sentence.

MailboxError
├── NotANumber               typed text is no CPR or CVR number
├── NotFound                 what is not yours is not found either: the two cannot be told apart
│   ├── MailboxNotFound
│   ├── LetterNotFound
│   ├── FolderNotFound
│   ├── DocumentNotFound
│   └── ChatNotFound
├── NotAllowed
│   ├── LegalNoticeUnanswered    opening it needs a yes, asked in words
│   ├── RecipientNotRegistered   no mailbox, closed, or exempt
│   ├── ForSomebodyElse          a letter to a number that is not one's own
│   ├── StandardFolder           the four standard folders and Archive stay
│   ├── LinkRefused              a chat's code is wrong, used, too old, or too many were tried
│   ├── ChatNotLinked            the chat has no mailbox, or not this one any more
│   ├── LevelTooLow              the chat's level does not go so far
│   ├── PinNeeded
│   ├── PinWrong
│   ├── PinLocked                wrong too often: a new one is set in the terminal
│   └── PinMissing               none was ever set
├── PinUnsuitable                not six digits, or the first that anybody would try
├── FolderNameTaken
├── FolderNotEmpty
├── NothingToUndo
├── NotInBin                 only what lies in the bin can be deleted for good
├── NotUnderstood            arriving bytes are no letter: nothing is stored
│   └── TooLarge
└── StoreError
    ├── StoreMissing
    ├── StoreBusy            another process kept writing
    ├── StoreFull            no room on the disk; everything stored stays
    ├── StoreDamaged
    ├── StoreNotAllowed      no permission for the file or its folder
    ├── StoreTooNew          made by a later release
    └── StoreUnsuitable      a network drive, an unknown kind of URL, a file that is no store
"""

from dataclasses import dataclass, fields


@dataclass(eq=False)
class MailboxError(Exception):
    """The one base. `str()` is for a traceback only; it never holds a name, number or text."""

    def __str__(self) -> str:
        return f"{type(self).__name__}({', '.join(f.name for f in fields(self))})"


@dataclass(eq=False)
class NotANumber(MailboxError):
    """The text is neither ten digits (CPR) nor eight (CVR)."""

    text: str


class NotFound(MailboxError):
    """It is not there, or it is not yours; the difference is not told."""


@dataclass(eq=False)
class MailboxNotFound(NotFound):
    """No such mailbox for the one who asks."""

    name: str = ""


@dataclass(eq=False)
class LetterNotFound(NotFound):
    """No such letter in this mailbox."""

    name: str = ""


@dataclass(eq=False)
class FolderNotFound(NotFound):
    """No such folder in this mailbox."""

    name: str = ""


@dataclass(eq=False)
class ChatNotFound(NotFound):
    """No such chat of this mailbox."""

    key: int


@dataclass(eq=False)
class DocumentNotFound(NotFound):
    """The letter has no such document or file."""

    name: str = ""


class NotAllowed(MailboxError):
    """It may not be done."""


@dataclass(eq=False)
class LegalNoticeUnanswered(NotAllowed):
    """Nothing was opened: opening this letter has legal effect and needs a yes first."""

    letter: int


@dataclass(eq=False)
class RecipientNotRegistered(NotAllowed):
    """The recipient cannot be reached here: `state` is "" (no mailbox), CLOSED or EXEMPT."""

    masked_number: str
    state: str = ""


@dataclass(eq=False)
class ForSomebodyElse(NotAllowed):
    """The letter is not for the one who takes it in, and its recipient has no mailbox here."""

    masked_number: str


@dataclass(eq=False)
class StandardFolder(NotAllowed):
    """The standard folders cannot be renamed or removed."""

    name: str


class LinkRefused(NotAllowed):
    """One answer for every reason, so that nobody learns by trying."""


class ChatNotLinked(NotAllowed):
    """The chat is not, or no longer, linked to this mailbox."""


@dataclass(eq=False)
class LevelTooLow(NotAllowed):
    """A chat asked for more than its level lets out of the mailbox (see `chat.Level`)."""

    has: int
    needs: int


class PinNeeded(NotAllowed):
    """The PIN was not typed, or too long ago."""


@dataclass(eq=False)
class PinWrong(NotAllowed):
    """The PIN was wrong; `left` tries remain before it is locked."""

    left: int


class PinLocked(NotAllowed):
    """The PIN was wrong too often."""


class PinMissing(NotAllowed):
    """No PIN was set."""


class PinUnsuitable(MailboxError):
    """Not six digits, or among the first that anybody would try."""


@dataclass(eq=False)
class FolderNameTaken(MailboxError):
    """There is a folder of that name in the same place."""

    name: str


@dataclass(eq=False)
class FolderNotEmpty(MailboxError):
    """A folder with letters or folders in it is not removed."""

    name: str


class NothingToUndo(MailboxError):
    """No deed is left that can be undone."""


@dataclass(eq=False)
class NotInBin(MailboxError):
    """Deleting for good takes two steps: the bin first."""

    letter: int


@dataclass(eq=False)
class NotUnderstood(MailboxError):
    """The bytes are no letter we can read; `code` names why, `at` is the byte where it shows.

    Codes: see `accessibility.wording` for the sentence of each.
    """

    code: str
    detail: str = ""
    at: int | None = None


@dataclass(eq=False)
class TooLarge(NotUnderstood):
    """A cap was hit; `detail` names it and its size."""


@dataclass(eq=False)
class StoreError(MailboxError):
    """The store itself is in trouble; `path` is where it lies."""

    path: str = ""


class StoreMissing(StoreError):
    """There is no store there."""


class StoreBusy(StoreError):
    """Another process kept the store; nothing was changed."""


class StoreFull(StoreError):
    """There is no room on the disk; nothing was changed and nothing is lost."""


class StoreDamaged(StoreError):
    """The file is damaged; `check` says where."""


class StoreNotAllowed(StoreError):
    """The system does not let us read or write there."""


class StoreTooNew(StoreError):
    """A later release of Brevdue made this store."""


@dataclass(eq=False)
class StoreUnsuitable(StoreError):
    """Not a place for a store; `why`: "network-drive", "url", "not-a-store", "the-store-itself"."""

    why: str = ""
