"""Ordinals as words, Danish and English, up to 999: beyond that no letter counts this way."""

from accessibility.pronouncing import cardinals_danish, cardinals_english

MOST = 999
_DANISH_SMALL_WORDS = (
    "nulte første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte "
    "trettende fjortende femtende sekstende syttende attende nittende"
)
_DANISH_SMALL = _DANISH_SMALL_WORDS.split()
_DANISH_TENS = {
    20: "tyvende", 30: "tredivte", 40: "fyrretyvende", 50: "halvtredsindstyvende",
    60: "tresindstyvende", 70: "halvfjerdsindstyvende", 80: "firsindstyvende",
    90: "halvfemsindstyvende",
}  # fmt: skip
_ENGLISH = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def danish_ordinal(number: int, *, is_neuter: bool = False) -> str:
    """Give "første", "enogtyvende"; only the second has a neuter: "andet kvartal".

    Raises `ValueError` past 999.
    """
    if not 0 <= number <= MOST:
        raise ValueError(number)
    hundreds, rest = divmod(number, 100)
    before = f"{cardinals_danish.cardinal(hundreds * 100)} " if hundreds else ""
    if hundreds and not rest:
        return before.rstrip()  # "et hundrede" counts, too
    if rest == 2 and is_neuter:
        return before + "andet"
    if rest < 20:
        return before + _DANISH_SMALL[rest]
    tens = _DANISH_TENS[rest - rest % 10]
    if rest % 10 == 0:
        return before + tens
    return f"{before}{cardinals_danish.cardinal(rest % 10, one='en')}og{tens}"


def english_ordinal(number: int, *, is_neuter: bool = False) -> str:
    """Give "first", "twenty-first"; there is no gender here. Raises `ValueError` past 999."""
    if not 0 <= number <= MOST:
        raise ValueError(number)
    words = cardinals_english.cardinal(number)
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    if last in _ENGLISH:
        return words[:at] + _ENGLISH[last]
    return words[:at] + (last[:-1] + "ieth" if last.endswith("y") else last + "th")
