"""What the styles of a Word document say of paragraphs and runs: headings, hiding, weight."""

import re
from xml.etree.ElementTree import Element

from accessibility.documents.docx_xml import at, is_on, number_in, properties_of, value, w

_NAMED = re.compile(r"(?:heading|overskrift|rubrik)\s*([1-9])\b", re.IGNORECASE)
_TITLE = re.compile(r"tit(?:le|el)", re.IGNORECASE)  # as Word writes it in English and Danish
_DEEPEST = 6
_MOST_BASES = 20  # styles based on styles; a ring has no end
_BODY_TEXT = 9  # the outline level of what is no heading


class Styles:
    """The styles of one document, each with those it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default = ""
        self._switches: dict[tuple[str, str], bool | None] = {}
        self._languages: dict[str, str] = {}
        self._defaults = at(root, "docDefaults", "rPrDefault", "rPr")
        self._spacing = at(root, "docDefaults", "pPrDefault", "pPr", "spacing")
        for style in root.iter(w("style")) if root is not None else ():
            name = style.get(w("styleId")) or ""
            self._by_id.setdefault(name, style)
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self._default = name

    def is_title(self, style_id: str) -> bool:
        """Tell whether a paragraph of this style is the document's title."""
        return any(_TITLE.fullmatch(value(style, "name")) for style in self._line(style_id)[:1])

    def level(self, paragraph: Element) -> int:
        """Give the level of a heading, 0 for other text."""
        properties = properties_of(paragraph)
        style_id = value(properties, "pStyle")
        if style_id and self.is_title(style_id):
            return 1
        line = self._line(style_id)
        for outline in [value(properties, "outlineLvl")] + [
            value(style, "pPr", "outlineLvl") for style in line
        ]:
            level = number_in(outline)
            if level is not None:
                return 0 if level >= _BODY_TEXT else min(level + 1, _DEEPEST)
        for style in line:
            if named := _NAMED.match(value(style, "name")):
                return min(int(named[1]), _DEEPEST)
        return 0

    def switch(self, paragraph: Element, run: Element, name: str) -> bool:
        """Tell whether a switch ("vanish", "b") is on for a run."""
        properties = properties_of(run)
        told = is_on(properties, name)
        for style_id in (value(properties, "rStyle"), self._style_of(paragraph)):
            if told is None and style_id:
                told = self._switch(style_id, name)
        return bool(told)

    def language(self, paragraph: Element, run: Element) -> str:
        """Give the language a run is checked in."""
        properties = properties_of(run)
        return (
            value(properties, "lang")
            or self._language(value(properties, "rStyle"))
            or self._language(self._style_of(paragraph))
            or value(self._defaults, "lang")
        )

    def _switch(self, style_id: str, name: str) -> bool | None:
        if (style_id, name) not in self._switches:
            told = (is_on(style, "rPr", name) for style in self._line(style_id))
            self._switches[style_id, name] = next((on for on in told if on is not None), None)
        return self._switches[style_id, name]

    def _language(self, style_id: str) -> str:
        if style_id not in self._languages:
            told = (value(style, "rPr", "lang") for style in self._line(style_id))
            self._languages[style_id] = next(filter(None, told), "")
        return self._languages[style_id]

    def is_tight(self, paragraph: Element) -> bool:
        """Tell whether no space is left behind a paragraph, as between the lines of an address.

        Where nothing is said of it, it is not taken to be so.
        """
        places = [properties_of(paragraph)]
        places += [at(style, "pPr") for style in self._line(self._style_of(paragraph))]
        for spacing in [*(at(place, "spacing") for place in places), self._spacing]:
            after = spacing.get(w("after")) if spacing is not None else None
            if after is not None:
                return after == "0"
        return False

    def numbering(self, paragraph: Element) -> tuple[str, str]:
        """Give the numbering and the level in it; empty if there is none."""
        places = [properties_of(paragraph)]
        places += [at(style, "pPr") for style in self._line(self._style_of(paragraph))]
        number = level = ""
        for place in places:
            number = number or value(place, "numPr", "numId")
            level = level or value(place, "numPr", "ilvl")
        return number, level or "0"

    def sets_first_row_apart(self, table: Element) -> bool:
        """Tell whether a table's style makes the first row bold or coloured."""
        look = at(table, "tblPr", "tblLook")
        if look is None:
            return False
        marked = look.get(w("firstRow"))
        if marked is None:
            marked = "1" if _hexadecimal(look.get(w("val"))) & 0x20 else "0"
        if marked not in ("1", "true", "on"):
            return False
        for style in self._line(value(table, "tblPr", "tblStyle")):
            for part in style.findall(w("tblStylePr")):
                if part.get(w("type")) == "firstRow":
                    return bool(is_on(part, "rPr", "b")) or is_shaded(at(part, "tcPr"))
        return False

    def _style_of(self, paragraph: Element) -> str:
        return value(properties_of(paragraph), "pStyle") or self._default

    def _line(self, style_id: str) -> list[Element]:
        """Give a style and what it is based on."""
        line: list[Element] = []
        while style_id in self._by_id and len(line) < _MOST_BASES:
            line.append(self._by_id[style_id])
            style_id = value(line[-1], "basedOn")
        return line


def is_shaded(properties: Element | None) -> bool:
    """Tell whether properties give a background that is not white."""
    shading = at(properties, "shd")
    fill = shading.get(w("fill")) if shading is not None else None
    return (fill or "auto").upper() not in ("AUTO", "FFFFFF")


def _hexadecimal(text: str | None) -> int:
    try:
        return int(text or "0", 16)
    except ValueError:
        return 0
