"""Signs of print that braille tables do not know, in signs that they do.

What liblouis does not know it writes as a question mark (Danish) or as a number in hexadecimal
(English), so that a real minus before an amount would be lost. Measured with liblouis 3.24: ASCII,
Latin-1, Latin Extended-A and Greek are known to the tables used, and few signs beyond.
"""

import re
import unicodedata

from accessibility.plain_text import one_line

_LAST_KNOWN = "\u017f"  # the end of Latin Extended-A
_GREEK = ("\u0391", "\u03c9")
_KNOWN = frozenset("\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2022\u2026\u20ac\u2030\u2122")
_UNKNOWN = "\x00"  # no text holds it
_LIKE = {
    "-": "\u2010\u2011\u2012\u2212\ufe63\uff0d",  # hyphens, and the minus of mathematics
    "\u2014": "\u2015",
    "\u2022": "\u00b7\u2219\u22c5\u2023\u25aa\u25a0\u25cf\u25e6\u25cb\u25a1\u25ba\u25b6",  # bullets
    "'": "\u201a\u201b\u2032",
    '"': "\u201f\u2033",
    "/": "\u2044\u2215",
    "[ ]": "\u2610",
    "[x]": "\u2611\u2612\u2713\u2714",
    "<=": "\u2264",
    ">=": "\u2265",
    "!=": "\u2260",
    "~": "\u2248",
    "->": "\u2192",
    "|": "\u00a6",
    "a": "\u00aa",
    "o": "\u00ba",
}
_SIGNS = str.maketrans({sign: told for told, signs in _LIKE.items() for sign in signs})
# "1½" would become "11/2".
_JOINED_FRACTION = re.compile(r"(?<=\d)(?=[¼½¾⅐-⅞])")
_UNKNOWNS = re.compile(f"{_UNKNOWN}+")
_SUPERSCRIPT = re.compile("([⁰¹²³⁴-⁹⁺⁻]+)")


def braille_signs(text: str) -> str:
    """Give a text on one line with the signs that the tables know.

    No digit is ever dropped: those of other scripts become ours, "½" is "1/2", "m²" is "m^2".
    What nothing is like (an emoji, a Chinese name) becomes a question mark, a row of them one.
    """
    line = unicodedata.normalize("NFC", one_line(text))
    if line.isascii():
        return line
    line = _JOINED_FRACTION.sub(" ", line)
    line = _SUPERSCRIPT.sub(lambda found: "^" + unicodedata.normalize("NFKC", found[1]), line)
    line = "".join(map(_sign, line))
    return " ".join(_UNKNOWNS.sub("?", line).split())


def _sign(character: str) -> str:
    if character.isascii():
        return character
    told = character.translate(_SIGNS)
    if told != character or told in _KNOWN:
        return told
    if (digit := unicodedata.digit(character, None)) is not None:
        return str(digit)
    if character in "¼½¾" or character > _LAST_KNOWN:
        told = unicodedata.normalize("NFKC", character).translate(_SIGNS)
    if not all(map(_is_writable, told)):
        told = unicodedata.normalize("NFKD", told)[:1]  # "ế" without its marks
    return told if all(map(_is_writable, told)) else _UNKNOWN


def _is_writable(character: str) -> bool:
    is_greek = _GREEK[0] <= character <= _GREEK[1]
    return character <= _LAST_KNOWN or is_greek or character in _KNOWN
