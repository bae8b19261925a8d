"""Boxes to tick that are letters of a font: each with its words is a field, ticked or not."""

from accessibility.documents.layout.drafts import Draft, Kind
from accessibility.documents.layout.item_marks import BOXES, TICKED_BOXES
from accessibility.documents.layout.writing import words_of
from accessibility.tree_text import words_text
from mailbox_store.model.document_tree import Field, FieldKind


def has_box(draft: Draft) -> bool:
    """Tell whether an item begins with a box to tick."""
    return draft.kind is Kind.ITEM and _text(draft)[:1] in tuple(BOXES)


def box_field(draft: Draft) -> Field:
    """Make the field of an item that begins with a box."""
    text = _text(draft)
    return Field(label=text[1:].strip(), kind=FieldKind.CHECK, checked=text[0] in TICKED_BOXES)


def _text(draft: Draft) -> str:
    return words_text(words_of(draft.lines)).strip()
