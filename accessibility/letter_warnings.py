"""What is odd about a letter, in sentences. A code without a sentence is still told."""

from collections.abc import Iterable, Mapping

from accessibility.plain_text import one_line
from accessibility.wording import Say, sentence
from mailbox_store.model.warned import Warned

_DETAIL_LENGTH = 200  # characters

_SENTENCES: Mapping[str, str] = {
    "appointment-ends-before-start": sentence(
        "An appointment or a request ends before it starts ({detail}). Ask the sender."
    ),
    "appointment-without-time": sentence(
        "An appointment has no time that can be read ({detail}). Ask the sender."
    ),
    "time-unreadable": sentence("A time cannot be read ({detail}). Ask the sender."),
    "time-without-zone": sentence(
        "A time does not say its time zone ({detail}). It may be an hour or two off."
    ),
    "type-differs": sentence("A file is not of the kind its sender says ({detail})."),
    "variant-unreadable": sentence(
        "The letter comes in several forms, and one of them cannot be read here ({detail})."
    ),
    "base64-broken": sentence("A file in the letter arrived damaged ({detail})."),
    "cut": sentence("The text is longer than what is shown here. Save the document to see all."),
    "text-cut": sentence("A text was cut because it was too long ({detail})."),
    "too-large": sentence("A document is too large to be read here. It can still be saved."),
    "hidden-characters": sentence(
        "The text held invisible characters that can turn words around. They were taken out."
    ),
    "hidden-text": sentence("The document holds text that is made invisible. It is left out."),
    "link-differs": sentence("A link shows one address and leads to another ({detail})."),
    "page-unreadable": sentence("Page {detail} of the document cannot be read here."),
    "garbled": sentence(
        "Some of the document's letters cannot be told for sure. Check amounts and dates in the "
        "document itself."
    ),
    "active-content": sentence(
        "The document wants to run something by itself. Nothing of it was run."
    ),
    "attachment": sentence("A file is attached to the document: {detail}."),
    "layout-uncertain": sentence("The order of the text is uncertain."),
    "machine-read": sentence("Read by machine from a picture: words may be wrong."),
    "machine-read-badly": sentence(
        "The picture is hard to read by machine: check amounts, dates and names."
    ),
    "no-ocr": sentence("A picture could not be read: the program tesseract is not installed here."),
    "picture-page": sentence("Page {detail} is a picture. It is still to be read."),
    "picture-without-text": sentence("Page {detail} is a picture without text."),
    "cvr-checksum": sentence("The sender's CVR number is unusual ({detail})."),
    "memo-missing": sentence("Something the letter should have is missing ({detail})."),
    "memo-version-unknown": sentence(
        "The letter is of a version not known here ({detail}). Something may be missing."
    ),
    "memo-second-message": sentence(
        "The file held more than one letter. Only the first was taken."
    ),
}


def warning_sentences(warnings: Iterable[Warned], say: Say) -> list[str]:
    """Give each warning's sentence, once."""
    return list(dict.fromkeys(_sentence(warning, say) for warning in warnings))


def _sentence(warning: Warned, say: Say) -> str:
    detail = one_line(warning.detail, limit=_DETAIL_LENGTH)
    known = _SENTENCES.get(warning.code)
    if known is not None:
        return say(known, detail=detail)
    code = one_line(warning.code, limit=_DETAIL_LENGTH)
    if detail:
        return say(
            "The letter does not follow the rules in one place ({code}: {detail}).",
            code=code,
            detail=detail,
        )
    return say("The letter does not follow the rules in one place ({code}).", code=code)
