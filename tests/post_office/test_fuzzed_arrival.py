"""Damaged, cut and invented bytes: each ends as a letter or as a refusal in words, never worse.

Small by default; BREVDUE_FUZZ_EXAMPLES sets how many of each are tried.
"""

import gzip
import io
import lzma
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessibility.refusals import refusal
from accessibility.refused_arrivals import REFUSAL_CODES
from accessibility.wording import wording_for
from mailbox_store.model.arriving import ArrivingLetter
from mailbox_store.model.errors import MailboxError, NotUnderstood
from mailbox_store.model.letter import Origin
from post_office.arrival import understand
from post_office.email.fingerprint import fingerprint_of
from post_office.email.mbox import mails_in_mbox
from post_office.finding import letters_in
from tests.post_office.making import (
    NOW,
    lzma_alone,
    mail,
    memo,
    mixed,
    part,
    tar_of,
    zip_of,
)

SAY = wording_for("en")
FUZZED = settings(
    max_examples=int(os.environ.get("BREVDUE_FUZZ_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FROM = b"From a@b.example Sun Nov  1 10:00:00 2026\n"
TAR = tar_of([("a.xml", memo(name="a")), ("b.eml", mail()), ("c.txt", b"hej\n" * 300)])
NESTED = mixed(
    part("hej"), part("<p>hej", kind="text/html"), b"Content-Type: message/rfc822\n\n" + mail()
)
WHOLE = {
    "memo": memo(name="a"),
    "mail": NESTED,
    "mbox": FROM + mail() + b"\n" + FROM + NESTED + b"\n",
    "tar": TAR,
    "gz": gzip.compress(TAR),
    "xz": lzma.compress(TAR),
    "lzma": lzma_alone(TAR),
    "zip": zip_of([("a.xml", memo(name="a")), ("b.eml", mail())]),
}


def outcomes(path: Path) -> list[ArrivingLetter | MailboxError]:
    found_here: list[ArrivingLetter | MailboxError] = []
    for found in letters_in([path]):
        if found.error is not None:
            found_here.append(found.error)
            continue
        try:
            letter = understand(found, origin=Origin.IMPORT, now=NOW)
        except MailboxError as error:
            found_here.append(error)
        else:
            found_here.append(letter)
    return found_here


def assert_all_are_letters_or_words(path: Path) -> None:
    results = outcomes(path)
    assert results, "every file ends in something that is said"
    for result in results:
        if isinstance(result, ArrivingLetter):
            texts = (result.subject, result.sender.name, result.sender.number, result.uuid)
            "".join(texts).encode()  # no lone surrogate reaches the store
            assert result.received <= NOW
        else:
            assert isinstance(result, NotUnderstood)
            assert result.code in REFUSAL_CODES
            assert refusal(result, SAY).isprintable()


@pytest.mark.parametrize("kind", WHOLE)
@FUZZED
@given(data=st.data())
def test_a_file_cut_anywhere_ends_in_a_letter_or_in_words(
    kind: str, data: st.DataObject, tmp_path: Path
) -> None:
    whole = WHOLE[kind]
    (tmp_path / "x").write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    assert_all_are_letters_or_words(tmp_path / "x")


@pytest.mark.parametrize("kind", WHOLE)
@FUZZED
@given(data=st.data())
def test_a_file_damaged_anywhere_ends_in_a_letter_or_in_words(
    kind: str, data: st.DataObject, tmp_path: Path
) -> None:
    content = bytearray(WHOLE[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    (tmp_path / "x").write_bytes(content)
    assert_all_are_letters_or_words(tmp_path / "x")


@FUZZED
@given(
    content=st.binary(max_size=600), start=st.sampled_from([b"", *(w[:40] for w in WHOLE.values())])
)
def test_invented_bytes_end_in_a_letter_or_in_words(
    content: bytes, start: bytes, tmp_path: Path
) -> None:
    (tmp_path / "x").write_bytes(start + content)
    assert_all_are_letters_or_words(tmp_path / "x")


LINES = st.lists(
    st.sampled_from(
        [b"Hej", b"", b"From nu", b">From f\xc3\xb8r", b">>From", b"Status: RO", b" x", b"--"]
    ),
    max_size=12,
).map(lambda lines: b"\n".join(lines) + b"\n")


@FUZZED
@given(bodies=st.lists(LINES, min_size=1, max_size=5))
def test_mails_keep_their_fingerprint_through_an_mbox(bodies: list[bytes]) -> None:
    mails = [mail(number=n, body="") + body for n, body in enumerate(bodies)]
    box = b"".join(FROM + one.replace(b"\nFrom ", b"\n>From ") + b"\n" for one in mails)
    found = [one for one in mails_in_mbox(io.BytesIO(box)) if isinstance(one, bytes)]
    assert [fingerprint_of(one) for one in found] == [fingerprint_of(one) for one in mails]
