"""Text made harmless before rules and after them: an engine must find no markup in it.

espeak-ng reads "<" as SSML and "[[" as phonemes; a control character could end its input. All
of these become words or plain parentheses here, in every language, also in a person's own words.
"""

import re
import unicodedata

from accessibility.plain_text import one_line

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffd]+")
_BRACKETS = str.maketrans("[]{}", "()()")
_LEADERS = re.compile(
    r" ?(?:\.{4,}|_{2,}|-{3,}|={2,}|\*{5,}|(?:\. ){3,}\.?|(?:_ ){2,}_?|[|¦]|[•·▪●◦‣■□])"
)
_FRACTION = re.compile("[\u00bc\u00bd\u00be]|(?<!m)[\u00b2\u00b3]|(?<=m)[\u00b2\u00b3](?=\\w)")
# "CO\u2082", and the mark of a footnote; the raised 2 and 3 have a rule of their own.
_SUBSCRIPTS = str.maketrans(
    "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089", "0123456789"
)
_SUPERSCRIPT = re.compile("[\u2070\u00b9\u2074-\u2079]")
_BLANKS = re.compile(r"\s+")
_MARKUP = str.maketrans({"<": "\u2039", ">": "\u203a"})  # look alike, mean nothing to an engine


def cleaned(text: str) -> str:
    """Give a text on one line, without what no rule could say: rows of dots, bullets, controls.

    Digits of other kinds (full width, Arabic) become 0 to 9, so that every rule knows them.
    """
    line = _PRIVATE.sub(" ", one_line(text))
    if not line.isascii():
        line = "".join(map(_plain_digit, line)).translate(_SUBSCRIPTS)
        line = _SUPERSCRIPT.sub(lambda found: f" {unicodedata.digit(found[0])}", line)
    line = line.translate(_BRACKETS)
    return one_line(_LEADERS.sub(_pause, line))


def fractions_apart(line: str) -> str:
    """Put blanks around "½" and the like, which else count as letters of the word beside them."""
    return line if line.isascii() else one_line(_FRACTION.sub(r" \g<0> ", line))


def harmless(text: str) -> str:
    """Give the last word: whatever a rule or a person's own word let through, it is no markup."""
    return _BLANKS.sub(" ", one_line(text).translate(_BRACKETS).translate(_MARKUP)).strip()


def _plain_digit(sign: str) -> str:
    return str(unicodedata.digit(sign)) if sign.isdecimal() else sign


def _pause(found: re.Match[str]) -> str:
    return ", " if found.start() > 0 and found.end() < len(found.string) else " "
