"""Which elements of a page a selector means; costs are counted, for a sheet may be hostile."""

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from accessibility.documents.html_selectors import Selector

_MOST_STEPS = 40_000_000  # elements looked at, for all selectors: some seconds
_MOST_FOUND = 1_000_000


class TooMuchStyle(Exception):
    """A page has more style than we follow: what it hides cannot be known."""


class Matcher:
    """Finds the elements of one page, by their `mem_id`."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._tree = tree
        self._parents: dict[int, int] = {}
        self._befores: dict[int, int] = {}  # the element before, with the same parent
        self._cost = self._found = 0
        self._by_compound: dict[str, frozenset[int] | None] = {}
        last: dict[int, int] = {}
        widths: dict[int, int] = {}
        for node in tree.css("*"):
            here, parent = node.mem_id, node.parent
            if parent is not None:
                around = parent.mem_id
                self._parents[here] = around
                if around in last:
                    self._befores[here] = last[around]
                last[around] = here
                widths[around] = widths.get(around, 0) + 1
        self._size = len(self._parents) + 1
        self._widest = max(widths.values(), default=1)

    def found(self, selector: Selector) -> frozenset[int] | None:
        """Give the elements a selector means; None if the engine does not understand it."""
        compounds = [self._compound(compound) for _, compound in selector.steps]
        if None in compounds:
            return None
        here: frozenset[int] = frozenset()
        for (combinator, _), those in zip(selector.steps, compounds, strict=True):
            candidates = those or frozenset()
            here = self._step(here, combinator, candidates) if combinator else candidates
            if not here:
                break
        self._found += len(here)
        if self._found > _MOST_FOUND:
            raise TooMuchStyle
        return here

    def _compound(self, text: str) -> frozenset[int] | None:
        if text not in self._by_compound:
            self._spend(self._size * (self._widest if ":nth-" in text or "-type" in text else 1))
            try:
                self._by_compound[text] = frozenset(n.mem_id for n in self._tree.css(text))
            except SelectolaxError:
                self._by_compound[text] = None
        return self._by_compound[text]

    def _step(
        self, here: frozenset[int], combinator: str, candidates: frozenset[int]
    ) -> frozenset[int]:
        """Keep the candidates that stand to one of `here` as the combinator says."""
        links = self._parents if combinator in (" ", ">") else self._befores
        if combinator in (">", "+"):
            self._spend(len(candidates))
            return frozenset(one for one in candidates if links.get(one) in here)
        known: dict[int, bool] = {}
        return frozenset(one for one in candidates if self._reaches(one, here, links, known))

    def _reaches(
        self, one: int, here: frozenset[int], links: dict[int, int], known: dict[int, bool]
    ) -> bool:
        way: list[int] = []
        told, at = False, one
        while at in links:
            if at in known:
                told = known[at]
                break
            way.append(at)
            at = links[at]
            if at in here:
                told = True
                break
        self._spend(len(way) + 1)
        known.update(dict.fromkeys(way, told))
        return told

    def _spend(self, steps: int) -> None:
        self._cost += steps
        if self._cost > _MOST_STEPS:
            raise TooMuchStyle
