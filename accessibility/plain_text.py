"""Foreign text made safe for a terminal, a chat, a log or a voice: the one place that does it.

What becomes of a character that is not simply kept:

- a line end of any kind (CRLF, CR, VT, FF, NEL, U+2028, U+2029) becomes a newline, a tab spaces;
- a control character (C0, DEL, C1, so also ESC), a lone surrogate and a noncharacter become
  U+FFFD: something stood there, and what follows it ("[31m") is no longer a command but text;
- what is invisible or turns the reading direction is dropped: bidi marks, embeddings, overrides
  and isolates, zero width space, word joiner, byte order mark, soft hyphen, tag characters,
  interlinear annotations, invisible operators and fillers;
- the joiners ZWNJ and ZWJ stay (Persian and Indic scripts, emoji), yet no more than eight of
  them and of combining marks may stand in a row, so that nothing is drawn over its neighbours.

This lies on the path of every start: it imports `re` and `json` and nothing of ours.
"""

import json
import re

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06dc\u06df-\u06e4"
    "\u0730-\u074a\u07eb-\u07f3\u0816-\u082d\u08d3-\u08ff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u0eb4-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84\u135d-\u135f\u180b-\u180d\u180f\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua672\ua8e0-\ua8f1"
    "\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
_JOINERS = "\u200c\u200d"
_MOST_MARKS = 8  # Hebrew with cantillation and Vedic stay well below
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_TURNING = "\u202a-\u202e\u2066-\u2069"
_CONCEALING = "\ufff0-\ufffb\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"

_LINE_END = re.compile(f"\r\n|[{_LINE_ENDS}]")
_DROPPED = re.compile(f"[{_TURNING}{_CONCEALING}{_INVISIBLE}]+")
_REPLACED = re.compile(f"[{_CONTROLS}\ud800-\udfff{_NONCHARACTERS}]")
_TOO_MANY_MARKS = re.compile(f"([{_MARKS}{_JOINERS}]{{{_MOST_MARKS}}})[{_MARKS}{_JOINERS}]+")
_HIDING = re.compile(f"[{_CONTROLS}{_TURNING}{_CONCEALING}]")
_UNSAFE_IN_JSON = re.compile(
    f"[{_LINE_ENDS}\t{_TURNING}{_CONCEALING}{_INVISIBLE}{_CONTROLS}\ud800-\udfff{_NONCHARACTERS}]"
)
_NEVER_FIRST = re.compile(f"[{_MARKS}{_JOINERS}\U0001f3fb-\U0001f3ff]")
_TAB_STOP = 8
_DOTS = "..."


def plain(text: str) -> str:
    """Make foreign text safe to write; line breaks stay. Doing it twice changes nothing more."""
    if text.replace("\n", " ").isprintable():  # no control, format or surrogate anywhere
        return text if text.isascii() else _cap_marks(text)
    text = _DROPPED.sub("", _LINE_END.sub("\n", text))
    text = _REPLACED.sub("\ufffd", text)
    if "\t" in text:
        text = text.expandtabs(_TAB_STOP)
    return _cap_marks(text)


def one_line(text: str, *, limit: int | None = None) -> str:
    """Make foreign text safe inside one line: white space is folded, also line breaks.

    With a limit the result has at most that many characters; what was cut ends in "...",
    after a word where one ends near, never between a letter and its marks.
    """
    line = " ".join(plain(text).split())
    if limit is None or len(line) <= limit:
        return line
    if limit <= len(_DOTS):
        return _DOTS[: max(limit, 0)]
    end = limit - len(_DOTS)
    space = line.rfind(" ", end * 2 // 3, end + 1)
    if space > 0:
        return line[:space] + _DOTS
    while end > 0 and (_NEVER_FIRST.match(line, end) or line[end - 1] == "\u200d"):
        end -= 1
    return line[:end].rstrip() + _DOTS


def json_text(value: object) -> str:
    """Write a value as JSON on one line that is safe on a terminal and loses nothing.

    Letters stay readable; what `plain` would take away stands as an escape.
    """
    text = json.dumps(value, ensure_ascii=False)
    if text.isascii() and text.isprintable():
        return text
    text = _UNSAFE_IN_JSON.sub(lambda found: _escaped(found[0]), text)
    return _TOO_MANY_MARKS.sub(lambda found: found[1] + _escaped(found[0][_MOST_MARKS:]), text)


def hides_text(text: str) -> bool:
    """Tell whether characters that `plain` takes away could have hidden or reordered something.

    Soft hyphens, byte order marks and the plain direction marks are everyday and do not count.
    """
    if text.replace("\n", " ").isprintable():
        return _has_too_many_marks(text)
    return _HIDING.search(text) is not None or _has_too_many_marks(text)


def _cap_marks(text: str) -> str:
    return _TOO_MANY_MARKS.sub(r"\1", text) if not text.isascii() else text


def _has_too_many_marks(text: str) -> bool:
    return not text.isascii() and _TOO_MANY_MARKS.search(text) is not None


def _escaped(characters: str) -> str:
    return json.dumps(characters)[1:-1].replace("\x7f", "\\u007f")
