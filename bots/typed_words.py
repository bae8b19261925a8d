"""What is typed in a chat as a command: the one grammar, and the phrases that buttons say.

People type what a button says, a slash before a word as chats have it, a full stop behind it.
"""

import re
from collections.abc import Mapping

from accessibility.commands import Command, Deed, NotUnderstoodCommand, understand

_PHRASES: Mapping[str, Command] = {
    phrase: Command(deed=deed, words=words)
    for phrases, deed, words in (
        ("next part, vis næste del, næste del, read on, læs videre", Deed.MORE, ""),
        ("more letters, vis flere breve, flere breve", Deed.MORE, "letters"),
        ("next letter, næste brev, read next letter, læs næste brev", Deed.NEXT, "letter"),
        ("list letters, vis breve, show letters, letters, breve", Deed.LIST, ""),
        ("show deadlines, vis frister", Deed.DEADLINES, ""),
        ("show documents, vis dokumenter", Deed.DOCUMENTS, ""),
        ("show help, vis hjælp", Deed.HELP, ""),
        ("show settings, vis indstillinger", Deed.SETTINGS, ""),
        ("tell in brief, fortæl kort", Deed.BRIEF, ""),
        ("show mailboxes, vis postkasser", Deed.MAILBOXES, ""),
        ("read letter, læs brevet", Deed.OPEN, ""),
        ("hear letter, hør brevet, hear, hør", Deed.SPEAK, ""),
        ("hear more, hør mere", Deed.SPEAK, "more"),
        ("archive letter, arkivér brevet, arkiver brevet", Deed.ARCHIVE, ""),
        ("flag letter, sæt flag, flag brevet", Deed.FLAG, ""),
        ("mark unread, mark as unread, markér ulæst, marker ulæst, markér som ulæst, "
         "marker som ulæst", Deed.UNREAD, ""),
        ("take flag off, fjern flaget", Deed.UNFLAG, ""),
        ("move letter to bin, kassér brevet, kasser brevet", Deed.BIN, ""),
        ("show more choices, more choices, vis flere valg, flere valg", Deed.HELP, "letter"),
        ("search letters, søg i breve", Deed.SEARCH, ""),
        ("undo that, fortryd det", Deed.UNDO, ""),
        ("send as text file, send som tekstfil, text file, tekstfil", Deed.SAVE, ""),
        ("add to calendar, føj til kalender", Deed.CALENDAR, ""),
        ("turn notices on, slå beskeder til", Deed.SETTINGS, "notices on"),
        ("turn notices off, slå beskeder fra", Deed.SETTINGS, "notices off"),
        ("set quiet hours, sæt stille timer", Deed.SETTINGS, "quiet 22-7"),
        ("end quiet hours, fjern stille timer", Deed.SETTINGS, "quiet off"),
        ("speak danish, tal dansk", Deed.LANGUAGE, "da"),
        ("speak english, tal engelsk", Deed.LANGUAGE, "en"),
        ("stop, unlink, unlink chat, unlink this chat, frakobl, frakobl chat, fjern chat, "
         "frakobl denne chat", Deed.STOP, ""),
    )
    for phrase in phrases.split(", ")
}  # fmt: skip
_LETTER_NOUN = re.compile(
    r"\b(?:letter|letters|brev|breve|nummer|number|no\.|nr\.)\s+(?=[\dL])", re.I
)
_READ_DOCUMENT = re.compile(r"(?:read document|læs dokument)\s+(\d+)", re.I)
_SEND_FILE = re.compile(r"(?:send\s+)?(?:file|fil)\s+(\d+)", re.I)
_MAILBOX = re.compile(r"(?:use mailbox|brug postkasse|mailbox|postkasse)\s+[Mm]?(\d+)", re.I)
_LOWER = re.compile(r"(?:lower to level|sænk til niveau|level|niveau)\s+(\d)", re.I)


def understand_typed(text: str, *, language: str) -> Command | NotUnderstoodCommand:
    """Read what was typed in a chat."""
    line = " ".join(text.split()).rstrip(" .!")
    if line.startswith("/"):
        word, _, rest = line[1:].partition(" ")
        line = f"{word.partition('@')[0]} {rest}".strip()
    if (command := _PHRASES.get(line.casefold())) is not None:
        return command
    if found := _READ_DOCUMENT.fullmatch(line):
        return Command(deed=Deed.DOCUMENT, words=found[1])
    if found := _SEND_FILE.fullmatch(line):
        return Command(deed=Deed.DOCUMENT, words=f"{found[1]} file")
    if found := _MAILBOX.fullmatch(line):
        return Command(deed=Deed.MAILBOX, words=f"M{found[1]}")
    if found := _LOWER.fullmatch(line):
        return Command(deed=Deed.SETTINGS, words=f"level {found[1]}")
    return understand(_LETTER_NOUN.sub("", line), language=language)
