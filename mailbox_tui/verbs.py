"""Every verb of `brevdue`: its name, the Danish word for it, what it is for, where it is done.

A verb's module is imported only when the verb is typed, so that `brevdue list` stays small.
"""

from dataclasses import dataclass

from accessibility.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One verb; `place` is "module:function" inside mailbox_tui."""

    name: str
    danish: str
    help: str
    place: str


def _verb(name: str, danish: str, help_sentence: str, place: str) -> Verb:
    return Verb(name=name, danish=danish, help=help_sentence, place=place)


READING = (
    _verb(
        "list", "liste", sentence("List the letters, newest first."), "lines.listing:list_letters"
    ),
    _verb("read", "læs", sentence("Open a letter and read it."), "lines.reading:read_letter"),
    _verb(
        "brief",
        "kort",
        sentence("Say a letter in brief, or the mailbox: every line a quote or a field."),
        "lines.listening:tell_in_brief",
    ),
    _verb(
        "readability",
        "læsbarhed",
        sentence("Say how well a letter can be listened to; ask its sender for a better copy."),
        "lines.listening:judge_documents",
    ),
    _verb(
        "say",
        "oplæs",
        sentence("Read a letter aloud, or any words; or write the sound to a file."),
        "lines.saying:say_aloud",
    ),
    _verb("search", "søg", sentence("Find letters by words."), "lines.listing:search_letters"),
    _verb(
        "thread",
        "tråd",
        sentence("List the letters that belong together with one."),
        "lines.listing:list_thread",
    ),
    _verb(
        "deadlines",
        "frister",
        sentence("List deadlines and appointments, soonest first."),
        "lines.overview:list_deadlines",
    ),
    _verb(
        "status",
        "status",
        sentence("Say in one line what is new; nothing if nothing is."),
        "lines.overview:say_status",
    ),
    _verb(
        "log",
        "log",
        sentence("Show who opened or changed what, and when."),
        "lines.overview:show_log",
    ),
)
FILING = (
    _verb(
        "archive", "arkiver", sentence("Move letters into Archive."), "lines.filing:file_letters"
    ),
    _verb("move", "flyt", sentence("Move letters into a folder."), "lines.filing:move_letters"),
    _verb("bin", "kassér", sentence("Move letters into the bin."), "lines.filing:file_letters"),
    _verb(
        "restore", "gendan", sentence("Take letters out of the bin."), "lines.filing:file_letters"
    ),
    _verb(
        "delete",
        "slet",
        sentence("Delete letters of the bin for good; asks first."),
        "lines.filing:delete_for_good",
    ),
    _verb(
        "flag", "flag", sentence("Flag letters, or take the flag off."), "lines.filing:file_letters"
    ),
    _verb(
        "unread",
        "ulæst",
        sentence("Mark letters as unread, or as read."),
        "lines.filing:file_letters",
    ),
    _verb(
        "note",
        "notat",
        sentence("Write your own note on a letter, or read it."),
        "lines.filing:write_note",
    ),
    _verb("undo", "fortryd", sentence("Take the last deed back."), "lines.filing:undo_last"),
    _verb(
        "folders",
        "mapper",
        sentence("List the folders; make, rename or remove one."),
        "lines.folders:keep_folders",
    ),
    _verb(
        "save",
        "gem",
        sentence("Save a letter's documents as files."),
        "lines.saving:save_documents",
    ),
)
KEEPING = (
    _verb("import", "importer", sentence("Take letters in from files or folders."),
          "taking_in:import_letters"),
    _verb("export", "eksporter", sentence("Write everything in the mailbox into a folder."),
          "taking_in:export_mailbox"),
    _verb("demo", "demo", sentence("Open an invented mailbox to try things in."),
          "taking_in:open_demo"),
    _verb("mailboxes", "postkasser", sentence("List the mailboxes in the store."),
          "lines.keeping:list_mailboxes"),
    _verb("check", "kontroller", sentence("Look for damage in the store."),
          "lines.keeping:check_store"),
    _verb("backup", "sikkerhedskopi", sentence("Write a copy of the store, also while in use."),
          "lines.keeping:back_up"),
    _verb("restore-backup", "genskab", sentence("Put a copy back as the store."),
          "lines.keeping:restore_backup"),
    _verb("settings", "indstillinger", sentence("Show or change your settings."),
          "lines.keeping:keep_settings"),
    _verb("doctor", "doktor", sentence("Say what works here, to find out what does not."),
          "lines.doctor:examine"),
    _verb("completion", "udfyldning", sentence("Print shell completion for bash or zsh."),
          "lines.keeping:print_completion"),
)  # fmt: skip
CHATTING = (
    _verb("link", "tilknyt", sentence("Link a chat, in Telegram say, to be told of letters there."),
          "lines.chats:link_chat"),
    _verb("chats", "chatter", sentence("List the linked chats; accept, refuse or unlink one, or "
                                        "set what it is told."), "lines.chats:keep_chats"),
    _verb("pin", "pinkode", sentence("Set the PIN that a chat asks for before it shows a letter."),
          "lines.chats:choose_pin"),
)  # fmt: skip
VERBS = {verb.name: verb for verb in (*READING, *FILING, *KEEPING, *CHATTING)}


def verb_named(word: str) -> Verb | None:
    """Find a verb by its English or Danish name."""
    if word in VERBS:
        return VERBS[word]
    folded = word.casefold()
    return next((verb for verb in VERBS.values() if folded in (verb.danish, verb.name)), None)


def nearest_verb(word: str, *, danish: bool) -> str:
    """Give the verb that was probably meant; empty if none is near."""
    from difflib import get_close_matches  # 2 ms: only after a slip

    names = {v.danish: v for v in VERBS.values()} | VERBS
    alike = get_close_matches(word.casefold(), names, n=1, cutoff=0.6)
    if not alike:
        return ""
    return names[alike[0]].danish if danish else names[alike[0]].name
