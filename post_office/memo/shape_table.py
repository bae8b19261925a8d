"""MeMo 1.1 and 1.2 as one table: every element, in the order the schemas demand.

Reader and writer both walk it from `MESSAGE`, so that what the one knows the other knows too.
Data, not code. Its rows for people and for content lie in shape_of_parties.py and
shape_of_content.py.
"""

from mailbox_store.model.document import DocumentType
from post_office.memo.message import (
    Action,
    AdditionalReplyData,
    Body,
    Document,
    File,
    ForwardData,
    Header,
    Message,
    ReplyData,
    Reservation,
)
from post_office.memo.shape import Kind, Part, Shape, many, maybe, one, wrapper
from post_office.memo.shape_of_content import CONTENT
from post_office.memo.shape_of_parties import RECIPIENT, SENDER

_FORWARD = Shape(
    make=ForwardData,
    parts=(
        one("messageUUID", "uuid", Kind.UUID),
        one("originalMessageDateTime", "original_sent", Kind.TIME),
        one("originalSender", "original_sender"),
        maybe("originalContentResponsible", "original_content_responsible"),
        maybe("originalRepresentative", "original_representative", only_in_1_2=True),
        maybe("contactPointID", "contact_point_id"),
        maybe("comment", "comment", Kind.COMMENT),
    ),
)
_REPLY = Shape(
    make=ReplyData,
    parts=(
        maybe("messageID", "message_id"),
        one("messageUUID", "uuid", Kind.UUID),
        maybe("replyUUID", "reply_uuid", Kind.UUID),
        maybe("senderID", "sender_id"),
        maybe("recipientID", "recipient_id"),
        maybe("caseID", "case_id"),
        maybe("contactPointID", "contact_point_id"),
        maybe("generatingSystemID", "generating_system_id"),
        maybe("comment", "comment", Kind.COMMENT),
        many(
            "AdditionalReplyData",
            "additional",
            Shape(
                make=AdditionalReplyData,
                parts=(one("label", "label"), one("value", "value")),
            ),
            most=4,
        ),
    ),
)
_HEADER = Shape(
    make=Header,
    parts=(
        one("messageType", "type", Kind.MESSAGE_TYPE),
        one("messageUUID", "uuid", Kind.UUID),
        maybe("messageID", "id"),
        maybe("messageCode", "code"),
        one("label", "label"),
        maybe("notification", "notification", Kind.NOTIFICATION),
        maybe("additionalNotification", "additional_notification"),
        maybe("reply", "may_reply", Kind.BOOLEAN),
        maybe("replyByDateTime", "reply_by", Kind.TIME),
        maybe("doNotDeliverUntilDate", "hold_until", Kind.DATE),
        maybe("mandatory", "is_mandatory", Kind.BOOLEAN, demanded_by_1_1=True),
        maybe(
            "legalNotification",
            "is_legal_notification",
            Kind.BOOLEAN,
            demanded_by_1_1=True,
        ),
        maybe("postType", "post_type"),
        one("Sender", "sender", SENDER),
        one("Recipient", "recipient", RECIPIENT),
        maybe("ContentData", "content", CONTENT),
        maybe("ForwardData", "forwarded", _FORWARD),
        many("ReplyData", "replies", _REPLY),
    ),
)
_FILE = Shape(
    make=File,
    parts=(
        one("encodingFormat", "media_type"),
        one("filename", "name"),
        one("language", "language", Kind.LANGUAGE),
        one("content", "content", Kind.BASE64),
    ),
)
_RESERVATION = Shape(
    make=Reservation,
    parts=(
        one("description", "description"),
        one("reservationUUID", "uuid", Kind.UUID),
        one("abstract", "abstract"),
        one("location", "location"),
        one("startDateTime", "start", Kind.TIME),
        one("endDateTime", "end", Kind.TIME),
        maybe("organizerMail", "organizer_mail"),
        maybe("organizerName", "organizer_name"),
    ),
)
_ACTION = Shape(
    make=Action,
    parts=(
        one("label", "label"),
        one("actionCode", "code"),
        maybe("startDateTime", "start", Kind.TIME),
        maybe("endDateTime", "end", Kind.TIME),
        maybe("Reservation", "reservation", _RESERVATION),
        maybe("EntryPoint", "url", wrapper("url", Kind.URI)),
    ),
    either=("reservation", "url"),
)


def _document(type_: DocumentType, id_element: str) -> Shape:
    actions = () if type_ is DocumentType.TECHNICAL else (many("Action", "actions", _ACTION),)
    return Shape(
        make=Document,
        parts=(
            maybe(id_element, "id"),
            maybe("label", "label"),
            many("File", "files", _FILE, least=1),
            *actions,
        ),
        same={"type": type_},
    )


_BODY = Shape(
    make=Body,
    parts=(
        one("createdDateTime", "created", Kind.TIME),
        many(
            "MainDocument",
            "documents",
            _document(DocumentType.MAIN, "mainDocumentID"),
            least=1,
            most=1,
        ),
        many(
            "AdditionalDocument",
            "documents",
            _document(DocumentType.ADDITIONAL, "additionalDocumentID"),
        ),
        many(
            "TechnicalDocument",
            "documents",
            _document(DocumentType.TECHNICAL, "technicalDocumentID"),
        ),
    ),
)
MESSAGE = Part(  # the root
    written="memo:Message",
    attribute="",
    kind=Shape(
        make=Message,
        parts=(
            one("MessageHeader", "header", _HEADER),
            maybe("MessageBody", "body", _BODY),
        ),
    ),
    least=1,
    most=1,
)
