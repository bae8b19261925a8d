"""Whether a rule for some screens holds on the one we read for: 1280 pixels wide, bright, a mouse.

Letters for everybody are made to be whole on a wide screen; what they hide for narrow ones
(`max-width`) is text that a sighted person sees.
"""

import re

_WIDTH, _HEIGHT = 1280.0, 800.0
_OTHER_TYPES = frozenset(["print", "speech", "aural", "braille", "handheld", "tv", "projection"])
_SAID = {  # features with a word, and what is true of our screen
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-contrast": "no-preference",
    "orientation": "landscape",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "forced-colors": "none",
    "inverted-colors": "none",
    "-ms-high-contrast": "none",  # Outlook and Internet Explorer are addressed by it
}
_CONDITION = re.compile(r"\(([^()]*)\)")
_LENGTH = r"([\d.]+)(px|r?em|pt|in|cm)?"
_LIMIT = re.compile(rf"(min|max)-(?:device-)?(width|height)\s*:\s*{_LENGTH}")
_RANGE = re.compile(rf"(width|height)\s*([<>]=?)\s*{_LENGTH}")
_FLIPPED = re.compile(rf"{_LENGTH}\s*([<>]=?)\s*(width|height)")
_DENSITY = re.compile(r"(?:-webkit-)?(min|max)-(?:device-pixel-ratio|resolution)\s*:\s*([\d.]+)")
_PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0, "pt": 4 / 3, "in": 96.0, "cm": 37.8, None: 1.0}


def holds(media: str) -> bool | None:
    """Tell whether any query of a list holds; None if that cannot be said."""
    if not media.strip():
        return True
    told = [_query(query.strip()) for query in media.lower().split(",")]
    return True if True in told else None if None in told else False


def _query(query: str) -> bool | None:
    found: list[bool | None] = [_feature(inner) for inner in _CONDITION.findall(query)]
    words = _CONDITION.sub(" ", query).split()
    if set(words) - {"and", "only", "not", "all", "screen"} - _OTHER_TYPES or "(" in "".join(words):
        return None
    if _OTHER_TYPES & set(words):
        found.append(False)
    told = False if False in found else None if None in found else True
    if "not" not in words:
        return told
    return None if told is None or words[0] != "not" else not told


def _feature(text: str) -> bool | None:
    text = text.strip()
    if found := _LIMIT.fullmatch(text):
        return _compare(found[2], ">=" if found[1] == "min" else "<=", found[3], found[4])
    if found := _RANGE.fullmatch(text):
        return _compare(found[1], found[2], found[3], found[4])
    if found := _FLIPPED.fullmatch(text):
        turned = found[3].translate(str.maketrans("<>", "><"))
        return _compare(found[4], turned, found[1], found[2])
    if found := _DENSITY.match(text):
        limit = _number(found[2])
        return limit <= 1 if found[1] == "min" else limit >= 1
    name, colon, value = (part.strip() for part in text.partition(":"))
    if name in _SAID:
        return _SAID[name] == value if colon else _SAID[name] not in ("none", "no-preference")
    return None


def _compare(side: str, sign: str, number: str, unit: str | None) -> bool:
    ours = _WIDTH if side == "width" else _HEIGHT
    theirs = _number(number) * _PIXELS[unit]
    if sign[0] == "<":
        return ours <= theirs if sign == "<=" else ours < theirs
    return ours >= theirs if sign == ">=" else ours > theirs


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
