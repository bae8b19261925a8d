"""The form fields of a Word document, content controls and those of old, as marks for fields.

Templates fill letters in with content controls in the middle of sentences: such text stays text.
A field is what is ticked, what is empty, and what stands filled in behind a label.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from accessibility.documents.docx_marks import Marks
from accessibility.documents.docx_xml import at, is_on, number_in, run_of, text_in, value, w, w14

_MOST_OPTIONS = 200


def mark_fields(root: Element, marks: Marks) -> None:
    """Replace every form field below an element by a mark."""
    for parent in list(root.iter()):
        if parent.tag == w("p"):
            _mark_old_fields(parent, marks)
        children = list(parent)
        if any(child.tag == w("sdt") for child in children):
            _mark_controls(parent, children, marks)


def _mark_controls(parent: Element, children: list[Element], marks: Marks) -> None:
    texts = [text_in(child).strip() for child in children]
    behind = ""  # the next words
    for index in range(len(children) - 1, -1, -1):
        if children[index].tag == w("sdt"):
            before = next((text for text in reversed(texts[max(index - 5, 0) : index]) if text), "")
            is_alone = before.endswith(":") and (not behind or behind.endswith(":"))
            mark = _control(children[index], marks, is_labelled=parent.tag == w("p") and is_alone)
            if mark:
                _put(parent, index, mark)
        behind = texts[index] or behind


def _control(control: Element, marks: Marks, *, is_labelled: bool) -> str:
    properties, content = at(control, "sdtPr"), at(control, "sdtContent")
    if properties is None or content is None:
        return ""
    hint = value(properties, "alias")
    box = properties.find(w14("checkbox"))
    if box is not None:
        checked = box.find(w14("checked"))
        is_checked = checked is not None and checked.get(w14("val")) in ("1", "true", "on")
        return marks.field("checkbox", hint=hint, on=is_checked)
    if len(list(content.iter(w("p")))) > 1:
        return ""
    is_empty = bool(is_on(properties, "showingPlcHdr")) or not text_in(content).strip()
    told = "" if is_empty else " ".join(text_in(content).split())
    for kind in ("dropDownList", "comboBox"):
        choice = at(properties, kind)
        if choice is not None and (is_empty or is_labelled):
            entries = choice.findall(w("listItem"))[:_MOST_OPTIONS]
            options = [e.get(w("displayText")) or e.get(w("value")) or "" for e in entries]
            return marks.field(
                "select", value=told, hint=hint, options=tuple(filter(None, options))
            )
    is_part = at(properties, "docPartObj") is not None or at(properties, "picture") is not None
    if is_part or not (is_empty or is_labelled):
        return ""
    return marks.field("text", value=told, hint=hint)


def _put(parent: Element, index: int, mark: str) -> None:
    """Let a mark stand for a content control, wherever that stands."""
    control = parent[index]
    content = at(control, "sdtContent")
    paragraph = next(content.iter(w("p")), None) if content is not None else None
    if paragraph is None:
        parent[index] = run_of(mark)
        return
    for child in list(paragraph):
        if child.tag != w("pPr"):
            paragraph.remove(child)
    paragraph.append(run_of(mark))
    properties = at(control, "sdtPr")
    if properties is not None:  # so that nobody reads its check box again
        control.remove(properties)


def _mark_old_fields(paragraph: Element, marks: Marks) -> None:
    """Replace the fields of Word 97 forms; one that goes on in the next paragraph stays."""
    children = list(paragraph)
    ends = _fields_in(children)
    if not ends:
        return
    kept: list[Element] = []
    index = 0
    while index < len(children):
        end = ends.get(index, index)
        mark = _old_field(children[index : end + 1], marks) if end > index else ""
        kept.append(run_of(mark) if mark else children[index])
        index = end + 1 if mark else index + 1
    paragraph[:] = kept


def _fields_in(children: Sequence[Element]) -> dict[int, int]:
    """Give the places of the runs in which the fields of a form begin and end."""
    ends: dict[int, int] = {}
    begun: list[int | None] = []  # None for a field that is none of a form
    for index, run in enumerate(children):
        for char in run.findall(w("fldChar")):
            kind = char.get(w("fldCharType"))
            if kind == "begin":
                begun.append(None if at(char, "ffData") is None else index)
            elif kind == "end" and begun and (start := begun.pop()) is not None:
                ends[start] = index
    return ends


def _old_field(runs: Sequence[Element], marks: Marks) -> str:
    data = next(found for run in runs for found in run.iter(w("ffData")))
    hint = value(data, "statusText") or value(data, "helpText")
    box, choice = at(data, "checkBox"), at(data, "ddList")
    if box is not None:
        checked = is_on(box, "checked")
        return marks.field(
            "checkbox", hint=hint, on=bool(is_on(box, "default") if checked is None else checked)
        )
    if choice is not None:
        entries = [e.get(w("val")) or "" for e in choice.findall(w("listEntry"))[:_MOST_OPTIONS]]
        chosen = number_in(value(choice, "result") or value(choice, "default") or "0") or 0
        told = entries[chosen] if chosen < len(entries) else ""
        return marks.field("select", value=told, hint=hint, options=tuple(filter(None, entries)))
    told = " ".join(_shown(runs).split())
    return marks.field("text", value=told, hint=hint)


def _shown(runs: Sequence[Element]) -> str:
    """Give the words that a field shows: those behind its separator."""
    parts: list[str] = []
    is_shown = False
    for run in runs:
        for child in run.iter():
            if child.tag == w("fldChar"):
                is_shown = is_shown or child.get(w("fldCharType")) == "separate"
            elif child.tag == w("t") and is_shown:
                parts.append(child.text or "")
    return "".join(parts)
