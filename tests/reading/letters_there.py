"""The letters that reading is measured on, for other tests that want real documents."""

from pathlib import Path

LETTERS = Path(__file__).with_name("letters")


def content_of(name: str) -> bytes:
    """Give the bytes of one of them."""
    return (LETTERS / name).read_bytes()
