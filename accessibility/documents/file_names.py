"""A name for a file that came from outside, safe on any file system and in any terminal."""

import re

from accessibility.plain_text import one_line

_MOST_BYTES = 120  # UTF-8; every common file system takes 255 and callers may add to it
_MOST_SUFFIX_BYTES = 16
_RESERVED = re.compile(r'[<>:"|?*\ufffd]')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[^. ]+\Z")


def safe_file_name(name: str, *, default: str = "document") -> str:
    """Give a name without folders, reserved or control characters; never empty.

    It does not begin with a dot or a dash (hidden files, options of a command), is no Windows
    device and has at most 120 UTF-8 bytes; its ending is kept. Not unique: that is the caller's.
    """
    last = re.split(r"[/\\]", one_line(name))[-1]
    cleaned = " ".join(_RESERVED.sub("_", last).split()).lstrip(".-~ ").rstrip(". ")
    if not cleaned.strip("_"):
        cleaned = default
    if _DEVICE.fullmatch(cleaned.split(".")[0].rstrip()):
        cleaned = f"_{cleaned}"
    return _shortened(cleaned) or default


def _shortened(name: str) -> str:
    if len(name.encode()) <= _MOST_BYTES:
        return name
    found = _SUFFIX.search(name)
    suffix = found[0] if found and len(found[0].encode()) <= _MOST_SUFFIX_BYTES else ""
    room = _MOST_BYTES - len(suffix.encode())
    stem = name[: len(name) - len(suffix)].encode()[:room].decode(errors="ignore")
    return stem.rstrip(". ") + suffix
