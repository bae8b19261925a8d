"""What we say at a place of a document, and of a document as a whole, in sentences."""

from collections.abc import Mapping

from accessibility.letter_warnings import warning_sentences
from accessibility.plain_text import one_line
from accessibility.wording import Say, sentence
from mailbox_store.model.document_tree import DocumentTree, Notice, Trust
from mailbox_store.model.warned import Warned

_DETAIL_LENGTH = 200  # characters

_SENTENCES: Mapping[str, str] = {
    "attachment": sentence("Attached: {detail}."),
    "layout-uncertain": sentence("The order of the text is uncertain."),
}
_DOUBTS = ("layout-uncertain",)
_OCR = sentence("Read by machine from a picture: words may be wrong.")


def notice_sentence(notice: Notice | Warned, say: Say) -> str:
    """Say a notice; one without a sentence of its own is still told by its code."""
    if known := _SENTENCES.get(notice.code):
        return say(known, detail=one_line(notice.detail, limit=_DETAIL_LENGTH))
    return warning_sentences([Warned(code=notice.code, detail=notice.detail)], say)[0]


def trust_sentences(tree: DocumentTree, say: Say) -> list[str]:
    """Say how far to trust a document's words and their order, where that is not as usual."""
    found = [say(_OCR)] if tree.trust is Trust.OCR else []
    found += [notice_sentence(one, say) for one in tree.warnings if one.code in _DOUBTS]
    return list(dict.fromkeys(found))
