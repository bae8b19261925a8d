"""A hostile document costs time and nothing else; the next one is read as if nothing were."""

import os
import signal
import threading
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from accessibility.documents import kinds
from accessibility.documents.child import Child
from accessibility.documents.extract import Extract
from accessibility.documents.frames import Asked
from accessibility.documents.limits import Limits
from accessibility.documents.reading import ReadDocument, Reader
from accessibility.tree_text import tree_text
from mailbox_store.model.document import Reading
from mailbox_store.model.warned import Warned
from tests.accessibility.documents.conftest import MakeDocx, MakeFile, MakePdf

Make = Callable[[MakePdf, MakeDocx], bytes]
HELLO = b"BT /F1 12 Tf 72 700 Td (Hej) Tj ET "
PARAGRAPH = "<w:p><w:r><w:t>A</w:t></w:r></w:p>"


A_PAGE, A_LETTER = Asked(kind=kinds.HTML), Asked(kind=kinds.DOCX)


def text_of(read: ReadDocument | Extract) -> str:
    return tree_text(read.tree)


def _flate_bomb(pdf: MakePdf, _: MakeDocx) -> bytes:
    packer = zlib.compressobj(9)
    pieces = [packer.compress(HELLO * 40_000) for _ in range(400)]
    return pdf(b"".join(pieces) + packer.flush(), filters=b"/Filter/FlateDecode")


def _page_cycle(_: MakePdf, __: MakeDocx) -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Parent "
        b"2 0 R/Kids[2 0 R 2 0 R]/Count 2>>\nendobj\ntrailer\n<</Root 1 0 R/Size 3>>\n%%EOF"
    )


def _zip_bomb(_: MakePdf, docx: MakeDocx) -> bytes:
    return docx(PARAGRAPH, extra={"word/styles.xml": b" " * 60_000_000})


def _lying_zip_bomb(_: MakePdf, docx: MakeDocx) -> bytes:
    """The same, declared as 10 bytes in the central directory."""
    size = 60_000_000
    content = docx(PARAGRAPH, extra={"word/styles.xml": b" " * size})
    return content.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def _entities(_: MakePdf, docx: MakeDocx) -> bytes:
    before = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return docx("<w:p><w:r><w:t>X&e;</w:t></w:r></w:p>", before=before)


def _nested_tables(_: MakePdf, docx: MakeDocx) -> bytes:
    return docx("<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000)


def _deep_html(_: MakePdf, __: MakeDocx) -> bytes:
    return b"<div>" * 150_000 + b"Hej"


def _one_huge_tag(_: MakePdf, __: MakeDocx) -> bytes:
    return b"<p " + b"a=b " * 1_000_000 + b">Hej</p>"


def _deep_style(_: MakePdf, __: MakeDocx) -> bytes:
    return b"<style>a{left:" + b"(" * 100_000 + b"}</style><p>Hej</p>"


def _deep_inline_style(_: MakePdf, __: MakeDocx) -> bytes:
    return b"<p style='left:" + b"(" * 100_000 + b"'>Hej</p>"


@pytest.mark.parametrize(
    "make",
    [
        _flate_bomb,
        _page_cycle,
        _zip_bomb,
        _lying_zip_bomb,
        _entities,
        _nested_tables,
        _deep_html,
        _one_huge_tag,
        _deep_style,
        _deep_inline_style,
    ],
)
def test_a_bomb_is_unreadable_and_the_next_letter_is_read(
    make: Make, reader: Reader, make_file: MakeFile, make_pdf: MakePdf, make_docx: MakeDocx
) -> None:
    assert reader.read([make_file(make(make_pdf, make_docx))]).reading is Reading.UNREADABLE
    assert text_of(reader.read([make_file(make_pdf(HELLO))])) == "Hej"


def test_what_stands_before_the_depth_is_still_read(reader: Reader, make_file: MakeFile) -> None:
    document = reader.read([make_file("<p>Betal nu</p>" + "<div>" * 5000 + "dybt")])
    assert text_of(document) == "Betal nu"
    assert Warned(code="cut") in document.warnings


def test_the_memory_limit_is_really_held(make_file: MakeFile) -> None:
    html = make_file("<p>Hej</p>" * 150_000)
    with Reader(limits=Limits(memory_bytes=60_000_000)) as reader:
        assert reader.read([html]).reading is Reading.UNREADABLE
        assert text_of(reader.read([make_file("<p>Hej</p>")])) == "Hej"
    with Reader() as reader:
        assert reader.read([html]).reading is Reading.READ


def test_the_processor_limit_is_really_held(make_docx: MakeDocx) -> None:
    child = Child(Limits(cpu_seconds=1, wall_seconds=15))
    try:
        began = time.monotonic()
        slow = make_docx(PARAGRAPH * 200_000)
        assert child.read(A_LETTER, slow).reading is Reading.UNREADABLE
        assert time.monotonic() - began < 12
        assert text_of(child.read(A_PAGE, b"<p>Hej</p>")) == "Hej"
    finally:
        child.close()


def test_the_wall_clock_limit_is_really_held_and_ends_the_whole_group(make_docx: MakeDocx) -> None:
    child = Child(Limits(wall_seconds=1.5))
    try:
        assert text_of(child.read(A_PAGE, b"<p>Hej</p>")) == "Hej"
        first = child.pid
        began = time.monotonic()
        assert child.read(A_LETTER, make_docx(PARAGRAPH * 300_000)).reading is Reading.UNREADABLE
        assert time.monotonic() - began < 6
        assert first is not None
        _wait_until_gone(first)
        assert text_of(child.read(A_PAGE, b"<p>Igen</p>")) == "Igen"
    finally:
        child.close()


def _wait_until_gone(group: int) -> None:
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a process of the child's group is still there")


def test_a_child_found_dead_is_replaced_and_the_letter_read() -> None:
    child = Child(Limits())
    try:
        assert text_of(child.read(A_PAGE, b"<p>1</p>")) == "1"
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        assert text_of(child.read(A_PAGE, b"<p>2</p>")) == "2"
    finally:
        child.close()


def test_a_child_killed_while_it_reads_costs_only_that_document(make_docx: MakeDocx) -> None:
    child = Child(Limits())
    try:
        assert text_of(child.read(A_PAGE, b"<p>1</p>")) == "1"
        # Twice, for it is asked again once in a fresh child.
        stop = threading.Event()
        killer = threading.Thread(target=_kill_each_child, args=(child, stop))
        killer.start()
        found = child.read(A_LETTER, make_docx(PARAGRAPH * 200_000))
        stop.set()
        killer.join()
        assert found.reading is Reading.UNREADABLE
        assert text_of(child.read(A_PAGE, b"<p>2</p>")) == "2"
    finally:
        child.close()


def _kill_each_child(child: Child, stop: threading.Event) -> None:
    while not stop.wait(0.3):
        if child.pid is not None:
            os.kill(child.pid, signal.SIGKILL)


def test_the_child_has_no_environment_and_ends_with_the_reader(make_file: MakeFile) -> None:
    os.environ["BREVDUE_ODD_ONE"] = "hemmelig"
    try:
        child = Child(Limits())
        child.read(A_PAGE, b"<p>1</p>")
        pid = child.pid
        assert pid is not None
        assert b"BREVDUE_ODD_ONE" not in Path(f"/proc/{pid}/environ").read_bytes()
        assert os.getsid(pid) == pid
        child.close()
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    finally:
        del os.environ["BREVDUE_ODD_ONE"]
