"""Danish numbers as words: "1234" is "et tusind to hundrede fireogtredive".

No "og" stands between hundreds and tens, as the Danish espeak voice says them, too. Nothing is
rounded, and each number has words of its own, so what is said can be read back.
"""

TOO_LARGE = 10**15  # numbers from here on have no words here: say their digits

_SMALL_WORDS = (
    "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten "
    "sytten atten nitten"
)
_SMALL = _SMALL_WORDS.split()
_TENS_WORDS = "_ ti tyve tredive fyrre halvtreds tres halvfjerds firs halvfems"
_TENS = _TENS_WORDS.split()
_SCALES = ((10**12, "billion"), (10**9, "milliard"), (10**6, "million"))


def cardinal(number: int, *, one: str = "et") -> str:
    """Give a number in words; `one` says a last 1 before its noun: "en krone", "et år".

    Raises `ValueError` for a negative number, and from 10**15 on.
    """
    if not 0 <= number < TOO_LARGE:
        raise ValueError(number)
    if number == 0:
        return _SMALL[0]
    words: list[str] = []
    for size, name in _SCALES:
        count, number = divmod(number, size)
        if count:
            words += _below_thousand(count, one="en")
            words.append(name if count == 1 else name + "er")
    thousands, number = divmod(number, 1000)
    if thousands:
        words += [*_below_thousand(thousands, one="et"), "tusind"]
    return " ".join(words + _below_thousand(number, one=one))


def year(number: int) -> str:
    """Give a year in words: 1985 is "nitten hundrede femogfirs", 2026 "to tusind seksogtyve"."""
    if 1100 <= number <= 1999:
        return " ".join([_SMALL[number // 100], "hundrede", *_below_hundred(number % 100, "et")])
    return cardinal(number)


def _below_thousand(number: int, *, one: str) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        words = ["et" if hundreds == 1 else _SMALL[hundreds], "hundrede"]
    return words + _below_hundred(rest, one)


def _below_hundred(number: int, one: str) -> list[str]:
    if number == 0:
        return []
    if number == 1:
        return [one]
    if number < 20:
        return [_SMALL[number]]
    tens, units = divmod(number, 10)
    return [f"{_SMALL[units]}og{_TENS[tens]}" if units else _TENS[tens]]
