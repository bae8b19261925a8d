"""What falls due by a document's own words, as moments the store can put in order."""

from collections.abc import Iterator
from datetime import date, datetime, time

from accessibility.facts.finding import relative_deadline_day
from accessibility.spoken_dates import in_danish_time, local
from mailbox_store.model.document_facts import Fact, FactKind
from mailbox_store.model.document_tree import DocumentTree
from mailbox_store.model.query import DueKind
from mailbox_store.model.waiting import FoundDue

_END_OF_DAY = time(23, 59)  # how a deadline that is a day is written everywhere in the store
_MOST = 50  # of one document; a list of a hundred dates is a calendar, not a duty


def dues_found(tree: DocumentTree, *, delivered: datetime) -> tuple[FoundDue, ...]:
    """Give a document's deadlines and appointments; what is only probable is marked so."""
    return tuple(dict.fromkeys(_dues(tree, delivered)))[:_MOST]


def _dues(tree: DocumentTree, delivered: datetime) -> Iterator[FoundDue]:
    for fact in tree.facts:
        try:
            told = _due(fact, delivered)
        except (ValueError, OverflowError):  # no such day
            continue
        if told is not None:
            kind, moment = told
            yield FoundDue(kind=kind, at=in_danish_time(moment), label=fact.quote)


def _due(fact: Fact, delivered: datetime) -> tuple[DueKind, datetime] | None:
    match fact.kind:
        case FactKind.APPOINTMENT:
            return DueKind.FOUND_APPOINTMENT, datetime.fromisoformat(fact.value)
        case FactKind.DEADLINE:
            sure = DueKind.FOUND_DEADLINE if fact.is_certain else DueKind.PROBABLE_DEADLINE
            return sure, datetime.combine(date.fromisoformat(fact.value), _END_OF_DAY)
        case FactKind.RELATIVE_DEADLINE:
            day = relative_deadline_day(fact, delivered=local(delivered).date())
            return DueKind.PROBABLE_DEADLINE, datetime.combine(day, _END_OF_DAY)
    return None
