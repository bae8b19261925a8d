"""What there is: letters, what falls due, what a search finds, how things stand."""

from collections.abc import Sequence

from accessibility.brief import mailbox_brief
from accessibility.commands import Command, Deed
from accessibility.due_line import still_due_of
from accessibility.plain_text import one_line
from bots.buttons import MOST, Choice
from bots.letter_lines import due_words, letter_line
from bots.letter_list import inbox_page, list_choice, more_letters_choice
from bots.refusing import told_counts
from bots.turn import ChatStopError, Turn
from mailbox_store.model.chat import Level
from mailbox_store.model.folder import inbox_among
from mailbox_store.model.letter import LetterId, LetterSummary, letter_id_text
from mailbox_store.model.query import ListQuery, Place

PAGE = 5  # letters at once: a button each, and one that goes on
_MOST_DUE, _DUE_SHOWN = 500, 8
_MOST_FOUND = 5
_MOST_COUNTED = 1000


async def list_letters(turn: Turn, asked: Command) -> None:
    """List the inbox from its newest letter; below level 2 say only how many there are."""
    del asked
    if turn.chat.level < Level.SUMMARY:
        await told_counts(turn)
        return
    turn.change(letters=(), after=None, letter=0, part=0, note=0)
    await go_on_listing(turn)


async def go_on_listing(turn: Turn) -> None:
    """List the next few letters."""
    say = turn.say
    if turn.talk.letters and turn.talk.after is None:
        raise ChatStopError(say("The list ended there."), list_choice(say))
    after = None if turn.talk.after is None else _place(turn.talk.after)
    page = await inbox_page(turn.mailbox, limit=PAGE, after=after)
    if not page.letters:
        turn.change(after=None)
        turn.tell(say("No letters.") if after is None else say("The list ended there."))
        return
    first = len(turn.talk.letters) + 1
    last = first + len(page.letters) - 1
    numbered = [(str(n), letter) for n, letter in enumerate(page.letters, start=first)]
    turn.change(
        letters=(*turn.talk.letters, *(letter.id for letter in page.letters)),
        after=None if page.next is None else tuple(page.next),
    )
    head = say("Letters {first} to {last} of {total}.", first=first, last=last, total=page.total)
    lines = [_line(turn, n, letter) for n, letter in numbered]
    choices = read_choices(turn, numbered)
    if page.next is not None:
        choices.append(more_letters_choice(say))
    if len(choices) < MOST:
        choices.append(Choice(say("Show deadlines"), Command(deed=Deed.DEADLINES)))
    turn.tell("\n\n".join([head, *lines]), choices, is_private=True)


def read_choices(turn: Turn, numbered: Sequence[tuple[str, LetterSummary]]) -> list[Choice]:
    """Give a button for each letter that may be read here."""
    if turn.chat.level < Level.TEXT:
        return []
    return [
        Choice(
            turn.say("Read letter {n}", n=number),
            Command(deed=Deed.OPEN, letters=(letter_id_text(letter.id),)),
        )
        for number, letter in numbered
    ]


async def deadlines(turn: Turn, asked: Command) -> None:
    """List what falls due, soonest first, with the numbers of the list or ids."""
    del asked
    say = turn.say
    due = still_due_of(await turn.mailbox.due(limit=_MOST_DUE), turn.today)
    if not due:
        turn.tell(say("Nothing falls due."), [list_choice(say)])
        return
    shown = due[:_DUE_SHOWN]
    lines = [say.count("{n} deadline or appointment.", "{n} deadlines and appointments.", len(due))]
    numbered: dict[str, LetterSummary] = {}
    for one in shown:
        name = turn.name_of(one.letter.id)
        numbered[name] = one.letter
        words = due_words(one, say, today=turn.today, level=turn.chat.level)
        lines.append(f"{name}. {words}")
    if len(due) > len(shown):
        lines.append(say("The first {n} are told here. “brevdue deadlines” in the terminal tells "
                         "them all.", n=len(shown)))  # fmt: skip
    choices = [*read_choices(turn, list(numbered.items()))[:PAGE], list_choice(say)]
    turn.tell("\n\n".join(lines), choices, is_private=True)


async def search(turn: Turn, asked: Command) -> None:
    """Find letters by words; numbers then mean these letters."""
    say = turn.say
    if not asked.words.strip():
        raise ChatStopError(say("Which words? Type them after search."))
    found = await turn.mailbox.search(asked.words, limit=_MOST_FOUND)
    words = one_line(asked.words, limit=80)
    if not found.hits:
        turn.tell(say("Nothing found for {words}.", words=words), [list_choice(say)])
        return
    numbered = [(str(n), hit.letter) for n, hit in enumerate(found.hits, start=1)]
    turn.change(
        letters=tuple(hit.letter.id for hit in found.hits), after=None, letter=0, part=0, note=0
    )
    lines = [say.count("{n} letter found.", "{n} letters found.", len(found.hits))]
    for number, hit in enumerate(found.hits, start=1):
        lines.append(_line(turn, str(number), hit.letter))
        if snippet := one_line(hit.snippet):
            lines[-1] += f"\n“{snippet}”"
    if found.more:
        lines.append(say("There are more: search with more words."))
    turn.tell("\n\n".join(lines), read_choices(turn, numbered), is_private=True)


async def status(turn: Turn, asked: Command) -> None:
    """Say how many letters are unread and how many have a deadline soon."""
    del asked
    await told_counts(turn)


async def mailbox_in_brief(turn: Turn) -> None:
    """Say in a breath what the mailbox wants."""
    say = turn.say
    inbox = inbox_among(await turn.mailbox.folders())
    query = ListQuery(folder=inbox.id, unread=True, limit=_MOST_COUNTED)
    unread = await turn.mailbox.list(query)
    due = still_due_of(await turn.mailbox.due(limit=_MOST_DUE), turn.today)
    text = mailbox_brief(unread.letters, due, say, now=turn.sitting.now())
    choices = [list_choice(say), Choice(say("Show deadlines"), Command(deed=Deed.DEADLINES))]
    turn.tell(text, choices, is_private=True)


def _line(turn: Turn, number: str, letter: LetterSummary) -> str:
    return letter_line(number, letter, turn.say, today=turn.today, level=turn.chat.level)


def _place(kept: tuple[int, int]) -> Place:
    return Place(received_ms=kept[0], letter=LetterId(kept[1]))
