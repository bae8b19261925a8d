"""The elements of an HTML document, one after the other, written as blocks of the tree.

It is told of each visible element when it begins, and gives what must be done when it ends.
Here are words, links, fields and pictures; lists and tables are kept in `html_containers`.
"""

from dataclasses import dataclass, field
from functools import partial

from selectolax.lexbor import LexborNode

from accessibility.documents.html_blocks import Gathering, Placed
from accessibility.documents.html_containers import CONTAINERS, Containers, Ending
from accessibility.documents.html_forms import FieldNames, FormHearing, asked_in, is_field
from accessibility.documents.html_links import site_of, suffix_of
from accessibility.documents.html_look import Attributes, Look
from accessibility.documents.html_manner import Manner, manner_in
from accessibility.documents.html_shaping import shaped, with_guessed_headings
from accessibility.documents.html_tags import FIELDS, LOOSE, ROWS, TIGHT
from accessibility.documents.html_words import Asked, Break, Pictured, Said
from accessibility.plain_text import plain
from mailbox_store.model.document_tree import Block, Raw

_MOST_HEARD = 4  # elements inside one another whose words are wanted as a whole
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class _Hearing:
    """What is said inside one element."""

    parts: list[str] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)
    has_picture: bool = False


class HtmlWriter:
    """Builds the blocks of one document; `wanted` are the ids that fields refer to."""

    def __init__(
        self,
        *,
        language: str,
        names: FieldNames,
        wanted: frozenset[str],
        has_labels: bool = False,
    ) -> None:
        self.forms = FormHearing()
        self._names = names
        self._wanted = wanted
        self._language = language
        self._manners = [Manner()]
        self._containers = Containers(has_labels=has_labels)
        self._hearings: list[_Hearing] = []
        self._muted = 0
        self._raw = 0

    @property
    def _here(self) -> Gathering:
        return self._containers.here

    def blocks(self) -> tuple[Block, ...]:
        """Give the whole document."""
        self._here.end_block(is_loose=False)
        placed = with_guessed_headings(shaped(self._here.placed))
        return tuple(each.block for each in placed)

    def add(self, text: str) -> None:
        """Take words."""
        manner = self._manners[-1]
        if manner.is_raised:  # a small raised digit behind an amount must not become a part of it
            text = text.translate(_RAISED)
        for hearing in self._hearings[-_MOST_HEARD:]:
            hearing.parts.append(text)
        if self._muted:
            return
        if manner.is_exact:
            text = plain(text)
        said = Said(text, manner.link, manner.language, manner.is_bold, manner.is_label)
        if manner.is_exact:
            self._here.add_exactly(said)
        else:
            self._here.add(said)

    def enter(
        self, node: LexborNode, attributes: Attributes, style: dict[str, str], look: Look
    ) -> Ending | None:
        """Begin an element; None if it is finished and nothing in it is wanted."""
        tag = node.tag or ""
        if tag in FIELDS:
            self._ask(node, attributes)
            return None
        if tag == "img":
            self._picture(attributes, style)
            return None
        if tag == "br":
            self._break()
            return None
        around = self._manners[-1]
        manner = manner_in(around, tag, attributes, style, language=self._language)
        ending = self._begin(tag, node, attributes, style, look, manner)
        if node.mem_id in self._names.muted:
            self._muted += 1
            ending = partial(self._end_muted, ending)
        is_named = tag == "label" or (attributes.get("id") or "") in self._wanted
        if is_named or (tag == "a" and manner.link):
            self._hearings.append(_Hearing())
            ending = partial(self._end_heard, ending, node, attributes, manner.link)
        self._manners.append(manner)
        return partial(self._leave, ending)

    def _leave(self, ending: Ending) -> None:
        ending()
        self._manners.pop()

    def _begin(
        self,
        tag: str,
        node: LexborNode,
        attributes: Attributes,
        style: dict[str, str],
        look: Look,
        manner: Manner,
    ) -> Ending:
        if tag == "pre":
            return self._begin_raw()
        level = self._manners[-1].level
        is_inline = tag not in CONTAINERS and tag not in ROWS
        is_block = is_inline and style.get("display", "").startswith(("block", "flex", "grid"))
        if tag in LOOSE or tag in TIGHT or manner.level != level or is_block:
            if manner.level:
                self._containers.say_layout()
            self._part()
            is_loose = tag in LOOSE or bool(manner.level)
            self._here.end_block(is_loose=False, level=level)
            if is_loose:
                self._here.leave_gap()
            ending = partial(self._end_block, is_loose=is_loose, level=manner.level)
            return self._containers.begin_described(ending) if tag == "dl" else ending
        if tag in ("s", "strike", "del"):
            self.add("~~")  # a price that no longer holds
            return partial(self.add, "~~")
        if tag in CONTAINERS:
            self._part()
            self._here.end_block(is_loose=False, level=level)
        elif is_inline and self._manners[-1].is_row:  # such as <span> in a flex box
            self.add(" ")
            return partial(self.add, " ")
        return self._containers.begin(tag, attributes, style, look)

    def _end_block(self, *, is_loose: bool, level: int) -> None:
        self._part()
        self._here.end_block(is_loose=is_loose, level=level)

    def _part(self) -> None:
        for hearing in self._hearings[-_MOST_HEARD:]:
            hearing.parts.append(" ")

    def _break(self) -> None:
        self._part()
        if not self._muted:
            self._here.add_piece(Break())

    def _begin_raw(self) -> Ending:
        self._here.end_block(is_loose=False, level=self._manners[-1].level)
        self._raw += 1
        return self._containers.gather(self._end_raw)

    def _end_raw(self) -> None:
        self._raw -= 1
        pieces = self._here.inline
        text = "".join(
            piece.text if isinstance(piece, Said) else "\n" if isinstance(piece, Break) else ""
            for piece in pieces
            if not isinstance(piece, Asked)
        )
        self._here.inline = [piece for piece in pieces if isinstance(piece, Asked)]
        inner = self._containers.gathered().placed
        if text.strip():
            self._here.put([Placed(Raw(text=text.strip("\n").rstrip()))])
        self._here.put(inner)

    # -- links, labels, fields, pictures

    def _end_heard(
        self, ending: Ending, node: LexborNode, attributes: Attributes, link: str
    ) -> None:
        hearing = self._hearings.pop()
        shown = "".join(hearing.parts)
        if node.tag == "a" and link:
            self._end_link(shown, link, has_picture=hearing.has_picture)
        if node.tag == "label" or attributes.get("id"):
            self.forms.label(node, attributes, plain(shown), hearing.fields)
        ending()

    def _end_link(self, shown: str, link: str, *, has_picture: bool) -> None:
        if self._raw:
            self.add(suffix_of(shown, link))
        elif has_picture and not shown.strip():
            self.add(site_of(link))

    def _end_muted(self, ending: Ending) -> None:
        self._muted -= 1
        ending()

    def _ask(self, node: LexborNode, attributes: Attributes) -> None:
        asked = asked_in(node, attributes, self._names)
        if is_field(node, attributes):
            self.forms.field(node, attributes)
            for hearing in self._hearings[-_MOST_HEARD:]:
                hearing.fields.append(node.mem_id)
        if isinstance(asked, str):
            self.add(asked)
        elif asked is not None:
            self._here.add_piece(asked)

    def _picture(self, attributes: Attributes, style: dict[str, str]) -> None:
        alt = attributes.get("alt") if "alt" in attributes else None
        alt = "" if "alt" in attributes and alt is None else alt
        if self._hearings:
            self._hearings[-1].has_picture = True
        if alt is not None and not alt.strip():
            return  # its author says that it only adorns
        link = self._manners[-1].link
        if alt is None:
            adorns = (attributes.get("role") or "").lower() in ("presentation", "none")
            if link or adorns or self._muted or _is_a_dot(attributes, style):
                return
            self._here.add_piece(Pictured(None))
        elif link or self._hearings or self._raw:
            self.add(alt)
        else:
            self._here.add_piece(Pictured(" ".join(plain(alt).split())))


def _is_a_dot(attributes: Attributes, style: dict[str, str]) -> bool:
    """Tell whether a picture is of the size that only counts who has opened a letter."""
    sides = [style.get(side) or attributes.get(side) or "" for side in ("width", "height")]
    return any(side.strip().removesuffix("px") in ("0", "1") for side in sides)
