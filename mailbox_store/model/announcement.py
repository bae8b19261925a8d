"""A new letter, told to whoever watches: an id and a letter, never its content."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from mailbox_store.model.letter import LetterId, MailboxId

AnnouncementId = NewType("AnnouncementId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """Letter `letter` of `mailbox` can be opened now."""

    id: AnnouncementId
    mailbox: MailboxId
    letter: LetterId
    at: datetime
