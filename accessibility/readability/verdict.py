"""The verdict on a document: how well somebody who listens to it can follow it, and why not better.

Only what was measured is said. Each check that fails is a reason with a code; where it is so many
of so many, the detail is "2/3". Three weights make the ease:

- POOR: one grave reason (there is no text, or its order cannot be trusted), or four that matter;
- FAIR: one reason that matters, or two slight ones;
- GOOD: none, or a single slight one.

The codes are those of `REASONS`, which the sentences (`verdict_words`) and the request for an
accessible copy (`accessible_copy`) are chosen by.
"""

from collections.abc import Iterator, Mapping
from enum import IntEnum

from accessibility.readability.counting import Share, counts_of
from accessibility.readability.languages import agree, language_of
from accessibility.readability.lix import Weight, lix_of, weight_of, words_in
from accessibility.readability.running_text import running_text
from accessibility.tree_text import block_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, Ease, Readability, Trust
from mailbox_store.model.warned import Warned

_PDF = "application/pdf"
_LONG_TEXT = 500  # words: more than a page, about four minutes of listening
_LIX_LANGUAGES = ("da", "nb", "sv", "en", "")  # German's long words are outside Björnsson's bands
_MANY = 4  # reasons that matter


class Gravity(IntEnum):
    """How much a reason weighs."""

    SLIGHT = 1
    MATTERS = 2
    GRAVE = 3


REASONS: Mapping[str, Gravity] = {
    "no-text": Gravity.GRAVE,
    "encrypted": Gravity.GRAVE,
    "unreadable": Gravity.GRAVE,
    "unknown-type": Gravity.GRAVE,
    "layout-uncertain": Gravity.GRAVE,
    "garbled": Gravity.GRAVE,
    "pages-mostly-unreadable": Gravity.GRAVE,  # half of the pages or more
    "pages-unreadable": Gravity.MATTERS,
    "machine-read": Gravity.MATTERS,
    "not-tagged": Gravity.MATTERS,
    "language-differs": Gravity.MATTERS,  # detail: the tag and the language found, "en/da"
    "tables-without-headers": Gravity.MATTERS,
    "pictures-without-text": Gravity.MATTERS,
    "fields-without-names": Gravity.MATTERS,
    "no-headings": Gravity.MATTERS,
    "language-very-heavy": Gravity.MATTERS,
    "language-heavy": Gravity.SLIGHT,
    "language-untold": Gravity.SLIGHT,
    "links-without-meaning": Gravity.SLIGHT,
    "hidden-text": Gravity.SLIGHT,
}
_UNREAD: Mapping[Reading, str] = {
    Reading.NO_TEXT: "no-text",
    Reading.ENCRYPTED: "encrypted",
    Reading.UNREADABLE: "unreadable",
    Reading.UNKNOWN_TYPE: "unknown-type",
}


def readability_of(
    tree: DocumentTree, *, kind: str, reading: Reading = Reading.READ
) -> Readability:
    """Judge a document; `kind` is its media type, told by its bytes."""
    if reading is not Reading.READ:
        return Readability(ease=Ease.POOR, reasons=(Warned(code=_UNREAD[reading]),))
    if not any(block_text(block).strip() for block in tree.blocks):
        return Readability(ease=Ease.POOR, reasons=(Warned(code="no-text"),))
    text = running_text(tree)
    unmarked = running_text(tree, own_language_only=True)
    language = language_of(unmarked)
    lix = lix_of(text) if language in _LIX_LANGUAGES else None
    reasons = (
        *_of_text_layer(tree),
        *_of_structure(tree, text, is_pdf=kind.partition(";")[0].strip().lower() == _PDF),
        *_of_language(tree, language if unmarked.strip() else None),
        *_of_weight(lix),
    )
    return Readability(ease=ease_of(reasons), reasons=reasons, lix=lix)


def ease_of(reasons: tuple[Warned, ...]) -> Ease:
    """Weigh reasons; an unknown one is slight."""
    weights = [REASONS.get(reason.code, Gravity.SLIGHT) for reason in reasons]
    that_matter = weights.count(Gravity.MATTERS)
    if Gravity.GRAVE in weights or that_matter >= _MANY:
        return Ease.POOR
    return Ease.FAIR if that_matter or len(weights) > 1 else Ease.GOOD


def _of_text_layer(tree: DocumentTree) -> Iterator[Warned]:
    codes = [warned.code for warned in tree.warnings]
    if tree.trust is Trust.OCR or "machine-read" in codes:
        yield Warned(code="machine-read")
    pages = len({w.detail for w in tree.warnings if w.code == "page-unreadable"})
    if pages:
        is_most = tree.pages is not None and 2 * pages >= tree.pages
        code = "pages-mostly-unreadable" if is_most else "pages-unreadable"
        yield Warned(code=code, detail=f"{pages}/{tree.pages or pages}")
    for code in ("layout-uncertain", "garbled", "hidden-text"):
        if code in codes:
            yield Warned(code=code)


def _of_structure(tree: DocumentTree, text: str, *, is_pdf: bool) -> Iterator[Warned]:
    if is_pdf and tree.trust is Trust.LAYOUT:
        yield Warned(code="not-tagged")
    counts = counts_of(tree)
    for code, share in (
        ("tables-without-headers", counts.tables),
        ("pictures-without-text", counts.pictures),
        ("fields-without-names", counts.fields),
        ("links-without-meaning", counts.links if tree.trust is not Trust.PLAIN else Share()),
    ):
        if share.missing:
            yield Warned(code=code, detail=f"{share.missing}/{share.of}")
    if not counts.headings and (words := words_in(text)) > _LONG_TEXT:
        yield Warned(code="no-headings", detail=str(words))


def _of_language(tree: DocumentTree, language: str | None) -> Iterator[Warned]:
    """Judge the document's tag against the language of the words without a tag of their own.

    None where there are no such words. Plain text and what a machine read cannot have a tag.
    """
    if language is None or tree.trust in (Trust.PLAIN, Trust.OCR):
        return
    if not tree.language:
        yield Warned(code="language-untold")
    elif language and not agree(tree.language, language):
        yield Warned(code="language-differs", detail=f"{tree.language}/{language}")


def _of_weight(lix: int | None) -> Iterator[Warned]:
    weight = None if lix is None else weight_of(lix)
    if weight is Weight.VERY_HEAVY:
        yield Warned(code="language-very-heavy", detail=str(lix))
    elif weight is Weight.HEAVY:
        yield Warned(code="language-heavy", detail=str(lix))
