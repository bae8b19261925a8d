"""A file's name from outside is safe on any file system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.file_names import safe_file_name


@given(st.text() | st.text(alphabet="./\\-: a\x00\u202econ", max_size=30) | st.text(min_size=100))
def test_a_name_is_never_empty_a_path_an_option_or_too_long(name: str) -> None:
    safe = safe_file_name(name)
    assert safe
    assert not set(safe) & set('<>:"/\\|?*\n\x00\u202e\x1b')
    assert safe[0] not in ".-~ "
    assert safe[-1] not in ". "
    assert len(safe.encode()) <= 120
    assert safe_file_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Afgørelse 2026.pdf", "Afgørelse 2026.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\brev\\rykker.docx", "rykker.docx"),
        ("-rf", "rf"),
        ("..", "document"),
        ("CON.txt", "_CON.txt"),
        ("brev\u202efdp.exe", "brevfdp.exe"),
        ("a\r\nb?.txt", "a b_.txt"),
        ("æ" * 100 + ".pdf", "æ" * 58 + ".pdf"),
    ],
)
def test_a_name_keeps_what_is_harmless(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe


@given(st.binary(), st.sampled_from(["", "utf-8", "zip", "idna", "koi8-r", "utf-16", "\x00"]))
def test_any_bytes_can_be_decoded(content: bytes, declared: str) -> None:
    assert isinstance(text_of_bytes(content, declared=declared), str)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1"]
)
def test_common_encodings_are_told(encoding: str) -> None:
    assert text_of_bytes("Kære Åse på Østergade".encode(encoding)) == "Kære Åse på Østergade"


def test_one_broken_byte_does_not_spoil_a_whole_text() -> None:
    content = "Kære Åse på Østergade".encode() + b"\xe5"
    assert text_of_bytes(content) == "Kære Åse på Østergade\ufffd"


def test_a_wrongly_declared_set_gives_way_to_what_the_bytes_are() -> None:
    assert text_of_bytes("på".encode(), declared="iso-8859-1") == "på"
    assert text_of_bytes("på".encode("cp1252"), declared="utf-8") == "på"
