"""How words inside an element are said: in a link, in another language, bold, raised, exactly."""

import re
from typing import NamedTuple

from accessibility.documents.html_links import target_of
from accessibility.documents.html_look import Attributes
from accessibility.documents.html_tags import HEADINGS

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.IGNORECASE)
_LABEL = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_SIDE_BY_SIDE = ("flex", "grid", "table-row")


class Manner(NamedTuple):
    """Inherited from the element around; `level` is that of the heading one is in, or 0."""

    link: str = ""
    language: str = ""  # empty where it is that of the document
    is_bold: bool = False
    is_raised: bool = False
    is_exact: bool = False  # line breaks and blanks count
    level: int = 0
    is_label: bool = False  # what Outlook writes before the items of a list
    is_row: bool = False  # what is right inside stands side by side


def manner_in(
    around: Manner, tag: str, attributes: Attributes, style: dict[str, str], *, language: str
) -> Manner:
    """Give the manner inside an element; `language` is that of the document."""
    manner = around
    if tag == "a" and (target := target_of(attributes.get("href") or "")):
        manner = manner._replace(link=target)
    named = attributes.get("lang") or attributes.get("xml:lang") if attributes else None
    if named and (spelled := language_tag(named)):
        same = spelled.lower() == language.lower()
        manner = manner._replace(language="" if same else spelled)
    is_bold = _is_bold(tag, style)
    if is_bold is not None and is_bold != manner.is_bold:
        manner = manner._replace(is_bold=is_bold)
    if tag == "sup":
        manner = manner._replace(is_raised=True)
    spaces = style.get("white-space", "pre" if tag == "pre" else "")
    if spaces:
        is_exact = spaces.startswith(("pre", "break-spaces"))
        manner = manner._replace(is_exact=is_exact)
    is_row = style.get("display", "").endswith(_SIDE_BY_SIDE)
    if is_row != manner.is_row:
        manner = manner._replace(is_row=is_row)
    if _LABEL.search(attributes.get("style") or ""):
        manner = manner._replace(is_label=True)
    if tag in HEADINGS:
        manner = manner._replace(level=int(tag[1]))
    elif (attributes.get("role") or "").lower() == "heading":
        level = (attributes.get("aria-level") or "2").strip()
        manner = manner._replace(level=int(level) if level in "123456" and level else 2)
    return manner


def language_tag(named: str) -> str:
    """Give a language's tag as BCP 47 writes it; empty if it is none."""
    named = named.strip().replace("_", "-")
    if not _TAG.fullmatch(named):
        return ""
    first, *others = named.lower().split("-")
    return "-".join([first, *(part.upper() if len(part) == 2 else part for part in others)])


def _is_bold(tag: str, style: dict[str, str]) -> bool | None:
    weight = style.get("font-weight", "")
    if weight in ("bold", "bolder") or (weight.isdigit() and len(weight) < 5 and int(weight) > 500):
        return True
    if weight in ("normal", "lighter", "300", "400", "500"):
        return False
    if tag in ("b", "strong"):
        return True
    return None
