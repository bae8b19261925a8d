"""Line ends: which hyphen was only made by the line's end, and which stays."""

import re

_HYPHENS = "-\u2010\u2011\u00ad"
_LAST_WORD = re.compile(rf"([^\W\d_]{{2,}})[{_HYPHENS}]\Z")
_ONE_LETTER = re.compile(rf"(?:\A|[\s(])[^\W\d_][{_HYPHENS}]\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
# "Teknik- og Miljøforvaltningen": the hyphen stands for the other word's end.
_HANGING = frozenset(
    [
        "og",
        "eller",
        "samt",
        "og/eller",
        "and",
        "or",
        "to",
        "und",
        "oder",
        "bzw",
        "och",
        "til",
        "som",
    ]
)
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S*\Z", re.IGNORECASE)
_MAILBOX = re.compile(r"[\w.+-]{1,64}@")
_ADDRESS_JOINT = re.compile(r"[/\-=&?#._]\Z")


def joint(before: str, after: str) -> tuple[int, str]:
    """Tell how two lines of one paragraph are joined: characters to cut, and what to put between.

    `before` is the text so far, `after` the next line.
    """
    if not before or not after:
        return 0, ""
    if _ADDRESS.search(before[-200:]):
        return (0, "") if _ADDRESS_JOINT.search(before) else (0, " ")
    if before[-1] not in _HYPHENS:
        return 0, " "
    if before[-1] == "-" and _MAILBOX.match(after):
        return 0, ""  # of "borger-" "service@by.example" the hyphen is a part
    if before[-1] == "\u00ad":
        return 1, ""
    last, first = _LAST_WORD.search(before[-60:]), _FIRST_WORD.match(after)
    if last is None and _ONE_LETTER.search(before[-3:]) and after[0].isalpha():
        return 0, ""  # "e-" "mail"
    if last is None:
        is_number = len(before) > 1 and before[-2].isdigit() and after[0].isdigit()
        return (0, "") if is_number else (0, " ")
    if first is None:
        return (0, "") if after[0].isdigit() else (0, " ")
    if first[0].lower() in _HANGING:
        return 0, " "
    if after[0].islower() and not last[1].isupper():
        return 1, ""
    return 0, ""  # "Nordrhein-" "Westfalen": a name's own hyphen
