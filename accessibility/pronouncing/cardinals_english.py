"""English numbers as words: "1234" is "one thousand two hundred and thirty-four"."""

TOO_LARGE = 10**15  # numbers from here on have no words here: say their digits

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_SMALL = _SMALL_WORDS.split()
_TENS_WORDS = "_ ten twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _TENS_WORDS.split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def cardinal(number: int, *, one: str = "one") -> str:
    """Give a number in words. `one` is there for other languages' sake.

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
            words += [*_below_thousand(count), name]
    if number and number < 100 and words:
        words.append("and")
    words += _below_thousand(number)
    if words == [_SMALL[1]]:
        return one
    return " ".join(words)


def year(number: int) -> str:
    """Give a year in words: "nineteen eighty-five", "two thousand and five",
    "twenty twenty-six"."""
    if not 1100 <= number <= 2099 or 2000 <= number <= 2009:
        return cardinal(number)
    first, last = divmod(number, 100)
    if last == 0:
        return f"{cardinal(first)} hundred"
    if last < 10:
        return f"{cardinal(first)} hundred and {cardinal(last)}"
    return f"{cardinal(first)} {cardinal(last)}"


def _below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [_SMALL[hundreds], "hundred"] if hundreds else []
    if rest and hundreds:
        words.append("and")
    return [*words, _below_hundred(rest)] if rest else words


def _below_hundred(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    tens, units = divmod(number, 10)
    return f"{_TENS[tens]}-{_SMALL[units]}" if units else _TENS[tens]
