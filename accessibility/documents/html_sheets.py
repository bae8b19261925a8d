"""What a page's own style sheets (`<style>`) say about each element: text can be hidden there too.

A letter must not tell somebody who listens another amount than somebody who looks. So the sheets
are applied as a browser would: specificity, order, `!important`, media (`html_media`).

Where we cannot be sure whether a rule holds (an unknown condition, a selector that is not
understood), it may hide and may not show: its text stays out and "hidden-text" says so. The other
error is worse: text left out is announced and lies in the file, while hidden text read out sounds
like the rest of the letter. For the same reason a page with more style than we follow is not read
at all (`TooMuchStyle`). Colours alone hide nothing in a rule that is not sure.
Sheets that lie elsewhere are never fetched.
"""

import re
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes

import tinycss2  # type: ignore[import-untyped]  # it brings no types
from selectolax.lexbor import LexborHTMLParser

from accessibility.documents.html_look import Look, is_away, look_in
from accessibility.documents.html_matching import Matcher, TooMuchStyle
from accessibility.documents.html_media import holds
from accessibility.documents.html_selectors import Tokens, inside, selector_of, split_list
from accessibility.documents.html_style import Declared, declared_by, declared_in, styled

_MOST_SHEET = 600_000  # characters; real letters have up to 100,000
_MOST_SELECTORS = 10_000
_MOST_NESTING = 8
_UNSURE = frozenset(["layer", "container", "scope"])  # a browser weighs them in ways we do not
_OUTSIDE = frozenset(["noscript", "template"])

Ruled = list[tuple[tuple[int, int, int], int, tuple[Declared, ...]]]


class _Rule(NamedTuple):
    selectors: list[list[Any]]
    declared: tuple[Declared, ...]
    is_sure: bool


class Sheets:
    """The style of a page's elements; inline style is laid over that of the sheets."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._ruled: dict[int, Ruled] = {}
        rules = _Rules()
        size = 0
        for node in tree.css("style, link[rel~=stylesheet i][href^='data:' i]"):
            around, attributes = node.parent, node.attributes
            text = node.text(deep=True) or _carried(attributes.get("href") or "")
            size += len(text)
            if size > _MOST_SHEET:
                raise TooMuchStyle
            if around is None or around.tag not in _OUTSIDE:
                rules.read(text, sure=holds(attributes.get("media") or ""))
        self.fetches_more = rules.imports or bool(tree.css("link[rel~=stylesheet i]"))
        if rules.found:
            self._apply(Matcher(tree), rules.found)

    def style_of(self, mem_id: int, inline: str | None) -> dict[str, str]:
        """Give what holds for one element."""
        ruled = self._ruled.get(mem_id)
        own = declared_in(inline) if inline else ()
        if not ruled:
            return styled(own)
        every: list[Declared] = []
        for _, _, declared in sorted(ruled, key=lambda rule: rule[:2]):
            every += declared
        # What is important inline wins over what is important in a sheet: it comes later.
        return styled([*every, *own])

    def _apply(self, matcher: Matcher, rules: list[_Rule]) -> None:
        for order, rule in enumerate(rules):
            chosen, is_sure = [], rule.is_sure
            for tokens in rule.selectors:
                selector = selector_of(tokens)
                if selector is None:
                    continue
                elements = matcher.found(selector)
                # Where one selector is unknown, a browser may drop the whole rule.
                is_sure = is_sure and selector.is_sure and elements is not None
                chosen.append((selector, elements or frozenset()))
            for selector, elements in chosen:
                declared = rule.declared if is_sure else _only_if_it_hides(rule.declared)
                if declared:
                    for element in elements:
                        ruled = self._ruled.setdefault(element, [])
                        ruled.append((selector.weight, order, declared))


class _Rules:
    """Gathers the rules of all sheets in order."""

    def __init__(self) -> None:
        self.found: list[_Rule] = []
        self.imports = False
        self._count = 0

    def read(self, sheet: str, *, sure: bool | None) -> None:
        """Read a sheet; `sure` is False if it does not hold, None if that cannot be said."""
        parts = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
        self._read(parts, [], 0, sure=sure)

    def _read(
        self, parts: list[Any], around: list[list[Any]], depth: int, *, sure: bool | None
    ) -> None:
        if depth > _MOST_NESTING:
            raise TooMuchStyle
        inner: bool | None
        for part in parts:
            if sure is False or part.type not in ("qualified-rule", "at-rule"):
                continue
            if part.type == "qualified-rule":
                inner, selectors = sure, self._selectors(part.prelude, around)
            else:
                self.imports = self.imports or part.lower_at_keyword == "import"
                inner, selectors = _all_of(sure, _condition(part)), around
            if part.content is None or inner is False:
                continue
            contents = _contents(part.content, are_rules=not selectors)
            declared = tuple(d for d in declared_by(contents) if d.name != "white-space")
            if declared and selectors:
                self.found.append(_Rule(selectors, declared, is_sure=inner is True))
            self._read(contents, selectors, depth + 1, sure=inner)

    def _selectors(self, prelude: Tokens, around: list[list[Any]]) -> list[list[Any]]:
        selectors = split_list(prelude)
        self._count += len(selectors) * max(len(around), 1)
        if self._count > _MOST_SELECTORS:
            raise TooMuchStyle
        if not around:
            return selectors
        return [inside(outer, inner) for outer in around for inner in selectors]


def _carried(address: str) -> str:
    """Give the sheet that lies within its own address (`data:`): a browser needs no network."""
    head, _, body = address.partition(",")
    content = unquote_to_bytes(body)
    if head.lower().endswith(";base64"):
        with suppress(ValueError):
            content = b64decode(content)
    return content.decode(errors="replace")


def _contents(content: Tokens, *, are_rules: bool) -> list[Any]:
    parse: Callable[..., list[Any]] = (
        tinycss2.parse_rule_list if are_rules else tinycss2.parse_blocks_contents
    )
    return parse(content, skip_comments=True, skip_whitespace=True)


def _condition(rule: Any) -> bool | None:
    """Tell whether what stands in an at-rule holds."""
    condition = tinycss2.serialize(rule.prelude).lower()
    if rule.lower_at_keyword == "media":
        return holds(condition)
    if rule.lower_at_keyword == "supports":
        return None if re.search(r"\bnot\b|selector\(", condition) else True
    return None if rule.lower_at_keyword in _UNSURE else False


def _all_of(*told: bool | None) -> bool | None:
    return False if False in told else None if None in told else True


def _only_if_it_hides(declared: tuple[Declared, ...]) -> tuple[Declared, ...]:
    """Keep the declarations of an uncertain rule if they hide, whatever colours there are."""
    kept = tuple(d for d in declared if "color" not in d.name and "background" not in d.name)
    style = styled(kept)
    hides = is_away({}, style) or look_in(Look(background=None), {}, style).hides
    return kept if hides else ()
