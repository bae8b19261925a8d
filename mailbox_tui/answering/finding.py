"""Deeds that find letters: search, filter, thread, folder."""

from accessibility.commands import Command, unquoted
from accessibility.plain_text import one_line
from mailbox_store.model.folder import Folder, FolderType, inbox_among
from mailbox_store.model.query import ListQuery
from mailbox_tui.answering.around import folders
from mailbox_tui.answering.filing import one_letter
from mailbox_tui.deeds.filters import filter_from
from mailbox_tui.deeds.in_folders import folder_called, path_words
from mailbox_tui.desk import StoppedError
from mailbox_tui.face import Face, LetterList
from mailbox_tui.numbered_list import NumberedList, fixed_list, thread_list

_MOST_FOUND = 20  # letters a search shows at once


async def search(face: Face, asked: Command) -> None:
    """Find letters by words, newest first."""
    if not asked.words:
        raise StoppedError(face.desk.say("Which words? Type them after search."))
    await face.show_list(await found_letters(face, asked.words))


async def found_letters(face: Face, words: str) -> LetterList:
    """Search, and give what was found as a list."""
    say = face.desk.say
    found = await face.mailbox.search(words, limit=_MOST_FOUND)
    shown = one_line(words.removesuffix("*"), limit=80)
    return LetterList(
        numbered=fixed_list([hit.letter.id for hit in found.hits]),
        title=say("Found: {words}", words=shown),
        letters=tuple(hit.letter for hit in found.hits),
        snippets={hit.letter.id: text for hit in found.hits if (text := one_line(hit.snippet))},
        shows_folders=True,
        nothing=say("Nothing found for {words}.", words=shown),
        at_end=say("There are more. Add a word to find fewer.") if found.more else "",
    )


async def limit(face: Face, asked: Command) -> None:
    """Limit the list to unread, flagged, with a deadline, from a sender; "all" takes it off."""
    say = face.desk.say
    wanted = filter_from(unquoted(asked.words))
    if wanted is None:
        raise StoppedError(say("Filter by what? Type unread, flagged, deadline, sender and a name, "
                               "or all."))  # fmt: skip
    if face.numbered.query is None:
        raise StoppedError(say("What was found cannot be limited. Search for more words instead."))
    every = await face.mailbox.folders()
    folder = _folder_now(face, every)
    names = [path_words(folder, every, say), *wanted.names(say)]
    query = wanted.applied_to(ListQuery(folder=folder.id))
    is_inbox = folder.type is FolderType.INBOX and len(names) == 1
    await face.show_list(LetterList(numbered=NumberedList(query=query), title=", ".join(names),
                                    is_inbox=is_inbox, nothing=say("No letters.")))  # fmt: skip


def _folder_now(face: Face, every: tuple[Folder, ...]) -> Folder:
    """Give the folder of the list shown last; after a search, the inbox."""
    query = face.numbered.query
    inbox = inbox_among(every)
    if query is None or query.folder is None:
        return inbox
    return next((folder for folder in every if folder.id == query.folder), inbox)


async def thread(face: Face, asked: Command) -> None:
    """List the letters that belong together with one; nothing is opened by it."""
    numbered = await thread_list(face.mailbox, await one_letter(face, asked))
    title = face.desk.say("Thread")
    await face.show_list(LetterList(numbered=numbered, title=title, shows_folders=True))


async def folder(face: Face, asked: Command) -> None:
    """Open a folder by its name; without a name list the folders."""
    if not asked.words:
        await folders(face, asked)
        return
    say = face.desk.say
    found = await folder_called(unquoted(asked.words), face.mailbox, say)
    title = path_words(found, await face.mailbox.folders(), say)
    await face.show_list(LetterList(
        numbered=NumberedList(query=ListQuery(folder=found.id)),
        title=title,
        is_inbox=found.type is FolderType.INBOX,
        nothing=say("No letters."),
    ))  # fmt: skip
