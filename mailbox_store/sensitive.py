"""Which letters a chat only hears of: those whose sender or subject alone tells too much.

Danish guidance keeps confidential matters out of channels like a chat. What is sensitive is judged
by words, and rather once too often: such a letter is told of by its date, and read in full where
the person opened it with the PIN.
"""

import re

from mailbox_store.model.letter import LetterSummary
from mailbox_store.model.party import IdType

_WORDS = re.compile(
    # health
    r"sygehus|hospital|klinik|clinic|læge|doctor|psyk|sundhed|health|patient|medicin|behandling"
    r"|undersøgelse|scanning|screening|mammograf|kræft|cancer|prøvesvar|test result|tandlæge"
    r"|tandpleje|dentist|jordemoder|midwife|fødsel|graviditet|pregnan|abort|misbrug|alkohol"
    r"|hjemmepleje|hjælpemid|handicap|disabilit|rehabilit|vaccin|donor|demens"
    # social matters, work and money of those who have little
    r"|social|kontanthjælp|ydelse|benefit|pension|jobcenter|dagpenge|sygedagpenge|revalider"
    r"|integration|asyl|flygtning|udlænding|immigration|boligstøtte|inkasso|fogedret|gæld|debt"
    r"|bankrupt|konkurs|udsættelse|eviction"
    # police and courts
    r"|politi|police|\bret(?:ten)?\b|byret|landsret|court|anklage|prosecut|straf|fængsel|prison"
    r"|kriminal|stævning|summons|bøde\b|sigtelse|charge|retshjælp|tvangs"
    # children and family
    r"|børn|barn|child|forældre|familie|family|skilsmisse|divorce|samvær|adoption|vuggestue"
    r"|daginstitution|dagtilbud|skole|school|faderskab|paternity|krisecenter",
    re.IGNORECASE,
)


def is_sensitive(letter: LetterSummary) -> bool:
    """Tell whether a chat below level 3 is told of a letter by its date alone."""
    return bool(letter.legal_notice) or bool(
        _WORDS.search(letter.sender_name) or _WORDS.search(letter.subject)
    )


def without_names(letter: LetterSummary) -> LetterSummary:
    """Give a letter as level 2 may show a sensitive one: that it is there, and since when."""
    return letter._replace(
        uuid="", sender_name="", sender_type=IdType.UNKNOWN, sender_number="", sender_verified=0,
        subject="", reply_by_ms=None, appointment_ms=None, legal_notice=0,
        legally_notified_ms=None, document_count=0, conflict=0, folder_name="",
    )  # fmt: skip


def without_subject(letter: LetterSummary) -> LetterSummary:
    """Give a letter as level 2 shows any other: by its sender and dates."""
    return letter._replace(subject="")
