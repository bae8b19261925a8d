"""The fields of a form in words: what they are called, what is filled in, what can be chosen."""

from accessibility.rendering.marks import MarkKind
from accessibility.rendering.told_lines import SLOT, Line, Part, ended, framed, own
from accessibility.wording import Say
from mailbox_store.model.document_tree import Field, FieldKind


def told_field(field: Field, say: Say) -> Line:
    """Tell one field on one line."""
    bare = field.label.rstrip(": ")
    words = f"{bare}: {field.value}" if field.value else field.label
    parts = list(framed(_sentence(field, say), ended([own(words)] if words else [])))
    if choices := [choice for choice in field.options if choice.strip()]:
        choices_told = say("Choices: {choices}.", choices=SLOT)
        parts += [Part(" "), *framed(choices_told, [own(", ".join(choices), source="")])]
    return Line(parts=tuple(parts), mark=MarkKind.FIELD, named=words.strip())


def _sentence(field: Field, say: Say) -> str:
    is_filled = bool(field.value.strip())
    match field.kind:
        case FieldKind.CHECK if field.checked:
            return say("Check box, ticked: {words}", words=SLOT)
        case FieldKind.CHECK:
            return say("Check box, not ticked: {words}", words=SLOT)
        case FieldKind.RADIO if field.checked:
            return say("Choice, chosen: {words}", words=SLOT)
        case FieldKind.RADIO if not is_filled:
            return say("Choice, not chosen: {words}", words=SLOT)
        case FieldKind.SIGNATURE if is_filled:
            return say("Signature: {words}", words=SLOT)
        case FieldKind.SIGNATURE:
            return say("Empty signature field: {words}", words=SLOT)
    if is_filled:
        return say("Field: {words}", words=SLOT)
    return say("Empty field: {words}", words=SLOT)
