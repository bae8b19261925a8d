"""A letter in a few lines before it is read: each is a field, or a quote from the letter itself.

Nothing is summed up in words of ours. What the sender's own fields say comes first; where the text
says otherwise, both are told.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from accessibility.fact_words import appointment_time, fact_line
from accessibility.list_line import as_sentence, sender_name, subject_words
from accessibility.plain_text import one_line
from accessibility.reading_order import asked_lines, reading_minutes, wanted_sentences
from accessibility.spoken_dates import day_of_deadline, local, long_date, long_time, short_day
from accessibility.tree_text import block_text, words_text
from accessibility.wording import Say
from mailbox_store.model.document_facts import Fact, FactKind
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Heading,
    Lines,
    List,
    Paragraph,
    Table,
)
from mailbox_store.model.letter import Letter, LetterSummary
from mailbox_store.model.query import Due, DueKind

_MOST_QUOTE = 400  # characters
_MOST_OF_A_KIND = 5
_MOST_ITEMS = 12
_LIGHT, _HEAVY = 35, 45  # LIX: below the first is light, above the second heavy (Björnsson)
_SHORTEST = 40  # characters of a paragraph that says something
_SOON = 7  # days
_TOTAL = re.compile(r"\b(?:i alt|total|sum|saldo|at betale|amount due|to pay)\b", re.IGNORECASE)
_VISITS = (DueKind.APPOINTMENT, DueKind.FOUND_APPOINTMENT)
_DEADLINES = (DueKind.ACTION, DueKind.FOUND_DEADLINE)
_GREETING = re.compile(r"(?:kære|hej|goddag|til|dear|hi|hello|to whom)\b", re.IGNORECASE)
_DUTY = re.compile(
    r"(?:det )?skal (?:du|i) gøre|(?:hvad|det) skal (?:du|i)\b|^(?:du|i) skal\b"
    r"|sådan (?:gør|betaler|svarer|tilmelder) (?:du|i)|din opgave|husk\b"
    r"|\btag (?:dette|det her|følgende)? ?med\b|\bmedbring"
    r"|what (?:you|do you) (?:need|have|must|should)|what to do|you (?:need|must|have) to"
    r"|next steps|action required|how to (?:pay|reply|respond|register)"
    r"|\bbring (?:these|this|the following)\b",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(
    r"\bklag(?:e|er|en|evejledning|efrist)?\b|\bklagevejledning\b|uenig|\banke\b|indsigelse"
    r"|appeal|complain|disagree",
    re.IGNORECASE,
)
_TOLD_IN_FACTS = (
    FactKind.DEADLINE, FactKind.RELATIVE_DEADLINE, FactKind.APPOINTMENT, FactKind.AMOUNT,
    FactKind.PAYMENT, FactKind.CASE, FactKind.PHONE,
)  # fmt: skip


def brief_of(letter: Letter, say: Say, *, now: datetime) -> list[str]:
    """Give a letter's brief: who, what, by when, what to do, how long."""
    trees = [document.tree for document in letter.main_documents if document.tree is not None]
    facts = [fact for tree in trees for fact in tree.facts if _is_worth_telling(fact, tree)]
    lines = [
        as_sentence(sender_name(letter.summary.sender, say)),
        as_sentence(subject_words(letter.summary.subject, say)),
        *wanted_sentences(letter, say, now=now),
        *asked_lines(letter, say),
        *disagreements(letter, facts, say),
    ]
    for tree in trees:
        if beginning := first_paragraph(tree):
            lines.append(say("It begins: {quote}", quote=beginning))
        lines += sections(tree)
    lines += _facts(facts, lines, say)
    lines += _length(letter, say)
    return [*dict.fromkeys(line for line in lines if line)]


def mailbox_brief(
    letters: Iterable[LetterSummary], dues: Iterable[Due], say: Say, *, now: datetime
) -> str:
    """Say in a breath what a mailbox wants: what is new, what is due this week, where to be."""
    kept, today = list(letters), local(now).date()
    asked = list(dues)
    replies = sorted(day_of_deadline(d.at) for d in asked if d.kind is DueKind.REPLY)
    visits = sorted(d.at for d in asked if d.kind in _VISITS and d.at >= now)
    days = sorted(day_of_deadline(d.at) for d in asked if d.kind in _DEADLINES)
    told: list[str] = []
    if new := sum(1 for letter in kept if letter.unread):
        told.append(say.count("{n} new letter.", "{n} new letters.", new))
    if guarded := sum(1 for letter in kept if letter.is_guarded):
        told.append(say.count("{n} unopened legal notice.", "{n} unopened legal notices.", guarded))
    if late := sum(1 for day in replies if day < today):
        told.append(say.count("{n} answer is overdue.", "{n} answers are overdue.", late))
    if soon := [day for day in replies if 0 <= (day - today).days <= _SOON]:
        told.append(
            say.count(
                "{n} must be answered by {day}.",
                "{n} must be answered, the first by {day}.",
                len(soon),
                day=short_day(soon[0], say, today=today),
            )
        )
    if near := [day for day in days if 0 <= (day - today).days <= _SOON]:
        told.append(
            say.count(
                "{n} deadline by {day}.",
                "{n} deadlines, the first by {day}.",
                len(near),
                day=short_day(near[0], say, today=today),
            )
        )
    if visits:
        told.append(
            say.count(
                "{n} appointment, {day}.",
                "{n} appointments, the first {day}.",
                len(visits),
                day=short_day(local(visits[0]).date(), say, today=today),
            )
        )
    return " ".join(told) or say("Nothing new, and nothing is due.")


def disagreements(letter: Letter, facts: Iterable[Fact], say: Say) -> list[str]:
    """Say where the sender's own fields and the letter's words name different days or times."""
    kept = [fact for fact in facts if fact.is_certain]
    deadlines = sorted({f.value for f in kept if f.kind is FactKind.DEADLINE})
    visits = sorted({f.value for f in kept if f.kind is FactKind.APPOINTMENT})
    told = []
    if letter.summary.reply_by is not None and deadlines:
        day = day_of_deadline(letter.summary.reply_by)
        if day.isoformat() not in deadlines:
            nearest = min(map(date.fromisoformat, deadlines), key=lambda one: abs(one - day))
            told.append(_both(long_date(day, say), long_date(nearest, say), say))
    for action in letter.actions:
        visit = action.reservation
        if visit is None or not visits:
            continue
        here = local(visit.start)
        if f"{here:%Y-%m-%dT%H:%M}" not in visits:
            naive = here.replace(tzinfo=None)
            nearest_visit = min(visits, key=lambda one: abs(datetime.fromisoformat(one) - naive))
            told.append(
                _both(long_time(visit.start, say), appointment_time(nearest_visit, say), say)
            )
    return told


def first_paragraph(tree: DocumentTree) -> str:
    """Quote the first paragraph that says something: no address, no date, no greeting."""
    for block in tree.blocks:
        if not isinstance(block, Paragraph):
            continue
        text = one_line(words_text(block.words))
        if len(text) >= _SHORTEST and not (_GREETING.match(text) and text.endswith((",", "!"))):
            return one_line(text, limit=_MOST_QUOTE)
    return ""


def sections(tree: DocumentTree) -> list[str]:
    """Quote what stands below headings of duty in full, and of complaint what has a deadline."""
    lines: list[str] = []
    deadlines = [
        fact for fact in tree.facts if fact.kind in (FactKind.DEADLINE, FactKind.RELATIVE_DEADLINE)
    ]
    for at, block in enumerate(tree.blocks):
        if not isinstance(block, Heading):
            continue
        title = as_sentence(one_line(words_text(block.words), limit=_MOST_QUOTE))
        below = list(_below(tree.blocks, at))
        if _COMPLAINT.search(title):
            numbers = {number for number, _ in below}
            quotes = [one_line(fact.quote) for fact in deadlines if fact.block in numbers]
            quotes = quotes or [q for _, part in below for q in _quoted(part)][:1]
            lines += [title, *dict.fromkeys(quotes)] if quotes else []
        elif _DUTY.search(title):
            quotes = [quote for _, part in below for quote in _quoted(part)][:_MOST_ITEMS]
            lines += [title, *quotes] if quotes else []
    return lines


def _below(blocks: tuple[Block, ...], at: int) -> Iterator[tuple[int, Block]]:
    for number in range(at + 1, len(blocks)):
        if isinstance(blocks[number], Heading):
            return
        yield number, blocks[number]


def _quoted(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | List | Lines):
        for line in block_text(block).splitlines():
            if line.strip():
                yield one_line(line, limit=_MOST_QUOTE)


def _is_worth_telling(fact: Fact, tree: DocumentTree) -> bool:
    """Leave out the single sums of a table: those who want them read the table."""
    in_table = fact.block < len(tree.blocks) and isinstance(tree.blocks[fact.block], Table)
    return fact.kind is not FactKind.AMOUNT or not in_table or bool(_TOTAL.search(fact.quote))


def _facts(facts: list[Fact], told: list[str], say: Say) -> Iterator[str]:
    """Say the facts, those with a day first; a few of each kind, the rest only counted."""
    for kind in _TOLD_IN_FACTS:
        kept = [fact for fact in facts if fact.kind is kind]
        if kind is FactKind.RELATIVE_DEADLINE:
            kept = [fact for fact in kept if one_line(fact.quote) not in told]
        if kind in (FactKind.DEADLINE, FactKind.APPOINTMENT):
            kept.sort(key=lambda fact: fact.value)
        yield from (fact_line(fact, say) for fact in kept[:_MOST_OF_A_KIND])
        if more := len(kept[_MOST_OF_A_KIND:]):
            yield say.count("And {n} more such fact.", "And {n} more such facts.", more)


def _length(letter: Letter, say: Say) -> Iterator[str]:
    minutes = reading_minutes(letter)
    yield (
        say.count("{n} minute to read.", "{n} minutes to read.", minutes)
        if minutes
        else say("Less than a minute to read.")
    )
    if pages := sum(document.pages or 0 for document in letter.main_documents):
        yield say.count("{n} page.", "{n} pages.", pages)
    trees = [document.tree for document in letter.main_documents]
    known = [tree.readability.lix for tree in trees if tree is not None and tree.readability]
    if weights := [lix for lix in known if lix is not None]:
        yield language_weight(max(weights), say)


def language_weight(lix: int, say: Say) -> str:
    """Say how heavy a language is that has this readability index."""
    if lix < _LIGHT:
        return say("The language is light.")
    return say("The language is medium.") if lix <= _HEAVY else say("The language is heavy.")


def _both(field: str, text: str, say: Say) -> str:
    return say("The letter's own field says {field}; its text says {text}.", field=field, text=text)
