"""Deeds that go to a place in what is being read: a heading, a table, a link, a fact."""

from collections.abc import Mapping, Sequence

from accessibility.commands import Command, Deed, number_in
from accessibility.document_words import link_sentence
from accessibility.landmark_search import landmarks_in
from accessibility.landmarks import FACTS, Landmark, LandmarkKind
from accessibility.link_trust import link_warning
from accessibility.list_line import as_sentence
from accessibility.plain_text import one_line
from accessibility.reading_order import wanted_sentences
from accessibility.wording import Say, sentence
from mailbox_store.model.letter import Letter
from mailbox_tui.answering.tables import is_about_a_table, table_asked
from mailbox_tui.desk import StoppedError
from mailbox_tui.face import Entry, Face

_LONGEST = 200  # characters of a landmark in a list
_FACT_NAMES: Mapping[LandmarkKind, str] = {
    LandmarkKind.DATE: sentence("Date: {words}"),
    LandmarkKind.AMOUNT: sentence("Amount: {words}"),
    LandmarkKind.CASE: sentence("Case: {words}"),
    LandmarkKind.PAYMENT: sentence("Payment: {words}"),
    LandmarkKind.PHONE: sentence("Phone: {words}"),
    LandmarkKind.EMAIL: sentence("Mail: {words}"),
}


async def headings(face: Face, asked: Command) -> None:
    """List the headings, or go to one."""
    say = face.desk.say
    places = _places(face, LandmarkKind.HEADING)
    lines = [as_sentence(place.text) for place in places]
    await _list_or_go(face, asked, places, lines, say("Headings"), say("There are no headings."))


async def lists(face: Face, asked: Command) -> None:
    """List the lists by their first item, or go to one."""
    say = face.desk.say
    places = _places(face, LandmarkKind.LIST)
    lines = [as_sentence(one_line(place.text, limit=_LONGEST)) for place in places]
    await _list_or_go(face, asked, places, lines, say("Lists"), say("There are no lists."))


async def fields(face: Face, asked: Command) -> None:
    """List the fields of a form with what is filled in, or go to one."""
    say = face.desk.say
    places = _places(face, LandmarkKind.FIELD)
    lines = [as_sentence(one_line(place.text, limit=_LONGEST)) for place in places]
    await _list_or_go(face, asked, places, lines, say("Fields"), say("There are no fields."))


async def tables(face: Face, asked: Command) -> None:
    """List the tables by their first line, or go to one."""
    say = face.desk.say
    if is_about_a_table(asked.words):
        await table_asked(face, asked.words)
        return
    places = _places(face, LandmarkKind.TABLE)
    lines = [as_sentence(one_line(place.text, limit=_LONGEST)) for place in places]
    await _list_or_go(face, asked, places, lines, say("Tables"), say("There are no tables."))


async def links(face: Face, asked: Command) -> None:
    """List the links with the domain each leads to, or go to one. Nothing is opened by it."""
    say = face.desk.say
    places = _places(face, LandmarkKind.LINK)
    lines = [link_line(place, face.letter, say) for place in places]
    await _list_or_go(face, asked, places, lines, say("Links"), say("There are no links."))


async def facts(face: Face, asked: Command) -> None:
    """List what the letter says is due, then amounts and dates with their sentences; or go there.

    The sender's own fields come first. What is found in the text is quoted, never worked out.
    """
    say = face.desk.say
    places = _places(face, *FACTS)
    lines = [_fact_line(place, say) for place in places]
    own = []
    if face.letter is not None and not asked.words:
        own = [Entry(text=text) for text in wanted_sentences(face.letter, say, now=face.desk.now())]
    await _list_or_go(
        face,
        asked,
        places,
        lines,
        say("Facts"),
        say("No amount, deadline or appointment was found."),
        own,
    )


def _places(face: Face, *kinds: LandmarkKind) -> list[Landmark]:
    if face.reading is None:
        raise StoppedError(face.desk.say("Open a letter first."))
    return list(landmarks_in(face.reading.blocks, kinds))


async def _list_or_go(
    face: Face,
    asked: Command,
    places: Sequence[Landmark],
    lines: Sequence[str],
    title: str,
    nothing: str,
    own: Sequence[Entry] = (),
) -> None:
    """Go to the numbered place; without a number list them all."""
    if asked.words:
        number = number_in(asked.words)
        if number is None or not 1 <= number <= len(places):
            raise StoppedError(_no_such_place(asked.words, len(places), nothing, face.desk.say))
        await face.go_to_place(places[number - 1].place)
        return
    if not places and not own:
        face.tell(nothing)
        return
    found = [
        Entry(text=line, number=str(n), chosen=Command(deed=Deed(asked.deed), words=str(n)))
        for n, line in enumerate(lines, start=1)
    ]
    await face.show(title, [*own, *found], about=face.letter)


def _no_such_place(number: str, count: int, nothing: str, say: Say) -> str:
    if not count:
        return nothing
    return say("There is no number {number}; the last is {last}.",
               number=one_line(number, limit=20), last=count)  # fmt: skip


def link_line(link: Landmark, letter: Letter | None, say: Say) -> str:
    """Say where a link leads, after a warning where that is not its letter's sender."""
    url = (link.address or link.text).removeprefix("mailto:")
    if url.startswith("tel:"):
        return say("Phone: {words}", words=as_sentence(url.removeprefix("tel:")))
    if "@" in url and "/" not in url:
        return say("Mail address: {address}", address=url)
    url = url if "://" in url else f"https://{url}"
    warning = "" if letter is None else link_warning(url, letter.summary.sender, say)
    return " ".join(filter(None, (warning, link_sentence(url, say))))


def _fact_line(fact: Landmark, say: Say) -> str:
    """Name a fact and quote the sentence it stands in: what is worked out is never shown alone."""
    is_amount = fact.kind is LandmarkKind.AMOUNT  # a stop behind "5 kr." would be a second one
    words = fact.text if is_amount else as_sentence(fact.text)
    named = say(_FACT_NAMES[fact.kind], words=words)
    return f"{named} “{fact.quote}”" if fact.quote else named
