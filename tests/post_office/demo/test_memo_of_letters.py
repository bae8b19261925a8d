"""The letters as MeMo: they read back equal, fit the schema, and name nobody who could exist."""

import os
import re
from dataclasses import replace
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from mailbox_store.model.document import DocumentType
from mailbox_store.model.party import has_valid_cvr_checksum
from post_office.demo.days import Days
from post_office.demo.deliveries import deliveries, memo_letters
from post_office.demo.letter import Letter
from post_office.demo.letters.mail import bundled_letters
from post_office.demo.offices import OFFICES
from post_office.memo.reader import read_memo
from post_office.memo.writer import write_memo

_SCHEMAS = os.environ.get("BREVDUE_MEMO_SCHEMAS", "")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TEN_DIGITS = re.compile(r"(?<!\d)(\d\d)(\d\d)\d\d[- ]?(\d{4})(?!\d)")


@pytest.fixture
def written(now: datetime) -> tuple[Letter, ...]:
    days = Days(now=now)
    return (*memo_letters(days), *bundled_letters(days))


def test_every_letter_reads_back_as_it_was_written(written: tuple[Letter, ...]) -> None:
    for letter in written:
        read = read_memo(write_memo(letter.message))
        assert replace(read, warnings=()) == letter.message


def test_only_the_odd_appointment_is_warned_about(written: tuple[Letter, ...]) -> None:
    warned = {letter.name for letter in written if read_memo(write_memo(letter.message)).warnings}
    assert warned == {"biometrics"}


def test_the_letters_use_all_that_memo_offers(written: tuple[Letter, ...]) -> None:
    headers = [letter.message.header for letter in written]
    documents = [d for letter in written for d in letter.documents]
    assert any(header.hold_until for header in headers)
    assert any(header.replies for header in headers)
    assert {d.type for d in documents} == {DocumentType.MAIN, DocumentType.ADDITIONAL}
    codes = {action.code for d in documents for action in d.actions}
    assert codes >= {"AFTALE", "BETALING", "SELVBETJENING", "UNDERSKRIV", "BEKRAEFT"}
    assert codes >= {"FORBEREDELSE", "TILMELDING"}


def test_a_pdf_never_comes_without_a_readable_variant_except_the_scan_and_the_guide(
    written: tuple[Letter, ...],
) -> None:
    alone = [
        document.files[0].name
        for letter in written
        for document in letter.documents
        if {file.media_type for file in document.files} == {"application/pdf"}
    ]
    assert sorted(alone) == ["scan.pdf", "sorteringsvejledning.pdf"]


def _could_be_a_person(text: str) -> list[str]:
    return [
        found[0]
        for found in _TEN_DIGITS.finditer(_UUID.sub("", text))
        if 1 <= int(found[1]) % 60 <= 31 and 1 <= int(found[2]) <= 12 and found[3] != "0000"
    ]


def test_no_number_in_any_letter_could_be_a_persons(
    written: tuple[Letter, ...], now: datetime
) -> None:
    contents = [file.content for w in written for d in w.documents for file in d.files]
    contents += [delivery.content for delivery in deliveries(Days(now=now))]
    contents += [text.read_bytes() for text in (files("post_office.demo") / "texts").iterdir()]
    assert _could_be_a_person("010180-1234 0101800000") == ["010180-1234"]
    for content in contents:
        assert _could_be_a_person(content.decode("latin-1")) == []


def test_every_office_has_a_number_of_the_right_form_that_nobody_can_have() -> None:
    for office in OFFICES:
        assert has_valid_cvr_checksum(office.cvr)
        assert office.cvr.startswith("0")
    assert len({office.cvr for office in OFFICES}) == len(OFFICES)


@pytest.mark.skipif(not _SCHEMAS, reason="BREVDUE_MEMO_SCHEMAS names no folder with the schemas")
def test_every_letter_fits_the_official_schema(written: tuple[Letter, ...]) -> None:
    folder = Path(_SCHEMAS)
    for version in ("1.1", "1.2"):
        schema = etree.XMLSchema(file=str(folder / version / "MeMo_core.xsd"))
        for letter in written:
            schema.assertValid(etree.fromstring(write_memo(letter.message, version=version)))
