"""Lines of a page put together into paragraphs, only where it is safe.

A line goes on in the next one when the file itself left a space at its end, or when the next word
would not have fitted any more. Addresses, tables and lists keep their lines: a torn paragraph is
a nuisance, a joined table is a wrong amount.
"""

import re

# What pdfium gives for a hyphen at the end of a line, and the ones in files.
_HYPHENS = "\x02\ufffe\u00ad\u2010-"
_BROKEN_WORD = re.compile(rf"(?:^|[\s(\"»„])([A-ZÆØÅÄÖÜ]?[^\W\d_]{{2,}})[{_HYPHENS}]\Z")
_CONTINUED = re.compile(r"([a-zæøåäöüéß]+)")
_HANGING = frozenset(["og", "eller", "samt", "and", "or", "und", "oder", "bzw", "i", "til", "med"])
_BULLET = re.compile(r"[\uf0b7\uf0a7\uf02d•▪●◦‣∙·\u2013-]\s+")
_ITEM = re.compile(r"(?:[\uf0b7\uf0a7\uf02d•▪●◦‣∙·\u2013-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_LEAST_WIDTH = 50  # characters; a narrower page has no paragraphs to speak of
_FULL = 0.93


def reflowed(text: str) -> str:
    """Give a page's text with its paragraphs on one line each."""
    lines = [
        _with_dash(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ]
    width = _usual_width(lines)
    out: list[str] = []
    goes_on = False
    for at, line in enumerate(lines):
        bare = line.strip()
        if goes_on and out:
            out[-1] = _joined(out[-1], bare)
        else:
            out.append(bare)
        following = lines[at + 1].strip() if at + 1 < len(lines) else ""
        goes_on = bool(bare and following) and _runs_on(line, following, width)
    return "\n".join(_plain_hyphens(line) for line in out).strip("\n")


def _usual_width(lines: list[str]) -> int:
    lengths = sorted(len(line.rstrip()) for line in lines)
    return lengths[int(len(lengths) * 0.95)] if lengths else 0


def _runs_on(line: str, following: str, width: int) -> bool:
    if _ITEM.match(following) and not line.rstrip().endswith("§"):
        return False
    length = len(line.rstrip())
    if line.endswith(" ") and length * 2 > width:
        return True  # the word processor's own mark of a soft line end
    if line.rstrip()[-1] in ".!?:" and not following[0].islower():
        return False  # a heading or a table may begin here
    first_word = len(following.split(" ", 1)[0])
    return width >= _LEAST_WIDTH and length + 1 + first_word > width and length > width * _FULL / 2


def _joined(line: str, following: str) -> str:
    if line[-1] not in _HYPHENS:
        return f"{line} {following}"
    broken, continued = _BROKEN_WORD.search(line), _CONTINUED.match(following)
    if broken and continued and len(continued[1]) > 2 and continued[1] not in _HANGING:
        return line[:-1] + following
    if continued and continued[1] in _HANGING:
        return f"{line} {following}"
    return line + following if following[:1].isalnum() else f"{line} {following}"


def _with_dash(line: str) -> str:
    return _BULLET.sub("- ", line, count=1) if _BULLET.match(line) else line


def _plain_hyphens(line: str) -> str:
    for hyphen in "\x02\ufffe\u2010":
        line = line.replace(hyphen, "-")
    return line.replace("\u00ad", "")
