"""The fields of a form and the words that name them.

Labels may stand anywhere on the page, so a page with forms is walked twice: first to hear which
label belongs to which field that can be seen (`FormHearing`), then to write, leaving out the
labels' words where they stand (`FieldNames`), so that they are neither lost nor said twice.
"""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from accessibility.documents.html_look import Attributes
from accessibility.documents.html_words import Asked, label_text
from accessibility.plain_text import one_line
from mailbox_store.model.document_tree import Field, FieldKind

_WITHOUT_WORDS = frozenset(["hidden", "password", "file", "image", "color", "reset"])
_BUTTONS = frozenset(["submit", "button"])
_MOST_OPTIONS = 200
_MOST_VALUE = 20_000  # characters
_MOST_REFERENCES = 8  # names in one aria-labelledby
_LABELS = frozenset(
    ["label", "span", "b", "strong", "td", "th", "p", "div", "dt", "li", "small", "em"]
)


@dataclass(frozen=True, slots=True)
class FieldNames:
    """What is known before a page is written: fields' labels and the elements those stand in."""

    labels: dict[int, str] = field(default_factory=dict)  # by the field's mem_id
    muted: frozenset[int] = frozenset()  # mem_ids


@dataclass(slots=True)
class _Heard:
    mem_id: int
    text: str
    inside: list[int]  # fields in it


class FormHearing:
    """Gathers fields and labels on the first way through a page."""

    def __init__(self) -> None:
        self._fields: dict[str, int] = {}
        self._references: dict[int, list[str]] = {}
        self._labels: list[tuple[str, _Heard]] = []  # what it is for
        self._named: dict[str, _Heard] = {}  # elements by id

    def field(self, node: LexborNode, attributes: Attributes) -> None:
        """Take a field that is seen."""
        self._fields.setdefault(attributes.get("id") or "", node.mem_id)
        if names := (attributes.get("aria-labelledby") or "").split():
            self._references[node.mem_id] = names[:_MOST_REFERENCES]

    def label(self, node: LexborNode, attributes: Attributes, text: str, inside: list[int]) -> None:
        """Take the words of a label or of an element with an id, and the fields in it."""
        heard = _Heard(node.mem_id, label_text(text), inside)
        if node.tag == "label":
            self._labels.append((attributes.get("for") or "", heard))
        if (name := attributes.get("id")) and node.tag in _LABELS:
            self._named.setdefault(name, heard)

    def names(self) -> FieldNames:
        """Tell which words name which field."""
        labels: dict[int, str] = {}
        muted: set[int] = set()
        for target, heard in self._labels:
            known = self._fields.get(target) if target else None
            chosen = known or (heard.inside[0] if heard.inside else None)
            names_one = not heard.inside or heard.inside == [chosen]
            if chosen is not None and heard.text and names_one:
                labels[chosen] = _both(labels.get(chosen, ""), heard.text)
                muted.add(heard.mem_id)
        for chosen, references in self._references.items():
            found = [self._named[name] for name in references if name in self._named]
            text = label_text(" ".join(heard.text for heard in found))
            if text and chosen not in labels and not any(heard.inside for heard in found):
                labels[chosen] = text
                muted.update(heard.mem_id for heard in found)
        return FieldNames(labels, frozenset(muted))


def _both(one: str, other: str) -> str:
    """Put two labels of a field together; one may stand inside the other."""
    return max(one, other, key=len) if one in other or other in one else f"{one} {other}"


def asked_in(node: LexborNode, attributes: Attributes, names: FieldNames) -> Asked | str | None:
    """Give a field, the words of a button or a measure, or None for what says nothing."""
    kind = (attributes.get("type") or "text").strip().lower()
    label = names.labels.get(node.mem_id) or label_text(
        one_line(attributes.get("aria-label") or "")
    )
    hint = attributes.get("placeholder") or attributes.get("title") or ""

    def asked(
        field_kind: FieldKind, value: str = "", options: tuple[str, ...] = (), *, on: bool = False
    ) -> Asked:
        field = Field(label=label, kind=field_kind, value=value, options=options, checked=on)
        return Asked(field, one_line(hint[:1000]))

    match node.tag:
        case "select":
            options, value = _choices(node)
            return asked(FieldKind.CHOICE, value, options)
        case "textarea":
            return asked(FieldKind.TEXT, one_line(node.text(deep=True)[:_MOST_VALUE]))
        case "input" if kind in _WITHOUT_WORDS:
            return None
        case "input" if kind == "checkbox":
            return asked(FieldKind.CHECK, on="checked" in attributes)
        case "input" if kind == "radio":
            return asked(FieldKind.RADIO, on="checked" in attributes)
        case "input" if kind not in _BUTTONS:
            return asked(FieldKind.TEXT, one_line((attributes.get("value") or "")[:_MOST_VALUE]))
    return f" {attributes.get('value') or ''} "


def is_field(node: LexborNode, attributes: Attributes) -> bool:
    """Tell whether an element is a field with a label."""
    kind = (attributes.get("type") or "text").strip().lower()
    if node.tag == "input":
        return kind not in _WITHOUT_WORDS and kind not in _BUTTONS
    return node.tag in ("select", "textarea")


def _choices(node: LexborNode) -> tuple[tuple[str, ...], str]:
    every = node.css("option")
    chosen = [option for option in every if "selected" in option.attributes]
    if not chosen and "multiple" not in node.attributes:
        chosen = every[:1]
    told = [one_line(option.text(deep=True)[:1000]) for option in every[:_MOST_OPTIONS]]
    value = ", ".join(one_line(option.text(deep=True)[:1000]) for option in chosen[:_MOST_OPTIONS])
    return tuple(filter(None, told)), value
