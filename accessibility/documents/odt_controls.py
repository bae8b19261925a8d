"""The form controls of an ODT document: told before the text, standing somewhere in it."""

from dataclasses import dataclass, field

from accessibility.documents.odt_styles import Attributes
from accessibility.documents.written_blocks import Piece
from accessibility.plain_text import one_line
from mailbox_store.model.document_tree import Field, FieldKind

_KINDS = {
    "form:text": FieldKind.TEXT,
    "form:textarea": FieldKind.TEXT,
    "form:password": FieldKind.TEXT,
    "form:formatted-text": FieldKind.TEXT,
    "form:number": FieldKind.TEXT,
    "form:date": FieldKind.TEXT,
    "form:time": FieldKind.TEXT,
    "form:checkbox": FieldKind.CHECK,
    "form:radio": FieldKind.RADIO,
    "form:listbox": FieldKind.CHOICE,
    "form:combobox": FieldKind.CHOICE,
}
_MOST_CONTROLS = 5_000
_MOST_OPTIONS = 500


@dataclass(slots=True)
class _Control:
    kind: FieldKind
    label: str
    value: str
    is_checked: bool
    options: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Controls:
    """The controls of all forms by their id."""

    _by_id: dict[str, _Control] = field(default_factory=dict)
    _last: _Control | None = None

    def start(self, name: str, told: Attributes) -> None:
        """Take in a control or one of its options."""
        get = told.get
        kind = _KINDS.get(name)
        if kind is not None and len(self._by_id) < _MOST_CONTROLS:
            state = get("form:current-state", get("form:state", ""))
            selected = get("form:current-selected", get("form:selected", ""))
            is_secret = name == "form:password"
            self._last = _Control(
                kind=kind,
                label=get("form:label", get("form:title", get("form:name", ""))),
                value="" if is_secret else get("form:current-value", get("form:value", "")),
                is_checked=state == "checked" or selected == "true",
            )
            self._by_id[get("form:id", get("xml:id", ""))] = self._last
        elif name in ("form:option", "form:item") and self._last is not None:
            option = get("form:label", "")
            if option and len(self._last.options) < _MOST_OPTIONS:
                self._last.options.append(option)
            if get("form:current-selected", get("form:selected")) == "true":
                self._last.value = option

    def fields(self, control_id: str) -> list[Piece]:
        """Give the field that stands at this place of the text."""
        control = self._by_id.get(control_id)
        if control is None:
            return []
        is_tick = control.kind in (FieldKind.CHECK, FieldKind.RADIO)
        return [
            Field(
                label=one_line(control.label),
                kind=control.kind,
                value="" if is_tick else one_line(control.value),
                options=tuple(map(one_line, control.options)),
                checked=is_tick and control.is_checked,
            )
        ]
