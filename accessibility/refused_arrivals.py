"""A sentence for each reason why bytes were not taken in as a letter."""

from accessibility.plain_text import one_line
from accessibility.wording import Say, sentence
from mailbox_store.model.errors import NotUnderstood
from mailbox_store.model.party import without_cpr_numbers

_LONGEST_DETAIL = 80  # characters

_SENTENCES = {
    # what lies at a path
    "missing": sentence("There is no such file. Look at how its name is spelt."),
    "broken-link": sentence(
        "It is a link to a file that is not there. Take in the file itself."
    ),
    "not-a-file": sentence(
        "It is neither a file nor a folder, so it was left alone. Letters are files."
    ),
    "not-readable": sentence(
        "The system does not let you read it. It was left where it is. "
        "Ask whoever owns the file to let you."
    ),
    "read-error": sentence(
        "The disk could not read it. It was left where it is. Try again, or copy it from "
        "where it came."
    ),
    "empty": sentence(
        "It is not a letter: it is empty. It was left where it is. Ask the sender for it again."
    ),
    "too-large": sentence(
        "It is too large: more than {detail}. It was left where it is. "
        "Ask the sender for it in smaller letters."
    ),
    # other kinds of files
    "image": sentence(
        "It is not a letter: it is a picture. It was left where it is. "
        "Take it in as a PDF, or attached to a mail."
    ),
    "csv": sentence("It is not a letter: it is a table of values. It was left where it is."),
    "json": sentence("It is not a letter: it is JSON, made for programs. It was left where it is."),
    "calendar": sentence(
        "It is not a letter: it is a calendar entry. It was left where it is. "
        "Open it with a calendar program."
    ),
    "other-text": sentence(
        "It is not a letter: it is a text of another kind. It was left where it is. "
        "To take it in as a letter, let its name end in .txt."
    ),
    "other-xml": sentence(
        "It is not a letter: it is XML, but not a MeMo message. It was left where it is. "
        "Ask the sender for the MeMo message."
    ),
    "print-job": sentence(
        "It is not a letter: it is an order to print one on paper (fjernprint). "
        "It was left where it is. Ask the sender for the MeMo message."
    ),
    "old-office": sentence(
        "It is a document in an old office format that cannot be read here. "
        "It was left where it is. Save it as PDF or DOCX and take that in."
    ),
    "other-document": sentence(
        "It is a document of a kind that cannot be taken in. It was left where it is. "
        "Save it as PDF or DOCX and take that in."
    ),
    "packed": sentence(
        "It is packed, but there is no whole bundle of letters (tar) in it. "
        "It was left where it is. Ask the sender for it again."
    ),
    "binary": sentence(
        "It is not a letter: it is no kind of file that is known here. It was left where it is."
    ),
    # MeMo
    "not-memo": sentence(
        "It is not a letter: there is no MeMo message in it. It was left where it is. "
        "Ask the sender for it again."
    ),
    "xml-broken": sentence(
        "It is not a letter: it is damaged or ends too early (byte {at}). "
        "It was left where it is. Ask the sender for it again."
    ),
    "xml-doctype": sentence(
        "It was refused: it declares a document type, which no honest letter does. "
        "It was left where it is. Tell the sender."
    ),
    "xml-too-deep": sentence(
        "It was refused: it is nested deeper than any letter (byte {at}). "
        "It was left where it is. Ask the sender for it again."
    ),
    "memo-incomplete": sentence(
        "It is not a whole letter: {detail} is missing, and without it the letter cannot be "
        "delivered. It was left where it is. Ask the sender for it again."
    ),
    "memo-version": sentence(
        "It is a MeMo message of version {detail}, which cannot be read here; versions 1.x can. "
        "It was left where it is. Ask for a newer Brevdue."
    ),
    # mail
    "mail-broken": sentence(
        "It is a mail whose parts cannot be told apart: they are nested without end or damaged. "
        "It was left where it is. Ask the sender for it again."
    ),
    "mail-too-many-parts": sentence(
        "It is a mail with more than {detail} parts, or parts nested too deep. "
        "It was left where it is. Ask the sender for it in another form."
    ),
    "mail-without-header": sentence(
        "It is not a letter: its name says mail, but it does not begin as one. "
        "It was left where it is."
    ),
    "no-recipient-number": sentence(
        "It names no recipient number, so it cannot be delivered. It was left where it is. "
        "Only MeMo messages are delivered; a person takes in their own mail with "
        "“brevdue import”."
    ),
    # bundles
    "bundle-damaged": sentence(
        "The bundle is damaged or ends too early. What lay before that place was taken by "
        "itself. The bundle was left where it is. Ask the sender for it again."
    ),
    "bundle-empty": sentence(
        "The bundle has no letters in it. It was left where it is. Ask the sender for it again."
    ),
    "bundle-bomb": sentence(
        "The bundle unpacks to more than {detail} times its size, as no honest bundle does. "
        "The rest of it was not read. Tell the sender."
    ),
    "bundle-too-large": sentence(
        "The bundle unpacks to more than {detail}. The rest of it was not read. "
        "Ask the sender for smaller bundles."
    ),
    "bundle-too-many": sentence(
        "The bundle has more members than are allowed. The rest of it was not read. "
        "Ask the sender for smaller bundles."
    ),
    "bundle-in-bundle": sentence(
        "It is a bundle inside a bundle. Only the outer one is opened. "
        "Unpack the inner one and take it in by itself."
    ),
    "bundle-member-path": sentence(
        "Its name points out of the bundle, as no honest name does. It was not taken. "
        "Tell the sender."
    ),
    "bundle-member-link": sentence(
        "It is a link or a device, not a file with a letter. It was not taken. Tell the sender."
    ),
    "bundle-member-encrypted": sentence(
        "It is locked with a password. It was not taken. Unpack it yourself and take in the "
        "files."
    ),
    "bundle-member-packing": sentence(
        "It is packed in a way that cannot be unpacked here. It was not taken. "
        "Unpack it yourself and take in the files."
    ),
    # an exported mailbox
    "export-newer": sentence(
        "A newer Brevdue exported this mailbox. Nothing was taken in. "
        "Install that version or a later one."
    ),
    "export-unfinished": sentence(
        "The export of this mailbox was not finished. Nothing was taken in. "
        "Export it again and take that in."
    ),
    "export-damaged": sentence(
        "The list of what was exported is damaged here. What it names was left where it is. "
        "Export the mailbox again and take that in."
    ),
    "export-differs": sentence(
        "It is not what was exported: its content was changed since. It was left where it is. "
        "Export the mailbox again and take that in."
    ),
}  # fmt: skip

REFUSAL_CODES = frozenset(_SENTENCES)  # every code that has a sentence


def refused_arrival(error: NotUnderstood, say: Say) -> str:
    """Say why bytes were not taken in; a code without a sentence is named."""
    detail = one_line(without_cpr_numbers(error.detail), limit=_LONGEST_DETAIL)
    text = _SENTENCES.get(error.code)
    if text is None:
        return say(
            "It is not a letter that can be read here ({code}). It was left where it is.",
            code=one_line(without_cpr_numbers(error.code), limit=_LONGEST_DETAIL),
        )
    return say(text, detail=detail, at=0 if error.at is None else error.at)
