"""The tokens of RTF: one way through its tokens, a stack of groups, nothing calls itself.

Only what a text needs is understood (`rtf_words`); pictures and everything else that lies in
groups of its own is passed over. What is hidden or deleted is left out.
"""

import re
from copy import copy
from dataclasses import dataclass, field

from accessibility.documents import rtf_words
from accessibility.documents.open_paragraph import Look
from accessibility.documents.rtf_characters import Characters
from accessibility.documents.rtf_groups import Group, OpenField
from accessibility.documents.rtf_places import Place, as_note
from accessibility.documents.rtf_tokens import tokens
from accessibility.documents.running_words import safe_link
from accessibility.documents.written_blocks import Piece, line_of
from accessibility.plain_text import hides_text, one_line
from mailbox_store.model.document_tree import FieldKind, Figure, PageBreak

_MOST_DEPTH = 1_000
_LONGEST_INSTRUCTION = 5_000  # characters
_HYPERLINK = re.compile(r'HYPERLINK\s{1,9}(?:\\[a-z]\s{1,9})?"([^"]{1,2000})"')
_HEADING_STYLE = re.compile(r"\s*(?:heading|overskrift) ([1-6])\b|\s*(title|titel)\s*;", re.I)
_ALT = "wzDescription"
_MARKS = {"b": "is_bold", "v": "is_hidden", "deleted": "is_deleted", "intbl": "in_table"}


@dataclass(slots=True)
class RtfReader:
    """Goes through the tokens and gathers what can be seen."""

    code: str
    group: Group = field(default_factory=Group)
    stack: list[Group] = field(default_factory=list)
    places: list[Place] = field(default_factory=lambda: [Place()])
    notes: list[Piece] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    heard: dict[str, str] = field(default_factory=dict)  # by sink: a title, a style's name
    characters: Characters = field(default_factory=Characters)
    style_levels: dict[int, int] = field(default_factory=dict)
    languages: dict[int, int] = field(default_factory=dict)
    found_hidden: bool = False
    hides_characters: bool = False
    was_cut: bool = False
    pages: int = 1
    note_count: int = 0
    _to_skip: int = 0
    _too_deep: int = 0
    _is_starred: bool = False
    _is_header_row: bool = False
    _style: int = 0
    _alt: str = ""

    def read(self) -> None:
        """Go through all tokens once."""
        for token in tokens(self.code):
            if token.kind == "brace":
                self._flush()
                self._brace(token.text)
            elif self._too_deep:
                continue
            elif token.kind == "text":
                self._take_bytes(token.content)
            elif token.kind == "sign":
                self._sign(token.text)
            else:
                self._word(token.text, token.number)
        self._flush()

    # -- text

    def _take_bytes(self, taken: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(taken))
            self._to_skip -= skipped
            taken = taken[skipped:]
        if taken and self.group.sink != "skip":
            self._take(self.characters.take(taken, self.group.font))

    def _flush(self) -> None:
        self._take(self.characters.flush(self.group.font))

    def _take(self, text: str) -> None:
        group = self.group
        if not text:
            return
        if group.sink == "inst" and group.field is not None:
            room = _LONGEST_INSTRUCTION - len(group.field.instruction)
            group.field.instruction += text[:room]
        elif group.sink != "text":
            self.heard[group.sink] = (self.heard.get(group.sink, "") + text)[:_LONGEST_INSTRUCTION]
        elif group.is_hidden or group.is_deleted:
            self.found_hidden |= group.is_hidden and bool(text.strip())
        else:
            self.hides_characters = self.hides_characters or hides_text(text)
            paragraph = self.places[-1].paragraph
            paragraph.looks[-1] = Look(bold=group.is_bold, link=group.link)
            paragraph.take(text)
            if group.language:
                told = self.languages.get(group.language, 0)
                self.languages[group.language] = told + len(text)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._is_starred = True
        elif sign in "\r\n":
            self._word("par", None)
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in rtf_words.SIGNS and self.group.sink != "skip":
            self._flush()
            self._take(rtf_words.SIGNS[sign])

    # -- groups

    def _brace(self, brace: str) -> None:
        self._to_skip, self._is_starred = 0, False
        if brace == "{":
            if self._too_deep or len(self.stack) >= _MOST_DEPTH:
                self._too_deep += 1
                self.was_cut = True
                return
            self.stack.append(self.group)
            self.group = copy(self.group)
            self.group.opened = ""
        elif self._too_deep:
            self._too_deep -= 1
        elif self.stack:
            ended, self.group = self.group, self.stack.pop()
            if ended.opened:
                self._end(ended)

    def _enter(self, word: str) -> bool:
        """Take a word that opens a destination; tell whether it was one."""
        group, starred = self.group, self._is_starred
        self._is_starred = False
        if group.sink == "skip" and word not in ("sn", "sv", "title"):
            return False
        if word in rtf_words.SKIPPED or (starred and word not in rtf_words.KEPT):
            group.sink = "skip"
            if word == "formfield" and group.field is not None:
                group.sink = "form"
        elif word in rtf_words.RUNNING or word in ("footnote", "shptxt"):
            self.places.append(Place())
            group.opened = "running" if word in rtf_words.RUNNING else word
            group.sink, group.is_item, group.in_table, group.level = "text", False, False, 0
        elif word in ("listtext", "pntext", "info", "title", "fonttbl", "stylesheet"):
            group.opened = word
            group.sink = {"info": "skip", "title": "title"}.get(word, word)
        elif word == "pict":
            group.opened, group.sink, self._alt = "pict", "skip", ""
        elif word in ("sn", "sv"):
            group.opened, group.sink = word, word
            self.heard[word] = ""
        elif word == "field":
            group.opened, group.field = "field", OpenField()
        elif word == "fldinst":
            group.sink = "inst"
        elif word == "fldrslt":
            self._begin_result(group)
        else:
            return False
        return True

    def _begin_result(self, group: Group) -> None:
        told = group.field.instruction if group.field else ""
        found = _HYPERLINK.search(told)
        group.link = (safe_link(found[1]) if found else "") or group.link
        group.opened = "fldrslt"
        if "FORMTEXT" in told:
            self.places[-1].paragraph.begin_field(FieldKind.TEXT, is_filled=True)

    def _end(self, ended: Group) -> None:
        match ended.opened:
            case "running":
                told = map(line_of, self.places.pop().finished())
                self.removed += [text for text in told if text and text not in self.removed]
            case "footnote" | "shptxt":
                pieces = self.places.pop().finished()
                if ended.opened == "shptxt":
                    self.places[-1].paragraph.after += pieces
                    return
                self.note_count += 1
                self.notes += as_note(pieces, str(self.note_count))
                self._take(f"[{self.note_count}]")
            case "listtext" | "pntext":
                self.places[-1].label = self.heard.pop(ended.opened, "")
            case "pict":
                if self.group.sink == "text":
                    self.places[-1].paragraph.after.append(Figure(alt=self._alt))
                self._alt = ""
            case "sv" if self.heard.get("sn", "").strip() == _ALT:
                self._alt = one_line(self.heard["sv"])
            case "style":
                found = _HEADING_STYLE.match(self.heard.get("stylesheet", ""))
                if found and self._style not in self.style_levels:
                    self.style_levels[self._style] = int(found[1] or 1)
            case "field":
                box = ended.field
                if box is not None and "FORMCHECKBOX" in box.instruction:
                    self.places[-1].tick = (box.default if box.result == 25 else box.result) == 1
            case "fldrslt":
                self.places[-1].paragraph.end_field()

    # -- control words

    def _word(self, word: str, number: int | None) -> None:
        if self._to_skip and word not in ("par", "u"):
            self._to_skip -= 1
            return
        if word == "u" and number is not None:
            if self.group.sink != "skip":
                self._take(self.characters.take_unit(number, self.group.font))
            self._to_skip = self.group.skip
            return
        self._flush()
        if self._enter(word):
            return
        group, on = self.group, number != 0
        if word in rtf_words.CHARACTERS:
            if group.sink != "skip":
                self._take(rtf_words.CHARACTERS[word])
        elif (mark := _MARKS.get(word)) is not None:
            setattr(group, mark, on)
        elif word in ("fonttbl", "f", "fcharset", "ansicpg", "deff", "uc", "lang"):
            self._about_characters(word, number or 0)
        elif group.sink in ("stylesheet", "form"):
            self._about_styles(word, number or 0)
        elif group.sink == "text":
            self._about_paragraphs(word, number)

    def _about_characters(self, word: str, number: int) -> None:
        group = self.group
        match word:
            case "f":
                group.font = number
            case "fcharset" if group.sink == "fonttbl":
                self.characters.tell_font(group.font, number)
            case "ansicpg":
                self.characters.page = rtf_words.code_page(number)
            case "uc":
                group.skip = max(0, min(number, 10))
            case "lang":
                group.language = number

    def _about_styles(self, word: str, number: int) -> None:
        told = self.group.field
        if word == "ffres" and told is not None:
            told.result = number
        elif word == "ffdefres" and told is not None:
            told.default = number
        elif word == "s":
            self.group.opened, self._style, self.heard["stylesheet"] = "style", number, ""
        elif word == "outlinelevel" and number < 9:
            self.style_levels[self._style] = number + 1

    def _about_paragraphs(self, word: str, number: int | None) -> None:
        group, place = self.group, self.places[-1]
        match word:
            case "par" | "sect" | "page" | "nestcell":
                self._end_paragraph()
                if word == "page":
                    self.pages += 1
                    place.put([PageBreak(page=self.pages)], in_table=group.in_table)
            case "line":
                place.paragraph.break_line()
            case "cell":
                group.in_table = True
                self._end_paragraph()
                place.end_cell()
            case "row":
                place.end_row(is_header=self._is_header_row)
            case "trowd":
                self._is_header_row = False
            case "trhdr":
                self._is_header_row = True
            case "pard":
                group.in_table = group.is_item = False
                group.level = group.depth = 0
            case "plain":
                group.is_bold = group.is_hidden = False
            case "s":
                group.level = self.style_levels.get(number or 0, 0)
            case "outlinelevel" if number is not None and number < 9:
                group.level = number + 1
            case "ls":
                group.is_item = True
            case "ilvl":
                group.depth = max(0, min(number or 0, 8))

    def _end_paragraph(self) -> None:
        group, place = self.group, self.places[-1]
        is_item = group.is_item or place.label is not None
        depth = group.depth + 1 if is_item else 0
        place.end_paragraph(level=group.level, depth=depth, in_table=group.in_table)
