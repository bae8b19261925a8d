"""Bytes from outside can break, bloat or lie; reading them ends in a letter or in our error."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbox_store.model.errors import MailboxError, NotUnderstood, TooLarge
from post_office.memo import building, reader
from post_office.memo.reader import read_memo
from post_office.memo.writer import write_memo
from tests.post_office.memo.memo_messages import SMALL

_WRITTEN = write_memo(SMALL)
_AFTER_DECLARATION = _WRITTEN.split(b"\n", 1)[1]


def _refusal(raw: bytes) -> NotUnderstood:
    with pytest.raises(NotUnderstood) as raised:
        read_memo(raw)
    return raised.value


def test_every_truncation_is_refused_as_broken_with_its_byte() -> None:
    for length in range(len(_WRITTEN.rstrip())):
        error = _refusal(_WRITTEN[:length])
        assert error.code == "xml-broken"
        assert error.at is not None
        assert 0 <= error.at <= length


@settings(max_examples=500, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(_WRITTEN) - 1), st.integers(0, 3), st.binary(max_size=4)),
        min_size=1,
        max_size=6,
    )
)
def test_mutated_bytes_end_in_a_letter_or_in_our_error(
    mutations: list[tuple[int, int, bytes]],
) -> None:
    raw = bytearray(_WRITTEN)
    for place, cut, put in mutations:
        raw[place : place + cut] = put
    with suppress(MailboxError):
        assert read_memo(bytes(raw)).header.uuid


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from((b"", b"<?xml version='1.0' encoding='", b"<a>")))
def test_noise_is_refused(noise: bytes, start: bytes) -> None:
    assert _refusal(start + noise).code in ("xml-broken", "not-memo", "xml-doctype")


_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
_DOCTYPES = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY a0 "ha">{_LAUGHS}]>',
    "quadratic blowup": f'<!DOCTYPE x [<!ENTITY a "{"x" * 100_000}">]>',
    "external entity": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "parameter entity": '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://192.0.2.1/a.dtd"> %a;]>',
    "external subset": '<!DOCTYPE x SYSTEM "http://192.0.2.1/a.dtd">',
    "a harmless one": "<!DOCTYPE x>",
}


@pytest.mark.parametrize("doctype", _DOCTYPES.values(), ids=_DOCTYPES)
def test_any_doctype_is_refused_at_once(doctype: str) -> None:
    body = _AFTER_DECLARATION.replace(b"brev.txt", b"&a;" * 1000)
    began = time.monotonic()
    assert _refusal(doctype.encode() + body).code == "xml-doctype"
    assert time.monotonic() - began < 2  # seconds; a bomb that went off takes minutes


def test_an_undeclared_entity_is_refused() -> None:
    assert _refusal(_WRITTEN.replace(b"brev.txt", b"&brev;")).code == "xml-broken"


def test_deep_nesting_is_refused() -> None:
    assert _refusal(b"<a>" * 100_000).code == "xml-too-deep"
    inside = _WRITTEN.replace(b"brev.txt", b"<a>" * 1000 + b"</a>" * 1000)
    assert _refusal(inside).code == "xml-too-deep"


def test_a_huge_attribute_does_no_harm() -> None:
    attribute = b'<memo:MessageHeader note="' + b"x" * 5_000_000 + b'">'
    raw = _WRITTEN.replace(b"<memo:MessageHeader>", attribute)
    assert read_memo(raw).header == SMALL.header


def test_a_huge_text_is_cut_and_said_so() -> None:
    message = read_memo(_WRITTEN.replace("Opkrævning".encode(), b"x" * 5_000_000))
    assert len(message.header.label) == 65_536
    assert ("text-cut", "label") in [(w.code, w.detail) for w in message.warnings]


def test_a_flood_of_elements_is_refused() -> None:
    flood = b"<memo:ReplyData/>" * 100_001
    error = _refusal(_WRITTEN.replace(b"</memo:MessageHeader>", flood + b"</memo:MessageHeader>"))
    assert isinstance(error, TooLarge)


def test_a_flood_of_doubts_is_not_a_flood_of_warnings() -> None:
    flood = b"".join(
        b"<memo:ReplyData><memo:messageUUID>%d</memo:messageUUID></memo:ReplyData>" % n
        for n in range(500)
    )
    message = read_memo(
        _WRITTEN.replace(b"</memo:MessageHeader>", flood + b"</memo:MessageHeader>")
    )
    assert len(message.header.replies) == 500
    assert len(message.warnings) <= 60


def test_a_file_over_the_cap_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MAX_FILE_BYTES", 10)
    assert isinstance(_refusal(_WRITTEN), TooLarge)


def test_a_message_over_the_cap_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_BYTES", len(_WRITTEN) - 1)
    assert isinstance(_refusal(_WRITTEN), TooLarge)
    monkeypatch.setattr(reader, "MAX_BYTES", len(_WRITTEN))
    assert read_memo(_WRITTEN).header == SMALL.header


@pytest.mark.parametrize(
    "raw",
    [b"<html><body>Hej</body></html>", b"<Message/>", b'<m:Message xmlns:m="https://a.example/"/>'],
)
def test_xml_without_a_message_is_not_memo(raw: bytes) -> None:
    assert _refusal(raw).code == "not-memo"


@pytest.mark.parametrize("version", ["2.0", "0.9", "11", "new", "", "1.x", "1.1.0"])
def test_a_version_that_is_not_1_x_is_refused_by_name(version: str) -> None:
    error = _refusal(_WRITTEN.replace(b'memoVersion="1.2"', f'memoVersion="{version}"'.encode()))
    assert (error.code, error.detail) == ("memo-version", version)


def test_a_letter_that_cannot_be_routed_is_refused_with_what_is_missing() -> None:
    for start, end, missing in (
        (b"<memo:messageUUID>", b"</memo:messageUUID>", "messageUUID"),
        (b"<memo:Recipient>", b"</memo:Recipient>", "recipientID"),
        (b"<memo:recipientID>", b"</memo:recipientID>", "recipientID"),
        (b"<memo:MessageHeader>", b"</memo:MessageHeader>", "messageUUID"),
    ):
        before, _, rest = _WRITTEN.partition(start)
        error = _refusal(before + rest.partition(end)[2])
        assert (error.code, error.detail) == ("memo-incomplete", missing)


def test_the_byte_where_it_breaks_counts_from_the_start_of_the_file() -> None:
    place = _WRITTEN.index(b"<memo:label>") + len(b"<memo:label>")
    broken = _WRITTEN[:place] + b"\x00" + _WRITTEN[place:]
    assert _refusal(broken).at == place
    assert _refusal(b"\n\n" + broken).at == place + 2
    assert _refusal(b"\n\n<!DOCTYPE x>" + _AFTER_DECLARATION).at == len("\n\n<!DOCTYPE x")


@pytest.mark.parametrize("encoding", ["shift_jis", "nonsense", "hex", "utf-7", "utf-32", "é"])
def test_an_encoding_that_xml_readers_do_not_know_is_refused(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
    assert _refusal(declared + _AFTER_DECLARATION).code == "xml-broken"


def test_an_error_tells_nothing_of_the_letter() -> None:
    error = _refusal(_WRITTEN.replace(b"</memo:label>", b"</memo:lable>", 1))
    assert "Opkr" not in str(error)
    assert "0101800000" not in repr(error)
