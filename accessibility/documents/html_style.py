"""Declarations of CSS, as a browser would take them: those that decide whether text is seen.

Taken apart by tinycss2, for a letter that wants to hide something may write `dis\\70lay`. A value
that no browser knows is dropped, so that it takes nothing back.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import tinycss2  # type: ignore[import-untyped]  # it brings no types

Style = dict[str, str]

_LOOKED_AT = re.compile(
    "display|visibility|opacity|color|background|background-color|background-image|font|font-size|"
    "mso-hide|overflow|overflow-x|overflow-y|height|max-height|width|max-width|clip|clip-path|"
    "text-indent|position|left|top|right|bottom|margin-left|transform|white-space|"
    "-webkit-text-fill-color|font-weight|list-style|list-style-type"
)
_KEPT_TO_ONE = {"background": ("background-color", "background-image"), "font": ("font-size",)}
_EVERYWHERE = "|inherit|initial|unset|revert|revert-layer"
_VALID = {
    "display": re.compile(
        r"(?:(?:none|contents|(?:inline|block|list-item|flow|flow-root|ruby|run-in|math)|"
        r"(?:inline-)?(?:block|flex|grid|table)|table-[a-z-]+|ruby-[a-z-]+|"
        r"-webkit-(?:inline-)?(?:box|flex))\s*)+" + _EVERYWHERE
    ),
    "visibility": re.compile("visible|hidden|collapse" + _EVERYWHERE),
    "opacity": re.compile(r"[+-]?[\d.]+(?:e[+-]?\d+)?%?" + _EVERYWHERE),
    "position": re.compile("static|relative|absolute|fixed|sticky|-webkit-sticky" + _EVERYWHERE),
    "font-size": re.compile(
        r"\+?(?:[\d.]+(?:e[+-]?\d+)?(?:%|[a-z]+)|[0.]+|[\d.]+)|(?:xx?-|xxx-)?(?:small|large)|"
        "medium|smaller|larger|math" + _EVERYWHERE
    ),
    "white-space": re.compile(r"[a-z-]+(?:\s+[a-z-]+)*"),
}
_COUNTED = re.compile(r"(?:var|calc|env|min|max|clamp|attr)\(")
_SIZE_IN_FONT = re.compile(r"(?:^|\s)(0(?=[/\s])|[\d.]+(?:%|[a-z]+))(?:\s*/|\s)")


class Declared(NamedTuple):
    """One declaration: `opacity: 0 !important`."""

    name: str
    value: str
    is_important: bool = False


@lru_cache(maxsize=4096)
def declared_in(text: str) -> tuple[Declared, ...]:
    """Take a style attribute apart."""
    parts = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    return tuple(declared_by(parts))


def declared_by(parts: Iterable[Any]) -> list[Declared]:
    """Give the declarations among the parsed contents of a block."""
    found = []
    for part in parts:
        if part.type == "declaration" and _LOOKED_AT.fullmatch(part.lower_name):
            value = " ".join(tinycss2.serialize(part.value).lower().split())
            if _is_valid(part.lower_name, value):
                found.append(Declared(part.lower_name, value, part.important))
    return found


def styled(declarations: Iterable[Declared]) -> Style:
    """Let declarations hold one after the other, the important ones last."""
    every = list(declarations)
    style: Style = {}
    for wanted in (False, True):
        for name, value, is_important in every:
            if is_important == wanted:
                for other in _KEPT_TO_ONE.get(name, ()):
                    style.pop(other, None)
                style[name] = value
                if name == "font" and (size := _SIZE_IN_FONT.search(value)):
                    style["font-size"] = size[1]
    return style


def _is_valid(name: str, value: str) -> bool:
    known = _VALID.get(name)
    return known is None or bool(_COUNTED.search(value) or known.fullmatch(value))
