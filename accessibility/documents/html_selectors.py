"""Selectors of a style sheet, made small enough that the parser's engine can match them safely.

The engine only ever gets one compound (`p.note[lang]`): with combinators its time grows without
bound. What stands between compounds is followed in `html_matching`.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import tinycss2  # type: ignore[import-untyped]  # it brings no types

Tokens = Sequence[Any]

_COMBINATORS = (">", "+", "~")
_PSEUDO_ELEMENTS = frozenset(
    ["before", "after", "first-line", "first-letter", "selection", "placeholder", "marker"]
)
_NOT_AT_REST = frozenset(  # nobody has touched the page
    ["hover", "active", "focus", "focus-within", "focus-visible", "visited", "target"]
)
_WITH_SELECTORS = frozenset(["not", "is", "where"])
_EXACT = _WITH_SELECTORS | frozenset(["root", "empty", "link", "any-link", "checked"])
_COUNTED = re.compile(r"(?:first|last|only)-(?:child|of-type)|nth-(?:last-)?(?:child|of-type)")
_MOST_STEPS = 20


class Selector(NamedTuple):
    """One selector: compounds, each with the combinator before it; how much it weighs.

    It is not sure when it says more than can be checked here: then it finds too much.
    """

    steps: tuple[tuple[str, str], ...]
    weight: tuple[int, int, int]
    is_sure: bool


def split_list(prelude: Tokens) -> list[list[Any]]:
    """Split a list of selectors at its commas."""
    selectors: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            selectors.append([])
        elif token.type != "comment":
            selectors[-1].append(token)
    return selectors


def inside(outer: Tokens, inner: Tokens) -> list[Any]:
    """Give a nested selector with the one around it in its place."""
    if any(_is(token, "&") for token in inner):
        made: list[Any] = []
        for token in inner:
            made += outer if _is(token, "&") else [token]
        return made
    return [*outer, *tinycss2.parse_component_value_list(" "), *inner]


def selector_of(tokens: Tokens) -> Selector | None:
    """Read one selector; None if it can mean no element as the page first stands."""
    steps: list[tuple[str, str]] = []
    weights, is_sure, combinator, compound = [0, 0, 0], True, "", list[Any]()
    for token in [*tokens, None]:
        ends = token is None or token.type == "whitespace" or _is(token, *_COMBINATORS)
        if not ends:
            compound.append(token)
            continue
        if compound:
            made = _compound(compound, weights)
            if made is None:
                return None
            steps.append((combinator or (" " if steps else ""), made[0]))
            is_sure, combinator, compound = is_sure and made[1], "", []
        if token is not None and token.type == "literal":
            combinator = token.value
    if not steps or len(steps) > _MOST_STEPS:
        return None
    return Selector(tuple(steps), (weights[0], weights[1], weights[2]), is_sure)


def _compound(tokens: list[Any], weights: list[int]) -> tuple[str, bool] | None:
    """Give a compound as text without what the engine cannot check, and whether it is whole."""
    kept, is_whole, at = list[Any](), True, 0
    while at < len(tokens):
        token = tokens[at]
        if not _is(token, ":"):
            if _is(token, "&"):
                is_whole = False
            else:
                kept.append(token)
                _weigh(token, kept, weights)
            at += 1
            continue
        named = tokens[at + 1] if at + 1 < len(tokens) else None
        name = getattr(named, "lower_value", "") or getattr(named, "lower_name", "")
        if name in _PSEUDO_ELEMENTS or name in _NOT_AT_REST:
            return None
        if not name:  # "::": it styles no element, if it is known at all
            last = getattr(tokens[-1], "lower_value", "")
            is_known = last in _PSEUDO_ELEMENTS or last.startswith("-webkit-")
            return None if is_known else (":not(*)", False)
        weights[1] += name not in _WITH_SELECTORS
        is_exact = name in _EXACT or _COUNTED.fullmatch(name)
        if is_exact and (name not in _WITH_SELECTORS or _is_simple(named)):
            kept += [token, named]
        else:
            is_whole = False
        at += 2
    return tinycss2.serialize(kept) or "*", is_whole


def _weigh(token: Any, kept: list[Any], weights: list[int]) -> None:
    if token.type == "hash":
        weights[0] += 1
    elif token.type == "[] block" or _is(token, "."):
        weights[1] += 1
    elif token.type == "ident" and len(kept) == 1:
        weights[2] += 1


def _is_simple(function: Any) -> bool:
    """Tell whether `:not(...)` holds only names, classes and attributes."""
    return all(
        token.type in ("ident", "hash", "[] block", "whitespace") or _is(token, ".", ",")
        for token in function.arguments
    ) and not any(
        before.type == "whitespace" and not _is(behind, ",") and not _is(earlier, ",")
        for earlier, before, behind in zip(
            function.arguments, function.arguments[1:], function.arguments[2:], strict=False
        )
    )


def _is(token: Any, *values: str) -> bool:
    return token.type == "literal" and token.value in values
