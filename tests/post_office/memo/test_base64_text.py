"""Base64 arrives in pieces of any length; where they are cut makes no difference."""

import base64
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from post_office.memo.base64_text import Base64Decoder, base64_pieces


def _decode(pieces: list[str]) -> tuple[bytes, bool]:
    decoder = Base64Decoder()
    for piece in pieces:
        decoder.feed(piece)
    return decoder.finish()


def _cut(text: str, places: list[int]) -> list[str]:
    edges = [0, *sorted(min(place, len(text)) for place in places), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


@given(st.text("AZaz09+/=\n *æ", max_size=30), st.lists(st.integers(0, 30), max_size=6))
def test_pieces_decode_like_the_whole_even_when_it_is_broken(text: str, cuts: list[int]) -> None:
    assert _decode(_cut(text, cuts)) == _decode([text])


@given(st.binary(max_size=100), st.lists(st.integers(0, 140), max_size=6))
def test_flawless_text_gives_the_bytes(content: bytes, cuts: list[int]) -> None:
    assert _decode(_cut(base64.encodebytes(content).decode(), cuts)) == (content, True)


def test_text_behind_the_padding_is_told_also_in_a_piece_of_its_own() -> None:
    assert _decode(["SGVqIGRpZw==", "SGVq"]) == (b"Hej dig", False)


def test_what_is_encoded_in_pieces_is_one_base64_text() -> None:
    content = bytes(range(256)) * 8192 + b"!"
    assert b"".join(base64_pieces(content)) == base64.b64encode(content)
