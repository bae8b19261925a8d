"""What can be typed, in line mode and after a colon on the screens: a sentence for each deed."""

from collections.abc import Mapping

from accessibility.commands import Deed, name_of, short_name_of
from accessibility.wording import Say, sentence

_ABOUT: Mapping[Deed, str] = {
    Deed.OPEN: sentence("A number alone opens that letter."),
    Deed.MORE: sentence("Enter goes on: the next page, then the next letter."),
    Deed.BACK: sentence("back to the page before, or to the list."),
    Deed.NEXT: sentence("the next letter."),
    Deed.PREVIOUS: sentence("the letter before."),
    Deed.LIST: sentence("the inbox from the newest letter, numbered anew."),
    Deed.SEARCH: sentence("find letters by words."),
    Deed.FILTER: sentence("only unread, flagged, deadline, or sender and a name; all shows all."),
    Deed.ARCHIVE: sentence("move to Archive this letter, or those numbered: 1 3-5."),
    Deed.BIN: sentence("move to the bin."),
    Deed.RESTORE: sentence("take out of the bin, into the inbox."),
    Deed.DELETE: sentence("delete for good what lies in the bin; asks first."),
    Deed.MOVE: sentence("move to a folder: number, then the folder's name."),
    Deed.FLAG: sentence("set a flag."),
    Deed.UNFLAG: sentence("take the flag off."),
    Deed.UNREAD: sentence("mark as unread."),
    Deed.MARK_READ: sentence("mark as read."),
    Deed.NOTE: sentence("write your own note on the letter, or read it."),
    Deed.EDIT_NOTE: sentence("write the note in your own editor."),
    Deed.REMOVE_NOTE: sentence("take the note off."),
    Deed.UNDO: sentence("take the last deed back."),
    Deed.DOCUMENTS: sentence("name the letter's documents."),
    Deed.DOCUMENT: sentence("read a document by its number."),
    Deed.DETAILS: sentence("the letter with every detail, numbers in full."),
    Deed.HEADINGS: sentence("list the headings; with a number, go to one."),
    Deed.TABLES: sentence(
        "list the tables; with a number, go to one. After the number: grid, totals, or row and "
        "its number."
    ),
    Deed.LISTS: sentence("list the lists; with a number, go to one."),
    Deed.FIELDS: sentence("list a form's fields; with a number, go to one."),
    Deed.LINKS: sentence("list the links and where they lead; with a number, go to one."),
    Deed.FACTS: sentence(
        "list amounts, deadlines and appointments with their sentences; with a number, go to one."
    ),
    Deed.BRIEF: sentence("the letter in brief: who, what, by when, what to do, in its own words."),
    Deed.READABILITY: sentence("how well the documents can be listened to, and why."),
    Deed.COPY_REQUEST: sentence(
        "write to the sender for a copy that can be read aloud; it goes into Drafts, unsent."
    ),
    Deed.SPEAK: sentence("read the letter aloud from here on, or from where you stopped."),
    Deed.STOP: sentence("stop reading aloud; the sentence is remembered."),
    Deed.PAUSE: sentence("stop in the middle of a sentence; the same word goes on."),
    Deed.SENTENCE_ON: sentence("say the next sentence."),
    Deed.SENTENCE_BACK: sentence("say the sentence before."),
    Deed.REPEAT: sentence("say the sentence again."),
    Deed.SPELL: sentence("spell a word; without one, the sentence's first, then its next."),
    Deed.FASTER: sentence("speak faster."),
    Deed.SLOWER: sentence("speak slower."),
    Deed.ACTIONS: sentence("what the letter asks for: pay, sign, come."),
    Deed.CALENDAR: sentence("save the appointment as a calendar file, here or in a folder."),
    Deed.COPY: sentence("list what can be copied; with a number, copy it."),
    Deed.PAGER: sentence("read the letter, or the document of a number, in your own pager."),
    Deed.SAVE: sentence("save documents as files: a document's number, then a folder."),
    Deed.FOLDER: sentence("open a folder by its name."),
    Deed.FOLDERS: sentence("list the folders; with make, rename or remove and a name, change one."),
    Deed.DEADLINES: sentence("what falls due, soonest first."),
    Deed.CONFIRM: sentence("say yes or no to a letter's probable deadlines."),
    Deed.THREAD: sentence("the letters that belong together with this one."),
    Deed.LOG: sentence("who opened or changed what."),
    Deed.STATUS: sentence("how many are unread, what is due."),
    Deed.MAILBOXES: sentence("list the mailboxes here."),
    Deed.MAILBOX: sentence("turn to another mailbox."),
    Deed.CHATS: sentence("list the linked chats; with a number, what can be done with one."),
    Deed.LINK: sentence("with telegram: link a chat, to be told of letters there."),
    Deed.PIN: sentence("set the PIN that a chat asks for before it shows a letter."),
    Deed.LANGUAGE: sentence("speak Danish or English: da or en."),
    Deed.SETTINGS: sentence("show your settings; a name and a value change one."),
    Deed.HELP: sentence("this help; with a word, about that word."),
    Deed.QUIT: sentence("leave."),
}
_UNNAMED = (Deed.OPEN, Deed.MORE)  # said by a number and by Enter


def everything(say: Say) -> list[str]:
    """Say everything that can be typed, the most used first."""
    return [about(deed, say) for deed in _ABOUT]


def about(deed: Deed, say: Say) -> str:
    """Say what one word does: "archive or a: move to Archive ...", in the person's language."""
    does = say(_ABOUT[deed])
    if deed in _UNNAMED:
        return does
    word, short = name_of(deed, language=say.language), short_name_of(deed)
    if short:
        return say("{word} or {letter}: {does}", word=word, letter=short, does=does)
    return say("{word}: {does}", word=word, does=does)
