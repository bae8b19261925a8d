"""Messages for tests: a small one to begin from, and a rich strategy for Hypothesis."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from mailbox_store.model.document import DocumentType
from post_office.memo.address import Address, AddressPoint, ProductionUnit
from post_office.memo.content import (
    AdditionalContentData,
    CaseID,
    ContentData,
    CPRData,
    CVRData,
    Education,
    FORMData,
    KLEData,
    MotorVehicle,
)
from post_office.memo.message import (
    Action,
    AdditionalReplyData,
    Body,
    Document,
    File,
    ForwardData,
    Header,
    MemoType,
    Message,
    ReplyData,
    Reservation,
)
from post_office.memo.parties import (
    EID,
    AttentionData,
    AttentionPerson,
    ContactInfo,
    ContactPoint,
    ContentResponsible,
    EMail,
    GeneratingSystem,
    GlobalLocationNumber,
    Recipient,
    Representative,
    Sender,
    SENumber,
    SORData,
    Telephone,
)

UUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
SENDER = Sender(id="29189846", id_type="CVR", label="Strandby Kommune")  # passes modulus 11
RECIPIENT = Recipient(id="0101800000", id_type="CPR")
LETTER = File(name="brev.txt", content="Kære borger\nDu skal betale 1.250,00 kr.\n".encode())
SMALL = Message(
    header=Header(uuid=UUID, label="Opkrævning", sender=SENDER, recipient=RECIPIENT),
    body=Body(created=datetime(2024, 5, 3, 12, tzinfo=UTC), documents=(Document(files=(LETTER,)),)),
)

_LEGAL = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
_characters = st.characters(codec="utf-8").filter(_LEGAL.fullmatch)
_text = st.one_of(st.text(_characters, max_size=40), st.just("æ" * 256))
_comment = st.one_of(_text, st.just("å" * 512))
_number = st.from_regex(r"[0-9]{1,10}", fullmatch=True)
_uuid = st.uuids(version=4).map(str)
_maybe_uuid = st.one_of(st.just(""), _uuid)
_time = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
_later = datetime(9999, 12, 31, 12, tzinfo=UTC)  # no start lies after it


def _some(of: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), of)


def _tuples(of: st.SearchStrategy[object], most: int) -> st.SearchStrategy[object]:
    return st.lists(of, max_size=most).map(tuple)


_point = st.builds(AddressPoint, easting=_text, northing=_text, height=_text)
_address = st.builds(
    Address,
    **dict.fromkeys(
        ("id", "label", "house_number", "door", "floor", "co", "zip_code", "city", "country"), _text
    ),
    point=_some(_point),
)
_unit = st.builds(ProductionUnit, number=_number, name=_text)
_gln = st.from_regex(r"[0-9]{1,13}", fullmatch=True)
_attention = st.builds(
    AttentionData,
    person=_some(st.builds(AttentionPerson, id=_text, label=_text)),
    production_unit=_some(_unit),
    global_location_number=_some(st.builds(GlobalLocationNumber, number=_gln, location=_text)),
    email=_some(st.builds(EMail, address=_text, related_agent=_text)),
    se_number=_some(st.builds(SENumber, number=_text, company_name=_text)),
    telephone=_some(st.builds(Telephone, number=_text, related_agent=_text)),
    eid=_some(st.builds(EID, id=_text, label=_text)),
    content_responsible=_some(st.builds(ContentResponsible, id=_text, label=_text)),
    generating_system=_some(st.builds(GeneratingSystem, id=_text, label=_text)),
    sor=_some(st.builds(SORData, identifier=_text, entry_name=_text)),
    address=_some(_address),
    unstructured_address=_text,
)
_contact_point = st.builds(
    ContactPoint,
    id=_text,
    group=_text,
    label=_text,
    info=_tuples(st.builds(ContactInfo, label=_text, value=_text), 2),
)
_representative = st.builds(
    Representative, id=_text, id_type=_text, id_type_label=_text, label=_text
)
_party = {
    "id_type": _text,
    "id_type_label": _text,
    "label": _text,
    "attention": _some(_attention),
    "contact_point": _some(_contact_point),
}
_content = st.builds(
    ContentData,
    cpr=_some(st.builds(CPRData, number=_text, name=_text)),
    cvr=_some(st.builds(CVRData, number=_text, company_name=_text)),
    motor_vehicle=_some(
        st.builds(
            MotorVehicle, license_number=st.text(_characters, max_size=7), chassis_number=_text
        )
    ),
    property_number=_text,
    case=_some(st.builds(CaseID, id=_text, system=_text)),
    kle=_some(
        st.builds(KLEData, subject_key=_text, version=_text, label=_text, activity_facet=_text)
    ),
    form=_some(
        st.builds(FORMData, task_key=_text, version=_text, label=_text, activity_facet=_text)
    ),
    production_unit=_some(_unit),
    education=_some(st.builds(Education, code=_text, name=_text)),
    address=_some(_address),
    unstructured_address=_text,
    additional=_tuples(st.builds(AdditionalContentData, name=_text, value=_text, type=_text), 10),
)
_forward = st.builds(
    ForwardData,
    uuid=_uuid,
    original_sent=_time,
    original_sender=_text,
    original_content_responsible=_text,
    original_representative=_text,
    contact_point_id=_text,
    comment=_comment,
)
_reply = st.builds(
    ReplyData,
    uuid=_uuid,
    message_id=_text,
    reply_uuid=_maybe_uuid,
    sender_id=_text,
    recipient_id=_text,
    case_id=_text,
    contact_point_id=_text,
    generating_system_id=_text,
    comment=_comment,
    additional=_tuples(st.builds(AdditionalReplyData, label=_text, value=_text), 4),
)
_header = st.builds(
    Header,
    uuid=_uuid,
    label=_text,
    sender=st.builds(Sender, id=_text, representative=_some(_representative), **_party),
    recipient=st.builds(Recipient, id=_text.filter(str.strip), **_party),
    type=st.sampled_from(MemoType),
    id=_text,
    code=_text,
    notification=st.one_of(st.text(_characters, max_size=40), st.just("ø" * 150)),
    additional_notification=_text,
    may_reply=st.booleans(),
    reply_by=_some(_time),
    hold_until=_some(st.dates(date(2, 1, 1))),
    is_mandatory=st.booleans(),
    is_legal_notification=st.booleans(),
    post_type=_text,
    content=_some(_content),
    forwarded=_some(_forward),
    replies=_tuples(_reply, 2),
)
_file = st.builds(
    File,
    name=_text,
    content=st.binary(max_size=200),
    media_type=_text,
    language=st.from_regex(r"[a-z]{2}", fullmatch=True),
)
_reservation = st.builds(
    Reservation,
    uuid=_uuid,
    description=_text,
    abstract=_text,
    location=_text,
    start=_time,
    end=st.just(_later),
    organizer_mail=_text,
    organizer_name=_text,
)
_url = st.sampled_from(
    ("", "https://strandby.example/betal?sag=1&del=2", "https://a.example/spørg")
)
_action_times = {"start": _some(_time), "end": _some(st.just(_later))}
_action = st.one_of(
    st.builds(Action, label=_text, code=_text, url=_url, **_action_times),
    st.builds(Action, label=_text, code=_text, reservation=_reservation, **_action_times),
)


def _document(type_: DocumentType) -> st.SearchStrategy[Document]:
    actions = st.just(()) if type_ is DocumentType.TECHNICAL else _tuples(_action, 2)
    return st.builds(
        Document,
        files=st.lists(_file, min_size=1, max_size=2).map(tuple),
        type=st.just(type_),
        id=_text,
        label=_text,
        actions=actions,
    )


_documents = st.builds(
    lambda main, additional, technical: (main, *additional, *technical),
    _document(DocumentType.MAIN),
    _tuples(_document(DocumentType.ADDITIONAL), 2),
    _tuples(_document(DocumentType.TECHNICAL), 1),
)
messages = st.builds(
    Message,
    header=_header,
    body=_some(st.builds(Body, created=_time, documents=_documents)),
)


def as_1_1(message: Message) -> Message:
    """Take out what MeMo 1.1 cannot say."""
    header = message.header
    forwarded = header.forwarded and replace(header.forwarded, original_representative="")
    return replace(
        message,
        header=replace(
            header, sender=replace(header.sender, representative=None), forwarded=forwarded
        ),
    )
