"""Read spoken numbers back into digits: a second hand, which knows nothing of the rules.

It reads words from the left, as a listener does: the number words of a language become digits,
names of months their number, and all other words are passed over.
"""

import re

_DANISH_SMALL = {
    "nul": 0, "en": 1, "et": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14,
    "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
}  # fmt: skip
_DANISH_TENS = {
    "tyve": 20, "tredive": 30, "fyrre": 40, "halvtreds": 50, "tres": 60, "halvfjerds": 70,
    "firs": 80, "halvfems": 90,
}  # fmt: skip
_DANISH_RANKS = {
    "første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6,
    "syvende": 7, "ottende": 8, "niende": 9, "tiende": 10, "ellevte": 11, "tolvte": 12,
    "trettende": 13, "fjortende": 14, "femtende": 15, "sekstende": 16, "syttende": 17,
    "attende": 18, "nittende": 19, "tyvende": 20, "enogtyvende": 21, "toogtyvende": 22,
    "treogtyvende": 23, "fireogtyvende": 24, "femogtyvende": 25, "seksogtyvende": 26,
    "syvogtyvende": 27, "otteogtyvende": 28, "niogtyvende": 29, "tredivte": 30,
    "enogtredivte": 31,
}  # fmt: skip
_ENGLISH_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ENGLISH_RANKS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_SCALES = {
    "hundrede": 100, "tusind": 1000, "million": 10**6, "millioner": 10**6, "milliard": 10**9,
    "milliarder": 10**9, "billion": 10**12, "billioner": 10**12,
}  # fmt: skip
_ENGLISH_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_MONTHS = (
    "januar|january februar|february marts|march april maj|may juni|june juli|july august "
    "september oktober|october november december"
)
_WORD = re.compile(r"[^\W\d_]+|\d|,|\.")


def numbers_in(words: str, language: str) -> list[int]:
    """Give the numbers that are said, in order: digits said one by one are one number each."""
    told: list[int] = []
    group: list[tuple[str, int]] = []
    for word in _WORD.findall(words.lower().replace("-", " ")):
        kinds = _kinds_of(word, language)
        if kinds:
            group += kinds
            continue
        if language == "en" and word == "and" and group and group[-1][0] == "scale":
            continue
        told += _read(group, joins=language == "en")
        group = []
        if month := _month(word):
            told.append(month)
    return told + _read(group, joins=language == "en")


def nonzero_digits(words: str, language: str) -> str:
    """Give every digit but 0 of what is said, sorted: none may come or go."""
    return "".join(sorted("".join(map(str, numbers_in(words, language))).replace("0", "")))


def _kinds_of(word: str, language: str) -> list[tuple[str, int]]:
    scales = _SCALES if language == "da" else _ENGLISH_SCALES
    small = _DANISH_SMALL | _DANISH_TENS if language == "da" else _ENGLISH_SMALL
    ranks = _DANISH_RANKS if language == "da" else _ENGLISH_RANKS
    if word in scales:
        return [("scale", scales[word])]
    if word in small:
        return [("small", small[word])]
    if word in ranks:
        return [("rank", ranks[word])]
    if word.isdigit():
        return [("end", int(word))]
    units, joint, tens = word.rpartition("og")
    if language == "da" and joint and units in _DANISH_SMALL and tens in _DANISH_TENS:
        return [("small", _DANISH_TENS[tens] + _DANISH_SMALL[units])]
    return []


def _read(group: list[tuple[str, int]], *, joins: bool) -> list[int]:
    """Read words that stand together; a number ends where the next word cannot be added to it."""
    told: list[int] = []
    total: int | None = None  # what is sure: thousands and above
    part: int | None = None  # below a thousand, being read
    least = 10**15  # the last scale of the number, as they fall

    def close() -> None:
        nonlocal total, part, least
        if total is not None or part is not None:
            told.append((total or 0) + (part or 0))
        total, part, least = None, None, 10**15

    for kind, value in group:
        if kind == "scale" and value == 100:
            if part is None or not 0 < part < 100:
                close()
                part = 1
            part *= 100
        elif kind == "scale":
            if part is None and total is None:
                continue  # "per million": no number
            if value >= least:  # "2.026 mio.": the whole number is scaled
                total, part = 0, (total or 0) + (part or 0)
            elif part is None:
                close()
                part = 1
            total = (total or 0) + part * value
            part, least = None, value
        elif part is not None and _may_follow(part, value, joins=joins):
            part += value
        elif part is None and total is not None and value:
            part = value
        else:
            close()
            part = value
        if kind in ("rank", "end"):
            close()
    close()
    return told


def _may_follow(part: int, value: int, *, joins: bool) -> bool:
    """Tell whether a number goes on: "hundrede fem", in English "twenty six"."""
    if part >= 100 and part % 100 == 0:
        return 0 < value < 100
    return joins and part % 100 >= 20 and part % 10 == 0 and 0 < value < 10


def _month(word: str) -> int:
    for number, names in enumerate(_MONTHS.split(), start=1):
        if word in names.split("|"):
            return number
    return 0
