"""A mail as a tree: who, what, when; the best of its texts; what hangs on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.documents.extract import Extract
from accessibility.documents.mail import HEAD, read_mail
from accessibility.tree_text import block_text, tree_text, words_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, KeyValue, Notice
from mailbox_store.model.tree_json import json_of_tree, tree_of_json
from mailbox_store.model.warned import Warned

_PLAIN = "Content-Type: text/plain; charset=utf-8\n\n{}\n"
_MARKUP = "Content-Type: text/html; charset=utf-8\n\n<p>{}</p>\n"


def _mail(head: str, *parts: str, kind: str = "mixed") -> bytes:
    whole = f'{head}MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="b"\n\n'
    return (whole + "".join(f"--b\n{part}\n" for part in parts) + "--b--\n").encode()


def _tree(content: bytes) -> DocumentTree:
    extract = read_mail(content)
    assert extract.tree is not None
    assert tree_of_json(json_of_tree(extract.tree)) == extract.tree
    return extract.tree


def _told(content: bytes) -> str:
    return tree_text(_tree(content))


def test_the_head_stands_first_in_the_standards_own_names() -> None:
    tree = _tree(
        b"To: anna@example.org\r\nFrom: =?utf-8?q?K=C3=B8benhavn?= <post@kommunen.example>\r\n"
        b"Subject: =?iso-8859-1?q?R=E5dhuset_svarer?=\r\nX-Other: y\r\n\r\nHej Anna\r\n"
    )
    head = tree.blocks[0]
    assert isinstance(head, KeyValue)
    assert block_text(head).split("\n") == [
        "From: København <post@kommunen.example>",
        "To: anna@example.org",
        "Subject: Rådhuset svarer",
    ]
    assert {words_text(name) for name, _ in head.pairs} <= set(HEAD)
    assert tree.title == "Rådhuset svarer"
    assert block_text(tree.blocks[1]) == "Hej Anna"


def test_of_two_variants_the_one_with_structure_is_read() -> None:
    both = _mail("", _PLAIN.format("Flad"), _MARKUP.format("Rig"), kind="alternative")
    empty = _mail("", _PLAIN.format("Flad"), _MARKUP.format(""), kind="alternative")
    assert _told(both) == "Rig"
    assert _told(empty) == "Flad"


def test_texts_that_are_no_variants_are_all_read() -> None:
    assert _told(_mail("", _PLAIN.format("Et"), _PLAIN.format("To"))) == "Et\n\nTo"


def test_what_hangs_on_a_mail_is_told_by_its_name() -> None:
    pdf = (
        "Content-Type: application/pdf\n"
        'Content-Disposition: attachment; filename="../brev.pdf"\n\nx'
    )
    inside = "Content-Type: message/rfc822\n\nSubject: Gammel\n\nHej\n"
    tree = _tree(_mail("", _PLAIN.format("Se her"), pdf, inside))
    assert tree.blocks[1:] == (
        Notice(code="attachment", detail="brev.pdf"),
        Notice(code="attachment", detail="Gammel"),
    )


def test_lines_that_flow_are_joined_and_others_are_not() -> None:
    head = b"Content-Type: text/plain; format=flowed\n\n"
    assert _told(head + b"Dette er \nen linje\nog en til\n") == "Dette er en linje\nog en til"
    assert _told(b"Subject: x\n\nDette er \nto\n").endswith("Dette er\nto")


def test_an_invitation_is_read_beside_the_text() -> None:
    event = (
        "Content-Type: text/calendar; charset=utf-8\n\nBEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"
        "BEGIN:VEVENT\nUID:1\nDTSTART:20261210T091500Z\nSUMMARY:Samtale\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    told = _told(_mail("", _PLAIN.format("Kom"), event, kind="alternative"))
    assert told == "Kom\n\nSamtale\n\nDTSTART: 2026-12-10T09:15Z"


def test_html_may_name_its_character_set_itself() -> None:
    markup = '<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2")
    assert _told(b"Content-Type: text/html\n\n" + markup) == "Łódź"


def test_an_encrypted_mail_says_so() -> None:
    content = b"Subject: x\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nMII="
    assert read_mail(content).reading is Reading.ENCRYPTED


def test_nesting_without_end_leaves_the_head() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)
    )
    extract = read_mail(b"Subject: Hej\nMIME-Version: 1.0\n" + nested + b"\nHej")
    assert Warned(code="cut") in extract.warnings
    assert extract.tree is not None
    assert tree_text(extract.tree) == "Subject: Hej"


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "no-such-set"])
def test_a_wrong_character_set_loses_no_letter(charset: str) -> None:
    head = f"Content-Type: text/plain; charset={charset}\n\n".encode()
    assert _told(head + "Åse ønsker".encode()) == "Åse ønsker"


def test_a_character_set_that_trips_the_library_loses_no_letter() -> None:
    head = b'Content-Type: text/plain; charset="a\0b"\nContent-Transfer-Encoding: 8bit\n\n'
    assert _told(head + "Åse".encode()) == "Åse"


@given(st.binary(max_size=300) | st.binary(max_size=100).map(lambda b: b"Content-Type: " + b))
def test_any_bytes_are_read(content: bytes) -> None:
    extract: Extract = read_mail(content)
    assert extract.tree is not None
    assert tree_of_json(json_of_tree(extract.tree)) == extract.tree
