"""Bytes to text in whatever encoding they came; it never raises and loses no letter it can tell."""

import codecs

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_ASCII_BASED = {"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}
_STATEFUL = {"iso2022_jp", "hz", "utf-7"}  # letters written in ASCII bytes
# A sender names the encoding: only real character sets, no "zip", "idna" or "unicode_escape".
_CHARACTER_SETS = (
    {f"iso8859-{n}" for n in range(1, 17)}
    | {f"cp{n}" for n in (437, 850, 852, 865, 866, 874, 932, 936, 949, 950, *range(1250, 1259))}
    | {"koi8-r", "koi8-u", "mac-roman", "shift_jis", "euc_jp", "euc_kr", "gb2312", "gbk", "gb18030"}
    | {"big5"}
)


def text_of_bytes(content: bytes, *, declared: str = "") -> str:
    """Decode text: by its mark, as UTF-8 if it is, as declared, else as cp1252."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    name = _known(declared)
    if name in _NOT_ASCII_BASED or name in _STATEFUL:
        text = _strictly(content, name)
        if text is not None:
            return text
    for encoding in ("utf-8", name):
        text = _strictly(content, encoding) if encoding else None
        if text is not None:
            return text
    return _mostly_utf8(content) or _as_cp1252(content)


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return ""
    if name == "iso8859-1":
        return "cp1252"  # what is called Latin-1 is cp1252 in practice, as browsers know
    known = name in _CHARACTER_SETS or name in _NOT_ASCII_BASED or name in _STATEFUL
    return name if known else ""


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _mostly_utf8(content: bytes) -> str:
    """Give UTF-8 with a few damaged or cut characters; empty if it is rather not UTF-8."""
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    letters = sum(1 for character in text if character > "\x7f") - broken
    return text if letters >= 2 * broken > 0 else ""


def _as_cp1252(content: bytes) -> str:
    text = _strictly(content, "cp1252")
    return content.decode("cp1252", errors="replace") if text is None else text
