"""A Word document made ready for the library that turns it into HTML: what that one would lose.

Text boxes, formulas and simple fields come where it finds them; hidden runs are taken out; styles
that are headings are named as it knows them; numbers, form fields and languages become marks.
"""

from collections import Counter
from xml.etree.ElementTree import Element, SubElement

from accessibility.documents.docx_fields import mark_fields
from accessibility.documents.docx_marks import Marks
from accessibility.documents.docx_numbering import Numbering
from accessibility.documents.docx_styles import Styles, is_shaded
from accessibility.documents.docx_xml import (
    at,
    math,
    mc,
    number_in,
    properties_of,
    run_of,
    text_in,
    value,
    w,
)
from accessibility.documents.html_manner import language_tag

_UNWRAPPED = frozenset(map(w, ("fldSimple", "dir", "bdo", "rubyBase", "smartTag", "customXml")))
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
TIGHT = "BrevdueTight"  # our name for the style of a paragraph without space behind it
_TINY = 4  # half-points
_FEWEST_WORDS = 4  # in another language: single words are often marked wrongly
_DEEPEST = 6


class Preparing:
    """Prepares the parts of one document; the body first."""

    def __init__(self, styles: Styles, numbering: Numbering, marks: Marks) -> None:
        self.found_hidden = False
        self.letters: Counter[str] = Counter()  # by language
        self._styles = styles
        self._numbering = numbering
        self._marks = marks

    def body(self, root: Element) -> None:
        """Prepare the document's body or its notes, in place."""
        _unfold(root)
        _bring_out_boxes(root)
        self._hide_runs(root)
        mark_fields(root, self._marks)
        self._set_headers_apart(root)
        has_title = self._has_title(root)
        for paragraph in list(root.iter(w("p"))):
            self._name(paragraph, has_title=has_title)
        self._mark_languages(root)

    # -- what cannot be seen

    def _hide_runs(self, root: Element) -> None:
        in_tables = {run for table in root.iter(w("tbl")) for run in table.iter(w("r"))}
        is_on_colour = root.find(w("background")) is not None
        for paragraph in root.iter(w("p")):
            is_shaded_around = is_shaded(properties_of(paragraph)) or is_on_colour
            for parent in list(paragraph.iter()):
                hidden = set()
                for run in parent.findall(w("r")):
                    on_paper = not is_shaded_around and run not in in_tables
                    if self._is_hidden(paragraph, run, on_paper=on_paper):
                        hidden.add(run)
                        self.found_hidden |= bool(text_in(run).strip())
                    elif self._styles.switch(paragraph, run, "b"):
                        _make_bold(run)
                if hidden:
                    parent[:] = [child for child in parent if child not in hidden]

    def _is_hidden(self, paragraph: Element, run: Element, *, on_paper: bool) -> bool:
        if self._styles.switch(paragraph, run, "vanish"):
            return True
        size = number_in(value(properties_of(run), "sz"))
        if size is not None and size <= _TINY:
            return True
        properties = properties_of(run)
        is_white = value(properties, "color").upper() == "FFFFFF"
        lit = is_shaded(properties) or value(properties, "highlight") not in ("", "none")
        return is_white and on_paper and not lit

    # -- headings and numbers

    def _has_title(self, root: Element) -> bool:
        paragraphs = root.iter(w("p"))
        return any(
            self._styles.is_title(value(properties_of(each), "pStyle")) for each in paragraphs
        )

    def _name(self, paragraph: Element, *, has_title: bool) -> None:
        level = self._styles.level(paragraph)
        if level and not self._styles.is_title(value(properties_of(paragraph), "pStyle")):
            level = min(level + has_title, _DEEPEST)
        label = self._numbering.label(*self._styles.numbering(paragraph))
        if level:
            _style_of(paragraph).set(w("val"), f"Heading{level}")
        is_empty = not text_in(paragraph).strip()
        if not level and label is None and not is_empty and self._styles.is_tight(paragraph):
            _style_of(paragraph).set(w("val"), TIGHT)
        if label is None or is_empty:
            return
        first = 1 if properties_of(paragraph) is not None else 0
        if level and label:
            paragraph.insert(first, run_of(f"{label} "))
        elif not level:
            paragraph.insert(first, run_of(self._marks.label(label)))

    def _set_headers_apart(self, root: Element) -> None:
        """Make the first row of a table bold where its style or its colour sets it apart."""
        for table in root.iter(w("tbl")):
            rows = table.findall(w("tr"))
            if len(rows) < 2:
                continue
            first, *others = ([at(c, "tcPr") for c in row.findall(w("tc"))] for row in rows)
            coloured = bool(first) and all(map(is_shaded, first))
            others = others[:-1] or others  # the last one may be the sum
            coloured = coloured and not any(is_shaded(cell) for row in others for cell in row)
            if coloured or self._styles.sets_first_row_apart(table):
                for run in rows[0].iter(w("r")):
                    _make_bold(run)

    # -- languages

    def _mark_languages(self, root: Element) -> None:
        spoken: list[tuple[Element, dict[Element, str]]] = []
        for paragraph in root.iter(w("p")):
            for parent in list(paragraph.iter()):
                runs = parent.findall(w("r"))
                if runs:
                    told = {run: self._styles.language(paragraph, run) for run in runs}
                    spoken.append((parent, told))
                    for run, language in told.items():
                        self.letters[language] += len(text_in(run))
        main = _primary(self.language)
        for parent, told in spoken:
            foreign = {run for run in told if _primary(told[run]) not in ("", main)}
            foreign = {run for run in foreign if len(text_in(run).split()) >= _FEWEST_WORDS}
            if foreign:
                parent[:] = [
                    part
                    for child in parent
                    for part in (self._spoken(child, told) if child in foreign else [child])
                ]

    def _spoken(self, run: Element, told: dict[Element, str]) -> list[Element]:
        language = language_tag(told[run])
        opened = run_of(self._marks.markup(f'<span lang="{language}">'))
        return [opened, run, run_of(self._marks.markup("</span>"))]

    @property
    def language(self) -> str:
        """The language most of the document is written in."""
        return max(self.letters, key=lambda each: self.letters[each], default="")


def _unfold(root: Element) -> None:
    """Choose among alternatives, and take words out of wrappings that the library does not know."""
    for parent in list(root.iter()):
        children = list(parent)
        told: list[Element] = []
        for child in children:
            told += _unfolded(child)
        if told != children:
            parent[:] = told


def _unfolded(child: Element) -> list[Element]:
    if child.tag == mc("AlternateContent"):
        choice, fallback = child.find(mc("Choice")), child.find(mc("Fallback"))
        has_box = choice is not None and next(choice.iter(w("txbxContent")), None) is not None
        chosen = choice if has_box or fallback is None else fallback
        return [part for each in chosen or () for part in _unfolded(each)]
    if child.tag == w("ruby"):
        return list(at(child, "rubyBase") or ())
    if child.tag in _UNWRAPPED:
        return [part for each in child for part in _unfolded(each)]
    if child.tag in (math("oMath"), math("oMathPara")):
        return [run_of("".join(each.text or "" for each in child.iter(math("t"))))]
    if child.tag == w("cr"):
        child.tag = w("br")
    if child.tag == w("drawing") and any(
        each.get("val") in ("1", "true") for each in child.iter(_DECORATIVE)
    ):
        return []
    return [child]


def _bring_out_boxes(root: Element) -> None:
    """Put what stands in text boxes behind the paragraphs these hang on."""
    for parent in list(root.iter()):
        told: list[Element] = []
        waiting = list(reversed(parent))
        has_boxes = False
        while waiting:
            child = waiting.pop()
            told.append(child)
            if child.tag != w("p"):
                continue
            boxes = list(child.iter(w("txbxContent")))
            inner: list[Element] = []
            for box in boxes:
                inner += box
                box.clear()
            has_boxes = has_boxes or bool(boxes)
            waiting += reversed(inner)
        if has_boxes:
            parent[:] = told


def _make_bold(run: Element) -> None:
    properties = properties_of(run)
    if properties is None:
        properties = Element(w("rPr"))
        run.insert(0, properties)
    if at(properties, "b") is None:
        SubElement(properties, w("b"))


def _style_of(paragraph: Element) -> Element:
    properties = properties_of(paragraph)
    if properties is None:
        properties = Element(w("pPr"))
        paragraph.insert(0, properties)
    style = at(properties, "pStyle")
    return SubElement(properties, w("pStyle")) if style is None else style


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
