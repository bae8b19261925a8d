"""What of an HTML document would be seen: decided before anything is read out of it.

Two kinds of hiding: an element that is away with everything in it (`is_away`), and a look that is
inherited and may be taken back further down (`Look`): newsletters set a font size of 0 around
readable text, and white on white turns readable on a coloured button. Where the background is a
picture or not known, white text is left in; a `display` that has to be worked out hides.
"""

import re
from typing import NamedTuple

Attributes = dict[str, str | None]
Colour = tuple[int, int, int]

_WHITE: Colour = (255, 255, 255)
_NAMED: dict[str, Colour] = {"white": _WHITE, "black": (0, 0, 0), "snow": (255, 250, 250)}
_NAMED |= {"ivory": (255, 255, 240), "ghostwhite": (248, 248, 255), "whitesmoke": (245, 245, 245)}
_NAMED |= {"floralwhite": (255, 250, 240), "mintcream": (245, 255, 250), "azure": (240, 255, 255)}
_NEAR = 16  # of 255 in each channel: nobody sees that difference
_FAR_OFF = re.compile(r"-\s*(?:[1-9]\d{2,}(?:\.\d+)?(?:px|pt)|[1-9]\d+(?:\.\d+)?(?:r?em|in|cm))")
_HEX = re.compile(r"#([0-9a-f]{3,8})")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)(%?))?\s*\)")
_NUMBER = re.compile(r"([\d.]+)([a-z%]*)")
_ZERO = re.compile(r"0*\.?0*(?:px|pt|em|rem|%|cm|mm|in|vh|vw)?")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "%": 0.16}
_CLIPPED = re.compile(r"inset\((?:100%|[5-9]\d(?:\.\d+)?%)\)|(?:circle|ellipse)\(0(?:px|%)?[ )].*")
_NOTHING_LEFT = re.compile(r"scale[xy]?\(\s*0(?:\.0\d*)?\s*[,)]|translate[xy]?\(\s*-\d{4,}px")
_COUNTED = ("var(", "calc(")


class Look(NamedTuple):
    """How text inside an element looks; a background of None is not known."""

    colour: Colour | None = None
    background: Colour | None = _WHITE
    is_tiny: bool = False
    is_invisible: bool = False

    @property
    def hides(self) -> bool:
        """Whether text with this look cannot be seen."""
        if self.is_tiny or self.is_invisible:
            return True
        if self.colour is None or self.background is None:
            return False
        pairs = zip(self.colour, self.background, strict=True)
        return all(abs(ink - paper) < _NEAR for ink, paper in pairs)


def is_away(attributes: Attributes, style: dict[str, str]) -> bool:
    """Tell whether an element cannot be seen with all that is in it."""
    if "hidden" in attributes or (attributes.get("aria-hidden") or "").lower() == "true":
        return True
    if not style:
        return False
    if style.get("display") == "none" or style.get("mso-hide") == "all":
        return True
    if style.get("display", "").startswith(_COUNTED):
        return True
    return _is_see_through(style) or _is_cut_away(style) or _is_off_page(style)


def look_in(parent: Look, attributes: Attributes, style: dict[str, str]) -> Look:
    """Give the look inside an element from the one around it."""
    background, colour = _background(parent, attributes, style), parent.colour
    is_invisible, is_tiny = parent.is_invisible, parent.is_tiny
    named = (
        style.get("-webkit-text-fill-color")
        or style.get("color")
        or attributes.get("color")
        or attributes.get("text")
        or ""
    )
    if named == "transparent" or _has_no_ink(named):
        is_invisible = True
    elif named and named != "inherit":
        colour, is_invisible = _colour(named.lower()), False
    if "visibility" in style:
        is_invisible = style["visibility"] in ("hidden", "collapse")
    if "font-size" in style:
        is_tiny = _is_tiny(style["font-size"], around=is_tiny)
    look = Look(colour, background, is_tiny, is_invisible)
    return parent if look == parent else look


def _is_see_through(style: dict[str, str]) -> bool:
    opacity = _NUMBER.fullmatch(style.get("opacity", ""))
    return opacity is not None and _float(opacity[1]) < (5 if opacity[2] == "%" else 0.05)


def _is_cut_away(style: dict[str, str]) -> bool:
    overflows = (style.get(name, "") for name in ("overflow", "overflow-x", "overflow-y"))
    if any(word in ("hidden", "clip") for value in overflows for word in value.split()):
        for side in ("height", "max-height", "width", "max-width"):
            if side in style and _ZERO.fullmatch(style[side]):
                return True
    if _CLIPPED.fullmatch(style.get("clip-path", "")) or _NOTHING_LEFT.search(
        style.get("transform", "")
    ):
        return True
    clip = style.get("clip", "").replace(",", " ")
    return re.fullmatch(r"rect\((\s*[01](px)?\s*){4}\)", clip) is not None


def _is_off_page(style: dict[str, str]) -> bool:
    if any(_FAR_OFF.match(style.get(name, "")) for name in ("text-indent", "margin-left")):
        return True
    if style.get("position") not in ("absolute", "fixed"):
        return False
    return any(_FAR_OFF.match(style.get(side, "")) for side in ("left", "top", "right", "bottom"))


def _is_tiny(size: str, *, around: bool) -> bool:
    found = _NUMBER.fullmatch(size)
    if not found:
        return around and size in ("inherit", "smaller", "larger")
    if around and found[2] in ("em", "%"):
        return True  # a part of nothing
    return _float(found[1]) * _PIXELS.get(found[2], 16.0) < 2  # pixels


def _background(parent: Look, attributes: Attributes, style: dict[str, str]) -> Colour | None:
    if attributes.get("background") or "url(" in style.get("background", ""):
        return None
    if "background-image" in style and style["background-image"] != "none":
        return None
    named = style.get("background-color") or style.get("background") or attributes.get("bgcolor")
    if not named or named.lower() in ("transparent", "inherit", "none"):
        return parent.background
    return _colour(named.lower())


def _has_no_ink(text: str) -> bool:
    found = _RGB.fullmatch(text)
    return bool(found and found[4] and _float(found[4]) < (5 if found[5] else 0.05))


def _colour(text: str) -> Colour | None:
    text = text.strip()
    if found := _RGB.fullmatch(text):
        return None if found[4] else (int(found[1]), int(found[2]), int(found[3]))
    if found := _HEX.fullmatch(text):
        digits = found[1]
        if len(digits) == 3:
            digits = "".join(digit * 2 for digit in digits)
        if len(digits) == 6:
            return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    return _NAMED.get(text)


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0
