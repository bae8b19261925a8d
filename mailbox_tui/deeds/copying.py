"""What of a letter is worth copying elsewhere: the numbers and addresses people must type."""

from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.landmark_search import landmarks_in
from accessibility.landmarks import LandmarkKind
from accessibility.letter_layout import Reading
from accessibility.list_line import sender_name, subject_words
from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_store.model.letter import Letter, letter_id_text
from mailbox_store.model.party import IdType


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing to copy, as one safe line."""

    name: str
    value: str


def fields_to_copy(letter: Letter, reading: Reading | None, say: Say) -> list[Field]:
    """Give an opened letter's fields, then the links and amounts of what is being read."""
    fields = {field.value: field for field in _fields(letter, reading, say) if field.value}
    return list(fields.values())


def _fields(letter: Letter, reading: Reading | None, say: Say) -> Iterator[Field]:
    summary = letter.summary
    yield Field(name=say("Case"), value=one_line(letter.case_id))
    yield Field(name=say("Sender"), value=sender_name(summary.sender, say))
    if summary.sender.id_type is not IdType.CPR:
        yield Field(name=say("Sender's number"), value=one_line(summary.sender_number))
    yield Field(name=say("Subject"), value=subject_words(summary.subject, say))
    yield Field(name=say("Letter"), value=letter_id_text(letter.id))
    for action in letter.actions:
        yield Field(name=say("Link"), value=one_line(action.url))
    names = {
        LandmarkKind.LINK: say("Link"),
        LandmarkKind.AMOUNT: say("Amount"),
        LandmarkKind.CASE: say("Case"),
        LandmarkKind.PAYMENT: say("Payment"),
        LandmarkKind.PHONE: say("Phone"),
        LandmarkKind.EMAIL: say("Mail"),
    }
    for place in landmarks_in(reading.blocks, names) if reading else ():
        yield Field(name=names[place.kind], value=place.address or place.text)
