"""What became of each letter, as one line for a person and as an object for a program."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from accessibility.plain_text import one_line
from accessibility.refusals import refusal
from accessibility.wording import Say, sentence
from mailbox_store.model.arriving import Outcome
from mailbox_store.model.errors import NotUnderstood
from mailbox_store.model.letter import letter_id_text
from mailbox_store.model.mailbox_facts import mailbox_id_text
from mailbox_store.model.party import without_cpr_numbers
from post_office.arrival import Arrived

_LONGEST_PLACE = 200  # characters of a path

_LINES = {
    Outcome.STORED: sentence("{where}: stored."),
    Outcome.STORED_AS_CONFLICT: sentence(
        "{where}: stored beside another letter with the same id but other content. Compare them."
    ),
    Outcome.HELD: sentence("{where}: stored, and shown from the date its sender chose."),
    Outcome.ALREADY_HERE: sentence("{where}: was here already."),
    Outcome.DELETED_BEFORE: sentence(
        "{where}: was deleted for good before, so it stays away."
    ),
}  # fmt: skip


@dataclass(slots=True)
class Tally:
    """How many letters came to which end, counted while they arrive."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    refused: int = 0

    def add(self, arrived: Arrived) -> None:
        """Count one letter."""
        if arrived.outcome is None:
            self.refused += 1
        else:
            self.outcomes[arrived.outcome] += 1


def line_about(arrived: Arrived, say: Say) -> str:
    """Say what became of a letter, in one line without its content."""
    where = place_shown(arrived.where)
    if arrived.error is not None:
        reason = refusal(arrived.error, say)
        return say("{where}: refused. {reason}", where=where, reason=reason)
    line = say(_LINES[arrived.outcome or Outcome.STORED], where=where)
    if arrived.new_owner is None:
        return line
    number = one_line(without_cpr_numbers(arrived.new_owner.masked_number))
    owner = say("Your mailbox now belongs to {number}, named in this letter.", number=number)
    return f"{line} {owner}"


def lines_about_all(tally: Tally, say: Say) -> str:
    """Say how many letters were taken and how many not, in one line."""
    counts = tally.outcomes
    said = [say.count("{n} letter stored.", "{n} letters stored.", counts[Outcome.STORED])]
    if n := counts[Outcome.STORED_AS_CONFLICT]:
        said.append(
            say.count(
                "{n} letter stored beside another with the same id.",
                "{n} letters stored beside others with the same ids.",
                n,
            )
        )
    if n := counts[Outcome.HELD]:
        said.append(
            say.count("{n} letter held until its date.", "{n} letters held until their dates.", n)
        )
    if n := counts[Outcome.ALREADY_HERE]:
        said.append(say.count("{n} letter was here already.", "{n} letters were here already.", n))
    if n := counts[Outcome.DELETED_BEFORE]:
        said.append(
            say.count(
                "{n} letter was deleted before and stays away.",
                "{n} letters were deleted before and stay away.",
                n,
            )
        )
    if tally.refused:
        said.append(say.count("{n} refused.", "{n} refused.", tally.refused))
    return " ".join(said)


def facts_about(arrived: Arrived, say: Say) -> dict[str, object]:
    """Give what became of a letter to a program; ids, never content."""
    error = arrived.error
    code = error.code if isinstance(error, NotUnderstood) else type(error).__name__
    return {
        "where": without_cpr_numbers(arrived.where),
        "outcome": None if arrived.outcome is None else arrived.outcome.value,
        "uuid": arrived.uuid or None,
        "letter": None if arrived.letter is None else letter_id_text(arrived.letter),
        "mailbox": None if arrived.mailbox is None else mailbox_id_text(arrived.mailbox),
        "error": None if error is None else {"code": code, "message": refusal(error, say)},
    }


def counts_of(tally: Tally) -> dict[str, int]:
    """Give the counts to a program."""
    counts = {outcome.value: tally.outcomes[outcome] for outcome in Outcome}
    return {**counts, "REFUSED": tally.refused}


def place_shown(where: str) -> str:
    """Write a place in one safe line, CPR numbers masked."""
    return one_line(without_cpr_numbers(where), limit=_LONGEST_PLACE)


def refused_lines(arrived: Iterable[Arrived], say: Say) -> list[str]:
    """Say why each refused letter was refused, one line each."""
    return [line_about(one, say) for one in arrived if one.error is not None]
