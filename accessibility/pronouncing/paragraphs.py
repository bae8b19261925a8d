"""References to laws and to parts of a text: "§ 12, stk. 2", "kapitel IV", "version 2.1"."""

import re
from collections.abc import Iterator

from accessibility.pronouncing.passage import Spoken, spoken
from accessibility.pronouncing.tongue import Tongue

# The number is taken along where more digits follow: "§ 2 500 kr." is no "2 500 kr.".
_SECTION = re.compile(
    r"§(?P<two>[ \u00a0]?§)?[ \u00a0]?"
    r"(?:(?P<number>[1-9]\d{0,3})(?=[ \u00a0](?:\d|kr\b\.?[ \u00a0]?\d))|(?=[\dA-Za-z]))"
)
_PLACE = re.compile(
    r"(?<!\w)(?:side|uge|bilag|punkt|afsnit|kapitel|lokale|page|week|room)[ \u00a0]"
    r"(?P<number>[1-9]\d{0,2})(?=[ \u00a0](?:\d{3}(?!\d)|kr\b\.?[ \u00a0]?\d))",
    re.IGNORECASE,
)
_PART = {
    "da": re.compile(
        r"(?<!\w)(?P<part>stk|nr|pkt|art)\.?[ \u00a0]?(?P<number>\d{1,3})\b(?![\d/-]|[.,]\d)", re.I
    ),
    "en": re.compile(
        r"(?<!\w)(?P<part>stk|no|para|art|sec)\.?[ \u00a0]?(?P<number>\d{1,3})\b(?![\d/-]|[.,]\d)",
        re.I,
    ),
}
_SENTENCE = re.compile(
    r"(?<![\w.,/-])(?P<number>[1-9]\d?)\.[ \u00a0]?pkt(?!\w)(?:\.(?!$| [A-ZÆØÅ]))?"
)
_PARTS = {
    "da": {"stk": "stykke", "nr": "nummer", "pkt": "punkt", "art": "artikel"},
    "en": {
        "stk": "subsection",
        "no": "number",
        "para": "paragraph",
        "art": "article",
        "sec": "section",
    },
}
_SECTIONS = {"da": ("paragraf ", "paragrafferne "), "en": ("section ", "sections ")}
_ROMAN = re.compile(
    r"(?:§[ \u00a0]?|(?<!\w)(?:kapitel|kap\.|bilag|del|afsnit|artikel|art\.|annex|appendix|chapter"
    r"|part|section|title|afdeling|bind|klasse|fase|phase|type|trin)[ \u00a0])"
    r"(?P<roman>[IVXLC]{1,7})(?![\w'\u2019]|\.\w| (?-i:[A-ZÆØÅ])\b)",
    re.IGNORECASE,
)
_KING = re.compile(
    r"(?<!\w)(?:Christian|Frederik|Margrethe|Charles|Elizabeth|Carl|Harald"
    r"|Gustaf)[ \u00a0](?P<roman>[IVX]{1,5})(?![\w'\u2019.]\w|\w)"
)
_WELL_FORMED = re.compile(r"(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def sections(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say "§ 12" as "paragraf tolv", "§§ 12-14" as "paragrafferne tolv til fjorten"."""
    one, many = _SECTIONS[tongue.language]
    for found in _SECTION.finditer(text):
        number = tongue.cardinal(int(found["number"])) if found["number"] else ""
        yield spoken(found, (many if found["two"] else one) + number)


def full_stops(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say "2. pkt." of a law as "andet punktum": its second sentence."""
    if tongue.language == "da":
        for found in _SENTENCE.finditer(text):
            rank = tongue.ordinal(int(found["number"]), is_neuter=True)
            yield spoken(found, f"{rank} punktum")


def parts(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say "stk. 2" as "stykke to": a part of a paragraph, where "2 stk." are pieces."""
    for found in _PART[tongue.language].finditer(text):
        name = _PARTS[tongue.language][found["part"].lower()]
        if found["part"][0].isupper():
            name = name.capitalize()
        number = found["number"]
        said = tongue.cardinal(int(number)) if number[0] != "0" else None
        yield spoken(found, f"{name} {said or ' '.join(tongue.digits[int(d)] for d in number)}")


def places(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say the number of a page or a week before another number: "side 2 500 kr."."""
    for found in _PLACE.finditer(text):
        yield spoken(found, tongue.cardinal(int(found["number"])), "number")


def roman_numerals(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say Roman numerals where they are surely numbers: behind "kapitel", a king's name."""
    for found in _ROMAN.finditer(text):
        if not found["roman"].isupper() or _is_code(found, tongue):
            continue
        if number := _roman(found["roman"]):
            yield spoken(found, tongue.cardinal(number), "roman")
    article = "den " if tongue.language == "da" else "the "
    for found in _KING.finditer(text):
        if number := _roman(found["roman"]):
            yield spoken(found, article + tongue.ordinal(number), "roman")


def _is_code(found: re.Match[str], tongue: Tongue) -> bool:
    """Tell a letter of a code that is already said: "X, et to, tre"."""
    after = re.match(r"\W{0,4}([^\W\d_]+)", found.string[found.end() : found.end() + 12])
    return after is not None and after[1] in tongue.digits


def _roman(text: str) -> int:
    if not _WELL_FORMED.fullmatch(text):
        return 0
    total = 0
    for sign, following in zip(text, text[1:] + " ", strict=True):
        worth = _WORTH[sign]
        total += -worth if following in _WORTH and _WORTH[following] > worth else worth
    return total
