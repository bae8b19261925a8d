"""Real letters break the rules; they are read all the same, and what is odd is told."""

import re
from datetime import UTC, date, datetime

import pytest

from mailbox_store.model.warned import Warned
from post_office.memo.message import File, Message
from post_office.memo.reader import read_memo
from post_office.memo.writer import write_memo
from tests.post_office.memo.memo_messages import LETTER, SMALL, UUID

_TEXT = write_memo(SMALL).decode()
_BARE = _TEXT.partition("\n")[2]  # without the XML declaration


def _read(text: str) -> Message:
    return read_memo(text.encode())


def _with(element: str, value: str) -> Message:
    """Read the small message with an element put where it belongs, just before Sender."""
    put = f"<memo:{element}>{value}</memo:{element}><memo:Sender>"
    return _read(_TEXT.replace("<memo:Sender>", put))


def _first_file(message: Message) -> File:
    assert message.body is not None
    return message.body.documents[0].files[0]


def _codes(message: Message) -> list[str]:
    return [warned.code for warned in message.warnings]


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + _TEXT.encode(),
        _BARE.encode("utf-16"),
        ('<?xml version="1.0" encoding="UTF-16"?>' + _BARE).encode("utf-16"),
        ('<?xml version="1.0" encoding="UTF-16BE"?>' + _BARE).encode("utf-16-be"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>' + _BARE).encode("latin-1"),
        ('<?xml version="1.0" encoding="windows-1252"?>' + _BARE).encode("cp1252"),
        b"\r\n  " + _TEXT.encode(),
    ],
    ids=["bom", "utf-16", "utf-16-declared", "utf-16-be", "latin-1", "windows-1252", "indented"],
)
def test_encodings_and_marks_change_nothing(raw: bytes) -> None:
    assert read_memo(raw) == SMALL


def test_utf_8_that_calls_itself_utf_16_is_read_with_a_warning() -> None:
    message = read_memo(('<?xml version="1.0" encoding="utf-16"?>' + _BARE).encode())
    assert message.header == SMALL.header
    assert _codes(message) == ["xml-encoding"]


def test_a_message_in_a_kombi_request_is_found() -> None:
    wrapped = (
        f"<kombi_request><KombiValgKode>Automatisk Valg</KombiValgKode>{_BARE}</kombi_request>"
    )
    assert _read(wrapped) == SMALL


def test_a_second_message_is_told_of_and_the_first_is_read() -> None:
    other = _BARE.replace("Opkrævning", "Rykker")
    message = _read(f"<kombi_request>{_BARE}{other}</kombi_request>")
    assert message.header.label == "Opkrævning"
    assert _codes(message) == ["memo-second-message"]


def test_other_prefixes_mean_the_same() -> None:
    assert _read(_BARE.replace("memo:", "m:").replace(":memo=", ":m=")) == SMALL
    default = re.sub(r"(</?)memo:", r"\1", _BARE).replace("xmlns:memo=", "xmlns=")
    assert _read(default) == SMALL


def test_an_upper_case_uuid_is_folded_without_a_word() -> None:
    message = _read(_TEXT.replace(UUID, UUID.upper()))
    assert message == SMALL


@pytest.mark.parametrize("uuid", ["word", "8c2ea15d-61fb-1ba9-9366-42f8b194c114", "1"])
def test_an_id_that_is_no_uuid_4_is_kept_with_a_warning(uuid: str) -> None:
    message = _read(_TEXT.replace(UUID, f"\n{uuid} "))
    assert message.header.uuid == uuid
    assert message.warnings == (Warned(code="uuid-unusual", detail=f"messageUUID: {uuid}"),)


def test_two_plain_text_files_in_one_document_are_both_kept() -> None:
    file = _TEXT[_TEXT.index("<memo:File>") : _TEXT.index("</memo:MainDocument>")]
    message = _read(_TEXT.replace(file, file + file.replace("brev.txt", "bilag.txt")))
    assert message.body is not None
    assert [f.name for f in message.body.documents[0].files] == ["brev.txt", "bilag.txt"]


@pytest.mark.parametrize(
    ("text", "moment", "code"),
    [
        ("2024-05-03T12:00:00Z", datetime(2024, 5, 3, 12, tzinfo=UTC), ""),
        ("2024-05-03T12:00:00.1234567Z", datetime(2024, 5, 3, 12, 0, 0, 123456, UTC), ""),
        ("2024-05-03T24:00:00Z", datetime(2024, 5, 4, tzinfo=UTC), ""),
        (" 2024-05-03T12:00:00Z\n", datetime(2024, 5, 3, 12, tzinfo=UTC), ""),
        ("2024-05-03t12:00:00z", datetime(2024, 5, 3, 12, tzinfo=UTC), "time-unusual"),
        ("2024-05-03T12:00:00+02:00", datetime(2024, 5, 3, 10, tzinfo=UTC), "time-unusual"),
        ("2024-05-03T12:00:00-0130", datetime(2024, 5, 3, 13, 30, tzinfo=UTC), "time-unusual"),
        ("2024-05-03T12:00:00", datetime(2024, 5, 3, 10, tzinfo=UTC), "time-without-zone"),
        ("2024-12-03 12:00", datetime(2024, 12, 3, 11, tzinfo=UTC), "time-without-zone"),
        ("2024-12-03", datetime(2024, 12, 2, 23, tzinfo=UTC), "time-without-zone"),
        ("3. maj 2024", None, "time-unreadable"),
        ("2024-02-30T12:00:00Z", None, "time-unreadable"),
        ("2024-05-03T12:00:00+99:99", None, "time-unreadable"),
        ("9999-12-31T23:59:59Z", None, "time-unreadable"),
        ("0001-01-01T00:00:00+10:00", None, "time-unreadable"),
        ("", None, "time-unreadable"),
    ],
)
def test_dirty_times_are_understood_or_told(text: str, moment: datetime | None, code: str) -> None:
    message = _with("replyByDateTime", text)
    assert message.header.reply_by == moment
    told = Warned(code=code, detail=f"replyByDateTime: {text.strip()}")
    assert message.warnings == ((told,) if code else ())


@pytest.mark.parametrize(
    ("text", "day", "codes"),
    [
        ("2024-05-03", date(2024, 5, 3), []),
        ("2024-05-03Z", date(2024, 5, 3), ["time-unusual"]),
        ("2024-05-03T00:00:00Z", date(2024, 5, 3), ["time-unusual"]),
        ("2024-13-03", None, ["time-unreadable"]),
        ("0001-01-01", None, ["time-unreadable"]),
        ("snart", None, ["time-unreadable"]),
    ],
)
def test_dirty_dates_too(text: str, day: date | None, codes: list[str]) -> None:
    message = _with("doNotDeliverUntilDate", text)
    assert message.header.hold_until == day
    assert _codes(message) == codes


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        ("true", True, []),
        (" 1 ", True, []),
        ("0", False, []),
        ("", False, []),
        ("TRUE", True, ["boolean-unusual"]),
        ("ja", True, ["boolean-unusual"]),
        ("maybe", False, ["boolean-unusual"]),
    ],
)
def test_dirty_booleans_too(text: str, value: bool, codes: list[str]) -> None:
    message = _with("legalNotification", text)
    assert message.header.is_legal_notification is value
    assert _codes(message) == codes


@pytest.mark.parametrize(("length", "codes"), [(150, []), (160, []), (161, ["text-too-long"])])
def test_a_notification_is_kept_whole_and_warned_of_beyond_160(
    length: int, codes: list[str]
) -> None:
    message = _with("notification", "å" * length)
    assert message.header.notification == "å" * length
    assert _codes(message) == codes


@pytest.mark.parametrize(
    ("base64", "content", "is_whole"),
    [
        ("SGVq IGRp\n\tZw==", b"Hej dig", True),
        ("", b"", True),
        ("SGVqIGRpZw", b"Hej dig", False),
        ("SGVqIGRpZw=", b"Hej dig", False),
        ("SGVq=IGRp", b"Hej", False),
        ("SGVq*IGRp", b"Hej", False),
        ("SGVqæIGRp", b"Hej", False),
        ("SGVqI", b"Hej", False),
        ("SGVqIGRpZw===", b"Hej dig", False),
        ("SGVqI===", b"Hej", False),
        ("slet ikke!", b"\xb2W\xad\x8aI\x1e", False),
        ("=", b"", False),
    ],
)
def test_bad_base64_keeps_the_letter_and_what_could_be_decoded(
    base64: str,
    content: bytes,
    is_whole: bool,
) -> None:
    written = _TEXT[_TEXT.index("<memo:content>") : _TEXT.index("</memo:content>")]
    message = _read(_TEXT.replace(written, f"<memo:content>{base64}"))
    assert _first_file(message).content == content
    expected = () if is_whole else (Warned(code="base64-broken", detail="brev.txt"),)
    assert message.warnings == expected


def test_base64_split_by_comments_and_cdata_is_one_text() -> None:
    split = _TEXT.replace("<memo:content>", "<memo:content><!-- her --><![CDATA[\n]]>")
    assert _first_file(_read(split)) == LETTER


def test_unknown_elements_are_skipped_with_one_warning() -> None:
    extra = "<memo:novelty><memo:label>no</memo:label></memo:novelty><x/>"
    message = _read(_TEXT.replace("<memo:Sender>", f"{extra}<memo:Sender>"))
    assert message.header == SMALL.header
    assert message.warnings == (Warned(code="memo-unknown-element", detail="novelty"),)


def test_markup_inside_a_text_loses_no_words() -> None:
    message = _read(_TEXT.replace("Opkrævning", "Op<b>kræv</b>ning"))
    assert message.header.label == "Opkrævning"
    assert _codes(message) == ["memo-unknown-element"]


def test_a_doubled_element_keeps_the_first_and_warns() -> None:
    message = _with("label", "En anden")
    assert message.header.label == "Opkrævning"
    assert message.warnings == (Warned(code="memo-too-many", detail="label"),)


@pytest.mark.parametrize(
    ("written", "version", "codes"),
    [
        ("1.1", "1.1", ["memo-missing", "memo-missing"]),  # mandatory and legalNotification
        ("1.20", "1.2", []),
        ("1.3", "1.3", ["memo-version-unknown"]),
        ("1.10", "1.1", ["memo-missing", "memo-missing"]),  # a decimal, so the same as 1.1
        ("1", "1.0", ["memo-version-unknown"]),
    ],
)
def test_every_1_x_is_read(written: str, version: str, codes: list[str]) -> None:
    message = _read(_TEXT.replace('memoVersion="1.2"', f'memoVersion="{written}"'))
    assert (message.version, message.header) == (version, SMALL.header)
    assert _codes(message) == codes


def test_a_sparse_letter_is_read_and_what_is_missing_is_told() -> None:
    sparse = re.sub(
        r"<memo:(label|Sender|messageType|createdDateTime|File)>.*?</memo:\1>", "", _TEXT
    )
    message = _read(sparse.replace(' memoVersion="1.2"', ""))
    assert (message.header.label, message.header.sender.label) == ("", "")
    assert message.header.uuid == UUID
    assert message.body is not None
    assert message.body.created is None
    assert [warned.detail for warned in message.warnings] == [
        "memoVersion",
        "messageType",
        "label",
        "Sender",
        "File",
        "createdDateTime",
    ]


def test_a_letter_without_a_body_says_so() -> None:
    message = _read(re.sub(r"<memo:MessageBody>.*</memo:MessageBody>", "", _TEXT))
    assert message.body is None
    assert message.warnings == (Warned(code="memo-missing", detail="MessageBody"),)


def test_an_end_before_the_start_is_kept_and_told() -> None:
    action = (
        "<memo:Action><memo:label>Samtale</memo:label><memo:actionCode>AFTALE</memo:actionCode>"
        "<memo:startDateTime>2024-05-03T12:00:00Z</memo:startDateTime>"
        "<memo:endDateTime>2024-05-03T11:00:00Z</memo:endDateTime></memo:Action>"
    )
    message = _read(_TEXT.replace("</memo:MainDocument>", f"{action}</memo:MainDocument>"))
    assert message.body is not None
    (read,) = message.body.documents[0].actions
    assert read.start is not None
    assert read.end is not None
    assert read.end < read.start
    assert message.warnings == (Warned(code="appointment-ends-before-start", detail="Samtale"),)


def test_a_doubtful_cvr_number_warns_and_a_doubtful_cpr_number_does_not() -> None:
    message = _read(_TEXT.replace("29189846", "12345678").replace("0101800000", "0101809999"))
    assert message.warnings == (Warned(code="cvr-checksum", detail="12345678"),)
    assert _read(_TEXT.replace(">CVR<", "> cvr <")).warnings == ()


def test_characters_that_xml_allows_reach_us_as_they_are() -> None:
    odd = "a\u0085b\u202ec\u200bd\u2028e"
    assert _read(_TEXT.replace("Opkrævning", odd)).header.label == odd
