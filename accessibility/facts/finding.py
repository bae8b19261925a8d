"""Find the facts of a document's tree: amounts, deadlines, appointments, numbers, addresses.

Nothing is summed up or guessed: every fact carries the sentence it stands in. What is searched is
capped, so that the time stays short whatever a sender writes.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from accessibility.facts.amounts import amounts_in
from accessibility.facts.appointments import appointments_in
from accessibility.facts.contacts import contacts_in, fact_of_link, phones_in
from accessibility.facts.dates import FoundDate, LetterDay, dates_in, letter_day
from accessibility.facts.deadlines import deadlines_in, lengths_in, lengths_named_in
from accessibility.facts.durations import counts_working_days, day_after
from accessibility.facts.passages import Found, Passage, line_texts, passages_of
from accessibility.facts.references import account_of_two, cases_in, cpr_spans, payments_in
from accessibility.readability.languages import likeliest_language
from accessibility.readability.running_text import running_text
from accessibility.sentences import Sentences
from mailbox_store.model.document_facts import Fact, FactKind
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Paragraph,
    Table,
    Words,
)

MOST_FACTS = 1_000
_TOLD_ONCE = frozenset(FactKind) - {FactKind.AMOUNT}
_MASK = "\x00"
_KNOWN = {"da": "da", "en": "en", "nb": "nb", "nn": "nb", "no": "nb", "sv": "sv", "de": "de"}
_MOST_LINES = 60
_MOST_WEIGHED = 5_000  # dates and lengths of time of a document: a hostile one has no more weighed


def facts_in(tree: DocumentTree) -> tuple[Fact, ...]:
    """Find what a document says in the order it says it; each date, number, address once.

    Numbers are read as the document's language writes them: as it says, else by its words.
    """
    tagged = _KNOWN.get(tree.language.lower().partition("-")[0])
    spoken = tagged or likeliest_language(running_text(tree)) or "da"
    texts = list(line_texts(tree))
    letter = letter_day(_first_lines(texts))
    facts = [
        *_of_lines(texts),
        *_of_links(tree.blocks),
        *_of_passages(list(passages_of(tree)), letter, spoken),
    ]
    facts.sort(key=lambda fact: (fact.block, fact.at))
    return tuple(_once(facts))[:MOST_FACTS]


def relative_deadline_day(fact: Fact, delivered: date) -> date:
    """Count a relative deadline from the day of delivery: never certain, for a person to confirm.

    Working days are counted Monday to Friday, without holidays, so the day is rather too early.
    """
    working = counts_working_days(fact.quote, fact.value)
    return day_after(fact.value, delivered, working_days=working)


def _first_lines(texts: list[tuple[int, Block, str]]) -> list[str]:
    lines: list[str] = []
    for _, block, text in texts:
        if not isinstance(block, Table | List):
            lines += text.splitlines()
        if len(lines) > 2 * _MOST_LINES:
            break
    return lines


def _of_lines(texts: list[tuple[int, Block, str]]) -> Iterator[Fact]:
    previous = ""
    for number, _, text in texts:
        found = [*cases_in(text), *payments_in(text)]
        if value := account_of_two(previous, text):
            found.append(Found(FactKind.PAYMENT, value, 0, len(text)))
        numbers = [one[2:4] for one in found] + list(cpr_spans(text))
        found += contacts_in(_masked(text, numbers))
        sentences = Sentences(text) if found else None
        for one in found[:MOST_FACTS]:
            if sentences is not None:
                yield _fact(one, sentences.around(one.start, one.end), number, one.start)
        previous = text


def _of_passages(passages: list[Passage], letter: LetterDay, language: str) -> Iterator[Fact]:
    count = weighed = 0
    for at, passage in enumerate(passages):
        if not any(map(str.isdigit, passage.text)) and not passage.text.count(" "):
            continue
        dates: list[FoundDate] = []
        lengths: list[re.Match[str]] = []
        if weighed < _MOST_WEIGHED:
            dates = dates_in(passage.text, letter, language=language)
            lengths = lengths_named_in(passage.text)
            weighed += len(dates) + len(lengths)
        following = _following(passages, at) if dates else ""
        found: list[Found] = [
            *deadlines_in(passage, dates, letter),
            *lengths_in(passage, lengths, dates, letter),
            *appointments_in(passage, dates, letter, following),
            *amounts_in(passage, _without_other_numbers(passage, dates), language),
        ]
        for one in found:
            count += 1
            if count > 2 * MOST_FACTS:
                return
            yield _fact(
                one, passage.quote(one.start, one.end), passage.block, passage.at + one.start
            )


def _following(passages: list[Passage], at: int) -> str:
    """Give what stands behind a value: the next pair, the next cell, or the rest of the lines."""
    here = passages[at]
    for other in passages[at + 1 : at + 3]:
        if here.is_cell and other.is_cell and other.before:
            return other.before + other.text
    return ""


def _without_other_numbers(passage: Passage, dates: Iterable[FoundDate]) -> str:
    spans = [(one.start, one.end) for one in dates]
    spans += cpr_spans(passage.text)
    spans += [one[2:4] for one in (*payments_in(passage.text), *phones_in(passage.text))]
    return _masked(passage.text, spans)


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Blank some parts of a text out; every character keeps its place."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        parts += [text[at:start], _MASK * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def _of_links(blocks: tuple[Block, ...]) -> Iterator[Fact]:
    for number, block in enumerate(blocks):
        at = 0
        for words in _words_of(block):
            for run in words:
                told = fact_of_link(run.link) if run.link else None
                if told and told[1]:
                    quote = " ".join("".join(one.text for one in words).split())[:200]
                    yield Fact(kind=told[0], value=told[1], quote=quote, block=number, at=at,
                               length=len(run.text))  # fmt: skip
                at += len(run.text)


def _words_of(block: Block) -> Iterator[Words]:
    match block:
        case Heading(words=words) | Paragraph(words=words):
            yield words
        case Lines(lines=lines):
            yield from lines
        case List(items=items):
            yield from _words_of_items(items)
        case KeyValue(pairs=pairs):
            for name, value in pairs:
                yield from (name, value)
        case Table(rows=rows):
            for row in rows:
                yield from row
        case _:
            return


def _words_of_items(items: Iterable[Item]) -> Iterator[Words]:
    for item in items:
        yield item.words
        for inner in item.inner:
            yield from _words_of(inner)


def _fact(one: Found, quote: str, block: int, at: int) -> Fact:
    return Fact(
        kind=one.kind,
        value=one.value,
        quote=quote,
        block=block,
        at=at,
        length=one.end - one.start,
        is_certain=one.is_certain,
    )


def _once(facts: list[Fact]) -> Iterator[Fact]:
    """Leave out what was told already, but for amounts; of two the certain one stays."""
    best: dict[tuple[FactKind, str], Fact] = {}
    for fact in facts:
        known = best.get((fact.kind, fact.value))
        if known is None or (fact.is_certain and not known.is_certain):
            best[fact.kind, fact.value] = fact
    for fact in facts:
        if fact.kind not in _TOLD_ONCE or best[fact.kind, fact.value] is fact:
            yield fact
